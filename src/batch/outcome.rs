//! The outcome of a record, and of a whole batch.

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

/// The bytes of a file that is not written anywhere yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The format.
    pub format: Format,
    /// The content.
    pub bytes: Vec<u8>,
}

/// The outcome of one record.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The place in the batch, from 0.
    pub index: usize,
    /// The name that the caller gives ([`Entry::name`](super::Entry::name)); else the name of the document's
    /// files; else the place, from 1.
    pub name: String,
    /// The beginning of the names of its files ([`Entry::file_prefix`](super::Entry::file_prefix)), if any.
    pub file_prefix: Option<String>,
    /// Whether it is a second document, which belongs to the record before it
    /// ([`Entry::is_second`](super::Entry::is_second)).
    pub second: bool,
    /// What happened to the record.
    pub state: State,
}

/// What can happen to a record.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum State {
    /// The document was made. [`Document::warnings`] are for somebody to look at.
    Written {
        /// The document.
        document: Box<Document>,
        /// Its files, in the formats that were asked for.
        files: Vec<File>,
    },
    /// The record is rejected: it breaks the rules. Holds every problem.
    Refused(Vec<Problem>),
    /// The record could not be read, laid out or written.
    Failed(Error),
    /// Code panicked, with this message. Other records are not affected.
    Panicked(String),
    /// A second document whose first document was not made. The outcome of the first one says why.
    Omitted,
}

impl Outcome {
    /// Whether the document was made.
    #[must_use]
    pub fn is_written(&self) -> bool {
        matches!(self.state, State::Written { .. })
    }

    /// The files of the document; empty if there is none.
    #[must_use]
    pub fn files(&self) -> &[File] {
        match &self.state {
            State::Written { files, .. } => files,
            _ => &[],
        }
    }

    /// The name of its files, without an extension. `own` is the document's own name. With a prefix it is the
    /// prefix and `own`, made safe for any file system; else it is `own`, unchanged.
    #[must_use]
    pub fn file_name(&self, own: &str) -> String {
        match &self.file_prefix {
            Some(prefix) => file_name(&format!("{prefix} {own}")),
            None => own.to_owned(),
        }
    }

    /// The document, if it was made.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match &self.state {
            State::Written { document, .. } => Some(document),
            _ => None,
        }
    }

    /// The warnings of the document, or the problems of a rejected record. Empty for [`State::Failed`]: its error
    /// says why, and [`Error::problems`] what is wrong with a record that cannot be read. [`Outcome::remarks`]
    /// has the sentences of every state.
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

/// The result of a batch in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The number of documents that were made and that the sink took.
    pub written: usize,
    /// The number of records that were rejected because they break the rules.
    pub refused: usize,
    /// The number of records that could not be read, laid out or written.
    pub failed: usize,
    /// The number of records during which code panicked.
    pub panicked: usize,
    /// The number of second documents ([`Entry::is_second`](super::Entry::is_second)) that were left out.
    /// Their first documents are counted under the other states.
    pub omitted: usize,
    /// Whether the batch was cancelled before the last record.
    pub cancelled: bool,
}

impl Summary {
    /// Whether no record was rejected, failed or panicked, and the batch was not cancelled.
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
