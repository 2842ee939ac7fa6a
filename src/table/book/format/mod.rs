//! Number formats (ECMA-376 part 1, 18.8.30 and 18.8.31) as a Vietnamese Excel applies them: `1.234.567`, `47,83`,
//! `05/06/2026`, `7:30 CH`.

mod built_in;
mod digits;
mod fraction;
mod moment;
mod number;
mod parse;

use chrono::{Datelike, NaiveDate};

pub(super) use built_in::built_in;
pub(super) use digits::{general, swapped};
use fraction::Fraction;

use super::super::cell::Cell;
use super::super::day::from_serial;

/// A number format: sections for what is positive, negative, nought, and a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Format {
    sections: Vec<Section>,
}

/// One of its sections.
#[derive(Debug, Clone, Default, PartialEq)]
struct Section {
    condition: Option<Condition>,
    pieces: Vec<Piece>,
    kind: Kind,
    /// Whether months and days have English names.
    english: bool,
}

/// What a section makes of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// As it stands: at most 11 characters.
    #[default]
    General,
    Number,
    Fraction(Fraction),
    Moment,
    Text,
    /// Nothing but its own words.
    Words,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Condition {
    less: bool,
    equal: bool,
    greater: bool,
    than: f64,
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Words(String),
    General,
    Text,
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    /// Between digits: thousands; behind them: divided by a thousand.
    Comma,
    Percent,
    /// `E+00`: whether a plus is written, and how many digits there are at least.
    Exponent {
        plus: bool,
        digits: usize,
    },
    Unit(Unit),
}

/// A part of a day or a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year {
        long: bool,
    },
    /// How often the letter stands there: number, two digits, short name, name, first letter.
    Month(usize),
    Day(usize),
    Hour {
        two: bool,
    },
    Minute {
        two: bool,
    },
    Second {
        two: bool,
    },
    /// Digits of a second behind a comma.
    Fraction(usize),
    Half,
    /// All hours, minutes or seconds, with so many digits at least.
    AllHours(usize),
    AllMinutes(usize),
    AllSeconds(usize),
}

impl Condition {
    fn holds(self, value: f64) -> bool {
        (self.less && value < self.than)
            || (self.equal && value == self.than)
            || (self.greater && value > self.than)
    }
}

impl Format {
    pub(super) fn new(code: &str) -> Format {
        if code.trim().is_empty() { Format::default() } else { Format { sections: parse::sections(code) } }
    }

    /// A number as a cell of this format shows it; a day where it shows one.
    pub(super) fn number(&self, value: f64, epoch_1904: bool) -> Cell {
        let general = || Cell::Number { value, shown: general(value) };
        let Some((section, signed)) = self.section(value) else { return general() };
        match section.kind {
            Kind::General | Kind::Text if section.pieces.len() <= 1 => general(),
            Kind::Fraction(fraction) => Cell::Number { value, shown: fraction.shown(value) },
            Kind::Moment => {
                let date = from_serial(value, epoch_1904);
                match moment::shown(section, value, epoch_1904) {
                    None => general(),
                    Some(shown) => match date.filter(|_| section.has_day()) {
                        Some(date) => Cell::Date { date, shown },
                        None => Cell::Number { value, shown },
                    },
                }
            }
            Kind::General | Kind::Text | Kind::Number | Kind::Words => {
                Cell::Number { value, shown: number::shown(section, value, signed) }
            }
        }
    }

    /// A day that is written as such; without a format of days as Vietnam writes it.
    pub(super) fn date(&self, date: NaiveDate) -> Cell {
        let days =
            date.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default()).num_days();
        #[allow(clippy::cast_precision_loss, reason = "a day before the year 10000")]
        match self.number(days as f64, false) {
            Cell::Date { shown, .. } => Cell::Date { date, shown },
            _ => Cell::Date {
                date,
                shown: format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            },
        }
    }

    /// A text as a cell of this format shows it.
    pub(super) fn text(&self, text: String) -> String {
        let section = self.sections.iter().rev().find(|section| section.kind == Kind::Text);
        let Some(section) = section.filter(|section| section.pieces.len() > 1 && !text.is_empty()) else {
            return text;
        };
        let pieces = section.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Text => text.as_str(),
            _ => "",
        });
        pieces.collect::<String>().trim().to_owned()
    }

    /// The section for a number, and whether it writes the sign itself.
    fn section(&self, value: f64) -> Option<(&Section, bool)> {
        let numbers = || self.sections.iter().filter(|section| section.kind != Kind::Text);
        if numbers().any(|section| section.condition.is_some()) {
            let found = self
                .sections
                .iter()
                .position(|section| section.condition.is_none_or(|when| when.holds(value)))?;
            let section = self.sections.get(found)?;
            let only_below =
                section.condition.is_some_and(|when| when.less && !when.greater && when.than <= 0.0);
            return Some((section, !only_below));
        }
        let count = self.sections.iter().take_while(|section| section.kind != Kind::Text).count();
        let place = match count {
            0 | 1 => 0,
            2 => usize::from(value < 0.0),
            _ if value > 0.0 => 0,
            _ if value < 0.0 => 1,
            _ => 2,
        };
        Some((self.sections.get(place)?, place == 0))
    }
}

impl Section {
    /// Whether it shows a day, and not only a time.
    fn has_day(&self) -> bool {
        let is_day =
            |piece: &Piece| matches!(piece, Piece::Unit(Unit::Year { .. } | Unit::Month(_) | Unit::Day(_)));
        self.pieces.iter().any(is_day)
    }
}

#[cfg(test)]
mod tests;
