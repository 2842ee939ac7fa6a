//! What somebody may have meant who wrote another field, or another value, than the schema has.

use serde_json::{Map, Value};

use super::fault::Expected;
use crate::text::forms::{DATE, FIGURE};
use crate::text::{Said, in_words, near, said, slug};

/// A group of fields, as far as a sentence shows one.
#[derive(Debug, Clone)]
pub(super) struct Object {
    /// The fields that it must have.
    required: Vec<String>,
    /// Whether one of its fields is a name, which stands for the whole as people write it.
    named: bool,
}

impl Object {
    /// What a schema says of one; none where it describes something else.
    pub(super) fn of(words: &Map<String, Value>) -> Option<Object> {
        let fields = words.get("properties")?.as_object()?;
        let required = words.get("required").and_then(Value::as_array);
        let required = required.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        Some(Object { required, named: fields.contains_key("name") })
    }

    /// The group without anything in it: `{"name": …}`.
    pub(super) fn open(&self) -> Option<String> {
        let name = self.required.is_empty().then_some("name").filter(|_| self.named);
        let names: Vec<String> = self
            .required
            .iter()
            .map(String::as_str)
            .chain(name)
            .map(|field| format!("\"{field}\": …"))
            .collect();
        (!names.is_empty()).then(|| format!("{{{}}}", names.join(", ")))
    }

    /// The group with a text as its name: `{"capacity": …, "name": "Nguyễn Văn An"}`.
    fn with(&self, text: &str) -> Option<String> {
        const NAME: &str = "name";
        let others =
            self.required.iter().filter(|field| *field != NAME).map(|field| format!("\"{field}\": …"));
        let name = self.named.then(|| format!("\"{NAME}\": {}", Value::from(text)));
        let fields: Vec<String> = others.chain(name).collect();
        (!fields.is_empty()).then(|| format!("{{{}}}", fields.join(", ")))
    }
}

/// What is told of a field that the record has not: the one that was meant, else some of those that there are; `titled`
/// gives a field's term, which developers need not.
pub(crate) fn unknown(name: &str, known: &[String], titled: impl Fn(&str) -> Option<String>) -> Said {
    const MOST: usize = 12;
    let told = |field: &str| match titled(field) {
        // A caller's field may have the term for its name.
        Some(term) if field.replace('_', " ").to_lowercase() != term => format!("{field} ({term})"),
        _ => field.to_owned(),
    };
    if let Some(field) = field_meant(name, known, &titled) {
        let term = titled(field);
        let asked = term.as_ref().map(|term| format!("có phải mục “{term}”?")).unwrap_or_default();
        let meant = Said { in_form: asked, ..Said::alike("") };
        let term = term.map(|term| format!(" ({term})")).unwrap_or_default();
        let said = said!(
            "không có mục “{name}”; có phải “{field}”{term}?",
            "there is no field “{name}”; did you mean “{field}”?",
            "không có mục này"
        );
        return said.and(meant);
    }
    let first = known.iter().take(MOST);
    let mut some: Vec<Said> =
        first.map(|field| Said { vietnamese: told(field), ..Said::alike(field.clone()) }).collect();
    if known.len() > MOST {
        let more = known.len() - MOST;
        some.push(said!("… ({more} mục nữa)", "… ({more} more)"));
    }
    let some = Said::joined(&some);
    said!(
        "không có mục “{name}”; hãy bỏ đi hoặc ghi một trong: {some}",
        "there is no field “{name}”; remove it or write one of: {some}",
        "không có mục này; hãy bỏ đi"; some
    )
}

/// The field that is misspelt, or named by its Vietnamese term with or without marks: `noi_nhan`, `Nơi nhận`.
fn field_meant<'a>(
    name: &str,
    known: &'a [String],
    titled: &impl Fn(&str) -> Option<String>,
) -> Option<&'a str> {
    let plain = slug(&name.replace('_', " "));
    let terms: Vec<(&str, String)> =
        known.iter().filter_map(|field| Some((field.as_str(), slug(&titled(field)?)))).collect();
    let of = |wanted: &str| terms.iter().find(|(_, term)| term == wanted).map(|(field, _)| *field);
    let begins = || {
        let mut longer = terms.iter().filter(|(_, term)| term.starts_with(&format!("{plain}-")));
        // Nobody knows which of several it is.
        longer.next().filter(|_| longer.next().is_none()).map(|(field, _)| *field)
    };
    of(&plain)
        .or_else(|| near(name, known.iter().map(String::as_str)))
        .or_else(|| near(&plain, terms.iter().map(|(_, term)| term.as_str())).and_then(of))
        .or_else(begins)
}

/// What to write instead of a value that is not of its type, where that can be told.
pub(super) fn hint(expected: &Expected) -> Option<Said> {
    let is = |name: &str| expected.types.iter().any(|known| known == name);
    let has = |pattern: &str| expected.forms.iter().any(|form| form.pattern == pattern);
    match &expected.found {
        Value::String(text) => {
            let meant = |value: String| said!("có phải {value}?", "did you mean {value}?");
            let number = is("integer") || is("number") || has(FIGURE.pattern);
            let date = || has(DATE.pattern).then(|| date(text)).flatten().map(|it| meant(format!("“{it}”")));
            // Where a text of some form may stand, that is what was meant.
            let no_text = expected.forms.is_empty();
            let object = || expected.objects.iter().filter(|_| no_text).find_map(|object| object.with(text));
            date()
                .or_else(|| figure(text).filter(|_| number).map(|it| meant(it.to_string())))
                .or_else(|| {
                    let truth = truth(text).filter(|_| is("boolean"))?;
                    let in_form = yes_or_no(truth);
                    Some(said!("có phải {truth}?", "did you mean {truth}?", "có phải “{in_form}”?"))
                })
                .or_else(|| object().map(|it| said!("hãy ghi {it}", "write {it}", "")))
        }
        Value::Number(_) | Value::Bool(_) if is("string") => {
            let found = &expected.found;
            Some(said!("hãy đặt trong dấu nháy kép: \"{found}\"", "put it in double quotes: \"{found}\"", ""))
        }
        Value::Object(_) if is("array") => {
            Some(said!("hãy đặt trong dấu ngoặc vuông: [{{…}}]", "put it in square brackets: [{{…}}]", ""))
        }
        Value::Array(_) if is("object") => Some(said!(
            "hãy ghi một nhóm mục {{…}}, không ghi danh sách",
            "write one object {{…}}, not a list",
            ""
        )),
        _ => None,
    }
}

/// The one number of a text, in figures, `tháng 6`, or in words, `năm`.
fn figure(text: &str) -> Option<u64> {
    const SPELT: u64 = 100;
    let lower = text.trim().to_lowercase();
    let mut runs = lower.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    match (runs.next(), runs.next()) {
        (Some(run), None) => run.parse().ok(),
        (None, _) => (0..=SPELT).find(|&number| in_words(number) == lower),
        _ => None,
    }
}

/// Three numbers, the last of them a year: `ngày 5 tháng 6 năm 2026`, `5.6.2026`.
fn date(text: &str) -> Option<String> {
    let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let [day, month, year] = runs[..] else { return None };
    let written = format!("{day}/{month}/{year}");
    ((DATE.is)(&written) == crate::text::forms::Is::It).then_some(written)
}

/// Yes or no, as people write it.
fn truth(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "có" | "đúng" | "x" | "yes" | "true" => Some(true),
        "không" | "sai" | "no" | "false" => Some(false),
        _ => None,
    }
}

fn yes_or_no(truth: bool) -> &'static str {
    if truth { "có" } else { "không" }
}

/// A value as a sentence shows it.
pub(crate) fn shown(value: &Value) -> Said {
    const MOST: usize = 40;
    match value {
        Value::Null => said!("trống (null)", "null", "trống"),
        Value::String(text) if text.chars().count() > MOST => {
            Said::alike(format!("“{}…”", text.chars().take(MOST).collect::<String>()))
        }
        Value::String(text) => Said::alike(format!("“{text}”")),
        Value::Bool(truth) => {
            Said { in_form: yes_or_no(*truth).to_owned(), ..Said::alike(value.to_string()) }
        }
        Value::Number(number) => {
            let number = number.to_string();
            Said { in_form: number.replace('.', ","), ..Said::alike(number) }
        }
        Value::Array(_) => said!("một danh sách", "a list"),
        Value::Object(_) => said!("một nhóm mục", "an object"),
    }
}
