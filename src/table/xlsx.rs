//! A sheet of a workbook as a table: the first row is its header.

use std::io::{Read, Seek};

use super::Error;
use super::book::{Book, Sheet};
use super::cell::Cell;
use super::rows::{Header, Row, Table};

/// Opens a sheet, the first where none is named; nothing where it has no header.
pub(super) fn open<'a>(file: impl Read + Seek, sheet: Option<&str>) -> Result<Option<Table<'a>>, Error> {
    let mut book = Book::open(file)?;
    let sheet = book.sheet(sheet)?;
    if let Some(merged) = sheet.merged.first() {
        let said = format!(
            "trang “{}” có ô gộp ở dòng {}: bỏ gộp, ghi giá trị vào từng ô rồi chạy lại",
            sheet.name,
            merged.start.0 + 1
        );
        return Err(Error::File(said));
    }
    Ok(table(sheet))
}

fn table<'a>(sheet: Sheet) -> Option<Table<'a>> {
    let filled = || sheet.rows.iter().flat_map(|row| &row.cells).map(|(column, _)| *column);
    let (first, last) = (filled().min()?, filled().max()?);
    let mut rows = sheet.rows.into_iter().map(move |row| {
        let mut cells = vec![Cell::Empty; last + 1 - first];
        for (column, cell) in row.cells {
            cells[column - first] = cell;
        }
        Row { number: row.number, cells }
    });
    let header = rows.next()?;
    let header = Header::new(header.cells.iter().map(Cell::shown), first);
    Some(Table {
        sheet: Some(sheet.name),
        epoch_1904: sheet.epoch_1904,
        header,
        rows: Box::new(rows.map(Ok)),
    })
}
