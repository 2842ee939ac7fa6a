//! Values on their way into a record.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::values::steps;

/// Marks a group that the record lacked, with the number of fields that it must have. No record has such a field.
const ADDED: &str = "\u{0}added";

/// The furthest element that a field may be of.
const ELEMENTS: usize = 10_000;

/// A record into which values are put.
pub(super) struct Placing {
    record: Value,
    /// The lists that the record lacked.
    lists: BTreeSet<String>,
}

impl Placing {
    pub(super) fn new(record: Value) -> Placing {
        Placing { record, lists: BTreeSet::new() }
    }

    /// Puts a value where a pointer leads; nothing takes away what is there. Groups that the record lacks are added
    /// with what they must have. Whether there is such a place.
    pub(super) fn put(&mut self, pointer: &str, with: &Map<String, Value>, value: Option<Value>) -> bool {
        let steps: Vec<String> = steps(pointer).collect();
        let Some((last, way)) = steps.split_last() else { return false };
        let mut holder = &mut self.record;
        let mut place = String::new();
        for (index, step) in way.iter().enumerate() {
            let is_holder = index + 1 == way.len();
            let Some(next) = below(holder, step, is_holder.then_some(with)) else { return false };
            place = format!("{place}/{step}");
            let element = next.is_null() && steps.get(index + 1).is_some_and(|next| is_index(next));
            if element {
                self.lists.insert(place.clone());
                *next = Value::Array(Vec::new());
            } else if next.is_null() {
                let mut group = Map::new();
                if is_holder {
                    group.clone_from(with);
                }
                group.insert(ADDED.to_owned(), group.len().into());
                *next = Value::Object(group);
            }
            holder = next;
        }
        match below(holder, last, None) {
            Some(place) => {
                *place = value.unwrap_or_default();
                true
            }
            None => false,
        }
    }

    /// The record: what got nothing is left out, and a text of several lines in a list is several elements.
    pub(super) fn done(mut self) -> Value {
        settle(&mut self.record, "", &self.lists);
        self.record
    }
}

fn is_index(step: &str) -> bool {
    step.parse::<usize>().is_ok()
}

/// The place of a step below a value, which becomes a group or a list where it is nothing yet.
fn below<'v>(value: &'v mut Value, step: &str, with: Option<&Map<String, Value>>) -> Option<&'v mut Value> {
    match value {
        Value::Object(fields) => Some(fields.entry(step.to_owned()).or_insert(Value::Null)),
        Value::Array(items) => {
            let index = step.parse::<usize>().ok().filter(|index| *index < ELEMENTS)?;
            let fits =
                |item: &Value| with.into_iter().flatten().all(|(name, own)| item.get(name) == Some(own));
            // Another element may stand there by now: the right one is known by what it must have.
            let index = match items.get(index) {
                Some(item) if !item.is_null() && !fits(item) => {
                    items.iter().position(fits).unwrap_or(items.len())
                }
                _ => index,
            };
            while items.len() <= index {
                items.push(Value::Null);
            }
            items.get_mut(index)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// Takes out what got nothing, from the leaves up.
fn settle(value: &mut Value, at: &str, lists: &BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let added = fields.shift_remove(ADDED).and_then(|own| own.as_u64());
            for (name, field) in fields.iter_mut() {
                settle(field, &format!("{at}/{name}"), lists);
            }
            fields.retain(|_, field| !field.is_null());
            if added.is_some_and(|own| fields.len() as u64 <= own) {
                *value = Value::Null;
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                settle(item, &format!("{at}/{index}"), lists);
            }
            let lines = |item: Value| match item {
                Value::String(text) if text.contains('\n') => text.split('\n').map(Value::from).collect(),
                item => vec![item],
            };
            *items =
                std::mem::take(items).into_iter().filter(|item| !item.is_null()).flat_map(lines).collect();
            if items.is_empty() && lists.contains(at) {
                *value = Value::Null;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
