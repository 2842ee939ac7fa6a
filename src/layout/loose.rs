//! Names hold together where the line has room (convention): a no-break space that leaves the line before it
//! too loose becomes a plain one.

use super::line::{Letter, ROUNDING, fill, stretches, width};
use crate::fonts::{FaceId, Fonts};
use crate::profile::{Align, Profile, Style};
use crate::tree::{Block, Hints, Paragraph, Tree};

/// What a space of a justified line is wider than the face makes it, in its own widths, at most, before what
/// begins the next line gives way: at its first space, `đồng chí | Nguyễn An`.
const MOST: f64 = 1.0;
/// As [`MOST`], before a name gives way inside.
const MOST_WITH_NAME: f64 = 2.0;

/// Notes what leaves lines of running text too loose: it gives way.
pub(super) fn free_names(tree: &Tree, profile: &Profile, fonts: &Fonts, hints: &mut Hints) {
    for section in tree.sections() {
        let measure = profile.page_of(section).text_width().to_pt();
        for block in &section.blocks {
            if let Block::Paragraph(paragraph) = block
                && !paragraph.loose.is_empty()
                && let Some(number) = paragraph.number
            {
                let style = profile.style(paragraph.role);
                if style.align == Align::Justify {
                    let freed = freed(paragraph, &style, measure, fonts);
                    if !freed.is_empty() {
                        hints.paragraph_mut(number).freed = freed;
                    }
                }
            }
        }
    }
}

/// Which no-break spaces of a paragraph give way, in a column `measure` points wide. Its lines are broken once,
/// and each is broken again where its end gives way.
fn freed(paragraph: &Paragraph, style: &Style, measure: f64, fonts: &Fonts) -> Vec<usize> {
    let space = fonts.width(" ", FaceId::Regular, style.size.to_pt());
    let inner = measure - style.left.to_pt() - style.right.to_pt() + ROUNDING;
    let (mut freed, mut before, mut first) = (Vec::new(), 0, true);
    for letters in stretches(paragraph, style, fonts) {
        let mut start = 0;
        loop {
            let line = Line {
                letters: &letters[start..],
                room: inner - if first { style.first_line.to_pt() } else { 0.0 },
                space,
            };
            let (end, next) = fill(line.letters, line.room);
            first = false;
            if start + next >= letters.len() {
                break;
            }
            let may_give = |at: usize| paragraph.loose.binary_search(&(before + start + at)).is_ok();
            start += match line.gives_way(end, next, may_give) {
                Some(space) => {
                    freed.push(before + start + space);
                    space + 1
                }
                None => next,
            };
        }
        // A forced break counts as a letter.
        before += letters.len() + 1;
    }
    freed
}

/// What is left of a stretch where a line begins, the line's room, and the width of a space.
struct Line<'a> {
    letters: &'a [Letter],
    room: f64,
    space: f64,
}

impl Line<'_> {
    /// The space at which the line ends instead of before `next`: the first of the piece there after which it is
    /// not too loose for a name to stay whole, else the last that the line has room for. `end` is where its words
    /// end.
    fn gives_way(&self, end: usize, next: usize, may_give: impl Fn(usize) -> bool) -> Option<usize> {
        let (words, gap) = (&self.letters[..end], &self.letters[end..next]);
        if !self.is_loose(width(words), spaces(words), MOST) {
            return None;
        }
        // The spaces before the piece are inside the line then.
        let (mut wide, spaces) = (width(words) + width(gap), spaces(words) + spaces(gap));
        let mut last = None;
        for (at, letter) in self.letters.iter().enumerate().skip(next) {
            if letter.c == ' ' || wide > self.room {
                break;
            }
            if may_give(at) {
                last = Some(at);
                if !self.is_loose(wide, spaces, MOST_WITH_NAME) {
                    break;
                }
            }
            wide += letter.advance;
        }
        last
    }

    /// Whether words so wide leave spaces too wide; a single word is as loose as its line is empty.
    fn is_loose(&self, width: f64, spaces: usize, most: f64) -> bool {
        self.room - width > most * self.space * spaces.max(1) as f64
    }
}

fn spaces(letters: &[Letter]) -> usize {
    letters.iter().filter(|letter| letter.c == ' ').count()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::layout::line::lines;
    use crate::text::glue_running;
    use crate::tree::{Inline, Properties, Role, Run, Section};

    /// The lines of a paragraph after names gave way, no-break spaces shown as `_`.
    fn set(text: &str, measure: f64) -> Vec<String> {
        let fonts = Fonts::liberation_serif();
        let style = Profile::hd05().style(Role::Body);
        let glued = glue_running(text);
        let content = vec![Inline::Run(Run::plain(glued.text))];
        let paragraph = Paragraph { loose: glued.loose, ..Paragraph::of(Role::Body, content) };
        let section = Section { blocks: vec![Block::Paragraph(paragraph)], ..Section::default() };
        let tree = Tree::new(Properties::default(), false, vec![section]);
        let paragraph = tree.paragraphs().next().unwrap();
        let mut hints = Hints::default();
        hints.paragraph_mut(0).freed = freed(paragraph, &style, measure, &fonts);
        let set = lines(&hints.printed(paragraph), &style, measure, &fonts);
        let shown =
            set.iter().map(|line| line.spans.iter().map(|span| span.text.as_str()).collect::<String>());
        shown.map(|line| line.replace('\u{a0}', "_")).collect()
    }

    #[test]
    fn a_name_holds_where_the_line_has_room() {
        assert_eq!(
            set("Chi bộ phân công đồng chí Nguyễn Thị Minh Khuê theo dõi việc này", 190.0),
            ["Chi bộ phân công đồng_chí", "Nguyễn_Thị_Minh_Khuê theo dõi", "việc này"]
        );
    }

    #[test]
    fn it_parts_where_nothing_else_tightens_the_line() {
        assert_eq!(
            set("Giao đồng chí Nguyễn Thị Minh Khuê theo dõi", 190.0),
            ["Giao đồng_chí_Nguyễn_Thị", "Minh_Khuê theo dõi"]
        );
        // The record's own no-break spaces never do.
        assert_eq!(
            set("Giao đồng\u{a0}chí\u{a0}Nguyễn\u{a0}Thị\u{a0}Minh\u{a0}Khuê theo dõi", 190.0),
            ["Giao", "đồng_chí_Nguyễn_Thị_Minh_Khuê", "theo dõi"]
        );
    }

    #[test]
    fn the_years_of_a_term_give_way_but_not_its_word() {
        assert_eq!(
            set("thực hiện trong nhiệm kỳ 2025 - 2030 và sau đó", 190.0),
            ["thực hiện trong nhiệm_kỳ", "2025_-_2030 và sau đó"]
        );
    }

    #[test]
    fn many_names_take_no_longer_each() {
        let text = "giao đồng chí Công Tằng Tôn Nữ Thị Phương Thảo phụ trách; ".repeat(10_000);
        let start = Instant::now();
        assert!(set(text.trim_end(), 165.0 * 72.0 / 25.4).len() > 5_000);
        // To set the whole paragraph again for each line takes many minutes.
        assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    }
}
