//! Sections of the main part: their sheets, and which headers they have.

use super::markup::eighths;
use super::parts::{FIRST_HEADER_ID, HEADER_ID, LATER_HEADER_ID};
use crate::opc::Xml;
use crate::profile::{Page, PageBorder};

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

/// The end of a section, where all that it says of its pages stands.
pub(super) struct End<'a> {
    pub(super) begins: Begins,
    pub(super) page: &'a Page,
    pub(super) border: Option<PageBorder>,
}

impl End<'_> {
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:sectPr", |xml| {
            self.headers(xml);
            self.sheet(xml);
            if let Some(border) = self.border {
                page_borders(xml, border);
            }
            if self.begins == Begins::Appendix {
                // 05-HD/VPTW II.IV.5.2: an appendix is numbered by itself.
                xml.leaf("w:pgNumType", [("w:start", 1)]);
            }
            xml.leaf("w:cols", [("w:space", 425), ("w:num", 1)]);
            // II.IV.5.1: no number on page 1.
            if !matches!(self.begins, Begins::Part(_)) {
                xml.empty("w:titlePg");
            }
        });
    }

    fn headers(&self, xml: &mut Xml) {
        let (first_page, others) = match &self.begins {
            Begins::Paper => (FIRST_HEADER_ID, HEADER_ID),
            Begins::Part(header) => (LATER_HEADER_ID, header.as_str()),
            Begins::Sheet => (LATER_HEADER_ID, LATER_HEADER_ID),
            Begins::Appendix | Begins::Blank => (LATER_HEADER_ID, HEADER_ID),
        };
        for (pages, id) in [("default", others), ("first", first_page)] {
            xml.leaf("w:headerReference", [("w:type", pages), ("r:id", id)]);
        }
    }

    fn sheet(&self, xml: &mut Xml) {
        let page = self.page;
        xml.element("w:pgSz", |xml| {
            xml.plain("w:w", page.width.twips()).plain("w:h", page.height.twips());
            if page.width > page.height {
                xml.plain("w:orient", "landscape");
            }
        });
        xml.element("w:pgMar", |xml| {
            xml.plain("w:top", page.top.twips()).plain("w:right", page.right.twips());
            xml.plain("w:bottom", page.bottom.twips()).plain("w:left", page.left.twips());
            xml.plain("w:header", page.header.twips()).plain("w:footer", page.header.twips());
            xml.plain("w:gutter", 0);
        });
    }
}

/// The border round each page, from the sheet's edges.
fn page_borders(xml: &mut Xml, border: PageBorder) {
    xml.element("w:pgBorders", |xml| {
        xml.plain("w:offsetFrom", "page");
        for side in ["w:top", "w:left", "w:bottom", "w:right"] {
            xml.element(side, |xml| {
                xml.plain("w:val", "double").plain("w:sz", eighths(border.line));
                // In points.
                xml.plain("w:space", border.space.twips() / 20).plain("w:color", "000000");
            });
        }
    });
}
