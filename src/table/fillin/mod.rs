//! A table to fill in: a workbook with a column for each thing that a paper of a kind needs, which is read back as it
//! is. Feature `fillin`; the only room that knows rust_xlsxwriter.

mod columns;
mod guide;
mod look;
mod sheet;
mod told;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::columns::{Columns, Request};
use super::Mapping;
use crate::error;
use crate::kinds::Kind;
use crate::renderer::Renderer;

/// Makes a workbook (XLSX) to fill in, with a row for each document of a kind. Each column explains what to
/// write, offers choices, and checks values in the workbook itself. [`Table::records`](super::Table::records)
/// reads it back without a mapping, or with the one of [`beside`](FillIn::beside).
///
/// ```
/// use std::io::Cursor;
/// use vanban::Renderer;
/// use vanban::table::{FillIn, Mapping, Table};
///
/// let renderer = Renderer::new();
/// let kind = vanban::kinds::built_in().find(|kind| kind.name() == "invitation").unwrap();
/// // What the office says once has no column.
/// let office = Mapping::default().with_default("place", "Nhân Thắng");
/// let bytes = FillIn::of(kind).beside(&office).to_xlsx(&renderer)?;
/// let table = Table::sheet(Cursor::new(bytes), None)?;
/// assert!(table.columns().iter().any(|name| name == "Ngày họp"));
/// assert_eq!(table.records(kind, Some(&office), &renderer)?.count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct FillIn<'a> {
    kind: &'a Kind,
    variant: Option<&'a str>,
    criteria_set: Option<&'a str>,
    known: Option<&'a Mapping>,
}

/// Why a kind has no workbook. The sentences are Vietnamese, for the office.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// Its documents have parts within parts, which do not fit in a row.
    #[error("{kind} có “{part}” gồm nhiều mục, mỗi mục lại có phần riêng: một dòng của bảng không ghi hết")]
    Nested {
        /// The Vietnamese name of the kind.
        kind: String,
        /// The Vietnamese name of the part.
        part: String,
    },
    /// Its documents are scored, and no criteria set is given.
    #[error("chưa rõ chấm điểm theo bộ tiêu chí nào")]
    NoCriteriaSet,
    /// There is no criteria set with this id.
    #[error("không có bộ tiêu chí “{0}”")]
    UnknownCriteriaSet(String),
    /// The workbook could not be written.
    #[error(transparent)]
    Unwritten(#[from] error::Error),
}

impl<'a> FillIn<'a> {
    /// A workbook for documents of a kind. Each row is a document; for
    /// [`EvaluationSummary`](crate::kinds::EvaluationSummary), each row is an element of its `rows`.
    #[must_use]
    pub fn of(kind: &'a Kind) -> FillIn<'a> {
        FillIn { kind, variant: None, criteria_set: None, known: None }
    }

    /// Sets the variant of the kind: see [`Kind::variants`].
    #[must_use]
    pub fn in_variant(mut self, variant: Option<&'a str>) -> FillIn<'a> {
        self.variant = variant;
        self
    }

    /// Sets the criteria set by its id. Kinds with scores need one: without it, the defaults of
    /// [`beside`](Self::beside) must give `criteria_set`. Other kinds ignore it.
    #[must_use]
    pub fn scored_by(mut self, set: Option<&'a str>) -> FillIn<'a> {
        self.criteria_set = set;
        self
    }

    /// Sets the mapping with which the workbook will be read back. A place in the record for which it has a
    /// value has no column.
    #[must_use]
    pub fn beside(mut self, known: &'a Mapping) -> FillIn<'a> {
        self.known = Some(known);
        self
    }

    /// Writes the workbook as XLSX. The bytes are the same every time.
    ///
    /// # Errors
    /// [`Unfit`] if a row cannot hold a document of the kind, or if a criteria set is needed and is not given
    /// or not known to the renderer.
    pub fn to_xlsx(&self, renderer: &Renderer) -> Result<Vec<u8>, Unfit> {
        let request = Request {
            kind: self.kind,
            variant: self.variant,
            criteria_set: self.criteria_set,
            known: self.known,
            sets: &renderer.criteria,
        };
        let columns = request.columns()?;
        let written = self.write(&columns);
        written.map_err(|error| Unfit::Unwritten(error::Error::bug_by(error)))
    }

    fn write(&self, columns: &Columns) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        // Nothing of the machine or of the day goes into the file.
        let properties = DocProperties::new()
            .set_title(self.kind.title())
            .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
        workbook.set_properties(&properties);
        let lists = sheet::write(workbook.add_worksheet(), self.kind, columns)?;
        guide::write(workbook.add_worksheet(), columns)?;
        if !lists.is_empty() {
            sheet::write_lists(workbook.add_worksheet(), &lists)?;
        }
        workbook.save_to_buffer()
    }
}

#[cfg(test)]
mod tests;
