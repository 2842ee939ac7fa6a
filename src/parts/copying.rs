//! Bản sao: how a paper is copied.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::profile::ProfileId;

/// Hình thức sao: the form of a certified copy (05-HD/VPTW II.III, 36-HD/VPTW II.3.1).
#[doc(alias = "hình thức sao")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CopyForm {
    /// Sao y: the whole document, copied by the body that issued it. In JSON `"exact"`.
    #[doc(alias = "sao y bản chính")]
    Exact,
    /// Sao lục: the whole document of another body, copied by a body that received it. In JSON
    /// `"transcript"`.
    #[doc(alias = "sao lục")]
    Transcript,
    /// Trích sao: a part of a document. In JSON `"extract"`.
    #[doc(alias = "trích sao")]
    Extract,
}

impl CopyForm {
    /// The form with this name, in capitals or small letters: its printed name under either guidance, or its
    /// word in JSON. `None` if no form has the name.
    ///
    /// ```
    /// use vanban::parts::CopyForm;
    /// assert_eq!(CopyForm::named("Sao y bản chính"), Some(CopyForm::Exact));
    /// assert_eq!(CopyForm::named("extract"), Some(CopyForm::Extract));
    /// assert_eq!(CopyForm::named("photocopy"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<CopyForm> {
        let name = name.trim().to_lowercase();
        let forms = [
            (CopyForm::Exact, "exact"),
            (CopyForm::Transcript, "transcript"),
            (CopyForm::Extract, "extract"),
        ];
        let calls = |form: CopyForm, guidance| form.words(guidance).to_lowercase() == name;
        let is = |(form, word): &(CopyForm, &str)| {
            *word == name || calls(*form, ProfileId::Hd05) || calls(*form, ProfileId::Hd36)
        };
        forms.into_iter().find(is).map(|(form, _)| form)
    }

    /// The printed name under this guidance. [`CopyForm::Exact`] is `Sao y` under 05-HD/VPTW, `Sao y bản
    /// chính` under 36-HD/VPTW.
    #[must_use]
    pub fn words(self, guidance: ProfileId) -> &'static str {
        match (self, guidance) {
            (CopyForm::Exact, ProfileId::Hd36) => "Sao y bản chính",
            (CopyForm::Exact, ProfileId::Hd05) => "Sao y",
            (CopyForm::Transcript, _) => "Sao lục",
            (CopyForm::Extract, _) => "Trích sao",
        }
    }
}

/// The block that makes a document a certified copy: who copied it, when, and for whom. It is printed at the
/// end of the copied document, without letterhead and title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copying {
    /// Hình thức sao: the form of the copy.
    pub form: CopyForm,
    /// If the block is printed on a page of its own behind pages of a PDF: the number of the last of them,
    /// from which the page numbers go on. Else 0.
    pub pages_before: usize,
}
