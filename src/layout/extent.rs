//! How much room the letters of a paragraph ask for, before they stand on lines.

use super::line::{Letter, ROUNDING, fill, stretches, width};
use crate::fonts::Fonts;
use crate::profile::Style;
use crate::text::Break;
use crate::tree::Paragraph;

/// How wide the text of a paragraph is, in points.
pub(super) struct Extent {
    /// Its longest piece that no line parts.
    pub(super) piece: f64,
    /// Its longest line where none but a forced break ends one.
    pub(super) natural: f64,
}

/// How many lines a paragraph's letters take.
pub(super) fn line_count(stretches: &[Vec<Letter>], style: &Style, measure: f64) -> usize {
    let inner = measure - style.left.to_pt() - style.right.to_pt();
    let mut count = 0;
    for stretch in stretches {
        let mut start = 0;
        loop {
            let room = inner - if count == 0 { style.first_line.to_pt() } else { 0.0 };
            let (_, next) = fill(&stretch[start..], room + ROUNDING);
            count += 1;
            start += next;
            if start >= stretch.len() {
                break;
            }
        }
    }
    count
}

/// Measures a paragraph's letters without breaking them.
pub(super) fn extent(stretches: &[Vec<Letter>], style: &Style) -> Extent {
    let aside = style.left.to_pt() + style.right.to_pt();
    let mut extent = Extent { piece: 0.0, natural: 0.0 };
    for stretch in stretches {
        extent.natural = extent.natural.max(width(stretch) + aside + style.first_line.to_pt().max(0.0));
        extent.piece = pieces(stretch).map(|piece| width(piece) + aside).fold(extent.piece, f64::max);
    }
    extent
}

/// The longest piece of a paragraph that no line parts, and its width.
pub(super) fn longest_piece(paragraph: &Paragraph, style: &Style, fonts: &Fonts) -> (f64, String) {
    let stretches = stretches(paragraph, style, fonts);
    let pieces = stretches.iter().flat_map(|stretch| pieces(stretch));
    let longest = pieces.max_by(|one, other| width(one).total_cmp(&width(other))).unwrap_or_default();
    (width(longest), longest.iter().map(|letter| letter.c).collect())
}

/// What no line parts, unless it is longer than one.
fn pieces(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    let pieces = letters.chunk_by(|_, next| next.before != Break::May);
    // A space at the end of a line takes no room.
    pieces.map(|piece| &piece[..piece.iter().rposition(|letter| letter.c != ' ').map_or(0, |last| last + 1)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::lines_of;
    use crate::profile::Profile;
    use crate::tree::Role;

    const TEXT: &str = "Chi bộ thống nhất ban hành nghị quyết như sau để toàn thể đảng viên thực hiện";

    #[test]
    fn as_many_lines_are_counted_as_are_set() {
        let fonts = Fonts::liberation_serif();
        for role in [Role::Body, Role::Position] {
            let style = Profile::hd05().style(role);
            for text in [TEXT, "", "một\u{a0}từ"] {
                let letters = stretches(&Paragraph::new(role, text), &style, &fonts);
                for measure in [30.0, 80.0, 200.0, 1000.0] {
                    let count = lines_of(&letters, &style, measure).len();
                    assert_eq!(line_count(&letters, &style, measure), count, "{text} {measure}");
                }
            }
        }
    }

    #[test]
    fn the_longest_piece_is_what_no_line_parts() {
        let longest = |text: &str| {
            let style = Profile::hd05().style(Role::Position);
            longest_piece(&Paragraph::new(Role::Position, text), &style, &Fonts::liberation_serif()).1
        };
        assert_eq!(longest("có  05-NQ/CB  một"), "05-NQ/CB");
        assert_eq!(longest("năm\u{a0}2026 1.250"), "năm\u{a0}2026");
        assert_eq!(longest("đúng?Sai!Không một"), "Không");
        assert_eq!(longest(""), "");
    }
}
