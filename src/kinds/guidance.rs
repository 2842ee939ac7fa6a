//! Hướng dẫn.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evaluation::DOTS;
use super::{Annex, AnyRecord, Checks, EvaluationForm, Kind, Period, Scorer, TypedRecord};
use crate::parts::{Frame, Given, Issuer, Outline, Paper, PaperDate};
use crate::path::Path;
use crate::scoring::{Session, SessionVariant};
use crate::text::{Text, plain_spaces};

/// Hướng dẫn: how lower organisations carry out a document of a higher one, or a task.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Guidance;
/// let document = Renderer::new().render(&Guidance::example())?;
/// assert_eq!(document.file_name(), "huong-dan-03-hd-du");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "hướng dẫn")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Guidance {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// Mẫu: blank forms, each on pages of its own after the document and its appendices.
    #[doc(alias = "mẫu")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<BlankForm>,
}

/// Mẫu: a blank evaluation form that a guidance carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlankForm {
    /// The scorer who will fill it in.
    pub scorer: Scorer,
    /// The id of the criteria set.
    pub criteria_set: Text,
    /// The kind of session; regular sessions by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<SessionVariant>,
    /// The label of the form. By default `Mẫu 1` for the chi bộ's own form and `Mẫu 2` for the superior's. A
    /// form for both has the number of its place in this list: the third one is `Mẫu 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_label: Option<Text>,
}

impl BlankForm {
    /// A form for regular sessions, with this scorer and this criteria set.
    #[must_use]
    pub fn new(scorer: Scorer, criteria_set: impl Into<Text>) -> BlankForm {
        BlankForm { scorer, criteria_set: criteria_set.into(), variant: None, form_label: None }
    }
}

setters!(BlankForm {
    /// Sets `variant`. The kind of session; regular sessions by default.
    variant: some SessionVariant = variant;
    /// Sets `form_label`. The label of the form. By default `Mẫu 1` for the chi bộ's own form and `Mẫu 2` for
    /// the superior's. A form for both has the number of its place in this list: the third one is `Mẫu 3`.
    form_label: some Text = form_label;
});

record!(Guidance, "../../examples/data/guidance.json", "An example: a real document of this kind");

impl Guidance {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Guidance {
        Guidance {
            paper: Paper::new(issuer, place, date, subject),
            outline: Outline::default(),
            forms: Vec::new(),
        }
    }

    /// The form at a place among the forms, as a paper: whoever fills it in writes its month and day, and Mẫu 1 its chi bộ
    /// and where that is.
    fn blank(&self, index: usize, form: &BlankForm) -> EvaluationForm {
        let paper = &self.paper;
        let branch = format!("Chi bộ {DOTS}");
        let of_superior = form.scorer == Scorer::Superior;
        let issuer = match of_superior {
            true => paper.issuer.clone(),
            false => Issuer::new(branch.as_str()).under(organisation(paper.issuer.name.as_str())),
        };
        let date = PaperDate { day: Some(Given::ByHand), month: Some(Given::ByHand), year: paper.date.year };
        let session = Session::new(form.variant.unwrap_or(SessionVariant::Regular));
        let period = Period::new(Given::ByHand, paper.date.year);
        let blank = EvaluationForm::new(
            form.scorer,
            issuer,
            paper.place.clone(),
            date,
            form.criteria_set.clone(),
            period,
            session,
        );
        let label = form.form_label.clone().or_else(|| blank.printed_label());
        let blank = blank.form_label(label.unwrap_or_else(|| format!("Mẫu {}", index + 1).into()));
        if of_superior { blank.branch(branch) } else { blank }
    }
}

/// The đảng bộ that a đảng uỷ leads, over the chi bộ in the letterhead (05-HD/VPTW II.I.2).
fn organisation(committee: &str) -> String {
    // A space that does not break counts as one, and stays.
    let plain = plain_spaces(committee);
    match ["Đảng uỷ ", "Đảng ủy "].iter().find(|begin| plain.starts_with(*begin)) {
        Some(begin) => {
            let place: String = committee.chars().skip(begin.chars().count()).collect();
            format!("Đảng bộ {place}")
        }
        None => committee.to_owned(),
    }
}

paper_setters!(Guidance, paper);
outline_setters!(Guidance, outline);
setters!(Guidance {
    /// Adds one element to `forms`. Mẫu: blank forms, each on pages of its own after the document and its
    /// appendices.
    form: push BlankForm = forms;
});

impl TypedRecord for Guidance {
    kind!(
        Kind::of::<Guidance>("guidance", "hướng dẫn")
            .titled("Hướng dẫn", "HD")
            .exemplified(Guidance::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.outline(&self.paper, &self.outline);
        let annexes = self.annexes();
        let labels = annexes.iter().filter_map(|annex| {
            let form: &EvaluationForm = annex.record.downcast_ref()?;
            Some((annex.at.clone(), form.form_label.as_ref()?.as_str()))
        });
        checks.forms(&self.outline, labels);
    }

    fn annexes(&self) -> Vec<Annex> {
        let forms = self.forms.iter().enumerate().map(|(index, form)| Annex {
            at: Path::at("forms").index(index),
            record: AnyRecord::new(self.blank(index, form)),
        });
        forms.collect()
    }
}
