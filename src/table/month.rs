//! The month that a sheet is of, as its titles or its name say it.

use super::book::Sheet;
use super::cell::Cell;
use super::header::cell_name;

/// Years that a paper may be of.
const YEARS: std::ops::RangeInclusive<i32> = 1930..=2999;

/// The month above a header, else in the sheet's name: `Tháng 6 năm 2026`, `tháng 6/2026`, `06-2026`.
pub(super) fn find(sheet: &Sheet, header: usize) -> Option<(u32, i32, String)> {
    let titles = sheet.rows.iter().filter(|row| row.number < header);
    let mut texts = titles.flat_map(|row| {
        row.cells.iter().filter_map(|(column, cell)| match cell {
            Cell::Text(text) => Some((text.as_str(), cell_name(*column, row.number))),
            _ => None,
        })
    });
    let above =
        texts.find_map(|(text, place)| read(text).map(|(month, year)| (month, year, format!("ô {place}"))));
    above.or_else(|| {
        read(&sheet.name).map(|(month, year)| (month, year, format!("tên trang “{}”", sheet.name)))
    })
}

/// A month and its year in a text, which may say more.
pub(super) fn read(text: &str) -> Option<(u32, i32)> {
    let text = text.to_lowercase();
    // Of a day, `ngày 10 tháng 6 năm 2026`, it is the day of something else.
    let begun = text.find("tháng").filter(|at| !text[..*at].contains("ngày")).map(|at| at + "tháng".len());
    let rest = match begun {
        Some(begun) => text[begun..].trim_start(),
        None => short(&text).unwrap_or(text.trim()),
    };
    let (month, rest) = digits(rest)?;
    let rest = rest.trim_start();
    let rest = match rest.strip_prefix("năm") {
        Some(rest) => rest,
        None => rest.strip_prefix(['/', '-', '.'])?,
    };
    let (year, _) = digits(rest.trim_start())?;
    let (month, year) = (u32::try_from(month).ok()?, year);
    ((1..=12).contains(&month) && YEARS.contains(&year)).then_some((month, year))
}

/// What follows the letter of a month in short: `6/2026` of `chấm điểm T6/2026`.
fn short(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | ':' | '_'));
    words.find_map(|word| {
        let rest = word.strip_prefix('t')?;
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)
    })
}

/// The number that a text begins with, and what is behind it.
fn digits(text: &str) -> Option<(i32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_in_its_forms() {
        for text in [
            "Tháng 6 năm 2026",
            "Tháng 6/2026",
            "THÁNG 06/2026",
            "chấm điểm tháng 6-2026, các chi bộ",
            "6/2026",
            "06.2026",
            "T6/2026",
            "T6-2026",
            "Chấm điểm T.06/2026",
        ] {
            assert_eq!(read(text), Some((6, 2026)), "{text}");
        }
        for text in [
            "Bình An, ngày 10 tháng 6 năm 2026",
            "Tháng 6",
            "T6",
            "T63/2026",
            "Tổ 6/2026",
            "tháng 13 năm 2026",
            "quý II năm 2026",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
