//! A table: a sheet, and what is read of it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Read, Seek};

use unicode_normalization::UnicodeNormalization;

use super::book::{Book, Sheet};
use super::cell::Cell;
use super::extent::{self, Extent};
use super::header::{self, Found};
use super::mapping::Fitted;
use super::records::{self, Records};
use super::schema::Schema;
use super::suggest::Suggestions;
use super::survey::Survey;
use super::template::Template;
use super::{Error, Mapping, csv, month, sums};
use crate::kinds::Kind;
use crate::renderer::Renderer;

/// A table as an office keeps it: titles above, a header of one row or more, rows, sums and signatures below.
pub struct Table {
    pub(super) sheet: Sheet,
    /// Whether the file has sheets, which have names.
    pub(super) has_sheets: bool,
    pub(super) other_sheets: Vec<String>,
}

const NO_HEADER: &str = "bảng không có dòng tiêu đề";

impl Table {
    /// Opens CSV as Vietnamese Excel writes it: `;`, `,`, tab or `|` between the cells; UTF-8, UTF-16 or
    /// windows-1258. It is in memory as a whole: a file over 64 MB and a cell over 32,767 characters are refused.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where it is no text, is damaged, has a cell or is as
    /// a whole larger than an office's table is, or has no header.
    pub fn csv(from: impl Read + Seek) -> Result<Table, Error> {
        let sheet = csv::sheet(from)?;
        Table { sheet, has_sheets: false, other_sheets: Vec::new() }.with_rows()
    }

    /// Opens a sheet of an XLSX or ODS by its name; where none is named the first that is shown and has a table. It is in memory as
    /// a whole: more than a million cells, or 64 MB of text, are refused.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where it is no workbook or too large, there is no
    /// such sheet, or no header in it.
    pub fn sheet(from: impl Read + Seek, sheet: Option<&str>) -> Result<Table, Error> {
        let mut book = Book::open(from)?;
        let sheet = match sheet {
            Some(name) => book.sheet(Some(name))?,
            None => first_table(&mut book)?,
        };
        let other_sheets = book.sheets().iter().filter(|name| **name != sheet.name).cloned().collect();
        Table { sheet, has_sheets: true, other_sheets }.with_rows()
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

    /// The names of the columns, in their order; a column without a name has the empty one. A name under a group's
    /// has the group's before it: `Đảng viên / Tổng số`.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        self.header(None, &|_| false).map_or_else(Vec::new, |found| found.header.names().to_vec())
    }

    /// A mapping to start from, as TOML: the columns as far as their names tell their places, a question for each
    /// of the others, which are left out until somebody says what they are for. It runs as it is, as far as the
    /// columns and `defaults` say what a record of the kind must have.
    #[must_use]
    pub fn template(&self, kind: &Kind, renderer: &Renderer, defaults: &Mapping) -> String {
        let schema = Schema::of(kind);
        let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
        match self.found(kind, None, renderer) {
            Ok((found, _)) => {
                let (schema, suggestions, header) = (&schema, &suggestions, &found.header);
                let is_of_month = month::find(&self.sheet, found.first).is_some();
                Template { schema, suggestions, header, defaults, is_of_month }.text()
            }
            Err(_) => String::new(),
        }
    }

    /// What of it would become records of a kind, and what would not.
    ///
    /// # Errors
    /// As [`Table::records`].
    pub fn survey(
        &self,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<Survey, Error> {
        let (found, extent) = self.found(kind, mapping, renderer)?;
        let named = found.header.names().iter().filter(|name| !name.is_empty()).count();
        let is_bare = mapping.is_none_or(Mapping::is_bare);
        let schema = Schema::of(kind);
        let recognised = || {
            let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
            suggestions.uses(&found.header).0.iter().flatten().count()
        };
        let said = month::find(&self.sheet, found.first);
        let fitted = self.fit(&found, kind, mapping, renderer).ok();
        let months_by_session = fitted.as_ref().is_some_and(|fitted| fitted.months_by_session().is_some());
        let month = match fitted.and_then(|fitted| fitted.month()) {
            Some((month, year)) if said.as_ref().is_none_or(|said| (said.0, said.1) != (month, year)) => {
                Some((month, year, "tệp khai báo cột hoặc --month".to_owned()))
            }
            _ => said.filter(|_| !months_by_session),
        };
        Ok(Survey {
            months_by_session,
            month,
            recognised: is_bare.then(recognised),
            guessed_encoding: self.sheet.guessed,
            sheet: self.has_sheets.then(|| self.sheet.name.clone()),
            other_sheets: self.other_sheets.clone(),
            header: (found.first, found.last),
            rows: extent
                .rows
                .first()
                .zip(extent.rows.last())
                .map(|(first, last)| (first.number, last.number)),
            records: extent.rows.len(),
            columns: named,
            sums: sums::differing(&extent, found.header.names().len()),
            left: extent.left,
        })
    }

    /// The records of its rows. Without a mapping the columns are called as their places are, `issuer.name`, or as
    /// an office calls them.
    ///
    /// # Errors
    /// [`Error::Mapping`] where the mapping does not fit the table or the kind.
    pub fn records(
        &self,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<Records<'static>, Error> {
        let (found, extent) = self.found(kind, mapping, renderer)?;
        let mut fitted = self.fit(&found, kind, mapping, renderer).map_err(Error::Mapping)?;
        let wrong = fitted.unscored(&extent.rows, &renderer.criteria);
        if !wrong.is_empty() {
            return Err(Error::Mapping(wrong));
        }
        fitted.sheet = self.has_sheets.then(|| self.sheet.name.clone());
        Ok(records::rows(extent.rows, fitted))
    }

    /// What is said of the columns, fitted to them.
    fn fit(
        &self,
        found: &Found,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<Fitted, Vec<String>> {
        let schema = Schema::of(kind);
        let suggested;
        let mapping = match mapping.filter(|mapping| !mapping.is_bare()) {
            Some(mapping) => mapping,
            None => {
                let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
                suggested = suggestions.mapping(&found.header, mapping);
                &suggested
            }
        };
        let month = month::find(&self.sheet, found.first).map(|(month, year, _)| (month, year));
        mapping.fit(kind, &schema, &found.header, self.sheet.epoch_1904, month)
    }

    /// The header, and the rows below it.
    fn found(
        &self,
        kind: &Kind,
        mapping: Option<&Mapping>,
        renderer: &Renderer,
    ) -> Result<(Found, Extent), Error> {
        let schema = Schema::of(kind);
        let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
        let found = match mapping.filter(|mapping| !mapping.is_bare()) {
            Some(mapping) => self.header(Some(mapping), &|name| mapping.names(name)),
            None => self.header(mapping, &|name| suggestions.knows(name)),
        };
        let mut found = found.ok_or_else(|| self.no_header())?;
        let rows = mapping.and_then(Mapping::rows);
        let extent = extent::extent(&self.sheet, &found, rows.as_ref());
        found.header = found.header.above(&extent.rows);
        Ok((found, extent))
    }

    fn header(&self, mapping: Option<&Mapping>, known: &dyn Fn(&str) -> bool) -> Option<Found> {
        match mapping.and_then(Mapping::header) {
            Some((first, last)) => Some(header::at(&self.sheet, first, last)),
            None => header::find(&self.sheet, known),
        }
    }
}

/// The first sheet that is shown and has a table; the first of all where none has.
fn first_table(book: &mut Book) -> Result<Sheet, Error> {
    // Covers and instructions are few.
    const LOOKED_AT: usize = 10;
    let first = book.sheet(None)?;
    if header::has_table(&first) {
        return Ok(first);
    }
    let others: Vec<String> = book.sheets().iter().skip(1).take(LOOKED_AT).cloned().collect();
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
    fn above(mut self, rows: &[Row]) -> Header {
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
