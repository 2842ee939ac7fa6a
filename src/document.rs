//! A paper, checked, composed and laid out once, ready for both writers.

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

/// A paper, checked, composed and laid out. Writing it never changes it: the same document gives the same
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

/// A stage on the way from a record to its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The composed paper: a line for every paragraph, with its role, its marks and its text.
    Tree,
    /// The pages: a line for every run, rule and picture, with its place in points.
    Pages,
    /// The main part of the DOCX, an element a line.
    #[cfg(feature = "docx")]
    Docx,
}

impl Document {
    /// The bytes of a DOCX for Word.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    #[cfg(feature = "docx")]
    pub fn to_docx(&self) -> Result<Vec<u8>> {
        let record = if self.tree.has_fields() { Some(self.data()?) } else { None };
        self.write_docx(record.as_deref())
    }

    /// As [`Document::to_docx`], and the record travels with the file, as a part of it that Word keeps and shows nowhere
    /// (customXml); what [`Document::data`] gives. `Renderer::extract` gives it back.
    ///
    /// A sentence that is deleted in Word still stands in that record: a file that leaves the office should not have it.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    #[cfg(feature = "docx")]
    pub fn to_docx_with_data(&self) -> Result<Vec<u8>> {
        self.write_docx(Some(&self.data()?))
    }

    #[cfg(feature = "docx")]
    fn write_docx(&self, record: Option<&str>) -> Result<Vec<u8>> {
        let travels = docx::Travels { record, protected: self.protected && self.tree.has_fields() };
        self.docx.of(&self.profile)?.write(&self.tree, &self.hints, travels)
    }

    /// The bytes of a PDF, its faces embedded.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    #[cfg(feature = "pdf")]
    pub fn to_pdf(&self) -> Result<Vec<u8>> {
        self.written(None)
    }

    /// As [`Document::to_pdf`], the record travelling in the file: PDF/A-3a and PDF/UA-1, with what [`Document::data`] gives
    /// as a file `ban-ghi.json` that the paper was made from (`/AFRelationship /Source`). [`carried::record_of_pdf`] gives it
    /// back, from the signed file too; [`carried::strip_pdf`] takes it out before the paper leaves the office.
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
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    #[cfg(feature = "pdf")]
    pub fn to_pdf_with_data(&self) -> Result<Vec<u8>> {
        self.written(Some(&self.data()?))
    }

    #[cfg(feature = "pdf")]
    fn written(&self, record: Option<&str>) -> Result<Vec<u8>> {
        let own = self.pdf.write(&self.pages, Wanted { fields: self.signature_fields, record })?;
        if self.guests.is_empty() { Ok(own) } else { pdf::with_guests(&own, &self.guests) }
    }

    /// Where on the pages number, date, signatures and seals stand, for programs that sign files and ask for
    /// coordinates; it needs no fields in the PDF. Several copies in one document and what is bound in a volume have none,
    /// the copy of a paper has those of who copies.
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

    /// A page as SVG, counted from 0; `None` where there is no such page. The picture is the PDF's page, without
    /// another engine: lines, rules and letters stand where they are printed. It needs no face, style or script: letters
    /// are outlines, and their text lies over them unseen, in reading order, to be selected, searched and read aloud.
    /// Lengths are in points.
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

    /// As [`Document::to_svg`], its letters text that is drawn in a family of faces (`font-family`, as CSS has it): a
    /// fifth of the size, for pages that have the faces and show papers while they are written. Words stand where they
    /// are printed. Letters do too where the family is the renderer's and the page sets no kerning and no ligatures
    /// (`font-kerning: none; font-variant-ligatures: none`); room for the pen is spaces, which a page of HTML must be told to
    /// keep (`white-space: pre`).
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg_in(&self, page: usize, family: &str) -> Option<String> {
        svg::page(&self.pages, page, &self.fonts, Some(family))
    }

    /// A stage as text, for tests and for whoever looks for where something comes from. A no-break space
    /// shows as `°`, but for the DOCX. The texts are stable within a version, and for people: no program
    /// should read them.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer of the DOCX fails, of that alone.
    pub fn to_text(&self, stage: Stage) -> Result<String> {
        match stage {
            Stage::Tree => Ok(self.tree.dump(&self.hints)),
            Stage::Pages => Ok(self.pages.to_string()),
            #[cfg(feature = "docx")]
            Stage::Docx => self.docx.of(&self.profile)?.show(&self.tree, &self.hints),
        }
    }

    /// The words of the paper as they are printed, in reading order: a paragraph a line, single spaces between
    /// its words. Page numbers and boxes to be ticked are no words.
    #[must_use]
    pub fn words(&self) -> String {
        self.tree.words(&self.hints)
    }

    /// Whether its DOCX has fields to be filled in or corrected ([`Renderer::with_fields`](crate::Renderer::with_fields)).
    #[must_use]
    pub fn is_fillable(&self) -> bool {
        self.tree.has_fields()
    }

    /// How many pages the PDF has, 1 or more; of a paper for both sides of the sheet with the empty ones.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.pages.len()
    }

    /// The record as it was given, as the JSON object of a record's file, with its `kind` and `format`.
    #[must_use]
    pub fn record(&self) -> &Value {
        &self.record
    }

    /// The record as files carry it, on request: its JSON as [`AnyRecord::to_json`](crate::AnyRecord::to_json) writes it,
    /// without the pictures of signatures, which never travel.
    ///
    /// # Errors
    /// None: a record that was read can be written.
    pub fn data(&self) -> Result<String> {
        let mut record = self.record.clone();
        forget_signatures(&mut record);
        serde_json::to_string_pretty(&record).map_err(Error::bug_by)
    }

    /// The problems that a secretary should look at and that do not stop the paper.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// A name for the paper's files, without extension: kind, number or date, issuer, in ASCII
    /// (`nghi-quyet-05-nq-cb`). It never holds a path.
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
