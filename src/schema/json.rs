//! Text to JSON; where it is none, that is told. A field that stands twice is an error: serde_json keeps
//! the last one without a word.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::nesting::{LEVELS, below};
use super::syntax::{at, reason};
use super::titles::with_named_words;
use crate::error::{Error, Problems, Result};
use crate::path::{Here, Path};
use crate::text::said;

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
            let reason = reason(text, &error);
            problems.shape(
                "shape.syntax",
                Path::root(),
                said!("{at}: {reason}", "{at}: {reason}", "đây không phải là bản ghi của một văn bản, hoặc bản ghi đã hỏng"; at, reason),
            );
            break;
        };
        let name = path.last_field().unwrap_or_default();
        let said = said!(
            "ghi hai lần “{name}”, lần sau ở {at}; hãy bỏ một lần",
            "“{name}” is written twice, again at {at}; remove one of them",
            "ghi hai lần; hãy bỏ một lần"; at
        );
        problems.shape("shape.duplicate_field", &path, said);
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
            let name = path.last_field().unwrap_or_default();
            let said = said!(
                "ghi hai lần “{name}”; hãy bỏ một lần",
                "“{name}” is written twice; remove one of them",
                "ghi hai lần; hãy bỏ một lần"
            );
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
