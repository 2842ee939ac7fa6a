//! CSV as Vietnamese Excel writes it: `;`, `,` or tab between the cells, in any encoding; as other programs do with `|`.

use std::io::{self, Cursor, Read, Seek};

use encoding_rs::WINDOWS_1258;

use super::Error;
use super::book::{Grid, Sheet};
use super::bounded::{Bounded, CELL, COLUMNS, LONGEST, long_cell, many_columns};
use super::cell::Cell;
use super::decode::{Utf8, encoding, fill};
use super::rows::{Row, composed};

/// What separates the cells is looked for in so much of the file.
const HEAD: usize = 64 * 1024;

/// Reads a file of rows as a sheet.
pub(super) fn sheet(mut file: impl Read + Seek) -> Result<Sheet, Error> {
    let encoding = encoding(&mut file)?;
    let mut text = Utf8::new(file, encoding);
    let mut head = vec![0; HEAD];
    let read = fill(&mut text, &mut head)?;
    head.truncate(read);
    let (separator, skipped) = separator(&head).map_err(Error::File)?;
    let text = Bounded::new(Cursor::new(head.split_off(skipped)).chain(text), separator);
    let mut reader = csv::ReaderBuilder::new();
    let records = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text);
    let mut rows = Rows {
        records,
        ahead: None,
        above: usize::from(skipped > 0),
        inside: 0,
        last: usize::from(skipped > 0),
    };
    let mut grid = Grid::default();
    while let Some(Row { number, cells }) = rows.row()? {
        grid.begin(number, None);
        for (column, cell) in cells.into_iter().enumerate() {
            grid.put(column, cell).map_err(|reason| Error::File(format!("dòng {number}: {reason}")))?;
        }
    }
    let (rows, _, outside) = grid.finish(&[]).map_err(Error::File)?;
    let guessed = (encoding == WINDOWS_1258).then(|| encoding.name());
    Ok(Sheet { rows, outside, guessed, ..Sheet::default() })
}

/// The marks that separate cells, the first of those that are in as many lines.
const MARKS: [u8; 4] = [b'\t', b'|', b';', b','];

/// Marks by which other programs separate cells, and which Excel must be told.
const ODD: [u8; 6] = [b'~', b'^', b'#', b'*', b'!', b'&'];

/// What separates the cells, and how long the line is in which Excel says so itself (`sep=;`).
fn separator(head: &[u8]) -> Result<(u8, usize), String> {
    if let Some(rest) = head.strip_prefix(b"sep=")
        && let Some(&separator) = rest.first()
        && let Some(end) = rest.iter().position(|&byte| byte == b'\n')
        && end == 1
    {
        return Ok((separator, b"sep=;\n".len()));
    }
    // The first of equals.
    let lines = lines(head);
    let seen = |mark: u8| lines.iter().filter(|counts| counts[usize::from(mark)] > 0).count();
    let most = MARKS.into_iter().rev().max_by_key(|mark| seen(*mark)).filter(|mark| seen(*mark) > 0);
    let least = most.map_or(1, seen);
    if let Some(odd) = ODD.into_iter().find(|mark| seen(*mark) > least && is_even(&lines, *mark)) {
        let odd = char::from(odd);
        return Err(format!(
            "các ô cách nhau bằng “{odd}”, không phải “;”, “,”, “|” hay dấu Tab: mở bằng Excel (Data, From Text/CSV, \
             dấu ngăn “{odd}”), lưu thành .xlsx rồi chạy lại"
        ));
    }
    Ok((most.unwrap_or(b';'), 0))
}

/// How often each byte stands in the first lines, what is in quotation marks apart. What parts the cells is in more lines
/// than what a text has.
fn lines(head: &[u8]) -> Vec<[u32; 256]> {
    const LINES: usize = 50;
    let mut lines = vec![[0; 256]];
    let mut quoted = false;
    for &byte in head {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\n' if lines.len() == LINES => break,
            b'\n' => lines.push([0; 256]),
            byte => {
                if let Some(line) = lines.last_mut() {
                    line[usize::from(byte)] += 1;
                }
            }
        }
    }
    lines
}

/// Whether a mark stands equally often in each line that has it.
fn is_even(lines: &[[u32; 256]], mark: u8) -> bool {
    let mut counts = lines.iter().map(|counts| counts[usize::from(mark)]).filter(|count| *count > 0);
    let first = counts.next();
    counts.all(|count| Some(count) == first)
}

struct Rows<R> {
    records: csv::Reader<Bounded<R>>,
    /// A record that had to be read early.
    ahead: Option<csv::StringRecord>,
    /// Lines above the first that is read.
    above: usize,
    /// Line ends inside of the cells that have been read: they are no rows.
    inside: usize,
    /// Number of the last row.
    last: usize,
}

impl<R: Read> Rows<R> {
    fn record(&mut self) -> Result<Option<csv::StringRecord>, Error> {
        let mut record = csv::StringRecord::new();
        self.records.get_mut().left = LONGEST;
        let read = self.records.read_record(&mut record);
        if read.is_err() && self.records.get_ref().left == 0 {
            return Err(self.records.get_mut().too_long(self.last + 1)?.unwrap_or_else(|| self.open_mark()));
        }
        let read = read.map_err(io::Error::from)?;
        self.inside += record.as_slice().matches('\n').count();
        Ok(read.then_some(record))
    }

    fn row(&mut self) -> Result<Option<Row>, Error> {
        let Some(record) = self.ahead.take().map_or_else(|| self.record(), |ahead| Ok(Some(ahead)))? else {
            return Ok(None);
        };
        // The reader stands behind the line end: the row's number is the line before it, less what is
        // inside of cells.
        let line = usize::try_from(self.records.position().line()).unwrap_or_default();
        let number = (line + self.above).saturating_sub(1 + self.inside);
        // The end of the file is a line end: inside of a cell, it is there because a mark is missing.
        let open = record.as_slice().ends_with('\n');
        if open {
            self.ahead = self.record()?;
        }
        if open && self.ahead.is_none() {
            return Err(self.open_mark());
        }
        if record.as_slice().len() > CELL
            && let Some(column) = record.iter().position(|cell| cell.encode_utf16().count() > CELL)
        {
            return Err(long_cell(number, column));
        }
        if record.len() > COLUMNS && record.iter().skip(COLUMNS).any(|cell| !cell.trim().is_empty()) {
            return Err(many_columns(number));
        }
        self.last = number;
        Ok(Some(Row { number, cells: record.iter().map(cell).collect() }))
    }

    fn open_mark(&self) -> Error {
        Error::File(format!("dòng {}: dấu ngoặc kép mở ở đây không được đóng", self.last + 1))
    }
}

fn cell(text: &str) -> Cell {
    match text.trim() {
        "" => Cell::Empty,
        text if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => Cell::Broken(text.to_owned()),
        text => Cell::Text(composed(text)),
    }
}

/// Writes rows as CSV for Vietnamese Excel: a byte order mark, `;` between cells, Windows line ends. The
/// cells must be UTF-8.
///
/// # Errors
/// [`Error::Read`] if the rows cannot be written. As they are written to memory, this should never happen.
pub fn csv_file<R>(rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>, Error>
where
    R: IntoIterator,
    R::Item: AsRef<[u8]>,
{
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        table.write_record(row).map_err(io::Error::from)?;
    }
    Ok(table.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

/// Reads the cells of a file that [`csv_file`] wrote, row by row.
///
/// ```
/// let file = vanban::table::csv_file([["Bản ghi", "Cần xem"], ["dòng 2", "a; \"b\""]])?;
/// assert_eq!(vanban::table::csv_rows(&file)?[1], ["dòng 2", "a; \"b\""]);
/// # Ok::<(), vanban::table::Error>(())
/// ```
///
/// # Errors
/// [`Error::Read`] if it is not UTF-8.
pub fn csv_rows(file: &[u8]) -> Result<Vec<Vec<String>>, Error> {
    let text = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(b';').from_reader(text);
    let rows =
        reader.records().map(|row| Ok(row.map_err(io::Error::from)?.iter().map(str::to_owned).collect()));
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first row, and the others that hold something.
    fn read(text: &str) -> (Vec<String>, Vec<(usize, Vec<String>)>) {
        let sheet = sheet(Cursor::new(text.as_bytes().to_vec())).unwrap();
        let mut rows = sheet.rows.iter().map(|row| {
            let last = row.cells.last().map_or(0, |(column, _)| column + 1);
            let mut cells = vec![String::new(); last];
            row.cells.iter().for_each(|(column, cell)| cells[*column] = cell.shown());
            (row.number, cells)
        });
        (rows.next().unwrap().1, rows.collect())
    }

    #[test]
    fn every_separator_is_found() {
        for (text, first) in [
            ("Tên;Điểm, số\nA;8,5\n", 2),
            ("Tên,Điểm\nA,\"8,5\"\n", 2),
            ("Tên\tĐiểm, số; x\nA\t8,5\n", 2),
            ("\"Tên; của\tai; x\",Điểm\nA,\"8,5\"\n", 2),
            ("Tên|Điểm\nA|8,5\n", 2),
            ("Tên|Ngày họp, giờ; nơi\nA|Thứ tư, 03/6/2026; 19h\n", 2),
            ("sep=;\nTên;Điểm\nA;8,5\n", 3),
            ("sep=\t\r\nTên\tĐiểm\r\nA\t8,5\r\n", 3),
            ("\n;\nTên;Điểm\nA;8,5", 4),
        ] {
            let (header, rows) = read(text);
            assert_eq!(header.len(), 2, "{text}");
            let second = if text.contains("Thứ") { "Thứ tư, 03/6/2026; 19h" } else { "8,5" };
            assert_eq!(rows, [(first, vec!["A".to_owned(), second.to_owned()])], "{text}");
        }
        // Titles above the table say nothing of it.
        let (_, rows) = read("Bảng điểm, tháng 6, các chi bộ\n\nTên;Điểm\nA;8,5\n");
        assert_eq!(rows[1].1, ["A", "8,5"]);
    }

    #[test]
    fn a_separator_that_excel_must_be_told_is_told_once() {
        let text = "Chấm điểm, tháng 6\nTên~Số~Ngày\nA~8,5~03/6/2026\nB~9~04/6/2026\n";
        let error = sheet(Cursor::new(text.as_bytes().to_vec())).unwrap_err().to_string();
        assert_eq!(
            error,
            "các ô cách nhau bằng “~”, không phải “;”, “,”, “|” hay dấu Tab: mở bằng Excel (Data, From Text/CSV, dấu \
             ngăn “~”), lưu thành .xlsx rồi chạy lại"
        );
        // Rows of one column may have what they like.
        assert_eq!(read("Tên\nA & B\nC & D & E\n").1.len(), 2);
    }

    #[test]
    fn a_row_is_numbered_as_excel_numbers_it() {
        let (header, rows) = read("Tên;\"Nơi\r\nở\"\r\nA;\"x\r\ny\"\r\n;\r\n\r\nB;z");
        assert_eq!(header, ["Tên", "Nơi\nở"]);
        let rows: Vec<_> = rows.iter().map(|(number, cells)| (*number, cells.concat())).collect();
        assert_eq!(rows, [(2, "Ax\ny".into()), (5, "Bz".into())]);
    }

    #[test]
    fn an_empty_text_has_no_rows() {
        for text in ["", "\n\n", " ;; \n"] {
            assert!(sheet(Cursor::new(text.as_bytes().to_vec())).unwrap().rows.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_told() {
        for swallowed in [1, LONGEST] {
            let text = format!("Tên\nA\n\"{}", "x\n".repeat(swallowed));
            let error = sheet(Cursor::new(text.into_bytes())).unwrap_err().to_string();
            assert_eq!(error, "dòng 3: dấu ngoặc kép mở ở đây không được đóng");
        }
        // A cell may end with a line end.
        assert_eq!(read("Tên\n\"A\n\"\nB\n").1.len(), 2);
    }

    #[test]
    fn a_cell_that_is_too_long_is_told_with_its_place() {
        let text = format!("Tên;Ghi chú\nA;{}\nB;{}\n", "ố".repeat(CELL), "ố".repeat(CELL + 1));
        let error = sheet(Cursor::new(text.into_bytes())).unwrap_err().to_string();
        assert!(error.starts_with("dòng 3, cột 2: ô dài hơn 32.767 ký tự"), "{error}");
    }

    #[test]
    fn the_limit_that_a_row_is_over_is_told() {
        let cell = "dòng 2, cột 2: ô dài hơn 32.767 ký tự, Excel không giữ được: cắt ngắn rồi chạy lại";
        let columns = "dòng 2: có hơn 16.384 cột, Excel không giữ được: bỏ các cột thừa rồi chạy lại";
        let row = "dòng 2: dài hơn 1 MB, không phải là dòng của bảng: bỏ phần thừa rồi chạy lại";
        let open = "dòng 2: dấu ngoặc kép mở ở đây không được đóng";
        let long = "x".repeat(10 * LONGEST);
        for (text, said) in [
            (format!("Tên;Số\nA;{long}\nB;1\n"), cell),
            (format!("Tên;Số\nA;\"{long}\"\nB;1\n"), cell),
            (format!("Tên;Số\nA;\"{long}"), open),
            (format!("Tên;Số\nA;\"{long}\nB;\"1\"\n"), open),
            (format!("Tên;Số\n{}\n", "chi bộ;".repeat(200_000)), columns),
            (format!("Tên;Số\n{}\n", "x;".repeat(200_000)), columns),
            (format!("Tên;Số\n{}\n", format!("{};", "x".repeat(30_000)).repeat(50)), row),
        ] {
            let error = sheet(Cursor::new(text.into_bytes())).unwrap_err().to_string();
            assert_eq!(error, said);
        }
        // Excel itself leaves separators behind a table.
        let kept = format!("Tên;Số\nA;1{}\n", ";".repeat(20_000));
        assert_eq!(sheet(Cursor::new(kept.into_bytes())).unwrap().rows.len(), 2);
    }

    #[test]
    fn rows_are_written_as_they_are_read() {
        let rows = [vec!["Tên", "Ý; kiến"], vec!["An \"Bé\"", "x\ny"], vec!["", "z"]];
        let file = csv_file(&rows).unwrap();
        let text = "\u{feff}Tên;\"Ý; kiến\"\r\n\"An \"\"Bé\"\"\";\"x\ny\"\r\n;z\r\n";
        assert_eq!(String::from_utf8(file).unwrap(), text);
        let (header, read) = read(text);
        assert_eq!(header, rows[0]);
        assert_eq!(read[0].1, rows[1]);
    }

    #[test]
    fn what_a_formula_left_is_broken() {
        assert_eq!(cell(" #N/A "), Cell::Broken("#N/A".into()));
        assert_eq!(cell("#REF!"), Cell::Broken("#REF!".into()));
        assert_eq!(cell("#1"), Cell::Text("#1".into()));
        assert_eq!(cell("  "), Cell::Empty);
    }
}
