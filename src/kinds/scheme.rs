//! Đề án.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Outline, Paper, PaperDate};
use crate::text::Text;

/// Đề án: a scheme: what a Party organisation will do over years, with reasons and means.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Scheme;
/// let document = Renderer::new().render(&Scheme::example())?;
/// assert_eq!(document.file_name(), "de-an-01-da-du");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "đề án")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Scheme {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
}

record!(Scheme, "../../examples/data/scheme.json", "An example: a real document of this kind");

impl Scheme {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Scheme {
        Scheme { paper: Paper::new(issuer, place, date, subject), outline: Outline::default() }
    }
}

paper_setters!(Scheme, paper);
outline_setters!(Scheme, outline);

impl TypedRecord for Scheme {
    kind!(Kind::of::<Scheme>("scheme", "đề án").titled("Đề án", "ĐA").exemplified(Scheme::EXAMPLE));

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.outline(&self.paper, &self.outline);
    }
}
