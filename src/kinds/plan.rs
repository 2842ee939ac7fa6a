//! Kế hoạch.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Closing, Frame, Issuer, Outline, Paper, PaperDate, Schedule, Section, Signature};
use crate::path::Path;
use crate::text::Text;

/// Kế hoạch: a plan: of one thematic session, of a year's sessions, of a whole term of office, or of one member.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Plan;
/// let document = Renderer::new().render(&Plan::example())?;
/// assert_eq!(document.file_name(), "ke-hoach-2023-kh-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "kế hoạch")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Plan {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The section with the table of the plan (sessions, tasks, years …), printed after `sections`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// Tổ chức thực hiện: the sections on carrying out the plan, printed after `schedule`.
    #[doc(alias = "tổ chức thực hiện")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisation: Vec<Section>,
    /// The member whose personal plan it is. Such a plan has no number; the member and the chi bộ (Party
    /// cell) sign it. `None` for a plan of an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<PlanMember>,
}

record!(Plan, "../../examples/data/plan.json", "An example: a real document of this kind");

impl Plan {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Plan {
        Plan::of(Paper::new(issuer, place, date, subject), Outline::default())
    }

    /// A paper with this body.
    pub(crate) fn of(paper: Paper, outline: Outline) -> Plan {
        Plan { paper, outline, schedule: None, organisation: Vec::new(), member: None }
    }
}

paper_setters!(Plan, paper);
outline_setters!(Plan, outline);
setters!(Plan {
    /// Sets `schedule`. The section with the table of the plan (sessions, tasks, years …), printed after
    /// `sections`.
    schedule: some Schedule = schedule;
    /// Sets `organisation`. Tổ chức thực hiện: the sections on carrying out the plan, printed after
    /// `schedule`.
    organisation: all Section = organisation;
    /// Sets `member`. The member whose personal plan it is. Such a plan has no number; the member and the chi
    /// bộ (Party cell) sign it. `None` for a plan of an organisation.
    member: some PlanMember = member;
});

/// The member whose plan it is. Missing values are blanks to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMember {
    /// Họ và tên: the name.
    pub name: Text,
    /// Chức vụ Đảng: the position in the Party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_position: Option<Text>,
    /// Chức vụ chuyên môn: the position at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_position: Option<Text>,
    /// Đơn vị công tác: the workplace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workplace: Option<Text>,
}

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/plan_member.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/plan.hbs"),
    outline_of!("items", "level=2"),
    "{{/with}}\n",
    outline_of!("organisation"),
    include_str!("../../templates/parts/closing.hbs"),
);

impl TypedRecord for Plan {
    kind!(
        Kind::of::<Plan>("plan", "kế hoạch")
            .titled("Kế hoạch", "KH")
            .worded(TEMPLATE)
            .exemplified(Plan::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let Some(member) = &self.member else { return Self::typed_kind().frame(&self.paper) };
        Frame {
            numbered: false,
            closing: Closing::Form,
            signature: Some(Signature::in_person("Người đăng ký", Some(member.name.clone()))),
            left_signature: Some(Signature::in_person("Xác nhận của chi bộ", None)),
            ..self.paper.frame("Kế hoạch cá nhân", "KH")
        }
        .stands_at("signature", "member")
    }

    fn check(&self, checks: &mut Checks<'_>) {
        for (path, person) in self.schedule.iter().flat_map(Schedule::persons) {
            checks.person(path, person);
        }
        if let Some(schedule) = &self.schedule {
            schedule.check(self.paper.date.calendar(), checks.problems);
        }
        let items = self.schedule.as_ref().map(|schedule| schedule.items.as_slice()).unwrap_or_default();
        checks.more_sections(Path::at("schedule").field("items"), items, 2);
        checks.more_sections("organisation", &self.organisation, self.outline.first_level.unwrap_or(1));
        checks.content(&self.outline, self.schedule.is_some() || !self.organisation.is_empty());
        if self.member.is_some() && self.paper.signature.is_some() {
            checks.problems.error(
                "plan.member_signs",
                "signature",
                "quy ước",
                "kế hoạch cá nhân do đảng viên ký; hãy bỏ signature",
            );
        }
        let last = Checks::last_paragraph("organisation", &self.organisation)
            .or_else(|| Checks::last_paragraph(Path::at("schedule").field("items"), items));
        let last =
            if self.schedule.is_some() { last } else { last.or_else(|| Checks::last_of(&self.outline)) };
        checks.outline_around(&self.paper, &self.outline, &[&self.organisation, items], last);
    }
}
