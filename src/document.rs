//! A document that was checked, composed and laid out once, ready for all writers.

mod positions;

use serde_json::Value;

#[cfg(feature = "docx")]
use crate::docx;
use crate::error::{Error, Problem, Result};
#[cfg(feature = "svg")]
use crate::fonts::Fonts;
use crate::layout::Pages;
#[cfg(feature = "pdf")]
use crate::pdf::{self, Wanted};
#[cfg(feature = "docx")]
use crate::profile::Profile;
#[cfg(feature = "svg")]
use crate::svg;
use crate::tree::{Hints, Tree};
pub use positions::{FieldPosition, Position, Positions};

/// A document: a record that was checked, composed and laid out. Writing does not change it. Writing gives the same
/// bytes each time, on any thread.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) record: Value,
    pub(crate) tree: Tree,
    pub(crate) hints: Hints,
    pub(crate) pages: Pages,
    #[cfg(feature = "docx")]
    pub(crate) profile: Profile,
    #[cfg(feature = "docx")]
    pub(crate) docx: docx::Writers,
    /// Whether nothing but the fields of its DOCX can be changed.
    #[cfg(feature = "docx")]
    pub(crate) protected: bool,
    #[cfg(feature = "pdf")]
    pub(crate) pdf: pdf::Writer,
    /// Whether the PDF has fields for the signatures.
    #[cfg(feature = "pdf")]
    pub(crate) signature_fields: bool,
    #[cfg(feature = "svg")]
    pub(crate) fonts: Fonts,
    /// Files whose pages stand in the PDF in the place of this one's.
    #[cfg(feature = "pdf")]
    pub(crate) guests: Vec<pdf::Guest>,
    pub(crate) warnings: Vec<Problem>,
    pub(crate) file_name: String,
}

/// A stage between a record and its files, for [`Document::to_text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The composed document: a line for each paragraph, with its role, its formatting (bold, italic …) and
    /// its text.
    Tree,
    /// The pages: a line for each run, rule and picture, with its position in points.
    Pages,
    /// The main part of the DOCX, one element per line.
    #[cfg(feature = "docx")]
    Docx,
}

impl Document {
    /// Writes the DOCX and returns its bytes.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) if the writer fails.
    #[cfg(feature = "docx")]
    pub fn to_docx(&self) -> Result<Vec<u8>> {
        let record = if self.tree.has_fields() { Some(self.data()?) } else { None };
        self.write_docx(record.as_deref())
    }

    /// Writes a DOCX that also stores the record, in a part that Word keeps and does not show (customXml). The
    /// stored record is what [`Document::data`] returns; `Renderer::extract` reads it back.
    ///
    /// A sentence that is deleted in Word is still in that record. So remove the record before the file leaves
    /// the office: `collect::strip` (feature `collect`) returns the DOCX without it.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) if the writer fails.
    #[cfg(feature = "docx")]
    pub fn to_docx_with_data(&self) -> Result<Vec<u8>> {
        self.write_docx(Some(&self.data()?))
    }

    #[cfg(feature = "docx")]
    fn write_docx(&self, record: Option<&str>) -> Result<Vec<u8>> {
        let travels = docx::Travels { record, protected: self.protected && self.tree.has_fields() };
        self.docx.of(&self.profile)?.write(&self.tree, &self.hints, travels)
    }

    /// Writes the PDF (PDF/A-2a and PDF/UA-1, fonts embedded) and returns its bytes.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) if the writer fails.
    #[cfg(feature = "pdf")]
    pub fn to_pdf(&self) -> Result<Vec<u8>> {
        self.written(None)
    }

    /// Writes a PDF that also stores the record: PDF/A-3a and PDF/UA-1, with the result of [`Document::data`]
    /// as the attached file `ban-ghi.json` (`/AFRelationship /Source`). [`carried::record_of_pdf`] reads it
    /// back, from a signed file too; [`carried::strip_pdf`] removes it before the document leaves the office.
    ///
    /// [`carried::record_of_pdf`]: crate::carried::record_of_pdf
    /// [`carried::strip_pdf`]: crate::carried::strip_pdf
    ///
    /// ```
    /// use vanban::{Renderer, carried, kinds::Notice};
    /// let document = Renderer::new().render(&Notice::example())?;
    /// let pdf = document.to_pdf_with_data()?;
    /// assert_eq!(carried::record_of_pdf(&pdf)?, Notice::example().to_json()?);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) if the writer fails.
    #[cfg(feature = "pdf")]
    pub fn to_pdf_with_data(&self) -> Result<Vec<u8>> {
        self.written(Some(&self.data()?))
    }

    #[cfg(feature = "pdf")]
    fn written(&self, record: Option<&str>) -> Result<Vec<u8>> {
        let own = self.pdf.write(&self.pages, Wanted { fields: self.signature_fields, record })?;
        if self.guests.is_empty() { Ok(own) } else { pdf::with_guests(&own, &self.guests) }
    }

    /// The positions of number, date, signatures and seals on the pages, for signing programs that need
    /// coordinates. The PDF needs no fields for this. A document with several copies, and a document bound in a
    /// volume, have none. A certified copy has only those of its own block
    /// ([`CertifiedCopy`](crate::kinds::CertifiedCopy)).
    ///
    /// ```
    /// use vanban::{Renderer, kinds::Decision};
    /// let positions = Renderer::new().render(&Decision::example())?.positions();
    /// let number = positions.number.unwrap();
    /// assert_eq!(number.page, 1);
    /// // Near the top of an A4 page, 842 points high.
    /// assert!(number.bottom > 600.0 && number.top < 842.0);
    /// assert_eq!(positions.signatures[0].field, "ChuKy_1");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "vị trí ký")]
    #[must_use]
    pub fn positions(&self) -> Positions {
        Positions::of(&self.pages)
    }

    /// Draws a page as SVG. Pages count from 0; `None` if there is no such page.
    ///
    /// The picture is the page of the PDF: lines, rules and letters have the same positions. It needs no font,
    /// style or script: letters are outlines. Their text lies over them, invisible and in reading order, so
    /// that it can be selected, searched and read aloud. Lengths are in points.
    ///
    /// ```
    /// use vanban::{Renderer, kinds::Notice};
    /// let document = Renderer::new().render(&Notice::example())?;
    /// let page = document.to_svg(0).ok_or("no page")?;
    /// assert!(page.starts_with("<svg xmlns=") && page.contains("Trang 1 trên 1"));
    /// assert!(document.to_svg(1).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg(&self, page: usize) -> Option<String> {
        svg::page(&self.pages, page, &self.fonts, None)
    }

    /// Draws a page as SVG whose letters are text in a font family (`family`, as in CSS `font-family`). The
    /// file is a fifth as large as that of [`Document::to_svg`]. Use it in a web page that has the fonts, for
    /// example for a preview at each key press.
    ///
    /// Each word has its position in print. Each letter has it too, if the family is that of the renderer and
    /// the page switches kerning and ligatures off (`font-kerning: none; font-variant-ligatures: none`).
    /// Blanks are written as spaces, so HTML must not collapse them (`white-space: pre`).
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg_in(&self, page: usize, family: &str) -> Option<String> {
        svg::page(&self.pages, page, &self.fonts, Some(family))
    }

    /// Prints a stage as text, for tests and for debugging. A no-break space shows as `°`, except in the DOCX.
    /// The texts are stable within a version. They are for people, not for programs.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) if the writer of the DOCX fails; only for [`Stage::Docx`].
    pub fn to_text(&self, stage: Stage) -> Result<String> {
        match stage {
            Stage::Tree => Ok(self.tree.dump(&self.hints)),
            Stage::Pages => Ok(self.pages.to_string()),
            #[cfg(feature = "docx")]
            Stage::Docx => self.docx.of(&self.profile)?.show(&self.tree, &self.hints),
        }
    }

    /// The printed words in reading order: one line per paragraph, with single spaces between words. Page
    /// numbers and check boxes are not words.
    #[must_use]
    pub fn words(&self) -> String {
        self.tree.words(&self.hints)
    }

    /// Whether the DOCX has fields to be filled in or corrected
    /// ([`Renderer::with_fields`](crate::Renderer::with_fields)).
    #[must_use]
    pub fn is_fillable(&self) -> bool {
        self.tree.has_fields()
    }

    /// The number of pages of the PDF, at least 1. For two-sided printing it includes the empty pages.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.pages.len()
    }

    /// The record as a JSON object, with `kind` and `format`.
    #[must_use]
    pub fn record(&self) -> &Value {
        &self.record
    }

    /// The record as files store it: its JSON as [`AnyRecord::to_json`](crate::AnyRecord::to_json) writes it,
    /// without pictures of signatures, which are never stored.
    ///
    /// # Errors
    /// None in practice: a record that was read can be written.
    pub fn data(&self) -> Result<String> {
        let mut record = self.record.clone();
        forget_signatures(&mut record);
        serde_json::to_string_pretty(&record).map_err(Error::bug_by)
    }

    /// The warnings: problems that do not stop the document.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// A name for the files of the document, without extension, in ASCII (`nghi-quyet-05-nq-cb`): the type name,
    /// then the number (`du-thao-1` for a draft, the date without a number), then the symbol, or the issuer if
    /// the document has no number line. A kind may have other words after the type name
    /// ([`Frame::file_words`](crate::parts::Frame::file_words)). It never contains a path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }
}

/// Takes the pictures out of the signatures of a record, wherever they stand.
pub(crate) fn forget_signatures(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(forget_signatures),
        Value::Object(own) => {
            if own.contains_key("capacity") {
                own.shift_remove("image");
            }
            own.values_mut().for_each(forget_signatures);
        }
        _ => {}
    }
}
