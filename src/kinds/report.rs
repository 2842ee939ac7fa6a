//! Báo cáo.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::error::Problems;
use crate::parts::{Frame, Section};
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Báo cáo: of a month, sơ kết, tổng kết. A short one has sections; a long one parts of sections.
    ///
    /// ```
    /// use vanban::{Renderer, Report};
    /// let document = Renderer::new().render(&Report::example())?;
    /// assert_eq!(document.file_name(), "bao-cao-2023-05-18-bc-duk");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "báo cáo")]
    Report, "../../examples/data/report.json" {
        /// Phần thứ nhất, phần thứ hai …: in the place of `sections`.
        #[doc(alias = "phần")]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<Part>,
    }
}

/// Phần: a part of a report, with an outline of its own.
#[doc(alias = "phần")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name.
    pub name: Text,
    /// Paragraphs before the sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Level of its outermost sections: 1 (`I- `, the default) or 2 (`1. `).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
}

impl Record for Report {
    const KIND: &'static str = "report";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        "{{#each parts}}\n<part numerals=\"words\">{{name}}</part>\n{{#each paragraphs}}<p>{{this}}</p>{{/each}}\n",
        outline_of!("sections"),
        "{{/each}}\n",
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Báo cáo", "BC")
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        if self.parts.is_empty() {
            body::sections(&self.sections, self.first_level, problems);
        } else if !self.sections.is_empty() {
            problems.error(
                "report.parts_and_sections",
                "parts",
                "05-HD/VPTW II.I.6.2.4",
                "báo cáo chia thành phần thì mục đứng trong phần; hãy chuyển sections vào parts",
            );
        }
        for (index, part) in self.parts.iter().enumerate() {
            body::sections_under(&format!("parts[{index}]."), &part.sections, part.first_level, problems);
        }
        let parts: Vec<&[Section]> = self.parts.iter().map(|part| part.sections.as_slice()).collect();
        let last = match self.parts.split_last() {
            Some((part, before)) => body::last_paragraph(&part.sections)
                .map(|(path, text)| (format!("parts[{}].{path}", before.len()), text)),
            None => body::last_paragraph(&self.sections),
        };
        self.check_outline(&parts, last, profile, problems);
    }
}
