//! Of what minutes are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of meeting of minutes.
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
    /// Kiểm phiếu: a ballot count. The head of the tellers signs for them. In JSON `"ballot_count"`.
    #[doc(alias = "kiểm phiếu")]
    BallotCount,
    /// Trích biên bản: a part of other minutes, with `Trích biên bản` as type name. That of a congress is signed
    /// as the congress's minutes are. In JSON `"extract"`.
    #[doc(alias = "trích biên bản")]
    Extract,
    /// Diễn biến đại hội: a congress, signed for its đoàn thư ký and its đoàn chủ tịch (05-HD/VPTW
    /// II.I.7.1.4a). In JSON `"congress"`.
    #[doc(alias = "đại hội")]
    Congress,
    /// Thảo luận: a discussion of a congress, in a group or in the hall, signed by the recorder and for the
    /// đoàn thư ký (05-HD/VPTW II.I.7.1.4a). In JSON `"discussion"`.
    #[doc(alias = "thảo luận tổ")]
    Discussion,
}
