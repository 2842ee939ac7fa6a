//! The form of a copy: a line as wide as the text, and below it who copied what, when and for whom.

use super::{Asked, Composer, date, end};
use crate::parts::{Body, Copying, Frame, Issuer};
use crate::profile::{Profile, ProfileId};
use crate::text::{glue, upper};
use crate::tree::{Block, Columns, Inline, Paragraph, Role, Run, Section, Spot, Stamp};
use crate::units::{Length, PerSheet};
use crate::wording::Tagging;

/// The stamped frame, 80 by 50 mm (05-HD/VPTW PL3); its inner margin is a convention.
const STAMP: Stamp = Stamp { width: Length::mm(80.0), height: Length::mm(50.0), padding: Length::mm(2.5) };

/// Its heading.
const STAMP_TITLE: &str = "BẢN SAO VĂN BẢN";

impl Composer<'_> {
    /// The form alone: a page behind those of a paper that was not made here.
    pub(super) fn form_of_a_copy(&self, copying: Copying) -> Section {
        let mut blocks = self.certified(copying);
        end(&mut blocks);
        Section { blocks, pages_before: copying.pages_before, ..Section::default() }
    }

    /// The form under the last line of a paper, on its last page or, where that has no room, on one more.
    pub(super) fn certify(&self, copy: &Frame, sections: &mut Vec<Section>) {
        let Some(copying) = copy.copying else { return };
        // Who copies signs, not who signed the paper.
        sections.iter_mut().for_each(Section::forget_spots);
        // A sheet that is cut has no room for anything else.
        if sections.last().is_none_or(|last| last.per_sheet != PerSheet::One) {
            sections.push(Section::default());
        }
        let Some(last) = sections.last_mut() else { return };
        let page = self.profile.page_of(last);
        // What is filled in there is of another record.
        let asked = Asked { tagging: Tagging::None, ..self.asked };
        let own = Profile::named(copy.profile.unwrap_or(self.profile.id()));
        // A paper that ends in a table, or in columns, must not let go of the form's line.
        end(&mut last.blocks);
        last.blocks.extend(
            Composer { frame: copy, profile: &own, page, narrow: false, asked, ..*self }.certified(copying),
        );
        let room = if last.foot.is_empty() { Vec::new() } else { self.foot_room() };
        last.blocks.extend(room.into_iter().map(|line| Block::Paragraph(line.kept())));
        end(&mut last.blocks);
    }

    fn certified(&self, copying: Copying) -> Vec<Block> {
        let guidance = self.frame.profile.unwrap_or(self.profile.id());
        let whole = self.page.text_width();
        let half = Length::of_twips(whole.twips() / 2);
        let right = whole - half;
        let words = copying.form.words(guidance);
        let mut second = Vec::new();
        let (first, stamp) = match guidance {
            ProfileId::Hd05 => (self.stamp(words), Some(STAMP)),
            ProfileId::Hd36 => {
                // ô 16 and 17 stand beside 14 and 15 (Phụ lục 2).
                second.push(self.balanced(Role::Issuer, &[words], upper, right));
                second.push(Paragraph::new(Role::PlaceDateBelow, self.copied_where()).at(Spot::Date));
                (self.copier(half), None)
            }
        };
        second.extend(self.signers().own.iter().flat_map(|own| self.signature(own, right)));
        let rule = Columns {
            widths: vec![whole],
            // A table of one row that may not split lets go of what follows it, in LibreOffice.
            rows: vec![vec![vec![Paragraph::empty(Role::CopyRule)]], vec![vec![Paragraph::empty(Role::End)]]],
            keep_with_next: true,
            at_foot: false,
            stamp: None,
        };
        let form = Columns {
            widths: vec![half, right],
            rows: super::whole_cells(vec![vec![first, second]]),
            keep_with_next: false,
            at_foot: false,
            stamp,
        };
        vec![Block::Columns(rule), Block::Paragraph(Paragraph::empty(Role::End).kept()), Block::Columns(form)]
    }

    /// The five rows of the stamped form (05-HD/VPTW II.III, PL3).
    fn stamp(&self, form: &str) -> Vec<Paragraph> {
        let frame = self.frame;
        let number = self.number().replacen("Số", "", 1);
        let rows = [
            ("Cơ quan, tổ chức sao", copying_body(&frame.issuer)),
            ("Số, ký hiệu bản sao", number.trim_start_matches(' ').to_owned()),
            ("Hình thức sao", form.to_owned()),
            ("Địa danh và ngày tháng năm sao", self.copied_where()),
            ("Nơi nhận bản sao", listed(frame)),
        ];
        let line = |(label, text): (&str, String)| {
            let text = if text.is_empty() { format!("{label}:") } else { format!("{label}: {text}") };
            Paragraph::of(Role::StampLine, vec![Inline::Run(Run::plain(glue(&text)))])
        };
        let title = Paragraph::new(Role::StampTitle, STAMP_TITLE);
        std::iter::once(title).chain(rows.into_iter().map(line)).collect()
    }

    /// ô 14, 15 and 20 of 36-HD/VPTW: who copied, the number, the recipients of the copy.
    fn copier(&self, room: Length) -> Vec<Paragraph> {
        let issuer = &self.frame.issuer;
        let superior = issuer.superior.iter();
        let mut lines: Vec<Paragraph> =
            superior.map(|superior| self.balanced(Role::Superior, &superior.lines(), upper, room)).collect();
        lines.push(self.balanced(Role::Issuer, &issuer.name.lines(), upper, room));
        lines.push(Paragraph::new(Role::Number, self.number()).at(Spot::Number));
        lines.extend(self.recipients());
        lines
    }

    fn copied_where(&self) -> String {
        format!("{}, {}", self.frame.place, date(&self.frame.date))
    }
}

/// Who copied, in a line: a body of a committee with the committee's name, unless its own tells it.
fn copying_body(issuer: &Issuer) -> String {
    let own = matches!(
        issuer.body(),
        Some(
            Body::Inspection
                | Body::Department
                | Body::Office
                | Body::Steering
                | Body::Subcommittee
                | Body::Council
        )
    );
    let told = Issuer::new(issuer.name.clone()).told_code().is_some();
    match &issuer.superior {
        Some(superior) if own && !told => format!("{} {superior}", issuer.name).replace('\n', " "),
        _ => issuer.name.to_string().replace('\n', " "),
    }
}

/// The recipients of the copy in a line.
fn listed(frame: &Frame) -> String {
    let names: Vec<String> =
        frame.recipients.iter().map(|name| name.to_string().replace('\n', " ")).collect();
    if names.is_empty() { String::new() } else { format!("{}.", names.join("; ")) }
}
