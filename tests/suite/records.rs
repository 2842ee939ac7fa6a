//! The cases as JSON, with a change, and every problem of a record.

use serde_json::Value;
use vanban::AnyRecord;

/// A case by its name.
pub fn record(name: &str) -> Value {
    serde_json::from_str(&crate::case(name)).unwrap()
}

/// A case with a change.
pub fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut record = record(name);
    change(&mut record);
    record
}

/// A change: a field that is there is left out.
pub fn without(field: &str) -> impl FnOnce(&mut Value) {
    move |record| drop(record.as_object_mut().unwrap().remove(field).expect("the case has the field"))
}

/// Every problem of a record in JSON, as it is printed.
pub fn problems(record: impl ToString) -> Vec<String> {
    let record = AnyRecord::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{error}"));
    crate::renderer().check(&record).iter().map(ToString::to_string).collect()
}

/// A problem as it is printed, without the term beside its path: for tests that go over many fields.
pub fn without_term(told: &str) -> String {
    let with_term = told.split_once(" (").and_then(|(start, rest)| {
        let (_, path) = start.split_once(": ")?;
        let (_, rest) = rest.split_once("): ")?;
        (!path.contains(' ')).then(|| format!("{start}: {rest}"))
    });
    with_term.unwrap_or_else(|| told.to_owned())
}

/// Asserts that a case with a change has exactly these problems.
#[track_caller]
pub fn all(name: &str, change: impl FnOnce(&mut Value), expected: &[&str]) {
    assert_eq!(problems(changed(name, change)), expected);
}

/// Asserts that a case with a change has exactly one problem, and which.
#[track_caller]
pub fn one(name: &str, change: impl FnOnce(&mut Value), expected: &str) {
    all(name, change, &[expected]);
}

/// The words of a record's paper.
pub fn words(record: &Value) -> String {
    crate::render(&record.to_string()).words().replace('\n', " ")
}
