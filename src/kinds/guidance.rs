//! Hướng dẫn.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Outline, Paper, PaperDate};
use crate::text::Text;

/// Hướng dẫn: how the organisations below carry out a paper of those above, or a task.
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
    /// What every paper has.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body.
    #[serde(flatten)]
    pub outline: Outline,
}

record!(Guidance, "../../examples/data/guidance.json", "A real paper of the kind");

impl Guidance {
    /// With what it cannot do without; the setters give the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Guidance {
        Guidance { paper: Paper::new(issuer, place, date, subject), outline: Outline::default() }
    }
}

paper_setters!(Guidance, paper);
outline_setters!(Guidance, outline);

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
    }
}
