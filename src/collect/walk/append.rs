//! What is kept of letters: the text of their paragraph, and why it is no plain text.

use super::{Open, PIECES, TEXT, Walk};
use crate::collect::body::Piece;
use crate::collect::marks::Mark;
use crate::opc::Damage;

/// Marks of Unicode from which on letters run from right to left, and those that end it.
const TURNING: [char; 5] = ['\u{200f}', '\u{61c}', '\u{202b}', '\u{202e}', '\u{2067}'];
const TURNED: [char; 2] = ['\u{202c}', '\u{2069}'];

impl Walk<'_> {
    pub(super) fn append(&mut self, text: &str) -> Result<(), Damage> {
        if self.fields.iter().any(|field| field.code) {
            return Ok(());
        }
        // What stands above a line is no part of it.
        if self.marks.iter().any(|(_, mark)| *mark == Mark::Above) {
            self.mark(Mark::Above, text);
            return Ok(());
        }
        for field in &mut self.fields {
            field.shown |= !text.is_empty();
            if let Some(field) = field.form.and_then(|(form, _)| self.body.legacy.get_mut(form)) {
                field.text.push_str(text);
                self.text += text.len();
            }
        }
        self.mark_all(text);
        self.track(text, false);
        let control = self.controls.last().copied();
        let paragraph = self.paragraphs.last().and_then(|at| self.body.paragraphs.get_mut(*at));
        let Some(paragraph) = paragraph else { return Ok(()) };
        self.text += text.len();
        match paragraph.pieces.last_mut() {
            Some(piece) if piece.control == control => piece.text.push_str(text),
            _ => {
                self.pieces += 1;
                paragraph.pieces.push(Piece { text: text.to_owned(), control });
            }
        }
        if self.pieces > PIECES || self.text > TEXT { Err(Damage::TooLarge) } else { Ok(()) }
    }

    /// Keeps why a text is no plain text.
    fn mark_all(&mut self, text: &str) {
        let look = self.look();
        if look.is_marked() {
            self.mark(Mark::Struck, text);
        } else if look.is_faint() {
            self.mark(Mark::Faint, text);
        } else if look.is_flat() {
            self.mark(Mark::Flat, text);
        }
        if look.is_turned() {
            self.mark(Mark::Turned, text);
        }
        if let Some(encoding) = look.old_letters(text) {
            self.mark(Mark::Old(encoding), text);
        }
        if self.fields.iter().any(|field| field.changing) {
            self.mark(Mark::Changing, text);
        }
        for (_, mark) in self.marks.clone() {
            self.mark(mark, text);
        }
        self.mark_turned(text);
    }

    /// Letters that a mark of Unicode turns round: up to the one that ends it, or to the end of the paragraph.
    fn mark_turned(&mut self, text: &str) {
        let own = self.paragraphs.last().copied();
        let mut turned = own.is_some() && self.turned == own;
        if !turned && !text.contains(TURNING) {
            return;
        }
        let is_turned = |letter: &char| {
            turned = (turned || TURNING.contains(letter)) && !TURNED.contains(letter);
            turned
        };
        let letters: String = text.chars().filter(is_turned).collect();
        self.turned = own.filter(|_| turned);
        self.mark(Mark::Turned, &letters);
    }

    pub(super) fn mark(&mut self, mark: Mark, text: &str) {
        if let Some(at) = self.paragraphs.last() {
            self.body.mark(mark, *at, self.controls.last().copied(), text);
        }
    }

    /// All text in the element that begins is marked so.
    pub(super) fn marked_within(&mut self, mark: Mark) {
        self.mark_from(self.open.len(), mark);
    }

    /// All text from here on in the innermost element of that kind is marked so.
    pub(super) fn marked_in(&mut self, element: Open, mark: Mark) {
        if let Some(at) = self.open.iter().rposition(|open| *open == element) {
            self.mark_from(at, mark);
        }
    }

    /// What an element around says of all its text is not said again.
    fn mark_from(&mut self, at: usize, mark: Mark) {
        if !self.marks.iter().any(|(_, known)| *known == mark) {
            self.marks.push((at, mark));
        }
    }
}
