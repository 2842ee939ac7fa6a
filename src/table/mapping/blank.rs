//! What a row leaves blank that others fill, and criteria that no column has.

use std::collections::BTreeMap;

use super::among::Told;
use super::fit::{Column, Fitted};
use crate::path::PathStep;
use crate::scoring::{CriteriaSet, CriteriaSets, Decimal, SessionVariant};
use crate::table::cell::{Cell, Wanted};
use crate::table::header::cell_name;
use crate::table::rows::Row;
use crate::table::suggest::lines;
use crate::table::told::{Spot, listed};

/// The code of cells that are blank, and that others fill.
pub(in crate::table) const BLANK: &str = "table.blank";

impl Fitted {
    /// Rows without a score.
    pub(super) fn blank_scores(&self, rows: &[Row], told: &mut Told) {
        let columns = self.scored_columns();
        if self.places.are_within("rows") {
            return;
        }
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| !fills(row, &columns)) {
            match self.total.filter(|total| fills(row, &[*total])) {
                Some(total) => {
                    let message = "không ô điểm nào có điểm; phiếu để trống phần điểm".to_owned();
                    told.warn(index, "table.total", "rows", self.spot(row, total), message);
                }
                None if columns.is_empty() => {}
                None => {
                    let message = "các ô điểm còn trống: phiếu để trống phần điểm".to_owned();
                    told.warn(index, BLANK, "rows", self.spots(row, &columns), message);
                }
            }
        }
    }

    /// Rows without a value that most rows have: all of a group, such as the session's figures, or one.
    pub(super) fn blank_values(&self, rows: &[Row], told: &mut Told) {
        let mut groups: BTreeMap<String, Vec<&Column>> = BTreeMap::new();
        for column in &self.places.columns {
            // Where all rows make one list, each row has what an element of it has.
            let element = self.kind.is_gathered().then(|| self.element(&column.place)).flatten();
            let place = element.map_or_else(|| column.place.clone(), |(_, rest)| rest);
            let steps = place.steps();
            // What a list has, not every row has.
            if let [PathStep::Field(group), rest @ ..] = steps
                && !rest.iter().any(|step| matches!(step, PathStep::Index(_)))
            {
                groups.entry(group.to_string()).or_default().push(column);
            }
        }
        let filled = |columns: &[usize]| rows.iter().filter(|row| fills(row, columns)).count();
        let is_usual = |others: usize| others * 2 >= rows.len();
        for group in groups.values() {
            let columns: Vec<usize> = group.iter().map(|column| column.index).collect();
            let others = filled(&columns);
            let usual = group.iter().map(|column| (*column, filled(&[column.index])));
            let usual: Vec<(&Column, usize)> = usual.filter(|(_, others)| is_usual(*others)).collect();
            for (index, row) in rows.iter().enumerate() {
                if columns.len() > 1 && is_usual(others) && !fills(row, &columns) {
                    let message = format!("còn trống, mà {others} dòng khác có ghi; phiếu để trống phần này");
                    told.warn(index, BLANK, "", self.spots(row, &columns), message);
                    continue;
                }
                for (column, others) in usual.iter().filter(|(column, _)| !fills(row, &[column.index])) {
                    let what = match column.wanted {
                        Wanted::Integer | Wanted::IntegerOrWord | Wanted::Minutes => "hãy ghi số, kể cả số 0",
                        _ => "hãy ghi vào ô này",
                    };
                    let message = format!("còn trống, mà {others} dòng khác có ghi; {what}");
                    told.warn(index, BLANK, "", self.spot(row, column.index), message);
                }
            }
        }
    }

    /// What keeps every row that has scores from being a form: criteria of the set without a column, columns of criteria
    /// that the set has not. A sentence each.
    pub(in crate::table) fn unscored(&self, rows: &[Row], criteria: &CriteriaSets) -> Vec<String> {
        let said = |name: &str| self.constant(name).and_then(|value| value.as_str().map(str::to_owned));
        let set = said("criteria_set").and_then(|id| criteria.get(&id));
        let variant = self.constant("session.variant").cloned().unwrap_or_default();
        let (Some(set), Ok(variant)) = (set, serde_json::from_value::<SessionVariant>(variant)) else {
            return Vec::new();
        };
        if !rows.iter().any(|row| fills(row, &self.scored_columns())) {
            return Vec::new();
        }
        let has = |id: &str| self.scores.iter().any(|(_, known)| known == id);
        let lines = set.lines(variant).filter(|line| line.max > Decimal::ZERO && !has(line.id));
        let lost: Vec<String> = lines.map(|line| titled(set, line.id)).collect();
        let strange = self.scores.iter().filter(|(_, id)| set.line(id, variant).is_none());
        let strange: Vec<String> = strange.map(|(column, _)| self.header.column(*column)).collect();
        let mut wrong = Vec::new();
        if !lost.is_empty() {
            wrong.push(format!(
                "bảng không có cột điểm của tiêu chí {}, mà bộ tiêu chí “{}” có; hãy thêm cột vào giữa các cột điểm, ghi số của tiêu chí làm tên cột",
                listed(&lost, "tiêu chí"),
                set.id
            ));
        }
        if !strange.is_empty() {
            wrong.push(format!(
                "{} không phải là tiêu chí của bộ tiêu chí “{}”; hãy sửa tên cột, thêm cột vào ignore, hoặc ghi đúng mã của bộ tiêu chí vào criteria_set",
                listed(&strange, "cột"),
                set.id
            ));
        }
        wrong
    }

    /// The cells of a row; of many blank ones the first stands for all.
    fn spots(&self, row: &Row, columns: &[usize]) -> Spot {
        let first = columns.first().map(|column| self.table_cell(row, *column));
        Spot { said: cells(row, columns), cells: first.into_iter().collect() }
    }

    /// The columns of scores.
    fn scored_columns(&self) -> Vec<usize> {
        self.scores.iter().map(|(column, _)| *column).collect()
    }
}

/// A criterion with its title: `4.5 (Đảng viên tham gia phát biểu)`.
fn titled(set: &CriteriaSet, id: &str) -> String {
    match lines(set).find(|(known, _)| *known == id) {
        Some((_, title)) => format!("{id} ({title})"),
        None => id.to_owned(),
    }
}

/// Whether a row has something in one of these columns.
pub(super) fn fills(row: &Row, columns: &[usize]) -> bool {
    columns.iter().any(|column| row.cells.get(*column).is_some_and(|cell: &Cell| !cell.is_empty()))
}

/// The cells of a row: `ô F7–N7, P7`.
fn cells(row: &Row, columns: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for column in columns {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *column => *last = *column,
            _ => spans.push((*column, *column)),
        }
    }
    let span = |(first, last): &(usize, usize)| match cell_name(*first, row.number) {
        name if first == last => name,
        name => format!("{name}–{}", cell_name(*last, row.number)),
    };
    format!("ô {}", spans.iter().map(span).collect::<Vec<_>>().join(", "))
}
