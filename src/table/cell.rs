//! What stands in one cell of a table, and what a record makes of it.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{day, minutes};
use crate::text::{Decimal, NotDecimal};

/// The value of a cell. A text is in normal form, without space around it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    /// A number, and what its sheet shows of it.
    Number {
        value: f64,
        shown: String,
    },
    Truth(bool),
    /// A day, with a time or without, and what its sheet shows of it.
    Date {
        date: NaiveDate,
        shown: String,
    },
    /// A formula that has gone wrong, as `#N/A`.
    Broken(String),
    /// A formula without a stored value, as programs write it.
    Unset,
    /// What a merged cell says for several rows; which of them a number is of, nobody can tell.
    Shared(Arc<Cell>),
}

/// What a record wants in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    Integer,
    /// An integer, or a word that stands for one: a number that is left for the pen, `by_hand`.
    IntegerOrWord,
    /// How long something took, in minutes.
    Minutes,
    Number,
    /// A number, or `by_hand`.
    NumberOrWord,
    Truth,
    /// An object of day, month and year.
    Date,
}

/// What is wrong with a value, as the end of a sentence that begins with the value.
pub(super) type Reason = Cow<'static, str>;

const NO_MINUTES: &str = "không phải là thời lượng: hãy ghi số phút, ví dụ 90";
const SHARED: &str = "là số của ô gộp nhiều dòng: hãy tách ô, ghi số của từng dòng";

impl Cell {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }

    /// Its words, where it is a text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            Cell::Shared(cell) => cell.text(),
            _ => None,
        }
    }

    /// As a clerk sees it.
    pub(super) fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Broken(text) => text.clone(),
            Cell::Number { shown, .. } | Cell::Date { shown, .. } => shown.clone(),
            Cell::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Cell::Unset => String::new(),
            Cell::Shared(cell) => cell.shown(),
        }
    }

    /// The value that a record wants, or what is wrong with it. `epoch_1904`: the sheet counts days as old Excels on
    /// the Macintosh did.
    pub(super) fn value(&self, wanted: Wanted, epoch_1904: bool) -> Result<Value, Reason> {
        if let Cell::Broken(_) = self {
            return Err("là lỗi của một công thức".into());
        }
        if let Cell::Unset = self {
            return Err("công thức chưa có giá trị; mở bằng Excel, lưu lại rồi chạy lại".into());
        }
        if let Cell::Shared(cell) = self {
            use Wanted::{Integer, IntegerOrWord, Minutes, Number, NumberOrWord};
            return match wanted {
                Integer | IntegerOrWord | Minutes | Number | NumberOrWord => {
                    cell.value(wanted, epoch_1904).and(Err(SHARED.into()))
                }
                wanted => cell.value(wanted, epoch_1904),
            };
        }
        match wanted {
            Wanted::Text => Ok(self.shown().into()),
            Wanted::Integer => Ok(self.integer()?),
            Wanted::IntegerOrWord => Ok(self.integer().or_else(|_| self.word("không phải là số nguyên"))?),
            Wanted::Minutes => {
                let spelt = || minutes::read(&self.shown()).map(Value::from);
                Ok(self.integer().or_else(|_| spelt().map_or_else(|| self.word(NO_MINUTES), Ok))?)
            }
            Wanted::Number => Ok(self.number().map(|number| json!(number)).map_err(NotDecimal::reason)?),
            Wanted::NumberOrWord => {
                Ok(self.number().map(|number| json!(number)).or_else(|wrong| self.word(wrong.reason()))?)
            }
            Wanted::Truth => Ok(self.truth().map(Value::from)?),
            Wanted::Date => {
                let date = self.date(epoch_1904)?;
                Ok(json!({"day": date.day(), "month": date.month(), "year": date.year()}))
            }
        }
    }

    fn integer(&self) -> Result<Value, &'static str> {
        let value = self.number().map(|number| json!(number)).map_err(|wrong| match wrong {
            NotDecimal::NoNumber => "không phải là số nguyên",
            wrong => wrong.reason(),
        })?;
        if value.is_f64() { Err("không phải là số nguyên") } else { Ok(value) }
    }

    /// The words of a record's JSON are small letters and `_`; for anything else there is a reason.
    fn word(&self, reason: &'static str) -> Result<Value, &'static str> {
        let word = self.shown();
        let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if is_word { Ok(word.into()) } else { Err(reason) }
    }

    fn number(&self) -> Result<Decimal, NotDecimal> {
        match self {
            Cell::Number { value, .. } => decimal(*value),
            Cell::Text(text) => text.parse(),
            _ => Err(NotDecimal::NoNumber),
        }
    }

    /// Its number, where it is one, typed as a text too; nothing counts as none.
    pub(super) fn as_number(&self) -> Option<f64> {
        match self {
            Cell::Number { value, .. } => Some(*value),
            Cell::Text(text) => {
                text.parse::<Decimal>().ok()?.to_string().replace('.', "").replace(',', ".").parse().ok()
            }
            Cell::Empty => Some(0.0),
            _ => None,
        }
    }

    fn truth(&self) -> Result<bool, &'static str> {
        match self.shown().to_lowercase().as_str() {
            "true" | "có" | "đúng" | "x" | "1" => Ok(true),
            "false" | "không" | "sai" | "0" => Ok(false),
            _ => Err("không phải là có hoặc không"),
        }
    }

    fn date(&self, epoch_1904: bool) -> Result<NaiveDate, Reason> {
        const NO_DAY: Reason = Cow::Borrowed("không phải là ngày");
        match self {
            Cell::Date { date, .. } => Ok(*date),
            Cell::Number { value, .. } => day::from_serial(*value, epoch_1904).ok_or(NO_DAY),
            Cell::Text(text) => day::read(text),
            _ => Err(NO_DAY),
        }
    }
}

/// A number of a sheet: programs keep 15 digits and show no more, whatever a formula left behind them.
fn decimal(number: f64) -> Result<Decimal, NotDecimal> {
    let kept = format!("{number:.14e}").parse().unwrap_or(number);
    Decimal::try_from(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn number(value: f64) -> Cell {
        Cell::Number { value, shown: value.to_string().replace('.', ",") }
    }

    fn on(year: i32, month: u32, day: u32) -> Cell {
        let shown = format!("{day:02}/{month:02}/{year}");
        Cell::Date { date: NaiveDate::from_ymd_opt(year, month, day).unwrap(), shown }
    }

    #[test]
    fn numbers_as_vietnamese_excel_writes_them() {
        for wanted in [Wanted::Number, Wanted::NumberOrWord] {
            for (cell, expected) in [
                (text("68,5"), json!(68.5)),
                (text("1.250.000"), json!(1_250_000)),
                (text("12.500.000.000,25"), json!(12_500_000_000.25)),
                (text("-3"), json!(-3)),
                (number(12_500_000_000.0), json!(12_500_000_000_u64)),
                (number(0.1 + 0.2), json!(0.3)),
                (number(-70.2), json!(-70.2)),
            ] {
                assert_eq!(cell.value(wanted, false), Ok(expected), "{cell:?}");
            }
            assert_eq!(
                number(47.826_086_956_521_74).value(wanted, false),
                Err("có quá 6 chữ số sau dấu phẩy: hãy làm tròn".into())
            );
        }
        let ambiguous = "có thể là phần nghìn, có thể là số lẻ: ghi dấu phẩy trước số lẻ, không ghi dấu chấm";
        assert_eq!(text("1.234").value(Wanted::Number, false), Err(ambiguous.into()));
        assert_eq!(text("1.234").value(Wanted::NumberOrWord, false), Err(ambiguous.into()));
        assert_eq!(text("by_hand").value(Wanted::NumberOrWord, false), Ok(json!("by_hand")));
        assert_eq!(text("tám").value(Wanted::NumberOrWord, false), Err(NotDecimal::NoNumber.reason().into()));
    }

    #[test]
    fn whole_numbers_come_as_floats() {
        for cell in [number(5.0), text("5"), text("5,0"), text("5.0")] {
            assert_eq!(cell.value(Wanted::Integer, false), Ok(json!(5)), "{cell:?}");
            assert_eq!(cell.value(Wanted::Number, false), Ok(json!(5)), "{cell:?}");
        }
        assert_eq!(number(5.0).value(Wanted::Text, false), Ok(json!("5")));
        assert_eq!(number(8.5).value(Wanted::Text, false), Ok(json!("8,5")));
        assert_eq!(number(8.5).value(Wanted::Integer, false), Err("không phải là số nguyên".into()));
        assert_eq!(text("by_hand").value(Wanted::IntegerOrWord, false), Ok(json!("by_hand")));
        assert_eq!(text("tám").value(Wanted::IntegerOrWord, false), Err("không phải là số nguyên".into()));
        assert_eq!(number(5.0).value(Wanted::IntegerOrWord, false), Ok(json!(5)));
        assert_eq!(
            number(1e300).value(Wanted::Integer, false),
            Err(
                "có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính"
                    .into()
            )
        );
        assert_eq!(on(2026, 2, 5).value(Wanted::Number, false), Err(NotDecimal::NoNumber.reason().into()));
    }

    #[test]
    fn dates_in_every_shape() {
        let expected = Ok(json!({"day": 5, "month": 2, "year": 2026}));
        for cell in [
            on(2026, 2, 5),
            text("05/02/2026"),
            text("5/2/2026"),
            text("5-2-2026"),
            text("05.02.2026"),
            text("2026-02-05"),
            text("2026-02-05T00:00:00"),
            text("05/02/2026 00:00"),
            text("ngày 05/2/2026"),
            text("Ngày 05 tháng 02 năm 2026"),
            text("5 tháng 2, năm 2026"),
            text("NGÀY 5.2.2026 19:30"),
            number(46_058.0),
            number(46_058.75),
        ] {
            assert_eq!(cell.value(Wanted::Date, false), expected, "{cell:?}");
        }
        assert_eq!(number(44_596.0).value(Wanted::Date, true), expected);
        assert_eq!(on(2026, 2, 5).value(Wanted::Text, false), Ok(json!("05/02/2026")));
        for (given, said) in [
            ("31/02/2026", "là một ngày không có trong lịch"),
            ("5/2/26", "không phải là ngày/tháng/năm: năm ghi đủ bốn chữ số"),
            ("tháng 2", "không phải là ngày/tháng/năm: hãy ghi đủ, ví dụ 05/6/2026"),
            ("ngày 5 tháng 2", "không phải là ngày/tháng/năm: hãy ghi đủ, ví dụ 05/6/2026"),
            ("ngày 31 tháng 2 năm 2026", "là một ngày không có trong lịch"),
            ("a/2/2026", "không phải là ngày/tháng/năm: hãy ghi đủ, ví dụ 05/6/2026"),
        ] {
            assert_eq!(text(given).value(Wanted::Date, false), Err(said.into()), "{given}");
        }
        for serial in [0.0, 60.0, -1.0, 3_000_000.0, f64::NAN] {
            assert_eq!(
                number(serial).value(Wanted::Date, false),
                Err("không phải là ngày".into()),
                "{serial}"
            );
        }
    }

    #[test]
    fn minutes_come_with_their_unit_or_as_a_time() {
        let time = Cell::Number { value: 0.0625, shown: "1:30".to_owned() };
        for cell in [number(90.0), text("90"), text("90 phút"), text("1h30"), time] {
            assert_eq!(cell.value(Wanted::Minutes, false), Ok(json!(90)), "{cell:?}");
        }
        for cell in [text("lâu"), number(90.5), text("19h30-21h")] {
            assert_eq!(cell.value(Wanted::Minutes, false), Err(NO_MINUTES.into()), "{cell:?}");
        }
        assert_eq!(text("by_hand").value(Wanted::Minutes, false), Ok(json!("by_hand")));
    }

    #[test]
    fn truth_and_what_is_broken() {
        for cell in [Cell::Truth(true), text("Có"), text("X"), number(1.0)] {
            assert_eq!(cell.value(Wanted::Truth, false), Ok(json!(true)), "{cell:?}");
        }
        for cell in [Cell::Truth(false), text("không"), number(0.0)] {
            assert_eq!(cell.value(Wanted::Truth, false), Ok(json!(false)), "{cell:?}");
        }
        assert_eq!(text("có lẽ").value(Wanted::Truth, false), Err("không phải là có hoặc không".into()));
        let broken = Cell::Broken("#N/A".to_owned());
        assert_eq!(broken.value(Wanted::Text, false), Err("là lỗi của một công thức".into()));
        let unset = "công thức chưa có giá trị; mở bằng Excel, lưu lại rồi chạy lại";
        assert_eq!(Cell::Unset.value(Wanted::Text, false), Err(unset.into()));
        let shared = Cell::Shared(Arc::new(number(46_058.0)));
        let said = "là số của ô gộp nhiều dòng: hãy tách ô, ghi số của từng dòng";
        assert_eq!(shared.value(Wanted::Number, false), Err(said.into()));
        assert_eq!(shared.value(Wanted::Text, false), Ok(json!("46058")));
        assert_eq!(shared.value(Wanted::Date, false), Ok(json!({"day": 5, "month": 2, "year": 2026})));
        assert!(!Cell::Unset.is_empty());
    }
}
