//! What kinds of papers share: the frame of a paper, and what stands in records of several kinds.

mod ballots;
mod form;
mod frame;
mod given;
mod meeting;
mod paper;
mod picture;
mod proceedings;
mod schedule;
mod session;
mod table;

pub use ballots::{BallotRow, Ballots, Counterparts, WorkRating};
pub use form::{Address, Closing, Copies};
pub(crate) use form::{is_one, one};
pub use frame::Frame;
pub use given::Given;
pub use meeting::{Absentee, Attendance, ClockTime, Occasion, Person, Split, Written};
pub use paper::{
    Appendix, Basis, Capacity, Circulation, Citation, CitedDate, Confirmation, Issuer, Marks, PaperDate,
    Section, Signature, Urgency, Vote,
};
pub use picture::Picture;
pub use proceedings::{Business, Concluded, Motion, Opinion, Presentation, Solution};
pub use schedule::{BranchSession, Commitment, Schedule, ScheduleRows, Session, Step, Task, TermYear, When};
pub use session::{Admission, CriterionScore, ReviewedTask, SelfScore, SessionFacts, Target, TaskReview};
pub use table::{Column, ColumnAlign, DataTable};
