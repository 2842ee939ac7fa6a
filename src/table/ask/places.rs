//! The places of a record that a column may still be for, each with what it is called.

use super::plan::{Columns, Plan, SUPERIOR};
use super::questions::Choice;
use crate::kinds::{Kind, Scored};
use crate::table::place;
use crate::table::schema::Leaf;
use crate::table::suggest::Use;

/// The places that no other column has, those first that offices have columns for.
pub(super) fn free(plan: &Plan<'_>, index: usize, columns: &Columns<'_>) -> Vec<Choice> {
    let suggestions = plan.suggestions;
    let kind = suggestions.kind;
    let has_scores = columns.uses.iter().flatten().any(|found| matches!(found, Use::Score(_)));
    let is_free = |place: &str| {
        let is_line = has_scores && suggestions.is_scored && place.starts_with("rows[");
        !columns.is_taken(place, index) && !is_line
    };
    // No cell holds a picture, and the table is of one kind.
    let pictures: Vec<&str> = suggestions
        .leaves
        .iter()
        .filter(|leaf| plan.schema.is_file(&leaf.place))
        .filter_map(|leaf| leaf.place.rsplit_once('.').map(|(group, _)| group))
        .collect();
    let of_file = |place: &str| {
        pictures.iter().any(|group| place.strip_prefix(group).is_some_and(|rest| rest.starts_with('.')))
    };
    let leaves = suggestions.leaves.iter();
    let leaves: Vec<&Leaf> =
        leaves.filter(|leaf| !["kind", "format"].contains(&&*leaf.place) && !of_file(&leaf.place)).collect();
    let is_own = |place: &str| leaves.iter().any(|leaf| leaf.place == place);
    let of_second = |place: &str| columns.superior && place.starts_with(SUPERIOR);
    let named = suggestions
        .office_places()
        .filter(|(place, _)| *place != "notes" && !is_own(place) && !of_second(place))
        .map(|(place, name)| Choice::new(place, name));
    let own = leaves.iter().map(|leaf| Choice::new(leaf.place.as_str(), term(leaf)));
    let second = kind.scored().filter(|_| columns.superior).into_iter().flat_map(|scored| {
        let leaves = leaves.iter().filter(|leaf| is_of_second(scored, &leaf.place));
        leaves.map(|leaf| Choice::new(format!("{SUPERIOR}{}", leaf.place), format!("Mẫu 2: {}", term(leaf))))
    });
    let mut choices: Vec<Choice> = named.chain(own).chain(second).collect();
    tell_apart(&mut choices, kind);
    choices.retain(|choice| is_free(&choice.value));
    choices
}

/// Whether Mẫu 2 says its own there: who makes it, when, and what it does not take over.
fn is_of_second(scored: &Scored, place: &str) -> bool {
    let group = place.split(['.', '[']).next().unwrap_or_default();
    ["issuer", "place", "date"].contains(&group) || (group != "rows" && scored.dropped.contains(&group))
}

/// What a place is called: by its term, else by its path, where a caller's kind has no term.
fn term(leaf: &Leaf) -> String {
    if leaf.said.term.is_empty() { leaf.place.clone() } else { leaf.said.term.clone() }
}

/// Choices that are called the same are told with the groups that they are in, as many as it takes.
fn tell_apart(choices: &mut [Choice], kind: &Kind) {
    let bare: Vec<String> = choices.iter().map(|choice| choice.term.clone()).collect();
    let groups: Vec<Vec<String>> = choices.iter().map(|choice| groups(kind, &choice.value)).collect();
    let deepest = groups.iter().map(Vec::len).max().unwrap_or_default();
    for depth in 1..=deepest {
        let before: Vec<String> = choices.iter().map(|choice| choice.term.clone()).collect();
        for (index, choice) in choices.iter_mut().enumerate() {
            let same = before.iter().filter(|term| **term == before[index]).count();
            let within = groups[index].iter().take(depth).cloned().collect::<Vec<_>>().join(", ");
            if same > 1 && !within.is_empty() {
                choice.term = format!("{} ({within})", bare[index]);
            }
        }
    }
}

/// What the groups are called that a place is in, the nearest first.
fn groups(kind: &Kind, place: &str) -> Vec<String> {
    let Some(path) = place::parse(place.strip_prefix(SUPERIOR).unwrap_or(place)) else { return Vec::new() };
    let steps = path.steps();
    let above = (1..steps.len()).rev().map(|count| steps.iter().take(count).cloned().collect());
    let mut terms: Vec<String> = above.filter_map(|path| kind.term_at(&path)).collect();
    terms.dedup();
    terms
}
