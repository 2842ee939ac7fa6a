//! Rules 43 to 50: paragraphs of the text.

use super::{Outcome, Rule, ensure, near, rule};
use crate::checklist::docx::{Docx, Paragraph};
use crate::checklist::paper::{Paper, points};
use crate::checklist::parts::{Parts, is_basis};
use crate::checklist::pdf::{Pdf, gap, pitch};
use crate::checklist::piece::{Align, Look, Piece};

pub const RULES: &[Rule] = &[
    rule(43, "nội dung căn đều hai bên", "HD05 I.6.2.2", prose, Some(docx_justified), Some(pdf_justified)),
    rule(44, "đầu dòng lùi 10 mm", "HD05 I.6.2.2", prose, Some(docx_indent), Some(pdf_indent)),
    rule(45, "cách đoạn ít nhất 6pt", "HD05 I.6.2.2", prose, Some(docx_gap), Some(pdf_gap)),
    rule(46, "cách dòng chính xác 18-22pt", "HD05 I.6.2.2", prose, Some(docx_line), Some(pdf_line)),
    rule(47, "cỡ chữ nội dung", "HD05 PL2.6", prose, Some(size), Some(size)),
    rule(48, "kết thúc nội dung", "HD05 I.6.2.2", prose, Some(last_stop), Some(last_stop)),
    rule(49, "dấu của căn cứ", "HD05 I.6.2.3", has_bases, Some(bases), Some(bases)),
    rule(50, "căn cứ chữ đứng", "HD05 PL2.6", has_bases, Some(bases_upright), Some(bases_upright)),
];

/// 10 mm, and how far from it the regulation's "subject" may reach; twips.
const INDENT: i64 = 567;
const ABOUT: i64 = 60;
/// 6 pt in twips.
const GAP: i64 = 120;

fn prose(paper: &Paper) -> bool {
    paper.prose
}

fn has_bases(paper: &Paper) -> bool {
    paper.bases > 0
}

/// Paragraphs of the text; centred bold lines (Chương, Mục, `QUYẾT ĐỊNH`) are headings.
fn paragraphs(parts: &Parts) -> Result<Vec<&Piece>, String> {
    let text: Vec<&Piece> = parts.body.iter().filter(|piece| !piece.is_centred_heading()).collect();
    if text.is_empty() { Err("found no text".into()) } else { Ok(text) }
}

fn in_docx<'a>(docx: &'a Docx, parts: &'a Parts) -> Result<Vec<(&'a Piece, &'a Paragraph)>, String> {
    let found = |piece: &'a Piece| Some((piece, docx.paragraphs.get(piece.paragraph?)?));
    Ok(paragraphs(parts)?.into_iter().filter_map(found).collect())
}

/// The beginning of a paragraph, for a message.
fn start(piece: &Piece) -> String {
    piece.words().chars().take(40).collect()
}

fn docx_justified(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for (piece, paragraph) in in_docx(docx, parts)? {
        let align = paragraph.look.align.as_deref().unwrap_or("left");
        // A heading is one line: justified or not, it looks the same.
        let heading = piece.all_bold() && align == "left";
        ensure(align == "both" || heading, || format!("“{}”: found {align}, expected both", start(piece)))?;
    }
    Ok(())
}

fn pdf_justified(_: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let ragged = |piece: &&Piece| matches!(piece.align, Some(Align::Left | Align::Right | Align::Centre));
    match paragraphs(parts)?.into_iter().find(ragged) {
        Some(piece) => Err(format!("“{}” is not justified to both margins", start(piece))),
        None => Ok(()),
    }
}

fn docx_indent(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for (piece, paragraph) in in_docx(docx, parts)? {
        let first = paragraph.look.first_line.unwrap_or(0) + paragraph.look.left.unwrap_or(0);
        let fits = (first - INDENT).abs() <= ABOUT;
        ensure(fits, || {
            format!("“{}”: first line at {first} twips, expected {INDENT} ± {ABOUT}", start(piece))
        })?;
        let left = paragraph.look.left.unwrap_or(0);
        ensure(left == 0, || format!("“{}”: all lines moved by {left} twips, expected 0", start(piece)))?;
    }
    Ok(())
}

fn pdf_indent(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let (left, _) = paper.text_edges();
    for piece in paragraphs(parts)? {
        let what = format!("first line of “{}”", start(piece));
        near(&what, piece.lines[0].x0 - left, points(INDENT), points(ABOUT) + 0.5)?;
    }
    Ok(())
}

fn docx_gap(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for pair in in_docx(docx, parts)?.windows(2) {
        let [(above, one), (below, two)] = pair else { continue };
        // Only true neighbours: no table, heading or empty line between them.
        if above.paragraph.map(|index| index + 1) != below.paragraph {
            continue;
        }
        let joined = one.style == two.style;
        let contextual = |paragraph: &Paragraph| joined && paragraph.look.contextual_spacing == Some(true);
        let after = if contextual(one) { 0 } else { one.look.after.unwrap_or(0) };
        let before = if contextual(two) { 0 } else { two.look.before.unwrap_or(0) };
        ensure(after + before >= GAP, || {
            format!(
                "between “{}” and “{}”: found {} twips, expected {GAP}",
                start(above),
                start(below),
                after + before
            )
        })?;
    }
    Ok(())
}

/// The distance of lines, from the paragraphs of several lines.
fn line_pitch(parts: &Parts) -> Result<f64, String> {
    let lines = |piece: &Piece| -> Vec<Piece> {
        piece.lines.iter().map(|line| Piece { lines: vec![*line], ..Piece::default() }).collect()
    };
    let smallest = paragraphs(parts)?.into_iter().map(|piece| pitch(&lines(piece))).fold(f64::MAX, f64::min);
    Ok(if smallest == f64::MAX { 18.0 } else { smallest })
}

fn pdf_gap(_: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let least = line_pitch(parts)? + points(GAP);
    for pair in parts.body.windows(2) {
        if pair.iter().any(Piece::is_centred_heading) {
            continue;
        }
        let Some(found) = gap(&pair[0], &pair[1]) else { continue };
        ensure(found >= least - 0.3, || {
            format!(
                "before “{}”: baselines {found:.1} pt apart, expected {least:.1} at least",
                start(&pair[1])
            )
        })?;
    }
    Ok(())
}

/// 18 to 22 pt; HD36 sets no upper bound.
fn most(paper: &Paper) -> f64 {
    if paper.hd36() { f64::MAX } else { 22.0 }
}

fn docx_line(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for (piece, paragraph) in in_docx(docx, parts)? {
        let look = &paragraph.look;
        let (line, line_rule) = (look.line.unwrap_or(240), look.line_rule.as_deref().unwrap_or("auto"));
        let fits = line_rule == "exact" && line >= 360 && points(line) <= most(paper);
        ensure(fits, || {
            format!("“{}”: found {line} twips {line_rule}, expected 360 to 440 exact", start(piece))
        })?;
    }
    Ok(())
}

fn pdf_line(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    for piece in paragraphs(parts)? {
        for pair in piece.lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            let pitch = pair[1].y - pair[0].y;
            let fits = pitch > 17.8 && pitch < most(paper) + 0.2;
            ensure(fits, || format!("“{}”: lines {pitch:.1} pt apart, expected 18 to 22", start(piece)))?;
        }
    }
    Ok(())
}

/// 14 to 15 pt, one size throughout, headings too.
fn size<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let sizes = parts.body.iter().flat_map(|piece| piece.visible().map(move |span| (piece, span.size)));
    let mut first = None;
    for (piece, size) in sizes {
        let fits = size > 13.9 && size < 15.1;
        ensure(fits, || format!("“{}”: found {size} pt, expected 14 to 15 pt", start(piece)))?;
        let one = *first.get_or_insert(size);
        ensure((size - one).abs() < 0.1, || {
            format!("“{}”: found {size} pt, elsewhere {one} pt", start(piece))
        })?;
    }
    ensure(first.is_some(), || "found no text".into())
}

fn last_stop<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    // A closing table ends the text without a sign.
    if parts.ends_with_table {
        return Ok(());
    }
    let last = paragraphs(parts)?.last().map(|piece| piece.words()).unwrap_or_default();
    let end: String = last.chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
    ensure(last.ends_with('.'), || format!("the text ends “…{end}”, expected a full stop"))?;
    ensure(!last.ends_with("./."), || "the text ends “./.”, as papers of the State do".into())
}

fn bases_of<'a>(paper: &Paper, parts: &'a Parts) -> Result<Vec<&'a Piece>, String> {
    let bases: Vec<&Piece> = parts.body.iter().take_while(|piece| is_basis(piece)).collect();
    let count = bases.len();
    ensure(count == paper.bases, || format!("found {count} căn cứ, expected {}", paper.bases))?;
    Ok(bases)
}

fn bases<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let bases = bases_of(paper, parts)?;
    // Before a heading the grounds are a sentence of their own, after either guidance.
    let headed = parts.body.get(bases.len()).is_some_and(|next| next.words().starts_with("I- "));
    for (index, basis) in bases.iter().enumerate() {
        let text = basis.words();
        // HD36 asks for no hyphen.
        ensure(text.starts_with("- ") || paper.hd36(), || format!("“{}” does not begin “- ”", start(basis)))?;
        let mark = match (index + 1 == bases.len(), paper.hd36()) {
            (false, _) => ';',
            (true, true) if !headed => ',',
            (true, _) => '.',
        };
        ensure(text.ends_with(mark), || format!("“{}…” does not end “{mark}”", start(basis)))?;
    }
    Ok(())
}

fn bases_upright<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    bases_of(paper, parts)?.into_iter().try_for_each(|basis| Look::between(14.0, 15.0).check(basis))
}
