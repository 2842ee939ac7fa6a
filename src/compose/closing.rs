//! What ends a paper: recipients and signatures.

use super::balance::{HAIR, line_count};
use super::signers::Signer;
use super::{Composer, whole_cells};
use crate::fonts::FaceId;
use crate::parts::{Capacity, Closing};
use crate::text::{Text, glue, upper};
use crate::tree::{Block, Columns, Emphasis, Inline, Paragraph, Role, Run, Spot};
use crate::units::Length;

/// The left column of recipients and signature, as in the signed original of 2018.
const RECIPIENTS: Length = Length::mm(88.0);

impl Composer<'_> {
    /// ô 9a against ô 7: recipients and signature, where the paper has either. With more than one
    /// signature these stand side by side, as in minutes and joint papers, and the recipients below them
    /// (I.7.2.4; where the recipients then stand is a convention).
    ///
    /// `beside` stands above the recipients; without any, its last line is level with the signer's name.
    pub(super) fn closing(&self, beside: Vec<Paragraph>, room: &[Paragraph]) -> Vec<Block> {
        let frame = self.frame;
        let own = self.recipients();
        let at_foot = own.is_empty() && !beside.is_empty();
        let recipients: Vec<Paragraph> = beside.into_iter().chain(own).collect();
        let whole = self.page.text_width();
        let half = Length::of_twips(whole.twips() / 2);
        let date = self.date_above();
        let left = self.left_of_signature(date.as_deref());
        let signers = self.signers();
        let alone = signers.others.is_empty() && signers.confirming.is_none();
        let column = if self.narrow {
            whole
        } else if alone {
            whole - left
        } else {
            half
        };
        let mut first: Vec<Paragraph> = date.iter().flat_map(|date| above(date)).collect();
        if let Some(date) = first.pop() {
            first.push(self.dated(date));
        }
        first.extend(signers.own.iter().flat_map(|own| self.signature(own, column)));
        if alone {
            if recipients.is_empty() && first.is_empty() {
                return Vec::new();
            }
            if self.narrow {
                return recipients
                    .into_iter()
                    .chain(first)
                    .map(|line| Block::Paragraph(line.kept()))
                    .collect();
            }
            let columns = self.side_by_side(left, vec![vec![recipients, first]], room);
            return vec![Block::Columns(Columns { at_foot, ..columns })];
        }
        let mut others = signers.others.iter().map(|other| self.signature(other, half));
        let mut other = others.next().unwrap_or_default();
        if date.is_some() && !other.is_empty() {
            // Who signs beside it begins as low.
            other.splice(0..0, above(""));
        }
        let mut rows = vec![level(other, first)];
        while let Some(left) = others.next() {
            rows.push(level(left, others.next().unwrap_or_default()));
        }
        let mut signatures = self.side_by_side(half, rows, &[]);
        let mut below = Vec::new();
        if let (Some(confirmation), Some(confirming)) = (&frame.confirmation, &signers.confirming) {
            let line = format!("Xác nhận chữ ký của đồng chí {}", confirmation.of);
            below.push(Paragraph::new(Role::Confirmation, glue(&line)));
            below.extend(self.signature(confirming, whole));
        }
        below.extend(recipients);
        below.extend_from_slice(room);
        signatures.keep_with_next = !below.is_empty();
        if signatures.keep_with_next && signatures.rows.len() == 1 {
            // A table of one row that may not split lets go of what follows it, in LibreOffice.
            signatures.rows.push(vec![vec![Paragraph::empty(Role::End)]; 2]);
        }
        let mut blocks = vec![Block::Columns(signatures)];
        let count = below.len();
        blocks.extend(below.into_iter().enumerate().map(|(index, paragraph)| {
            Block::Paragraph(if index + 1 < count { paragraph.kept() } else { paragraph })
        }));
        blocks
    }

    /// ô 4, where the paper shows it above the signature.
    fn date_above(&self) -> Option<String> {
        self.place_and_date().filter(|_| self.frame.shown.date_above_signature)
    }

    /// How wide the column is at the left of a signature: narrower, within reason, where place and date above that
    /// would not stand on one line.
    fn left_of_signature(&self, date: Option<&str>) -> Length {
        let (whole, usual) = (self.page.text_width(), self.share(RECIPIENTS));
        let Some(date) = date else { return usual };
        let size = self.profile.style(Role::PlaceDateBelow).size.to_pt();
        let need = Length::pt(self.fonts.width(date, FaceId::Italic, size)) + HAIR + HAIR;
        let least = Length::of_twips(usual.twips() * 2 / 3);
        (whole - need).clamp(least, usual)
    }

    /// Whether other bodies sign too.
    fn is_joint(&self) -> bool {
        !self.frame.joint_signatures.is_empty()
    }

    /// Rows of two cells, the left one `left` wide; the last row has room below it.
    fn side_by_side(&self, left: Length, mut rows: Vec<Vec<Vec<Paragraph>>>, room: &[Paragraph]) -> Columns {
        rows = whole_cells(rows);
        if let Some(last) = rows.last_mut() {
            last.iter_mut().for_each(|cell| cell.extend_from_slice(room));
        }
        let widths = vec![left, self.page.text_width() - left];
        Columns { widths, rows, keep_with_next: false, at_foot: false, stamp: None }
    }

    /// The label, its words underlined and its colon not, then a line a recipient.
    pub(super) fn recipients(&self) -> Vec<Paragraph> {
        let Some((last, others)) = self.frame.recipients.split_last() else { return Vec::new() };
        let (between, end) = self.profile.recipient_marks();
        let underlined = Emphasis { underline: true, ..Emphasis::default() };
        let label = vec![
            Inline::Run(Run { text: "Nơi nhận".into(), emphasis: underlined }),
            Inline::Run(Run::plain(":")),
        ];
        let line = |(index, text): (usize, &Text), mark: &str| {
            let text = glue(text.as_str());
            let line = Paragraph::new(Role::Recipient, format!("- {text}{mark}"));
            let letters = 2..2 + text.chars().count();
            self.said_at(line, &format!("recipients[{index}]"), letters)
        };
        let mut list = vec![Paragraph::of(Role::RecipientsLabel, label)];
        list.extend(others.iter().enumerate().map(|recipient| line(recipient, between)));
        list.push(line((others.len(), last), end));
        let drafter = self.frame.marks.drafter.as_ref();
        list.extend(
            drafter.map(|drafter| Paragraph::new(Role::DrafterMark, self.profile.drafter(drafter.as_str()))),
        );
        list
    }

    /// ô 7: authority bold, position not, room for the signature, name (I.7.1). Who signs directly or as
    /// acting head has his position in the authority's line. `column` is the room across.
    pub(super) fn signature(&self, signer: &Signer<'_>, column: Length) -> Vec<Paragraph> {
        let (signature, room) = (signer.signature, column - HAIR);
        let line = |role, lines: &[String]| self.balanced(role, lines, upper, room);
        let mark = signature.capacity.mark();
        let position = signature.position.as_ref().map(|position| vec![position.to_string()]);
        let body = signature.body.as_ref().map(Text::lines).unwrap_or_default();
        let mut block = match (signature.capacity, position) {
            // I.7.1.4g: in a joint paper office and body, both bold.
            (Capacity::Direct, position) if self.is_joint() && !body.is_empty() => {
                vec![line(Role::Authority, &position.unwrap_or_default()), bold(line(Role::Position, &body))]
            }
            (Capacity::Direct, position) => vec![line(Role::Authority, &position.unwrap_or_default())],
            (Capacity::Acting, position) => {
                vec![line(Role::Authority, &marked(mark, position.unwrap_or_default()))]
            }
            (_, position) => {
                let mut block = vec![line(Role::Authority, &marked(mark, body))];
                block.extend(position.map(|position| line(Role::Position, &position)));
                block
            }
        };
        // I.7.1.4đ: `kiêm` on its own line between the two offices, both bold.
        if let Some(also) = &signature.also {
            block.push(Paragraph::new(Role::Position, "kiêm"));
            block.push(bold(line(Role::Position, &[also.to_string()])));
        }
        // Who signs for a body signs as in any paper.
        let in_person = signature.capacity == Capacity::Direct && signature.body.is_none();
        if self.frame.closing == Closing::PersonalForm && in_person {
            block.push(Paragraph::new(Role::SignHint, "(Ký, ghi rõ họ tên)"));
        }
        let space = self.room_to_sign(Paragraph::empty(Role::SignatureSpace), signer);
        block.push(self.signed(signature, column).unwrap_or(space).at(signer.spot()));
        let name = signature.name.as_ref().map(|name| Paragraph::new(Role::SignerName, name.as_str()));
        block.extend(name.map(|name| self.said(name, &format!("{}.name", signer.part))));
        block
    }

    /// Empty lines after the signature, as many as keep the contact line apart from it: the line is
    /// pinned to the end of the text area, and the text must not run into it.
    pub(super) fn foot_room(&self) -> Vec<Paragraph> {
        let Some(contact) = &self.frame.marks.contact else { return Vec::new() };
        let size = self.profile.style(Role::Contact).size.to_pt();
        let width = self.fonts.width(contact.as_str(), FaceId::Regular, size);
        // A line more than the words fill: for the rule, and because words end lines early.
        let lines = (width / self.page.text_width().to_pt()).ceil() as usize + 1;
        vec![Paragraph::empty(Role::FootRoom); lines]
    }
}

/// Place and date above a signature, with the room of the signature's own above them; without a text their room.
fn above(date: &str) -> Vec<Paragraph> {
    let line = Paragraph::empty(Role::PlaceDateBelow);
    let dated = || Paragraph::new(Role::PlaceDateBelow, date).at(Spot::Date);
    let line = if date.is_empty() { line } else { dated() };
    vec![Paragraph::empty(Role::Gap), line]
}

/// Who signs side by side has room and name level with the other's: empty lines stand for what the one with
/// fewer has not above them (convention).
fn level(mut left: Vec<Paragraph>, mut right: Vec<Paragraph>) -> Vec<Vec<Paragraph>> {
    let room = |block: &[Paragraph]| {
        let at = block.iter().position(|line| line.role == Role::SignatureSpace)?;
        Some((at, block[..at].iter().map(line_count).sum::<usize>()))
    };
    if let (Some((at_left, one)), Some((at_right, other))) = (room(&left), room(&right)) {
        let (block, at, count) =
            if one < other { (&mut left, at_left, other - one) } else { (&mut right, at_right, one - other) };
        block.splice(at..at, vec![Paragraph::empty(Role::Position); count]);
    }
    vec![left, right]
}

/// The mark before the lines of a body: `T/M`.
fn marked(mark: &str, mut body: Vec<String>) -> Vec<String> {
    match body.first_mut() {
        Some(first) => *first = format!("{mark} {first}"),
        None => body.push(format!("{mark} ")),
    }
    body
}

/// All of it bold: a second office of a signature.
fn bold(mut line: Paragraph) -> Paragraph {
    for piece in &mut line.content {
        if let Inline::Run(run) = piece {
            run.emphasis.bold = true;
        }
    }
    line
}
