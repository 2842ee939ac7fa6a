//! A cell of a table, as a problem is in it.

use serde::Serialize;

/// A cell of a table from which a record was read, and what stands there: the parts of [`Problem::place`](super::Problem),
/// for who shows problems in columns of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TableCell {
    /// The sheet, where the file has sheets.
    pub sheet: Option<String>,
    /// As a spreadsheet calls it: `AU14`.
    pub reference: String,
    /// The letters of its column: `AU`.
    pub letters: String,
    /// What stands in the header over it, with its groups: `Đảng viên / Tổng số`; empty where nothing does.
    pub column: String,
    /// The number of its row, as the sheet counts.
    pub row: usize,
    /// What its row is about: the office that it names, `Chi bộ Khu phố 8`, else its first words.
    pub about: String,
    /// What the cell shows; empty where it is.
    pub value: String,
}
