//! Hướng dẫn 05-HD/VPTW, ngày 27/5/2026: its figures, each with its clause (phần II; PL2 is its
//! Phụ lục 2). Where a clause gives a range, the value inside it is the one an office would choose.

use super::style::{Page, Rule, Style};
use super::{DatePlace, Ink, Layout, NotePlace, Profile, ProfileId};
use crate::tree::Role;
use crate::units::Length;

/// IV.3, IV.4.1: A4, margins 20/20/30/15 mm; IV.5.1: the page number 10 mm from the top edge.
pub(super) const PAGE: Page = Page {
    width: Length::of_twips(11906),
    height: Length::of_twips(16838),
    top: Length::mm(20.0),
    bottom: Length::mm(20.0),
    left: Length::mm(30.0),
    right: Length::mm(15.0),
    header: Length::mm(10.0),
};

/// I.6.2.2: the first line goes in by 10 mm.
const INDENT: Length = Length::mm(10.0);
/// I.6.2.2: lines exactly 18 to 22 pt apart.
const PITCH: f64 = 18.0;
/// I.6.2.2: at least 6 pt between paragraphs.
const GAP: f64 = 6.0;
/// Header and signature stand in single lines of 14 pt letters (convention).
const SINGLE: f64 = 17.0;

/// Where the names of several addressees begin (convention).
const ADDRESSEE: Length = Length::mm(50.0);
/// What the dash before such a name is wide, with its space.
const DASH: Length = Length::pt(8.0);

/// Between the body and the signature (convention).
const CLOSING: f64 = 12.0;

pub(super) fn profile() -> Profile {
    Profile {
        id: ProfileId::Hd05,
        page: PAGE,
        layout: Layout::default(),
        // I.6.2.3: `;` after each căn cứ, `.` after the last.
        basis_marks: (";", "."),
        // I.9.2.5: `;` after each recipient and addressee, `.` after the last.
        recipient_marks: (";", "."),
        // As the guidance's own file has it.
        date_place: DatePlace::BesideNumber,
        no_broadcast: "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        // II.4.1: 10 mm above the bottom edge of the last page.
        no_broadcast_place: NotePlace::Foot,
        // I.3.1.2a: as that of quyết định.
        regulation_code: "QĐ",
        // I.9.2.4.
        submission_label: "Kính trình:",
        // I.5.2.3, its example.
        letter_abstract: Some("về việc "),
        replaced: Vec::new(),
        free: None,
    }
}

pub(super) fn style(role: Role) -> Style {
    let body = Style::new(14.0, PITCH).justified().after(GAP).first_line(INDENT);
    let header = Style::new(14.0, SINGLE).centered();
    let heading = Style::new(14.0, PITCH).bold().centered().kept();
    match role {
        // PL2.1: 15 pt bold capitals; I.1.2: a solid line below, as long as the title.
        Role::PartyTitle => Style::new(15.0, SINGLE).bold().centered().ruled(TITLE_RULE),
        // PL2.2: 14 pt capitals, the upper body regular, the issuer bold.
        Role::Superior => header,
        Role::Issuer => header.bold(),
        // I.2.2.1: the star; its size is a convention.
        Role::Star => header,
        // PL2.3 and PL2.4: 14 pt, the number upright, place and date italic.
        Role::Number => header,
        Role::PlaceDate | Role::PlaceDateBelow => header.italic(),
        // II.4.2, PL2.12: 14 pt italic.
        Role::DraftMark => header.italic().before(GAP),
        // II.3, PL2.11: 14 pt bold capitals.
        Role::Urgency => header.bold().before(GAP),
        // II.4.1, PL2.12: 12 pt bold capitals; it stands at the right, under the title's axis.
        Role::Circulation => Style { left: Length::mm(80.0), ..Style::new(12.0, 14.0).bold().centered() },
        Role::NoBroadcast => Style::new(12.0, 14.0).bold().centered(),
        // II.6, PL2.14: 10 pt, under a line as long as the text is wide.
        Role::Contact => Style::new(10.0, 12.0).centered().ruled(CONTACT_RULE),
        // II.1; as in the signed original: label and title bold, the paper italic.
        Role::AppendixLabel => Style::new(14.0, PITCH).bold().centered().kept(),
        Role::AppendixTitle => Style::new(14.0, PITCH).bold().centered().kept().outlined(2),
        Role::AppendixOf => Style::new(14.0, PITCH).italic().centered().kept(),
        // II.III, PL3: under a line as wide as the text, in red; the heading 13 pt bold capitals, the rows small enough
        // for two lines each in 50 mm (convention).
        Role::CopyRule => Style::new(6.0, 12.0).before(12.0).kept().ruled(CONTACT_RULE),
        Role::StampTitle => Style::new(13.0, 16.0).bold().centered().before(4.0).after(2.0).inked(Ink::Red),
        Role::StampLine => Style::new(11.0, 12.0).inked(Ink::Red),
        Role::FootRoom => Style::new(10.0, 12.0),
        // II.5, PL2.13: 11 pt.
        Role::DrafterMark => Style::new(11.0, 13.0).before(GAP),
        // PL2.5: type name 15 to 16 pt, abstract 14 to 15 pt, both bold and centred.
        Role::TypeName => Style::new(16.0, 20.0).bold().centered().before(24.0).kept().outlined(1),
        Role::AuthorLine => Style::new(14.0, PITCH).centered().kept(),
        Role::Abstract => Style::new(14.0, PITCH).bold().centered().kept(),
        // I.5.2.1: five hyphens; bold as in the signed original of 2018.
        Role::Separator => Style::new(14.0, PITCH).bold().centered().after(12.0).kept(),
        // PL2.6: 14 to 15 pt; I.6.2.2: justified.
        Role::Body | Role::Basis | Role::Item(_) => body,
        // The outline is not regulated; as in the signed originals: bold, bold, bold italic, plain.
        Role::Heading(level) => match level.get() {
            1 => body.bold().kept().outlined(2),
            2 => body.bold().kept().outlined(3),
            3 => body.bold().italic().kept().outlined(4),
            level => body.kept().outlined(level + 1),
        },
        // I.6.2.4a-b: label and name each on a line of its own, 14 to 15 pt bold, centred.
        Role::GroupingLabel(_) => heading.before(12.0),
        Role::GroupingName(grouping) => heading.after(GAP).outlined(grouping.depth() + 1),
        // I.6.2.4c: label and name bold, indented like a paragraph.
        Role::Article => body.bold().kept().outlined(5),
        // I.6.2.4d-đ: upright; so is an article's text where it has no name.
        Role::ArticleText | Role::Clause | Role::Point => body,
        Role::Gap => Style::new(14.0, 12.0).kept(),
        // PL2.9: label 14 pt, list 12 pt.
        Role::RecipientsLabel => Style::new(14.0, SINGLE).before(CLOSING),
        Role::Recipient => Style::new(12.0, 14.0).hanging(Length::pt(7.0)),
        // PL2.7: 14 pt capitals, the authority bold, the position not.
        Role::Authority => header.bold().before(CLOSING),
        Role::Position => header,
        // Room for the signature: 28 mm, about four lines (convention: 25 to 30 mm).
        Role::SignatureSpace => Style { pitch: Length::pt(80.0), ..header },
        // I.7.1.4e; no row in PL2: as the position (convention).
        Role::Confirmation => header.before(CLOSING),
        // PL2.8: 14 pt bold.
        Role::SignerName => header.bold(),
        // IV.5.1, PL2.15: 14 pt upright, centred.
        Role::PageNumber => Style::new(14.0, 16.0).centered(),
        // Half a point: whole points leave at least as much at the foot of a page of 728.5 pt, so that
        // this paragraph never makes a page of its own.
        Role::End => Style::new(1.0, 0.5),
        // As offices print it over a form (convention).
        Role::FormLabel => Style::new(12.0, 14.0).bold().right().after(GAP),
        // PL2.5: 12 pt italic; some room to the date beside it.
        Role::LetterAbstract => Style {
            left: Length::mm(3.0),
            right: Length::mm(3.0),
            ..Style::new(12.0, 14.0).italic().centered().before(GAP)
        },
        // PL2.9: 14 pt, the label italic (which compose sees to), the names upright, 14 to 15 pt.
        Role::Address => Style::new(14.0, PITCH).centered().before(18.0).after(12.0).kept(),
        Role::Addressee => Style {
            left: ADDRESSEE,
            first_line: Length::of_twips(-DASH.twips()),
            ..Style::new(14.0, PITCH).after(GAP)
        },
        // On personal forms alone (convention).
        Role::SignHint => header.italic(),
        // Tables are not regulated: 12 pt in single lines (convention).
        Role::TableHead => Style::new(12.0, 14.0).bold().centered(),
        Role::TableText(align) => Style::new(12.0, 14.0).aligned(align),
        Role::ColumnText(align) => Style::new(14.0, SINGLE).aligned(align),
        Role::TableCaption => Style::new(14.0, PITCH).bold().centered().after(GAP).kept(),
        Role::TableGap => Style::new(1.0, GAP),
        // Not in the guidance: about 23 mm high (convention).
        Role::Emblem => Style { pitch: Length::pt(80.0), ..header },
        // As the decisions of the Central Committee print it (convention).
        // A layout of one's own says how these look.
        Role::Aligned(align) | Role::Styled(_, align) => body.first_line(Length::ZERO).aligned(align),
        Role::Enacting => Style::new(14.0, PITCH).bold().centered().before(GAP).after(GAP).kept(),
    }
}

/// I.1.2: as long as `ĐẢNG CỘNG SẢN VIỆT NAM` in 15 pt bold, 206.7 pt, and a hair more: in the DOCX
/// it is the room that the title has.
const TITLE_RULE: Rule = Rule { width: Length::pt(1.0), length: Length::of_twips(4140), above: false };

/// II.6: as long as the text is wide, on whatever sheet.
const CONTACT_RULE: Rule = Rule { width: Length::pt(0.5), length: PAGE.height, above: true };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{FaceId, Fonts};
    use crate::tree::{Grouping, Level};

    #[test]
    fn the_rule_is_as_long_as_the_title() {
        let width = Fonts::liberation_serif().width("ĐẢNG CỘNG SẢN VIỆT NAM", FaceId::Bold, 15.0);
        assert!((0.1..0.5).contains(&(TITLE_RULE.length.to_pt() - width)), "{width}");
    }

    /// Else the paragraph after the closing columns could make an empty page.
    #[test]
    fn every_height_is_whole_points() {
        let heading = |n| Role::Heading(Level::new(n).unwrap());
        let roles = [
            Role::PartyTitle,
            Role::Superior,
            Role::Number,
            Role::DraftMark,
            Role::TypeName,
            Role::AuthorLine,
        ];
        let more = [
            Role::Abstract,
            Role::Separator,
            Role::Body,
            heading(1),
            heading(4),
            Role::GroupingLabel(Grouping::Chapter),
            Role::GroupingName(Grouping::Chapter),
            Role::Article,
            Role::Clause,
            Role::Gap,
            Role::RecipientsLabel,
        ];
        let last = [Role::Recipient, Role::Authority, Role::SignatureSpace, Role::SignerName, Role::Emblem];
        for role in roles.into_iter().chain(more).chain(last) {
            let style = style(role);
            for height in [style.pitch, style.before, style.after] {
                assert_eq!(height.twips() % 20, 0, "{role:?}");
            }
        }
        let sheets = [PAGE, PAGE.turned(), PAGE.turned().bound_at_both_ends(), PAGE.halved()];
        for sheet in sheets {
            assert!(sheet.text_height().twips() % 20 >= style(Role::End).pitch.twips(), "{sheet:?}");
        }
        // A hair less than the 20 and 30 mm that they would have.
        let bottoms = [sheets[2], sheets[3]].map(|sheet| format!("{:.1}", sheet.bottom.to_mm()));
        assert_eq!(bottoms, ["29.9", "19.9"]);
    }
}
