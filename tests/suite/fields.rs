//! What a form is made from: whatever the records of a kind have, its fields describe.

use serde_json::{Value, json};
use vanban::kinds::{Field, Shape, built_in};
use vanban::{AnyRecord, Record};

/// The example of each kind, and every case; one of them is of a caller's kind.
fn records() -> Vec<(String, AnyRecord)> {
    let examples = built_in().filter_map(|kind| Some((kind.name().to_owned(), kind.example()?.to_owned())));
    let renderer = crate::renderer();
    let read = |(name, json): (String, String)| {
        let record = renderer.read(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, record)
    };
    examples.chain(crate::cases()).map(read).collect()
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
