//! Dates: of a paper, whose parts may be left for the pen, and of what is cited.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Given;
use crate::text::{forms, short_date};

/// Ngày tháng năm: the date of a document. Day and month may be left to be filled in by hand (05-HD/VPTW
/// II.I.4.2). In JSON an object of its fields; `"05/6/2026"` and `"2026-06-05"` are read too.
#[doc(alias = "ngày tháng năm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::date)]
pub struct PaperDate {
    /// The day of the month; a draft may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Given>,
    /// The month, 1 to 12; a draft may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Given>,
    /// Year, 1930 to 9999.
    pub year: i32,
}

/// A calendar date in the text: of a cited document, a meeting, a deadline. In JSON an object of its fields;
/// `"05/6/2026"` and `"2026-06-05"` are read too. The fields may hold a day that does not exist: the check of
/// the document then reports a problem. A string with such a day is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::date)]
pub struct CitedDate {
    /// Day of the month.
    pub day: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Year.
    pub year: i32,
}

spelt!(
    PaperDate,
    DATE,
    |text| forms::date(text).map(|(day, month, year)| PaperDate::new(year, month, day)),
    |date: &PaperDate| Some(short_date(date.day?.value()?, date.month?.value()?, date.year))
);
spelt!(
    CitedDate,
    DATE,
    |text| forms::date(text).map(|(day, month, year)| CitedDate { day, month, year }),
    |date: &CitedDate| Some(date.to_string())
);

impl PaperDate {
    /// The calendar date. `None` if day or month is missing or to be filled in by hand, or if there is no
    /// such day.
    #[must_use]
    pub fn calendar(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month?.value()?, self.day?.value()?)
    }

    /// The first day that it may be: a part that is open may be any.
    pub(crate) fn earliest(&self) -> Option<NaiveDate> {
        let month = self.month.and_then(Given::value);
        let day = month.and_then(|_| self.day?.value());
        NaiveDate::from_ymd_opt(self.year, month.unwrap_or(1), day.unwrap_or(1))
    }

    /// The last day that it may be.
    pub(crate) fn latest(&self) -> Option<NaiveDate> {
        let month = self.month.and_then(Given::value);
        let day = month.and_then(|_| self.day?.value());
        let days = day.map_or(28..=31, |day| day..=day);
        days.rev().find_map(|day| NaiveDate::from_ymd_opt(self.year, month.unwrap_or(12), day))
    }
}

impl CitedDate {
    /// The calendar date. `None` if there is no such day.
    #[must_use]
    pub fn calendar(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, self.day)
    }
}

impl fmt::Display for CitedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&short_date(self.day, self.month, self.year))
    }
}

impl PaperDate {
    /// A complete date: year, month from 1 to 12, day of the month. A day that does not exist is a problem of
    /// the document that has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> PaperDate {
        PaperDate { day: Some(Given::Value(day)), month: Some(Given::Value(month)), year }
    }

    /// A date whose day and month are to be filled in by hand.
    #[must_use]
    pub fn by_hand(year: i32) -> PaperDate {
        PaperDate { day: Some(Given::ByHand), month: Some(Given::ByHand), year }
    }

    /// The date of a draft, without day and month.
    #[must_use]
    pub fn year(year: i32) -> PaperDate {
        PaperDate { day: None, month: None, year }
    }
}

impl CitedDate {
    /// A date: year, month from 1 to 12, day of the month.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> CitedDate {
        CitedDate { day, month, year }
    }
}

/// What a paper's date leaves out is 0 in a cited one, which is told as no date.
impl From<PaperDate> for CitedDate {
    fn from(date: PaperDate) -> CitedDate {
        let part = |part: Option<Given>| part.and_then(Given::value).unwrap_or_default();
        CitedDate { day: part(date.day), month: part(date.month), year: date.year }
    }
}
