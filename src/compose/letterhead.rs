//! The letterhead: names and star against the title, the number against place and date.

use super::{Composer, date, whole_cells};
use crate::fonts::FaceId;
use crate::rules::DatePlace;
use crate::text::{glue, place, upper};
use crate::tree::{Block, Columns, Inline, Paragraph, Role, Run};
use crate::units::Length;

/// ô 1 (05-HD/VPTW II.I.1.1).
const PARTY_TITLE: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// I.2.2.1: under the issuer's name.
const STAR: &str = "*";
/// The left column of the letterhead; the right one holds the title in one line.
const LEFT: Length = Length::mm(80.0);
/// The least that it keeps when a long place name widens the right one.
const LEFT_AT_LEAST: Length = Length::mm(56.0);
/// Room on both sides of a line that must not break.
const SIDE: f64 = 3.0;

impl Composer<'_> {
    /// ô 1 to 5b, 10 and 11b: names and star against the title, the number and what belongs under it
    /// against place and date; over all of it the label of a form.
    pub(super) fn letterhead(&self) -> Vec<Block> {
        let frame = self.frame;
        let date = frame.dated.then(|| format!("{}, {}", frame.place, date(&frame.date)));
        let widths = self.letterhead_widths(date.as_deref());
        let mut names = Vec::new();
        if let Some(superior) = &frame.issuer.superior {
            names.push(self.balanced(Role::Superior, &upper(superior.as_str()), widths[0]));
        }
        names.push(self.balanced(Role::Issuer, &upper(frame.issuer.name.as_str()), widths[0]));
        names.push(Paragraph::new(Role::Star, STAR));
        let number = self.under_the_star(widths[0]);
        if self.narrow {
            let title = Paragraph::new(Role::PartyTitle, PARTY_TITLE);
            let date = date.map(|date| Paragraph::new(Role::PlaceDateBelow, date));
            let all = std::iter::once(title).chain(names).chain(number).chain(date).collect();
            return vec![Block::Columns(Columns { widths, rows: vec![vec![all]], keep_with_next: false })];
        }
        let mut title = vec![Paragraph::new(Role::PartyTitle, PARTY_TITLE)];
        let date = date.map(|date| Paragraph::new(Role::PlaceDate, date));
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
        let label = frame.form_label.as_ref().map(|label| Paragraph::new(Role::FormLabel, label.as_str()));
        let columns = Columns { widths, rows: whole_cells(rows), keep_with_next: false };
        label.map(Block::Paragraph).into_iter().chain([Block::Columns(columns)]).collect()
    }

    /// ô 3, 5b, 11b and 10, in the order of the diagram (Phụ lục 1): the number, the abstract of a letter,
    /// which draft it is, urgency.
    fn under_the_star(&self, width: Length) -> Vec<Paragraph> {
        let frame = self.frame;
        let line = |role, text: Option<String>| text.map(|text| Paragraph::new(role, text));
        let urgency = frame.marks.urgency.map(|urgency| place(urgency.words(), self.tone));
        [
            line(Role::Number, frame.numbered.then(|| self.number())),
            frame
                .letter
                .then(|| self.balanced(Role::LetterAbstract, &glue(frame.abstract_line.as_str()), width)),
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
        let need = date.map_or(0.0, |date| self.fonts.width(date, FaceId::Italic, size)) + 2.0 * SIDE;
        let left = (whole - Length::pt(need)).clamp(LEFT_AT_LEAST, self.share(LEFT));
        vec![left, whole - left]
    }

    /// A name, or a letter's abstract, broken into lines of about the same length where one line is too
    /// short (I.2: the name stands balanced).
    fn balanced(&self, role: Role, text: &str, width: Length) -> Paragraph {
        let style = self.profile.style(role);
        let face = FaceId::of(style.bold, style.italic);
        let measure = |words: &[&str]| self.fonts.width(&words.join(" "), face, style.size.to_pt());
        let room = (width - style.left - style.right).to_pt() - 2.0 * SIDE;
        let lines = balanced_lines(text, room, measure);
        let mut content = Vec::new();
        for line in lines {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            content.push(Inline::Run(Run::plain(line)));
        }
        Paragraph::of(role, content)
    }
}

/// Words of two syllables that stand in names and are never parted by an office (convention).
const COMPOUNDS: [&str; 13] = [
    "CHI BỘ",
    "CƠ QUAN",
    "ĐẢNG BỘ",
    "ĐẢNG UỶ",
    "ĐẢNG ỦY",
    "KIỂM SÁT",
    "KIỂM TRA",
    "NHÂN DÂN",
    "THÀNH PHỐ",
    "TRUNG ƯƠNG",
    "UỶ BAN",
    "ỦY BAN",
    "VĂN PHÒNG",
];

/// The words of a name, a compound being one.
fn compounds(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        let end = start + word.len();
        let joined = words.last().map(|last| &text[start - last.len() - 1..end]);
        match joined.filter(|joined| COMPOUNDS.contains(&upper(joined).as_str())) {
            Some(joined) => {
                words.pop();
                words.push(joined);
            }
            None => words.push(word),
        }
        start = end + 1;
    }
    words
}

/// A name's lines: as few as its words need, no compound parted unless that costs a line.
fn balanced_lines(text: &str, width: f64, measure: impl Fn(&[&str]) -> f64) -> Vec<String> {
    let join = |lines: Vec<Vec<&str>>| -> Vec<String> { lines.iter().map(|line| line.join(" ")).collect() };
    let (compounds, words) = (compounds(text), text.split(' ').collect::<Vec<_>>());
    let (whole, apart) = (balance(&compounds, width, &measure), balance(&words, width, &measure));
    // Fewer lines would mean that one is too long.
    join(if whole.len() == apart.len() { whole } else { apart })
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
    let count = greedy(width).len();
    // The narrowest column that still gives so few lines, by halving: to a thousandth of a point.
    let (mut narrow, mut wide) = (0.0, width);
    while wide - narrow > 0.001 {
        let middle = (narrow + wide) / 2.0;
        if greedy(middle).len() > count { narrow = middle } else { wide = middle }
    }
    greedy(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(name: &str, width: f64) -> Vec<String> {
        balanced_lines(name, width, |words| words.join(" ").chars().count() as f64)
    }

    #[test]
    fn a_long_name_stands_in_even_lines() {
        let name = "ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ";
        assert_eq!(broken(name, 30.0), ["ĐẢNG BỘ VIỆN KIỂM SÁT", "NHÂN DÂN TỈNH QUẢNG TRỊ"]);
        assert_eq!(broken(name, 60.0), [name]);
        assert_eq!(broken("DÀI-HƠN-CỘT", 5.0), ["DÀI-HƠN-CỘT"]);
    }

    #[test]
    fn a_compound_stays_whole_unless_that_costs_a_line_or_room() {
        let name = "ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH";
        assert_eq!(broken(name, 20.0), ["ĐẢNG BỘ THÀNH PHỐ", "HỒ CHÍ MINH"]);
        assert_eq!(broken(name, 16.0), ["ĐẢNG BỘ THÀNH", "PHỐ HỒ CHÍ MINH"]);
        assert_eq!(broken("Uỷ ban Nhân dân", 7.0), ["Uỷ ban", "Nhân", "dân"]);
    }
}
