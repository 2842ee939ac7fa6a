//! What the kinds of records share: issuer, number, date, citation, section, vote, signature.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DataTable, Given, Picture, Target, TaskReview};
use crate::text::{Text, short_date};

/// Cơ quan ban hành: who issues the paper, as the letterhead names it (05-HD/VPTW II.I.2).
///
/// Names are given as in a sentence, `Chi bộ Phòng 7-9`; the letterhead prints them in capitals. A
/// long name is broken into balanced lines, or where the record has a line break.
#[doc(alias = "cơ quan ban hành")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Tên cơ quan cấp trên trực tiếp: `Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<Text>,
    /// Tên cơ quan ban hành: `Chi bộ Phòng 7-9`.
    pub name: Text,
    /// Ký hiệu: `CB`, `ĐU`, `TU`. Left out, it follows from the name, where the name tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Text>,
}

/// Ngày tháng năm of a paper; day and month may be left for the pen (05-HD/VPTW II.I.4.2).
#[doc(alias = "ngày tháng năm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperDate {
    /// Day of the month; may be left out in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Given>,
    /// Month, 1 to 12; may be left out in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Given>,
    /// Year.
    pub year: i32,
}

/// The date of a cited document. Plain numbers: a date that does not exist is a problem of the
/// record, not an error of its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedDate {
    /// Day of the month.
    pub day: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Year.
    pub year: i32,
}

/// Căn cứ: what a paper rests on (05-HD/VPTW II.I.6.2.3).
#[doc(alias = "căn cứ")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Plain text after `Căn cứ`, for the Party's Charter and for laws: `Điều lệ Đảng Cộng sản Việt
    /// Nam`.
    Text(Text),
    /// A document with its number.
    Document(Citation),
    /// Whose proposal was considered, after `Xét đề nghị của`: `Ban Tổ chức Đảng uỷ`.
    #[doc(alias = "xét đề nghị")]
    Proposal(Text),
}

/// A cited document: type, number, date, issuer, abstract (05-HD/VPTW II.I.6.1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Tên loại: `Kết luận`.
    pub kind: Text,
    /// Số và ký hiệu, whatever its issuer wrote: `21-KL/TW`.
    pub symbol: Text,
    /// Its date.
    pub date: CitedDate,
    /// Its issuer: `Bộ Chính trị`.
    pub issuer: Text,
    /// Trích yếu, without `về`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Text>,
}

/// Mục: a section of the body. Sections nest to five levels (DESIGN.md): `I- `, `1. `, `1.1. `,
/// `a) `, `- `.
#[doc(alias = "mục")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading; without one the number stands before the first paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// Its paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Bảng số liệu, after its paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<DataTable>,
    /// The sections inside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Section>,
    /// A table of last month's tasks, after the paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<TaskReview>,
    /// A table of targets, after the paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

/// Kết quả biểu quyết. Each figure may be left for the pen.
#[doc(alias = "biểu quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Members entitled to vote.
    pub entitled: Given,
    /// Members present.
    pub present: Given,
    /// Tán thành.
    pub in_favour: Given,
    /// Không tán thành.
    pub against: Given,
    /// Không có ý kiến.
    pub abstained: Given,
}

/// Thành phần thể thức bổ sung: marks that a paper may carry (05-HD/VPTW II.II).
#[doc(alias = "thành phần thể thức bổ sung")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Độ khẩn, under the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Phạm vi lưu hành, in the top margin of the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circulation: Option<Circulation>,
    /// Không phổ biến trên phương tiện thông tin đại chúng: at the foot of the last page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_broadcast: bool,
    /// Thông tin liên hệ: under a line at the foot of the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
    /// Ký hiệu người soạn thảo và số bản: `NguyenVanAn-26`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<Text>,
    /// Biểu trưng: the caller's own emblem, centred above the letterhead of page 1. The guidance knows
    /// none, so that a paper with a number gets a warning; certificates and papers of an office's own
    /// carry one (convention).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emblem: Option<Picture>,
}

impl Marks {
    /// Whether the paper carries none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Marks::default()
    }
}

/// Độ khẩn (05-HD/VPTW II.II.3).
#[doc(alias = "độ khẩn")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// KHẨN.
    Urgent,
    /// THƯỢNG KHẨN.
    VeryUrgent,
    /// HOẢ TỐC.
    Express,
}

/// Phạm vi lưu hành (05-HD/VPTW II.II.4.1).
#[doc(alias = "phạm vi lưu hành")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Circulation {
    /// TÀI LIỆU HỘI NGHỊ.
    ForConference,
    /// TÀI LIỆU THU HỒI.
    ToBeCollected,
    /// XONG HỘI NGHỊ TRẢ LẠI.
    ReturnAfterConference,
    /// XEM XONG TRẢ LẠI.
    ReturnAfterReading,
    /// LƯU HÀNH NỘI BỘ.
    Internal,
}

impl Urgency {
    /// The mark as it is printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Urgency::Urgent => "KHẨN",
            Urgency::VeryUrgent => "THƯỢNG KHẨN",
            Urgency::Express => "HOẢ TỐC",
        }
    }
}

impl Circulation {
    /// The note as it is printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Circulation::ForConference => "TÀI LIỆU HỘI NGHỊ",
            Circulation::ToBeCollected => "TÀI LIỆU THU HỒI",
            Circulation::ReturnAfterConference => "XONG HỘI NGHỊ TRẢ LẠI",
            Circulation::ReturnAfterReading => "XEM XONG TRẢ LẠI",
            Circulation::Internal => "LƯU HÀNH NỘI BỘ",
        }
    }
}

/// Phụ lục: pages of its own after the paper (05-HD/VPTW II.II.1).
#[doc(alias = "phụ lục")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Appendix {
    /// Tiêu đề.
    pub title: Text,
    /// Its content.
    pub sections: Vec<Section>,
    /// Level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
    /// Danh sách: whether it is a list, which is called so and not phụ lục, and not numbered with them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list: bool,
    /// On sheets that lie on their long side: for wide content (II.IV.4.3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub landscape: bool,
}

/// Quyền hạn ký, chức vụ và họ tên (05-HD/VPTW II.I.7).
#[doc(alias = "chữ ký")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// In what capacity the signer signs.
    pub capacity: Capacity,
    /// For whom: the body after `T/M` (`Chi bộ`), the head after `K/T` or `T/L` (`Trưởng ban`). None
    /// for who signs directly or as acting head, but in a joint paper his body (`Tỉnh uỷ`). A line break is one
    /// on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Text>,
    /// Chức vụ, without the body's name: `Bí thư`. A member without office signs `T/M` without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Kiêm: the office that he signs in beside the position, for a body without a seal of its own:
    /// `Trưởng ban chỉ đạo` (II.I.7.1.4đ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<Text>,
    /// Họ và tên, without degree or rank; a form or a draft may leave it for the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Ảnh chữ ký of a paper that is signed electronically: blue, on a transparent background
    /// (II.I.7.2.2). It stands between position and name. A seal is never drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Picture>,
}

/// Xác nhận chữ ký: that a signature which may not be sealed is the signer's own (05-HD/VPTW
/// II.I.7.1.4e). It stands centred under the signatures.
#[doc(alias = "xác nhận chữ ký")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Whose signature is confirmed.
    pub of: Text,
    /// Who confirms it.
    pub signature: Signature,
}

/// Quyền hạn ký (05-HD/VPTW II.I.7.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// `T/M`: for a committee that decides together.
    #[doc(alias = "thay mặt")]
    OnBehalfOf,
    /// `K/T`: a deputy for the head of a body that one person heads.
    #[doc(alias = "ký thay")]
    SigningFor,
    /// `T/L`: by order of a standing committee or a head.
    #[doc(alias = "thừa lệnh")]
    ByOrderOf,
    /// `Q.`: as acting head.
    #[doc(alias = "quyền")]
    Acting,
    /// The head signs in person.
    Direct,
}

impl Signature {
    /// Who signs in person under a label; without a name it is left for the pen.
    pub(crate) fn in_person(label: impl Into<Text>, name: Option<Text>) -> Signature {
        let position = Some(label.into());
        Signature { capacity: Capacity::Direct, body: None, position, also: None, name, image: None }
    }
}

impl Capacity {
    /// The mark before the body: `T/M`; empty for who signs directly.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Capacity::OnBehalfOf => "T/M",
            Capacity::SigningFor => "K/T",
            Capacity::ByOrderOf => "T/L",
            Capacity::Acting => "Q.",
            Capacity::Direct => "",
        }
    }
}

impl PaperDate {
    /// The calendar date, where day and month are given and such a day exists.
    #[must_use]
    pub fn calendar(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month?.value()?, self.day?.value()?)
    }
}

impl CitedDate {
    /// The calendar date, where such a day exists.
    #[must_use]
    pub fn calendar(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, self.day)
    }
}

impl fmt::Display for CitedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&short_date(self.day, self.month, self.year))
    }
}
