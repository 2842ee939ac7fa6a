//! TOML as the same values as JSON, so that whatever reads these need not know which of the two an office wrote. What
//! is no TOML is told with line and column.

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::toml_fault::{line, toml_faults, toml_place};
use crate::error::{Error, Problems, Result};
use crate::path::Path;
use crate::text::{Said, said};

/// Reads a text in TOML; a byte order mark, as Vietnamese editors on Windows write it, is no part of it. A day of TOML
/// is the text as it stands there.
///
/// # Errors
/// [`Error::Shape`] with every place, its line and its column.
pub(crate) fn read_toml(text: &str) -> Result<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut wrong = toml_faults(text, &errors);
    let value = object(table.get_ref(), &mut wrong);
    if wrong.is_empty() {
        return Ok(value);
    }
    wrong.sort_by_key(|(start, _)| *start);
    wrong.dedup_by_key(|(start, _)| line(text, *start));
    let mut problems = Problems::default();
    for (start, reason) in &wrong {
        let at = toml_place(text, *start);
        problems.shape("shape.syntax", Path::root(), said!("{at}: {reason}", "{at}: {reason}"; at, reason));
    }
    Err(Error::Shape(problems.into_vec()))
}

fn object(table: &DeTable<'_>, wrong: &mut Vec<(usize, Said)>) -> Value {
    let fields = table.iter().map(|(name, field)| (name.get_ref().to_string(), value(field, wrong)));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn value(found: &Spanned<DeValue<'_>>, wrong: &mut Vec<(usize, Said)>) -> Value {
    match found.get_ref() {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Datetime(day) => Value::from(day.to_string()),
        DeValue::Array(list) => list.iter().map(|item| value(item, wrong)).collect(),
        DeValue::Table(table) => object(table, wrong),
        DeValue::Integer(whole) => {
            let digits = (whole.as_str(), whole.radix());
            let read = i64::from_str_radix(digits.0, digits.1).map(Number::from);
            let read = read.or_else(|_| u64::from_str_radix(digits.0, digits.1).map(Number::from));
            number(read.ok(), found, wrong)
        }
        DeValue::Float(float) => number(float.as_str().parse().ok().and_then(Number::from_f64), found, wrong),
    }
}

/// A number that JSON has, too.
fn number(read: Option<Number>, at: &Spanned<DeValue<'_>>, wrong: &mut Vec<(usize, Said)>) -> Value {
    if read.is_none() {
        wrong.push((at.span().start, said!("số quá lớn", "a number is too large")));
    }
    read.map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read_toml;

    fn told(text: &str) -> Vec<String> {
        let error = read_toml(text).unwrap_err();
        error.problems().iter().map(|problem| problem.message.clone()).collect()
    }

    #[test]
    fn a_text_has_the_values_of_json() {
        let text = "\u{feff}b = [1, -2, 3.5, true, \"xạ\"] # chú thích\r\n[a]\nd = 2026-06-05\n[[a.c]]\ne = 1\n[[a.c]]\n";
        let value = json!({"a": {"c": [{"e": 1}, {}], "d": "2026-06-05"}, "b": [1, -2, 3.5, true, "xạ"]});
        assert_eq!(read_toml(text).unwrap(), value);
        assert_eq!(read_toml("").unwrap(), json!({}));
    }

    #[test]
    fn every_line_that_is_no_toml_is_told_with_its_place() {
        assert_eq!(
            told("tên = \"a\"\nb = Đảng\nc =\r\nd = [\"a\" \"b\"]\nd = 3\ne = \"f\n"),
            [
                "dòng 1, cột 2: tên có dấu hoặc dấu cách phải đặt trong dấu nháy kép",
                "dòng 2, cột 5: chữ phải đặt trong dấu nháy kép",
                "dòng 3, cột 4: thiếu giá trị sau dấu “=”",
                "dòng 4, cột 10: thiếu dấu phẩy “,”",
                "dòng 5, cột 1: mục này ghi hai lần; hãy bỏ một lần",
                "dòng 6, cột 7: thiếu dấu nháy kép, hoặc chữ có ký tự không được phép",
            ]
        );
        assert_eq!(told("a = 99999999999999999999"), ["dòng 1, cột 5: số quá lớn"]);
        assert_eq!(told("a = nan"), ["dòng 1, cột 5: số quá lớn"]);
        assert_eq!(told(&format!("a = {}", "[".repeat(9999))).len(), 1);
        let error = read_toml("a = [1").unwrap_err();
        assert_eq!(error.problems()[0].in_english(), Some("line 1, column 7: “]” is missing"));
    }

    /// Where a bracket is not closed all that follows is out of place: the bracket alone is told.
    #[test]
    fn what_is_not_closed_is_told_where_it_ends() {
        let rest = "b = { c = 1 }\n[d]\ne = \"f\"\n";
        assert_eq!(told(&format!("a = [\"x\", \"y\"\n{rest}")), ["dòng 1, cột 14: thiếu dấu “]”"]);
        assert_eq!(told(&format!("a = [\n  \"x\",\n  \"y\"\n{rest}")), ["dòng 3, cột 6: thiếu dấu “]”"]);
        assert_eq!(
            told(&format!("a = {{ b = \"}}\", c = 2 # }}\n{rest}")),
            ["dòng 1, cột 21: thiếu dấu “}”"]
        );
        assert_eq!(
            told(&format!("z =\na = [1\n{rest}")),
            ["dòng 1, cột 4: thiếu giá trị sau dấu “=”", "dòng 2, cột 7: thiếu dấu “]”"]
        );
        assert_eq!(read_toml("a = [\n  [1],\n  { b = 2 },\n]\n").unwrap(), json!({"a": [[1], {"b": 2}]}));
    }

    #[test]
    fn slips_of_the_hand_are_told_as_what_they_are() {
        assert_eq!(
            told("a = “x”"),
            ["dòng 1, cột 5: dấu nháy cong không dùng được; hãy gõ dấu nháy thẳng (\")"]
        );
        assert_eq!(told("a = 18,5"), ["dòng 1, cột 7: số lẻ ghi bằng dấu chấm, như 18.5"]);
        assert_eq!(told("a = { b = -19,5, c = 2 }"), ["dòng 1, cột 14: số lẻ ghi bằng dấu chấm, như 18.5"]);
        assert_eq!(told("a = True"), ["dòng 1, cột 5: hãy ghi true (có) hoặc false (không), chữ thường"]);
        // What is right stays so.
        assert_eq!(
            read_toml("a = [1,5]\nb = \"“x” 1,5 True\"").unwrap(),
            json!({"a": [1, 5], "b": "“x” 1,5 True"})
        );
    }
}
