//! Typed records, one file a kind. A record knows no page: it has a frame, wording fields and rules
//! of its own.

#[macro_use]
mod paper;

mod any;
mod ballot;
mod comments;
mod conclusion;
mod decision;
mod evaluation;
mod invitation;
mod letter;
mod minutes;
mod notice;
mod opinion;
mod plan;
mod programme;
mod reader;
mod report;
mod resolution;
mod submission;
mod summary;
mod view;

pub(crate) use any::Visit;
pub use any::{AnyRecord, KINDS, Kind};
pub use ballot::{BallotPaper, Candidate, Choices};
pub use comments::{Comment, Comments};
pub use conclusion::Conclusion;
pub use decision::{Decision, DecisionArticle, TeamMember};
pub use evaluation::{EvaluationForm, EvaluationRow, Period, Scorer};
pub use invitation::{Invitation, MeetingTime};
pub use letter::OfficialLetter;
pub use minutes::{Minutes, MinutesKind};
pub use notice::{Meeting, MeetingItem, Notice};
pub use opinion::OpinionForm;
pub(crate) use paper::APPENDIX_WORDING;
pub use plan::{Plan, PlanMember};
pub use programme::{Programme, ProgrammeItem};
pub(crate) use reader::drop_blanks;
pub use report::{Part, Report};
pub use resolution::{Resolution, ResolutionKind};
pub use submission::Submission;
pub use summary::{EvaluationSummary, SummaryPeriod, SummaryRow, SummarySession};
pub(crate) use view::{VIEW, with_view};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, Problems, Result};
use crate::parts::Frame;
use crate::profile::Profile;
use crate::scoring::CriteriaSets;

/// A kind of record: the library's own, or a caller's.
pub trait Record: Serialize + DeserializeOwned + schemars::JsonSchema {
    /// Its name in JSON, under `"kind"`: `resolution`.
    const KIND: &'static str;

    /// The wording of the body, in the form markup (DESIGN.md).
    const TEMPLATE: &'static str;

    /// The parts that the regulation places: letterhead, number, title, signature, recipients.
    fn frame(&self) -> Frame;

    /// The rules of this kind alone; those of the frame are checked by the library.
    fn check(&self, profile: &Profile, problems: &mut Problems);

    /// What the template sees beside the record's own fields, as `view`: sums, ratings, the lines of a
    /// table, worked out from the record and from the criteria sets that the Renderer holds. What is
    /// wrong with the record in their light is a problem too. Most kinds have none.
    fn view(&self, _criteria: &CriteriaSets, _problems: &mut Problems) -> Option<Value> {
        None
    }

    /// JSON Schema of the view: the template's paths are checked against it.
    #[must_use]
    fn view_schema() -> Option<Value> {
        None
    }

    /// Reads a record from JSON.
    ///
    /// # Errors
    /// [`Error::Shape`] where the JSON is not well-formed, its `"kind"` or `"format"` is another one, a
    /// key is unknown or missing, or a value has the wrong type.
    fn from_json(json: &str) -> Result<Self> {
        any::read_as(any::envelope(json)?)
    }

    /// Writes the record as JSON, with its `"kind"` and `"format"`.
    ///
    /// # Errors
    /// [`Error::Bug`] where the record cannot be written as JSON; none of the library's own does that.
    fn to_json(&self) -> Result<String> {
        let mut object = serde_json::Map::new();
        object.insert("kind".into(), Self::KIND.into());
        object.insert("format".into(), any::FORMAT.into());
        if let Value::Object(fields) = serde_json::to_value(self).map_err(Error::bug_by)? {
            object.extend(fields);
        }
        serde_json::to_string_pretty(&object).map_err(Error::bug_by)
    }
}
