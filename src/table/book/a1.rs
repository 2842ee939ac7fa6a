//! Cells and ranges as spreadsheets call them: A1, `$B$2:C5`.

use super::Merged;
use crate::table::rows::letters;

/// The rows and columns of the largest sheets: Excel's, and LibreOffice's.
pub(super) const ROWS: usize = 1_048_576;
pub(super) const COLUMNS: usize = 16_384;

/// The name of a cell; row and column from 0.
pub(super) fn name((row, column): (usize, usize)) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// Row and column of a cell, from 0; nothing where no sheet has it.
pub(super) fn cell(name: &str) -> Option<(usize, usize)> {
    let (mut row, mut column, mut digits) = (0_usize, 0_usize, false);
    for byte in name.bytes().filter(|&byte| byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if !digits && column <= COLUMNS => {
                column = column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
            }
            b'0'..=b'9' if row <= ROWS => {
                digits = true;
                row = row * 10 + usize::from(byte - b'0');
            }
            _ => return None,
        }
    }
    let (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
    (row < ROWS && column < COLUMNS).then_some((row, column))
}

/// A range; a single cell is one.
pub(super) fn range(name: &str) -> Option<Merged> {
    let (start, end) = name.split_once(':').unwrap_or((name, name));
    let (start, end) = (cell(start)?, cell(end)?);
    (start.0 <= end.0 && start.1 <= end.1).then_some(Merged { start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (name, place) in [
            ("A1", (0, 0)),
            ("Z9", (8, 25)),
            ("AA10", (9, 26)),
            ("AX56", (55, 49)),
            ("XFD1048576", (ROWS - 1, COLUMNS - 1)),
        ] {
            assert_eq!(cell(name), Some(place), "{name}");
            assert_eq!(super::name(place), name);
        }
        assert_eq!(cell("$b$2"), Some((1, 1)));
        for wrong in [
            "",
            "A",
            "1",
            "A0",
            "XFE1",
            "A1048577",
            "1A",
            "A1B",
            "Đ1",
            "A99999999999999999999",
            "ZZZZZZZZZZZZZZZZZ1",
        ] {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
        assert_eq!(range("A1:B2"), Some(Merged { start: (0, 0), end: (1, 1) }));
        assert_eq!(range("B2"), Some(Merged { start: (1, 1), end: (1, 1) }));
        assert_eq!(range("B2:A1"), None);
    }
}
