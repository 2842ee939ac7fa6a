//! What a text in a cell says where a record has one of a few words, or a list.

use super::fill::Filling;
use super::fit::{Column, Places};
use crate::path::{Path, PathStep};
use crate::table::cell::{Cell, Wanted};
use crate::table::place;
use crate::text::slug;

impl Filling<'_> {
    /// Puts the word that a cell says by what it is called in its place; tells whether it does.
    pub(super) fn few(&mut self, column: &Column) -> bool {
        let text = self.row.cells.get(column.index).and_then(Cell::text);
        let Some(word) = text.and_then(|text| word(&column.choices, text)) else { return false };
        place::set(&mut self.record, &column.place, word.into());
        place::set(&mut self.origin, &column.place, column.index.into());
        true
    }

    /// Puts the lines of a cell in a list that has no other column, an element each; tells whether there are several.
    pub(super) fn list(&mut self, column: &Column, places: &Places) -> bool {
        let ([list @ .., PathStep::Index(0)], Wanted::Text) = (column.place.steps(), column.wanted) else {
            return false;
        };
        let list: Path = list.iter().cloned().collect();
        let alone = places.columns.iter().filter(|other| other.place.starts_with(&list)).count() == 1;
        let text = self.row.cells.get(column.index).and_then(Cell::text).filter(|_| alone);
        let lines = lines(text.unwrap_or_default());
        for (index, line) in lines.iter().enumerate() {
            place::set(&mut self.record, &list.index(index), (*line).into());
            place::set(&mut self.origin, &list.index(index), column.index.into());
        }
        !lines.is_empty()
    }
}

/// The word that a cell says by what it is called: `chuyên đề` is `thematic`.
pub(in crate::table) fn word<'a>(choices: &'a [(String, String)], text: &str) -> Option<&'a str> {
    let said = slug(text);
    choices.iter().find(|(_, term)| !said.is_empty() && slug(term) == said).map(|(word, _)| word.as_str())
}

/// The lines of a cell, each an element of a list; none where it has only one.
fn lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > 1 { lines } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_by_what_it_is_called() {
        let choices = [("on_behalf_of", "thay mặt (T/M)"), ("direct", "ký trực tiếp")];
        let choices = choices.map(|(word, term)| (word.to_owned(), term.to_owned()));
        assert_eq!(word(&choices, "Thay mặt (T/M)"), Some("on_behalf_of"));
        assert_eq!(word(&choices, "KÝ TRỰC TIẾP"), Some("direct"));
        assert_eq!(word(&choices, "T/M"), None);
        assert_eq!(word(&choices, "…"), None);
    }

    #[test]
    fn lines_are_elements() {
        assert_eq!(lines("a\n\n b \r\nc"), ["a", "b", "c"]);
        assert!(lines("a\n").is_empty() && lines("").is_empty());
    }
}
