//! What many files that came back come to.

use super::extract::Change;
use crate::error::Problem;
use crate::kinds::AnyRecord;

/// What many files that came back come to: which papers were taken, which files were not and why, who sent nothing.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Collected {
    /// The papers: those that were sent out, in their order; where nobody said what was sent, those of the files.
    pub papers: Vec<Paper>,
    /// What was taken, in the order of the papers.
    pub taken: Vec<Taken>,
    /// The files that were not taken, in the order of the files.
    pub refused: Vec<Refused>,
    /// The files that are nobody's paper (`~$…docx`, `desktop.ini`, `Thumbs.db`): passed over, in no count.
    pub passed_over: Vec<String>,
}

/// A paper that was sent out.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Paper {
    /// The name of the file that was sent, where it is known.
    pub file: Option<String>,
    /// Whose it is: the chi bộ that a form scores, else who issues the paper.
    pub who: String,
    /// Which form it is: its label, `Mẫu 1`, else what its kind is called.
    pub form: String,
    /// The record as it was sent.
    pub record: AnyRecord,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It was taken: which of [`Collected::taken`].
    Taken(usize),
    /// Something came back that cannot be taken.
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
    /// Which of [`Collected::papers`] it is.
    pub paper: usize,
    /// The record as it came back.
    pub record: AnyRecord,
    /// What was filled in.
    pub changes: Vec<Change>,
    /// What somebody should look at: another total than the points come to, words changed outside of the fields, a second
    /// file with the same, what the rules find.
    pub remarks: Vec<Problem>,
}

/// A file that was not taken.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Refused {
    /// The name of the file.
    pub file: String,
    /// Which of [`Collected::papers`] it is, as far as that is known: by the record that it carries, else by its name.
    pub paper: Option<usize>,
    /// The file that was taken in its place, where a right one came too.
    pub replaced_by: Option<String>,
    /// Why, each with its place as an office says it ([`Problem::place`]).
    pub problems: Vec<Problem>,
}

impl Collected {
    /// The papers of which nothing came back.
    pub fn not_returned(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| paper.outcome == Outcome::NotReturned)
    }

    /// Whether nothing stands in the way: every file was taken, or another in its place, and every paper came back.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.refused.iter().all(|refused| refused.replaced_by.is_some())
            && self.not_returned().next().is_none()
    }

    /// How many papers of each form were taken, refused and not returned: `("Mẫu 1", [27, 11, 2])`, in the order of the
    /// papers.
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
