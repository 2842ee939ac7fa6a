//! What a form is made from: whatever the records of a kind have, its fields describe.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::kinds::{Field, Figure, Shape, built_in};
use vanban::{AnyRecord, Record};

/// What no case has: a layout of its own, half a year.
fn others() -> [(String, String); 2] {
    let example = |name: &str, field: &str, value: Value| {
        let kind = vanban::kinds::named(name).unwrap();
        let mut record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        record[field] = value;
        (format!("{name} {field}"), record.to_string())
    };
    let layout = json!({
        "type_name_pt": 15, "subject_pt": 15, "body_pt": 15, "line_pitch_pt": 20, "first_line_mm": 12.5, "paragraph_gap_pt": 8
    });
    [
        example("resolution", "layout", layout),
        example("evaluation_summary", "period", json!({"year": 2026, "half": 1})),
    ]
}

/// The example of each kind, and every case; one of them is of a caller's kind.
fn records() -> Vec<(String, AnyRecord)> {
    let examples = built_in().filter_map(|kind| Some((kind.name().to_owned(), kind.example()?.to_owned())));
    let renderer = crate::renderer();
    let read = |(name, json): (String, String)| {
        let record = renderer.read(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, record)
    };
    examples.chain(crate::cases()).chain(others()).map(read).collect()
}

/// What of a value its fields do not describe.
struct Checker {
    at: Vec<String>,
    faults: Vec<String>,
    leaves: usize,
}

impl Checker {
    fn fault(&mut self, value: &Value) {
        self.faults.push(format!("{}: {value}", self.at.join(".")));
    }

    fn fields(&mut self, value: &Value, fields: &[Field]) {
        let Some(own) = value.as_object() else { return self.fault(value) };
        for (name, value) in own {
            self.at.push(name.clone());
            match fields.iter().find(|field| field.name == *name) {
                Some(field) if field.by_hand && value == "by_hand" => self.leaves += 1,
                Some(field) if !field.required && value.is_null() => {}
                Some(field) => self.shape(value, &field.shape),
                None => self.fault(value),
            }
            self.at.pop();
        }
    }

    fn shape(&mut self, value: &Value, shape: &Shape) {
        let fits = match shape {
            Shape::Text | Shape::Picture => value.is_string(),
            Shape::Number(figure) => value.is_number() && (!figure.whole || !value.is_f64()),
            Shape::Flag => value.is_boolean(),
            Shape::Choice(values) => values.iter().any(|(known, _)| value == known.as_str()),
            Shape::Spelt(_) if value.is_string() => true,
            Shape::Spelt(fields) | Shape::Group(fields) => return self.fields(value, fields),
            Shape::List(element) => {
                let Some(items) = value.as_array() else { return self.fault(value) };
                for (index, item) in items.iter().enumerate() {
                    self.at.push(index.to_string());
                    self.shape(item, element);
                    self.at.pop();
                }
                return;
            }
            Shape::OneOf(several) => {
                let tried = several.iter().map(|(_, one)| {
                    let mut own = Checker { at: self.at.clone(), faults: Vec::new(), leaves: 0 };
                    own.shape(value, one);
                    own
                });
                let mut fit: Vec<Checker> = tried.filter(|own| own.faults.is_empty()).collect();
                match (fit.pop(), fit.is_empty()) {
                    (Some(only), true) => self.leaves += only.leaves,
                    _ => self.fault(value),
                }
                return;
            }
            _ => false,
        };
        self.leaves += 1;
        if !fits {
            self.fault(value);
        }
    }
}

#[test]
fn whatever_a_record_has_is_described() {
    let mut leaves = 0;
    for (name, record) in records() {
        let mut json: Value = serde_json::from_str(&record.to_json().unwrap()).unwrap();
        let own = json.as_object_mut().unwrap();
        own.remove("kind");
        own.remove("format");
        let mut checker = Checker { at: Vec::new(), faults: Vec::new(), leaves: 0 };
        checker.fields(&json, &record.kind().fields(None));
        assert!(checker.faults.is_empty(), "{name}\n{}", checker.faults.join("\n"));
        leaves += checker.leaves;
    }
    assert!(leaves > 3_000, "{leaves}");
}

/// Every field of every kind and variant, with the names of those that it is in.
fn every_field(mut seen: impl FnMut(&str, &Field)) {
    fn walk(fields: &[Field], at: &str, seen: &mut dyn FnMut(&str, &Field)) {
        for field in fields {
            let at = format!("{at}.{}", field.name);
            seen(&at, field);
            inside(&field.shape, &at, seen);
        }
    }
    fn inside(shape: &Shape, at: &str, seen: &mut dyn FnMut(&str, &Field)) {
        match shape {
            Shape::Group(fields) | Shape::Spelt(fields) => walk(fields, at, seen),
            Shape::List(element) => inside(element, at, seen),
            Shape::OneOf(several) => several.iter().for_each(|(_, one)| inside(one, at, seen)),
            _ => {}
        }
    }
    for kind in built_in() {
        let variants = kind.variants();
        for variant in variants.iter().map(|(name, _)| Some(name.as_str())).chain([None]) {
            walk(&kind.fields(variant), kind.name(), &mut seen);
        }
    }
}

#[test]
fn several_have_names_that_differ() {
    fn several(shape: &Shape) -> Vec<&str> {
        match shape {
            Shape::OneOf(several) => several.iter().map(|(name, _)| name.as_str()).collect(),
            Shape::List(element) => several(element),
            _ => Vec::new(),
        }
    }
    let mut count = 0;
    every_field(|at, field| {
        let names = several(&field.shape);
        let mut known = names.clone();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), names.len(), "{at}: {names:?}");
        let ours = |name: &&str| !name.is_empty() && !name.is_ascii();
        assert!(names.iter().all(ours), "{at}: {names:?}");
        count += usize::from(!names.is_empty());
    });
    assert!(count > 50, "{count}");
}

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

/// Who fills in a form reads no word of JSON: no value, no name of a field, nothing with `_`.
#[test]
fn a_form_says_no_word_of_json() {
    fn words(schema: &Value, found: &mut BTreeSet<String>) {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match schema {
            Value::Object(own) => {
                found.extend(own.get("const").and_then(text));
                found
                    .extend(own.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(text));
                if let Some(Value::Object(fields)) = own.get("properties") {
                    found.extend(fields.keys().cloned());
                }
                own.values().for_each(|inner| words(inner, found));
            }
            Value::Array(all) => all.iter().for_each(|inner| words(inner, found)),
            _ => {}
        }
    }
    let mut json: BTreeSet<String> =
        ["true", "false", "null", "by_hand", "base64", "auto"].map(str::to_owned).into();
    built_in().for_each(|kind| words(&kind.json_schema(), &mut json));
    // What an office writes itself.
    json.retain(|word| word.chars().any(char::is_lowercase));
    let mut read = 0;
    every_field(|at, field| {
        let mut texts = vec![&field.term, &field.help];
        let mut shape = &field.shape;
        while let Shape::List(element) = shape {
            shape = element;
        }
        match shape {
            Shape::Choice(values) => texts.extend(values.iter().map(|(_, term)| term)),
            Shape::OneOf(several) => texts.extend(several.iter().map(|(name, _)| name)),
            _ => {}
        }
        for text in texts {
            read += 1;
            let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
            for word in text.split(|letter| !is_part(letter)) {
                assert!(!json.contains(word) && !word.contains('_'), "{at}: {word}: {text}");
            }
            assert!(!text.is_empty() && !text.contains(['{', '|', '}', '"']), "{at}: {text}");
        }
    });
    assert!(read > 10_000, "{read}");
}
