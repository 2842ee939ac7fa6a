//! Diễn biến: what was said, proposed, concluded and voted in a meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Person, Task, Vote};
use crate::text::Text;

/// Nội dung: an item of business of a meeting. It is printed in the order of events: the presentation, the
/// opinions, the tasks, the chair's conclusions, the vote. If it has only a heading, a blank to be filled in
/// by hand follows.
#[doc(alias = "diễn biến")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// The heading, after the number of the item. Without a heading the number is before the first paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// The person who presents the item; printed before the first paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Person>,
    /// The paragraphs of the presentation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Các ý kiến tham gia: the opinions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// Nhiệm vụ: the tasks that the meeting sets, each with a person in charge and a deadline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// The chair's conclusions on this item, one paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conclusions: Vec<Text>,
    /// The result of the vote on this item, if there was one.
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

/// Ý kiến tham gia: an opinion and its speaker.
#[doc(alias = "ý kiến")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// The person who speaks.
    pub speaker: Person,
    /// What the person said.
    pub content: Text,
}

/// Tham luận: a paper that was read in the meeting.
#[doc(alias = "tham luận")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// The person who speaks.
    pub speaker: Person,
    /// The title of the paper, without quotation marks.
    pub title: Text,
    /// A summary of the paper, printed after the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
}

/// Giải pháp: a solution that the meeting proposes. A resolution makes a section of each.
#[doc(alias = "giải pháp")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    /// The name of the solution, without punctuation at the end.
    pub heading: Text,
    /// The explanation of the solution, printed after the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Text>,
}

/// Kết luận: the conclusion of the meeting, by its chair or by a delegate of the superior level.
#[doc(alias = "kết luận")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concluded {
    /// The speaker. By default the chair; at a congress the đoàn chủ tịch (presidium); in minutes without a
    /// chair the tellers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Person>,
    /// The conclusions, one paragraph each. Without any, a blank to be filled in by hand is printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
}

/// Biểu quyết: a motion and the result of its vote.
#[doc(alias = "biểu quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// The motion, without punctuation at the end: `Thông qua kết luận của hội nghị`.
    pub content: Text,
    /// The result of the vote.
    pub vote: Vote,
}
