//! Certified copies of documents: of a record, or of any PDF.

use super::{Renderer, has_error};
use crate::check::Checked;
use crate::document::Document;
use crate::error::{Error, Problems, Result};
use crate::kinds::{CertifiedCopy, Record};
use crate::parts::Frame;
#[cfg(feature = "pdf")]
use crate::parts::{CopyForm, Copying};
#[cfg(feature = "pdf")]
use crate::pdf::{Original, Refused};
use crate::profile::Profile;

const CLAUSE: &str = "05-HD/VPTW II.III";

impl Renderer {
    /// Makes a certified copy of a record's document. The block of the copy (number, date, signature …) is
    /// under the document's last line, or on one more page if it does not fit. For an extract (trích sao) pass a
    /// record that has only the extracted part. An extract of named pages is made by [`Renderer::extract_of`].
    ///
    /// # Errors
    /// The errors of [`Renderer::render`], first those of the copy, then those of the record. [`Error::Invalid`]
    /// also if the record is a draft, or if the copy names pages: a DOCX has no fixed pages.
    pub fn copy_of(&self, record: &dyn Record, copy: &CertifiedCopy) -> Result<Document> {
        let own = self.sound(copy)?;
        if !copy.pages.is_empty() {
            let said = "trích sao theo trang chỉ lập được tệp PDF; muốn có tệp DOCX, hãy trích sao một bản ghi chỉ có \
                        phần cần sao";
            return Err(refused("pages", "copy.pages", said.to_owned()));
        }
        let mut checked = self.issued(record)?;
        let (form, profile) = self.form(&own);
        let file_name = super::file_name(&form, &profile);
        checked.frame.copy = Some(Box::new(form));
        let mut set = self.set(record, checked)?;
        set.file_name = file_name;
        set.problems.extend(own.problems);
        self.document(record, set)
    }

    /// Makes an extract of a record's document as a PDF: the pages that the copy names (all if it names none),
    /// and a page with the copy's block. There is no DOCX, because the program that opens a DOCX decides where
    /// its pages end.
    ///
    /// ```
    /// use vanban::Renderer;
    /// use vanban::kinds::{CertifiedCopy, Resolution};
    /// use vanban::parts::CopyForm;
    /// let mut copy = CertifiedCopy::example().pages([1, 3]);
    /// copy.form = CopyForm::Extract;
    /// let pdf = Renderer::new().extract_of(&Resolution::example(), &copy)?;
    /// assert!(pdf.starts_with(b"%PDF"));
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// The errors of [`Renderer::render`], first those of the copy, then those of the record. [`Error::Invalid`]
    /// also if the record is a draft, or if its document does not have the named pages. [`Error::Write`] if the
    /// writer fails.
    #[cfg(feature = "pdf")]
    pub fn extract_of(&self, record: &dyn Record, copy: &CertifiedCopy) -> Result<Vec<u8>> {
        let own = self.sound(copy)?;
        let checked = self.issued(record)?;
        let mut document = self.document(record, self.set(record, checked)?)?;
        document.signature_fields = false;
        self.behind(&document.to_pdf()?, "văn bản", copy, own)
    }

    /// Makes a certified copy of any PDF: its pages unchanged, then a page with the next page number and
    /// the copy's block. An extract has only the pages that the copy names.
    ///
    /// The file claims no standard (PDF/A, PDF/UA), even if the original does. A whole copy begins with the
    /// bytes of the original, so signatures in it stay valid.
    ///
    /// ```
    /// use vanban::Renderer;
    /// use vanban::kinds::{CertifiedCopy, Notice};
    /// let renderer = Renderer::new();
    /// let original = renderer.render(&Notice::example())?.to_pdf()?;
    /// let copy = renderer.copy_of_pdf(&original, &CertifiedCopy::example())?;
    /// assert!(copy.starts_with(&original));
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] if the copy has problems, if the PDF is encrypted or damaged, or if it does not have
    /// the named pages. [`Error::Write`] if the writer fails.
    #[cfg(feature = "pdf")]
    pub fn copy_of_pdf(&self, pdf: &[u8], copy: &CertifiedCopy) -> Result<Vec<u8>> {
        let own = self.sound(copy)?;
        self.behind(pdf, "tệp PDF", copy, own)
    }

    /// The form of a copy behind the pages of a PDF; `called` is what a problem calls it.
    #[cfg(feature = "pdf")]
    fn behind(&self, pdf: &[u8], called: &str, copy: &CertifiedCopy, mut own: Checked) -> Result<Vec<u8>> {
        // A whole copy keeps the bytes; an extract is made of what could be read.
        let is_part = copy.form == CopyForm::Extract && !copy.pages.is_empty();
        let read = if is_part { Original::to_part(pdf) } else { Original::read(pdf) };
        let original = read.map_err(|why| {
            let said = match why {
                Refused::Locked => "tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi sao",
                Refused::Empty => "tệp PDF không có trang nào để sao; hãy kiểm tra lại tệp",
                Refused::Broken => {
                    "tệp PDF hỏng hoặc không phải là PDF; nếu mở xem được thì hãy in lại ra PDF rồi sao tệp mới"
                }
                Refused::Unseen => {
                    "tệp PDF là biểu mẫu mà chữ đã điền không có trong trang; hãy mở tệp, in lại ra PDF rồi sao tệp mới"
                }
            };
            refused("", "copy.pdf", said.to_owned())
        })?;
        let count = original.page_count();
        if let Some(page) =
            copy.pages.iter().find(|&&page| usize::try_from(page).is_ok_and(|page| page > count))
        {
            return Err(refused(
                "pages",
                "copy.pages",
                format!("không có trang {page}: {called} có {count} trang; {}", among(count)),
            ));
        }
        // The pages of an extract have their numbers already, and no number comes twice.
        let before = copy.pages.last().map_or(count, |&page| page as usize);
        own.frame.profile = Some(own.profile.id());
        own.frame.copying = Some(Copying { form: copy.form, pages_before: before });
        let mut form = self.document(copy, self.set(copy, own)?)?;
        // Fields of a page that is taken over would belong to no form.
        form.signature_fields = false;
        let form = form.to_pdf()?;
        if is_part { original.extract(&copy.pages, &form) } else { original.with(&form) }
    }

    /// A record in which the rules find no error.
    pub(super) fn sound(&self, record: &dyn Record) -> Result<Checked> {
        let checked = self.checked(record)?;
        if has_error(&checked.problems) { Err(Error::Invalid(checked.problems)) } else { Ok(checked) }
    }

    /// A record in which the rules find no error, of a paper that was issued.
    fn issued(&self, record: &dyn Record) -> Result<Checked> {
        let checked = self.sound(record)?;
        if checked.frame.draft.is_some() {
            let said = "bản dự thảo chưa ban hành thì không sao; hãy sao văn bản đã ban hành";
            return Err(refused("draft", "copy.draft", said.to_owned()));
        }
        Ok(checked)
    }

    /// The form of a copy, with its own guidance: the paper that it stands under may follow another one.
    fn form(&self, copy: &Checked) -> (Frame, Profile) {
        (Frame { profile: Some(copy.profile.id()), ..copy.frame.clone() }, copy.profile.clone())
    }
}

/// The pages of an original that an extract may hold.
#[cfg(feature = "pdf")]
fn among(count: usize) -> String {
    match count {
        1 => "hãy ghi trang 1".to_owned(),
        _ => format!("hãy chọn từ trang 1 đến trang {count}"),
    }
}

/// A copy that is not made.
fn refused(path: &'static str, code: &'static str, said: String) -> Error {
    let mut problems = Problems::default();
    problems.error(code, path, CLAUSE, said);
    Error::Invalid(problems.into_vec())
}
