//! A record of a form.

use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};

use super::{Field, FieldShape, SIGNER, Spec, schema, values};
use crate::error::{Error, Problems, Result};
use crate::kinds::kind::Records;
use crate::kinds::{AnyRecord, Checks, Kind, Record, reader};
use crate::parts::{Address, Capacity, CitedDate, Closing, Frame, Marks, Outline, Paper, Signature};
use crate::path::Path;
use crate::scoring::CriteriaSets;
use crate::text::Text;

/// The year of a paper that prints no date: that of the guidance. Nothing is judged by it.
const UNDATED: i32 = 2026;

/// What is said of a kind whose records no struct holds, and the schema of its records.
#[derive(Debug)]
pub(crate) struct Formed {
    spec: Arc<Spec>,
    /// Made when they are first needed, as those of structs.
    schema: OnceLock<Value>,
    view: OnceLock<Value>,
}

impl Formed {
    pub(super) fn new(spec: Spec) -> Formed {
        Formed { spec: Arc::new(spec), schema: OnceLock::new(), view: OnceLock::new() }
    }
}

impl Records for Formed {
    fn schema(&self) -> &Value {
        self.schema.get_or_init(|| schema::of(&self.spec))
    }

    fn view(&self) -> Option<&Value> {
        Some(self.view.get_or_init(|| schema::view(&self.spec)))
    }

    fn is_formed(&self) -> bool {
        true
    }

    fn own_fields(&self) -> Vec<String> {
        self.spec.fields.iter().map(|field| field.name.clone()).collect()
    }

    fn about(&self) -> Option<&str> {
        let words = |field: &&Field| field.required && field.shape.is_words();
        self.spec.fields.iter().find(words).map(|field| field.name.as_str())
    }

    fn says(&self, field: &str) -> bool {
        self.spec.constants.contains_key(field)
    }

    fn read(&self, kind: &Kind, json: Value) -> Result<AnyRecord> {
        let complete = |fields: &mut Map<String, Value>| complete(&self.spec, fields);
        reader::read_as(json, kind, complete, |fields| FormRecord::of(kind, &self.spec, fields))
            .map(AnyRecord::new)
    }
}

/// What the form says where the record does not.
fn complete(spec: &Spec, fields: &mut Map<String, Value>) {
    merge(&spec.constants, fields);
    for field in &spec.fields {
        let Some(value) = fields.get_mut(&field.name) else { continue };
        // After the constants, so that a field can be left to the pen that has one.
        if values::is_by_hand(&field.shape, value) {
            fields.shift_remove(&field.name);
        } else {
            values::chosen(&field.shape, value);
        }
    }
}

/// Takes each value that a record does not say from the form, also inside of a group of which the record says a part: a
/// record's `issuer.name` leaves the form's `issuer.superior` as it is.
fn merge(constants: &Map<String, Value>, fields: &mut Map<String, Value>) {
    for (name, constant) in constants {
        match (constant, fields.get_mut(name)) {
            (constant, given) if given.as_ref().is_none_or(|given| says_nothing(given)) => {
                fields.insert(name.clone(), constant.clone());
            }
            (Value::Object(constants), Some(Value::Object(fields))) if !is_another(constants, fields) => {
                merge(constants, fields);
            }
            _ => {}
        }
    }
}

/// Whether a group says another thing as a whole: a date is one value, and who signs in another capacity signs for other
/// people.
fn is_another(constants: &Map<String, Value>, fields: &Map<String, Value>) -> bool {
    let capacity = |fields: &Map<String, Value>| {
        fields.get("capacity").and_then(|it| serde_json::from_value::<Capacity>(it.clone()).ok())
    };
    let (ours, theirs) = (capacity(constants), capacity(fields));
    fields.contains_key("year") || theirs.is_some() && ours != theirs
}

/// Whether a value leaves all that it might say open.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => crate::text::is_blank(text),
        Value::Array(items) => items.iter().all(says_nothing),
        Value::Object(fields) => fields.values().all(says_nothing),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A record of a form.
#[derive(Debug, Clone)]
struct FormRecord {
    kind: Kind,
    spec: Arc<Spec>,
    paper: Paper,
    outline: Outline,
    addressees: Vec<Text>,
    left_signature: Option<Signature>,
    values: Map<String, Value>,
}

impl FormRecord {
    /// Of fields that are settled.
    fn of(kind: &Kind, spec: &Arc<Spec>, fields: &Value) -> Result<FormRecord> {
        let given = fields.as_object().ok_or_else(|| Error::bug("a form's fields are no object"))?;
        let known = schema::paper_fields(&spec.parts);
        let (mut own, mut paper) = (Map::new(), Map::new());
        let mut faults = Vec::new();
        for (name, value) in given {
            let field = spec.fields.iter().find(|field| field.name == *name);
            match field {
                Some(field) => match values::settled(&field.shape, value, name) {
                    Ok(value) => drop(own.insert(name.clone(), value)),
                    Err(error) => faults.extend(error.problems().iter().cloned()),
                },
                None if known.contains(&name.as_str()) => {
                    paper.insert(name.clone(), value.clone());
                }
                // The schema says it better.
                None => return Err(Error::unfit("shape.refused", name.as_str(), "không có mục này")),
            }
        }
        for field in spec.fields.iter().filter(|field| field.required) {
            let fault = match own.get(&field.name) {
                None if given.contains_key(&field.name) => continue,
                None => Error::unfit("shape.refused", field.name.as_str(), "thiếu mục bắt buộc"),
                Some(value) if says_nothing(value) => {
                    let reason = format!("“{}” chưa ghi; hãy ghi mục này", field.label);
                    Error::unfit("shape.missing_field", field.name.as_str(), reason)
                }
                Some(_) => continue,
            };
            faults.extend(fault.problems().iter().cloned());
        }
        if !faults.is_empty() {
            return Err(Error::Shape(faults));
        }
        let outline =
            Outline::KEYS.iter().filter_map(|key| Some(((*key).to_owned(), paper.shift_remove(*key)?)));
        let outline: Map<String, Value> = outline.collect();
        let addressees = paper.shift_remove("addressees");
        let left_signature = paper.shift_remove("left_signature");
        // What the form has not stands as nothing.
        for (name, value) in [
            ("subject", Value::from("")),
            ("place", Value::from("")),
            ("date", serde_json::json!({"year": UNDATED})),
        ] {
            if !known.contains(&name) {
                paper.insert(name.to_owned(), value);
            }
        }
        let mut values = Map::new();
        for field in &spec.fields {
            if let Some(value) = own.shift_remove(&field.name) {
                values.insert(field.name.clone(), value);
            }
        }
        Ok(FormRecord {
            kind: kind.clone(),
            spec: Arc::clone(spec),
            paper: typed(paper.into())?,
            outline: typed(outline.into())?,
            addressees: addressees.map(typed).transpose()?.unwrap_or_default(),
            left_signature: left_signature.map(typed).transpose()?,
            values,
        })
    }

    /// The words that tell its files apart.
    fn file_words(&self) -> Option<String> {
        let signer = || Some(self.paper.signature.as_ref()?.name.as_ref()?.to_string());
        let named = |name: &String| match self.values.get(name) {
            None if name == SIGNER => signer(),
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(Value::Object(person)) => Some(person.get("name")?.as_str()?.to_owned()),
            _ => None,
        };
        let words: Vec<String> = self.spec.file_name.iter().filter_map(named).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A part in its struct, with the place of what cannot be read.
fn typed<T: serde::de::DeserializeOwned>(fields: Value) -> Result<T> {
    reader::typed(&fields, |deserializer| T::deserialize(deserializer))
}

impl Record for FormRecord {
    fn kind(&self) -> &Kind {
        &self.kind
    }

    fn frame(&self) -> Frame {
        let spec = &self.spec;
        let closing = if spec.parts.sign_hint { Closing::PersonalForm } else { Closing::Form };
        let own = self.kind.frame(&self.paper);
        let marks = Marks { emblem: spec.emblem.clone().or_else(|| own.marks.emblem.clone()), ..own.marks };
        Frame {
            marks,
            numbered: spec.parts.number,
            dated: spec.parts.date,
            form_label: spec.label.clone(),
            address: (!self.addressees.is_empty()).then(|| Address::To(self.addressees.clone())),
            left_signature: self.left_signature.clone(),
            closing: if spec.parts.number && spec.parts.recipients { Closing::Full } else { closing },
            landscape: spec.landscape,
            sheet: spec.sheet,
            shown: spec.shown,
            file_words: self.file_words(),
            ..own
        }
        .stands_at("address", "addressees")
    }

    fn fields(&self) -> Result<Value> {
        let known = schema::paper_fields(&self.spec.parts);
        let mut fields = Map::new();
        let parts = [
            serde_json::to_value(&self.paper).map_err(Error::bug_by)?,
            serde_json::to_value(&self.outline).map_err(Error::bug_by)?,
        ];
        for (name, value) in parts.into_iter().filter_map(|part| part.as_object().cloned()).flatten() {
            if known.contains(&name.as_str()) {
                fields.insert(name, value);
            }
        }
        if !self.addressees.is_empty() {
            fields.insert(
                "addressees".to_owned(),
                serde_json::to_value(&self.addressees).map_err(Error::bug_by)?,
            );
        }
        if let Some(left) = &self.left_signature {
            fields.insert("left_signature".to_owned(), serde_json::to_value(left).map_err(Error::bug_by)?);
        }
        fields.extend(self.values.clone());
        Ok(Value::Object(fields))
    }

    fn check(&self, checks: &mut Checks<'_>) {
        self.issuer(checks);
        if self.spec.parts.outline {
            checks.outline(&self.paper, &self.outline);
        }
        for field in &self.spec.fields {
            if let Some(value) = self.values.get(&field.name) {
                dates(&field.shape, value, &Path::at(field.name.clone()), checks.problems);
            }
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let mut view = Map::new();
        for field in &self.spec.fields {
            if let FieldShape::Table(columns) = &field.shape {
                let rows = self.values.get(&field.name).and_then(Value::as_array);
                let table = values::table(columns, rows.map(Vec::as_slice).unwrap_or_default());
                view.insert(field.name.clone(), serde_json::to_value(table).ok()?);
            }
        }
        Some(Value::Object(view))
    }
}

impl FormRecord {
    /// The form is for bodies of some sorts.
    fn issuer(&self, checks: &mut Checks<'_>) {
        let bodies = &self.spec.bodies;
        let name = crate::parts::body::capitals(self.paper.issuer.name.as_str());
        let is_one = |body: &String| crate::parts::body::begins(&name, &crate::parts::body::capitals(body));
        if !bodies.is_empty() && !bodies.iter().any(is_one) {
            checks.problems.warning(
                "form.issuer",
                Path::at("issuer").field("name"),
                "quy ước",
                format!("mẫu này dành cho {}; hiện ghi “{}”", bodies.join(", "), self.paper.issuer.name),
            );
        }
    }
}

/// Dates exist.
fn dates(shape: &FieldShape, value: &Value, path: &Path, problems: &mut Problems) {
    match (shape, value) {
        (FieldShape::Date, value) => {
            let Ok(date) = serde_json::from_value::<CitedDate>(value.clone()) else { return };
            if date.calendar().is_none() {
                problems.error(
                    "date.not_a_date",
                    path.clone(),
                    "quy ước",
                    format!("ngày {date} không có trong lịch"),
                );
            }
        }
        (FieldShape::Table(columns), Value::Array(rows)) => {
            for (index, row) in rows.iter().enumerate() {
                for column in columns {
                    if let (Some(shape), Some(cell)) = (&column.shape, row.get(&column.name)) {
                        dates(shape, cell, &path.clone().index(index).field(column.name.clone()), problems);
                    }
                }
            }
        }
        _ => {}
    }
}
