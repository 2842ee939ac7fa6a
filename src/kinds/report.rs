//! Báo cáo.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Outline, Paper, PaperDate, Section};
use crate::path::Path;
use crate::text::Text;

/// Báo cáo: a report: of a month, interim (sơ kết) or concluding (tổng kết). A short report has sections, a
/// long one has parts with sections.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Report;
/// let document = Renderer::new().render(&Report::example())?;
/// assert_eq!(document.file_name(), "bao-cao-2023-05-18-bc-duk");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "báo cáo")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Report {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// Phần thứ nhất, phần thứ hai …: the parts, instead of `sections`.
    #[doc(alias = "phần")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

record!(Report, "../../examples/data/report.json", "An example: a real document of this kind");

impl Report {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Report {
        Report {
            paper: Paper::new(issuer, place, date, subject),
            outline: Outline::default(),
            parts: Vec::new(),
        }
    }
}

paper_setters!(Report, paper);
outline_setters!(Report, outline);
setters!(Report {
    /// Sets `parts`. Phần thứ nhất, phần thứ hai …: the parts, instead of `sections`.
    parts: all Part = parts;
    /// Adds one element to `parts`. Phần thứ nhất, phần thứ hai …: the parts, instead of `sections`.
    part: push Part = parts;
});

/// Phần: a part of a report, with its own sections.
#[doc(alias = "phần")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name, printed below `Phần thứ nhất` in capitals.
    pub heading: Text,
    /// Paragraphs before the sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// The level of its outermost sections: 1 (`I- `, the default) or 2 (`1. `).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
}

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    "{{#each parts}}\n<part numerals=\"words\">{{heading}}</part>\n{{#each paragraphs}}<p>{{this}}</p>{{/each}}\n",
    outline_of!("sections"),
    "{{/each}}\n",
    include_str!("../../templates/parts/closing.hbs"),
);

impl TypedRecord for Report {
    kind!(
        Kind::of::<Report>("report", "báo cáo")
            .titled("Báo cáo", "BC")
            .signed_by(["Tổ kiểm phiếu", "Ban kiểm phiếu"])
            .worded(TEMPLATE)
            .exemplified(Report::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.content(&self.outline, !self.parts.is_empty());
        if !self.parts.is_empty() && !self.outline.sections.is_empty() {
            checks.problems.error(
                "report.parts_and_sections",
                "parts",
                "05-HD/VPTW II.I.6.2.4",
                "báo cáo chia thành phần thì mục đứng trong phần; hãy chuyển sections vào parts",
            );
        }
        for (index, part) in self.parts.iter().enumerate() {
            checks.sections(Path::at("parts").index(index), &part.sections, part.first_level);
        }
        let parts: Vec<&[Section]> = self.parts.iter().map(|part| part.sections.as_slice()).collect();
        let last = match self.parts.split_last() {
            Some((part, before)) => {
                let path = Path::at("parts").index(before.len()).field("sections");
                Checks::last_paragraph(path, &part.sections)
            }
            None => Checks::last_of(&self.outline),
        };
        checks.outline_around(&self.paper, &self.outline, &parts, last);
    }
}
