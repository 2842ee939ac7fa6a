//! What stands where a control was lost: a program dropped it, or somebody copied the text into it by hand. The text that
//! was sent says what stands around a field: the words of its paragraph, or the line and the column of its table.

use std::collections::BTreeMap;

use super::body::Body;
use super::data::{Data, Slot};
use super::fields::{is_open, owners, plain, ticked};
use super::grid::{Row, grids};
use super::rows::{SentCell, begins_as, cells, column_of, columns, has_most, labels};
use super::words::{as_sent, comparable, pairs, sent_line};
use crate::document::Document;
use crate::tree::{Block, Field, Paragraph, Table};

/// Stands for a field in a paragraph.
const SLOT: char = '\u{e000}';

/// The fewest letters that tell a paragraph from others.
const LETTERS: usize = 5;

/// The most comparisons of two paragraphs.
const STEPS: usize = 2_000_000;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Recovered {
    /// The text of fields, by their numbers.
    pub(super) texts: BTreeMap<usize, String>,
    /// Paragraphs of the text that hold them, as they were sent.
    pub(super) lines: BTreeMap<usize, String>,
    /// The fields that each paragraph of the text holds.
    pub(super) held: BTreeMap<usize, Vec<usize>>,
}

/// Looks for the fields whose controls are gone. `document` is what was sent, with its fields.
pub(super) fn recover(document: &Document, body: &Body, data: &Data, gone: &[bool]) -> Recovered {
    let slots = data.fields.as_slice();
    let mut search = Search { body, slots, gone, found: Recovered::default(), tables: grids(body) };
    let mut patterns = BTreeMap::<Vec<String>, Vec<&Paragraph>>::new();
    for block in document.tree.sections().iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => search.table(table),
            block => {
                for paragraph in block.paragraphs().filter(|paragraph| search.is_gone(paragraph)) {
                    patterns.entry(literals(paragraph)).or_default().push(paragraph);
                }
            }
        }
    }
    search.paragraphs(&patterns);
    search.places(document, data);
    search.found
}

struct Search<'a> {
    body: &'a Body,
    slots: &'a [Slot],
    gone: &'a [bool],
    found: Recovered,
    tables: Vec<Vec<Row>>,
}

impl Search<'_> {
    fn is_gone(&self, paragraph: &Paragraph) -> bool {
        numbers(paragraph).any(|number| self.gone.get(number) == Some(&true))
    }

    fn take(&mut self, number: usize, text: &str) {
        // A box that is gone says nothing, not even that it is empty.
        let is_box = self.slots.get(number).is_some_and(|slot| ticked(&slot.printed).is_some());
        if self.gone.get(number) == Some(&true) && !(is_box && text.trim().is_empty()) {
            self.found.texts.insert(number, text.to_owned());
        }
    }

    /// The same, of what stands in a paragraph.
    fn take_in(&mut self, paragraph: usize, number: usize, text: &str) {
        self.take(number, text);
        if self.gone.get(number) == Some(&true) {
            self.found.held.entry(paragraph).or_default().push(number);
        }
    }

    /// Paragraphs that are as often in the text as they were sent.
    fn paragraphs(&mut self, patterns: &BTreeMap<Vec<String>, Vec<&Paragraph>>) {
        if patterns.len().saturating_mul(self.body.paragraphs.len()) > STEPS {
            return;
        }
        let lines: Vec<String> = self.body.paragraphs.iter().map(|own| plain(&own.text())).collect();
        for (literals, sent) in patterns {
            let letters = literals.iter().flat_map(|literal| literal.chars()).filter(|c| c.is_alphanumeric());
            if letters.count() < LETTERS {
                self.untouched(sent, &lines.iter().map(|line| comparable(line)).collect::<Vec<_>>());
                continue;
            }
            let fits = |(index, line): (usize, &String)| Some((index, between(literals, line)?));
            let found: Vec<(usize, Vec<String>)> = lines.iter().enumerate().filter_map(fits).collect();
            if found.len() != sent.len() {
                continue;
            }
            for (paragraph, (index, texts)) in sent.iter().zip(found) {
                numbers(paragraph).zip(&texts).for_each(|(number, text)| self.take_in(index, number, text));
                self.found.lines.insert(index, sent_line(paragraph));
            }
        }
    }

    /// Paragraphs that are nothing but a field: one that stands there as it was sent was not touched. So was one in which
    /// nothing stood; what somebody wrote there is new in the text, and is told.
    fn untouched(&mut self, sent: &[&Paragraph], lines: &[String]) {
        for paragraph in sent {
            let own = sent_line(paragraph);
            let fields: Vec<&Field> =
                paragraph.fields.iter().filter(|field| field.number.is_some()).collect();
            if let [field] = fields.as_slice()
                && let Some(number) = field.number
                && (is_open(&own) || lines.contains(&own))
            {
                self.take(number, &paragraph.text_of(field));
            }
        }
    }

    /// Paragraphs that stand where others were sent, as many as there were.
    fn places(&mut self, document: &Document, data: &Data) {
        let blocks = document.tree.sections().iter().flat_map(|section| &section.blocks);
        let sent: Vec<(&Paragraph, String)> = blocks
            .flat_map(Block::paragraphs)
            .map(|paragraph| (paragraph, sent_line(paragraph)))
            .filter(|(_, line)| !line.is_empty())
            .collect();
        let owners = owners(self.body, &data.fields);
        let now = as_sent(self.body, &owners, &data.fields, &self.found.lines);
        let lines = |all: &[(usize, String)]| all.iter().map(|(_, line)| line.clone()).collect::<Vec<_>>();
        let sent_lines: Vec<String> = sent.iter().map(|(_, line)| line.clone()).collect();
        for (before, behind) in pairs(&sent_lines, &lines(&now)) {
            let (Some((paragraph, line)), Some((index, _))) = (sent.get(before), now.get(behind)) else {
                continue;
            };
            let wanted: Vec<usize> = numbers(paragraph).collect();
            let lost = wanted.iter().all(|number| {
                self.gone.get(*number) == Some(&true) && !self.found.texts.contains_key(number)
            });
            if !lost {
                continue;
            }
            if now.get(behind).is_some_and(|(_, own)| own == line) {
                for field in &paragraph.fields {
                    let text = paragraph.text_of(field);
                    field.number.into_iter().for_each(|number| self.take_in(*index, number, &text));
                }
                continue;
            }
            let text = self.body.paragraphs.get(*index).map(|paragraph| plain(&paragraph.text()));
            let texts = text.and_then(|text| between(&literals(paragraph), &text));
            let Some(texts) = texts.filter(|texts| !wanted.is_empty() && texts.len() == wanted.len()) else {
                continue;
            };
            wanted.iter().zip(&texts).for_each(|(number, text)| self.take_in(*index, *number, text));
            self.found.lines.insert(*index, line.clone());
        }
    }

    /// The fields of a table, by the line that they stand in and the head of their column.
    fn table(&mut self, table: &Table) {
        let is_gone = |cell: &crate::tree::Cell| cell.content.iter().any(|paragraph| self.is_gone(paragraph));
        if !table.rows.iter().flat_map(|row| &row.cells).any(is_gone) {
            return;
        }
        let Some(head) = table.rows.first().map(cells) else { return };
        let Some((at, columns)) = self.columns(&head) else { return };
        let mut found: Vec<(usize, usize, String)> = Vec::new();
        let mut lines = BTreeMap::new();
        for row in &table.rows {
            let own = cells(row);
            if !row.cells.iter().any(is_gone) {
                continue;
            }
            let Some(theirs) = self.row(at, &own, &columns) else { continue };
            for (column, _, paragraphs) in &own {
                let fields: Vec<usize> = paragraphs.iter().flat_map(numbers).collect();
                let ([number], Some(column)) = (fields.as_slice(), columns.get(column)) else { continue };
                let Some((cell, text)) =
                    theirs.iter().find(|(cell, _)| column_of(self.body, *cell) == Some(*column))
                else {
                    continue;
                };
                let Some(text) = in_cell(paragraphs, text) else { continue };
                found.push((*number, *cell, text));
                lines.insert(*cell, paragraphs.iter().map(sent_line).collect::<Vec<_>>().join(" "));
            }
        }
        for (number, cell, text) in found {
            self.take(number, &text);
            let is_gone = self.gone.get(number) == Some(&true);
            // The cell is as it was sent.
            let mut sent = lines.get(&cell).map(|line| comparable(line));
            for (index, paragraph) in self.body.paragraphs.iter().enumerate() {
                if paragraph.cell == Some(cell) {
                    self.found.lines.insert(index, sent.take().unwrap_or_default());
                    self.found.held.entry(index).or_default().extend(is_gone.then_some(number));
                }
            }
        }
    }

    /// The table of the text that has these heads, and in which of its columns each stands.
    fn columns(&self, head: &[SentCell<'_>]) -> Option<(usize, BTreeMap<usize, usize>)> {
        let all = self.tables.iter().enumerate().map(|(at, table)| (at, columns(self.body, table, head)));
        let found = all.max_by_key(|(at, columns)| (columns.len(), usize::MAX - at));
        found.filter(|(_, columns)| has_most(columns, head))
    }

    /// The one row of a table that begins as this one does.
    fn row(&self, at: usize, own: &[SentCell<'_>], columns: &BTreeMap<usize, usize>) -> Option<&Row> {
        let labels = labels(own, columns);
        let mut found = self.tables.get(at)?.iter().filter(|row| begins_as(self.body, row, &labels));
        found.next().filter(|_| found.next().is_none())
    }
}

/// What stands in the field of a cell: all of its text, but for the words that were sent beside the field.
fn in_cell(sent: &[Paragraph], text: &str) -> Option<String> {
    match sent {
        [own] if literals(own).iter().any(|literal| !literal.is_empty()) => {
            between(&literals(own), &plain(text))?.pop()
        }
        _ => Some(text.to_owned()),
    }
}

/// The numbers of the fields of a paragraph.
pub(super) fn numbers(paragraph: &Paragraph) -> impl Iterator<Item = usize> {
    paragraph.fields.iter().filter_map(|field| field.number)
}

/// What stands before, between and behind the fields of a paragraph.
pub(super) fn literals(paragraph: &Paragraph) -> Vec<String> {
    let mut marked = String::new();
    for (at, letter) in paragraph.text_letters().enumerate() {
        let mut fields = paragraph.fields.iter().filter(|field| field.number.is_some());
        if let Some(field) = fields.find(|field| field.from <= at && at < field.to) {
            if field.from == at {
                marked.push(SLOT);
            }
        } else {
            // What has no letters stands before the letter that it begins at.
            let empty = |field: &&Field| field.number.is_some() && field.from == at && field.to == at;
            marked.extend(paragraph.fields.iter().filter(empty).map(|_| SLOT));
            marked.push(letter);
        }
    }
    plain(&marked).split(SLOT).map(|literal| literal.trim().to_owned()).collect()
}

/// What stands between these words in a line; nothing where it has not all of them in this order.
fn between(literals: &[String], line: &str) -> Option<Vec<String>> {
    let (first, rest) = literals.split_first()?;
    let (last, middle) = rest.split_last()?;
    let mut left = line.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
    let mut texts = Vec::new();
    for literal in middle {
        let (text, behind) = left.split_once(literal.as_str()).filter(|_| !literal.is_empty())?;
        texts.push(text.trim().to_owned());
        left = behind;
    }
    texts.push(left.trim().to_owned());
    Some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_words_is_found() {
        let literals = |text: &str| text.split('|').map(|it| it.trim().to_owned()).collect::<Vec<_>>();
        let found = |pattern: &str, line: &str| between(&literals(pattern), line);
        assert_eq!(
            found("Tổng số: | đồng chí; có mặt: | đồng chí.", "Tổng số: 31 đồng chí; có mặt: 28 đồng chí.")
                .unwrap(),
            ["31", "28"]
        );
        assert_eq!(found("Ưu điểm: |", "Ưu điểm: Tốt").unwrap(), ["Tốt"]);
        assert_eq!(found("Ưu điểm: |", "Hạn chế: Tốt"), None);
        assert_eq!(found("a | b | c", "a 1 c"), None);
        // Two fields with nothing between cannot be told apart.
        assert_eq!(found("a ||", "a 1 2"), None);
    }
}
