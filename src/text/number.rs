//! Figures: counts, percentages, numerals.

use std::cmp::Ordering;

use super::Decimal;

/// The letters of points, in order (05-HD/VPTW I.6.2.4đ): the Vietnamese alphabet without ă â ê ô ơ ư.
pub(super) const POINT_LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
    'x', 'y',
];

/// A count in running text with at least two figures: `04 tập thể`, `12 cá nhân`, `00`. Scores are not padded.
///
/// ```
/// assert_eq!(vanban::text::padded(4), "04");
/// assert_eq!(vanban::text::padded(127), "127");
/// ```
#[doc(alias = "số lượng")]
#[must_use]
pub fn padded(n: u64) -> String {
    format!("{n:02}")
}

/// The number of a document, as in `Số 05-NQ/CB` (05-HD/VPTW I.3.2.2).
///
/// ```
/// assert_eq!(vanban::text::document_number(5), "05");
/// assert_eq!(vanban::text::document_number(127), "127");
/// ```
#[doc(alias = "số văn bản")]
#[must_use]
pub fn document_number(n: u64) -> String {
    padded(n)
}

/// A large number in groups of three figures, with points between them.
///
/// ```
/// assert_eq!(vanban::text::thousands(1108), "1.108");
/// ```
#[must_use]
pub fn thousands(n: u64) -> String {
    grouped(&n.to_string())
}

pub(super) fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The percentage of `part` in `whole`, with a comma and at most two decimals, rounded half up (away from
/// zero), without trailing zeros. `None` if `whole` is zero.
///
/// Rounding never overstates: `100%` means all and `0%` means none. A value close to them is `99,99%` (or
/// `100,01%`) or `0,01%`.
///
/// ```
/// use vanban::text::{Decimal, percent};
/// assert_eq!(percent(41, 61).as_deref(), Some("67,21%"));
/// assert_eq!(percent(15, 15).as_deref(), Some("100%"));
/// assert_eq!(percent(99_996, 100_000).as_deref(), Some("99,99%"));
/// assert_eq!(percent("70,2".parse::<Decimal>()?, "68,5".parse::<Decimal>()?).as_deref(), Some("102,48%"));
/// assert_eq!(percent(0, 0), None);
/// # Ok::<(), vanban::text::NotDecimal>(())
/// ```
#[doc(alias = "tỷ lệ phần trăm")]
#[must_use]
pub fn percent(part: impl Into<Decimal>, whole: impl Into<Decimal>) -> Option<String> {
    const ALL: u128 = 10_000;
    let (part, whole) = (part.into(), whole.into());
    let (rounded, below) = part.share(whole)?;
    let hundredths = match (rounded, part.size_against(whole)) {
        (0, _) if part != Decimal::ZERO => 1,
        (ALL, Ordering::Less) => ALL - 1,
        (ALL, Ordering::Greater) => ALL + 1,
        (rounded, _) => rounded,
    };
    let units = grouped(&(hundredths / 100).to_string());
    let sign = if below { "-" } else { "" };
    Some(match hundredths % 100 {
        0 => format!("{sign}{units}%"),
        tenths if tenths % 10 == 0 => format!("{sign}{units},{}%", tenths / 10),
        decimals => format!("{sign}{units},{decimals:02}%"),
    })
}

/// A Roman numeral, for parts, chapters and the first level of sections (05-HD/VPTW I.6.2.4). 0, and numbers
/// from 4000, stay in Arabic figures.
///
/// ```
/// assert_eq!(vanban::text::roman(14), "XIV");
/// assert_eq!(vanban::text::roman(4000), "4000");
/// ```
#[doc(alias = "số La Mã")]
#[must_use]
pub fn roman(n: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=3999).contains(&n) {
        return n.to_string();
    }
    let mut rest = n;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// The letter of a point (điểm: `a)`), counted from 0 (05-HD/VPTW I.6.2.4đ): a b c d đ e g h i k l m n o p q
/// r s t u v x y. No clause says what follows `y`; here it is `aa`, `ab`, … `ay`, `ba`, like columns of a
/// spreadsheet.
///
/// ```
/// use vanban::text::point_letter;
/// assert_eq!(point_letter(4), "đ");
/// assert_eq!(point_letter(22), "y");
/// assert_eq!(point_letter(23), "aa");
/// ```
#[doc(alias = "điểm")]
#[must_use]
pub fn point_letter(index: usize) -> String {
    let count = POINT_LETTERS.len();
    let mut letters = vec![POINT_LETTERS[index % count]];
    let mut rest = index / count;
    while rest > 0 {
        // There is no letter for nought, so each further place counts from one.
        letters.push(POINT_LETTERS[(rest - 1) % count]);
        rest = (rest - 1) / count;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_and_document_numbers_have_two_figures() {
        assert_eq!([0, 1, 9, 10, 999].map(padded), ["00", "01", "09", "10", "999"]);
        assert_eq!([5, 12, 127].map(document_number), ["05", "12", "127"]);
    }

    #[test]
    fn thousands_are_grouped_from_the_right() {
        assert_eq!(
            [0, 999, 1000, 12_345, 1_234_567].map(thousands),
            ["0", "999", "1.000", "12.345", "1.234.567"]
        );
        assert_eq!(thousands(u64::MAX), "18.446.744.073.709.551.615");
    }

    #[test]
    fn percent_rounds_half_up_and_drops_zeros() {
        let of = |part: u32, whole: u32| percent(part, whole).unwrap();
        assert_eq!(of(1, 800), "0,13%");
        assert_eq!(of(1, 3), "33,33%");
        assert_eq!(of(2, 3), "66,67%");
        assert_eq!(of(933, 1000), "93,3%");
        assert_eq!(of(1, 20), "5%");
        assert_eq!(of(1, 1000), "0,1%");
        assert_eq!(of(101, 10_000), "1,01%");
        assert_eq!(of(25, 2), "1.250%");
    }

    #[test]
    fn percent_says_all_and_none_only_when_it_is_so() {
        assert_eq!([percent(0, 0), percent(1, 0)], [None, None]);
        assert_eq!(percent(0, 7).unwrap(), "0%");
        assert_eq!(percent(1, 1_000_000).unwrap(), "0,01%");
        assert_eq!(percent(999_999, 1_000_000).unwrap(), "99,99%");
        assert_eq!(percent(1_000_001, 1_000_000).unwrap(), "100,01%");
        assert_eq!(percent(u64::MAX - 1, u64::MAX).unwrap(), "99,99%");
    }

    #[test]
    fn percent_of_decimals_and_below_nought() {
        let of = |part: &str, whole: &str| {
            percent(part.parse::<Decimal>().unwrap(), whole.parse::<Decimal>().unwrap())
        };
        for (part, whole, printed) in [
            ("70,2", "68,5", "102,48%"),
            ("13250000000", "12500000000", "106%"),
            ("-3", "8", "-37,5%"),
            ("-1", "800", "-0,13%"),
            ("-3", "-8", "37,5%"),
            ("3", "-8", "-37,5%"),
            ("-0,000001", "1000", "-0,01%"),
            ("0", "-5", "0%"),
            ("999999999999999999", "0,000001", "99.999.999.999.999.999.900.000.000%"),
        ] {
            assert_eq!(of(part, whole).as_deref(), Some(printed), "{part} of {whole}");
        }
        assert_eq!(of("5", "0"), None);
    }

    #[test]
    fn roman_numerals() {
        let numerals = ["I", "IV", "IX", "XIV", "XX", "XLIX", "XCIV", "CDXLIV", "MMXXVI", "MMMCMXCIX"];
        assert_eq!([1, 4, 9, 14, 20, 49, 94, 444, 2026, 3999].map(roman), numerals);
        assert_eq!([0, 4000].map(roman), ["0", "4000"]);
    }

    #[test]
    fn point_letters_follow_the_vietnamese_alphabet() {
        let all: Vec<String> = (0..23).map(point_letter).collect();
        assert_eq!(all.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y");
        assert_eq!([23, 27, 45, 46, 551, 552].map(point_letter), ["aa", "ađ", "ay", "ba", "yy", "aaa"]);
    }

    proptest! {
        #[test]
        fn percent_is_within_half_a_hundredth(part in 0u64..=100_000, whole in 1u64..=100_000) {
            let printed = percent(part, whole).unwrap();
            let value: f64 = printed.trim_end_matches('%').replace('.', "").replace(',', ".").parse().unwrap();
            let exact = part as f64 * 100.0 / whole as f64;
            prop_assert!((value - exact).abs() < 0.01, "{} for {}", printed, exact);
            prop_assert_eq!(printed == "100%", part == whole);
            prop_assert_eq!(printed == "0%", part == 0);
        }

        #[test]
        fn no_point_letter_comes_twice(a in 0usize..20_000, b in 0usize..20_000) {
            prop_assert_eq!(point_letter(a) == point_letter(b), a == b);
        }
    }
}
