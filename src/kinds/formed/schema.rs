//! The JSON Schema of a form's records, put together of those of the library's own parts.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use super::{Field, FieldShape, Parts, Spec};
use crate::parts::{CitedDate, DataTable, Outline, Paper, Person, Section, Signature};
use crate::text::{Decimal, Text};

/// Every part that a form may have, and every value that may stand in a field of its own.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema alone is asked for")]
struct All {
    #[serde(flatten)]
    paper: Paper,
    #[serde(flatten)]
    outline: Outline,
    addressees: Vec<Text>,
    left_signature: Signature,
    shape_text: Text,
    shape_list: Vec<Text>,
    shape_date: CitedDate,
    shape_number: Decimal,
    shape_flag: bool,
    shape_person: Person,
    shape_sections: Vec<Section>,
}

/// Made once for all forms.
static ALL: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(All).to_value());

/// The fields of a paper that a form with these parts has, in the order of a paper's.
pub(super) fn paper_fields(parts: &Parts) -> Vec<&'static str> {
    let has = |name: &&&'static str| match **name {
        "layout" => parts.layout,
        "number" => parts.number,
        "place" | "date" => parts.date,
        "subject" | "author_line" => parts.subject,
        "recipients" => parts.recipients,
        "signature" | "joint_signatures" | "confirmation" => parts.signature,
        _ => true,
    };
    let mut fields: Vec<&'static str> = Paper::KEYS.iter().filter(has).copied().collect();
    if parts.addressees {
        fields.push("addressees");
    }
    if parts.signature {
        fields.push("left_signature");
    }
    if parts.outline {
        fields.extend(Outline::KEYS);
    }
    fields
}

/// The schema of the records.
pub(super) fn of(spec: &Spec) -> Value {
    let all = &*ALL;
    let known = |name: &str| all.pointer(&format!("/properties/{name}")).cloned().unwrap_or_default();
    let always = all.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in &spec.fields {
        properties.insert(
            field.name.clone(),
            named(shape(&field.shape, &known), &field.label, field.help.as_deref()),
        );
        if field.required {
            required.push(field.name.clone());
        }
    }
    for name in paper_fields(&spec.parts) {
        properties.insert(name.to_owned(), known(name));
        let optional = ["addressees", "left_signature"].contains(&name);
        if !optional && always.iter().any(|it| it == name) {
            required.push(name.to_owned());
        }
    }
    required.retain(|name| !spec.constants.contains_key(name));
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": all.get("$defs").cloned().unwrap_or_default(),
    })
}

/// The schema of what the template sees beside the record: its tables as they are printed, by their fields' names.
pub(super) fn view(spec: &Spec) -> Value {
    let table = schemars::schema_for!(DataTable).to_value();
    let is_table = |field: &&Field| matches!(field.shape, FieldShape::Table(_));
    let tables = spec.fields.iter().filter(is_table);
    let defs = table.get("$defs").cloned().unwrap_or_default();
    let properties: Map<String, Value> =
        tables.map(|field| (field.name.clone(), json!({"$ref": "#/$defs/DataTable"}))).collect();
    let mut defs = defs.as_object().cloned().unwrap_or_default();
    let mut own = table;
    if let Some(own) = own.as_object_mut() {
        own.remove("$defs");
    }
    defs.insert("DataTable".to_owned(), own);
    json!({"type": "object", "properties": properties, "$defs": defs})
}

fn shape(shape: &FieldShape, known: &impl Fn(&str) -> Value) -> Value {
    match shape {
        FieldShape::Text => known("shape_text"),
        FieldShape::List => known("shape_list"),
        FieldShape::Date => known("shape_date"),
        FieldShape::Number => known("shape_number"),
        FieldShape::Flag => known("shape_flag"),
        FieldShape::Person => known("shape_person"),
        FieldShape::Sections => known("shape_sections"),
        FieldShape::Choice(values) => {
            let choice = |value: &String| json!({"type": "string", "const": value, "title": value});
            json!({"oneOf": values.iter().map(choice).collect::<Vec<_>>()})
        }
        FieldShape::Table(columns) => {
            let cells = columns.iter().filter_map(|column| Some((column, column.shape.as_ref()?)));
            let properties: Map<String, Value> = cells
                .clone()
                .map(|(column, cell)| {
                    (column.name.clone(), named(self::shape(cell, known), &column.label, None))
                })
                .collect();
            let required: Vec<&str> =
                cells.filter(|(column, _)| column.required).map(|(column, _)| column.name.as_str()).collect();
            let row = json!({
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            });
            json!({"type": "array", "items": row})
        }
        FieldShape::Unknown => json!({}),
    }
}

/// A field's schema with what the field is called, and what to write there.
fn named(mut schema: Value, label: &str, help: Option<&str>) -> Value {
    if let Some(words) = schema.as_object_mut() {
        words.insert("title".to_owned(), label.into());
        words.insert("description".to_owned(), help.unwrap_or_default().into());
    }
    schema
}
