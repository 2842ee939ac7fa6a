//! From a record's frame and its body's blocks to the tree: the one file that knows both.

use crate::fonts::{FaceId, Fonts};
use crate::records::{Capacity, Frame, Given, PaperDate, Signature};
use crate::rules::{Profile, issuer_code};
use crate::text::{BLANK, document_number, glue, long_date, slug, upper};
use crate::tree::{Block, Columns, Emphasis, Inline, Paragraph, Properties, Role, Run, Tree};
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

/// Puts a paper together.
pub(crate) fn compose(frame: &Frame, body: Vec<Block>, profile: &Profile, fonts: &Fonts) -> Tree {
    let composer = Composer { frame, profile, fonts };
    let mut blocks = vec![composer.letterhead()];
    blocks.extend(composer.title());
    blocks.extend(body);
    if let Some(closing) = composer.closing() {
        if let Some(Block::Paragraph(last)) = blocks.last_mut() {
            last.keep_with_next = true;
        }
        blocks.push(Block::Paragraph(Paragraph::empty(Role::Gap)));
        blocks.push(closing);
        blocks.push(Block::Paragraph(Paragraph::empty(Role::End)));
    }
    Tree { properties: composer.properties(), blocks }
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
        Block::Columns(Columns {
            widths,
            rows: vec![
                vec![names, vec![Paragraph::new(Role::PartyTitle, PARTY_TITLE)]],
                vec![number, vec![Paragraph::new(Role::PlaceDate, date)]],
            ],
        })
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
    fn closing(&self) -> Option<Block> {
        let recipients = self.recipients();
        let signature = self.frame.signature.as_ref().map(signature).unwrap_or_default();
        if recipients.is_empty() && signature.is_empty() {
            return None;
        }
        // A cell needs a paragraph.
        let filled =
            |cell: Vec<Paragraph>| if cell.is_empty() { vec![Paragraph::empty(Role::Gap)] } else { cell };
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
    block.push(Paragraph::empty(Role::SignatureSpace));
    block.push(Paragraph::new(Role::SignerName, signature.name.as_str()));
    block
}

/// `ngày 05 tháng 02 năm 2026`, with blanks for what is left open.
fn date(date: &PaperDate) -> String {
    let value = |part: Option<Given>| part.and_then(Given::value);
    long_date(value(date.day), value(date.month), date.year)
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
