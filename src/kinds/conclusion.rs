//! Kết luận.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Outline, Paper, PaperDate};
use crate::text::Text;

/// Kết luận: the conclusion of a Party organisation on a matter that it discussed.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Conclusion;
/// let document = Renderer::new().render(&Conclusion::example())?;
/// assert_eq!(document.file_name(), "ket-luan-04-kl-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "kết luận")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Conclusion {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
}

record!(Conclusion, "../../examples/data/conclusion.json", "An example: a real document of this kind");

impl Conclusion {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Conclusion {
        Conclusion { paper: Paper::new(issuer, place, date, subject), outline: Outline::default() }
    }
}

paper_setters!(Conclusion, paper);
outline_setters!(Conclusion, outline);

impl TypedRecord for Conclusion {
    kind!(
        Kind::of::<Conclusion>("conclusion", "kết luận")
            .titled("Kết luận", "KL")
            .exemplified(Conclusion::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.outline(&self.paper, &self.outline);
    }
}
