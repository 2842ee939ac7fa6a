//! A record as Python gives it.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use vanban::batch::Entry;
use vanban::{AnyRecord, Document, Error, Renderer, Result, carried};

use crate::table::Row;

/// A record that Python gave. It is read without the interpreter's lock.
#[derive(FromPyObject)]
pub(crate) enum Given {
    /// The row of a table.
    Row(Py<Row>),
    /// JSON.
    File(PyBackedBytes),
}

impl Given {
    pub(crate) fn read(&self, renderer: &Renderer) -> Result<AnyRecord> {
        match self {
            Given::Row(row) => row.get().item().record(renderer),
            Given::File(file) => renderer.read_file(file),
        }
    }

    /// As [`Given::read`], also of a DOCX or PDF that stores its record.
    pub(crate) fn opened(&self, renderer: &Renderer) -> Result<AnyRecord> {
        match self {
            Given::File(file) if file.starts_with(b"PK") => Ok(renderer.extract(file)?.record),
            Given::File(file) if file.starts_with(b"%PDF") => renderer.read(&carried::record_of_pdf(file)?),
            _ => self.read(renderer),
        }
    }

    /// What is made of all records, or the problems of all that are refused.
    pub(crate) fn all<'a, T>(
        given: impl IntoIterator<Item = &'a Given>,
        make: impl Fn(&Given) -> Result<T>,
    ) -> Result<Vec<T>> {
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for given in given {
            match make(given) {
                Ok(made) => all.push(made),
                Err(error) if error.problems().is_empty() => return Err(error),
                Err(error) => problems.extend_from_slice(error.problems()),
            }
        }
        if problems.is_empty() { Ok(all) } else { Err(Error::Invalid(problems)) }
    }
}

impl Entry for Given {
    fn name(&self) -> Option<String> {
        if let Given::Row(row) = self { Entry::name(row.get().item()) } else { None }
    }

    fn file_prefix(&self) -> Option<String> {
        if let Given::Row(row) = self { Entry::file_prefix(row.get().item()) } else { None }
    }

    fn is_second(&self) -> bool {
        matches!(self, Given::Row(row) if Entry::is_second(row.get().item()))
    }

    fn render(&self, renderer: &Renderer) -> Result<Document> {
        match self {
            Given::Row(row) => row.get().item().render(renderer),
            Given::File(_) => renderer.render(&self.read(renderer)?),
        }
    }
}
