//! Dates, times, figures and persons as people write them. A record may have them so; it writes them in one form.

use chrono::NaiveDate;

use super::{Said, said};

/// A form of a value that is written as a text.
#[derive(Debug)]
pub(crate) struct Form {
    /// What a JSON Schema says of it.
    pub(crate) pattern: &'static str,
    /// What it is called, with an example.
    pub(crate) called: &'static str,
    /// As `called`, in English.
    pub(crate) in_english: &'static str,
    /// Tells whether a text is one.
    pub(crate) is: fn(&str) -> Is,
}

/// Whether a text is of a form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Is {
    /// It is, and the value exists.
    It,
    /// It is, but there is no such value; why.
    NoSuch(Said),
    /// It is not.
    Other,
}

/// Every form.
pub(crate) const FORMS: [&Form; 6] = [&DATE, &TIME, &FIGURE, &PERSON, &ITEM, &CLAUSE];

/// `05/6/2026`, `2026-06-05`.
pub(crate) const DATE: Form = Form {
    pattern: "^([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$",
    called: "ngày như “05/6/2026”",
    in_english: "a date as “05/6/2026”",
    is: |text| match date(text) {
        Some((day, month, year)) if NaiveDate::from_ymd_opt(year, month, day).is_none() => Is::NoSuch(said!(
            "ngày {text} không có trong lịch",
            "{text} is not in the calendar; write a day that is"
        )),
        Some(_) => Is::It,
        None => Is::Other,
    },
};

/// `14h00`, `14:00`, `14 giờ 00`, `14 giờ`.
pub(crate) const TIME: Form = Form {
    pattern: "^[0-9]{1,2} ?(:|h|giờ) ?([0-9]{1,2}( ?phút)?)?$",
    called: "giờ như “14h00”",
    in_english: "a time as “14h00”",
    is: |text| match time(text) {
        Some((hour, minute)) if hour > 23 || minute > 59 => Is::NoSuch(said!(
            "không có giờ {text}",
            "{text} is no time of a day; write one from 00h00 to 23h59"
        )),
        Some(_) => Is::It,
        None => Is::Other,
    },
};

/// `05`.
pub(crate) const FIGURE: Form = Form {
    pattern: "^[0-9]{1,9}$",
    called: "số nguyên",
    in_english: "an integer",
    is: |text| if figure(text).is_some() { Is::It } else { Is::Other },
};

/// `Đồng chí Nguyễn Văn An, Bí thư`: any text names a person, a group or an office.
pub(crate) const PERSON: Form = Form {
    pattern: "\\S",
    called: "người như “Nguyễn Văn An, Bí thư”",
    in_english: "a person as “Nguyễn Văn An, Bí thư”",
    is: words,
};

/// `Thảo luận, góp ý`: any text is what a meeting deals with. (A pattern tells its form: this one means the same as
/// a person's.)
pub(crate) const ITEM: Form = Form {
    pattern: "[^\\s]",
    called: "nội dung như “Thảo luận”",
    in_english: "an item as “Thảo luận”",
    is: words,
};

/// `Chi bộ sinh hoạt mỗi tháng một lần.`: any text is a clause without points. (A pattern of its own again.)
pub(crate) const CLAUSE: Form = Form {
    pattern: "[^\\s]+",
    called: "khoản như “Chi bộ họp mỗi tháng một lần.”",
    in_english: "a clause as “Chi bộ họp mỗi tháng một lần.”",
    is: words,
};

fn words(text: &str) -> Is {
    if super::is_blank(text) { Is::Other } else { Is::It }
}

/// Day, month and year, whether there is such a day or not.
pub(crate) fn date(text: &str) -> Option<(u32, u32, i32)> {
    let of = |mark: char| {
        let mut parts = text.split(mark);
        Some([parts.next()?, parts.next()?, parts.next()?]).filter(|_| parts.next().is_none())
    };
    let [day, month, year] = match (of('/'), of('-')) {
        (Some(parts), _) => parts,
        (None, Some([year, month, day])) => [day, month, year],
        (None, None) => return None,
    };
    if year.len() != 4 {
        return None;
    }
    Some((digits(day, 2)?, digits(month, 2)?, i32::try_from(digits(year, 4)?).ok()?))
}

/// Hour and minute, whether there is such a time or not.
pub(crate) fn time(text: &str) -> Option<(u32, u32)> {
    let (hour, minute) = [":", "giờ", "h"].into_iter().find_map(|mark| text.split_once(mark))?;
    let minute = minute.strip_prefix(' ').unwrap_or(minute);
    let minute = minute.strip_suffix("phút").map_or(minute, str::trim_end);
    let minute = if minute.is_empty() { 0 } else { digits(minute, 2)? };
    Some((digits(hour.strip_suffix(' ').unwrap_or(hour), 2)?, minute))
}

/// A whole number from 0 up.
pub(crate) fn figure(text: &str) -> Option<u32> {
    digits(text, 9)
}

fn digits(text: &str, most: usize) -> Option<u32> {
    let are = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if are { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        for text in ["05/6/2026", "5/06/2026", "2026-06-05", "2026-6-5"] {
            assert_eq!(date(text), Some((5, 6, 2026)), "{text}");
            assert_eq!((DATE.is)(text), Is::It);
        }
        for text in
            ["", "05/6", "05/6/26", "5/6/2026/1", "5.6.2026", "2026-06", "+5/6/2026", "5-6-2026", "a/b/2026"]
        {
            assert_eq!((DATE.is)(text), Is::Other, "{text}");
        }
        let said = said!(
            "ngày 31/02/2026 không có trong lịch",
            "31/02/2026 is not in the calendar; write a day that is"
        );
        assert_eq!((DATE.is)("31/02/2026"), Is::NoSuch(said));
    }

    #[test]
    fn times_are_read() {
        for text in ["14h00", "14:00", "14 giờ 00", "14 giờ", "14h", "14 giờ 00 phút", "14 h 0"] {
            assert_eq!(time(text), Some((14, 0)), "{text}");
        }
        assert_eq!(time("8 giờ 05 phút"), Some((8, 5)));
        for text in ["", "14", "h", "14h000", "mười giờ", "14:00:00", "-1h00"] {
            assert_eq!((TIME.is)(text), Is::Other, "{text}");
        }
        let said = said!("không có giờ 24h00", "24h00 is no time of a day; write one from 00h00 to 23h59");
        assert_eq!((TIME.is)("24h00"), Is::NoSuch(said));
    }

    #[test]
    fn any_words_are_of_somebody() {
        assert_eq!((PERSON.is)("15 đảng viên"), Is::It);
        for text in ["", " \u{200b}"] {
            assert_eq!((PERSON.is)(text), Is::Other, "{text:?}");
        }
    }

    #[test]
    fn figures_are_read() {
        assert_eq!(figure("05"), Some(5));
        for text in ["", "5.0", "-5", "+5", "1234567890", "năm"] {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
