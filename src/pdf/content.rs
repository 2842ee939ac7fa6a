//! The content of a page: operators, each behind its operands (ISO 32000-1, 7.8.2).

use super::numbers::{thousandths, whole};
use super::written::literal;

/// Content as it grows.
#[derive(Debug, Default)]
pub(super) struct Content {
    bytes: Vec<u8>,
    /// The face and its size, and the thickness of lines, that were chosen last and hold still.
    face: Option<(&'static str, f64)>,
    thickness: Option<f64>,
}

impl Content {
    pub(super) fn new() -> Content {
        // A page of text has some eight kilobytes.
        Content { bytes: Vec::with_capacity(1 << 14), ..Content::default() }
    }

    /// An operator behind operands that are the same whatever the page says.
    pub(super) fn fixed(&mut self, operands_and_operator: &str) {
        self.bytes.extend_from_slice(operands_and_operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// An operator behind numbers, each to a thousandth.
    pub(super) fn numbers(&mut self, operands: &[f64], operator: &str) {
        for &operand in operands {
            thousandths(&mut self.bytes, operand);
            self.bytes.push(b' ');
        }
        self.fixed(operator);
    }

    /// Chooses a face by the name that the page's resources have for it, and its size.
    pub(super) fn font(&mut self, name: &'static str, size: f64) {
        if self.face.replace((name, size)) == Some((name, size)) {
            return;
        }
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
        self.numbers(&[size], "Tf");
    }

    /// Chooses the thickness of lines.
    pub(super) fn thickness(&mut self, thickness: f64) {
        if self.thickness.replace(thickness) != Some(thickness) {
            self.numbers(&[thickness], "w");
        }
    }

    /// Draws what chooses for itself alone: colours, places, and all that else holds on.
    pub(super) fn apart(&mut self, draw: impl FnOnce(&mut Content)) {
        let (face, thickness) = (self.face, self.thickness);
        self.fixed("q");
        draw(self);
        self.fixed("Q");
        (self.face, self.thickness) = (face, thickness);
    }

    /// Draws a picture by the name that the page's resources have for it.
    pub(super) fn picture(&mut self, name: &str) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.fixed(" Do");
    }

    /// Begins a piece that an element of the structure tree has: its tag, its number on the page, and in UTF-16 what
    /// is read instead of it.
    pub(super) fn marked(&mut self, tag: &str, number: i64, instead: Option<char>) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(tag.as_bytes());
        self.bytes.extend_from_slice(b" <<");
        if let Some(letter) = instead {
            self.bytes.extend_from_slice(b"/ActualText<FEFF");
            for unit in letter.encode_utf16(&mut [0; 2]) {
                self.bytes.extend_from_slice(format!("{unit:04X}").as_bytes());
            }
            self.bytes.push(b'>');
        }
        self.bytes.extend_from_slice(b"/MCID ");
        whole(&mut self.bytes, number);
        self.fixed(">> BDC");
    }

    /// Begins what is no part of the document's text.
    pub(super) fn artifact(&mut self, kind: &str) {
        self.bytes.extend_from_slice(b"/Artifact <</Type/");
        self.bytes.extend_from_slice(kind.as_bytes());
        self.fixed(">> BDC");
    }

    /// Ends a piece.
    pub(super) fn end_marked(&mut self) {
        self.fixed("EMC");
    }

    /// Shows glyphs by their codes, moved on by `offset` thousandths of the em behind each that is a space. What is
    /// written are whole thousandths, and what they lack goes to the next space: no glyph stands farther than half of
    /// one from its place, and a text that needs less is written in one piece.
    pub(super) fn show(&mut self, glyphs: impl Iterator<Item = (u16, bool)>, offset: f64) {
        self.bytes.extend_from_slice(b"[(");
        let mut open = true;
        let mut lacking = 0.0;
        for (code, is_space) in glyphs {
            if !open {
                self.bytes.push(b'(');
                open = true;
            }
            literal(&mut self.bytes, &code.to_be_bytes());
            if is_space {
                lacking += offset;
                let moved: f64 = lacking.round();
                if moved != 0.0 {
                    lacking -= moved;
                    self.bytes.push(b')');
                    whole(&mut self.bytes, moved as i64);
                    open = false;
                }
            }
        }
        self.fixed(if open { ")] TJ" } else { "] TJ" });
    }

    /// The bytes.
    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        // The last operator needs no end of line.
        self.bytes.pop();
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_shown_in_pieces() {
        let shown = |glyphs: &[(u16, bool)], offset: f64| {
            let mut content = Content::default();
            content.show(glyphs.iter().copied(), offset);
            content.into_bytes()
        };
        let glyphs = [(0x6162, false), (0x2020, true), (0x285C, false), (0x0D29, true)];
        assert_eq!(shown(&glyphs, -2.5), b"[(ab  )-3(\\(\\\\\\r\\))-2] TJ");
        assert_eq!(shown(&glyphs, 0.3), b"[(ab  \\(\\\\\\r\\))1] TJ");
        assert_eq!(shown(&glyphs, 0.0), b"[(ab  \\(\\\\\\r\\))] TJ");
    }

    #[test]
    fn what_holds_still_is_not_said_again() {
        let mut content = Content::new();
        content.font("R", 14.0);
        content.thickness(0.5);
        content.apart(|content| {
            content.font("R", 14.0);
            content.font("B", 14.0);
            content.thickness(1.0);
        });
        content.font("R", 14.0);
        content.thickness(0.5);
        content.font("R", 13.0);
        assert_eq!(content.into_bytes(), b"/R 14 Tf\n0.5 w\nq\n/B 14 Tf\n1 w\nQ\n/R 13 Tf");
    }

    #[test]
    fn a_piece_says_what_is_read_instead_of_it() {
        let mut content = Content::new();
        content.marked("Span", 12, Some('☒'));
        content.end_marked();
        assert_eq!(content.into_bytes(), "/Span <</ActualText<FEFF2612>/MCID 12>> BDC\nEMC".as_bytes());
    }
}
