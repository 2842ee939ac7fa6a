//! Copies that share a sheet: a table without borders, its rows as high as half a sheet, so that who
//! edits one copy never moves the others.

use super::body::Body;
use super::grid::{Cell, Grid, Height, Row, cell, grid, row};
use super::marks::Names;
use super::paragraphs::{Stand, end};
use crate::opc::Xml;
use crate::tree::{Block, Imposition};
use crate::units::Length;

/// The copies of a sheet.
pub(super) fn imposition(xml: &mut Xml, body: &Body<'_>, imposition: &Imposition) {
    let across = imposition.across();
    grid(xml, &Grid::bare(&imposition.widths), |xml| {
        for (index, &height) in imposition.heights.iter().enumerate() {
            let says = Row { cant_split: true, height: Some(Height::Exactly(height)), ..Row::default() };
            row(xml, says, |xml| {
                for (column, &width) in imposition.widths.iter().enumerate() {
                    let place = index * across + column / 2;
                    // Every other column is the room between two copies.
                    let blocks = imposition.copies.get(place).filter(|_| column % 2 == 0);
                    copy(xml, body, blocks.map_or(&[], Vec::as_slice), width);
                }
            });
        }
    });
}

/// A cell; one without blocks gets the paragraph that every cell must have.
fn copy(xml: &mut Xml, body: &Body<'_>, blocks: &[Block], width: Length) {
    // Its tables are called by what stands in the copy.
    let mut names = Names::default();
    cell(xml, &Cell::of(width), |xml| {
        for block in blocks {
            body.block(xml, block, Stand::in_column(width), Length::ZERO, &mut names);
        }
        if blocks.is_empty() {
            end(xml, body, Stand::default());
        }
    });
}
