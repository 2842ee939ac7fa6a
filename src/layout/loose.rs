//! Names hold together where the line has room (convention): a no-break space that leaves the line before it
//! too loose becomes a plain one.

use super::line::{Line, lines};
use crate::fonts::{FaceId, Fonts};
use crate::profile::{Align, Profile, Style};
use crate::text::NO_BREAK_SPACE;
use crate::tree::{Block, Inline, Paragraph, Tree};

/// What a space of a justified line is wider than the face makes it, in its own widths, at most, before what
/// begins the next line gives way: at its first space, `đồng chí | Nguyễn An`.
const MOST: f64 = 1.0;
/// As [`MOST`], before a name gives way inside.
const MOST_WITH_NAME: f64 = 2.0;

/// Frees what leaves lines of running text too loose.
pub(crate) fn free_names(tree: &mut Tree, profile: &Profile, fonts: &Fonts) {
    for section in &mut tree.sections {
        let measure = profile.page_of(section).text_width().to_pt();
        for block in &mut section.blocks {
            if let Block::Paragraph(paragraph) = block
                && !paragraph.loose.is_empty()
            {
                let style = profile.style(paragraph.role);
                if style.align == Align::Justify {
                    Loosened { style, measure, fonts }.free(paragraph);
                }
            }
        }
    }
}

struct Loosened<'a> {
    style: Style,
    measure: f64,
    fonts: &'a Fonts,
}

impl Loosened<'_> {
    fn free(&self, paragraph: &mut Paragraph) {
        let mut line = 0;
        loop {
            let set = self.lines(paragraph);
            let Some(loose) = set.get(line) else { return };
            if self.is_loose(loose, MOST)
                && let Some(freed) = self.freed(paragraph, line, loose.next)
            {
                *paragraph = freed;
            }
            line += 1;
        }
    }

    /// The paragraph with one space of what begins at `next` freed: the first after which the line is not too loose
    /// for a name to stay whole, else the last that the line has room for.
    fn freed(&self, paragraph: &Paragraph, line: usize, next: usize) -> Option<Paragraph> {
        let text = letters(paragraph);
        let end = (next..text.len()).find(|&at| text[at] == ' ').unwrap_or(text.len());
        let mut best = None;
        for &space in paragraph.loose.iter().filter(|space| (next..end).contains(space)) {
            let mut freed = paragraph.clone();
            plain(&mut freed, space);
            let set = self.lines(&freed);
            let own = set.get(line).filter(|own| own.next == space + 1);
            let Some(own) = own else { break };
            let done = !self.is_loose(own, MOST_WITH_NAME);
            best = Some(freed);
            if done {
                break;
            }
        }
        best
    }

    fn lines(&self, paragraph: &Paragraph) -> Vec<Line> {
        lines(paragraph, &self.style, self.measure, self.fonts)
    }

    fn is_loose(&self, line: &Line, most: f64) -> bool {
        let space = self.fonts.width(" ", FaceId::Regular, self.style.size.to_pt());
        let letters = line.spans.iter().flat_map(|span| span.text.chars());
        // A single word is as loose as its line is empty.
        let spaces = letters.filter(|&c| c == ' ').count().max(1);
        line.lack.is_finite() && line.slack > most * space * spaces as f64
    }
}

/// The letters of a paragraph, as its marks count them.
fn letters(paragraph: &Paragraph) -> Vec<char> {
    let mut letters = Vec::new();
    for piece in &paragraph.content {
        match piece {
            Inline::Run(run) => letters.extend(run.text.chars()),
            Inline::Break | Inline::CheckBox { .. } => letters.push(' '),
            Inline::Picture(_) => {}
        }
    }
    letters
}

/// Makes a no-break space a plain one.
fn plain(paragraph: &mut Paragraph, space: usize) {
    let mut before = 0;
    for piece in &mut paragraph.content {
        match piece {
            Inline::Run(run) => {
                let own = run.text.char_indices().nth(space.wrapping_sub(before)).filter(|_| space >= before);
                if let Some((at, NO_BREAK_SPACE)) = own {
                    run.text.replace_range(at..at + NO_BREAK_SPACE.len_utf8(), " ");
                }
                before += run.text.chars().count();
            }
            Inline::Break | Inline::CheckBox { .. } => before += 1,
            Inline::Picture(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::glue_running;
    use crate::tree::{Role, Run};

    /// The lines of a paragraph after names gave way, no-break spaces shown as `_`.
    fn set(text: &str, measure: f64) -> Vec<String> {
        let fonts = Fonts::liberation_serif();
        let style = Profile::hd05().style(Role::Body);
        let glued = glue_running(text);
        let content = vec![Inline::Run(Run::plain(glued.text))];
        let mut paragraph = Paragraph { loose: glued.loose, ..Paragraph::of(Role::Body, content) };
        Loosened { style, measure, fonts: &fonts }.free(&mut paragraph);
        let shown = |line: &Line| line.spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let style = Profile::hd05().style(Role::Body);
        lines(&paragraph, &style, measure, &fonts)
            .iter()
            .map(shown)
            .map(|line| line.replace('\u{a0}', "_"))
            .collect()
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
}
