//! The letterhead: names and star against the title, the number against place and date.

use super::{Composer, date, whole_cells};
use crate::fonts::FaceId;
use crate::profile::DatePlace;
use crate::text::{glue, place, upper};
use crate::tree::{Block, Columns, Paragraph, Role, Spot};
use crate::units::Length;

/// ô 1 (05-HD/VPTW II.I.1.1).
const PARTY_TITLE: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// I.2.2.1: under the issuer's name.
const STAR: &str = "*";
/// The left column of the letterhead; the right one holds the title in one line.
const LEFT: Length = Length::mm(80.0);
/// The least that it keeps when a long place name widens the right one.
const LEFT_AT_LEAST: Length = Length::mm(56.0);
/// Room beside a line that must not break, that of both sides.
const SIDES: Length = Length::pt(6.0);

impl Composer<'_> {
    /// ô 1 to 5b, 10 and 11b: names and star against the title, the number and what belongs under it
    /// against place and date; over all of it the label of a form.
    pub(super) fn letterhead(&self) -> Vec<Block> {
        let frame = self.frame;
        let label = frame.form_label.as_ref().map(|label| Paragraph::new(Role::FormLabel, label.as_str()));
        let label = label.map(Block::Paragraph);
        if !frame.shown.letterhead {
            return label.into_iter().collect();
        }
        let date = self.place_and_date().filter(|_| !frame.shown.date_above_signature);
        let widths = self.letterhead_widths(date.as_deref());
        let room = widths[0] - SIDES;
        let mut names = Vec::new();
        if let Some(superior) = &frame.issuer.superior {
            let superior = self.balanced(Role::Superior, &superior.lines(), upper, room);
            names.push(self.sent_by(superior, "issuer.superior"));
        }
        let issuer = self.balanced(Role::Issuer, &frame.issuer.name.lines(), upper, room);
        names.push(self.sent_by(issuer, "issuer.name"));
        names.push(Paragraph::new(Role::Star, STAR));
        let number = self.under_the_star(room);
        if self.narrow {
            let title = Paragraph::new(Role::PartyTitle, PARTY_TITLE);
            let date = date.map(|date| self.dated(Paragraph::new(Role::PlaceDateBelow, date)).at(Spot::Date));
            let all = std::iter::once(title).chain(names).chain(number).chain(date).collect();
            return vec![Block::Columns(Columns {
                widths,
                rows: vec![vec![all]],
                keep_with_next: false,
                at_foot: false,
                stamp: None,
            })];
        }
        let mut title = vec![Paragraph::new(Role::PartyTitle, PARTY_TITLE)];
        let date = date.map(|date| self.dated(Paragraph::new(Role::PlaceDate, date)).at(Spot::Date));
        let rows = match self.profile.date_place() {
            // Without a number there is nothing beside which the date could stand.
            DatePlace::BesideNumber if !number.is_empty() => {
                vec![vec![names, title], vec![number, date.into_iter().collect()]]
            }
            _ => {
                names.extend(number);
                title.extend(date);
                vec![vec![names, title]]
            }
        };
        let columns =
            Columns { widths, rows: whole_cells(rows), keep_with_next: false, at_foot: false, stamp: None };
        label.into_iter().chain([Block::Columns(columns)]).collect()
    }

    /// ô 4, where the paper has it.
    pub(super) fn place_and_date(&self) -> Option<String> {
        let frame = self.frame;
        frame.dated.then(|| format!("{}, {}", frame.place, date(&frame.date)))
    }

    /// ô 3, 5b, 11b and 10, in the order of the diagram (Phụ lục 1): the number, the abstract of a letter,
    /// which draft it is, urgency.
    fn under_the_star(&self, room: Length) -> Vec<Paragraph> {
        let frame = self.frame;
        let line = |role, text: Option<String>| text.map(|text| Paragraph::new(role, text));
        let urgency = frame.marks.urgency.map(|urgency| place(urgency.words(), self.tone));
        [
            line(Role::Number, frame.numbered.then(|| self.number()))
                .map(|line| self.numbered(line).at(Spot::Number)),
            frame.letter.then(|| {
                let subject = self.balanced(Role::LetterAbstract, &frame.subject.lines(), glue, room);
                self.said(subject, "subject")
            }),
            line(Role::DraftMark, frame.draft.map(|draft| format!("Dự thảo lần {draft}"))),
            line(Role::Urgency, urgency),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The right column grows, within reason, until place and date stand on one line.
    fn letterhead_widths(&self, date: Option<&str>) -> Vec<Length> {
        let whole = self.page.text_width();
        if self.narrow {
            return vec![whole];
        }
        let size = self.profile.style(Role::PlaceDate).size.to_pt();
        let need = date.map_or(0.0, |date| self.fonts.width(date, FaceId::Italic, size)) + SIDES.to_pt();
        let most = self.share(LEFT);
        // Between wide margins there is less room than usual.
        let left = (whole - Length::pt(need)).clamp(LEFT_AT_LEAST.min(most), most);
        vec![left, whole - left]
    }
}
