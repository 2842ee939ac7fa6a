//! Whether lists and groups of fields stand where a schema has them. Serde reads a struct from a list of its fields'
//! values, too, and a plain word from a group with that word alone: no schema says so.

use serde_json::Value;

use super::{alternatives, is_of_type};

/// Whether all lists and groups of a value stand where the schema `root` allows one.
pub(crate) fn in_place(root: &Value, value: &Value) -> bool {
    stands(root, value, &alternatives(root, root))
}

fn stands<'a>(root: &'a Value, value: &Value, schemas: &[&'a Value]) -> bool {
    let name = match value {
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        _ => return true,
    };
    let mut says = schemas.iter().filter(|schema| schema.get("type").is_some()).peekable();
    if says.peek().is_some() && !says.any(|schema| is_of_type(schema, name)) {
        return false;
    }
    match value {
        Value::Array(items) => {
            let each = all(root, schemas.iter().filter_map(|schema| schema.get("items")));
            items.iter().all(|item| stands(root, item, &each))
        }
        Value::Object(fields) => fields.iter().all(|(name, field)| {
            let named = schemas.iter().filter_map(|schema| schema.get("properties")?.get(name));
            stands(root, field, &all(root, named))
        }),
        _ => true,
    }
}

fn all<'a>(root: &'a Value, schemas: impl Iterator<Item = &'a Value>) -> Vec<&'a Value> {
    schemas.flat_map(|schema| alternatives(root, schema)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::in_place;

    #[test]
    fn a_list_is_no_group_of_fields() {
        let root = json!({
            "type": "object",
            "properties": {
                "who": {"$ref": "#/$defs/Person"},
                "rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
                "kind": {"enum": ["a", "b"], "type": "string"},
                "any": true,
            },
            "$defs": {"Person": {"anyOf": [{"type": "object", "properties": {"name": {"type": "string"}}}, {"type": "string"}]}},
        });
        for good in [
            json!({"who": {"name": "An"}, "rows": [["1"], []], "kind": "a", "any": [{}]}),
            json!({"who": "An"}),
            json!({"unknown": [1, {"a": []}]}),
        ] {
            assert!(in_place(&root, &good), "{good}");
        }
        for bad in
            [json!([]), json!({"who": ["An"]}), json!({"kind": {"a": null}}), json!({"rows": {"0": []}})]
        {
            assert!(!in_place(&root, &bad), "{bad}");
        }
    }
}
