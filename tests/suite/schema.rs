//! The kinds' JSON Schemas against what the library itself reads, by a reader of schemas of its own: it knows
//! as much as schemars writes. Anything else is an error, so that no schema is taken for kept because a word
//! of it was not known.

use serde_json::{Value, json};
use vanban::{AnyRecord, Error, Kind};

/// Every record of a kind that the suite has, its example among them.
fn records(kind: &Kind) -> Vec<(String, Value)> {
    let read = |(name, json): (String, String)| (name, serde_json::from_str::<Value>(&json).unwrap());
    let mut records: Vec<_> =
        crate::cases().into_iter().map(read).filter(|(_, record)| record["kind"] == kind.name()).collect();
    records
        .push((format!("{} (example)", kind.name()), serde_json::from_str(kind.example().unwrap()).unwrap()));
    records
}

/// The paths of all objects in a record, in the form of JSON Pointer; its own is empty.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(at.to_owned());
            fields.iter().for_each(|(key, field)| objects(field, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| objects(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_kinds_schema_accepts_its_example_and_every_case() {
    for kind in vanban::kinds::built_in() {
        let schema = kind.json_schema();
        let records = records(kind);
        assert!(records.len() >= 3, "{}: {} records", kind.name(), records.len());
        for (name, record) in records {
            assert_eq!(fits(&record, &schema), Ok(()), "{name}");
        }
    }
}

/// On the top level and in every object below it, both readers refuse a key that nobody knows, and the
/// library tells where.
#[test]
fn a_misspelt_key_is_refused_wherever_it_stands() {
    for kind in vanban::kinds::built_in() {
        let schema = kind.json_schema();
        let mut nested = 0;
        for (name, record) in records(kind) {
            let mut places = Vec::new();
            objects(&record, "", &mut places);
            for place in places {
                let mut wrong = record.clone();
                let fields = wrong.pointer_mut(&place).unwrap().as_object_mut().unwrap();
                let key = fields.keys().next_back().unwrap().clone();
                let value = fields.remove(&key).unwrap();
                let misspelt = format!("{key}{key}");
                fields.insert(misspelt.clone(), value);
                assert!(fits(&wrong, &schema).is_err(), "{name}: {place}/{misspelt}");
                let Err(Error::Shape(problems)) = AnyRecord::from_json(&wrong.to_string()) else {
                    panic!("{name}: {misspelt} was read at {place}");
                };
                let told = problems.iter().any(|problem| {
                    let path = problem.path.to_string().replace(['[', '.'], "/").replace(']', "");
                    problem.code == "shape.unknown_field"
                        && format!("/{path}") == format!("{place}/{misspelt}")
                });
                assert!(told, "{name}: {place}/{misspelt}: {problems:?}");
                nested += usize::from(!place.is_empty());
            }
        }
        assert!(nested >= 10, "{}: {nested} nested objects", kind.name());
    }
}

#[test]
fn a_kinds_schema_refuses_what_is_not_the_kinds() {
    for kind in vanban::kinds::built_in() {
        let schema = kind.json_schema();
        let example: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        for key in schema["required"].as_array().unwrap() {
            let mut record = example.clone();
            record.as_object_mut().unwrap().remove(key.as_str().unwrap());
            assert!(fits(&record, &schema).is_err(), "{}: no {key}", kind.name());
        }
        for (key, wrong) in [("kind", json!("poem")), ("format", json!(2)), ("issuer", json!("Chi bộ"))] {
            let mut record = example.clone();
            record[key] = wrong;
            assert!(fits(&record, &schema).is_err(), "{}: {key}", kind.name());
            assert!(AnyRecord::from_json(&record.to_string()).is_err(), "{}: {key}", kind.name());
        }
    }
}

/// Tells what does not fit, with its place.
pub fn fits(value: &Value, schema: &Value) -> Result<(), String> {
    Fit { root: schema }.check(value, schema, "")
}

struct Fit<'a> {
    root: &'a Value,
}

impl Fit<'_> {
    fn check(&self, value: &Value, schema: &Value, at: &str) -> Result<(), String> {
        let Value::Object(words) = schema else {
            return if schema == &Value::Bool(true) { Ok(()) } else { Err(format!("{at}: nothing fits")) };
        };
        let wrong = |what: String| Err(format!("{at}: {what}: {value}"));
        for (word, says) in words {
            match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "default" | "format" | "examples"
                | "contentEncoding" | "contentMediaType" => {}
                "$ref" => {
                    let path = says.as_str().unwrap().trim_start_matches('#');
                    self.check(value, self.root.pointer(path).ok_or(format!("{at}: no {path}"))?, at)?;
                }
                "type" => {
                    let types = says.as_array().cloned().unwrap_or_else(|| vec![says.clone()]);
                    if !types.iter().any(|name| is(value, name.as_str().unwrap())) {
                        return wrong(format!("is no {says}"));
                    }
                }
                // Dates, times and figures as people write them: each begins with a figure.
                "pattern" => {
                    let text = value.as_str().unwrap_or("0");
                    if !text.starts_with(|c: char| c.is_ascii_digit()) {
                        return wrong(format!("is not of the form {says}"));
                    }
                }
                "const" if value != says => return wrong(format!("is not {says}")),
                "enum" if !says.as_array().unwrap().contains(value) => {
                    return wrong(format!("is none of {says}"));
                }
                "const" | "enum" => {}
                "minimum" if value.as_f64() < says.as_f64() => return wrong("too small".to_owned()),
                "maximum" if value.as_f64() > says.as_f64() => return wrong("too large".to_owned()),
                "multipleOf" => {
                    let times = value.as_f64().unwrap_or(0.0) / says.as_f64().unwrap();
                    if (times - times.round()).abs() > 1e-9 {
                        return wrong(format!("is no multiple of {says}"));
                    }
                }
                "minimum" | "maximum" => {}
                "anyOf" | "oneOf" => {
                    let choices = says.as_array().unwrap().iter();
                    let fitting = choices.filter(|choice| self.check(value, choice, at).is_ok()).count();
                    if fitting == 0 || (word == "oneOf" && fitting > 1) {
                        return wrong(format!("fits {fitting} of {word}"));
                    }
                }
                "allOf" => {
                    for part in says.as_array().unwrap() {
                        self.check(value, part, at)?;
                    }
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(item, says, &format!("{at}[{index}]"))?;
                    }
                }
                "required" => {
                    let absent = says.as_array().unwrap().iter().find(|key| {
                        value.as_object().is_some_and(|fields| !fields.contains_key(key.as_str().unwrap()))
                    });
                    if let Some(key) = absent {
                        return Err(format!("{at}: no {key}"));
                    }
                }
                "properties" => {
                    for (key, field) in value.as_object().into_iter().flatten() {
                        if let Some(own) = says.get(key) {
                            self.check(field, own, &format!("{at}.{key}"))?;
                        }
                    }
                }
                "additionalProperties" => {
                    for (key, field) in value.as_object().into_iter().flatten() {
                        if words.get("properties").is_none_or(|known| known.get(key).is_none()) {
                            self.check(field, says, &format!("{at}.{key}"))?;
                        }
                    }
                }
                other => {
                    return Err(format!("{at}: the schema says `{other}`, which this reader does not know"));
                }
            }
        }
        Ok(())
    }
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
