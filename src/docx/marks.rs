//! What is no text: where the papers of a volume begin, and what tables are called.

use crate::opc::Xml;
use crate::tree::{Paragraph, Role, Table};

/// What the contents of a volume call the beginning of a paper. Word lists no bookmark whose name begins so.
pub(super) fn bookmark_name(place: usize) -> String {
    format!("_vanban_{}", place + 1)
}

/// Marks where a paper of a volume begins.
pub(super) fn bookmark(xml: &mut Xml, place: usize) {
    xml.element("w:bookmarkStart", |xml| {
        xml.plain("w:id", place + 1).plain("w:name", bookmark_name(place));
    });
    xml.leaf("w:bookmarkEnd", [("w:id", place + 1)]);
}

/// What a table is called for a reader who does not see the page (`w:tblCaption`): its caption, or the last heading
/// above it.
#[derive(Debug, Default)]
pub(super) struct Names {
    heading: String,
    /// Of the paragraph before, if it is one.
    caption: Option<String>,
}

impl Names {
    /// Notes what a paragraph says of the tables below it.
    pub(super) fn note(&mut self, paragraph: &Paragraph) {
        self.caption = (paragraph.role == Role::TableCaption).then(|| text(paragraph));
        match paragraph.role {
            Role::TypeName
            | Role::AppendixTitle
            | Role::Heading(_)
            | Role::GroupingName(_)
            | Role::Article => self.heading = text(paragraph),
            // The type name alone says little.
            Role::Abstract => self.heading = format!("{} {}", self.heading, text(paragraph)),
            _ => {}
        }
    }

    /// The name of the table that comes next; parts side by side, which have no header cells, have none.
    pub(super) fn take(&mut self, table: &Table) -> Option<String> {
        let name = self.caption.take().unwrap_or_else(|| self.heading.clone());
        (table.has_headers() && !name.is_empty()).then_some(name)
    }
}

fn text(paragraph: &Paragraph) -> String {
    paragraph.text().replace('\u{a0}', " ")
}
