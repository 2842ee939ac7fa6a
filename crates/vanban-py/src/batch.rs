//! Many records at once.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use vanban::batch::{self, Format, Names, State};

use crate::document::Document;
use crate::given::Given;
use crate::raised::{detached, fault, told, unknown};

/// A batch, as far as it has come.
#[pyclass]
pub(crate) struct Batch {
    renderer: vanban::Renderer,
    formats: Vec<Format>,
    jobs: usize,
    names: Names,
    begun: usize,
    /// Whether the last paper that is no second one was made.
    made: bool,
}

/// The fields of `vanban.Outcome`; problems are JSON.
type Outcome<'py> =
    (usize, String, &'static str, bool, String, Option<Document>, Vec<(String, Bound<'py, PyBytes>)>, String);

impl Batch {
    pub(crate) fn new(renderer: vanban::Renderer, formats: &[String], jobs: usize) -> PyResult<Batch> {
        let format = |name: &String| Format::ALL.iter().find(|it| it.extension() == name).copied();
        let format = |name| format(name).ok_or_else(|| unknown("format", name));
        let formats = formats.iter().map(format).collect::<PyResult<_>>()?;
        Ok(Batch { renderer, formats, jobs, names: Names::beside_report(), begun: 0, made: true })
    }

    fn told<'py>(&mut self, py: Python<'py>, outcome: batch::Outcome) -> PyResult<Outcome<'py>> {
        let (names, said) = (self.names.files(&outcome), outcome.to_string());
        let problems = told(match &outcome.state {
            State::Failed(error) => error.problems(),
            _ => outcome.problems(),
        })?;
        let batch::Outcome { index, name, second, state, .. } = outcome;
        // A record without a name has that of its place.
        let name = if name == (index + 1).to_string() { (self.begun + index + 1).to_string() } else { name };
        let (state, document, files) = match state {
            State::Written { document, files } => ("written", Some(Document(*document)), files),
            State::Refused(_) => ("refused", None, Vec::new()),
            State::Omitted => ("omitted", None, Vec::new()),
            State::Panicked(_) => ("panicked", None, Vec::new()),
            _ => ("failed", None, Vec::new()),
        };
        if !second {
            self.made = document.is_some();
        }
        let files = files.into_iter().map(|file| PyBytes::new(py, &file.bytes));
        let files = names.into_iter().zip(files).collect();
        Ok((self.begun + index, name, state, second, problems, document, files, said))
    }
}

#[pymethods]
impl Batch {
    /// Makes the papers of the next records.
    fn run<'py>(&mut self, py: Python<'py>, records: Vec<Given>) -> PyResult<Vec<Outcome<'py>>> {
        let batch = batch::Batch::new(&self.renderer).formats(&self.formats).jobs(self.jobs);
        let batch = batch.goes_on_after(self.made);
        let (count, mut outcomes) = (records.len(), Vec::new());
        let sink = |outcome| {
            outcomes.push(outcome);
            Ok(())
        };
        detached(py, || batch.run(records, sink))?.map_err(fault)?;
        let told = outcomes.into_iter().map(|outcome| self.told(py, outcome)).collect();
        self.begun += count;
        told
    }
}
