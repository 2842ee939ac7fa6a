//! Copies that share a sheet: each is a small page of its own.

use super::fill::{Atom, Content, Drawing, fill};
use super::flow::Flow;
use super::misfit::{Misfit, What};
use crate::profile::Page;
use crate::tree::{Block, Imposition};
use crate::units::Length;

impl Flow<'_> {
    /// The copies of a sheet: one atom, which has the sheet to itself.
    pub(super) fn imposition(&mut self, imposition: &Imposition) {
        let mut drawing = Drawing::default();
        let mut top = 0;
        let sheet = self.format;
        for (row, height) in imposition.copies.chunks(imposition.across()).zip(&imposition.heights) {
            let mut x = sheet.left;
            for (index, copy) in row.iter().enumerate() {
                let width = imposition.widths[2 * index];
                let mut own = self.copy(copy, x, width, imposition);
                own.lower(f64::from(top) / 20.0);
                drawing.append(own);
                x = x + imposition.widths[2 * index..].iter().take(2).copied().sum();
            }
            top += height.twips();
        }
        self.atoms.push(Atom {
            before: self.after,
            height: top,
            head: 0,
            foot: 0,
            may_break: !self.kept,
            must_break: false,
            begins: true,
            keeps: None,
            content: Content::Drawing(drawing),
        });
        (self.after, self.kept) = (0, true);
    }

    /// One copy, its text `width` wide from `x` on; y from the top of its text.
    fn copy(&mut self, blocks: &[Block], x: Length, width: Length, on: &Imposition) -> Drawing {
        let sheet = self.format;
        self.format = Page {
            width: x + width,
            height: on.room,
            top: Length::ZERO,
            bottom: Length::ZERO,
            left: x,
            right: Length::ZERO,
            ..sheet
        };
        let (atoms, tables) = (std::mem::take(&mut self.atoms), std::mem::take(&mut self.tables));
        let (after, kept) = (self.after, self.kept);
        (self.after, self.kept) = (0, false);
        self.blocks(blocks);
        self.format = sheet;
        (self.after, self.kept) = (after, kept);
        let own = std::mem::replace(&mut self.atoms, atoms);
        let mut own_tables = std::mem::replace(&mut self.tables, tables);
        self.misfits.extend(misfit(&own, on));
        fill(own, &mut own_tables, on.room.twips()).0.into_iter().next().unwrap_or_default()
    }
}

/// A copy never goes on over another sheet: what is too much for it is refused.
fn misfit(atoms: &[Atom], on: &Imposition) -> Option<Misfit> {
    let first = atoms.first().map_or(0, |atom| atom.before);
    let need = atoms.iter().map(|atom| atom.before + atom.height).sum::<i32>() - first;
    if need <= on.room.twips() && !atoms.iter().skip(1).any(|atom| atom.must_break) {
        return None;
    }
    let count = on.across() * on.heights.len();
    Some(Misfit { what: What::Copy(count), need: Length::of_twips(need), have: on.room })
}
