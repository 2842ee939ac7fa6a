//! A whole paper, from which both files are written; mutants change it.

use super::ink::{Block, Par, Side, Table, line};
use super::pdf_file::Options;
use crate::checklist::paper::Paper;

/// The sheet; lengths in twips.
#[derive(Clone)]
pub struct Sheet {
    pub width: i64,
    pub height: i64,
    pub top: i64,
    pub bottom: i64,
    pub left: i64,
    pub right: i64,
    pub header: i64,
    pub mirrored: bool,
    /// The first page shows no number.
    pub hides_first: bool,
    /// Printed before the number.
    pub number: Par,
    pub number_format: &'static str,
}

#[derive(Clone)]
pub struct Appendix {
    pub blocks: Vec<Block>,
    pub landscape: bool,
    /// It begins a page, and counts its pages anew.
    pub own_pages: bool,
    pub restarts: bool,
}

#[derive(Clone)]
pub struct Sample {
    pub paper: Paper<'static>,
    pub sheet: Sheet,
    /// Widths of the two columns of the letterhead, and of the signature.
    pub columns: [[i64; 2]; 2],
    /// Two rows of two cells.
    pub head: [[Vec<Par>; 2]; 2],
    pub head_lines: bool,
    pub title: Vec<Par>,
    pub body: Vec<Block>,
    pub sign: [Vec<Par>; 2],
    /// The row may not split over two pages.
    pub sign_whole: bool,
    pub contact: Option<Par>,
    pub top_note: Option<Par>,
    pub bottom_note: Option<Par>,
    /// From the lower edge of the sheet to the note's baseline.
    pub bottom_note_rise: i64,
    pub appendices: Vec<Appendix>,
    /// PDF only.
    pub file: Options,
    /// PDF only: a glyph 0 is drawn.
    pub missing_glyph: bool,
}

impl Sheet {
    pub fn a4() -> Sheet {
        Sheet {
            width: 11906,
            height: 16838,
            top: 1134,
            bottom: 1134,
            left: 1701,
            right: 850,
            header: 567,
            mirrored: false,
            hides_first: true,
            number: line(""),
            number_format: "decimal",
        }
    }

    pub fn a5() -> Sheet {
        Sheet { width: 8391, height: 11906, ..Sheet::a4() }
    }
}

impl Sample {
    /// Every paragraph, in reading order.
    pub fn pars(&mut self) -> Vec<&mut Par> {
        fn of_block(block: &mut Block) -> Vec<&mut Par> {
            match block {
                Block::Par(par) => vec![par],
                Block::Table(table) => table.rows.iter_mut().flatten().collect(),
            }
        }
        let mut pars: Vec<&mut Par> = self.top_note.iter_mut().collect();
        pars.extend(self.head.iter_mut().flatten().flatten());
        pars.extend(&mut self.title);
        pars.extend(self.body.iter_mut().flat_map(of_block));
        pars.extend(self.sign.iter_mut().flatten());
        pars.extend(self.contact.iter_mut().chain(&mut self.bottom_note));
        pars.extend(self.appendices.iter_mut().flat_map(|appendix| &mut appendix.blocks).flat_map(of_block));
        pars
    }

    /// The first paragraph whose text begins like this.
    pub fn par(&mut self, start: &str) -> &mut Par {
        let found = self.pars().into_iter().find(|par| par.words().starts_with(start));
        found.unwrap_or_else(|| panic!("the sample has no paragraph that begins “{start}”"))
    }

    /// Other words at the first place where they stand.
    pub fn replace(&mut self, old: &str, new: &str) {
        let mut inks = self.pars().into_iter().flat_map(|par| &mut par.ink);
        let ink = inks.find(|ink| ink.text.contains(old));
        let ink = ink.unwrap_or_else(|| panic!("the sample does not say “{old}”"));
        ink.text = ink.text.replacen(old, new, 1);
    }

    /// The paragraphs of the text that are justified.
    pub fn texts(&mut self) -> Vec<&mut Par> {
        self.body.iter_mut().filter_map(Block::par).filter(|par| par.side == Side::Both).collect()
    }

    /// The first table with lines.
    pub fn table(&mut self) -> &mut Table {
        let appendices = self.appendices.iter_mut().flat_map(|appendix| &mut appendix.blocks);
        self.body.iter_mut().chain(appendices).find_map(Block::table).expect("the sample has a table")
    }

    /// Takes out the first paragraph that begins like this.
    pub fn remove(&mut self, start: &str) {
        let starts = |par: &Par| par.words().starts_with(start);
        let lists = self.head.iter_mut().flatten().chain([&mut self.title]).chain(&mut self.sign);
        for list in lists {
            if let Some(index) = list.iter().position(starts) {
                list.remove(index);
                return;
            }
        }
        let is_it = |block: &Block| matches!(block, Block::Par(par) if starts(par));
        let appendices = self.appendices.iter_mut().map(|appendix| &mut appendix.blocks);
        for blocks in std::iter::once(&mut self.body).chain(appendices) {
            if let Some(index) = blocks.iter().position(is_it) {
                blocks.remove(index);
                return;
            }
        }
        panic!("the sample has no paragraph that begins “{start}”");
    }
}
