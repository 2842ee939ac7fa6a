//! Diễn biến: what was said, proposed, concluded and voted in a meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Person, Task, Vote};
use crate::text::Text;

/// Nội dung: a point that the meeting dealt with, in the order of its course: who presents what, what
/// others say, what the chair concludes, how it is voted.
#[doc(alias = "diễn biến")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// Its heading; without one the number stands before the first paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// Who presents it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Person>,
    /// What is presented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Các ý kiến tham gia.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// Nhiệm vụ that the meeting sets on this point, each with its lead and its day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// What the chair concludes on this point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conclusions: Vec<Text>,
    /// How it is voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

impl Business {
    /// Whether it has a heading alone: what was said of it is left for the pen.
    pub(crate) fn is_open(&self) -> bool {
        let said = self.paragraphs.len() + self.opinions.len() + self.tasks.len() + self.conclusions.len();
        self.heading.is_some() && said == 0 && self.vote.is_none()
    }
}

/// Ý kiến tham gia: who said what.
#[doc(alias = "ý kiến")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Who.
    pub speaker: Person,
    /// What.
    pub content: Text,
}

/// Tham luận that was read in the meeting.
#[doc(alias = "tham luận")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// Who read it.
    pub speaker: Person,
    /// Its title, without quotation marks.
    pub title: Text,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
}

/// Giải pháp: what the meeting proposes to do. A resolution takes each for one of its sections.
#[doc(alias = "giải pháp")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    /// Its name, without a mark at the end.
    pub heading: Text,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Text>,
}

/// Kết luận of the meeting, by its chair or by a delegate of the level above.
#[doc(alias = "kết luận")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concluded {
    /// Who concludes; left out, the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Person>,
    /// What; left out, room for the pen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
}

/// Biểu quyết: a matter that was put to the vote, and its result.
#[doc(alias = "biểu quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// What was voted, without a mark at the end: `Thông qua kết luận của hội nghị`.
    pub content: Text,
    /// How.
    pub vote: Vote,
}
