//! Tables.

use super::body::Body;
use super::carried;
use super::grid::{self, Grid, Height, Lines, cell, grid, row};
use super::marks::Names;
use super::paragraphs::{Stand, paragraph};
use crate::opc::Xml;
use crate::tree::{Block, Cell, Paragraph, Role, Row, Table, TableHint, TextAlign, VerticalAlign};
use crate::units::Length;

/// Where a table stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// How wide the text area is; the table's left edge is at that of its text.
    pub(super) room: Length,
    /// How far Word would set the table out into the margin.
    pub(super) hang: Length,
    /// What a row below it holds that carries it over to another page.
    pub(super) carried: Option<&'a [&'a Block]>,
}

pub(super) fn table(xml: &mut Xml, body: &Body<'_>, table: &Table, place: Place<'_>, names: &mut Names) {
    let widths = body.hints.widths(table, place.room);
    let rest = place.room - widths.iter().copied().sum();
    let rest = place.carried.map(|_| rest).filter(|&rest| rest > Length::ZERO);
    let columns: Vec<Length> = widths.iter().copied().chain(rest).collect();
    let padding = body.profile.cell_padding();
    let caption = names.take(table);
    let says = Grid {
        columns: &columns,
        indent: place.hang,
        lines: Lines::all(table.border),
        margins: (padding.upright, padding.side),
        caption: caption.as_deref(),
    };
    let mut rows = Rows {
        body,
        table,
        hint: body.hints.table(table),
        widths: &widths,
        side: padding.side,
        rest,
        open: vec![Open::default(); widths.len()],
    };
    grid(xml, &says, |xml| {
        for (index, given) in table.rows.iter().enumerate() {
            rows.row(xml, index, given);
        }
        if let Some(blocks) = place.carried {
            let says = carried::cell(place.room, columns.len(), rest.is_some());
            row(xml, grid::Row { cant_split: true, ..grid::Row::default() }, |xml| {
                cell(xml, &says, |xml| body.in_cell(xml, blocks, place.room, names));
            });
        }
    });
}

/// A cell of an earlier row that reaches down.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    /// How many more rows it reaches into.
    rows: usize,
    columns: usize,
}

struct Rows<'a> {
    body: &'a Body<'a>,
    table: &'a Table,
    /// What was found out of the table.
    hint: &'a TableHint,
    widths: &'a [Length],
    side: Length,
    /// How much wider the row below it is.
    rest: Option<Length>,
    /// For each column, the cell that reaches down from above and begins in it.
    open: Vec<Open>,
}

impl Rows<'_> {
    fn row(&mut self, xml: &mut Xml, index: usize, given: &Row) {
        let is_last = index + 1 == self.table.rows.len();
        // A row stays on the page of what follows where its paragraphs do.
        let kept = given.group || is_last && self.table.keep_with_next;
        // Where the row below the table is wider, it would draw the line above it too far.
        let lines = self.rest.filter(|_| is_last).map(|_| Lines::below(self.table.border));
        // A twip more than it has makes LibreOffice 25.2 set the height of the cells that reach in too, whose
        // sides it would else draw down to the foot of the page, or of the page before.
        let height =
            self.hint.heights.get(&index).map(|&height| Height::AtLeast(height + Length::of_twips(1)));
        let says = grid::Row {
            cant_split: !self.hint.splits.contains(&index),
            height,
            repeats: index < self.table.header_rows,
        };
        row(xml, says, |xml| {
            self.cells(xml, index, given, kept, lines);
            if let Some(rest) = self.rest {
                carried::beside(xml, self.body, rest);
            }
        });
    }

    fn cells(&mut self, xml: &mut Xml, index: usize, row: &Row, kept: bool, lines: Option<Lines>) {
        let mut given = row.cells.iter().enumerate();
        let mut column = 0;
        while let Some(open) = self.open.get_mut(column) {
            let reaches_in = open.rows > 0;
            let columns = if reaches_in {
                open.rows -= 1;
                let columns = open.columns;
                let empty = Paragraph::empty(Role::TableText(TextAlign::Left));
                let says = grid::Cell { merge: Some("continue"), lines, ..self.says(column, columns) };
                self.cell(xml, &says, &[empty], kept);
                columns
            } else {
                let Some((place, cell)) = given.next() else { break };
                let columns = cell.column_span.clamp(1, self.widths.len() - column);
                *open = Open { rows: cell.row_span - 1, columns };
                let says = grid::Cell {
                    merge: (cell.row_span > 1).then_some("restart"),
                    lines,
                    stands: stands(cell).filter(|_| !self.hint.torn.contains(&(index, place))),
                    ..self.says(column, columns)
                };
                self.cell(xml, &says, &cell.content, kept);
                columns
            };
            column += columns;
        }
    }

    /// What a cell says that begins in a column and covers so many.
    fn says(&self, column: usize, columns: usize) -> grid::Cell {
        let width = self.widths[column..column + columns].iter().copied().sum();
        grid::Cell { columns: (columns > 1).then_some(columns), ..grid::Cell::of(width) }
    }

    fn cell(&self, xml: &mut Xml, says: &grid::Cell, content: &[Paragraph], kept: bool) {
        let stand = Stand { in_kept_row: kept, ..Stand::in_column(says.width - self.side - self.side) };
        cell(xml, says, |xml| {
            for own in content {
                paragraph(xml, self.body, own, stand);
            }
        });
    }
}

/// Where a cell's text stands; nothing where that is at its top.
fn stands(cell: &Cell) -> Option<&'static str> {
    match cell.vertical {
        VerticalAlign::Top => None,
        VerticalAlign::Middle => Some("center"),
        VerticalAlign::Bottom => Some("bottom"),
    }
}
