//! A list holds something in each of its places.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::{AnyRecord, Problem};

/// The elements of every list of every kind: nothing stands for one of them.
#[test]
fn a_blank_element_of_a_list_is_told() {
    let mut seen = BTreeSet::new();
    for (_, json) in crate::cases() {
        let record: Value = serde_json::from_str(&json).unwrap();
        let mut found = Vec::new();
        elements(&record, String::new(), String::new(), &mut found);
        for (pointer, path) in found {
            let place: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
            if !seen.insert((record["kind"].to_string(), place)) {
                continue;
            }
            for blank in [json!(null), json!(""), json!("\u{a0}\u{34f}")] {
                let mut record = record.clone();
                *record.pointer_mut(&pointer).unwrap() = blank.clone();
                let told = "mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này";
                match AnyRecord::from_json(&record.to_string()) {
                    Err(error) => {
                        assert_eq!(
                            crate::records::without_term(&error.to_string()),
                            format!("lỗi: {path}: {told} [quy ước; text.empty]")
                        )
                    }
                    Ok(_) if blank.is_null() => panic!("{path} was read"),
                    Ok(record) => {
                        let problems = crate::renderer().check(&record);
                        let of = |problem: &Problem| problem.path == path.as_str() && problem.message == told;
                        assert!(problems.iter().any(of), "{path}: {problems:?}");
                    }
                }
            }
        }
    }
    assert!(seen.len() > 100, "{}", seen.len());
}

/// The pointers and paths of what stands in lists, but for the cells of a table.
fn elements(value: &Value, pointer: String, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let (pointer, path) = (format!("{pointer}/{index}"), format!("{path}[{index}]"));
                if !path.contains("][") {
                    found.push((pointer.clone(), path.clone()));
                }
                elements(item, pointer, path, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                elements(field, format!("{pointer}/{name}"), format!("{path}{dot}{name}"), found);
            }
        }
        _ => {}
    }
}
