//! What became of a record, and of all of them.

use std::fmt;

use crate::document::Document;
use crate::error::{Error, Problem, Result};
use crate::text::file_name;
pub use crate::units::Format;

impl Format {
    /// A document in this format.
    ///
    /// # Errors
    /// As [`Document::to_docx`] and [`Document::to_pdf`].
    #[cfg_attr(
        not(any(feature = "docx", feature = "pdf")),
        allow(unused_variables, reason = "without a format there is nothing to make")
    )]
    pub fn bytes(self, document: &Document) -> Result<Vec<u8>> {
        match self {
            #[cfg(feature = "docx")]
            Format::Docx => document.to_docx(),
            #[cfg(feature = "pdf")]
            Format::Pdf => document.to_pdf(),
        }
    }
}

/// A file, made but not yet written anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it is.
    pub format: Format,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// What became of one record.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its place in the batch, from 0.
    pub index: usize,
    /// What the caller calls it ([`Entry::name`](super::Entry::name)), else the name of its paper's
    /// files, else its place, from 1.
    pub name: String,
    /// What the names of its files begin with ([`Entry::file_prefix`](super::Entry::file_prefix)), if they do.
    pub file_prefix: Option<String>,
    /// Whether it is a second paper of the record before it ([`Entry::is_second`](super::Entry::is_second)).
    pub second: bool,
    /// What became of it.
    pub state: State,
}

/// What can become of a record.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum State {
    /// Its paper was made; [`Document::warnings`] are what somebody should look at.
    Written {
        /// The paper.
        document: Box<Document>,
        /// Its files, in the formats that were asked for.
        files: Vec<File>,
    },
    /// The rules refuse it, with every problem.
    Refused(Vec<Problem>),
    /// It could not be read, set or written.
    Failed(Error),
    /// Something panicked over it, and said this. The other records are not touched by it.
    Panicked(String),
    /// It is a second paper of a record that has none: the first one's outcome says why.
    Omitted,
}

impl Outcome {
    /// Whether its paper was made.
    #[must_use]
    pub fn is_written(&self) -> bool {
        matches!(self.state, State::Written { .. })
    }

    /// The record's files; none where there is no paper.
    #[must_use]
    pub fn files(&self) -> &[File] {
        match &self.state {
            State::Written { files, .. } => files,
            _ => &[],
        }
    }

    /// What its files are called, where `own` is what its paper is: behind its prefix, and made safe with it.
    #[must_use]
    pub fn file_name(&self, own: &str) -> String {
        match &self.file_prefix {
            Some(prefix) => file_name(&format!("{prefix} {own}")),
            None => own.to_owned(),
        }
    }

    /// The record's paper, if there is one.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match &self.state {
            State::Written { document, .. } => Some(document),
            _ => None,
        }
    }

    /// The warnings of a paper, or the problems of a record that was refused.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match &self.state {
            State::Written { document, .. } => document.warnings(),
            State::Refused(problems) => problems,
            State::Failed(_) | State::Panicked(_) | State::Omitted => &[],
        }
    }
}

/// Everything that is to be said of it, a line each, after its name; nothing for a paper without
/// warnings and for one that is omitted.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match &self.state {
            State::Written { .. } | State::Refused(_) => {
                self.problems().iter().map(Problem::to_string).collect()
            }
            State::Failed(error) => error.to_string().lines().map(str::to_owned).collect(),
            State::Panicked(said) => vec![format!("a fault of vanban itself, please report it: {said}")],
            State::Omitted => Vec::new(),
        };
        let lines: Vec<String> = said.iter().map(|line: &String| format!("{}: {line}", self.name)).collect();
        f.write_str(&lines.join("\n"))
    }
}

/// How many records became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Papers that were made and taken by the sink.
    pub written: usize,
    /// Records that the rules refuse.
    pub refused: usize,
    /// Records that could not be read, set or written.
    pub failed: usize,
    /// Records over which something panicked.
    pub panicked: usize,
    /// Second papers of records that have none; these are counted among the others.
    pub omitted: usize,
    /// Whether the batch was ended before the last record.
    pub cancelled: bool,
}

impl Summary {
    /// Whether every record has its paper.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.refused + self.failed + self.panicked == 0 && !self.cancelled
    }

    pub(super) fn count(&mut self, state: &State) {
        match state {
            State::Written { .. } => self.written += 1,
            State::Refused(_) => self.refused += 1,
            State::Failed(_) => self.failed += 1,
            State::Panicked(_) => self.panicked += 1,
            State::Omitted => self.omitted += 1,
        }
    }
}
