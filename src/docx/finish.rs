//! The finishing pass: puts right what docx-rs leaves undone.
//!
//! docx-rs writes children in an order that the schema forbids, leaves empty property elements,
//! numbers paragraphs from a counter of the whole process, and knows no `w:noBreakHyphen`.

use crate::opc::{Element, Node};

/// Stands in a run's text for a hyphen at which no line may break; cleaned text never holds it.
pub(super) const NO_BREAK_HYPHEN: char = '\u{2011}';

/// Puts an element and all below it right.
pub(super) fn finish(element: &mut Element) {
    element.attributes.retain(|(name, _)| !DROPPED_ATTRIBUTES.contains(&name.as_str()));
    for child in element.elements_mut() {
        finish(child);
    }
    element.children.retain(|node| match node {
        Node::Element(child) => {
            !(child.children.is_empty() && DROPPED_WHEN_EMPTY.contains(&child.name.as_str()))
        }
        Node::Text(_) => true,
    });
    match element.name.as_str() {
        "w:r" => split_hyphens(element),
        "w:gridCol" => element.attributes.retain(|(name, _)| name != "w:type"),
        _ => {}
    }
    if let Some(order) = child_order(&element.name) {
        // A stable sort: what the table does not know keeps its place at the end.
        element.children.sort_by_key(|node| match node {
            Node::Element(child) => order.iter().position(|&name| name == child.name).unwrap_or(order.len()),
            Node::Text(_) => order.len(),
        });
    }
}

/// Counted over the whole process, so that the same document gives other bytes each time; and
/// `w:dirty="false"`, which says nothing.
const DROPPED_ATTRIBUTES: [&str; 4] = ["w14:paraId", "w:rsidR", "w:rsidRDefault", "w:dirty"];

const DROPPED_WHEN_EMPTY: [&str; 5] = ["w:rPr", "w:pPr", "w:tcPr", "w:trPr", "w:tblCellMar"];

/// Splits a run's text at each [`NO_BREAK_HYPHEN`], putting the element in its place.
fn split_hyphens(run: &mut Element) {
    let mut children = Vec::with_capacity(run.children.len());
    for node in run.children.drain(..) {
        match node {
            Node::Element(text) if text.name == "w:t" => {
                let content: String = text
                    .children
                    .iter()
                    .filter_map(|node| match node {
                        Node::Text(text) => Some(text.as_str()),
                        Node::Element(_) => None,
                    })
                    .collect();
                for piece in content.split_inclusive(NO_BREAK_HYPHEN) {
                    let text = piece.trim_end_matches(NO_BREAK_HYPHEN);
                    if !text.is_empty() {
                        children.push(Node::Element(
                            Element::new("w:t").with("xml:space", "preserve").text(text),
                        ));
                    }
                    if piece.ends_with(NO_BREAK_HYPHEN) {
                        children.push(Node::Element(Element::new("w:noBreakHyphen")));
                    }
                }
            }
            other => children.push(other),
        }
    }
    run.children = children;
}

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
        "w:sectPr" => &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgBorders",
            "w:pgNumType",
            "w:cols",
            "w:vAlign",
            "w:titlePg",
            "w:docGrid",
        ],
        "w:tblPr" => &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
            "w:tblDescription",
        ],
        "w:trPr" => &["w:gridBefore", "w:gridAfter", "w:cantSplit", "w:trHeight", "w:tblHeader", "w:jc"],
        "w:tcPr" => &[
            "w:tcW",
            "w:gridSpan",
            "w:vMerge",
            "w:tcBorders",
            "w:shd",
            "w:noWrap",
            "w:tcMar",
            "w:textDirection",
            "w:vAlign",
        ],
        "w:tblBorders" | "w:tcBorders" => {
            &["w:top", "w:left", "w:start", "w:bottom", "w:right", "w:end", "w:insideH", "w:insideV"]
        }
        "w:tblCellMar" | "w:tcMar" | "w:pBdr" => {
            &["w:top", "w:left", "w:start", "w:bottom", "w:right", "w:end"]
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opc::{parse, serialize};

    fn finished(xml: &str) -> String {
        let mut element = parse(xml.as_bytes()).unwrap();
        finish(&mut element);
        let text = String::from_utf8(serialize(&element).unwrap()).unwrap();
        text.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn children_stand_in_the_schemas_order() {
        assert_eq!(
            finished(r#"<w:pPr><w:jc w:val="both"/><w:rPr/><w:keepNext/><w:pStyle w:val="A"/></w:pPr>"#),
            r#"<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="both"/></w:pPr>"#
        );
    }

    #[test]
    fn a_no_break_hyphen_becomes_its_element() {
        assert_eq!(
            finished("<w:r><w:t>số 05\u{2011}NQ/CB - </w:t></w:r>"),
            r#"<w:r><w:t xml:space="preserve">số 05</w:t><w:noBreakHyphen/><w:t xml:space="preserve">NQ/CB - </w:t></w:r>"#
        );
    }

    #[test]
    fn ids_of_the_process_are_dropped() {
        assert_eq!(finished(r#"<w:p w14:paraId="00000007"><w:pPr/></w:p>"#), "<w:p/>");
    }
}
