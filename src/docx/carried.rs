//! What carries a table's last row over to another page: a row below it that holds what the table keeps with.
//!
//! LibreOffice keeps a table that comes from an earlier page with nothing (the macro `KEEPTAB` of its `tabfrm.cxx`), but
//! a row with the next one anywhere, as Word does.

use super::body::Body;
use super::grid::{self, Cell, Lines};
use super::paragraphs::{Stand, end};
use crate::opc::Xml;
use crate::profile::Profile;
use crate::tree::Block;
use crate::units::Length;

/// How many of the blocks below a table that is carried over keep with it.
pub(super) fn kept_below(below: &[&Block], profile: &Profile) -> usize {
    below.len().min(below.iter().take_while(|block| keeps(block, profile)).count() + 1)
}

/// Whether a block keeps with the next one.
fn keeps(block: &Block, profile: &Profile) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            paragraph.keep_with_next || profile.style(paragraph.role).keep_with_next
        }
        Block::Columns(columns) => columns.keep_with_next,
        Block::Table(table) => table.keep_with_next,
        Block::Imposition(_) => false,
    }
}

/// The cell of that row: over all columns, without margins and without lines, but for the one that the table has
/// below it where it is as wide.
pub(super) fn cell(room: Length, columns: usize, is_wider: bool) -> Cell {
    let sides: &[&str] = match is_wider {
        true => &["w:top", "w:left", "w:bottom", "w:right"],
        false => &["w:left", "w:bottom", "w:right"],
    };
    bare(room, columns, sides)
}

/// The empty cell that each row of the table gets where the row below is `rest` wider: for `w:gridAfter` LibreOffice makes
/// the row higher.
pub(super) fn beside(xml: &mut Xml, body: &Body<'_>, rest: Length) {
    let says = bare(rest, 1, &["w:top", "w:bottom", "w:right"]);
    grid::cell(xml, &says, |xml| end(xml, body, Stand::default()));
}

fn bare(width: Length, columns: usize, sides: &'static [&'static str]) -> Cell {
    let lines = Some(Lines::none_at(sides));
    Cell { columns: Some(columns), lines, without_margins: true, ..Cell::of(width) }
}
