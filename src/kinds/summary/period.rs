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

/// Kỳ tổng hợp: the period of a list: a month `{"year": 2026, "month": 6}`, a quarter `{"year": 2026,
/// "quarter": 2}`, half a year `{"year": 2026, "half": 1}`, or a year `{"year": 2026}`.
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
    /// Tháng: the month, 1 to 12, for the list of a month only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// Quý: the quarter, 1 to 4, for the list of a quarter only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarter: Option<u32>,
    /// Nửa năm: 1 for the first six months, 2 for the last six, for the list of half a year only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half: Option<u32>,
    /// Năm: the year, from 1930.
    pub year: i32,
}

/// Loại kỳ tổng hợp: the length of a list's period.
#[doc(alias = "loại kỳ tổng hợp")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SummarySpan {
    /// Tháng: a month.
    Month,
    /// Quý: a quarter.
    Quarter,
    /// Sáu tháng: half a year.
    Half,
    /// Năm: a year.
    Year,
}

/// What sort of period it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Month(u32),
    Quarter(u32),
    Half(u32),
    Year,
}

impl SummaryPeriod {
    /// A month (1 to 12) of a year. A month that does not exist is a problem of the list that has it.
    #[must_use]
    pub fn month(month: u32, year: i32) -> SummaryPeriod {
        SummaryPeriod { month: Some(month), ..SummaryPeriod::year(year) }
    }

    /// A quarter (1 to 4) of a year. A quarter that does not exist is a problem of the list that has it.
    #[must_use]
    pub fn quarter(quarter: u32, year: i32) -> SummaryPeriod {
        SummaryPeriod { quarter: Some(quarter), ..SummaryPeriod::year(year) }
    }

    /// A whole year.
    #[must_use]
    pub fn year(year: i32) -> SummaryPeriod {
        SummaryPeriod { month: None, quarter: None, half: None, year }
    }

    /// Half a year: 1 for the first six months, 2 for the last six. Another number is a problem of the list
    /// that has it.
    #[must_use]
    pub fn half(half: u32, year: i32) -> SummaryPeriod {
        SummaryPeriod { half: Some(half), ..SummaryPeriod::year(year) }
    }

    /// The period of this length that contains a month (1 to 12) of a year.
    ///
    /// ```
    /// use vanban::kinds::{SummaryPeriod, SummarySpan};
    /// assert_eq!(SummaryPeriod::with_month(SummarySpan::Quarter, 6, 2026), SummaryPeriod::quarter(2, 2026));
    /// ```
    #[must_use]
    pub fn with_month(span: SummarySpan, month: u32, year: i32) -> SummaryPeriod {
        let before = month.saturating_sub(1);
        match span {
            SummarySpan::Month => SummaryPeriod::month(month, year),
            SummarySpan::Quarter => SummaryPeriod::quarter(before / 3 + 1, year),
            SummarySpan::Half => SummaryPeriod::half(before / 6 + 1, year),
            SummarySpan::Year => SummaryPeriod::year(year),
        }
    }

    /// Its sort. One that gives two, which the check refuses, counts as the shorter.
    pub(super) fn span(self) -> Span {
        match (self.month, self.quarter, self.half) {
            (Some(month), ..) => Span::Month(month),
            (None, Some(quarter), _) => Span::Quarter(quarter),
            (None, None, Some(half)) => Span::Half(half),
            (None, None, None) => Span::Year,
        }
    }

    /// The months that it has; none where there is no such period.
    pub(super) fn months(self) -> Range<u32> {
        match self.span() {
            Span::Month(month @ 1..=12) => month..month + 1,
            Span::Quarter(quarter @ 1..=4) => 3 * quarter - 2..3 * quarter + 1,
            Span::Half(half @ 1..=2) => 6 * half - 5..6 * half + 1,
            Span::Year => 1..13,
            Span::Month(_) | Span::Quarter(_) | Span::Half(_) => 0..0,
        }
    }

    /// The period in words: `tháng 6 năm 2026`, `quý II năm 2026`, `6 tháng đầu năm 2026`, `năm 2026`. Year 0
    /// means that the year is open: dots are in its place.
    #[must_use]
    pub fn words(self) -> String {
        let year = if self.year == 0 { "………".to_owned() } else { self.year.to_string() };
        match self.span() {
            Span::Month(number) => format!("tháng {} năm {year}", month(number)),
            Span::Quarter(quarter) => format!("quý {} năm {year}", roman(quarter.into())),
            Span::Half(2) => format!("6 tháng cuối năm {year}"),
            Span::Half(_) => format!("6 tháng đầu năm {year}"),
            Span::Year => format!("năm {year}"),
        }
    }

    /// Whether it is a period: one sort, and in the calendar.
    pub(super) fn check(self, problems: &mut Problems) -> bool {
        let year = self.year;
        let given = [("tháng", self.month), ("quý", self.quarter), ("nửa năm thứ", self.half)];
        let given: Vec<String> =
            given.iter().filter_map(|(sort, number)| Some(format!("{sort} {}", (*number)?))).collect();
        if let [one, rest @ .., other] = given.as_slice() {
            let between: String = rest.iter().map(|it| format!(", {it}")).collect();
            let sentence = format!(
                "ghi cả {one}{between} và {other} của năm {year}; danh sách tổng hợp một tháng, một quý, nửa năm hoặc cả năm"
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
            Span::Half(half) => {
                format!("không có nửa năm thứ {half} của năm {year}; một năm có nửa năm thứ 1 và thứ 2")
            }
            Span::Year => format!("năm {year} không thể là năm tổng hợp"),
        };
        problems.error("period.not_a_period", "period", CLAUSE, sentence);
        false
    }
}
