//! Kiểm phiếu: the ballots of a yearly review, of an election.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Person};
use crate::text::Text;

/// Kết quả kiểm phiếu: the result of a ballot count: tellers, the numbers of ballots that were issued, returned, valid
/// and invalid, and the result for each person.
#[doc(alias = "kiểm phiếu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ballots {
    /// Tổ kiểm phiếu, at a congress ban kiểm phiếu: the tellers. The head is first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<Person>,
    /// Số phiếu phát ra: the number of ballots that were issued.
    pub issued: Given,
    /// Số phiếu thu vào: the number of ballots that were returned.
    pub returned: Given,
    /// Số phiếu hợp lệ: the number of valid ballots.
    pub valid: Given,
    /// Số phiếu không hợp lệ: the number of invalid ballots.
    pub invalid: Given,
    /// The rated persons, one row each. An election has `candidates` instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<BallotRow>,
    /// Số lượng bầu: the number of persons to be elected, in an election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// The candidates of an election, one row each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
}

/// Người ứng cử, đề cử: a candidate of an election and the votes for them. The votes are also printed in
/// percent of the valid ballots, and of the members summoned to the meeting. The caller says who is elected:
/// rules differ, and the library does not decide it.
///
/// ```
/// use vanban::parts::Candidate;
/// let candidate = Candidate::new("Lê Văn Cường", 22).position("Chi uỷ viên").elected();
/// assert!(candidate.elected);
/// ```
#[doc(alias = "bầu cử")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Candidate {
    /// Họ và tên: the name.
    pub name: Text,
    /// Chức vụ, đơn vị: the position and the organisational unit, `Phó Trưởng phòng, Phòng 7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Số phiếu bầu: the number of votes, or `"by_hand"`.
    pub votes: Given,
    /// Trúng cử: whether the candidate is elected.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elected: bool,
}

impl Candidate {
    /// A candidate with this number of votes.
    #[must_use]
    pub fn new(name: impl Into<Text>, votes: impl Into<Given>) -> Candidate {
        Candidate { name: name.into(), position: None, votes: votes.into(), elected: false }
    }
}

setters!(Candidate {
    /// Sets `position`. Chức vụ, đơn vị: the position and the organisational unit, `Phó Trưởng phòng, Phòng
    /// 7`.
    position: some Text = position;
    /// Sets `elected` to `true`. Trúng cử: whether the candidate is elected.
    elected: yes bool = elected;
});

/// A rated person, and the number of ballots for each rating. Minutes of a yearly review print `self_rating`
/// and `rating`; other minutes print `position`, `unrated` and `note` instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotRow {
    /// Họ và tên: the name.
    pub name: Text,
    /// Chức vụ, đơn vị: the position and the organisational unit, `Phó Trưởng phòng, Phòng 7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Tự nhận: the person's own rating, in a yearly review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_rating: Option<WorkRating>,
    /// Hoàn thành xuất sắc nhiệm vụ: the number of ballots for the rating *excellent*.
    pub excellent: Given,
    /// Hoàn thành tốt nhiệm vụ: the number of ballots for the rating *good*.
    pub good: Given,
    /// Hoàn thành nhiệm vụ: the number of ballots for the rating *completed*.
    pub completed: Given,
    /// Không hoàn thành nhiệm vụ: the number of ballots for the rating *failed*.
    pub failed: Given,
    /// Không xếp loại: the number of ballots for no rating. `None` if the ballot has no such box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unrated: Option<Given>,
    /// Kết luận: the rating that the meeting proposes, in a yearly review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<WorkRating>,
    /// Ghi chú: a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Mức xếp loại chất lượng: the yearly rating of a Party member. JSON and printed tables have its
/// abbreviation, such as `HTXSNV`.
#[doc(alias = "xếp loại")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum WorkRating {
    /// Hoàn thành xuất sắc nhiệm vụ: excellent. In JSON `"HTXSNV"`.
    #[serde(rename = "HTXSNV")]
    Excellent,
    /// Hoàn thành tốt nhiệm vụ: good. In JSON `"HTTNV"`.
    #[serde(rename = "HTTNV")]
    Good,
    /// Hoàn thành nhiệm vụ: completed. In JSON `"HTNV"`.
    #[serde(rename = "HTNV")]
    Completed,
    /// Không hoàn thành nhiệm vụ: failed. In JSON `"Không HTNV"`.
    #[serde(rename = "Không HTNV")]
    Failed,
}

/// Số bản: how many copies of the minutes are made, and where one of them is kept.
#[doc(alias = "số bản")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counterparts {
    /// The number of copies.
    pub copies: u32,
    /// The place where one copy is kept: `Văn phòng Đảng uỷ`.
    pub kept_at: Text,
}
