//! Rows and cells of tables.

use super::{CELLS, Open, Walk, number};
use crate::collect::body::Cell;
use crate::opc::{Damage, Tag};

impl Walk<'_> {
    pub(super) fn skip_row(&mut self) {
        if let Some(row) = self.open.iter().rposition(|open| *open == Open::Row) {
            for open in &mut self.open[row..] {
                *open = Open::Skipped;
            }
        }
    }

    pub(super) fn pass(&mut self, columns: usize) {
        if let Some((_, _, column)) = self.tables.last_mut() {
            *column += columns.min(1_000);
        }
    }

    pub(super) fn cell(&mut self) -> Result<Open, Damage> {
        if self.body.cells.len() >= CELLS {
            return Err(Damage::TooLarge);
        }
        let (table, row, column) = self.tables.last_mut().map_or((0, 0, 0), |(table, row, column)| {
            *column += 1;
            (*table, row.saturating_sub(1), *column - 1)
        });
        self.cells.push(self.body.cells.len());
        self.body.cells.push(Cell { table, row, column, span: 1, continues: false });
        Ok(Open::Cell)
    }

    pub(super) fn merge(&mut self, tag: &Tag<'_>) {
        let more = number(tag).clamp(1, 1_000) - 1;
        let Some(cell) = self.cells.last().and_then(|cell| self.body.cells.get_mut(*cell)) else { return };
        match tag.name {
            "gridSpan" => {
                cell.span += more;
                self.pass(more);
            }
            _ => cell.continues |= tag.get("val").is_none_or(|val| val != "restart"),
        }
    }
}
