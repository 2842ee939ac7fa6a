//! Parts side by side: letterhead, recipients and signature; and the frame of a copy's form.

use super::body::Body;
use super::grid::{Cell, Grid, Height, Lines, Row, cell, grid, row};
use super::paragraphs::{Stand, end, paragraph};
use super::styles::RED;
use crate::opc::Xml;
use crate::profile::Ink;
use crate::tree::{Columns, Paragraph, Role, Stamp};
use crate::units::Length;

/// Columns as a table without borders, its cells without margins, each row on one page.
pub(super) fn columns(xml: &mut Xml, body: &Body<'_>, columns: &Columns) {
    let count = columns.rows.len();
    grid(xml, &Grid::bare(&columns.widths), |xml| {
        for (index, cells) in columns.rows.iter().enumerate() {
            // A row stays on the page of what follows where its paragraphs do.
            let kept = index + 1 < count || columns.keep_with_next;
            row(xml, Row { cant_split: true, ..Row::default() }, |xml| {
                for (place, (content, &width)) in cells.iter().zip(&columns.widths).enumerate() {
                    let stand = Stand { in_kept_row: kept, ..Stand::in_column(width) };
                    match columns.stamp.filter(|_| (index, place) == (0, 0)) {
                        Some(stamp) => stamped(xml, body, content, stamp, stand),
                        None => {
                            let stands = columns.at_foot.then_some("bottom");
                            paragraphs(xml, body, &Cell { stands, ..Cell::of(width) }, content, stand);
                        }
                    }
                }
            });
        }
    });
}

fn paragraphs(xml: &mut Xml, body: &Body<'_>, says: &Cell, content: &[Paragraph], stand: Stand<'_>) {
    cell(xml, says, |xml| {
        for own in content {
            paragraph(xml, body, own, stand);
        }
    });
}

/// A cell whose paragraphs stand in a frame: a table of one cell.
fn stamped(xml: &mut Xml, body: &Body<'_>, content: &[Paragraph], stamp: Stamp, stand: Stand<'_>) {
    // Lines stand upon the edges of a table: its width is from the middle of one to that of the other.
    let edges = stamp.width - Stamp::LINE;
    // LibreOffice 7.4 adds one line to a row, 25.2 two: half a line too low the one, too high the other.
    let height = Length::of_twips(stamp.height.twips() - Stamp::LINE.twips() * 3 / 2);
    let colour = match body.profile.style(Role::StampTitle).ink {
        Ink::Black => "000000",
        Ink::Red => RED,
    };
    let column = [edges];
    let frame = Grid {
        lines: Lines::round(Stamp::LINE, colour),
        margins: (Length::ZERO, stamp.padding),
        ..Grid::bare(&column)
    };
    let says = Row { cant_split: true, height: Some(Height::AtLeast(height)), ..Row::default() };
    let inside = Stand { width: stamp.inside(), ..stand };
    cell(xml, &Cell::of(stand.width), |xml| {
        grid(xml, &frame, |xml| {
            row(xml, says, |xml| paragraphs(xml, body, &Cell::of(edges), content, inside));
        });
        // A cell ends with a paragraph.
        end(xml, body, stand);
    });
}
