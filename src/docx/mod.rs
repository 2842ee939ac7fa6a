//! Tree to DOCX: docx-rs builds the parts, a finishing pass puts them right, and a deflated package
//! holds them. The only room that knows docx-rs.

mod blocks;
mod finish;
mod package;
mod styles;
mod theme;
mod xml;

use docx_rs::{Docx, Header, PageMargin, PageNum, Paragraph as WordParagraph};

use crate::error::{Error, Result};
use crate::rules::Profile;
use crate::tree::{Block, Role, Tree};
use package::Part;
use xml::{Element, Node, parse, serialize};

/// Writes documents of one profile; the parts that no record changes are built once.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    parts: Vec<Part>,
}

impl Writer {
    pub(crate) fn new(profile: &Profile) -> Result<Writer> {
        let mut parts = package::fixed_parts()?;
        let empty = Docx::new().styles(styles::styles(profile)).header(page_number()).build();
        parts.push(("word/styles.xml", finished_styles(&empty.styles)?));
        let header = empty.headers.first().ok_or_else(|| missing("the header"))?;
        parts.push(("word/header1.xml", finished(header)?));
        Ok(Writer { parts })
    }

    /// The main part, an element a line.
    pub(crate) fn show(&self, tree: &Tree, profile: &Profile) -> Result<String> {
        Ok(xml::show(&parse(&document(tree, profile)?)?))
    }

    /// The bytes of a DOCX.
    pub(crate) fn write(&self, tree: &Tree, profile: &Profile) -> Result<Vec<u8>> {
        let mut parts = self.parts.clone();
        parts.push(package::core_properties(&tree.properties)?);
        parts.push(("word/document.xml", document(tree, profile)?));
        package::zip(&parts)
    }
}

/// The main part.
fn document(tree: &Tree, profile: &Profile) -> Result<Vec<u8>> {
    let page = profile.page();
    let mut docx = Docx::new()
        .page_size(page.width.twips().unsigned_abs(), page.height.twips().unsigned_abs())
        .page_margin(PageMargin {
            top: page.top.twips(),
            left: page.left.twips(),
            bottom: page.bottom.twips(),
            right: page.right.twips(),
            header: page.header.twips(),
            footer: page.header.twips(),
            gutter: 0,
        })
        .header(page_number())
        // 05-HD/VPTW II.IV.5.1: no number on page 1; its header is another one, and there is none.
        .title_pg();
    for block in &tree.blocks {
        docx = match block {
            Block::Paragraph(paragraph) => {
                docx.add_paragraph(blocks::paragraph(paragraph, profile, page.text_width()))
            }
            Block::Columns(columns) => docx.add_table(blocks::columns(columns, profile)),
        };
    }
    let mut root = parse(&docx.build().document)?;
    finish::finish(&mut root);
    point_at_header(&mut root);
    serialize(&root)
}

fn page_number() -> Header {
    Header::new()
        .add_paragraph(WordParagraph::new().style(&styles::id(Role::PageNumber)).add_page_num(PageNum::new()))
}

fn finished(part: &[u8]) -> Result<Vec<u8>> {
    let mut root = parse(part)?;
    finish::finish(&mut root);
    serialize(&root)
}

/// The style sheet: its default style is marked as such, the language is Vietnamese, and a paragraph
/// style holds no table's properties.
fn finished_styles(part: &[u8]) -> Result<Vec<u8>> {
    let mut root = parse(part)?;
    for element in root.elements_mut() {
        match element.name.as_str() {
            "w:style" => {
                if element.attribute("w:styleId") == Some("Normal") {
                    element.set("w:default", "1");
                } else {
                    element.set("w:customStyle", "1");
                }
                element.children.retain(|node| {
                    !matches!(node, Node::Element(child) if ["w:tblPr", "w:trPr", "w:tcPr"].contains(&child.name.as_str()))
                });
            }
            "w:docDefaults" => {
                for defaults in element.elements_mut().filter(|child| child.name == "w:rPrDefault") {
                    for properties in defaults.elements_mut() {
                        let language = Element::new("w:lang")
                            .with("w:val", "vi-VN")
                            .with("w:eastAsia", "vi-VN")
                            .with("w:bidi", "ar-SA");
                        properties.children.push(Node::Element(language));
                    }
                }
            }
            _ => {}
        }
    }
    finish::finish(&mut root);
    serialize(&root)
}

/// Gives the section's header references the identifier that the package's relationships use.
fn point_at_header(element: &mut Element) {
    for child in element.elements_mut() {
        if child.name == "w:headerReference" {
            child.set("r:id", package::HEADER_ID);
        }
        point_at_header(child);
    }
}

fn missing(what: &str) -> Error {
    Error::Bug { reason: format!("docx-rs built no part for {what}") }
}
