//! The lines of a table: those that were sent beside those that came back.

use std::collections::BTreeMap;

use super::body::Body;
use super::grid::Row;
use super::words::{comparable, sent_line};
use crate::text::upper;
use crate::tree::{Paragraph, Table};

/// A cell that was sent: its column, its text, its paragraphs.
pub(super) type SentCell<'t> = (usize, String, &'t [Paragraph]);

/// The cells of a row that was sent.
pub(super) fn cells(row: &crate::tree::Row) -> Vec<SentCell<'_>> {
    let mut next = 0;
    let cell = |cell: &'_ crate::tree::Cell| {
        let column = next;
        next += cell.column_span;
        column
    };
    let columns: Vec<usize> = row.cells.iter().map(cell).collect();
    let texts = row.cells.iter().map(|cell| {
        let texts: Vec<String> = cell.content.iter().map(sent_line).collect();
        (comparable(&texts.join(" ")), cell.content.as_slice())
    });
    columns.into_iter().zip(texts).map(|(column, (text, paragraphs))| (column, text, paragraphs)).collect()
}

/// The column of a cell that came back.
pub(super) fn column_of(body: &Body, cell: usize) -> Option<usize> {
    body.cells.get(cell).map(|cell| cell.column)
}

/// In which column of a table that came back each head stands that was sent: of the row that has the most of them.
pub(super) fn columns(body: &Body, table: &[Row], head: &[SentCell<'_>]) -> BTreeMap<usize, usize> {
    let heads: Vec<(usize, String)> = head.iter().map(|(column, text, _)| (*column, upper(text))).collect();
    let of = |row: &Row| -> BTreeMap<usize, usize> {
        let texts: Vec<(usize, String)> =
            row.iter().map(|(cell, text)| (*cell, upper(&comparable(text)))).collect();
        let place = |(column, label): &(usize, String)| {
            let found = texts.iter().find(|(_, text)| text == label && !label.is_empty())?;
            Some((*column, column_of(body, found.0)?))
        };
        heads.iter().filter_map(place).collect()
    };
    let all = table.iter().enumerate().map(|(at, row)| (at, of(row)));
    let found = all.max_by_key(|(at, columns)| (columns.len(), usize::MAX - at));
    found.map(|(_, columns)| columns).unwrap_or_default()
}

/// Whether a table has more than half of the heads.
pub(super) fn has_most(columns: &BTreeMap<usize, usize>, head: &[SentCell<'_>]) -> bool {
    columns.len() * 2 > head.len()
}

/// Where the columns of a table are in what was split off from it: where they were, if more than half of its rows begin as
/// rows of the table do.
pub(super) fn split_off(body: &Body, part: &[Row], table: &Table) -> Option<BTreeMap<usize, usize>> {
    let columns: BTreeMap<usize, usize> = (0..table.columns.len()).map(|column| (column, column)).collect();
    let sent: Vec<Vec<SentCell<'_>>> = table.rows.iter().map(cells).collect();
    let known: Vec<Vec<(usize, &str)>> = sent.iter().map(|row| labels(row, &columns)).collect();
    let is_known = |row: &Row| known.iter().any(|labels| begins_as(body, row, labels));
    let is_part = part.len() < sent.len() && part.iter().filter(|row| is_known(row)).count() * 2 > part.len();
    is_part.then_some(columns)
}

/// What a row that was sent is known by: the words of its cells without fields, each with its column in the table that
/// came back.
pub(super) fn labels<'r>(own: &'r [SentCell<'_>], columns: &BTreeMap<usize, usize>) -> Vec<(usize, &'r str)> {
    let literal = |(_, text, paragraphs): &&SentCell<'_>| {
        !text.is_empty() && paragraphs.iter().all(|it| it.fields.is_empty())
    };
    own.iter()
        .filter(literal)
        .filter_map(|(column, text, _)| Some((*columns.get(column)?, text.as_str())))
        .collect()
}

/// Whether a row that came back has the first of these words, and half of the others.
pub(super) fn begins_as(body: &Body, row: &Row, labels: &[(usize, &str)]) -> bool {
    let Some((first, others)) = labels.split_first() else { return false };
    let has = |(column, text): &(usize, &str)| {
        row.iter().any(|(cell, own)| column_of(body, *cell) == Some(*column) && comparable(own) == *text)
    };
    has(first) && others.iter().filter(|it| has(it)).count() * 2 >= others.len()
}
