//! How a table tells what is wrong with it: a problem with the place of its cell, many names in a few.

use crate::error::{Problem, Severity};
use crate::path::Path;

/// No clause says how an office keeps its sheets.
const CLAUSE: &str = "quy ước";

/// So many names stand in a sentence.
const NAMED: usize = 10;

/// A problem of a record at the place in the table where it is mended.
pub(super) fn problem(
    severity: Severity,
    code: &'static str,
    path: Path,
    place: String,
    message: String,
) -> Problem {
    Problem { code, path, term: None, clause: CLAUSE, severity, message, place: Some(place), english: None }
}

/// The first of them, and how many more there are.
pub(super) fn listed(all: &[String], what: &str) -> String {
    let first = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} và {more} {what} khác"),
    }
}
