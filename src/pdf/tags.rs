//! The structure tree (ISO 32000-1, 14.7): what each marked piece of a page is.

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::Wanted;
use super::fields::Fields;
use super::marks::Marks;
use super::written::{Bytes, Written};
use crate::layout::{CellNode, Node, Pages, PlacedPicture, SpotKind};
use crate::tree::{Scope, SignatureField};

/// Builds the tree, and ties pages and catalog to it. `marks` are the pieces of each block in the
/// order of the content.
pub(super) fn add(
    file: &mut Document,
    written: &mut Written,
    pages: &[ObjectId],
    content: &Pages,
    marks: &Marks,
    wanted: Wanted<'_>,
) -> lopdf::Result<()> {
    let root = file.new_object_id();
    let owners = vec![Vec::new(); pages.len()];
    let mut tree = Tree { file, written, pages, content, marks, owners, wanted, fields: Fields::default() };
    let document = tree.file.new_object_id();
    let children: Vec<ObjectId> =
        content.structure.iter().filter_map(|node| tree.node(node, document)).collect();
    tree.set(document, "Document", root, &children);
    let Tree { owners, fields, .. } = tree;
    let mut numbers = Vec::new();
    for (index, mut owners) in owners.into_iter().enumerate() {
        owners.sort_unstable_by_key(|(number, _)| *number);
        let list = file.new_object_id();
        let bytes = written.begin(list);
        bytes.raw(b"[");
        owners.into_iter().for_each(|(_, owner)| bytes.reference(owner));
        bytes.raw(b"]");
        numbers.extend([Object::Integer(index as i64), Object::Reference(list)]);
    }
    let mut next = pages.len() as i64;
    for element in fields.elements() {
        numbers.extend([Object::Integer(next), Object::Reference(element)]);
        next += 1;
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, Object::Dictionary(tree));
    for (index, page) in pages.iter().enumerate() {
        let page = file.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
    }
    fields.tell(file)?;
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

struct Tree<'a> {
    file: &'a mut Document,
    /// Where the elements go: seven objects of ten are such.
    written: &'a mut Written,
    pages: &'a [ObjectId],
    content: &'a Pages,
    marks: &'a Marks,
    /// The element that each page's marked pieces belong to.
    owners: Vec<Vec<(i64, ObjectId)>>,
    wanted: Wanted<'a>,
    fields: Fields,
}

impl Tree<'_> {
    /// The element of a node; none where nothing of it is on a page.
    fn node(&mut self, node: &Node, parent: ObjectId) -> Option<ObjectId> {
        match node {
            Node::Paragraph(block) => self.leaf("P", &[*block], parent, |_| {}),
            Node::Heading { level, blocks, .. } => {
                let tag = HEADINGS[usize::from(*level).clamp(1, HEADINGS.len()) - 1];
                self.leaf(tag, blocks, parent, |_| {})
            }
            Node::List(blocks) => {
                let list = self.file.new_object_id();
                let items = blocks.iter().filter_map(|&block| {
                    let item = self.file.new_object_id();
                    let body = self.leaf("LBody", &[block], item, |_| {})?;
                    Some(self.set(item, "LI", list, &[body]))
                });
                let items: Vec<ObjectId> = items.collect();
                // The dashes are part of the text.
                let numbering = |bytes: &mut Bytes| bytes.raw(b"/A<</O/List/ListNumbering/None>>");
                (!items.is_empty()).then(|| self.set_with(list, "L", parent, &items, numbering))
            }
            Node::Part(nodes) => {
                let part = self.file.new_object_id();
                let children: Vec<ObjectId> = nodes.iter().filter_map(|node| self.node(node, part)).collect();
                (!children.is_empty()).then(|| self.set(part, "Div", parent, &children))
            }
            Node::Table(rows) => {
                let table = self.file.new_object_id();
                let rows = rows.iter().map(|cells| {
                    let row = self.file.new_object_id();
                    let cells: Vec<ObjectId> = cells.iter().map(|cell| self.cell(cell, row)).collect();
                    self.set(row, "TR", table, &cells)
                });
                let rows: Vec<ObjectId> = rows.collect();
                Some(self.set(table, "Table", parent, &rows))
            }
            Node::Paper { title, nodes, .. } => {
                let paper = self.file.new_object_id();
                let children: Vec<ObjectId> =
                    nodes.iter().filter_map(|node| self.node(node, paper)).collect();
                let title = |bytes: &mut Bytes| bytes.entry("T", &text_string(title));
                Some(self.set_with(paper, "Part", parent, &children, title))
            }
            Node::Signature(block) => self.field(*block, parent, |kind| match kind {
                SpotKind::Signature(field) => Some(field),
                _ => None,
            }),
            Node::Seal(block) => self.field(*block, parent, |kind| match kind {
                SpotKind::Seal(field) => Some(field),
                _ => None,
            }),
            Node::Figure { block, alternative_text } => {
                // ISO 14289-1, 7.3: where a reader finds it.
                let place = self.place(*block);
                self.leaf("Figure", &[*block], parent, |bytes| {
                    bytes.entry("Alt", &text_string(alternative_text));
                    if let Some(place) = place {
                        let layout = dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => place };
                        bytes.entry("A", &layout.into());
                    }
                })
            }
        }
    }

    /// The field in the room of a signature, where fields are wanted.
    fn field(
        &mut self,
        block: usize,
        parent: ObjectId,
        of: impl Fn(&SpotKind) -> Option<&SignatureField>,
    ) -> Option<ObjectId> {
        if !self.wanted.fields {
            return None;
        }
        let (content, pages) = (self.content, self.pages);
        let mut all = content.pages.iter().zip(pages).flat_map(|(page, id)| {
            page.spots.iter().filter(|spot| spot.block == block).map(move |spot| (page, *id, spot))
        });
        let (sheet, page, field, spot) =
            all.find_map(|(sheet, page, spot)| of(&spot.kind).map(|field| (sheet, page, field, spot)))?;
        Some(self.fields.add(self.file, (field, spot), (page, sheet), parent, pages.len()))
    }

    /// A cell; a single paragraph needs no element of its own in it.
    fn cell(&mut self, cell: &CellNode, row: ObjectId) -> ObjectId {
        let tag = if cell.scope.is_some() { "TH" } else { "TD" };
        let scope: &[u8] = match cell.scope {
            Some(Scope::Column) => b"/Scope/Column",
            Some(Scope::Row) => b"/Scope/Row",
            None => b"",
        };
        let spans = [("ColSpan", cell.column_span), ("RowSpan", cell.row_span)];
        let attributes = |bytes: &mut Bytes| {
            if scope.is_empty() && spans.iter().all(|(_, span)| *span <= 1) {
                return;
            }
            bytes.raw(b"/A<</O/Table");
            bytes.raw(scope);
            for (name, span) in spans.into_iter().filter(|(_, span)| *span > 1) {
                bytes.entry(name, &Object::Integer(span as i64));
            }
            bytes.raw(b">>");
        };
        let single = match cell.nodes.as_slice() {
            [Node::Paragraph(block)] => self.leaf(tag, &[*block], row, attributes),
            _ => None,
        };
        single.unwrap_or_else(|| {
            let element = self.file.new_object_id();
            let children: Vec<ObjectId> =
                cell.nodes.iter().filter_map(|node| self.node(node, element)).collect();
            self.set_with(element, tag, row, &children, attributes)
        })
    }

    /// An element that holds the marked pieces of blocks: by their number on the page where it begins, by
    /// page and number on others.
    fn leaf(
        &mut self,
        tag: &str,
        blocks: &[usize],
        parent: ObjectId,
        attributes: impl FnOnce(&mut Bytes),
    ) -> Option<ObjectId> {
        let marks = blocks.iter().flat_map(|&block| self.marks.of(block));
        let mut marks = marks.filter(|mark| mark.page < self.pages.len()).peekable();
        let first = marks.peek()?.page;
        let element = self.file.new_object_id();
        let bytes = self.written.begin(element);
        begin(bytes, tag, parent);
        for mark in marks {
            self.owners[mark.page].push((mark.number, element));
            if mark.page == first {
                bytes.number(mark.number);
            } else {
                bytes.raw(b"<</Type/MCR/Pg");
                bytes.reference(self.pages[mark.page]);
                bytes.raw(b"/MCID");
                bytes.number(mark.number);
                bytes.raw(b">>");
            }
        }
        bytes.raw(b"]/Pg");
        bytes.reference(self.pages[first]);
        attributes(bytes);
        bytes.raw(b">>");
        Some(element)
    }

    /// An element of others.
    fn set(&mut self, id: ObjectId, tag: &str, parent: ObjectId, children: &[ObjectId]) -> ObjectId {
        self.set_with(id, tag, parent, children, |_| {})
    }

    fn set_with(
        &mut self,
        id: ObjectId,
        tag: &str,
        parent: ObjectId,
        children: &[ObjectId],
        attributes: impl FnOnce(&mut Bytes),
    ) -> ObjectId {
        let bytes = self.written.begin(id);
        begin(bytes, tag, parent);
        children.iter().for_each(|child| bytes.reference(*child));
        bytes.raw(b"]");
        attributes(bytes);
        bytes.raw(b">>");
        id
    }

    /// The corners of a picture on its page: left, lower, right, upper.
    fn place(&self, block: usize) -> Option<Vec<Object>> {
        let page = self.marks.of(block).first()?.page;
        let page = self.content.pages.get(page)?;
        let PlacedPicture { x, bottom, width, height, .. } =
            page.pictures.iter().find(|picture| picture.block == block)?;
        let y = page.height - bottom;
        let corners = [*x, y, x + width, y + height];
        Some(corners.map(|corner| Object::Real(corner as f32)).to_vec())
    }
}

/// The tags of headings, by their levels.
const HEADINGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];

/// Begins an element, as far as its list of what it holds.
fn begin(bytes: &mut Bytes, tag: &str, parent: ObjectId) {
    bytes.raw(b"<</S/");
    bytes.raw(tag.as_bytes());
    bytes.raw(b"/P");
    bytes.reference(parent);
    bytes.raw(b"/K[");
}
