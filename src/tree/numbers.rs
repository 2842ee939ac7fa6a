//! A tree numbers its paragraphs and its tables: by the numbers the hints are found.

use super::{Block, Field, Paragraph, Properties, Section, Tree};
use crate::path::Path;

impl Tree {
    /// A document of sections; it numbers what they hold, in reading order. `draft` says whether people go on
    /// typing in it.
    pub fn new(properties: Properties, draft: bool, mut sections: Vec<Section>) -> Tree {
        let mut next = Next { paragraph: 0, table: 0, copy: false };
        for section in &mut sections {
            section.head.iter_mut().for_each(|paragraph| next.paragraph(paragraph));
            section.blocks.iter_mut().for_each(|block| next.block(block));
            section.foot.iter_mut().for_each(|paragraph| next.paragraph(paragraph));
        }
        Tree { properties, draft, sections }
    }
}

impl Tree {
    /// Whether something of it can be filled in.
    pub(crate) fn has_fields(&self) -> bool {
        self.paragraphs().any(|paragraph| paragraph.fields.iter().any(|field| field.number.is_some()))
    }

    /// Says what its fields are called, and numbers them; those that have no name are none.
    pub(crate) fn name_fields(&mut self, term: impl Fn(&Path) -> Option<String>) {
        let unnamed = Field::unnamed().at;
        let (mut next, mut blanks) = (0, 0);
        let open = self.paragraphs().flat_map(|paragraph| &paragraph.fields).any(|field| !field.locked);
        let blocks = self.sections.iter_mut().flat_map(|section| &mut section.blocks);
        if !open {
            // Where nothing is filled in, nothing needs a lock.
            return blocks.flat_map(Block::paragraphs_mut).for_each(|paragraph| paragraph.fields.clear());
        }
        for paragraph in
            blocks.flat_map(Block::paragraphs_mut).filter(|paragraph| !paragraph.fields.is_empty())
        {
            paragraph.fields.retain_mut(|field| {
                if field.at == unnamed {
                    field.at = unnamed.index(blanks);
                    blanks += 1;
                }
                field.term = term(&field.at);
                field.number = field.term.is_some().then_some(next);
                next += usize::from(field.term.is_some());
                field.term.is_some()
            });
        }
    }
}

/// The next numbers.
struct Next {
    paragraph: usize,
    table: usize,
    /// Whether it is one of several copies on a sheet: what is filled in there belongs to no record.
    copy: bool,
}

impl Next {
    fn paragraph(&mut self, paragraph: &mut Paragraph) {
        paragraph.number = Some(self.paragraph);
        self.paragraph += 1;
        if self.copy {
            paragraph.fields.clear();
        }
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Columns(columns) => {
                columns.rows.iter_mut().flatten().flatten().for_each(|paragraph| self.paragraph(paragraph));
            }
            Block::Table(table) => {
                table.number = Some(self.table);
                self.table += 1;
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.content).for_each(|paragraph| self.paragraph(paragraph));
            }
            Block::Imposition(imposition) => {
                self.copy = true;
                imposition.copies.iter_mut().flatten().for_each(|block| self.block(block));
                self.copy = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tree::hints::{Hints, ParagraphHint};
    use crate::tree::{Border, Cell, Columns, Imposition, Role, Row, Table, Width};
    use crate::units::Length;

    fn paragraphs(count: usize) -> Vec<Paragraph> {
        vec![Paragraph::new(Role::Body, "a"); count]
    }

    fn table(cells: &[usize]) -> Block {
        let row = |&count: &usize| Row { cells: vec![Cell::new(paragraphs(count))], group: false };
        Block::Table(Table {
            number: None,
            origin: None,
            columns: vec![Width::Auto(Length::ZERO)],
            border: Border::Thin,
            header_rows: 0,
            rows: cells.iter().map(row).collect(),
            keep_with_next: false,
        })
    }

    fn any_block() -> impl Strategy<Value = Block> {
        let counts = || prop::collection::vec(0..3_usize, 0..4);
        let leaf = prop_oneof![
            Just(Block::Paragraph(Paragraph::new(Role::Body, "a"))),
            counts().prop_map(|cells| Block::Columns(Columns {
                widths: vec![Length::mm(10.0); cells.len()],
                rows: vec![cells.into_iter().map(paragraphs).collect(); 2],
                keep_with_next: false,
                at_foot: false,
                stamp: None,
            })),
            counts().prop_map(|cells| table(&cells)),
        ];
        leaf.prop_recursive(2, 12, 4, |inner| {
            prop::collection::vec(prop::collection::vec(inner, 0..3), 0..4).prop_map(|copies| {
                Block::Imposition(Imposition {
                    widths: vec![Length::mm(80.0)],
                    heights: vec![Length::mm(100.0); copies.len()],
                    room: Length::mm(100.0),
                    copies,
                })
            })
        })
    }

    fn any_section() -> impl Strategy<Value = Section> {
        (0..2_usize, prop::collection::vec(any_block(), 0..5), 0..2_usize).prop_map(|(head, blocks, foot)| {
            Section { head: paragraphs(head), blocks, foot: paragraphs(foot), ..Section::default() }
        })
    }

    fn tables(block: &Block) -> Vec<&Table> {
        match block {
            Block::Table(table) => vec![table],
            Block::Imposition(sheet) => sheet.copies.iter().flatten().flat_map(tables).collect(),
            Block::Paragraph(_) | Block::Columns(_) => Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn the_hint_of_every_paragraph_and_of_every_table_is_found(
            sections in prop::collection::vec(any_section(), 0..4),
        ) {
            let tree = Tree::new(Properties::default(), false, sections);
            let tables: Vec<&Table> =
                tree.sections().iter().flat_map(|section| &section.blocks).flat_map(tables).collect();
            let mut hints = Hints::default();
            for (index, paragraph) in tree.paragraphs().enumerate() {
                prop_assert_eq!(paragraph.number, Some(index));
                prop_assert_eq!(hints.paragraph(paragraph), &ParagraphHint::default());
                hints.paragraph_mut(index).held = vec![index];
            }
            for (index, table) in tables.iter().enumerate() {
                prop_assert_eq!(table.number, Some(index));
                hints.table_mut(index).splits.insert(index);
            }
            for (index, paragraph) in tree.paragraphs().enumerate() {
                prop_assert_eq!(&hints.paragraph(paragraph).held, &[index]);
            }
            for (index, table) in tables.iter().enumerate() {
                prop_assert!(hints.table(table).splits.iter().eq([&index]));
            }
            // What stands in no tree has none.
            prop_assert_eq!(hints.paragraph(&Paragraph::empty(Role::End)), &ParagraphHint::default());
        }
    }
}
