//! Where a line may break.
//!
//! Both LibreOffices that the files are compared in, 7.4 and 25.2, were asked: for each of the 1,995
//! characters of the face that are written left to right and stand alone, between halves of a word and
//! between figures, whether a line breaks before it and after it; then each two kinds of characters in
//! nine surroundings; then some 20,000 places in random text. Each place was at the end of a line of its own
//! in the body of a DOCX of the library's language and compatibility mode. The two are near UAX #14, in different versions and with changes of
//! their own: neither breaks after `/`.

use super::case::is_latin_letter;
use super::cluster::is_mark;

/// What a line may do before a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    /// No program breaks a line there.
    Never,
    /// A line breaks there in both files.
    May,
    /// Some program would break a line there, and no line does: a hyphen stands inside a word, a dash
    /// between figures, a closing mark behind a space; or LibreOffice's versions differ.
    Held,
}

/// What a line may do before each letter of a text.
///
/// A line that breaks behind a space leaves it out.
pub(crate) fn breaks(text: &[char]) -> Vec<Break> {
    let mut breaker = Breaker::default();
    text.iter().enumerate().map(|(index, &c)| breaker.before(index, c, |at| text.get(at).copied())).collect()
}

/// Tells it of one letter after the other.
pub(crate) struct Breaker {
    before: Before,
}

impl Default for Breaker {
    fn default() -> Breaker {
        Breaker { before: Before { kind: Kind::Glue, spaced: false } }
    }
}

impl Breaker {
    /// What a line may do before the next letter of a text, the one at `index`; `letter` gives those at other places.
    pub(crate) fn before(&mut self, index: usize, c: char, letter: impl Fn(usize) -> Option<char>) -> Break {
        if self.before.kind == Kind::Letter && !self.before.spaced && is_latin_letter(c) {
            return Break::Never;
        }
        if is_mark(c) {
            if self.before.spaced {
                // A mark without a letter counts as one.
                self.before = Before { kind: Kind::Letter, spaced: false };
            }
            return Break::Never;
        }
        let kind = kind(c);
        let found = self.before.to(kind, || is_range(letter, index));
        self.before = match kind {
            Kind::Space => Before { spaced: true, ..self.before },
            _ => Before { kind, spaced: false },
        };
        found
    }
}

/// Whether it parts a dash from one of the figures on its sides: `2025–2030`.
fn is_range(letter: impl Fn(usize) -> Option<char>, index: usize) -> bool {
    let is_digit = |at: usize| letter(at).is_some_and(|c| c.is_ascii_digit());
    let is_dash = |at: usize| matches!(letter(at), Some('‒' | '–' | '—'));
    let ranges = |dash: usize| is_dash(dash) && dash > 0 && is_digit(dash - 1) && is_digit(dash + 1);
    ranges(index) || (index > 0 && ranges(index - 1))
}

/// What stands before a letter: a kind, and perhaps spaces.
#[derive(Clone, Copy)]
struct Before {
    kind: Kind,
    spaced: bool,
}

impl Before {
    fn to(self, after: Kind, is_range: impl FnOnce() -> bool) -> Break {
        use Kind::*;
        match (self.kind, after) {
            (_, Space) => Break::Never,
            // LibreOffice keeps such a space, but where the line has no room for the space itself; 25.2
            // keeps one behind a no-break space as well. 7.4 keeps one before `\`.
            (Open | Glue, _) | (_, Exclamation | Close | Brace | Infix | Slash | Backslash)
                if self.spaced =>
            {
                Break::Held
            }
            (Close | Brace, Nonstarter) | (Em, Em) if self.spaced => Break::Held,
            _ if self.spaced => Break::May,
            (before, after) => match TABLE[before as usize].as_bytes().get(2 * after as usize) {
                Some(b'#') if is_range() => Break::Held,
                Some(b'#') => Break::May,
                Some(b'h') => Break::Held,
                _ => Break::Never,
            },
        }
    }
}

/// Characters beside which the same breaks are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Exclamation,
    Quote,
    Prefix,
    Postfix,
    Degree,
    Open,
    Close,
    Brace,
    Infix,
    Hyphen,
    Slash,
    Backslash,
    Dash,
    Accent,
    Em,
    Ellipsis,
    Nonstarter,
    Face,
    Object,
    Glue,
    Space,
}

/// Between the kind of a row and that of a column, in the order of [`Kind`], a line may break (`#`), must be
/// held where a program could break it (`h`), or breaks in no program (`.`).
#[rustfmt::skip]
const TABLE: [&str; 22] = [
    // a 9 ? " $ % ° ( ) } , - / \ – ´ — … ‼ ☺ ￼ and the no-break space
    ". . . . . h . . . . . . . . . # # . . # # .", // a
    ". . . . . . . . . . . . . . . # # . . # # .", // 9
    "# # . . # # # # . . . . . h . # # h . # # .", // ?
    ". . . . . . . . . . . . . . . . . . . . . .", // "
    ". . . . h h h h . . . . . h . # # h . . # .", // $
    ". . . . h h h h . . . . . h . # # h . # # .", // %
    ". . . . h h h h . . . . . h . # # . . # # .", // °
    ". . . . . . . . . . . . . . . . . . . . . .", // (
    ". . . . h h h # . . . . . h . # # h . # # .", // )
    "h h . . h h h # . . . . . h . # # h . # # .", // }
    ". . . . h h h # . . . . . h . # # h . # # .", // ,
    "h h . . h h h h . . h h . h . h h h . h h h", // -
    ". . . . . . . . . . . . . . . . . . . . . .", // /
    "h h . . h h h h . . . . . h . h h h . h # .", // \
    "# # . . # # # # . . . . . h . # # h . # # .", // –
    ". . . . . . . . . . . . . . . . . . . . # .", // ´
    "# # . . # # # # . . . . . h . # . h . # # .", // —
    "# # . . # # # # . . . . . h . # # . . # # .", // …
    "# # . . # # # # . . . . . h . # # h . # # .", // ‼
    "# # . . # . . # . . . . . h . # # . . # # .", // ☺
    "# # . . # # # # . . . # . h # # # # # # # .", // ￼
    ". . . . . . . . . . . . . . . . . . . . . .", // no-break space
];

fn kind(c: char) -> Kind {
    match c {
        ' ' => Kind::Space,
        '\u{a0}' => Kind::Glue,
        '0'..='9' => Kind::Digit,
        '!' | '?' => Kind::Exclamation,
        '"' | '\'' | '«' | '»' | '‘'..='‛' | '“'..='‟' | '‹' | '›' if !matches!(c, '‚' | '„') => {
            Kind::Quote
        }
        '(' | '[' | '{' | '¡' | '¿' | '‚' | '„' => Kind::Open,
        ')' | ']' => Kind::Close,
        '}' => Kind::Brace,
        ',' | '.' | ':' | ';' | '⁄' => Kind::Infix,
        '-' => Kind::Hyphen,
        '/' => Kind::Slash,
        '\\' => Kind::Backslash,
        '|' | '‒' | '–' | '⁞' | '⸗' => Kind::Dash,
        '´' | 'ˈ' | 'ˌ' | '˟' => Kind::Accent,
        '—' => Kind::Em,
        '…' => Kind::Ellipsis,
        '‼' => Kind::Nonstarter,
        '☺' | '☻' => Kind::Face,
        '\u{fffc}' => Kind::Object,
        '%' | '¢' | '‰' | '′' | '″' | '‴' | '₧' => Kind::Postfix,
        '°' => Kind::Degree,
        '$' | '+' | '£' | '¤' | '¥' | '±' | '₠'..='₵' | '₿' | '№' | '−' => Kind::Prefix,
        _ => Kind::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with `|` where a line may break and `_` where it is held; spaces break a line as well.
    fn shown(text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mark = |(&c, found): (&char, Break)| {
            let mark = match found {
                Break::Never => "",
                Break::May => "|",
                Break::Held => "_",
            };
            format!("{mark}{c}")
        };
        letters.iter().zip(breaks(&letters)).map(mark).collect()
    }

    #[test]
    fn between_letters_no_line_breaks() {
        for c in ('\0'..=char::MAX).filter(|&c| is_latin_letter(c)) {
            assert!(kind(c) == Kind::Letter && !is_mark(c), "{c:?}");
        }
        assert_eq!(TABLE[Kind::Letter as usize].as_bytes()[2 * Kind::Letter as usize], b'.');
    }

    #[test]
    fn words_part_at_spaces() {
        assert_eq!(shown("số\u{a0}05 của  Chi bộ "), "số\u{a0}05 |của  |Chi |bộ ");
        assert_eq!(shown("a\u{306} \u{306}b"), "a\u{306} \u{306}b");
    }

    #[test]
    fn a_line_breaks_after_marks_inside_a_word() {
        assert_eq!(shown("có/không?Nếu"), "có/không?|Nếu");
        assert_eq!(shown("a–b—c?d!e…f|g‼h"), "a–|b|—|c?|d!|e…|f||g‼|h");
        assert_eq!(shown("a,(b)(c) a´b☺c"), "a,|(b)|(c) |a|´b|☺|c");
    }

    #[test]
    fn closing_marks_stay_with_what_they_close() {
        assert_eq!(shown("(a?)”, “b!”. a…” a–”"), "(a?)”, |“b!”. |a…” |a–”");
        assert_eq!(shown("Kính gửi : a ( b ) và / hoặc"), "Kính |gửi _: |a |( _b _) |và _/ |hoặc");
        assert_eq!(shown("a — — b"), "a |— _— |b");
    }

    #[test]
    fn figures_and_symbols_are_held_together() {
        assert_eq!(shown("05-NQ/CB 7-9 - a --"), "05-_NQ/CB |7-_9 |- |a |-_-");
        assert_eq!(shown("2025–2030, 1945—1975"), "2025–_2030, |1945_—_1975");
        assert_eq!(shown("2025–nay, thứ 2–thứ 6"), "2025–|nay, |thứ |2–|thứ |6");
        assert_eq!(shown("93,3% 1.250.000 12/5/2026"), "93,3% |1.250.000 |12/5/2026");
    }

    #[test]
    fn where_the_programs_differ_the_line_is_held() {
        assert_eq!(shown("x% }a C:\\b"), "x_% _}_a |C:_\\_b");
    }

    #[test]
    fn the_table_is_square() {
        for row in TABLE {
            assert_eq!(row.len(), 2 * Kind::Space as usize - 1, "{row}");
        }
    }
}
