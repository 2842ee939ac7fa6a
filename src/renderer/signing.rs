//! Papers that programs sign.

use super::Renderer;

impl Renderer {
    /// With an empty field for each digital signature in the PDF, and one for the seal, where the guidance places them
    /// (05-HD/VPTW II.I.7.2, II.I.8): `ChuKy_1` for who answers for the paper, `ChuKy_2` … for who signs beside him or
    /// confirms his signature, `Dau` for the seal over the left third of the signature. A chi bộ and a congress have no seal of
    /// their own; where several bodies sign, their seals are `Dau`, `Dau_2` …. The file stays PDF/A-2a and PDF/UA-1, as long
    /// as programs that sign it keep them. Who signs without a name in the record has a field, too; a document of several
    /// copies, a volume and a copy of pages of a PDF have none. The library signs nothing and holds no key.
    ///
    /// ```
    /// use vanban::{Renderer, kinds::Decision};
    /// let document = Renderer::new().with_signature_fields(true).render(&Decision::example())?;
    /// let fields = document.positions().signatures;
    /// assert_eq!(fields[0].field, "ChuKy_1");
    /// assert!(document.to_pdf()?.len() > 10_000);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "trường chữ ký số")]
    #[must_use]
    pub fn with_signature_fields(mut self, signature_fields: bool) -> Renderer {
        self.signature_fields = signature_fields;
        self
    }
}
