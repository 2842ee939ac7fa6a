//! What is wrong with records, as the run speaks: a problem that has a sentence for developers is told in it with
//! `--lang en`, any other in Vietnamese.

use vanban::batch::Outcome;
use vanban::error::Remark;
use vanban::{Error, Problem};

pub(crate) fn of_problem(problem: &Problem) -> Remark {
    if crate::lang::is_english() { Remark::in_english(problem) } else { Remark::from(problem) }
}

/// What there is to say of a record.
pub(crate) fn of_outcome(outcome: &Outcome) -> Vec<Remark> {
    if crate::lang::is_english() { outcome.remarks_in_english() } else { outcome.remarks() }
}

/// Lines: one a problem, or what else an error says.
pub(crate) fn of_error(error: &Error) -> Vec<String> {
    match error.problems() {
        [] => error.to_string().lines().map(str::to_owned).collect(),
        problems => problems.iter().map(|problem| of_problem(problem).to_string()).collect(),
    }
}
