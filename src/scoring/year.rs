//! Xếp loại năm: what a year's ratings come to, by a rule that is data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CriteriaSet, Rating};
use crate::error::Problems;
use crate::path::Path;
use crate::text::Text;

/// A convention: how a rule is written is the library's matter, what it says its issuer's.
const CLAUSE: &str = "quy ước";

/// Quy tắc xếp loại năm: the condition on the sessions of a year for a yearly rating. For example, in the set
/// of the offices of the province Phú Thọ a year is `Tốt` (good) if every regular session is at least `Khá`
/// (fair) and at least 7 are `Tốt`.
///
/// ```
/// use vanban::scoring::CriteriaSet;
/// let set = CriteriaSet::named("phu_tho_khoi_cq_monthly").unwrap();
/// let [good, fair, ..] = &set.ratings[..] else { unreachable!() };
/// let year = |good_ones| (0..12).map(move |month| if month < good_ones { good } else { fair });
/// assert_eq!(set.year_rating(&set.year_rules, year(7)), Some(good));
/// assert_eq!(set.year_rating(&set.year_rules, year(6)), None);
/// ```
#[doc(alias = "xếp loại năm")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearRule {
    /// The name of the yearly rating that this rule gives.
    pub rating: Text,
    /// The name of the rating that every session must have at least.
    pub all_at_least: Text,
    /// A second condition: a minimum number of sessions with a certain rating or a better one. `None` if
    /// there is no such condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_count: Option<MinCount>,
}

/// A minimum number of sessions with a rating, or with a better one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinCount {
    /// The name of the rating that these sessions have at least.
    pub rating: Text,
    /// The number of sessions, at least 1.
    pub count: usize,
}

impl YearRule {
    /// A rule for `rating`, if all sessions have at least the rating `all_at_least`.
    #[must_use]
    pub fn new(rating: impl Into<Text>, all_at_least: impl Into<Text>) -> YearRule {
        YearRule { rating: rating.into(), all_at_least: all_at_least.into(), min_count: None }
    }

    /// Adds a condition: at least `count` sessions (from 1) with this rating or a better one.
    #[must_use]
    pub fn min_count(mut self, count: usize, rating: impl Into<Text>) -> YearRule {
        self.min_count = Some(MinCount { rating: rating.into(), count });
        self
    }
}

impl CriteriaSet {
    /// The rating with this name.
    #[must_use]
    pub fn rating_named(&self, name: &str) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.name.reads_as(name))
    }

    /// The yearly rating of the first of `rules` that a year meets. `sessions` are the ratings of the year's
    /// sessions. `None` if they meet no rule, or if there is no session.
    pub fn year_rating<'s>(
        &'s self,
        rules: &[YearRule],
        sessions: impl IntoIterator<Item = &'s Rating>,
    ) -> Option<&'s Rating> {
        let sessions: Vec<&Rating> = sessions.into_iter().collect();
        let reach = |name: &Text| {
            let least = self.rating_named(name.as_str())?.from;
            Some(sessions.iter().filter(|rating| rating.from >= least).count())
        };
        let met = |rule: &&YearRule| {
            let all = reach(&rule.all_at_least) == Some(sessions.len());
            let counted =
                rule.min_count.as_ref().is_none_or(|min| reach(&min.rating).is_some_and(|n| n >= min.count));
            all && counted
        };
        let rule = rules.iter().filter(|_| !sessions.is_empty()).find(met)?;
        self.rating_named(rule.rating.as_str())
    }
}

/// Checks that rules name ratings of the set, the best first.
pub(crate) fn check_rules(set: &CriteriaSet, rules: &[YearRule], problems: &mut Problems) {
    let mut last = None;
    for (index, rule) in rules.iter().enumerate() {
        let at = Path::at("year_rules").index(index);
        let names = [
            (Some(&rule.rating), at.field("rating")),
            (Some(&rule.all_at_least), at.field("all_at_least")),
            (rule.min_count.as_ref().map(|min| &min.rating), at.field("min_count").field("rating")),
        ];
        for (name, path) in names {
            let Some(name) = name.filter(|name| set.rating_named(name.as_str()).is_none()) else { continue };
            problems.error(
                "year_rules.unknown_rating",
                path,
                CLAUSE,
                format!("bộ tiêu chí “{}” không có mức xếp loại “{name}”", set.id),
            );
            problems.at_its_field(format!("bộ tiêu chí không có mức xếp loại “{name}”"));
        }
        if rule.min_count.as_ref().is_some_and(|min| min.count == 0) {
            let sentence = "số kỳ tối thiểu của quy tắc xếp loại năm tính từ 1";
            problems.error("year_rules.count", at.field("min_count").field("count"), CLAUSE, sentence);
        }
        let from = set.rating_named(rule.rating.as_str()).map(|rating| rating.from);
        if last.zip(from).is_some_and(|(last, from)| from >= last) {
            let sentence = "các quy tắc xếp loại năm xếp từ mức cao xuống mức thấp, mỗi mức một quy tắc";
            problems.error("year_rules.order", at.field("rating"), CLAUSE, sentence);
        }
        last = from.or(last);
    }
}
