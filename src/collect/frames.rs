//! Where figures stand. What a page says of a figure is more than what its control holds: the words and digits beside
//! it, the line and the column of its table. Where these are others than were sent, the figure reads in two ways.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, Paragraph as Own};
use super::data::Slot;
use super::fields::{is_open, owners, plain, same};
use super::grid::{Row, grids};
use super::reading::short;
use super::recover::{literals, numbers};
use super::rows::{begins_as, cells, column_of, columns, has_most, labels, split_off};
use super::values::is_exact;
use super::words::comparable;
use crate::document::Document;
use crate::kinds::Kind;
use crate::tree::{Block, Paragraph, Table};

/// A field that reads in two ways.
pub(super) struct Misread {
    /// The number of the field.
    pub(super) field: usize,
    /// What its control says, and what the page does.
    pub(super) said: String,
    /// The paragraphs in which it was found.
    pub(super) paragraphs: Vec<usize>,
}

/// What a file is read beside.
pub(super) struct Frames<'a> {
    pub(super) kind: &'a Kind,
    /// What was sent, with its fields.
    pub(super) document: &'a Document,
    pub(super) body: &'a Body,
    pub(super) slots: &'a [Slot],
    /// Paragraphs whose controls were lost.
    pub(super) recovered: &'a BTreeMap<usize, String>,
}

impl Frames<'_> {
    /// The figures, days, times and boxes that stand elsewhere than they were sent, or with something beside them; and words
    /// that stand in another row or column of a table.
    pub(super) fn misread(&self) -> Vec<Misread> {
        let (sent, tables) = self.sent();
        let mut here = Here::new(self.body, tables);
        let mut found: BTreeMap<usize, Misread> = BTreeMap::new();
        for (paragraphs, parts) in self.groups(&sent) {
            for now in placed(&parts) {
                let Some(frame) = sent.get(&now.field).filter(|_| !found.contains_key(&now.field)) else {
                    continue;
                };
                let Some(slot) = self.slots.get(now.field) else { continue };
                let own = written(&now.text, slot);
                let is_moved = || sent.values().any(|other| other.is_around(&now));
                let said = beside(frame, &now, own.is_some(), is_moved)
                    .filter(|_| frame.exact)
                    .or_else(|| here.elsewhere(frame, paragraphs.cell(self.body), own.as_deref()?));
                if let Some(said) = said {
                    let paragraphs = paragraphs.0.clone();
                    found.insert(now.field, Misread { field: now.field, said, paragraphs });
                }
            }
        }
        found.into_values().collect()
    }

    /// Where each field was sent, and the tables of the paper.
    fn sent(&self) -> (BTreeMap<usize, Frame>, Vec<&Table>) {
        let (mut frames, mut tables) = (BTreeMap::new(), Vec::new());
        let mut take = |parts: &[Part], at: Option<Place>| {
            for placed in placed(parts) {
                let Some(slot) = self.slots.get(placed.field) else { continue };
                let exact = is_exact(self.kind, &slot.at);
                if exact || (slot.open && at.is_some()) {
                    let Placed { before, after, .. } = placed;
                    frames.insert(placed.field, Frame { before, after, at, exact });
                }
            }
        };
        for block in self.document.tree.sections().iter().flat_map(|section| &section.blocks) {
            let Block::Table(table) = block else {
                block.paragraphs().for_each(|paragraph| take(&parts_of(paragraph), None));
                continue;
            };
            for (row, own) in table.rows.iter().enumerate() {
                for (column, _, paragraphs) in cells(own) {
                    let parts: Vec<Part> = paragraphs.iter().flat_map(parts_of).collect();
                    take(&parts, Some(Place { table: tables.len(), row, column }));
                }
            }
            tables.push(table);
        }
        (frames, tables)
    }

    /// The text in which fields stand: of those in tables a cell, of others a paragraph.
    fn groups(&self, sent: &BTreeMap<usize, Frame>) -> Vec<(Group, Vec<Part>)> {
        let owners = owners(self.body, self.slots);
        let parts = |paragraph: &Own| -> Vec<Part> {
            let part = |piece: &super::body::Piece| Part {
                field: owners.of(piece.control),
                text: piece.text.clone(),
            };
            paragraph.pieces.iter().map(part).chain([Part::space()]).collect()
        };
        let mut of_cells: BTreeMap<usize, (Group, Vec<Part>)> = BTreeMap::new();
        let mut groups = Vec::new();
        let in_table = |part: &Part| {
            part.field.and_then(|field| sent.get(&field)).is_some_and(|frame| frame.at.is_some())
        };
        let full: BTreeSet<usize> = (self.body.paragraphs.iter())
            .filter(|paragraph| parts(paragraph).iter().any(in_table))
            .filter_map(|paragraph| paragraph.cell)
            .collect();
        for (index, paragraph) in self.body.paragraphs.iter().enumerate() {
            if self.recovered.contains_key(&index) {
                continue;
            }
            match paragraph.cell.filter(|cell| full.contains(cell)) {
                Some(cell) => {
                    let (group, all) = of_cells.entry(cell).or_default();
                    group.0.push(index);
                    all.extend(parts(paragraph));
                }
                None => groups.push((Group(vec![index]), parts(paragraph))),
            }
        }
        groups.extend(of_cells.into_values());
        groups
    }
}

/// Paragraphs that are read as one.
#[derive(Default, Clone)]
struct Group(Vec<usize>);

impl Group {
    fn cell(&self, body: &Body) -> Option<usize> {
        self.0.first().and_then(|index| body.paragraphs.get(*index)).and_then(|paragraph| paragraph.cell)
    }
}

/// Text of one field, or of none.
struct Part {
    field: Option<usize>,
    text: String,
}

impl Part {
    fn space() -> Part {
        Part { field: None, text: " ".to_owned() }
    }
}

/// A cell of a table that was sent.
#[derive(Clone, Copy)]
struct Place {
    table: usize,
    row: usize,
    column: usize,
}

/// Where a field was sent.
struct Frame {
    before: String,
    after: String,
    at: Option<Place>,
    /// Whether it is a figure, a day, a time or a box; of words it only counts in which row they are.
    exact: bool,
}

impl Frame {
    /// Whether a field stands between the words that this one was sent between.
    fn is_around(&self, now: &Placed) -> bool {
        let [before, after] = [edge(&self.before), edge(&self.after)];
        !(before.is_empty() && after.is_empty()) && [before, after] == [edge(&now.before), edge(&now.after)]
    }
}

/// A field with what stands before and behind it, up to the next fields.
struct Placed {
    field: usize,
    before: String,
    text: String,
    after: String,
    /// Whether a field stands before it, and behind it.
    follows: bool,
    leads: bool,
}

fn parts_of(paragraph: &Paragraph) -> Vec<Part> {
    let literals = literals(paragraph).into_iter().map(|text| Part { field: None, text });
    let mut fields = numbers(paragraph).map(|field| Part { field: Some(field), text: String::new() });
    let mut parts = Vec::new();
    for literal in literals {
        parts.push(literal);
        parts.extend(fields.next());
    }
    parts.push(Part::space());
    parts
}

fn placed(parts: &[Part]) -> Vec<Placed> {
    let (mut all, mut before): (Vec<Placed>, String) = (Vec::new(), String::new());
    let mut is_open = false;
    for part in parts {
        match (part.field, all.last_mut().filter(|_| is_open)) {
            // A control that was split.
            (Some(field), Some(last)) if last.field == field && last.after.is_empty() => {
                last.text.push_str(&part.text);
            }
            (Some(field), last) => {
                let follows = last.map(|last| last.leads = true).is_some();
                let (before, text) = (std::mem::take(&mut before), part.text.clone());
                all.push(Placed { field, before, text, after: String::new(), follows, leads: false });
                is_open = true;
            }
            (None, last) => {
                before.push_str(&part.text);
                if let Some(last) = last {
                    last.after.push_str(&part.text);
                }
            }
        }
    }
    all
}

/// What somebody wrote into a control; nothing where it still shows room, or what was sent.
fn written(text: &str, slot: &Slot) -> Option<String> {
    let own = plain(text);
    (!is_open(&own) && !same(&own, &slot.printed)).then_some(own)
}

/// What stands beside a figure that was not sent there. Of a line in which nothing is filled in, words say nothing of a figure.
fn beside(frame: &Frame, now: &Placed, is_changed: bool, is_moved: impl Fn() -> bool) -> Option<String> {
    let (front, behind) = (Gap::of(&frame.before, &now.before), Gap::of(&frame.after, &now.after));
    // What changed between two fields is of the first where it stands next to it, else of the second.
    let touched = [
        Some(front).filter(|gap| gap.differs && !(now.follows && gap.only_begins)),
        Some(behind).filter(|gap| gap.differs && (!now.leads || gap.begins)),
    ];
    let is_figure = |gap: &Gap| gap.figures || is_changed || frame.at.is_some();
    if !touched.iter().flatten().any(is_figure) {
        return None;
    }
    let ends = [',', ';'];
    let before = now.before.rsplit(ends).next().filter(|_| now.follows).unwrap_or(&now.before);
    let after = now.after.split(ends).next().filter(|_| now.leads).unwrap_or(&now.after);
    let read = short(&format!("{before}{}{after}", now.text));
    let asked = if is_moved() { MOVED } else { DO };
    Some(match plain(&now.text) {
        own if is_open(&own) => format!("ô để điền còn trống, mà trên trang đọc là “{read}”; {asked}"),
        own => format!("ô để điền ghi “{}”, mà trên trang đọc là “{read}”; {asked}", short(&own)),
    })
}

/// How words beside a field differ from those that were sent.
#[derive(Clone, Copy)]
struct Gap {
    differs: bool,
    /// Whether they differ from their first word on, and whether they end alike all the same.
    begins: bool,
    only_begins: bool,
    /// Whether they have other figures.
    figures: bool,
}

impl Gap {
    fn of(sent: &str, now: &str) -> Gap {
        let (sent, now) = (edge(sent), edge(now));
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (own, theirs) = (words(&sent), words(&now));
        let begins = own.first() != theirs.first();
        let figures = |text: &str| {
            let figures = text.chars().filter(|c| c.is_numeric() || matches!(c, '-' | '+' | '−' | '%'));
            figures.collect::<String>()
        };
        Gap {
            differs: sent != now,
            begins,
            only_begins: begins && own.last() == theirs.last(),
            figures: figures(&sent) != figures(&now),
        }
    }
}

const DO: &str = "hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại";
pub(super) const MOVED: &str = "hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi";

/// Words beside a field as they are compared: marks at their ends say nothing of a figure.
fn edge(text: &str) -> String {
    comparable(text)
        .trim_matches(|c: char| matches!(c, '.' | ';' | ':' | '…' | '_') || c.is_whitespace())
        .to_owned()
}

/// The tables of a file, and those that were sent. What was found of a table or a row is kept: a file may have many copies of
/// a control.
struct Here<'a> {
    body: &'a Body,
    grids: Vec<Vec<Row>>,
    /// The row of each cell, in its grid.
    rows: BTreeMap<usize, usize>,
    tables: Vec<&'a Table>,
    /// Where a table that came back has the heads of one that was sent; nothing where it is another table.
    columns: BTreeMap<(usize, usize), Option<BTreeMap<usize, usize>>>,
    /// Whether a row that came back is one that was sent.
    alike: BTreeMap<[usize; 4], bool>,
    /// Whether a table that was sent is in the file.
    there: BTreeMap<usize, bool>,
}

impl<'a> Here<'a> {
    fn new(body: &'a Body, tables: Vec<&'a Table>) -> Here<'a> {
        let grids = grids(body);
        let rows = grids.iter().flat_map(|grid| grid.iter().enumerate());
        let rows = rows.flat_map(|(at, row)| row.iter().map(move |(cell, _)| (*cell, at))).collect();
        let (columns, alike, there) = Default::default();
        Here { body, grids, rows, tables, columns, alike, there }
    }

    /// The line or the column in which a figure stands, where it was sent in another one.
    fn elsewhere(&mut self, frame: &Frame, cell: Option<usize>, own: &str) -> Option<String> {
        let place = frame.at?;
        let moved = |to: String| Some(format!("ô để điền ghi “{}”, mà nằm ở {to}; {MOVED}", short(own)));
        let at = cell.and_then(|cell| Some((self.body.cells.get(cell)?, cell)));
        let Some((cell, index)) = at else {
            return self.has(place.table).then(|| moved("ngoài bảng".to_owned())).flatten();
        };
        let Some(columns) = self.columns(place.table, cell.table) else {
            return self.has(place.table).then(|| moved("bảng khác".to_owned())).flatten();
        };
        let row = *self.rows.get(&index)?;
        if !self.is_alike(place, cell.table, row, &columns) {
            let own = self.grids.get(cell.table)?.get(row)?;
            return moved(format!("dòng “{}”", self.label(own, index)));
        }
        let expected = columns.get(&place.column)?;
        if *expected == cell.column {
            return None;
        }
        let sent = columns.iter().find(|(_, own)| **own == cell.column).map(|(sent, _)| *sent);
        let head = cells(self.tables.get(place.table)?.rows.first()?);
        let name = head.iter().find(|(column, ..)| Some(*column) == sent);
        moved(name.map_or("cột khác".to_owned(), |(_, text, _)| format!("cột “{}”", short(text))))
    }

    fn columns(&mut self, sent: usize, now: usize) -> Option<BTreeMap<usize, usize>> {
        if !self.columns.contains_key(&(sent, now)) {
            let found = self.tables.get(sent).zip(self.grids.get(now)).and_then(|(table, grid)| {
                let head = cells(table.rows.first()?);
                let own = columns(self.body, grid, &head);
                has_most(&own, &head).then_some(own).or_else(|| split_off(self.body, grid, table))
            });
            self.columns.insert((sent, now), found);
        }
        self.columns.get(&(sent, now)).cloned().flatten()
    }

    /// Whether a table that was sent is in the file.
    fn has(&mut self, sent: usize) -> bool {
        if let Some(known) = self.there.get(&sent) {
            return *known;
        }
        let found = (0..self.grids.len()).any(|now| self.columns(sent, now).is_some());
        self.there.insert(sent, found);
        found
    }

    /// Whether a row begins as the one that was sent; one without words of its own may be any.
    fn is_alike(&mut self, place: Place, table: usize, row: usize, columns: &BTreeMap<usize, usize>) -> bool {
        let key = [place.table, place.row, table, row];
        if let Some(known) = self.alike.get(&key) {
            return *known;
        }
        let own = self.tables.get(place.table).and_then(|table| table.rows.get(place.row)).map(cells);
        let theirs = self.grids.get(table).and_then(|grid| grid.get(row));
        let found = own.zip(theirs).is_none_or(|(own, theirs)| {
            let labels = labels(&own, columns);
            labels.is_empty() || begins_as(self.body, theirs, &labels)
        });
        self.alike.insert(key, found);
        found
    }

    /// What a row is called: its first two cells that say something, their first words.
    fn label(&self, row: &Row, but: usize) -> String {
        let column = column_of(self.body, but);
        let before = row.iter().filter(|(cell, _)| column_of(self.body, *cell) < column);
        let texts = before.map(|(_, text)| plain(text)).filter(|text| !text.is_empty());
        let words = texts.take(2).collect::<Vec<_>>().join(" ");
        let mut words = words.split(' ');
        let label = words.by_ref().take(8).collect::<Vec<_>>().join(" ");
        if words.next().is_some() { format!("{label}…") } else { label }
    }
}
