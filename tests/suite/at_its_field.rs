//! What is said to who sees a field, on a form or in a sheet: no word of JSON, no English.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::Problem;
use vanban::kinds::built_in;

use crate::fields::{json_words, words_of_json};

/// The example of a kind, one place changed; nothing takes it away.
fn changed(kind: &str, at: &str, value: Option<Value>) -> Value {
    let kind = vanban::kinds::named(kind).unwrap();
    let mut record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
    change(&mut record, at, value);
    record
}

fn change(record: &mut Value, at: &str, value: Option<Value>) {
    let (outer, name) = at.rsplit_once('/').unwrap();
    match (record.pointer_mut(outer).unwrap(), value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(name.to_owned(), value)),
        (Value::Object(fields), None) => drop(fields.shift_remove(name)),
        (Value::Array(items), Some(value)) => items[name.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(name.parse().unwrap())),
        _ => panic!("{at}"),
    }
}

/// The one problem of a record that is refused.
#[track_caller]
fn only(kind: &str, at: &str, value: Option<Value>) -> Problem {
    let error = crate::renderer().read(&changed(kind, at, value).to_string()).unwrap_err();
    match error.problems() {
        [only] => only.clone(),
        all => panic!("{all:#?}"),
    }
}

#[test]
fn what_is_wrong_is_said_for_who_sees_the_field() {
    for (kind, at, value, said) in [
        ("evaluation_form", "/scorer", None, "chưa ghi"),
        ("notice", "/place", Some(Value::Null), "chưa ghi"),
        ("notice", "/date", Some(json!("5/6")), "phải là ngày, ví dụ “05/6/2026”; hiện là “5/6”"),
        (
            "notice",
            "/date",
            Some(json!("5.6.2026")),
            "phải là ngày, ví dụ “05/6/2026”; hiện là “5.6.2026”; có phải “5/6/2026”?",
        ),
        ("evaluation_form", "/held", Some(json!("31/6/2026")), "ngày 31/6/2026 không có trong lịch"),
        (
            "evaluation_form",
            "/session/present",
            Some(json!("23 đ/c")),
            "phải là số nguyên; hiện là “23 đ/c”; có phải 23?",
        ),
        ("evaluation_form", "/session/present", Some(json!(7.5)), "phải là số nguyên; hiện là 7,5"),
        (
            "evaluation_form",
            "/session/variant",
            Some(json!("chuyen de")),
            "không có lựa chọn “chuyen de”; có phải “chuyên đề”?",
        ),
        (
            "evaluation_form",
            "/session/variant",
            Some(json!("x")),
            "không có lựa chọn “x”; hãy chọn một trong: thường kỳ, chuyên đề, thường kỳ kết hợp chuyên đề, cả quý",
        ),
        ("evaluation_form", "/signature", Some(json!("An")), "phải là nhóm mục; hiện là “An”"),
        ("evaluation_form", "/rows", Some(json!(7)), "phải là danh sách; hiện là 7"),
        ("notice", "/dia_danh", Some(json!("x")), "không có mục này; có phải mục “địa danh”?"),
    ] {
        assert_eq!(only(kind, at, value).at_its_field(), said, "{kind}{at}");
    }
}

/// What reads a record says more of it to who writes JSON.
#[test]
fn who_writes_json_reads_what_json_has() {
    let problem = only("notice", "/place", Some(Value::Null));
    assert_eq!(problem.message, "mục này bắt buộc mà để trống; hãy ghi nội dung");
    let in_json = serde_json::to_value(&problem).unwrap();
    assert_eq!(in_json["in_form"], "chưa ghi");
    let of_a_rule = only("notice", "/dia_danh", Some(json!("x")));
    assert_eq!(serde_json::to_value(&of_a_rule).unwrap()["in_form"], of_a_rule.at_its_field());
}

/// Every place of a value, each list's first element alone.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().take(1).for_each(|inner| places(inner, &format!("{at}/0"), found));
        }
        _ => {}
    }
}

/// English that sentences of developers hold.
const ENGLISH: [&str; 16] = [
    "a", "an", "the", "of", "must", "found", "write", "field", "value", "missing", "invalid", "expected",
    "required", "list", "object", "string",
];

#[test]
fn no_word_of_json_is_said() {
    let json = json_words();
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let examples = built_in().filter_map(|kind| Some((kind.name().to_owned(), kind.example()?.to_owned())));
    for (name, text) in examples.chain(crate::cases()) {
        let record: Value = serde_json::from_str(&text).unwrap();
        let kind = vanban::kinds::named(record["kind"].as_str().unwrap()).unwrap();
        let mut at = Vec::new();
        places(&record, "", &mut at);
        for at in at.iter().filter(|at| *at != "/kind" && seen.insert((kind.name(), (*at).clone()))) {
            let wrong = [
                None,
                Some(Value::Null),
                Some(json!("không rõ")),
                Some(json!("12 người")),
                Some(json!("31/6/2026")),
                Some(json!("25h00")),
                Some(json!(7.25)),
                Some(json!(-7)),
                Some(json!(true)),
                Some(json!([])),
                Some(json!([[]])),
                Some(json!({})),
                Some(json!({"chữ": 1})),
            ];
            for wrong in wrong {
                let mut broken = record.clone();
                change(&mut broken, at, wrong);
                let Err(error) = kind.read(broken) else { continue };
                for problem in error.problems() {
                    let told = problem.at_its_field();
                    let mut words = words_of_json(&json, told);
                    words.extend(told.split(' ').filter(|word| ENGLISH.contains(word)));
                    assert!(words.is_empty(), "{name}{at}: {words:?}: {told}\n{problem}");
                    said.insert(told.to_owned());
                }
            }
        }
    }
    assert!(said.len() > 50, "{said:#?}");
}

/// Nor by the rules, nor by what they tell to do where the sentence does not say it.
#[test]
fn no_rule_says_a_word_of_json() {
    let json = json_words();
    let problems = crate::catalogue::inputs();
    for problem in &problems {
        let told = problem.at_its_field();
        assert!(words_of_json(&json, told).is_empty(), "{problem}\n{told}");
        // A form that has a sentence of its own shows no remedy beside it.
        let has_own = told != problem.message;
        assert!(
            has_own || words_of_json(&json, problem.remedy()).is_empty(),
            "{problem}\n{}",
            problem.remedy()
        );
    }
    assert!(problems.len() > 50, "{}", problems.len());
    let remedies = std::fs::read_to_string("src/error/remedies.tsv").unwrap();
    let wrong = |line: &&str| {
        let (_, remedy) = line.split_once('\t').unwrap();
        !words_of_json(&json, remedy).is_empty()
    };
    assert_eq!(remedies.lines().filter(wrong).collect::<Vec<_>>(), [] as [&str; 0]);
}
