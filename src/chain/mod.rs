//! From a meeting to the papers that follow from it. Minutes become a draft resolution, which is commented
//! on, revised, adopted and issued, and the notice of what was concluded; an issued resolution becomes
//! a plan; with the next minutes it becomes the next month's resolution; a regular session's minutes become the form
//! in which it scores itself; a plan, a programme, a notice become the skeleton minutes of a session. The sentences
//! are templates ([`Sentences`]). Each state is a
//! type of its own, so that a step that the rules forbid does not compile: a draft has no number to give,
//! and a resolution that is issued was adopted.
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
//! A draft is not numbered and not issued:
//!
//! ```compile_fail,E0599
//! # use vanban::chain::Draft;
//! # use vanban::kinds::{Minutes, Resolution};
//! # use vanban::parts::{Given, PaperDate};
//! # let date = PaperDate::year(2022);
//! # let signature = Resolution::example().paper.signature.unwrap();
//! let draft = Draft::from_minutes(&Minutes::example()).unwrap();
//! draft.issue(Given::Value(5), date, signature); // only what was adopted
//! ```
//!
//! Nor can one give itself a number behind the back of the state:
//!
//! ```compile_fail,E0594
//! # use vanban::chain::Draft;
//! # use vanban::kinds::Minutes;
//! # use vanban::parts::Given;
//! let draft = Draft::from_minutes(&Minutes::example()).unwrap();
//! draft.record().paper.number = Some(Given::Value(5)); // a record is lent to be read
//! ```
//!
//! What was commented on is revised before it is adopted:
//!
//! ```compile_fail,E0599
//! # use vanban::chain::Draft;
//! # use vanban::kinds::{Minutes, Resolution};
//! # let vote = Resolution::example().vote.unwrap();
//! let commented = Draft::from_minutes(&Minutes::example()).unwrap().collect(Vec::new()).unwrap();
//! commented.adopt(vote);
//! ```
//!
//! And what is adopted is worded for good:
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

/// What stops a step, with its clauses as the guidance has them that the paper follows.
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
