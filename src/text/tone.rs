//! Where the tone mark stands in open `oa`, `oe`, `uy`. No clause rules it; Central Party papers write
//! the traditional way, many local ones the new way, and one document should not mix them.

use super::case::{is_alphanumeric, small};
use super::syllable::bare_letter;

/// The place of the tone mark in a syllable that ends in `oa`, `oe` or `uy`. In other syllables (`hoàn`,
/// `huỳnh`, and `quý`, where the u belongs to the q) both ways agree.
#[doc(alias = "vị trí dấu thanh")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TonePlacement {
    /// On the second vowel, as the Central Party Office writes: `hoà`, `khoẻ`, `uỷ`.
    #[doc(alias = "kiểu cũ")]
    #[default]
    Traditional,
    /// On the first vowel: `hòa`, `khỏe`, `ủy`.
    #[doc(alias = "kiểu mới")]
    New,
}

/// The placement of most of the syllables that show one (`hoà`, `hòa`). `None` if no syllable does, or if
/// both are equally frequent.
///
/// ```
/// use vanban::text::{TonePlacement, majority};
/// assert_eq!(majority(["Đảng ủy", "hòa giải", "hoá"].into_iter()), Some(TonePlacement::New));
/// assert_eq!(majority(["Quý", "hoàn thành"].into_iter()), None);
/// ```
#[must_use]
pub fn majority<'a>(texts: impl Iterator<Item = &'a str>) -> Option<TonePlacement> {
    let (mut traditional, mut new) = (0_usize, 0_usize);
    for marked in texts.filter(|text| may_show(text)).flat_map(pieces).filter_map(Marked::of) {
        match marked.placement {
            TonePlacement::Traditional => traditional += 1,
            TonePlacement::New => new += 1,
        }
    }
    match traditional.cmp(&new) {
        std::cmp::Ordering::Greater => Some(TonePlacement::Traditional),
        std::cmp::Ordering::Less => Some(TonePlacement::New),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether two letters side by side may end a syllable that shows it; most texts have none.
fn may_show(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let first = std::mem::replace(&mut before, c);
        // Nearly all end here, without a search.
        let begins = !first.is_ascii() || matches!(first, 'o' | 'u' | 'O' | 'U');
        let ends = !c.is_ascii() || matches!(c, 'a' | 'e' | 'y' | 'A' | 'E' | 'Y');
        if !begins || !ends || (first.is_ascii() && c.is_ascii()) {
            return false;
        }
        let base = |c| bare_letter(small(c).unwrap_or(c)).0;
        matches!(base(first), 'o' | 'u') && matches!(base(c), 'a' | 'e' | 'y')
    })
}

/// Moves the tone mark to this placement in each syllable that ends in `oa`, `oe` or `uy`, and changes
/// nothing else. It is for the library's own wordings: names of persons, and an author's text, keep their
/// form.
///
/// ```
/// use vanban::text::{TonePlacement, place};
/// assert_eq!(place("Đảng uỷ, KHOÁ, quý", TonePlacement::New), "Đảng ủy, KHÓA, quý");
/// assert_eq!(place("Ủy ban, hòa giải", TonePlacement::Traditional), "Uỷ ban, hoà giải");
/// ```
#[must_use]
pub fn place(text: &str, placement: TonePlacement) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match Marked::of(piece) {
            Some(marked) => marked.write(placement, &mut out),
            None => out.push_str(piece),
        }
    }
    out
}

/// The way in which a syllable that shows it is written.
pub(crate) fn placement(syllable: &str) -> Option<TonePlacement> {
    Marked::of(syllable).map(|marked| marked.placement)
}

/// The words of a text, each with what stands between it and the one before.
pub(crate) fn apart(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut between = "";
    pieces(text).filter_map(move |piece| {
        if piece.starts_with(is_alphanumeric) {
            Some((piece, std::mem::take(&mut between)))
        } else {
            between = piece;
            None
        }
    })
}

/// Words, and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let in_word = is_alphanumeric(rest.chars().next()?);
        let end = rest.find(|c: char| is_alphanumeric(c) != in_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// A syllable in which the two ways differ.
struct Marked<'a> {
    onset: &'a str,
    first: Vowel,
    second: Vowel,
    placement: TonePlacement,
}

impl<'a> Marked<'a> {
    fn of(word: &'a str) -> Option<Marked<'a>> {
        let (second_at, second) = word.char_indices().next_back()?;
        let (first_at, first) = word[..second_at].char_indices().next_back()?;
        // Nearly all words end here: there is no vowel, or no mark on one of the last two letters.
        if second.is_ascii() && first.is_ascii() {
            return None;
        }
        let onset = &word[..first_at];
        let (first, second) = (Vowel::of(first)?, Vowel::of(second)?);
        let placement = match (first.tone, second.tone) {
            (0, 1..) => TonePlacement::Traditional,
            (1.., 0) => TonePlacement::New,
            _ => return None,
        };
        let open = matches!((first.base, second.base), ('o', 'a' | 'e') | ('u', 'y'));
        (open && is_onset(onset)).then_some(Marked { onset, first, second, placement })
    }

    fn write(&self, placement: TonePlacement, out: &mut String) {
        let tone = self.first.tone.max(self.second.tone);
        let (first, second) = match placement {
            TonePlacement::Traditional => (0, tone),
            TonePlacement::New => (tone, 0),
        };
        out.push_str(self.onset);
        self.first.write(first, out);
        self.second.write(second, out);
    }
}

/// Consonants that begin a Vietnamese syllable, without q: after it the u is no vowel. A vowel before
/// the two makes another rhyme, and a foreign letter another language (`Zoé`).
fn is_onset(letters: &str) -> bool {
    letters.chars().flat_map(char::to_lowercase).all(|c| "bcdđghklmnprstvx".contains(c))
}

/// Rows of a vowel without a mark and with the five.
const ROWS: [[char; 6]; 5] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

#[derive(Clone, Copy)]
struct Vowel {
    base: char,
    row: [char; 6],
    tone: usize,
    upper: bool,
}

impl Vowel {
    fn of(c: char) -> Option<Vowel> {
        // A consonant, or a vowel of which the two ways say nothing.
        if !matches!(c, 'A' | 'E' | 'O' | 'U' | 'Y' | 'a' | 'e' | 'o' | 'u' | 'y' | 'À'..='ý' | 'Ĩ'..='ũ' | 'Ạ'..='ỹ')
        {
            return None;
        }
        let lower = small(c)?;
        let (base, tone) = bare_letter(lower);
        let row = *ROWS.iter().find(|row| row[0] == base)?;
        Some(Vowel { base, row, tone, upper: lower != c })
    }

    fn write(self, tone: usize, out: &mut String) {
        let letter = self.row[tone];
        if self.upper { out.extend(letter.to_uppercase()) } else { out.push(letter) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TonePlacement::{New, Traditional};
    use super::*;

    const TRADITIONAL: &str =
        "uỷ Uỷ UỶ uý thuỷ tuỳ luỹ luỵ hoà hoá khoá xoá toà hoả hoạ hoẹ khoẻ nhoè loé KHOẺ ngoã Toà";
    const NEW: &str =
        "ủy Ủy ỦY úy thủy tùy lũy lụy hòa hóa khóa xóa tòa hỏa họa họe khỏe nhòe lóe KHỎE ngõa Tòa";
    const SAME: &str =
        "quý quỹ QUỲ quả hoàn toán huỳnh khuỷu ngoáy oái uy hoa òa2 của mía thuở Zoé qúy a á ôà oàoà tuà hóá";

    #[test]
    fn rewrites_open_syllables_in_either_direction() {
        assert_eq!(place(TRADITIONAL, New), NEW);
        assert_eq!(place(NEW, Traditional), TRADITIONAL);
        assert_eq!(place(NEW, New), NEW);
        assert_eq!(place("(uỷ-viên), “hoà”: 05/uỷ…", New), "(ủy-viên), “hòa”: 05/ủy…");
    }

    #[test]
    fn leaves_alone_where_both_ways_agree() {
        assert_eq!(place(SAME, New), SAME);
        assert_eq!(place(SAME, Traditional), SAME);
        assert_eq!(majority(SAME.split(' ')), None);
    }

    #[test]
    fn keeps_the_case_of_each_letter() {
        assert_eq!(place("Uỷ UỶ uỶ OÀ Oà", New), "Ủy ỦY ủY ÒA Òa");
    }

    #[test]
    fn the_majority_is_counted_by_syllables_of_all_texts() {
        assert_eq!(majority([TRADITIONAL, "ủy"].into_iter()), Some(Traditional));
        assert_eq!(majority(["uỷ", "hòa ủy"].into_iter()), Some(New));
        assert_eq!(majority(["uỷ", "ủy"].into_iter()), None);
        assert_eq!(majority(std::iter::empty()), None);
    }

    proptest! {
        #[test]
        fn rewriting_loses_nothing(text in "([hHkqQtz]?[oOuU][aàÁeẻyỷỴ]|[hkqt]?[òÓỏụủ][aeyY]|[ na,.2]){0,9}") {
            let (new, old) = (place(&text, New), place(&text, Traditional));
            prop_assert_eq!(place(&new, Traditional), &*old);
            prop_assert_eq!(place(&old, New), &*new);
            prop_assert_eq!(place(&old, Traditional), &*old);
            prop_assert_eq!(old.chars().count(), text.chars().count());
            prop_assert_ne!(majority([&*new].into_iter()), Some(Traditional));
            prop_assert_ne!(majority([&*old].into_iter()), Some(New));
        }

        #[test]
        fn any_text_passes(text in any::<String>()) {
            prop_assert_eq!(place(&text, New).chars().count(), text.chars().count());
        }
    }
}
