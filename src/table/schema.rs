//! What a kind's JSON Schema wants in a place.

use serde_json::Value;

use super::cell::Wanted;
use crate::kinds::Kind;
use crate::path::{Path, PathStep};
use crate::schema::{alternatives, describe, is_of_type};

/// The schema of a kind's records.
#[derive(Debug)]
pub(super) struct Schema(Value);

/// Why nothing can be put in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoValue {
    /// The record has no such place.
    Unknown,
    /// What stands there is a group of values, or a list.
    Group,
}

/// A place where one value stands, what it must be, and what the schema says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) place: String,
    pub(super) wanted: Wanted,
    pub(super) said: Said,
}

/// What a schema says of a field: its term, where it has one, and what to write there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Said {
    pub(super) term: String,
    pub(super) help: String,
    /// The term of the group that it is in.
    pub(super) within: String,
}

impl Said {
    fn of(field: &Value, within: &str) -> Said {
        let text = |name| field.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Said { term: text("title"), help: text("description"), within: within.to_owned() }
    }
}

/// So deep, and no deeper, a template for a table goes.
const DEPTH: usize = 6;

impl Schema {
    pub(super) fn of(kind: &Kind) -> Schema {
        let mut schema = kind.schema().clone();
        describe(&mut schema, kind.name());
        Schema(schema)
    }

    /// What a place wants.
    pub(super) fn wanted(&self, place: &Path) -> Result<Wanted, NoValue> {
        let here = self.at(place);
        if here.is_empty() {
            return Err(NoValue::Unknown);
        }
        let last = place.last_field().unwrap_or_default();
        wanted(&here).map(|wanted| of_field(last, wanted)).ok_or(NoValue::Group)
    }

    /// What a place allows; nothing where a record has no such place.
    fn at(&self, place: &Path) -> Vec<&Value> {
        let mut here = self.alternatives(&self.0);
        for step in place.steps() {
            let next = here.iter().filter_map(|schema| match step {
                PathStep::Field(name) => {
                    schema.get("properties").and_then(|fields| fields.get(name.as_ref()))
                }
                PathStep::Index(_) => schema.get("items"),
            });
            here = next.flat_map(|schema| self.alternatives(schema)).collect();
        }
        here
    }

    /// Whether one value may stand in a place.
    pub(super) fn has(&self, place: &str) -> bool {
        super::place::parse(place).is_some_and(|place| self.wanted(&place).is_ok())
    }

    /// Every place for one value, the first element of each list.
    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.walk(&self.0, "", &Said::default(), 0, &mut leaves);
        leaves
    }

    /// Every place for one value that a record must have, outside of lists.
    pub(super) fn required(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.walk_required(&self.0, "", 0, &mut leaves);
        leaves
    }

    /// Every place for one value that a record must have beside these: outside of lists, and in those in which one of
    /// these is.
    pub(super) fn required_beside(&self, places: &[&str]) -> Vec<Leaf> {
        let mut leaves = self.required();
        let mut lists: Vec<&str> = places
            .iter()
            .flat_map(|place| place.match_indices("[0]").map(|(at, index)| &place[..at + index.len()]))
            .collect();
        lists.sort_unstable();
        lists.dedup();
        for list in lists {
            for element in super::place::parse(list).map(|place| self.at(&place)).unwrap_or_default() {
                self.walk_required(element, list, 0, &mut leaves);
            }
        }
        leaves.dedup_by(|one, other| one.place == other.place);
        leaves
    }

    /// Whether what stands in a place is a file, not what somebody writes.
    pub(super) fn is_file(&self, place: &str) -> bool {
        let here = super::place::parse(place).map(|place| self.at(&place)).unwrap_or_default();
        here.iter().any(|schema| schema.get("contentEncoding").is_some())
    }

    /// The words of which one must stand in a place, where there are such.
    pub(super) fn words(&self, place: &str) -> Vec<String> {
        let here = super::place::parse(place).map(|place| self.at(&place)).unwrap_or_default();
        let words = here.iter().flat_map(|schema| {
            let words = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.chain(schema.get("const")).filter_map(Value::as_str).map(str::to_owned)
        });
        words.collect()
    }

    /// The words of which one stands in a place, each with what it is called, where no other text may stand there.
    pub(super) fn choices(&self, place: &Path) -> Vec<(String, String)> {
        let here = self.at(place);
        let is_free = |schema: &&Value| {
            is_of_type(schema, "string") && schema.get("const").is_none() && schema.get("enum").is_none()
        };
        if here.iter().any(is_free) {
            return Vec::new();
        }
        let choices = here.iter().filter_map(|schema| {
            let word = schema.get("const")?.as_str()?;
            let term = schema.get("title").and_then(Value::as_str)?;
            Some((word.to_owned(), term.to_owned()))
        });
        choices.collect()
    }

    /// The least and the most that a figure in a place may be.
    #[cfg(feature = "fillin")]
    pub(super) fn bounds(&self, place: &Path) -> (Option<f64>, Option<f64>) {
        let here = self.at(place);
        let figure = |name| here.iter().find_map(|schema| schema.get(name).and_then(Value::as_f64));
        (figure("minimum"), figure("maximum"))
    }

    /// Whether a record must have a value in a place, outside of lists.
    pub(super) fn requires(&self, place: &str) -> bool {
        self.required().iter().any(|leaf| leaf.place == place)
    }

    fn walk_required(&self, schema: &Value, place: &str, depth: usize, leaves: &mut Vec<Leaf>) {
        if depth == DEPTH {
            return;
        }
        for schema in self.alternatives(schema) {
            let names = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            for name in names.filter_map(Value::as_str) {
                let Some(field) = schema.get("properties").and_then(|fields| fields.get(name)) else {
                    continue;
                };
                let place = if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
                match wanted(&self.alternatives(field)) {
                    Some(wanted) => {
                        leaves.push(Leaf {
                            place,
                            wanted: of_field(name, wanted),
                            said: Said::of(field, ""),
                        });
                    }
                    None => self.walk_required(field, &place, depth + 1, leaves),
                }
            }
        }
    }

    fn walk(&self, schema: &Value, place: &str, said: &Said, depth: usize, leaves: &mut Vec<Leaf>) {
        let alternatives = self.alternatives(schema);
        if !place.is_empty()
            && let Some(wanted) = wanted(&alternatives)
        {
            let wanted = of_field(place.rsplit('.').next().unwrap_or_default(), wanted);
            leaves.push(Leaf { place: place.to_owned(), wanted, said: said.clone() });
            // What is written as one text may have fields too: a person, a time. A date has a cell.
            if wanted == Wanted::Date {
                return;
            }
        }
        if depth == DEPTH {
            return;
        }
        for schema in alternatives {
            if let Some(items) = schema.get("items") {
                self.walk(items, &format!("{place}[0]"), said, depth + 1, leaves);
            }
            for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
                let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                self.walk(field, &place, &Said::of(field, &said.term), depth + 1, leaves);
            }
        }
    }

    /// What a schema allows, references followed.
    fn alternatives<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        alternatives(&self.0, schema)
    }
}

/// What a field of this name wants: how long something took is written with hours, or with its unit.
fn of_field(name: &str, wanted: Wanted) -> Wanted {
    match wanted {
        Wanted::Integer | Wanted::IntegerOrWord if name == "duration" => Wanted::Minutes,
        wanted => wanted,
    }
}

/// The one value that these allow; nothing for an object or a list.
fn wanted(alternatives: &[&Value]) -> Option<Wanted> {
    let has = |name: &str| alternatives.iter().any(|schema| is_of_type(schema, name));
    let text = has("string")
        || alternatives.iter().any(|schema| {
            let words = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.chain(schema.get("const")).any(Value::is_string)
        });
    let is_date = |schema: &&Value| {
        let fields = schema.get("properties").and_then(Value::as_object);
        fields.is_some_and(|fields| {
            fields.len() == 3 && ["day", "month", "year"].iter().all(|name| fields.contains_key(*name))
        })
    };
    if alternatives.iter().any(is_date) {
        return Some(Wanted::Date);
    }
    match (text, has("integer"), has("number"), has("boolean")) {
        (true, _, true, _) => Some(Wanted::NumberOrWord),
        (true, true, ..) => Some(Wanted::IntegerOrWord),
        (true, ..) => Some(Wanted::Text),
        (_, _, true, _) => Some(Wanted::Number),
        (_, true, ..) => Some(Wanted::Integer),
        (.., true) => Some(Wanted::Truth),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    fn resolution() -> Schema {
        Schema::of(kinds::built_in().find(|kind| kind.name() == "resolution").unwrap())
    }

    fn wanted(place: &str) -> Result<Wanted, NoValue> {
        resolution().wanted(&super::super::place::parse(place).unwrap())
    }

    #[test]
    fn a_place_wants_what_the_record_has() {
        assert_eq!(wanted("issuer.name"), Ok(Wanted::Text));
        assert_eq!(wanted("issuer.superior"), Ok(Wanted::Text));
        assert_eq!(wanted("number"), Ok(Wanted::IntegerOrWord));
        assert_eq!(wanted("draft"), Ok(Wanted::Integer));
        assert_eq!(wanted("sections[0].targets[0].planned"), Ok(Wanted::Number));
        assert_eq!(wanted("sections[0].targets[0].actual"), Ok(Wanted::NumberOrWord));
        assert_eq!(wanted("session.duration"), Ok(Wanted::Minutes));
        assert_eq!(wanted("date"), Ok(Wanted::Date));
        assert_eq!(wanted("date.year"), Ok(Wanted::Integer));
        assert_eq!(wanted("recipients[3]"), Ok(Wanted::Text));
        assert_eq!(wanted("basis[0].document.date"), Ok(Wanted::Date));
        assert_eq!(wanted("signature.capacity"), Ok(Wanted::Text));
        assert_eq!(wanted("sections[0].items[1].paragraphs[0]"), Ok(Wanted::Text));
        assert_eq!(wanted("issuer"), Err(NoValue::Group));
        assert_eq!(wanted("recipients"), Err(NoValue::Group));
        assert_eq!(wanted("issuer.nam"), Err(NoValue::Unknown));
        assert_eq!(wanted("issuer[0]"), Err(NoValue::Unknown));
        assert_eq!(wanted("number.x"), Err(NoValue::Unknown));
    }

    #[test]
    fn the_leaves_are_places() {
        let leaves = resolution().leaves();
        for leaf in &leaves {
            assert_eq!(wanted(&leaf.place), Ok(leaf.wanted), "{}", leaf.place);
        }
        for place in ["session.chair", "session.chair.name", "session.chair.position"] {
            assert!(leaves.iter().any(|leaf| leaf.place == place), "{place}");
        }
        let name = leaves.iter().find(|leaf| leaf.place == "issuer.name").unwrap();
        assert_eq!(name.said.term, "tên cơ quan ban hành");
        assert!(leaves.iter().any(|leaf| leaf.place == "recipients[0]"));
    }
}
