//! What of a value a schema does not allow: everything at once, each with its path.

use serde_json::{Map, Value};

use super::fault::{Expected, Fault, What};
use super::meant::Object;
use super::titles::Titles;
use super::{alternatives, is_of_type};
use crate::error::{Problem, Problems};
use crate::path::{Here, Path};
use crate::text::forms::{FORMS, Is};

/// Every fault of a value of this kind or type, in the order of its fields.
pub(crate) fn faults(root: &Value, owner: &str, value: &Value) -> Vec<Problem> {
    let mut problems = Problems::default();
    let titles = Titles { root, owner };
    for fault in (Checker { root }).value(value, root, &Here::Record, 0) {
        fault.tell(&titles, &mut problems);
    }
    problems.into_vec()
}

/// So many references in a row lead in a circle.
const MOST_REFERENCES: usize = 32;

struct Checker<'a> {
    root: &'a Value,
}

impl<'a> Checker<'a> {
    fn value(&self, value: &Value, schema: &'a Value, here: &Here<'_>, references: usize) -> Vec<Fault> {
        let Value::Object(words) = schema else { return Vec::new() };
        let mut faults = Vec::new();
        if let Some(to) = words.get("$ref").and_then(Value::as_str)
            && references < MOST_REFERENCES
            && let Some(target) = to.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer))
        {
            faults.extend(self.value(value, target, here, references + 1));
        }
        for word in ["anyOf", "oneOf"] {
            let choices = words.get(word).and_then(Value::as_array);
            faults.extend(choices.into_iter().flat_map(|all| self.choice(value, all, here, references)));
        }
        for part in words.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            faults.extend(self.value(value, part, here, references));
        }
        faults.extend(bare(value, words, here));
        // What is of another type has no parts to look at.
        if faults.is_empty() || words.get("type").is_none_or(|_| is(value, schema)) {
            match value {
                Value::Object(fields) => self.fields(fields, words, here, &mut faults),
                Value::Array(items) => self.items(items, words, here, &mut faults),
                _ => {}
            }
        }
        faults
    }

    /// None where one of the choices fits; else the faults of the one that was meant.
    fn choice(&self, value: &Value, choices: &'a [Value], here: &Here<'_>, references: usize) -> Vec<Fault> {
        let path = Path::from(here);
        let mut meant: Option<(usize, Vec<Fault>)> = None;
        let mut expected = Expected::instead_of(value);
        for choice in choices {
            let faults = self.value(value, choice, here, references);
            if faults.is_empty() {
                return faults;
            }
            let other = faults.iter().find_map(|fault| match &fault.what {
                What::Other(other) if fault.path == path => Some(other),
                _ => None,
            });
            match other {
                Some(other) => expected.add(other),
                None => {
                    let own = self.own_fields(value, choice);
                    let better = meant.as_ref().is_none_or(|(most, least)| {
                        own > *most || (own == *most && faults.len() < least.len())
                    });
                    if better {
                        meant = Some((own, faults));
                    }
                }
            }
        }
        match meant {
            Some((0, faults)) if value.is_object() && choices.len() > 1 => {
                self.none_of(value, choices, here).unwrap_or(faults)
            }
            Some((_, faults)) => faults,
            None => vec![Fault::new(here, What::Other(expected))],
        }
    }

    /// How many of an object's fields a schema knows.
    fn own_fields(&self, value: &Value, schema: &'a Value) -> usize {
        let Value::Object(fields) = value else { return 0 };
        let names = self.names(schema);
        fields.keys().filter(|name| names.contains(&name.as_str())).count()
    }

    fn names(&self, schema: &'a Value) -> Vec<&'a str> {
        let objects = alternatives(self.root, schema);
        let fields = objects.into_iter().filter_map(|schema| schema.get("properties")?.as_object());
        fields.flat_map(|fields| fields.keys().map(String::as_str)).collect()
    }

    /// An object whose fields none of the choices knows.
    fn none_of(&self, value: &Value, choices: &'a [Value], here: &Here<'_>) -> Option<Vec<Fault>> {
        let fields = value.as_object().filter(|fields| !fields.is_empty())?;
        let known: Vec<String> =
            choices.iter().flat_map(|choice| self.names(choice)).map(str::to_owned).collect();
        let fault = |name: &String| {
            Fault::new(&Here::Field(here, name), What::Unknown { name: name.clone(), known: known.clone() })
        };
        Some(fields.keys().map(fault).collect())
    }

    fn fields(
        &self,
        fields: &Map<String, Value>,
        words: &'a Map<String, Value>,
        here: &Here<'_>,
        faults: &mut Vec<Fault>,
    ) {
        let own = words.get("properties").and_then(Value::as_object);
        let rest = words.get("additionalProperties");
        for (name, value) in fields {
            let here = Here::Field(here, name);
            match (own.and_then(|own| own.get(name)), rest) {
                (Some(schema), _) | (None, Some(schema @ Value::Object(_))) => {
                    faults.extend(self.value(value, schema, &here, 0));
                }
                (None, Some(Value::Bool(false))) => {
                    let known = own.into_iter().flat_map(Map::keys).cloned().collect();
                    faults.push(Fault::new(&here, What::Unknown { name: name.clone(), known }));
                }
                _ => {}
            }
        }
        for name in words.get("required").and_then(Value::as_array).into_iter().flatten() {
            if let Some(name) = name.as_str().filter(|name| !fields.contains_key(*name)) {
                faults.push(Fault::new(&Here::Field(here, name), What::Missing(name.to_owned())));
            }
        }
    }

    fn items(
        &self,
        items: &[Value],
        words: &'a Map<String, Value>,
        here: &Here<'_>,
        faults: &mut Vec<Fault>,
    ) {
        let first = words.get("prefixItems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = first.get(index).or_else(|| words.get("items")) {
                faults.extend(self.value(item, schema, &Here::Index(here, index), 0));
            }
        }
        let count = |word: &str| words.get(word).and_then(Value::as_u64);
        let length = items.len() as u64;
        let (least, most) = (count("minItems"), count("maxItems"));
        if least.is_some_and(|least| length < least) || most.is_some_and(|most| length > most) {
            faults.push(Fault::new(here, What::Length { least, most, found: items.len() }));
        }
    }
}

/// What a schema says of the value itself, not of its parts.
fn bare(value: &Value, words: &Map<String, Value>, here: &Here<'_>) -> Vec<Fault> {
    let values: Vec<Value> = match (words.get("const"), words.get("enum").and_then(Value::as_array)) {
        (Some(only), _) => vec![only.clone()],
        (None, Some(all)) => all.clone(),
        (None, None) => Vec::new(),
    };
    let typed = words.get("type").is_none_or(|_| is(value, &Value::Object(words.clone())));
    if !typed || (!values.is_empty() && !values.contains(value)) {
        // A word of few, or a text of a form, is more than a text.
        let form = words.get("pattern").and_then(form);
        let types = if values.is_empty() && form.is_none() { types(words) } else { Vec::new() };
        let expected = Expected::instead_of(value).types(types).values(values).object(Object::of(words));
        let expected = form.into_iter().fold(expected, Expected::form);
        return vec![Fault::new(here, What::Other(expected))];
    }
    if let (Value::String(text), Some(form)) = (value, words.get("pattern").and_then(form)) {
        match (form.is)(text) {
            Is::It => {}
            Is::NoSuch(reason) => return vec![Fault::new(here, What::NoSuch(reason))],
            Is::Other => {
                return vec![Fault::new(here, What::Other(Expected::instead_of(value).form(form)))];
            }
        }
    }
    let bound = |word: &str| words.get(word).filter(|bound| bound.is_number());
    let (least, most) = (bound("minimum"), bound("maximum"));
    let outside = value.as_f64().is_some_and(|number| {
        least.and_then(Value::as_f64).is_some_and(|least| number < least)
            || most.and_then(Value::as_f64).is_some_and(|most| number > most)
            || !fits_in(value, words)
    });
    if outside {
        let range = |bound: Option<&Value>| bound.map(Value::to_string);
        return vec![Fault::new(
            here,
            What::Range { least: range(least), most: range(most), found: value.clone() },
        )];
    }
    Vec::new()
}

/// Whether a whole number fits into the size of number that the schema names.
fn fits_in(value: &Value, words: &Map<String, Value>) -> bool {
    match words.get("format").and_then(Value::as_str) {
        Some("uint8") => value.as_u64().is_some_and(|number| u8::try_from(number).is_ok()),
        Some("uint16") => value.as_u64().is_some_and(|number| u16::try_from(number).is_ok()),
        Some("uint32") => value.as_u64().is_some_and(|number| u32::try_from(number).is_ok()),
        Some("uint64" | "uint") => value.is_u64(),
        Some("int32") => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        _ => true,
    }
}

fn form(pattern: &Value) -> Option<&'static crate::text::forms::Form> {
    FORMS.into_iter().find(|form| pattern == form.pattern)
}

/// The types that a schema names.
fn types(words: &Map<String, Value>) -> Vec<String> {
    let named = match words.get("type") {
        Some(Value::String(name)) => vec![name.as_str()],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    named.into_iter().map(str::to_owned).collect()
}

/// Whether a value is of a type that the schema names.
fn is(value: &Value, schema: &Value) -> bool {
    let of = |name: &str| is_of_type(schema, name);
    match value {
        Value::Null => of("null"),
        Value::Bool(_) => of("boolean"),
        Value::Number(number) => of("number") || (of("integer") && !number.is_f64()),
        Value::String(_) => of("string"),
        Value::Array(_) => of("array"),
        Value::Object(_) => of("object"),
    }
}
