//! Which words are Vietnamese syllables, by the rules of their spelling: onset, rhyme, tone and where its
//! mark stands.

use super::case::small;

/// Rhymes without their tones, sorted.
const RHYMES: [&str; 158] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en",
    "eng", "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên",
    "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap",
    "oat", "oay", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc",
    "oăm", "oăn", "oăng", "oăt", "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych",
    "uynh", "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uôc", "uôi",
    "uôm", "uôn", "uông", "uôt", "uơ", "y", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng",
    "âp", "ât", "âu", "ây", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm", "ôn",
    "ông", "ôp", "ôt", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa",
    "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// The tones of syllables that end in a stop: sắc and nặng.
const STOPPED: [usize; 2] = [2, 5];

/// Whether a word is one syllable of Vietnamese, in small letters, in capitals or with one capital at its
/// start.
pub(super) fn is_syllable(word: &str) -> bool {
    is_cased(word) && is_spelt(word)
}

fn is_cased(word: &str) -> bool {
    let mut rest = word.chars().skip(1);
    let mut all = word.chars();
    rest.clone().all(char::is_lowercase) || (all.all(char::is_uppercase) && rest.all(char::is_uppercase))
}

fn is_spelt(word: &str) -> bool {
    // The longest is nghiêng; a longer word is none.
    let mut letters = ['\0'; 7];
    let mut length = 0;
    // The tone, and which letter has it.
    let mut marked = None;
    for c in word.chars() {
        // Another language's letter is none of a syllable, in capitals neither.
        let (letter, tone) = bare_letter(small(c).unwrap_or(c));
        if length == letters.len() || (tone > 0 && marked.replace((tone, length)).is_some()) {
            return false;
        }
        letters[length] = letter;
        length += 1;
    }
    let mut bytes = [0; 4 * 7];
    let mut end = 0;
    for letter in &letters[..length] {
        end += letter.encode_utf8(&mut bytes[end..]).len();
    }
    let bare = std::str::from_utf8(&bytes[..end]).unwrap_or_default();
    // A rhyme begins with a vowel; of gi and qu it may be the first or the one behind it.
    let first = bare.find(is_vowel).unwrap_or(end);
    let behind = if matches!(bare.as_bytes(), [b'g', b'i', ..] | [b'q', b'u', ..]) { 2 } else { first };
    [first, behind].into_iter().any(|at| {
        let (onset, rhyme) = bare.split_at(at);
        let marked = marked.map(|(tone, at)| (tone, at.checked_sub(onset.chars().count())));
        is_onset(onset)
            && goes_with(onset, rhyme)
            && RHYMES.binary_search(&rhyme).is_ok()
            && has_its_tone(rhyme, marked)
    })
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

#[rustfmt::skip]
fn is_onset(letters: &str) -> bool {
    matches!(letters,
        "" | "b" | "c" | "ch" | "d" | "đ" | "g" | "gh" | "gi" | "h" | "k" | "kh" | "l" | "m" | "n" | "ng" | "ngh" | "nh"
        | "p" | "ph" | "q" | "qu" | "r" | "s" | "t" | "th" | "tr" | "v" | "x")
}

/// A letter without its tone, and which tone that is: huyền, sắc, hỏi, ngã, nặng, from 1 on.
pub(super) fn bare_letter(c: char) -> (char, usize) {
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' => ('a', tone(c)),
        'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' => ('ă', tone(c)),
        'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => ('â', tone(c)),
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' => ('e', tone(c)),
        'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => ('ê', tone(c)),
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => ('i', tone(c)),
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' => ('o', tone(c)),
        'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' => ('ô', tone(c)),
        'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => ('ơ', tone(c)),
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' => ('u', tone(c)),
        'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => ('ư', tone(c)),
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => ('y', tone(c)),
        _ => (c, 0),
    }
}

/// The tone of a vowel that has one.
fn tone(c: char) -> usize {
    match c {
        'à' | 'ằ' | 'ầ' | 'è' | 'ề' | 'ì' | 'ò' | 'ồ' | 'ờ' | 'ù' | 'ừ' | 'ỳ' => 1,
        'á' | 'ắ' | 'ấ' | 'é' | 'ế' | 'í' | 'ó' | 'ố' | 'ớ' | 'ú' | 'ứ' | 'ý' => 2,
        'ả' | 'ẳ' | 'ẩ' | 'ẻ' | 'ể' | 'ỉ' | 'ỏ' | 'ổ' | 'ở' | 'ủ' | 'ử' | 'ỷ' => 3,
        'ã' | 'ẵ' | 'ẫ' | 'ẽ' | 'ễ' | 'ĩ' | 'õ' | 'ỗ' | 'ỡ' | 'ũ' | 'ữ' | 'ỹ' => 4,
        _ => 5,
    }
}

fn goes_with(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "ngh" | "gh" => front,
        "ng" | "c" => !front,
        "g" => !front || rhyme.starts_with('i'),
        "q" => rhyme.starts_with('u') && rhyme != "u",
        _ => true,
    }
}

/// Whether a rhyme may have this tone, marked on this of its letters.
fn has_its_tone(rhyme: &str, marked: Option<(usize, Option<usize>)>) -> bool {
    let stopped = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
    let Some((tone, at)) = marked else { return !stopped };
    if stopped && !STOPPED.contains(&tone) {
        return false;
    }
    let Some(at) = at else { return false };
    let (mut own, mut horned, mut count, mut vowels) = (None, None, 0, 0);
    for letter in rhyme.chars() {
        match letter {
            'ă' | 'â' | 'ê' | 'ô' | 'ơ' => own = Some(count),
            'ư' => horned = Some(count),
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' if vowels == count => vowels += 1,
            _ => {}
        }
        count += 1;
    }
    if let Some(own) = own.or(horned) {
        return at == own;
    }
    match vowels {
        1 => at == 0,
        // hoà and hòa are both written.
        2 if matches!(rhyme, "oa" | "oe" | "uy") => at < 2,
        2 if vowels == count => at == 0,
        _ => at == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each vowel without a tone and with the five: huyền, sắc, hỏi, ngã, nặng.
    const VOWELS: [&str; 12] = [
        "aàáảãạ",
        "ăằắẳẵặ",
        "âầấẩẫậ",
        "eèéẻẽẹ",
        "êềếểễệ",
        "iìíỉĩị",
        "oòóỏõọ",
        "ôồốổỗộ",
        "ơờớởỡợ",
        "uùúủũụ",
        "ưừứửữự",
        "yỳýỷỹỵ",
    ];

    #[test]
    fn a_letter_loses_its_tone_and_keeps_its_form() {
        for c in '\0'..='\u{ffff}' {
            let of = |row: &str| Some((row.chars().next()?, row.chars().position(|letter| letter == c)?));
            let expected = VOWELS.iter().find_map(|row| of(row)).unwrap_or((c, 0));
            assert_eq!(bare_letter(c), expected);
        }
    }

    #[test]
    fn syllables_are_known_by_their_spelling() {
        let good = "Chi bộ đã hoàn thành nhiệm vụ tháng tiếp tục phát huy kết quả Đảng uỷ ủy hoà hòa khoẻ khỏe thuở \
                    nghiêng khuyết khúc khuỷu quý quốc quyển quỳnh giếng giá gì gìn giặc già ngoằn ngoèo loắt choắt \
                    KHUYẾN khuya Kạn Pa yếu y Ý ở ăn ô ưu ngượng rượu hươu buýt soóc xoong thuế tuần người nước";
        for word in good.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn rhymes_are_sorted() {
        assert!(RHYMES.is_sorted());
    }

    #[test]
    fn other_words_are_none() {
        let other = "nhiÖm bé® hoµn Müller Côte Dvořák Loïc hoàngg kết! tâc Đa̱ng ngé gế cế nguyễ thààn mạc5 \
                     hòan thúe âng̀ ă â bat ngha lÃ vIệt THÀnh frô Zalo wao jê";
        for word in other.split_whitespace() {
            assert!(!is_syllable(word), "{word}");
        }
        assert!(!is_syllable(""));
    }
}
