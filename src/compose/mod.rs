//! From a record's frame and its body's blocks to the tree: the one room that knows both.

mod balance;
mod certified;
mod closing;
mod copies;
mod fields;
mod letterhead;
mod pictures;
mod signers;
mod spacing;
mod title;
mod volume;

use chrono::Datelike;

pub(crate) use volume::Bound;

use crate::fonts::Fonts;
use crate::parts::{Appendix, Frame, Given, PaperDate};
use crate::profile::{NotePlace, Page, Profile};
use crate::text::{
    self, BLANK, Text, TonePlacement, document_number, glue, long_date, plain_spaces, short_date,
};
use crate::tree::{Block, Paragraph, Properties, Role, Section, Tree};
use crate::units::Length;
use crate::wording::Tagging;

/// I.5.2.1: five hyphens under the abstract.
const SEPARATOR: &str = "-----";

/// What a document has behind its paper.
#[derive(Default)]
pub(crate) struct Behind {
    /// The bodies of its appendices.
    pub(crate) appendices: Vec<Vec<Block>>,
    /// Papers with a frame of their own, and their bodies.
    pub(crate) annexes: Vec<(Frame, Vec<Block>)>,
    /// The papers that a volume binds.
    pub(crate) bound: Vec<Bound>,
    /// The pages with which they begin, as far as they are known.
    pub(crate) first_pages: Vec<usize>,
}

/// What is asked of a paper beside what its record says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// Whether it is printed on both sides of the sheet.
    pub(crate) two_sided: bool,
    /// Which of its fields can be filled in.
    pub(crate) tagging: Tagging,
}

/// Puts a paper together.
pub(crate) fn compose(
    frame: &Frame,
    body: Vec<Block>,
    behind: Behind,
    profile: &Profile,
    fonts: &Fonts,
    tone: TonePlacement,
    asked: Asked,
) -> Tree {
    let page = page_of(frame, profile);
    let composer = Composer { frame, profile, page, fonts, tone, narrow: false, asked };
    let mut sections = match &frame.volume {
        Some(volume) => composer.volume(volume, body, &behind),
        None => composer.papers(body),
    };
    let several = frame.appendices.iter().filter(|appendix| !appendix.list).count() > 1;
    let mut number = 0;
    for (body, appendix) in behind.appendices.into_iter().zip(&frame.appendices) {
        number += usize::from(!appendix.list);
        let label = match (appendix.list, several) {
            (true, _) => "Danh sách".to_owned(),
            (false, true) => format!("Phụ lục {number}"),
            (false, false) => "Phụ lục".to_owned(),
        };
        sections.push(composer.appendix(&label, appendix, body));
    }
    for (frame, body) in behind.annexes {
        // What is filled in there is of another record.
        let asked = Asked { tagging: Tagging::None, ..asked };
        let composer = Composer { frame: &frame, page: page_of(&frame, profile), asked, ..composer };
        sections.extend(composer.papers(body).into_iter().map(|mut own| {
            own.forget_spots();
            match own.blocks.first() {
                Some(Block::Paragraph(_)) => own,
                _ => copies::copy(own),
            }
        }));
    }
    if let Some(copy) = &frame.copy {
        composer.certify(copy, &mut sections);
    }
    // Each but the last needs a paragraph for its properties; one of the body will do, and an empty one
    // after it could make a page of its own.
    for section in sections.iter_mut().rev().skip(1) {
        if !matches!(section.blocks.last(), Some(Block::Paragraph(_))) {
            end(&mut section.blocks);
        }
    }
    for section in &mut sections {
        section.two_sided = asked.two_sided;
        // What is bound was spaced before.
        if frame.volume.is_none() {
            spacing::keep_lead_ins(&mut section.blocks);
            spacing::space(&mut section.blocks);
        }
    }
    Tree::new(composer.properties(), frame.draft.is_some(), sections)
}

/// The sheet of a paper itself.
fn page_of(frame: &Frame, profile: &Profile) -> Page {
    profile.page_of(&Section { sheet: frame.sheet, landscape: frame.landscape, ..Section::default() })
}

/// Ends blocks with a paragraph of half a point, unless they have one.
fn end(blocks: &mut Vec<Block>) {
    let ended = matches!(blocks.last(), Some(Block::Paragraph(last)) if last.role == Role::End);
    if !ended {
        blocks.push(Block::Paragraph(Paragraph::empty(Role::End)));
    }
}

/// A name for the paper's files: type, number (a draft: which one; by hand: year, month and day as far
/// as they are given), symbol; of a paper without a number line its issuer, which tells it apart from
/// the others'. A kind may know better what tells its papers apart.
pub(crate) fn file_name(frame: &Frame, profile: &Profile) -> String {
    if let Some(words) = &frame.file_words {
        return text::file_name(&format!("{} {words}", frame.type_name));
    }
    let part = |part: Option<Given>| part.and_then(Given::value).map(|value| format!("-{value:02}"));
    let date = || {
        let month = part(frame.date.month);
        let day = month.as_ref().and_then(|_| part(frame.date.day));
        format!("{}{}{}", frame.date.year, month.unwrap_or_default(), day.unwrap_or_default())
    };
    let number = match (frame.draft, frame.number) {
        (Some(draft), _) => format!("du-thao-{draft}"),
        (None, Some(Given::Value(number))) => document_number(number.into()),
        (None, _) => date(),
    };
    let symbol = match &frame.volume {
        // A body may bind several on one day.
        Some(_) => format!("{} {}", frame.issuer.name, frame.subject),
        None if frame.numbered => symbol(frame, profile),
        None => frame.issuer.name.to_string(),
    };
    text::file_name(&format!("{} {number} {symbol}", frame.type_name))
}

/// Ký hiệu: code of the type and code of the issuer.
fn symbol(frame: &Frame, profile: &Profile) -> String {
    let kind = profile.type_code(&frame.type_name, &frame.type_code);
    format!("{kind}/{}", frame.issuer.full_code().unwrap_or_default())
}

struct Composer<'a> {
    frame: &'a Frame,
    profile: &'a Profile,
    /// The sheet of the paper itself.
    page: Page,
    fonts: &'a Fonts,
    /// Where the record puts its tone marks; the library's own words follow it.
    tone: TonePlacement,
    /// Whether nothing has room beside another: a quarter of a sheet.
    narrow: bool,
    asked: Asked,
}

impl Composer<'_> {
    /// The paper itself.
    fn main(&self, body: Vec<Block>) -> Section {
        if let Some(copying) = self.frame.copying {
            return self.form_of_a_copy(copying);
        }
        let mut blocks: Vec<Block> = self.emblem_line().map(Block::Paragraph).into_iter().collect();
        blocks.extend(self.letterhead());
        blocks.extend(self.title());
        blocks.extend(self.address());
        let (beside, body) = beside_signature(body);
        blocks.extend(body);
        self.enact(&mut blocks);
        let room = self.foot_room();
        let closing = self.closing(beside, &room);
        if !closing.is_empty() {
            spacing::keep_last(&mut blocks);
            blocks.extend(closing);
            end(&mut blocks);
        } else {
            if !room.is_empty() {
                spacing::keep_last(&mut blocks);
            }
            blocks.extend(room.into_iter().map(|line| Block::Paragraph(line.kept())));
        }
        let marks = &self.frame.marks;
        let note = || Paragraph::new(Role::NoBroadcast, self.profile.no_broadcast());
        let mut foot: Vec<Paragraph> = marks
            .contact
            .iter()
            .map(|contact| Paragraph::new(Role::Contact, glue(contact.as_str())))
            .collect();
        if marks.no_broadcast {
            match self.profile.no_broadcast_place() {
                NotePlace::Foot => foot.push(note()),
                NotePlace::UnderSignature => {
                    blocks.pop_if(|block| matches!(block, Block::Paragraph(last) if last.role == Role::End));
                    blocks.push(Block::Paragraph(note()));
                }
            }
        }
        if !foot.is_empty() {
            end(&mut blocks);
        }
        let head = marks.circulation.map(|note| Paragraph::new(Role::Circulation, note.words()));
        Section {
            sheet: self.frame.sheet,
            landscape: self.frame.landscape,
            head: head.into_iter().collect(),
            blocks,
            foot,
            ..Section::default()
        }
    }

    /// An appendix: label, title, the paper that it belongs to, five hyphens, its body (II.1).
    fn appendix(&self, label: &str, appendix: &Appendix, body: Vec<Block>) -> Section {
        let frame = self.frame;
        let symbol = if frame.numbered { self.number().replacen("Số", " số", 1) } else { String::new() };
        let paper =
            format!("(Kèm theo {}{symbol}, {} của {})", frame.type_name, short(&frame.date), self.acted());
        let head = [
            Paragraph::new(Role::AppendixLabel, self.profile.appendix_line(label)),
            Paragraph::new(Role::AppendixTitle, self.profile.appendix_line(appendix.title.as_str())),
            Paragraph::new(Role::AppendixOf, glue(&paper)),
            Paragraph::new(Role::Separator, SEPARATOR),
        ];
        let blocks = head.into_iter().map(Block::Paragraph).chain(body).collect();
        Section { sheet: frame.sheet, landscape: appendix.landscape, blocks, ..Section::default() }
    }

    /// Who acted: the issuer or, as the signature says, its ban thường vụ, with which it shares the letterhead.
    fn acted(&self) -> String {
        let issuer = &self.frame.issuer.name;
        let body = self.frame.signature.as_ref().and_then(|signature| signature.body.as_ref());
        let standing = |body: &Text| plain_spaces(body.as_str()).to_lowercase().starts_with("ban thường vụ");
        match body {
            Some(body) if standing(body) => format!("Ban Thường vụ {issuer}"),
            _ => issuer.to_string(),
        }
    }

    /// ô 3: `Số 05-NQ/CB`; in a draft, or where the number is left for the pen, with a blank.
    fn number(&self) -> String {
        match self.frame.number {
            Some(Given::Value(number)) => {
                format!("Số {}-{}", document_number(number.into()), symbol(self.frame, self.profile))
            }
            Some(Given::ByHand) | None => format!("Số{BLANK}-{}", symbol(self.frame, self.profile)),
        }
    }

    /// A width on an upright sheet as the same share of this one.
    fn share(&self, width: Length) -> Length {
        let (whole, upright) = (self.page.text_width(), self.profile.page().text_width());
        Length::of_twips(width.twips() * whole.twips() / upright.twips())
    }

    fn properties(&self) -> Properties {
        let frame = self.frame;
        let number = match (frame.draft, frame.number) {
            (None, Some(Given::Value(number))) => {
                format!(" số {}-{}", document_number(number.into()), symbol(self.frame, self.profile))
            }
            _ => String::new(),
        };
        let month = frame.date.month.and_then(Given::value);
        let plain = |text: String| plain_spaces(&text).into_owned();
        let draft = if frame.draft.is_some() { "Dự thảo " } else { "" };
        let session = frame.session_line.as_ref().map(|line| format!(" {line}")).unwrap_or_default();
        let title = format!("{draft}{}{number} {}{session}", frame.type_name, frame.subject);
        Properties {
            // Searched for, and never broken into lines; a form may have no abstract.
            title: plain(title).trim_end().to_owned(),
            author: plain(frame.issuer.name.to_string()),
            date: frame.date.calendar(),
            begins: format!(
                "{:04}{}",
                frame.date.year,
                month.map(|month| format!("{month:02}")).unwrap_or_default()
            ),
        }
    }
}

/// What of a body stands at the left of the signature, and what is left.
fn beside_signature(body: Vec<Block>) -> (Vec<Paragraph>, Vec<Block>) {
    let (mut beside, mut rest) = (Vec::new(), Vec::with_capacity(body.len()));
    for block in body {
        match block {
            Block::Paragraph(paragraph) if paragraph.beside => beside.push(paragraph),
            block => rest.push(block),
        }
    }
    (beside, rest)
}

/// Rows whose cells all have a paragraph.
fn whole_cells(mut rows: Vec<Vec<Vec<Paragraph>>>) -> Vec<Vec<Vec<Paragraph>>> {
    for cell in rows.iter_mut().flatten().filter(|cell| cell.is_empty()) {
        cell.push(Paragraph::empty(Role::Gap));
    }
    rows
}

/// `ngày 05 tháng 02 năm 2026`, with blanks for what is left open.
fn date(date: &PaperDate) -> String {
    let value = |part: Option<Given>| part.and_then(Given::value);
    long_date(value(date.day), value(date.month), date.year)
}

/// `ngày 05/02/2026`; with blanks, the long form.
fn short(paper: &PaperDate) -> String {
    match paper.calendar() {
        Some(date) => format!("ngày {}", short_date(date.day(), date.month(), date.year())),
        None => date(paper),
    }
}
