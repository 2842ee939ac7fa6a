//! Chương trình.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Outline, Paper, PaperDate, Person};
use crate::path::Path;
use crate::text::Text;

/// Chương trình: a programme: of a session, with who does what, or of the work of a year or a term of office.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Programme;
/// let document = Renderer::new().render(&Programme::example())?;
/// assert_eq!(document.file_name(), "chuong-trinh-02-ctr-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "chương trình")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Programme {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The table of the programme, who does what, printed after `sections`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<ProgrammeItem>,
}

record!(Programme, "../../examples/data/programme.json", "An example: a real document of this kind");

impl Programme {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Programme {
        Programme::of(Paper::new(issuer, place, date, subject), Outline::default())
    }

    /// A paper with this body.
    pub(crate) fn of(paper: Paper, outline: Outline) -> Programme {
        Programme { paper, outline, agenda: Vec::new() }
    }
}

paper_setters!(Programme, paper);
outline_setters!(Programme, outline);
setters!(Programme {
    /// Sets `agenda`. The table of the programme, who does what, printed after `sections`.
    agenda: all ProgrammeItem = agenda;
});

/// A row of a programme: STT, Nội dung, Người thực hiện, Ghi chú.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeItem {
    /// Nội dung: what is to be done, an item of the programme.
    pub content: Text,
    /// Người thực hiện: the person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// Ghi chú: a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/programme.hbs"),
    include_str!("../../templates/parts/closing.hbs"),
);

impl TypedRecord for Programme {
    kind!(
        Kind::of::<Programme>("programme", "chương trình")
            .titled("Chương trình", "CTr")
            .worded(TEMPLATE)
            .exemplified(Programme::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.content(&self.outline, !self.agenda.is_empty());
        for (index, item) in self.agenda.iter().enumerate() {
            if let Some(person) = &item.person {
                checks.person(Path::at("agenda").index(index).field("person"), person);
            }
        }
        let last = if self.agenda.is_empty() { Checks::last_of(&self.outline) } else { None };
        checks.outline_around(&self.paper, &self.outline, &[], last);
    }
}
