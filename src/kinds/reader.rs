//! How a record's JSON is read: its envelope, `"kind"` and `"format"`, and what it may say in more than one
//! way: an absent value, a whole number, a list of one text. One rule for every kind, by its JSON Schema.
//!
//! Where a field is optional, `null` and a text without anything to print are as good as leaving it out;
//! where it is required, and in a list, nothing stands for its value. `5.0` is the number 5. A text where a list of
//! texts is meant is a list of one.

use std::collections::BTreeSet;

use serde_json::{Map, Number, Value};

use super::kind::FORMAT;
use super::nearest::unknown;
use super::record::TypedRecord;
use super::{AnyRecord, Kind};
use crate::error::{Error, Problem, Problems, Result};
use crate::parts::place_in_part;
use crate::path::{Here, Path};
use crate::rules::texts::open;
use crate::schema::{self, alternatives, is_of_type};
use crate::text::forms::figure;
use crate::text::{is_blank, said};

/// Reads a record's JSON.
pub(crate) fn parse(json: &str) -> Result<Value> {
    parse_from(json, 1)
}

/// As [`parse`], of a text that begins in this line of its file.
pub(crate) fn parse_from(json: &str, first: usize) -> Result<Value> {
    schema::read_from(json, first).map_err(|error| {
        // A record whose fields stand twice still says which kind it is.
        let value = serde_json::from_str::<Value>(json).ok();
        let name = value.as_ref().and_then(|value| value.get("kind")?.as_str());
        match super::built_in().find(|kind| Some(kind.name()) == name) {
            Some(kind) => kind.with_named_fields(error),
            None => schema::with_named_words(error),
        }
    })
}

/// As [`parse`], from bytes.
pub(super) fn parse_slice(json: &[u8]) -> Result<Value> {
    parse(std::str::from_utf8(json).map_err(|_| schema::not_utf8())?)
}

/// Reads a record of one of `kinds`, which it names.
pub(crate) fn read_any<'a>(
    mut json: Value,
    kinds: impl IntoIterator<Item = &'a Kind, IntoIter: Clone>,
) -> Result<AnyRecord> {
    take_kind(&mut json, kinds)?.read(json)
}

/// Takes the name of the kind off a record, and says which of `kinds` that is.
pub(crate) fn take_kind<'a>(
    json: &mut Value,
    kinds: impl IntoIterator<Item = &'a Kind, IntoIter: Clone>,
) -> Result<&'a Kind> {
    let kinds = kinds.into_iter();
    let names: Vec<&str> = kinds.clone().map(Kind::name).collect();
    let Some(name) = named(json).map_err(schema::with_named_words)? else {
        let names = names.join(", ");
        let sentence = said!(
            "thiếu mục bắt buộc “kind”; hãy ghi một trong các loại: {names}",
            "required field “kind” is missing; write one of the kinds: {names}",
            "chưa chọn loại văn bản"
        );
        return Err(schema::with_named_words(Error::shape("shape.missing_field", "kind", sentence)));
    };
    kinds.clone().find(|kind| kind.name() == name).ok_or_else(|| {
        let sentence = unknown(&name, kinds);
        schema::with_named_words(Error::shape("shape.unknown_value", "kind", sentence))
    })
}

/// Reads a record whose type is known, so that its JSON need not name its kind. What is not of its shape is
/// told at once.
pub(super) fn read<R: TypedRecord>(json: Value) -> Result<R> {
    read_as(json, R::typed_kind(), R::complete, R::from_fields)
}

/// As [`read`], of a record that is made of its settled fields in this way; `complete` fills in what is left open.
pub(super) fn read_as<R>(
    json: Value,
    kind: &Kind,
    complete: impl Fn(&mut Map<String, Value>),
    from_fields: impl Fn(&Value) -> Result<R>,
) -> Result<R> {
    of_kind(json, kind, complete, from_fields).map_err(|error| kind.with_named_fields(error))
}

fn of_kind<R>(
    mut json: Value,
    kind: &Kind,
    complete: impl Fn(&mut Map<String, Value>),
    from_fields: impl Fn(&Value) -> Result<R>,
) -> Result<R> {
    if let Some(name) = named(&mut json)?.filter(|name| name != kind.name()) {
        let wanted = kind.name();
        let sentence = said!(
            "loại văn bản là “{name}”, mà ở đây phải là “{wanted}”",
            "the kind is “{name}”, but must be “{wanted}” here",
            "đây là văn bản của loại khác"
        );
        return Err(Error::shape("shape.unknown_value", "kind", sentence));
    }
    let mut problems = Problems::default();
    match fields(&mut json)?.shift_remove("format") {
        Some(format) if !is_format(&format) => {
            let sentence = said!(
                "không có dạng {format}; phần mềm đọc dạng {FORMAT}",
                "there is no format {format}; write {FORMAT}",
                "bản ghi ở dạng mà phần mềm này không đọc được"
            );
            problems.shape("shape.unknown_value", "format", sentence);
        }
        _ => {}
    }
    complete(fields(&mut json)?);
    settle(&mut json, kind, &mut problems);
    let mut problems = problems.into_vec();
    let mut read = from_fields(&json);
    if read.is_err() && schema::listed(kind.schema(), &mut json) {
        read = from_fields(&json);
    }
    let in_place = schema::in_place(kind.schema(), &json);
    let error = match read {
        Ok(record) if problems.is_empty() && in_place => return Ok(record),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    if error.is_some() || !in_place {
        let faults = schema::faults(kind.schema(), kind.name(), &json);
        let own = error.iter().flat_map(Error::problems).filter(|own| own.code != "shape.refused");
        // What the schema says in the same words, it says in English, too.
        let own: Vec<Problem> = own
            .map(|own| {
                faults.iter().find(|it| (&it.path, &it.message) == (&own.path, &own.message)).unwrap_or(own)
            })
            .cloned()
            .collect();
        let mut told: BTreeSet<Path> = problems.iter().map(|problem| problem.path.clone()).collect();
        problems.extend(own.into_iter().chain(faults).filter(|fault| told.insert(fault.path.clone())));
    }
    match error {
        // A caller's own struct may refuse what its schema allows.
        Some(error) if problems.is_empty() => Err(error),
        _ => Err(Error::Shape(problems)),
    }
}

/// Whether a record is of the one format, as a number or as a text, `"1"`.
fn is_format(format: &Value) -> bool {
    let number = format.as_f64().or_else(|| format.as_str().and_then(figure).map(f64::from));
    number == Some(FORMAT as f64)
}

/// Takes the name of the kind off, where the JSON has one. Nobody has gone down the JSON before.
fn named(json: &mut Value) -> Result<Option<String>> {
    schema::bounded(json)?;
    match fields(json)?.shift_remove("kind") {
        Some(Value::String(name)) => Ok(Some(name)),
        Some(other) => {
            let sentence = said!(
                "tên loại văn bản phải là chữ trong dấu “…”; hiện là {other}",
                "the kind must be a string; found {other}",
                "chưa chọn loại văn bản"
            );
            Err(Error::shape("shape.wrong_type", "kind", sentence))
        }
        None => Ok(None),
    }
}

/// How serde's own sentences begin; what else is said of a value is a part's own sentence, for the office.
const SERDE: [&str; 8] = [
    "invalid type",
    "invalid value",
    "invalid length",
    "unknown field",
    "unknown variant",
    "missing field",
    "duplicate field",
    "data did not match",
];

/// Deserialises a struct, with the place where that stops.
pub(super) fn typed<'a, R>(
    fields: &'a Value,
    read: impl FnOnce(
        serde_path_to_error::Deserializer<'_, '_, &'a Value>,
    ) -> std::result::Result<R, serde_json::Error>,
) -> Result<R> {
    let mut track = serde_path_to_error::Track::new();
    read(serde_path_to_error::Deserializer::new(fields, &mut track)).map_err(|error| {
        let (path, error) = (track.path().to_string(), error.to_string());
        let (path, reason) = place_in_part(&error).unwrap_or((&path, &error));
        if SERDE.iter().any(|begins| reason.starts_with(begins)) {
            return Error::shape(
                "shape.refused",
                path,
                said!("không đọc được: {reason}", "it cannot be read: {reason}", "không ghi được như vậy"),
            );
        }
        Error::unfit("shape.no_such_value", path, reason)
    })
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
    json.as_object_mut().ok_or_else(|| {
        let said = said!(
            "bản ghi phải là một nhóm mục {{…}}",
            "the record must be an object {{…}}",
            "đây không phải là bản ghi của một văn bản"
        );
        Error::shape("shape.wrong_type", ".", said)
    })
}

/// Brings a record's JSON to the one form that it is deserialised from.
fn settle(fields: &mut Value, kind: &Kind, problems: &mut Problems) {
    // Most records have nothing to settle.
    if !is_settled(fields) {
        let root = kind.schema();
        Reader { root, problems }.value(fields, &alternatives(root, root), &Here::Record);
    }
}

/// Takes what is blank out of a record's JSON as it was written from Rust, where it may be left out; tells
/// whether there was any. A required blank stays: the rules find it.
pub(crate) fn drop_blanks(fields: &mut Value, kind: &Kind) -> bool {
    if !has_blank(fields, 0) {
        return false;
    }
    let root = kind.schema();
    let mut settled = fields.clone();
    let mut problems = Problems::default();
    let mut reader = Reader { root, problems: &mut problems };
    reader.value(&mut settled, &alternatives(root, root), &Here::Record);
    if !problems.into_vec().is_empty() || settled == *fields {
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

struct Reader<'a, 'p> {
    root: &'a Value,
    problems: &'p mut Problems,
}

impl<'a> Reader<'a, '_> {
    fn value(&mut self, value: &mut Value, schemas: &[&'a Value], here: &Here<'_>) {
        match value {
            Value::Object(fields) => self.fields(fields, schemas, here),
            Value::Array(items) => {
                let each = self.all(schemas.iter().filter_map(|schema| schema.get("items")));
                for (index, item) in items.iter_mut().enumerate() {
                    let here = Here::Index(here, index);
                    let may_be = |schema: &&Value| keeps(schema, item) || takes(schema, item);
                    if is_open(item) && !each.is_empty() && !each.iter().any(may_be) {
                        open(&here, self.problems);
                    } else {
                        self.value(item, &each, &here);
                    }
                }
            }
            Value::Number(number) => {
                let allows = |name: &str| schemas.iter().any(|schema| is_of_type(schema, name));
                if allows("integer")
                    && !allows("number")
                    && let Some(whole) = whole(number)
                {
                    *number = whole;
                }
            }
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }

    fn fields(&mut self, fields: &mut Map<String, Value>, schemas: &[&'a Value], here: &Here<'_>) {
        let mut left_out = Vec::new();
        for (name, value) in fields.iter_mut() {
            let named =
                |schema: &&&'a Value| schema.get("properties").is_some_and(|all| all.get(name).is_some());
            let owners: Vec<&'a Value> = schemas.iter().filter(named).copied().collect();
            let own = owners.iter().filter_map(|schema| schema.get("properties")?.get(name));
            let others = schemas.iter().filter_map(|schema| schema.get("additionalProperties"));
            let field = if owners.is_empty() { self.all(others) } else { self.all(own) };
            let here = Here::Field(here, name);
            if !owners.is_empty() && is_open(value) && !field.iter().any(|schema| keeps(schema, value)) {
                if owners.iter().all(|schema| !requires(schema, name)) {
                    left_out.push(name.clone());
                } else if !field.iter().any(|schema| takes(schema, value)) {
                    open(&here, self.problems);
                }
            } else {
                self.value(value, &field, &here);
            }
        }
        for name in left_out {
            fields.shift_remove(&name);
        }
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
    let few = ["const", "enum", "pattern"].iter().any(|word| schema.get(word).is_some());
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
