//! Letters: outlines under text that is not seen, or text.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::colour;
use super::number::{number, scale};
use crate::fonts::{FaceId, Fonts};
use crate::layout::{Ink, PlacedRun};
use crate::text::{clusters, is_mark};

/// Draws the letters of a page.
pub(super) struct Letters<'a> {
    fonts: &'a Fonts,
    /// The family that draws them; without one they are outlines.
    family: Option<&'a str>,
    /// The outlines in use, by the names under which they are shown.
    outlines: BTreeMap<(FaceId, u16), String>,
}

/// A word and the spaces behind it, at its place.
struct Word<'a> {
    text: &'a str,
    x: f64,
    width: f64,
}

impl<'a> Letters<'a> {
    pub(super) fn new(fonts: &'a Fonts, family: Option<&'a str>) -> Letters<'a> {
        Letters { fonts, family, outlines: BTreeMap::new() }
    }

    /// What all text has in common.
    pub(super) fn attributes(&self) -> String {
        match self.family {
            Some(family) => format!("font-family=\"{}\"", escaped(family)),
            // Where it is selected it looks alike.
            None => "font-family=\"Liberation Serif, Times New Roman, serif\" fill-opacity=\"0\"".to_owned(),
        }
    }

    /// The outlines, each once.
    pub(super) fn outlines(&self) -> String {
        let mut defs = String::new();
        for ((face, glyph), path) in self.outlines.iter().filter(|(_, path)| !path.is_empty()) {
            let _ = writeln!(defs, "<path id=\"{}\" d=\"{path}\"/>", id(*face, *glyph));
        }
        if defs.is_empty() { defs } else { format!("<defs>\n{defs}</defs>\n") }
    }

    /// A run of text, its words where the layout has them. With a space behind it where the next run stands apart.
    pub(super) fn run(
        &mut self,
        run: &PlacedRun,
        space_behind: bool,
        shapes: &mut String,
        text: &mut String,
    ) {
        let words = self.words(run);
        let last = words.len().saturating_sub(1);
        let ink = fill(run.ink);
        let _ = write!(text, "<tspan font-size=\"{}\"{}{ink}>", number(run.size), style(run.face));
        for (index, word) in words.iter().enumerate() {
            let space = if index == last && space_behind { " " } else { "" };
            let says = escaped(word.text) + space;
            let draws_itself = self.family.is_some() && !word.text.chars().any(is_mark);
            if draws_itself {
                let _ = write!(text, "<tspan x=\"{}\">{says}</tspan>", number(word.x));
            } else {
                self.draw(run, word, shapes);
                self.unseen(text, word.x, word.width, &says);
            }
        }
        text.push_str("</tspan>");
    }

    /// Text that is not seen, as wide as what is seen in its place.
    pub(super) fn unseen(&self, to: &mut String, x: f64, width: f64, text: &str) {
        let (x, width) = (number(x), number(width));
        // Outlines have no text that is seen.
        let opacity = if self.family.is_some() { " fill-opacity=\"0\"" } else { "" };
        let _ = write!(
            to,
            "<tspan x=\"{x}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"{opacity}>{text}</tspan>"
        );
    }

    fn words<'b>(&self, run: &'b PlacedRun) -> Vec<Word<'b>> {
        let mut x = run.x;
        let word = |text: &'b str| {
            let spaces = text.matches(' ').count() as f64;
            let width = self.fonts.width(text, run.face, run.size) + spaces * run.extra;
            let word = Word { text, x, width };
            x += width;
            word
        };
        run.text.split_inclusive(' ').map(word).collect()
    }

    /// Shows the outlines of a word.
    fn draw(&mut self, run: &PlacedRun, word: &Word<'_>, shapes: &mut String) {
        let face = self.fonts.face(run.face);
        let unit = run.size / f64::from(face.metrics.units_per_em);
        let mut glyphs: Vec<(u16, i32, i32)> = Vec::new();
        let mut x = 0;
        let alone = |c: char, x: &mut i32| {
            let glyph = face.glyph(c);
            let place = (glyph, *x, 0);
            *x += i32::from(face.advance(glyph));
            place
        };
        for cluster in clusters(word.text) {
            let marked = cluster.chars().any(is_mark).then(|| face.cluster(cluster)).flatten();
            match marked {
                Some(marked) => {
                    let placed =
                        |&(glyph, dx, dy): &(u16, i16, i16)| (glyph, x + i32::from(dx), i32::from(dy));
                    glyphs.extend(marked.glyphs.iter().map(placed));
                    x += i32::from(marked.advance);
                }
                None => glyphs.extend(cluster.chars().map(|c| alone(c, &mut x))),
            }
        }
        let mut uses = String::new();
        for (glyph, x, y) in glyphs {
            let outline = self.outlines.entry((run.face, glyph)).or_insert_with(|| face.outline(glyph));
            // A space draws nothing.
            if !outline.is_empty() {
                let _ = write!(uses, "<use href=\"#{}\" x=\"{x}\"", id(run.face, glyph));
                let _ = if y == 0 { write!(uses, "/>") } else { write!(uses, " y=\"{y}\"/>") };
            }
        }
        if !uses.is_empty() {
            let (unit, x, y) = (scale(unit), number(word.x), number(run.baseline));
            let _ = writeln!(
                shapes,
                "<g transform=\"matrix({unit} 0 0 -{unit} {x} {y})\"{}>{uses}</g>",
                fill(run.ink)
            );
        }
    }
}

/// Text as XML has it. A space that may not break is a space to whoever copies it, as in the PDF.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{a0}' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The name of an outline.
fn id(face: FaceId, glyph: u16) -> String {
    let face = match face {
        FaceId::Regular => "r",
        FaceId::Bold => "b",
        FaceId::Italic => "i",
        FaceId::BoldItalic => "bi",
    };
    format!("{face}{glyph}")
}

/// The colour of letters, where they are not black.
fn fill(ink: Ink) -> String {
    colour(ink).map(|colour| format!(" fill=\"{colour}\"")).unwrap_or_default()
}

fn style(face: FaceId) -> &'static str {
    match face {
        FaceId::Regular => "",
        FaceId::Bold => " font-weight=\"bold\"",
        FaceId::Italic => " font-style=\"italic\"",
        FaceId::BoldItalic => " font-weight=\"bold\" font-style=\"italic\"",
    }
}
