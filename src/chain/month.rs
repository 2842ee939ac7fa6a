//! Tháng: the month that a resolution is for, as its paper names it.

use crate::parts::PaperDate;
use crate::text::{after, month, plain_spaces};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month {
    pub(super) year: i32,
    pub(super) month: u32,
}

impl Month {
    /// The month that a text names whole: `… tháng 7 năm 2026`; else the date's.
    pub(super) fn of(text: &str, date: PaperDate) -> Option<Month> {
        Month::named(text).or_else(|| {
            let month = date.month?.value()?;
            Some(Month { month, year: date.year })
        })
    }

    /// The first `tháng … năm …` of a text.
    pub(super) fn named(text: &str) -> Option<Month> {
        let text = plain_spaces(text).to_lowercase();
        text.match_indices("tháng ").find_map(|(at, words)| {
            let rest = text.get(at + words.len()..)?;
            let (month, rest) = rest.split_once(' ')?;
            let year: String = after(rest, "năm ")?.chars().take_while(char::is_ascii_digit).collect();
            let found = Month { month: month.parse().ok()?, year: year.parse().ok()? };
            (1..=12).contains(&found.month).then_some(found)
        })
    }

    pub(super) fn next(self) -> Month {
        if self.month == 12 {
            Month { month: 1, year: self.year.saturating_add(1) }
        } else {
            Month { month: self.month + 1, ..self }
        }
    }

    pub(super) fn previous(self) -> Month {
        if self.month == 1 {
            Month { month: 12, year: self.year.saturating_sub(1) }
        } else {
            Month { month: self.month - 1, ..self }
        }
    }

    /// `tháng 7 năm 2026`.
    pub(super) fn whole(self) -> String {
        format!("{} năm {}", self.short(), self.year)
    }

    /// `tháng 7`.
    pub(super) fn short(self) -> String {
        format!("tháng {}", month(self.month))
    }

    /// As a paper of another month names it: with its year where that is another one.
    pub(super) fn seen_from(self, other: Month) -> String {
        if self.year == other.year { self.short() } else { self.whole() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_its_month() {
        let found = |text: &str| Month::named(text).map(|it| (it.month, it.year));
        assert_eq!(found("lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026"), Some((7, 2026)));
        assert_eq!(found("Nhiệm vụ tháng\u{a0}01 năm 2027, quý I"), Some((1, 2027)));
        assert_eq!(found("công tác tháng 7; tháng 8 năm 2026"), Some((8, 2026)));
        assert_eq!(found("tháng 13 năm 2026"), None);
        assert_eq!(found("tháng tới"), None);
        let date = PaperDate::new(2026, 6, 5);
        assert_eq!(Month::of("về học tập", date), Some(Month { month: 6, year: 2026 }));
        assert_eq!(Month::of("về học tập", PaperDate::year(2026)), None);
    }

    #[test]
    fn january_follows_december() {
        let december = Month { month: 12, year: 2026 };
        assert_eq!(december.next(), Month { month: 1, year: 2027 });
        assert_eq!(december.next().previous(), december);
        assert_eq!(december.seen_from(december.next()), "tháng 12 năm 2026");
        assert_eq!(december.seen_from(december), "tháng 12");
    }
}
