//! Numbers in words.

use super::case::capitalised;

const BILLION: u64 = 1_000_000_000;

/// A number in words, in small letters. It writes `mốt`, `tư` and `lăm` after tens, `linh` for missing tens,
/// and `không trăm` for missing hundreds inside a larger number. Groups that are zero are left out.
///
/// ```
/// use vanban::text::in_words;
/// assert_eq!(in_words(21), "hai mươi mốt");
/// assert_eq!(in_words(105), "một trăm linh năm");
/// assert_eq!(in_words(500_000), "năm trăm nghìn");
/// ```
#[doc(alias = "số bằng chữ")]
#[must_use]
pub fn in_words(n: u64) -> String {
    let mut out = Vec::new();
    spell(n, &mut out);
    if out.is_empty() { digit(0).into() } else { out.join(" ") }
}

/// A sum of money in words, in whole đồng, in small letters: `một triệu hai trăm nghìn đồng`.
///
/// ```
/// use vanban::text::money_in_words;
/// assert_eq!(money_in_words(1_200_000), "một triệu hai trăm nghìn đồng");
/// assert_eq!(money_in_words(0), "không đồng");
/// ```
#[doc(alias = "số tiền bằng chữ")]
#[must_use]
pub fn money_in_words(sum: u64) -> String {
    format!("{} đồng", in_words(sum))
}

/// An ordinal that opens a paragraph: `Thứ nhất`, `Thứ hai`, `Thứ ba`, `Thứ tư`, `Thứ năm`.
///
/// ```
/// assert_eq!(vanban::text::ordinal(1), "Thứ nhất");
/// assert_eq!(vanban::text::ordinal(12), "Thứ mười hai");
/// ```
#[doc(alias = "thứ nhất")]
#[must_use]
pub fn ordinal(n: u64) -> String {
    match n {
        1 => "Thứ nhất".into(),
        4 => "Thứ tư".into(),
        _ => format!("Thứ {}", in_words(n)),
    }
}

/// A counted item that opens a paragraph: `Một là`, `Hai là`, `Bốn là`.
///
/// ```
/// assert_eq!(vanban::text::enumerated(4), "Bốn là");
/// ```
#[doc(alias = "một là")]
#[must_use]
pub fn enumerated(n: u64) -> String {
    format!("{} là", capitalised(&in_words(n)))
}

/// The words of a number go after those already there; nought has none.
fn spell(n: u64, out: &mut Vec<&'static str>) {
    if n >= BILLION {
        spell(n / BILLION, out);
        out.push("tỷ");
    }
    let rest = n % BILLION;
    for (size, name) in [(1_000_000, Some("triệu")), (1_000, Some("nghìn")), (1, None)] {
        let group = rest / size % 1_000;
        if group > 0 {
            spell_group(group, out);
            out.extend(name);
        }
    }
}

/// One group of up to three figures. Behind another group its hundreds are said even if nought, or
/// `một nghìn không trăm linh năm` would sound like 1500.
fn spell_group(group: u64, out: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let with_hundreds = hundreds > 0 || !out.is_empty();
    if with_hundreds {
        out.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if with_hundreds && units > 0 => out.push("linh"),
        0 => {}
        1 => out.push("mười"),
        _ => out.extend([digit(tens), "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => out.push("mốt"),
        (2.., 4) => out.push("tư"),
        (1.., 5) => out.push("lăm"),
        _ => out.push(digit(units)),
    }
}

fn digit(n: u64) -> &'static str {
    match n {
        0 => "không",
        1 => "một",
        2 => "hai",
        3 => "ba",
        4 => "bốn",
        5 => "năm",
        6 => "sáu",
        7 => "bảy",
        8 => "tám",
        _ => "chín",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn small_numbers() {
        let all: Vec<String> = (0..=10).map(in_words).collect();
        assert_eq!(all.join(" "), "không một hai ba bốn năm sáu bảy tám chín mười");
        assert_eq!([11, 14, 15].map(in_words), ["mười một", "mười bốn", "mười lăm"]);
        assert_eq!([20, 21, 24].map(in_words), ["hai mươi", "hai mươi mốt", "hai mươi tư"]);
        assert_eq!([50, 55].map(in_words), ["năm mươi", "năm mươi lăm"]);
    }

    #[test]
    fn hundreds_and_missing_tens() {
        assert_eq!(in_words(100), "một trăm");
        assert_eq!(in_words(101), "một trăm linh một");
        assert_eq!(in_words(104), "một trăm linh bốn");
        assert_eq!(in_words(115), "một trăm mười lăm");
        assert_eq!(in_words(991), "chín trăm chín mươi mốt");
    }

    #[test]
    fn groups() {
        assert_eq!(in_words(1_000), "một nghìn");
        assert_eq!(in_words(1_005), "một nghìn không trăm linh năm");
        assert_eq!(in_words(1_050), "một nghìn không trăm năm mươi");
        assert_eq!(in_words(1_108), "một nghìn một trăm linh tám");
        assert_eq!(in_words(15_000_000), "mười lăm triệu");
        assert_eq!(in_words(2_000_000_010), "hai tỷ không trăm mười");
        assert_eq!(in_words(1_000_000_000_000), "một nghìn tỷ");
    }

    #[test]
    fn ordinals_and_enumeration() {
        let ordinals = ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm"];
        assert_eq!([1, 2, 3, 4, 5].map(ordinal), ordinals);
        assert_eq!(ordinal(14), "Thứ mười bốn");
        assert_eq!([1, 2, 3, 4].map(enumerated), ["Một là", "Hai là", "Ba là", "Bốn là"]);
    }

    /// Reads number words back, knowing nothing of how they are made.
    fn read(words: &str) -> u64 {
        let (mut billions, mut groups, mut group, mut last) = (0, 0, 0, 0);
        for word in words.split(' ') {
            let mut close = |size: u64| {
                groups += (group + last) * size;
                (group, last) = (0, 0);
            };
            match word {
                "linh" => {}
                "trăm" => (group, last) = (last * 100, 0),
                "mười" => group += 10,
                "mươi" => (group, last) = (group + last * 10, 0),
                "nghìn" => close(1_000),
                "triệu" => close(1_000_000),
                "tỷ" => {
                    (billions, groups, group, last) = ((billions + groups + group + last) * BILLION, 0, 0, 0)
                }
                "mốt" => last = 1,
                "tư" => last = 4,
                "lăm" => last = 5,
                _ => last = (0..10).find(|&n| digit(n) == word).unwrap(),
            }
        }
        billions + groups + group + last
    }

    proptest! {
        #[test]
        fn can_be_read_back(n in any::<u64>(), shift in 0u32..64) {
            let n = n >> shift;
            prop_assert_eq!(read(&in_words(n)), n);
        }

        #[test]
        fn round_numbers_can_be_read_back(a in 0u64..18, b in 0u64..100, c in 0u64..3, power in 0u32..9) {
            let n = a * BILLION * BILLION + b * BILLION + c * 10u64.pow(power);
            prop_assert_eq!(read(&in_words(n)), n);
        }
    }
}
