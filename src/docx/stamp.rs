//! The frame of a copy's form: a table of one cell in a cell.

use docx_rs::{
    BorderType, HeightRule, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::blocks::{paragraph, twips};
use super::styles::RED;
use crate::profile::{Ink, Profile};
use crate::tree::{Hints, Paragraph, Role, Stamp};
use crate::units::Length;

/// A cell `width` wide whose paragraphs stand in a frame.
pub(super) fn cell(
    content: &[Paragraph],
    stamp: Stamp,
    width: Length,
    kept: bool,
    hints: &Hints,
    profile: &Profile,
) -> TableCell {
    let inside = stamp.inside();
    // Lines stand upon the edges of a table: its width is from the middle of one to that of the other.
    let edges = stamp.width - Stamp::LINE;
    // LibreOffice 7.4 adds one line to a row, 25.2 two: half a line too low the one, too high the other.
    let row = Length::of_twips(stamp.height.twips() - Stamp::LINE.twips() * 3 / 2);
    let keep = |word: docx_rs::Paragraph| if kept { word.keep_next(true) } else { word };
    let framed =
        content.iter().fold(TableCell::new().width(twips(edges), WidthType::Dxa), |cell, content| {
            cell.add_paragraph(keep(paragraph(content, hints, profile, inside)))
        });
    let framed = TableRow::new(vec![framed])
        .row_height(twips(row) as f32)
        .height_rule(HeightRule::AtLeast)
        .cant_split();
    let padding = twips(stamp.padding);
    let frame = Table::without_borders(vec![framed])
        .layout(TableLayoutType::Fixed)
        .width(twips(edges), WidthType::Dxa)
        .indent(0)
        .margins(TableCellMargins::new().margin(0, padding, 0, padding))
        .set_borders(borders(profile.style(Role::StampTitle).ink))
        .set_grid(vec![twips(edges)]);
    // A cell ends with a paragraph.
    let end = keep(paragraph(&Paragraph::empty(Role::End), hints, profile, width));
    TableCell::new().width(twips(width), WidthType::Dxa).add_table(frame).add_paragraph(end)
}

fn borders(ink: Ink) -> TableBorders {
    use TableBorderPosition::{Bottom, Left, Right, Top};
    // Eighths of a point.
    let size = (Stamp::LINE.twips() * 8 / 20).unsigned_abs() as usize;
    let color = match ink {
        Ink::Black => "000000",
        Ink::Red => RED,
    };
    let line = |position| TableBorder::new(position).border_type(BorderType::Single).size(size).color(color);
    [Top, Left, Bottom, Right]
        .into_iter()
        .fold(TableBorders::with_empty(), |borders, position| borders.set(line(position)))
}
