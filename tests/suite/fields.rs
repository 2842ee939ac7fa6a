//! What a form is made from: whatever the records of a kind have, its fields describe.

use serde_json::Value;
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
