//! [`CleanJson`]: JSON in which every string is cleaned. It is the one door to the wording.

use serde_json::{Map, Value};

use super::clean::{Cleaned, clean};
use crate::path::Here;

/// JSON whose strings are cleaned and whose nulls are gone: an absent value is missing, however it was
/// said. Nothing else makes one, and nothing else reaches a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CleanJson(Value);

impl CleanJson {
    /// Cleans every string.
    pub(crate) fn new(value: Value) -> CleanJson {
        CleanJson::noting(value, &mut |_, _, _| {})
    }

    /// As [`CleanJson::new`]; `note` is told of each string: its path, what was given and what became of it.
    pub(crate) fn noting(mut value: Value, note: &mut impl FnMut(&Here<'_>, &str, &Cleaned)) -> CleanJson {
        walk(&mut value, &Here::Record, note);
        CleanJson(value)
    }

    /// The JSON.
    pub(crate) fn get(&self) -> &Value {
        &self.0
    }

    /// Puts `value`, cleaned, beside an object's fields.
    pub(crate) fn insert(&mut self, name: &str, value: Value) {
        if let Value::Object(fields) = &mut self.0 {
            fields.insert(name.to_owned(), CleanJson::new(value).0);
        }
    }

    /// The JSON by itself.
    pub(crate) fn into_value(self) -> Value {
        self.0
    }
}

fn walk(value: &mut Value, here: &Here<'_>, note: &mut impl FnMut(&Here<'_>, &str, &Cleaned)) {
    match value {
        Value::String(text) => {
            let cleaned = clean(text);
            note(here, text, &cleaned);
            *text = cleaned.text;
        }
        Value::Array(values) => {
            // In a list of lists, the rows of a table, an absent value keeps its place and is blank.
            for cell in
                values.iter_mut().filter_map(Value::as_array_mut).flatten().filter(|cell| cell.is_null())
            {
                *cell = Value::String(String::new());
            }
            for (index, value) in values.iter_mut().enumerate() {
                walk(value, &Here::Index(here, index), note);
            }
            values.retain(|value| !value.is_null());
        }
        Value::Object(fields) => {
            if is_picture(fields) {
                fields.shift_remove("png");
            }
            fields.retain(|_, value| !value.is_null());
            for (name, value) in fields {
                walk(value, &Here::Field(here, name), note);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether it is a picture of a record: its bytes are no text, and no template gets them.
fn is_picture(fields: &Map<String, Value>) -> bool {
    fields.contains_key("png") && fields.keys().all(|name| name == "png" || name == "alternative_text")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::path::Path;

    #[test]
    fn every_string_is_cleaned_and_nulls_are_gone() {
        let given = json!({
            "a": "\u{d0}ức\u{200b}",
            "b": [null, "x\u{202e}", {"c": "Lê\u{a0}An", "d": null}],
            "picture": {"png": "AAAA", "alternative_text": "\u{feff}dấu"},
            "n": 5,
        });
        let mut told = Vec::new();
        let clean = CleanJson::noting(given, &mut |here, raw, cleaned| {
            told.push(format!("{} {raw:?} {}", Path::from(here), cleaned.text));
        });
        let expected = json!({
            "a": "Đức",
            "b": ["x", {"c": "Lê\u{a0}An"}],
            "picture": {"alternative_text": "dấu"},
            "n": 5,
        });
        assert_eq!(clean.get(), &expected);
        assert_eq!(
            told,
            [
                "a \"Ðức\\u{200b}\" Đức",
                "b[1] \"x\\u{202e}\" x",
                "b[2].c \"Lê\\u{a0}An\" Lê\u{a0}An",
                "picture.alternative_text \"\\u{feff}dấu\" dấu",
            ]
        );
    }

    #[test]
    fn a_cell_keeps_its_place() {
        let clean = CleanJson::new(json!({"rows": [["a", null, "b"], null, [null]]}));
        assert_eq!(clean.get(), &json!({"rows": [["a", "", "b"], [""]]}));
    }

    #[test]
    fn what_comes_later_is_cleaned_too() {
        let mut clean = CleanJson::new(json!({}));
        clean.insert("view", json!({"lines": ["a\u{ad}b"]}));
        assert_eq!(clean.into_value(), json!({"view": {"lines": ["ab"]}}));
    }
}
