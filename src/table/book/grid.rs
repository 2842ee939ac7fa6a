//! Cells in rows, as they come, within bounds.

use super::filter::Filter;
use super::{Hidden, Merged, SheetRow, a1, covered};
use crate::table::cell::Cell;

/// The most cells that hold something.
const CELLS: usize = 1_000_000;

/// The most bytes of their texts.
const TEXT: usize = 64 * 1024 * 1024;

/// The most bytes that rows, cells and texts take in memory.
const WEIGHT: usize = 128 * 1024 * 1024;

/// No office's table is wider than this.
const FAR_COLUMN: usize = 1_024;

/// Rows below a gap as large as this belong to no table.
const GAP: usize = 1_000;

/// The most cells that are named for standing too far away.
const NAMED: usize = 100;

/// The most merged ranges.
const MERGED: usize = 100_000;

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(in crate::table) struct Grid {
    rows: Vec<SheetRow>,
    /// The row that is being read.
    row: SheetRow,
    merged: Vec<Merged>,
    cells: usize,
    text: usize,
    weight: usize,
}

/// Rows, merged ranges, and names of the cells that stand too far away.
pub(in crate::table) type Read = (Vec<SheetRow>, Vec<Merged>, Vec<String>);

impl Grid {
    /// Begins a row; number from 1.
    pub(in crate::table) fn begin(&mut self, number: usize, hidden: Option<Hidden>) {
        self.end();
        self.row.number = number;
        self.row.hidden = hidden;
    }

    /// The row that is being read.
    pub(in crate::table) fn number(&self) -> usize {
        self.row.number
    }

    /// Puts a cell in the row, column from 0.
    pub(in crate::table) fn put(&mut self, column: usize, cell: Cell) -> Result<(), String> {
        let text = match &cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) | Cell::Broken(text) => text.len(),
            Cell::Number { shown, .. } | Cell::Date { shown, .. } => shown.len(),
            Cell::Truth(_) | Cell::Unset | Cell::Shared(_) => 0,
        };
        self.room(1, text)?;
        self.row.cells.push((column, cell));
        Ok(())
    }

    /// Counts cells, and the bytes of all their texts.
    fn room(&mut self, cells: usize, text: usize) -> Result<(), String> {
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text);
        self.weight = self
            .weight
            .saturating_add(cells.saturating_mul(size_of::<(usize, Cell)>() + 24))
            .saturating_add(text);
        if self.cells > CELLS {
            return Err("bảng có hơn 1.000.000 ô: chia thành nhiều tệp rồi chạy lại".to_owned());
        }
        if self.text > TEXT || self.weight > WEIGHT {
            return Err("bảng có quá nhiều dữ liệu (hơn 64 MB): chia thành nhiều tệp rồi chạy lại".to_owned());
        }
        Ok(())
    }

    /// Ends the row; one that holds nothing is none.
    pub(in crate::table) fn end(&mut self) {
        if self.row.cells.is_empty() {
            return;
        }
        self.weight += size_of::<SheetRow>() + 16;
        // What grew has room to spare: a row keeps what it needs.
        let mut cells = Vec::with_capacity(self.row.cells.len());
        cells.append(&mut self.row.cells);
        self.rows.push(SheetRow { cells, ..self.row });
    }

    /// Repeats the row that ended last, as the next ones.
    pub(in crate::table) fn repeat(&mut self, times: usize) -> Result<(), String> {
        if self.row.cells.is_empty() {
            return Ok(());
        }
        let text = self.row.cells.iter().map(|(_, cell)| cell.shown().len()).sum::<usize>();
        self.room(times.saturating_mul(self.row.cells.len()), times.saturating_mul(text))?;
        let row = self.row.clone();
        for _ in 0..times {
            self.end();
            self.row = SheetRow { number: self.row.number + 1, ..row.clone() };
            if self.weight > WEIGHT {
                return self.room(0, TEXT + 1);
            }
        }
        Ok(())
    }

    pub(in crate::table) fn merge(&mut self, merged: Merged) -> Result<(), String> {
        if self.merged.len() == MERGED {
            return Err("trang có hơn 100.000 vùng ô gộp: bỏ gộp rồi chạy lại".to_owned());
        }
        if merged.start != merged.end {
            self.merged.push(merged);
        }
        Ok(())
    }

    /// The rows in their order, with nothing under merged cells, and what hides them.
    pub(in crate::table) fn finish(mut self, filters: &[Filter]) -> Result<Read, String> {
        self.end();
        let mut rows = self.rows;
        if !rows.is_sorted_by(|before, after| before.number < after.number) {
            rows.sort_by_key(|row| row.number);
            // What stands in one row in two pieces.
            rows.dedup_by(|after, before| {
                let same = after.number == before.number;
                if same {
                    before.cells.append(&mut after.cells);
                    before.hidden = before.hidden.or(after.hidden);
                }
                same
            });
        }
        for row in &mut rows {
            if !row.cells.is_sorted_by(|before, after| before.0 < after.0) {
                row.cells.sort_by_key(|(column, _)| *column);
                // The later of two is the one that stands.
                row.cells.dedup_by(|after, before| {
                    let same = after.0 == before.0;
                    if same {
                        std::mem::swap(after, before);
                    }
                    same
                });
            }
        }
        covered::empty(&mut rows, &self.merged)?;
        for row in rows.iter_mut().filter(|row| row.hidden.is_some()) {
            // What a program says of a row counts where its filter is not known.
            let said =
                row.hidden == Some(Hidden::Filtered) && !filters.iter().any(|filter| filter.is_over(row));
            row.hidden = Some(if said || filters.iter().any(|filter| filter.hides(row)) {
                Hidden::Filtered
            } else {
                Hidden::ByHand
            });
        }
        let outside = outside(&mut rows);
        Ok((rows, self.merged, outside))
    }
}

/// Takes out the cells that stand too far away, and names them.
fn outside(rows: &mut Vec<SheetRow>) -> Vec<String> {
    let mut named = Vec::new();
    let mut more = 0_usize;
    let mut name = |row: usize, column: usize| {
        if named.len() < NAMED {
            named.push(a1::name((row.saturating_sub(1), column)));
        } else {
            more += 1;
        }
    };
    let mut last = rows.first().map_or(0, |row| row.number);
    let mut far = false;
    rows.retain_mut(|row| {
        let number = row.number;
        far |= number.saturating_sub(last) > GAP;
        row.cells.retain(|(column, _)| {
            let out = far || *column >= FAR_COLUMN;
            if out {
                name(number, *column);
            }
            !out
        });
        if !row.cells.is_empty() {
            last = number;
        }
        !row.cells.is_empty()
    });
    if more > 0 {
        named.push(format!("{more} ô khác"));
    }
    named
}
