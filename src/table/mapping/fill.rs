//! A row of a table as a record.

use serde_json::{Value, json};

use super::fit::{Fitted, Places};
use super::remedy;
use crate::error::{Problem, Severity, TableCell};
use crate::path::Path;
use crate::scoring::CriteriaSets;
use crate::table::cell::{Cell, Wanted};
use crate::table::extent;
use crate::table::header::cell_name;
use crate::table::place::{self, close_gaps};
use crate::table::rows::{Row, letters};
use crate::table::told::{Spot, problem};

/// A row as a record, which column each of its values comes from, and which cells cannot be read.
#[derive(Debug)]
pub(in crate::table) struct Filled {
    /// The record's JSON.
    pub(in crate::table) record: Value,
    /// The same tree; instead of a value the number of its column.
    origin: Value,
    /// Every cell that cannot be read.
    pub(in crate::table) problems: Vec<Problem>,
    /// The column of each of them.
    pub(in crate::table) cells: Vec<usize>,
    /// The places of those cells.
    failed: Vec<Path>,
}

impl Fitted {
    /// The record of a row.
    pub(in crate::table) fn fill(&self, row: &Row, criteria: &CriteriaSets) -> Filled {
        let mut filling = Filling::new(self, row);
        filling.nameless();
        filling.places(&self.places);
        filling.period();
        match self.blank {
            true => filling.left_open(),
            false => filling.scores(criteria),
        }
        filling.finish()
    }

    /// The superior's form of a row, from the chi bộ's own, where it is made too.
    pub(in crate::table) fn fill_superior(&self, row: &Row, own: &Value) -> Option<Filled> {
        let (places, scored) = (self.superior.as_ref()?, self.kind.scored()?);
        let mut filling = Filling::new(self, row);
        filling.record = own.clone();
        if let Some(record) = filling.record.as_object_mut() {
            record.retain(|name, _| !scored.dropped.contains(&name.as_str()));
            let branch = own.pointer("/issuer/name").cloned();
            record.extend(
                scored.superior.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))),
            );
            record.remove("issuer");
            record.extend(branch.map(|branch| ("branch".to_owned(), branch)));
        }
        filling.places(places);
        Some(filling.finish())
    }

    /// Whether who fills the form in says what stands at a place.
    fn leaves_open(&self, place: &Path) -> bool {
        self.blank && self.kind.scored().is_some_and(|scored| scored.leaves_open(place))
    }

    /// Whether the superior's form is made of a row too.
    pub(in crate::table) fn makes_superior(&self) -> bool {
        self.superior.is_some()
    }

    /// What begins the names of a row's files.
    pub(in crate::table) fn prefix(&self, row: &Row) -> Option<String> {
        let cell = row.cells.get(self.prefix?)?;
        (!cell.is_empty()).then(|| cell.shown())
    }

    /// What a row is about: the office that it names, else its first words.
    pub(in crate::table) fn label(&self, row: &Row) -> String {
        let about = self.kind.about().map(Path::from);
        let branch = self.places.columns.iter().find(|column| {
            let name = column.place.to_string();
            about.as_ref().map_or_else(
                || name == "issuer.name" || name.ends_with("branch"),
                |about| column.place == *about,
            )
        });
        match branch {
            Some(column) => {
                row.cells.get(column.index).map_or_else(String::new, |cell| super::normal(&cell.shown()))
            }
            None => extent::label(row.cells.iter()),
        }
    }

    /// Says of a problem in which cell it is, where it is in one, and what to do there; gives the cell's column.
    pub(in crate::table) fn locate(
        &self,
        row: &Row,
        filled: &Filled,
        problem: &mut Problem,
    ) -> Option<usize> {
        // Who has a sheet never sees JSON.
        problem.english = None;
        let missing = problem.code == "shape.missing_field";
        let by_place = |columns: &Places| {
            let mut columns = columns.columns.iter();
            columns.find(|column| column.place == problem.path).map(|column| column.index)
        };
        // A list or a group of which every cell is empty is missing as a whole.
        let inside = |columns: &Places| {
            let mut columns = columns.columns.iter().filter(|_| missing);
            columns.find(|column| column.place.starts_with(&problem.path)).map(|column| column.index)
        };
        let known = filled.column(&problem.path).or_else(|| by_place(&self.places));
        let Some(index) = known.or_else(|| inside(&self.places)) else {
            // Paths are of JSON: the office reads what the field is called.
            problem.place = Some(String::new());
            remedy::in_mapping(problem);
            return None;
        };
        let Spot { said, cells } = self.spot(row, index);
        (problem.place, problem.cells) = (Some(said), cells);
        if missing && row.cells.get(index).is_none_or(Cell::is_empty) {
            problem.message = "chưa ghi; hãy ghi vào ô này".to_owned();
            problem.in_form = None;
        }
        remedy::in_cell(problem);
        Some(index)
    }

    /// The cells of a column, and what they show: `cột “Số”, ô B7 “x”, B9 “y”`.
    pub(in crate::table) fn cells_place(&self, rows: &[&Row], index: usize) -> String {
        let cell = |row: &&Row| {
            let at = cell_name(index, row.number);
            match row.cells.get(index).map(Cell::shown).filter(|shown| !shown.is_empty()) {
                Some(shown) => format!("{at} “{shown}”"),
                None => at,
            }
        };
        let cells: Vec<String> = rows.iter().map(cell).collect();
        let name = self.header.names().get(index).filter(|name| !name.is_empty());
        let name = name.map_or_else(String::new, |name| format!("cột “{name}”, "));
        format!("{name}ô {}", cells.join(", "))
    }

    /// The cell of a column, as a sentence says it and as parts.
    pub(in crate::table) fn spot(&self, row: &Row, index: usize) -> Spot {
        Spot { said: self.cell_place(row, index), cells: vec![self.table_cell(row, index)] }
    }

    /// The cell of a column.
    pub(in crate::table) fn table_cell(&self, row: &Row, index: usize) -> TableCell {
        TableCell {
            sheet: self.sheet.clone(),
            reference: cell_name(index, row.number),
            letters: letters(index),
            column: self.header.names().get(index).cloned().unwrap_or_default(),
            row: row.number,
            about: self.label(row),
            value: row.cells.get(index).map(Cell::shown).unwrap_or_default(),
        }
    }

    /// The cell of a column, and what it shows: `cột “Số” (B7), “x”`.
    pub(in crate::table) fn cell_place(&self, row: &Row, index: usize) -> String {
        let at = self.header.cell(index, row.number);
        match row.cells.get(index).map(Cell::shown).filter(|shown| !shown.is_empty()) {
            Some(shown) => format!("{at}, “{shown}”"),
            None => at,
        }
    }
}

/// A record that is being filled.
pub(super) struct Filling<'a> {
    pub(super) fitted: &'a Fitted,
    pub(super) row: &'a Row,
    pub(super) record: Value,
    pub(super) origin: Value,
    problems: Vec<Problem>,
    cells: Vec<usize>,
    pub(super) failed: Vec<Path>,
}

impl<'a> Filling<'a> {
    fn new(fitted: &'a Fitted, row: &'a Row) -> Filling<'a> {
        let (record, origin) = (json!({}), json!({}));
        Filling { fitted, row, record, origin, problems: Vec::new(), cells: Vec::new(), failed: Vec::new() }
    }

    fn finish(mut self) -> Filled {
        close_gaps(&mut self.record);
        close_gaps(&mut self.origin);
        Filled {
            record: self.record,
            origin: self.origin,
            problems: self.problems,
            cells: self.cells,
            failed: self.failed,
        }
    }

    /// Cells of columns that have no name.
    fn nameless(&mut self) {
        let row = self.row;
        let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        for (index, _) in cells {
            let is_nameless = self.fitted.header.names().get(index).is_none_or(String::is_empty);
            if is_nameless && !self.fitted.known.contains(&index) {
                self.tell(
                    Severity::Error,
                    "table.no_column",
                    Path::root(),
                    index,
                    format!(
                        "cột không có tên; hãy xoá ô này, ghi tên cột, hoặc thêm \"cột {}\" vào ignore",
                        letters(index)
                    ),
                );
            }
        }
    }

    fn places(&mut self, places: &Places) {
        for (place, value) in &places.constants {
            place::set(&mut self.record, place, value.clone());
            place::set(&mut self.origin, place, Value::Bool(true));
        }
        for column in &places.columns {
            if !self.fitted.leaves_open(&column.place) && !self.few(column) && !self.list(column, places) {
                self.cell(column.index, &column.place, column.wanted);
            }
        }
    }

    /// The day of a form that is filled in later: of its month.
    fn left_open(&mut self) {
        if let Some(period) = self.record.get("period").filter(|_| self.fitted.is_form()).cloned() {
            let date = json!({"day": "by_hand", "month": period["month"], "year": period["year"]});
            place::set(&mut self.record, &Path::at("date"), date);
        }
    }

    /// A form of which the table says no month is of the month of its session; a session of a list is of the month of
    /// its day, else of the list's.
    fn period(&mut self) {
        if self.fitted.gathers() {
            return self.session_months();
        }
        if !self.fitted.is_form() || self.record.get("period").is_some() {
            return;
        }
        // That the day could not be read is told.
        if self.failed.iter().any(|failed| failed.starts_with(&Path::at("held"))) {
            self.failed.push(Path::at("period"));
        } else if let Some(held) = self.record.get("held").cloned() {
            let month = json!({"month": held["month"], "year": held["year"]});
            place::set(&mut self.record, &Path::at("period"), month);
        }
    }

    fn session_months(&mut self) {
        let month = self.record.pointer("/period/month").cloned();
        let rows = self.record.get_mut("rows").and_then(Value::as_array_mut).into_iter().flatten();
        let sessions = rows.filter_map(|row| row.get_mut("sessions")?.as_array_mut()).flatten();
        for session in sessions.filter_map(Value::as_object_mut) {
            let held = session.get("held").and_then(|held| held.get("month")).cloned();
            if let Some(month) = held.or_else(|| month.clone()).filter(|_| !session.contains_key("month")) {
                session.insert("month".to_owned(), month);
            }
        }
    }

    /// Puts the value of a cell in its place.
    pub(super) fn cell(&mut self, index: usize, place: &Path, wanted: Wanted) {
        let Some(cell) = self.row.cells.get(index).filter(|cell| !cell.is_empty()) else {
            if place::is_cell(place) {
                place::set(&mut self.record, place, Value::Null);
                place::set(&mut self.origin, place, Value::Null);
            }
            return;
        };
        match cell.value(wanted, self.fitted.epoch_1904) {
            Ok(value) => {
                place::set(&mut self.record, place, value);
                place::set(&mut self.origin, place, index.into());
            }
            Err(reason) => self.unread(index, place, remedy::of_cell(wanted, &reason)),
        }
    }

    pub(super) fn unread(&mut self, index: usize, place: &Path, said: String) {
        self.tell(Severity::Error, "table.value", place.clone(), index, said);
        self.failed.push(place.clone());
    }

    /// Notes what is wrong with a cell.
    pub(super) fn tell(
        &mut self,
        severity: Severity,
        code: &'static str,
        path: Path,
        index: usize,
        message: String,
    ) {
        let spot = self.fitted.spot(self.row, index);
        self.cells.push(index);
        self.problems.push(problem(severity, code, path, spot, message));
    }
}

impl Filled {
    /// The column that a value, or what it is part of, comes from.
    fn column(&self, place: &Path) -> Option<usize> {
        let mut here = &self.origin;
        for step in place.steps() {
            if here.is_number() {
                break;
            }
            here = place::inner(here, step)?;
        }
        usize::try_from(here.as_u64()?).ok()
    }

    /// Whether a problem follows from a cell that could not be read.
    pub(in crate::table) fn follows(&self, place: &Path) -> bool {
        self.failed.iter().any(|failed| failed.starts_with(place) || place.starts_with(failed))
    }
}
