//! Totals, ratings, and what two scorers say of the same session.

use super::{CriteriaSet, Decimal, Rating};

/// What one scorer's points come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Tổng điểm.
    pub total: Decimal,
    /// Xếp loại; none where the set has no ratings.
    pub rating: Option<&'a Rating>,
}

/// Chi bộ's own score against its superior's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// What the chi bộ gave itself.
    pub own: Standing<'a>,
    /// What the superior gave it.
    pub superior: Standing<'a>,
}

impl CriteriaSet {
    /// Xếp loại: the first rating, from the best down, that a total reaches. None for a total below
    /// the last one's, which begins at 0, and of a set without ratings.
    #[must_use]
    pub fn rating(&self, total: Decimal) -> Option<&Rating> {
        self.ratings.iter().find(|rating| total >= rating.from)
    }

    /// The total of scores and its rating. A sheet without scores has neither.
    #[must_use]
    pub fn standing(&self, scores: impl IntoIterator<Item = Decimal>) -> Option<Standing<'_>> {
        let mut scores = scores.into_iter().peekable();
        scores.peek()?;
        let total = scores.sum();
        Some(Standing { total, rating: self.rating(total) })
    }
}

impl<'a> Comparison<'a> {
    /// How far the two totals are apart.
    #[must_use]
    pub fn difference(&self) -> Decimal {
        self.own.total.distance(self.superior.total)
    }

    /// The one that counts: cấp ủy cấp trên trực tiếp decides (42-HD/BTCTW, mục II).
    #[must_use]
    pub fn official(&self) -> Standing<'a> {
        self.superior
    }
}
