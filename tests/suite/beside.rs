//! Where something cannot be read, what the rules find in the rest is told at once; nothing else is.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::kinds::built_in;
use vanban::{Problem, Record};

/// All that is told of a record that is refused.
#[track_caller]
fn refused(json: &Value) -> Vec<Problem> {
    match crate::renderer().read(&json.to_string()) {
        Ok(record) => panic!("it was read: {record:?}"),
        Err(error) => error.problems().to_vec(),
    }
}

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|it| format!("{}: {}", it.path, it.message)).collect()
}

fn example(kind: &str) -> Value {
    let kind = vanban::kinds::named(kind).unwrap();
    serde_json::from_str(kind.example().unwrap()).unwrap()
}

#[test]
fn a_day_that_is_none_hides_no_other_problem() {
    let mut form = example("evaluation_form");
    form["held"] = json!("31/6/2026");
    form["session"]["present"] = json!(27);
    let rows = form["rows"].as_array_mut().unwrap();
    let row = rows.iter_mut().find(|row| row["criterion"] == "4.5").unwrap();
    row["self_score"] = json!(4);
    row.as_object_mut().unwrap().shift_remove("note");
    let told = refused(&form);
    let place = told.iter().find(|it| it.code == "rows.note_missing").unwrap().path.clone();
    assert_eq!(
        lines(&told),
        [
            "held: ngày 31/6/2026 không có trong lịch".to_owned(),
            "session.present: có mặt 27 đồng chí, nhiều hơn 26 đảng viên của chi bộ".to_owned(),
            format!("{place}: tiêu chí 4.5 không đạt điểm tối đa 5; phải ghi lý do trừ điểm"),
        ]
    );
}

/// A place, without which elements of lists it is in.
fn general(at: &str) -> String {
    at.split('/')
        .map(|step| if step.parse::<usize>().is_ok() { "*" } else { step })
        .collect::<Vec<_>>()
        .join("/")
}

fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, inner)| leaves(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(items) if !items.is_empty() => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, inner)| leaves(inner, &format!("{at}/{index}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

/// Breaks a leaf of a record; what is told beside it that is not told of the record as it was.
fn breaks(name: &str, sound: &Value, at: &str, known: &BTreeSet<String>) -> Vec<String> {
    let renderer = crate::renderer();
    let mut false_ones = Vec::new();
    let several = match sound.pointer(at) {
        Some(Value::String(_)) => [json!({"lạ": 1}), json!("31/6/2026")],
        _ => [json!("không rõ"), json!(-7)],
    };
    for wrong in several {
        let mut json = sound.clone();
        *json.pointer_mut(at).unwrap() = wrong.clone();
        let Err(error) = renderer.read(&json.to_string()) else { continue };
        let kind = renderer.kinds().find(|kind| sound["kind"] == kind.name()).unwrap();
        let shape = kind.read(json).unwrap_err();
        let (shape, told) = (shape.problems(), error.problems());
        assert!(told.starts_with(shape), "{name}{at} = {wrong}: {told:#?}");
        let rest = told[shape.len()..].iter().map(ToString::to_string).filter(|it| !known.contains(it));
        false_ones.extend(rest.map(|it| format!("{name}{at} = {wrong}: {it}")));
    }
    false_ones
}

#[test]
fn what_cannot_be_read_gives_no_false_problem() {
    let renderer = crate::renderer();
    let examples = built_in().filter_map(|kind| Some((kind.name().to_owned(), kind.example()?.to_owned())));
    let mut work = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, json) in examples.chain(crate::cases()) {
        let sound: Value = serde_json::from_str(&json).unwrap();
        let record = renderer.read(&json).unwrap();
        let known: BTreeSet<String> = renderer.check_rules(&record).iter().map(ToString::to_string).collect();
        let mut places = Vec::new();
        leaves(&sound, "", &mut places);
        let kind = record.kind().name().to_owned();
        let every = std::env::var_os("EVERY").is_some();
        places.retain(|at| at != "/kind" && (seen.insert((kind.clone(), general(at))) || every));
        work.extend(places.into_iter().map(|at| (name.clone(), sound.clone(), at, known.clone())));
    }
    assert!(work.len() > 500, "{}", work.len());
    let false_ones: Vec<String> = std::thread::scope(|scope| {
        let several = work.chunks(work.len().div_ceil(4)).map(|work| {
            scope.spawn(move || -> Vec<String> {
                work.iter().flat_map(|(name, sound, at, known)| breaks(name, sound, at, known)).collect()
            })
        });
        let several: Vec<_> = several.collect();
        several.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    assert!(false_ones.is_empty(), "{}", false_ones.join("\n"));
}
