//! Rules 15 to 20, 32 and 33: the title and the names of the letterhead.

use super::{Outcome, Rule, always, below, ensure, near, needed, rule, same};
use crate::checklist::docx::{Docx, Paragraph};
use crate::checklist::paper::{Paper, points};
use crate::checklist::parts::Parts;
use crate::checklist::pdf::{Layout, Pdf, Rule as Line, level};
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::is_capitals;

pub const RULES: &[Rule] = &[
    rule(15, "tiêu đề Đảng Cộng sản Việt Nam", "HD05 I.1.2", always, Some(docx_title), Some(pdf_title)),
    rule(16, "cỡ, kiểu chữ tiêu đề", "HD05 PL2.1", always, Some(docx_title_look), Some(title_look)),
    rule(17, "đường kẻ dưới tiêu đề", "HD05 I.1.2", always, Some(docx_rule), Some(pdf_rule)),
    rule(18, "cơ quan cấp trên", "HD05 PL2.2", has_superior, Some(docx_superior), Some(pdf_superior)),
    rule(19, "cơ quan ban hành", "HD05 PL2.2", always, Some(issuer), Some(issuer)),
    rule(20, "dấu sao", "HD05 I.2.2.1", always, Some(docx_star), Some(pdf_star)),
    rule(32, "bảng tiêu đề không kẻ khung", "CONV", always, Some(docx_frame), Some(pdf_frame)),
    rule(33, "không dùng quốc hiệu, tiêu ngữ", "contrast NĐ30", always, Some(no_motto), Some(no_motto)),
];

const TITLE: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// Width of the title in 15 pt bold, in points, rounded up: 72.9 mm.
const TITLE_WIDTH: f64 = 206.7;

fn has_superior(paper: &Paper) -> bool {
    paper.superior.is_some()
}

fn title_text(paper: &Paper, parts: &Parts) -> Outcome {
    let title = needed(&parts.title, "title in the right half of the letterhead")?;
    same("title", &title.text, TITLE)?;
    let count = parts.letterhead.iter().filter(|piece| piece.text.contains(TITLE)).count();
    ensure(count == 1, || format!("the title stands {count} times in the letterhead"))?;
    ensure(title.middle() > paper.axis(), || "the title does not stand in the right half".into())
}

fn docx_title(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    title_text(paper, parts)?;
    let row = parts.title.as_ref().and_then(|title| cell_row(docx, title));
    ensure(row == Some(0), || {
        format!("the title stands in row {row:?} of the letterhead, expected the first")
    })
}

fn pdf_title(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    title_text(paper, parts)?;
    let first = parts.letterhead.iter().map(|piece| piece.lines[0].y).fold(f64::MAX, f64::min);
    let title = needed(&parts.title, "title")?;
    near("baseline of the title, against the highest of the letterhead", title.lines[0].y, first, 1.5)
}

fn title_look<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let title = needed(&parts.title, "title")?;
    Look::size(15.0).bold().check(title)?;
    ensure(is_capitals(&title.text), || "the title is not in capitals".into())?;
    ensure(title.text == TITLE, || format!("the title is cut: “{}”", title.text))
}

/// The cell must be wide enough, or the title wraps.
fn docx_title_look(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    title_look(paper, docx, parts)?;
    let width = needed(&parts.title, "title")?.x;
    let room = width.1 - width.0;
    ensure(room >= TITLE_WIDTH, || {
        format!("the title wraps: found {room:.1} pt of room, expected {TITLE_WIDTH}")
    })?;
    let broken =
        paragraph(docx, needed(&parts.title, "title")?).is_some_and(|title| title.text.contains('\n'));
    ensure(!broken, || "the title holds a line break".into())
}

fn paragraph<'a>(docx: &'a Docx, piece: &Piece) -> Option<&'a Paragraph> {
    docx.paragraphs.get(piece.paragraph?)
}

fn cell_row(docx: &Docx, piece: &Piece) -> Option<usize> {
    Some(paragraph(docx, piece)?.cell()?.row)
}

/// The bottom border of the title's paragraph, or of an empty one below it in the cell.
fn docx_rule(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let title = needed(&parts.title, "title")?;
    let start = title.paragraph.ok_or("no paragraph")?;
    let cell = docx.paragraphs[start].cell();
    let below = docx.paragraphs[start + 1..].iter().take_while(|next| next.cell() == cell && next.is_empty());
    let ruled =
        |paragraph: &&Paragraph| paragraph.look.bottom.as_ref().is_some_and(|border| border.is_solid());
    let candidates = std::iter::once(&docx.paragraphs[start]).chain(below);
    let holder = candidates.into_iter().find(ruled).ok_or("found no solid line below the title")?;
    let indents = holder.look.left.unwrap_or(0) + holder.look.right.unwrap_or(0);
    let length = points(cell.map_or(0, |cell| cell.width) - indents);
    near("length of the line below the title", length, TITLE_WIDTH, TITLE_WIDTH * 0.05)
}

fn pdf_rule(_: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let title = needed(&parts.title, "title")?;
    let (baseline, width) = (title.lines[0].y, title.x.1 - title.x.0);
    let end = parts.date.as_ref().map_or(baseline + 16.0, |date| date.lines[0].y - 8.0);
    let pages = &pdf.layout;
    let beneath = |rule: &&Line| level(rule) && rule.y0 > baseline && rule.y1 < end.max(baseline + 8.0);
    let rules = pages.first().map(|page| page.rules.iter()).into_iter().flatten();
    let overlaps = |rule: &&Line| rule.x0 < title.x.1 && rule.x1 > title.x.0;
    let found = rules.filter(beneath).find(overlaps).ok_or("found no line between the title and the date")?;
    near("length of the line below the title", found.x1 - found.x0, width, width * 0.05)?;
    near("middle of the line below the title", (found.x0 + found.x1) / 2.0, title.middle(), 2.0)
}

fn superior(paper: &Paper, parts: &Parts) -> Outcome {
    let superior = needed(&parts.superior, "upper body's name")?;
    same("upper body", &superior.words(), paper.superior.unwrap_or_default())?;
    Look::size(14.0).check(superior)?;
    ensure(is_capitals(&superior.text), || format!("“{}” is not in capitals", superior.text))?;
    ensure(superior.middle() < paper.axis(), || "the upper body does not stand in the left half".into())?;
    ensure(superior.centre.is_some(), || "the upper body's name is not centred".into())
}

fn docx_superior(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    superior(paper, parts)?;
    let line = |piece: &Option<Piece>| piece.as_ref().and_then(|piece| docx.line_of(piece.paragraph?));
    let fits = line(&parts.superior) == line(&parts.title);
    ensure(fits, || "the upper body's name does not begin level with the title".into())
}

fn pdf_superior(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    superior(paper, parts)?;
    let baseline = |piece: &Option<Piece>| piece.as_ref().map_or(0.0, |piece| piece.lines[0].y);
    near(
        "baseline of the upper body, against the title",
        baseline(&parts.superior),
        baseline(&parts.title),
        1.5,
    )
}

fn issuer<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let issuer = needed(&parts.issuer, "issuer")?;
    same("issuer", &issuer.words(), paper.issuer)?;
    Look::size(14.0).bold().check(issuer)?;
    ensure(is_capitals(&issuer.text), || format!("“{}” is not in capitals", issuer.text))?;
    ensure(issuer.middle() < paper.axis(), || "the issuer does not stand in the left half".into())?;
    match &parts.superior {
        Some(superior) => below(issuer, superior),
        None => ensure(issuer.centre.is_some(), || "the issuer is not centred".into()),
    }
}

fn star(parts: &Parts) -> Result<(&Piece, &Piece), String> {
    let issuer = needed(&parts.issuer, "issuer")?;
    let star = needed(&parts.below_issuer, "star below the issuer")?;
    same("below the issuer", &star.text, "*")?;
    below(star, issuer)?;
    let underlined = issuer.spans.iter().any(|span| span.underline);
    ensure(!underlined, || "the issuer is underlined; a star parts it from the number".into())?;
    Ok((issuer, star))
}

fn docx_star(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let (issuer, star) = star(parts)?;
    let (Some(from), Some(to)) = (issuer.paragraph, star.paragraph) else { return Ok(()) };
    let solid = |paragraph: &Paragraph| {
        let borders = [&paragraph.look.top, &paragraph.look.bottom];
        borders.into_iter().flatten().any(|border| border.is_solid())
    };
    let ruled = docx.paragraphs[from..=to].iter().any(solid);
    ensure(!ruled, || "a line is drawn below the issuer".into())
}

fn pdf_star(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let (issuer, star) = star(parts)?;
    let (top, bottom) = (issuer.lines[0].y, star.lines[0].y + 6.0);
    let drawn = |page: &Layout| {
        page.rules
            .iter()
            .any(|rule| level(rule) && rule.x1 < paper.axis() && rule.y0 > top && rule.y1 < bottom)
    };
    ensure(!pdf.layout.first().is_some_and(drawn), || "a line is drawn below the issuer".into())
}

fn docx_frame(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    let table = docx.tables.first().ok_or("found no table for the letterhead")?;
    ensure(!table.has_lines, || "the letterhead's table has lines".into())
}

/// The only line of the letterhead is the one below the title.
fn pdf_frame(_: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let end = parts.letterhead.iter().flat_map(|piece| &piece.lines).map(|line| line.y).fold(0.0, f64::max);
    let pages = &pdf.layout;
    let rules = pages.first().map(|page| page.rules.iter()).into_iter().flatten();
    let inside = rules.filter(|rule| rule.y0 < end + 6.0);
    let (level, upright): (Vec<&Line>, Vec<&Line>) = inside.partition(|rule| level(rule));
    ensure(upright.is_empty() && level.len() <= 1, || {
        format!("found {} level and {} upright lines in the letterhead", level.len(), upright.len())
    })
}

fn no_motto<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let state = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"];
    let text: Vec<String> = parts.letterhead.iter().map(|piece| piece.words().to_uppercase()).collect();
    match state.iter().find(|words| text.iter().any(|line| line.contains(*words))) {
        Some(words) => Err(format!("found “{words}”, which heads papers of the State")),
        None => Ok(()),
    }
}
