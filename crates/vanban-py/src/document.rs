//! A paper.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::raised::{made, told, unknown};

/// A paper that was checked and laid out.
#[pyclass(frozen)]
pub(crate) struct Document(pub(crate) vanban::Document);

#[pymethods]
impl Document {
    /// Its file: `docx` or `pdf`, with or without the record.
    fn file<'py>(&self, py: Python<'py>, format: &str, data: bool) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = made(py, || match (format, data) {
            ("docx", false) => self.0.to_docx().map(Some),
            ("docx", true) => self.0.to_docx_with_data().map(Some),
            ("pdf", false) => self.0.to_pdf().map(Some),
            ("pdf", true) => self.0.to_pdf_with_data().map(Some),
            _ => Ok(None),
        })?;
        Ok(PyBytes::new(py, &bytes.ok_or_else(|| unknown("format", format))?))
    }

    /// Its warnings as JSON, the name for its files, the number of its pages.
    fn said(&self) -> PyResult<(String, &str, usize)> {
        Ok((told(self.0.warnings())?, self.0.file_name(), self.0.page_count()))
    }

    fn words(&self) -> String {
        self.0.words()
    }

    fn record(&self) -> String {
        self.0.record().to_string()
    }
}
