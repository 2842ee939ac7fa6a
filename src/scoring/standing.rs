//! Totals, ratings, and what two scorers say of the same session.

use super::{CriteriaSet, Decimal, Rating};

/// The result of one scorer: total and rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Tổng điểm: the total.
    pub total: Decimal,
    /// Xếp loại: the rating. `None` if the set has no ratings.
    pub rating: Option<&'a Rating>,
}

/// The two results of a session: that of the chi bộ (Party cell) itself, and that of its superior.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// The result that the chi bộ gave itself.
    pub own: Standing<'a>,
    /// The result that the superior gave.
    pub superior: Standing<'a>,
}

impl CriteriaSet {
    /// Xếp loại: the best rating that a total reaches. `None` for a total below 0, or for a set without
    /// ratings.
    #[must_use]
    pub fn rating(&self, total: Decimal) -> Option<&Rating> {
        self.ratings.iter().find(|rating| total >= rating.from)
    }

    /// The total of scores and its rating. `None` without scores.
    #[must_use]
    pub fn standing(&self, scores: impl IntoIterator<Item = Decimal>) -> Option<Standing<'_>> {
        let mut scores = scores.into_iter().peekable();
        scores.peek()?;
        let total = scores.sum();
        Some(Standing { total, rating: self.rating(total) })
    }
}

impl<'a> Comparison<'a> {
    /// The difference of the two totals, never negative.
    #[must_use]
    pub fn difference(&self) -> Decimal {
        self.own.total.distance(self.superior.total)
    }

    /// The official result: that of the superior (42-HD/BTCTW, mục II).
    #[must_use]
    pub fn official(&self) -> Standing<'a> {
        self.superior
    }
}
