//! Bộ tiêu chí: what a meeting is scored by, as data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decimal, SessionVariant, YearRule};
use crate::text::Text;

/// Bộ tiêu chí: the table that a meeting is scored by, with its points and ratings.
///
/// ```
/// use vanban::scoring::CriteriaSet;
/// use vanban::text::Decimal;
/// let set = CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
/// assert_eq!(set.rating(Decimal::from(89)).unwrap().name.as_str(), "Khá");
/// ```
#[doc(alias = "bộ tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CriteriaSet {
    /// Version of the set's shape: 1.
    pub format: u32,
    /// The name by which a record names the set: lower case, digits, `_`.
    pub id: Text,
    /// Version of the set itself, from 1: points and labels change, and old records do not.
    pub version: u32,
    /// What it is and who issued it.
    pub name: Text,
    /// Whether somebody issued it, or somebody made it up.
    pub provenance: Provenance,
    /// Where it was taken from.
    pub sources: Vec<Text>,
    /// What is known to be uncertain or added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Text>,
    /// The sessions that it scores.
    pub sessions: Vec<SessionVariant>,
    /// The most that a session can reach.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// The columns of the table.
    pub columns: Columns,
    /// What stands before the total: `TỔNG ĐIỂM`.
    pub total_label: Text,
    /// The criteria.
    pub groups: Vec<Group>,
    /// What stands before the legend of the ratings.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub ratings_title: Text,
    /// Mức xếp loại, the best first; the last begins at 0. Without any a form has a total and no rating, and the
    /// remarks say why.
    pub ratings: Vec<Rating>,
    /// Quy tắc xếp loại năm, the best rating first; a rating whose rule is not known has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub year_rules: Vec<YearRule>,
}

/// Where a set comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// A party organisation issued it.
    Real,
    /// Its points were made up, for samples: no office uses it.
    Constructed,
}

/// The columns of the table; a form leaves out the scorer's that it has none of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Số thứ tự.
    pub number: Column,
    /// Tiêu chí.
    pub title: Column,
    /// Điểm tối đa.
    pub max: Column,
    /// Điểm chi bộ tự chấm.
    pub self_score: Column,
    /// Điểm cấp ủy cấp trên chấm.
    pub superior_score: Column,
    /// Ghi chú: why points are missing.
    pub note: Column,
}

/// A column: its head, and its share of the width where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The head.
    pub label: Text,
    /// The width, as a share of all columns' widths; left out, what its cells need, and of the notes a tenth at
    /// least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
}

/// Nhóm tiêu chí. One without items is scored itself.
#[doc(alias = "nhóm tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its number in the table, and its name in a record's rows: `4`.
    pub id: Text,
    /// What it is about.
    pub title: Text,
    /// The most that it gives, whatever the session.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// A remark printed under its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Its criteria.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
}

/// Tiêu chí.
#[doc(alias = "tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number in the table, and its name in a record's rows: `4.2`.
    pub id: Text,
    /// What is asked.
    pub title: Text,
    /// The most that it gives.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// The most that it gives in some sessions, where that is another figure; 0 where it does not count
    /// (a thematic row counts only in a month with a thematic session).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub max_in: BTreeMap<SessionVariant, Decimal>,
    /// A remark printed under its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Which scores it gives.
    pub scoring: Scoring,
    /// The fact of the session that its points follow from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Its levels, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
}

/// Which scores a criterion gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// Anything from 0 to the most.
    Free,
    /// The most, or 0.
    AllOrNothing,
    /// The points of one of its levels.
    Levels,
}

/// Mức của một tiêu chí: `Đạt từ 90% đảng viên dự họp trở lên: 4`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What the table says.
    #[schemars(title = "nội dung của mức")]
    pub label: Text,
    /// What it gives.
    #[schemars(title = "điểm của mức", extend("minimum" = 0, "multipleOf" = 0.5))]
    pub score: Decimal,
    /// When a measured criterion reaches it; the last level takes what is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// When a level is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At least so many per cent: of the members, of the targets, of the minutes that are required.
    Percent(u32),
    /// At most so many minutes short of what is required.
    ShortBy(u32),
}

/// What a criterion's points follow from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Thời lượng, against the minutes that are required: the most of what applies.
    Duration(Vec<Required>),
    /// Tỷ lệ đảng viên dự sinh hoạt, of those who have to come.
    #[serde(rename_all = "snake_case")]
    Attendance {
        /// Whether one member who is absent without a reason means the lowest level.
        unexcused_is_lowest: bool,
    },
    /// Tỷ lệ đảng viên phát biểu, of those present.
    Speaking,
    /// Tỷ lệ chỉ tiêu hoàn thành.
    Results,
    /// Nobody was absent, with reasons, more than three times running in the year.
    LongAbsence,
    /// A chi bộ that has a bí thư alone is not asked this, and gets the most.
    OnlySecretary,
}

/// Minutes that a session has to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Required {
    /// The minutes.
    pub minutes: u32,
    /// For a chi bộ of at least so many members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// For this kind of session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionVariant>,
}

/// Mức xếp loại.
#[doc(alias = "xếp loại")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Its name: `Tốt`.
    pub name: Text,
    /// The least total that reaches it.
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub from: Decimal,
    /// What the legend says: `Tốt: đạt từ 90 điểm trở lên`.
    pub legend: Text,
}

/// A line of the table that gets a score: a criterion, or a group without any.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its number in the table.
    pub id: &'a str,
    /// What is asked.
    pub title: &'a Text,
    /// The most that it gives.
    pub max: Decimal,
    /// The criterion; none for a group that is scored itself.
    pub criterion: Option<&'a Criterion>,
}

impl CriteriaSet {
    /// The lines that get a score in a session, in the table's order, each with its most there.
    pub fn lines(&self, session: SessionVariant) -> impl Iterator<Item = Line<'_>> {
        self.groups.iter().flat_map(move |group| {
            let whole = group.criteria.is_empty().then_some(Line {
                id: group.id.as_str(),
                title: &group.title,
                max: group.max,
                criterion: None,
            });
            let items = group.criteria.iter().map(move |item| Line {
                id: item.id.as_str(),
                title: &item.title,
                max: item.max_in(session),
                criterion: Some(item),
            });
            whole.into_iter().chain(items)
        })
    }

    /// The line of that number.
    #[must_use]
    pub fn line(&self, id: &str, session: SessionVariant) -> Option<Line<'_>> {
        self.lines(session).find(|line| line.id == id)
    }
}

impl Criterion {
    /// The most that it gives in a session.
    #[must_use]
    pub fn max_in(&self, session: SessionVariant) -> Decimal {
        self.max_in.get(&session).copied().unwrap_or(self.max)
    }
}
