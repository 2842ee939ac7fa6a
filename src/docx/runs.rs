//! The runs of a paragraph, and those that stand in the control of a field.

use std::borrow::Cow;

use super::body::Body;
use super::controls;
use super::styles::{CHECK_BOX, RED, is_stamped};
use crate::opc::Xml;
use crate::profile::{Ink, Style};
use crate::tree::{Emphasis, Inline, Paragraph, Run, box_char};

/// Stands in a run's text where [`JOINER`] holds the line; cleaned text never holds it.
const WORD_JOINER: char = '\u{2060}';
/// Stands in a run's text for a hyphen at which no line may break; cleaned text never holds it.
const NO_BREAK_HYPHEN: char = '\u{2011}';

/// What holds a line behind a letter that is no hyphen and no space: U+FEFF as a field's code without a field, in
/// a run of its own.
///
/// The standard (ISO/IEC 29500-1, 17.16.23) has such a code "treated as regular text", and both LibreOffices
/// do so. Other readers look for text in `w:t` alone, so that the word stays whole to whoever searches or
/// copies it. U+FEFF and not U+2060, which Times New Roman does not have.
const JOINER: &str = "\u{feff}";

/// How a run looks beside what its paragraph's style says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    emphasis: Emphasis,
    red: bool,
    check_box: bool,
}

impl Look {
    pub(super) fn write(self, xml: &mut Xml) {
        if self == Look::default() {
            return;
        }
        xml.element("w:rPr", |xml| {
            if self.check_box {
                xml.figure("w:rStyle", CHECK_BOX);
            }
            if self.emphasis.bold {
                xml.empty("w:b");
                xml.empty("w:bCs");
            }
            if self.emphasis.italic {
                xml.empty("w:i");
                xml.empty("w:iCs");
            }
            if self.red {
                xml.figure("w:color", RED);
            }
            if self.emphasis.underline {
                xml.figure("w:u", "single");
            }
        });
    }
}

/// The runs of a paragraph, written from its first letter to its last.
pub(super) struct Runs<'a> {
    body: &'a Body<'a>,
    paragraph: &'a Paragraph,
    style: &'a Style,
    red: bool,
    held: &'a [usize],
    pieces: Cow<'a, [Inline]>,
    /// The piece that comes next, and its first letter.
    next: usize,
    letter: usize,
}

impl<'a> Runs<'a> {
    pub(super) fn of(body: &'a Body<'a>, paragraph: &'a Paragraph, style: &'a Style) -> Runs<'a> {
        let content = match body.hints.printed(paragraph) {
            Cow::Borrowed(printed) => Cow::Borrowed(printed.content.as_slice()),
            Cow::Owned(printed) => Cow::Owned(printed.content),
        };
        let pieces = match paragraph.fields.as_slice() {
            [] => content,
            fields => Cow::Owned(controls::cut(&content, fields)),
        };
        let red = style.ink == Ink::Red && is_stamped(paragraph.role);
        let held = body.hints.paragraph(paragraph).held.as_slice();
        Runs { body, paragraph, style, red, held, pieces, next: 0, letter: 0 }
    }

    pub(super) fn write(mut self, xml: &mut Xml) {
        for field in &self.paragraph.fields {
            let Some(control) = self.body.control(field) else { continue };
            self.up_to(xml, field.from);
            let look = self.pieces.get(self.next).map(|piece| self.look(piece)).unwrap_or_default();
            control.write(xml, look, |xml| {
                if field.from == field.to {
                    run(xml, Look { check_box: false, ..look }, |xml| text(xml, control.shown()));
                } else {
                    self.up_to(xml, field.to);
                }
            });
        }
        self.up_to(xml, usize::MAX);
    }

    /// Writes the pieces that begin before a letter of the paragraph.
    fn up_to(&mut self, xml: &mut Xml, letter: usize) {
        while self.letter < letter
            && let Some(piece) = self.pieces.get(self.next)
        {
            self.piece(xml, piece);
            self.letter += piece.letters();
            self.next += 1;
        }
    }

    fn piece(&self, xml: &mut Xml, piece: &Inline) {
        let look = self.look(piece);
        match piece {
            Inline::Break => run(xml, look, |xml| {
                xml.leaf("w:br", [("w:type", "textWrapping")]);
            }),
            Inline::CheckBox { checked } => {
                run(xml, look, |xml| letters(xml, box_char(*checked).encode_utf8(&mut [0; 4])));
            }
            Inline::Picture(picture) => {
                run(xml, look, |xml| self.body.media.draw(xml, self.paragraph, picture))
            }
            Inline::Run(own) => self.text(xml, look, own),
        }
    }

    fn look(&self, piece: &Inline) -> Look {
        match piece {
            Inline::Run(run) => {
                let own = run.emphasis;
                let (bold, italic) = (own.bold && !self.style.bold, own.italic && !self.style.italic);
                Look { emphasis: Emphasis { bold, italic, ..own }, red: self.red, check_box: false }
            }
            Inline::CheckBox { .. } => Look { check_box: true, ..Look::default() },
            Inline::Break | Inline::Picture(_) => Look::default(),
        }
    }

    fn text(&self, xml: &mut Xml, look: Look, own: &Run) {
        if self.held.is_empty() {
            return run(xml, look, |xml| text(xml, &own.text));
        }
        for (index, part) in held(&own.text, self.letter, self.held).split(WORD_JOINER).enumerate() {
            if index > 0 {
                run(xml, look, |xml| field_code(xml, JOINER));
            }
            if index == 0 || !part.is_empty() {
                run(xml, look, |xml| letters(xml, part));
            }
        }
    }
}

pub(super) fn run(xml: &mut Xml, look: Look, content: impl FnOnce(&mut Xml)) {
    xml.element("w:r", |xml| {
        look.write(xml);
        content(xml);
    });
}

/// Where a field begins, its code ends, or it ends.
pub(super) fn field_mark(xml: &mut Xml, kind: &str) {
    xml.leaf("w:fldChar", [("w:fldCharType", kind)]);
}

pub(super) fn field_code(xml: &mut Xml, code: &str) {
    xml.element("w:instrText", |xml| xml.text(code));
}

/// Text, each [`NO_BREAK_HYPHEN`] as the element that it is.
fn letters(xml: &mut Xml, held: &str) {
    for (index, part) in held.split(NO_BREAK_HYPHEN).enumerate() {
        if index > 0 {
            xml.empty("w:noBreakHyphen");
        }
        text(xml, part);
    }
}

pub(super) fn text(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.element("w:t", |xml| xml.plain("xml:space", "preserve").text(text));
    }
}

/// A run's text, its first letter the paragraph's letter `first`, held behind the letters where it must be.
fn held(text: &str, first: usize, held: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for (index, c) in text.chars().enumerate() {
        match c {
            _ if held.binary_search(&(first + index)).is_err() => out.push(c),
            '-' => out.push(NO_BREAK_HYPHEN),
            ' ' => out.push('\u{a0}'),
            _ => out.extend([c, WORD_JOINER]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docx::{WordMode, media::Media};
    use crate::profile::Profile;
    use crate::tree::{Hints, Role};

    /// The runs of a paragraph, held behind some letters.
    fn written(content: Vec<Inline>, held: Vec<usize>) -> String {
        let own = Paragraph { number: Some(0), ..Paragraph::of(Role::Body, content) };
        let (mut hints, profile, media) = (Hints::default(), Profile::hd05(), Media::default());
        hints.paragraph_mut(0).held = held;
        let (hints, profile, media) = (&hints, &profile, &media);
        let body = Body { hints, profile, mode: WordMode::Mode14, media, controls: &[] };
        let mut xml = Xml::part(0);
        Runs::of(&body, &own, &profile.style(Role::Body)).write(&mut xml);
        let xml = String::from_utf8(xml.into_bytes()).unwrap();
        xml.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn a_line_is_held_where_the_layout_says() {
        assert_eq!(held("số 05-NQ/CB - là", 0, &[5]), "số 05\u{2011}NQ/CB - là");
        assert_eq!(held("2025–2030 : a-b", 7, &[11, 16]), "2025–\u{2060}2030\u{a0}: a-b");
    }

    #[test]
    fn a_joiner_stands_in_a_run_of_its_own_with_the_same_look() {
        let emphasis = Emphasis { bold: true, ..Emphasis::default() };
        let own = Run { text: "2025–2030—".to_owned(), emphasis };
        let bold = |content: &str| format!("<w:r><w:rPr><w:b/><w:bCs/></w:rPr>{content}</w:r>");
        let text = |text: &str| bold(&format!(r#"<w:t xml:space="preserve">{text}</w:t>"#));
        let joiner = bold("<w:instrText>\u{feff}</w:instrText>");
        let all = [text("2025–"), joiner.clone(), text("2030—"), joiner].concat();
        assert_eq!(written(vec![Inline::Run(own)], vec![4, 9]), all);
    }

    #[test]
    fn letters_are_counted_through_the_paragraph() {
        let run = |text: &str| Inline::Run(Run::plain(text));
        let content =
            vec![run("7-"), Inline::Break, Inline::CheckBox { checked: false }, run("7-9"), run(" 8-9")];
        let text = |text: &str| format!(r#"<w:t xml:space="preserve">{text}</w:t>"#);
        let held = |before: &str| [text(before), "<w:noBreakHyphen/>".to_owned(), text("9")].concat();
        let runs = [
            text("7-"),
            r#"<w:br w:type="textWrapping"/>"#.to_owned(),
            format!(r#"<w:rPr><w:rStyle w:val="VbCheckBox"/></w:rPr>{}"#, text("☐")),
            held("7"),
            held(" 8"),
        ];
        let runs: String = runs.iter().map(|run| format!("<w:r>{run}</w:r>")).collect();
        assert_eq!(written(content, vec![5, 9]), runs);
    }
}
