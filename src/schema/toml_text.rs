//! TOML as the same values as JSON, so that whatever reads these need not know which of the two an office wrote. What
//! is no TOML is told with line and column.

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
    let mut wrong: Vec<(usize, Said)> = errors
        .iter()
        .map(|error| (error.span().map_or(0, |span| span.start), toml_reason(text, error)))
        .collect();
    let value = object(table.get_ref(), &mut wrong);
    if wrong.is_empty() {
        return Ok(value);
    }
    wrong.sort_by_key(|(start, _)| *start);
    // What is out of place leaves more out of place behind it in its line.
    wrong.dedup_by_key(|(start, _)| line(text, *start));
    let mut problems = Problems::default();
    for (start, reason) in &wrong {
        let at = toml_place(text, *start);
        problems.shape("shape.syntax", Path::root(), said!("{at}: {reason}", "{at}: {reason}"; at, reason));
    }
    Err(Error::Shape(problems.into_vec()))
}

/// Line and column of a byte, in characters, from 1.
pub(crate) fn toml_place(text: &str, start: usize) -> Said {
    let before = text.get(..start).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let line = line(text, start);
    said!("dòng {line}, cột {column}", "line {line}, column {column}")
}

fn line(text: &str, start: usize) -> usize {
    text.get(..start).unwrap_or(text).matches('\n').count() + 1
}

/// What the reader of TOML says, in words that say what to look for.
pub(crate) fn toml_reason(text: &str, error: &toml::de::Error) -> Said {
    let rest = error.span().and_then(|span| text.get(span.start..));
    let ends = rest
        .is_some_and(|rest| rest.trim_start_matches(' ').starts_with(['\n', '\r']) || rest.trim().is_empty());
    match error.message() {
        // What is not there is no text without quotes.
        said if ends && said.starts_with("string values must be quoted") => told("missing value"),
        said => told(said),
    }
}

fn told(said: &str) -> Said {
    const SAID: [(&str, &str, &str); 16] = [
        ("duplicate", "mục này ghi hai lần; hãy bỏ một lần", "this stands twice; remove one of them"),
        ("missing comma", "thiếu dấu phẩy “,”", "a comma is missing"),
        ("extra comma", "thừa dấu phẩy", "there is a comma too many"),
        (
            "missing assignment",
            "thiếu dấu “=” giữa tên mục và giá trị",
            "“=” is missing between name and value",
        ),
        ("extra", "thừa dấu “=”", "there is a “=” too many"),
        ("missing value", "thiếu giá trị sau dấu “=”", "a value is missing after “=”"),
        (
            "key with no value",
            "thiếu dấu “=” và giá trị sau tên mục",
            "“=” and a value are missing after the name",
        ),
        ("unclosed array table", "thiếu dấu “]]” sau tên nhóm mục", "“]]” is missing after the name"),
        ("unclosed array", "thiếu dấu “]”", "“]” is missing"),
        ("unclosed table", "thiếu dấu “]” sau tên nhóm mục", "“]” is missing after the name"),
        ("unclosed inline table", "thiếu dấu “}”", "“}” is missing"),
        (
            "string values must be quoted",
            "chữ phải đặt trong dấu nháy kép",
            "a text must be in double quotes",
        ),
        (
            "invalid unquoted key",
            "tên có dấu hoặc dấu cách phải đặt trong dấu nháy kép",
            "a name with such a letter or a space must be in double quotes",
        ),
        (
            "invalid basic string",
            "thiếu dấu nháy kép, hoặc chữ có ký tự không được phép",
            "a double quote is missing, or a text holds a character that it may not",
        ),
        ("cannot recurse", "các mục lồng nhau quá sâu", "values are nested too deeply"),
        ("unexpected leading zero", "số viết sai: thừa số 0 ở đầu", "a number begins with a 0 too many"),
    ];
    let known = SAID.iter().find(|(begins, ..)| said.starts_with(begins));
    let (_, vietnamese, english) = known.unwrap_or(&(
        "",
        "viết sai ở đây; hãy xem lại dấu nháy kép, dấu “=” và dấu ngoặc",
        "this is written wrongly; look at quotes, “=” and brackets",
    ));
    said!("{vietnamese}", "{english}")
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
}
