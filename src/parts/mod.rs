//! The parts that several kinds share: the frame of a document, and the structs in records of several kinds.

#[macro_use]
mod setters;
#[macro_use]
mod spelt;

mod agenda;
mod article;
mod ballots;
mod basis;
pub(crate) mod body;
mod copying;
mod date;
mod flat;
mod form;
mod frame;
mod given;
mod issuer;
mod marks;
mod meeting;
mod origins;
mod outline;
mod paper;
mod person;
mod picture;
mod proceedings;
mod schedule;
mod section;
mod session;
mod signature;
mod table;
mod volume;
mod vote;

pub use agenda::{AgendaItem, Meeting};
pub use article::{Article, Chapter, Clause, Division, Provisions, TeamMember};
pub use ballots::{BallotRow, Ballots, Candidate, Counterparts, WorkRating};
pub use basis::{Basis, Citation};
pub use body::Body;
pub use copying::{CopyForm, Copying};
pub use date::{CitedDate, PaperDate};
pub(crate) use flat::place as place_in_part;
pub use form::{Address, Closing, Copies};
pub(crate) use form::{is_one, one};
pub use frame::{Frame, Shown};
pub(crate) use given::BY_HAND;
pub use given::Given;
pub use issuer::Issuer;
pub use marks::{Circulation, Marks, Urgency};
pub use meeting::{Absentee, Attendance, ClockTime, Split, Written};
pub use origins::Origins;
pub use outline::Outline;
pub use paper::Paper;
pub use person::Person;
pub use picture::Picture;

pub use crate::raster::Png;
pub use crate::units::{PerSheet, Sheet};
pub use proceedings::{Business, Concluded, Motion, Opinion, Presentation, Solution};
pub use schedule::{
    BranchSession, Commitment, PlannedSession, Schedule, ScheduleRows, Step, Task, TermYear, When,
};
pub use section::{Appendix, Section};
pub use session::{
    Admission, CriterionScore, ReviewedTask, SelfEvaluation, SessionFacts, Target, TaskReview,
};
pub use signature::{Capacity, Confirmation, Signature};
pub(crate) use spelt::as_written;
pub use table::{Column, ColumnAlign, DataTable};
pub use volume::{Volume, VolumeEntry};
pub use vote::Vote;
