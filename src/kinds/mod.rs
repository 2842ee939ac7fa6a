//! The kinds of documents, each with a struct for its records. A record holds what a document says; the
//! library lays it out. A record has a frame (what every document has, such as issuer and signature), fields
//! for the wording of the body, and rules.

#[macro_use]
mod paper;

mod any;
mod ballot;
mod bylaws;
mod comments;
mod conclusion;
mod copy;
mod decision;
mod evaluation;
mod fields;
#[cfg(feature = "forms")]
pub(crate) mod formed;
mod guidance;
mod invitation;
mod kind;
mod letter;
mod minutes;
mod named;
mod nearest;
mod notice;
mod opinion;
mod plan;
mod proceedings;
mod programme;
mod reader;
mod record;
mod regulation;
mod report;
mod resolution;
mod scheme;
mod sheets;
mod submission;
mod summary;
mod view;
mod written;

pub use crate::schema::{file_text, plain_json};
pub use any::AnyRecord;
pub use ballot::{BallotPaper, Choices};
pub use bylaws::Bylaws;
pub use comments::{Comment, Comments};
pub use conclusion::Conclusion;
pub use copy::CertifiedCopy;
pub use decision::Decision;
pub use evaluation::{EvaluationForm, EvaluationRow, Period, Scorer};
pub(crate) use fields::offer;
pub use fields::{Field, Figure, Shape};
pub use guidance::{BlankForm, Guidance};
pub use invitation::Invitation;
pub use kind::Kind;
pub use letter::OfficialLetter;
pub use minutes::{Minutes, MinutesVariant};
pub use named::named;
pub use nearest::nearest;
pub use notice::Notice;
pub use opinion::OpinionForm;
pub(crate) use paper::APPENDIX_WORDING;
pub(crate) use paper::OUTLINE_WORDING;
pub use plan::{Plan, PlanMember};
pub use proceedings::{BoundPaper, Proceedings};
pub use programme::{Programme, ProgrammeItem};
#[cfg(feature = "table")]
pub(crate) use reader::parse_from;
pub(crate) use reader::{drop_blanks, enveloped, parse, read_any, take_kind};
pub use record::{Annex, Record, TypedRecord};
pub use regulation::Regulation;
pub use report::{Part, Report};
pub use resolution::{Resolution, ResolutionVariant};
pub use scheme::Scheme;
#[cfg(feature = "table")]
pub(crate) use sheets::{Scored, Values};
pub use submission::Submission;
pub use summary::{EvaluationSummary, SummaryPeriod, SummaryRow, SummarySession, SummarySpan};
pub(crate) use view::{VIEW, with_view};

pub use crate::rules::Checks;

use std::sync::LazyLock;

/// The table of kinds: every kind that the library has, a line each.
static BUILT_IN: LazyLock<[&'static Kind; 20]> = LazyLock::new(|| {
    [
        Resolution::typed_kind(),
        EvaluationForm::typed_kind(),
        Decision::typed_kind(),
        Conclusion::typed_kind(),
        Notice::typed_kind(),
        Guidance::typed_kind(),
        Bylaws::typed_kind(),
        Regulation::typed_kind(),
        Submission::typed_kind(),
        OfficialLetter::typed_kind(),
        Report::typed_kind(),
        Plan::typed_kind(),
        Programme::typed_kind(),
        Scheme::typed_kind(),
        Minutes::typed_kind(),
        Comments::typed_kind(),
        Invitation::typed_kind(),
        BallotPaper::typed_kind(),
        OpinionForm::typed_kind(),
        EvaluationSummary::typed_kind(),
    ]
});

/// The built-in kinds. Not among them are [`CertifiedCopy`] and [`Proceedings`], which are made from other
/// documents.
pub fn built_in() -> impl Iterator<Item = &'static Kind> + Clone {
    BUILT_IN.iter().copied()
}
