//! The records of a sheet.

use std::io::Cursor;
use std::sync::Arc;

use pyo3::prelude::*;
use vanban::kinds::named;
use vanban::table::{Error, Item, Mapping, Table};
use vanban::{Kind, Renderer};

use crate::raised::{self, detached, unknown};

/// A record of a table.
#[pyclass(frozen)]
pub(crate) struct Row(Arc<Vec<Item>>, usize);

impl Row {
    pub(crate) fn item(&self) -> &Item {
        // Each row is made with the place of an item.
        &self.0[self.1]
    }
}

#[pymethods]
impl Row {
    #[getter]
    fn name(&self) -> &str {
        self.item().name()
    }

    #[getter]
    fn is_second(&self) -> bool {
        self.item().is_second()
    }
}

/// What a caller may leave out.
pub(crate) type Name = Option<String>;

/// The kind of the records, and the sheet of a workbook.
#[derive(FromPyObject)]
pub(crate) struct Asked(Name, Name);

/// The kind of the records of a table, what of it is taken, and the records.
pub(crate) type Read = (String, String, Vec<Row>);

impl Asked {
    pub(crate) fn read(
        self,
        py: Python<'_>,
        renderer: &Renderer,
        file: &[u8],
        mapping: Option<&str>,
    ) -> PyResult<Read> {
        let read = || {
            let mapping = mapping.map(Mapping::from_toml).transpose()?;
            self.opened(renderer, file, mapping.as_ref(), |table, kind| {
                let read = table.read(kind, mapping.as_ref(), renderer)?;
                let survey = read.survey().to_string();
                Ok((kind.name().to_owned(), survey, read.records()?.collect::<Result<Vec<Item>, _>>()?))
            })
        };
        let (kind, survey, items) = told(detached(py, read)?)?;
        let items = Arc::new(items);
        let rows = (0..items.len()).map(|index| Row(items.clone(), index)).collect();
        Ok((kind, survey, rows))
    }

    /// A mapping to start from.
    pub(crate) fn mapping(self, py: Python<'_>, renderer: &Renderer, file: &[u8]) -> PyResult<String> {
        let template = |table: &Table, kind: &Kind| Ok(table.template(kind, renderer, &Mapping::default()));
        told(detached(py, || self.opened(renderer, file, None, template))?)
    }

    /// Makes something of the table; nothing where its kind is not known.
    fn opened<T>(
        &self,
        renderer: &Renderer,
        file: &[u8],
        mapping: Option<&Mapping>,
        make: impl FnOnce(&Table, &Kind) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let from = Cursor::new(file);
        // Workbooks are ZIP files.
        let table = match self.1.is_some() || file.starts_with(b"PK") {
            true => Table::sheet(from, self.1.as_deref())?,
            false => Table::csv(from)?,
        };
        let known = |said: &str| renderer.kinds().find(|kind| kind.name() == said).or_else(|| named(said));
        let kind = match self.0.as_deref().or(mapping.and_then(Mapping::kind)) {
            Some(said) => known(said),
            // A mapping has names for its columns that tell nothing.
            None => table.likely_kind(renderer).filter(|_| mapping.is_none()),
        };
        kind.map(|kind| make(&table, kind)).transpose()
    }
}

fn told<T>(made: Result<Option<T>, Error>) -> PyResult<T> {
    let made = made.map_err(|error| raised::Error::new_err(error.to_string()))?;
    made.ok_or_else(|| unknown("kind", "of that name: name the kind of the records"))
}
