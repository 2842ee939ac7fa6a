//! Rules 81 and 82: appendices.

use super::{Outcome, Rule, below, centred, ensure, near, rule};
use crate::checklist::docx::Docx;
use crate::checklist::paper::{Paper, points};
use crate::checklist::parts::Parts;
use crate::checklist::pdf::Pdf;
use crate::checklist::piece::Piece;
use crate::checklist::words::{is_number, without_blanks};

pub const RULES: &[Rule] = &[
    rule(81, "phụ lục", "HD05 II.1", has_appendix, Some(docx_head), Some(pdf_head)),
    rule(82, "chỉ dẫn về phụ lục", "HD05 II.1.1", has_appendix, Some(mentioned), Some(mentioned)),
];

fn has_appendix(paper: &Paper) -> bool {
    paper.appendices > 0
}

/// The head of each appendix: label, title and `(Kèm theo …)`, on one axis.
fn head(paper: &Paper, parts: &Parts) -> Outcome {
    let count = parts.appendices.len();
    ensure(count == paper.appendices, || format!("found {count} appendices, expected {}", paper.appendices))?;
    for (index, pieces) in parts.appendices.iter().enumerate() {
        let label = pieces.first().ok_or("an empty appendix")?;
        let number = label.words().chars().skip(if paper.list { 9 } else { 7 }).collect::<String>();
        let expected = if count > 1 { format!(" {}", index + 1) } else { String::new() };
        ensure(number == expected, || {
            format!("found “{}”, expected no number but “{expected}” after its name", label.words())
        })?;
        let attached = pieces.iter().take(8).position(|piece| piece.text.starts_with("(Kèm theo"));
        let attached = attached.ok_or(format!("“{}” has no line “(Kèm theo …)”", label.words()))?;
        ensure(attached > 1, || format!("“{}” has no title", label.words()))?;
        let line = Piece::join(&attached_lines(&pieces[attached..])).ok_or("no line")?;
        ensure(is_attached(&line.text), || {
            format!("found “{}”, expected “(Kèm theo … số …, ngày … của …)”", line.words())
        })?;
        pieces[..attached].iter().chain([&line]).try_for_each(|piece| below(piece, label))?;
        ensure(label.all_bold(), || format!("“{}” is not bold", label.words()))?;
    }
    Ok(())
}

/// The line and what of it wraps, to the closing bracket.
fn attached_lines(pieces: &[Piece]) -> Vec<Piece> {
    let last = pieces.iter().position(|piece| piece.text.ends_with(')')).unwrap_or(0);
    pieces[..=last].to_vec()
}

/// `(Kèm theo Nghị quyết số 05-NQ/CB, ngày 05/02/2026 của Chi bộ …)`; number and day may be blank.
fn is_attached(text: &str) -> bool {
    let text = without_blanks(text);
    let inner = text.strip_prefix("(Kèm theo ").and_then(|rest| rest.strip_suffix(')'));
    let number = inner.and_then(|inner| inner.split_once(" số "));
    let date =
        number.and_then(|(kind, rest)| if kind.is_empty() { None } else { rest.split_once(", ngày ") });
    date.is_some_and(|(number, rest)| number.contains('-') && number.contains('/') && rest.contains(" của "))
}

/// Each begins a page: a new section, or a break before its label.
fn docx_head(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    head(paper, parts)?;
    for label in parts.appendices.iter().filter_map(|pieces| pieces.first()) {
        let Some(index) = label.paragraph else { continue };
        let (paragraph, before) = (&docx.paragraphs[index], docx.paragraphs[..index].last());
        let continuous = docx.section_of(paragraph).is_some_and(|section| section.continuous);
        let new_section = before.is_some_and(|before| before.section < paragraph.section) && !continuous;
        let section = docx.section_of(paragraph).ok_or("no section")?;
        let axis = points(section.left + section.width - section.right) / 2.0;
        centred(label, axis, 2.0)?;
        let starts = new_section || paragraph.look.page_break_before == Some(true);
        ensure(starts, || format!("“{}” does not begin a page", label.words()))?;
    }
    Ok(())
}

/// The reader takes a label for one only at the head of a page.
fn pdf_head(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    head(paper, parts)?;
    let pages = &pdf.layout;
    for label in parts.appendices.iter().filter_map(|pieces| pieces.first()) {
        let page = pages.get(label.lines[0].page).ok_or("no page")?;
        near("axis of an appendix's label", label.middle(), page.axis(), 2.0)?;
    }
    Ok(())
}

/// The numbers that follow each `phụ lục`: `Phụ lục 1, 2 và 3`.
fn mentions(text: &str) -> Vec<u32> {
    let lower = text.to_lowercase();
    let mut numbers = Vec::new();
    for rest in lower.split("phụ lục").skip(1) {
        for word in rest.split_whitespace() {
            let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
            let bare = bare.trim_start_matches('(');
            match bare.parse() {
                Ok(number) if is_number(bare) => numbers.push(number),
                _ if ["và", "số", "-", "đến"].contains(&word) => {}
                _ => break,
            }
        }
    }
    numbers
}

fn mentioned<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let text: Vec<String> = parts.body.iter().map(Piece::words).collect();
    let text = text.join(" ");
    let name = if paper.list { "danh sách" } else { "phụ lục" };
    ensure(text.to_lowercase().contains(name), || format!("the text mentions no {name}"))?;
    if paper.appendices == 1 {
        return Ok(());
    }
    let found = mentions(&text);
    match (1..=paper.appendices as u32).find(|number| !found.contains(number)) {
        Some(number) => Err(format!("the text does not mention Phụ lục {number}")),
        None => Ok(()),
    }
}
