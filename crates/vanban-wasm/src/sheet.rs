//! A table: its columns are mapped, its rows are checked, and its documents are made, a few at a time. So a
//! user who waits sees the progress and may stop.

use std::collections::BTreeMap;
use std::io::Cursor;

use serde_json::{Value, json};
use vanban::batch::{Batch, Entry, Names, Outcome, RECORDS, REPORT, State, Zip};
use vanban::kinds::{EvaluationForm, EvaluationSummary, SummarySpan};
use vanban::table::{self, Item, Mapping, Report, Survey, Table};
use vanban::{AnyRecord, Document, Kind, Problem, Renderer};

use crate::{Answer, File, json as written, paper};

/// An open sheet, and what was said of its columns.
#[derive(Debug)]
pub(crate) struct Sheet {
    table: Table,
    kind: Kind,
    answers: BTreeMap<String, String>,
    /// The mapping that the answers make.
    mapping: String,
    survey: Survey,
    items: Vec<Item>,
    making: Option<Making>,
}

/// Papers on their way into a ZIP.
#[derive(Debug)]
struct Making {
    zip: Zip<Vec<u8>>,
    names: Names,
    report: Report,
    records: String,
    done: usize,
}

/// What is said where papers are given up before all are made.
const GIVEN_UP: &str = "chưa làm xong, vì bảng vừa được đọc lại: hãy bấm làm lại";

impl Sheet {
    /// Opens a sheet for a kind; where none is named, for the one that knows the most of its columns.
    pub(crate) fn open(
        renderer: &Renderer,
        bytes: &[u8],
        is_text: bool,
        kind: Option<&str>,
        sheet: Option<&str>,
    ) -> Result<Sheet, String> {
        let from = Cursor::new(bytes);
        let opened = if is_text { Table::csv(from) } else { Table::sheet(from, sheet) };
        let table = opened.map_err(|error| error.to_string())?;
        let named = renderer.kinds().find(|own| Some(own.name()) == kind);
        let kind = named.or_else(|| table.likely_kind(renderer));
        let kind = kind.ok_or("không rõ bảng dùng cho loại văn bản nào")?.clone();
        let (answers, mapping, survey) = Default::default();
        let mut open = Sheet { table, kind, answers, mapping, survey, items: Vec::new(), making: None };
        open.take(renderer);
        Ok(open)
    }

    /// Takes what was answered, and says what it comes to: `kind`, `sheets`, `sheet`, `survey` (a line each),
    /// `questions`, `wrong` (what keeps records from being read), `count` of records, `has_list`.
    pub(crate) fn answer(&mut self, renderer: &Renderer, answers: BTreeMap<String, String>) -> Answer {
        self.answers = answers;
        let wrong = self.take(renderer);
        let defaults = Mapping::default();
        let read = self.table.read(&self.kind, None, renderer).map_err(|error| error.to_string())?;
        let questions = read.questions(&defaults, &self.answers);
        written(&json!({
            "kind": self.kind.name(),
            "sheet": self.table.sheet_name(),
            "sheets": self.table.sheets(),
            "survey": self.survey.to_string().lines().collect::<Vec<_>>(),
            "questions": questions,
            "wrong": wrong,
            "count": self.items.len(),
            "has_list": self.has_list(renderer),
        }))
    }

    /// Reads the records by the mapping of the answers; what keeps it from that, a line each.
    fn take(&mut self, renderer: &Renderer) -> Vec<String> {
        (self.items, self.making) = (Vec::new(), None);
        match self.records(renderer) {
            Ok(()) => Vec::new(),
            Err(table::Error::Mapping(wrong)) => wrong,
            Err(error) => vec![error.to_string()],
        }
    }

    fn records(&mut self, renderer: &Renderer) -> Result<(), table::Error> {
        let read = self.table.read(&self.kind, None, renderer)?;
        (self.survey, self.mapping) = (read.survey(), read.answered(&Mapping::default(), &self.answers));
        let mapping = Mapping::from_toml(&self.mapping)?;
        let read = self.table.read(&self.kind, Some(&mapping), renderer)?;
        self.items = read.records()?.collect::<Result<_, _>>()?;
        Ok(())
    }

    /// The mapping, for `vanban batch --map`.
    pub(crate) fn mapping(&self) -> File {
        File::new("phieu.toml", self.mapping.clone().into_bytes())
    }

    /// The record of a row as its form shows it; what cannot be read is told.
    pub(crate) fn record(&self, renderer: &Renderer, index: usize) -> Answer {
        let item = self.items.get(index).ok_or("không có dòng này")?;
        paper::as_written(&item.record(renderer).map_err(paper::told)?)
    }

    /// Looks at the next records: for each that is refused its `name`, and of each problem `cell`, `value` and `message`.
    pub(crate) fn look(&self, renderer: &Renderer, from: usize, count: usize) -> Answer {
        let (end, mut refused, mut papers) = (self.end(from, count), Vec::new(), 0);
        self.run(renderer, from..end, false, |outcome| match &outcome.state {
            State::Written { .. } => papers += 1,
            State::Omitted => {}
            _ => refused.push(told(outcome)),
        })?;
        written(&json!({"to": end, "papers": papers, "refused": refused}))
    }

    /// The month's list of the forms of all rows, as its form shows it. Who issues it is taken from the superior's forms;
    /// what no form says is left open.
    pub(crate) fn list(&self, renderer: &Renderer) -> Answer {
        let form = |item: &Item| {
            let record = item.record(renderer).ok()?;
            let is_sound = !renderer.check(&record).iter().any(Problem::is_error);
            record.downcast_ref::<EvaluationForm>().filter(|_| is_sound).cloned()
        };
        let (seconds, own): (Vec<&Item>, Vec<&Item>) =
            self.items.iter().partition(|item| Entry::is_second(*item));
        let forms: Vec<EvaluationForm> = own.into_iter().filter_map(form).collect();
        let first = forms.first().ok_or("chưa có phiếu nào hợp lệ")?;
        let superior = seconds.into_iter().find_map(form);
        let said = json!({
            "issuer": superior.as_ref().unwrap_or(first).issuer,
            "place": first.place,
            // Nobody can be without them; who fills the form in says them.
            "recipients": ["Lưu"],
            "signature": {"name": "…"},
        });
        let list = EvaluationSummary::of_forms(SummarySpan::Month, &forms, said, renderer.criteria());
        let mut list = AnyRecord::new(list.map_err(paper::told)?).as_written().map_err(paper::told)?;
        if let Some(fields) = list.as_object_mut() {
            fields.remove("recipients");
            if let Some(signature) = fields.get_mut("signature").and_then(Value::as_object_mut) {
                signature.remove("name");
            }
            if superior.is_none() {
                fields.remove("issuer");
            }
        }
        written(&list)
    }

    /// Whether its records are forms, of which a month's list is made.
    fn has_list(&self, renderer: &Renderer) -> bool {
        let first = self.items.first().and_then(|item| item.record(renderer).ok());
        first.is_some_and(|record| record.downcast_ref::<EvaluationForm>().is_some())
    }

    /// Begins to make all papers.
    pub(crate) fn begin(&mut self) {
        let (zip, names) = (Zip::new(Vec::new()), Names::beside_report());
        let report = Report::of_rows(&self.kind);
        self.making = Some(Making { zip, names, report, records: String::new(), done: 0 });
    }

    /// Makes the next papers: how many records are `done`, of how many.
    pub(crate) fn make(&mut self, renderer: &Renderer, count: usize) -> Answer {
        let mut making = self.making.take().ok_or(GIVEN_UP)?;
        let end = self.end(making.done, count);
        let mut failed = None;
        self.run(renderer, making.done..end, true, |outcome| {
            if let Err(error) = making.add(outcome) {
                failed = Some(error.to_string());
            }
        })?;
        making.done = end;
        self.making = Some(making);
        match failed {
            Some(failed) => Err(failed),
            None => written(&json!({"done": end, "total": self.items.len()})),
        }
    }

    /// The ZIP of all that was made, with the report.
    pub(crate) fn finish(&mut self) -> Result<File, String> {
        let Making { mut zip, mut report, records, .. } = self.making.take().ok_or(GIVEN_UP)?;
        report.left_out(&self.survey);
        let csv = report.to_csv().map_err(|error| error.to_string())?;
        let packed = zip
            .add(RECORDS, records.as_bytes())
            .and_then(|()| zip.add(REPORT, &csv))
            .and_then(|()| zip.finish())
            .map_err(|error| error.to_string())?;
        Ok(File::new("van-ban.zip", packed))
    }

    /// Where the next records end: a second paper goes with its first.
    fn end(&self, from: usize, count: usize) -> usize {
        let most = self.items.len().min(from.saturating_add(count.max(1)));
        let seconds = self.items.iter().skip(most).take_while(|item| Entry::is_second(*item)).count();
        most + seconds
    }

    fn run(
        &self,
        renderer: &Renderer,
        range: std::ops::Range<usize>,
        with_files: bool,
        mut take: impl FnMut(&Outcome),
    ) -> Result<(), String> {
        let batch = Batch::new(renderer).jobs(1);
        let batch = if with_files { batch } else { batch.formats(&[]) };
        let items = self.items.get(range).unwrap_or_default();
        let sink = |outcome: Outcome| {
            take(&outcome);
            Ok(())
        };
        batch.run(items.iter().map(Borrowed), sink).map(drop).map_err(|error| error.to_string())
    }
}

impl Making {
    /// Takes what became of the next record, and its files.
    fn add(&mut self, outcome: &Outcome) -> std::io::Result<()> {
        let names = self.names.files(outcome);
        for (name, file) in names.iter().zip(outcome.files()) {
            self.zip.add(name, &file.bytes)?;
        }
        if let Some(document) = outcome.document() {
            self.records.push_str(&serde_json::to_string(document.record())?);
            self.records.push('\n');
        }
        self.report.add(outcome, names);
        Ok(())
    }
}

/// What is said of a record that is refused.
fn told(outcome: &Outcome) -> Value {
    let problems = outcome.problems().iter().filter(|problem| problem.is_error());
    let mut said: Vec<Value> = problems.map(of_problem).collect();
    if let (true, State::Failed(error)) = (said.is_empty(), &outcome.state) {
        said.push(json!({"cell": "", "value": "", "message": error.to_string()}));
    }
    json!({"name": outcome.name, "problems": said})
}

/// A problem in its cell; what no cell has stands with its place.
fn of_problem(problem: &Problem) -> Value {
    let message = &problem.message;
    match problem.cell() {
        Some(cell) => {
            json!({"cell": cell.reference, "column": cell.column, "value": cell.value, "message": message})
        }
        None => json!({"cell": "", "column": problem.whereabouts(), "value": "", "message": message}),
    }
}

/// A record that stays where it is while its paper is made.
struct Borrowed<'a>(&'a Item);

impl Entry for Borrowed<'_> {
    fn name(&self) -> Option<String> {
        Entry::name(self.0)
    }

    fn file_prefix(&self) -> Option<String> {
        Entry::file_prefix(self.0)
    }

    fn is_second(&self) -> bool {
        Entry::is_second(self.0)
    }

    fn render(&self, renderer: &Renderer) -> vanban::Result<Document> {
        Entry::render(self.0, renderer)
    }
}
