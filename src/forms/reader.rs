//! Values of `form.toml`, each with the place where what is wrong with it stands.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::near;

/// A value where it stands.
pub(super) type At<'a> = Spanned<DeValue<'a>>;
/// A name where it stands.
pub(super) type Key<'a> = Spanned<Cow<'a, str>>;

/// Reads values; what is wrong, with the byte where it stands.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) wrong: Vec<(usize, String)>,
}

impl Reader {
    pub(super) fn refuse(&mut self, at: usize, reason: impl Into<String>) {
        self.wrong.push((at, reason.into()));
    }

    /// A name that is not known.
    pub(super) fn unknown(&mut self, key: &Key<'_>, known: &[&str]) {
        let name = key.get_ref();
        let meant = match near(name, known.iter().copied()) {
            Some(meant) => format!("có phải “{meant}”?"),
            None => format!("hãy bỏ đi, hoặc ghi một trong: {}", known.join(", ")),
        };
        self.refuse(key.span().start, format!("không có mục “{name}”; {meant}"));
    }

    /// A text that is not blank.
    pub(super) fn text(&mut self, name: &str, value: &At<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            DeValue::String(_) => None,
            _ => {
                self.refuse(
                    value.span().start,
                    format!("{name}: hãy ghi chữ trong dấu nháy kép: {name} = \"…\""),
                );
                None
            }
        }
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&mut self, name: &str, value: &At<'_>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|item| self.text(name, item)).collect(),
            _ => self.text(name, value).into_iter().collect(),
        }
    }

    pub(super) fn flag(&mut self, name: &str, value: &At<'_>) -> Option<bool> {
        match value.get_ref() {
            DeValue::Boolean(yes) => Some(*yes),
            _ => {
                self.refuse(value.span().start, format!("{name}: hãy ghi true (có) hoặc false (không)"));
                None
            }
        }
    }

    /// A number between two others.
    pub(super) fn number(&mut self, name: &str, value: &At<'_>, (least, most): (f64, f64)) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(whole) => whole.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        let found = number.filter(|number: &f64| (least..=most).contains(number));
        if found.is_none() {
            let hint = format!("hãy ghi một số từ {least} đến {most}");
            let reason = match number {
                Some(number) => format!("{name}: {number} không được; {hint}"),
                None => format!("{name}: {hint}"),
            };
            self.refuse(value.span().start, reason.replace('.', ","));
        }
        found
    }

    /// One of some words.
    pub(super) fn among<T: Copy>(&mut self, name: &str, value: &At<'_>, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(name, value)?;
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, it)| *it);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let meant = match near(&text, words.iter().copied()) {
                Some(meant) => format!("có phải “{meant}”?"),
                None => format!("hãy ghi một trong: {}", words.join(", ")),
            };
            self.refuse(value.span().start, format!("{name}: không có “{text}”; {meant}"));
        }
        found
    }

    /// The names of a table and their values, in the order in which they stand.
    pub(super) fn table<'t, 'a>(&mut self, name: &str, value: &'t At<'a>) -> Vec<(&'t Key<'a>, &'t At<'a>)> {
        match value.get_ref() {
            DeValue::Table(table) => in_order(table),
            _ => {
                self.refuse(
                    value.span().start,
                    format!("{name}: hãy ghi các mục trong {{ }}, hoặc mỗi mục một dòng dưới [{name}]"),
                );
                Vec::new()
            }
        }
    }

    /// A value as JSON has it.
    pub(super) fn json(&mut self, value: &At<'_>) -> Value {
        match value.get_ref() {
            DeValue::String(text) => Value::from(text.as_ref()),
            DeValue::Boolean(yes) => Value::Bool(*yes),
            DeValue::Datetime(day) => Value::from(day.to_string()),
            DeValue::Array(list) => list.iter().map(|item| self.json(item)).collect(),
            DeValue::Table(table) => {
                let fields = in_order(table);
                let fields = fields.iter().map(|(key, value)| (key.get_ref().to_string(), self.json(value)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            DeValue::Integer(whole) => match whole.as_str().parse::<i64>() {
                Ok(number) if whole.radix() == 10 => number.into(),
                _ => self.too_large(value),
            },
            DeValue::Float(float) => match float.as_str().parse().ok().and_then(Number::from_f64) {
                Some(number) => Value::Number(number),
                None => self.too_large(value),
            },
        }
    }

    fn too_large(&mut self, value: &At<'_>) -> Value {
        self.refuse(value.span().start, "không đọc được số này; hãy ghi lại");
        Value::Null
    }
}

/// The entries of a table, as they stand in the file.
pub(super) fn in_order<'t, 'a>(table: &'t DeTable<'a>) -> Vec<(&'t Key<'a>, &'t At<'a>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}
