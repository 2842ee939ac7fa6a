//! Kỷ yếu: papers bound behind a cover, a foreword and their contents.

use super::balance::HAIR;
use super::{Behind, Composer, copies, date, end, spacing};
use crate::fonts::FaceId;
use crate::parts::Volume;
use crate::text::{glue, glue_in_cell, upper};
use crate::tree::{
    Block, Border, BoundPaper, Cell, Paragraph, Role, Row, Running, Scope, Section, Table, TextAlign, Width,
};
use crate::units::Length;

/// What is bound in a place of the volume.
#[derive(Debug, Clone)]
pub(crate) enum Bound {
    /// A paper that was made here: its sections.
    Sections(Vec<Section>),
    /// So many pages of another file, whose places the pages of the DOCX keep.
    #[cfg(feature = "pdf")]
    Pages(usize),
}

/// Styles of the cover, by their places among those of the volume's own layout.
const TITLE: Role = Role::Styled(0, TextAlign::Center);
const SUBJECT: Role = Role::Styled(1, TextAlign::Center);
const DATE: Role = Role::Styled(2, TextAlign::Center);
const EDITORS: Role = Role::Styled(3, TextAlign::Right);

/// Room between a page's number and what stands beside it.
const BESIDE_NUMBER: Length = Length::mm(8.0);

impl Composer<'_> {
    /// Cover, foreword, contents, papers.
    pub(super) fn volume(&self, volume: &Volume, foreword: Vec<Block>, behind: &Behind) -> Vec<Section> {
        let mut sections = vec![self.cover()];
        let called = self.frame.type_name.as_ref();
        if !foreword.is_empty() {
            let mut blocks = heading("Lời nói đầu");
            blocks.extend(foreword);
            if let Some(editors) = &volume.editors {
                spacing::keep_last(&mut blocks);
                blocks.push(Block::Paragraph(Paragraph::new(EDITORS, upper(editors.as_str()))));
            }
            sections.push(self.part(blocks, called, "Lời nói đầu"));
        }
        let mut contents = heading("Mục lục");
        contents.push(self.contents(volume, &behind.first_pages));
        sections.push(self.part(contents, called, "Mục lục"));
        for section in &mut sections {
            spacing::keep_lead_ins(&mut section.blocks);
            spacing::space(&mut section.blocks);
        }
        for (place, (entry, bound)) in volume.entries.iter().zip(&behind.bound).enumerate() {
            let title = entry.title.as_ref().map(ToString::to_string).unwrap_or_default();
            let short = entry.short_title.as_ref().map_or(title.as_str(), |short| short.as_str());
            let mut own: Vec<Section> = match bound {
                Bound::Sections(own) => own.clone(),
                #[cfg(feature = "pdf")]
                Bound::Pages(count) => vec![kept_for(&title, *count)],
            };
            for section in &mut own {
                if section.paper.is_none() && !matches!(section.blocks.first(), Some(Block::Paragraph(_))) {
                    *section = copies::copy(std::mem::take(section));
                }
                section.goes_on = true;
                section.forget_spots();
                section.head.clear();
                section.running = Some(self.running(called, short, section));
            }
            if let Some(first) = own.first_mut() {
                first.paper = Some(BoundPaper { place, title });
            }
            sections.extend(own);
        }
        sections
    }

    /// The first page: who made it, what it is, where and when.
    fn cover(&self) -> Section {
        let (frame, room) = (self.frame, self.page.text_width() - HAIR);
        let superior = frame.issuer.superior.iter();
        let mut lines: Vec<Paragraph> =
            superior.map(|superior| self.balanced(Role::Superior, &superior.lines(), upper, room)).collect();
        lines.push(self.balanced(Role::Issuer, &frame.issuer.name.lines(), upper, room));
        lines.push(self.balanced(TITLE, &[&*frame.type_name], upper, room));
        lines.push(self.balanced(SUBJECT, &frame.subject.lines(), glue, room));
        let place = format!("{}, {}", frame.place, date(&frame.date));
        let mut blocks: Vec<Block> = lines.into_iter().map(Block::Paragraph).collect();
        end(&mut blocks);
        Section { blocks, foot: vec![Paragraph::new(DATE, place)], ..Section::default() }
    }

    /// A part of the volume that is no paper.
    fn part(&self, blocks: Vec<Block>, called: &str, name: &str) -> Section {
        let section = Section { blocks, goes_on: true, ..Section::default() };
        Section { running: Some(self.running(called, name, &section)), ..section }
    }

    /// What stands beside the numbers of a section's pages, as much of it as there is room for.
    fn running(&self, left: &str, right: &str, section: &Section) -> Running {
        let width = self.profile.page_of(section).text_width();
        let room = (Length::of_twips(width.twips() / 2) - BESIDE_NUMBER).to_pt();
        Running { left: self.cut(left, room), right: self.cut(right, room) }
    }

    /// The words of a text that have room on one line; dots stand for the rest.
    fn cut(&self, text: &str, room: f64) -> String {
        let fits = |text: &str| self.fonts.width(text, FaceId::Italic, Running::SIZE.to_pt()) <= room;
        let text = text.replace('\n', " ");
        if fits(&text) {
            return text;
        }
        let ends = text.char_indices().filter(|(_, letter)| letter.is_whitespace()).map(|(at, _)| at);
        let cut = |end: usize| format!("{} …", text[..end].trim_end_matches([',', ';', ':', '.', ' ']));
        let letters = || text.char_indices().map(|(at, _)| cut(at)).take_while(|cut| fits(cut)).last();
        ends.map(cut).rfind(|cut| fits(cut)).or_else(letters).unwrap_or_default()
    }

    /// A row for each paper: its number, what it is called, by whom it is, and the page with which it begins, as far as that
    /// is known.
    fn contents(&self, volume: &Volume, pages: &[usize]) -> Block {
        let by_whom = volume.entries.iter().any(|entry| entry.author.is_some());
        let cell = |text: String, align, page_of| {
            let line = Paragraph::new(Role::TableText(align), text);
            Cell::new(vec![Paragraph { page_of, ..line }])
        };
        let row = |(place, entry): (usize, &crate::parts::VolumeEntry)| {
            let text = |text: &Option<crate::text::Text>| {
                text.as_ref().map(|text| glue_in_cell(text.as_str())).unwrap_or_default()
            };
            let page = pages.get(place).map(ToString::to_string);
            let (page, page_of) = (page.clone().unwrap_or_default(), page.map(|_| place));
            let cells = [
                Some(cell((place + 1).to_string(), TextAlign::Center, None)),
                Some(cell(text(&entry.title), TextAlign::Left, None)),
                by_whom.then(|| cell(text(&entry.author), TextAlign::Left, None)),
                Some(cell(page, TextAlign::Center, page_of)),
            ];
            Row { cells: cells.into_iter().flatten().collect(), group: false }
        };
        let head = |text: &str| Cell {
            scope: Some(Scope::Column),
            ..Cell::new(vec![Paragraph::new(Role::TableHead, text)])
        };
        let columns = [
            Some(("STT", Width::Fixed(Length::mm(if volume.entries.len() < 1000 { 12.0 } else { 18.0 })))),
            Some(("Tên bài", share(5))),
            by_whom.then_some(("Tác giả", share(3))),
            Some(("Trang", Width::Fixed(Length::mm(16.0)))),
        ];
        let columns: Vec<(&str, Width)> = columns.into_iter().flatten().collect();
        let first = Row { cells: columns.iter().map(|(name, _)| head(name)).collect(), group: false };
        let rows = volume.entries.iter().enumerate().map(row);
        Block::Table(Table {
            number: None,
            origin: None,
            columns: columns.iter().map(|(_, width)| *width).collect(),
            border: Border::Thin,
            header_rows: 1,
            rows: std::iter::once(first).chain(rows).collect(),
            keep_with_next: false,
        })
    }
}

fn share(of: u16) -> Width {
    std::num::NonZeroU16::new(of).map_or(Width::Auto(Length::ZERO), Width::Share)
}

/// What a part is called, and a line to what follows.
fn heading(name: &str) -> Vec<Block> {
    let lines = [Paragraph::new(Role::AppendixTitle, upper(name)), Paragraph::empty(Role::Gap).kept()];
    lines.into_iter().map(Block::Paragraph).collect()
}

/// The pages that stand in a DOCX for those of another file.
#[cfg(feature = "pdf")]
fn kept_for(title: &str, count: usize) -> Section {
    const LONG: usize = 120;
    let title = match title.char_indices().nth(LONG) {
        Some((end, _)) => format!("{} …", title[..end].trim_end()),
        None => title.to_owned(),
    };
    let line = |page: usize| {
        let said = format!("(Trang {page}/{count} của “{title}”: nguyên văn ở bản PDF của kỷ yếu này)");
        let line = Paragraph::new(Role::Aligned(TextAlign::Center), said);
        Block::Paragraph(Paragraph { page_break_before: page > 1, ..line })
    };
    Section { blocks: (1..=count).map(line).collect(), ..Section::default() }
}
