//! The record of a row, its problems told with their cells.

use std::sync::Arc;

use serde_json::Value;

use super::mapping::{BLANK, Filled, Fitted};
use super::rows::Row;
use super::told::problem;
use crate::document::Document;
use crate::error::{Error, Problem, Result, Severity};
use crate::kinds::AnyRecord;
use crate::path::Path;
use crate::renderer::Renderer;
use crate::scoring::Decimal;

/// A row, and what is made of it.
#[derive(Debug, Clone)]
pub(super) struct RowRecord {
    pub(super) row: Arc<Row>,
    pub(super) mapping: Arc<Fitted>,
    /// Whether it is the superior's form of the row.
    pub(super) superior: bool,
    /// What is to be told of the row beside the others.
    pub(super) among: Arc<[Problem]>,
}

/// A record that was read from a row.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) record: AnyRecord,
    filled: Filled,
    /// What is to be told of its cells.
    warnings: Vec<Problem>,
    /// What the row's first form tells of them, where this is its second.
    told: Vec<Problem>,
}

impl Read {
    /// Whether the row's first form tells of a cell what this one does.
    fn is_told(&self, problem: &Problem) -> bool {
        let same = |told: &Problem| {
            (told.code, &told.message, &told.place) == (problem.code, &problem.message, &problem.place)
        };
        problem.place.as_ref().is_some_and(|place| !place.is_empty()) && self.told.iter().any(same)
    }
}

impl RowRecord {
    /// The record of the row.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with the row, the superior's form too with what is wrong with
    /// the chi bộ's own.
    pub(super) fn record(&self, renderer: &Renderer) -> Result<Read> {
        let own = self.read(self.mapping.fill(&self.row, &renderer.criteria), renderer)?;
        if !self.superior {
            return Ok(own);
        }
        let told = self.judged(&own, renderer)?;
        match self.mapping.fill_superior(&self.row, &own.filled.record) {
            Some(filled) => Ok(Read { told, ..self.read(filled, renderer)? }),
            None => Ok(own),
        }
    }

    /// Makes its document.
    ///
    /// # Errors
    /// As [`RowRecord::record`], and as [`Renderer::render`].
    pub(super) fn render(&self, renderer: &Renderer) -> Result<Document> {
        let read = self.record(renderer).map_err(|error| self.with_blanks(error))?;
        match renderer.render(&read.record) {
            Ok(mut document) => {
                for problem in &mut document.warnings {
                    self.mapping.locate(&self.row, &read.filled, problem);
                }
                document.warnings.retain(|problem| !read.is_told(problem));
                document.warnings.extend(read.warnings);
                if !self.superior {
                    document.warnings.extend(self.among.iter().cloned());
                    document.warnings.extend(self.compare(&read.filled, renderer));
                }
                Ok(document)
            }
            Err(Error::Invalid(mut problems)) => {
                for problem in &mut problems {
                    self.mapping.locate(&self.row, &read.filled, problem);
                }
                problems.retain(|problem| !read.is_told(problem));
                problems.extend(read.warnings);
                Err(self.with_blanks(Error::Invalid(problems)))
            }
            Err(error) => Err(error),
        }
    }

    /// With what else the row leaves blank, so that it is filled at once.
    fn with_blanks(&self, error: Error) -> Error {
        match error {
            Error::Invalid(mut problems) if !self.superior => {
                let blank = self.among.iter().filter(|problem| problem.code == BLANK);
                let told = |blank: &&Problem| problems.iter().any(|problem| problem.place == blank.place);
                let blank: Vec<Problem> = blank.filter(|blank| !told(blank)).cloned().collect();
                problems.extend(blank);
                Error::Invalid(problems)
            }
            error => error,
        }
    }

    /// What the rules say of a record that is not refused, with its cells.
    fn judged(&self, read: &Read, renderer: &Renderer) -> Result<Vec<Problem>> {
        let mut problems = renderer.check_rules(&read.record);
        for problem in &mut problems {
            self.mapping.locate(&self.row, &read.filled, problem);
        }
        let is_wrong = |problem: &Problem| problem.severity == Severity::Error;
        if problems.iter().any(is_wrong) {
            problems.retain(is_wrong);
            return Err(Error::Invalid(problems));
        }
        Ok(problems)
    }

    /// Reads what was filled; tells all that is wrong with the row at once.
    fn read(&self, mut filled: Filled, renderer: &Renderer) -> Result<Read> {
        let mut problems = std::mem::take(&mut filled.problems);
        self.mapping.kind.name_fields(&mut problems);
        let is_wrong = problems.iter().any(|problem| problem.severity == Severity::Error);
        let mut more = match self.mapping.kind.read(filled.record.clone()) {
            Ok(record) if !is_wrong => {
                return Ok(Read { record, filled, warnings: problems, told: Vec::new() });
            }
            Ok(record) => renderer.check_rules(&record),
            Err(Error::Shape(problems) | Error::Invalid(problems)) => {
                let rest = renderer.beside(&self.mapping.kind, &filled.record, &problems);
                [problems, rest].concat()
            }
            Err(error) => return Err(error),
        };
        more.retain(|problem| problem.severity == Severity::Error && !filled.follows(&problem.path));
        for problem in &mut more {
            self.mapping.locate(&self.row, &filled, problem);
        }
        problems.extend(more);
        Err(Error::Invalid(problems))
    }

    /// Tells where a total or a rating that somebody wrote is another than the scores come to.
    fn compare(&self, filled: &Filled, renderer: &Renderer) -> Vec<Problem> {
        let mut problems = Vec::new();
        let text = |pointer: &str| filled.record.pointer(pointer).and_then(Value::as_str);
        let scores = filled.record.get("rows").and_then(Value::as_array).into_iter().flatten();
        let scores =
            scores.filter_map(|row| serde_json::from_value::<Decimal>(row.get("self_score")?.clone()).ok());
        let set = text("/criteria_set").and_then(|id| renderer.criteria.get(id));
        let Some(standing) = set.and_then(|set| set.standing(scores)) else { return Vec::new() };
        let cell = |column: Option<usize>| {
            let column = column?;
            let cell = self.row.cells.get(column).filter(|cell| !cell.is_empty())?;
            Some((self.mapping.spot(&self.row, column), cell))
        };
        let mut tell = |code, spot, message| {
            problems.push(problem(Severity::Warning, code, Path::at("rows"), spot, message));
        };
        let total = standing.total;
        if let Some((spot, cell)) = cell(self.mapping.total) {
            let sum: f64 = total.to_string().replace(',', ".").parse().unwrap_or_default();
            if cell.as_number().is_none_or(|said| (said - sum).abs() > 1e-6) {
                tell("table.total", spot, format!("điểm các tiêu chí cộng lại là {total}; phiếu in {total}"));
            }
        }
        if let Some(rating) = standing.rating.map(|rating| rating.name.as_str())
            && let Some((spot, cell)) = cell(self.mapping.rating)
            && cell.shown().to_lowercase() != rating.to_lowercase()
        {
            tell("table.rating", spot, format!("{total} điểm là {rating}; phiếu in {rating}"));
        }
        problems
    }
}
