//! What a row below a header is, as far as it says so itself.

use super::book::{Hidden, SheetRow};
use super::cell::Cell;
use super::header::{Found, filled, is_number};
use super::survey::Why;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Record,
    Not(Why),
}

/// What marks a group in the column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A, B, C
    Letter,
    /// I, II, III
    Roman,
}

/// What the row is by itself; `names`: how many columns have a name.
pub(super) fn sort(row: &SheetRow, found: &Found, names: usize) -> Sort {
    let cells: Vec<&(usize, Cell)> = filled(row).collect();
    let Some((_, first)) = cells.first() else { return Sort::Not(Why::Empty) };
    if cells.iter().all(|(_, cell)| cell.text().is_some_and(is_rule)) {
        return Sort::Not(Why::Empty);
    }
    match row.hidden {
        Some(Hidden::ByHand) => return Sort::Not(Why::Hidden),
        Some(Hidden::Filtered) => return Sort::Not(Why::Filtered),
        None => {}
    }
    let texts: Vec<String> =
        cells.iter().filter_map(|(_, cell)| cell.text()).map(str::to_lowercase).collect();
    // Sums stand under the columns; what is before them says so.
    let said = said(row).map(|text| text.to_lowercase()).unwrap_or_default();
    if is_sum(&said) {
        return Sort::Not(Why::Sum);
    }
    // A chi bộ may be called so: then its number stands before its name.
    if let Some(why) = is_figure(&said)
        && first.text().is_some_and(|first| first.to_lowercase() == said)
    {
        return Sort::Not(why);
    }
    if cells.len() >= 3 && row.number <= found.last + 2 && counts(&cells) {
        return Sort::Not(Why::Numbers);
    }
    if row.number <= found.last + 2 && are_units(row) {
        return Sort::Not(Why::Units);
    }
    let few = cells.len() <= 3.max(names / 4) && (cells.len() < names || names <= 3);
    if few && is_note(&said) {
        return Sort::Not(Why::Note);
    }
    // Who signs has no number.
    if few && first.as_number().is_none() && texts.iter().any(|text| is_signed(text)) {
        return Sort::Not(Why::Signed);
    }
    if repeats(&cells, found) {
        return Sort::Not(Why::Header);
    }
    let index = |text: &str| text.chars().count() <= 4;
    let alone = match cells[..] {
        [_] => true,
        [(_, first), (_, Cell::Text(_))] => index(&first.shown()),
        _ => false,
    };
    if names > 2 && alone && cells.len() < names { Sort::Not(Why::Heading) } else { Sort::Record }
}

/// The first text of a row that is neither a number nor a mark.
fn said(row: &SheetRow) -> Option<&str> {
    let texts = filled(row).filter_map(|(_, cell)| cell.text());
    texts.map(str::trim).find(|text| !is_number(text) && mark_of(text).is_none())
}

/// What the first cell of a row marks, where it is one.
pub(super) fn mark(row: &SheetRow) -> Option<Mark> {
    mark_of(filled(row).next()?.1.text()?)
}

fn mark_of(text: &str) -> Option<Mark> {
    let text = text.trim_end_matches(['.', ')', ' ', '-']);
    let is_roman = |text: &str| !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    match text.as_bytes() {
        _ if is_roman(text) => Some(Mark::Roman),
        [b'A'..=b'H'] => Some(Mark::Letter),
        _ => None,
    }
}

/// Whether a text draws a line, and says nothing: `---`, `===`.
fn is_rule(text: &str) -> bool {
    const SHORTEST: usize = 2;
    text.chars().count() >= SHORTEST
        && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '=' | '_' | ':' | '.'))
}

fn is_sum(text: &str) -> bool {
    let text = text.trim_end_matches([':', '.', ' ']);
    const WHOLE: [&str; 8] =
        ["cộng", "tổng", "tổng cộng", "tổng số", "cộng dồn", "toàn đảng bộ", "cộng chung", "tổng chung"];
    const STARTS: [&str; 7] =
        ["cộng:", "cộng (", "tổng cộng", "tổng số:", "tổng số (", "tổng số chi bộ", "toàn đảng bộ ("];
    WHOLE.contains(&text)
        || STARTS.iter().any(|start| text.starts_with(start))
        || is_group_sum(text)
        || is_counted_sum(text)
}

/// Whether a sum is that of a group: `Cộng khối thôn`, `Tổng cụm 1`, `Cộng I`.
pub(super) fn is_group_sum(text: &str) -> bool {
    const GROUPS: [&str; 5] = ["khối", "cụm", "nhóm", "mục", "trang"];
    summed(text).map(str::trim).is_some_and(|rest| {
        let mark = rest.trim_matches(['(', ')']).to_uppercase();
        GROUPS.iter().any(|group| rest.starts_with(group)) || mark_of(&mark).is_some()
    })
}

/// Whether a sum says how many it is of: `Tổng số 4 chi bộ`.
fn is_counted_sum(text: &str) -> bool {
    let rest = summed(text).unwrap_or_default().trim_start();
    let counted = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    counted.len() < rest.len()
        && ["chi bộ", "đơn vị"].iter().any(|word| counted.trim_start().starts_with(word))
}

/// What a sum is of, as its words say it.
fn summed(text: &str) -> Option<&str> {
    ["tổng cộng ", "tổng số ", "cộng ", "tổng "].iter().find_map(|sum| text.strip_prefix(sum))
}

/// The sum that a row is of: its words in small letters.
pub(super) fn sum(row: &SheetRow) -> String {
    said(row).map(str::to_lowercase).unwrap_or_default()
}

/// What is told of all rows and is no sum: averages, shares.
fn is_figure(text: &str) -> Option<Why> {
    const FIGURES: [(&str, Why); 6] = [
        ("bình quân", Why::Average),
        ("trung bình", Why::Average),
        ("điểm bình quân", Why::Average),
        ("điểm trung bình", Why::Average),
        ("tỷ lệ", Why::Share),
        ("tỉ lệ", Why::Share),
    ];
    let starts = |start: &str| {
        text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    FIGURES.iter().find(|(start, _)| starts(start)).map(|(_, why)| *why)
}

fn is_note(text: &str) -> bool {
    ["ghi chú", "chú thích", "chú ý", "lưu ý", "*", "(*)"].iter().any(|start| text.starts_with(start))
}

/// What stands where a table is signed.
fn is_signed(text: &str) -> bool {
    const STARTS: [&str; 15] = [
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

/// Whether the cells count the columns: 1, 2, 3 or (1), (2), (3), after (A), (B) too; `(5)=(3)/(4)` is 5.
fn counts(cells: &[&(usize, Cell)]) -> bool {
    let shown = |cell: &Cell| {
        let shown = cell.shown();
        let shown = shown.split('=').next().unwrap_or_default().trim();
        shown.trim_matches(['(', ')', '[', ']']).trim().to_owned()
    };
    let marks: Vec<String> = cells.iter().map(|(_, cell)| shown(cell)).collect();
    let number = |mark: &String| is_number(mark).then(|| mark.parse::<usize>().ok()).flatten();
    let numbers: Vec<usize> = marks.iter().filter_map(number).collect();
    let letters =
        marks.iter().zip('A'..).take_while(|(mark, letter)| mark.to_uppercase() == letter.to_string());
    let lettered = letters.count() + numbers.len() == cells.len();
    (numbers.len() * 4 >= cells.len() * 3 || lettered)
        && numbers.first().is_some_and(|first| *first <= 2)
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Whether a row says in what its columns count: `(đồng chí)`, `%`, `điểm`.
fn are_units(row: &SheetRow) -> bool {
    const UNITS: [&str; 16] = [
        "đồng chí",
        "đ/c",
        "%",
        "điểm",
        "người",
        "phút",
        "giờ",
        "buổi",
        "lần",
        "lượt",
        "đồng",
        "nghìn đồng",
        "triệu đồng",
        "chỉ tiêu",
        "đảng viên",
        "chi bộ",
    ];
    let bracketed = |text: &str| {
        text.starts_with('(') && text.ends_with(')') && text.contains(|c: char| c.is_alphabetic() || c == '%')
    };
    let is_unit = |cell: &Cell| {
        cell.text().map(|text| text.trim().to_lowercase()).is_some_and(|text| {
            UNITS.contains(&text.as_str())
                || bracketed(&text)
                || text.starts_with("đvt")
                || text.starts_with("đơn vị tính")
        })
    };
    let mut cells = filled(row).peekable();
    cells.peek().is_some() && cells.all(|(_, cell)| is_unit(cell))
}
