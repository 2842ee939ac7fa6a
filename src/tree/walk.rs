//! What a tree holds, in reading order.

use super::{Block, Hints, Inline, Paragraph, Picture, Section, Tree};

impl Tree {
    /// Every paragraph in reading order, those of columns row by row, left to right.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(Section::paragraphs)
    }

    /// The words of the document as they are printed, in reading order, separated by single spaces, each
    /// paragraph that has any on a line of its own.
    pub fn words(&self, hints: &Hints) -> String {
        let printed = |paragraph: &&Paragraph| !paragraph.on_stock && !hints.paragraph(paragraph).left_out;
        let printed = self.paragraphs().filter(printed);
        let words =
            printed.map(|paragraph| paragraph.text().split_whitespace().collect::<Vec<_>>().join(" "));
        words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
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
}

impl Block {
    /// The paragraphs of the block in reading order, to be changed before a tree is made of it.
    pub(crate) fn paragraphs_mut(&mut self) -> Box<dyn Iterator<Item = &mut Paragraph> + '_> {
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
