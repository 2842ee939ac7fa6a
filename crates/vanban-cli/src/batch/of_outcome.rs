//! What there is to say of a record, from what became of it.

use vanban::batch::{Outcome, State};
use vanban::error::Remark;

#[cfg(feature = "serve")]
use super::journal::Filed;
use super::journal::{Done, Status};
use crate::words;

impl Done {
    /// A record of which nothing is written yet.
    pub(crate) fn of(outcome: &Outcome) -> Done {
        Done {
            record: outcome.name.clone(),
            digest: String::new(),
            status: status(outcome),
            second: false,
            name: None,
            files: Vec::new(),
            said: said(outcome),
            json: None,
        }
    }

    /// Records that cannot be read.
    #[cfg(feature = "serve")]
    pub(crate) fn unread(records: &str, said: String) -> Done {
        Done {
            record: records.to_owned(),
            digest: String::new(),
            status: Status::Failed,
            second: false,
            name: None,
            files: Vec::new(),
            said: vec![Remark::plain(said)],
            json: None,
        }
    }

    /// Notes a file of its paper that only the report shall name.
    #[cfg(feature = "serve")]
    pub(crate) fn file(&mut self, name: String) {
        self.files.push(Filed { name, size: 0, digest: String::new(), trouble: None });
    }
}

fn status(outcome: &Outcome) -> Status {
    match outcome.state {
        State::Written { .. } => Status::Made,
        State::Panicked(_) => Status::Failed,
        _ => Status::Refused,
    }
}

/// What there is to say of a record; of what says more than anybody reads, how much more.
fn said(outcome: &Outcome) -> Vec<Remark> {
    const MOST: usize = 50;
    let mut said: Vec<Remark> = match &outcome.state {
        State::Failed(error) if error.problems().is_empty() => {
            error.to_string().lines().map(Remark::plain).collect()
        }
        State::Failed(error) => error.problems().iter().map(words::of_problem).collect(),
        State::Panicked(panic) => vec![Remark::plain(words::own_fault(panic))],
        _ => outcome.problems().iter().map(words::of_problem).collect(),
    };
    let more = said.len().saturating_sub(MOST);
    if more > 0 {
        said.truncate(MOST);
        said.push(Remark::plain(words::and_more(more)));
    }
    said
}
