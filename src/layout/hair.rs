//! A hair of room: programs round widths otherwise than the layout, LibreOffice to whole twips, so that a
//! word which fits, or misses its line, by less than that stands elsewhere. The DOCX widens or narrows the
//! lines of such a paragraph by as little, and each program breaks them at the same words.

use super::line::Line;

/// What no program's rounding takes, in points (measured in LibreOffice 7.4 and 25.2).
const HAIR: f64 = 0.1;
/// A twip, in points.
const TWIP: f64 = 0.05;

/// By how many twips the DOCX widens a paragraph's lines: by none where each is a hair from its limit on
/// either side, else by what takes the nearest of them farthest away from it.
pub(super) fn widened(lines: &[Line]) -> i32 {
    let set = || lines.iter().filter(|line| !line.spans.is_empty());
    let slack = set().map(|line| line.slack).fold(f64::INFINITY, f64::min);
    let lack = set().map(|line| line.lack).fold(f64::INFINITY, f64::min);
    let distance = |twips: i32| {
        let by = f64::from(twips) * TWIP;
        (slack + by).min(lack - by).min(HAIR)
    };
    [2, -2, 1, -1]
        .into_iter()
        .fold(0, |best, twips| if distance(twips) > distance(best) { twips } else { best })
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::fonts::Fonts;
    use crate::layout::line::lines;
    use crate::profile::Profile;
    use crate::tree::{Paragraph, Role};
    use proptest::prelude::*;

    const TEXT: &str = "Chi bộ thống nhất ban hành nghị quyết";

    fn set_text(text: &str, measure: f64) -> Vec<Line> {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        let fonts = FONTS.get_or_init(Fonts::liberation_serif);
        let paragraph = Paragraph::new(Role::Position, text);
        lines(&paragraph, &Profile::hd05().style(Role::Position), measure, fonts)
    }

    fn set(measure: f64) -> Vec<Line> {
        set_text(TEXT, measure)
    }

    fn text(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.spans.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_word_that_misses_its_line_by_a_hair_is_kept_off() {
        let whole = set(1000.0)[0].slack;
        let width = 1000.0 - whole;
        assert_eq!(set(width - 0.02).len(), 2);
        assert_eq!(widened(&set(width - 0.02)), -2);
        assert_eq!(widened(&set(width - 0.2)), 0);
        assert_eq!(widened(&set(width + 0.02)), 2);
        assert_eq!(widened(&set(width + 0.2)), 0);
        // Nothing stands on the line, nothing misses it.
        assert_eq!(widened(&set_text("", 1.0)), 0);
    }

    proptest! {
        #[test]
        fn in_the_widened_measure_lines_break_at_the_same_words(measure in 40.0..240.0_f64) {
            let set_so = set(measure);
            let by = f64::from(widened(&set_so)) * TWIP;
            for rounding in [-0.02, 0.02] {
                prop_assert_eq!(text(&set(measure + by + rounding)), text(&set_so));
            }
        }
    }
}
