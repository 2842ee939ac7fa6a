//! What a resolution tells of the session that adopted it, and of the month and the year behind it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Attendance, Given, PaperDate, Person, Written};
use crate::text::Decimal;
use crate::text::Text;

/// The opening of a monthly resolution (phần mở đầu): the facts of the session.
#[doc(alias = "kỳ sinh hoạt")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionFacts {
    /// The name of the session: `sinh hoạt chi bộ thường kỳ tháng 6 năm 2026`.
    pub name: Text,
    /// The day of the session.
    pub date: PaperDate,
    /// Địa điểm: the venue.
    pub venue: Written,
    /// Thời lượng: the length of the session in minutes.
    pub duration: Given,
    /// Thành phần: the attendance.
    pub attendance: Attendance,
    /// Chủ trì: the chair.
    pub chair: Person,
    /// Thư ký: the secretary.
    pub secretary: Person,
    /// Other matters that the session dealt with before the resolution, such as Party fees; one paragraph
    /// each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_business: Vec<Text>,
}

/// Kết quả thực hiện nghị quyết tháng trước: the table of last month's tasks.
#[doc(alias = "kết quả thực hiện nghị quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskReview {
    /// The month of the resolution that set the tasks, 1 to 12.
    pub month: u32,
    /// The year of that resolution, if it is not the document's year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The tasks that the resolution set, a row each.
    pub tasks: Vec<ReviewedTask>,
}

/// A task of last month: a row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewedTask {
    /// Nhiệm vụ đề ra: the task.
    pub content: Text,
    /// Tình trạng đầu kỳ: the state at the beginning of the month; an empty cell by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Text>,
    /// Kết quả thực hiện: the result; an empty cell by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Text>,
}

impl ReviewedTask {
    /// A task whose state and result are empty cells.
    #[must_use]
    pub fn new(content: impl Into<Text>) -> ReviewedTask {
        ReviewedTask { content: content.into(), before: None, result: None }
    }
}

setters!(ReviewedTask {
    /// Sets `before`. Tình trạng đầu kỳ: the state at the beginning of the month; an empty cell by default.
    before: some Text = before;
    /// Sets `result`. Kết quả thực hiện: the result; an empty cell by default.
    result: some Text = result;
});

/// Chỉ tiêu: a target, with the planned and the actual figure. The percentage is computed.
#[doc(alias = "chỉ tiêu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The name of the target.
    pub name: Text,
    /// The unit: `đồng chí`, `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Kế hoạch: the planned figure, whole, decimal or negative.
    pub planned: Decimal,
    /// Kết quả: the actual figure.
    pub actual: Given<Decimal>,
}

/// Tự đánh giá chất lượng kỳ sinh hoạt: the points and the rating that the chi bộ (Party cell) gives its own
/// session. The sum of the points is computed.
#[doc(alias = "tự đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelfEvaluation {
    /// The criteria with their points, at least one.
    pub criteria: Vec<CriterionScore>,
    /// Tự xếp loại: the rating, `Tốt`.
    pub rating: Text,
    /// Hạn chế cần khắc phục: the shortcomings, one paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortcomings: Vec<Text>,
}

/// A criterion of the self-evaluation, with its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionScore {
    /// The title of the criterion.
    pub title: Text,
    /// Điểm tự chấm: the points that the chi bộ gives its session, from 0 to `max`.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub self_score: Decimal,
    /// Điểm tối đa: the highest number of points of the criterion.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
}

/// Kết nạp đảng viên: the admission of a member that the resolution proposes.
#[doc(alias = "kết nạp đảng viên")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Họ và tên: the name of the applicant.
    pub applicant: Text,
    /// The reason of those who voted against, printed after `với lý do`, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_against: Option<Text>,
}
