//! What a DOCX that came back says, before anything is made of it.

use super::beside::Beside;
use super::body::Body;
use super::data::Data;
use super::fields::fields;
use super::foreign;
use super::package::Parts;
use crate::error::Result;

/// What a DOCX that came back says: the record that travelled with it, each field with what stands in the text and what
/// the data says, and the text itself.
///
/// ```
/// # use vanban::collect::Returned;
/// # use vanban::{Renderer, kinds::Notice};
/// let docx = Renderer::new().render(&Notice::example())?.to_docx()?;
/// let returned = Returned::open(&docx)?;
/// // This one was made to be printed, so it carries no record.
/// assert_eq!(returned.record(), None);
/// assert!(returned.paragraphs().any(|text| text == "THÔNG BÁO"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Debug)]
pub struct Returned {
    pub(super) data: Option<Data>,
    pub(super) body: Body,
    pub(super) fields: Vec<ReturnedField>,
    pub(super) beside: Beside,
    signed: bool,
}

/// A field of the record, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnedField {
    /// Its place in the record, a JSON pointer: `/session/present`.
    pub at: String,
    /// What the form calls it, in Vietnamese; nothing where its control says nothing, or is gone.
    pub term: Option<String>,
    /// What was filled in when the file was made; empty where room was left.
    pub given: String,
    /// What its control shows now; empty where nothing is filled in, none where the control is gone. A box that is ticked
    /// says `true`. Where the text has several controls of the field that say different things, each is a line.
    pub text: Option<String>,
    /// What the data part says now.
    pub data: String,
    /// Whether several controls of it say different things.
    pub differs: bool,
    /// Whether the room for the pen is gone from the text, and nothing stands in its place.
    pub(super) emptied: bool,
}

impl Returned {
    /// Reads a DOCX, within bounds: at most 32 MB, and 16 MB a part when it is unpacked.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where it is no DOCX, has a password, is damaged or too large (codes
    /// `returned.*`), with a sentence for the office that says what to do.
    pub fn open(docx: &[u8]) -> Result<Returned> {
        let mut parts = Parts::open(docx)?;
        let text = parts.text()?;
        let body = Body::read(&text).map_err(foreign::damaged)?.ok_or_else(foreign::no_document)?;
        drop(text);
        let beside = Beside::read(&mut parts).map_err(foreign::damaged)?;
        let data = parts.data.into_iter().next().map(|(_, data)| data);
        let slots = data.as_ref().map(|data| data.fields.as_slice()).unwrap_or_default();
        let fields = fields(&body, slots);
        Ok(Returned { data, fields, body, beside, signed: parts.signed })
    }

    /// The same file beside the part that it was sent with.
    pub(super) fn with_data(self, data: Data) -> Returned {
        let fields = fields(&self.body, &data.fields);
        Returned { data: Some(data), fields, ..self }
    }

    /// Whether it was sent to be filled in and has lost what travelled with it, but not what its controls are bound to.
    pub(super) fn has_lost_its_record(&self) -> bool {
        self.data.is_none() && self.body.controls.iter().any(|control| control.bound.is_some())
    }

    /// The JSON of the record that travelled with the file, byte for byte as it was written; none where none did.
    #[must_use]
    pub fn record(&self) -> Option<&str> {
        self.data.as_ref().map(|data| data.record.as_str())
    }

    /// The fields, in the order of the paper; none in a file that was not made to be filled in.
    #[must_use]
    pub fn fields(&self) -> &[ReturnedField] {
        &self.fields
    }

    /// The form fields of Word 97-2003, each with its name and what it says; of a box `true` or `false`.
    pub fn form_fields(&self) -> impl Iterator<Item = (&str, String)> {
        self.body.legacy.iter().map(|field| (field.name.as_str(), field.value()))
    }

    /// Every paragraph of the text in reading order, with tracked changes as if they were taken: the empty ones too, and
    /// those in tables and text boxes. Headers, footers, notes and comments are left out.
    pub fn paragraphs(&self) -> impl Iterator<Item = String> {
        self.body.paragraphs.iter().map(super::body::Paragraph::text)
    }

    /// The tables in reading order: rows of cells, each cell its paragraphs in lines. A cell that goes on with the one
    /// above it is empty; one over several columns has empty ones behind it.
    #[must_use]
    pub fn tables(&self) -> Vec<Vec<Vec<String>>> {
        super::grid::tables(&self.body)
    }

    /// Whether somebody signed the file: it may not be changed without making the signature void.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signed
    }

    /// Whether its text is nothing but pictures, as of a scan that was put into Word.
    #[must_use]
    pub fn is_scan(&self) -> bool {
        self.body.pictures > 0 && self.paragraphs().all(|text| text.trim().is_empty())
    }
}
