//! A page's runs, rules and pictures as the content of a page.

use super::content::Content;
use super::faces::{Faces, Glyph, name};
use super::marks::Marks;
use super::pictures;
use crate::layout::{CheckBox, Ink, Page, PlacedFrame, PlacedPicture, PlacedRule, PlacedRun};

/// Draws a page; every piece of it is marked, as part of a block or as an artifact. `marks` gathers
/// the pieces of each block.
pub(super) fn page(page: &Page, index: usize, faces: &mut Faces<'_>, marks: &mut Marks) -> Vec<u8> {
    let mut content = Content::new();
    let mut number = 0;
    let mut mark = |content: &mut Content, tag: &str, block: usize, instead: Option<char>| {
        marks.add(block, index, number);
        content.marked(tag, number, instead);
        number += 1;
    };
    let mut glyphs = Vec::new();
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
                    mark(&mut content, "Figure", picture.block, None);
                    image(&mut content, picture, page.height);
                }
                match check_box {
                    Some(CheckBox { letter, .. }) => mark(&mut content, "Span", block, Some(letter)),
                    None => mark(&mut content, "P", block, None),
                }
            }
            // A page number, or a header that stood on an earlier page.
            None => content.artifact("Pagination"),
        }
        for run in piece {
            inked(&mut content, run.ink, |content| match check_box {
                Some(check_box) => tick(content, check_box, page.height),
                None => text(content, run, page.height, faces, &mut glyphs),
            });
        }
        content.end_marked();
    }
    for picture in pictures {
        mark(&mut content, "Figure", picture.block, None);
        image(&mut content, picture, page.height);
    }
    let mut underlined = page.runs.iter().filter(|run| run.underline).peekable();
    if !(page.rules.is_empty() && page.frames.is_empty() && underlined.peek().is_none()) {
        content.artifact("Layout");
        page.frames.iter().for_each(|line| frame(&mut content, line, page));
        page.rules.iter().for_each(|line| rule(&mut content, line, page.height));
        underlined.for_each(|run| rule(&mut content, &run.underline(), page.height));
        content.end_marked();
    }
    content.into_bytes()
}

/// Draws in an ink, which is a colour of the device, as the file's output intent has it. A page begins in black, so that
/// nothing is said of it.
fn inked(content: &mut Content, ink: Ink, draw: impl FnOnce(&mut Content)) {
    let colours = match ink {
        Ink::Black => return draw(content),
        Ink::Red => ["1 0 0 rg", "1 0 0 RG"],
    };
    content.apart(|content| {
        colours.into_iter().for_each(|colour| content.fixed(colour));
        draw(content);
    });
}

/// One run: every glyph at the place that the layout gave it, whatever the rounded widths of the
/// embedded face add up to. A part of it that another part of the face draws goes on where the last one ended.
fn text(
    content: &mut Content,
    run: &PlacedRun,
    height: f64,
    faces: &mut Faces<'_>,
    glyphs: &mut Vec<(char, Glyph)>,
) {
    content.fixed("BT");
    content.numbers(&[run.x, height - run.baseline], "Td");
    glyphs.clear();
    faces.glyphs(run.face, &run.text, glyphs);
    let offset = offset(run, glyphs);
    for part in glyphs.chunk_by(|(_, glyph), (_, next)| glyph.own == next.own) {
        let own = part.first().is_some_and(|(_, glyph)| glyph.own);
        content.font(name(run.face, own), run.size);
        content.show(part.iter().map(|(c, glyph)| (glyph.number, *c == ' ')), offset);
    }
    content.fixed("ET");
}

/// What stands behind each space, in thousandths of the em: what the run is wider than its glyphs, by
/// justification and by the rounding of the embedded widths. Word spacing does nothing with two-byte codes.
fn offset(run: &PlacedRun, glyphs: &[(char, Glyph)]) -> f64 {
    let natural: u32 = glyphs.iter().map(|(_, glyph)| u32::from(glyph.advance)).sum();
    let spaces = glyphs.iter().filter(|(c, _)| *c == ' ').count().max(1);
    (f64::from(natural) - run.width * 1000.0 / run.size) / spaces as f64
}

/// A picture, stretched over its place, and the end of its piece.
fn image(content: &mut Content, picture: &PlacedPicture, height: f64) {
    content.apart(|content| {
        // A picture is one unit wide and high.
        let place = [picture.width, 0.0, 0.0, picture.height, picture.x, height - picture.bottom];
        content.numbers(&place, "cm");
        content.picture(&pictures::name(&picture.raster));
    });
    content.end_marked();
}

fn rule(content: &mut Content, rule: &PlacedRule, height: f64) {
    let (x, y) = if rule.upright { (0.0, rule.length) } else { (rule.length, 0.0) };
    let ends = [(rule.x, height - rule.y), (rule.x + x, height - rule.y - y)];
    inked(content, rule.ink, |content| stroke(content, &ends, false, rule.width));
}

/// A line of the border round a page.
fn frame(content: &mut Content, line: &PlacedFrame, page: &Page) {
    let (left, low) = (line.inset, line.inset);
    let (right, high) = (page.width - line.inset, page.height - line.inset);
    stroke(content, &[(left, low), (right, low), (right, high), (left, high)], true, line.line);
}

/// Draws a line through points, from the sheet's lower left corner.
fn stroke(content: &mut Content, path: &[(f64, f64)], is_closed: bool, width: f64) {
    content.thickness(width);
    for (index, &(x, y)) in path.iter().enumerate() {
        content.numbers(&[x, y], if index == 0 { "m" } else { "l" });
    }
    if is_closed {
        content.fixed("h");
    }
    content.fixed("S");
}

/// A check box, a cross in it where it is ticked. It is text to a reader, and a drawing to the eye.
fn tick(content: &mut Content, check_box: CheckBox, height: f64) {
    let CheckBox { left, side, width, .. } = check_box;
    let low = height - check_box.bottom;
    let (right, high) = (left + side, low + side);
    stroke(content, &[(left, low), (right, low), (right, high), (left, high)], true, width);
    if check_box.ticked {
        stroke(content, &[(left, low), (right, high)], false, width);
        stroke(content, &[(left, high), (right, low)], false, width);
    }
}
