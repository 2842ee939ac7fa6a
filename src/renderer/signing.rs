//! PDF fields for digital signatures.

use super::Renderer;

impl Renderer {
    /// Adds empty fields to the PDF for each digital signature and for the seal, where the guidance places them
    /// (05-HD/VPTW II.I.7.2, II.I.8).
    ///
    /// - `ChuKy_1` belongs to the person who answers for the document, `ChuKy_2` … to those who also sign, or
    ///   who confirm the signature.
    /// - `Dau` is the seal, over the left third of the signature. If several bodies sign, their seals are
    ///   `Dau`, `Dau_2` …. A chi bộ (Party cell) and a congress have no seal.
    /// - A signer without a name in the record has a field too. A document of several copies, a volume, and a
    ///   copy of PDF pages have none.
    ///
    /// The file stays PDF/A-2a and PDF/UA-1, as long as signing programs keep them. The library signs nothing
    /// and holds no keys.
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
