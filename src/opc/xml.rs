//! XML as it is written: element after element into one text, with no tree between.

use std::fmt::{Display, Write};

/// A part of the package as it grows.
#[derive(Debug)]
pub(crate) struct Xml {
    text: String,
    /// Whether the last tag is open: it takes attributes, and becomes `<a/>` if nothing comes into it.
    open: bool,
}

impl Xml {
    /// A part that has its declaration and no element yet.
    pub(crate) fn part(capacity: usize) -> Xml {
        let mut text = String::with_capacity(capacity);
        text.push_str(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
        Xml { text, open: false }
    }

    /// An element: `inside` writes its attributes, then its content.
    #[inline]
    pub(crate) fn element(&mut self, name: &str, inside: impl FnOnce(&mut Xml)) {
        self.begin(name);
        inside(self);
        self.end(name);
    }

    /// An element that is left out where nothing comes into it.
    #[inline]
    pub(crate) fn element_unless_empty(&mut self, name: &str, inside: impl FnOnce(&mut Xml)) {
        self.close_tag();
        let before = self.text.len();
        self.begin(name);
        inside(self);
        if self.open {
            self.text.truncate(before);
            self.open = false;
        } else {
            self.end(name);
        }
    }

    /// An element without attributes or content.
    pub(crate) fn empty(&mut self, name: &str) {
        self.element(name, |_| {});
    }

    /// An element with nothing but attributes, whose values need no escaping.
    pub(crate) fn leaf<const N: usize>(&mut self, name: &str, attributes: [(&str, impl Display); N]) {
        self.element(name, |xml| {
            for (attribute, value) in attributes {
                xml.plain(attribute, value);
            }
        });
    }

    /// An attribute of the element that was begun last.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) -> &mut Xml {
        self.begin_attribute(name);
        escape(&mut self.text, value);
        self.text.push('"');
        self
    }

    /// An attribute whose value needs no escaping: a figure, an identifier.
    pub(crate) fn plain(&mut self, name: &str, value: impl Display) -> &mut Xml {
        self.begin_attribute(name);
        // A text takes whatever is written.
        let _ = write!(self.text, "{value}");
        self.text.push('"');
        self
    }

    /// Text of the element that was begun last.
    pub(crate) fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.close_tag();
            escape(&mut self.text, text);
        }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn begin(&mut self, name: &str) {
        self.close_tag();
        self.text.push('<');
        self.text.push_str(name);
        self.open = true;
    }

    fn end(&mut self, name: &str) {
        if self.open {
            self.text.push_str("/>");
            self.open = false;
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    fn begin_attribute(&mut self, name: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
    }

    #[inline]
    fn close_tag(&mut self) {
        if self.open {
            self.text.push('>');
            self.open = false;
        }
    }
}

fn escape(to: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'<' | b'>' | b'&' | b'\'' | b'"')) {
        let (before, from) = rest.split_at(at);
        to.push_str(before);
        to.push_str(match from.as_bytes()[0] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'\'' => "&apos;",
            _ => "&quot;",
        });
        rest = &from[1..];
    }
    to.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(inside: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::part(0);
        inside(&mut xml);
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        text.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn elements_stand_in_elements() {
        let text = written(|xml| {
            xml.element("a", |xml| {
                xml.attribute("b", "1").plain("c", 2);
                xml.empty("d");
                xml.element("e", |xml| xml.text("f"));
                xml.element("g", |xml| xml.text(""));
            });
        });
        assert_eq!(text, r#"<a b="1" c="2"><d/><e>f</e><g/></a>"#);
    }

    #[test]
    fn what_would_be_empty_may_be_left_out() {
        let text = written(|xml| {
            xml.element("a", |xml| {
                xml.element_unless_empty("b", |_| {});
                xml.element_unless_empty("c", |xml| xml.empty("d"));
            });
            xml.element_unless_empty("e", |_| {});
        });
        assert_eq!(text, "<a><c><d/></c></a>");
    }

    #[test]
    fn letters_of_markup_are_escaped() {
        let text = written(|xml| {
            xml.element("a", |xml| {
                xml.attribute("b", "\"<ạ>'&").text("<ạ> & \"ế\"'");
            });
        });
        let said = "<a b=\"&quot;&lt;ạ&gt;&apos;&amp;\">&lt;ạ&gt; &amp; &quot;ế&quot;&apos;</a>";
        assert_eq!(text, said);
    }
}
