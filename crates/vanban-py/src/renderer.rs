//! The entry point.

use pyo3::prelude::*;
use serde_json::{Map, json};
use vanban::batch::Entry;
use vanban::chain::Derivation;
use vanban::forms::Form;
use vanban::kinds::{EvaluationForm, EvaluationSummary, SummarySpan};
use vanban::scoring::CriteriaSet;
use vanban::{AnyRecord, Profile};

use crate::batch::Batch;
use crate::collected::{Files, collected};
use crate::document::Document;
use crate::given::Given;
use crate::raised::{fault, made, raised, told, unknown};
use crate::table::{Asked, Name, Read};

/// A renderer. It never changes; what is added gives another one.
#[pyclass(frozen)]
pub(crate) struct Renderer(vanban::Renderer);

#[pymethods]
impl Renderer {
    #[new]
    fn new(profile: Option<&str>, two_sided: bool, fields: bool, signatures: bool) -> PyResult<Renderer> {
        let renderer = vanban::Renderer::new().with_two_sided(two_sided);
        let renderer = renderer.with_fields(fields).with_signature_fields(signatures);
        let Some(profile) = profile else { return Ok(Renderer(renderer)) };
        let id = serde_json::from_value(profile.into()).map_err(|_| unknown("profile", profile))?;
        Ok(Renderer(renderer.with_profile(Profile::named(id))))
    }

    /// With the form in a ZIP; and its name.
    fn with_form(&self, zip: &[u8]) -> PyResult<(Renderer, String)> {
        let form = Form::from_zip(zip).map_err(raised)?;
        let name = form.kind().name().to_owned();
        Ok((Renderer(self.0.clone().with_form(form).map_err(raised)?), name))
    }

    /// With the criteria set in TOML; and its id.
    fn with_criteria(&self, toml: &str) -> PyResult<(Renderer, String)> {
        let set = CriteriaSet::from_toml(toml).map_err(raised)?;
        let id = set.id.to_string();
        Ok((Renderer(self.0.clone().with_criteria(set).map_err(raised)?), id))
    }

    /// The kinds and their Vietnamese terms.
    fn kinds(&self) -> String {
        let kinds = self.0.kinds().map(|kind| (kind.name().to_owned(), json!(kind.term())));
        json!(kinds.collect::<Map<_, _>>()).to_string()
    }

    fn schema(&self, kind: &str) -> PyResult<String> {
        let known = self.0.kinds().find(|known| known.name() == kind);
        Ok(known.ok_or_else(|| unknown("kind", kind))?.json_schema().to_string())
    }

    fn read(&self, py: Python<'_>, given: Given) -> PyResult<String> {
        made(py, || given.opened(&self.0)?.to_json())
    }

    fn check(&self, py: Python<'_>, given: Given) -> PyResult<String> {
        told(&made(py, || match given.read(&self.0) {
            Ok(record) => Ok(self.0.check(&record)),
            Err(error) if error.problems().is_empty() => Err(error),
            Err(error) => Ok(error.problems().to_vec()),
        })?)
    }

    fn render(&self, py: Python<'_>, given: Given) -> PyResult<Document> {
        made(py, || given.render(&self.0)).map(Document)
    }

    fn batch(&self, formats: Vec<String>, jobs: usize) -> PyResult<Batch> {
        Batch::new(self.0.clone(), &formats, jobs)
    }

    fn table(&self, py: Python<'_>, file: &[u8], mapping: Option<&str>, asked: Asked) -> PyResult<Read> {
        asked.read(py, &self.0, file, mapping)
    }

    fn mapping(&self, py: Python<'_>, file: &[u8], asked: Asked) -> PyResult<String> {
        asked.mapping(py, &self.0, file)
    }

    /// The record that follows from others: of which kind, from which row of a plan, by which criteria set.
    fn derive(
        &self,
        py: Python<'_>,
        given: Vec<Given>,
        asked: (String, Option<usize>, Name),
    ) -> PyResult<String> {
        let derivation = Derivation::to(asked.0).criteria_sets(self.0.criteria().clone());
        let derivation = asked.1.into_iter().fold(derivation, Derivation::row);
        let derivation = asked.2.into_iter().fold(derivation, Derivation::criteria_set);
        made(py, || derivation.of(&Given::all(&given, |given| given.read(&self.0))?)?.to_json())
    }

    /// The list of a period, from its evaluation forms; `office` says what none of them says.
    fn summarize(&self, py: Python<'_>, given: Vec<Given>, of: &str, office: &str) -> PyResult<String> {
        let span = match of {
            "month" => SummarySpan::Month,
            "quarter" => SummarySpan::Quarter,
            "half" => SummarySpan::Half,
            "year" => SummarySpan::Year,
            _ => return Err(unknown("period", of)),
        };
        let office = serde_json::from_str(office).map_err(fault)?;
        made(py, || {
            // A second form of a row has no points of its own.
            let own = given.iter().filter(|it| !it.is_second());
            let records = Given::all(own, |form| form.render(&self.0).and_then(|_| form.read(&self.0)))?;
            let forms = records.iter().filter_map(AnyRecord::downcast_ref::<EvaluationForm>);
            let forms: Vec<EvaluationForm> = forms.cloned().collect();
            let list = EvaluationSummary::of_forms(span, &forms, office, self.0.criteria())?;
            AnyRecord::new(list).to_json()
        })
    }

    fn collect(&self, py: Python<'_>, files: Files, sent: Files, kind: Name) -> PyResult<String> {
        made(py, || collected(&self.0, &files, &sent, kind)).map(|collected| collected.to_string())
    }
}
