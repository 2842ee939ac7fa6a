//! A page's runs and rules as printpdf operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, Line, LinePoint, Op, PdfFontHandle, PdfPage, Point, Pt, Rect, TextItem, TextMatrix,
};

use super::embed::{Embedded, font_id};
use super::tags::Mark;
use crate::layout::{Page, PlacedRule, PlacedRun};

/// Where an underline lies below the baseline, and how thick it is, in parts of the size.
const UNDERLINE: (f64, f64) = (0.11, 0.05);

/// Draws a page; every piece of it is marked, as part of a block or as an artifact. `marks` gathers
/// the pieces of each block.
pub(super) fn page(
    page: &Page,
    index: usize,
    embedded: &Embedded,
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) -> PdfPage {
    let mut ops = Vec::new();
    let mut number = 0;
    for piece in page.runs.chunk_by(|run, next| run.block == next.block) {
        match piece.first().and_then(|run| run.block) {
            Some(block) => {
                marks.entry(block).or_default().push((index, number));
                ops.push(marked("P", "MCID", DictItem::Int(number)));
                number += 1;
            }
            // A page number.
            None => ops.push(marked("Artifact", "Type", DictItem::Name(b"Pagination".to_vec()))),
        }
        piece.iter().for_each(|run| text(&mut ops, run, page.height, embedded));
        ops.push(Op::EndMarkedContent);
    }
    let underlines = page.runs.iter().filter(|run| run.underline).map(underline);
    let rules: Vec<PlacedRule> = page.rules.iter().cloned().chain(underlines).collect();
    if !rules.is_empty() {
        ops.push(marked("Artifact", "Type", DictItem::Name(b"Layout".to_vec())));
        rules.iter().for_each(|line| rule(&mut ops, line, page.height));
        ops.push(Op::EndMarkedContent);
    }
    let sheet = Rect::from_wh(Pt(page.width as f32), Pt(page.height as f32));
    PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops }
}

/// Opens a marked piece.
fn marked(tag: &str, key: &str, value: DictItem) -> Op {
    let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

/// One run: every glyph at the place that the layout gave it, whatever the rounded widths of the
/// embedded face add up to.
fn text(ops: &mut Vec<Op>, run: &PlacedRun, height: f64, embedded: &Embedded) {
    let position = TextMatrix::Translate(Pt(run.x as f32), Pt((height - run.baseline) as f32));
    ops.extend([
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size as f32) },
        Op::SetTextMatrix { matrix: position },
        Op::ShowText { items: vec![TextItem::GlyphIds(glyphs(run, embedded))] },
        Op::EndTextSection,
    ]);
}

/// The run's glyphs. What the run is wider than its glyphs, by justification and by the rounding of
/// the embedded widths, stands behind its spaces: word spacing does nothing with two-byte codes.
fn glyphs(run: &PlacedRun, embedded: &Embedded) -> Vec<Codepoint> {
    let wanted = run.width * 1000.0 / run.size;
    let natural: u32 = run.text.chars().map(|c| u32::from(embedded.glyph(run.face, c).1)).sum();
    let spaces = run.text.matches(' ').count().max(1);
    let offset = (f64::from(natural) - wanted) / spaces as f64;
    run.text
        .chars()
        .map(|c| {
            let (glyph, _) = embedded.glyph(run.face, c);
            let offset = if c == ' ' { offset as f32 } else { 0.0 };
            let text = if c == '\u{a0}' { ' ' } else { c };
            Codepoint { gid: glyph, offset, cid: Some(text.to_string()) }
        })
        .collect()
}

fn underline(run: &PlacedRun) -> PlacedRule {
    PlacedRule {
        x: run.x,
        y: run.baseline + run.size * UNDERLINE.0,
        length: run.width,
        width: run.size * UNDERLINE.1,
    }
}

fn rule(ops: &mut Vec<Op>, rule: &PlacedRule, height: f64) {
    let point =
        |x: f64| LinePoint { p: Point { x: Pt(x as f32), y: Pt((height - rule.y) as f32) }, bezier: false };
    let line = Line { points: vec![point(rule.x), point(rule.x + rule.length)], is_closed: false };
    ops.extend([Op::SetOutlineThickness { pt: Pt(rule.width as f32) }, Op::DrawLine { line }]);
}
