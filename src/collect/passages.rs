//! What the comments in the margin are about: the words that each is tied to.

use std::collections::BTreeMap;

use super::body::{Body, Paragraph};
use super::reading::short;
use super::walk::{Place, Walk};
use crate::opc::{Damage, Sink, Tag};

/// No office's document has more comments.
const MOST: usize = 5_000;

/// A passage is quoted up to so many bytes and pieces.
const BYTES: usize = 2_000;
const PIECES: usize = 1_000;

/// The walk down the main part, with where each comment begins and ends.
pub(super) struct Passages<'s> {
    walk: Walk<'s>,
    ranges: BTreeMap<String, Range>,
}

struct Range {
    from: Place,
    to: Option<Place>,
}

impl<'s> Passages<'s> {
    pub(super) fn new(walk: Walk<'s>) -> Passages<'s> {
        Passages { walk, ranges: BTreeMap::new() }
    }

    /// What was read, with the passages by the numbers of their comments; nothing where it is no document of Word.
    pub(super) fn done(self) -> Option<Body> {
        let mut body = self.walk.done()?;
        let quoted = |range: &Range| {
            let text = range.to.map(|to| between(&body.paragraphs, range.from, to)).unwrap_or_default();
            match short(&text) {
                // It stands at a place: the paragraph says which.
                text if text.is_empty() => body.paragraphs.get(range.from.paragraph).map(whole),
                text => Some(text),
            }
        };
        let passages = self.ranges.iter().filter_map(|(id, range)| Some((id.clone(), quoted(range)?)));
        let passages = passages.filter(|(_, text)| !text.is_empty()).collect();
        body.passages = passages;
        Some(body)
    }
}

impl Sink for Passages<'_> {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        if tag.name.starts_with("comment")
            && let Some(id) = tag.get("id")
        {
            let place = self.walk.place();
            match tag.name {
                "commentRangeStart" | "commentReference" if self.ranges.len() >= MOST => {}
                "commentRangeStart" => drop(self.ranges.insert(id, Range { from: place, to: None })),
                "commentReference" => {
                    self.ranges.entry(id).or_insert(Range { from: place, to: None });
                }
                "commentRangeEnd" => {
                    if let Some(range) = self.ranges.get_mut(&id) {
                        range.to.get_or_insert(place);
                    }
                }
                _ => {}
            }
        }
        self.walk.start(tag)
    }

    fn end(&mut self) -> Result<(), Damage> {
        self.walk.end()
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        self.walk.text(text)
    }
}

fn whole(paragraph: &Paragraph) -> String {
    short(&paragraph.text())
}

/// The words between two places, a space between paragraphs.
fn between(paragraphs: &[Paragraph], from: Place, to: Place) -> String {
    let (mut text, mut pieces) = (String::new(), 0);
    let inside = paragraphs.iter().enumerate().take(to.paragraph + 1).skip(from.paragraph);
    for (at, paragraph) in inside {
        let first = if at == from.paragraph { from.piece } else { 0 };
        for (index, piece) in paragraph.pieces.iter().enumerate().skip(first) {
            let begin = if (at, index) == (from.paragraph, from.piece) { from.byte } else { 0 };
            let end = match (at, index).cmp(&(to.paragraph, to.piece)) {
                std::cmp::Ordering::Less => piece.text.len(),
                std::cmp::Ordering::Equal => to.byte,
                std::cmp::Ordering::Greater => return text,
            };
            text.push_str(piece.text.get(begin..end).unwrap_or_default());
            pieces += 1;
            if text.len() > BYTES || pieces > PIECES {
                return text;
            }
        }
        text.push(' ');
    }
    text
}
