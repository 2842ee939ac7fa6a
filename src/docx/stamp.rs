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
    let inside = stamp.width - stamp.padding - stamp.padding;
    let keep = |word: docx_rs::Paragraph| if kept { word.keep_next(true) } else { word };
    let framed =
        content.iter().fold(TableCell::new().width(twips(stamp.width), WidthType::Dxa), |cell, content| {
            cell.add_paragraph(keep(paragraph(content, hints, profile, inside)))
        });
    let row = TableRow::new(vec![framed])
        .row_height(twips(stamp.height) as f32)
        .height_rule(HeightRule::AtLeast)
        .cant_split();
    let padding = twips(stamp.padding);
    let frame = Table::without_borders(vec![row])
        .layout(TableLayoutType::Fixed)
        .width(twips(stamp.width), WidthType::Dxa)
        .indent(0)
        .margins(TableCellMargins::new().margin(0, padding, 0, padding))
        .set_borders(borders(profile.style(Role::StampTitle).ink))
        .set_grid(vec![twips(stamp.width)]);
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
