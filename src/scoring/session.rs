//! The facts of a session that points follow from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of session that is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionVariant {
    /// Sinh hoạt thường kỳ: a regular session. In JSON `"regular"`.
    #[doc(alias = "sinh hoạt thường kỳ")]
    Regular,
    /// Sinh hoạt chuyên đề: a thematic session. In JSON `"thematic"`.
    #[doc(alias = "sinh hoạt chuyên đề")]
    Thematic,
    /// Sinh hoạt thường kỳ kết hợp sinh hoạt chuyên đề: a regular and a thematic session together. In JSON
    /// `"combined"`.
    Combined,
    /// Cả quý: not a session, but the work of a quarter (02-HD/BTCTW of 2026). The month of the evaluation
    /// form is then any month of the quarter. In JSON `"quarter"`.
    Quarter,
}

impl SessionVariant {
    /// The Vietnamese name for use within a sentence: `thường kỳ`.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            SessionVariant::Regular => "thường kỳ",
            SessionVariant::Thematic => "chuyên đề",
            SessionVariant::Combined => "thường kỳ kết hợp chuyên đề",
            SessionVariant::Quarter => "cả quý",
        }
    }
}

/// Số liệu của buổi sinh hoạt: the facts of a session. A fact that is `None` is left open on the form, to be
/// filled in by hand, and no points follow from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The kind of session.
    pub variant: SessionVariant,
    /// The length of the session in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// Tổng số đảng viên: the number of all members of the chi bộ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Đảng viên được miễn công tác, sinh hoạt đảng: the number of exempt members, who need not come.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub exempt: u32,
    /// Đảng viên trong lực lượng vũ trang làm nhiệm vụ đặc biệt: the number of members on special duty, who
    /// need not come.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub special_duty: u32,
    /// Đảng viên được triệu tập: the number of members who have to come, if this does not follow from the
    /// other figures (an exempt member came and counts, or somebody is elsewhere). Without it: all members
    /// except those who are exempt or on special duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summoned: Option<u32>,
    /// Đảng viên có mặt: the number of members present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Đảng viên vắng mặt không có lý do: the number of members absent without a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unexcused: Option<u32>,
    /// The number of members who were absent, with reasons, more than three times in a row in the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_absent: Option<u32>,
    /// Đảng viên phát biểu ý kiến: the number of members who spoke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speakers: Option<u32>,
    /// Chỉ tiêu, nhiệm vụ: the targets of the chi bộ's last resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<Targets>,
    /// Chi bộ chỉ có bí thư: the chi bộ has only a secretary, and no committee (chi uỷ) that could meet
    /// before the session.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_secretary: bool,
}

/// Chỉ tiêu hoàn thành trên tổng số chỉ tiêu: the targets that were met, of all targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Targets {
    /// The number of targets that were met.
    pub done: u32,
    /// The number of all targets.
    pub total: u32,
}

impl Session {
    /// A session of this kind without facts.
    #[must_use]
    pub fn new(variant: SessionVariant) -> Session {
        Session {
            variant,
            duration: None,
            members: None,
            exempt: 0,
            special_duty: 0,
            summoned: None,
            present: None,
            unexcused: None,
            long_absent: None,
            speakers: None,
            targets: None,
            only_secretary: false,
        }
    }

    /// Whether no figure of it is given.
    pub(crate) fn is_unwritten(&self) -> bool {
        let given = [self.duration, self.members, self.summoned, self.present, self.unexcused, self.speakers];
        given.iter().all(Option::is_none)
            && self.exempt == 0
            && self.special_duty == 0
            && self.targets.is_none()
    }

    /// The number of members who have to come: `summoned`, else `members` without those who are exempt or on
    /// special duty. `None` if both are missing, or if more are exempt or on special duty than there are
    /// members.
    #[must_use]
    pub fn due(&self) -> Option<u32> {
        let own = || self.members?.checked_sub(self.exempt)?.checked_sub(self.special_duty);
        self.summoned.or_else(own)
    }
}

setters!(Session {
    /// Sets `duration`. The length of the session in minutes.
    duration: some_number u32 = duration;
    /// Sets `members`. Tổng số đảng viên: the number of all members of the chi bộ.
    members: some_number u32 = members;
    /// Sets `exempt`. Đảng viên được miễn công tác, sinh hoạt đảng: the number of exempt members, who need
    /// not come.
    exempt: number u32 = exempt;
    /// Sets `special_duty`. Đảng viên trong lực lượng vũ trang làm nhiệm vụ đặc biệt: the number of members
    /// on special duty, who need not come.
    special_duty: number u32 = special_duty;
    /// Sets `summoned`. Đảng viên được triệu tập: the number of members who have to come, if this does not
    /// follow from the other figures (an exempt member came and counts, or somebody is elsewhere). Without
    /// it: all members except those who are exempt or on special duty.
    summoned: some_number u32 = summoned;
    /// Sets `present`. Đảng viên có mặt: the number of members present.
    present: some_number u32 = present;
    /// Sets `unexcused`. Đảng viên vắng mặt không có lý do: the number of members absent without a reason.
    unexcused: some_number u32 = unexcused;
    /// Sets `long_absent`. The number of members who were absent, with reasons, more than three times in a
    /// row in the year.
    long_absent: some_number u32 = long_absent;
    /// Sets `speakers`. Đảng viên phát biểu ý kiến: the number of members who spoke.
    speakers: some_number u32 = speakers;
    /// Sets `targets`. Chỉ tiêu, nhiệm vụ: the targets of the chi bộ's last resolution.
    targets: some Targets = targets;
    /// Sets `only_secretary` to `true`. Chi bộ chỉ có bí thư: the chi bộ has only a secretary, and no
    /// committee (chi uỷ) that could meet before the session.
    only_secretary: yes bool = only_secretary;
});

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
