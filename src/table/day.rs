//! Days as offices write them in cells, and as spreadsheets count them.

use std::borrow::Cow;

use chrono::{Duration, NaiveDate};

use super::rows::normal;
use super::weekday;

const NO_DATE: &str = "không phải là ngày/tháng/năm: hãy ghi đủ, ví dụ 05/6/2026";
const TWO_DATES: &str = "ghi hai ngày: hãy ghi một ngày";
/// What may stand before a day: `sáng thứ tư, 03/6/2026`.
const DAYTIMES: [&str; 4] = ["sáng ", "trưa ", "chiều ", "tối "];
const MORE: &str = "có chữ khác sau ngày: hãy chỉ ghi ngày/tháng/năm";

/// `05/02/2026`, `5-2-2026`, `5.2.2026`, and the ISO form, with a time of day or without; `ngày 05/02/2026`,
/// `Ngày 05 tháng 02 năm 2026`; the day of the week may stand beside it. What says more than one day at one time is
/// none, and so is a day that is another of the week.
pub(super) fn read(text: &str) -> Result<NaiveDate, Cow<'static, str>> {
    let (text, weekday) = weekday::taken(&normal(text).to_lowercase());
    let date = alone(&text)?;
    match weekday.and_then(|said| weekday::wrong(said, date)) {
        Some(wrong) => Err(wrong.into()),
        None => Ok(date),
    }
}

/// A day in small letters, without a day of the week.
fn alone(text: &str) -> Result<NaiveDate, &'static str> {
    let text = DAYTIMES.iter().find_map(|time| text.strip_prefix(time)).unwrap_or(text).trim_start();
    let text = match text.split_once("ngày") {
        Some((before, rest)) if is_time(before) => rest.trim_start(),
        _ => text,
    };
    let (first, month, last, behind) = match text.split_once("tháng") {
        Some((day, rest)) => {
            let (month, year) = rest.split_once("năm").ok_or(NO_DATE)?;
            let year = year.trim_start();
            let end = year.find(|c: char| !c.is_ascii_digit()).unwrap_or(year.len());
            let (year, behind) = year.split_at(end);
            (day, month, year, behind)
        }
        None => {
            let (day, behind) = text.split_at(text.find(['t', ' ', ',']).unwrap_or(text.len()));
            let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
            let [first, month, last] = parts[..] else { return Err(NO_DATE) };
            (first, month, last, behind)
        }
    };
    let part = |part: &str| part.trim_matches([' ', ',']).parse::<u32>().map_err(|_| NO_DATE);
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year = year.trim();
    if year.len() != 4 {
        return Err("không phải là ngày/tháng/năm: năm ghi đủ bốn chữ số");
    }
    let year = year.parse::<i32>().map_err(|_| NO_DATE)?;
    let date =
        NaiveDate::from_ymd_opt(year, part(month)?, part(day)?).ok_or("là một ngày không có trong lịch")?;
    match behind {
        behind if is_time(behind) => Ok(date),
        behind if says_day(behind) => Err(TWO_DATES),
        _ => Err(MORE),
    }
}

/// Whether it is nothing, or a time of day: `T00:00:00`, `19:30`, `, lúc 19h30`, `hồi 19 giờ 30 phút`, `(tối)`.
fn is_time(text: &str) -> bool {
    const WORDS: [&str; 7] = ["lúc", "hồi", "vào", "buổi", "từ", "đến", "-"];
    const PARTS: [&str; 11] = ["sáng", "trưa", "chiều", "tối", "am", "pm", "sa", "ch", "z", "giờ", "phút"];
    let text =
        text.strip_prefix('t').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    let words = text.split([' ', ',', '(', ')', ';']).map(|word| word.trim_matches('.'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().all(|(index, word)| {
        let near = |at: Option<usize>| at.and_then(|at| words.get(at)).copied().unwrap_or_default();
        let is_number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        let named = matches!(near(Some(index + 1)), "giờ" | "phút") || near(index.checked_sub(1)) == "giờ";
        WORDS.contains(word) || PARTS.contains(word) || (is_number && named) || is_clock(word)
    })
}

/// `19:30`, `00:00:00`, `19h30`, `19h`, `19g30`, `19h30-21h`.
fn is_clock(word: &str) -> bool {
    word.split(['-', '–', '+']).all(|time| {
        let time = time.split('.').next().unwrap_or_default();
        let parts: Vec<&str> = time.trim_end_matches(['z', '\'', 'p']).split([':', 'h', 'g']).collect();
        let [hour, rest @ ..] = &parts[..] else { return false };
        let below =
            |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|part| part < most);
        let is_rest = |part: &&str| part.is_empty() || below(part, 60);
        (1..=2).contains(&rest.len()) && below(hour, 25) && rest.iter().all(is_rest)
    })
}

/// Whether it says a day: digits on both sides of a mark, or `ngày 12`.
fn says_day(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let marked = letters.windows(3).any(|three| {
        three[0].is_ascii_digit() && matches!(three[1], '/' | '-' | '.') && three[2].is_ascii_digit()
    });
    marked || text.contains("ngày")
}

/// The day that a spreadsheet counts so. Excel believes that 1900 was a leap year: its days before
/// March 1900 are one off, and no paper is as old as that.
#[allow(clippy::cast_possible_truncation, reason = "it is whole, and a day before the year 10000")]
pub(super) fn from_serial(serial: f64, epoch_1904: bool) -> Option<NaiveDate> {
    const LAST: f64 = 2_958_465.0;
    let days = serial.floor();
    let first =
        if epoch_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) }?;
    if !(61.0..=LAST).contains(&days) {
        return None;
    }
    first.checked_add_signed(Duration::days(days as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Result<NaiveDate, Cow<'static, str>> {
        NaiveDate::from_ymd_opt(2026, 6, day).ok_or("".into())
    }

    #[test]
    fn a_time_may_stand_behind_a_day() {
        let expected = day(3);
        for text in [
            "ngày 03/6/2026",
            "03/6/2026 19:30",
            "03/6/2026, 19:30",
            "03/6/2026 lúc 19h30",
            "Ngày 03/6/2026 (lúc 19 giờ 30 phút)",
            "03/6/2026 hồi 19 giờ 30",
            "03/6/2026 19h30-21h",
            "03/6/2026 19h",
            "03/6/2026 7:30 CH",
            "03/6/2026 (tối)",
            "2026-06-03T19:30:00",
            "2026-06-03T19:30:00.000Z",
            "2026-06-03T19:30:00+07:00",
            "ngày 3 tháng 6 năm 2026, lúc 19h30",
            "ngày 3 tháng 6 năm 2026.",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_that_says_more_is_none() {
        for (text, said) in [
            ("05/6/2026 hoãn đến 12/6", TWO_DATES),
            ("05/6/2026, 12/6/2026", TWO_DATES),
            ("05/6/2026 - 12/6/2026", TWO_DATES),
            ("05/6/2026 đến ngày 12", TWO_DATES),
            ("ngày 5 tháng 6 năm 2026, hoãn đến 12/6", TWO_DATES),
            ("ngày 5 tháng 6 năm 2026 và ngày 12 tháng 6 năm 2026", TWO_DATES),
            ("05/6/2026 hoãn", MORE),
            ("05/6/2026 12", MORE),
            ("05/6/2026 29:90", MORE),
            ("05/6/2026 tại nhà văn hoá", MORE),
            ("05/6/2026thay", MORE),
        ] {
            assert_eq!(read(text), Err(said.into()), "{text}");
        }
    }

    #[test]
    fn a_day_of_the_week_may_stand_beside_a_day() {
        for text in [
            "Thứ tư, 03/6/2026",
            "Thứ Tư ngày 03/6/2026",
            "03/6/2026 (thứ tư)",
            "03/6/2026, Thứ 4",
            "T4 03/6/2026",
            "Thứ tư, ngày 3 tháng 6 năm 2026",
            "03/6/2026 (thứ tư), 19h30",
            "Tối thứ tư, 03/6/2026, lúc 19h30",
            "19h30 thứ tư, ngày 03/6/2026",
            "Lúc 19 giờ 30, ngày 03/6/2026",
        ] {
            assert_eq!(read(text), day(3), "{text}");
        }
        for text in ["CN 07/6/2026", "Chủ nhật, ngày 07 tháng 6 năm 2026", "07/6/2026 - Chủ nhật"]
        {
            assert_eq!(read(text), day(7), "{text}");
        }
        for (text, said) in [
            ("Thứ năm, 03/6/2026", "ghi thứ năm, mà ngày 03/6/2026 là thứ tư: hãy sửa thứ hoặc ngày"),
            ("07/6/2026 (T7)", "ghi thứ bảy, mà ngày 07/6/2026 là chủ nhật: hãy sửa thứ hoặc ngày"),
            ("Thứ tư", NO_DATE),
            ("T6/2026", NO_DATE),
            ("Thứ 5/6/2026", NO_DATE),
            ("03/6/2026, hoãn đến thứ năm", MORE),
            ("03/6/2026 hoãn đến thứ năm 04/6", TWO_DATES),
        ] {
            assert_eq!(read(text), Err(said.into()), "{text}");
        }
    }
}
