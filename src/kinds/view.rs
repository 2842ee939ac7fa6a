//! What a template sees beside a record's own fields.

use serde_json::{Value, json};

/// The field of a template's context that holds a record's [`view`](super::Record::view).
pub(crate) const VIEW: &str = "view";

/// The schema of what a kind's template sees: the record's, and its view's as a field.
pub(crate) fn with_view(mut record: Value, view: Option<Value>) -> Value {
    if let (Some(mut view), true) = (view, record.is_object()) {
        // Its definitions move with it, so that they never meet the record's of the same name.
        move_references(&mut view);
        record["$defs"][VIEW] = view;
        record["properties"][VIEW] = json!({"$ref": "#/$defs/view"});
    }
    record
}

fn move_references(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(to) if key == "$ref" => *to = to.replacen('#', "#/$defs/view", 1),
                    value => move_references(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(move_references),
        _ => {}
    }
}
