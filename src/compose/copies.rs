//! The copies of a paper: each on pages of its own, or several on a sheet that is cut.

use super::{Asked, Composer, end, spacing};
use crate::parts::{Address, Copies, Frame};
use crate::tree::{Block, Imposition, Paragraph, Role, Section};
use crate::units::{Length, PerSheet, Sheet};
use crate::wording::Tagging;

/// Height of the paragraph that must follow the copies of a sheet.
const END: Length = Length::pt(0.5);

impl Composer<'_> {
    /// The paper itself, as often as it is asked for.
    pub(super) fn papers(&self, body: Vec<Block>) -> Vec<Section> {
        let mut papers = self.each(body);
        // Several in one file are for the printer: a name of a field stands for one.
        if papers.len() > 1 || papers.iter().any(|paper| paper.per_sheet != PerSheet::One) {
            papers.iter_mut().for_each(Section::forget_spots);
        }
        papers
    }

    fn each(&self, body: Vec<Block>) -> Vec<Section> {
        // What is filled in on one copy is not on the others.
        let asked = Asked { tagging: Tagging::None, ..self.asked };
        match &self.frame.copies {
            Copies::One => vec![self.main(body)],
            Copies::To(names) => {
                let to = |name| Some(Address::To(vec![name]));
                let frames =
                    names.iter().map(|name| Frame { address: to(name.clone()), ..self.frame.clone() });
                frames
                    .map(|frame| copy(Composer { frame: &frame, asked, ..*self }.main(body.clone())))
                    .collect()
            }
            Copies::Same { count, per_sheet } => {
                let count = *count as usize;
                match PerSheet::of(*per_sheet).unwrap_or_default() {
                    PerSheet::One if count == 1 => vec![self.main(body)],
                    PerSheet::One => vec![copy(Composer { asked, ..*self }.main(body)); count],
                    per_sheet => self.sheets(body, count, per_sheet),
                }
            }
        }
    }

    /// Sheets with several copies each; the last may have fewer.
    fn sheets(&self, body: Vec<Block>, count: usize, per_sheet: PerSheet) -> Vec<Section> {
        let sheet = Section { per_sheet, ..Section::default() };
        let page = self.profile.page_of(&sheet);
        let half = Length::of_twips(page.height.twips() / 2);
        let narrow = per_sheet == PerSheet::Four;
        let own = if narrow {
            page.quarter()
        } else {
            self.profile.page_of(&Section { sheet: Sheet::A5, ..Section::default() })
        };
        let mut copy = Composer { page: own, narrow, ..*self }.main(body).blocks;
        spacing::space(&mut copy);
        if !matches!(copy.last(), Some(Block::Paragraph(_))) {
            end(&mut copy);
        }
        // Whole points, as all heights are.
        let room = (half - page.top - page.bottom - END).twips() / 20 * 20;
        let room = Length::of_twips(room);
        let widths = if narrow {
            vec![own.text_width(), own.right + own.left, own.text_width()]
        } else {
            vec![own.text_width()]
        };
        let on_sheet = per_sheet.count();
        (0..count)
            .step_by(on_sheet)
            .map(|first| {
                let mut blocks = vec![Block::Imposition(Imposition {
                    widths: widths.clone(),
                    heights: vec![half, room],
                    room,
                    copies: vec![copy.clone(); on_sheet.min(count - first)],
                })];
                end(&mut blocks);
                Section { blocks, ..sheet.clone() }
            })
            .collect()
    }
}

/// One of several copies on pages of their own, or a paper behind another.
pub(super) fn copy(mut section: Section) -> Section {
    section.blocks.insert(0, Block::Paragraph(Paragraph::empty(Role::End)));
    Section { copy: true, ..section }
}
