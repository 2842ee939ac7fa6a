//! A number as a day and a time of day.

use chrono::{Datelike, NaiveDate};

use super::super::super::day::from_serial;
use super::{Piece, Section, Unit};

/// Thousandths of a second.
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS: [&str; 12] =
    ["Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai"];
const ENGLISH_DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAYS: [&str; 7] = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const SHORT_DAYS: [&str; 7] = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];

/// A number as a section shows it; nothing where it is no day of the calendar, or no time.
#[allow(
    clippy::cast_possible_truncation,
    reason = "below the year 10000 it is whole and far from the bounds"
)]
pub(super) fn shown(section: &Section, value: f64, epoch_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let fraction = section.pieces.iter().find_map(|piece| match piece {
        Piece::Unit(Unit::Fraction(digits)) => Some(*digits),
        _ => None,
    });
    // What floats leave behind a second is no part of it.
    let unit = if fraction.is_some() { 1 } else { SECOND };
    let time = (value * DAY as f64 / unit as f64).round() as i64 * unit;
    let date = if section.has_day() { Some(from_serial((time / DAY) as f64, epoch_1904)?) } else { None };
    let halves = section.pieces.contains(&Piece::Unit(Unit::Half));
    let mut text = String::new();
    for piece in &section.pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Unit(unit) => text.push_str(&part(*unit, time, date, halves, section.english)?),
            _ => {}
        }
    }
    Some(text.trim().to_owned())
}

fn part(unit: Unit, time: i64, date: Option<NaiveDate>, halves: bool, english: bool) -> Option<String> {
    let of_day = time % DAY;
    let hour = of_day / HOUR;
    let two = |number: i64, two: bool| if two { format!("{number:02}") } else { number.to_string() };
    Some(match unit {
        Unit::Year { long: true } => format!("{:04}", date?.year()),
        Unit::Year { long: false } => format!("{:02}", date?.year() % 100),
        Unit::Month(letters) => month(date?, letters, english),
        Unit::Day(letters) => day(date?, letters, english),
        Unit::Hour { two: both } if halves => two(if hour % 12 == 0 { 12 } else { hour % 12 }, both),
        Unit::Hour { two: both } => two(hour, both),
        Unit::Minute { two: both } => two(of_day % HOUR / MINUTE, both),
        Unit::Second { two: both } => two(of_day % MINUTE / SECOND, both),
        Unit::Fraction(digits) => {
            let thousandths = format!("{:03}", of_day % SECOND);
            format!(",{}", thousandths.get(..digits.clamp(1, 3))?)
        }
        Unit::Half => match (hour < 12, english) {
            (true, true) => "AM",
            (false, true) => "PM",
            (true, false) => "SA",
            (false, false) => "CH",
        }
        .to_owned(),
        Unit::AllHours(digits) => format!("{:0digits$}", time / HOUR),
        Unit::AllMinutes(digits) => format!("{:0digits$}", time / MINUTE),
        Unit::AllSeconds(digits) => format!("{:0digits$}", time / SECOND),
    })
}

fn month(date: NaiveDate, letters: usize, english: bool) -> String {
    let name = |names: &[&str; 12]| names.get(date.month0() as usize).copied().unwrap_or_default().to_owned();
    match (letters, english) {
        (0 | 1, _) => date.month().to_string(),
        (2, _) => format!("{:02}", date.month()),
        (3, true) => name(&ENGLISH_MONTHS).chars().take(3).collect(),
        (3, false) => format!("Thg{}", date.month()),
        (4, true) => name(&ENGLISH_MONTHS),
        (4, false) => format!("Tháng {}", name(&MONTHS)),
        (_, true) => name(&ENGLISH_MONTHS).chars().take(1).collect(),
        (_, false) => "T".to_owned(),
    }
}

fn day(date: NaiveDate, letters: usize, english: bool) -> String {
    let weekday = date.weekday().num_days_from_sunday() as usize;
    let name = |names: &[&str; 7]| names.get(weekday).copied().unwrap_or_default().to_owned();
    match (letters, english) {
        (0 | 1, _) => date.day().to_string(),
        (2, _) => format!("{:02}", date.day()),
        (3, true) => name(&ENGLISH_DAYS).chars().take(3).collect(),
        (3, false) => name(&SHORT_DAYS),
        (_, true) => name(&ENGLISH_DAYS),
        (_, false) => name(&DAYS),
    }
}
