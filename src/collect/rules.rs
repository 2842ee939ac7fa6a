//! What the rules say of a record that came back, and did not say when it was sent.

use serde_json::Value;

use super::extract::Change;
use super::place::Places;
use super::values::is_exact;
use crate::error::{Path, PathStep, Problem};
use crate::kinds::{AnyRecord, Record};
use crate::renderer::Renderer;

/// What the rules find in a record that they did not find in the one that was sent, with its places.
pub(super) fn found(renderer: &Renderer, sent: &AnyRecord, record: &AnyRecord, json: &Value) -> Vec<Problem> {
    let known = renderer.check_rules(sent);
    let new = |problem: &Problem| {
        let same = |own: &Problem| {
            own.code == problem.code && own.path == problem.path && own.message == problem.message
        };
        !known.iter().any(same)
    };
    let mut found: Vec<Problem> = renderer.check_rules(record).into_iter().filter(new).collect();
    Places { kind: record.kind(), record: json }.tell(&mut found);
    found
}

/// Those that speak of a figure, a day or a time that was filled in: a day 32 is none, whatever else is still missing.
pub(super) fn of_figures(found: Vec<Problem>, changes: &[Change], record: &AnyRecord) -> Vec<Problem> {
    let figures: Vec<&Path> = changes
        .iter()
        .filter(|change| is_exact(record.kind(), &super::place::pointer(&change.path)))
        .map(|change| &change.path)
        .collect();
    let concerns =
        |problem: &Path| figures.iter().any(|figure| *figure == problem || is_group(problem, figure));
    found.into_iter().filter(|problem| problem.is_error() && concerns(&problem.path)).collect()
}

/// Whether a path leads to the group that a figure is of, as a date is its day's; a line of a list is none.
fn is_group(path: &Path, figure: &Path) -> bool {
    let (own, whole) = (path.steps(), figure.steps());
    own.len() + 1 == whole.len()
        && whole.starts_with(own)
        && own.last().is_some_and(|step| matches!(step, PathStep::Field(_)))
}
