//! Tờ trình.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Address, Frame, Issuer, Outline, Paper, PaperDate};
use crate::text::Text;

/// Tờ trình: a request of a Party organisation to the one above it.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Submission;
/// let document = Renderer::new().render(&Submission::example())?;
/// assert_eq!(document.file_name(), "to-trinh-03-ttr-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "tờ trình")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Submission {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The addressees, without punctuation at the end.
    #[doc(alias = "kính trình")]
    pub addressees: Vec<Text>,
    /// Tài liệu kèm theo: the attachments, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Text>,
}

record!(Submission, "../../examples/data/submission.json", "An example: a real document of this kind");

impl Submission {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        addressees: impl IntoIterator<Item = impl Into<Text>>,
    ) -> Submission {
        Submission {
            paper: Paper::new(issuer, place, date, subject),
            outline: Outline::default(),
            addressees: addressees.into_iter().map(Into::into).collect(),
            attachments: Vec::new(),
        }
    }
}

paper_setters!(Submission, paper);
outline_setters!(Submission, outline);
setters!(Submission {
    /// Sets `addressees`. The addressees, without punctuation at the end.
    addressees: all Text = addressees;
    /// Sets `attachments`. Tài liệu kèm theo: the attachments, without punctuation at the end.
    attachments: all Text = attachments;
    /// Adds one element to `attachments`. Tài liệu kèm theo: the attachments, without punctuation at the end.
    attachment: push Text = attachments;
});

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/parts/closing.hbs"),
    include_str!("../../templates/parts/attachments.hbs"),
);

impl TypedRecord for Submission {
    kind!(
        Kind::of::<Submission>("submission", "tờ trình")
            .titled("Tờ trình", "TTr")
            .worded(TEMPLATE)
            .exemplified(Submission::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Frame {
            address: Some(Address::Submitted(self.addressees.clone())),
            ..Self::typed_kind().frame(&self.paper)
        }
        .stands_at("address", "addressees")
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.outline(&self.paper, &self.outline);
        checks.attachments(&self.attachments);
    }
}
