//! What is left for the pen and is no field of the record: boxes to be ticked, lines for an opinion. Each is called by the
//! words at it, as they stand in the file that came back.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, Paragraph as Own};
use super::data::Slot;
use super::fields::{owners, plain, ticked};
use super::grid::grids;
use super::reading::short;
use super::recover::{literals, numbers};
use super::rows::cells;
use super::words::BOXES;
use crate::document::Document;
use crate::tree::{Block, Paragraph};

/// What a blank is called.
#[derive(Debug, PartialEq)]
pub(super) struct Called {
    pub(super) name: String,
    /// What it was called where it was sent, if it stands elsewhere now.
    pub(super) sent: Option<String>,
    pub(super) is_box: bool,
}

/// What the blanks of a file are called, by the numbers of their fields.
pub(super) fn called(document: Option<&Document>, body: &Body, slots: &[Slot]) -> BTreeMap<usize, Called> {
    if !slots.iter().any(is_blank) {
        return BTreeMap::new();
    }
    let sent = document.map(|document| named(sent(document), slots)).unwrap_or_default();
    let now = named(now(body, slots), slots);
    let boxes = |all: &BTreeMap<usize, Name>| all.values().filter(|name| name.is_box).count();
    let comparable = boxes(&sent) == boxes(&now);
    let numbers = 0..slots.len();
    let called = numbers.filter_map(|number| {
        let (own, theirs) = (now.get(&number), sent.get(&number));
        let name = own.or(theirs)?;
        let moved = comparable && name.is_box && theirs.is_some_and(|sent| sent.key != name.key);
        let sent = theirs.filter(|_| moved).map(|sent| sent.said.clone());
        // Where a box is gone, the others keep the numbers that they were sent with.
        let name = if moved { name } else { theirs.unwrap_or(name) };
        Some((number, Called { name: name.said.clone(), sent, is_box: name.is_box }))
    });
    called.collect()
}

fn is_blank(slot: &Slot) -> bool {
    slot.at.starts_with("/view/blank/")
}

fn is_box(slots: &[Slot], number: usize) -> bool {
    slots.get(number).is_some_and(|slot| ticked(&slot.printed).is_some())
}

/// A paragraph: what stands before, between and behind its fields.
struct Line {
    literals: Vec<String>,
    fields: Vec<usize>,
    cell: Option<Cell>,
}

/// A cell of a table: what its row begins with, what the row says, what its column is called.
#[derive(Clone)]
struct Cell {
    first: String,
    row: String,
    column: String,
}

impl Cell {
    fn of(row: &[(usize, String)], head: &[(usize, String)], column: usize) -> Cell {
        let said = |text: &String| short(&text.replace(BOXES, " "));
        let texts = row.iter().filter(|(own, _)| *own != column).map(|(_, text)| said(text));
        let texts: Vec<String> = texts.filter(|text| has_words(text)).take(2).collect();
        let named = head.iter().find(|(own, _)| *own == column).map(|(_, text)| said(text));
        let first = texts.first().cloned().unwrap_or_default();
        Cell { first, row: texts.join(" "), column: named.unwrap_or_default() }
    }
}

fn sent(document: &Document) -> Vec<Line> {
    let line = |paragraph: &Paragraph, cell: Option<Cell>| Line {
        literals: literals(paragraph),
        fields: numbers(paragraph).collect(),
        cell,
    };
    let mut lines = Vec::new();
    for block in document.tree.sections().iter().flat_map(|section| &section.blocks) {
        let Block::Table(table) = block else {
            lines.extend(block.paragraphs().map(|paragraph| line(paragraph, None)));
            continue;
        };
        let texts = |row: &crate::tree::Row| -> Vec<(usize, String)> {
            cells(row).into_iter().map(|(column, text, _)| (column, text)).collect()
        };
        let head = table.rows.first().map(texts).unwrap_or_default();
        for row in &table.rows {
            let own = texts(row);
            for (column, _, paragraphs) in cells(row) {
                let cell = Cell::of(&own, &head, column);
                lines.extend(paragraphs.iter().map(|paragraph| line(paragraph, Some(cell.clone()))));
            }
        }
    }
    lines
}

fn now(body: &Body, slots: &[Slot]) -> Vec<Line> {
    let owners = owners(body, slots);
    let mut of_cells: BTreeMap<usize, Cell> = BTreeMap::new();
    for grid in grids(body) {
        let texts = |row: &super::grid::Row| -> Vec<(usize, String)> {
            let place = |cell: &usize| body.cells.get(*cell).map(|cell| cell.column);
            row.iter().filter_map(|(cell, text)| Some((place(cell)?, text.clone()))).collect()
        };
        let head = grid.first().map(texts).unwrap_or_default();
        for row in &grid {
            let own = texts(row);
            let places = row.iter().zip(&own).map(|((cell, _), (column, _))| (*cell, *column));
            of_cells.extend(places.map(|(cell, column)| (cell, Cell::of(&own, &head, column))));
        }
    }
    let line = |paragraph: &Own| {
        let mut line = Line { literals: vec![String::new()], fields: Vec::new(), cell: None };
        line.cell = paragraph.cell.and_then(|cell| of_cells.get(&cell).cloned());
        for piece in &paragraph.pieces {
            let owner = owners.of(piece.control);
            match (owner, line.literals.last_mut()) {
                // A control that was split.
                (Some(field), Some(last)) if line.fields.last() == Some(&field) && last.is_empty() => {}
                (Some(field), _) => {
                    line.fields.push(field);
                    line.literals.push(String::new());
                }
                (None, last) => last.into_iter().for_each(|last| last.push_str(&piece.text)),
            }
        }
        line
    };
    body.paragraphs.iter().map(line).collect()
}

/// What one blank is called.
struct Name {
    said: String,
    /// What tells it from others, also where names are filled in beside it.
    key: String,
    is_box: bool,
}

fn named(lines: Vec<Line>, slots: &[Slot]) -> BTreeMap<usize, Name> {
    let mut found: Vec<(usize, Name)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for line in &lines {
        for (at, field) in line.fields.iter().enumerate() {
            if !slots.get(*field).is_some_and(is_blank) || !told.insert(*field) {
                continue;
            }
            let is_box = is_box(slots, *field);
            let name = if is_box { line.of_box(at, slots) } else { line.of_room(at) };
            let Some((said, key)) = name else { continue };
            *known.entry(key.clone()).or_default() += usize::from(is_box);
            found.push((*field, Name { said, key, is_box }));
        }
    }
    // Of boxes of one name each is counted.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &mut found {
        if name.is_box && known.get(&name.key).is_some_and(|count| *count > 1) {
            let nth = seen.entry(name.key.clone()).or_default();
            *nth += 1;
            name.said = format!("{} thứ {nth}", name.said);
            name.key = format!("{} {nth}", name.key);
        }
    }
    found.into_iter().collect()
}

impl Line {
    /// The words that a box is of: those behind it where it begins the line or something leads to the boxes, else those
    /// before it; of a box alone in its cell, the row and the column.
    fn of_box(&self, at: usize, slots: &[Slot]) -> Option<(String, String)> {
        let boxes = || self.fields.iter().enumerate().filter(|(_, field)| is_box(slots, **field));
        let before = |at: usize| self.literals.get(at).map(|text| plain(text)).unwrap_or_default();
        let (first, last) = (boxes().next()?.0, boxes().next_back()?.0);
        let (lead, end) = (before(first), before(last + 1));
        let label = if !has_letters(&lead) || (has_letters(&end) && lead.ends_with(':')) {
            let behind = before(at + 1);
            let words = behind.split(BOXES).next().unwrap_or_default();
            words.split(' ').take(WORDS).collect::<Vec<_>>().join(" ")
        } else {
            let own = before(at);
            let words = own.rsplit(BOXES).next().unwrap_or_default().trim_end_matches([':', ' ']);
            last_words(words.rsplit(':').next().unwrap_or_default())
        };
        let label = label.trim_matches([',', ';', '.', ':', ' ']);
        if has_letters(label) {
            return Some((format!("ô “{}”", short(label)), label.to_owned()));
        }
        let Cell { first, row, column } = self.cell.as_ref()?;
        let key = format!("{first}\n{column}");
        match (row.is_empty(), column.is_empty()) {
            (true, true) => None,
            (false, true) => Some((format!("ô ở dòng “{row}”"), key)),
            (true, false) => Some((format!("ô ở cột “{column}”"), key)),
            (false, false) => Some((format!("ô ở dòng “{row}”, cột “{column}”"), key)),
        }
    }

    /// The words before room for the pen.
    fn of_room(&self, at: usize) -> Option<(String, String)> {
        let before = last_words(&plain(self.literals.get(at)?));
        (!before.is_empty()).then(|| (format!("chỗ để trống sau “{before}”"), before))
    }
}

/// So many words say what a blank is.
const WORDS: usize = 8;

fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.get(words.len().saturating_sub(WORDS)..).unwrap_or_default().join(" ")
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the boxes of a line are called.
    fn of(line: &str) -> Vec<String> {
        let slot = Slot { at: "/view/blank/0".into(), printed: "☐".into(), ..Slot::default() };
        let literals: Vec<String> = line.split('☐').map(str::to_owned).collect();
        let fields = (0..literals.len() - 1).collect::<Vec<_>>();
        let slots = vec![slot; fields.len()];
        let names = named(vec![Line { literals, fields, cell: None }], &slots);
        names.into_values().map(|name| name.said).collect()
    }

    #[test]
    fn a_box_is_called_by_the_words_that_it_is_of() {
        assert_eq!(of("Cấp độ: ☐ Xuất sắc ☐ Tốt, ☐ Kém"), ["ô “Xuất sắc”", "ô “Tốt”", "ô “Kém”"]);
        assert_eq!(of("☐ Hoàn thành ☐ Không hoàn thành"), ["ô “Hoàn thành”", "ô “Không hoàn thành”"]);
        assert_eq!(of("1. ☐ Đồng ý"), ["ô “Đồng ý”"]);
        assert_eq!(of("Đồng ý với dự thảo ☐"), ["ô “Đồng ý với dự thảo”"]);
        assert_eq!(of("Giới tính: Nam ☐ Nữ ☐"), ["ô “Nam”", "ô “Nữ”"]);
        assert_eq!(of("Đồng ý ☐ Không đồng ý ☐ (nêu lý do)"), ["ô “Đồng ý”", "ô “Không đồng ý”"]);
        assert_eq!(of("☐ Tốt ☐ Tốt"), ["ô “Tốt” thứ 1", "ô “Tốt” thứ 2"]);
        assert_eq!(of("☐ ☐"), [""; 0]);
    }

    #[test]
    fn a_box_alone_in_its_cell_is_called_by_its_row_and_its_column() {
        let slot = |number: usize| Slot {
            at: format!("/view/blank/{number}"),
            printed: "☐".into(),
            ..Slot::default()
        };
        let texts = |words: [&str; 3]| -> Vec<(usize, String)> {
            words.into_iter().map(str::to_owned).enumerate().collect()
        };
        let head = texts(["TT", "Họ và tên", "Đồng ý"]);
        let line = |field: usize, row: [&str; 3]| Line {
            literals: vec![String::new(), String::new()],
            fields: vec![field],
            cell: Some(Cell::of(&texts(row), &head, 2)),
        };
        let lines = vec![line(0, ["1", "Lê Văn An", "☐"]), line(1, ["", "", "☐"])];
        let names = named(lines, &[slot(0), slot(1)]);
        let said: Vec<&str> = names.values().map(|name| name.said.as_str()).collect();
        assert_eq!(said, ["ô ở dòng “1 Lê Văn An”, cột “Đồng ý”", "ô ở cột “Đồng ý”"]);
        assert_eq!(names[&0].key, "1\nĐồng ý");
    }
}
