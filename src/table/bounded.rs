//! The bounds of a row of CSV, and which of them one is over.

use std::io::{self, BufReader, Read};

use super::Error;

/// No row of an office's table is longer, in bytes.
pub(super) const LONGEST: usize = 1024 * 1024;

/// The most UTF-16 units of a cell, and the most columns, of Excel and LibreOffice alike.
pub(super) const CELL: usize = 32_767;
pub(super) const COLUMNS: usize = 16_384;

/// A cell that no spreadsheet keeps; row from 1, column from 0.
pub(super) fn long_cell(row: usize, column: usize) -> Error {
    let said = "ô dài hơn 32.767 ký tự, Excel không giữ được: cắt ngắn rồi chạy lại";
    Error::File(format!("dòng {row}, cột {}: {said}", column + 1))
}

/// A row that no spreadsheet keeps.
pub(super) fn many_columns(row: usize) -> Error {
    let said = "có hơn 16.384 cột, Excel không giữ được: bỏ các cột thừa rồi chạy lại";
    Error::File(format!("dòng {row}: {said}"))
}

/// Gives no more than is left for the row that is being read, and knows what it stopped in.
pub(super) struct Bounded<R> {
    from: R,
    pub(super) left: usize,
    separator: u8,
    /// Whether a quotation mark is open, how many cells of the row are done, and how many bytes of the next were
    /// read.
    quoted: bool,
    columns: usize,
    cell: usize,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(from: R, separator: u8) -> Bounded<R> {
        Bounded { from, left: LONGEST, separator, quoted: false, columns: 0, cell: 0 }
    }

    /// What is too long about the row of this number, which had no end when nothing was left for it; nothing where
    /// a quotation mark is not closed.
    pub(super) fn too_long(&mut self, number: usize) -> io::Result<Option<Error>> {
        if self.quoted && !self.closes()? {
            return Ok(None);
        }
        Ok(Some(if self.cell > CELL * 4 {
            long_cell(number, self.columns)
        } else if self.columns >= COLUMNS {
            many_columns(number)
        } else {
            let said = "dài hơn 1 MB, không phải là dòng của bảng: bỏ phần thừa rồi chạy lại";
            Error::File(format!("dòng {number}: {said}"))
        }))
    }

    fn look(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.cell += 1;
            match byte {
                b'"' => self.quoted = !self.quoted,
                _ if self.quoted => {}
                b'\n' => (self.columns, self.cell) = (0, 0),
                byte if byte == self.separator => (self.columns, self.cell) = (self.columns + 1, 0),
                _ => {}
            }
        }
    }

    /// Whether the mark that is open is closed further on: the next one ends a cell, and does not begin another.
    fn closes(&mut self) -> io::Result<bool> {
        let mut bytes = BufReader::new(&mut self.from).bytes();
        while let Some(byte) = bytes.next().transpose()? {
            if byte == b'"' {
                match bytes.next().transpose()? {
                    Some(b'"') => {}
                    behind => {
                        let ends = [self.separator, b'\n', b'\r'];
                        return Ok(behind.is_none_or(|behind| ends.contains(&behind)));
                    }
                }
            }
        }
        Ok(false)
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.left);
        let read = self.from.read(&mut buffer[..most])?;
        self.left -= read;
        self.look(&buffer[..read]);
        // Nothing more is no end.
        if read == 0 && self.left == 0 && !buffer.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}
