//! What a resolution tells of the session that adopted it, and of the month and the year behind it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Attendance, Given, PaperDate, Person, Written};
use crate::text::Decimal;
use crate::text::Text;

/// Phần mở đầu of a monthly resolution: the facts of the session.
#[doc(alias = "kỳ sinh hoạt")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionFacts {
    /// What was held: `sinh hoạt chi bộ thường kỳ tháng 6 năm 2026`.
    pub name: Text,
    /// Its day.
    pub date: PaperDate,
    /// Địa điểm.
    pub venue: Written,
    /// Thời lượng, in minutes.
    pub duration: Given,
    /// Thành phần.
    pub attendance: Attendance,
    /// Chủ trì.
    pub chair: Person,
    /// Thư ký.
    pub secretary: Person,
    /// What else the session dealt with before it resolved: fees, the programme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_business: Vec<Text>,
}

/// Kết quả thực hiện nghị quyết tháng trước: a table of its tasks.
#[doc(alias = "kết quả thực hiện nghị quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskReview {
    /// The month of the resolution that set the tasks, 1 to 12.
    pub month: u32,
    /// Its year, where that is not the paper's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The tasks.
    pub tasks: Vec<ReviewedTask>,
}

/// A task of last month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewedTask {
    /// Nhiệm vụ đề ra.
    pub content: Text,
    /// Tình trạng đầu kỳ; left out, an empty cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Text>,
    /// Kết quả thực hiện; left out, an empty cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Text>,
}

impl ReviewedTask {
    /// A task of which nothing is told yet.
    #[must_use]
    pub fn new(content: impl Into<Text>) -> ReviewedTask {
        ReviewedTask { content: content.into(), before: None, result: None }
    }
}

setters!(ReviewedTask {
    /// With how things stood when the month began.
    before: some Text = before;
    /// With what became of it.
    result: some Text = result;
});

/// Chỉ tiêu: what was planned and what was reached; the percentage is worked out.
#[doc(alias = "chỉ tiêu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What is counted.
    pub name: Text,
    /// In what: `đồng chí`, `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Kế hoạch: whole, decimal or below nought.
    pub planned: Decimal,
    /// Kết quả, of the same kind.
    pub actual: Given<Decimal>,
}

/// Tự đánh giá chất lượng kỳ sinh hoạt; the sum is worked out.
#[doc(alias = "tự đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelfEvaluation {
    /// The criteria with their points.
    pub criteria: Vec<CriterionScore>,
    /// Tự xếp loại: `Tốt`.
    pub rating: Text,
    /// Hạn chế cần khắc phục.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortcomings: Vec<Text>,
}

/// A criterion and the points that the session gives itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionScore {
    /// What is scored.
    pub title: Text,
    /// Điểm tự chấm.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub self_score: Decimal,
    /// Điểm tối đa.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
}

/// Kết nạp đảng viên: whom the resolution proposes to admit.
#[doc(alias = "kết nạp đảng viên")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Họ và tên of the applicant.
    pub applicant: Text,
    /// Why those who voted against did so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_against: Option<Text>,
}
