//! Merged ranges: only their first cell is shown.

use super::{Merged, SheetRow};

/// The most steps: rows and cells under merged ranges.
const STEPS: usize = 20_000_000;

/// Takes out what stands under a merged range beside its first cell.
pub(super) fn empty(rows: &mut [SheetRow], merged: &[Merged]) -> Result<(), String> {
    let mut steps = 0_usize;
    for range in merged {
        let first = rows.partition_point(|row| row.number <= range.start.0);
        let last = rows.partition_point(|row| row.number <= range.end.0 + 1);
        for row in rows.get_mut(first..last).into_iter().flatten() {
            let columns = range.start.1..=range.end.1;
            let begun = row.cells.partition_point(|(column, _)| *column < range.start.1);
            let end =
                row.cells.partition_point(|(column, _)| columns.contains(column) || *column < range.start.1);
            let is_first = row.number == range.start.0 + 1
                && row.cells.get(begun).is_some_and(|(column, _)| *column == range.start.1);
            let begun = begun + usize::from(is_first);
            steps += 1;
            if begun < end {
                steps += row.cells.len();
                row.cells.drain(begun..end);
            }
            if steps > STEPS {
                return Err("trang có quá nhiều ô gộp chồng lên nhau: bỏ gộp rồi chạy lại".to_owned());
            }
        }
    }
    Ok(())
}
