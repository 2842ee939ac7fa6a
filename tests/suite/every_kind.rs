//! Every kind in turn, by the library's own table: its smallest record and a full one after both
//! guidances, each of its fields in some case, and what is said where a part is missing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vanban::{AnyRecord, Kind};

use crate::golden;

/// The cases of a kind, by name.
fn cases_of(kind: &Kind) -> Vec<(String, Value)> {
    let read = |(name, json): (String, String)| (name, serde_json::from_str::<Value>(&json).unwrap());
    crate::cases().into_iter().map(read).filter(|(_, record)| record["kind"] == kind.name()).collect()
}

/// The one case of a kind that is so called.
fn the(kind: &Kind, which: fn(&str) -> bool) -> (String, Value) {
    let mut found: Vec<_> = cases_of(kind).into_iter().filter(|(name, _)| which(name)).collect();
    assert_eq!(found.len(), 1, "{}: {found:?}", kind.name());
    found.remove(0)
}

fn fields(kind: &Kind) -> Vec<String> {
    kind.json_schema()["properties"].as_object().unwrap().keys().cloned().collect()
}

/// What is wrong with a record, in its shape or by the rules.
fn wrong(record: &Value) -> Vec<String> {
    match AnyRecord::from_json(&record.to_string()) {
        Ok(record) => crate::renderer().check(&record).iter().map(ToString::to_string).collect(),
        Err(error) => vec![error.to_string()],
    }
}

fn without(record: &Value, key: &str) -> Value {
    let mut record = record.clone();
    record.as_object_mut().unwrap().remove(key);
    record
}

#[test]
fn the_smallest_and_a_full_record_are_held_after_both_guidances() {
    let accepted = golden::accepted();
    for kind in vanban::kinds::built_in() {
        for which in [golden::is_smallest, golden::is_full] {
            let (name, record) = the(kind, which);
            for profile in ["hd05", "hd36"] {
                let own = record["profile"].as_str().unwrap_or("hd05") == profile;
                let stages: &[&str] = if own { &["tree", "pages", "docx"] } else { &["tree", "pages"] };
                let held = accepted.get(&format!("{name} {profile}"));
                for stage in stages {
                    let is_held = held.is_some_and(|held| held.iter().any(|known| known == stage));
                    assert!(is_held, "{}: no {stage} of {name} after {profile}", kind.name());
                }
            }
        }
    }
}

#[test]
fn nothing_can_be_left_out_of_the_smallest_record() {
    for kind in vanban::kinds::built_in() {
        let (name, record) = the(kind, golden::is_smallest);
        assert_eq!(wrong(&record), [""; 0], "{name}");
        for key in record.as_object().unwrap().keys().filter(|key| *key != "format") {
            // What the session of minutes is called says it, where nothing else does.
            if kind.name() == "minutes" && key == "subject" {
                continue;
            }
            assert_ne!(wrong(&without(&record, key)), [""; 0], "{name} is well without {key}");
        }
    }
}

/// What papers have of the frame and only a special one uses: `shared_by_papers` sees each.
const SPECIAL: [&str; 2] = ["joint_signatures", "confirmation"];

#[test]
fn every_field_of_every_kind_is_in_a_case() {
    for kind in vanban::kinds::built_in() {
        let mut left = fields(kind);
        for (_, record) in cases_of(kind) {
            left.retain(|field| record.get(field).is_none());
        }
        // Every kind is rendered after both guidances, `layouts` sees the layout; a letter has an author line to
        // refuse it.
        left.retain(|field| {
            !matches!(field.as_str(), "profile" | "layout") && !SPECIAL.contains(&field.as_str())
        });
        left.retain(|field| (kind.name(), field.as_str()) != ("official_letter", "author_line"));
        assert_eq!(left, [""; 0], "{}", kind.name());
    }
}

/// Two bodies that sign, and a signature that is confirmed.
#[test]
fn shared_by_papers() {
    let mut seen = 0;
    for kind in vanban::kinds::built_in() {
        let (_, full) = the(kind, golden::is_full);
        for (field, from, words) in
            [("joint_signatures", "joint", "THANH TRA TỈNH"), ("confirmation", "confirmation", "XÁC NHẬN")]
        {
            if !fields(kind).iter().any(|known| known == field) {
                continue;
            }
            let other: Value = serde_json::from_str(&crate::case(from)).unwrap();
            let mut record = without(&full, SPECIAL[usize::from(field == SPECIAL[0])]);
            record[field] = other[field].clone();
            if field == "confirmation" {
                let signer = record.get("signature").or(record.get("chair")).unwrap();
                record[field]["of"] = signer["name"].clone();
            }
            let text = crate::render(&record.to_string()).words().to_uppercase();
            assert!(text.replace('\u{a0}', " ").contains(words), "{}: {field}: {text}", kind.name());
            seen += 1;
        }
    }
    assert!(seen >= 19, "{seen}");
}

/// What is said of a kind's cases where a field is left out, or where one that must be there is empty, beside
/// what was said before.
fn told(kind: &Kind) -> Vec<String> {
    let schema = kind.json_schema();
    let required = |field: &str| schema["required"].as_array().unwrap().contains(&json!(field));
    let mut told = Vec::new();
    for field in fields(kind) {
        let mut lines = BTreeSet::new();
        for (_, record) in cases_of(kind).iter().filter(|(_, record)| record.get(&field).is_some()) {
            let before = wrong(record);
            let mut tell = |how: &str, record: &Value| {
                let new = wrong(record).into_iter().filter(|problem| !before.contains(problem));
                lines.extend(new.map(|problem| format!("{field} {how}: {problem}")));
            };
            tell("left out", &without(record, &field));
            let empty = match &record[&field] {
                Value::String(_) => json!(""),
                Value::Array(_) => json!([]),
                _ => continue,
            };
            if required(&field) && field != "kind" {
                let mut emptied = record.clone();
                emptied[&field] = empty;
                tell("empty", &emptied);
            }
        }
        if required(&field) {
            // Its term stands beside its path.
            let (start, sentence) =
                (format!("{field} left out: lỗi: {field} ("), format!("): thiếu mục bắt buộc “{field}”"));
            assert!(
                lines.iter().any(|line| line.starts_with(&start) && line.contains(&sentence)),
                "{}: {field}: {lines:?}",
                kind.name()
            );
        }
        told.extend(lines);
    }
    told
}

/// A part that may be missing has no line.
#[test]
fn a_missing_part_is_told_as_the_golden_text_says() {
    let mut all = String::new();
    for kind in vanban::kinds::built_in() {
        let told = told(kind);
        // What no official paper can be without; minutes say by people who signs, and need no recipients.
        if fields(kind).iter().any(|field| field == "draft") {
            let signed = fields(kind).iter().any(|field| field == "signature");
            for part in ["number", "recipients", "signature"].into_iter().take(if signed { 3 } else { 1 }) {
                let (start, code) = (format!("{part} left out: lỗi: {part} ("), format!("; {part}.missing]"));
                let says = |line: &&String| line.starts_with(&start) && line.ends_with(&code);
                // Once for each guidance that a case follows.
                let times = told.iter().filter(says).count();
                assert!((1..=2).contains(&times), "{}: {part}: {times}", kind.name());
            }
        }
        all.push_str(&format!("{}\n", kind.name()));
        all.extend(told.iter().map(|line| format!("  {line}\n")));
    }
    let path = "tests/golden/missing_parts.txt";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, &all).unwrap();
    }
    assert_eq!(golden::difference(Path::new(path), &all), None);
}
