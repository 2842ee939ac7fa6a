//! Values that a record may spell as people do, `"05/6/2026"`, beside their fields. They are written as
//! fields; for who goes on writing, as people do.

use std::fmt;
use std::marker::PhantomData;

use schemars::Schema;
use serde::Serialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde_json::{Value, json};

use super::given::BY_HAND;
use super::{AgendaItem, Clause, ClockTime, PaperDate, Person};
use crate::text::forms::{self, Form, Is};

/// A value that may be spelt.
pub(super) trait Spelt: Sized {
    /// How.
    const FORM: &'static Form;

    /// The value that a text of the form spells.
    fn spelt(text: &str) -> Option<Self>;

    /// The text that people write of it, where one says all of it.
    fn said(&self) -> Option<String>;

    /// Reads its fields.
    fn fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a value, spelt or by its fields.
pub(super) fn read<'de, D: Deserializer<'de>, T: Spelt>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Either(PhantomData))
}

struct Either<T>(PhantomData<T>);

impl<'de, T: Spelt> Visitor<'de> for Either<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::FORM.called)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        match (T::FORM.is)(text) {
            Is::NoSuch(reason) => Err(E::custom(reason.vietnamese)),
            Is::It | Is::Other => {
                T::spelt(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::fields(MapAccessDeserializer::new(map))
    }
}

/// The text that says these fields of a place with the form of this pattern; none where reading it would not give the
/// very same fields.
pub(crate) fn as_written(pattern: &str, fields: &Value) -> Option<Value> {
    fn of<T: Spelt + Serialize>(fields: &Value) -> Option<Value> {
        let text = T::fields(fields).ok()?.said()?;
        let read = T::spelt(&text).filter(|_| (T::FORM.is)(&text) == Is::It)?;
        (serde_json::to_value(read).ok()? == *fields).then(|| text.into())
    }
    let is = |form: &Form| form.pattern == pattern;
    match () {
        () if is(PaperDate::FORM) => of::<PaperDate>(fields),
        () if is(ClockTime::FORM) => of::<ClockTime>(fields),
        () if is(Person::FORM) => of::<Person>(fields),
        () if is(AgendaItem::FORM) => of::<AgendaItem>(fields),
        () if is(Clause::FORM) => of::<Clause>(fields),
        () => None,
    }
}

/// serde's functions of a struct that may be spelt. It derives them with `remote = "Self"`: those read and
/// write its fields.
macro_rules! spelt {
    ($name:ident, $form:ident, $spelt:expr, $said:expr) => {
        impl crate::parts::spelt::Spelt for $name {
            const FORM: &'static crate::text::forms::Form = &crate::text::forms::$form;

            fn spelt(text: &str) -> Option<$name> {
                $spelt(text)
            }

            fn said(&self) -> Option<String> {
                $said(self)
            }

            fn fields<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                $name::deserialize(deserializer)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $name::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                crate::parts::spelt::read(deserializer)
            }
        }
    };
}

/// The schema of a date: its fields, or the date as people write it.
pub(super) fn date(schema: &mut Schema) {
    or_text(schema, &forms::DATE);
}

/// The schema of a time, likewise.
pub(super) fn time(schema: &mut Schema) {
    or_text(schema, &forms::TIME);
}

/// The schema of a person: its fields, or the text that says them.
pub(super) fn person(schema: &mut Schema) {
    or_text(schema, &forms::PERSON);
    // Of all texts, this one leaves the name for the pen.
    if let Some(text) = schema.get_mut("anyOf").and_then(|choices| choices.get_mut(1)?.as_object_mut()) {
        text.insert("examples".to_owned(), json!([BY_HAND]));
    }
}

/// The schema of what a meeting deals with: its fields, or its content alone.
pub(super) fn item(schema: &mut Schema) {
    or_text(schema, &forms::ITEM);
}

/// The schema of a clause: its fields, or its text alone.
pub(super) fn clause(schema: &mut Schema) {
    or_text(schema, &forms::CLAUSE);
}

fn or_text(schema: &mut Schema, form: &Form) {
    let own = std::mem::take(schema.ensure_object());
    let (outer, fields): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|(word, _)| matches!(word.as_str(), "title" | "description"));
    schema.ensure_object().extend(outer);
    let fields: serde_json::Map<String, Value> = fields.into_iter().collect();
    schema.insert("anyOf".to_owned(), json!([fields, {"type": "string", "pattern": form.pattern}]));
}

/// The schema of a capacity: its words, or the mark that papers print.
pub(super) fn capacity(schema: &mut Schema) {
    if let Some(choices) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        choices.push(json!({"type": "string", "enum": ["T/M", "K/T", "T/L", "Q."]}));
    }
}
