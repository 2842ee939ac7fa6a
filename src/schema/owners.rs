//! Which part of a record a field belongs to.

use serde_json::Value;

use crate::path::PathStep;

/// The parts, by the names that a schema gives them, that have the field at a path; the record itself is `""`.
pub(crate) fn owners<'a>(root: &'a Value, steps: &[PathStep]) -> Vec<&'a str> {
    fields(root, steps).into_iter().map(|(owner, _)| owner).collect()
}

/// As [`owners`], each with what it says of the field.
pub(super) fn fields<'a>(root: &'a Value, steps: &[PathStep]) -> Vec<(&'a str, &'a Value)> {
    let mut here = Vec::new();
    named(root, root, "", &mut here);
    let mut owners = Vec::new();
    for step in steps {
        let mut next = Vec::new();
        if matches!(step, PathStep::Field(_)) {
            owners.clear();
        }
        for &(owner, schema) in &here {
            let inner = match step {
                PathStep::Field(name) => schema.get("properties").and_then(|all| all.get(name.as_ref())),
                PathStep::Index(_) => schema.get("items"),
            };
            let Some(inner) = inner else { continue };
            if matches!(step, PathStep::Field(_)) {
                owners.push((owner, inner));
            }
            named(root, inner, owner, &mut next);
        }
        here = next;
    }
    owners
}

/// A schema, what it refers to and its choices, each with the part that it is of.
pub(crate) fn owned<'a>(root: &'a Value, schema: &'a Value) -> Vec<(&'a str, &'a Value)> {
    let mut found = Vec::new();
    named(root, schema, "", &mut found);
    found
}

/// A schema, what it refers to and its choices, each with the part that it is of.
fn named<'a>(root: &'a Value, schema: &'a Value, owner: &'a str, found: &mut Vec<(&'a str, &'a Value)>) {
    if found.iter().any(|(_, known)| std::ptr::eq(*known, schema)) {
        return;
    }
    found.push((owner, schema));
    if let Some(pointer) = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix('#'))
        && let Some(target) = root.pointer(pointer)
    {
        let owner = pointer.rsplit('/').next().unwrap_or_default();
        named(root, target, owner, found);
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for part in schema.get(choice).and_then(Value::as_array).into_iter().flatten() {
            named(root, part, owner, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::path::Path;

    #[test]
    fn a_field_belongs_to_the_part_that_names_it() {
        let schema = json!({
            "properties": {"place": {}, "items": {"type": "array", "items": {"$ref": "#/$defs/Item"}}},
            "$defs": {"Item": {"oneOf": [{"properties": {"text": {}}}, {"properties": {"items": {"items": {"$ref": "#/$defs/Item"}}}}]}},
        });
        let of = |path: &str| owners(&schema, Path::from(path).steps());
        assert_eq!(of("place"), [""]);
        assert_eq!(of("items[0].text"), ["Item"]);
        assert_eq!(of("items[0].items[2].text"), ["Item"]);
        assert!(of("items[0].place").is_empty());
    }
}
