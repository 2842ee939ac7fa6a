//! A table: a header, and rows of cells.

use unicode_normalization::UnicodeNormalization;

use super::cell::Cell;

/// A table that is being read.
pub(super) struct Table {
    /// The sheet, where the file has sheets.
    pub(super) sheet: Option<String>,
    /// Whether it counts days from 1904.
    pub(super) epoch_1904: bool,
    pub(super) header: Header,
    pub(super) rows: Box<dyn Iterator<Item = std::io::Result<Row>>>,
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
