//! Typed records, one file a kind. A record knows no page: it has a frame, wording fields and rules
//! of its own.

#[macro_use]
mod paper;

mod any;
mod ballot;
mod ballots;
mod comments;
mod conclusion;
mod decision;
mod evaluation;
mod form;
mod given;
mod invitation;
mod letter;
mod meeting;
mod minutes;
mod notice;
mod opinion;
mod parts;
mod picture;
mod plan;
mod proceedings;
mod programme;
mod reader;
mod report;
mod resolution;
mod schedule;
mod schema;
mod session;
mod submission;
mod summary;
mod table;
mod view;

pub(crate) use any::Visit;
pub use any::{AnyRecord, KINDS, Kind};
pub use ballot::{BallotPaper, Candidate, Choices};
pub use ballots::{BallotRow, Ballots, Counterparts, WorkRating};
pub use comments::{Comment, Comments};
pub use conclusion::Conclusion;
pub use decision::{Decision, DecisionArticle, TeamMember};
pub use evaluation::{EvaluationForm, EvaluationRow, Period, Scorer};
pub use form::{Address, Closing, Copies};
pub use given::Given;
pub use invitation::{Invitation, MeetingTime};
pub use letter::OfficialLetter;
pub use meeting::{Absentee, Attendance, ClockTime, Occasion, Person, Split, Written};
pub use minutes::{Minutes, MinutesKind};
pub use notice::{Meeting, MeetingItem, Notice};
pub use opinion::OpinionForm;
pub(crate) use paper::APPENDIX_WORDING;
pub use parts::{
    Appendix, Basis, Capacity, Circulation, Citation, CitedDate, Confirmation, Issuer, Marks, PaperDate,
    Section, Signature, Urgency, Vote,
};
pub use picture::Picture;
pub use plan::{Plan, PlanMember};
pub use proceedings::{Business, Concluded, Motion, Opinion, Presentation, Solution};
pub use programme::{Programme, ProgrammeItem};
pub(crate) use reader::{OPEN, OPEN_ELEMENT, drop_blanks};
pub use report::{Part, Report};
pub use resolution::{Resolution, ResolutionKind};
pub use schedule::{BranchSession, Commitment, Schedule, ScheduleRows, Session, Step, Task, TermYear, When};
#[cfg(feature = "cli")]
pub(crate) use schema::{alternatives, is_of_type};
pub use session::{Admission, CriterionScore, ReviewedTask, SelfScore, SessionFacts, Target, TaskReview};
pub use submission::Submission;
pub use summary::{EvaluationSummary, SummaryPeriod, SummaryRow, SummarySession};
pub use table::{Column, ColumnAlign, DataTable};
pub(crate) use view::{VIEW, with_view};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, Problems, Result};
use crate::rules::{Profile, ProfileId};
use crate::scoring::CriteriaSets;
use crate::text::Text;
use crate::units::Sheet;

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
        if let Value::Object(fields) = serde_json::to_value(self).map_err(bug)? {
            object.extend(fields);
        }
        serde_json::to_string_pretty(&object).map_err(bug)
    }
}

/// The parts of a paper that the regulation places, the same for every kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The profile that the record names, if it names one.
    pub profile: Option<ProfileId>,
    /// Tên loại, as in a sentence: `Nghị quyết`.
    pub type_name: &'static str,
    /// Ký hiệu of the type: `NQ`.
    pub type_code: &'static str,
    /// Who issues it.
    pub issuer: Issuer,
    /// Which draft it is; none for a final paper.
    pub draft: Option<u32>,
    /// Its number, or that it is left for the pen; none in a draft.
    pub number: Option<Given>,
    /// Địa danh.
    pub place: Text,
    /// Its date.
    pub date: PaperDate,
    /// The line that names the author between type name and abstract.
    pub author_line: Option<Text>,
    /// Trích yếu.
    pub abstract_line: Text,
    /// Nơi nhận, the archive last.
    pub recipients: Vec<Text>,
    /// Who signs; a draft may have none.
    pub signature: Option<Signature>,
    /// Who signs for the other bodies of a joint paper.
    pub joint_signatures: Vec<Signature>,
    /// Xác nhận chữ ký.
    pub confirmation: Option<Confirmation>,
    /// Marks that the paper carries.
    pub marks: Marks,
    /// Phụ lục.
    pub appendices: Vec<Appendix>,
    /// Whether it has a number line; forms, ballots and personal papers have none.
    pub numbered: bool,
    /// Whether place and date stand in the letterhead; minutes may do without.
    pub dated: bool,
    /// Mẫu: the label of a form, over the letterhead at the right: `Mẫu 1`.
    pub form_label: Option<Text>,
    /// Công văn: the type name is not printed, and the abstract stands under the number
    /// (05-HD/VPTW II.I.5.2.3).
    pub letter: bool,
    /// A second line of the abstract: of which session a form or minutes are.
    pub session_line: Option<Text>,
    /// Kính gửi, Kính trình.
    pub address: Option<Address>,
    /// Who signs on the same row at the left: the recorder of minutes, the branch on a form that its
    /// superior signs too.
    pub left_signature: Option<Signature>,
    /// What its end must have.
    pub closing: Closing,
    /// Whether its sheets lie on their long side: for wide tables (05-HD/VPTW II.IV.4.3).
    pub landscape: bool,
    /// Khổ giấy.
    pub sheet: Sheet,
    /// How many copies of it the document holds, and for whom.
    pub copies: Copies,
    /// Whether it is handed out on one page, so that a second one is told.
    pub one_page: bool,
}

impl Frame {
    /// The frame of a paper that has no more than these; the rest is filled in with the struct's
    /// fields: `Frame { number: Some(Given::ByHand), ..Frame::new(…) }`.
    #[must_use]
    pub fn new(
        type_name: &'static str,
        type_code: &'static str,
        issuer: Issuer,
        place: Text,
        date: PaperDate,
        abstract_line: Text,
    ) -> Frame {
        Frame {
            profile: None,
            type_name,
            type_code,
            issuer,
            draft: None,
            number: None,
            place,
            date,
            author_line: None,
            abstract_line,
            recipients: Vec::new(),
            signature: None,
            joint_signatures: Vec::new(),
            confirmation: None,
            marks: Marks::default(),
            appendices: Vec::new(),
            numbered: true,
            dated: true,
            form_label: None,
            letter: false,
            session_line: None,
            address: None,
            left_signature: None,
            closing: Closing::Full,
            landscape: false,
            sheet: Sheet::A4,
            copies: Copies::One,
            one_page: false,
        }
    }
}

fn bug(reason: impl std::fmt::Display) -> Error {
    Error::Bug { reason: reason.to_string() }
}
