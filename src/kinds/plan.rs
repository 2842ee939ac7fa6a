//! Kế hoạch.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::error::Problems;
use crate::parts::{Closing, Frame, Schedule, Section, Signature};
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Kế hoạch: of one thematic session, of a year's sessions, of a whole term, or of one member.
    ///
    /// ```
    /// use vanban::{Plan, Renderer};
    /// let document = Renderer::new().render(&Plan::example())?;
    /// assert_eq!(document.file_name(), "ke-hoach-2023-kh-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "kế hoạch")]
    Plan, "../../examples/data/plan.json" {
        /// The section with the table, after `sections`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub schedule: Option<Schedule>,
        /// Tổ chức thực hiện: sections after the table.
        #[doc(alias = "tổ chức thực hiện")]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub organisation: Vec<Section>,
        /// The member whose plan it is. It has no number then, and the member and the branch sign it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub member: Option<PlanMember>,
    }
}

/// The member whose plan it is; what is left out is a blank for the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMember {
    /// Họ và tên.
    pub name: Text,
    /// Chức vụ Đảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_position: Option<Text>,
    /// Chức vụ chuyên môn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Đơn vị công tác.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

impl Record for Plan {
    const KIND: &'static str = "plan";
    const TEMPLATE: &'static str = concat!(
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

    fn frame(&self) -> Frame {
        let Some(member) = &self.member else { return self.paper("Kế hoạch", "KH") };
        Frame {
            numbered: false,
            closing: Closing::Form,
            signature: Some(Signature::in_person("Người đăng ký", Some(member.name.clone()))),
            left_signature: Some(Signature::in_person("Xác nhận của chi bộ", None)),
            ..self.paper("Kế hoạch cá nhân", "KH")
        }
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        match &self.schedule {
            Some(schedule) => {
                schedule.check(self.date.calendar(), problems);
                if !self.sections.is_empty() {
                    body::sections(&self.sections, self.first_level, problems);
                }
            }
            None => body::sections(&self.sections, self.first_level, problems),
        }
        if self.member.is_some() && self.signature.is_some() {
            problems.error(
                "plan.member_signs",
                "signature",
                "quy ước",
                "kế hoạch cá nhân do đảng viên ký; hãy bỏ signature",
            );
        }
        let items = self.schedule.as_ref().map(|schedule| schedule.items.as_slice()).unwrap_or_default();
        let at =
            |list: &'static str| move |(path, text): (String, _)| (path.replacen("sections", list, 1), text);
        let last = body::last_paragraph(&self.organisation)
            .map(at("organisation"))
            .or_else(|| body::last_paragraph(items).map(at("schedule.items")));
        let last = if self.schedule.is_some() {
            last
        } else {
            last.or_else(|| body::last_paragraph(&self.sections))
        };
        self.check_outline(&[&self.organisation, items], last, profile, problems);
    }
}
