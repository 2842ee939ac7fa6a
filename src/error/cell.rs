//! The cell of a table in which a problem is.

use serde::Serialize;

/// The cell of a table that a record was read from, and its value. These are the parts of
/// [`Problem::place`](super::Problem), for programs that show problems in columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TableCell {
    /// The name of the sheet, if the file has sheets.
    pub sheet: Option<String>,
    /// The cell's reference, as a spreadsheet writes it: `AU14`.
    pub reference: String,
    /// The letters of the column: `AU`.
    pub letters: String,
    /// The header of the column, with its groups: `Đảng viên / Tổng số`. Empty if it has none.
    pub column: String,
    /// The number of the row in the sheet, from 1.
    pub row: usize,
    /// What the row is about: the office that it names (`Chi bộ Khu phố 8`), else its first words.
    pub about: String,
    /// The value that the cell shows; may be empty.
    pub value: String,
}
