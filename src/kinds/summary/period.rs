//! Kỳ tổng hợp: what a list sums up.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Problems;
use crate::text::{month, roman};

/// No clause rules it; no office would accept otherwise.
const CLAUSE: &str = "quy ước";

/// The years that a list may be of: the Party's own, of four figures.
const YEARS: Range<i32> = 1930..10_000;

/// Kỳ tổng hợp: a month `{"year": 2026, "month": 6}`, a quarter `{"year": 2026, "quarter": 2}`, or a whole year
/// `{"year": 2026}`.
///
/// ```
/// use vanban::kinds::SummaryPeriod;
/// let period: SummaryPeriod = serde_json::from_str(r#"{"year": 2026, "quarter": 2}"#)?;
/// assert_eq!(period, SummaryPeriod::quarter(2, 2026));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "kỳ tổng hợp")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SummaryPeriod {
    /// Tháng, 1 to 12; a list of a month has it alone beside the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// Quý, 1 to 4; likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarter: Option<u32>,
    /// Năm, from 1930.
    pub year: i32,
}

/// What sort of period it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Month(u32),
    Quarter(u32),
    Year,
}

impl SummaryPeriod {
    /// A month, 1 to 12, of a year. A month that does not exist is a problem of the list that has it.
    #[must_use]
    pub fn month(month: u32, year: i32) -> SummaryPeriod {
        SummaryPeriod { month: Some(month), quarter: None, year }
    }

    /// A quarter, 1 to 4, of a year; likewise.
    #[must_use]
    pub fn quarter(quarter: u32, year: i32) -> SummaryPeriod {
        SummaryPeriod { month: None, quarter: Some(quarter), year }
    }

    /// A whole year.
    #[must_use]
    pub fn year(year: i32) -> SummaryPeriod {
        SummaryPeriod { month: None, quarter: None, year }
    }

    /// Its sort. One that gives month and quarter, which the check refuses, counts as the month.
    pub(super) fn span(self) -> Span {
        match (self.month, self.quarter) {
            (Some(month), _) => Span::Month(month),
            (None, Some(quarter)) => Span::Quarter(quarter),
            (None, None) => Span::Year,
        }
    }

    /// The months that it has; none where there is no such period.
    pub(super) fn months(self) -> Range<u32> {
        match self.span() {
            Span::Month(month @ 1..=12) => month..month + 1,
            Span::Quarter(quarter @ 1..=4) => 3 * quarter - 2..3 * quarter + 1,
            Span::Year => 1..13,
            Span::Month(_) | Span::Quarter(_) => 0..0,
        }
    }

    /// `tháng 6 năm 2026`, `quý II năm 2026`, `năm 2026`.
    pub(super) fn words(self) -> String {
        let year = self.year;
        match self.span() {
            Span::Month(number) => format!("tháng {} năm {year}", month(number)),
            Span::Quarter(quarter) => format!("quý {} năm {year}", roman(quarter.into())),
            Span::Year => format!("năm {year}"),
        }
    }

    /// Whether it is a period: one sort, and in the calendar.
    pub(super) fn check(self, problems: &mut Problems) -> bool {
        let year = self.year;
        if let (Some(month), Some(quarter)) = (self.month, self.quarter) {
            let sentence = format!(
                "ghi cả tháng {month} và quý {quarter} của năm {year}; danh sách tổng hợp một tháng, một quý hoặc cả năm"
            );
            problems.error("period.two", "period", CLAUSE, sentence);
            return false;
        }
        if !self.months().is_empty() && YEARS.contains(&year) {
            return true;
        }
        let sentence = match self.span() {
            Span::Month(month) => format!("không có tháng {month} năm {year} trong lịch"),
            Span::Quarter(quarter) => {
                format!("không có quý {quarter} năm {year}; một năm có các quý từ 1 đến 4")
            }
            Span::Year => format!("năm {year} không thể là năm tổng hợp"),
        };
        problems.error("period.not_a_period", "period", CLAUSE, sentence);
        false
    }
}
