//! Quy định.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Frame, Issuer, Paper, PaperDate, Provisions};
use crate::scoring::CriteriaSets;
use crate::text::Text;

/// Quy định: a regulation for those to whom it applies, in articles. Its code is `QĐ`, and `QĐi` under 36-HD/VPTW.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Regulation;
/// let document = Renderer::new().render(&Regulation::example())?;
/// assert_eq!(document.file_name(), "quy-dinh-02-qd-du");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "quy định")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Regulation {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, chapters, articles.
    #[serde(flatten)]
    pub provisions: Provisions,
}

record!(Regulation, "../../examples/data/regulation.json", "An example: a real document of this kind");

impl Regulation {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Regulation {
        Regulation { paper: Paper::new(issuer, place, date, subject), provisions: Provisions::default() }
    }
}

paper_setters!(Regulation, paper);
provisions_setters!(Regulation, provisions);

/// The wording of its body: `… quy định … như sau:` where the record has no opening.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/regulation.hbs"),
    provisions!(),
);

impl TypedRecord for Regulation {
    kind!(
        Kind::of::<Regulation>("regulation", "quy định")
            .titled("Quy định", "QĐ")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(Regulation::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        Some(json!({"acting": self.paper.acting()}))
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.provisions(&self.paper, &self.provisions);
    }
}

/// What its template sees beside its fields: who acts.
fn view_schema() -> Value {
    json!({"type": "object", "properties": {"acting": {"type": "string"}}})
}
