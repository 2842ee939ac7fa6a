//! What docx-rs cannot say of a table: which rows repeat on each page (`w:tblHeader`), and what it is called,
//! for a reader that does not see the page (`w:tblCaption`).

use crate::opc::{Element, Node};
use crate::tree::{Block, Paragraph, Role, Section};

/// Marks the rows of a section's tables that repeat, and names the tables after their caption, or the last
/// heading above them. `root` is the part that docx-rs built of the section.
pub(super) fn mark(root: &mut Element, section: &Section) {
    if let Some(body) = root.elements_mut().find(|child| child.name == "w:body") {
        mark_tables(body, &section.blocks);
    }
}

/// What the contents of a volume call the beginning of a paper. Word lists no bookmark whose name begins so.
pub(super) fn bookmark_name(place: usize) -> String {
    format!("_vanban_{}", place + 1)
}

/// Marks where a paper of a volume begins: its first paragraph.
pub(super) fn bookmark(root: &mut Element, place: usize) {
    let body = root.elements_mut().find(|child| child.name == "w:body");
    let Some(first) = body.and_then(|body| body.elements_mut().find(|child| child.name == "w:p")) else {
        return;
    };
    let id = |name: &str| Element::new(name).with("w:id", (place + 1).to_string());
    let at = usize::from(first.children.first().is_some_and(|node| node.is("w:pPr")));
    let start = id("w:bookmarkStart").with("w:name", bookmark_name(place));
    first.children.splice(at..at, [Node::Element(start), Node::Element(id("w:bookmarkEnd"))]);
}

/// Marks the tables that stand in a body or a cell.
fn mark_tables(parent: &mut Element, blocks: &[Block]) {
    let mut built = parent.elements_mut().filter(|child| child.name == "w:tbl");
    let mut heading = String::new();
    let mut caption = None;
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                caption = (paragraph.role == Role::TableCaption).then(|| text(paragraph));
                match paragraph.role {
                    role if is_heading(role) => heading = text(paragraph),
                    // The type name alone says little.
                    Role::Abstract => heading = format!("{heading} {}", text(paragraph)),
                    _ => {}
                }
            }
            Block::Columns(_) => {
                built.next();
            }
            Block::Table(table) => {
                let Some(built) = built.next() else { return };
                repeat_rows(built, table.header_rows);
                let name = caption.take().unwrap_or_else(|| heading.clone());
                // Without headers they are parts side by side.
                if table.has_headers() && !name.is_empty() {
                    name_table(built, &name);
                }
            }
            Block::Imposition(imposition) => {
                let Some(built) = built.next() else { return };
                // The cells between two copies hold none.
                let rows = built.elements_mut().filter(|child| child.name == "w:tr");
                let cells =
                    rows.flat_map(|row| row.elements_mut().filter(|child| child.name == "w:tc").step_by(2));
                cells.zip(&imposition.copies).for_each(|(cell, copy)| mark_tables(cell, copy));
            }
        }
    }
}

fn repeat_rows(table: &mut Element, count: usize) {
    for row in table.elements_mut().filter(|child| child.name == "w:tr").take(count) {
        if let Some(properties) = row.elements_mut().find(|child| child.name == "w:trPr") {
            properties.children.push(Node::Element(Element::new("w:tblHeader")));
        }
    }
}

fn name_table(table: &mut Element, name: &str) {
    if let Some(properties) = table.elements_mut().find(|child| child.name == "w:tblPr") {
        properties.children.push(Node::Element(Element::new("w:tblCaption").with("w:val", name)));
    }
}

fn is_heading(role: Role) -> bool {
    matches!(
        role,
        Role::TypeName | Role::AppendixTitle | Role::Heading(_) | Role::GroupingName(_) | Role::Article
    )
}

fn text(paragraph: &Paragraph) -> String {
    paragraph.text().replace('\u{a0}', " ")
}
