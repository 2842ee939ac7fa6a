//! The record of a DOCX.

use super::reading::Reading;
use super::returned::Returned;
use super::rules;
use crate::error::{Error, Path, Problem, Result, Severity};
use crate::kinds::AnyRecord;
use crate::renderer::Renderer;

/// The record of a DOCX that was sent back.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Extracted {
    /// The record, with what was filled in.
    pub record: AnyRecord,
    /// Its JSON: byte for byte as it was in the file if nothing was changed, else as the library writes it.
    pub json: String,
    /// The fields that were filled in or changed, in the order of the document.
    pub changes: Vec<Change>,
    /// What somebody should look at, such as a typed total that differs from the points.
    pub warnings: Vec<Problem>,
}

/// A field that was filled in, changed or emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Its place in the record that was sent out.
    pub path: Path,
    /// Its Vietnamese name in the form: `mục 4.2, điểm tự chấm`.
    pub place: String,
    /// The text when the file was made; empty if it was a blank.
    pub before: String,
    /// The text now; empty if it was deleted.
    pub after: String,
}

impl Renderer {
    /// Reads the record of a DOCX that stores one (a file with fields, or one made with its data), with what
    /// was filled in or changed in its fields. If nobody changed the file, the record is the same byte for
    /// byte.
    ///
    /// A field has its text on the page, and its value in the file's data part (customXml). If only one of
    /// them changed, the change is taken. If something changed outside of the fields, it is reported with its
    /// sentence, and nothing is taken. Pictures of signatures are never stored in a file. [`Renderer::check`]
    /// reports what the rules find in everything else.
    ///
    /// # Errors
    /// The errors of [`Returned::open`]. [`Error::Invalid`] with every problem, each with its place as offices
    /// name it ([`Problem::place`]), if
    ///
    /// - the file has no record;
    /// - text and data of a field both changed and differ, or a field is gone;
    /// - something changed outside of the fields;
    /// - a filled-in value does not have the shape of its field, or the rules call it an error, such as a day 32.
    pub fn extract(&self, docx: &[u8]) -> Result<Extracted> {
        let returned = Returned::open(docx)?;
        let reading = Reading::of(self, &returned)?;
        let Reading { sent, record, json, changes, mut problems, unclear, outside, told, .. } = reading;
        problems.extend(unclear);
        if let Some(record) = &record {
            let found = rules::found(self, &sent, record, &json);
            problems.extend(rules::of_figures(found, &changes, record));
        }
        problems.extend(outside.into_iter().map(|problem| Problem { severity: Severity::Error, ..problem }));
        match record {
            Some(record) if problems.is_empty() => {
                let given = returned.record().filter(|_| changes.is_empty()).map(str::to_owned);
                let json = given.map_or_else(|| record.to_json(), Ok)?;
                Ok(Extracted { record, json, changes, warnings: told })
            }
            _ => {
                problems.extend(told);
                Err(Error::Invalid(problems))
            }
        }
    }
}
