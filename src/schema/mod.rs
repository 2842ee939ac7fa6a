//! The one reader of JSON Schema: what a schema allows at a place, its references followed; and of JSON itself, and of
//! TOML, which gives the same values.

mod commented;
mod conform;
mod containers;
mod fault;
mod json;
mod lone;
mod meant;
mod nesting;
mod owners;
mod shape;
mod syntax;
mod terms;
mod titles;
mod toml_fault;
mod toml_text;

use serde_json::Value;

pub(crate) use commented::not_utf8;
pub use commented::{file_text, plain_json};
pub(crate) use conform::faults;
pub(crate) use containers::in_place;
pub(crate) use json::{deserialize, read, read_from};
pub(crate) use lone::listed;
pub(crate) use meant::{shown as told_value, unknown as unknown_field};
pub(crate) use nesting::{bounded, written};
pub(crate) use owners::{owned, owners};
pub(crate) use shape::Shape;
pub(crate) use terms::{called, describe, in_form};
pub(crate) use titles::{name_fields, term_at, with_named_fields, with_named_words};
#[cfg(feature = "forms")]
pub(crate) use toml_fault::{place, toml_faults};
#[cfg(feature = "table")]
pub(crate) use toml_fault::{toml_place, toml_reason};
pub(crate) use toml_text::read_toml;

/// What a schema allows: the schema itself, what it refers to, and each choice that it gives.
pub(crate) fn alternatives<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let mut found = Vec::new();
    follow(root, schema, &mut Vec::new(), &mut found);
    found
}

/// `followed` holds the references on the way, so that one that leads to itself ends.
fn follow<'a>(root: &'a Value, schema: &'a Value, followed: &mut Vec<&'a str>, found: &mut Vec<&'a Value>) {
    found.push(schema);
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        if followed.contains(&reference) {
            return;
        }
        followed.push(reference);
        if let Some(target) = reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer)) {
            follow(root, target, followed, found);
        }
        followed.pop();
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for part in schema.get(choice).and_then(Value::as_array).into_iter().flatten() {
            follow(root, part, followed, found);
        }
    }
}

/// Whether a schema names this type, alone or among others.
pub(crate) fn is_of_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(kind)) => kind == name,
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == name),
        _ => false,
    }
}
