//! What was found in a table: what is taken, what is left out and why.

use std::fmt;
use std::sync::Arc;

use super::rows::plain_number;
use super::sums::Differing;

/// Which rows and columns of a table are used for records, and which are not: a summary before documents are made.
/// `Display` prints it in Vietnamese, one sentence per line.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Survey {
    /// The sheet that is read, if the file has sheets.
    pub sheet: Option<String>,
    /// The other visible sheets, which are not read.
    pub other_sheets: Vec<String>,
    /// The encoding of a CSV, if it was guessed: `windows-1258`. Then somebody should check that the letters
    /// are right.
    pub guessed_encoding: Option<&'static str>,
    /// The first and the last row of the header, by the row numbers of the sheet.
    pub header: (usize, usize),
    /// The first and the last row that becomes a record; `None` if no row does.
    pub rows: Option<(usize, usize)>,
    /// The number of rows that become records.
    pub records: usize,
    /// The number of columns that have a name.
    pub columns: usize,
    /// The number of columns that are recognised by their names; `None` with a mapping that names columns.
    pub recognised: Option<usize>,
    /// The month (1 to 12) and the year of the records, and where they were found, in Vietnamese: `ô A2`.
    /// `None` if they were not found.
    pub month: Option<(u32, i32, String)>,
    /// Whether no month is given, so that each form has the month of its session.
    pub months_by_session: bool,
    /// The names of the columns that are not used, because the kind has no field for them. Always empty with
    /// a mapping that names columns, and for kinds that are neither an office's own form nor
    /// [`gathered`](crate::kinds::Kind::gathered).
    pub unused: Vec<String>,
    /// The Vietnamese names of the list's fields for which the table has no column. Always empty with a
    /// mapping that names columns, and for kinds that are not [`gathered`](crate::kinds::Kind::gathered).
    pub open: Vec<String>,
    /// Whether all rows make one list.
    pub(super) is_list: bool,
    /// The rows, and the cells far away, that are left out.
    pub(super) left: Arc<Vec<Left>>,
    /// Sums that differ from their rows.
    pub(super) sums: Vec<Differing>,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) row: usize,
    /// The last of the rows, where more in a row are empty.
    pub(super) last: usize,
    pub(super) why: Why,
    /// What it is about.
    pub(super) label: String,
}

impl Left {
    /// These rows, both ends among them.
    pub(super) fn rows(row: usize, last: usize, why: Why) -> Left {
        Left { row, last, why, label: String::new() }
    }
}

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Above,
    Empty,
    Hidden,
    Filtered,
    /// Not one of those that somebody named.
    NotNamed,
    /// The header again.
    Header,
    /// 1, 2, 3 below the header.
    Numbers,
    /// In what the columns count.
    Units,
    /// A group's title.
    Heading,
    Note,
    Sum,
    Average,
    Share,
    /// Who signs.
    Signed,
    /// A record, where the table is over.
    BelowSignatures,
    Below,
    /// A cell far away from all others.
    Outside,
}

impl Why {
    fn words(self) -> &'static str {
        match self {
            Why::Above => "phần trên bảng",
            Why::Empty => "để trống",
            Why::Hidden => "đang ẩn: không làm",
            Why::Filtered => "đang bị bộ lọc ẩn: không làm",
            Why::NotNamed => "ngoài các dòng đã chọn",
            Why::Header => "lặp lại tiêu đề",
            Why::Numbers => "đánh số cột",
            Why::Units => "đơn vị tính",
            Why::Heading => "tên nhóm",
            Why::Note => "ghi chú",
            Why::Sum => "dòng cộng",
            Why::Average => "dòng bình quân",
            Why::Share => "dòng tỷ lệ",
            Why::BelowSignatures => {
                "dưới phần ký: không làm; hãy đưa dòng lên trên phần ký, hoặc chọn dòng bằng rows"
            }
            Why::Signed | Why::Below => "phần dưới bảng",
            Why::Outside => "ở xa bảng: không lấy",
        }
    }

    /// Whether each row is told with what it is about.
    fn by_name(self) -> bool {
        self.is_of_record() || matches!(self, Why::Heading | Why::Note)
    }

    /// Whether it is why a record is left out.
    pub(super) fn is_of_record(self) -> bool {
        matches!(self, Why::Hidden | Why::Filtered | Why::BelowSignatures)
    }
}

impl Survey {
    /// What is left out, one line each: `dòng 16 (Chi bộ Khu phố 9): đang ẩn: không làm`.
    #[must_use]
    pub fn left_out(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = self.left.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let same = others.iter().take_while(|left| left.why == first.why && !first.why.by_name()).count();
            let label = if first.label.is_empty() { String::new() } else { format!(" ({})", first.label) };
            lines.push(match first.why {
                Why::Outside => {
                    let places: Vec<&str> = rest[..=same].iter().map(|left| left.label.as_str()).collect();
                    format!("ô {}: {}", places.join(", "), first.why.words())
                }
                why if why.by_name() => format!("dòng {}{label}: {}", first.row, why.words()),
                why => format!("{}: {}", spans(&rest[..=same]), why.words()),
            });
            rest = &others[same..];
        }
        lines
    }

    /// The records that are left out because they are hidden or below the signatures. Each is a pair: its
    /// name (`dòng 16 (Chi bộ Khu phố 9)`, with sheets `Tháng 6, dòng 16 (…)`) and the reason, in Vietnamese.
    #[must_use]
    pub fn hidden_rows(&self) -> Vec<(String, String)> {
        let sheet = self.sheet.as_ref().map_or_else(String::new, |sheet| format!("{sheet}, "));
        let hidden = self.left.iter().filter(|left| left.why.is_of_record());
        let told = hidden.map(|left| {
            let label = if left.label.is_empty() { String::new() } else { format!(" ({})", left.label) };
            (format!("{sheet}dòng {}{label}", left.row), left.why.words().to_owned())
        });
        told.collect()
    }

    /// The sums in the table that differ from the sums of its rows, one line each, in Vietnamese. They do not
    /// change the records.
    #[must_use]
    pub fn differing_sums(&self) -> Vec<String> {
        let line = |Differing { cell, said, total, cause }: &Differing| {
            let why = cause.as_ref().map_or_else(String::new, |cause| format!(", {}", cause.words()));
            format!(
                "ô {cell} ghi {}, mà các dòng được lấy cộng lại là {}{why}",
                plain_number(*said),
                plain_number(*total)
            )
        };
        self.sums.iter().map(line).collect()
    }
}

/// `dòng 5`, `dòng 5–6`.
fn span(first: usize, last: usize) -> String {
    if first == last { format!("dòng {first}") } else { format!("dòng {first}–{last}") }
}

/// `dòng 1–4, 30`.
fn spans(left: &[Left]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for left in left {
        match spans.last_mut() {
            Some((_, last)) if left.row == *last + 1 => *last = left.last,
            _ => spans.push((left.row, left.last)),
        }
    }
    let said: Vec<String> = spans.iter().map(|(first, last)| span(*first, *last)).collect();
    said.join(", ").replace(", dòng ", ", ")
}

impl fmt::Display for Survey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            let others: Vec<String> = self.other_sheets.iter().map(|name| format!("“{name}”")).collect();
            let not = if others.is_empty() {
                String::new()
            } else {
                format!("; không lấy {}", others.join(", "))
            };
            writeln!(f, "lấy trang “{sheet}”{not}")?;
        }
        if let Some(encoding) = self.guessed_encoding {
            writeln!(f, "tệp không ở dạng UTF-8, đọc theo bảng mã {encoding}; hãy xem chữ có đúng không")?;
        }
        let columns = match self.recognised {
            Some(recognised) => format!("nhận ra {recognised} trong {} cột", self.columns),
            None => format!("{} cột", self.columns),
        };
        writeln!(f, "tiêu đề: {}; {columns}", span(self.header.0, self.header.1))?;
        match self.rows {
            Some((first, last)) => writeln!(f, "lấy {}: {} bản ghi", span(first, last), self.records)?,
            None => writeln!(f, "không có dòng nào để làm")?,
        }
        if let Some((month, year, place)) = &self.month {
            writeln!(f, "tháng {month} năm {year}, theo {place}")?;
        }
        if self.months_by_session {
            writeln!(f, "tháng của mỗi phiếu lấy theo ngày họp của dòng")?;
        }
        for name in &self.unused {
            let whole = if self.is_list { "danh sách" } else { "mẫu" };
            writeln!(f, "không dùng cột “{name}”: {whole} không có mục ấy")?;
        }
        for term in &self.open {
            writeln!(f, "để trống “{term}” của danh sách: bảng không có cột tên ấy")?;
        }
        for line in self.left_out() {
            writeln!(f, "không lấy {line}")?;
        }
        for line in self.differing_sums() {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}
