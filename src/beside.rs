//! What the rules find beside what cannot be read: an office is told all of it at once.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::Problem;
use crate::kinds::{AnyRecord, Kind};
use crate::path::{Here, Path, PathStep};
use crate::preview::Draft;
use crate::text::is_blank;

/// What is said where something was found nowhere: what cannot be read there may be it.
const NOWHERE: [(&str, &str); 2] = [("appendices.not_mentioned", "."), ("rows.no_rule", "year_rules")];

/// So many values at most stand in for one that cannot be read; the only choices with more are sets of lines.
const MOST: usize = 12;

/// What the rules say of a record that the reader refuses for what is `told`, its JSON without its kind. What cannot be
/// read is stood in for, each time otherwise: what does not depend on it is said each time. What lies there, in it or
/// around it is told when it can be read.
pub(crate) fn beside(
    kind: &Kind,
    json: &Value,
    told: &[Problem],
    check: impl Fn(&AnyRecord) -> Vec<Problem>,
) -> Vec<Problem> {
    let mut places: Vec<Path> = told.iter().map(|problem| problem.path.clone()).collect();
    let mut drafts = Vec::new();
    let mut found: Option<Vec<Problem>> = None;
    for way in 0..MOST {
        let mut draft = Draft::to_check(kind, json.clone(), way);
        let Some(record) = draft.record(told) else { continue };
        let drafted = draft.json();
        if drafts.contains(&drafted) {
            break;
        }
        differing(json, &drafted, &Here::Record, &mut places);
        drafts.push(drafted);
        let own = check(&record);
        match &mut found {
            Some(found) => found.retain(|problem| own.contains(problem)),
            None => found = Some(own),
        }
    }
    let touches = |path: &Path| places.iter().any(|place| place.starts_with(path) || path.starts_with(place));
    let may_be_there = |code: &str| {
        let mut sought = NOWHERE.iter().filter(|(own, _)| *own == code);
        sought.any(|(_, within)| places.iter().any(|place| place.starts_with(&Path::from(*within))))
    };
    let mut found = found.unwrap_or_default();
    found.retain(|problem| !touches(&problem.path) && !may_be_there(problem.code));
    // A field that is open lacks all that the rules want there: it is named once.
    let mut named = BTreeSet::new();
    found.retain(|problem| !is_open(json, &problem.path) || named.insert(problem.path.clone()));
    found
}

/// Where two values differ.
fn differing(one: &Value, other: &Value, here: &Here<'_>, places: &mut Vec<Path>) {
    match (one, other) {
        (Value::Object(ones), Value::Object(others)) => {
            let gone = ones.keys().filter(|name| !others.contains_key(*name));
            let new = others.keys().filter(|name| !ones.contains_key(*name));
            places.extend(gone.chain(new).map(|name| Path::from(&Here::Field(here, name))));
            for (name, one) in ones {
                if let Some(other) = others.get(name) {
                    differing(one, other, &Here::Field(here, name), places);
                }
            }
        }
        (Value::Array(ones), Value::Array(others)) if ones.len() == others.len() => {
            for (index, (one, other)) in ones.iter().zip(others).enumerate() {
                differing(one, other, &Here::Index(here, index), places);
            }
        }
        (one, other) if one == other => {}
        _ => places.push(here.into()),
    }
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
