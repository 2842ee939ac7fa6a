//! What is to be told of a row beside the others of its table: what it alone leaves blank (`blank.rs`), its month, a row
//! that comes again.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fit::Fitted;
use crate::error::{Problem, Severity};
use crate::path::Path;
use crate::table::place;
use crate::table::rows::Row;
use crate::table::told::{Spot, problem};

/// Warnings, each with the place of its row.
pub(super) struct Told(Vec<Vec<Problem>>);

impl Told {
    pub(super) fn warn(
        &mut self,
        row: usize,
        code: &'static str,
        path: &'static str,
        spot: Spot,
        message: String,
    ) {
        if let Some(told) = self.0.get_mut(row) {
            told.push(problem(Severity::Warning, code, Path::at(path), spot, message));
        }
    }
}

impl Fitted {
    /// What is to be told of each of these rows.
    pub(in crate::table) fn among(&self, rows: &[Row]) -> Vec<Vec<Problem>> {
        let mut told = Told(vec![Vec::new(); rows.len()]);
        self.blank_scores(rows, &mut told);
        self.blank_values(rows, &mut told);
        if self.is_form() {
            self.months(rows, &mut told);
            self.again(rows, &mut told);
        }
        told.0
    }

    /// Where nothing says the month, the sessions that are of another than most.
    fn months(&self, rows: &[Row], told: &mut Told) {
        let Some(column) = self.months_by_session() else { return };
        let month = |row: &Row| {
            let held = self.held(row)?;
            Some((held.get("year")?.as_u64()?, held.get("month")?.as_u64()?))
        };
        let months: Vec<Option<(u64, u64)>> = rows.iter().map(month).collect();
        let count = |month| months.iter().flatten().filter(|known| **known == month).count();
        // Of months that come equally often, the one that comes first.
        let Some(most) = months.iter().flatten().copied().rev().max_by_key(|month| count(*month)) else {
            return;
        };
        let others = count(most);
        for (index, (row, month)) in rows.iter().zip(&months).enumerate() {
            if let Some((year, month)) = month.filter(|month| *month != most) {
                let message = format!(
                    "họp tháng {month}/{year}, mà {others} dòng khác họp tháng {}/{}; phiếu ghi tháng {month}/{year}",
                    most.1, most.0
                );
                told.warn(index, "table.other_month", "held", self.spot(row, column), message);
            }
        }
    }

    /// Rows of a chi bộ and a day that a row above has.
    fn again(&self, rows: &[Row], told: &mut Told) {
        let Some(column) = self.held_column() else { return };
        let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            let (label, Some(held)) = (self.label(row).to_lowercase(), self.held(row)) else { continue };
            if label.is_empty() {
                continue;
            }
            let first = *known.entry((label, held.to_string())).or_insert(row.number);
            if first != row.number {
                let message = format!("trùng chi bộ và ngày họp với dòng {first}");
                told.warn(index, "table.row_again", "held", self.spot(row, column), message);
            }
        }
    }

    /// The column of the sessions' days where forms have their months from them: nothing else says a month.
    pub(in crate::table) fn months_by_session(&self) -> Option<usize> {
        self.held_column().filter(|_| self.is_form() && !self.places.are_within("period"))
    }

    /// The month that all records are of, whatever says it.
    pub(in crate::table) fn month(&self) -> Option<(u32, i32)> {
        let mut record = Value::Null;
        for (place, value) in &self.places.constants {
            place::set(&mut record, place, value.clone());
        }
        let figure = |name: &str| record.pointer(name).and_then(Value::as_i64);
        let (month, year) = figure("/period/month").zip(figure("/period/year"))?;
        Some((u32::try_from(month).ok()?, i32::try_from(year).ok()?))
    }

    fn held_column(&self) -> Option<usize> {
        let held = Path::at("held");
        self.places.columns.iter().find(|column| column.place == held).map(|column| column.index)
    }

    /// The day of a row's session, where it can be read.
    fn held(&self, row: &Row) -> Option<Value> {
        let held = Path::at("held");
        let column = self.places.columns.iter().find(|column| column.place == held)?;
        let cell = row.cells.get(column.index).filter(|cell| !cell.is_empty())?;
        cell.value(column.wanted, self.epoch_1904).ok()
    }
}
