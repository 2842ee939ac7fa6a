//! Fillable documents.

use super::Renderer;
use crate::compose::Asked;
use crate::kinds::Kind;
use crate::parts::Frame;
use crate::path::Path;
use crate::schema::Shape;
use crate::wording::Tagging;

impl Renderer {
    /// Adds fields to the DOCX that Word, LibreOffice and WPS can fill in.
    ///
    /// Everything that a record leaves open is a content control: blanks, points, notes, boxes, days, names.
    /// In a draft all text is in controls too (subject, căn cứ, headings, paragraphs, recipients), because
    /// people correct drafts. In a document that is no draft, the values that the record has (names, month)
    /// are locked. Lines and pages stay those of the document without fields.
    ///
    /// The tag of a control is the JSON pointer of its field, and the title is the field's term. The file
    /// also stores the record and what is filled in. A record that makes several copies in one document
    /// (ballots, one copy for each addressee) has no fields.
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

    /// Adds fields, and locks everything else in the DOCX until Word's protection is removed (it has no
    /// password).
    ///
    /// In some protected files LibreOffice begins pages elsewhere than the PDF does, because it keeps fewer
    /// lines together. Word does not.
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

/// What a field is called; nothing where records of the kind have no such field. A field without a title, of a caller's own
/// kind, is called by its path, as problems name it. What a form works out (`view.total.own`)
/// may be filled in too: it is compared with what the other fields come to. So may room that is no field (`view.blank[0]`).
pub(super) fn term(kind: &Kind, at: &Path) -> Option<String> {
    let view = Path::at("view");
    match at.starts_with(&view) {
        false => kind.term_at(at).or_else(|| Shape::of(kind.schema()).has(at).then(|| at.to_string())),
        true if at.starts_with(&view.field("blank")) => Some("chỗ để trống".to_owned()),
        true => Some("tính từ các mục khác".to_owned()),
    }
}
