//! The structure tree (ISO 32000-1, 14.7): what each marked piece of a page is.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::Wanted;
use super::fields::Fields;
use crate::layout::{CellNode, Node, Pages, PlacedPicture, SpotKind};
use crate::tree::{Scope, SignatureField};

/// A marked piece: its page, and its number on it.
pub(super) type Mark = (usize, i64);

/// Builds the tree, and ties pages and catalog to it. `marks` are the pieces of each block in the
/// order of the content.
pub(super) fn add(
    file: &mut Document,
    pages: &[ObjectId],
    content: &Pages,
    marks: &BTreeMap<usize, Vec<Mark>>,
    wanted: Wanted<'_>,
) -> lopdf::Result<()> {
    let root = file.new_object_id();
    let owners = vec![Vec::new(); pages.len()];
    let mut tree = Tree { file, pages, content, marks, owners, wanted, fields: Fields::default() };
    let document = tree.file.new_object_id();
    let children = content.structure.iter().filter_map(|node| tree.node(node, document)).collect();
    tree.set(document, "Document", root, children);
    let (owners, fields) = (tree.owners, tree.fields);
    let mut numbers = Vec::new();
    for (index, mut owners) in owners.into_iter().enumerate() {
        owners.sort_by_key(|(number, _)| *number);
        let owners: Vec<Object> = owners.into_iter().map(|(_, owner)| Object::Reference(owner)).collect();
        numbers.extend([Object::Integer(index as i64), Object::Reference(file.add_object(owners))]);
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
        // printpdf writes an empty list.
        page.remove(b"Annots");
    }
    fields.tell(file)?;
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

struct Tree<'a> {
    file: &'a mut Document,
    pages: &'a [ObjectId],
    content: &'a Pages,
    marks: &'a BTreeMap<usize, Vec<Mark>>,
    /// The element that each page's marked pieces belong to.
    owners: Vec<Vec<(i64, ObjectId)>>,
    wanted: Wanted<'a>,
    fields: Fields,
}

impl Tree<'_> {
    /// The element of a node; none where nothing of it is on a page.
    fn node(&mut self, node: &Node, parent: ObjectId) -> Option<Object> {
        match node {
            Node::Paragraph(block) => self.leaf("P", &[*block], parent),
            Node::Heading { level, blocks, .. } => self.leaf(&format!("H{level}"), blocks, parent),
            Node::List(blocks) => {
                let list = self.file.new_object_id();
                let items = blocks.iter().filter_map(|&block| {
                    let item = self.file.new_object_id();
                    let body = self.leaf("LBody", &[block], item)?;
                    Some(self.set(item, "LI", list, vec![body]))
                });
                let items: Vec<Object> = items.collect();
                (!items.is_empty()).then(|| {
                    let list = self.set(list, "L", parent, items);
                    // The dashes are part of the text.
                    let numbering = dictionary! { "O" => "List", "ListNumbering" => "None" };
                    self.attribute(&list, "A", numbering.into());
                    list
                })
            }
            Node::Part(nodes) => {
                let part = self.file.new_object_id();
                let children: Vec<Object> = nodes.iter().filter_map(|node| self.node(node, part)).collect();
                (!children.is_empty()).then(|| self.set(part, "Div", parent, children))
            }
            Node::Table(rows) => {
                let table = self.file.new_object_id();
                let rows = rows.iter().map(|cells| {
                    let row = self.file.new_object_id();
                    let cells = cells.iter().map(|cell| self.cell(cell, row)).collect();
                    self.set(row, "TR", table, cells)
                });
                let rows = rows.collect();
                Some(self.set(table, "Table", parent, rows))
            }
            Node::Paper { title, nodes, .. } => {
                let paper = self.file.new_object_id();
                let children = nodes.iter().filter_map(|node| self.node(node, paper)).collect();
                let element = self.set(paper, "Part", parent, children);
                self.attribute(&element, "T", text_string(title));
                Some(element)
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
                let element = self.leaf("Figure", &[*block], parent)?;
                self.attribute(&element, "Alt", text_string(alternative_text));
                // ISO 14289-1, 7.3: where a reader finds it.
                if let Some(place) = self.place(*block) {
                    let layout = dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => place };
                    self.attribute(&element, "A", layout.into());
                }
                Some(element)
            }
        }
    }

    /// The field in the room of a signature, where fields are wanted.
    fn field(
        &mut self,
        block: usize,
        parent: ObjectId,
        of: impl Fn(&SpotKind) -> Option<&SignatureField>,
    ) -> Option<Object> {
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
    fn cell(&mut self, cell: &CellNode, row: ObjectId) -> Object {
        let tag = if cell.scope.is_some() { "TH" } else { "TD" };
        let single = match cell.nodes.as_slice() {
            [Node::Paragraph(block)] => self.leaf(tag, &[*block], row),
            _ => None,
        };
        let element = single.unwrap_or_else(|| {
            let element = self.file.new_object_id();
            let children = cell.nodes.iter().filter_map(|node| self.node(node, element)).collect();
            self.set(element, tag, row, children)
        });
        let mut attributes = dictionary! { "O" => "Table" };
        match cell.scope {
            Some(Scope::Column) => attributes.set("Scope", "Column"),
            Some(Scope::Row) => attributes.set("Scope", "Row"),
            None => {}
        }
        for (name, span) in [("ColSpan", cell.column_span), ("RowSpan", cell.row_span)] {
            if span > 1 {
                attributes.set(name, span as i64);
            }
        }
        if attributes.len() > 1 {
            self.attribute(&element, "A", attributes.into());
        }
        element
    }

    /// An element that holds the marked pieces of blocks: by their number on the page where it begins, by
    /// page and number on others.
    fn leaf(&mut self, tag: &str, blocks: &[usize], parent: ObjectId) -> Option<Object> {
        let marks = blocks.iter().filter_map(|block| self.marks.get(block)).flatten();
        let mut marks = marks.filter(|(page, _)| *page < self.pages.len()).peekable();
        let first = marks.peek()?.0;
        let element = self.file.new_object_id();
        let pieces = marks.map(|&(page, number)| {
            self.owners[page].push((number, element));
            if page == first {
                return Object::Integer(number);
            }
            Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => self.pages[page], "MCID" => number })
        });
        let fields = dictionary! {
            "S" => Object::Name(tag.as_bytes().to_vec()),
            "P" => parent,
            "K" => pieces.collect::<Vec<_>>(),
            "Pg" => self.pages[first],
        };
        self.file.objects.insert(element, Object::Dictionary(fields));
        Some(Object::Reference(element))
    }

    fn set(&mut self, id: ObjectId, tag: &str, parent: ObjectId, children: Vec<Object>) -> Object {
        let element = dictionary! {
            "S" => Object::Name(tag.as_bytes().to_vec()),
            "P" => parent,
            "K" => children,
        };
        self.file.objects.insert(id, Object::Dictionary(element));
        Object::Reference(id)
    }

    fn attribute(&mut self, element: &Object, key: &str, value: Object) {
        let element = element.as_reference().and_then(|id| self.file.get_object_mut(id));
        if let Ok(element) = element.and_then(Object::as_dict_mut) {
            element.set(key, value);
        }
    }

    /// The corners of a picture on its page: left, lower, right, upper.
    fn place(&self, block: usize) -> Option<Vec<Object>> {
        let &(page, _) = self.marks.get(&block)?.first()?;
        let page = self.content.pages.get(page)?;
        let PlacedPicture { x, bottom, width, height, .. } =
            page.pictures.iter().find(|picture| picture.block == block)?;
        let y = page.height - bottom;
        let corners = [*x, y, x + width, y + height];
        Some(corners.map(|corner| Object::Real(corner as f32)).to_vec())
    }
}
