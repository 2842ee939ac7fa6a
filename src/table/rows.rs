//! A table: a header, and rows of cells.

use std::fmt;
use std::io::{Read, Seek};

use unicode_normalization::UnicodeNormalization;

use super::cell::Cell;
use super::records::{self, Records};
use super::schema::Schema;
use super::{Error, Mapping, csv, template, xlsx};
use crate::kinds::Kind;

/// A table: its header, and rows that are read as they are asked for.
pub struct Table<'a> {
    /// The sheet, where the file has sheets.
    pub(super) sheet: Option<String>,
    /// Whether it counts days from 1904.
    pub(super) epoch_1904: bool,
    pub(super) header: Header,
    pub(super) rows: Box<dyn Iterator<Item = Result<Row, Error>> + 'a>,
}

const NO_HEADER: &str = "bảng không có dòng tiêu đề";

impl<'a> Table<'a> {
    /// Opens CSV as Vietnamese Excel writes it: `;`, `,` or tab between the cells; UTF-8, UTF-16 or
    /// windows-1258. It may be of any size: its rows are read as they are asked for, after it was read once
    /// to its end for its encoding.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where there is no header.
    pub fn csv(from: impl Read + Seek + 'a) -> Result<Table<'a>, Error> {
        csv::open(from)?.ok_or_else(|| Error::File(NO_HEADER.to_owned()))
    }

    /// Opens a sheet of an XLSX or ODS by its name, the first that is shown where none is named. It is in memory as
    /// a whole: more than a million cells, or 64 MB of text, are refused.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where it is no XLSX or ODS or too large, there is no
    /// such sheet or no header in it, or cells are merged.
    pub fn xlsx(from: impl Read + Seek, sheet: Option<&str>) -> Result<Table<'a>, Error> {
        xlsx::open(from, sheet)?.ok_or_else(|| Error::File(NO_HEADER.to_owned()))
    }

    /// The names of the columns, in their order; a column without a name has the empty one.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        self.header.names()
    }

    /// A mapping to start from, as TOML: the columns as far as their names tell their places, and every place
    /// that a record of the kind has.
    #[must_use]
    pub fn template(&self, kind: &Kind) -> String {
        template::template(kind.name(), &Schema::of(kind), &self.header)
    }

    /// The records of its rows. Without a mapping the columns are called as their places are: `issuer.name`.
    ///
    /// # Errors
    /// [`Error::Mapping`] where the mapping does not fit the table or the kind.
    pub fn records(self, kind: &Kind, mapping: Option<&Mapping>) -> Result<Records<'a>, Error> {
        let named;
        let mapping = match mapping {
            Some(mapping) => mapping,
            None => {
                named = Mapping::by_name(&self.header);
                &named
            }
        };
        let fitted =
            mapping.fit(kind, &Schema::of(kind), &self.header, self.epoch_1904).map_err(Error::Mapping)?;
        Ok(records::rows(self, fitted))
    }
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("sheet", &self.sheet)
            .field("columns", &self.columns())
            .finish_non_exhaustive()
    }
}

/// Names of columns, in their order; a column without a name has the empty one.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    names: Vec<String>,
    /// Column of the first name: a sheet may begin at B.
    first: usize,
}

/// A row, with its number as the program that made the table shows it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) cells: Vec<Cell>,
}

impl Header {
    pub(super) fn new(names: impl IntoIterator<Item = String>, first: usize) -> Header {
        Header { names: names.into_iter().map(|name| normal(&name)).collect(), first }
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A column as a spreadsheet calls it: A, B … Z, AA.
    pub(super) fn letters(&self, column: usize) -> String {
        let mut rest = column + self.first + 1;
        let mut letters = Vec::new();
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }

    /// A column for a sentence: `cột “Số” (B)`.
    pub(super) fn column(&self, column: usize) -> String {
        match self.names.get(column).filter(|name| !name.is_empty()) {
            Some(name) => format!("cột “{name}” ({})", self.letters(column)),
            None => format!("cột {}", self.letters(column)),
        }
    }
}

/// A text in normal form.
pub(super) fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// A text in normal form, its spaces single and inside only.
pub(super) fn normal(text: &str) -> String {
    composed(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let header = Header::new(["Số".to_owned(), " Tên \u{a0} chi bo\u{323}\u{302}\n".to_owned()], 0);
        assert_eq!(header.column(0), "cột “Số” (A)");
        assert_eq!(header.column(1), "cột “Tên chi bộ” (B)");
        let letters = [25, 26, 51, 52, 701, 702].map(|column| header.column(column));
        assert_eq!(letters, ["cột Z", "cột AA", "cột AZ", "cột BA", "cột ZZ", "cột AAA"]);
        assert_eq!(Header::new(["x".to_owned()], 2).letters(0), "C");
    }
}
