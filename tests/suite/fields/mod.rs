//! What a form is made from: whatever the records of a kind have, its fields describe.

mod typed;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::kinds::{Field, Shape, built_in};
use vanban::scoring::CriteriaSet;
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

/// Every word of JSON in the schemas: names of fields, values.
pub fn json_words() -> BTreeSet<String> {
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
    json
}

/// What of a text is a word of JSON.
pub fn words_of_json<'t>(json: &BTreeSet<String>, text: &'t str) -> Vec<&'t str> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words = text.split(|letter| !is_part(letter));
    let marks = text.matches(['{', '|', '}', '"', '[', ']']);
    words.filter(|word| json.contains(*word) || word.contains('_')).chain(marks).collect()
}

/// Who fills in a form reads no word of JSON: no value, no name of a field, nothing with `_`.
#[test]
fn a_form_says_no_word_of_json() {
    let json = json_words();
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
            assert!(!text.is_empty() && words_of_json(&json, text).is_empty(), "{at}: {text}");
        }
    });
    assert!(read > 10_000, "{read}");
}

#[test]
fn a_criteria_set_is_one_of_those_that_the_renderer_has() {
    let own = {
        let mut set = CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
        (set.id, set.name) = ("of_our_own".into(), "Bộ tiêu chí của xã Tân Lập".into());
        set
    };
    let renderer = vanban::Renderer::new().with_criteria(own).unwrap();
    let mut found = 0;
    for kind in built_in() {
        let (mut plain, mut offered) = (kind.fields(None), renderer.fields(kind, None));
        // A guidance has one in each of its forms.
        for fields in [&mut plain, &mut offered] {
            let forms = fields.iter().position(|field| field.name == "forms").map(|at| fields.remove(at));
            if let Some(Shape::List(form)) = forms.map(|forms| forms.shape)
                && let Shape::Group(own) = *form
            {
                fields.extend(own);
            }
        }
        for (field, plain) in offered.iter().zip(&plain) {
            if field.name != "criteria_set" {
                assert_eq!(field, plain);
                continue;
            }
            assert_eq!(plain.shape, Shape::Text);
            let Shape::Choice(sets) = &field.shape else { panic!("{field:?}") };
            assert_eq!(sets.len(), renderer.criteria().ids().count());
            let own = ("of_our_own".to_owned(), "Bộ tiêu chí của xã Tân Lập".to_owned());
            assert!(sets.contains(&own), "{sets:?}");
            found += 1;
        }
    }
    assert_eq!(found, 3);
}
