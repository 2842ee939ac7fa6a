//! Chương trình.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::error::Problems;
use crate::parts::Frame;
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Chương trình: of a session, with who does what, or of the work of a year or a term.
    ///
    /// ```
    /// use vanban::{Programme, Renderer};
    /// let document = Renderer::new().render(&Programme::example())?;
    /// assert_eq!(document.file_name(), "chuong-trinh-02-ctr-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "chương trình")]
    Programme, "../../examples/data/programme.json" {
        /// What is done and by whom: a table after `sections`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub agenda: Vec<ProgrammeItem>,
    }
}

/// A row of a programme: STT, Nội dung, Người thực hiện, Ghi chú.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeItem {
    /// Nội dung.
    pub content: Text,
    /// Người thực hiện.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Text>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Record for Programme {
    const KIND: &'static str = "programme";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/programme.hbs"),
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Chương trình", "CTr")
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        if self.agenda.is_empty() || !self.sections.is_empty() {
            body::sections(&self.sections, self.first_level, problems);
        }
        let last = if self.agenda.is_empty() { body::last_paragraph(&self.sections) } else { None };
        self.check_outline(&[], last, profile, problems);
    }
}
