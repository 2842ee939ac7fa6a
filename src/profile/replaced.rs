//! Papers of the Party that gave way to others, `replaced.tsv`, and those that a caller adds.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use crate::text::{forms, rows};

/// Văn bản đã được thay thế: a document that was replaced, and that later documents should not cite.
///
/// Numbers recur (12-HD/BTCTW exists in 2018 and in 2022), so number and date together identify it.
///
/// ```
/// use chrono::NaiveDate;
/// use vanban::profile::Replaced;
/// use vanban::{Profile, Renderer};
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
/// let old = Replaced::new("Quy định", "12-QĐ/TU", day(2021, 3, 5), "Quy định 30-QĐ/TU, ngày 10/02/2026", day(2026, 2, 10));
/// let renderer = Renderer::new().with_profile(Profile::hd05().with_replaced([old]));
/// ```
#[doc(alias = "văn bản được thay thế")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    kind: Cow<'static, str>,
    number: Cow<'static, str>,
    of: Day,
    by: Cow<'static, str>,
    since: NaiveDate,
    certain: bool,
    source: &'static str,
}

/// When a paper was issued: the day, or the year alone where no more is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Whole(NaiveDate),
    Year(i32),
}

static KNOWN: LazyLock<Vec<Replaced>> =
    LazyLock::new(|| rows(include_str!("replaced.tsv")).filter_map(Replaced::read).collect());

impl Replaced {
    /// A document with its type (`Quy định`), number and symbol (`12-QĐ/TU`) and date; then the document that
    /// replaced it, in words, and the date of replacement.
    #[must_use]
    pub fn new(
        kind: impl Into<Cow<'static, str>>,
        number: impl Into<Cow<'static, str>>,
        of: NaiveDate,
        by: impl Into<Cow<'static, str>>,
        since: NaiveDate,
    ) -> Replaced {
        let (kind, number, by) = (kind.into(), number.into(), by.into());
        Replaced { kind, number, of: Day::Whole(of), by, since, certain: true, source: "quy ước" }
    }

    /// Marks that the replacement is not certain: the warning then says `có thể` (may).
    #[must_use]
    pub fn uncertain(mut self) -> Replaced {
        self.certain = false;
        self
    }

    /// Those that the library knows.
    pub(crate) fn known() -> &'static [Replaced] {
        &KNOWN
    }

    fn read([kind, number, of, by, since, certainty, source]: [&'static str; 7]) -> Option<Replaced> {
        let of = day(of).map(Day::Whole).or_else(|| of.parse().ok().map(Day::Year))?;
        let (kind, number, by) = (kind.into(), number.into(), by.into());
        Some(Replaced { kind, number, of, by, since: day(since)?, certain: certainty == "certain", source })
    }

    /// Its number and symbol.
    pub(crate) fn number(&self) -> &str {
        &self.number
    }

    /// Whether it is of this day.
    pub(crate) fn is_of(&self, day: NaiveDate) -> bool {
        match self.of {
            Day::Whole(of) => of == day,
            Day::Year(year) => day.year() == year,
        }
    }

    /// Since when it is no more in force.
    pub(crate) fn since(&self) -> NaiveDate {
        self.since
    }

    /// Where that is known from.
    pub(crate) fn source(&self) -> &'static str {
        self.source
    }

    /// Its type, as in a sentence.
    pub(crate) fn kind(&self) -> &str {
        &self.kind
    }

    /// What it gave way to, in words.
    pub(crate) fn by(&self) -> &str {
        &self.by
    }

    /// Whether it is certain that it gave way.
    pub(crate) fn is_certain(&self) -> bool {
        self.certain
    }
}

/// A day as it is printed: `28/10/2025`.
fn day(text: &str) -> Option<NaiveDate> {
    let (day, month, year) = forms::date(text)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("replaced.tsv").lines().count();
        assert_eq!(Replaced::known().len(), lines - 1);
        let old = &Replaced::known()[1];
        assert_eq!((old.kind(), old.number()), ("Quy định", "66-QĐ/TW"));
        assert_eq!((old.by(), old.is_certain()), ("Quy định 399-QĐ/TW, ngày 09/01/2026", true));
        assert!(old.is_of(day("06/02/2017").unwrap()) && !old.is_of(day("06/02/2018").unwrap()));
    }
}
