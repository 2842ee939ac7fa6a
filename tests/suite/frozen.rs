//! The JSON Schemas of format 1 are frozen in tests/schema: what was a record stays one. A field may be added
//! where it may be left out, a type may take more; `UPDATE=1 cargo test frozen` accepts that, and nothing else.

use std::fs;

use serde_json::{Map, Value, json};

#[test]
fn what_was_a_record_stays_one() {
    let mut wrong = Vec::new();
    for kind in vanban::kinds::built_in() {
        let path = format!("tests/schema/{}.json", kind.name());
        let now = bare(&kind.json_schema());
        let update = std::env::var_os("UPDATE").is_some();
        let frozen = match fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text).unwrap(),
            Err(_) if update => now.clone(),
            Err(error) => panic!("{path}: {error}"),
        };
        let broken = broken(&frozen, &now);
        if broken.is_empty() && update {
            fs::write(&path, format!("{}\n", serde_json::to_string_pretty(&now).unwrap())).unwrap();
        } else if broken.is_empty() && frozen != now {
            wrong.push(format!("{path}: more is allowed now; UPDATE=1 accepts it"));
        }
        wrong.extend(broken.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The schema without what is only said of its fields. (A property `title` is an object.)
fn bare(schema: &Value) -> Value {
    match schema {
        Value::Object(words) => {
            let said = |name: &str, value: &Value| {
                value.is_string() && matches!(name, "title" | "description" | "$schema")
            };
            let kept = words.iter().filter(|(name, value)| !said(name, value));
            Value::Object(kept.map(|(name, value)| (name.clone(), bare(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        _ => schema.clone(),
    }
}

/// Where the new schema refuses what the old one allows.
fn broken(old: &Value, new: &Value) -> Vec<String> {
    let mut both = Both { old, new, open: Vec::new() };
    both.schema(old, new, "")
}

struct Both<'a> {
    old: &'a Value,
    new: &'a Value,
    /// The pairs that are being compared: a section holds sections.
    open: Vec<(&'a Value, &'a Value)>,
}

impl<'a> Both<'a> {
    fn schema(&mut self, old: &'a Value, new: &'a Value, at: &str) -> Vec<String> {
        let (before, after) = (choices(self.old, old), choices(self.new, new));
        let mut faults = Vec::new();
        for (old, was) in before {
            // The choice that refuses least is the one that is meant, one of the same type before others.
            let mut meant = vec![format!("{at}: nothing is allowed")];
            let mut least = (true, usize::MAX);
            for (new, is) in &after {
                let faults = self.choice((old, was), (new, is), at);
                let weight = (was != *is && !faults.is_empty(), faults.len());
                if weight < least {
                    (meant, least) = (faults, weight);
                }
            }
            faults.extend(meant);
        }
        faults
    }

    /// One choice of the old schema against one of the new: each a schema, and one type that it names.
    fn choice(&mut self, old: (&'a Value, &str), new: (&'a Value, &str), at: &str) -> Vec<String> {
        let ((old, was), (new, is)) = (old, new);
        if is.is_empty() && new.get("const").is_none() && new.get("enum").is_none() {
            return Vec::new();
        }
        if let Some(values) = values(new) {
            let lost = match self::values(old) {
                Some(before) => before.into_iter().filter(|value| !values.contains(value)).collect(),
                None => vec![json!(was)],
            };
            return lost.iter().map(|value| format!("{at}: {value} is refused")).collect();
        }
        let was = self::values(old).map_or(was, |values| type_of(&values[0]));
        if was != is && (was, is) != ("integer", "number") {
            return vec![format!("{at}: {was} is refused")];
        }
        let mut faults = Vec::new();
        let limit = |schema: &Value, name: &str| schema.get(name).and_then(Value::as_f64);
        for (name, sign) in [("minimum", 1.0), ("maximum", -1.0)] {
            let (before, after) = (limit(old, name), limit(new, name));
            if after.is_some_and(|after| before.is_none_or(|before| after * sign > before * sign)) {
                faults.push(format!("{at}: the range is narrower, {name} {after:?}"));
            }
        }
        for name in ["pattern", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "format"] {
            if new.get(name).is_some() && new.get(name) != old.get(name) && is != "integer" && is != "number"
            {
                faults.push(format!("{at}: {name} is {} now", new[name]));
            }
        }
        if let Some(items) = new.get("items") {
            match old.get("items") {
                Some(before) => faults.extend(self.schema(before, items, &format!("{at}[]"))),
                None => faults.push(format!("{at}[]: not everything is allowed")),
            }
        }
        // What holds itself is told once.
        if !self.open.iter().any(|(one, other)| std::ptr::eq(*one, old) && std::ptr::eq(*other, new)) {
            self.open.push((old, new));
            faults.extend(self.fields(old, new, at));
            self.open.pop();
        }
        faults
    }

    fn fields(&mut self, old: &'a Value, new: &'a Value, at: &str) -> Vec<String> {
        let path = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        let mut faults = Vec::new();
        for (name, before) in old.get("properties").and_then(Value::as_object).into_iter().flatten() {
            match new.get("properties").and_then(|fields| fields.get(name)) {
                Some(after) => faults.extend(self.schema(before, after, &path(name))),
                None => faults.push(format!("{}: the field is gone", path(name))),
            }
        }
        let wanted =
            |schema: &'a Value| schema.get("required").and_then(Value::as_array).into_iter().flatten();
        for name in wanted(new).filter(|name| !wanted(old).any(|before| before == *name)) {
            faults.push(format!("{}: the field is required now", path(name.as_str().unwrap())));
        }
        let closed = |schema: &Value| schema.get("additionalProperties") == Some(&Value::Bool(false));
        if closed(new) && !closed(old) {
            faults.push(format!("{at}: other fields are refused"));
        }
        if let (Some(before), Some(after)) =
            (old.get("additionalProperties"), new.get("additionalProperties").filter(|it| it.is_object()))
        {
            faults.extend(self.schema(before, after, &path("*")));
        }
        faults
    }
}

/// What a schema allows, references followed: each choice with one type that it names, or none.
fn choices<'a>(root: &'a Value, schema: &'a Value) -> Vec<(&'a Value, &'a str)> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return choices(root, root.pointer(reference.trim_start_matches('#')).unwrap());
    }
    let several = ["anyOf", "oneOf"].iter().find_map(|name| schema.get(name)?.as_array());
    match (several, schema.get("type")) {
        (Some(several), _) => several.iter().flat_map(|schema| choices(root, schema)).collect(),
        (None, Some(Value::Array(names))) => {
            names.iter().map(|name| (schema, name.as_str().unwrap())).collect()
        }
        (None, name) => vec![(schema, name.and_then(Value::as_str).unwrap_or_default())],
    }
}

fn values(schema: &Value) -> Option<Vec<Value>> {
    match schema.get("const") {
        Some(value) => Some(vec![value.clone()]),
        None => schema.get("enum").and_then(Value::as_array).cloned(),
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[test]
fn what_breaks_a_caller_is_told() {
    let before = json!({
        "type": "object", "additionalProperties": false, "required": ["a"],
        "properties": {
            "a": {"type": "string"},
            "b": {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 9}, {"const": "by_hand"}]},
            "c": {"type": ["string", "null"]},
            "d": {"type": "array", "items": {"$ref": "#/$defs/D"}},
        },
        "$defs": {"D": {"type": "object", "properties": {
            "e": {"enum": ["x", "y"]}, "d": {"type": "array", "items": {"$ref": "#/$defs/D"}},
        }}},
    });
    let told = |change: fn(&mut Value)| {
        let mut after = before.clone();
        change(&mut after);
        broken(&before, &after)
    };
    let none: [&str; 0] = [];
    assert_eq!(told(|_| {}), none);
    assert_eq!(told(|s| s["properties"]["f"] = json!({"type": "string"})), none);
    assert_eq!(told(|s| s["properties"]["a"] = json!({"type": ["string", "integer"]})), none);
    assert_eq!(
        told(|s| drop(s["properties"].as_object_mut().unwrap().remove("b"))),
        ["b: the field is gone"]
    );
    assert_eq!(told(|s| s["required"] = json!(["a", "c"])), ["c: the field is required now"]);
    assert_eq!(told(|s| s["properties"]["c"] = json!({"type": "string"})), ["c: null is refused"]);
    assert_eq!(told(|s| s["properties"]["a"] = json!({"type": "integer"})), ["a: string is refused"]);
    assert_eq!(told(|s| s["properties"]["a"] = json!({"const": "x"})), ["a: \"string\" is refused"]);
    assert_eq!(
        told(|s| s["properties"]["b"]["anyOf"][0]["maximum"] = json!(5)),
        ["b: the range is narrower, maximum Some(5.0)"]
    );
    assert_eq!(
        told(|s| s["properties"]["b"] = json!({"type": "integer", "minimum": 0, "maximum": 9})),
        ["b: string is refused"]
    );
    assert_eq!(
        told(|s| s["$defs"]["D"]["properties"]["e"] = json!({"enum": ["x"]})),
        ["d[].e: \"y\" is refused"]
    );
    assert_eq!(told(|s| s["$defs"]["D"]["required"] = json!(["e"])), ["d[].e: the field is required now"]);
}
