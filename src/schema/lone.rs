//! One text where a list of texts is meant, and a figure as a text where a number is, as people write them.

use serde_json::{Value, to_value};

use super::{alternatives, is_of_type};
use crate::text::Decimal;
use crate::text::forms::{FIGURE, figure};

/// Puts each text that stands alone, where the schema wants a list of texts, into a list, and a number for each
/// figure, `"05"`, `" 8,5 "`, where it wants one; tells whether there was any.
pub(crate) fn listed(root: &Value, value: &mut Value) -> bool {
    walk(root, &alternatives(root, root), value)
}

fn walk(root: &Value, schemas: &[&Value], value: &mut Value) -> bool {
    let inner = |name: &str| {
        let own = schemas.iter().filter_map(|schema| schema.get(name));
        own.flat_map(|schema| alternatives(root, schema)).collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => {
            let mut changed = false;
            for (name, value) in fields {
                let own = schemas.iter().filter_map(|schema| schema.get("properties")?.get(name));
                let own: Vec<&Value> = own.flat_map(|schema| alternatives(root, schema)).collect();
                changed |= walk(root, &own, value);
            }
            changed
        }
        Value::Array(items) => {
            let each = inner("items");
            items.iter_mut().fold(false, |changed, item| walk(root, &each, item) | changed)
        }
        Value::String(text) => {
            let is = |schemas: &[&Value], name: &str| schemas.iter().any(|schema| is_of_type(schema, name));
            let lone = !is(schemas, "string") && is(schemas, "array") && is(&inner("items"), "string");
            if lone {
                *value = Value::Array(vec![value.take()]);
                return true;
            }
            // A text that may stand there as it is, is no figure; that of a figure is one.
            let free = |schema: &&Value| {
                is_of_type(schema, "string")
                    && schema.get("pattern").is_none_or(|pattern| pattern != FIGURE.pattern)
            };
            let read = match () {
                () if schemas.iter().any(free) => None,
                () if is(schemas, "number") => {
                    text.trim().parse::<Decimal>().ok().and_then(|it| to_value(it).ok())
                }
                () if is(schemas, "integer") => figure(text.trim()).map(Value::from),
                () => None,
            };
            if let Some(read) = read {
                *value = read;
                return true;
            }
            false
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
