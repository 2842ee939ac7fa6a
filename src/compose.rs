//! From a record's frame and its body's blocks to the tree: the one file that knows both.

use chrono::Datelike;

use crate::fonts::{FaceId, Fonts};
use crate::records::{Appendix, Capacity, Frame, Given, PaperDate, Signature};
use crate::rules::{DatePlace, NotePlace, Profile, issuer_code};
use crate::text::{BLANK, document_number, glue, long_date, short_date, slug, upper};
use crate::tree::{Block, Columns, Emphasis, Inline, Paragraph, Properties, Role, Run, Section, Tree};
use crate::units::Length;

/// ô 1 (05-HD/VPTW II.I.1.1).
const PARTY_TITLE: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// I.2.2.1: under the issuer's name.
const STAR: &str = "*";
/// I.5.2.1: five hyphens under the abstract.
const SEPARATOR: &str = "-----";
/// The left column of the letterhead; the right one holds the title in one line.
const LEFT: Length = Length::mm(80.0);
/// The least that it keeps when a long place name widens the right one.
const LEFT_AT_LEAST: Length = Length::mm(56.0);
/// The left column of recipients and signature, as in the signed original of 2018.
const RECIPIENTS: Length = Length::mm(88.0);
/// Room on both sides of a line that must not break.
const SIDE: f64 = 3.0;

/// Puts a paper together; `appendices` are the bodies of its appendices.
pub(crate) fn compose(
    frame: &Frame,
    body: Vec<Block>,
    appendices: Vec<Vec<Block>>,
    profile: &Profile,
    fonts: &Fonts,
) -> Tree {
    let composer = Composer { frame, profile, fonts };
    let mut sections = vec![composer.main(body)];
    let count = appendices.len();
    sections.extend(appendices.into_iter().zip(&frame.appendices).enumerate().map(
        |(index, (body, appendix))| {
            let number = if count > 1 { format!(" {}", index + 1) } else { String::new() };
            composer.appendix(&number, appendix, body)
        },
    ));
    // Each but the last needs a paragraph for its properties, even after one of the body.
    for section in sections.iter_mut().rev().skip(1) {
        end(&mut section.blocks);
    }
    Tree { properties: composer.properties(), sections }
}

/// Ends blocks with a paragraph of half a point, unless they have one.
fn end(blocks: &mut Vec<Block>) {
    let ended = matches!(blocks.last(), Some(Block::Paragraph(last)) if last.role == Role::End);
    if !ended {
        blocks.push(Block::Paragraph(Paragraph::empty(Role::End)));
    }
}

/// A name for the paper's files: type, number (a draft: which one; by hand: year, month and day as far
/// as they are given), symbol.
pub(crate) fn file_name(frame: &Frame) -> String {
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
    slug(&format!("{} {number} {}", frame.type_name, symbol(frame)))
}

/// Ký hiệu: code of the type and code of the issuer.
fn symbol(frame: &Frame) -> String {
    let code = frame.issuer.code.as_ref().map(|code| code.as_str());
    let code = code.or_else(|| issuer_code(frame.issuer.name.as_str()));
    format!("{}/{}", frame.type_code, code.unwrap_or_default())
}

struct Composer<'a> {
    frame: &'a Frame,
    profile: &'a Profile,
    fonts: &'a Fonts,
}

impl Composer<'_> {
    /// The paper itself.
    fn main(&self, body: Vec<Block>) -> Section {
        let mut blocks = vec![self.letterhead()];
        blocks.extend(self.title());
        blocks.extend(body);
        let room = self.foot_room();
        if let Some(closing) = self.closing(&room) {
            if let Some(Block::Paragraph(last)) = blocks.last_mut() {
                last.keep_with_next = true;
            }
            blocks.push(closing);
            end(&mut blocks);
        } else {
            if let (Some(Block::Paragraph(last)), false) = (blocks.last_mut(), room.is_empty()) {
                last.keep_with_next = true;
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
        Section { head: head.into_iter().collect(), blocks, foot, ..Section::default() }
    }

    /// Empty lines after the signature, as many as keep the contact line apart from it: the line is
    /// pinned to the end of the text area, and the text must not run into it.
    fn foot_room(&self) -> Vec<Paragraph> {
        let Some(contact) = &self.frame.marks.contact else { return Vec::new() };
        let size = self.profile.style(Role::Contact).size.to_pt();
        let width = self.fonts.width(contact.as_str(), FaceId::Regular, size);
        // A line more than the words fill: for the rule, and because words end lines early.
        let lines = (width / self.profile.page().text_width().to_pt()).ceil() as usize + 1;
        vec![Paragraph::empty(Role::FootRoom); lines]
    }

    /// An appendix: label, title, the paper that it belongs to, five hyphens, its body (II.1).
    fn appendix(&self, number: &str, appendix: &Appendix, body: Vec<Block>) -> Section {
        let frame = self.frame;
        let paper = format!(
            "(Kèm theo {} {}, {} của {})",
            frame.type_name,
            self.number().replacen("Số", "số", 1),
            short(&frame.date),
            frame.issuer.name
        );
        let head = [
            Paragraph::new(Role::AppendixLabel, format!("PHỤ LỤC{number}")),
            Paragraph::new(Role::AppendixTitle, upper(appendix.title.as_str())),
            Paragraph::new(Role::AppendixOf, glue(&paper)),
            Paragraph::new(Role::Separator, SEPARATOR),
        ];
        let blocks = head.into_iter().map(Block::Paragraph).chain(body).collect();
        Section { blocks, ..Section::default() }
    }

    /// ô 1 to 4 and 11b: names and star against the title, the number against place and date.
    fn letterhead(&self) -> Block {
        let date = format!("{}, {}", self.frame.place, date(&self.frame.date));
        let widths = self.letterhead_widths(&date);
        let issuer = &self.frame.issuer;
        let mut names = Vec::new();
        if let Some(superior) = &issuer.superior {
            names.push(self.balanced(Role::Superior, superior.as_str(), widths[0]));
        }
        names.push(self.balanced(Role::Issuer, issuer.name.as_str(), widths[0]));
        names.push(Paragraph::new(Role::Star, STAR));
        let mut number = vec![Paragraph::new(Role::Number, self.number())];
        if let Some(draft) = self.frame.draft {
            number.push(Paragraph::new(Role::DraftMark, format!("Dự thảo lần {draft}")));
        }
        number.extend(self.frame.marks.urgency.map(|urgency| Paragraph::new(Role::Urgency, urgency.words())));
        let title = Paragraph::new(Role::PartyTitle, PARTY_TITLE);
        let date = Paragraph::new(Role::PlaceDate, date);
        let rows = match self.profile.date_place() {
            DatePlace::BesideNumber => vec![vec![names, vec![title]], vec![number, vec![date]]],
            DatePlace::UnderTitle => {
                names.extend(number);
                vec![vec![names, vec![title, date]]]
            }
        };
        Block::Columns(Columns { widths, rows })
    }

    /// The right column grows, within reason, until place and date stand on one line.
    fn letterhead_widths(&self, date: &str) -> Vec<Length> {
        let whole = self.profile.page().text_width();
        let size = self.profile.style(Role::PlaceDate).size.to_pt();
        let need = Length::pt(self.fonts.width(date, FaceId::Italic, size) + 2.0 * SIDE);
        let left = (whole - need).clamp(LEFT_AT_LEAST, LEFT);
        vec![left, whole - left]
    }

    /// A name in capitals, broken into lines of about the same length where one line is too short
    /// (I.2: the name stands balanced).
    fn balanced(&self, role: Role, name: &str, width: Length) -> Paragraph {
        let style = self.profile.style(role);
        let face = FaceId::of(style.bold, style.italic);
        let name = upper(name);
        let words: Vec<&str> = name.split(' ').collect();
        let measure = |words: &[&str]| self.fonts.width(&words.join(" "), face, style.size.to_pt());
        let lines = balance(&words, width.to_pt() - 2.0 * SIDE, measure);
        let mut content = Vec::new();
        for line in lines {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            content.push(Inline::Run(Run::plain(line.join(" "))));
        }
        Paragraph::of(role, content)
    }

    /// ô 3: `Số 05-NQ/CB`; in a draft, or where the number is left for the pen, with a blank.
    fn number(&self) -> String {
        match self.frame.number {
            Some(Given::Value(number)) => {
                format!("Số {}-{}", document_number(number.into()), symbol(self.frame))
            }
            Some(Given::ByHand) | None => format!("Số{BLANK}-{}", symbol(self.frame)),
        }
    }

    /// ô 5a: type name, author, abstract, five hyphens.
    fn title(&self) -> Vec<Block> {
        let mut lines = vec![Paragraph::new(Role::TypeName, upper(self.frame.type_name))];
        if let Some(author) = &self.frame.author_line {
            lines.push(Paragraph::new(Role::AuthorLine, format!("CỦA {}", upper(author.as_str()))));
        }
        lines.push(Paragraph::new(Role::Abstract, glue(self.frame.abstract_line.as_str())));
        lines.push(Paragraph::new(Role::Separator, SEPARATOR));
        lines.into_iter().map(Block::Paragraph).collect()
    }

    /// ô 9a against ô 7: recipients and signature, where the paper has either.
    fn closing(&self, room: &[Paragraph]) -> Option<Block> {
        let recipients = self.recipients();
        let signature = self.frame.signature.as_ref().map(signature).unwrap_or_default();
        if recipients.is_empty() && signature.is_empty() {
            return None;
        }
        // A cell needs a paragraph.
        let filled = |mut cell: Vec<Paragraph>| {
            if cell.is_empty() {
                cell.push(Paragraph::empty(Role::Gap));
            }
            cell.extend_from_slice(room);
            cell
        };
        Some(Block::Columns(Columns {
            widths: vec![RECIPIENTS, self.profile.page().text_width() - RECIPIENTS],
            rows: vec![vec![filled(recipients), filled(signature)]],
        }))
    }

    /// The label, its words underlined and its colon not, then a line a recipient.
    fn recipients(&self) -> Vec<Paragraph> {
        let Some((last, others)) = self.frame.recipients.split_last() else { return Vec::new() };
        let (between, end) = self.profile.recipient_marks();
        let underlined = Emphasis { underline: true, ..Emphasis::default() };
        let label = vec![
            Inline::Run(Run { text: "Nơi nhận".into(), emphasis: underlined }),
            Inline::Run(Run::plain(":")),
        ];
        let line =
            |text: &str, mark: &str| Paragraph::new(Role::Recipient, format!("- {}{mark}", glue(text)));
        let mut list = vec![Paragraph::of(Role::RecipientsLabel, label)];
        list.extend(others.iter().map(|recipient| line(recipient.as_str(), between)));
        list.push(line(last.as_str(), end));
        let drafter = self.frame.marks.drafter.as_ref();
        list.extend(
            drafter.map(|drafter| Paragraph::new(Role::DrafterMark, self.profile.drafter(drafter.as_str()))),
        );
        list
    }

    fn properties(&self) -> Properties {
        let frame = self.frame;
        let number = match (frame.draft, frame.number) {
            (None, Some(Given::Value(number))) => {
                format!(" số {}-{}", document_number(number.into()), symbol(self.frame))
            }
            _ => String::new(),
        };
        let draft = if frame.draft.is_some() { "Dự thảo " } else { "" };
        Properties {
            title: format!("{draft}{}{number} {}", frame.type_name, frame.abstract_line),
            author: frame.issuer.name.to_string(),
            date: frame.date.calendar(),
        }
    }
}

/// ô 7: authority bold, position not, room for the signature, name (I.7.1). Who signs directly or as
/// acting head has his position in the authority's line.
fn signature(signature: &Signature) -> Vec<Paragraph> {
    let mark = signature.capacity.mark();
    let position = signature.position.as_ref().map(|position| upper(position.as_str()));
    let body = signature.body.as_ref().map(|body| upper(body.as_str())).unwrap_or_default();
    let mut block = match (signature.capacity, position) {
        (Capacity::Direct, position) => vec![Paragraph::new(Role::Authority, position.unwrap_or_default())],
        (Capacity::Acting, position) => {
            vec![Paragraph::new(Role::Authority, format!("{mark} {}", position.unwrap_or_default()))]
        }
        (_, position) => {
            let mut block = vec![Paragraph::new(Role::Authority, format!("{mark} {body}"))];
            block.extend(position.map(|position| Paragraph::new(Role::Position, position)));
            block
        }
    };
    // I.7.1.4đ: `kiêm` on its own line between the two offices, both bold.
    if let Some(also) = &signature.also {
        block.push(Paragraph::new(Role::Position, "kiêm"));
        let bold = Emphasis { bold: true, ..Emphasis::default() };
        let run = Run { text: upper(also.as_str()), emphasis: bold };
        block.push(Paragraph::of(Role::Position, vec![Inline::Run(run)]));
    }
    block.push(Paragraph::empty(Role::SignatureSpace));
    block.push(Paragraph::new(Role::SignerName, signature.name.as_str()));
    block
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

/// Breaks words into as few lines as `width` allows, and then as evenly as possible.
fn balance<'w>(words: &'w [&'w str], width: f64, measure: impl Fn(&[&str]) -> f64) -> Vec<Vec<&'w str>> {
    let greedy = |width: f64| {
        let mut lines: Vec<Vec<&str>> = Vec::new();
        for &word in words {
            match lines.last_mut() {
                Some(line) if measure(&[line.as_slice(), &[word]].concat()) <= width => line.push(word),
                _ => lines.push(vec![word]),
            }
        }
        lines
    };
    let widest = greedy(width);
    // The narrowest column that still gives so few lines is as wide as one of its lines.
    let mut widths: Vec<f64> = (0..words.len())
        .flat_map(|from| (from + 1..=words.len()).map(move |to| (from, to)))
        .map(|(from, to)| measure(&words[from..to]))
        .filter(|&candidate| candidate <= width)
        .collect();
    widths.sort_by(f64::total_cmp);
    widths.into_iter().map(greedy).find(|lines| lines.len() == widest.len()).unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(name: &str, width: f64) -> Vec<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let measure = |words: &[&str]| words.join(" ").chars().count() as f64;
        balance(&words, width, measure).iter().map(|line| line.join(" ")).collect()
    }

    #[test]
    fn a_long_name_stands_in_even_lines() {
        let name = "ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ";
        assert_eq!(broken(name, 30.0), ["ĐẢNG BỘ VIỆN KIỂM SÁT", "NHÂN DÂN TỈNH QUẢNG TRỊ"]);
        assert_eq!(broken(name, 60.0), [name]);
        assert_eq!(broken("DÀI-HƠN-CỘT", 5.0), ["DÀI-HƠN-CỘT"]);
    }
}
