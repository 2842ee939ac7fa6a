//! The same problem at several places, told once.

use std::collections::HashMap;
use std::fmt;

use super::Problem;

/// So many places are named; the others are counted.
const MOST: usize = 10;

/// The same thing that is wrong, of one severity, at every place that has it: what a screen or a list tells once. It
/// prints as one line, in Vietnamese, with the count and the first places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated<'a> {
    first: &'a Problem,
    /// Each with the record that has it, the first one too.
    all: Vec<(&'a str, &'a Problem)>,
}

impl<'a> Repeated<'a> {
    /// The problem as the first place has it.
    #[must_use]
    pub fn problem(&self) -> &'a Problem {
        self.first
    }

    /// How many places have it; at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Every place: what the caller calls the record, and the problem with its path there.
    pub fn places(&self) -> impl Iterator<Item = (&'a str, &'a Problem)> {
        self.all.iter().copied()
    }
}

/// Problems of one record or of many, each kind of them once: what is alike in all but its place. Each comes with what
/// its record is called, `dòng 5`; nothing, `""`, where there is but one. They stay in the order in which they come.
///
/// ```
/// use vanban::error::{Problems, grouped};
/// let mut problems = Problems::default();
/// for row in 0..3 {
///     let path = vanban::error::Path::at("rows").index(row);
///     problems.error("own.code", path, "quy ước", "chưa ghi lý do");
/// }
/// let problems = problems.into_vec();
/// let grouped = grouped(problems.iter().map(|problem| ("", problem)));
/// assert_eq!((grouped.len(), grouped[0].count()), (1, 3));
/// assert_eq!(
///     grouped[0].to_string(),
///     "lỗi, 3 chỗ: rows[0], rows[1], rows[2]: chưa ghi lý do [quy ước; own.code]"
/// );
/// ```
#[must_use]
pub fn grouped<'a>(problems: impl IntoIterator<Item = (&'a str, &'a Problem)>) -> Vec<Repeated<'a>> {
    let mut groups: Vec<Repeated<'a>> = Vec::new();
    let mut known = HashMap::new();
    for (record, problem) in problems {
        let Problem { code, severity, clause, message, .. } = problem;
        let at = *known.entry((code, severity, clause, message)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.all.push((record, problem)),
            None => groups.push(Repeated { first: problem, all: vec![(record, problem)] }),
        }
    }
    groups
}

impl fmt::Display for Repeated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [(record, problem)] = self.all.as_slice() {
            return match record.is_empty() {
                true => write!(f, "{problem}"),
                false => write!(f, "{record}: {problem}"),
            };
        }
        let Problem { code, severity, clause, message, .. } = self.first;
        let listed = self.listed();
        let colon = if listed.is_empty() { "" } else { ": " };
        write!(f, "{}, {} chỗ: {listed}{colon}{message} [{clause}; {code}]", severity.term(), self.count())
    }
}

impl Repeated<'_> {
    /// The first places, and how many more there are.
    fn listed(&self) -> String {
        let shown = &self.all[..self.all.len().min(MOST)];
        let own = self.first.whereabouts();
        let alike = self.all.iter().all(|(_, problem)| problem.whereabouts() == own);
        let places: Vec<String> = shown
            .iter()
            .enumerate()
            .map(|(index, (record, problem))| {
                // The field is named once, behind the last of its places in a row.
                let next = shown.get(index + 1).filter(|(of, it)| of == record && it.term == problem.term);
                let place = match next {
                    _ if alike => String::new(),
                    Some(_) => problem.bare_place(),
                    None => problem.whereabouts(),
                };
                [*record, &place].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
            })
            .filter(|place| !place.is_empty())
            .collect();
        // A record's name and a place in it belong together.
        let pairs = !alike && self.all.iter().any(|(record, _)| !record.is_empty());
        let mut listed = places.join(if pairs { "; " } else { ", " });
        let more = self.all.len() - shown.len();
        if more > 0 {
            listed += &format!(" và {more} chỗ khác");
        }
        if alike && !own.is_empty() {
            listed = if listed.is_empty() { own } else { format!("{listed}: {own}") };
        }
        listed
    }
}
