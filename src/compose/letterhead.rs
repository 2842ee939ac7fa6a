//! The letterhead: names and star against the title, the number against place and date.

use super::{Composer, date};
use crate::fonts::FaceId;
use crate::rules::DatePlace;
use crate::text::{place, upper};
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
    /// ô 1 to 4 and 11b: names and star against the title, the number against place and date.
    pub(super) fn letterhead(&self) -> Block {
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
        let urgency = self.frame.marks.urgency.map(|urgency| place(urgency.words(), self.tone));
        number.extend(urgency.map(|words| Paragraph::new(Role::Urgency, words)));
        let title = Paragraph::new(Role::PartyTitle, PARTY_TITLE);
        let date = Paragraph::new(Role::PlaceDate, date);
        let rows = match self.profile.date_place() {
            DatePlace::BesideNumber => vec![vec![names, vec![title]], vec![number, vec![date]]],
            DatePlace::UnderTitle => {
                names.extend(number);
                vec![vec![names, vec![title, date]]]
            }
        };
        Block::Columns(Columns { widths, rows, keep_with_next: false })
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
