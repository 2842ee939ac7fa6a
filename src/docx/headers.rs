//! Headers that have more than a page's number: a part for each, shared by the sections that have the same.

use docx_rs::{Header, PageNum, Paragraph, Run, Tab, TabValueType};

use super::styles;
use crate::error::Result;
use crate::profile::Profile;
use crate::tree::{Role, Running, Section, Tree};
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
    pub(super) fn parts(&self, profile: &Profile) -> Result<Vec<(String, Vec<u8>)>> {
        let part = |(index, (running, section)): (usize, &(&Running, &Section))| {
            let width = profile.page_of(section).text_width();
            Ok((format!("word/{}", name(index)), super::header_part(header(running, width))?))
        };
        self.0.iter().enumerate().map(part).collect()
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

/// The number in the middle, and what stands at both ends of its line.
fn header(running: &Running, width: Length) -> Header {
    let twips = |length: Length| usize::try_from(length.twips()).unwrap_or_default();
    let tab = |value, pos| Tab::new().val(value).pos(pos);
    let half = Length::of_twips(width.twips() / 2);
    let size = Running::SIZE.half_points().unsigned_abs() as usize;
    let end = |text: &str| Run::new().add_text(text).size(size).italic();
    let line = Paragraph::new()
        .style(&styles::id(Role::PageNumber))
        .align(docx_rs::AlignmentType::Left)
        .add_tab(tab(TabValueType::Center, twips(half)))
        .add_tab(tab(TabValueType::Right, twips(width)))
        .add_run(end(&running.left))
        .add_run(Run::new().add_tab())
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_tab())
        .add_run(end(&running.right));
    Header::new().add_paragraph(line)
}
