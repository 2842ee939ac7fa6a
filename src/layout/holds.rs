//! Where the DOCX must hold a line: it ends elsewhere on the page, and a program would end it there. A
//! letter of a paragraph is counted from its first; a forced break and a box are a letter each.

use super::line::{Letter, Line};
use crate::text::{Break, breaks};
use crate::tree::{Inline, Paragraph, box_char};

/// Room beyond the margin, in points, in which a program that rounds may still set a letter: what a tight
/// paragraph gets, and as much again.
const HAIR: f64 = 0.2;

/// The letters of a line and of those after it behind which the line must be held, where it ends before
/// `next` and is `room` wide.
///
/// Each place counts that a program could choose for the line's end: those that come after the end and
/// fit; and in a word that is cut because it is wider than the line, those before the cut.
pub(super) fn holds(letters: &[Letter], next: usize, room: f64) -> Vec<usize> {
    let mut held = Vec::new();
    let Some(begin) = letters.get(next) else { return held };
    let cut = begin.before != Break::May;
    // As wide as the line would be that ended there, without the spaces at its end.
    let (mut width, mut words) = (0.0, 0.0);
    for (index, letter) in letters.iter().enumerate().take_while(|(index, _)| !cut || *index < next) {
        if words > room + HAIR {
            break;
        }
        if letter.before == Break::Held && index > 0 && (cut || index > next) {
            held.push(index - 1);
        }
        width += letter.advance;
        if letter.c != ' ' {
            words = width;
        }
    }
    held
}

/// The letters behind which a paragraph of set lines must be held. A draft, in which people go on typing,
/// holds every hyphen inside a word.
pub(super) fn held(paragraph: &Paragraph, lines: &[Line], draft: bool) -> Vec<usize> {
    let mut held: Vec<usize> = lines.iter().flat_map(|line| &line.holds).copied().collect();
    if draft {
        held.extend(hyphens(paragraph));
        held.sort_unstable();
        held.dedup();
    }
    held
}

/// The hyphens inside words.
fn hyphens(paragraph: &Paragraph) -> Vec<usize> {
    let mut text = Vec::new();
    for piece in &paragraph.content {
        match piece {
            Inline::Run(run) => text.extend(run.text.chars()),
            Inline::Break => text.push(' '),
            Inline::CheckBox { checked } => text.push(box_char(*checked)),
            Inline::Picture(_) => {}
        }
    }
    if !text.contains(&'-') {
        return Vec::new();
    }
    let breaks = breaks(&text);
    let inside = |at: usize| {
        text[at] == '-' && !matches!(text[at - 1], ' ' | '-') && breaks.get(at + 1) == Some(&Break::Held)
    };
    (1..text.len()).filter(|&at| inside(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;
    use crate::layout::line::lines;
    use crate::profile::Profile;
    use crate::tree::{Role, Run};

    /// A paragraph's text with `|` where its line is held.
    fn shown(content: Vec<Inline>, role: Role, measure: f64, draft: bool) -> String {
        let paragraph = Paragraph::of(role, content);
        let set = lines(&paragraph, &Profile::hd05().style(role), measure, &Fonts::liberation_serif());
        let held = held(&paragraph, &set, draft);
        let text: Vec<char> = paragraph.text().chars().collect();
        let mark = |(at, c): (usize, &char)| format!("{c}{}", if held.contains(&at) { "|" } else { "" });
        text.iter().enumerate().map(mark).collect()
    }

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Run(Run::plain(text))]
    }

    #[test]
    fn a_line_is_held_only_where_it_could_break() {
        let issued = |given: &str, measure| shown(text(given), Role::Position, measure, false);
        // All of it stands on the first line.
        assert_eq!(issued("Chi bộ Phòng 7-9 họp", 400.0), "Chi bộ Phòng 7-9 họp");
        // `05-` would have fitted, `05-NQ-` not.
        assert_eq!(issued("Nghị quyết 05-NQ-CB", 100.0), "Nghị quyết 05-|NQ-CB");
        assert_eq!(issued("Nghị quyết 05-NQ-CB", 115.0), "Nghị quyết 05-|NQ-|CB");
        assert_eq!(issued("Nghị quyết 05-NQ-CB", 78.0), "Nghị quyết 05-NQ-CB");
        assert_eq!(issued("nhiệm kỳ 2025–2030", 100.0), "nhiệm kỳ 2025–|2030");
        assert_eq!(issued("kính gửi : chi", 52.0), "kính gửi |: chi");
    }

    #[test]
    fn a_word_that_is_cut_is_held_before_the_cut() {
        assert_eq!(shown(text("nnn-nnnnn-nnnnnnn"), Role::Position, 60.0, false), "nnn-|nnnnn-|nnnnnnn");
    }

    #[test]
    fn a_forced_break_counts_as_a_letter() {
        let mut content = text("a-b");
        content.push(Inline::Break);
        content.extend(text("Nghị quyết 05-NQ"));
        assert_eq!(shown(content, Role::Position, 100.0, false), "a-b Nghị quyết 05-|NQ");
    }

    #[test]
    fn a_draft_holds_every_hyphen_inside_a_word() {
        let given = "Số 05-NQ/CB - là 7-9, - 2025\u{a0}-\u{a0}2030";
        let all = "Số 05-|NQ/CB - là 7-|9, - 2025\u{a0}-|\u{a0}2030";
        assert_eq!(shown(text(given), Role::Body, 400.0, true), all);
        assert_eq!(shown(text(given), Role::Body, 400.0, false), given);
        assert_eq!(shown(text("Số 05-NQ/CB"), Role::Number, 400.0, true), "Số 05-|NQ/CB");
        assert_eq!(shown(text("-----"), Role::Separator, 400.0, true), "-----");
    }
}
