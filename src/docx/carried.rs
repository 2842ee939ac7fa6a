//! What carries a table's last row over to another page, in a row below it.

use super::styles::id;
use crate::opc::{Element, Node};
use crate::profile::Profile;
use crate::tree::{Block, Border, Hints, Role, Section};
use crate::units::Length;

/// Puts what a carried table keeps with into a last row of its own, without lines. LibreOffice keeps a table that
/// comes from an earlier page with nothing (the macro `KEEPTAB` of its `tabfrm.cxx`), but a row with the next one
/// anywhere, as Word does. `root` is the part that docx-rs built of the section.
pub(super) fn take_in(root: &mut Element, section: &Section, hints: &Hints, profile: &Profile) {
    let Some(body) = root.elements_mut().find(|child| child.name == "w:body") else { return };
    let blocks = super::printed(section, hints);
    let room = profile.page_of(section).text_width();
    for (at, block) in blocks.iter().enumerate().rev() {
        let Block::Table(table) = block else { continue };
        if !hints.table(table).carried {
            continue;
        }
        let below = &blocks[at + 1..];
        let count = below.len().min(below.iter().take_while(|block| keeps(block, profile)).count() + 1);
        let content = cut(body, at + 1, count, (count == below.len()).then_some(section.foot.len()));
        let Some(Node::Element(built)) = body.children.get_mut(at) else { continue };
        let widths = hints.widths(table, room);
        let rest = room - widths.iter().copied().sum();
        let cell = if rest > Length::ZERO {
            widen(built, table.border, room, rest);
            bare_cell(room, widths.len() + 1, &["w:top", "w:left", "w:bottom", "w:right"], content)
        } else {
            bare_cell(room, widths.len(), &["w:left", "w:bottom", "w:right"], content)
        };
        let properties = Element::new("w:trPr").child(Element::new("w:cantSplit"));
        built.children.push(Node::Element(Element::new("w:tr").child(properties).child(cell)));
    }
}

/// Whether a block keeps with the next one.
fn keeps(block: &Block, profile: &Profile) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            paragraph.keep_with_next || profile.style(paragraph.role).keep_with_next
        }
        Block::Columns(columns) => columns.keep_with_next,
        Block::Table(table) => table.keep_with_next,
        Block::Imposition(_) => false,
    }
}

/// Cuts `count` blocks out of a body from the one at `first`, as the content of a cell. Where the body's last is
/// one of them, so many paragraphs stand before it as are `pinned` to the page; these stay, and a new one
/// ends the body.
fn cut(body: &mut Element, first: usize, count: usize, pinned: Option<usize>) -> Vec<Node> {
    let before_last = count - usize::from(pinned.is_some());
    let mut content: Vec<Node> = body.children.drain(first..first + before_last).collect();
    if let Some(last) = pinned.and_then(|pinned| body.children.get_mut(first + pinned)) {
        content.push(std::mem::replace(last, end()));
    }
    if content.last().is_some_and(|last| last.is("w:tbl")) {
        content.push(end());
    }
    content
}

/// The paragraph of half a point that a cell and a body end with.
fn end() -> Node {
    let style = Element::new("w:pStyle").with("w:val", id(Role::End));
    Node::Element(Element::new("w:p").child(Element::new("w:pPr").child(style)))
}

/// A cell without margins and without lines at some sides.
fn bare_cell(width: Length, columns: usize, bare: &[&str], content: Vec<Node>) -> Element {
    let margins = ["w:top", "w:left", "w:bottom", "w:right"].map(|side| measured(side, Length::ZERO));
    let borders = bare.iter().map(|side| Element::new(side).with("w:val", "nil"));
    let properties = Element::new("w:tcPr")
        .child(measured("w:tcW", width))
        .child(Element::new("w:gridSpan").with("w:val", columns.to_string()))
        .child(borders.fold(Element::new("w:tcBorders"), Element::child))
        .child(margins.into_iter().fold(Element::new("w:tcMar"), Element::child));
    let mut cell = Element::new("w:tc").child(properties);
    cell.children.extend(content);
    cell
}

fn measured(name: &str, width: Length) -> Element {
    Element::new(name).with("w:w", width.twips().to_string()).with("w:type", "dxa")
}

/// Makes a table `rest` wider, to `room`, for the row that comes below it. Where it ended, each row gets an empty
/// cell (for `w:gridAfter` LibreOffice makes the row higher); the last row gets a line of its own below it, which
/// the next one would draw too far.
fn widen(table: &mut Element, border: Border, room: Length, rest: Length) {
    for child in table.elements_mut() {
        match child.name.as_str() {
            "w:tblPr" => {
                let width = child.elements_mut().find(|property| property.name == "w:tblW");
                width.into_iter().for_each(|width| width.set("w:w", &room.twips().to_string()));
            }
            "w:tblGrid" => child.children.push(Node::Element(measured("w:gridCol", rest))),
            _ => {}
        }
    }
    let mut rows: Vec<&mut Element> = table.elements_mut().filter(|child| child.name == "w:tr").collect();
    if let Some(last) = rows.last_mut() {
        let cells = last.elements_mut().filter(|child| child.name == "w:tc");
        let properties = cells.filter_map(|cell| cell.elements_mut().find(|child| child.name == "w:tcPr"));
        properties.for_each(|properties| properties.children.push(Node::Element(line_below(border))));
    }
    for row in rows {
        let cell = bare_cell(rest, 1, &["w:top", "w:bottom", "w:right"], vec![end()]);
        row.children.push(Node::Element(cell));
    }
}

fn line_below(border: Border) -> Element {
    let eighths = border.width().twips() * 8 / 20;
    let bottom = Element::new("w:bottom");
    let bottom = match border {
        Border::None => bottom.with("w:val", "nil"),
        Border::Thin | Border::Thick => bottom
            .with("w:val", "single")
            .with("w:sz", eighths.to_string())
            .with("w:space", "0")
            .with("w:color", "000000"),
    };
    Element::new("w:tcBorders").child(bottom)
}
