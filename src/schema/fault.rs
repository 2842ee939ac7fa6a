//! What is wrong with a value's shape, and how it is told.

use serde_json::Value;

use super::terms::called as called_in_vietnamese;
use crate::error::Problems;
use crate::path::{Here, Path};
use crate::text::forms::Form;
use crate::text::near;

/// A fault and its place.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) path: Path,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    /// A field that the record has not.
    Unknown { name: String, known: Vec<String> },
    /// A field that the record must have.
    Missing(String),
    /// Something else than what is expected.
    Other(Expected),
    /// A text of the right form, but there is no such thing; why.
    NoSuch(String),
    /// A number outside of its range.
    Range { least: Option<String>, most: Option<String>, found: Value },
    /// A list that is too short or too long.
    Length { least: Option<u64>, most: Option<u64>, found: usize },
}

/// What a value may be.
#[derive(Debug)]
pub(super) struct Expected {
    /// Names of types, as JSON Schema has them.
    types: Vec<String>,
    /// Values that are named one by one.
    values: Vec<Value>,
    /// What forms of texts are called.
    forms: Vec<&'static str>,
    found: Value,
}

impl Expected {
    pub(super) fn instead_of(found: &Value) -> Expected {
        Expected { types: Vec::new(), values: Vec::new(), forms: Vec::new(), found: found.clone() }
    }

    pub(super) fn types(mut self, types: Vec<String>) -> Expected {
        self.types = types;
        self
    }

    pub(super) fn values(mut self, values: Vec<Value>) -> Expected {
        self.values = values;
        self
    }

    pub(super) fn form(mut self, form: &Form) -> Expected {
        self.forms.push(form.called);
        self
    }

    /// Whatever is expected otherwise.
    pub(super) fn add(&mut self, other: &Expected) {
        self.types.extend(other.types.iter().cloned());
        self.values.extend(other.values.iter().cloned());
        self.forms.extend(&other.forms);
    }

    /// Code and sentence.
    fn told(self) -> (&'static str, String) {
        let words: Vec<&str> = self.values.iter().filter_map(Value::as_str).collect();
        if let Value::String(found) = &self.found
            && self.types.iter().all(|name| name == "null")
            && self.forms.is_empty()
            && !words.is_empty()
        {
            let rest = match near(found, words.iter().copied()) {
                Some(meant) => format!("có phải “{meant}”?"),
                None => format!("chỉ có: {}", words.join(", ")),
            };
            return ("shape.unknown_value", format!("không có giá trị {}; {rest}", shown(&self.found)));
        }
        let mut expected: Vec<String> = self.types.iter().filter_map(|name| called(name)).collect();
        expected.extend(self.forms.iter().map(|&form| form.to_owned()));
        expected.extend(self.values.iter().filter(|value| !value.is_null()).map(shown));
        let mut once: Vec<String> = Vec::new();
        expected.into_iter().for_each(|it| {
            if !once.contains(&it) {
                once.push(it)
            }
        });
        let found = shown(&self.found);
        let sentence = match once.as_slice() {
            [] => format!("ở đây không ghi gì; hiện là {found}"),
            [expected @ .., last] if !expected.is_empty() => {
                format!("phải là {} hoặc {last}; hiện là {found}", expected.join(", "))
            }
            [only, ..] => format!("phải là {only}; hiện là {found}"),
        };
        ("shape.wrong_type", sentence)
    }
}

/// A type in words; a value that is absent needs none.
fn called(name: &str) -> Option<String> {
    let called = match name {
        "string" => "chữ trong dấu “…”",
        "integer" => "số nguyên",
        "number" => "số",
        "boolean" => "true hay false",
        "array" => "danh sách […]",
        "object" => "nhóm mục {…}",
        _ => return None,
    };
    Some(called.to_owned())
}

/// A value as a sentence shows it.
fn shown(value: &Value) -> String {
    const MOST: usize = 40;
    match value {
        Value::Null => "trống (null)".to_owned(),
        Value::String(text) if text.chars().count() > MOST => {
            format!("“{}…”", text.chars().take(MOST).collect::<String>())
        }
        Value::String(text) => format!("“{text}”"),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(_) => "một danh sách".to_owned(),
        Value::Object(_) => "một nhóm mục".to_owned(),
    }
}

impl Fault {
    pub(super) fn new(here: &Here<'_>, what: What) -> Fault {
        Fault { path: here.into(), what }
    }

    pub(super) fn tell(self, problems: &mut Problems) {
        let (code, message) = match self.what {
            What::Unknown { name, known } => ("shape.unknown_field", unknown(&name, &known)),
            What::Missing(name) => {
                let term = called_in_vietnamese(&name).map(|term| format!(" ({term})")).unwrap_or_default();
                ("shape.missing_field", format!("thiếu mục bắt buộc “{name}”{term}"))
            }
            What::NoSuch(reason) => ("shape.no_such_value", reason),
            What::Range { least, most, found } => {
                ("shape.out_of_range", format!("{}; hiện là {}", range(least, most), shown(&found)))
            }
            What::Length { least, most, found } => {
                let bounds = range(least.map(|it| it.to_string()), most.map(|it| it.to_string()));
                ("shape.length", format!("danh sách có {found} mục, mà số mục {bounds}"))
            }
            What::Other(expected) => expected.told(),
        };
        problems.error(code, self.path, "quy ước", message);
    }
}

fn unknown(name: &str, known: &[String]) -> String {
    match near(name, known.iter().map(String::as_str)) {
        Some(meant) => format!("không có mục “{name}”; có phải “{meant}”?"),
        None => format!("không có mục “{name}”; ở đây có: {}", known.join(", ")),
    }
}

fn range(least: Option<String>, most: Option<String>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("phải từ {least} đến {most}"),
        (Some(least), None) => format!("phải từ {least} trở lên"),
        (None, Some(most)) => format!("nhiều nhất là {most}"),
        (None, None) => "ngoài khoảng cho phép".to_owned(),
    }
}
