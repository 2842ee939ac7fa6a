//! How a table tells what is wrong with it: a problem with the place of its cell, many names in a few.

use crate::error::{Problem, Severity, TableCell};
use crate::path::Path;

/// No clause says how an office keeps its sheets.
const CLAUSE: &str = "quy ước";

/// So many names stand in a sentence.
const NAMED: usize = 10;

/// Where in a table something is: as a sentence says it, and its cells.
pub(super) struct Spot {
    pub(super) said: String,
    pub(super) cells: Vec<TableCell>,
}

/// A problem of a record at the place in the table where it is mended.
pub(super) fn problem(
    severity: Severity,
    code: &'static str,
    path: Path,
    spot: Spot,
    message: String,
) -> Problem {
    let Spot { said, cells } = spot;
    let (term, english, in_form) = Default::default();
    Problem {
        code,
        path,
        term,
        clause: CLAUSE,
        severity,
        message,
        place: Some(said),
        cells,
        english,
        in_form,
    }
}

/// The first of them, and how many more there are.
pub(super) fn listed(all: &[String], what: &str) -> String {
    let first = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} và {more} {what} khác"),
    }
}
