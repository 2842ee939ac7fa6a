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
        CleanJson::noting(&value, &mut |_, _, _| {})
    }

    /// As [`CleanJson::new`]; `note` is told of each string: its path, what was given and what became of it.
    pub(crate) fn noting(value: &Value, note: &mut impl FnMut(&Here<'_>, &str, &Cleaned)) -> CleanJson {
        CleanJson(cleaned(value, &Here::Record, false, note).unwrap_or_default())
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

/// A value cleaned; none of an absent one. In a list of lists, the rows of a table, an absent value is a `cell`: it keeps
/// its place and is blank.
fn cleaned(
    value: &Value,
    here: &Here<'_>,
    cell: bool,
    note: &mut impl FnMut(&Here<'_>, &str, &Cleaned),
) -> Option<Value> {
    let mut text = |text: &str| {
        let cleaned = clean(text);
        note(here, text, &cleaned);
        Some(Value::String(cleaned.text))
    };
    match value {
        Value::Null if cell => text(""),
        Value::Null => None,
        Value::String(given) => text(given),
        Value::Array(values) => {
            let cells = matches!(here, Here::Index(..));
            let own = values.iter().enumerate();
            let own = own.filter_map(|(index, value)| cleaned(value, &Here::Index(here, index), cells, note));
            Some(Value::Array(own.collect()))
        }
        Value::Object(fields) => {
            let picture = is_picture(fields);
            let own = fields.iter().filter(|(name, _)| !(picture && *name == "png"));
            let own = own.filter_map(|(name, value)| {
                Some((name.clone(), cleaned(value, &Here::Field(here, name), false, note)?))
            });
            Some(Value::Object(own.collect()))
        }
        Value::Bool(_) | Value::Number(_) => Some(value.clone()),
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
        let clean = CleanJson::noting(&given, &mut |here, raw, cleaned| {
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
