//! How a record's JSON is read: its envelope, `"kind"` and `"format"`, and what it may say in more than one
//! way: an absent value, a whole number. One rule for every kind, by its JSON Schema.
//!
//! Where a field is optional, `null` and a text without anything to print are as good as leaving it out;
//! where it is required, and in a list, nothing stands for its value. `5.0` is the number 5.

use serde_json::{Map, Number, Value};

use super::kind::FORMAT;
use super::record::TypedRecord;
use super::{AnyRecord, Kind};
use crate::error::{Error, Result};
use crate::parts::place_in_part;
use crate::rules::texts::{OPEN, OPEN_ELEMENT};
use crate::schema::{alternatives, is_of_type};
use crate::text::is_blank;

/// Reads a record's JSON.
pub(crate) fn parse(json: &str) -> Result<Value> {
    // A byte order mark, as Vietnamese editors on Windows write it, is no part of the JSON.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|e| shape(".", e))
}

/// As [`parse`], from bytes.
pub(super) fn parse_slice(json: &[u8]) -> Result<Value> {
    parse(std::str::from_utf8(json).map_err(|e| shape(".", e))?)
}

/// Reads a record of one of `kinds`, which it names.
pub(crate) fn read_any<'a>(
    mut json: Value,
    kinds: impl IntoIterator<Item = &'a Kind, IntoIter: Clone>,
) -> Result<AnyRecord> {
    let kinds = kinds.into_iter();
    let names = || kinds.clone().map(|kind| format!("`{}`", kind.name())).collect::<Vec<_>>().join(", ");
    let name = match fields(&mut json)?.shift_remove("kind") {
        Some(Value::String(name)) => name,
        Some(_) => return Err(shape("kind", "the name of a kind is a string")),
        None => return Err(shape(".", format!("missing field `kind`, one of {}", names()))),
    };
    match kinds.clone().find(|kind| kind.name() == name) {
        Some(kind) => kind.read(json),
        None => Err(shape("kind", format!("unknown kind `{name}`, expected one of {}", names()))),
    }
}

/// Reads a record whose type is known, so that its JSON need not name its kind.
pub(super) fn read<R: TypedRecord>(mut json: Value) -> Result<R> {
    let kind = R::typed_kind();
    match fields(&mut json)?.shift_remove("kind") {
        Some(Value::String(name)) if name != kind.name() => {
            return Err(shape("kind", format!("found `{name}`, expected `{}`", kind.name())));
        }
        Some(Value::String(_)) | None => {}
        Some(_) => return Err(shape("kind", "the name of a kind is a string")),
    }
    match fields(&mut json)?.shift_remove("format") {
        Some(Value::Number(format)) if format.as_f64() == Some(FORMAT as f64) => {}
        Some(format) => {
            return Err(shape("format", format!("format {format} is unknown, expected {FORMAT}")));
        }
        None => {}
    }
    settle(&mut json, || kind.schema())?;
    let names: Vec<String> = fields(&mut json)?.keys().cloned().collect();
    R::from_fields(json).map_err(|error| unknown_field(&names, &kind.schema()).unwrap_or(error))
}

/// Deserialises a struct, with the place where that stops.
pub(super) fn typed<R>(
    fields: Value,
    read: impl FnOnce(
        serde_path_to_error::Deserializer<'_, '_, Value>,
    ) -> std::result::Result<R, serde_json::Error>,
) -> Result<R> {
    let mut track = serde_path_to_error::Track::new();
    read(serde_path_to_error::Deserializer::new(fields, &mut track)).map_err(|error| {
        let (path, error) = (track.path().to_string(), error.to_string());
        if let Some((path, reason)) = place_in_part(&error) {
            return shape(path, reason);
        }
        shape(&path, &error)
    })
}

/// A key of a record that its kind does not have. serde tells no place of one beside flattened parts, and
/// only where nothing is missing.
fn unknown_field(names: &[String], schema: &Value) -> Option<Error> {
    let known = |name: &&String| schema.get("properties").is_some_and(|all| all.get(name.as_str()).is_some());
    let unknown = names.iter().find(|name| !known(name))?;
    Some(shape(unknown, format!("unknown field `{unknown}`")))
}

/// A record's fields with `"kind"` and `"format"` before them.
pub(crate) fn enveloped(kind: &Kind, fields: Value) -> Value {
    let mut object = Map::new();
    object.insert("kind".into(), kind.name().into());
    object.insert("format".into(), FORMAT.into());
    if let Value::Object(fields) = fields {
        object.extend(fields);
    }
    Value::Object(object)
}

fn fields(json: &mut Value) -> Result<&mut Map<String, Value>> {
    json.as_object_mut().ok_or_else(|| shape(".", "a record is a JSON object"))
}

fn shape(path: &str, reason: impl ToString) -> Error {
    Error::shape(path, reason.to_string())
}

/// Brings a record's JSON to the one form that it is deserialised from.
fn settle(fields: &mut Value, schema: impl FnOnce() -> Value) -> Result<()> {
    // Most records have nothing to settle, and a schema takes longer than they do.
    if is_settled(fields) {
        return Ok(());
    }
    let root = schema();
    Reader { root: &root, path: String::new() }.value(fields, &alternatives(&root, &root))
}

/// Takes what is blank out of a record's JSON as it was written from Rust, where it may be left out; tells
/// whether there was any. A required blank stays: the rules find it.
pub(crate) fn drop_blanks(fields: &mut Value, schema: impl FnOnce() -> Value) -> bool {
    if !has_blank(fields, 0) {
        return false;
    }
    let root = schema();
    let mut settled = fields.clone();
    let reader = &mut Reader { root: &root, path: String::new() };
    if reader.value(&mut settled, &alternatives(&root, &root)).is_err() || settled == *fields {
        return false;
    }
    *fields = settled;
    true
}

fn is_settled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !is_blank(text),
        Value::Number(number) => whole(number).is_none(),
        Value::Bool(_) => true,
        Value::Array(items) => items.iter().all(is_settled),
        Value::Object(fields) => fields.values().all(is_settled),
    }
}

/// Whether a blank text stands anywhere but in a cell of a table, a list in a list.
fn has_blank(value: &Value, lists: usize) -> bool {
    match value {
        Value::String(text) => lists < 2 && is_blank(text),
        Value::Array(items) => items.iter().any(|item| has_blank(item, lists + 1)),
        Value::Object(fields) => fields.values().any(|field| has_blank(field, 0)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

struct Reader<'a> {
    root: &'a Value,
    /// Where it is, as `sections[0].heading`.
    path: String,
}

impl<'a> Reader<'a> {
    fn value(&mut self, value: &mut Value, schemas: &[&'a Value]) -> Result<()> {
        match value {
            Value::Object(fields) => self.fields(fields, schemas),
            Value::Array(items) => {
                let each = self.all(schemas.iter().filter_map(|schema| schema.get("items")));
                let length = self.path.len();
                for (index, item) in items.iter_mut().enumerate() {
                    self.path.push_str(&format!("[{index}]"));
                    let may_be = |schema: &&Value| keeps(schema, item) || takes(schema, item);
                    if is_open(item) && !each.is_empty() && !each.iter().any(may_be) {
                        return Err(Error::shape(self.path.as_str(), OPEN_ELEMENT));
                    }
                    self.value(item, &each)?;
                    self.path.truncate(length);
                }
                Ok(())
            }
            Value::Number(number) => {
                let allows = |name: &str| schemas.iter().any(|schema| is_of_type(schema, name));
                if allows("integer")
                    && !allows("number")
                    && let Some(whole) = whole(number)
                {
                    *number = whole;
                }
                Ok(())
            }
            Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        }
    }

    fn fields(&mut self, fields: &mut Map<String, Value>, schemas: &[&'a Value]) -> Result<()> {
        let length = self.path.len();
        let mut left_out = Vec::new();
        for (name, value) in fields.iter_mut() {
            let named =
                |schema: &&&'a Value| schema.get("properties").is_some_and(|all| all.get(name).is_some());
            let owners: Vec<&'a Value> = schemas.iter().filter(named).copied().collect();
            let own = owners.iter().filter_map(|schema| schema.get("properties")?.get(name));
            let others = schemas.iter().filter_map(|schema| schema.get("additionalProperties"));
            let field = if owners.is_empty() { self.all(others) } else { self.all(own) };
            if !self.path.is_empty() {
                self.path.push('.');
            }
            self.path.push_str(name);
            if !owners.is_empty() && is_open(value) && !field.iter().any(|schema| keeps(schema, value)) {
                if owners.iter().all(|schema| !requires(schema, name)) {
                    left_out.push(name.clone());
                } else if !field.iter().any(|schema| takes(schema, value)) {
                    return Err(Error::shape(self.path.as_str(), OPEN));
                }
            } else {
                self.value(value, &field)?;
            }
            self.path.truncate(length);
        }
        for name in left_out {
            fields.shift_remove(&name);
        }
        Ok(())
    }

    fn all(&self, schemas: impl Iterator<Item = &'a Value>) -> Vec<&'a Value> {
        schemas.flat_map(|schema| alternatives(self.root, schema)).collect()
    }
}

/// Whether nothing is said.
fn is_open(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => is_blank(text),
        _ => false,
    }
}

/// Whether a schema means this very value: it names it, or it describes no type and takes anything.
fn keeps(schema: &Value, value: &Value) -> bool {
    match schema {
        Value::Bool(allowed) => *allowed,
        Value::Object(words) => {
            let said = ["type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "properties", "items"];
            !said.iter().any(|word| words.contains_key(*word))
                || words.get("const").is_some_and(|only| only == value)
                || words.get("enum").and_then(Value::as_array).is_some_and(|all| all.contains(value))
        }
        _ => false,
    }
}

/// Whether a schema has a type that the value is of: `null`, or a text that is not one of few.
fn takes(schema: &Value, value: &Value) -> bool {
    let few = schema.get("const").is_some() || schema.get("enum").is_some();
    is_of_type(schema, if value.is_null() { "null" } else { "string" }) && !few
}

fn requires(schema: &Value, name: &str) -> bool {
    let names = schema.get("required").and_then(Value::as_array);
    names.is_some_and(|names| names.iter().any(|required| required == name))
}

/// The whole number that a float stands for, as far as floats tell neighbours apart.
#[allow(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
fn whole(number: &Number) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let float = number.as_f64().filter(|_| number.is_f64())?;
    (float.fract() == 0.0 && float.abs() < EXACT).then(|| Number::from(float as i64))
}
