//! The record of a DOCX.

use super::reading::Reading;
use super::returned::Returned;
use crate::error::{Error, Path, Problem, Result, Severity};
use crate::kinds::AnyRecord;
use crate::renderer::Renderer;

/// The record of a file that came back.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Extracted {
    /// The record.
    pub record: AnyRecord,
    /// Its JSON: byte for byte what travelled with the file where nothing was changed, else as the library writes it.
    pub json: String,
    /// What was filled in or changed, in the order of the paper.
    pub changes: Vec<Change>,
    /// What somebody should look at, as a total that was typed and is another than the points come to.
    pub warnings: Vec<Problem>,
}

/// A field that was filled in, changed or emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Where it stands in the record that was sent.
    pub path: Path,
    /// What the form calls it, in Vietnamese: `mục 4.2, điểm tự chấm`.
    pub place: String,
    /// What stood there when the file was made; empty where room was left.
    pub before: String,
    /// What stands there now; empty where it was deleted.
    pub after: String,
}

impl Renderer {
    /// The record of a DOCX that carries one (a file with fields, or one that was made with its data): what
    /// was filled in or changed in its fields, in Word, LibreOffice or another program, comes back into the record. Of a
    /// file that nobody changed it is byte for byte the record that was given.
    ///
    /// A field that only the text or only the data of the file has another way is taken as it was changed. What was changed
    /// where no field is, is told with its sentence, and nothing is taken. Pictures of signatures never travel with a file.
    /// What the rules say of the record is told by [`Renderer::check`].
    ///
    /// # Errors
    /// As [`Returned::open`]; [`Error::Invalid`] with every problem where the file carries no record, where text and data
    /// of a field both changed and differ, where a field is gone, and where something was changed outside of the fields,
    /// each with its place as an office says it ([`Problem::place`]); also where what was filled in is not of its field's shape.
    pub fn extract(&self, docx: &[u8]) -> Result<Extracted> {
        let returned = Returned::open(docx)?;
        let reading = Reading::of(self, &returned)?;
        let Reading { record, changes, mut problems, unclear, outside, told, .. } = reading;
        problems.extend(unclear);
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
