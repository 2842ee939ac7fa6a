//! A JSON Schema, as far as a reader of records needs it.

use serde_json::Value;

/// What a schema allows, its references followed: the schema itself, what it refers to, and each choice
/// that it gives.
pub(crate) fn alternatives<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let mut found = Vec::new();
    follow(root, schema, 0, &mut found);
    found
}

fn follow<'a>(root: &'a Value, schema: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
    // A reference that leads to itself ends.
    if depth > 16 {
        return;
    }
    found.push(schema);
    let reference = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
    if let Some(target) = reference.and_then(|pointer| root.pointer(pointer)) {
        follow(root, target, depth + 1, found);
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for part in schema.get(choice).and_then(Value::as_array).into_iter().flatten() {
            follow(root, part, depth + 1, found);
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
