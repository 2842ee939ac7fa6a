//! Of what minutes are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of meeting that minutes record.
#[doc(alias = "sinh hoạt chi bộ")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MinutesVariant {
    /// Sinh hoạt chi bộ định kỳ: a regular session. In JSON `"regular"`.
    #[doc(alias = "sinh hoạt định kỳ")]
    Regular,
    /// Họp chi uỷ: a committee meeting. Its attendance counts committee members. In JSON `"committee"`.
    #[doc(alias = "họp chi uỷ")]
    Committee,
    /// Sinh hoạt chuyên đề: a thematic session. In JSON `"thematic"`.
    #[doc(alias = "sinh hoạt chuyên đề")]
    Thematic,
    /// Diễn đàn chi bộ: a forum, with papers and solutions. In JSON `"forum"`.
    #[doc(alias = "diễn đàn")]
    Forum,
    /// Họp đánh giá chất lượng đảng viên: a yearly review of members, with ballots on each. In JSON
    /// `"yearly_review"`.
    #[doc(alias = "kiểm điểm, xếp loại")]
    YearlyReview,
    /// Kiểm phiếu: a ballot count. The head of the tellers (tổ kiểm phiếu) signs for the tellers. In JSON
    /// `"ballot_count"`.
    #[doc(alias = "kiểm phiếu")]
    BallotCount,
    /// Trích biên bản: an extract of other minutes, with `Trích biên bản` as type name. An extract of a
    /// congress's minutes is signed as those minutes are. In JSON `"extract"`.
    #[doc(alias = "trích biên bản")]
    Extract,
    /// Diễn biến đại hội: a congress. The minutes are signed for its đoàn thư ký (secretariat) and its đoàn
    /// chủ tịch (presidium) (05-HD/VPTW II.I.7.1.4a). In JSON `"congress"`.
    #[doc(alias = "đại hội")]
    Congress,
    /// Thảo luận: a discussion of a congress, in a group or in the hall. The recorder signs, and the head of
    /// the đoàn thư ký (secretariat) for it (05-HD/VPTW II.I.7.1.4a). In JSON `"discussion"`.
    #[doc(alias = "thảo luận tổ")]
    Discussion,
}
