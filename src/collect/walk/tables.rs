//! Rows and cells of tables.

use super::look::{is_low, length};
use super::{CELLS, Open, Walk, number};
use crate::collect::body::Cell;
use crate::collect::marks::Mark;
use crate::opc::{Damage, Tag};

impl Walk<'_> {
    pub(super) fn row_height(&mut self, tag: &Tag<'_>) {
        let row = self.open.iter().rposition(|open| *open == Open::Row);
        let (Some(row), Some(height)) = (row, height(tag, "val")) else { return };
        self.heights.push((row, height));
        if is_low(height) {
            self.marked_in(Open::Row, Mark::Flat);
        }
    }

    /// A paragraph that begins in a cell: of a row that is just so high it is cut off where the paragraphs above it fill the
    /// row, low as they may be.
    pub(super) fn cut_off(&mut self, cell: Option<usize>) {
        const LINE: f64 = 10.0;
        let (Some(cell), Some((_, height))) = (cell, self.heights.last()) else { return };
        let above = self.body.paragraphs.iter().rev().skip(1).take_while(|above| above.cell == Some(cell));
        let lines = (height / LINE).ceil();
        // No row has more lines than a page.
        if above.take(1_000).zip(1_u16..).any(|(_, above)| f64::from(above) >= lines) {
            self.marked_within(Mark::Flat);
        }
    }

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
            _ if tag.get("val").is_some_and(|val| val == "restart") => {}
            _ => {
                cell.continues = true;
                self.marked_in(Open::Cell, Mark::Merged);
            }
        }
    }
}

/// How high something is that is just so high, in points.
pub(super) fn height(tag: &Tag<'_>, name: &str) -> Option<f64> {
    let exact = tag.get("hRule").is_some_and(|rule| rule == "exact");
    length(tag, name, 20.0).filter(|_| exact).map(|height| height / 20.0)
}

/// Whether a border is a line.
pub(super) fn is_drawn(tag: &Tag<'_>) -> bool {
    tag.get("val").is_some_and(|line| !matches!(line.as_str(), "nil" | "none"))
}
