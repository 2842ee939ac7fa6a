//! Nghị quyết.

mod rules;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Record;
use crate::error::Problems;
use crate::parts::{Admission, Appendix, Frame, Opinion, Section, SelfScore, SessionFacts, Vote};
use crate::profile::Profile;
use crate::scoring::{CriteriaSets, Decimal};

outline_paper! {
    /// Nghị quyết: what a party organisation has resolved.
    ///
    /// ```
    /// use vanban::{Record, Renderer, Resolution};
    /// let resolution = Resolution::example();
    /// assert_eq!(Resolution::from_json(&resolution.to_json()?)?, resolution);
    /// assert!(Renderer::new().check(&resolution).is_empty());
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "nghị quyết")]
    Resolution, "../../examples/data/resolution_numbered.json" {
        /// What kind of resolution it is, where it shall be checked as one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub variant: Option<ResolutionKind>,
        /// The facts of the session that adopts it; they come before the opening.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub session: Option<SessionFacts>,
        /// Tự đánh giá chất lượng kỳ sinh hoạt: the last section of a monthly resolution.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub self_score: Option<SelfScore>,
        /// Kết nạp đảng viên: the vote is told as the form of admission does it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub admission: Option<Admission>,
        /// Ý kiến thảo luận tại kỳ sinh hoạt: they make an appendix of their own, the last.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub opinions: Vec<Opinion>,
        /// Kết quả biểu quyết.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub vote: Option<Vote>,
    }
}

/// What kind a resolution is: it decides which parts it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResolutionKind {
    /// Nghị quyết tháng.
    #[doc(alias = "nghị quyết tháng")]
    Monthly,
    /// Nghị quyết chuyên đề.
    #[doc(alias = "nghị quyết chuyên đề")]
    Thematic,
    /// Nghị quyết năm.
    #[doc(alias = "nghị quyết năm")]
    Annual,
    /// Nghị quyết sau diễn đàn.
    AfterForum,
    /// Nghị quyết đề nghị kết nạp đảng viên.
    #[doc(alias = "kết nạp đảng viên")]
    Admission,
}

impl Resolution {
    /// The appendices, the opinions of the session last.
    fn all_appendices(&self) -> Vec<Appendix> {
        let opinions = (!self.opinions.is_empty()).then(|| Appendix {
            title: "Tổng hợp ý kiến thảo luận tại kỳ sinh hoạt".into(),
            sections: self.opinions.iter().map(said).collect(),
            first_level: Some(2),
            landscape: false,
            list: false,
        });
        self.appendices.iter().cloned().chain(opinions).collect()
    }
}

/// An opinion as a numbered paragraph.
fn said(opinion: &Opinion) -> Section {
    Section {
        paragraphs: vec![format!("{}: {}", opinion.speaker, opinion.content).into()],
        ..Section::default()
    }
}

impl Record for Resolution {
    const KIND: &'static str = "resolution";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/resolution_session.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/resolution_score.hbs"),
        include_str!("../../templates/resolution_admission.hbs"),
        include_str!("../../templates/parts/vote.hbs"),
        "{{/if}}\n",
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        Frame { appendices: self.all_appendices(), ..self.paper("Nghị quyết", "NQ") }
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        rules::check(self, profile, problems);
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let own = self.self_score.as_ref()?;
        let (score, max): (Decimal, Decimal) =
            (own.criteria.iter().map(|it| it.score).sum(), own.criteria.iter().map(|it| it.max).sum());
        Some(json!({"score": score.to_string(), "max": max.to_string()}))
    }

    fn view_schema() -> Option<Value> {
        let text = json!({"type": "string"});
        Some(json!({"type": "object", "properties": {"score": text, "max": text}}))
    }
}
