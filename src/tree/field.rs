//! A piece of a paragraph that belongs to a field of the record.

use serde_json::{Map, Value};

use super::{Inline, Paragraph};
use crate::path::Path;

/// Where a field of the record is printed: room that is left for it, or its text, which may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its place among the fields of its tree, in reading order from 0; none outside a tree.
    pub number: Option<usize>,
    /// Its first letter in the paragraph; a break, a box is a letter.
    pub from: usize,
    /// The letter behind its last one; the same as `from` where nothing stands there.
    pub to: usize,
    /// Where the field stands in the record.
    pub at: Path,
    /// What the group that holds it must say where the record has no such group.
    pub around: Map<String, Value>,
    /// What is chosen from, where that is a few values; others may be written too.
    pub choices: Vec<String>,
    /// Whether what stands there is not to be changed: who sends a form out has said it.
    pub locked: bool,
    /// What the field is called.
    pub term: Option<String>,
}

impl Field {
    /// A field whose text begins at a letter.
    pub(crate) fn begun(at: Path, from: usize) -> Field {
        Field {
            number: None,
            from,
            to: from,
            at,
            around: Map::new(),
            choices: Vec::new(),
            locked: false,
            term: None,
        }
    }

    /// The same field, which is not to be changed.
    pub(crate) fn locked(self) -> Field {
        Field { locked: true, ..self }
    }

    /// Room that is filled in and is no field of the record: an opinion, a box that is ticked.
    pub(crate) fn unnamed() -> Field {
        Field::begun(Path::at("view").field("blank"), 0)
    }

    /// The same field, so many letters further on.
    pub(crate) fn moved(self, letters: usize) -> Field {
        Field { from: self.from + letters, to: self.to + letters, ..self }
    }

    /// The same field, where the paragraph ends at a letter.
    pub(crate) fn within(self, end: usize) -> Field {
        Field { from: self.from.min(end), to: self.to.min(end), ..self }
    }

    /// The field at the letters of a paragraph that are its text.
    pub(crate) fn of(at: impl Into<Path>, letters: std::ops::Range<usize>) -> Field {
        Field { to: letters.end, ..Field::begun(at.into(), letters.start) }
    }
}

impl Inline {
    /// How many letters of its paragraph it is.
    pub(crate) fn letters(&self) -> usize {
        match self {
            Inline::Run(run) => run.text.chars().count(),
            Inline::Break | Inline::CheckBox { .. } => 1,
            Inline::Picture(_) => 0,
        }
    }
}

#[cfg(any(feature = "docx", test))]
impl Paragraph {
    /// The letters of a field as they are printed; a break is a line's end.
    pub(crate) fn text_of(&self, field: &Field) -> String {
        self.text_letters().skip(field.from).take(field.to.saturating_sub(field.from)).collect()
    }

    /// Its letters, as the places of fields count them.
    pub(crate) fn text_letters(&self) -> impl Iterator<Item = char> {
        self.content.iter().flat_map(|piece| -> Vec<char> {
            match piece {
                Inline::Run(run) => run.text.chars().collect(),
                Inline::Break => vec!['\n'],
                Inline::CheckBox { checked } => vec![super::box_char(*checked)],
                Inline::Picture(_) => Vec::new(),
            }
        })
    }
}

impl Paragraph {
    /// How many letters it has.
    pub(crate) fn letters(&self) -> usize {
        self.content.iter().map(Inline::letters).sum()
    }
}

/// Whether the text of a field is room for the pen: dots, spaces, what stands between parts of a date.
#[cfg(any(feature = "docx", test))]
pub(crate) fn is_open(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '…' | '.' | '/' | '%' | '\n') || c.is_whitespace())
}

/// Whether the text of a field is a box to be ticked, and whether it is ticked.
#[cfg(any(feature = "docx", test))]
pub(crate) fn ticked(text: &str) -> Option<bool> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) if super::is_box(c) => Some(c == super::box_char(true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Role, Run};

    #[test]
    fn letters_are_counted_over_all_pieces() {
        let content = vec![Inline::Run(Run::plain("a ")), Inline::Break, Inline::CheckBox { checked: true }];
        let paragraph = Paragraph::of(Role::Body, content);
        assert_eq!(paragraph.letters(), 4);
        assert_eq!(paragraph.text_of(&Field::of("x", 1..3)), " \n");
        assert_eq!(ticked(&paragraph.text_of(&Field::of("x", 3..4))), Some(true));
    }

    #[test]
    fn dots_and_spaces_are_room_for_the_pen() {
        for open in ["", "………", "\u{a0}\u{a0}", "……/……/……", "…… %"] {
            assert!(is_open(open), "{open}");
        }
        for said in ["0", "…a", "-", "☐"] {
            assert!(!is_open(said), "{said}");
        }
    }
}
