//! What WordprocessingML (ISO/IEC 29500-1, 17) says again and again.

use std::fmt::Display;

use crate::opc::Xml;
use crate::units::Length;

impl Xml {
    /// An element that is one value: `<w:tag w:val="…"/>`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.element(name, |xml| {
            xml.attribute("w:val", value);
        });
    }

    /// The same with a figure or an identifier, which needs no escaping.
    pub(super) fn figure(&mut self, name: &str, value: impl Display) {
        self.element(name, |xml| {
            xml.plain("w:val", value);
        });
    }

    /// An element that is a length: `<w:tcW w:w="…" w:type="dxa"/>`.
    pub(super) fn measure(&mut self, name: &str, length: Length) {
        self.element(name, |xml| {
            xml.plain("w:w", length.twips()).plain("w:type", "dxa");
        });
    }
}

/// The root of a part that holds paragraphs.
pub(super) fn root(xml: &mut Xml, name: &str, namespaces: &[(&str, &str)], content: impl FnOnce(&mut Xml)) {
    xml.element(name, |xml| {
        for (prefix, namespace) in namespaces {
            xml.plain(prefix, namespace);
        }
        xml.plain("mc:Ignorable", "w14 wp14");
        content(xml);
    });
}

/// What a document declares; a header has all but the last.
pub(super) const NAMESPACES: [(&str, &str); 12] = [
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:w10", "urn:schemas-microsoft-com:office:word"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("xmlns:w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
];

/// A thickness in eighths of a point.
pub(super) fn eighths(thickness: Length) -> i32 {
    thickness.twips() * 8 / 20
}
