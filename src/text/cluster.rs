//! Clusters: a letter and the marks on it, where Unicode has no single character for both.

use unicode_normalization::char::is_combining_mark;

/// Whether a character is a mark (`dấu`): it stands on the letter before it and takes no room of its own.
///
/// As [`is_combining_mark`], without its search in tables for the letters that Vietnamese is written with.
pub(crate) fn is_mark(c: char) -> bool {
    match c {
        ..'\u{300}' | '\u{1e00}'..'\u{20d0}' => false,
        _ => is_combining_mark(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_mark(c), is_combining_mark(c), "{c:?}");
        }
    }
}
