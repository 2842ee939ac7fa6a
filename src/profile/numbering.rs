//! Numbers of an outline's headings and items, of articles and what is round and inside them: which
//! label comes next.

use crate::text::{ordinal, point_letter, roman};
use crate::tree::{Grouping, Level};

/// The counters of a body. The outline and the articles count apart: a paper uses one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbering {
    /// Of headings and items.
    pub outline: Outline,
    /// Of parts, chapters, divisions, articles, clauses and points.
    pub articles: Articles,
}

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

/// Phần, chương, mục, điều, khoản, điểm: the counters of a text in articles (05-HD/VPTW I.6.2.4).
///
/// | what | label | counts within |
/// |---|---|---|
/// | phần | `Phần I` | the paper |
/// | chương | `Chương I` | its part |
/// | mục | `Mục 1` | its chapter |
/// | điều | `Điều 1. ` | the paper |
/// | khoản | `1. ` | its article |
/// | điểm | `a) ` | its clause, or its article where that has no clauses |
///
/// The labels are the regulation's; within what each counts is a convention. Articles are cited by
/// their number alone, so that they never begin anew. Nothing is asked of the order: what has nothing
/// round it that it could count within counts within the next wider thing, and last the paper.
#[doc(alias = "điều khoản")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Articles {
    /// How many of each grouping there have been since the last wider one.
    groupings: [u32; Grouping::ALL.len()],
    articles: u32,
    /// Since the last article or grouping.
    clauses: u32,
    /// Since the last clause, article or grouping.
    points: u32,
}

impl Articles {
    /// The label of the next part, chapter or division, without a space after it; a part may count in
    /// words.
    pub fn grouping(&mut self, grouping: Grouping, in_words: bool) -> String {
        let mut own = 0;
        for (other, count) in Grouping::ALL.into_iter().zip(&mut self.groupings) {
            if other == grouping {
                *count += 1;
                own = *count;
            } else if other > grouping && other == Grouping::Division {
                // Chapters run on through the parts, as in the great Vietnamese codes.
                *count = 0;
            }
        }
        (self.clauses, self.points) = (0, 0);
        // I.6.2.4: Roman for phần and chương, Arabic for mục.
        match grouping {
            Grouping::Part if in_words => format!("Phần {}", ordinal(own.into()).to_lowercase()),
            Grouping::Part => format!("Phần {}", roman(own.into())),
            Grouping::Chapter => format!("Chương {}", roman(own.into())),
            Grouping::Division => format!("Mục {own}"),
        }
    }

    /// The label of the next article, with the space after it.
    pub fn article(&mut self) -> String {
        self.articles += 1;
        (self.clauses, self.points) = (0, 0);
        format!("Điều {}. ", self.articles)
    }

    /// The label of the next clause, with the space after it.
    pub fn clause(&mut self) -> String {
        self.clauses += 1;
        self.points = 0;
        format!("{}. ", self.clauses)
    }

    /// The label of the next point, with the space after it.
    pub fn point(&mut self) -> String {
        self.points += 1;
        format!("{}) ", point_letter(self.points.saturating_sub(1) as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::{Articles, Outline};
    use crate::tree::{Grouping, Level};

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

    /// The labels of a part, chapter, division, article, clause and point, given as letters.
    fn articles(steps: &str) -> String {
        let mut articles = Articles::default();
        let labels = steps.chars().map(|step| match step {
            'P' => articles.grouping(Grouping::Part, false),
            'C' => articles.grouping(Grouping::Chapter, false),
            'W' => articles.grouping(Grouping::Part, true),
            'D' => articles.grouping(Grouping::Division, false),
            'a' => articles.article(),
            'c' => articles.clause(),
            _ => articles.point(),
        });
        labels.map(|label| label.trim_end().to_owned()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn articles_count_on_and_all_else_within_something() {
        assert_eq!(
            articles("PCDaDaCDa"),
            "Phần I | Chương I | Mục 1 | Điều 1. | Mục 2 | Điều 2. | Chương II | Mục 1 | Điều 3."
        );
        assert_eq!(
            articles("PCCaPCDa"),
            "Phần I | Chương I | Chương II | Điều 1. | Phần II | Chương III | Mục 1 | Điều 2."
        );
        assert_eq!(articles("WCWC"), "Phần thứ nhất | Chương I | Phần thứ hai | Chương II");
        assert_eq!(articles("accppcpac"), "Điều 1. | 1. | 2. | a) | b) | 3. | a) | Điều 2. | 1.");
    }

    #[test]
    fn what_is_within_nothing_counts_all_the_same() {
        assert_eq!(articles("ppcpaCpc"), "a) | b) | 1. | a) | Điều 1. | Chương I | a) | 1.");
        assert_eq!(articles("DDaPDa"), "Mục 1 | Mục 2 | Điều 1. | Phần I | Mục 1 | Điều 2.");
    }
}
