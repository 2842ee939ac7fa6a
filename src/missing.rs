//! What a record lacks by the rules, where its shape alone is refused already: an office is told all of it at once.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Error, Problem, Result};
use crate::kinds::{self, AnyRecord, Kind};
use crate::path::{Path, PathStep};
use crate::text::is_blank;

/// The code of a field that is left open.
const EMPTY: &str = "text.empty";

/// Reads a record of one of the kinds, which it names. What cannot be read is stood in for by the kind's example; only
/// what is missing is told of such a record.
pub(crate) fn read<'a>(
    json: &str,
    kinds: impl Iterator<Item = &'a Kind> + Clone,
    check: impl Fn(&AnyRecord) -> Vec<Problem>,
) -> Result<AnyRecord> {
    let value = kinds::parse(json)?;
    // It is read a second time where it is refused, since most are not.
    let name = value.get("kind").and_then(Value::as_str).map(str::to_owned);
    kinds::read_any(value, kinds.clone()).map_err(|error| {
        let kind = kinds.clone().find(|kind| Some(kind.name()) == name.as_deref());
        match (error, kind, kinds::parse(json)) {
            (Error::Shape(told), Some(kind), Ok(value)) => {
                let more = missing(&value, kind, &told, &check);
                Error::Shape([told, more].concat())
            }
            (error, ..) => error,
        }
    })
}

/// What the rules miss beside what is told.
fn missing(
    json: &Value,
    kind: &Kind,
    told: &[Problem],
    check: impl Fn(&AnyRecord) -> Vec<Problem>,
) -> Vec<Problem> {
    let record = stand_in(json, kind, told).and_then(|filled| kind.read(filled).ok());
    let is_new = |problem: &Problem| {
        let lacks = problem.code == EMPTY || problem.code.ends_with("missing");
        lacks
            && problem.is_error()
            && is_open(json, &problem.path)
            && !told.iter().any(|known| known.path.starts_with(&problem.path))
    };
    let mut more: Vec<Problem> = record.iter().flat_map(check).filter(is_new).collect();
    // What a part lacks because of its own open field is told when that is filled in.
    let open = told.iter().chain(&more).filter(|problem| problem.code == EMPTY);
    let parts: BTreeSet<&[PathStep]> = open.filter_map(|problem| part(&problem.path)).collect();
    let follows: Vec<bool> = more
        .iter()
        .map(|problem| problem.code != EMPTY && part(&problem.path).is_some_and(|part| parts.contains(part)))
        .collect();
    let mut follows = follows.into_iter();
    more.retain(|_| !follows.next().unwrap_or_default());
    // A field that is open lacks all that the rules want there: it is named once.
    let mut named = BTreeSet::new();
    more.retain(|problem| named.insert(problem.path.clone()));
    more
}

/// The part that has the field at a path; none for the record's own fields.
fn part(path: &Path) -> Option<&[PathStep]> {
    let (_, part) = path.steps().split_last()?;
    (!part.is_empty()).then_some(part)
}

/// The record with the example's fields in the place of those in which something is wrong.
fn stand_in(json: &Value, kind: &Kind, told: &[Problem]) -> Option<Value> {
    let example: Value = serde_json::from_str(kind.example()?).ok()?;
    let mut filled = json.clone();
    let fields = filled.as_object_mut()?;
    for problem in told {
        let Some(PathStep::Field(name)) = problem.path.steps().first() else { return None };
        match example.get(name.as_ref()) {
            Some(value) => fields.insert(name.to_string(), value.clone()),
            None => fields.shift_remove(name.as_ref()),
        };
    }
    Some(filled)
}

/// Whether nothing stands at a path.
fn is_open(json: &Value, path: &Path) -> bool {
    let found = path.steps().iter().try_fold(json, |value, step| match step {
        PathStep::Field(name) => value.get(name.as_ref()),
        PathStep::Index(index) => value.get(*index),
    });
    match found {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => is_blank(text),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}
