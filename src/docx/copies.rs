//! Copies that share a sheet: a table without borders, its rows as high as half a sheet, so that who
//! edits one copy never moves the others.

use docx_rs::{HeightRule, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType};

use super::blocks::{columns, paragraph, twips};
use super::tables::table;
use crate::profile::Profile;
use crate::tree::{Block, Hints, Imposition, Paragraph, Role};
use crate::units::Length;

/// The copies of a sheet.
pub(super) fn imposition(imposition: &Imposition, hints: &Hints, profile: &Profile) -> Table {
    let grid: Vec<usize> = imposition.widths.iter().map(|&width| twips(width)).collect();
    let across = imposition.across();
    let rows = imposition.heights.iter().enumerate().map(|(row, height)| {
        let cells = imposition.widths.iter().enumerate().map(|(column, &width)| {
            let place = row * across + column / 2;
            // Every other column is the room between two copies.
            let blocks = imposition.copies.get(place).filter(|_| column % 2 == 0);
            cell(blocks.map_or(&[], Vec::as_slice), hints, width, profile)
        });
        TableRow::new(cells.collect())
            .row_height(twips(*height) as f32)
            .height_rule(HeightRule::Exact)
            .cant_split()
    });
    Table::without_borders(rows.collect())
        .layout(TableLayoutType::Fixed)
        .width(grid.iter().sum(), WidthType::Dxa)
        .indent(0)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
        .set_grid(grid)
}

/// A cell; one without blocks gets the paragraph that every cell must have.
fn cell(blocks: &[Block], hints: &Hints, width: Length, profile: &Profile) -> TableCell {
    let empty = TableCell::new().width(twips(width), WidthType::Dxa);
    if blocks.is_empty() {
        return empty.add_paragraph(paragraph(&Paragraph::empty(Role::End), hints, profile, width));
    }
    blocks.iter().fold(empty, |cell, block| match block {
        Block::Paragraph(content) => cell.add_paragraph(paragraph(content, hints, profile, width)),
        Block::Columns(parts) => cell.add_table(columns(parts, hints, profile)),
        // A table in a cell hangs out in no mode.
        Block::Table(inner) => cell.add_table(table(inner, hints, profile, width, Length::ZERO)),
        Block::Imposition(inner) => cell.add_table(imposition(inner, hints, profile)),
    })
}
