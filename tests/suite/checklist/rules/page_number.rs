//! Rules 11 to 14: page numbers.

use super::{Outcome, Rule, always, ensure, near, rule, same};
use crate::checklist::docx::{Docx, Paragraph, Section};
use crate::checklist::paper::Paper;
use crate::checklist::parts::{Parts, is_appendix_label};
use crate::checklist::pdf::{Layout, Pdf};
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::is_number;

pub const RULES: &[Rule] = &[
    rule(
        11,
        "số trang ở giữa, cách mép trên 10 mm",
        "HD05 IV.5.1",
        always,
        Some(docx_number),
        Some(pdf_number),
    ),
    rule(12, "không đánh số trang thứ nhất", "HD05 IV.5.1", always, Some(docx_first), Some(pdf_first)),
    rule(
        13,
        "số trang riêng của phụ lục",
        "HD05 IV.5.2",
        has_appendix,
        Some(docx_restart),
        Some(pdf_restart),
    ),
    rule(14, "số trang chỉ gồm chữ số", "OBS", always, Some(docx_digits), Some(pdf_digits)),
];

/// 10 mm in twips and in points.
const DISTANCE: i64 = 567;
const TEN_MM: f64 = 28.35;

fn has_appendix(paper: &Paper) -> bool {
    paper.appendices > 0
}

fn is_page_field(instruction: &str) -> bool {
    instruction.split_whitespace().next() == Some("PAGE")
}

fn numbered(paragraphs: Option<&Vec<Paragraph>>) -> Option<&Paragraph> {
    paragraphs?.iter().find(|paragraph| paragraph.fields.iter().any(|field| is_page_field(field)))
}

fn docx_number(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    for section in &docx.sections {
        let header = section.headers.get("default");
        let number = numbered(header).ok_or("the header holds no PAGE field")?;
        let align = number.look.align.as_deref().unwrap_or("left");
        same("alignment of the page number", align, "center")?;
        let indents = [number.look.left, number.look.right, number.look.first_line];
        ensure(indents.iter().flatten().all(|indent| *indent == 0), || "the page number is indented".into())?;
        ensure(!number.field_looks.is_empty() || !number.runs.is_empty(), || {
            "the PAGE field has no run".into()
        })?;
        for look in number.field_looks.iter().chain(number.runs.iter().map(|run| &run.look)) {
            let size = look.size.unwrap_or(20);
            ensure(size == 28, || format!("page number: found {size} half-points, expected 28"))?;
            let upright = look.italic != Some(true) && look.bold != Some(true);
            ensure(upright, || "the page number is bold or italic, expected regular".into())?;
        }
        let fits = (section.header - DISTANCE).abs() <= 2;
        ensure(fits, || format!("header distance: found {} twips, expected {DISTANCE}", section.header))?;
        same("format of page numbers", &section.number_format, "decimal")?;
        let footer = section.footers.values().any(|paragraphs| numbered(Some(paragraphs)).is_some());
        ensure(!footer, || "a footer holds a PAGE field".into())?;
    }
    Ok(())
}

/// The sections that begin a numbering of their own: the first, and those that start again.
fn begins(index: usize, section: &Section) -> bool {
    index == 0 || section.restarts_at.is_some()
}

/// An empty page before a section that begins anew: only on two-sided paper.
fn is_blank_verso(paper: &Paper, docx: &Docx, index: usize) -> bool {
    let own = |paragraph: &&Paragraph| paragraph.section == index;
    let empty = docx.paragraphs.iter().filter(own).all(|paragraph| paragraph.text.is_empty());
    paper.two_sided && empty && docx.sections.get(index + 1).is_some_and(|next| next.restarts_at == Some(1))
}

fn docx_first(paper: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    for (index, section) in docx.sections.iter().enumerate() {
        if begins(index, section) || is_blank_verso(paper, docx, index) {
            ensure(section.title_page, || format!("section {}: no w:titlePg", index + 1))?;
        } else {
            ensure(!section.title_page, || format!("section {}: w:titlePg hides a number", index + 1))?;
        }
        let first = section.headers.get("first");
        ensure(numbered(first).is_none(), || "the first page's header holds a PAGE field".into())?;
    }
    let start = docx.sections.first().and_then(|section| section.restarts_at).unwrap_or(1);
    ensure(start == 1, || format!("page numbers start at {start}, expected 1"))
}

fn docx_restart(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let heads = parts.appendices.iter().filter_map(|pieces| pieces.first()?.paragraph);
    let mut sections: Vec<usize> = heads.map(|index| docx.paragraphs[index].section).collect();
    sections.dedup();
    ensure(sections.len() == paper.appendices && !sections.contains(&0), || {
        format!("found {} appendices in sections of their own, expected {}", sections.len(), paper.appendices)
    })?;
    for section in sections.iter().filter_map(|index| docx.sections.get(*index)) {
        let start = section.restarts_at;
        ensure(start == Some(1), || {
            format!("an appendix numbers its pages from {start:?}, expected from 1")
        })?;
    }
    Ok(())
}

fn docx_digits(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    for number in docx.sections.iter().filter_map(|section| numbered(section.headers.get("default"))) {
        let shown = number.text.trim();
        ensure(shown.is_empty() || is_number(shown), || format!("found “{shown}”, expected digits only"))?;
        let others = number.fields.iter().find(|field| !is_page_field(field));
        ensure(others.is_none(), || "the page number has another field beside it".into())?;
    }
    Ok(())
}

/// Each page with the number that it should show: none on the first of the paper or an appendix.
fn expected<'a>(paper: &Paper, pages: &'a [Layout]) -> Vec<(&'a Layout, Option<usize>)> {
    let mut number = 0;
    let mut list = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let starts = index == 0 || page.text().next().is_some_and(|line| is_appendix_label(paper, line));
        number = if starts { 1 } else { number + 1 };
        // A blank back page shows nothing.
        if !page.lines.is_empty() {
            list.push((page, Some(number).filter(|_| !starts)));
        }
    }
    list
}

/// What stands where the number should: in the top margin, near the middle of the sheet.
fn shown(page: &Layout) -> Option<&Piece> {
    let middle = page.axis();
    page.above_text().find(|line| line.x.0 < middle + 60.0 && line.x.1 > middle - 60.0)
}

fn pdf_number(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    for (page, number) in expected(paper, &pdf.layout) {
        let Some(number) = number else { continue };
        let line = shown(page).ok_or(format!("page {number} shows no number at its head"))?;
        Look::size(14.0).check(line)?;
        near(&format!("middle of the number on page {number}"), line.middle(), page.axis(), 1.5)?;
        // 10 mm from the edge lies the top of the line or the digits themselves.
        let y = line.lines[0].y;
        ensure((TEN_MM - 1.0..TEN_MM + 18.0).contains(&y), || {
            format!(
                "page {number}: the number stands {y:.1} pt below the edge, expected 10 mm (28.3 pt) and a line"
            )
        })?;
    }
    Ok(())
}

fn pdf_first(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let pages = &pdf.layout;
    let hidden = |page: &Layout| page.above_text().find(|line| is_number(&line.words())).map(Piece::words);
    if let Some(number) = pages.first().and_then(hidden) {
        return Err(format!("page 1 shows “{number}”, expected no number"));
    }
    for (page, number) in expected(paper, pages).into_iter().filter(|(_, number)| *number == Some(2)) {
        let found = shown(page).map(Piece::words).unwrap_or_default();
        same("number on the second page", &found, &number.unwrap_or(2).to_string())?;
    }
    Ok(())
}

fn pdf_restart(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let count = parts.appendices.len();
    ensure(count == paper.appendices, || format!("found {count} appendices, expected {}", paper.appendices))?;
    let pages = &pdf.layout;
    for (page, number) in expected(paper, pages) {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let found = page.above_text().map(Piece::words).find(|words| is_number(words)).unwrap_or_default();
        same("number of a page, counted anew in each appendix", &found, &number)?;
    }
    Ok(())
}

fn pdf_digits(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    for (page, number) in expected(paper, &pdf.layout) {
        let (Some(number), Some(line)) = (number, shown(page)) else { continue };
        same("text of the page number", &line.words(), &number.to_string())?;
    }
    Ok(())
}
