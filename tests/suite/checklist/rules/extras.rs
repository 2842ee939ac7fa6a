//! Rules 75 to 78, 80, 83 and 84: urgency, circulation, draft, contact, copies.

use super::{Outcome, Rule, below, centred, ensure, near, needed, rule, same};
use crate::checklist::docx::{Docx, Paragraph};
use crate::checklist::paper::{Paper, points};
use crate::checklist::parts::Parts;
use crate::checklist::pdf::{Pdf, Rule as Line, level};
use crate::checklist::piece::{Align, Look, Piece};
use crate::checklist::words::{is_capitals, is_number};

pub const RULES: &[Rule] = &[
    rule(75, "độ khẩn", "HD05 II.3, PL2.11", |paper| paper.urgency.is_some(), Some(urgency), Some(urgency)),
    rule(76, "phạm vi lưu hành", "HD05 II.4.1, PL2.12", circulates, Some(docx_note), Some(pdf_note)),
    rule(
        77,
        "không phổ biến",
        "HD05 II.4.1",
        |paper| paper.no_broadcast,
        Some(docx_secret),
        Some(pdf_secret),
    ),
    rule(78, "dự thảo", "HD05 II.4.2", |paper| paper.draft.is_some(), Some(draft), Some(draft)),
    rule(80, "thông tin liên hệ", "HD05 II.6, PL2.14", has_contact, Some(docx_contact), Some(pdf_contact)),
    rule(83, "số bản sao", "HD05 III, PL3", |paper| paper.copy, Some(copy_number), Some(copy_number)),
    rule(84, "khung dấu bản sao", "HD05 PL3", |paper| paper.copy, Some(docx_stamp), Some(pdf_stamp)),
];

/// 10 mm in points and twips.
const TEN_MM: f64 = 28.35;
const TEN_MM_TWIPS: i64 = 567;

fn circulates(paper: &Paper) -> bool {
    paper.circulation.is_some()
}

fn has_contact(paper: &Paper) -> bool {
    paper.contact.is_some()
}

fn urgency<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mark = needed(&parts.urgency, "urgency mark in the left column below the number")?;
    same("urgency", &mark.words(), paper.urgency.unwrap_or_default())?;
    let known = ["KHẨN", "THƯỢNG KHẨN", "HOẢ TỐC", "HỎA TỐC"].contains(&mark.words().as_str());
    ensure(known, || format!("found “{}”, expected KHẨN, THƯỢNG KHẨN or HOẢ TỐC", mark.words()))?;
    Look::size(14.0).bold().check(mark)?;
    let above = if paper.is_letter() { &parts.letter_abstract } else { &parts.number };
    let above = needed(above, "line above the urgency mark")?;
    let order = match (mark.lines.first(), above.lines.first()) {
        (Some(mark), Some(above)) => mark.y > above.y,
        _ => mark.paragraph > above.paragraph,
    };
    ensure(order, || format!("the urgency mark stands above “{}”", above.words()))?;
    below(mark, above)
}

fn note<'a>(paper: &Paper, parts: &'a Parts) -> Result<&'a Piece, String> {
    let note = needed(&parts.circulation, "note of circulation in the top margin of page 1")?;
    same("circulation", &note.words(), paper.circulation.unwrap_or_default())?;
    Look::size(12.0).bold().check(note)?;
    ensure(is_capitals(&note.text), || "the note is not in capitals".into())?;
    Ok(note)
}

fn docx_note(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let note = note(paper, parts)?;
    let right =
        note.align == Some(Align::Right) || note.centre.is_some_and(|centre| centre > paper.axis() + 20.0);
    ensure(right, || "the note does not stand at the right".into())?;
    let header = docx.sections.first().map_or(0, |section| section.header);
    ensure((header - TEN_MM_TWIPS).abs() <= 2, || {
        format!("header at {header} twips, expected {TEN_MM_TWIPS}")
    })
}

fn pdf_note(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let note = note(paper, parts)?;
    ensure(note.middle() > paper.axis() + 20.0, || "the note does not stand at the right".into())?;
    let y = note.lines[0].y;
    // 10 mm from the edge lies the top of the line or its baseline.
    let fits = (TEN_MM - 1.0..TEN_MM + 16.0).contains(&y);
    ensure(fits, || format!("the note stands {y:.1} pt below the edge, expected 10 mm (28.3 pt) and a line"))
}

fn secret<'a>(paper: &Paper, parts: &'a Parts) -> Result<&'a Piece, String> {
    let words = match paper.hd36() {
        true => "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        false => "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
    };
    let note = needed(&parts.no_broadcast, words)?;
    same("note", &note.words(), words)?;
    Look::size(12.0).bold().check(note)?;
    Ok(note)
}

fn docx_secret(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let note = secret(paper, parts)?;
    ensure(note.align == Some(Align::Centre), || "the note is not centred".into())?;
    // HD36 prints it in the flow, below the signature.
    let (false, Some(paragraph)) =
        (paper.hd36(), note.paragraph.and_then(|index| docx.paragraphs.get(index)))
    else {
        return Ok(());
    };
    let frame = paragraph.look.frame.as_ref().ok_or("the note is not pinned to the page")?;
    let height = docx.section_of(paragraph).map_or(0, |section| section.height);
    let low =
        frame.y.is_some_and(|y| y > height - 3 * TEN_MM_TWIPS) || frame.y_align.as_deref() == Some("bottom");
    ensure(frame.vertical_anchor == "page" && low, || {
        "the note is not pinned to the bottom of the page".into()
    })
}

fn pdf_secret(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let note = secret(paper, parts)?;
    centred(note, paper.axis(), 2.0)?;
    let place = note.lines[0];
    let last = pdf.pages.len() - 1;
    ensure(paper.appendices > 0 || place.page == last, || "the note is not on the last page".into())?;
    let rise = pdf.pages.get(place.page).map_or(0.0, |page| page.height - place.y);
    let fits = paper.hd36() || (TEN_MM - 5.0..TEN_MM + 12.0).contains(&rise);
    ensure(fits, || format!("the note stands {rise:.1} pt above the edge, expected 10 mm (28.3 pt)"))
}

fn draft<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mark = needed(&parts.draft, "draft mark in the left column")?;
    same("draft mark", &mark.text, &format!("Dự thảo lần {}", paper.draft.unwrap_or_default()))?;
    let number = mark.text.strip_prefix("Dự thảo lần ").unwrap_or_default();
    ensure(is_number(number), || format!("found “{}”, expected “Dự thảo lần n”", mark.text))?;
    Look::size(14.0).italic().check(mark)?;
    match &parts.number {
        Some(above) => below(mark, above),
        None => below(mark, needed(&parts.issuer, "issuer")?),
    }
}

fn contact<'a>(paper: &Paper, parts: &'a Parts) -> Result<&'a Piece, String> {
    let contact = needed(&parts.contact, "contact line below the signature")?;
    same("contact", &contact.words(), paper.contact.unwrap_or_default())?;
    Look::size(10.0).check(contact)?;
    Ok(contact)
}

fn docx_contact(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let contact = contact(paper, parts)?;
    ensure(contact.align == Some(Align::Centre), || "the contact line is not centred".into())?;
    let Some(index) = contact.paragraph else { return Ok(()) };
    let paragraph = &docx.paragraphs[index];
    let over = docx.paragraphs[..index].last();
    let whole = |paragraph: &Paragraph| {
        [paragraph.look.left, paragraph.look.right].iter().flatten().all(|side| *side == 0)
    };
    let own = paragraph.look.top.as_ref().is_some_and(|line| line.is_solid()) && whole(paragraph);
    let above =
        over.is_some_and(|one| one.look.bottom.as_ref().is_some_and(|line| line.is_solid()) && whole(one));
    ensure(own || above, || "found no solid line across the text above the contact line".into())
}

fn pdf_contact(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let contact = contact(paper, parts)?;
    centred(contact, paper.axis(), 2.0)?;
    let place = contact.lines[0];
    let (left, right) = paper.text_edges();
    let pages = &pdf.layout;
    let page = pages.get(place.page).ok_or("no page")?;
    let above = |rule: &&Line| level(rule) && rule.y1 < place.y && rule.y0 > place.y - 30.0;
    let line = page.rules.iter().find(above).ok_or("found no line above the contact line")?;
    near("length of the line above the contact line", line.x1 - line.x0, right - left, 3.0)?;
    let last = paper.appendices > 0 || place.page + 1 == pages.len();
    ensure(last, || "the contact line is not on the last page".into())
}

/// Everything that a reader sees in the paper and its appendices.
fn everything(parts: &Parts) -> impl Iterator<Item = &Piece> {
    let ends = parts.recipients.iter().chain(&parts.drafter_code).chain(&parts.contact);
    parts.letterhead.iter().chain(&parts.body).chain(ends).chain(parts.appendices.iter().flatten())
}

fn copy_number<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let number = everything(parts).map(Piece::words).find(|words| words.contains("-BS/"));
    let number = number.ok_or("found no number of a copy, “Số 05-BS/…”")?;
    let at = number.find("Số ").ok_or(format!("found “{number}”, expected “Số 05-BS/…”"))?;
    let (digits, code) = number[at + "Số ".len()..].split_once("-BS/").unwrap_or_default();
    let code = code.split([' ', ';', '.', ',']).next().unwrap_or_default();
    let fits =
        digits.len() >= 2 && is_number(digits) && is_capitals(code) && code.chars().all(char::is_alphabetic);
    ensure(fits, || format!("found “{number}”, expected “Số 05-BS/…”"))
}

const STAMP: &str = "BẢN SAO VĂN BẢN";
/// 80 x 50 mm in points.
const STAMP_SIZE: (f64, f64) = (226.8, 141.7);

fn docx_stamp(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    let heading = docx.paragraphs.iter().find(|paragraph| paragraph.text.trim() == STAMP);
    let heading = heading.ok_or(format!("found no {STAMP}"))?;
    let fits = heading.runs.iter().all(|run| run.look.size == Some(26) && run.look.bold == Some(true));
    ensure(fits, || format!("{STAMP} is not 26 half-points bold"))?;
    let cell = heading.cell().ok_or(format!("{STAMP} stands in no frame"))?;
    let table = &docx.tables[cell.table()];
    ensure(table.has_lines, || "the stamp has no frame".into())?;
    near("width of the stamp", points(table.width), STAMP_SIZE.0, 3.0)?;
    let height: i64 = table.rows.iter().filter_map(|row| row.height).sum();
    near("height of the stamp", points(height), STAMP_SIZE.1, 3.0)
}

fn pdf_stamp(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    for page in &pdf.layout {
        let Some(heading) = page.lines.iter().find(|line| line.words() == STAMP) else { continue };
        Look::size(13.0).bold().check(heading)?;
        let (x, y) = (heading.middle(), heading.lines[0].y);
        let wide = |rule: &&Line| level(rule) && ((rule.x1 - rule.x0) - STAMP_SIZE.0).abs() <= 3.0;
        let across: Vec<&Line> =
            page.rules.iter().filter(wide).filter(|rule| rule.x0 < x && x < rule.x1).collect();
        let top = across.iter().map(|rule| rule.y0).filter(|top| *top < y).fold(f64::MIN, f64::max);
        let bottom = across.iter().map(|rule| rule.y1).fold(f64::MIN, f64::max);
        return near("height of the stamp's frame", bottom - top, STAMP_SIZE.1, 3.0);
    }
    Err(format!("found no {STAMP}"))
}
