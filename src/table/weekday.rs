//! The day of the week that a cell says beside a day: `Thứ tư, 03/6/2026`, `4/6/2026 (thứ năm)`, `CN 07/6/2026`.

use chrono::{Datelike, NaiveDate};

/// The days from Monday on: what each is called, and how else cells write it.
const DAYS: [[&str; 4]; 7] = [
    ["thứ hai", "thứ 2", "t2", "t.2"],
    ["thứ ba", "thứ 3", "t3", "t.3"],
    ["thứ tư", "thứ 4", "t4", "t.4"],
    ["thứ năm", "thứ 5", "t5", "t.5"],
    ["thứ sáu", "thứ 6", "t6", "t.6"],
    ["thứ bảy", "thứ bẩy", "thứ 7", "t7"],
    ["chủ nhật", "chúa nhật", "cn", "c.n"],
];

/// A text in small letters without the day of the week that it says, and which that is, from Monday on.
pub(super) fn taken(text: &str) -> (String, Option<usize>) {
    let found = DAYS.iter().enumerate().find_map(|(day, names)| {
        names.iter().find_map(|name| place(text, name)).map(|(start, end)| (day, start, end))
    });
    let Some((day, start, end)) = found else { return (text.to_owned(), None) };
    let before = text[..start].trim_end_matches([' ', '(', ',', '-', '–']);
    let behind = text[end..].trim_start_matches([' ', ')', ',', '.', ':', '-', '–']);
    (format!("{before} {behind}").trim().to_owned(), Some(day))
}

/// Where a name stands as words of their own; before `/`, or a mark and a figure, its figure is that of a day or a month.
fn place(text: &str, name: &str) -> Option<(usize, usize)> {
    let start = text.find(name)?;
    let end = start + name.len();
    let mut behind = text[end..].chars();
    let ends = match behind.next() {
        None => true,
        Some('/') => false,
        Some('.' | '-') => !behind.next().is_some_and(|next| next.is_ascii_digit()),
        Some(next) => !next.is_alphanumeric(),
    };
    let begins = text[..start].chars().next_back().is_none_or(|last| !last.is_alphanumeric());
    (begins && ends).then_some((start, end))
}

/// That a day is another of the week than the cell says.
pub(super) fn wrong(said: usize, date: NaiveDate) -> Option<String> {
    let name = |day: usize| DAYS.get(day).map_or("", |names| names[0]);
    let is = date.weekday().num_days_from_monday() as usize;
    (is != said).then(|| {
        format!(
            "ghi {}, mà ngày {} là {}: hãy sửa thứ hoặc ngày",
            name(said),
            crate::text::short_date(date.day(), date.month(), date.year()),
            name(is)
        )
    })
}
