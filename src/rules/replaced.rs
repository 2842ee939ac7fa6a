//! Cited papers that gave way to others: a căn cứ, or what the opening carries out (`Thực hiện …`).

use chrono::NaiveDate;
use serde_json::Value;

use crate::error::Problems;
use crate::parts::PaperDate;
use crate::path::{Here, Path};
use crate::profile::Replaced;
use crate::text::forms;

/// Looks for replaced papers in what a record cites; `more` are those that a caller added.
pub(crate) fn check(fields: &Value, date: &PaperDate, more: &[Replaced], problems: &mut Problems) {
    let Some(latest) = date.latest() else { return };
    let surely = |since: NaiveDate| date.earliest().is_some_and(|day| day >= since);
    let papers = || Replaced::known().iter().chain(more).filter(|paper| latest >= paper.since());
    let mut told = |path: Path, paper: &Replaced, meant: bool| {
        let certain = meant && surely(paper.since()) && paper.is_certain();
        let was = if certain { "đã được thay" } else { "có thể đã được thay" };
        let said = format!("{} {} {was} bằng {}", paper.kind(), paper.number(), paper.by());
        problems.warning("basis.replaced", path, paper.source(), said);
    };
    let basis = fields.get("basis").and_then(Value::as_array).into_iter().flatten();
    for (index, basis) in basis.enumerate() {
        let path = Path::at("basis").index(index);
        if let Some(document) = basis.get("document") {
            let symbol = document.get("symbol").and_then(Value::as_str).unwrap_or_default();
            let day = document.get("date").and_then(cited);
            let named = |paper: &&Replaced| number_in(symbol, paper.number()).is_some();
            if let Some(paper) = papers().filter(named).find(|paper| day.is_none_or(|day| paper.is_of(day))) {
                told(path.field("document"), paper, day.is_some());
            }
        } else if let Some(text) = basis.get("text").and_then(Value::as_str) {
            in_text(text, papers(), |paper, meant| told(path.field("text"), paper, meant));
        }
    }
    if let Some(opening) = fields.get("opening").and_then(Value::as_str)
        && opening.trim_start().starts_with("Thực hiện")
    {
        in_text(opening, papers(), |paper, meant| {
            told(Path::from(&Here::Field(&Here::Record, "opening")), paper, meant)
        });
    }
}

/// Finds the papers that a text names; where no day stands behind the number, another of the same may be meant.
fn in_text<'a>(
    text: &str,
    papers: impl Iterator<Item = &'a Replaced>,
    mut found: impl FnMut(&'a Replaced, bool),
) {
    for paper in papers {
        let Some(behind) = number_in(text, paper.number()) else { continue };
        let day = day_behind(behind);
        if day.is_none_or(|day| paper.is_of(day)) {
            found(paper, day.is_some());
        }
    }
}

/// What stands behind a number and symbol in a text.
fn number_in<'a>(text: &'a str, number: &str) -> Option<&'a str> {
    let mut rest = text;
    while let Some(at) = rest.find(number) {
        let (before, behind) = (&rest[..at], &rest[at + number.len()..]);
        let whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '/')
            && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        if whole {
            return Some(behind);
        }
        rest = behind;
    }
    None
}

/// The day that follows a number: `, ngày 06/02/2017`, `ngày 06 tháng 02 năm 2017`.
fn day_behind(text: &str) -> Option<NaiveDate> {
    let text = text.trim_start_matches([',', ' ', '\u{a0}']).strip_prefix("ngày")?;
    let words = text.replace('\u{a0}', " ").replace(" tháng ", "/").replace(" năm ", "/");
    let words = words.trim_start();
    let end = words.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(words.len());
    let (day, month, year) = forms::date(&words[..end])?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A cited date, as a record's JSON has it.
fn cited(date: &Value) -> Option<NaiveDate> {
    let part = |name: &str| date.get(name).and_then(Value::as_u64).and_then(|part| u32::try_from(part).ok());
    NaiveDate::from_ymd_opt(i32::try_from(part("year")?).ok()?, part("month")?, part("day")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_whole_with_its_day() {
        let day = |text: &str| number_in(text, "66-QĐ/TW").and_then(day_behind);
        let of = NaiveDate::from_ymd_opt(2017, 2, 6);
        assert_eq!(day("Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư"), of);
        assert_eq!(day("Quy định số 66-QĐ/TW ngày 06 tháng 02 năm 2017"), of);
        assert_eq!(day("Quy định số 66-QĐ/TW của Ban Bí thư"), None);
        assert_eq!(number_in("Quy định số 166-QĐ/TW, 66-QĐ/TWA", "66-QĐ/TW"), None);
    }
}
