//! Which rows of a sheet are the table's, and why the others are not.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::book::{Hidden, Sheet, SheetRow};
use super::cell::Cell;
use super::header::{Found, cell_name, filled, is_number};
use super::rows::{Header, Row};
use super::survey::{Left, Why};

/// The rows of a table, and the others.
#[derive(Debug, Default)]
pub(super) struct Extent {
    pub(super) rows: Vec<Row>,
    pub(super) left: Vec<Left>,
    /// The rows of sums that end the table.
    pub(super) sums: Vec<Row>,
}

/// What a row is, as far as it says so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Record,
    Not(Why),
}

/// Deals out the rows below a header. Where somebody has named the rows, all of them count that are neither empty
/// nor hidden.
pub(super) fn extent(sheet: &Sheet, found: &Found, named: Option<&RangeInclusive<usize>>) -> Extent {
    let mut extent = Extent::default();
    let names = found.header.names().iter().filter(|name| !name.is_empty()).count();
    if sheet.rows.iter().any(|row| row.number < found.first) {
        extent.left.extend((1..found.first).map(|row| Left { row, why: Why::Above, label: String::new() }));
    }
    let below: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.number > found.last).collect();
    let sorts: Vec<Sort> = below
        .iter()
        .map(|row| match (named, sort(row, found, names)) {
            (Some(named), _) if !named.contains(&row.number) => Sort::Not(Why::NotNamed),
            (Some(_), Sort::Not(why)) if !matches!(why, Why::Empty | Why::Hidden | Why::Filtered) => {
                Sort::Record
            }
            (_, sort) => sort,
        })
        .collect();
    let signed = sorts.iter().position(|sort| *sort == Sort::Not(Why::Signed)).unwrap_or(sorts.len());
    let end = sorts[..signed].iter().rposition(|sort| *sort == Sort::Record).map_or(0, |last| last + 1);
    for (index, (row, sort)) in below.iter().zip(&sorts).enumerate() {
        match sort {
            Sort::Record if index < end => extent.rows.push(dense(row, &found.header)),
            Sort::Not(Why::Sum) if index >= end && extent.sums.is_empty() => {
                extent.sums.push(dense(row, &found.header));
                extent.leave(row, Why::Sum);
            }
            Sort::Not(why @ (Why::Hidden | Why::Filtered | Why::NotNamed)) => extent.leave(row, *why),
            _ if index >= end => extent.leave(row, Why::Below),
            Sort::Not(why) => extent.leave(row, *why),
            Sort::Record => {}
        }
    }
    // A row without a cell is not in a sheet at all: it is empty too.
    let end = extent.rows.last().map_or(found.last, |row| row.number);
    let last = sheet.rows.last().map_or(0, |row| row.number);
    let known: BTreeSet<usize> = sheet.rows.iter().map(|row| row.number).collect();
    for row in (found.last + 1..last).filter(|row| !known.contains(row)) {
        let why = if row < end { Why::Empty } else { Why::Below };
        extent.left.push(Left { row, why, label: String::new() });
    }
    extent.left.sort_by_key(|left| left.row);
    for place in &sheet.outside {
        extent.left.push(Left { row: 0, why: Why::Outside, label: place.clone() });
    }
    extent
}

impl Extent {
    fn leave(&mut self, row: &SheetRow, why: Why) {
        self.left.push(Left { row: row.number, why, label: label(row.cells.iter().map(|(_, cell)| cell)) });
    }
}

/// What a row is about: its first cell that says words.
pub(super) fn label<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    const WORDS: usize = 4;
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let mut texts =
        texts.filter(|text| text.chars().filter(|letter| letter.is_alphabetic()).count() >= WORDS);
    texts.next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row with a cell for each column of the header, and for those beyond it that hold something.
fn dense(row: &SheetRow, header: &Header) -> Row {
    let last = row.cells.last().map_or(0, |(column, _)| column + 1);
    let mut cells = vec![Cell::Empty; last.max(header.names().len())];
    for (column, cell) in &row.cells {
        cells[*column] = cell.clone();
    }
    Row { number: row.number, cells }
}

fn sort(row: &SheetRow, found: &Found, names: usize) -> Sort {
    let cells: Vec<&(usize, Cell)> = filled(row).collect();
    if cells.is_empty() {
        return Sort::Not(Why::Empty);
    }
    match row.hidden {
        Some(Hidden::ByHand) => return Sort::Not(Why::Hidden),
        Some(Hidden::Filtered) => return Sort::Not(Why::Filtered),
        None => {}
    }
    let texts: Vec<String> = cells
        .iter()
        .filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text.to_lowercase()),
            _ => None,
        })
        .collect();
    // Sums stand under the columns; what is before them says so.
    if texts.first().is_some_and(|text| is_sum(text)) {
        return Sort::Not(Why::Sum);
    }
    let few = cells.len() <= 3.max(names / 4) && (cells.len() < names || names <= 3);
    if few && texts.iter().any(|text| is_signed(text)) {
        return Sort::Not(Why::Signed);
    }
    if repeats(&cells, found) {
        return Sort::Not(Why::Header);
    }
    if cells.len() >= 3 && row.number <= found.last + 2 && counts(&cells) {
        return Sort::Not(Why::Numbers);
    }
    let index = |text: &str| text.chars().count() <= 4;
    let alone = match cells[..] {
        [_] => true,
        [(_, Cell::Text(first)), (_, Cell::Text(_))] => index(first),
        _ => false,
    };
    if names > 2 && alone && cells.len() < names { Sort::Not(Why::Heading) } else { Sort::Record }
}

fn is_sum(text: &str) -> bool {
    let text = text.trim_end_matches([':', '.', ' ']);
    ["cộng", "tổng", "tổng cộng", "tổng số", "cộng dồn", "toàn đảng bộ"].contains(&text)
        || ["cộng:", "cộng (", "tổng cộng", "tổng số:", "tổng số (", "cộng cụm", "cộng khối"]
            .iter()
            .any(|start| text.starts_with(start))
}

/// What stands where a table is signed.
fn is_signed(text: &str) -> bool {
    const STARTS: [&str; 16] = [
        "người lập",
        "người tổng hợp",
        "người báo cáo",
        "người ghi",
        "t/m",
        "t/l",
        "k/t",
        "tm.",
        "tm ",
        "kt.",
        "tl.",
        "xác nhận",
        "thủ trưởng",
        "nơi nhận",
        "ghi chú:",
        "lãnh đạo",
    ];
    let dated =
        text.contains("ngày") && text.contains("tháng") && text.contains("năm") && text.contains(", ");
    dated || STARTS.iter().any(|start| text.starts_with(start))
}

/// Whether a row is the header again, as on a new page.
fn repeats(cells: &[&(usize, Cell)], found: &Found) -> bool {
    let same = |(column, cell): &&&(usize, Cell)| {
        let name = found.header.names().get(*column);
        let shown = super::rows::normal(&cell.shown());
        name.is_some_and(|name| *name == shown || name.ends_with(&format!(" / {shown}")))
    };
    cells.len() > 1 && cells.iter().filter(same).count() * 2 > cells.len()
}

/// Whether the cells count the columns: 1, 2, 3 or (1), (2), (3).
fn counts(cells: &[&(usize, Cell)]) -> bool {
    let number = |cell: &Cell| {
        let shown = cell.shown();
        let digits = shown.trim_matches(['(', ')', '[', ']']);
        is_number(digits).then(|| digits.parse::<usize>().ok()).flatten()
    };
    let numbers: Vec<usize> = cells.iter().filter_map(|(_, cell)| number(cell)).collect();
    numbers.len() * 4 >= cells.len() * 3
        && numbers.first().is_some_and(|first| *first <= 2)
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Where the sums of a sheet differ from its rows: of a column of numbers, the cell, what it says and what the
/// rows come to.
pub(super) fn sums(extent: &Extent, columns: usize) -> Vec<(String, f64, f64)> {
    let mut differing = Vec::new();
    for sum in &extent.sums {
        for column in 0..columns {
            let Some(Cell::Number { value, .. }) = sum.cells.get(column) else { continue };
            let numbers = extent.rows.iter().map(|row| row.cells.get(column).and_then(Cell::as_number));
            let Some(numbers) = numbers.collect::<Option<Vec<f64>>>() else { continue };
            let total: f64 = numbers.iter().sum();
            if (total - value).abs() > 1e-6 {
                differing.push((cell_name(column, sum.number), *value, total));
            }
        }
    }
    differing
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::book::Merged;
    use super::super::header;
    use super::*;

    fn sheet(rows: &str) -> Sheet {
        super::super::csv::sheet(Cursor::new(rows.to_owned())).unwrap()
    }

    /// The names of the columns, the numbers of the rows that are taken, what is said of the others.
    fn read(sheet: &Sheet, known: &[&str]) -> (Vec<String>, Vec<usize>, Vec<String>) {
        let found = header::find(sheet, &|name| known.contains(&name)).unwrap();
        let extent = extent(sheet, &found, None);
        let rows = extent.rows.iter().map(|row| row.number).collect();
        let survey = super::super::Survey { left: extent.left, ..Default::default() };
        (found.header.names().to_vec(), rows, survey.left_out())
    }

    const CLERKS: &str = "ĐẢNG UỶ XÃ NHÂN THẮNG;;;;\n;;;;\nBẢNG TỔNG HỢP;;;;\n\
        STT;Tên chi bộ;Đảng viên;;Ghi chú\n;;Tổng số;Có mặt;\n(1);(2);(3);(4);(5)\nI;Khối thôn;;;\n\
        1;Chi bộ thôn Đông;20;18;\n2;Chi bộ thôn Đoài;21;21;x\n;Cộng khối thôn;41;39;\nII;Khối cơ quan;;;\n\
        STT;Tên chi bộ;Đảng viên;;Ghi chú\n3;Chi bộ Trường Tiểu học;10;9;\n\n4;Chi bộ Trạm Y tế;7;7;\n;Tổng cộng;58;55;\n\
        ;;;Nhân Thắng, ngày 08 tháng 6 năm 2026;\n;Người lập biểu;;T/M ĐẢNG UỶ;\n;Trần Thị Thu;;Lê Văn Cường;\n";

    #[test]
    fn what_is_around_a_table_and_between_its_rows_is_left_out_and_told() {
        let (names, rows, said) = read(&sheet(CLERKS), &[]);
        assert_eq!(names, ["STT", "Tên chi bộ", "Đảng viên / Tổng số", "Đảng viên / Có mặt", "Ghi chú"]);
        assert_eq!(rows, [8, 9, 13, 15]);
        assert_eq!(
            said,
            [
                "dòng 1–3: phần trên bảng",
                "dòng 6: đánh số cột",
                "dòng 7 (Khối thôn): tên nhóm",
                "dòng 10: dòng cộng",
                "dòng 11 (Khối cơ quan): tên nhóm",
                "dòng 12: lặp lại tiêu đề",
                "dòng 14: để trống",
                "dòng 16: dòng cộng",
                "dòng 17–19: phần dưới bảng",
            ]
        );
    }

    #[test]
    fn names_that_are_known_tell_the_header() {
        // As full as the header, and above it.
        let rows = "Mẫu;01;Kính gửi;Đảng uỷ\nSTT;Tên chi bộ;Số;Ngày\n1;Chi bộ A;5;05/6/2026\n";
        let (names, rows, _) = read(&sheet(rows), &["Tên chi bộ", "Số"]);
        assert_eq!((names[1].as_str(), &rows[..]), ("Tên chi bộ", &[3][..]));
    }

    #[test]
    fn merged_cells_name_groups_and_hidden_rows_are_left_out() {
        let mut sheet =
            sheet("Bảng;;;\nTên chi bộ;Điểm;;Bí thư\n;1,1;1.2;\nChi bộ A;5;4;An\nChi bộ B;5;4;Bé\n");
        let merged = |start, end| Merged { start, end };
        sheet.merged = vec![
            merged((0, 0), (0, 3)),
            merged((1, 0), (2, 0)),
            merged((1, 1), (1, 2)),
            merged((1, 3), (2, 3)),
        ];
        sheet.rows[3].hidden = Some(Hidden::Filtered);
        let (names, rows, said) = read(&sheet, &[]);
        assert_eq!(names, ["Tên chi bộ", "1.1", "1.2", "Bí thư"]);
        assert_eq!(rows, [5]);
        assert_eq!(said, ["dòng 1: phần trên bảng", "dòng 4 (Chi bộ A): đang bị bộ lọc ẩn: không làm"]);
    }

    #[test]
    fn rows_that_somebody_named_are_the_table() {
        let sheet = sheet("Tên;Số\nCộng;1\nChi bộ A;2\nChi bộ B;3\n");
        let found = header::at(&sheet, 1, None);
        let extent = extent(&sheet, &found, Some(&(2..=3)));
        assert_eq!(extent.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(extent.left.len(), 1);
    }

    #[test]
    fn a_sum_that_differs_from_the_rows_is_told() {
        let mut sheet = sheet(CLERKS);
        let number = |value: f64| Cell::Number { value, shown: value.to_string() };
        let sum = sheet.rows.iter_mut().find(|row| row.number == 16).unwrap();
        sum.cells[1].1 = number(59.0);
        sum.cells[2].1 = number(55.0);
        let found = header::find(&sheet, &|_| false).unwrap();
        let differing = sums(&extent(&sheet, &found, None), 5);
        assert_eq!(differing, [("C16".to_owned(), 59.0, 58.0)]);
    }
}
