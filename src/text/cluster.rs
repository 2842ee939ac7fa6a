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

/// The clusters of a text, one after the other: each is a character and the marks that follow it. White
/// space carries none: a mark behind it, as one that begins the text, begins a cluster without a letter.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices();
        let (_, first) = letters.next()?;
        let carries = !first.is_whitespace();
        let end = letters.find(|&(_, c)| !(carries && is_mark(c))).map_or(rest.len(), |(at, _)| at);
        let (cluster, after) = rest.split_at(end);
        rest = after;
        Some(cluster)
    })
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

    #[test]
    fn a_letter_keeps_its_marks() {
        let text = "Blê\u{306} ơ\u{306}\u{323}n";
        assert_eq!(clusters(text).collect::<Vec<_>>(), ["B", "l", "ê\u{306}", " ", "ơ\u{306}\u{323}", "n"]);
        assert_eq!(clusters("").count(), 0);
    }

    #[test]
    fn white_space_carries_no_mark() {
        for space in [" ", "\u{a0}"] {
            let text = format!("\u{306}a{space}\u{306}\u{323}b");
            let found: Vec<&str> = clusters(&text).collect();
            assert_eq!(found, ["\u{306}", "a", space, "\u{306}\u{323}", "b"]);
        }
    }
}
