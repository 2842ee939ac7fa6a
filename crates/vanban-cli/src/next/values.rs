//! Days and numbers as they are typed, on the command line or as answers.

use vanban::parts::{CitedDate, PaperDate};

use crate::words as told;

/// A whole day of the calendar.
///
/// # Errors
/// A sentence with what to write.
pub(crate) fn date(text: &str) -> Result<PaperDate, String> {
    let read: Option<PaperDate> = serde_json::from_value(text.trim().into()).ok();
    read.filter(|date| date.calendar().is_some()).ok_or_else(|| told::usage::no_day(text))
}

/// A day on which something was.
///
/// # Errors
/// As [`date`].
pub(crate) fn day(text: &str) -> Result<CitedDate, String> {
    date(text).map(CitedDate::from)
}

/// A count.
///
/// # Errors
/// A sentence with what to write.
pub(crate) fn count(text: &str) -> Result<u32, String> {
    text.trim().parse().map_err(|_| told::usage::no_number(text))
}

/// The number of a paper.
///
/// # Errors
/// As [`count`].
pub(crate) fn number(text: &str) -> Result<u32, String> {
    count(text)
        .and_then(|number| if number > 0 { Ok(number) } else { Err(told::usage::from_one().to_owned()) })
}

/// A name or a position.
///
/// # Errors
/// A sentence, where nothing is written.
pub(crate) fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err(told::usage::nothing_said().to_owned()) } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_read_as_people_write_them() {
        assert_eq!(date("05/6/2022"), Ok(PaperDate::new(2022, 6, 5)));
        assert_eq!(day("2022-06-10").map(|it| it.to_string()), Ok("10/6/2022".to_owned()));
        let no = |text: &str| Err(format!("“{text}” không phải là ngày trong lịch; hãy ghi như 10/6/2026"));
        assert_eq!((date("31/6/2022"), date("mai")), (no("31/6/2022"), no("mai")));
        assert_eq!((number("05"), number("0").is_err(), count("-1").is_err()), (Ok(5), true, true));
    }
}
