//! What is wrong with a value's shape, and how it is told.

use serde_json::Value;

use super::meant::{Object, hint, shown, unknown};
use super::titles::{Titles, example};
use crate::error::Problems;
use crate::path::{Here, Path};
use crate::text::forms::Form;
use crate::text::{Said, near, said, slug};

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
    NoSuch(Said),
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
    fn told(self, help: Option<&str>, terms: &[(&str, &str)]) -> (&'static str, Said) {
        let found = shown(&self.found);
        let words: Vec<&str> = self.values.iter().filter_map(Value::as_str).collect();
        if let Value::String(text) = &self.found
            && self.types.iter().all(|name| name == "null")
            && self.forms.is_empty()
            && !words.is_empty()
        {
            let rest = match near(text, words.iter().copied()) {
                Some(meant) => said!("có phải “{meant}”?", "did you mean “{meant}”?", ""),
                None => {
                    let all = words.join(", ");
                    said!("hãy ghi một trong: {all}", "write one of: {all}", "")
                }
            };
            let in_form = choice_meant(text, terms);
            let said = said!("không có giá trị {found}", "there is no value {found}", "không có lựa chọn {found}"; found);
            return ("shape.unknown_value", said.and(Said { in_form, ..rest }));
        }
        let mut expected: Vec<Said> = self.types.iter().filter_map(|name| called(name)).collect();
        expected.extend(self.forms.iter().map(|form| {
            let english = form.in_english.to_owned();
            Said { english, ..Said::alike(form.called) }
        }));
        let value = |value: &Value| Said { in_form: String::new(), ..shown(value) };
        expected.extend(self.values.iter().filter(|value| !value.is_null()).map(value));
        let mut once: Vec<Said> = Vec::new();
        expected.into_iter().for_each(|it| {
            if !once.contains(&it) {
                once.push(it)
            }
        });
        let in_form = self.in_form(&once, &found);
        let mut sentence = match once.as_slice() {
            [] => {
                said!("ở đây không ghi gì; hiện là {found}", "nothing may stand here; found {found}"; found)
            }
            [expected @ .., last] if !expected.is_empty() => {
                let expected = Said::joined(expected);
                said!(
                    "phải là {expected} hoặc {last}; hiện là {found}",
                    "must be {expected} or {last}; found {found}"; expected, last, found
                )
            }
            [only, ..] => {
                said!("phải là {only}; hiện là {found}", "must be {only}; found {found}"; only, found)
            }
        };
        let by_example = || {
            let example = example(help?)?;
            Some(said!("hãy ghi, {example}", "write it, {example}", ""; example))
        };
        sentence.in_form = in_form;
        if let Some(rest) = hint(&self).or_else(by_example) {
            sentence = sentence.and(rest);
        }
        ("shape.wrong_type", sentence)
    }

    /// What is expected, said to who fills in a form; what was found says in words what JSON has.
    fn in_form(&self, expected: &[Said], found: &Said) -> String {
        if self.found.is_null() {
            return OPEN.to_owned();
        }
        let found = &found.in_form;
        let mut named: Vec<&str> =
            expected.iter().map(|it| it.in_form.as_str()).filter(|it| !it.is_empty()).collect();
        if named.len() > 1 {
            named.retain(|it| *it != GROUP);
        }
        match named.as_slice() {
            [] => format!("ở đây không ghi được {found}"),
            [only] => format!("phải là {}; hiện là {found}", only.replace(" như ", ", ví dụ ")),
            [others @ .., last] => {
                format!("phải là {} hoặc {last}; hiện là {found}", others.join(", "))
            }
        }
    }
}

/// A type in words; a value that is absent needs none.
fn called(name: &str) -> Option<Said> {
    Some(match name {
        "string" => said!("chữ trong dấu “…”", "a string", "chữ"),
        "integer" => said!("số nguyên", "an integer"),
        "number" => said!("số", "a number"),
        "boolean" => said!("true hay false", "true or false", "có hoặc không"),
        "array" => said!("danh sách […]", "a list […]", "danh sách"),
        "object" => Said { in_form: GROUP.to_owned(), ..said!("nhóm mục {{…}}", "an object {{…}}") },
        _ => return None,
    })
}

/// Several fields in one, as a form says it.
const GROUP: &str = "nhóm mục";

/// What a form says where nothing stands.
const OPEN: &str = "chưa ghi";

/// The choice that a text may mean, by its term, else all of them; nothing where they have no terms.
fn choice_meant(text: &str, terms: &[(&str, &str)]) -> String {
    let wanted = slug(text);
    let slugs: Vec<String> = terms.iter().map(|(_, term)| slug(term)).collect();
    let by_term = || near(&wanted, slugs.iter().map(String::as_str));
    let by_word = near(text, terms.iter().map(|(word, _)| *word));
    let meant = match by_word {
        Some(word) => terms.iter().find(|(own, _)| *own == word),
        None => by_term().and_then(|near| terms.iter().find(|(_, term)| slug(term) == near)),
    };
    match meant {
        Some((_, term)) => format!("có phải “{term}”?"),
        None if terms.is_empty() => String::new(),
        None => {
            let all: Vec<&str> = terms.iter().map(|(_, term)| *term).collect();
            format!("hãy chọn một trong: {}", all.join(", "))
        }
    }
}

impl Fault {
    pub(super) fn new(here: &Here<'_>, what: What) -> Fault {
        Fault { path: here.into(), what }
    }

    pub(super) fn tell(self, titles: &Titles<'_>, problems: &mut Problems) {
        let title = titles.of(&self.path);
        let help = title.as_ref().map(|title| title.help);
        let (code, said) = match self.what {
            What::Unknown { name, known } => {
                let titled = |other: &str| Some(titles.of(&self.path.beside(other))?.name.to_owned());
                ("shape.unknown_field", unknown(&name, &known, titled))
            }
            What::Missing(name) => {
                let group = titles.object(&self.path).and_then(|object| object.open());
                let rest = match (group, help.map(|help| (help, example(help)))) {
                    (Some(group), Some((_, Some(example)))) => {
                        said!("hãy ghi {group}, {example}", "write {group}, {example}"; example)
                    }
                    (Some(group), _) => said!("hãy ghi {group}", "write {group}"),
                    (None, Some((_, Some(example)))) => {
                        said!("hãy ghi, {example}", "write it, {example}"; example)
                    }
                    (None, Some((help, None))) if !help.is_empty() => {
                        // Help is for offices.
                        Said {
                            vietnamese: format!("hãy ghi: {}", sentence(help)), ..Said::alike("write it")
                        }
                    }
                    _ => said!("hãy ghi mục này", "write it"),
                };
                let said = said!(
                    "thiếu mục bắt buộc “{name}”; {rest}",
                    "required field “{name}” is missing; {rest}",
                    "chưa ghi"; rest
                );
                ("shape.missing_field", said)
            }
            What::NoSuch(reason) => ("shape.no_such_value", reason),
            What::Range { least, most, found } => {
                // The most that a figure of 32 bits holds says nothing to who wrote less than nothing.
                let is_below = found.as_f64().is_some_and(|found| found < 0.0);
                let most = most.filter(|most| !(is_below && *most == u32::MAX.to_string()));
                let (range, found) = (range(least, most), shown(&found));
                (
                    "shape.out_of_range",
                    said!("{range}; hiện là {found}", "{range}; found {found}"; range, found),
                )
            }
            What::Length { least, most, found } => {
                let bounds = range(least.map(|it| it.to_string()), most.map(|it| it.to_string()));
                let said = said!(
                    "danh sách có {found} mục, mà số mục {bounds}",
                    "the number of items {bounds}; found {found}"; bounds
                );
                ("shape.length", said)
            }
            What::Other(expected) => expected.told(help, &titles.choices(&self.path)),
        };
        problems.shape(code, self.path, said);
    }
}

/// A line of help inside of a sentence.
fn sentence(help: &str) -> String {
    let mut letters = help.trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

fn range(least: Option<String>, most: Option<String>) -> Said {
    match (least, most) {
        (Some(least), Some(most)) => said!("phải từ {least} đến {most}", "must be from {least} to {most}"),
        (Some(least), None) => said!("phải từ {least} trở lên", "must be {least} or more"),
        (None, Some(most)) => said!("nhiều nhất là {most}", "must be {most} or less"),
        (None, None) => said!("ngoài khoảng cho phép", "is outside of what is allowed"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::faults;

    #[test]
    fn lengths_ranges_and_times_are_told_in_both_languages() {
        let time = crate::text::forms::TIME.pattern;
        let length = |least: Option<u64>, most: Option<u64>| json!({"minItems": least, "maxItems": most});
        for (schema, value, code, vietnamese, english) in [
            (
                length(Some(2), None),
                json!([1]),
                "shape.length",
                "danh sách có 1 mục, mà số mục phải từ 2 trở lên",
                "the number of items must be 2 or more; found 1",
            ),
            (
                length(None, Some(1)),
                json!([1, 2]),
                "shape.length",
                "danh sách có 2 mục, mà số mục nhiều nhất là 1",
                "the number of items must be 1 or less; found 2",
            ),
            (
                length(Some(2), Some(3)),
                json!([]),
                "shape.length",
                "danh sách có 0 mục, mà số mục phải từ 2 đến 3",
                "the number of items must be from 2 to 3; found 0",
            ),
            (
                json!({"type": "integer", "minimum": 1}),
                json!(0),
                "shape.out_of_range",
                "phải từ 1 trở lên; hiện là 0",
                "must be 1 or more; found 0",
            ),
            (
                json!({"type": "string", "pattern": time}),
                json!("24h00"),
                "shape.no_such_value",
                "không có giờ 24h00",
                "24h00 is no time of a day; write one from 00h00 to 23h59",
            ),
            (
                json!({"type": ["string", "boolean"]}),
                Value::Null,
                "shape.wrong_type",
                "phải là chữ trong dấu “…” hoặc true hay false; hiện là trống (null)",
                "must be a string or true or false; found null",
            ),
        ] {
            let [told] = &faults(&schema, "own", &value)[..] else { panic!("{schema}") };
            assert_eq!(
                (told.code, told.message.as_str(), told.in_english()),
                (code, vietnamese, Some(english))
            );
        }
    }
}
