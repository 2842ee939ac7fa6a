//! What a tree holds, in reading order.

use super::{Block, Inline, Paragraph, Picture, Row, Section, Tree};

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

    /// Every row of the tables in reading order, to be changed.
    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        self.sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(Block::rows_mut)
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
            Block::Imposition(imposition) => {
                Box::new(imposition.copies.iter().flatten().flat_map(Block::paragraphs))
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
            Block::Imposition(imposition) => {
                Box::new(imposition.copies.iter_mut().flatten().flat_map(Block::paragraphs_mut))
            }
        }
    }

    fn rows_mut(&mut self) -> Box<dyn Iterator<Item = &mut Row> + '_> {
        match self {
            Block::Table(table) => Box::new(table.rows.iter_mut()),
            Block::Imposition(imposition) => {
                Box::new(imposition.copies.iter_mut().flatten().flat_map(Block::rows_mut))
            }
            Block::Paragraph(_) | Block::Columns(_) => Box::new(std::iter::empty()),
        }
    }
}

impl Paragraph {
    /// Its text; a forced break counts as a space, a check box as nothing.
    #[must_use]
    pub fn text(&self) -> String {
        self.content
            .iter()
            .map(|piece| match piece {
                Inline::Run(run) => run.text.as_str(),
                Inline::Break => " ",
                Inline::CheckBox { .. } | Inline::Picture(_) => "",
            })
            .collect()
    }

    /// The picture that the paragraph is, if it is one.
    #[must_use]
    pub fn picture(&self) -> Option<&Picture> {
        self.content.iter().find_map(|piece| match piece {
            Inline::Picture(picture) => Some(picture),
            Inline::Run(_) | Inline::Break | Inline::CheckBox { .. } => None,
        })
    }
}
