//! A draft of any kind: what it goes through before it is issued.

use super::draft::Draft;
use super::issue::Issued;
use super::paper::{Drafted, Unvoted};
use crate::error::{Error, Result};
use crate::kinds::{
    AnyRecord, Conclusion, Decision, Notice, OfficialLetter, Plan, Programme, Record, Report, Resolution,
    Submission,
};
use crate::parts::{Given, PaperDate, Signature};

/// A draft of a built-in kind. The variant says what must happen before it is issued.
///
/// ```
/// use vanban::chain::{AnyDraft, Draft};
/// use vanban::kinds::{Minutes, Resolution};
/// let draft = Draft::from_minutes(&Minutes::example())?.into_record();
/// assert!(matches!(AnyDraft::from_record(&draft.into())?, AnyDraft::Voted(_)));
/// assert!(AnyDraft::from_record(&Minutes::example().into()).is_err());
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Debug, Clone)]
pub enum AnyDraft {
    /// A vote must adopt it first (a resolution).
    Voted(Box<Draft<Resolution>>),
    /// It needs no vote: a signature is enough.
    Signed(SignedDraft),
}

/// A draft of a kind that needs no vote: a signature is enough to issue it. It is not signed yet.
#[derive(Debug, Clone)]
pub struct SignedDraft(AnyRecord);

impl AnyDraft {
    /// Takes a record as a draft.
    ///
    /// # Errors
    /// [`Error::Shape`] if documents of the kind have no drafts; else as [`Draft::from_record`].
    pub fn from_record(record: &AnyRecord) -> Result<AnyDraft> {
        if let Some(resolution) = record.downcast_ref::<Resolution>() {
            return Ok(AnyDraft::Voted(Box::new(Draft::from_record(resolution.clone())?)));
        }
        let known = KINDS.iter().find_map(|kind| (kind.check)(record));
        known.unwrap_or_else(|| Err(none(record)))?;
        Ok(AnyDraft::Signed(SignedDraft(record.clone())))
    }
}

impl SignedDraft {
    /// The record, for checking and rendering.
    #[must_use]
    pub fn record(&self) -> &AnyRecord {
        &self.0
    }

    /// Issues the document: see [`Draft::issue`].
    ///
    /// # Errors
    /// As [`Draft::issue`].
    pub fn issue(self, number: impl Into<Given>, date: PaperDate, signature: Signature) -> Result<AnyRecord> {
        let number = number.into();
        let issued = KINDS.iter().find_map(|kind| (kind.issue)(&self.0, number, date, &signature));
        issued.unwrap_or_else(|| Err(none(&self.0)))
    }
}

fn none(record: &AnyRecord) -> Error {
    let sentence = format!(
        "“{}” không qua dự thảo; hãy ghi tệp dự thảo, ví dụ của nghị quyết, kế hoạch, thông báo",
        record.kind().term()
    );
    Error::unfit("draft.missing", "kind", sentence)
}

/// How records of one kind are checked and issued; none where a record is of another.
struct Steps {
    check: fn(&AnyRecord) -> Option<Result<()>>,
    issue: fn(&AnyRecord, Given, PaperDate, &Signature) -> Option<Result<AnyRecord>>,
}

const KINDS: [Steps; 8] = [
    steps::<Notice>(),
    steps::<Plan>(),
    steps::<Programme>(),
    steps::<Conclusion>(),
    steps::<Decision>(),
    steps::<Report>(),
    steps::<Submission>(),
    steps::<OfficialLetter>(),
];

const fn steps<P: Unvoted>() -> Steps {
    Steps {
        check: |record| Some(draft::<P>(record)?.map(drop)),
        issue: |record, number, date, by| {
            let issued = draft::<P>(record)?.and_then(|it| it.issue(number, date, by.clone()));
            Some(issued.map(Issued::into_record).map(AnyRecord::from))
        },
    }
}

fn draft<P: Drafted>(record: &AnyRecord) -> Option<Result<Draft<P>>> {
    record.downcast_ref::<P>().cloned().map(Draft::from_record)
}
