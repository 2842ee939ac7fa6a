//! Kiểm phiếu: the ballots of a yearly review, of an election.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Person};
use crate::text::Text;

/// Kết quả kiểm phiếu: who counted, the ballots handed out, returned, valid and invalid, and what they
/// say of each person.
#[doc(alias = "kiểm phiếu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ballots {
    /// Tổ kiểm phiếu, at a congress ban kiểm phiếu; its head comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<Person>,
    /// Số phiếu phát ra.
    pub issued: Given,
    /// Số phiếu thu vào.
    pub returned: Given,
    /// Số phiếu hợp lệ.
    pub valid: Given,
    /// Số phiếu không hợp lệ.
    pub invalid: Given,
    /// A row for each person who is rated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<BallotRow>,
    /// Số lượng bầu: how many are to be elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// A row for each person who stands for election.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
}

/// Người ứng cử, đề cử: a person who stands for election, and the votes that he got. Both shares are printed, that of
/// the valid ballots and that of those summoned; who is elected the record says, for regulations differ.
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
    /// Họ và tên.
    pub name: Text,
    /// Chức vụ, đơn vị.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Số phiếu bầu, or `"by_hand"`.
    pub votes: Given,
    /// Trúng cử.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elected: bool,
}

impl Candidate {
    /// A candidate with so many votes.
    #[must_use]
    pub fn new(name: impl Into<Text>, votes: impl Into<Given>) -> Candidate {
        Candidate { name: name.into(), position: None, votes: votes.into(), elected: false }
    }
}

setters!(Candidate {
    /// With a position and unit.
    position: some Text = position;
    /// Trúng cử.
    elected: yes bool = elected;
});

/// A person who is rated, and how the ballots rate him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotRow {
    /// Họ và tên.
    pub name: Text,
    /// Chức vụ, đơn vị.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Tự nhận: how he rates himself, in a yearly review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_rating: Option<WorkRating>,
    /// Hoàn thành xuất sắc nhiệm vụ.
    pub excellent: Given,
    /// Hoàn thành tốt nhiệm vụ.
    pub good: Given,
    /// Hoàn thành nhiệm vụ.
    pub completed: Given,
    /// Không hoàn thành nhiệm vụ.
    pub failed: Given,
    /// Không xếp loại; left out where the ballot has no such box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unrated: Option<Given>,
    /// Kết luận: the rating that the meeting proposes, in a yearly review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<WorkRating>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Mức xếp loại chất lượng of a party member, with the letters that tables print for it.
#[doc(alias = "xếp loại")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum WorkRating {
    /// Hoàn thành xuất sắc nhiệm vụ.
    #[serde(rename = "HTXSNV")]
    Excellent,
    /// Hoàn thành tốt nhiệm vụ.
    #[serde(rename = "HTTNV")]
    Good,
    /// Hoàn thành nhiệm vụ.
    #[serde(rename = "HTNV")]
    Completed,
    /// Không hoàn thành nhiệm vụ.
    #[serde(rename = "Không HTNV")]
    Failed,
}

/// Số bản: how many copies the minutes have, and where one is kept.
#[doc(alias = "số bản")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counterparts {
    /// How many there are.
    pub copies: u32,
    /// Where one of them is kept: `Văn phòng Đảng uỷ`.
    pub kept_at: Text,
}
