//! A small XML tree, enough to look things up in the parts of a DOCX.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

#[derive(Debug, Default, Clone)]
pub struct Element {
    /// With its prefix, as written: `w:pPr`.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The value of `w:val` of a child.
    pub fn value(&self, child: &str) -> Option<&str> {
        self.child(child).and_then(|element| element.attribute("w:val"))
    }

    /// A child's attribute as a number.
    pub fn number(&self, child: &str, attribute: &str) -> Option<i64> {
        whole(self.child(child)?.attribute(attribute)?)
    }

    /// An on/off property: present without a value means on.
    pub fn switch(&self, child: &str) -> Option<bool> {
        let element = self.child(child)?;
        Some(!matches!(element.attribute("w:val"), Some("0" | "false" | "off" | "none")))
    }

    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|node| match node {
                Node::Text(text) => text.clone(),
                Node::Element(element) => element.text(),
            })
            .collect()
    }

    /// The first descendant of that name, at any depth.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements()
            .find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }
}

/// Word writes whole numbers, other programs now and then `12.0`.
pub fn whole(text: &str) -> Option<i64> {
    text.parse::<f64>().ok().map(|number| number.round() as i64)
}

/// Reads a part; an error names the place.
pub fn parse(bytes: &[u8]) -> Result<Element, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open = vec![Element::default()];
    loop {
        let event =
            reader.read_event().map_err(|error| format!("byte {}: {error}", reader.error_position()))?;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let empty = element(&start)?;
                attach(&mut open, Node::Element(empty));
            }
            Event::End(_) => {
                let done = open.pop().ok_or("an end tag too many")?;
                attach(&mut open, Node::Element(done));
            }
            Event::Text(text) => {
                let text = text.decode().map_err(|error| error.to_string())?.into_owned();
                attach(&mut open, Node::Text(text));
            }
            Event::CData(data) => {
                attach(&mut open, Node::Text(String::from_utf8_lossy(&data).into_owned()));
            }
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| error.to_string())?.into_owned();
                let text = character(&name).ok_or_else(|| format!("unknown entity &{name};"))?;
                attach(&mut open, Node::Text(text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let root = open.pop().filter(|_| open.is_empty()).ok_or("an element is not closed")?;
    root.elements().next().cloned().ok_or_else(|| "no root element".into())
}

fn attach(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("<{name}>: {error}"))?;
        let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let value = String::from_utf8_lossy(&attribute.value).into_owned();
        attributes.push((key, unescape(&value)));
    }
    Ok(Element { name, attributes, children: Vec::new() })
}

fn unescape(value: &str) -> String {
    let mut pieces = value.split('&');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest))) {
            Some((character, rest)) => text.extend([character.as_str(), rest]),
            None => text.extend(["&", piece]),
        }
    }
    text
}

fn character(entity: &str) -> Option<String> {
    let character = match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let digits = entity.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some(character.to_string())
}
