//! A table: a sheet, and what is read of it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Read, Seek};

use unicode_normalization::UnicodeNormalization;

use super::book::{Book, Sheet};
use super::cell::Cell;
use super::header::{self, Found};
use super::reading::Reading;
use super::records::Records;
use super::survey::Survey;
use super::{Error, Mapping, csv};
use crate::kinds::Kind;
use crate::renderer::Renderer;
use crate::text::slug;

/// A table as an office keeps it: titles above, a header of one or more rows, rows, sums and signatures below.
pub struct Table {
    pub(super) sheet: Sheet,
    /// Whether the file has sheets, which have names.
    pub(super) has_sheets: bool,
    /// The sheets that are shown, in their order.
    pub(super) sheets: Vec<String>,
}

const NO_HEADER: &str = "bảng không có dòng tiêu đề";

impl Table {
    /// Opens a CSV as Vietnamese Excel writes it: separated by `;`, `,`, tab or `|`; in UTF-8, UTF-16 or
    /// windows-1258. The whole file is in memory: at most 64 MB, and 32,767 characters per cell.
    ///
    /// # Errors
    /// [`Error::Read`] if the reader fails; [`Error::File`] if it is not text, is damaged, is too large, or has
    /// no header.
    pub fn csv(from: impl Read + Seek) -> Result<Table, Error> {
        let sheet = csv::sheet(from)?;
        Table { sheet, has_sheets: false, sheets: Vec::new() }.with_rows()
    }

    /// Opens a sheet of an XLSX or ODS by its name. Without a name it is the first visible sheet that has a
    /// table. The whole sheet is in memory: at most a million cells and 64 MB of text.
    ///
    /// # Errors
    /// [`Error::Read`] if the reader fails; [`Error::File`] if it is not a workbook or too large, if there is
    /// no such sheet, or if the sheet has no header.
    pub fn sheet(from: impl Read + Seek, sheet: Option<&str>) -> Result<Table, Error> {
        let mut book = Book::open(from)?;
        let sheet = match sheet {
            Some(name) => book.sheet(Some(name))?,
            None => first_table(&mut book)?,
        };
        Table { sheet, has_sheets: true, sheets: book.sheets().to_vec() }.with_rows()
    }

    /// The visible sheets of the file, in order; empty if the file has no sheets.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The sheet that is read, if the file has sheets.
    #[must_use]
    pub fn sheet_name(&self) -> Option<&str> {
        self.has_sheets.then_some(self.sheet.name.as_str())
    }

    fn with_rows(self) -> Result<Table, Error> {
        if self.header(None, &|_| false).is_none() {
            return Err(self.no_header());
        }
        Ok(self)
    }

    /// That there is no header, and the cell that keeps a row from being one.
    pub(super) fn no_header(&self) -> Error {
        let dated = header::dated(&self.sheet).map_or_else(String::new, |(row, cell)| {
            format!(
                "; nếu dòng {row} là tiêu đề: ô {cell} đã thành ngày, hãy định dạng ô là chữ (Text) rồi ghi lại tên cột"
            )
        });
        Error::File(format!("{NO_HEADER}{dated}"))
    }

    /// The names of the columns, from column A on; `""` for a column without a name. The name of a column in
    /// a group has the group before it: `Đảng viên / Tổng số`.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        self.header(None, &|_| false).map_or_else(Vec::new, |found| found.header.names().to_vec())
    }

    /// Reads the table for a kind. Without a mapping that names columns, they are recognised by their places
    /// in the record (`issuer.name`) or by the usual names in offices. A mapping that does not fit the table
    /// is an error of [`Reading::records`].
    ///
    /// # Errors
    /// [`Error::File`] if it has no header.
    pub fn read<'a>(
        &'a self,
        kind: &'a Kind,
        mapping: Option<&Mapping>,
        renderer: &'a Renderer,
    ) -> Result<Reading<'a>, Error> {
        Reading::of(self, kind, mapping, renderer)
    }

    /// Writes a mapping to start from, as TOML. It has the columns that are recognised, and a question (a
    /// comment in the TOML) for each other column; such a column is left out until you give its use. The
    /// mapping works as it is, if columns and `defaults` give all required values.
    #[must_use]
    pub fn template(&self, kind: &Kind, renderer: &Renderer, defaults: &Mapping) -> String {
        let read = self.read(kind, None, renderer);
        read.map_or_else(|_| String::new(), |read| read.template(defaults))
    }

    /// Describes which rows and columns would be used for records of a kind, and which would not.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn survey(
        &self,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<Survey, Error> {
        Ok(self.read(kind, mapping, renderer)?.survey())
    }

    /// Reads the table ([`Table::read`]) and gives its records ([`Reading::records`]). `mapping` is as in
    /// [`Table::read`].
    ///
    /// # Errors
    /// As [`Table::read`] and [`Reading::records`].
    pub fn records(
        &self,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<Records<'static>, Error> {
        self.read(kind, mapping, renderer)?.records()
    }

    pub(super) fn header(&self, mapping: Option<&Mapping>, known: &dyn Fn(&str) -> bool) -> Option<Found> {
        match mapping.and_then(Mapping::header) {
            Some((first, last)) => Some(header::at(&self.sheet, first, last)),
            None => header::find(&self.sheet, known),
        }
    }
}

/// The first sheet that is shown and has a table; the first of all where none has.
fn first_table(book: &mut Book) -> Result<Sheet, Error> {
    // Covers and instructions are few; these may be a table themselves.
    const LOOKED_AT: usize = 10;
    let instructs = |name: &&String| slug(name).starts_with("huong-dan");
    let first = book.sheet(None)?;
    if header::has_table(&first) {
        return Ok(first);
    }
    let others: Vec<String> =
        book.sheets().iter().skip(1).filter(|name| !instructs(name)).take(LOOKED_AT).cloned().collect();
    for name in others {
        let sheet = book.sheet(Some(&name))?;
        if header::has_table(&sheet) {
            return Ok(sheet);
        }
    }
    Ok(first)
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("sheet", &self.sheet.name)
            .field("columns", &self.columns())
            .finish_non_exhaustive()
    }
}

/// Names of columns, from A on; a column without a name has the empty one.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    names: Vec<String>,
    /// The columns without a name that hold something, and the rows in which they do.
    nameless: BTreeMap<usize, Vec<usize>>,
}

/// A row, with its number as the program that made the table shows it, and its cells from A on.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) cells: Vec<Cell>,
}

impl Header {
    pub(super) fn new(names: impl IntoIterator<Item = String>) -> Header {
        Header { names: names.into_iter().map(|name| normal(&name)).collect(), nameless: BTreeMap::new() }
    }

    /// With what stands below it where it has no name.
    pub(super) fn above(mut self, rows: &[Row]) -> Header {
        for row in rows {
            for (index, _) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                if self.names.get(index).is_none_or(String::is_empty) {
                    self.nameless.entry(index).or_default().push(row.number);
                }
            }
        }
        self
    }

    /// The columns without a name that hold something, and the rows in which they do.
    pub(super) fn nameless(&self) -> &BTreeMap<usize, Vec<usize>> {
        &self.nameless
    }

    /// Whether there is a column: one with a name, or one that holds something.
    pub(super) fn has(&self, column: usize) -> bool {
        self.names.get(column).is_some_and(|name| !name.is_empty()) || self.nameless.contains_key(&column)
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A column for a sentence: `cột “Số” (B)`.
    pub(super) fn column(&self, column: usize) -> String {
        self.place(column, "")
    }

    /// A cell for a sentence: `cột “Số” (B7)`.
    pub(super) fn cell(&self, column: usize, row: usize) -> String {
        self.place(column, &row.to_string())
    }

    fn place(&self, column: usize, row: &str) -> String {
        match self.names.get(column).filter(|name| !name.is_empty()) {
            Some(name) => format!("cột “{name}” ({}{row})", letters(column)),
            None => format!("cột {}{row}", letters(column)),
        }
    }
}

/// A column as a spreadsheet calls it: A, B … Z, AA.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A text in normal form.
pub(super) fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// A text in normal form, its spaces single and inside only.
pub(super) fn normal(text: &str) -> String {
    composed(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number of a sheet for a sentence: `89,5`.
pub(super) fn plain_number(number: f64) -> String {
    let kept: f64 = format!("{number:.10}").parse().unwrap_or(number);
    kept.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let header = Header::new(["Số".to_owned(), " Tên \u{a0} chi bo\u{323}\u{302}\n".to_owned()]);
        assert_eq!(header.column(0), "cột “Số” (A)");
        assert_eq!(header.cell(1, 7), "cột “Tên chi bộ” (B7)");
        let letters = [25, 26, 51, 52, 701, 702].map(|column| header.column(column));
        assert_eq!(letters, ["cột Z", "cột AA", "cột AZ", "cột BA", "cột ZZ", "cột AAA"]);
    }
}
