//! A record's JSON as people write it, for who goes on writing.

use serde_json::Value;

use crate::parts;
use crate::schema::alternatives;

/// Puts a text in the place of each group of fields that it says, as the schema `root` lets it.
pub(super) fn as_written(root: &Value, fields: &mut Value) {
    walk(root, &alternatives(root, root), fields);
}

fn walk(root: &Value, schemas: &[&Value], value: &mut Value) {
    match value {
        Value::Object(_) => {
            let mut forms = schemas.iter().filter_map(|schema| schema.get("pattern")?.as_str());
            if let Some(text) = forms.find_map(|pattern| parts::as_written(pattern, value)) {
                *value = text;
                return;
            }
            for (name, field) in value.as_object_mut().into_iter().flatten() {
                let own = schemas.iter().filter_map(|schema| schema.get("properties")?.get(name));
                let own: Vec<&Value> = own.flat_map(|schema| alternatives(root, schema)).collect();
                walk(root, &own, field);
            }
        }
        Value::Array(items) => {
            let each = schemas.iter().filter_map(|schema| schema.get("items"));
            let each: Vec<&Value> = each.flat_map(|schema| alternatives(root, schema)).collect();
            items.iter_mut().for_each(|item| walk(root, &each, item));
        }
        _ => {}
    }
}
