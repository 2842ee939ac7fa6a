//! Sections of the main part: where their properties stand and which headers they have.

use super::parts::{FIRST_HEADER_ID, HEADER_ID, LATER_HEADER_ID};
use crate::opc::{Element, Node};
use crate::profile::PageBorder;

/// What a section begins.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Begins {
    Paper,
    Appendix,
    /// A part of a volume: numbers go on, and stand on its first page, too, in a header of that relationship.
    Part(String),
    /// A sheet with several copies: it shows no number, whatever a program takes for its first page.
    Sheet,
    /// An empty page; it goes on with the numbers and, as a first page, shows none.
    Blank,
}

/// Gives a section its headers, its numbering and its border, and, unless it is the last, moves its properties
/// into its last paragraph.
pub(super) fn place(root: &mut Element, begins: Begins, last: bool, border: Option<PageBorder>) {
    let Some(body) = root.elements_mut().find(|child| child.name == "w:body") else { return };
    if let Some(properties) = body.elements_mut().find(|child| child.name == "w:sectPr") {
        let (first_page, others) = match &begins {
            Begins::Paper => (FIRST_HEADER_ID, HEADER_ID),
            Begins::Part(header) => (LATER_HEADER_ID, header.as_str()),
            Begins::Sheet => (LATER_HEADER_ID, LATER_HEADER_ID),
            Begins::Appendix | Begins::Blank => (LATER_HEADER_ID, HEADER_ID),
        };
        let reference = |kind: &str, id: &str| {
            Node::Element(Element::new("w:headerReference").with("w:type", kind).with("r:id", id))
        };
        properties.children.insert(0, reference("default", others));
        properties.children.insert(1, reference("first", first_page));
        if begins == Begins::Appendix {
            // 05-HD/VPTW II.IV.5.2: an appendix is numbered by itself.
            properties.children.push(Node::Element(Element::new("w:pgNumType").with("w:start", "1")));
        }
        properties.children.extend(border.map(|border| Node::Element(page_borders(border))));
        // II.IV.5.1: no number on page 1.
        if !matches!(begins, Begins::Part(_)) {
            properties.children.push(Node::Element(Element::new("w:titlePg")));
        }
        super::finish::finish(properties);
    }
    if !last {
        move_into_last_paragraph(body);
    }
}

/// The border round each page, from the sheet's edges.
fn page_borders(border: PageBorder) -> Element {
    let side = |name: &str| {
        Element::new(name)
            .with("w:val", "double")
            // Eighths of a point.
            .with("w:sz", (border.line.twips() * 8 / 20).to_string())
            .with("w:space", (border.space.twips() / 20).to_string())
            .with("w:color", "000000")
    };
    let borders = Element::new("w:pgBorders").with("w:offsetFrom", "page");
    ["w:top", "w:left", "w:bottom", "w:right"]
        .into_iter()
        .fold(borders, |borders, name| borders.child(side(name)))
}

fn move_into_last_paragraph(body: &mut Element) {
    let Some(at) = body.children.iter().position(|node| node.is("w:sectPr")) else { return };
    let properties = body.children.remove(at);
    let paragraph = body.elements_mut().filter(|child| child.name == "w:p").last();
    let Some(paragraph) = paragraph else { return };
    if !paragraph.children.iter().any(|node| node.is("w:pPr")) {
        paragraph.children.insert(0, Node::Element(Element::new("w:pPr")));
    }
    if let Some(own) = paragraph.elements_mut().find(|child| child.name == "w:pPr") {
        own.children.push(properties);
    }
}

/// Adds a section's body to the whole.
pub(super) fn append(whole: &mut Element, mut section: Element) {
    let into = whole.elements_mut().find(|child| child.name == "w:body");
    let from = section.elements_mut().find(|child| child.name == "w:body");
    if let (Some(into), Some(from)) = (into, from) {
        into.children.append(&mut from.children);
    }
}
