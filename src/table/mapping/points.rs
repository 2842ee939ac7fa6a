//! The points of a row, and the reasons where some are missing.

use serde_json::Value;

use super::fill::Filling;
use super::reasons;
use crate::error::Severity;
use crate::path::Path;
use crate::scoring::{CriteriaSet, CriteriaSets, Decimal, SessionVariant};
use crate::table::cell::{Cell, Wanted};
use crate::table::place;

impl<'a> Filling<'a> {
    /// A line for each criterion that has points, and the reasons where they are missing.
    pub(super) fn scores(&mut self, criteria: &CriteriaSets) {
        let mut line = 0;
        for (index, criterion) in &self.fitted.scores {
            if self.row.cells.get(*index).is_none_or(Cell::is_empty) {
                continue;
            }
            let at = Path::at("rows").index(line);
            place::set(&mut self.record, &at.field("criterion"), criterion.clone().into());
            place::set(&mut self.origin, &at.field("criterion"), (*index).into());
            self.cell(*index, &at.field("self_score"), Wanted::Number);
            line += 1;
        }
        let set = self.record.get("criteria_set").and_then(Value::as_str).and_then(|id| criteria.get(id));
        let Some(set) = set else { return };
        let blank = if line > 0 { self.unscored(set, line) } else { Vec::new() };
        if let Some(index) = self.fitted.reasons {
            self.reasons(index, set, &blank);
        }
    }

    /// Cells without points where others of the row have some, which are in so many lines; gives their criteria.
    fn unscored(&mut self, set: &CriteriaSet, lines: usize) -> Vec<&'a str> {
        let (fitted, row, variant) = (self.fitted, self.row, self.variant());
        let is_due = |id: &str| set.line(id, variant).is_some_and(|line| line.max > Decimal::ZERO);
        let blank =
            fitted.scores.iter().filter(|(index, _)| row.cells.get(*index).is_none_or(Cell::is_empty));
        let at = Path::at("rows").index(lines).field("self_score");
        let blank: Vec<&'a (usize, String)> = blank.filter(|(_, id)| is_due(id)).collect();
        for (index, id) in &blank {
            let said = format!("tiêu chí {id} chưa có điểm; hãy ghi điểm vào ô này, kể cả 0");
            self.tell(Severity::Error, "rows.half_filled", Path::at("rows"), *index, said);
            // That the form is half filled in is told.
            self.failed.push(at.clone());
        }
        blank.iter().map(|(_, id)| id.as_str()).collect()
    }

    fn variant(&self) -> SessionVariant {
        let variant = self.record.pointer("/session/variant").cloned().unwrap_or_default();
        serde_json::from_value(variant).unwrap_or(SessionVariant::Regular)
    }

    /// Gives each line that lost points its reason. One without a number is that of the one line that lost some.
    fn reasons(&mut self, index: usize, set: &CriteriaSet, blank: &[&str]) {
        let variant = self.variant();
        let lines: Vec<(usize, String)> = self.lines();
        let lost: Vec<(usize, String)> =
            lines.iter().filter(|(line, id)| self.lost(set, variant, *line, id)).cloned().collect();
        for (line, _) in &lost {
            // Where a reason is missing, it is missing in this cell.
            place::set(&mut self.origin, &Path::at("rows").index(*line).field("note"), index.into());
        }
        let Some(cell) = self.row.cells.get(index).filter(|cell| !cell.is_empty()) else { return };
        let text = match cell.value(Wanted::Text, self.fitted.epoch_1904) {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(reason) => return self.unread(index, &Path::at("rows"), reason.into_owned()),
        };
        let (said, alone) = reasons::split(&text, &|id| set.line(id, variant).is_some());
        for (id, reason) in said {
            match lines.iter().find(|(_, known)| *known == id) {
                Some((line, _)) => self.note(*line, index, &reason),
                // That it has no points is told.
                None if blank.contains(&id.as_str()) => {}
                None if set.line(&id, variant).is_none() => {
                    let said = format!(
                        "có lý do của mục {id}, mà bộ tiêu chí không có mục này; hãy ghi đúng số của mục"
                    );
                    self.tell(Severity::Error, "table.reason_unclear", Path::at("rows"), index, said);
                }
                None => {
                    let said = format!(
                        "có lý do của mục {id}, mà mục này không có điểm; bỏ đi, hoặc ghi điểm của mục {id}"
                    );
                    self.tell(Severity::Error, "table.reason_unclear", Path::at("rows"), index, said);
                }
            }
        }
        if alone.is_empty() {
            return;
        }
        let open: Vec<&(usize, String)> = lost.iter().filter(|(line, _)| !self.has_note(*line)).collect();
        match open[..] {
            [(line, _)] => self.note(*line, index, &alone),
            [] => {
                let said = "không phải lý do của mục nào bị trừ điểm; không in vào phiếu".to_owned();
                self.tell(Severity::Warning, "table.reason_unused", Path::at("rows"), index, said);
            }
            _ => {
                let ids: Vec<&str> = open.iter().map(|(_, id)| id.as_str()).collect();
                let said = format!(
                    "chưa rõ là lý do của mục nào, vì các mục {} đều bị trừ điểm; ghi số mục trước lý do, ví dụ “{}: {alone}”",
                    ids.join(", "),
                    ids.first().unwrap_or(&"")
                );
                self.tell(Severity::Error, "table.reason_unclear", Path::at("rows"), index, said);
                self.failed.extend(lost.iter().map(|(line, _)| Path::at("rows").index(*line).field("note")));
            }
        }
    }

    /// The lines of the record, with their criteria.
    fn lines(&self) -> Vec<(usize, String)> {
        let rows = self.record.get("rows").and_then(Value::as_array).into_iter().flatten().enumerate();
        rows.filter_map(|(line, row)| Some((line, row.get("criterion")?.as_str()?.to_owned()))).collect()
    }

    /// Whether a line has fewer points than the most.
    fn lost(&self, set: &CriteriaSet, variant: SessionVariant, line: usize, id: &str) -> bool {
        let score = self.record.pointer(&format!("/rows/{line}/self_score")).cloned().unwrap_or_default();
        let score: Option<Decimal> = serde_json::from_value(score).ok();
        score.zip(set.line(id, variant)).is_some_and(|(score, line)| score < line.max)
    }

    fn has_note(&self, line: usize) -> bool {
        self.record.pointer(&format!("/rows/{line}/note")).is_some()
    }

    fn note(&mut self, line: usize, index: usize, reason: &str) {
        let place = Path::at("rows").index(line).field("note");
        let before = self.record.pointer(&format!("/rows/{line}/note")).and_then(Value::as_str);
        // Two reasons for one criterion are both printed.
        let reason = before.map_or_else(|| reason.to_owned(), |before| format!("{before}; {reason}"));
        place::set(&mut self.record, &place, reason.into());
        place::set(&mut self.origin, &place, index.into());
    }
}
