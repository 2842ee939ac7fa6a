//! Phiếu đánh giá chất lượng sinh hoạt chi bộ.

mod facts;
mod of;
mod scores;
mod sheet;
mod sheets;
mod view;

pub(super) use of::DOTS;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{
    Capacity, CitedDate, Closing, CriterionScore, Frame, Given, Issuer, PaperDate, SelfEvaluation, Signature,
};
use crate::profile::{Layout, ProfileId};
use crate::scoring::{CriteriaSet, CriteriaSets, Decimal, ScoreSheet, Session};
use crate::text::{Text, majority, place};

/// Phiếu đánh giá chất lượng sinh hoạt chi bộ: the evaluation of the session of a chi bộ (Party cell), by the chi bộ
/// itself (Mẫu 1), by the superior's member who attended (Mẫu 2), or by both in one form.
///
/// A form without rows is blank, to be filled in by hand: it has no total and no rating. The criteria set
/// determines the rows and their scores.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::EvaluationForm;
/// let form = EvaluationForm::example();
/// assert_eq!(EvaluationForm::from_json(&form.to_json()?)?, form);
/// assert!(Renderer::new().check(&form).is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "phiếu đánh giá")]
#[doc(alias = "phiếu tự đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluationForm {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Who scores: the chi bộ, its superior, or both.
    pub scorer: Scorer,
    /// The label of the form. By default `Mẫu 1` or `Mẫu 2`; none if both score, or if the form is of a
    /// quarter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_label: Option<Text>,
    /// The issuer: the chi bộ, or for Mẫu 2 the superior committee (cấp uỷ) whose member attended.
    pub issuer: Issuer,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date of the form.
    pub date: PaperDate,
    /// The name of the chi bộ that is scored, if another body issues the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<Text>,
    /// The id of the criteria set: one of [`CriteriaSet::ids`], or that of a set that the Renderer was given.
    pub criteria_set: Text,
    /// The month of the session; for a form of a quarter, any month of the quarter.
    pub period: Period,
    /// The day of the session; `None` prints a blank for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<CitedDate>,
    /// The facts of the session.
    pub session: Session,
    /// The points, a row for each criterion; empty in a blank form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<EvaluationRow>,
    /// Ưu điểm: the strengths of the session, one in each element.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strengths: Vec<Text>,
    /// Hạn chế: the shortcomings of the session, one in each element.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortcomings: Vec<Text>,
    /// Biện pháp khắc phục: the remedies for the shortcomings, one in each element.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Text>,
    /// The signature. By default `T/M CHI BỘ`, `BÍ THƯ`; if the superior scores, `ĐẢNG UỶ VIÊN DỰ SINH HOẠT`
    /// (of a quarter `NGƯỜI ĐÁNH GIÁ`). The name is then filled in by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// The signature at the left, for the chi bộ, if both score. By default `T/M CHI BỘ`, `BÍ THƯ`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_signature: Option<Signature>,
}

/// Who scores the session in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scorer {
    /// Mẫu 1: the chi bộ itself. In JSON `"self"`.
    #[serde(rename = "self")]
    Own,
    /// Mẫu 2: the superior's member who attended the session. In JSON `"superior"`.
    Superior,
    /// The chi bộ and the superior, side by side. In JSON `"both"`.
    Both,
}

/// Kỳ sinh hoạt: the month of a session, or a month of a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Month, 1 to 12, or `"by_hand"`.
    pub month: Given,
    /// Year, from 1930.
    pub year: i32,
}

/// The scores of one line of the criteria set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationRow {
    /// The number of the criterion in the set, `4.2`; a group without criteria has its own number, `5`.
    pub criterion: Text,
    /// Điểm tự chấm: the points that the chi bộ gives itself, in steps of 0.5. A score that is no level of
    /// its criterion, or is not what the session's facts give, is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub self_score: Option<Decimal>,
    /// Điểm cấp trên chấm: the points that the superior gives, in steps of 0.5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub superior_score: Option<Decimal>,
    /// Ghi chú: the reason for missing points (thuyết minh điểm trừ). A score below the maximum without
    /// one is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Period {
    /// A month (1 to 12, or to be filled in by hand) of a year.
    #[must_use]
    pub fn new(month: impl Into<Given>, year: i32) -> Period {
        Period { month: month.into(), year }
    }
}

impl EvaluationRow {
    /// A row without points, for the criterion with this number.
    #[must_use]
    pub fn new(criterion: impl Into<Text>) -> EvaluationRow {
        EvaluationRow { criterion: criterion.into(), self_score: None, superior_score: None, note: None }
    }
}

setters!(EvaluationRow {
    /// Sets `self_score`. Điểm tự chấm: the points that the chi bộ gives itself, in steps of 0.5. A score
    /// that is no level of its criterion, or is not what the session's facts give, is a warning.
    self_score: some Decimal = self_score;
    /// Sets `superior_score`. Điểm cấp trên chấm: the points that the superior gives, in steps of 0.5.
    superior_score: some Decimal = superior_score;
    /// Sets `note`. Ghi chú: the reason for missing points (thuyết minh điểm trừ). A score below the maximum
    /// without one is an error.
    note: some Text = note;
});

record!(
    EvaluationForm,
    "../../../examples/data/evaluation_form.json",
    "An example: a filled form in which a chi bộ (Party cell) scores itself"
);

impl EvaluationForm {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        scorer: Scorer,
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        criteria_set: impl Into<Text>,
        period: Period,
        session: Session,
    ) -> EvaluationForm {
        EvaluationForm {
            profile: None,
            layout: None,
            scorer,
            form_label: None,
            issuer,
            place: place.into(),
            date,
            branch: None,
            criteria_set: criteria_set.into(),
            period,
            held: None,
            session,
            rows: Vec::new(),
            strengths: Vec::new(),
            shortcomings: Vec::new(),
            remedies: Vec::new(),
            signature: None,
            left_signature: None,
        }
    }
}
setters!(EvaluationForm {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `scorer`. Who scores: the chi bộ, its superior, or both.
    scorer: set Scorer = scorer;
    /// Sets `form_label`. The label of the form. By default `Mẫu 1` or `Mẫu 2`; none if both score, or if the
    /// form is of a quarter.
    form_label: some Text = form_label;
    /// Sets `issuer`. The issuer: the chi bộ, or for Mẫu 2 the superior committee (cấp uỷ) whose member
    /// attended.
    issuer: set Issuer = issuer;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date of the form.
    date: set PaperDate = date;
    /// Sets `branch`. The name of the chi bộ that is scored, if another body issues the form.
    branch: some Text = branch;
    /// Sets `criteria_set`. The id of the criteria set.
    criteria_set: set Text = criteria_set;
    /// Sets `period`. The month of the session; for a form of a quarter, any month of the quarter.
    period: set Period = period;
    /// Sets `held`. The day of the session; `None` prints a blank for it.
    held: some CitedDate = held;
    /// Sets `session`. The facts of the session.
    session: set Session = session;
    /// Sets `rows`. The points, a row for each criterion; empty in a blank form.
    rows: all EvaluationRow = rows;
    /// Adds one element to `rows`. The points, a row for each criterion; empty in a blank form.
    row: push EvaluationRow = rows;
    /// Sets `strengths`. Ưu điểm: the strengths of the session, one in each element.
    strengths: all Text = strengths;
    /// Adds one element to `strengths`. Ưu điểm: the strengths of the session, one in each element.
    strength: push Text = strengths;
    /// Sets `shortcomings`. Hạn chế: the shortcomings of the session, one in each element.
    shortcomings: all Text = shortcomings;
    /// Adds one element to `shortcomings`. Hạn chế: the shortcomings of the session, one in each element.
    shortcoming: push Text = shortcomings;
    /// Sets `remedies`. Biện pháp khắc phục: the remedies for the shortcomings, one in each element.
    remedies: all Text = remedies;
    /// Adds one element to `remedies`. Biện pháp khắc phục: the remedies for the shortcomings, one in each
    /// element.
    remedy: push Text = remedies;
    /// Sets `signature`. The signature. By default `T/M CHI BỘ`, `BÍ THƯ`; if the superior scores, `ĐẢNG UỶ
    /// VIÊN DỰ SINH HOẠT` (of a quarter `NGƯỜI ĐÁNH GIÁ`). The name is then filled in by hand.
    signature: some Signature = signature;
    /// Sets `left_signature`. The signature at the left, for the chi bộ, if both score. By default `T/M CHI
    /// BỘ`, `BÍ THƯ`.
    left_signature: some Signature = left_signature;
});

impl EvaluationForm {
    /// What is wrong with the form, its frame and the words apart.
    pub(super) fn check_all(&self, set: &CriteriaSet, problems: &mut Problems) {
        facts::check(self, problems);
        scores::check(self, set, problems);
    }

    /// What the chi bộ gave itself, group by group of the set; none where it has not scored, or the set has no ratings.
    pub(crate) fn self_evaluation(&self, set: &CriteriaSet) -> Option<SelfEvaluation> {
        let own =
            |id: &Text| self.rows.iter().find(|row| row.criterion == *id).and_then(|row| row.self_score);
        let standing = set.standing(self.rows.iter().filter_map(|row| row.self_score))?;
        let groups = set.groups.iter().map(|group| {
            let lines = group.criteria.iter().filter_map(|line| own(&line.id));
            CriterionScore {
                title: group.title.clone(),
                self_score: lines.chain(own(&group.id)).sum(),
                max: group.max,
            }
        });
        Some(SelfEvaluation {
            criteria: groups.collect(),
            rating: standing.rating?.name.clone(),
            shortcomings: self.shortcomings.clone(),
        })
    }

    /// Mẫu số; none for the form of both.
    pub(super) fn printed_label(&self) -> Option<Text> {
        // The labels are those of 42-HD/BTCTW, for sessions.
        self.form_label.clone().or(match self.scorer {
            _ if self.is_of_a_quarter() => None,
            Scorer::Own => Some("Mẫu 1".into()),
            Scorer::Superior => Some("Mẫu 2".into()),
            Scorer::Both => None,
        })
    }

    /// Which form it is, of which session, of which chi bộ: `Mẫu 1 2026-06-04 Chi bộ 3`. The day tells two
    /// sessions of a month apart.
    fn file_words(&self) -> String {
        let year = self.period.year;
        let period = self.period.month.value().map_or(year.to_string(), |month| format!("{year}-{month:02}"));
        let held = self.held.as_ref().and_then(CitedDate::calendar).map(|day| day.to_string());
        let session = match held {
            Some(day) if day.starts_with(&period) => day,
            Some(day) => format!("{period} {day}"),
            None => period,
        };
        let branch = self.branch.as_ref().unwrap_or(&self.issuer.name);
        let label = self.printed_label().map(|label| format!("{label} ")).unwrap_or_default();
        format!("{label}{session} {branch}")
    }

    /// `T/M CHI BỘ`, `BÍ THƯ`, for who is left out.
    fn for_the_branch() -> Signature {
        Signature {
            capacity: Capacity::OnBehalfOf,
            body: Some("Chi bộ".into()),
            position: Some("Bí thư".into()),
            also: None,
            image: None,
            name: None,
        }
    }

    /// `ĐẢNG UỶ VIÊN DỰ SINH HOẠT`, of a quarter `NGƯỜI ĐÁNH GIÁ`, for who is left out.
    fn for_the_superior(&self) -> Signature {
        let who = if self.is_of_a_quarter() {
            "Người đánh giá"
        } else {
            "Đảng uỷ viên dự sinh hoạt"
        };
        let position = place(who, majority(self.texts()).unwrap_or_default());
        Signature::in_person(position, None)
    }

    /// What the record says in words of its own, for where it puts the tone marks.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let issuer = [Some(&self.issuer.name), self.issuer.superior.as_ref(), self.branch.as_ref()];
        let said = [&self.strengths, &self.shortcomings, &self.remedies].into_iter().flatten();
        let notes = self.rows.iter().filter_map(|row| row.note.as_ref());
        issuer.into_iter().flatten().chain(said).chain(notes).map(Text::as_str)
    }
}

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../../templates/evaluation_form.hbs");

impl TypedRecord for EvaluationForm {
    kind!(
        Kind::of::<EvaluationForm>("evaluation_form", "phiếu đánh giá chất lượng sinh hoạt chi bộ")
            .titled("Phiếu đánh giá", "")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .in_sheets(&sheets::SHEETS)
            .exemplified(EvaluationForm::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let type_name = match self.scorer {
            Scorer::Own => "Phiếu tự đánh giá",
            Scorer::Superior | Scorer::Both => "Phiếu đánh giá",
        };
        let signature = self.signature.clone().unwrap_or_else(|| match self.scorer {
            Scorer::Own => EvaluationForm::for_the_branch(),
            Scorer::Superior | Scorer::Both => self.for_the_superior(),
        });
        let left = (self.scorer == Scorer::Both)
            .then(|| self.left_signature.clone().unwrap_or_else(EvaluationForm::for_the_branch));
        let (issuer, subject) = (self.issuer.clone(), self.subject());
        Frame {
            profile: self.profile,
            layout: self.layout,
            numbered: false,
            form_label: self.printed_label(),
            signature: Some(signature),
            left_signature: left.or_else(|| self.left_signature.clone()),
            closing: Closing::Form,
            file_words: Some(self.file_words()),
            ..Frame::new(type_name, "", issuer, self.place.clone(), self.date, subject)
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        facts::check(self, checks.problems);
    }

    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value> {
        let set = scores::set(self, criteria, problems)?;
        scores::check(self, set, problems);
        serde_json::to_value(view::view(self, set)).ok()
    }

    fn score_sheet(&self, criteria: &CriteriaSets) -> Option<ScoreSheet> {
        sheet::score_sheet(self, criteria)
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    schemars::schema_for!(view::View).to_value()
}
