//! Cleaning: what becomes of a string from outside before either writer sees it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::normal::is_composed;
use super::space::NO_BREAK_SPACE;

/// The result of [`clean`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// The text that is printed.
    pub text: String,
    /// The changes that were made.
    pub changes: Changes,
}

/// The changes of a cleaning, apart from normal form, spaces and hyphens, which look the same when printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// A letter that looks like Đ or đ was replaced.
    pub look_alike: bool,
    /// A control character, format character or noncharacter was removed.
    pub removed: bool,
    /// A line break or paragraph separator between two words became a space.
    pub line_break: bool,
}

/// Cleans a string:
///
/// - The result is NFC.
/// - Look-alikes of Đ and đ are replaced, because fonts and searches distinguish them.
/// - The hyphens U+2010 and U+2011 become `-`.
/// - White space becomes one space; there is none at the ends.
/// - Control characters, characters that Unicode calls ignorable (format characters, the soft hyphen, joiners,
///   variation selectors) and noncharacters are removed, without a space instead. A filler, which is blank and
///   has a width, becomes a space.
/// - The no-break space U+00A0 is kept between words, also several of them, and replaces plain spaces beside
///   it. At the ends and beside a line break it is removed.
///
/// Cleaning twice is the same as cleaning once.
///
/// ```
/// use vanban::text::clean;
/// let cleaned = clean("Nghị quyết\n05\u{2011}NQ/CB ");
/// assert_eq!(cleaned.text, "Nghị quyết 05-NQ/CB");
/// assert!(cleaned.changes.line_break && !cleaned.changes.removed);
/// assert_eq!(clean("\u{a0}Công \u{a0}an").text, "Công\u{a0}an");
/// ```
#[must_use]
pub fn clean(raw: &str) -> Cleaned {
    scan(raw).0
}

/// Cleans, and tells whether anything but normal form and plain spaces was changed.
pub(super) fn scan(raw: &str) -> (Cleaned, bool) {
    if is_clean(raw) {
        return (Cleaned { text: raw.to_owned(), changes: Changes::default() }, false);
    }
    // Most text is composed already; composing it again is half of the work.
    if is_composed(raw) {
        return composed(raw.chars(), raw.len());
    }
    match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => composed(raw.chars(), raw.len()),
        IsNormalized::No | IsNormalized::Maybe => composed(raw.nfc(), raw.len()),
    }
}

/// Whether cleaning leaves a text as it is for certain: nearly all text, the letters and marks of Vietnamese with one
/// space between words.
fn is_clean(raw: &str) -> bool {
    let mut before = ' ';
    let all = raw.chars().all(|c| {
        let spaced = std::mem::replace(&mut before, c) == ' ';
        if c == ' ' { !spaced } else { is_kept(c) }
    });
    all && (before != ' ' || raw.is_empty())
}

/// Letters and marks that stay, whatever is beside them.
fn is_kept(c: char) -> bool {
    matches!(c,
        '!'..='~' | '\u{c0}'..='\u{cf}' | '\u{d1}'..='\u{ef}' | '\u{f1}'..='\u{188}' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '\u{1ea0}'..='\u{1ef9}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…')
}

/// As [`scan`], of text in normal form that is about `length` bytes long.
fn composed(letters: impl Iterator<Item = char>, length: usize) -> (Cleaned, bool) {
    let mut text = String::with_capacity(length);
    let mut changes = Changes::default();
    let mut altered = false;
    let mut gap = Gap::default();
    for given in letters {
        let c = shown(given);
        match c {
            None => {
                altered = true;
                changes.removed = true;
            }
            Some(NO_BREAK_SPACE) => gap.no_break += 1,
            Some(' ') => {
                altered |= given != ' ';
                changes.removed |= is_filler(given);
                gap.plain = true;
                gap.line_break |= is_line_break(given);
            }
            Some(c) => {
                // A space is written only before something visible, after removal: `a \u{200b} b` has one.
                if text.is_empty() {
                    altered |= gap.no_break > 0;
                } else {
                    text.extend(gap.spaces());
                    changes.line_break |= gap.line_break;
                }
                gap = Gap::default();
                altered |= c != given;
                changes.look_alike |= is_look_alike(given);
                text.push(c);
            }
        }
    }
    altered |= gap.no_break > 0;
    if changes.removed {
        // What stood between a letter and its mark is gone, so they may now be one character.
        text = text.nfc().collect();
    }
    (Cleaned { text, changes }, altered)
}

/// Whether a string prints nothing: it has only white space and invisible characters.
///
/// ```
/// use vanban::text::is_blank;
/// assert!(is_blank(" \u{a0}\u{200b}\n") && is_blank("") && !is_blank(" - "));
/// ```
#[must_use]
pub fn is_blank(raw: &str) -> bool {
    raw.chars().all(|c| matches!(shown(c), None | Some(' ' | NO_BREAK_SPACE)))
}

/// The white space between two words.
#[derive(Default)]
struct Gap {
    plain: bool,
    no_break: usize,
    line_break: bool,
}

impl Gap {
    /// What is written of it.
    fn spaces(&self) -> impl Iterator<Item = char> {
        let (space, times) = if self.no_break == 0 || self.line_break {
            (' ', usize::from(self.plain))
        } else {
            (NO_BREAK_SPACE, self.no_break)
        };
        std::iter::repeat_n(space, times)
    }
}

/// What is printed of one character: a plain space of white space but U+00A0, the letter or hyphen that it
/// looks like, or nothing of what cannot be seen.
pub(crate) fn shown(c: char) -> Option<char> {
    match c {
        // Nearly all text is of these.
        ' '..='~' | NO_BREAK_SPACE | '\u{1ea0}'..='\u{1ef9}' => Some(c),
        '\u{d0}' | '\u{189}' => Some('Đ'),
        '\u{f0}' | '\u{256}' => Some('đ'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        c if c.is_whitespace() || is_filler(c) => Some(' '),
        c if is_removed(c) => None,
        c => Some(c),
    }
}

fn is_look_alike(c: char) -> bool {
    matches!(c, '\u{d0}' | '\u{189}' | '\u{f0}' | '\u{256}')
}

pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What is blank and has a width: the fillers of Hangul, Braille without a dot, the place of a lost object.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fffc}')
}

fn is_removed(c: char) -> bool {
    // Default_Ignorable_Code_Point of Unicode without the fillers.
    let ignorable = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}');
    // Marks of a note between lines.
    let annotation = matches!(c, '\u{fff9}'..='\u{fffb}');
    let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    ignorable || annotation || noncharacter || c.is_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(raw: &str) -> String {
        clean(raw).text
    }

    #[test]
    fn composes_without_calling_it_a_change() {
        let decomposed = "Nghi\u{323} quye\u{302}\u{301}t  ";
        assert_eq!(clean(decomposed), Cleaned { text: "Nghị quyết".into(), changes: Changes::default() });
        // The old Vietnamese tone marks U+0340 and U+0341 as well.
        assert_eq!(text("ho\u{341}a va\u{340}"), "hóa và");
    }

    #[test]
    fn replaces_look_alikes_of_d() {
        let cleaned = clean("\u{d0}ảng \u{189}oàn \u{f0}ảng \u{256}oàn");
        assert_eq!(cleaned.text, "Đảng Đoàn đảng đoàn");
        assert_eq!(cleaned.changes, Changes { look_alike: true, ..Changes::default() });
        assert!(!clean("Đảng đoàn").changes.look_alike);
    }

    #[test]
    fn makes_hyphens_plain() {
        let cleaned = clean("05\u{2011}NQ\u{2010}CB – —");
        assert_eq!(cleaned, Cleaned { text: "05-NQ-CB – —".into(), changes: Changes::default() });
    }

    #[test]
    fn makes_every_white_space_one_space() {
        assert_eq!(text("\u{2003}a\u{202f}b\u{2007}c\t\td \u{3000} e\r\nf\u{2029}"), "a b c d e f");
        assert_eq!(clean("\t\n ").text, "");
        assert_eq!(text("a\u{3164}b \u{115f}\u{1160} c\u{ffa0}d\u{2800}\u{fffc}e"), "a b c d e");
        assert!(is_blank("\u{3164}\u{2800}"));
        assert!(clean("a\u{3164}b").changes.removed && !clean("a\u{3000}b").changes.removed);
    }

    #[test]
    fn keeps_the_no_break_space_between_words() {
        for (raw, kept) in [
            ("Công\u{a0}an", "Công\u{a0}an"),
            ("ngày\u{a0}\u{a0}\u{a0}tháng", "ngày\u{a0}\u{a0}\u{a0}tháng"),
            ("a \u{a0}b\u{a0} c \u{a0} d", "a\u{a0}b\u{a0}c\u{a0}d"),
            ("a\u{a0}\n\u{a0}b", "a b"),
            ("a\u{a0}\u{200b} \u{a0}b", "a\u{a0}\u{a0}b"),
            (" \u{a0}Chi bộ\u{a0}", "Chi bộ"),
            ("\u{a0}", ""),
        ] {
            assert_eq!(text(raw), kept, "{raw:?}");
        }
        assert_eq!(clean("a\u{a0}b").changes, Changes::default());
        assert!(clean("a\n\u{a0}b").changes.line_break);
    }

    #[test]
    fn tells_of_line_breaks_between_words_only() {
        for mark in ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert!(clean(&format!("a {mark}b")).changes.line_break, "{mark:?}");
            assert!(!clean(&format!("{mark}a{mark}\u{200b}")).changes.line_break, "{mark:?}");
        }
        assert!(!clean("\na b\tc").changes.line_break);
    }

    #[test]
    fn removes_what_cannot_be_seen() {
        let unseen = "\0\u{1b}\u{7f}\u{9f}\u{ad}\u{200b}\u{200f}\u{202a}\u{202e}\u{2060}\u{2064}\u{2066}\u{2069}\
                      \u{feff}\u{e0001}\u{e007f}\u{fffe}\u{ffff}\u{fdd0}\u{fdef}\u{1fffe}\u{10ffff}";
        let ignorable = [
            '\u{34f}'..='\u{34f}',
            '\u{61c}'..='\u{61c}',
            '\u{17b4}'..='\u{17b5}',
            '\u{180b}'..='\u{180f}',
            '\u{fe00}'..='\u{fe0f}',
            '\u{fff0}'..='\u{fffb}',
            '\u{1bca0}'..='\u{1bca3}',
            '\u{1d173}'..='\u{1d17a}',
            '\u{e0000}'..='\u{e0fff}',
        ];
        for c in unseen.chars().chain(ignorable.into_iter().flatten()) {
            let cleaned = clean(&format!("a{c}b"));
            assert_eq!(cleaned.text, "ab", "{c:?}");
            assert_eq!(cleaned.changes, Changes { removed: true, ..Changes::default() }, "{c:?}");
        }
        assert_eq!(text("a \u{200b} b"), "a b");
        assert_eq!(text("…“”’–☐\u{fffd}\u{fdf0}"), "…“”’–☐\u{fffd}\u{fdf0}");
    }

    #[test]
    fn composes_again_what_removal_brought_together() {
        assert_eq!(text("quyê\u{200b}\u{301}t"), "quyết");
        assert_eq!(text("a\u{301}\u{ad}\u{323}"), "ạ\u{301}");
        assert_eq!(text("ê\u{34f}\u{301}"), "ế");
    }

    /// Any characters, and often those that cleaning is about.
    fn raw() -> impl Strategy<Value = String> {
        let about: Vec<char> =
            " \u{a0}\u{2007}\n\r\u{85}\u{2028}\0\u{ad}\u{34f}\u{200b}\u{2064}\u{3164}\u{feff}\u{fffe}\u{d0}\u{256}\u{2011}\
             aeouđâơƯ\u{300}\u{301}\u{323}\u{302}\u{31b}\u{341}\u{345}"
                .chars()
                .collect();
        let any = prop_oneof![1 => any::<char>(), 4 => prop::sample::select(about)];
        prop::collection::vec(any, 0..24).prop_map(String::from_iter)
    }

    #[test]
    fn what_is_kept_stays_beside_anything() {
        for c in ('\0'..=char::MAX).filter(|&c| is_kept(c)) {
            assert!(super::super::normal::stands_alone(c) && shown(c) == Some(c), "{c:?}");
        }
        for text in ["Chi bộ An Phú – “số 05”…", "", "a"] {
            assert!(is_clean(text), "{text:?}");
        }
        for text in [" ", "a ", " a", "a  b", "a\u{301}", "a\u{a0}b", "\u{d0}ảng", "a\tb"] {
            assert!(!is_clean(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in raw()) {
            let once = text(&raw);
            prop_assert_eq!(clean(&once), Cleaned { text: once, changes: Changes::default() });
        }

        #[test]
        fn the_result_is_one_plain_line_in_nfc(raw in raw()) {
            let text = text(&raw);
            prop_assert!(unicode_normalization::is_nfc(&text));
            let space = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\u{a0}');
            prop_assert!(!text.chars().any(|c| c.is_control() || space(c)));
            let doubled = ["  ", " \u{a0}", "\u{a0} "].into_iter().any(|two| text.contains(two));
            prop_assert!(!doubled && text.trim() == text);
        }

        #[test]
        fn a_blank_string_cleans_to_nothing(raw in raw()) {
            prop_assert_eq!(is_blank(&raw), text(&raw).trim().is_empty());
        }

        #[test]
        fn the_form_given_makes_no_difference(raw in raw()) {
            let (nfc, nfd): (String, String) = (raw.nfc().collect(), raw.nfd().collect());
            prop_assert_eq!(clean(&nfc), clean(&nfd));
        }
    }
}
