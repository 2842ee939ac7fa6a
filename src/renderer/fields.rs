//! Papers whose DOCX is filled in, and comes back.

use super::Renderer;
use crate::compose::Asked;
use crate::kinds::Kind;
use crate::parts::Frame;
use crate::path::Path;
use crate::wording::Tagging;

impl Renderer {
    /// With fields in the DOCX that Word, LibreOffice and WPS fill in: a content control for all that a record leaves to the
    /// pen (blanks, points, notes, boxes, days, names), and in a draft for all that it says (abstract, grounds, headings,
    /// paragraphs, recipients), since people correct drafts. Lines and pages stay those of the paper without fields. The tag of
    /// a control is the field's JSON pointer, its title the field's term; what is filled in stands in the file beside the
    /// record, too. What a record says of a paper that is no draft (names, month) is locked.
    ///
    /// Papers of which one record makes several (ballots, one for each addressee) have none.
    ///
    /// ```
    /// use vanban::Renderer;
    /// use vanban::kinds::{Resolution, TypedRecord};
    /// let mut draft = Resolution::example();
    /// (draft.paper.draft, draft.paper.number) = (Some(1), None);
    /// let (plain, fillable) = (Renderer::new(), Renderer::new().with_fields(true));
    /// let (plain, fillable) = (plain.render(&draft)?, fillable.render(&draft)?);
    /// assert_eq!(plain.words(), fillable.words());
    /// assert!(fillable.to_docx()?.len() > plain.to_docx()?.len());
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "biểu mẫu điền")]
    #[must_use]
    pub fn with_fields(mut self, fillable: bool) -> Renderer {
        self.fillable = fillable;
        self
    }

    /// With fields, and nothing else of the DOCX can be changed until Word's protection is taken off (it has no password).
    ///
    /// LibreOffice breaks pages of such a file in a few papers elsewhere than the PDF does, and Word does not: it keeps less
    /// together.
    #[cfg(feature = "docx")]
    #[must_use]
    pub fn with_protected_fields(self, protected: bool) -> Renderer {
        Renderer { protected, fillable: self.fillable || protected, ..self }
    }

    pub(super) fn asked(&self, tagging: Tagging) -> Asked {
        Asked { two_sided: self.two_sided, tagging }
    }

    /// Which fields of a paper can be filled in.
    pub(super) fn tagging(&self, frame: &Frame) -> Tagging {
        match (self.fillable, frame.draft) {
            (false, _) => Tagging::None,
            (true, None) => Tagging::Open,
            (true, Some(_)) => Tagging::All,
        }
    }
}

/// What a field is called; nothing where records of the kind have no such field. What a form works out (`view.total.own`)
/// may be filled in too: it is compared with what the other fields come to. So may room that is no field (`view.blank[0]`).
pub(super) fn term(kind: &Kind, at: &Path) -> Option<String> {
    let view = Path::at("view");
    match at.starts_with(&view) {
        false => kind.term_at(at),
        true if at.starts_with(&view.field("blank")) => Some("chỗ để trống".to_owned()),
        true => Some("tính từ các mục khác".to_owned()),
    }
}
