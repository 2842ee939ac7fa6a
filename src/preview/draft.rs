//! A record's JSON on the way to something that can be laid out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::stand_in::StandIns;
use crate::error::Problem;
use crate::kinds::{AnyRecord, Kind};
use crate::path::{Path, PathStep};

/// The JSON of a record, in which what is missing or wrong is left open, the narrowest part first.
pub(crate) struct Draft<'a> {
    kind: &'a Kind,
    json: Value,
    /// How often each place was left open.
    opened: BTreeMap<Path, usize>,
    /// The places of what was missing: each is looked at once.
    missed: BTreeSet<Path>,
    is_blank: bool,
    /// Which of the values stand in that there are, where the rules are asked; none for the pages.
    way: Option<usize>,
}

/// So often what stands in for something is looked at again.
pub(crate) const ROUNDS: usize = 24;

impl<'a> Draft<'a> {
    pub(crate) fn new(kind: &'a Kind, json: Value) -> Draft<'a> {
        let (opened, missed, is_blank, way) = Default::default();
        Draft { kind, json, opened, missed, is_blank, way }
    }

    /// A draft that the rules are asked about, not laid out: every element of a list keeps its place, and each `way`
    /// has other values.
    pub(crate) fn to_check(kind: &'a Kind, json: Value, way: usize) -> Draft<'a> {
        Draft { way: Some(way), ..Draft::new(kind, json) }
    }

    /// The record, something standing in for all that the reader refuses; `told` is what it says of the JSON as it is.
    /// Nothing where that cannot be read either.
    pub(crate) fn record(&mut self, told: &[Problem]) -> Option<AnyRecord> {
        let mut opened = self.open(places(told));
        for _ in 0..ROUNDS {
            if !opened {
                return None;
            }
            match self.kind.read(self.json()) {
                Ok(record) => return Some(record),
                Err(error) => opened = self.open(places(error.problems())),
            }
        }
        None
    }

    pub(crate) fn json(&self) -> Value {
        self.json.clone()
    }

    /// Leaves open what the reader refuses, and what is missing beside it; whether that changed anything.
    pub(crate) fn mend(&mut self, told: &[Problem]) -> bool {
        let (missing, wrong): (Vec<&Problem>, Vec<&Problem>) = told.iter().partition(|it| is_missing(it));
        let changed = self.open(wrong.into_iter().map(|it| it.path.clone()).collect());
        self.supply(missing) || changed
    }

    /// Leaves room for what is missing; whether that changed anything.
    pub(crate) fn supply<'p>(&mut self, problems: impl IntoIterator<Item = &'p Problem>) -> bool {
        let mut changed = false;
        for Problem { path, .. } in problems.into_iter().filter(|problem| leaves_room(problem)) {
            if self.missed.insert(path.clone()) {
                changed |= self.stand_ins().supply(&mut self.json, path.steps());
            }
        }
        changed
    }

    /// Leaves each place open; where that changes nothing, what it is a part of. Whether anything changed.
    pub(crate) fn open(&mut self, mut places: Vec<Path>) -> bool {
        // The last element of a list first: those before it keep their places.
        places.sort_by(|one, other| other.cmp(one));
        places.dedup();
        let mut changed = false;
        for place in places {
            let mut steps = place.steps();
            while !steps.is_empty() && !self.open_at(steps) {
                steps = steps.split_last().map(|(_, outer)| outer).unwrap_or_default();
            }
            changed |= !steps.is_empty();
        }
        changed
    }

    /// Leaves everything open, once.
    pub(crate) fn blank(&mut self) -> bool {
        if std::mem::replace(&mut self.is_blank, true) {
            return false;
        }
        self.json = self.stand_ins().blank();
        self.opened.clear();
        self.missed.clear();
        true
    }

    fn open_at(&mut self, steps: &[PathStep]) -> bool {
        let turns = self.opened.entry(steps.iter().cloned().collect()).or_default();
        let turn = *turns;
        *turns += 1;
        self.stand_ins().open(&mut self.json, steps, turn)
    }

    fn stand_ins(&self) -> StandIns<'a> {
        StandIns { root: self.kind.schema(), way: self.way }
    }
}

/// Where errors are.
pub(crate) fn places<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> Vec<Path> {
    problems.into_iter().filter(|problem| problem.is_error()).map(|problem| problem.path.clone()).collect()
}

/// The code of a field that is left open.
const EMPTY: &str = "text.empty";

/// Whether what is missing gets room: in lists only what must be there, for who has begun a row may mean to leave the
/// rest out.
pub(crate) fn leaves_room(problem: &Problem) -> bool {
    let in_list = || problem.path.steps().iter().any(|step| matches!(step, PathStep::Index(_)));
    is_missing(problem) && (problem.code == EMPTY || !in_list())
}

/// Whether a problem is that something is not there.
fn is_missing(problem: &Problem) -> bool {
    problem.is_error() && (problem.code == EMPTY || problem.code.ends_with("missing"))
}
