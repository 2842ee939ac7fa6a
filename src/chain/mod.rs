//! From a meeting to the documents that follow from it.
//!
//! - Minutes lead to a draft resolution, to a notice of conclusions, and (of a regular session) to the form in which the
//!   session scores itself.
//! - A draft is commented on, revised, adopted and issued.
//! - An issued resolution leads to a plan, and with the next minutes to the next month's resolution.
//! - A plan, a programme and a notice lead to prepared minutes of a session.
//!
//! The sentences are templates ([`Sentences`]). Each state is a type, so a step that the rules forbid does not compile: a
//! draft has no number to give, and an issued resolution was adopted.
//!
//! ```
//! use vanban::chain::Draft;
//! use vanban::Renderer;
//! use vanban::kinds::{Comment, Minutes, Resolution};
//! use vanban::parts::{CitedDate, Given, PaperDate, Vote};
//!
//! let draft = Draft::from_minutes(&Minutes::example())?
//!     .with_recipients(vec!["Các đảng viên Chi bộ".into(), "Lưu Chi bộ".into()]);
//! assert_eq!((draft.record().paper.draft, draft.record().paper.number), (Some(1), None));
//!
//! let comment = Comment {
//!     commenter: "Tổ đảng số 1".into(),
//!     content: "Mục II.2: nêu rõ người phụ trách.".into(),
//!     accepted: Some("Đã bổ sung.".into()),
//!     explained: None,
//! };
//! let draft = draft.collect(vec![comment])?.next()?;
//! assert_eq!(draft.record().paper.draft, Some(2));
//!
//! let vote = Vote::new(14, 13).in_favour(13);
//! let signature = Resolution::example().paper.signature.unwrap();
//! let date = PaperDate { day: Some(Given::ByHand), ..PaperDate::new(2022, 6, 10) };
//! let issued = draft.in_session(CitedDate::new(2022, 6, 10)).adopt(vote)?.issue(Given::ByHand, date, signature)?;
//! assert_eq!((issued.record().paper.draft, issued.record().paper.number), (None, Some(Given::ByHand)));
//! assert!(Renderer::new().check(issued.record()).iter().all(|it| it.severity == vanban::Severity::Warning));
//! # Ok::<(), vanban::Error>(())
//! ```
//!
//! A draft of a resolution cannot be numbered or issued:
//!
//! ```compile_fail,E0599
//! # use vanban::chain::Draft;
//! # use vanban::kinds::{Minutes, Resolution};
//! # use vanban::parts::{Given, PaperDate};
//! # let date = PaperDate::year(2022);
//! # let signature = Resolution::example().paper.signature.unwrap();
//! let draft = Draft::from_minutes(&Minutes::example()).unwrap();
//! draft.issue(Given::Value(5), date, signature); // only an adopted resolution can be issued
//! ```
//!
//! Its record is read only, so it cannot get a number there:
//!
//! ```compile_fail,E0594
//! # use vanban::chain::Draft;
//! # use vanban::kinds::Minutes;
//! # use vanban::parts::Given;
//! let draft = Draft::from_minutes(&Minutes::example()).unwrap();
//! draft.record().paper.number = Some(Given::Value(5)); // the record is borrowed for reading
//! ```
//!
//! A draft with comments must be revised before it is adopted:
//!
//! ```compile_fail,E0599
//! # use vanban::chain::Draft;
//! # use vanban::kinds::{Minutes, Resolution};
//! # let vote = Resolution::example().vote.unwrap();
//! let commented = Draft::from_minutes(&Minutes::example()).unwrap().collect(Vec::new()).unwrap();
//! commented.adopt(vote);
//! ```
//!
//! The text of an adopted resolution cannot change:
//!
//! ```compile_fail,E0599
//! # use vanban::chain::Draft;
//! # use vanban::kinds::{Minutes, Resolution};
//! # let vote = Resolution::example().vote.unwrap();
//! let adopted = Draft::from_minutes(&Minutes::example()).unwrap().adopt(vote).unwrap();
//! adopted.with_sections(Vec::new());
//! ```

mod any_draft;
mod blank_minutes;
mod comments;
mod derive;
mod draft;
mod form;
mod from_minutes;
mod issue;
mod month;
mod monthly;
mod notice;
mod paper;
mod plan;
mod sections;
mod sentences;
mod session;
mod tasks;

pub use any_draft::{AnyDraft, SignedDraft};
pub use blank_minutes::{minutes_of_notice, minutes_of_programme};
pub use comments::Commented;
pub use derive::{DERIVATIONS, Derivation};
pub use draft::Draft;
pub use form::evaluation_form;
pub use issue::{Adopted, Issued};
pub use paper::{Drafted, Outlined, Unvoted};
pub use sentences::Sentences;
pub use session::skeleton_minutes;

use crate::error::{Error, Problem, Problems, Severity};
use crate::kinds::TypedRecord;
use crate::path::Path;
use crate::profile::ProfileId;
use crate::rules::clauses;

/// Translates the clauses of an error to those of the guidance that the document follows.
///
/// ```
/// use vanban::chain::{Draft, cited_by};
/// use vanban::kinds::Resolution;
/// use vanban::profile::ProfileId;
/// let error = Draft::from_record(Resolution::example()).unwrap_err();
/// assert!(cited_by(ProfileId::Hd36, error).to_string().contains("36-HD/VPTW"));
/// ```
#[must_use]
pub fn cited_by(guidance: ProfileId, mut error: Error) -> Error {
    if let Error::Invalid(problems) | Error::Shape(problems) = &mut error {
        for problem in problems {
            problem.clause = clauses::of(guidance, problem.clause);
        }
    }
    error
}

/// The one problem of a record `R` that stops a step.
fn refused<R: TypedRecord>(
    code: &'static str,
    path: impl Into<Path>,
    clause: &'static str,
    sentence: &str,
) -> Error {
    let mut problems = Problems::default();
    problems.error(code, path, clause, sentence);
    stopped::<R>(problems.into_vec())
}

/// All problems of a record `R` that stop a step: there each of them is an error, whatever it is in a check.
fn stopped<R: TypedRecord>(mut problems: Vec<Problem>) -> Error {
    problems.iter_mut().for_each(|it| it.severity = Severity::Error);
    R::typed_kind().with_named_fields(Error::Invalid(problems))
}
