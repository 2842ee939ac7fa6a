//! A paper is judged by the guidance that it follows: the clauses of 05-HD/VPTW, and where 36-HD/VPTW says the same.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::profile::ProfileId;
use crate::text::rows;

const NEW: &str = "05-HD/VPTW";
const OLD: &str = "36-HD/VPTW";

/// Clauses of 36-HD/VPTW by those of 05-HD/VPTW, each with the guidance's name before it.
static CLAUSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let pairs = rows(include_str!("clauses.tsv"));
    pairs.map(|[new, old]| (format!("{NEW} {new}"), format!("{OLD} {old}"))).collect()
});

/// The clause that a problem of a paper after this guidance names. Where the place is not known in the older
/// guidance, its name stands alone.
pub(crate) fn of(profile: ProfileId, clause: &'static str) -> &'static str {
    if profile != ProfileId::Hd36 || !clause.starts_with(NEW) {
        return clause;
    }
    CLAUSES.get(clause).map_or(OLD, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_those_of_the_paper_s_guidance() {
        let clause = "05-HD/VPTW II.I.7.1.4b";
        assert_eq!(of(ProfileId::Hd05, clause), clause);
        assert_eq!(of(ProfileId::Hd36, clause), "36-HD/VPTW II.1.7.1b");
        assert_eq!(of(ProfileId::Hd36, "05-HD/VPTW II.I.7.2.4"), "36-HD/VPTW");
        assert_eq!(of(ProfileId::Hd36, "quy ước"), "quy ước");
    }
}
