//! Words that stand in another column of their row. The order of the texts may be the same as it was: of a tick or a name
//! the column is what it says.

use std::collections::BTreeMap;

use super::body::Body;
use super::grid::{Row, grids};
use super::rows::{SentCell, cells, columns, has_most};
use super::words::{pairs, sent_line};
use crate::document::Document;
use crate::tree::{Block, Grid, Table};

/// Words that were sent in another column.
#[derive(Debug, PartialEq)]
pub(super) struct Moved {
    /// The paragraph in which they stand now.
    pub(super) paragraph: usize,
    pub(super) words: String,
    /// What the row that they were sent in begins with.
    pub(super) row: String,
    /// What the columns are called.
    pub(super) from: String,
    pub(super) to: String,
}

/// The words of tables that stand in another column; `now` are the lines of the text, each with its paragraph.
pub(super) fn moved(document: &Document, body: &Body, now: &[(usize, String)]) -> Vec<Moved> {
    let blocks = document.tree.sections().iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let grids = grids(body);
    let (mut used, mut found) = (Vec::new(), Vec::new());
    for table in tables {
        let Some(head) = table.rows.first().map(cells) else { continue };
        let at = (0..grids.len()).filter(|at| !used.contains(at)).find_map(|at| {
            let columns = columns(body, &grids[at], &head);
            has_most(&columns, &head).then_some((at, columns))
        });
        let Some((at, columns)) = at else { continue };
        used.push(at);
        let columns = all_columns(body, &grids[at], table, columns);
        found.extend(in_table(table, body, at, &columns, now));
    }
    found
}

/// Where each column of a table that was sent is now: where the heads say it; all of them where nothing moved.
fn all_columns(
    body: &Body,
    grid: &[Row],
    table: &Table,
    heads: BTreeMap<usize, usize>,
) -> BTreeMap<usize, usize> {
    let ends = grid.iter().flatten().filter_map(|(cell, _)| body.cells.get(*cell));
    let width = ends.map(|cell| cell.column + cell.span).max().unwrap_or_default();
    if width == table.columns.len() && heads.iter().all(|(sent, now)| sent == now) {
        return (0..width).map(|column| (column, column)).collect();
    }
    // Of two columns with one head nobody knows which is which.
    let once = |column: &usize| heads.values().filter(|own| *own == column).count() == 1;
    heads.iter().filter(|(_, now)| once(now)).map(|(sent, now)| (*sent, *now)).collect()
}

fn in_table(
    table: &Table,
    body: &Body,
    at: usize,
    columns: &BTreeMap<usize, usize>,
    now: &[(usize, String)],
) -> Vec<Moved> {
    let rows = placed(table);
    let mut sent: Vec<(usize, usize, String)> = Vec::new();
    for (row, own) in rows.iter().enumerate() {
        for (column, _, paragraphs) in own {
            let lines = paragraphs.iter().map(sent_line);
            sent.extend(lines.filter(|line| !line.is_empty()).map(|line| (row, *column, line)));
        }
    }
    let column = |paragraph: usize| {
        let cell = body.cells.get(body.paragraphs.get(paragraph)?.cell?)?;
        (cell.table == at).then_some(cell.column)
    };
    let here: Vec<(usize, usize, &String)> =
        now.iter().filter_map(|(index, line)| Some((*index, column(*index)?, line))).collect();
    let before: Vec<String> = sent.iter().map(|(_, _, line)| line.clone()).collect();
    let behind: Vec<String> = here.iter().map(|(_, _, line)| (*line).clone()).collect();
    let mut found = Vec::new();
    for (one, other) in pairs(&before, &behind) {
        let (Some((row, column, line)), Some((paragraph, own, _))) = (sent.get(one), here.get(other)) else {
            continue;
        };
        let to = columns.iter().find(|(_, now)| *now == own).map(|(sent, _)| *sent);
        let Some(to) = to.filter(|to| to != column && columns.contains_key(column)) else { continue };
        if before[one] != behind[other] {
            continue;
        }
        let label =
            rows.get(*row).into_iter().flatten().filter(|(_, text, _)| !text.is_empty() && text != line);
        let label = label.take(2).map(|(_, text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
        found.push(Moved {
            paragraph: *paragraph,
            words: line.clone(),
            row: label,
            from: name(table, *column),
            to: name(table, to),
        });
    }
    found
}

/// The cells of each row, at the columns where they begin: a cell over several rows leaves no room in those below it.
fn placed(table: &Table) -> Vec<Vec<SentCell<'_>>> {
    let mut grid = Grid::new(table.columns.len());
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let Ok(places) = grid.row(&row.cells) else { break };
        let own = cells(row).into_iter().zip(places);
        rows.push(own.map(|((_, text, paragraphs), column)| (column, text, paragraphs)).collect());
    }
    rows
}

/// What the heads of a table call a column.
fn name(table: &Table, column: usize) -> String {
    let heads = table.rows.iter().take(table.header_rows.max(1)).rev().map(cells);
    let named =
        heads.flat_map(|row| row.into_iter().filter(|(own, text, _)| *own == column && !text.is_empty()));
    let named = named.map(|(_, text, _)| format!("“{text}”")).next();
    named.unwrap_or_else(|| format!("thứ {}", column + 1))
}
