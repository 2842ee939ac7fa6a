//! Whether text is in an old encoding: whether it reads clearly more Vietnamese as one than as it stands.

use unicode_normalization::UnicodeNormalization;

use super::mojibake::is_misread;
use super::{Legacy, decode, tables};
use crate::text::case::{is_alphabetic, upper};
use crate::text::clean::{clean, shown};
use crate::text::is_mark;
use crate::text::syllable::is_syllable;

/// The result of [`detect`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// The likely encoding.
    pub encoding: Legacy,
    /// The likely Vietnamese text: `Chi bộ` for `Chi bé`.
    pub reading: String,
}

impl Detected {
    /// The longest reading that is shown whole.
    const SHOWN: usize = 300;

    /// The message for the office, in Vietnamese: the encoding, the likely reading, what to do.
    #[must_use]
    pub fn advice(&self) -> String {
        let mut reading = clean(&self.reading).text;
        if let Some((cut, _)) = reading.char_indices().nth(Detected::SHOWN) {
            let whole = reading[..cut].rfind(' ').unwrap_or(cut);
            reading.truncate(whole);
            reading.push('…');
        }
        format!("chữ theo bảng mã {}, có lẽ là “{reading}”; hãy chuyển sang Unicode", self.encoding.name())
    }
}

/// Detects text of an old encoding (TCVN3, VNI, windows-1258, or UTF-8 that was read as windows-1252) and gives its
/// likely reading. `None` if the text is correct Vietnamese, or neither Vietnamese nor in one of these encodings. VIQR
/// is not detected, because it is ASCII with punctuation.
///
/// Words are counted. A word that is a Vietnamese syllable only if it is read in an old encoding counts for this
/// encoding. A word that is a syllable only as it stands, or in neither reading, counts against it. One word is enough
/// if no other text contains such characters (`V¨n`), or if its reading is a common syllable (`Nguyeãn`). Text in two
/// encodings, as in forms filled from a list, is detected too.
#[must_use]
pub fn detect(text: &str) -> Option<Detected> {
    if !is_suspect(text) {
        return None;
    }
    // A soft hyphen is a letter of TCVN3, and a control character a byte of UTF-8; what else cannot be seen is none.
    let kept = |c: &char| shown(*c).is_some() || matches!(c, '\u{ad}' | '\u{80}'..='\u{9f}');
    let text: &str = &text.chars().filter(kept).nfc().collect::<String>();
    let old_windows = as_windows_1252(text);
    let candidates = [
        (Legacy::Utf8AsWindows1252, Some(text)),
        (Legacy::Tcvn3, Some(text)),
        (Legacy::Vni, Some(text)),
        (Legacy::Windows1258, Some(text)),
        // The font's bytes were read as the windows-1258 of an old Vietnamese Windows.
        (Legacy::Tcvn3, old_windows.as_deref()),
        (Legacy::Vni, old_windows.as_deref()),
    ];
    let mut best: Option<(i64, Detected)> = None;
    for (encoding, given) in candidates {
        let Some(given) = given else { continue };
        let evidence = Evidence::of(text, given, encoding);
        if evidence.convinces() && best.as_ref().is_none_or(|(score, _)| evidence.score() > *score) {
            let reading = evidence.reading(given, encoding);
            best = Some((evidence.score(), Detected { encoding, reading }));
        }
    }
    best.map(|(_, detected)| detected)
}

/// Up to so many bytes a text is spelt out before it passes. A longer one in an old encoding has signs of it.
const SHORT: usize = 80;

/// Whether a text asks for a closer look: most pass here, and cheaply.
fn is_suspect(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let letters = |c: char| c.is_ascii() || is_alphabetic(c) || matches!(c, '\u{2010}'..='\u{203f}');
    (has_signs(text) || text.len() <= SHORT) && (!text.chars().all(letters) || may_speak(text))
}

/// Whether words of a text that is nothing but letters and the marks between them may speak for an encoding. Only one
/// that is no syllable does, or is misread UTF-8: by a letter that was a byte, or as one of two words of windows-1258.
fn may_speak(text: &str) -> bool {
    let words = || pieces(text).filter(|word| !word.is_ascii());
    let was_a_byte = |c: char| !c.is_ascii() && tables::byte(c).is_some();
    let mut odd = 0;
    for word in words().filter(|word| !is_syllable(word)) {
        odd += 1;
        if odd > 1 || word.chars().any(was_a_byte) {
            return true;
        }
    }
    odd > 0 && words().any(is_misread)
}

/// Whether a text has what Vietnamese has not: a foreign character, a capital with a mark after a small letter, a
/// mark after a vowel that has none there.
fn has_signs(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let sign = !c.is_ascii()
            && match c {
                'À'..='Ã' | 'È'..='Ê' | 'Ò'..='Õ' | 'Ì' | 'Í' | 'Ù' | 'Ú' | 'Ý' => {
                    before.is_lowercase()
                }
                // oà, oá, oé and the like are Vietnamese, ôì is not.
                'à'..='ã' | 'è' | 'é' | 'ù' | 'ú' | 'õ' | 'ò' | 'ì' => {
                    matches!((before, c), ('a' | 'e' | 'A' | 'E' | 'ô' | 'Ô' | 'õ' | 'â' | 'ê' | 'ý', _))
                        || matches!(
                            (before, c),
                            ('o' | 'u' | 'y' | 'O' | 'U' | 'Y', 'ù' | 'ú' | 'õ' | 'ò' | 'â')
                        )
                }
                'ê' => matches!(before, 'a' | 'A' | 'o' | 'O'),
                'í' | 'ó' | 'ô' | 'ý' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư'
                | 'Ư' => false,
                // Vietnamese has all of this block, capitals and small letters.
                'Ạ'..='ỹ' => false,
                // Of misread UTF-8 à is these two.
                '\u{a0}' => before == 'Ã',
                '\u{2010}'..='\u{203f}' => false,
                _ => true,
            };
        before = c;
        sign
    })
}

/// A sign that Vietnamese text has between words, and an old encoding in them.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷')
}

/// The words of a text: runs of letters with their marks.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(is_alphabetic(c) || is_mark(c))).filter(|word| !word.is_empty())
}

/// Words as they stand and as they are read, and what that says.
#[derive(Default)]
struct Evidence {
    /// Words that only the reading makes a syllable.
    gain: i64,
    /// Those of them that nothing else would write.
    sure: i64,
    /// Words that the reading spoils.
    loss: i64,
    /// Words that are a syllable neither way.
    neither: i64,
    /// Whether other words show that the text is Unicode.
    unicode: bool,
    /// The text, those words that gain read anew.
    mixed: String,
    /// Whether it was read as windows-1258: then every letter of Vietnamese could be something else.
    old_windows: bool,
}

impl Evidence {
    /// `given` is the text with its bytes in windows-1252.
    fn of(text: &str, given: &str, encoding: Legacy) -> Evidence {
        let mut evidence = Evidence { old_windows: text != given, ..Evidence::default() };
        if evidence.old_windows {
            // Word for word: both have the same separators.
            let words = chunks(text, encoding).zip(chunks(given, encoding));
            words.for_each(|((word, _), (given, between))| evidence.weigh(word, given, between, encoding));
        } else {
            chunks(text, encoding).for_each(|(word, between)| evidence.weigh(word, word, between, encoding));
        }
        evidence
    }

    fn weigh(&mut self, word: &str, given: &str, between: &str, encoding: Legacy) {
        let mut read = decode(given, encoding);
        if encoding == Legacy::Tcvn3 && is_in_capitals(word) {
            read = upper(&read);
        }
        let mut shown = word;
        if read == word {
            self.unicode |= word.chars().any(|c| c.is_alphabetic() && tables::byte(c).is_none());
        } else {
            let stands = stands(word, encoding);
            let reads =
                reads(word, &read, encoding) && read.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
            let ascii = word.chars().filter(char::is_ascii_alphabetic).count();
            match (stands, reads) {
                (true, true) => {}
                (true, false) => self.loss += 1,
                // Letters and marks of another language may make it up.
                (false, true) if self.old_windows && word.chars().any(is_mark) => shown = &read,
                (false, true) if word.chars().count() > 1 => {
                    self.gain += 1;
                    self.sure += i64::from(is_sure(word, &read, ascii, encoding));
                    shown = &read;
                }
                // A sign by itself.
                (false, _) => self.neither += i64::from(ascii > 0 || word.chars().all(char::is_alphabetic)),
            }
        }
        self.mixed.push_str(shown);
        self.mixed.push_str(between);
    }

    fn score(&self) -> i64 {
        2 * self.gain + self.sure - 2 * self.loss - self.neither
    }

    fn convinces(&self) -> bool {
        let sure = self.sure > 0 && !self.old_windows;
        sure || (self.gain > 1 && self.gain > 2 * self.loss + self.neither)
    }

    fn reading(&self, given: &str, encoding: Legacy) -> String {
        if self.unicode {
            return self.mixed.nfc().collect();
        }
        if encoding != Legacy::Tcvn3 {
            return decode(given, encoding);
        }
        // In a font of capitals each word is.
        let all = is_in_capitals(given);
        let word = |(word, between): (&str, &str)| {
            let read = decode(word, encoding);
            // A sign that is no word stays one, but for the first letter of `§/c`.
            let stays = !word.chars().any(char::is_alphabetic)
                && !reads(word, &read, encoding)
                && !between.starts_with('/');
            let read = if stays { word.to_owned() } else { read };
            (if all || is_in_capitals(word) { upper(&read) } else { read }) + between
        };
        chunks(given, encoding).map(word).collect()
    }
}

/// Whether a word is Vietnamese as it stands: syllables, and signs only before and behind them.
fn stands(word: &str, encoding: Legacy) -> bool {
    if encoding == Legacy::Utf8AsWindows1252 && is_misread(word) {
        return false;
    }
    // Look-alikes of Đ and characters that cannot be seen are told by cleaning.
    let word: &str = &word.chars().filter_map(shown).nfc().collect::<String>();
    let letter = |c: char| c.is_alphabetic() && !matches!(c, 'µ' | 'º');
    let opens = |c: char| !letter(c) && !matches!(c, '®' | '¹' | '»' | 'µ');
    let closes = |c: char| !letter(c) && !is_mark(c) && !matches!(c, '¶' | '§' | 'µ' | '«' | '¨');
    let word = word.trim_start_matches(opens).trim_end_matches(closes);
    // Dashes and the like part words; the signs of Latin-1 do not.
    let parted = |c: char| matches!(c, '\u{2010}'..='\u{203f}');
    !word.is_empty() && word.split(parted).all(is_syllable)
}

/// Whether one word is enough: it is written as nothing else is, or it is a common syllable. Letters do not do that
/// other languages have in such places (`Loïc`, `Seán`), nor signs that stand between one letter and another
/// (`N·m`, `m×n`, `µm`).
fn is_sure(word: &str, read: &str, ascii: usize, encoding: Legacy) -> bool {
    let small: String = read.chars().flat_map(char::to_lowercase).collect();
    let pair = |pairs: &[&str]| pairs.iter().any(|pair| word.contains(pair));
    let written = match encoding {
        Legacy::Utf8AsWindows1252 => true,
        Legacy::Tcvn3 => {
            let least = if word.contains(['·', '×', '÷']) { 3 } else { 2 };
            let signs = word.chars().filter(|&c| is_symbol(c)).count();
            signs > 1 || (signs > 0 && ascii >= least && !word.starts_with('µ')) || has_capital_inside(word)
        }
        Legacy::Vni => pair(&tables::VNI_PAIRS),
        Legacy::Windows1258 => has_capital_inside(word) || pair(&tables::WINDOWS_1258_PAIRS),
        Legacy::Viqr => false,
    };
    written || tables::COMMON.split(' ').any(|known| known == small)
}

/// Whether a capital with a mark stands after a small letter.
fn has_capital_inside(word: &str) -> bool {
    let pairs = word.chars().zip(word.chars().skip(1));
    pairs.into_iter().any(|(one, next)| one.is_lowercase() && !next.is_ascii() && next.is_uppercase())
}

/// Whether the reading of a word is words of Vietnamese, with nothing else in them. Misread UTF-8 is so sure that
/// a name of another language will do.
fn reads(word: &str, read: &str, encoding: Legacy) -> bool {
    let mut words = pieces(read).peekable();
    let letters = read.chars().all(char::is_alphabetic);
    // UTF-8 has the marks of punctuation in it as well.
    let marks = |c: char| c.is_alphabetic() || is_mark(c) || matches!(c, '\u{2010}'..='\u{203f}');
    match encoding {
        Legacy::Utf8AsWindows1252 => {
            read.chars().all(marks) && (words.all(is_syllable) || (is_misread(word) && !is_misread(read)))
        }
        _ => letters && words.peek().is_some() && words.all(is_syllable),
    }
}

/// Whether text is in a font of capitals: no small letter of ASCII, none of TCVN3 that has a capital of its own,
/// and two capitals in a word; `Vâ Hµ` is a name.
fn is_in_capitals(text: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || matches!(c, '¨' | '©' | 'ª' | '«' | '¬' | '\u{ad}' | '®');
    let capital = |c: &char| c.is_ascii_uppercase() || matches!(c, '¡'..='§');
    let mut words = text.split_whitespace();
    !text.chars().any(small) && words.any(|word| word.chars().filter(capital).count() > 1)
}

/// The words of a text, each with what follows it up to the next. Signs of Latin-1 belong to the words, and
/// to those of misread UTF-8 the marks of windows-1252 as well.
fn chunks(text: &str, encoding: Legacy) -> impl Iterator<Item = (&str, &str)> {
    let ends = move |c: char| match encoding {
        Legacy::Utf8AsWindows1252 => c.is_ascii() && !c.is_ascii_alphabetic(),
        _ => {
            (c.is_ascii() && !c.is_ascii_alphabetic())
                || c.is_whitespace()
                || matches!(c, '\u{2010}'..='\u{203a}')
        }
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        let (between, after) = after.split_at(after.find(|c| !ends(c)).unwrap_or(after.len()));
        rest = after;
        Some((word, between))
    })
}

/// The characters of windows-1252 for the bytes of windows-1258. Nothing where the text is not all of
/// windows-1258, or would be the same.
fn as_windows_1252(text: &str) -> Option<String> {
    let from = |c: char| tables::WINDOWS_1258.iter().find(|(_, known)| *known == c).map(|(of, _)| *of);
    let both = |c: char| tables::byte(c).is_some() && !tables::WINDOWS_1258.iter().any(|(of, _)| *of == c);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(of) = from(c) {
            out.push(of);
        } else if both(c) {
            out.push(c);
        } else {
            // It was put together from a letter and a mark.
            let mut parts = vec![];
            unicode_normalization::char::decompose_canonical(c, |part| parts.push(part));
            // Letters with two marks: one of them is the letter's own.
            let whole: Vec<char> = match *parts.as_slice() {
                [letter, mark] => vec![letter, mark],
                [letter, one, other] => {
                    let (own, tone) = if one == '\u{323}' { (other, one) } else { (one, other) };
                    vec![unicode_normalization::char::compose(letter, own)?, tone]
                }
                _ => return None,
            };
            for part in whole {
                out.push(from(part).or(Some(part).filter(|&part| both(part)))?);
            }
        }
    }
    (out != text).then_some(out)
}
