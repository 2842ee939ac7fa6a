//! What people type, and read again, is what the record has: texts of dates and persons, figures as texts.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::kinds::{Field, Figure, Shape};
use vanban::{AnyRecord, Record};

use super::{every_field, records};

/// As people write it, a record is the same one; what it says in fields, no text says.
#[test]
fn a_record_is_read_again_as_people_write_it() {
    fn texts(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
            Value::String(text) => found.push(text.clone()),
            _ => {}
        }
    }
    fn dates(value: &Value, open: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| dates(item, open)),
            Value::Object(fields) => {
                let is = |name: &str| fields.get(name).is_some_and(Value::is_number);
                let whole = is("day") && is("month") && is("year") || is("hour") && is("minute");
                if whole {
                    open.push(value.to_string());
                }
                fields.values().for_each(|field| dates(field, open));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    for (name, record) in records() {
        let written = record.as_written().unwrap();
        let read = crate::renderer().read(&written.to_string());
        let read = read.unwrap_or_else(|error| panic!("{name}: {error}\n{written:#}"));
        assert_eq!(read.to_json().unwrap(), record.to_json().unwrap(), "{name}");
        texts(&written, &mut all);
        let mut open = Vec::new();
        dates(&written, &mut open);
        assert!(open.is_empty(), "{name}: {open:?}");
    }
    for text in ["05/6/2026", "14h00", "Nguyễn Văn An, Bí thư Chi bộ"] {
        assert!(all.iter().any(|known| known == text), "{text}");
    }
}

#[test]
fn what_no_text_says_is_written_by_its_fields() {
    let json = |chair: Value, date: Value, starts: Value| {
        let mut record: Value = serde_json::from_str(&crate::case("minutes_full")).unwrap();
        let mut record = record.take();
        record["chair"] = chair;
        record["date"] = date;
        record["starts"] = starts;
        let record = AnyRecord::from_json(&record.to_string()).unwrap();
        let written = record.as_written().unwrap();
        (written["chair"].clone(), written["date"].clone(), written["starts"].clone())
    };
    let pen = json!({"hour": 14, "minute": "by_hand"});
    let day = json!({"day": "by_hand", "month": 6, "year": 2026});
    let odd = json!({"name": "Lê Văn An, Bí thư", "position": "Trần Văn Bình"});
    assert_eq!(json(odd.clone(), day.clone(), pen.clone()), (odd, day, pen));
    let one = json!({"name": "An"});
    let wrong = json!({"day": 31, "month": 6, "year": 2026});
    assert_eq!(json(one, wrong.clone(), json!({"hour": 8})), (json!("Đồng chí An"), wrong, json!("08h00")));
    let by_hand = json("by_hand".into(), "1/2/2026".into(), "9 giờ".into());
    assert_eq!(by_hand, (json!("by_hand"), json!("01/02/2026"), json!("09h00")));
    let group = json!({"position": "Chi uỷ"});
    assert_eq!(json(group, "2026-06-05".into(), "9:5".into()).0, json!("Chi uỷ"));
}

/// Where a record has numbers, by their pointers, with what may stand there.
fn numbers(value: &Value, fields: &[Field], at: &str, found: &mut Vec<(String, String, Figure, bool)>) {
    fn inside(
        value: &Value,
        field: &Field,
        shape: &Shape,
        at: &str,
        found: &mut Vec<(String, String, Figure, bool)>,
    ) {
        match shape {
            Shape::Number(figure) if value.is_number() => {
                found.push((at.to_owned(), field.term.clone(), *figure, field.by_hand));
            }
            Shape::Group(fields) | Shape::Spelt(fields) => numbers(value, fields, at, found),
            Shape::OneOf(several) => several.iter().for_each(|(_, one)| inside(value, field, one, at, found)),
            Shape::List(element) => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    inside(item, field, element, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        if let Some(field) = fields.iter().find(|field| field.name == *name) {
            inside(value, field, &field.shape, &format!("{at}/{name}"), found);
        }
    }
}

/// A record of JSON with another value at a place.
fn with(record: &Value, at: &str, value: &str) -> Value {
    let mut record = record.clone();
    *record.pointer_mut(at).unwrap() = value.into();
    record
}

#[test]
fn a_number_may_be_a_text_wherever_one_stands() {
    let mut seen = BTreeSet::new();
    let mut told = BTreeSet::new();
    for (name, record) in records() {
        let canonical = record.to_json().unwrap();
        let json: Value = serde_json::from_str(&canonical).unwrap();
        let mut places = Vec::new();
        numbers(&json, &record.kind().fields(None), "", &mut places);
        let mut all = json.clone();
        for (at, term, figure, _) in &places {
            let known = json.pointer(at).unwrap();
            let said = match known.as_u64() {
                Some(whole) if figure.whole => format!("{whole:02}"),
                _ => known.to_string().replace('.', ","),
            };
            *all.pointer_mut(at).unwrap() = format!(" {said} ").into();
            if !seen.insert((record.kind().name().to_owned(), term.clone(), at.matches('/').count())) {
                continue;
            }
            let read = record.kind().read(with(&json, at, &said));
            let read = read.unwrap_or_else(|error| panic!("{name}{at}: {said}: {error}"));
            assert_eq!(read.to_json().unwrap(), canonical, "{name}{at}: {said}");
            let wrong = if figure.whole { ["mười", "8,5"] } else { ["mười", "8,5%"] };
            for wrong in wrong {
                let error = record.kind().read(with(&json, at, wrong)).unwrap_err();
                let problem = match error.problems() {
                    [only] => only,
                    all => panic!("{name}{at}: {wrong}: {all:#?}"),
                };
                let path = format!("/{}", problem.path.to_string().replace(['.', '['], "/").replace(']', ""));
                assert_eq!(path, *at, "{name}: {problem}");
                told.insert(problem.message.clone());
            }
        }
        let read = record.kind().read(all.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read.to_json().unwrap(), canonical, "{name}");
        // What is a number is no fault beside what is one.
        all.as_object_mut().unwrap().insert("noi_dung_la".to_owned(), "x".into());
        let error = record.kind().read(all).unwrap_err();
        let paths: Vec<String> = error.problems().iter().map(|problem| problem.path.to_string()).collect();
        assert_eq!(paths, ["noi_dung_la"], "{name}: {error}");
    }
    let vietnamese =
        |said: &String| said.starts_with("phải là số nguyên") || said.contains("” không phải là số; ");
    assert!(told.iter().all(vietnamese), "{told:?}");
    let mut all = BTreeSet::new();
    every_field(|_, field| {
        if matches!(field.shape, Shape::Number(_)) {
            all.insert(field.term.clone());
        }
    });
    let seen: BTreeSet<String> = seen.into_iter().map(|(_, term, _)| term).collect();
    let missed: Vec<&String> = all.difference(&seen).collect();
    assert!(missed.is_empty(), "no case has a number at {missed:?}");
}
