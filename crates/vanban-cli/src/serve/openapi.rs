//! `/openapi.json`: the addresses as they stand in `openapi.json`, and the schemas of the kinds.

use axum::body::Bytes;
use serde_json::{Map, Value, json};
use vanban::kinds::built_in;

const ADDRESSES: &str = include_str!("openapi.json");
/// Where a schema of the kinds has the types that it is made of, and where the document has them.
const OWN: &str = "#/$defs/";
const SHARED: &str = "#/components/schemas/";

/// The document, as it is sent.
pub(super) fn document() -> Bytes {
    made().to_string().into()
}

fn made() -> Value {
    let mut document: Value = serde_json::from_str(ADDRESSES).unwrap_or_default();
    document["info"]["version"] = json!(env!("CARGO_PKG_VERSION"));
    let (mut kinds, mut mapping) = (Vec::new(), Map::new());
    let schemas = &mut document["components"]["schemas"];
    for kind in built_in() {
        let mut schema = kind.json_schema();
        share(&mut schema);
        if let Some(own) = schema.as_object_mut() {
            own.remove("$schema");
            // It is told to those who write Rust.
            own.insert("description".to_owned(), json!(kind.term()));
            if let Some(Value::Object(types)) = own.remove("$defs") {
                types.into_iter().for_each(|(name, shared)| schemas[name] = shared);
            }
        }
        let name = schema["title"].as_str().unwrap_or(kind.name()).to_owned();
        let place = format!("{SHARED}{name}");
        kinds.push(json!({ "$ref": &place }));
        mapping.insert(kind.name().to_owned(), json!(place));
        schemas[name] = schema;
    }
    let discriminator = json!({ "propertyName": "kind", "mapping": mapping });
    schemas["AnyRecord"] = json!({ "oneOf": kinds, "discriminator": discriminator });
    document
}

/// Lets a schema name its types where the document has them.
fn share(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(place) if name == "$ref" => *place = place.replacen(OWN, SHARED, 1),
                    other => share(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(share),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is named is there, and what two kinds call by one name is one thing.
    #[test]
    fn every_name_leads_somewhere() {
        let document = made();
        let mut open = vec![&document];
        let mut seen = 0;
        while let Some(value) = open.pop() {
            if let Some(place) = value.get("$ref").and_then(Value::as_str) {
                assert!(document.pointer(&place[1..]).is_some(), "{place}");
                seen += 1;
            }
            open.extend(value.as_object().into_iter().flat_map(Map::values));
            open.extend(value.as_array().into_iter().flatten());
        }
        assert!(seen > 200, "{seen}");
        let mut types = Map::new();
        for kind in built_in() {
            let own = kind.json_schema()["$defs"].as_object().cloned().unwrap_or_default();
            for (name, schema) in own {
                assert_eq!(*types.entry(&name).or_insert(schema.clone()), schema, "{name}");
            }
        }
        let titles = built_in().map(|kind| kind.json_schema()["title"].as_str().unwrap().to_owned());
        titles.for_each(|title| assert!(!types.contains_key(&title), "{title}"));
    }
}
