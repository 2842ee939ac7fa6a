//! XLSX. A sheet is in memory as a whole, so a file that is too large is refused.

use std::io::{self, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Range, Reader, Xlsx};
use chrono::NaiveDate;

use super::Error;
use super::cell::Cell;
use super::rows::{Header, Row, Table, composed, normal};

/// The largest file, and the largest that may be in it, in megabytes.
const FILE: u64 = 64;
const UNZIPPED: u64 = 512;
const MEGABYTE: u64 = 1024 * 1024;

/// Opens a sheet, the first where none is named; nothing where it has no header.
pub(super) fn open<'a>(mut file: impl Read + Seek, sheet: Option<&str>) -> Result<Option<Table<'a>>, Error> {
    let size = file.seek(SeekFrom::End(0))?;
    if size > FILE * MEGABYTE {
        return Err(Error::File(format!(
            "tệp XLSX {} MB, lớn hơn {FILE} MB: lưu thành CSV UTF-8 rồi chạy lại",
            size / MEGABYTE
        )));
    }
    let file = measured(file, UNZIPPED * MEGABYTE)?;
    // Whatever is in the file, its reader must not take the program with it.
    let read = catch_unwind(AssertUnwindSafe(|| read(file, sheet)));
    read.unwrap_or_else(|_| Err("tệp XLSX hỏng".to_owned())).map_err(Error::File)
}

/// Unzips everything once, to see how large it is, whatever the file says of itself.
fn measured<F: Read + Seek>(file: F, most: u64) -> Result<F, Error> {
    let file_error = |said: &str| Error::File(said.to_owned());
    let not_zip = "không phải là tệp XLSX, hoặc có đặt mật khẩu";
    let mut archive = zip::ZipArchive::new(file).map_err(|_| file_error(not_zip))?;
    let mut size = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| file_error(not_zip))?;
        size += io::copy(&mut part.take(most + 1 - size), &mut io::sink())
            .map_err(|_| file_error("tệp XLSX hỏng"))?;
        if size > most {
            return Err(Error::File(format!(
                "tệp XLSX mở ra lớn hơn {} MB: lưu thành CSV UTF-8 rồi chạy lại",
                most / MEGABYTE
            )));
        }
    }
    let mut file = archive.into_inner();
    file.rewind()?;
    Ok(file)
}

fn read<'a, F: Read + Seek>(file: F, sheet: Option<&str>) -> Result<Option<Table<'a>>, String> {
    let broken = |error: calamine::XlsxError| format!("tệp XLSX hỏng: {error}");
    let mut book = Xlsx::new(file).map_err(broken)?;
    let names = book.sheet_names();
    let name = match sheet {
        None => names.first(),
        Some(sheet) => names.iter().find(|name| normal(name) == normal(sheet)),
    };
    let Some(name) = name.cloned() else {
        let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        let wanted = sheet.unwrap_or_default();
        return Err(format!("không có trang “{wanted}”; tệp có {}", names.join(", ")));
    };
    let merged = book.merge_cells_by_sheet_name(&name).map_err(broken)?;
    if !merged.is_empty() {
        let letters =
            |(row, column): (u32, u32)| format!("{}{}", Header::default().letters(column as usize), row + 1);
        let places: Vec<String> =
            merged.iter().map(|cells| format!("{}:{}", letters(cells.start), letters(cells.end))).collect();
        return Err(format!(
            "trang “{name}” có ô gộp ({}): bỏ gộp, ghi giá trị vào từng ô rồi chạy lại",
            places.join(", ")
        ));
    }
    let epoch_1904 = book.has_1904_epoch();
    let range = book.worksheet_range(&name).map_err(broken)?;
    Ok(table(&range, name, epoch_1904))
}

fn table<'a>(range: &Range<Data>, sheet: String, epoch_1904: bool) -> Option<Table<'a>> {
    let (first_row, first_column) = range.start()?;
    let mut rows = range.rows().enumerate().map(|(index, cells)| Row {
        number: first_row as usize + index + 1,
        cells: cells.iter().map(cell).collect(),
    });
    let header = rows.find(|row| !row.cells.iter().all(Cell::is_empty))?;
    let header = Header::new(header.cells.iter().map(Cell::shown), first_column as usize);
    let rows: Vec<Row> = rows.collect();
    Some(Table { sheet: Some(sheet), epoch_1904, header, rows: Box::new(rows.into_iter().map(Ok)) })
}

#[allow(clippy::cast_precision_loss, reason = "no cell holds an integer that a float does not")]
fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            let text = text.trim();
            if text.is_empty() { Cell::Empty } else { Cell::Text(composed(text)) }
        }
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::Error(error) => Cell::Broken(error.to_string()),
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            // A duration, or a day that no calendar has.
            date.filter(|_| time.is_datetime()).map_or(Cell::Number(time.as_f64()), Cell::Date)
        }
    }
}
