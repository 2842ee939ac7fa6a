//! What a DOCX that came back says, before anything is made of it.

use super::beside::Beside;
use super::body::Body;
use super::data::Data;
use super::fields::fields;
use super::foreign;
use super::package::Parts;
use super::styles::Styles;
use crate::error::Result;

/// A DOCX that was sent back: its record, its fields (with the text and the data of each), and its text.
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
    /// Whether it carries several records that do not say the same.
    pub(super) torn: bool,
    pub(super) body: Body,
    pub(super) fields: Vec<ReturnedField>,
    pub(super) beside: Beside,
    signed: bool,
}

/// A field of the record, as it is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnedField {
    /// Its place in the record, as a JSON pointer: `/session/present`.
    pub at: String,
    /// Its Vietnamese name in the form. `None` if its control has no name or is gone.
    pub term: Option<String>,
    /// Its text when the file was made; empty if it was a blank.
    pub given: String,
    /// Its text now. Empty if nothing is filled in, `None` if the control is gone. `true` or `false` for a
    /// box. If several controls of the field differ, there is a line for each.
    pub text: Option<String>,
    /// Its value in the file's data part (customXml) now.
    pub data: String,
    /// Whether several controls of the field differ.
    pub differs: bool,
    /// Whether the room for the pen is gone from the text, and nothing stands in its place.
    pub(super) emptied: bool,
}

impl Returned {
    /// Reads a DOCX, within limits: 32 MB for the file, 16 MB for an unpacked part.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the file is not a DOCX, has a password, is damaged or too
    /// large (codes `returned.*`). The sentence tells the office what to do.
    pub fn open(docx: &[u8]) -> Result<Returned> {
        let mut parts = Parts::open(docx)?;
        let text = parts.text()?;
        let styles = Styles::read(&mut parts).map_err(foreign::damaged)?;
        let body = Body::read(&text, &styles).map_err(|damage| foreign::damaged_text(damage, &text))?;
        let body = body.ok_or_else(foreign::no_document)?;
        drop(text);
        let beside = Beside::read(&mut parts, &body).map_err(foreign::damaged)?;
        let mut all = parts.data.into_iter().map(|(_, data)| data);
        let data = all.next();
        let torn = all.any(|other| Some(&other) != data.as_ref());
        let slots = data.as_ref().map(|data| data.fields.as_slice()).unwrap_or_default();
        let fields = fields(&body, slots);
        Ok(Returned { data, torn, fields, body, beside, signed: parts.signed })
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

    /// The JSON of the record in the file, byte for byte. `None` if there is none.
    #[must_use]
    pub fn record(&self) -> Option<&str> {
        self.data.as_ref().map(|data| data.record.as_str())
    }

    /// The fields, in the order of the document. Empty if the file was not made to be filled in.
    #[must_use]
    pub fn fields(&self) -> &[ReturnedField] {
        &self.fields
    }

    /// The form fields of Word 97–2003: name and value (`true` or `false` for a box).
    pub fn form_fields(&self) -> impl Iterator<Item = (&str, String)> {
        self.body.legacy.iter().map(|field| (field.name.as_str(), field.value()))
    }

    /// All paragraphs in reading order, with tracked changes accepted. It includes empty paragraphs and those
    /// in tables and text boxes, without headers, footers, notes and comments.
    pub fn paragraphs(&self) -> impl Iterator<Item = String> {
        self.body.paragraphs.iter().map(super::body::Paragraph::text)
    }

    /// The tables in reading order, as rows of cells. The text of a cell has a line for each paragraph. A
    /// cell that continues the one above is empty, and a cell over several columns is followed by empty
    /// cells.
    #[must_use]
    pub fn tables(&self) -> Vec<Vec<Vec<String>>> {
        super::grid::tables(&self.body)
    }

    /// Whether the file is signed. Any change makes a signature invalid.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signed
    }

    /// Whether the text consists of pictures only, as in a scan that was inserted into Word.
    #[must_use]
    pub fn is_scan(&self) -> bool {
        self.body.pictures > 0 && self.paragraphs().all(|text| text.trim().is_empty())
    }
}
