//! The one record of all rows of a table, its problems told with all their cells.

use std::sync::Arc;

use serde_json::Value;

use super::mapping::{Filled, Fitted, in_mapping};
use super::rows::Row;
use crate::document::Document;
use crate::error::{Error, Problem, Result, Severity};
use crate::kinds::AnyRecord;
use crate::path::Path;
use crate::renderer::Renderer;

/// Rows that make one list.
#[derive(Debug)]
pub(super) struct List {
    pub(super) rows: Vec<Row>,
    pub(super) mapping: Arc<Fitted>,
}

/// What was filled of the rows.
#[derive(Debug)]
pub(super) struct Rows {
    filled: Vec<Filled>,
    /// Of each element of the list, its row and which of the row's own it is.
    elements: Vec<(usize, usize)>,
    mapping: Arc<Fitted>,
}

/// A problem with its row and, where it is in a cell, the cell's column.
type Found = (Problem, Option<(usize, Option<usize>)>);

impl List {
    /// The list, and what was filled of its rows.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with cells and rows, at once.
    pub(super) fn record(&self, renderer: &Renderer) -> Result<(AnyRecord, Rows)> {
        let mut filled: Vec<Filled> =
            self.rows.iter().map(|row| self.mapping.fill(row, &renderer.criteria)).collect();
        let mut record = filled.first().map(|first| first.record.clone()).unwrap_or_default();
        let list_of = self.mapping.kind.gathers().unwrap_or_default();
        let (mut list, mut elements) = (Vec::new(), Vec::new());
        for (row, filled) in filled.iter().enumerate() {
            let own = filled.record.get(list_of).and_then(Value::as_array).into_iter().flatten();
            for (index, element) in own.enumerate() {
                list.push(element.clone());
                elements.push((row, index));
            }
        }
        record[list_of] = Value::Array(list);
        let mut found: Vec<Found> = Vec::new();
        for (row, filled) in filled.iter_mut().enumerate() {
            let cells = std::mem::take(&mut filled.cells);
            let problems = std::mem::take(&mut filled.problems).into_iter().zip(cells);
            found.extend(problems.map(|(problem, column)| (problem, Some((row, Some(column))))));
        }
        let rows = Rows { filled, elements, mapping: Arc::clone(&self.mapping) };
        let more = match self.mapping.kind.read(record.clone()) {
            Ok(record) if found.is_empty() => return Ok((record, rows)),
            Ok(record) => renderer.check_rules(&record),
            Err(Error::Shape(more) | Error::Invalid(more)) => {
                let rest = renderer.beside(&self.mapping.kind, &record, &more);
                [more, rest].concat()
            }
            Err(error) => return Err(error),
        };
        let more = more.into_iter().filter(|problem| problem.severity == Severity::Error);
        found.extend(more.filter(|problem| !rows.follow(problem)).map(|problem| self.locate(&rows, problem)));
        Err(Error::Invalid(self.told(found)))
    }

    /// Makes its document.
    ///
    /// # Errors
    /// As [`List::record`], and as [`Renderer::render`].
    pub(super) fn render(&self, renderer: &Renderer) -> Result<Document> {
        let (record, rows) = self.record(renderer)?;
        let told = |problems: Vec<Problem>| {
            self.told(problems.into_iter().map(|problem| self.locate(&rows, problem)).collect())
        };
        match renderer.render(&record) {
            Ok(mut document) => {
                document.warnings = told(document.warnings);
                if self.mapping.kind.is_gathered() {
                    document.warnings.extend(self.mapping.among(&self.rows).into_iter().flatten());
                }
                Ok(document)
            }
            Err(Error::Invalid(problems)) => Err(Error::Invalid(told(problems))),
            Err(error) => Err(error),
        }
    }

    /// Says of a problem in which row and cell it is: an element of the list is of a row of the table.
    fn locate(&self, rows: &Rows, mut problem: Problem) -> Found {
        let Some((index, path)) = rows.own(&problem.path) else {
            // A value of all rows has no cell.
            problem.place = Some(String::new());
            in_mapping(&mut problem);
            return (problem, None);
        };
        let (Some(row), Some(filled)) = (self.rows.get(index), rows.filled.get(index)) else {
            return (problem, None);
        };
        let whole = std::mem::replace(&mut problem.path, path);
        let column = self.mapping.locate(row, filled, &mut problem);
        problem.path = whole;
        (problem, Some((index, column)))
    }

    /// The problems with their places; what is wrong in the same way in more cells of a column is one, with each cell.
    fn told(&self, found: Vec<Found>) -> Vec<Problem> {
        let mut groups: Vec<(Problem, Option<Option<usize>>, Vec<usize>)> = Vec::new();
        for (problem, spot) in found {
            let column = spot.map(|(_, column)| column);
            let same = |(other, of, _): &&mut (Problem, Option<Option<usize>>, Vec<usize>)| {
                column.is_some()
                    && *of == column
                    && (other.code, other.severity, &other.message)
                        == (problem.code, problem.severity, &problem.message)
            };
            match (groups.iter_mut().find(same), spot) {
                (Some((.., rows)), Some((row, _))) => rows.push(row),
                _ => groups.push((problem, column, spot.map(|(row, _)| row).into_iter().collect())),
            }
        }
        let mut problems: Vec<Problem> = groups
            .into_iter()
            .map(|(mut problem, column, rows)| {
                if let Some(column) = column {
                    let rows: Vec<&Row> = rows.iter().filter_map(|row| self.rows.get(*row)).collect();
                    problem.place = Some(self.place(column, &rows));
                    let cells =
                        |column| rows.iter().map(|row| self.mapping.table_cell(row, column)).collect();
                    problem.cells = column.map(cells).unwrap_or_default();
                }
                problem
            })
            .collect();
        self.mapping.kind.name_fields(&mut problems);
        problems
    }

    /// `dòng 7, cột “Số” (B7), “x”`; of more rows `cột “Số”, ô B7 “x”, B9 “y”`; without a cell `dòng 7, 9`.
    fn place(&self, column: Option<usize>, rows: &[&Row]) -> String {
        match (column, rows) {
            (Some(column), [row]) => {
                format!("dòng {}, {}", row.number, self.mapping.cell_place(row, column))
            }
            (Some(column), rows) => self.mapping.cells_place(rows, column),
            (None, rows) => {
                let numbers: Vec<String> = rows.iter().map(|row| row.number.to_string()).collect();
                format!("dòng {}", numbers.join(", "))
            }
        }
    }
}

impl Rows {
    /// The row that an element of the list is of, and the place in the row's own record.
    fn own(&self, path: &Path) -> Option<(usize, Path)> {
        let (element, rest) = self.mapping.element(path)?;
        let (row, index) = *self.elements.get(element)?;
        let list = Path::at(self.mapping.kind.gathers()?.to_owned());
        Some((row, list.index(index).join(&rest)))
    }

    /// Whether a problem follows from a cell that could not be read.
    fn follow(&self, problem: &Problem) -> bool {
        match self.own(&problem.path) {
            Some((row, path)) => self.filled.get(row).is_some_and(|filled| filled.follows(&path)),
            None => self.filled.iter().any(|filled| filled.follows(&problem.path)),
        }
    }
}
