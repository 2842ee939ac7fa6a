//! The set that every binding is held to: records with the SHA-256 of their papers, and refused ones with their problems.
//! `tests/conformance/set.json` names a record of this repository, and a merge patch (RFC 7396) of it.
//! `UPDATE=1 cargo test conformance` writes what the library makes now; `.ci/callers/conformance.py` asks the bindings.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

const SET: &str = "tests/conformance/set.json";
const PAPERS: usize = 60;

/// The record of a line of the set.
fn record(line: &Value) -> Value {
    let path = line["record"].as_str().unwrap();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut record = serde_json::from_str(&text).unwrap();
    merge(&mut record, &line["patch"]);
    record
}

fn merge(target: &mut Value, patch: &Value) {
    for (name, value) in patch.as_object().into_iter().flatten() {
        let Some(fields) = target.as_object_mut() else { panic!("{patch}") };
        match value {
            Value::Null => drop(fields.shift_remove(name)),
            Value::Object(_) => merge(fields.entry(name).or_insert_with(|| json!({})), value),
            _ => drop(fields.insert(name.clone(), value.clone())),
        }
    }
}

/// What becomes of a record.
fn outcome(record: &Value) -> Map<String, Value> {
    let renderer = crate::renderer();
    let made = renderer.read(&record.to_string()).and_then(|record| renderer.render(&record));
    let outcome = match made {
        Ok(document) => {
            json!({"docx": sha256(&document.to_docx().unwrap()), "pdf": sha256(&document.to_pdf().unwrap())})
        }
        Err(error) => json!({"problems": error.problems()}),
    };
    let Value::Object(outcome) = outcome else { unreachable!() };
    outcome
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn papers_are_those_of_the_set() {
    let set: Vec<Value> = serde_json::from_str(&fs::read_to_string(SET).unwrap()).unwrap();
    let mut now = Vec::new();
    for line in &set {
        let mut fields = line.as_object().unwrap().clone();
        fields.retain(|name, _| !["docx", "pdf", "problems"].contains(&name.as_str()));
        fields.extend(outcome(&record(line)));
        now.push(Value::Object(fields));
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(SET, serde_json::to_string_pretty(&now).unwrap() + "\n").unwrap();
        return;
    }
    let changed = set.iter().zip(&now).filter(|(line, now)| line != now);
    let changed: Vec<String> = changed.map(|(_, now)| serde_json::to_string_pretty(now).unwrap()).collect();
    assert!(changed.is_empty(), "{SET}: UPDATE=1 accepts\n{}", changed.join("\n"));
}

#[test]
fn the_set_has_each_kind_and_both_guidances() {
    let set: Vec<Value> = serde_json::from_str(&fs::read_to_string(SET).unwrap()).unwrap();
    let names: BTreeSet<&str> = set.iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), set.len(), "a name stands twice");
    let (papers, refused): (Vec<_>, Vec<_>) = set.iter().partition(|line| line.get("problems").is_none());
    assert_eq!(papers.len(), PAPERS);
    assert!(refused.len() >= 6);
    for line in refused {
        assert!(!line["problems"].as_array().unwrap().is_empty(), "{}", line["name"]);
    }
    let records: Vec<Value> = papers.into_iter().map(record).collect();
    let kinds: BTreeSet<&str> = records.iter().map(|record| record["kind"].as_str().unwrap()).collect();
    for kind in vanban::kinds::built_in() {
        assert!(kinds.contains(kind.name()), "{} is missing", kind.name());
    }
    assert!(kinds.len() >= vanban::kinds::built_in().count() + 5, "forms are missing");
    let old = records.iter().filter(|record| record["profile"] == "hd36").count();
    assert!(old >= 15, "{old} of 36-HD/VPTW");
}
