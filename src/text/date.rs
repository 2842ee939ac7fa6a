//! Dates as they are printed. They are plain numbers here, because a date in a record stays what was
//! typed until the rules have read it.

/// The blank for a number that is to be filled in by hand: six no-break spaces, directly between the words (`Số
/// -NQ/CB`, `ngày      tháng 6 năm 2026`).
#[doc(alias = "để trống")]
pub const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// The date under the title of a document and in solemn text (05-HD/VPTW I.4.2.2). Days under 10, and the
/// months 1 and 2, have a leading zero. A missing number is a [`BLANK`], and so is the year 0, which no
/// document has.
///
/// ```
/// use vanban::text::{BLANK, long_date};
/// assert_eq!(long_date(Some(3), Some(2), 2026), "ngày 03 tháng 02 năm 2026");
/// assert_eq!(long_date(Some(27), Some(5), 2026), "ngày 27 tháng 5 năm 2026");
/// assert_eq!(long_date(None, Some(6), 2026), format!("ngày{BLANK}tháng 6 năm 2026"));
/// ```
#[doc(alias = "ngày tháng năm")]
#[must_use]
pub fn long_date(day: Option<u32>, month: Option<u32>, year: i32) -> String {
    let between =
        |number: Option<String>| number.map_or_else(|| BLANK.into(), |number| format!(" {number} "));
    let day = between(day.map(|day| format!("{day:02}")));
    let month = between(month.map(self::month));
    if year == 0 {
        format!("ngày{day}tháng{month}năm{BLANK}")
    } else {
        format!("ngày{day}tháng{month}năm {year}")
    }
}

/// The date in running text (05-HD/VPTW I.6.1.4), padded like [`long_date`].
///
/// ```
/// use vanban::text::short_date;
/// assert_eq!(short_date(6, 7, 2018), "06/7/2018");
/// assert_eq!(short_date(27, 2, 2023), "27/02/2023");
/// ```
#[doc(alias = "ngày tháng năm")]
#[must_use]
pub fn short_date(day: u32, month: u32, year: i32) -> String {
    format!("{day:02}/{}/{year}", self::month(month))
}

/// The number of a month: `01`, `02`, then `3` to `12` (05-HD/VPTW I.4.2.2).
///
/// ```
/// assert_eq!(vanban::text::month(2), "02");
/// assert_eq!(vanban::text::month(5), "5");
/// ```
#[doc(alias = "tháng")]
#[must_use]
pub fn month(n: u32) -> String {
    if matches!(n, 1 | 2) { format!("{n:02}") } else { n.to_string() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pads_days_under_ten_and_two_months() {
        assert_eq!(long_date(Some(9), Some(1), 2026), "ngày 09 tháng 01 năm 2026");
        assert_eq!(long_date(Some(10), Some(3), 2026), "ngày 10 tháng 3 năm 2026");
        assert_eq!(long_date(Some(31), Some(12), 1997), "ngày 31 tháng 12 năm 1997");
        assert_eq!(short_date(21, 5, 2022), "21/5/2022");
        assert_eq!(short_date(9, 1, 2026), "09/01/2026");
        assert_eq!(short_date(10, 10, 2026), "10/10/2026");
        assert_eq!([1, 2, 3, 9, 12].map(month), ["01", "02", "3", "9", "12"]);
    }

    #[test]
    fn a_blank_stands_directly_between_the_words() {
        let six = "\u{a0}".repeat(6);
        assert_eq!(long_date(None, Some(6), 2022), format!("ngày{six}tháng 6 năm 2022"));
        assert_eq!(long_date(Some(5), None, 2022), format!("ngày 05 tháng{six}năm 2022"));
        assert_eq!(long_date(None, None, 2022), format!("ngày{six}tháng{six}năm 2022"));
        assert_eq!(long_date(None, Some(6), 0), format!("ngày{six}tháng 6 năm{six}"));
    }

    proptest! {
        #[test]
        fn both_forms_print_the_same_numbers(day in 1u32..=31, month in 1u32..=12, year in 1930i32..2100) {
            let long = long_date(Some(day), Some(month), year);
            let numbers: Vec<&str> = long.split(' ').skip(1).step_by(2).collect();
            prop_assert_eq!(numbers.join("/"), short_date(day, month, year));
        }
    }
}
