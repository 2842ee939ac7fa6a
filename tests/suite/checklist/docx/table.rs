//! Tables: where each cell stands, whether lines are to be seen, what each row says.

use super::body::{Place, Walk};
use super::xml::{Element, whole};

/// A cell's place; lengths in twips.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The tables that it is in, the outermost first.
    pub tables: Vec<usize>,
    pub row: usize,
    /// Column of the table's grid.
    pub column: usize,
    /// Cells in its row.
    pub columns: usize,
    /// From the text area's left edge to the cell's text.
    pub x: i64,
    /// Of the room for text, without the cell's margins.
    pub width: i64,
}

impl Cell {
    pub fn table(&self) -> usize {
        self.tables.last().copied().unwrap_or_default()
    }
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Repeated on the next page.
    pub is_header: bool,
    pub cant_split: bool,
    pub height: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct Table {
    /// Its place in the list of tables.
    pub index: usize,
    pub has_lines: bool,
    /// What it is called, for a reader that does not see the page.
    pub caption: Option<String>,
    pub rows: Vec<Row>,
    pub width: i64,
    pub section: usize,
}

/// Word's cell margin where nobody says anything.
const CELL_MARGIN: i64 = 115;

fn lines(borders: Option<&Element>) -> bool {
    let shown = |border: &Element| !matches!(border.attribute("w:val"), None | Some("nil" | "none"));
    borders.is_some_and(|borders| borders.elements().any(shown))
}

pub fn walk(walk: &mut Walk, table: &Element, place: &Place) {
    let none = Element::default();
    let properties = table.child("w:tblPr").unwrap_or(&none);
    let styles = walk.styles;
    let style = styles.table_style(properties.value("w:tblStyle"));
    let grid: Vec<i64> = table
        .child("w:tblGrid")
        .map(|grid| {
            grid.all("w:gridCol").map(|column| column.attribute("w:w").and_then(whole).unwrap_or(0)).collect()
        })
        .unwrap_or_default();
    let own_margins = properties.child("w:tblCellMar");
    let margin = |side: &str| own_margins.and_then(|margins| margins.number(side, "w:w"));
    let margin_of = |cell: Option<&Element>, side: &str, other: &str| {
        let cell = cell.and_then(|margins| margins.number(side, "w:w").or(margins.number(other, "w:w")));
        cell.or(margin(side)).or(margin(other)).or(styles.table_margin(style, side)).unwrap_or(CELL_MARGIN)
    };
    let hang = if walk.tables_hang_out { margin_of(None, "w:left", "w:start") } else { 0 };
    let indent = properties.number("w:tblInd", "w:w").unwrap_or(0);
    let (outer_x, mut tables) = match place {
        Place::Cell(cell) => (cell.x, cell.tables.clone()),
        _ => (0, Vec::new()),
    };
    let index = walk.tables.len();
    tables.push(index);
    walk.tables.push(Table {
        index,
        has_lines: lines(properties.child("w:tblBorders").or_else(|| styles.table_borders(style))),
        caption: properties.value("w:tblCaption").map(str::to_owned),
        rows: Vec::new(),
        width: grid.iter().sum(),
        section: walk.sections.len(),
    });
    for (row, element) in table.all("w:tr").enumerate() {
        let properties = element.child("w:trPr").unwrap_or(&none);
        walk.tables[index].rows.push(Row {
            is_header: properties.switch("w:tblHeader") == Some(true),
            cant_split: properties.switch("w:cantSplit") == Some(true),
            height: properties.number("w:trHeight", "w:val"),
        });
        let columns = element.all("w:tc").count();
        let mut column = properties.number("w:gridBefore", "w:val").unwrap_or(0).unsigned_abs() as usize;
        for cell in element.all("w:tc") {
            let properties = cell.child("w:tcPr").unwrap_or(&none);
            walk.tables[index].has_lines |= lines(properties.child("w:tcBorders"));
            let span = properties.number("w:gridSpan", "w:val").unwrap_or(1).unsigned_abs() as usize;
            let before: i64 = grid.iter().take(column).sum();
            let width: i64 = grid.iter().skip(column).take(span).sum();
            let margins = properties.child("w:tcMar");
            let left = margin_of(margins, "w:left", "w:start");
            let right = margin_of(margins, "w:right", "w:end");
            let x = outer_x + indent - hang + before + left;
            let place = Cell { tables: tables.clone(), row, column, columns, x, width: width - left - right };
            walk.blocks(cell, &Place::Cell(place), style);
            column += span;
        }
    }
}
