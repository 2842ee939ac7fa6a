//! What many files that came back come to.

use super::extract::Change;
use crate::error::Problem;
use crate::kinds::AnyRecord;

/// The result of collecting many files: which documents were taken, which files were rejected and why, who
/// returned nothing.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Collected {
    /// The documents that were sent out, in the order of [`Returns::sent`](super::Returns::sent). If nothing
    /// was added there, the documents whose records the files store.
    pub papers: Vec<Paper>,
    /// The files that were taken, in the order of the documents.
    pub taken: Vec<Taken>,
    /// The files that were rejected, in the order of the files.
    pub refused: Vec<Refused>,
    /// Files that are no documents (`~$…docx`, `desktop.ini`, `Thumbs.db`). They are ignored and not counted.
    pub passed_over: Vec<String>,
}

/// A document that was sent out.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Paper {
    /// The name of the file that was sent out, if it is known.
    pub file: Option<String>,
    /// The owner: the chi bộ that a form scores, else the issuer of the document.
    pub who: String,
    /// The form: its label (`Mẫu 1`), else the Vietnamese name of its kind (`thông báo`).
    pub form: String,
    /// The record that was sent out.
    pub record: AnyRecord,
    /// What came back.
    pub outcome: Outcome,
}

/// The result for one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// A file was taken: the index in [`Collected::taken`].
    Taken(usize),
    /// Files came back, but none can be taken.
    Refused,
    /// Nothing came back.
    NotReturned,
}

/// A file that was taken.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Taken {
    /// The name of the file.
    pub file: String,
    /// Its document: the index in [`Collected::papers`].
    pub paper: usize,
    /// The record with what was filled in.
    pub record: AnyRecord,
    /// The fields that were filled in or changed.
    pub changes: Vec<Change>,
    /// What somebody should look at: a total that differs from the points, words changed outside of the fields,
    /// a second file with the same content, problems that the rules find.
    pub remarks: Vec<Problem>,
}

/// A file that was rejected.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Refused {
    /// The name of the file.
    pub file: String,
    /// Its document: the index in [`Collected::papers`]. It is known by the record in the file, else by the
    /// file's name, else by its first lines. `None` if it is unknown.
    pub paper: Option<usize>,
    /// The file that was taken instead, if there was a correct one.
    pub replaced_by: Option<String>,
    /// The reasons, each with its place as offices name it ([`Problem::place`]).
    pub problems: Vec<Problem>,
}

impl Collected {
    /// The documents of which nothing came back.
    pub fn not_returned(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| paper.outcome == Outcome::NotReturned)
    }

    /// Whether everything is there: every document came back, and every file was taken, or another one instead.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.refused.iter().all(|refused| refused.replaced_by.is_some())
            && self.not_returned().next().is_none()
    }

    /// For each form the number of documents that were taken, rejected and not returned: `("Mẫu 1", [27, 11,
    /// 2])`, in the order of the documents.
    #[must_use]
    pub fn counts(&self) -> Vec<(&str, [usize; 3])> {
        let mut counts: Vec<(&str, [usize; 3])> = Vec::new();
        for paper in &self.papers {
            let at = match paper.outcome {
                Outcome::Taken(_) => 0,
                Outcome::Refused => 1,
                Outcome::NotReturned => 2,
            };
            match counts.iter_mut().find(|(form, _)| *form == paper.form) {
                Some((_, count)) => count[at] += 1,
                None => {
                    let mut count = [0; 3];
                    count[at] = 1;
                    counts.push((&paper.form, count));
                }
            }
        }
        counts
    }
}
