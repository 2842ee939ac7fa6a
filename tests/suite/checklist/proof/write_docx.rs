//! Writes a sample as a DOCX, in raw XML.

use super::ink::{Block, Ink, Par, Side, Table};
use super::package::pack;
use super::sample::{Appendix, Sample};

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#;

/// Styles that give most runs their look through a chain, so that the reader must follow it.
const STYLES: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Frame"><w:name w:val="Frame"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn run(ink: &Ink) -> String {
    let Ink { size, colour, font, .. } = ink;
    let flag = |on: bool, tag: &str| if on { format!("<w:{tag}/>") } else { String::new() };
    let underline = if ink.underline { r#"<w:u w:val="single"/>"# } else { "" };
    let fonts = match *font {
        // The default font comes from the document's defaults.
        "Times New Roman" => String::new(),
        other => format!(r#"<w:rFonts w:eastAsia="{other}"/>"#),
    };
    let size = if *size == 28 { String::new() } else { format!(r#"<w:sz w:val="{size}"/>"#) };
    let (bold, italic) = (flag(ink.bold, "b"), flag(ink.italic, "i"));
    // A hyphen inside a word of running text does not break the line.
    let text = escaped(&ink.text).replace("7-9", "7</w:t><w:noBreakHyphen/><w:t>9");
    format!(
        r#"<w:r><w:rPr>{fonts}{bold}{italic}<w:color w:val="{colour}"/>{size}{underline}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
    )
}

/// A paragraph in a room of that width; `extra` goes into its properties.
fn paragraph(par: &Par, width: i64, extra: &str) -> String {
    let (style, align) = match par.side {
        Side::Centre => ("Frame", ""),
        Side::Both => ("Body", ""),
        Side::Left => ("Frame", r#"<w:jc w:val="left"/>"#),
        Side::Right => ("Frame", r#"<w:jc w:val="right"/>"#),
    };
    let line = match par.line {
        0 => r#"w:line="240" w:lineRule="auto""#.to_owned(),
        line => format!(r#"w:line="{line}" w:lineRule="exact""#),
    };
    let border = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>"#);
    let (above, below) = (if par.ruled_above { border("top") } else { String::new() }, border("bottom"));
    let borders = match (par.rule, par.ruled_above) {
        (0, false) => String::new(),
        (0, true) => format!("<w:pBdr>{above}</w:pBdr>"),
        _ => format!("<w:pBdr>{above}{below}</w:pBdr>"),
    };
    let side = if par.rule > 0 { (width - par.rule) / 2 } else { 0 };
    let picture = par.picture.map(|(height, _)| drawing(height)).unwrap_or_default();
    let runs: String = par.ink.iter().filter(|ink| !ink.text.is_empty()).map(run).collect();
    let Par { first, after, .. } = par;
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{borders}<w:spacing w:before="0" w:after="{after}" {line}/><w:ind w:left="{side}" w:right="{side}" w:firstLine="{first}"/>{align}{extra}</w:pPr>{picture}{runs}</w:p>"#
    )
}

fn drawing(height: i64) -> String {
    let emu = height * 635;
    format!(
        r#"<w:r><w:drawing><wp:inline><wp:extent cx="{emu}" cy="{emu}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}

/// One transparent pixel; without alpha only its header says so.
fn png(alpha: bool) -> Vec<u8> {
    let digits = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da636460f85f0f0002870180eb47ba920000000049454e44ae426082";
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
    let mut bytes: Vec<u8> = (0..digits.len()).step_by(2).map(byte).collect();
    bytes[25] = if alpha { 6 } else { 2 };
    bytes
}

struct Grid<'a> {
    widths: &'a [i64],
    lines: bool,
    repeats: bool,
    whole_rows: bool,
    height: i64,
}

fn table(rows: &[Vec<Vec<Par>>], grid: &Grid) -> String {
    let flag = |on: bool, tag: &str| if on { format!("<w:{tag}/>") } else { String::new() };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let sides =
        sides.map(|side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#));
    let borders =
        if grid.lines { format!("<w:tblBorders>{}</w:tblBorders>", sides.concat()) } else { String::new() };
    let columns: String = grid.widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let height =
        if grid.height > 0 { format!(r#"<w:trHeight w:val="{}"/>"#, grid.height) } else { String::new() };
    let mut xml = format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
    );
    for (index, row) in rows.iter().enumerate() {
        let header = flag(index == 0 && grid.repeats, "tblHeader");
        xml += &format!("<w:tr><w:trPr>{}{header}{height}</w:trPr>", flag(grid.whole_rows, "cantSplit"));
        for (cell, width) in row.iter().zip(grid.widths) {
            let pars: String = cell.iter().map(|par| paragraph(par, *width, "")).collect();
            let empty = if pars.is_empty() { "<w:p/>" } else { "" };
            xml +=
                &format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{pars}{empty}</w:tc>"#);
        }
        xml += "</w:tr>";
    }
    xml + "</w:tbl>"
}

fn block(block: &Block, width: i64) -> String {
    match block {
        Block::Par(par) => paragraph(par, width, ""),
        Block::Table(Table { rows, widths, lines, repeats, whole_rows, height }) => {
            let rows: Vec<Vec<Vec<Par>>> =
                rows.iter().map(|row| row.iter().map(|par| vec![par.clone()]).collect()).collect();
            let (lines, repeats, whole_rows, height) = (*lines, *repeats, *whole_rows, *height);
            table(&rows, &Grid { widths, lines, repeats, whole_rows, height })
        }
    }
}

/// A section's properties; `first` for the paper's own first section.
fn section(sample: &Sample, appendix: Option<&Appendix>) -> String {
    let sheet = &sample.sheet;
    let landscape = appendix.is_some_and(|appendix| appendix.landscape);
    let size = if landscape {
        format!(r#"<w:pgSz w:w="{}" w:h="{}" w:orient="landscape"/>"#, sheet.height, sheet.width)
    } else {
        format!(r#"<w:pgSz w:w="{}" w:h="{}"/>"#, sheet.width, sheet.height)
    };
    let (top, bottom, left, right) =
        if landscape { (1701, 850, 1134, 1134) } else { (sheet.top, sheet.bottom, sheet.left, sheet.right) };
    let restarts = appendix.is_some_and(|appendix| appendix.restarts);
    let start = if restarts { r#" w:start="1""# } else { "" };
    let title_page = if sheet.hides_first && (appendix.is_none() || restarts) { "<w:titlePg/>" } else { "" };
    let kind = if appendix.is_some_and(|appendix| !appendix.own_pages) { "continuous" } else { "nextPage" };
    let first = if appendix.is_none() { "first" } else { "empty" };
    format!(
        r#"<w:sectPr><w:headerReference w:type="default" r:id="number"/><w:headerReference w:type="first" r:id="{first}"/><w:type w:val="{kind}"/>{size}<w:pgMar w:top="{top}" w:bottom="{bottom}" w:left="{left}" w:right="{right}" w:header="{}" w:footer="567" w:gutter="0"/><w:pgNumType w:fmt="{}"{start}/>{title_page}</w:sectPr>"#,
        sheet.header, sheet.number_format
    )
}

fn document(sample: &Sample) -> String {
    let sheet = &sample.sheet;
    let width = sheet.width - sheet.left - sheet.right;
    let columns = |at: usize, lines| Grid {
        widths: &sample.columns[at],
        lines,
        repeats: false,
        whole_rows: sample.sign_whole,
        height: 0,
    };
    let head: Vec<Vec<Vec<Par>>> = sample.head.iter().map(|row| row.to_vec()).collect();
    let mut xml = table(&head, &columns(0, sample.head_lines));
    xml.extend(sample.title.iter().map(|par| paragraph(par, width, "")));
    xml.extend(sample.body.iter().map(|one| block(one, width)));
    xml += &table(&[sample.sign.to_vec()], &columns(1, false));
    xml.extend(sample.contact.iter().map(|par| paragraph(par, width, "")));
    if let Some(note) = &sample.bottom_note {
        let y = sheet.height - sample.bottom_note_rise - 240;
        let frame = format!(
            r#"<w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:w="{width}" w:y="{y}"/>"#
        );
        xml += &paragraph(note, width, "").replacen("<w:spacing", &(frame + "<w:spacing"), 1);
    }
    let mut open: Option<&Appendix> = None;
    for appendix in &sample.appendices {
        xml += &format!(r#"<w:p><w:pPr>{}</w:pPr></w:p>"#, section(sample, open));
        xml.extend(appendix.blocks.iter().map(|one| block(one, width)));
        open = Some(appendix);
    }
    xml += &section(sample, open);
    format!("<w:document {NAMESPACES}><w:body>{xml}</w:body></w:document>")
}

fn header(content: &str) -> String {
    format!("<w:hdr {NAMESPACES}>{content}</w:hdr>")
}

/// The page number: what is printed before it, then the field.
fn number(par: &Par) -> String {
    let ink = &par.ink[0];
    let look = run(&Ink { text: String::new(), ..ink.clone() });
    let look = &look[..look.find("<w:t ").unwrap_or(look.len())];
    let field = ["begin", "end"].map(|kind| format!(r#"{look}<w:fldChar w:fldCharType="{kind}"/></w:r>"#));
    let inside = format!(r#"{look}<w:instrText> PAGE </w:instrText></w:r>"#);
    paragraph(par, 0, "").replace("</w:p>", &format!("{}{inside}{}</w:p>", field[0], field[1]))
}

pub fn docx(sample: &Sample) -> Vec<u8> {
    let top = sample.top_note.as_ref().map(|note| paragraph(note, 0, "")).unwrap_or_else(|| "<w:p/>".into());
    let mirror = if sample.sheet.mirrored { "<w:mirrorMargins/>" } else { "" };
    let mode = r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>"#;
    let transparent = sample.sign[1].iter().find_map(|par| par.picture).is_none_or(|(_, alpha)| alpha);
    pack(
        sample.paper.type_name,
        vec![
            ("document.xml", "officeDocument", document(sample).into_bytes()),
            ("styles.xml", "styles", format!("<w:styles {NAMESPACES}>{STYLES}</w:styles>").into_bytes()),
            (
                "settings.xml",
                "settings",
                format!("<w:settings {NAMESPACES}>{mirror}{mode}</w:settings>").into_bytes(),
            ),
            ("number.xml", "header", header(&number(&sample.sheet.number)).into_bytes()),
            ("first.xml", "header", header(&top).into_bytes()),
            ("empty.xml", "header", header("<w:p/>").into_bytes()),
            ("image.png", "image", png(transparent)),
        ],
    )
}
