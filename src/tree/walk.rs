//! What a tree holds, in reading order.

use super::{Block, Paragraph, Section, Table, Tree};

impl Tree {
    /// Every paragraph in reading order, those of columns row by row, left to right.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(Section::paragraphs)
    }

    /// Every paragraph in reading order, to be changed.
    pub(crate) fn paragraphs_mut(&mut self) -> impl Iterator<Item = &mut Paragraph> {
        self.sections.iter_mut().flat_map(|section| {
            let blocks = section.blocks.iter_mut().flat_map(Block::paragraphs_mut);
            section.head.iter_mut().chain(blocks).chain(&mut section.foot)
        })
    }

    /// Every table in reading order, to be changed.
    pub(crate) fn tables_mut(&mut self) -> impl Iterator<Item = &mut Table> {
        let blocks = self.sections.iter_mut().flat_map(|section| &mut section.blocks);
        blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The words of the document in reading order, separated by single spaces.
    #[must_use]
    pub fn words(&self) -> String {
        let text: Vec<String> = self.paragraphs().map(Paragraph::text).collect();
        text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Section {
    /// The paragraphs of the section in reading order: head, content, foot.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.head.iter().chain(self.blocks.iter().flat_map(Block::paragraphs)).chain(&self.foot)
    }
}

impl Block {
    /// The paragraphs of the block in reading order.
    pub fn paragraphs(&self) -> Box<dyn Iterator<Item = &Paragraph> + '_> {
        match self {
            Block::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
            Block::Columns(columns) => Box::new(columns.rows.iter().flatten().flatten()),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                Box::new(cells.flat_map(|cell| &cell.content))
            }
        }
    }

    fn paragraphs_mut(&mut self) -> Box<dyn Iterator<Item = &mut Paragraph> + '_> {
        match self {
            Block::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
            Block::Columns(columns) => Box::new(columns.rows.iter_mut().flatten().flatten()),
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                Box::new(cells.flat_map(|cell| &mut cell.content))
            }
        }
    }
}
