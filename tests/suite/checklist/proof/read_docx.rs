//! What the DOCX reader must get right before any rule is judged.

use super::package::pack;
use super::{samples_more, write_docx};
use crate::checklist::docx::{Docx, Place};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

fn read(styles: &str, mode: i64, body: &str) -> Docx {
    let compat =
        format!(r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>"#);
    let bytes = pack(
        "Nghị quyết",
        vec![
            (
                "document.xml",
                "officeDocument",
                format!("<w:document {W}><w:body>{body}</w:body></w:document>").into(),
            ),
            ("styles.xml", "styles", format!("<w:styles {W}>{styles}</w:styles>").into()),
            ("settings.xml", "settings", format!("<w:settings {W}>{compat}</w:settings>").into()),
        ],
    );
    Docx::read(&bytes).expect("a DOCX")
}

#[test]
fn looks_follow_the_chain_of_styles() {
    let styles = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="A"><w:name w:val="Issuer"/><w:basedOn w:val="N"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/></w:rPr></w:style>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="A"/><w:ind w:left="100" w:hanging="50"/><w:keepNext/><w:widowControl w:val="0"/></w:pPr>
        <w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>b</w:t></w:r>
        <w:r><w:rPr><w:b w:val="0"/><w:caps/><w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/></w:rPr><w:t>c</w:t></w:r>
        </w:p><w:p><w:r><w:t>d</w:t></w:r></w:p><w:sectPr/>"#;
    let docx = read(styles, 15, body);
    let first = &docx.paragraphs[0];
    assert_eq!((first.style.as_str(), first.text.as_str()), ("Issuer", "abC"));
    assert_eq!((first.look.align.as_deref(), first.look.after), (Some("both"), Some(160)));
    assert_eq!((first.look.left, first.look.first_line), (Some(100), Some(-50)));
    assert_eq!((first.look.keep_next, first.look.widow_control), (Some(true), Some(false)));
    let bold: Vec<Option<bool>> = first.runs.iter().map(|run| run.look.bold).collect();
    // Bold in a bold style turns off; what is said on the spot wins.
    assert_eq!(bold, [Some(true), Some(false), Some(false)]);
    assert_eq!(first.runs[1].look.italic, Some(true));
    assert_eq!(first.runs[2].look.fonts[0].as_deref(), Some("theme font minorHAnsi"));
    let sizes: Vec<Option<i64>> = docx.paragraphs.iter().map(|one| one.runs[0].look.size).collect();
    assert_eq!(sizes, [Some(28), Some(24)]);
    assert_eq!((docx.mode, docx.language.as_deref()), (Some(15), Some("vi-VN")));
    assert_eq!((docx.title.as_str(), docx.creator.as_str()), ("Nghị quyết", "Chi bộ"));
}

#[test]
fn text_keeps_hyphens_breaks_and_entities_and_drops_fields() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">A &amp; </w:t><w:t>7</w:t><w:noBreakHyphen/><w:t>9&#x111;</w:t><w:br/><w:t>B</w:t>
        <w:br w:type="page"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        <w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>"#;
    let docx = read("", 14, body);
    assert_eq!(docx.paragraphs[0].text, "A & 7-9đ\nB2y");
    assert_eq!(docx.paragraphs[0].fields, ["PAGE"]);
}

const TABLE: &str = r#"<w:tbl><w:tblPr><w:tblInd w:w="100"/><w:tblCellMar><w:left w:w="100"/><w:right w:w="50"/></w:tblCellMar></w:tblPr>
    <w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>
    <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>
    <w:tc><w:tcPr><w:gridSpan w:val="2"/><w:tcBorders><w:top w:val="single" w:sz="4"/></w:tcBorders></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:tbl><w:tblGrid><w:gridCol w:w="500"/></w:tblGrid>
    <w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p/>"#;

#[test]
fn cells_know_their_place() {
    let docx = read("", 14, TABLE);
    let cell = |text: &str| {
        let found = docx.paragraphs.iter().find(|paragraph| paragraph.text == text).expect("the text");
        found.cell().expect("a cell").clone()
    };
    // In mode 14 the table hangs out by its cell margin, which the indent of 100 takes back.
    assert_eq!((cell("a").x, cell("a").width, cell("a").columns), (100, 850, 2));
    assert_eq!((cell("b").column, cell("b").x, cell("b").width), (1, 1100, 4850));
    let inner = cell("c");
    assert_eq!((inner.tables.as_slice(), inner.row, inner.x), ([0, 1].as_slice(), 0, 3100));
    assert_eq!(docx.tables.iter().map(|table| table.has_lines).collect::<Vec<_>>(), [true, false]);
    assert!(docx.tables[0].rows[0].is_header && docx.tables[0].rows[0].cant_split);
    assert!(!docx.tables[0].rows[1].is_header && !docx.tables[0].rows[1].cant_split);
    let newer = read("", 15, TABLE);
    assert_eq!(newer.paragraphs[0].cell().map(|cell| cell.x), Some(200));
}

#[test]
fn sections_headers_and_frames() {
    let docx = Docx::read(&write_docx::docx(&samples_more::draft())).expect("a DOCX");
    let section = &docx.sections[0];
    assert_eq!((section.top, section.left, section.header, section.title_page), (1134, 1701, 567, true));
    assert_eq!(section.headers["default"][0].fields, ["PAGE"]);
    assert_eq!(section.headers["first"][0].text, "TÀI LIỆU HỘI NGHỊ");
    assert!(docx.mirror_margins && docx.mode == Some(14));
    let note =
        docx.paragraphs.iter().find(|paragraph| paragraph.text.starts_with("KHÔNG PHỔ")).expect("the note");
    assert_eq!(note.place, Place::Framed);
    let regulation = Docx::read(&write_docx::docx(&samples_more::regulation())).expect("a DOCX");
    let pages: Vec<(bool, Option<i64>)> =
        regulation.sections.iter().map(|section| (section.landscape, section.restarts_at)).collect();
    assert_eq!(pages, [(false, None), (false, Some(1)), (true, Some(1))]);
}

#[test]
fn broken_files_are_told() {
    let broken =
        pack("", vec![("document.xml", "officeDocument", b"<w:document><w:body></w:document>".to_vec())]);
    let error = Docx::read(&broken).expect_err("not well-formed");
    assert!(error.starts_with("word/document.xml: byte"), "{error}");
    let empty = pack("", Vec::new());
    assert_eq!(Docx::read(&empty).expect_err("no document"), "the DOCX has no part word/document.xml");
}
