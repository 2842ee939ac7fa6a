//! Text to JSON, told in Vietnamese where it is none. A field that stands twice is an error: serde_json keeps
//! the last one without a word.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::nesting::{LEVELS, below};
use super::titles::with_named_words;
use crate::error::{Error, Problems, Result};
use crate::path::{Here, Path};

/// Reads a JSON text; a byte order mark, as Vietnamese editors on Windows write it, is no part of it.
///
/// # Errors
/// [`Error::Shape`] with line and column.
pub(crate) fn read(text: &str) -> Result<Value> {
    read_from(text, 1)
}

/// As [`read`], of a text that begins in this line of its file.
pub(crate) fn read_from(text: &str, first: usize) -> Result<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut problems = Problems::default();
    // serde_json says where it stops, so that each field that stands twice is looked for anew.
    for passed in 0..MOST {
        let twice = Twice { left: Cell::new(passed), path: RefCell::new(None) };
        let mut reader = serde_json::Deserializer::from_str(text);
        let read = Place { here: &Here::Record, left: LEVELS, twice: &twice }
            .deserialize(&mut reader)
            .and_then(|value| reader.end().map(|()| value));
        let error = match read {
            Ok(value) if passed == 0 => return Ok(value),
            Ok(_) => break,
            Err(error) => error,
        };
        let at = at(text, first, &error);
        let Some(path) = twice.path.take() else {
            problems.error(
                "shape.syntax",
                Path::root(),
                "quy ước",
                format!("{at}: {}", reason(text, &error)),
            );
            break;
        };
        problems.error(
            "shape.duplicate_field",
            &path,
            "quy ước",
            format!(
                "ghi hai lần “{}”, lần sau ở {at}; hãy bỏ một lần",
                path.last_field().unwrap_or_default()
            ),
        );
    }
    Err(Error::Shape(problems.into_vec()))
}

/// Reads what any of serde's readers gives, as [`read`] reads a text: `Value` itself would keep the last of fields
/// that stand twice, and go down without an end.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Value, D::Error> {
    let twice = Twice { left: Cell::new(0), path: RefCell::new(None) };
    let read = Place { here: &Here::Record, left: LEVELS, twice: &twice }.deserialize(deserializer);
    read.map_err(|error| match twice.path.take() {
        Some(path) => {
            let said = format!("ghi hai lần “{}”; hãy bỏ một lần", path.last_field().unwrap_or_default());
            D::Error::custom(with_named_words(Error::shape("shape.duplicate_field", path, said)))
        }
        None => error,
    })
}

/// As many fields that stand twice are told at once.
const MOST: usize = 20;

/// How many fields that stand twice are passed over, and where the next one stands.
struct Twice {
    left: Cell<usize>,
    path: RefCell<Option<Path>>,
}

/// Line and column, in characters.
fn at(text: &str, first: usize, error: &serde_json::Error) -> String {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.char_indices().take_while(|(start, _)| *start < error.column()).count();
    format!("dòng {}, cột {}", first + error.line().saturating_sub(1), before.max(1))
}

/// What serde_json says, in Vietnamese.
fn reason(text: &str, error: &serde_json::Error) -> String {
    let said = error.to_string();
    let comma = said.starts_with("expected `,`").then(|| missing_comma(text, error)).flatten();
    comma.unwrap_or_else(|| told(&said).to_owned())
}

/// What a comma is missing before begins as a field or a value does; where a line begins with it, the comma belongs to
/// the end of the line before.
fn missing_comma(text: &str, error: &serde_json::Error) -> Option<String> {
    let lines: Vec<&str> = text.split('\n').take(error.line()).collect();
    let (line, before) = lines.split_last()?;
    let (head, rest) = line.split_at_checked(error.column().checked_sub(1)?)?;
    if !rest.starts_with(|c: char| "\"{[-".contains(c) || c.is_alphanumeric()) {
        return None;
    }
    let told = "thiếu dấu phẩy “,”";
    let last = before.iter().rposition(|line| !line.trim().is_empty());
    match last.filter(|_| head.trim().is_empty()) {
        Some(index) => Some(format!("{told}; hãy thêm dấu phẩy vào cuối dòng {}", index + 1)),
        None => Some(told.to_owned()),
    }
}

fn told(said: &str) -> &'static str {
    const SAID: [(&str, &str); 13] = [
        ("EOF", "tệp hết giữa chừng"),
        ("expected `:`", "thiếu dấu hai chấm sau tên mục"),
        ("expected `,` or `]`", "thiếu dấu phẩy hoặc dấu “]”"),
        ("expected `,` or `}`", "thiếu dấu phẩy hoặc dấu “}”"),
        ("trailing comma", "thừa dấu phẩy"),
        ("trailing characters", "thừa chữ sau khi bản ghi đã hết"),
        ("key must be a string", "tên mục phải đặt trong dấu nháy kép"),
        ("control character", "trong chữ có ký tự điều khiển; chỗ xuống dòng viết là \\n"),
        ("invalid escape", "sau dấu “\\” là chữ không được phép"),
        ("invalid number", "số viết sai"),
        ("number out of range", "số quá lớn"),
        ("recursion limit", "các mục lồng nhau quá sâu"),
        ("expected value", "ở đây phải là một giá trị"),
    ];
    SAID.iter().find(|(begins, _)| said.starts_with(begins)).map_or("ký tự không đúng chỗ", |(_, told)| told)
}

/// A value to be read, at its place, with the levels that are left below it; `twice` tells of fields that stand
/// there already.
#[derive(Clone, Copy)]
struct Place<'a> {
    here: &'a Here<'a>,
    left: usize,
    twice: &'a Twice,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> std::result::Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> std::result::Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> std::result::Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> std::result::Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> std::result::Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> std::result::Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_unit<E>(self) -> std::result::Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> std::result::Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> std::result::Result<Value, D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Value, A::Error> {
        let left = below(self.left, self.here).map_err(A::Error::custom)?;
        let mut values = Vec::new();
        loop {
            let here = Here::Index(self.here, values.len());
            match list.next_element_seed(Place { here: &here, left, ..self })? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Value, A::Error> {
        let left = below(self.left, self.here).map_err(A::Error::custom)?;
        let mut fields = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let here = Here::Field(self.here, &name);
            if fields.contains_key(&name) {
                let Some(passed) = self.twice.left.get().checked_sub(1) else {
                    self.twice.path.replace(Some(Path::from(&here)));
                    return Err(A::Error::custom("a field stands twice"));
                };
                self.twice.left.set(passed);
                map.next_value_seed(Place { here: &here, left, ..self })?;
                continue;
            }
            let value = map.next_value_seed(Place { here: &here, left, ..self })?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::read;

    fn told(text: &str) -> String {
        read(text)
            .unwrap_err()
            .problems()
            .iter()
            .map(|problem| format!("{}: {}", problem.path, problem.message))
            .collect()
    }

    #[test]
    fn a_text_is_read_as_serde_json_reads_it() {
        let text = "\u{feff}{\"b\": [1, -2, 3.5, true, null, \"x\\u1ea1\"], \"a\": {}} ";
        let value = json!({"b": [1, -2, 3.5, true, null, "xạ"], "a": {}});
        assert_eq!(read(text).unwrap().to_string(), value.to_string());
    }

    #[test]
    fn every_field_that_stands_twice_is_told() {
        let text = "{\"a\": {\"b\": 1, \"b\": 2}, \"c\": 1,\n\"c\": 2, \"a\": 3, \"d\" 4}";
        let error = read(text).unwrap_err();
        let told: Vec<String> =
            error.problems().iter().map(|it| format!("{}: {}", it.path, it.message)).collect();
        assert_eq!(
            told,
            [
                "a.b: ghi hai lần “b”, lần sau ở dòng 1, cột 18; hãy bỏ một lần",
                "c: ghi hai lần “c”, lần sau ở dòng 2, cột 3; hãy bỏ một lần",
                "a: ghi hai lần “a”, lần sau ở dòng 2, cột 11; hãy bỏ một lần",
                ".: dòng 2, cột 21: thiếu dấu hai chấm sau tên mục",
            ]
        );
        // What stands behind such a field is read on, whatever it is.
        let lists = read("{\"a\": 1, \"a\": [2], \"b\": {\"c\": [{}]}, \"b\": {\"c\": [{}]}}").unwrap_err();
        let places: Vec<String> = lists.problems().iter().map(|it| it.path.to_string()).collect();
        assert_eq!(places, ["a", "b"]);
        let many = format!("{{{}\"b\": 1}}", "\"a\": 1, ".repeat(1000));
        assert_eq!(read(&many).unwrap_err().problems().len(), 20);
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for (text, expected) in [
            ("{", "dòng 1, cột 1: tệp hết giữa chừng"),
            ("{\"ngày\": \"ắ\" \"b\"", "dòng 1, cột 14: thiếu dấu phẩy “,”"),
            ("{\"a\": 1 = 2}", "dòng 1, cột 9: thiếu dấu phẩy hoặc dấu “}”"),
            ("[1,\n 2 3]", "dòng 2, cột 4: thiếu dấu phẩy “,”"),
            ("[1,\n 2\n\n {}]", "dòng 4, cột 2: thiếu dấu phẩy “,”; hãy thêm dấu phẩy vào cuối dòng 2"),
            ("{\"a\" 1}", "dòng 1, cột 6: thiếu dấu hai chấm sau tên mục"),
            ("{\"a\": 1,}", "dòng 1, cột 9: thừa dấu phẩy"),
            ("{a: 1}", "dòng 1, cột 2: tên mục phải đặt trong dấu nháy kép"),
            ("{} x", "dòng 1, cột 4: thừa chữ sau khi bản ghi đã hết"),
            ("\"a\nb\"", "dòng 2, cột 1: trong chữ có ký tự điều khiển; chỗ xuống dòng viết là \\n"),
            ("[\"\\q\"]", "dòng 1, cột 4: sau dấu “\\” là chữ không được phép"),
            ("[1e999]", "dòng 1, cột 6: số quá lớn"),
            ("[01]", "dòng 1, cột 3: số viết sai"),
            ("[,]", "dòng 1, cột 2: ở đây phải là một giá trị"),
            ("[tru]", "dòng 1, cột 5: ký tự không đúng chỗ"),
            (&"[".repeat(200), "dòng 1, cột 128: các mục lồng nhau quá sâu"),
        ] {
            assert_eq!(told(text), format!(".: {expected}"), "{text}");
        }
    }

    #[test]
    fn a_field_that_stands_twice_is_told_with_its_path() {
        let text = "{\"a\": [{}, {\"b\": 1,\n \"b\": 2}]}";
        assert_eq!(told(text), "a[1].b: ghi hai lần “b”, lần sau ở dòng 2, cột 4; hãy bỏ một lần");
    }

    proptest! {
        #[test]
        fn any_text_is_json_or_told(text in any::<String>()) {
            prop_assert_eq!(read(&text).is_ok(), serde_json::from_str::<serde_json::Value>(&text).is_ok());
        }
    }
}
