//! Numbers of an outline's headings and items: which label comes next.

use crate::text::{point_letter, roman};
use crate::tree::Level;

/// Đề mục: the counters of an outline of five levels.
///
/// No regulation fixes these labels; papers of the Central Committee print most of them:
///
/// | level | label | counts by |
/// |---|---|---|
/// | 1 | `I- ` | Roman figures |
/// | 2 | `1. ` | figures |
/// | 3 | `1.1. ` | the figure of level 2, then its own |
/// | 4 | `a) ` | Vietnamese letters: a b c d đ e g … |
/// | 5 | `- ` | nothing |
#[doc(alias = "đề mục")]
#[doc(alias = "số thứ tự")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// How many of each level there have been since the last one of a level above.
    counts: [u32; Level::ALL.len()],
}

impl Outline {
    /// The label of the next heading or item of `level`, with the space after it. Every deeper
    /// level begins anew.
    ///
    /// A level may be left out, because small papers do so: points directly under a part are
    /// `a)`, and level 3 before any level 2 counts alone, `1. `, rather than `0.1. `.
    pub fn next(&mut self, level: Level) -> String {
        let mut own = 0;
        for (other, count) in Level::ALL.into_iter().zip(&mut self.counts) {
            if other == level {
                *count += 1;
                own = *count;
            } else if other > level {
                *count = 0;
            }
        }
        let [_, parent, ..] = self.counts;
        match level.get() {
            1 => format!("{}- ", roman(own.into())),
            2 => format!("{own}. "),
            3 if parent == 0 => format!("{own}. "),
            3 => format!("{parent}.{own}. "),
            4 => format!("{}) ", point_letter(own.saturating_sub(1) as usize)),
            _ => "- ".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outline;
    use crate::tree::Level;

    /// The labels of levels given as numbers.
    fn labels(levels: &[u8]) -> Vec<String> {
        let mut outline = Outline::default();
        levels.iter().map(|&n| outline.next(Level::new(n).unwrap())).collect()
    }

    #[test]
    fn each_level_has_its_own_label() {
        assert_eq!(labels(&[1, 2, 3, 4, 5]), ["I- ", "1. ", "1.1. ", "a) ", "- "]);
    }

    #[test]
    fn a_level_counts_on_over_deeper_ones() {
        assert_eq!(
            labels(&[1, 2, 3, 3, 4, 4, 3, 2, 3, 1]),
            ["I- ", "1. ", "1.1. ", "1.2. ", "a) ", "b) ", "1.3. ", "2. ", "2.1. ", "II- "]
        );
    }

    #[test]
    fn a_level_begins_anew_under_any_level_above() {
        assert_eq!(labels(&[2, 4, 4, 1, 4, 2, 3]), ["1. ", "a) ", "b) ", "I- ", "a) ", "1. ", "1.1. "]);
    }

    #[test]
    fn level_3_without_a_level_2_counts_alone() {
        assert_eq!(labels(&[1, 3, 3, 2, 3]), ["I- ", "1. ", "2. ", "1. ", "1.1. "]);
    }

    #[test]
    fn letters_are_the_vietnamese_ones() {
        let letters: String = labels(&[4; 23]).concat().replace(") ", "");
        assert_eq!(letters, "abcdđeghiklmnopqrstuvxy");
    }
}
