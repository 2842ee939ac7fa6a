//! A page's runs and rules as printpdf operations.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, FontId, Line, LinePoint, Op, PdfFontHandle, PdfPage, Point, Pt, Rect, Rgb,
    XObjectTransform,
};

use super::faces::{Faces, Glyph, name};
use super::pictures::id;
use super::tags::Mark;
use crate::layout::{CheckBox, Ink, Page, PlacedFrame, PlacedPicture, PlacedRule, PlacedRun};

/// Draws a page; every piece of it is marked, as part of a block or as an artifact. `marks` gathers
/// the pieces of each block.
pub(super) fn page(
    page: &Page,
    index: usize,
    faces: &mut Faces<'_>,
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) -> PdfPage {
    let mut ops = Vec::new();
    let mut number = 0;
    let mut mark = |ops: &mut Vec<Op>, tag: &str, block: usize, says: Option<DictItem>| {
        marks.entry(block).or_default().push((index, number));
        let says = says.map(|text| ("ActualText", text));
        ops.push(marked(tag, [("MCID", DictItem::Int(number))].into_iter().chain(says)));
        number += 1;
    };
    let mut pictures = page.pictures.iter().peekable();
    // A check box is a piece of its own, which says its letter.
    let is_a_box = |run: &PlacedRun| run.check_box().is_some();
    for piece in page.runs.chunk_by(|run, next| run.block == next.block && !(is_a_box(run) || is_a_box(next)))
    {
        let check_box = piece.first().and_then(PlacedRun::check_box);
        match piece.first().and_then(|run| run.block) {
            Some(block) => {
                // In reading order.
                while let Some(picture) = pictures.next_if(|picture| picture.block < block) {
                    mark(&mut ops, "Figure", picture.block, None);
                    image(&mut ops, picture, page.height);
                }
                match check_box {
                    Some(CheckBox { letter, .. }) => mark(&mut ops, "Span", block, Some(spoken(letter))),
                    None => mark(&mut ops, "P", block, None),
                }
            }
            // A page number, or a header that stood on an earlier page.
            None => ops.push(artifact(b"Pagination")),
        }
        piece.iter().for_each(|run| {
            inked(&mut ops, run.ink, |ops| match check_box {
                Some(check_box) => tick(ops, check_box, page.height),
                None => text(ops, run, page.height, faces),
            });
        });
        ops.push(Op::EndMarkedContent);
    }
    for picture in pictures {
        mark(&mut ops, "Figure", picture.block, None);
        image(&mut ops, picture, page.height);
    }
    let underlines = page.runs.iter().filter(|run| run.underline).map(PlacedRun::underline);
    let rules: Vec<PlacedRule> = page.rules.iter().cloned().chain(underlines).collect();
    if !(rules.is_empty() && page.frames.is_empty()) {
        ops.push(artifact(b"Layout"));
        page.frames.iter().for_each(|line| frame(&mut ops, line, page));
        rules.iter().for_each(|line| inked(&mut ops, line.ink, |ops| rule(ops, line, page.height)));
        ops.push(Op::EndMarkedContent);
    }
    PdfPage { ops, ..empty(page) }
}

/// A page with nothing drawn on it yet.
pub(super) fn empty(page: &Page) -> PdfPage {
    let sheet = Rect::from_wh(Pt(page.width as f32), Pt(page.height as f32));
    PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops: Vec::new() }
}

/// Opens a marked piece.
fn marked<'a>(tag: &str, properties: impl IntoIterator<Item = (&'a str, DictItem)>) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

/// Opens what is no part of the document's text.
fn artifact(kind: &[u8]) -> Op {
    marked("Artifact", [("Type", DictItem::Name(kind.to_vec()))])
}

/// Draws in an ink. A page begins in black, so that nothing is said of it.
fn inked(ops: &mut Vec<Op>, ink: Ink, draw: impl FnOnce(&mut Vec<Op>)) {
    let Some(col) = colour(ink) else { return draw(ops) };
    let (fill, outline) = (Op::SetFillColor { col: col.clone() }, Op::SetOutlineColor { col });
    ops.extend([Op::SaveGraphicsState, fill, outline]);
    draw(ops);
    ops.push(Op::RestoreGraphicsState);
}

/// An ink in the colours of the device, which are those of the file's output intent.
fn colour(ink: Ink) -> Option<Color> {
    match ink {
        Ink::Black => None,
        Ink::Red => Some(Color::Rgb(Rgb { r: 1.0, g: 0.0, b: 0.0, icc_profile: None })),
    }
}

/// What a check box says to a reader: its letter, in UTF-16.
fn spoken(letter: char) -> DictItem {
    let mut letters = [0; 2];
    let text = ['\u{feff}', letter].into_iter().flat_map(|c| c.encode_utf16(&mut letters)[0].to_be_bytes());
    DictItem::String { data: text.collect(), literal: false }
}

/// One run: every glyph at the place that the layout gave it, whatever the rounded widths of the
/// embedded face add up to. A part of it that another part of the face draws goes on where the last one ended.
fn text(ops: &mut Vec<Op>, run: &PlacedRun, height: f64, faces: &mut Faces<'_>) {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetTextCursor { pos: Point { x: points(run.x), y: points(height - run.baseline) } });
    let glyphs = faces.glyphs(run.face, &run.text);
    let offset = offset(run, &glyphs);
    for part in glyphs.chunk_by(|(_, glyph), (_, next)| glyph.own == next.own) {
        let own = part.first().is_some_and(|(_, glyph)| glyph.own);
        let font = PdfFontHandle::External(FontId(name(run.face, own).to_owned()));
        ops.push(Op::SetFont { font, size: Pt(run.size as f32) });
        ops.push(show(part, offset));
    }
    ops.push(Op::EndTextSection);
}

/// What stands behind each space, in thousandths of the em: what the run is wider than its glyphs, by
/// justification and by the rounding of the embedded widths. Word spacing does nothing with two-byte codes.
fn offset(run: &PlacedRun, glyphs: &[(char, Glyph)]) -> f32 {
    let natural: u32 = glyphs.iter().map(|(_, glyph)| u32::from(glyph.advance)).sum();
    let spaces = glyphs.iter().filter(|(c, _)| *c == ' ').count().max(1);
    let offset = (f64::from(natural) - run.width * 1000.0 / run.size) / spaces as f64;
    ((offset * 100.0).round() / 100.0) as f32
}

/// Shows glyphs: one string up to each space, where printpdf's own operation would write one a glyph.
fn show(glyphs: &[(char, Glyph)], offset: f32) -> Op {
    let mut shown = Vec::new();
    let mut codes = Vec::with_capacity(2 * glyphs.len());
    for (c, glyph) in glyphs {
        codes.extend_from_slice(&glyph.number.to_be_bytes());
        if *c == ' ' && offset != 0.0 {
            shown.push(DictItem::String { data: std::mem::take(&mut codes), literal: true });
            shown.push(DictItem::Real(offset));
        }
    }
    if !codes.is_empty() {
        shown.push(DictItem::String { data: codes, literal: true });
    }
    Op::Unknown { key: "TJ".into(), value: vec![DictItem::Array(shown)] }
}

/// A place on the page to a thousandth of a point.
fn points(points: f64) -> Pt {
    Pt(((points * 1000.0).round() / 1000.0) as f32)
}

/// A picture, stretched over its place, and the end of its piece.
fn image(ops: &mut Vec<Op>, picture: &PlacedPicture, height: f64) {
    let transform = XObjectTransform {
        translate_x: Some(points(picture.x)),
        translate_y: Some(points(height - picture.bottom)),
        scale_x: Some(picture.width as f32),
        scale_y: Some(picture.height as f32),
        // A picture is one unit wide and high.
        no_auto_scale: true,
        ..XObjectTransform::default()
    };
    ops.extend([Op::UseXobject { id: id(&picture.raster), transform }, Op::EndMarkedContent]);
}

fn rule(ops: &mut Vec<Op>, rule: &PlacedRule, height: f64) {
    let (x, y) = if rule.upright { (0.0, rule.length) } else { (rule.length, 0.0) };
    let ends = [(rule.x, height - rule.y), (rule.x + x, height - rule.y - y)];
    stroke(ops, &ends, false, rule.width);
}

/// A line of the border round a page.
fn frame(ops: &mut Vec<Op>, line: &PlacedFrame, page: &Page) {
    let (left, low) = (line.inset, line.inset);
    let (right, high) = (page.width - line.inset, page.height - line.inset);
    stroke(ops, &[(left, low), (right, low), (right, high), (left, high)], true, line.line);
}

/// Draws a line through points, from the sheet's lower left corner.
fn stroke(ops: &mut Vec<Op>, path: &[(f64, f64)], is_closed: bool, width: f64) {
    let point = |&(x, y): &(f64, f64)| LinePoint { p: Point { x: points(x), y: points(y) }, bezier: false };
    let line = Line { points: path.iter().map(point).collect(), is_closed };
    ops.extend([Op::SetOutlineThickness { pt: points(width) }, Op::DrawLine { line }]);
}

/// A check box, a cross in it where it is ticked. It is text to a reader, and a drawing to the eye.
fn tick(ops: &mut Vec<Op>, check_box: CheckBox, height: f64) {
    let CheckBox { left, side, width, .. } = check_box;
    let low = height - check_box.bottom;
    let (right, high) = (left + side, low + side);
    stroke(ops, &[(left, low), (right, low), (right, high), (left, high)], true, width);
    if check_box.ticked {
        stroke(ops, &[(left, low), (right, high)], false, width);
        stroke(ops, &[(left, high), (right, low)], false, width);
    }
}
