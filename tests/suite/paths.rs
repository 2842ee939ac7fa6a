//! Every problem names a field that the record, or its kind, has.

use serde_json::{Value, json};
use vanban::AnyRecord;
use vanban::error::{Path, PathStep};

#[test]
fn a_problem_names_a_field_of_the_record_or_of_its_kind() {
    let (mut tried, mut told) = (0, 0);
    for (name, json) in crate::cases() {
        let record: Value = serde_json::from_str(&json).unwrap();
        let schema =
            vanban::kinds::built_in().find(|kind| record["kind"] == kind.name()).unwrap().json_schema();
        for wrong in wrong(&record) {
            let Ok(read) = AnyRecord::from_value(wrong.clone()) else { continue };
            tried += 1;
            for problem in crate::renderer().check(&read) {
                told += 1;
                let path = &problem.path;
                let known = stands_in(&wrong, path.steps()) || may_stand_in(&schema, &schema, path.steps());
                assert!(known, "{name}: {problem}");
            }
        }
    }
    assert!(tried > 1_500 && told > 2_000, "{tried} records, {told} problems");
}

#[test]
fn minutes_are_told_of_their_chair_and_secretary() {
    let mut record: Value = serde_json::from_str(vanban::kinds::Minutes::EXAMPLE).unwrap();
    record["chair"]["name"] = json!("Ông Trần Văn Bình");
    record["secretary"]["name"] = json!("Bà Lê Thị Hoa");
    let problems = crate::renderer().check(&AnyRecord::from_value(record).unwrap());
    let places = |code| problems.iter().filter(move |it| it.code == code).map(|it| it.path.to_string());
    let mut places: Vec<String> = places("signature.name_has_title").collect();
    places.sort();
    assert_eq!(places, ["chair.name", "secretary.name"], "{problems:?}");
}

/// The record with a wrong text, or a wrong figure, in each place, and without each of its fields.
pub fn wrong(record: &Value) -> Vec<Value> {
    let mut places = Vec::new();
    leaves(record, String::new(), &mut places);
    let mut all = Vec::new();
    for place in places {
        let mut wrong = record.clone();
        let leaf = wrong.pointer_mut(&place).unwrap();
        *leaf = if leaf.is_number() { json!(99) } else { json!("ông 1.234,5 ./.") };
        all.push(wrong);
    }
    for name in record.as_object().unwrap().keys().filter(|name| *name != "kind") {
        let mut without = record.clone();
        without.as_object_mut().unwrap().remove(name);
        all.push(without);
    }
    all
}

/// The record with this text in each place of a text.
pub fn with_texts(record: &Value, text: &str) -> Vec<Value> {
    let mut places = Vec::new();
    leaves(record, String::new(), &mut places);
    places.retain(|place| record.pointer(place).is_some_and(Value::is_string));
    let changed = |place: String| {
        let mut changed = record.clone();
        *changed.pointer_mut(&place).unwrap() = json!(text);
        changed
    };
    places.into_iter().map(changed).collect()
}

fn leaves(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !matches!(name.as_str(), "kind" | "png")) {
                leaves(value, format!("{at}/{name}"), places);
            }
        }
        Value::Array(items) => {
            // The first and the last stand for all.
            for index in [0, items.len().saturating_sub(1)].into_iter().take(items.len()) {
                leaves(&items[index], format!("{at}/{index}"), places);
            }
        }
        Value::String(_) | Value::Number(_) => places.push(at),
        Value::Null | Value::Bool(_) => {}
    }
}

fn stands_in(value: &Value, steps: &[PathStep]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let inner = match step {
        PathStep::Field(name) => value.get(name.as_ref()),
        PathStep::Index(index) => value.get(index),
    };
    inner.is_some_and(|inner| stands_in(inner, rest))
}

fn may_stand_in(root: &Value, schema: &Value, steps: &[PathStep]) -> bool {
    let target = schema["$ref"].as_str().and_then(|to| root.pointer(to.trim_start_matches('#')));
    if target.is_some_and(|target| may_stand_in(root, target, steps)) {
        return true;
    }
    let Some((step, rest)) = steps.split_first() else { return true };
    let choices = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|word| schema[word].as_array());
    if choices.flatten().any(|choice| may_stand_in(root, choice, steps)) {
        return true;
    }
    let inner = match step {
        PathStep::Field(name) => schema["properties"].get(name.as_ref()),
        PathStep::Index(_) => schema.get("items"),
    };
    inner.is_some_and(|inner| may_stand_in(root, inner, rest))
}

#[test]
fn a_place_that_is_not_there_is_found() {
    let record: Value = serde_json::from_str(vanban::kinds::Minutes::EXAMPLE).unwrap();
    let schema = vanban::kinds::built_in().find(|kind| kind.name() == "minutes").unwrap().json_schema();
    for (place, known) in [("chair.name", true), ("confirmation.of", true), ("signature.name", false)] {
        let path = Path::from(place);
        let found = stands_in(&record, path.steps()) || may_stand_in(&schema, &schema, path.steps());
        assert_eq!(found, known, "{place}");
    }
}
