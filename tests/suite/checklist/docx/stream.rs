//! Sorts a DOCX's paragraphs into the regions of a paper: letterhead, text, signature, appendices.

use super::body::{Paragraph, Place};
use super::{Docx, Section};
use crate::checklist::paper::{Paper, points};
use crate::checklist::parts::{Stream, is_appendix_label, is_confirmation};
use crate::checklist::piece::{Align, Piece, Span};
use crate::checklist::words::is_capitals;

/// The paragraph as a piece, where it shows something.
fn piece(docx: &Docx, paragraph: &Paragraph, index: Option<usize>) -> Option<Piece> {
    if paragraph.is_empty() {
        return None;
    }
    let spans = paragraph.runs.iter().map(|run| Span {
        text: run.text.clone(),
        size: run.look.size.unwrap_or(20) as f64 / 2.0,
        bold: run.look.bold == Some(true),
        italic: run.look.italic == Some(true),
        underline: run.look.underline == Some(true),
    });
    let look = &paragraph.look;
    let align = match look.align.as_deref() {
        Some("center") => Align::Centre,
        Some("right" | "end") => Align::Right,
        Some("both") => Align::Both,
        _ => Align::Left,
    };
    let nowhere = Section::default();
    let section = docx.section_of(paragraph).unwrap_or(&nowhere);
    let (x, width) = match paragraph.cell() {
        Some(cell) => (cell.x, cell.width),
        None => (0, section.width - section.left - section.right),
    };
    let left = section.left + x + look.left.unwrap_or(0);
    let right = section.left + x + width - look.right.unwrap_or(0);
    // A first-line indent moves a centred line off its axis.
    let centre = points(left + right + look.first_line.unwrap_or(0)) / 2.0;
    Some(Piece {
        align: Some(align),
        centre: (align == Align::Centre).then_some(centre),
        x: (points(left), points(right)),
        paragraph: index,
        in_table: paragraph.cell().is_some(),
        ..Piece::new(spans.collect())
    })
}

/// The table of the recipients, where nobody signs beside them.
fn recipients_table(docx: &Docx, main: &[Paragraph]) -> Option<usize> {
    let label = main.iter().rev().find(|paragraph| paragraph.text.starts_with("Nơi nhận"))?;
    let outer = *label.cell()?.tables.first()?;
    (!docx.tables.get(outer)?.has_lines).then_some(outer)
}

/// The table of the signature: the last one without lines whose right column has capitals.
fn signature_table(docx: &Docx, main: &[Paragraph]) -> Option<usize> {
    let fits = |paragraph: &Paragraph| {
        let cell = paragraph.cell()?;
        let outer = *cell.tables.first()?;
        let right = cell.column > 0 && outer > 0 && !docx.tables.get(outer)?.has_lines;
        (right && is_capitals(&paragraph.text)).then_some(outer)
    };
    main.iter().rev().find_map(fits)
}

pub fn stream(docx: &Docx, paper: &Paper) -> Stream {
    let mut stream = Stream::default();
    let pieces: Vec<Option<Piece>> =
        docx.paragraphs.iter().enumerate().map(|(index, one)| piece(docx, one, Some(index))).collect();
    let label = |index: &usize| {
        let in_body = docx.paragraphs[*index].place == Place::Body;
        in_body && pieces[*index].as_ref().is_some_and(|piece| is_appendix_label(paper, piece))
    };
    let labels: Vec<usize> = (0..pieces.len()).filter(label).collect();
    let end = labels.first().copied().unwrap_or(pieces.len());
    let main = &docx.paragraphs[..end];
    let signature = match (paper.has_signature, paper.has_recipients) {
        (true, _) => signature_table(docx, main),
        (false, true) => recipients_table(docx, main),
        _ => None,
    };
    let mut signed = false;
    for (paragraph, piece) in main.iter().zip(&pieces) {
        let Some(piece) = piece.clone().filter(|piece| paper.form_label != Some(piece.words().as_str()))
        else {
            continue;
        };
        let right = paragraph.cell().is_some_and(|cell| cell.column > 0);
        if paragraph.in_table(0) {
            if right { stream.right.push(piece) } else { stream.left.push(piece) }
        } else if signature.is_some_and(|table| paragraph.in_table(table)) {
            signed = true;
            if right { stream.sign_right.push(piece) } else { stream.sign_left.push(piece) }
        } else if signed
            && paragraph.place != Place::Framed
            && !piece.text.starts_with("Nơi nhận")
            && stream.after.is_empty()
            && (!stream.confirmation.is_empty() || is_confirmation(paper, &piece))
        {
            stream.confirmation.push(piece);
        } else if signed || paragraph.place == Place::Framed {
            stream.after.push(piece);
        } else {
            stream.flow.push(piece);
        }
    }
    for (number, start) in labels.iter().enumerate() {
        let stop = labels.get(number + 1).copied().unwrap_or(pieces.len());
        stream.appendices.push(pieces[*start..stop].iter().flatten().cloned().collect());
    }
    let first = docx.sections.first();
    if let Some(header) =
        first.filter(|section| section.title_page).and_then(|page| page.headers.get("first"))
    {
        stream.top = header.iter().filter_map(|paragraph| piece(docx, paragraph, None)).collect();
    }
    if let Some(footer) = first.and_then(|section| section.footers.get("default")) {
        stream.after.extend(footer.iter().filter_map(|paragraph| piece(docx, paragraph, None)));
    }
    stream
}
