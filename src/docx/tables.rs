//! Tables as docx-rs builds them.

use docx_rs::{
    BorderType, HeightRule, Paragraph as WordParagraph, Table as WordTable, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

use super::blocks::{paragraph, twips};
use crate::profile::Profile;
use crate::tree::{Border, Cell, Hints, Paragraph, Role, Row, Table, TableHint, TextAlign, VerticalAlign};
use crate::units::Length;

/// A table in a text area `room` wide, its left edge at that of the text. `hang` is how far Word would set
/// it out into the margin.
pub(super) fn table(
    table: &Table,
    hints: &Hints,
    profile: &Profile,
    room: Length,
    hang: Length,
) -> WordTable {
    let widths = hints.widths(table, room);
    let padding = profile.cell_padding();
    let mut builder = Builder {
        profile,
        hints,
        hint: hints.table(table),
        widths: &widths,
        side: padding.side,
        open: vec![Open::default(); widths.len()],
    };
    let count = table.rows.len();
    let rows = table.rows.iter().enumerate().map(|(index, row)| {
        // A row stays on the page of what follows where its paragraphs do.
        builder.row(index, row, row.group || index + 1 == count && table.keep_with_next)
    });
    let rows = rows.collect();
    let (side, upright) = (twips(padding.side), twips(padding.upright));
    let grid: Vec<usize> = widths.iter().map(|&width| twips(width)).collect();
    WordTable::without_borders(rows)
        .layout(TableLayoutType::Fixed)
        .width(grid.iter().sum(), WidthType::Dxa)
        .indent(hang.twips())
        .margins(TableCellMargins::new().margin(upright, side, upright, side))
        .set_borders(borders(table.border))
        .set_grid(grid)
}

fn borders(border: Border) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    // Eighths of a point.
    let size = (border.width().twips() * 8 / 20).unsigned_abs() as usize;
    let line = |position| match border {
        Border::None => TableBorder::new(position).border_type(BorderType::Nil).size(0),
        Border::Thin | Border::Thick => {
            TableBorder::new(position).border_type(BorderType::Single).size(size).color("000000")
        }
    };
    let sides = [Top, Left, Bottom, Right, InsideH, InsideV];
    sides.into_iter().fold(TableBorders::with_empty(), |borders, position| borders.set(line(position)))
}

/// A cell of an earlier row that reaches down.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    /// How many more rows it reaches into.
    rows: usize,
    columns: usize,
}

struct Builder<'a> {
    profile: &'a Profile,
    hints: &'a Hints,
    /// What was found out of the table.
    hint: &'a TableHint,
    widths: &'a [Length],
    side: Length,
    /// For each column, the cell that reaches down from above and begins in it.
    open: Vec<Open>,
}

impl Builder<'_> {
    fn row(&mut self, index: usize, row: &Row, kept: bool) -> TableRow {
        let mut cells = Vec::new();
        let mut given = row.cells.iter().enumerate();
        let mut column = 0;
        while column < self.widths.len() {
            let open = &mut self.open[column];
            let columns = if open.rows > 0 {
                open.rows -= 1;
                let columns = open.columns;
                let empty = Paragraph::empty(Role::TableText(TextAlign::Left));
                cells.push(self.cell(&[empty], column, columns, kept).vertical_merge(VMergeType::Continue));
                columns
            } else {
                let Some((place, cell)) = given.next() else { break };
                let columns = cell.column_span.clamp(1, self.widths.len() - column);
                *open = Open { rows: cell.row_span - 1, columns };
                let torn = self.hint.torn.contains(&(index, place));
                let word = self.cell(&cell.content, column, columns, kept);
                cells.push(given_cell(word, cell, torn));
                columns
            };
            column += columns;
        }
        let word = TableRow::new(cells);
        let word = if self.hint.splits.contains(&index) { word } else { word.cant_split() };
        // A twip more than it has makes LibreOffice 25.2 set the height of the cells that reach in too, whose
        // sides it would else draw down to the foot of the page, or of the page before.
        match self.hint.heights.get(&index) {
            Some(&height) => word.row_height((twips(height) + 1) as f32).height_rule(HeightRule::AtLeast),
            None => word,
        }
    }

    fn cell(&self, content: &[Paragraph], column: usize, columns: usize, kept: bool) -> TableCell {
        let width: Length = self.widths[column..column + columns].iter().copied().sum();
        let word = TableCell::new().width(twips(width), WidthType::Dxa);
        let word = if columns > 1 { word.grid_span(columns) } else { word };
        let keep = |word: WordParagraph| if kept { word.keep_next(true) } else { word };
        content.iter().fold(word, |word, content| {
            word.add_paragraph(keep(paragraph(
                content,
                self.hints,
                self.profile,
                width - self.side - self.side,
            )))
        })
    }
}

/// Says of a cell what its first row alone says.
fn given_cell(word: TableCell, cell: &Cell, torn: bool) -> TableCell {
    let word = if cell.row_span > 1 { word.vertical_merge(VMergeType::Restart) } else { word };
    match cell.vertical {
        VerticalAlign::Middle if !torn => word.vertical_align(VAlignType::Center),
        VerticalAlign::Bottom if !torn => word.vertical_align(VAlignType::Bottom),
        _ => word,
    }
}
