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
            second: outcome.second,
            name: None,
            files: Vec::new(),
            said: words::of_outcome(outcome),
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
        State::Omitted => Status::Omitted,
        _ => Status::Refused,
    }
}
