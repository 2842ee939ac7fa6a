//! Lines: greedy, broken where both LibreOffices break them, exactly as wide as their measure where
//! justified.

use super::holds::holds;
use crate::fonts::{FaceId, Fonts};
use crate::profile::{Align, Style};
use crate::text::{Break, Breaker, is_mark};
use crate::tree::{Inline, Paragraph, box_char, is_box};

/// One line of a paragraph, placed from the left edge of its column, in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    /// What each U+0020 is wider than the face makes it.
    pub(super) extra: f64,
    /// Room that the line's words leave, before they are stretched.
    pub(super) slack: f64,
    /// Room that the next piece lacks to stand on the line too; endless where none may.
    pub(super) lack: f64,
    /// Letters of the paragraph behind which this line would end in some program, if the DOCX did not
    /// hold it there.
    pub(super) holds: Vec<usize>,
}

/// Part of a line in one face.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) face: FaceId,
    pub(super) underline: bool,
    pub(super) text: String,
}

/// A letter with its look and its advance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) c: char,
    face: FaceId,
    underline: bool,
    pub(super) advance: f64,
    /// What a line may do before it.
    pub(super) before: Break,
}

impl Letter {
    /// Whether it looks like the letter before it. A box is a span of its own: no face has it.
    fn continues(&self, before: &Letter) -> bool {
        (self.face, self.underline) == (before.face, before.underline) && !is_box(self.c) && !is_box(before.c)
    }
}

/// Letters that end a line: by the margin, or by force.
struct Broken<'a> {
    letters: &'a [Letter],
    last: bool,
    lack: f64,
    /// Behind which of the stretch's letters the line must be held.
    holds: Vec<usize>,
}

/// Breaks a paragraph into lines of a column `measure` points wide.
pub(super) fn lines(paragraph: &Paragraph, style: &Style, measure: f64, fonts: &Fonts) -> Vec<Line> {
    lines_of(&stretches(paragraph, style, fonts), style, measure)
}

/// As [`lines`], of a paragraph's letters.
pub(super) fn lines_of(stretches: &[Vec<Letter>], style: &Style, measure: f64) -> Vec<Line> {
    let inner = measure - style.left.to_pt() - style.right.to_pt();
    let mut lines = Vec::new();
    let mut before = 0;
    for stretch in stretches {
        let mut start = 0;
        loop {
            let first = if lines.is_empty() { style.first_line.to_pt() } else { 0.0 };
            let (mut broken, next) = broken(&stretch[start..], inner - first);
            broken.holds.iter_mut().for_each(|letter| *letter += before + start);
            let last = broken.last;
            lines.push(place(broken, style, style.left.to_pt() + first, inner - first));
            if last {
                break;
            }
            start += next;
        }
        // A forced break counts as a letter.
        before += stretch.len() + 1;
    }
    if lines.is_empty() {
        let (extra, slack, lack) = (0.0, inner, f64::INFINITY);
        lines.push(Line { spans: Vec::new(), extra, slack, lack, holds: Vec::new() });
    }
    lines
}

/// How wide letters are, in points.
pub(super) fn width(letters: &[Letter]) -> f64 {
    letters.iter().map(|letter| letter.advance).sum()
}

/// The letters between forced breaks.
pub(super) fn stretches(paragraph: &Paragraph, style: &Style, fonts: &Fonts) -> Vec<Vec<Letter>> {
    let mut stretches = vec![Vec::new()];
    for piece in &paragraph.content {
        match piece {
            Inline::Break => stretches.push(Vec::new()),
            // It is alone in its paragraph, and stands on the one empty line of it.
            Inline::Picture(_) => {}
            Inline::Run(run) => {
                let face = FaceId::of(style.bold || run.emphasis.bold, style.italic || run.emphasis.italic);
                let scale = style.size.to_pt() / f64::from(fonts.face(face).metrics.units_per_em);
                let drawn = fonts.face(face);
                let Some(stretch) = stretches.last_mut() else { continue };
                stretch.reserve(run.text.len());
                for c in run.text.chars() {
                    let advance = f64::from(drawn.advance(drawn.glyph(c))) * scale;
                    let underline = run.emphasis.underline;
                    stretch.push(Letter { c, face, underline, advance, before: Break::Never });
                }
            }
            Inline::CheckBox { checked } => {
                let (c, face) = (box_char(*checked), FaceId::Regular);
                if let Some(stretch) = stretches.last_mut() {
                    let advance = style.size.to_pt();
                    stretch.push(Letter { c, face, underline: false, advance, before: Break::Never });
                }
            }
        }
    }
    for stretch in &mut stretches {
        let mut breaker = Breaker::default();
        for index in 0..stretch.len() {
            let letter = |at: usize| stretch.get(at).map(|letter| letter.c);
            let before = breaker.before(index, stretch[index].c, letter);
            stretch[index].before = before;
        }
    }
    stretches
}

/// Fills a line with as many words as fit, and tells where the next one begins; a word wider than a whole line is cut.
fn broken(letters: &[Letter], measure: f64) -> (Broken<'_>, usize) {
    let room = measure + ROUNDING;
    let (end, next) = fill(letters, room);
    let (lack, holds) = (lack(letters, next, room), holds(letters, next, room));
    (Broken { letters: &letters[..end], last: next >= letters.len(), lack, holds }, next)
}

/// How many letters the next line holds, and where the line after it begins.
pub(super) fn fill(letters: &[Letter], room: f64) -> (usize, usize) {
    let mut width = 0.0;
    // The end of the word before, and where the line may end: there, and the next line's begin.
    let (mut word_end, mut fitting) = (0, None);
    for (index, letter) in letters.iter().enumerate() {
        if letter.before == Break::May && index > 0 {
            fitting = Some((word_end, index));
        }
        if letter.c != ' ' {
            if width + letter.advance > room {
                return fitting.unwrap_or_else(|| {
                    let cut = cluster_end(letters, index.max(1));
                    (cut, cut)
                });
            }
            word_end = index + 1;
        }
        width += letter.advance;
    }
    let end = letters.iter().rposition(|letter| letter.c != ' ').map_or(0, |last| last + 1);
    (end, letters.len())
}

/// How much wider than `room` the line were that held the piece at `next` too, or where it cuts a word, the
/// letter there.
fn lack(letters: &[Letter], next: usize, room: f64) -> f64 {
    let Some(begin) = letters.get(next) else { return f64::INFINITY };
    let end = match begin.before {
        Break::May => {
            letters[next + 1..].iter().take_while(|letter| letter.before != Break::May).count() + next + 1
        }
        Break::Never | Break::Held => cluster_end(letters, next + 1),
    };
    let end = letters[..end].iter().rposition(|letter| letter.c != ' ').map_or(0, |last| last + 1);
    width(&letters[..end]) - room
}

/// The place at or behind `index` where no mark is torn from its letter.
fn cluster_end(letters: &[Letter], index: usize) -> usize {
    index + letters[index..].iter().take_while(|letter| is_mark(letter.c)).count()
}

/// Half of a thousandth of a point: sums of advances are not exact, and no reader sees it.
pub(super) const ROUNDING: f64 = 0.0005;

/// Puts a line's letters at their places.
fn place(broken: Broken<'_>, style: &Style, left: f64, room: f64) -> Line {
    let natural: f64 = broken.letters.iter().map(|letter| letter.advance).sum();
    let spaces = broken.letters.iter().filter(|letter| letter.c == ' ').count();
    let (mut x, extra) = match style.align {
        Align::Left => (left, 0.0),
        Align::Center => (left + (room - natural) / 2.0, 0.0),
        Align::Right => (left + room - natural, 0.0),
        Align::Justify if broken.last || spaces == 0 => (left, 0.0),
        Align::Justify => (left, ((room - natural) / spaces as f64).max(0.0)),
    };
    let mut spans = Vec::new();
    for alike in broken.letters.chunk_by(|before, letter| letter.continues(before)) {
        let first = alike[0];
        let (begin, mut width) = (x, 0.0);
        let mut text = String::with_capacity(alike.len() + alike.len() / 2);
        for letter in alike {
            let advance = letter.advance + if letter.c == ' ' { extra } else { 0.0 };
            text.push(letter.c);
            width += advance;
            x += advance;
        }
        spans.push(Span { x: begin, width, face: first.face, underline: first.underline, text });
    }
    Line { spans, extra, slack: room - natural, lack: broken.lack, holds: broken.holds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;
    use crate::tree::{Role, Run};
    use proptest::prelude::*;

    fn fonts() -> &'static Fonts {
        static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
        FONTS.get_or_init(Fonts::liberation_serif)
    }

    fn set(text: &str, role: Role, measure: f64) -> Vec<String> {
        let style = Profile::hd05().style(role);
        lines(&Paragraph::new(role, text), &style, measure, fonts())
            .iter()
            .map(|line| line.spans.iter().map(|span| span.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn breaks_at_spaces_and_keeps_symbols() {
        assert_eq!(
            set("Nghị quyết số 05-NQ/CB của Chi bộ", Role::Position, 100.0),
            ["Nghị quyết số", "05-NQ/CB của", "Chi bộ"]
        );
    }

    #[test]
    fn breaks_after_marks_inside_a_word() {
        assert_eq!(
            set("vấn đề là có/không?Nếu rồi", Role::Position, 100.0),
            ["vấn đề là", "có/không?Nếu", "rồi"]
        );
        assert_eq!(
            set("vấn đề là có/không?Nếu rồi", Role::Position, 125.0),
            ["vấn đề là có/không?", "Nếu rồi"]
        );
        // The dash itself has no room.
        assert_eq!(set("nnnn–nnnn", Role::Position, 33.0), ["nnnn", "–", "nnnn"]);
        assert_eq!(set("nnnn nnn–nnnn", Role::Position, 60.0), ["nnnn nnn–", "nnnn"]);
        assert_eq!(set("nnnn—nnnn", Role::Position, 35.0), ["nnnn", "—", "nnnn"]);
    }

    #[test]
    fn figures_with_a_dash_and_marks_behind_a_space_stay_whole() {
        assert_eq!(set("nhiệm kỳ 2025–2030", Role::Position, 100.0), ["nhiệm kỳ", "2025–2030"]);
        assert_eq!(set("kính gửi : chi bộ", Role::Position, 52.0), ["kính", "gửi : chi", "bộ"]);
    }

    #[test]
    fn a_no_break_space_holds() {
        assert_eq!(
            set("Nghị quyết số\u{a0}05-NQ/CB", Role::Position, 100.0),
            ["Nghị quyết", "số\u{a0}05-NQ/CB"]
        );
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(set("mmmmmmmmmm nn", Role::Position, 60.0), ["mmmmm", "mmmmm", "nn"]);
    }

    #[test]
    fn a_cut_tears_no_mark_from_its_letter() {
        assert_eq!(set("ơ\u{306}ê\u{306}ơ\u{306}", Role::Position, 15.0), ["ơ\u{306}ê\u{306}", "ơ\u{306}"]);
        // Narrower than a letter.
        assert_eq!(set("m\u{300}\u{323}m\u{300}", Role::Position, 2.0), ["m\u{300}\u{323}", "m\u{300}"]);
    }

    #[test]
    fn a_forced_break_ends_the_line_and_an_empty_paragraph_has_one_line() {
        let style = Profile::hd05().style(Role::Issuer);
        let content = vec![Inline::Run(Run::plain("A")), Inline::Break, Inline::Run(Run::plain("B"))];
        assert_eq!(lines(&Paragraph::of(Role::Issuer, content), &style, 100.0, fonts()).len(), 2);
        assert_eq!(lines(&Paragraph::empty(Role::Gap), &style, 100.0, fonts()).len(), 1);
    }

    #[test]
    fn only_full_lines_are_stretched_to_the_margin() {
        let style = Profile::hd05().style(Role::Body);
        let text = "Chi bộ thống nhất ban hành nghị quyết như sau để toàn thể đảng viên thực hiện";
        let set = lines(&Paragraph::new(Role::Body, text), &style, 250.0, fonts());
        let end = |line: &Line| line.spans.last().map_or(0.0, |span| span.x + span.width);
        assert!(set.len() > 1);
        for line in &set[..set.len() - 1] {
            assert!((end(line) - 250.0).abs() < 0.001, "{}", end(line));
        }
        assert_eq!(set[set.len() - 1].extra, 0.0);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_measure(text in "[a-zđươếM ]{0,200}", measure in 40.0..470.0_f64) {
            let style = Profile::hd05().style(Role::Recipient);
            for line in lines(&Paragraph::new(Role::Recipient, text), &style, measure, fonts()) {
                if let Some(last) = line.spans.last() {
                    prop_assert!(last.x + last.width <= measure + 0.001);
                }
            }
        }

        #[test]
        fn no_word_is_lost(text in "[a-zđươế ]{0,300}") {
            let words: Vec<String> = set(&text, Role::Body, 200.0)
                .iter()
                .flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
                .collect();
            prop_assert_eq!(words.concat(), text.split_whitespace().collect::<String>());
        }
    }
}
