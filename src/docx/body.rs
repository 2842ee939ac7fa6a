//! The main part: the sections one after the other, and what stands in them from top to bottom.

use super::WordMode;
use super::carried::kept_below;
use super::columns::columns;
use super::controls::Control;
use super::copies::imposition;
use super::headers::Headers;
use super::marks::Names;
use super::markup::{NAMESPACES, root};
use super::media::Media;
use super::paragraphs::{Stand, end, paragraph};
use super::sections::{Begins, End};
use super::tables::{Place, table};
use crate::opc::Xml;
use crate::profile::{Page, Profile};
use crate::tree::{Block, Field, Hints, Paragraph, Section, Table, Tree};
use crate::units::{Length, PerSheet};

/// About what a form of two pages takes.
const CAPACITY: usize = 1 << 15;

/// What the paragraphs and the tables of a document are written with.
pub(super) struct Body<'a> {
    pub(super) hints: &'a Hints,
    pub(super) profile: &'a Profile,
    pub(super) mode: WordMode,
    pub(super) media: &'a Media<'a>,
    /// Of each numbered field, by its number.
    pub(super) controls: &'a [Control<'a>],
}

/// What stands in a body or in a cell from top to bottom.
enum Item<'a> {
    Block(&'a Block),
    /// A table with a row that holds what it keeps with.
    Carrying(&'a Table, &'a [&'a Block]),
    /// A paragraph at the foot of the page.
    Pinned(&'a Paragraph, &'a Page),
    End,
}

impl Body<'_> {
    /// The main part.
    pub(super) fn part(&self, tree: &Tree, headers: &Headers<'_>) -> Vec<u8> {
        let mut xml = Xml::part(CAPACITY);
        root(&mut xml, "w:document", &NAMESPACES, |xml| {
            xml.element("w:body", |xml| {
                for (index, section) in tree.sections().iter().enumerate() {
                    let is_last = index + 1 == tree.sections().len();
                    let begins = match section.per_sheet {
                        _ if section.goes_on => Begins::Part(headers.of_section(section)),
                        PerSheet::One if index == 0 => Begins::Paper,
                        PerSheet::One => Begins::Appendix,
                        _ => Begins::Sheet,
                    };
                    self.section(xml, section, begins, is_last);
                    if self.hints.blank_versos.contains(&index) {
                        self.blank_page(xml, section);
                    }
                }
            });
        });
        xml.into_bytes()
    }

    /// The control of a field, if it has one.
    pub(super) fn control(&self, field: &Field) -> Option<&Control<'_>> {
        self.controls.get(field.number?)
    }

    /// A section. Each but the last has its properties in its last paragraph.
    fn section(&self, xml: &mut Xml, section: &Section, begins: Begins, is_last: bool) {
        let page = &self.profile.page_of(section);
        let own = End { begins, page, border: self.profile.border_of(section) };
        let blocks = printed(section, self.hints);
        let mut items = self.items(&blocks);
        // What is pinned to the page stands before the paragraph that it is anchored in.
        let anchor = items.len().saturating_sub(1);
        items.splice(anchor..anchor, section.foot.iter().map(|paragraph| Item::Pinned(paragraph, page)));
        let stand = Stand {
            begins: section.paper.as_ref().map(|paper| paper.place),
            ends: (!is_last).then_some(&own),
            ..Stand::in_column(page.text_width())
        };
        self.write(xml, &items, stand, &mut Names::default());
        if is_last {
            own.write(xml);
        }
    }

    /// The empty page after a section of which the next one begins on a right-hand page.
    fn blank_page(&self, xml: &mut Xml, section: &Section) {
        let page = &self.profile.page_of(section);
        let own = End { begins: Begins::Blank, page, border: self.profile.border_of(section) };
        end(xml, self, Stand { ends: Some(&own), ..Stand::in_column(page.text_width()) });
    }

    /// Blocks in a cell `width` wide.
    pub(super) fn in_cell(&self, xml: &mut Xml, blocks: &[&Block], width: Length, names: &mut Names) {
        self.write(xml, &self.items(blocks), Stand::in_column(width), names);
    }

    /// Blocks, each table that is carried over with what it keeps with. They end with a paragraph.
    fn items<'a>(&self, mut blocks: &'a [&'a Block]) -> Vec<Item<'a>> {
        let mut items = Vec::with_capacity(blocks.len() + 1);
        while let Some((&block, below)) = blocks.split_first() {
            blocks = below;
            items.push(match block {
                Block::Table(table) if self.hints.table(table).carried => {
                    let (kept, below) = below.split_at(kept_below(below, self.profile));
                    blocks = below;
                    Item::Carrying(table, kept)
                }
                other => Item::Block(other),
            });
        }
        if !items.last().is_some_and(Item::is_paragraph) {
            items.push(Item::End);
        }
        items
    }

    /// What begins and ends where they stand is said by their first and their last paragraph.
    fn write(&self, xml: &mut Xml, items: &[Item<'_>], stand: Stand<'_>, names: &mut Names) {
        let first = items.iter().position(Item::is_paragraph);
        let last = items.iter().rposition(Item::is_paragraph);
        let hang = self.mode.hang(self.profile);
        for (index, item) in items.iter().enumerate() {
            let own = Stand {
                begins: stand.begins.filter(|_| first == Some(index)),
                ends: stand.ends.filter(|_| last == Some(index)),
                ..stand
            };
            match item {
                Item::Block(block) => self.block(xml, block, own, hang, names),
                Item::Carrying(carrying, blocks) => {
                    let place = Place { room: own.width, hang, carried: Some(blocks) };
                    table(xml, self, carrying, place, names);
                }
                Item::Pinned(pinned, page) => {
                    paragraph(xml, self, pinned, Stand { pinned_to: Some(page), ..own });
                }
                Item::End => end(xml, self, own),
            }
        }
    }

    /// A block where a paragraph would stand so. A table hangs out by `hang`.
    pub(super) fn block(
        &self,
        xml: &mut Xml,
        block: &Block,
        stand: Stand<'_>,
        hang: Length,
        names: &mut Names,
    ) {
        match block {
            Block::Paragraph(own) => {
                names.note(own);
                paragraph(xml, self, own, stand);
            }
            Block::Columns(own) => columns(xml, self, own),
            Block::Table(own) => {
                table(xml, self, own, Place { room: stand.width, hang, carried: None }, names);
            }
            Block::Imposition(own) => imposition(xml, self, own),
        }
    }
}

impl Item<'_> {
    fn is_paragraph(&self) -> bool {
        matches!(self, Item::Block(Block::Paragraph(_)) | Item::Pinned(..) | Item::End)
    }
}

/// The blocks of a section without the lines that gave way.
fn printed<'a>(section: &'a Section, hints: &Hints) -> Vec<&'a Block> {
    let left_out = |block: &Block| matches!(block, Block::Paragraph(line) if hints.paragraph(line).left_out);
    section.blocks.iter().filter(|block| !left_out(block)).collect()
}
