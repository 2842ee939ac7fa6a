//! The no-break space: it is printed where the record has it, and reads as any other space.

use std::borrow::Cow;

/// A space at which no line breaks.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// The text with plain spaces instead of no-break spaces.
///
/// ```
/// assert_eq!(vanban::text::plain_spaces("đồng\u{a0}chí"), "đồng chí");
/// ```
#[must_use]
pub fn plain_spaces(text: &str) -> Cow<'_, str> {
    if text.contains(NO_BREAK_SPACE) {
        Cow::Owned(text.replace(NO_BREAK_SPACE, " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// The character as it reads.
pub(super) fn plain(c: char) -> char {
    if c == NO_BREAK_SPACE { ' ' } else { c }
}

/// The text after `beginning`, if it reads so; `beginning` has plain spaces alone.
pub(crate) fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let reads = beginning.chars().all(|c| rest.next().map(plain) == Some(c));
    reads.then_some(rest.as_str())
}

/// What stands before and after the first `mark`, however its spaces are written.
pub(crate) fn split_once<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        Some((before, after(rest, mark)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_break_space_reads_as_a_space() {
        assert_eq!(plain_spaces("Đồng\u{a0}chí\u{a0}\u{a0}An"), "Đồng chí  An");
        assert!(matches!(plain_spaces("Đồng chí"), Cow::Borrowed("Đồng chí")));
    }

    #[test]
    fn a_beginning_is_found_whichever_space_it_has() {
        assert_eq!(after("Đảng\u{a0}uỷ\u{a0}xã", "Đảng uỷ "), Some("xã"));
        assert_eq!(after("Đảng uỷ xã", "Đảng uỷ "), Some("xã"));
        assert_eq!(after("Đảng", "Đảng uỷ "), None);
        assert_eq!(after("Đảng bộ xã", "Đảng uỷ "), None);
    }

    #[test]
    fn a_text_is_split_whichever_space_it_has() {
        assert_eq!(split_once("Lê An,\u{a0}Bí thư, x", ", "), Some(("Lê An", "Bí thư, x")));
        assert_eq!(split_once("Lê An\u{a0}- Bí thư", " - "), Some(("Lê An", "Bí thư")));
        assert_eq!(split_once("Lê An,Bí thư", ", "), None);
    }
}
