//! Room for what printed stock has already: as many lines as it takes, of which nothing is printed.

use super::line::lines;
use crate::fonts::Fonts;
use crate::profile::Profile;
use crate::tree::{Block, Hints, Paragraph, Tree};
use crate::units::Length;

/// Notes how many lines each paragraph takes that the stock has. Widths of columns are settled by now.
pub(super) fn keep(tree: &Tree, profile: &Profile, fonts: &Fonts, hints: &mut Hints) {
    if tree.paragraphs().all(|paragraph| !paragraph.on_stock) {
        return;
    }
    for section in tree.sections() {
        let width = profile.page_of(section).text_width();
        Keeper { profile, fonts, hints }.blocks(&section.blocks, width);
    }
}

struct Keeper<'a> {
    profile: &'a Profile,
    fonts: &'a Fonts,
    hints: &'a mut Hints,
}

impl Keeper<'_> {
    fn blocks(&mut self, blocks: &[Block], width: Length) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, width),
                Block::Columns(columns) => {
                    for (cell, &width) in columns.rows.iter().flat_map(|row| row.iter().zip(&columns.widths))
                    {
                        cell.iter().for_each(|paragraph| self.paragraph(paragraph, width));
                    }
                }
                Block::Table(table) => {
                    let widths = self.hints.widths(table, width);
                    let sides = self.profile.cell_padding().side;
                    for (row, places) in table.rows.iter().zip(table.places()) {
                        for (cell, column) in row.cells.iter().zip(places) {
                            let own = widths.iter().skip(column).take(cell.column_span).copied();
                            let own = own.sum::<Length>() - sides - sides;
                            cell.content.iter().for_each(|paragraph| self.paragraph(paragraph, own));
                        }
                    }
                }
                Block::Imposition(sheet) => {
                    for (copy, &width) in sheet.copies.iter().zip(sheet.widths.iter().step_by(2).cycle()) {
                        self.blocks(copy, width);
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, width: Length) {
        let Some(number) = paragraph.number.filter(|_| paragraph.on_stock) else { return };
        let (printed, style) = (self.hints.printed(paragraph), self.profile.style(paragraph.role));
        let count = lines(&printed, &style, width.to_pt(), self.fonts).len();
        self.hints.paragraph_mut(number).room = count;
    }
}
