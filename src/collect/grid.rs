//! The tables of a text, as rows of cells.

use super::body::Body;

/// The most empty cells that are put behind others, of a whole text.
const PADDING: usize = 200_000;

/// A row of a table: cells, by their places in the text, with what they say.
pub(super) type Row = Vec<(usize, String)>;

/// The tables of a text in reading order; of a table in a cell the text is the inner one's.
pub(super) fn grids(body: &Body) -> Vec<Vec<Row>> {
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); body.cells.len()];
    for paragraph in &body.paragraphs {
        if let Some(text) = paragraph.cell.and_then(|cell| texts.get_mut(cell)) {
            text.push(paragraph.text());
        }
    }
    let mut tables: Vec<Vec<Row>> = (0..body.tables).map(|_| Vec::new()).collect();
    for (index, (cell, text)) in body.cells.iter().zip(texts).enumerate() {
        let Some(table) = tables.get_mut(cell.table) else { continue };
        let of = |before: &usize| body.cells.get(*before).map(|cell| cell.row);
        let row = table.last().and_then(|row| row.last()).and_then(|(before, _)| of(before));
        if row != Some(cell.row) {
            table.push(Vec::new());
        }
        if let Some(row) = table.last_mut() {
            row.push((index, if cell.continues { String::new() } else { text.join("\n") }));
        }
    }
    tables
}

/// The same, their texts alone, each in its column: a cell of several columns has empty ones behind it.
pub(super) fn tables(body: &Body) -> Vec<Vec<Vec<String>>> {
    let mut left = PADDING;
    let mut all = Vec::new();
    for table in grids(body) {
        let mut rows = Vec::with_capacity(table.len());
        for row in table {
            let mut texts: Vec<String> = Vec::with_capacity(row.len());
            for (cell, text) in row {
                let Some(cell) = body.cells.get(cell) else { continue };
                pad(&mut texts, cell.column, &mut left);
                texts.push(text);
                pad(&mut texts, cell.column + cell.span, &mut left);
            }
            rows.push(texts);
        }
        all.push(rows);
    }
    all
}

/// Puts empty cells behind those that a row has, up to a column.
fn pad(texts: &mut Vec<String>, to: usize, left: &mut usize) {
    let more = to.saturating_sub(texts.len()).min(*left);
    *left -= more;
    texts.resize(texts.len() + more, String::new());
}
