//! Bộ tiêu chí: what a meeting is scored by, as data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decimal, SessionVariant, YearRule};
use crate::text::Text;

/// Bộ tiêu chí: the criteria by which the session of a chi bộ (Party cell) is scored, with points and ratings.
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
    /// The version of the file format of criteria sets: always 1.
    pub format: u32,
    /// The name by which a record names the set: letters `a` to `z`, digits, `_`.
    #[schemars(
        title = "mã bộ tiêu chí",
        description = "Chữ thường không dấu, chữ số và “_”, ví dụ “binh_giang_2026”."
    )]
    pub id: Text,
    /// The version of the set, from 1. Points and labels may change between versions. A record names only the
    /// id, no version.
    #[schemars(title = "phiên bản bộ tiêu chí", description = "Số thứ tự của lần sửa, ví dụ 1.")]
    pub version: u32,
    /// The name for readers: what the set is and who issued it.
    #[schemars(
        title = "tên bộ tiêu chí",
        description = "Tên và nơi ban hành, ví dụ “Bộ tiêu chí của Đảng bộ tỉnh Bình Giang”."
    )]
    pub name: Text,
    /// Whether a Party organisation issued it, or it was invented as a sample.
    #[schemars(
        title = "nguồn gốc bộ tiêu chí",
        description = "Ví dụ real là bộ đã ban hành, constructed là bộ dựng làm mẫu."
    )]
    pub provenance: Provenance,
    /// The documents that it was taken from; at least one.
    #[schemars(
        title = "nguồn của bộ tiêu chí",
        description = "Từng văn bản mà bộ tiêu chí lấy từ đó, ví dụ “Kế hoạch số 08-KH/ĐU ngày 19/9/2025”."
    )]
    pub sources: Vec<Text>,
    /// What is uncertain in the set, or was added to its sources, one remark each. An invented set and a set
    /// without ratings must have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(
        title = "ghi chú của bộ tiêu chí",
        description = "Điều chưa chắc chắn hoặc tự thêm, mỗi điều một dòng."
    )]
    pub remarks: Vec<Text>,
    /// The kinds of session that it scores, each once; at least one.
    #[schemars(
        title = "các loại kỳ sinh hoạt",
        description = "Loại kỳ sinh hoạt chấm theo bộ này, ví dụ regular, thematic."
    )]
    pub sessions: Vec<SessionVariant>,
    /// The maximum total of a session.
    #[schemars(title = "điểm tối đa của bộ tiêu chí", description = "Tổng điểm cao nhất, ví dụ 100.")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// The six columns of the table of points, each with its heading and width.
    #[schemars(title = "các cột của bảng điểm", description = "Tên của sáu cột.")]
    pub columns: Columns,
    /// The label before the total: `TỔNG ĐIỂM`.
    #[schemars(title = "chữ trước tổng điểm", description = "Ví dụ “TỔNG ĐIỂM”.")]
    pub total_label: Text,
    /// The groups of criteria.
    #[schemars(title = "các nhóm tiêu chí", description = "Từng nhóm, theo thứ tự của bảng.")]
    pub groups: Vec<Group>,
    /// The label before the list of ratings.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    #[schemars(title = "chữ trước các mức xếp loại", description = "Ví dụ “Các mức xếp loại”.")]
    pub ratings_title: Text,
    /// Mức xếp loại: the ratings, best first; the last one begins at 0. If the list is empty, forms have a
    /// total but no rating, and [`remarks`](CriteriaSet::remarks) of the set must say why.
    #[schemars(title = "các mức xếp loại", description = "Từng mức, mức cao nhất trước.")]
    pub ratings: Vec<Rating>,
    /// Quy tắc xếp loại năm: the rules for a yearly rating, best first. A rating whose rule is not known is
    /// not in the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(title = "quy tắc xếp loại năm", description = "Từng mức và điều kiện, mức cao nhất trước.")]
    pub year_rules: Vec<YearRule>,
}

/// Whether a set is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// A Party organisation issued it. In JSON `"real"`.
    Real,
    /// Its points were invented, for samples. No office uses it. In JSON `"constructed"`.
    Constructed,
}

/// The columns of the table of points. A form leaves out the column of a scorer that it does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Số thứ tự: the number of the criterion.
    #[schemars(title = "cột số thứ tự", description = "Tên cột, ví dụ “TT”.")]
    pub number: Column,
    /// Tiêu chí: the criterion.
    #[schemars(title = "cột nội dung", description = "Tên cột, ví dụ “NỘI DUNG”.")]
    pub title: Column,
    /// Điểm tối đa: the maximum of the points.
    #[schemars(title = "cột điểm tối đa", description = "Tên cột, ví dụ “Điểm chuẩn”.")]
    pub max: Column,
    /// Điểm chi bộ tự chấm: the chi bộ's own score.
    #[schemars(title = "cột chi bộ tự chấm", description = "Tên cột, ví dụ “Chi bộ tự chấm”.")]
    pub self_score: Column,
    /// Điểm cấp ủy cấp trên chấm: the superior's score.
    #[schemars(title = "cột cấp trên chấm", description = "Tên cột, ví dụ “Đảng uỷ chấm”.")]
    pub superior_score: Column,
    /// Ghi chú: the reasons for missing points.
    #[schemars(title = "cột ghi chú", description = "Tên cột, ví dụ “Lý do trừ điểm”.")]
    pub note: Column,
}

/// A column: its heading, and its width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The heading of the column.
    #[schemars(title = "tên cột", description = "Chữ in ở đầu cột, ví dụ “Điểm chuẩn”.")]
    pub label: Text,
    /// The width as a share, 1 to 100: a column of 20 is twice as wide as one of 10. Without it the width
    /// follows from the cells; notes have at least a tenth of the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(title = "độ rộng cột", description = "Số phần trong cả bảng, từ 1 đến 100, ví dụ 10.")]
    pub width: Option<u16>,
}

/// Nhóm tiêu chí: a group of criteria. A group without criteria is scored itself.
#[doc(alias = "nhóm tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its number in the table, which records use too: `4`.
    #[schemars(title = "số của nhóm", description = "Số in trong bảng, ví dụ “4”.")]
    pub id: Text,
    /// Its title in the table.
    #[schemars(title = "tên nhóm tiêu chí", description = "Chữ in trong bảng, ví dụ “Chuẩn bị sinh hoạt”.")]
    pub title: Text,
    /// The maximum of its points, the same in every kind of session.
    #[schemars(
        title = "điểm tối đa của nhóm",
        description = "Bằng tổng điểm các tiêu chí của nhóm, ví dụ 20."
    )]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// A remark printed under its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(title = "chú thích của nhóm", description = "Chữ in dưới tên nhóm.")]
    pub note: Option<Text>,
    /// Its criteria, in the order of the table. Empty if the group is scored itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(title = "các tiêu chí của nhóm", description = "Từng tiêu chí, theo thứ tự của bảng.")]
    pub criteria: Vec<Criterion>,
}

/// Tiêu chí: a criterion, one thing for which a session gets points.
#[doc(alias = "tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number in the table, which records use too: `4.2`.
    #[schemars(title = "số của tiêu chí", description = "Số in trong bảng, ví dụ “4.2”.")]
    pub id: Text,
    /// The text of the criterion in the table.
    #[schemars(
        title = "nội dung tiêu chí",
        description = "Chữ in trong bảng, ví dụ “Sinh hoạt đúng định kỳ”."
    )]
    pub title: Text,
    /// The maximum of the points.
    #[schemars(title = "điểm tối đa của tiêu chí", description = "Điểm cao nhất, ví dụ 10.")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub max: Decimal,
    /// The maximum in kinds of session in which it differs from `max`. It is 0 where the criterion does not
    /// count; for example, one on thematic sessions counts only in a month with such a session. Empty for
    /// [`Scoring::Levels`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(
        title = "điểm tối đa theo loại kỳ sinh hoạt",
        description = "Điểm cao nhất ở loại kỳ sinh hoạt có điểm khác; 0 là không chấm."
    )]
    pub max_in: BTreeMap<SessionVariant, Decimal>,
    /// A remark printed under its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(title = "chú thích của tiêu chí", description = "Chữ in dưới nội dung tiêu chí.")]
    pub note: Option<Text>,
    /// Which scores it can have.
    #[schemars(
        title = "cách cho điểm",
        description = "Ví dụ free là tuỳ ý, all_or_nothing là đạt hoặc không, levels là theo mức."
    )]
    pub scoring: Scoring,
    /// The fact of the session from which its points follow. `None` if a person decides the points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        title = "số liệu để tính điểm",
        description = "Số liệu của kỳ sinh hoạt mà điểm tính theo đó, ví dụ speaking là tỷ lệ phát biểu."
    )]
    pub measure: Option<Measure>,
    /// Its levels, best first; only for [`Scoring::Levels`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(title = "các mức của tiêu chí", description = "Từng mức, mức cao nhất trước.")]
    pub levels: Vec<Level>,
}

/// Which scores a criterion can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// Any score from 0 to the maximum. In JSON `"free"`.
    Free,
    /// The maximum or 0. In JSON `"all_or_nothing"`.
    AllOrNothing,
    /// The points of one of its levels. In JSON `"levels"`.
    Levels,
}

/// A level of a criterion, with its points: `Đạt từ 90% đảng viên dự họp trở lên: 4` (at least 90 % of the
/// members are present: 4 points).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The text in the table.
    #[schemars(title = "nội dung của mức", description = "Chữ in trong bảng, ví dụ “Từ 90% trở lên”.")]
    pub label: Text,
    /// The points that this level gives.
    #[schemars(title = "điểm của mức", description = "Điểm của mức này, ví dụ 4.")]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub score: Decimal,
    /// The condition of this level, if the criterion has a [`Criterion::measure`]. The last level has none:
    /// it applies if no other does. Without a measure no level has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        title = "điều kiện của mức",
        description = "Ví dụ percent là tỷ lệ phần trăm ít nhất, short_by là số phút thiếu nhiều nhất."
    )]
    pub when: Option<When>,
}

/// The condition of a level, compared with the session's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At least this percentage: of the members, of the targets, or of the required minutes. In JSON
    /// `{"percent": …}`.
    Percent(u32),
    /// At most this many minutes short of the requirement. In JSON `{"short_by": …}`.
    ShortBy(u32),
}

/// The facts that determine the points of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Thời lượng: the length of the session, compared with the required minutes. If several requirements
    /// apply, the largest one counts. One must apply to every session. In JSON `{"duration": […]}`.
    Duration(Vec<Required>),
    /// Tỷ lệ đảng viên dự sinh hoạt: the share of present members among those who have to come. In JSON
    /// `{"attendance": {…}}`.
    #[serde(rename_all = "snake_case")]
    Attendance {
        /// Whether one member who is absent without a reason means the lowest level.
        unexcused_is_lowest: bool,
    },
    /// Tỷ lệ đảng viên phát biểu: the share of speakers among those present. In JSON `"speaking"`.
    Speaking,
    /// Tỷ lệ chỉ tiêu hoàn thành: the share of targets that were met. In JSON `"results"`.
    Results,
    /// The maximum if nobody was absent with reasons more than three times in a row in the year, else 0. In
    /// JSON `"long_absence"`.
    LongAbsence,
    /// A chi bộ that has only a secretary (bí thư) gets the maximum. For any other a person decides. In JSON
    /// `"only_secretary"`.
    OnlySecretary,
}

/// The required length of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Required {
    /// How long the session must be, in minutes.
    #[schemars(title = "số phút", description = "Số phút mà kỳ sinh hoạt phải kéo dài, ví dụ 90.")]
    pub minutes: u32,
    /// The requirement is for a chi bộ of at least this many members; any number by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        title = "số đảng viên",
        description = "Chỉ tính với chi bộ có ít nhất bằng ấy đảng viên, ví dụ 30."
    )]
    pub members: Option<u32>,
    /// The requirement is for this kind of session; for every kind by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        title = "loại kỳ sinh hoạt",
        description = "Chỉ tính với loại kỳ sinh hoạt này, ví dụ thematic."
    )]
    pub session: Option<SessionVariant>,
}

/// Mức xếp loại: a rating, which a session gets by its total.
#[doc(alias = "xếp loại")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Its name: `Tốt` (good).
    #[schemars(title = "tên mức xếp loại", description = "Ví dụ “Tốt”.")]
    pub name: Text,
    /// The minimum total for this rating.
    #[schemars(
        title = "điểm thấp nhất của mức",
        description = "Tổng điểm ít nhất để đạt mức, ví dụ 90; mức cuối là 0."
    )]
    #[schemars(extend("minimum" = 0, "multipleOf" = 0.5))]
    pub from: Decimal,
    /// Its line in the form's list of ratings: `Tốt: đạt từ 90 điểm trở lên` (good: 90 points or more).
    #[schemars(title = "chữ in của mức xếp loại", description = "Ví dụ “Tốt: từ 90 điểm trở lên”.")]
    pub legend: Text,
}

/// A line of the table that has a score: a criterion, or a group without criteria.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its number in the table.
    pub id: &'a str,
    /// The title of the criterion or the group.
    pub title: &'a Text,
    /// The maximum of the points in the kind of session; 0 if the line does not count there.
    pub max: Decimal,
    /// The criterion; `None` for a group that is scored itself.
    pub criterion: Option<&'a Criterion>,
}

impl CriteriaSet {
    /// All lines, in the order of the table, each with its maximum in this kind of session. The maximum is 0
    /// if a line does not count there.
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

    /// The line with this number, with its maximum in this kind of session; `None` if no line has the number.
    #[must_use]
    pub fn line(&self, id: &str, session: SessionVariant) -> Option<Line<'_>> {
        self.lines(session).find(|line| line.id == id)
    }
}

impl Criterion {
    /// The maximum of the points in a kind of session; 0 if the criterion does not count there.
    #[must_use]
    pub fn max_in(&self, session: SessionVariant) -> Decimal {
        self.max_in.get(&session).copied().unwrap_or(self.max)
    }
}
