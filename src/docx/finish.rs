//! The finishing pass: puts right what docx-rs leaves undone in the style sheet.
//!
//! docx-rs writes children in an order that the schema forbids, leaves empty property elements, and knows neither Word's
//! own styles nor the language.

use docx_rs::Docx;

use super::built_in;
use super::styles::{id, styles};
use crate::error::Result;
use crate::opc::{Element, Node, parse, serialize};
use crate::profile::Profile;
use crate::tree::Role;

/// The style sheet: its default style is marked as such, Word's own styles stand before ours, the language
/// is Vietnamese, and a paragraph style holds no table's properties.
pub(super) fn style_sheet(profile: &Profile) -> Result<Vec<u8>> {
    let mut root = parse(&Docx::new().styles(styles(profile)).build().styles)?;
    for element in root.elements_mut() {
        match element.name.as_str() {
            "w:style" => {
                if element.attribute("w:styleId") == Some("Normal") {
                    element.set("w:default", "1");
                    // It is for what our styles stand on.
                    element.children.retain(|node| !node.is("w:qFormat"));
                } else {
                    element.set("w:customStyle", "1");
                }
                element
                    .children
                    .retain(|node| !["w:tblPr", "w:trPr", "w:tcPr"].iter().any(|name| node.is(name)));
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
    let normal = root.children.iter().position(|node| node.is("w:style")).unwrap_or(0);
    let own = built_in::styles(&id(Role::Body).to_string()).into_iter().map(Node::Element);
    root.children.splice(normal + 1..normal + 1, own);
    root.children.insert(normal, Node::Element(built_in::latent_styles()));
    finish(&mut root);
    Ok(serialize(&root))
}

/// Puts an element and all below it right.
fn finish(element: &mut Element) {
    for child in element.elements_mut() {
        finish(child);
    }
    element.children.retain(|node| match node {
        Node::Element(child) => {
            !(child.children.is_empty() && DROPPED_WHEN_EMPTY.contains(&child.name.as_str()))
        }
        Node::Text(_) => true,
    });
    if let Some(order) = child_order(&element.name) {
        // A stable sort: what the table does not know keeps its place at the end.
        element.children.sort_by_key(|node| match node {
            Node::Element(child) => order.iter().position(|&name| name == child.name).unwrap_or(order.len()),
            Node::Text(_) => order.len(),
        });
    }
}

const DROPPED_WHEN_EMPTY: [&str; 2] = ["w:rPr", "w:pPr"];

/// The order that the schema (ISO/IEC 29500-1, transitional) demands of an element's children.
fn child_order(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:suppressLineNumbers",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:mirrorIndents",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
        "w:rPr" => &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:smallCaps",
            "w:strike",
            "w:noProof",
            "w:vanish",
            "w:color",
            "w:spacing",
            "w:w",
            "w:kern",
            "w:position",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:shd",
            "w:vertAlign",
            "w:lang",
        ],
        "w:style" => &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:trPr",
            "w:tcPr",
        ],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(xml: &str) -> String {
        let mut element = parse(xml.as_bytes()).unwrap();
        finish(&mut element);
        let text = String::from_utf8(serialize(&element)).unwrap();
        text.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn children_stand_in_the_schemas_order() {
        assert_eq!(
            finished(r#"<w:pPr><w:jc w:val="both"/><w:rPr/><w:keepNext/><w:pStyle w:val="A"/></w:pPr>"#),
            r#"<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="both"/></w:pPr>"#
        );
    }
}
