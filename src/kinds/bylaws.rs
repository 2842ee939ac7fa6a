//! Quy chế.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Frame, Issuer, Paper, PaperDate, Provisions};
use crate::scoring::CriteriaSets;
use crate::text::Text;

/// Quy chế: bylaws: how a Party organisation works (its duties, sessions, relations), in articles.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Bylaws;
/// let document = Renderer::new().render(&Bylaws::example())?;
/// assert_eq!(document.file_name(), "quy-che-01-qc-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "quy chế")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Bylaws {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, chapters, articles.
    #[serde(flatten)]
    pub provisions: Provisions,
}

record!(Bylaws, "../../examples/data/bylaws.json", "An example: a real document of this kind");

impl Bylaws {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Bylaws {
        Bylaws { paper: Paper::new(issuer, place, date, subject), provisions: Provisions::default() }
    }
}

paper_setters!(Bylaws, paper);
provisions_setters!(Bylaws, provisions);

/// The wording of its body: `… ban hành Quy chế … như sau:` where the record has no opening.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/bylaws.hbs"),
    provisions!(),
);

impl TypedRecord for Bylaws {
    kind!(
        Kind::of::<Bylaws>("bylaws", "quy chế")
            .titled("Quy chế", "QC")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(Bylaws::EXAMPLE)
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
