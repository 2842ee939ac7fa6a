//! Merged cells among the rows of a table: what one says, it says of each of its rows.

use std::borrow::Cow;
use std::sync::Arc;

use super::book::{Sheet, SheetRow};
use super::cell::Cell;

/// The rows below a header, each with what merged cells say of it. A row that holds nothing of its own stays empty:
/// a record may be merged from top to bottom.
pub(super) fn rows(sheet: &Sheet, header: usize) -> Vec<Cow<'_, SheetRow>> {
    let first = sheet.rows.partition_point(|row| row.number <= header);
    let mut rows: Vec<Cow<'_, SheetRow>> = sheet.rows[first..].iter().map(Cow::Borrowed).collect();
    for merged in sheet.merged.iter().filter(|merged| merged.start.0 >= header) {
        let (number, column) = (merged.start.0 + 1, merged.start.1);
        let first = rows.partition_point(|row| row.number < number);
        let end = rows.partition_point(|row| row.number <= merged.end.0 + 1);
        let Some([anchor, others @ ..]) = rows.get_mut(first..end) else { continue };
        let Ok(index) = anchor.cells.binary_search_by_key(&column, |(known, _)| *known) else { continue };
        if others.is_empty() || anchor.number != number {
            continue;
        }
        let cell = &mut anchor.to_mut().cells[index].1;
        let shared = match &*cell {
            Cell::Shared(shared) => shared.clone(),
            cell => Arc::new(cell.clone()),
        };
        *cell = Cell::Shared(shared.clone());
        for row in others {
            if let Err(index) = row.cells.binary_search_by_key(&column, |(known, _)| *known) {
                row.to_mut().cells.insert(index, (column, Cell::Shared(shared.clone())));
            }
        }
    }
    rows
}
