//! Danh sách tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ.

mod forms;
mod of_forms;
mod period;
mod rows;
mod view;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::period::{SummaryPeriod, SummarySpan};
use super::sheets::{Rows, Sheets};
use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Capacity, CitedDate, Closing, Frame, Issuer, PaperDate, Signature};
use crate::profile::{Layout, ProfileId};
use crate::scoring::{CriteriaSets, Decimal, YearRule};
use crate::text::{Text, majority, place};

/// Danh sách tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ: the results of the chi bộ (Party cells) under a
/// đảng uỷ (Party committee) in a month, a quarter, half a year or a year. The list of a month has the ten columns of
/// the form in Hướng dẫn 01-HD/TU of the province An Giang.
///
/// Rows are given, or they follow from evaluation forms: [`EvaluationSummary::of_forms`],
/// [`EvaluationSummary::with_forms`].
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::EvaluationSummary;
/// let summary = EvaluationSummary::example();
/// assert_eq!(EvaluationSummary::from_json(&summary.to_json()?)?, summary);
/// assert!(Renderer::new().check(&summary).is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "danh sách tổng hợp")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluationSummary {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// The issuer: the superior of the chi bộ.
    pub issuer: Issuer,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date of the list.
    pub date: PaperDate,
    /// The id of the criteria set of all sessions.
    pub criteria_set: Text,
    /// The month, quarter, half or year that the list is about.
    pub period: SummaryPeriod,
    /// The rows, one for each chi bộ, in the order of the list. In a monthly list a chi bộ that met twice has
    /// two rows, each with its day.
    pub rows: Vec<SummaryRow>,
    /// Quy tắc xếp loại năm: the rules of the yearly rating, best rating first. By default those of the
    /// criteria set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub year_rules: Vec<YearRule>,
    /// The text in brackets after the number of members of a monthly list, after `trong đó, `. By default the
    /// number of members who came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_note: Option<Text>,
    /// Nơi nhận: the recipients, without punctuation at the end. The archive is last: `Lưu Đảng uỷ`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// The signature. By default `T/M ĐẢNG UỶ`, `BÍ THƯ`, with the name to be filled in by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// A chi bộ with its sessions in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SummaryRow {
    /// Tên chi bộ: the name of the chi bộ (Party cell).
    pub branch: Text,
    /// Its sessions, one for each month. Two sessions in one month must have different days in `held`.
    pub sessions: Vec<SummarySession>,
    /// The rating for the period, as the superior committee (cấp uỷ) decided. By default it follows from the
    /// points; for a year, from `year_rules`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Text>,
    /// Ghi chú (thuyết minh điểm trừ): a note that explains missing points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The result of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SummarySession {
    /// The month of the session, 1 to 12.
    pub month: u32,
    /// Ngày họp: the day of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<CitedDate>,
    /// Tổng số đảng viên: the number of all members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Đảng viên được triệu tập: the number of members summoned, from which the share of those present is
    /// computed. All members by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summoned: Option<u32>,
    /// Đảng viên có mặt: the number of members present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Tổng điểm: the official total of points: the superior's, or else the chi bộ's own. A session without
    /// it is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub score: Option<Decimal>,
}

record!(
    EvaluationSummary,
    "../../../examples/data/evaluation_summary.json",
    "An example: a monthly list of eight chi bộ (Party cells)"
);

impl SummaryRow {
    /// A chi bộ with its sessions, one for each month.
    #[must_use]
    pub fn new(branch: impl Into<Text>, sessions: impl IntoIterator<Item = SummarySession>) -> SummaryRow {
        SummaryRow {
            branch: branch.into(),
            sessions: sessions.into_iter().collect(),
            rating: None,
            note: None,
        }
    }
}

setters!(SummaryRow {
    /// Sets `rating`. The rating for the period, as the superior committee (cấp uỷ) decided. By default it
    /// follows from the points; for a year, from `year_rules`.
    rating: some Text = rating;
    /// Sets `note`. Ghi chú (thuyết minh điểm trừ): a note that explains missing points.
    note: some Text = note;
});

impl SummarySession {
    /// A session of a month (1 to 12) without facts.
    #[must_use]
    pub fn new(month: u32) -> SummarySession {
        SummarySession { month, held: None, members: None, summoned: None, present: None, score: None }
    }
}

setters!(SummarySession {
    /// Sets `held`. Ngày họp: the day of the meeting.
    held: some CitedDate = held;
    /// Sets `members`. Tổng số đảng viên: the number of all members.
    members: some_number u32 = members;
    /// Sets `summoned`. Đảng viên được triệu tập: the number of members summoned, from which the share of
    /// those present is computed. All members by default.
    summoned: some_number u32 = summoned;
    /// Sets `present`. Đảng viên có mặt: the number of members present.
    present: some_number u32 = present;
    /// Sets `score`. Tổng điểm: the official total of points: the superior's, or else the chi bộ's own. A
    /// session without it is an error.
    score: some Decimal = score;
});

setters!(EvaluationSummary {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `issuer`. The issuer: the superior of the chi bộ.
    issuer: set Issuer = issuer;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date of the list.
    date: set PaperDate = date;
    /// Sets `rows`. The rows, one for each chi bộ, in the order of the list. In a monthly list a chi bộ that
    /// met twice has two rows, each with its day.
    rows: all SummaryRow = rows;
    /// Adds one element to `rows`. The rows, one for each chi bộ, in the order of the list. In a monthly list
    /// a chi bộ that met twice has two rows, each with its day.
    row: push SummaryRow = rows;
    /// Sets `year_rules`. Quy tắc xếp loại năm: the rules of the yearly rating, best rating first. By default
    /// those of the criteria set.
    year_rules: all YearRule = year_rules;
    /// Sets `members_note`. The text in brackets after the number of members of a monthly list, after `trong
    /// đó, `. By default the number of members who came.
    members_note: some Text = members_note;
    /// Sets `recipients`. Nơi nhận: the recipients, without punctuation at the end. The archive is last: `Lưu
    /// Đảng uỷ`.
    recipients: all Text = recipients;
    /// Sets `signature`. The signature. By default `T/M ĐẢNG UỶ`, `BÍ THƯ`, with the name to be filled in by
    /// hand.
    signature: some Signature = signature;
});

impl EvaluationSummary {
    /// A list without rows; [`EvaluationSummary::with_forms`] makes them. `criteria` is the id of the
    /// criteria set.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        criteria: impl Into<Text>,
        period: SummaryPeriod,
    ) -> EvaluationSummary {
        EvaluationSummary {
            profile: None,
            layout: None,
            issuer,
            place: place.into(),
            date,
            criteria_set: criteria.into(),
            period,
            rows: Vec::new(),
            year_rules: Vec::new(),
            members_note: None,
            recipients: Vec::new(),
            signature: None,
        }
    }

    /// `T/M ĐẢNG UỶ`, `BÍ THƯ`, for who is left out.
    fn for_the_committee(&self) -> Signature {
        let issuer = [Some(&self.issuer.name), self.issuer.superior.as_ref()];
        let said = issuer.into_iter().flatten().chain(&self.recipients).map(Text::as_str);
        Signature {
            capacity: Capacity::OnBehalfOf,
            body: Some(place("Đảng uỷ", majority(said).unwrap_or_default()).into()),
            position: Some("Bí thư".into()),
            also: None,
            name: None,
            image: None,
        }
    }
}

/// What a list takes from the sheet of an office: each row a chi bộ.
const SHEETS: Sheets = Sheets {
    columns: include_str!("columns.tsv"),
    follows: &["rows[0].sessions[0].month"],
    rows: Rows::Listed,
};

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../../templates/evaluation_summary.hbs");

impl TypedRecord for EvaluationSummary {
    kind!(
        Kind::of::<EvaluationSummary>(
            "evaluation_summary",
            "danh sách tổng hợp xếp loại chất lượng sinh hoạt chi bộ"
        )
        .titled("Danh sách", "")
        .worded(TEMPLATE)
        .viewed(view_schema)
        .in_sheets(&SHEETS)
        .exemplified(EvaluationSummary::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let subject = "tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ".into();
        let (issuer, place) = (self.issuer.clone(), self.place.clone());
        Frame {
            profile: self.profile,
            layout: self.layout,
            numbered: false,
            session_line: Some(self.period.words().into()),
            recipients: self.recipients.clone(),
            signature: Some(self.signature.clone().unwrap_or_else(|| self.for_the_committee())),
            closing: Closing::Form,
            landscape: true,
            file_words: Some(format!("{} {}", self.period.words(), self.issuer.name)),
            ..Frame::new("Danh sách", "", issuer, place, self.date, subject)
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        rows::check(self, checks.problems);
    }

    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value> {
        let set = criteria.of(&self.criteria_set, problems)?;
        rows::check_scores(self, set, problems);
        serde_json::to_value(view::view(self, set)).ok()
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    schemars::schema_for!(view::View).to_value()
}
