//! A part of the package as a small tree, so that it can be put right after docx-rs built it.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Xml;
use crate::error::{Error, Result};
use crate::units::Format;

/// An element with its attributes and children, names with their prefixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// What stands inside an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn new(name: &str) -> Element {
        Element { name: name.to_owned(), attributes: Vec::new(), children: Vec::new() }
    }

    pub(crate) fn with(mut self, attribute: &str, value: impl Into<String>) -> Element {
        self.attributes.push((attribute.to_owned(), value.into()));
        self
    }

    pub(crate) fn child(mut self, child: Element) -> Element {
        self.children.push(Node::Element(child));
        self
    }

    pub(crate) fn text(mut self, text: impl Into<String>) -> Element {
        self.children.push(Node::Text(text.into()));
        self
    }

    pub(crate) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value, whether it had one or not.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }
}

impl Node {
    /// Whether it is an element of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        matches!(self, Node::Element(element) if element.name == name)
    }
}

/// Reads the element that a part is made of.
pub(crate) fn parse(bytes: &[u8]) -> Result<Element> {
    let mut reader = Reader::from_reader(bytes);
    let mut open: Vec<Element> = vec![Element::new("")];
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => append(&mut open, Node::Element(element(&start)?)),
            Event::End(_) => {
                let done = open.pop().ok_or_else(|| broken("an end without a begin"))?;
                append(&mut open, Node::Element(done));
            }
            Event::Text(text) => {
                let text = text.decode().map_err(broken)?;
                append(&mut open, Node::Text(text.into_owned()));
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(broken)?;
                let text = quick_xml::escape::unescape(&format!("&{name};")).map_err(broken)?.into_owned();
                append(&mut open, Node::Text(text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match open.pop().map(|root| root.children.into_iter().find_map(into_element)) {
        Some(Some(element)) => Ok(element),
        _ => Err(broken("no element")),
    }
}

/// Writes a part: declaration and element, without white space between.
pub(crate) fn serialize(element: &Element) -> Vec<u8> {
    let mut xml = Xml::part(1 << 12);
    write(&mut xml, element);
    xml.into_bytes()
}

fn write(xml: &mut Xml, element: &Element) {
    xml.element(&element.name, |xml| {
        for (name, value) in &element.attributes {
            xml.attribute(name, value);
        }
        for child in &element.children {
            match child {
                Node::Element(child) => write(xml, child),
                Node::Text(text) => xml.text(text),
            }
        }
    });
}

/// An element and all below it, each on its own line, indented; for tests and people.
pub(crate) fn show(element: &Element) -> String {
    let mut text = String::new();
    show_below(&mut text, element, 0);
    text
}

fn show_below(text: &mut String, element: &Element, depth: usize) {
    text.push_str(&"  ".repeat(depth));
    text.push_str(&element.name);
    for (name, value) in element.attributes.iter().filter(|(name, _)| !name.starts_with("xmlns")) {
        text.push_str(&format!(" {name}={value:?}"));
    }
    for child in &element.children {
        if let Node::Text(content) = child {
            text.push_str(&format!(" {content:?}"));
        }
    }
    text.push('\n');
    for child in &element.children {
        if let Node::Element(child) = child {
            show_below(text, child, depth + 1);
        }
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element> {
    let mut element = Element::new(&String::from_utf8_lossy(start.name().as_ref()));
    for attribute in start.attributes() {
        let attribute = attribute.map_err(broken)?;
        let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let raw = String::from_utf8_lossy(&attribute.value).into_owned();
        let value = quick_xml::escape::unescape(&raw).map_err(broken)?.into_owned();
        element.attributes.push((name, value));
    }
    Ok(element)
}

/// Adds a node to the innermost open element; text joins the text before it.
fn append(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        match (parent.children.last_mut(), node) {
            (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
            (_, node) => parent.children.push(node),
        }
    }
}

fn into_element(node: Node) -> Option<Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}

fn broken(reason: impl std::fmt::Display) -> Error {
    let reason = format!("a part that docx-rs built cannot be read: {reason}");
    Error::Write { format: Format::Docx, reason, source: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_survives_the_way_through() {
        let xml = br#"<?xml version="1.0"?><w:p a="1 &amp; 2"><w:t xml:space="preserve"> A &lt; B &amp; C </w:t><w:br/></w:p>"#;
        let element = parse(xml).unwrap();
        assert_eq!(element.attribute("a"), Some("1 & 2"));
        let Node::Element(text) = &element.children[0] else { panic!("no w:t") };
        assert_eq!(text.children, [Node::Text(" A < B & C ".into())]);
        let again = parse(&serialize(&element)).unwrap();
        assert_eq!(again, element);
    }

    #[test]
    fn a_broken_part_is_an_error() {
        assert!(parse(b"<w:p><w:t></w:p>").is_err());
        assert!(parse(b"").is_err());
    }
}
