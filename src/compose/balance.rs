//! Names and abstracts in lines of about the same length, none of which ends inside a word of meaning.

use std::ops::Range;

use super::Composer;
use crate::fonts::FaceId;
use crate::text::{Gap, gaps, upper};
use crate::tree::{Block, Emphasis, Inline, Paragraph, Role, Run, TextAlign};
use crate::units::Length;

/// Room beside a line of a whole column: no rounding of another program may break it.
pub(super) const HAIR: Length = Length::pt(1.0);

/// What words that lean on each other may cost when they are parted, and what a line costs that ends with a
/// word that only leads on, or has one syllable alone. The measure is a full line: two lines that are as much
/// as a third of one longer and shorter than their mean cost 0.22 more than two even ones.
const LEANING: f64 = 0.1;
const LEADING: f64 = 0.3;
const ALONE: f64 = 0.5;

impl Composer<'_> {
    /// A paragraph in lines of about the same length where one line is too short (I.2: the name stands
    /// balanced). `lines` are those of the record, as in a sentence: what belongs together is told by their
    /// capitals, before `print` makes all letters capitals.
    pub(super) fn balanced<S: AsRef<str>>(
        &self,
        role: Role,
        lines: &[S],
        print: fn(&str) -> String,
        room: Length,
    ) -> Paragraph {
        let style = self.profile.style(role);
        let face = FaceId::of(style.bold, style.italic);
        let width = |text: &str| self.fonts.width(text, face, style.size.to_pt());
        let room = (room - style.left - style.right).to_pt();
        let lines = lines.iter().flat_map(|line| broken(line.as_ref(), &print(line.as_ref()), room, width));
        let mut content = Vec::new();
        for line in lines.filter(|line| !line.is_empty()) {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            content.push(Inline::Run(Run::plain(line)));
        }
        Paragraph::of(role, content)
    }

    /// Makes the enacting line of a decision capitals and balances it, and balances what a layout of one's own centres;
    /// where a template emphasises a part of such a line, it stays as it is.
    pub(super) fn enact(&self, blocks: &mut [Block]) {
        let room = self.page.text_width() - HAIR;
        for block in blocks {
            let Block::Paragraph(line) = block else { continue };
            let print: fn(&str) -> String = match line.role {
                Role::Enacting => upper,
                Role::Aligned(TextAlign::Center) | Role::Styled(_, TextAlign::Center) => str::to_owned,
                _ => continue,
            };
            if let Some(lines) = plain_lines(line) {
                line.content = self.balanced(line.role, &lines, print, room).content;
            }
        }
    }
}

/// The lines of a paragraph, where it is nothing but text in its role's own look.
fn plain_lines(paragraph: &Paragraph) -> Option<Vec<String>> {
    let mut lines = vec![String::new()];
    for piece in &paragraph.content {
        match piece {
            Inline::Run(run) if run.emphasis == Emphasis::default() => lines.last_mut()?.push_str(&run.text),
            Inline::Break => lines.push(String::new()),
            Inline::Run(_) | Inline::CheckBox { .. } | Inline::Picture(_) => return None,
        }
    }
    Some(lines)
}

/// The lines of a paragraph whose lines are all broken by force.
pub(super) fn line_count(paragraph: &Paragraph) -> usize {
    1 + paragraph.content.iter().filter(|piece| matches!(piece, Inline::Break)).count()
}

/// The lines of `text`, as `printed`: where it may break is told by the one, how long it is by the other.
fn broken(text: &str, printed: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let is_space = |c| matches!(c, ' ' | '\u{a0}');
    let ends = printed.match_indices(is_space).map(|(at, space)| (at, at + space.len()));
    let ends: Vec<(usize, usize)> = ends.chain([(printed.len(), printed.len())]).collect();
    let mut start = 0;
    let mut words = Vec::with_capacity(ends.len());
    for (end, next) in ends {
        let (width, space) = (width(&printed[start..end]), width(&printed[end..next]));
        words.push(Word { start, end, width, space, gap: Gap::Free });
        start = next;
    }
    // One line tears nothing, and none is fewer.
    if fits(&words, room) {
        return vec![printed.to_owned()];
    }
    words.iter_mut().zip(gaps(text)).for_each(|(word, gap)| word.gap = gap);
    lines(&words, room)
        .into_iter()
        .map(|line| printed[words[line.start].start..words[line.end - 1].end].to_owned())
        .collect()
}

/// A word, where it stands, and what follows it.
struct Word {
    start: usize,
    end: usize,
    width: f64,
    space: f64,
    gap: Gap,
}

/// What lines cost: first what they tear, then how many they are, then how uneven.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Cost {
    torn: u32,
    lines: u32,
    uneven: f64,
}

/// Whether all words have room on one line.
fn fits(words: &[Word], room: f64) -> bool {
    let mut width = 0.0;
    for (index, word) in words.iter().enumerate().rev() {
        width += word.width;
        if width > room {
            return false;
        }
        width += index.checked_sub(1).map_or(0.0, |before| words[before].space);
    }
    true
}

/// The cheapest lines, by dynamic programming: those up to each word follow from those up to the words
/// before it. The squares of the widths are least where the lines are even.
fn lines(words: &[Word], room: f64) -> Vec<Range<usize>> {
    // The cheapest lines up to each word, and where the last of them begins.
    let mut best = vec![(Cost { torn: 0, lines: 0, uneven: 0.0 }, 0)];
    for end in 1..=words.len() {
        let mut cheapest: Option<(Cost, usize)> = None;
        let mut width = 0.0;
        for start in (0..end).rev() {
            width += words[start].width;
            if width > room && start + 1 < end {
                break;
            }
            let cost = best[start].0.with_line(words, start..end, width / room);
            if cheapest.is_none_or(|(cheapest, _)| cost < cheapest) {
                cheapest = Some((cost, start));
            }
            width += start.checked_sub(1).map_or(0.0, |before| words[before].space);
        }
        best.extend(cheapest);
    }
    let mut lines = Vec::new();
    let mut end = words.len();
    while end > 0 {
        let start = best[end].1;
        lines.push(start..end);
        end = start;
    }
    lines.reverse();
    lines
}

impl Cost {
    /// With one more line, which fills that share of the room.
    fn with_line(self, words: &[Word], line: Range<usize>, share: f64) -> Cost {
        let last = line.end == words.len();
        let (torn, gap) = match words[line.end - 1].gap {
            _ if last => (0, 0.0),
            Gap::Free => (0, 0.0),
            Gap::Leaning => (0, LEANING),
            Gap::Leading => (0, LEADING),
            Gap::Torn(torn) => (torn, 0.0),
        };
        let alone = if line.len() == 1 && words.len() > 1 { ALONE } else { 0.0 };
        Cost {
            torn: self.torn.saturating_add(torn),
            lines: self.lines + 1,
            uneven: self.uneven + share * share + gap + alone,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fonts::Fonts;
    use crate::text::glue;

    /// Each name, then its lines in the widest and the narrowest column of a letterhead, reviewed by eye.
    const NAMES: &str = include_str!("../../tests/data/names.txt");
    /// Each abstract, then its lines on a sheet.
    const ABSTRACTS: &str = include_str!("../../tests/data/abstracts.txt");

    fn set(text: &str, printed: &str, room: f64) -> Vec<String> {
        static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
        let fonts = FONTS.get_or_init(Fonts::liberation_serif);
        broken(text, printed, room, |text| fonts.width(text, FaceId::Bold, 14.0))
    }

    /// In a face whose letters are all as wide as a point.
    fn broken_at(text: &str, room: usize) -> Vec<String> {
        broken(text, &upper(text), room as f64, |text| text.chars().count() as f64)
    }

    #[test]
    fn names_stand_in_the_lines_that_an_office_would_choose() {
        let rooms = [("80", Length::mm(80.0)), ("56", Length::mm(56.0))];
        let (mut name, mut other) = ("", Vec::new());
        for line in NAMES.lines() {
            let Some((column, expected)) = line.trim().split_once(": ").filter(|_| line.starts_with(' '))
            else {
                name = line;
                continue;
            };
            let room = rooms.iter().find(|(label, _)| *label == column).unwrap().1;
            let lines = set(name, &upper(name), (room - Length::pt(6.0)).to_pt()).join(" | ");
            if lines != expected {
                other.push(format!("{name} in {column} mm: {lines}, not {expected}"));
            }
        }
        assert!(other.is_empty(), "{}", other.join("\n"));
    }

    #[test]
    fn abstracts_stand_in_even_lines() {
        let mut text = "";
        for line in ABSTRACTS.lines() {
            match line.strip_prefix("  ") {
                Some(expected) => {
                    let lines = set(text, &glue(text), (Length::mm(165.0) - HAIR).to_pt());
                    assert_eq!(lines.join(" | ").replace('\u{a0}', " "), expected);
                }
                None => text = line,
            }
        }
    }

    #[test]
    fn what_is_wider_than_the_column_is_broken_at_its_weakest_place() {
        assert_eq!(broken_at("tỉnh Quảng Trị", 10), ["TỈNH", "QUẢNG TRỊ"]);
        assert_eq!(broken_at("tỉnh Quảng Trị", 5), ["TỈNH", "QUẢNG", "TRỊ"]);
        assert_eq!(broken_at("Đảng bộ trách nhiệm hữu hạn", 11), ["ĐẢNG BỘ", "TRÁCH NHIỆM", "HỮU HẠN"]);
        assert_eq!(broken_at("DÀI-HƠN-CỘT", 5), ["DÀI-HƠN-CỘT"]);
        assert_eq!(broken_at("", 5), [""]);
    }

    #[test]
    fn a_no_break_space_holds_and_stays() {
        assert_eq!(broken_at("Bình Hải\u{a0}An Khang", 10), ["BÌNH", "HẢI\u{a0}AN", "KHANG"]);
        assert_eq!(broken_at("a\u{a0}\u{a0}b c", 4), ["A\u{a0}\u{a0}B", "C"]);
        // Letters are never torn.
        assert_eq!(broken_at("Công\u{a0}an", 5), ["CÔNG", "AN"]);
    }

    #[test]
    fn a_conjunction_begins_a_line_and_no_syllable_stands_alone() {
        assert_eq!(broken_at("về tu bổ và gìn giữ", 11), ["VỀ TU BỔ", "VÀ GÌN GIỮ"]);
        assert_eq!(broken_at("một hai ba bốn năm", 15), ["MỘT HAI BA", "BỐN NĂM"]);
    }

    proptest! {
        #[test]
        fn no_line_ends_inside_a_compound_where_each_has_room(
            words in prop::collection::vec(prop::sample::select(vec![
                "công an", "đại học", "khoa học", "nhiệm kỳ", "toà án", "tòa án", "Uỷ ban", "nhân dân", "dân tộc",
                "cơ sở", "và", "của", "Sở", "tỉnh Quảng Trị,", "Hồ Chí Minh,", "số 12",
            ]), 1..24),
            room in 19_usize..60,
        ) {
            let text = words.join(" ");
            let lines = broken_at(&text, room);
            prop_assert_eq!(lines.join(" "), upper(&text));
            prop_assert!(lines.iter().all(|line| line.chars().count() <= room));
            // Each word is whole in one of the lines.
            let mut rest = lines.iter().map(String::as_str);
            let mut line = rest.next().unwrap();
            for word in words {
                let word = upper(word);
                if line.is_empty() {
                    line = rest.next().unwrap();
                }
                prop_assert!(line.starts_with(&word), "{} in {:?}", word, lines);
                line = line[word.len()..].trim_start();
            }
        }

        #[test]
        fn any_text_is_broken_and_nothing_lost(text in "[a-zA-ZđĐ0-9\u{a0} ,.“”()/–-]{0,80}", room in 1_usize..40) {
            let lines = broken_at(&text, room);
            prop_assert_eq!(lines.join(" ").replace('\u{a0}', " "), upper(&text).replace('\u{a0}', " "));
        }
    }
}
