//! The normal form NFC: text that has it already, as nearly all has, is told by a look at its letters.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Whether a character is in normal form beside any other: the letters of Vietnamese, without marks of their own, and the
/// punctuation of papers.
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// Whether a text is in normal form for certain.
pub(super) fn is_composed(text: &str) -> bool {
    text.chars().all(stands_alone)
}

/// A text in normal form.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if is_composed(text) || is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::*;

    #[test]
    fn what_stands_alone_never_changes() {
        let alone: Vec<char> = ('\0'..=char::MAX).filter(|&c| stands_alone(c)).collect();
        assert!(alone.len() > 1000);
        for c in alone {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
        }
    }

    #[test]
    fn a_letter_and_its_mark_become_one() {
        assert_eq!(composed("uy\u{309} ban"), "uỷ ban");
        assert_eq!(composed("Đảng uỷ"), "Đảng uỷ");
        assert_eq!(composed("ơ\u{306}"), "ơ\u{306}");
    }
}
