//! Capital and small letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::normal::is_composed;

/// The text in capitals, as NFC: for names of bodies, type names and headings (05-HD/VPTW Phụ lục 2).
///
/// ```
/// assert_eq!(vanban::text::upper("Đảng uỷ xã Nhân Thắng"), "ĐẢNG UỶ XÃ NHÂN THẮNG");
/// ```
#[doc(alias = "in hoa")]
#[must_use]
pub fn upper(text: &str) -> String {
    let mut capitals = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match large(c) {
            Some(capital) => capitals.push(capital),
            None => capitals.extend(c.to_uppercase()),
        }
    }
    if is_composed(&capitals) { capitals } else { capitals.nfc().collect() }
}

/// The text with a capital first letter, for the start of a sentence. Quotation marks before it are skipped; a
/// text that begins with a figure stays (`3 đồng chí`).
///
/// ```
/// use vanban::text::capitalised;
/// assert_eq!(capitalised("đồng chí"), "Đồng chí");
/// assert_eq!(capitalised("“uỷ viên”"), "“Uỷ viên”");
/// ```
#[doc(alias = "viết hoa")]
#[must_use]
pub fn capitalised(text: &str) -> String {
    match text.char_indices().find(|(_, c)| c.is_alphanumeric()) {
        Some((at, first)) => {
            let (before, rest) = text.split_at(at);
            let mut out = String::from(before);
            out.extend(first.to_uppercase());
            out.extend(rest.chars().skip(1));
            out
        }
        None => text.into(),
    }
}

/// How names of bodies begin that keep their capital wherever they stand (4148-QĐ/VPTW).
const NAMES: [&str; 14] = [
    "Bác ",
    "Chi bộ",
    "Chi uỷ",
    "Chi ủy",
    "Chính phủ",
    "Đảng ",
    "Hiến pháp",
    "Mặt trận",
    "Nhà nước",
    "Quốc hội",
    "Trung ương",
    "Uỷ ban",
    "Ủy ban",
    "Viện kiểm sát",
];
/// Words that begin likewise and are none.
const NO_NAMES: [&str; 3] = ["Đảng viên", "Đảng phí", "Đảng tịch"];

/// The text as it is inside a sentence, without the capital of a sentence's start. Names keep it: a body, an
/// abbreviation (`ĐUK`), several words with a capital each (`Hồ Chí Minh`, `Ban Thường vụ`).
///
/// ```
/// use vanban::text::in_running_text;
/// assert_eq!(in_running_text("Quán triệt nghị quyết"), "quán triệt nghị quyết");
/// assert_eq!(in_running_text("Đảng viên nêu gương"), "đảng viên nêu gương");
/// assert_eq!(in_running_text("Chi bộ phân công"), "Chi bộ phân công");
/// ```
#[doc(alias = "viết thường")]
#[must_use]
pub fn in_running_text(text: &str) -> String {
    let mut words = text.split_whitespace();
    let (first, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let abbreviated = first.chars().skip(1).any(char::is_uppercase);
    let named =
        NAMES.iter().any(|name| text.starts_with(name)) && !NO_NAMES.iter().any(|it| text.starts_with(it));
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) if capital(first) && !(abbreviated || named || capital(next)) => {
            letter.to_lowercase().chain(letters).collect()
        }
        _ => text.into(),
    }
}

/// Whether the first letter is a small one, as in the subject under a type name (observed in 05-HD and 36-HD).
/// `false` for a text that begins with a figure.
///
/// ```
/// use vanban::text::starts_lower;
/// assert!(starts_lower("về công tác cán bộ"));
/// assert!(!starts_lower("30 năm đổi mới"));
/// ```
#[doc(alias = "chữ thường")]
#[must_use]
pub fn starts_lower(text: &str) -> bool {
    first(text).is_some_and(char::is_lowercase)
}

/// Whether the first letter is a capital. `false` for a text that begins with a figure.
///
/// ```
/// assert!(vanban::text::starts_upper("“Đảng ta”"));
/// ```
#[doc(alias = "chữ hoa")]
#[must_use]
pub fn starts_upper(text: &str) -> bool {
    first(text).is_some_and(char::is_uppercase)
}

fn first(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_alphanumeric())
}

/// Whether a name is written like names of persons (05-HD/VPTW I.7.1.3, 4148-QĐ/VPTW 3.2): each word has a
/// capital and then small letters. In names of ethnic minorities a letter after a hyphen or an apostrophe may
/// be either (`H'Hen Niê`, `K'brểu`), and `K’` may be separate (`K’ Brel`). A name has no figures and no full
/// stops (`TS.`).
///
/// ```
/// use vanban::text::is_title_case;
/// assert!(is_title_case("Nguyễn Văn A"));
/// assert!(is_title_case("K’ Brel"));
/// assert!(!is_title_case("NGUYỄN VĂN A") && !is_title_case("Nguyễn văn A"));
/// ```
#[doc(alias = "họ và tên")]
#[must_use]
pub fn is_title_case(name: &str) -> bool {
    let mut words = name.split_whitespace().peekable();
    let mut any = false;
    while let Some(word) = words.next() {
        // `K’` before a name, a letter of its own.
        let apart = words.peek().is_some() && word.chars().count() == 2 && word.ends_with(['\'', '’']);
        if !(is_name_word(word) || apart && word.starts_with(char::is_uppercase)) {
            return false;
        }
        any = true;
    }
    any
}

fn is_name_word(word: &str) -> bool {
    let is_joint = |c| matches!(c, '-' | '\'' | '’');
    let mut free = false;
    for (i, c) in word.chars().enumerate() {
        let fits = match c {
            _ if i == 0 => c.is_uppercase(),
            _ if is_joint(c) => !free,
            _ => c.is_lowercase() || is_combining_mark(c) || (free && c.is_uppercase()),
        };
        if !fits {
            return false;
        }
        free = is_joint(c);
    }
    !free
}

/// As [`char::is_alphanumeric`], without its search in tables for the letters that Vietnamese is written with.
pub(super) fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || is_latin_letter(c) || (!c.is_ascii() && c.is_alphanumeric())
}

/// As [`char::is_alphabetic`], without that search.
pub(super) fn is_alphabetic(c: char) -> bool {
    is_latin_letter(c) || (!c.is_ascii() && c.is_alphabetic())
}

/// The letters that Vietnamese is written with, and their neighbours.
pub(super) fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ')
}

/// The small letter of one that Vietnamese is written with, or the character of ASCII; nothing of others.
pub(super) fn small(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'Ạ'..='ỹ' => char::from_u32(u32::from(c) | 1),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 0x20),
        'à'..='ö' | 'ø'..='þ' => Some(c),
        _ => PAIRS.iter().find(|pair| pair.contains(&c)).map(|[_, small]| *small),
    }
}

/// As [`small`], the capital.
fn large(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_uppercase()),
        'Ạ'..='ỹ' => char::from_u32(u32::from(c) & !1),
        'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(c) - 0x20),
        'À'..='Ö' | 'Ø'..='Þ' => Some(c),
        _ => PAIRS.iter().find(|pair| pair.contains(&c)).map(|[large, _]| *large),
    }
}

/// The letters of Vietnamese outside of the blocks that have all capitals in a row.
const PAIRS: [[char; 2]; 6] = [['Đ', 'đ'], ['Ư', 'ư'], ['Ơ', 'ơ'], ['Ă', 'ă'], ['Ĩ', 'ĩ'], ['Ũ', 'ũ']];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_and_figures_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn small_and_capital_letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert!(small(c).is_none_or(|small| c.to_lowercase().eq([small])), "{c:?}");
            assert!(large(c).is_none_or(|large| c.to_uppercase().eq([large])), "{c:?}");
        }
        assert!(LOWER.chars().chain(UPPER.chars()).all(|c| small(c).is_some() && large(c).is_some()));
    }

    const LOWER: &str =
        "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
    const UPPER: &str =
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ";

    #[test]
    fn upper_knows_every_vietnamese_letter() {
        assert_eq!(upper(LOWER), UPPER);
        assert_eq!(upper("quye\u{302}\u{301}t"), "QUYẾT");
        assert_eq!(upper("05-nq/cb, “x”"), "05-NQ/CB, “X”");
    }

    #[test]
    fn capitalised_changes_the_first_letter_only() {
        assert_eq!(capitalised("ưu điểm NQ"), "Ưu điểm NQ");
        assert_eq!(capitalised("(đảng viên)"), "(Đảng viên)");
        assert_eq!(capitalised("3 đồng chí"), "3 đồng chí");
        assert_eq!([capitalised(""), capitalised("…")], ["", "…"]);
    }

    #[test]
    fn names_keep_their_capital_in_running_text() {
        for same in
            ["Hồ Chí Minh", "ĐUK", "Ban Thường vụ", "Đảng uỷ", "Nhà nước", "“Dân vận khéo”", "3 việc", ""]
        {
            assert_eq!(in_running_text(same), same);
        }
        assert_eq!(in_running_text("Ủy quyền"), "ủy quyền");
        assert_eq!(in_running_text("Đoàn kết nội bộ"), "đoàn kết nội bộ");
        assert_eq!(in_running_text("Ý thức"), "ý thức");
    }

    #[test]
    fn tells_how_a_text_starts() {
        assert!(starts_lower("“đẩy mạnh”") && !starts_upper("“đẩy mạnh”"));
        assert!(starts_upper("Ủy ban") && !starts_lower("Ủy ban"));
        for neither in ["", "…", "30 năm"] {
            assert!(!starts_lower(neither) && !starts_upper(neither), "{neither}");
        }
    }

    #[test]
    fn names_are_in_title_case() {
        for name in
            ["Đặng Thị Ánh", "Y Phôn", "H'Hen Niê", "H’Hen Niê", "K'brểu", "Đinh Y-Sơn", "Ksor Nơ\u{306}"]
        {
            assert!(is_title_case(name), "{name}");
        }
        for other in [
            "",
            " ",
            "TS. Lê An",
            "Ts. Lê An",
            "lê An",
            "LÊ An",
            "LeAn",
            "Lê 2",
            "Lê -",
            "Lê-",
            "Lê''An",
            "(Lê",
        ] {
            assert!(!is_title_case(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn capitals_are_nfc_and_stay(text in ".*") {
            let once = upper(&text);
            prop_assert!(unicode_normalization::is_nfc(&once));
            prop_assert_eq!(upper(&once), once);
        }

        #[test]
        fn capitalising_lower_text_gives_upper_text(text in "[“(]?[a-zđêơ][a-zđêơ 0-9]{0,9}") {
            prop_assert!(starts_lower(&text) && starts_upper(&capitalised(&text)));
            prop_assert_eq!(upper(&capitalised(&text)), upper(&text));
        }
    }
}
