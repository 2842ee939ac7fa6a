//! What is wrong with a value's shape, and how it is told.

use serde_json::Value;

use super::meant::{Object, hint, shown, unknown};
use super::titles::{Titles, example};
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
    pub(super) types: Vec<String>,
    /// Values that are named one by one.
    values: Vec<Value>,
    /// Forms of texts.
    pub(super) forms: Vec<&'static Form>,
    /// The groups of fields that it may be.
    pub(super) objects: Vec<Object>,
    pub(super) found: Value,
}

impl Expected {
    pub(super) fn instead_of(found: &Value) -> Expected {
        Expected {
            types: Vec::new(),
            values: Vec::new(),
            forms: Vec::new(),
            objects: Vec::new(),
            found: found.clone(),
        }
    }

    pub(super) fn types(mut self, types: Vec<String>) -> Expected {
        self.types = types;
        self
    }

    pub(super) fn values(mut self, values: Vec<Value>) -> Expected {
        self.values = values;
        self
    }

    pub(super) fn form(mut self, form: &'static Form) -> Expected {
        self.forms.push(form);
        self
    }

    pub(super) fn object(mut self, object: Option<Object>) -> Expected {
        self.objects.extend(object);
        self
    }

    /// Whatever is expected otherwise.
    pub(super) fn add(&mut self, other: &Expected) {
        self.types.extend(other.types.iter().cloned());
        self.values.extend(other.values.iter().cloned());
        self.forms.extend(&other.forms);
        self.objects.extend(other.objects.iter().cloned());
    }

    /// Code and sentence; `help` is the line of help of the field.
    fn told(self, help: Option<&str>) -> (&'static str, String) {
        let words: Vec<&str> = self.values.iter().filter_map(Value::as_str).collect();
        if let Value::String(found) = &self.found
            && self.types.iter().all(|name| name == "null")
            && self.forms.is_empty()
            && !words.is_empty()
        {
            let rest = match near(found, words.iter().copied()) {
                Some(meant) => format!("có phải “{meant}”?"),
                None => format!("hãy ghi một trong: {}", words.join(", ")),
            };
            return ("shape.unknown_value", format!("không có giá trị {}; {rest}", shown(&self.found)));
        }
        let mut expected: Vec<String> = self.types.iter().filter_map(|name| called(name)).collect();
        expected.extend(self.forms.iter().map(|form| form.called.to_owned()));
        expected.extend(self.values.iter().filter(|value| !value.is_null()).map(shown));
        let mut once: Vec<String> = Vec::new();
        expected.into_iter().for_each(|it| {
            if !once.contains(&it) {
                once.push(it)
            }
        });
        let found = shown(&self.found);
        let mut sentence = match once.as_slice() {
            [] => format!("ở đây không ghi gì; hiện là {found}"),
            [expected @ .., last] if !expected.is_empty() => {
                format!("phải là {} hoặc {last}; hiện là {found}", expected.join(", "))
            }
            [only, ..] => format!("phải là {only}; hiện là {found}"),
        };
        if let Some(rest) = hint(&self).or_else(|| example(help?).map(|it| format!("hãy ghi, {it}"))) {
            sentence += &format!("; {rest}");
        }
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

impl Fault {
    pub(super) fn new(here: &Here<'_>, what: What) -> Fault {
        Fault { path: here.into(), what }
    }

    pub(super) fn tell(self, titles: &Titles<'_>, problems: &mut Problems) {
        let title = titles.of(&self.path);
        let help = title.as_ref().map(|title| title.help);
        let (code, message) = match self.what {
            What::Unknown { name, known } => {
                let titled = |other: &str| Some(titles.of(&self.path.beside(other))?.name.to_owned());
                ("shape.unknown_field", unknown(&name, &known, titled))
            }
            What::Missing(name) => {
                let group = titles.object(&self.path).and_then(|object| object.open());
                let said = match (group, help.map(|help| (help, example(help)))) {
                    (Some(group), Some((_, Some(example)))) => format!("hãy ghi {group}, {example}"),
                    (Some(group), _) => format!("hãy ghi {group}"),
                    (None, Some((_, Some(example)))) => format!("hãy ghi, {example}"),
                    (None, Some((help, None))) if !help.is_empty() => format!("hãy ghi: {}", sentence(help)),
                    _ => "hãy ghi mục này".to_owned(),
                };
                ("shape.missing_field", format!("thiếu mục bắt buộc “{name}”; {said}"))
            }
            What::NoSuch(reason) => ("shape.no_such_value", reason),
            What::Range { least, most, found } => {
                ("shape.out_of_range", format!("{}; hiện là {}", range(least, most), shown(&found)))
            }
            What::Length { least, most, found } => {
                let bounds = range(least.map(|it| it.to_string()), most.map(|it| it.to_string()));
                ("shape.length", format!("danh sách có {found} mục, mà số mục {bounds}"))
            }
            What::Other(expected) => expected.told(help),
        };
        problems.error(code, self.path, "quy ước", message);
    }
}

/// A line of help inside of a sentence.
fn sentence(help: &str) -> String {
    let mut letters = help.trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

fn range(least: Option<String>, most: Option<String>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("phải từ {least} đến {most}"),
        (Some(least), None) => format!("phải từ {least} trở lên"),
        (None, Some(most)) => format!("nhiều nhất là {most}"),
        (None, None) => "ngoài khoảng cho phép".to_owned(),
    }
}
