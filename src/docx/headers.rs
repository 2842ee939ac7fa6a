//! Headers: a page's number, and what stands beside it; the note of circulation.

use super::body::Body;
use super::markup::{NAMESPACES, root};
use super::paragraphs::{Stand, paragraph};
use super::runs::{field_code, field_mark, text};
use super::styles::id;
use crate::opc::Xml;
use crate::profile::Profile;
use crate::tree::{Paragraph, Role, Running, Section, Tree};
use crate::units::Length;

/// The headers of a document, each once, with the sheet that it is set for.
pub(super) struct Headers<'a>(Vec<(&'a Running, &'a Section)>);

impl<'a> Headers<'a> {
    pub(super) fn of(tree: &'a Tree) -> Headers<'a> {
        let mut all: Vec<(&Running, &Section)> = Vec::new();
        for section in tree.sections() {
            if let Some(running) = &section.running
                && !all.iter().any(|known| is_same(*known, (running, section)))
            {
                all.push((running, section));
            }
        }
        Headers(all)
    }

    /// The relationship of a section's header; that of a page's number alone where it has no more.
    pub(super) fn of_section(&self, section: &Section) -> String {
        let own = section
            .running
            .as_ref()
            .and_then(|running| self.0.iter().position(|known| is_same(*known, (running, section))));
        own.map_or_else(|| super::parts::HEADER_ID.to_owned(), identity)
    }

    /// Their names in the package's folder `word`.
    pub(super) fn names(&self) -> Vec<String> {
        (0..self.0.len()).map(name).collect()
    }

    /// Their relationships: identity and target.
    pub(super) fn relationships(&self) -> Vec<(String, String)> {
        (0..self.0.len()).map(|index| (identity(index), name(index))).collect()
    }

    /// The files of the package: name and bytes.
    pub(super) fn parts(&self, profile: &Profile) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.0.iter().enumerate().map(|(index, (running, section))| {
            let width = profile.page_of(section).text_width();
            (format!("word/{}", name(index)), beside_number(running, width))
        })
    }
}

/// Whether two sections have the same header: what it says, and how wide it is.
fn is_same(one: (&Running, &Section), other: (&Running, &Section)) -> bool {
    let sheet = |section: &Section| (section.sheet, section.landscape, section.two_sided);
    one.0 == other.0 && sheet(one.1) == sheet(other.1)
}

fn name(index: usize) -> String {
    // Every document has three.
    format!("header{}.xml", index + 4)
}

fn identity(index: usize) -> String {
    format!("header{}", index + 4)
}

/// The header of the paper's first page: the note of circulation, or nothing.
pub(super) fn first_page(note: &[Paragraph], body: &Body<'_>) -> Vec<u8> {
    let empty = [Paragraph::empty(Role::PageNumber)];
    let stand = Stand::in_column(body.profile.page().text_width());
    part(|xml| {
        for own in if note.is_empty() { &empty } else { note } {
            paragraph(xml, body, own, stand);
        }
    })
}

/// The header of the pages that follow: the number.
pub(super) fn page_number() -> Vec<u8> {
    part(|xml| {
        xml.element("w:p", |xml| {
            xml.element("w:pPr", |xml| xml.figure("w:pStyle", id(Role::PageNumber)));
            number(xml);
        });
    })
}

/// The number in the middle, and what stands at both ends of its line.
fn beside_number(running: &Running, width: Length) -> Vec<u8> {
    let tab = |xml: &mut Xml| xml.element("w:r", |xml| xml.empty("w:tab"));
    part(|xml| {
        xml.element("w:p", |xml| {
            xml.element("w:pPr", |xml| {
                xml.figure("w:pStyle", id(Role::PageNumber));
                xml.element("w:tabs", |xml| {
                    for (at, position) in [("center", width.twips() / 2), ("right", width.twips())] {
                        xml.element("w:tab", |xml| _ = xml.plain("w:val", at).plain("w:pos", position));
                    }
                });
                xml.figure("w:jc", "left");
            });
            at_end(xml, &running.left);
            tab(xml);
            number(xml);
            tab(xml);
            at_end(xml, &running.right);
        });
    })
}

fn part(content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::part(1 << 11);
    root(&mut xml, "w:hdr", &NAMESPACES[..11], content);
    xml.into_bytes()
}

fn number(xml: &mut Xml) {
    xml.element("w:r", |xml| {
        field_mark(xml, "begin");
        field_code(xml, "PAGE");
        field_mark(xml, "separate");
        text(xml, "1");
        field_mark(xml, "end");
    });
}

/// What stands at an end of the line.
fn at_end(xml: &mut Xml, said: &str) {
    xml.element("w:r", |xml| {
        xml.element("w:rPr", |xml| {
            xml.empty("w:i");
            xml.empty("w:iCs");
            for size in ["w:sz", "w:szCs"] {
                xml.figure(size, Running::SIZE.half_points());
            }
        });
        text(xml, said);
    });
}
