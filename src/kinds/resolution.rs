//! Nghị quyết.

mod rules;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{
    Admission, Appendix, Body, CitedDate, Frame, Issuer, Opinion, Outline, Paper, PaperDate, Section,
    SelfEvaluation, SessionFacts, Vote,
};
use crate::scoring::{CriteriaSets, Decimal};
use crate::text::Text;

/// Nghị quyết: a resolution of a Party organisation.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Resolution;
/// let resolution = Resolution::example();
/// assert_eq!(Resolution::from_json(&resolution.to_json()?)?, resolution);
/// assert!(Renderer::new().check(&resolution).is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "nghị quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Resolution {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The variant. With it the record is checked for the parts that this variant must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<ResolutionVariant>,
    /// The facts of the session that adopts the resolution, printed before the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionFacts>,
    /// Tự đánh giá chất lượng kỳ sinh hoạt: the self-score, the last section of a monthly resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_evaluation: Option<SelfEvaluation>,
    /// Kết nạp đảng viên: the admission of a member. The text about the vote then names the applicant, as
    /// resolutions on an admission do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admission: Option<Admission>,
    /// Ý kiến thảo luận tại kỳ sinh hoạt: opinions from the session. They are printed as the last appendix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// Kết quả biểu quyết: the result of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// The day of the session that adopted the resolution. If it is given, the text about the vote is that of
    /// monthly resolutions: `Nghị quyết này được … biểu quyết thông qua tại kỳ sinh hoạt ngày …`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<CitedDate>,
}

record!(
    Resolution,
    "../../examples/data/resolution_numbered.json",
    "An example: a real document of this kind"
);

impl Resolution {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Resolution {
        Resolution::of(Paper::new(issuer, place, date, subject), Outline::default())
    }

    /// A paper with this body.
    pub(crate) fn of(paper: Paper, outline: Outline) -> Resolution {
        Resolution {
            paper,
            outline,
            variant: None,
            session: None,
            self_evaluation: None,
            admission: None,
            opinions: Vec::new(),
            vote: None,
            adopted: None,
        }
    }
}

paper_setters!(Resolution, paper);
outline_setters!(Resolution, outline);
setters!(Resolution {
    /// Sets `variant`. The variant. With it the record is checked for the parts that this variant must have.
    variant: some ResolutionVariant = variant;
    /// Sets `session`. The facts of the session that adopts the resolution, printed before the opening.
    session: some SessionFacts = session;
    /// Sets `self_evaluation`. Tự đánh giá chất lượng kỳ sinh hoạt: the self-score, the last section of a
    /// monthly resolution.
    self_evaluation: some SelfEvaluation = self_evaluation;
    /// Sets `admission`. Kết nạp đảng viên: the admission of a member. The text about the vote then names the
    /// applicant, as resolutions on an admission do.
    admission: some Admission = admission;
    /// Sets `opinions`. Ý kiến thảo luận tại kỳ sinh hoạt: opinions from the session. They are printed as the
    /// last appendix.
    opinions: all Opinion = opinions;
    /// Adds one element to `opinions`. Ý kiến thảo luận tại kỳ sinh hoạt: opinions from the session. They are
    /// printed as the last appendix.
    opinion: push Opinion = opinions;
    /// Sets `vote`. Kết quả biểu quyết: the result of the vote.
    vote: some Vote = vote;
    /// Sets `adopted`. The day of the session that adopted the resolution. If it is given, the text about the
    /// vote is that of monthly resolutions: `Nghị quyết này được … biểu quyết thông qua tại kỳ sinh hoạt ngày
    /// …`.
    adopted: some CitedDate = adopted;
});

/// The variant of a resolution, which determines the parts that the resolution must have. Unless it is a
/// draft, a resolution of any variant must also have [`Resolution::vote`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResolutionVariant {
    /// Nghị quyết tháng: a resolution for a month. It must have a section with the
    /// results of the last month ([`Section::reviewed`]) and, except in a draft, [`Resolution::session`]. In JSON
    /// `"monthly"`.
    #[doc(alias = "nghị quyết tháng")]
    Monthly,
    /// Nghị quyết chuyên đề: a resolution on a topic. It must have a legal basis (căn cứ,
    /// [`Outline::basis`]). In JSON `"thematic"`.
    #[doc(alias = "nghị quyết chuyên đề")]
    Thematic,
    /// Nghị quyết năm: a resolution for a year. It must have a section with targets
    /// ([`Section::targets`]). In JSON `"annual"`.
    #[doc(alias = "nghị quyết năm")]
    Annual,
    /// Nghị quyết sau diễn đàn: a resolution after a forum. It must have a legal basis (căn cứ,
    /// [`Outline::basis`]) and an opening ([`Outline::opening`]). In JSON `"after_forum"`.
    AfterForum,
    /// Nghị quyết đề nghị kết nạp đảng viên: proposes the admission of a member. It must have
    /// [`Resolution::session`] and [`Resolution::admission`]. In JSON `"admission"`.
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
        self.paper.appendices.iter().cloned().chain(opinions).collect()
    }
}

/// An opinion as a numbered paragraph.
fn said(opinion: &Opinion) -> Section {
    Section {
        paragraphs: vec![format!("{}: {}", opinion.speaker, opinion.content).into()],
        ..Section::default()
    }
}

/// The wording of its body.
const TEMPLATE: &str = concat!(
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

impl TypedRecord for Resolution {
    kind!(
        Kind::of::<Resolution>("resolution", "nghị quyết")
            .titled("Nghị quyết", "NQ")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(Resolution::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Frame { appendices: self.all_appendices(), ..Self::typed_kind().frame(&self.paper) }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        rules::check(self, checks);
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let came = self.session.as_ref().map_or(0, |session| session.attendance.exempt_present());
        let mut view = json!({"exempt_present": came, "adopted_at": self.adopted_at()});
        if let Some(own) = &self.self_evaluation {
            let (score, max): (Decimal, Decimal) = (
                own.criteria.iter().map(|it| it.self_score).sum(),
                own.criteria.iter().map(|it| it.max).sum(),
            );
            view["score"] = score.to_string().into();
            view["max"] = max.to_string().into();
        }
        Some(view)
    }
}

impl Resolution {
    /// What adopts it, in a sentence: a chi bộ's session, named whole where the paper has not told of it; another
    /// body's conference.
    fn adopted_at(&self) -> &'static str {
        match (self.paper.issuer.body(), &self.session) {
            (Some(Body::Branch), Some(_)) => "kỳ sinh hoạt",
            (Some(Body::Branch), None) => "kỳ sinh hoạt chi bộ",
            _ => "hội nghị",
        }
    }
}

/// What its template sees beside its fields: the sum of the points, and how many of those exempt came all the same.
fn view_schema() -> Value {
    let text = json!({"type": "string"});
    json!({"type": "object", "properties": {
        "score": text,
        "max": text,
        "adopted_at": text,
        "exempt_present": {"type": "integer"},
    }})
}
