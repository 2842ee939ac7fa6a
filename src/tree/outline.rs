//! Levels of the outline, and what gathers articles.

/// What articles are gathered in, the widest first (05-HD/VPTW I.6.2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// Phần: `Phần I`.
    #[doc(alias = "phần")]
    Part,
    /// Chương: `Chương I`.
    #[doc(alias = "chương")]
    Chapter,
    /// Mục: `Mục 1`.
    #[doc(alias = "mục")]
    Division,
}

impl Grouping {
    /// The groupings there are, the widest first.
    pub const ALL: [Grouping; 3] = [Grouping::Part, Grouping::Chapter, Grouping::Division];

    /// Its place from the widest, from 1: that of the headings in a reader's outline.
    #[must_use]
    pub fn depth(self) -> u8 {
        match self {
            Grouping::Part => 1,
            Grouping::Chapter => 2,
            Grouping::Division => 3,
        }
    }
}

/// Level of an outline, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The levels there are, outermost first.
    pub const ALL: [Level; 5] = [Level(1), Level(2), Level(3), Level(4), Level(5)];

    /// The level `n`, where it is 1 to 5.
    #[must_use]
    pub fn new(n: u8) -> Option<Level> {
        (1..=5).contains(&n).then_some(Level(n))
    }

    /// The level as a number, 1 to 5.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}
