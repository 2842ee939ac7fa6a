//! Marks that a paper may carry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Picture;
use crate::text::Text;

/// Thành phần thể thức bổ sung: additional marks of a document (05-HD/VPTW II.II).
#[doc(alias = "thành phần thể thức bổ sung")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Độ khẩn: the urgency, printed under the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Phạm vi lưu hành: the circulation note, in the top margin of the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circulation: Option<Circulation>,
    /// Không phổ biến trên phương tiện thông tin đại chúng: whether the note “not for the media” is printed,
    /// at the foot of the last page (36-HD/VPTW: under the signature).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_broadcast: bool,
    /// Thông tin liên hệ: the contact, `Văn phòng Đảng uỷ, điện thoại 0233 3852 123`. It is printed under a
    /// line at the foot of the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
    /// Ký hiệu người soạn thảo và số bản: the drafter's mark and the number of copies, `NguyenVanAn-26`,
    /// printed below the recipients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<Text>,
    /// Biểu trưng: the caller's own emblem, centred above the letterhead of page 1. The guidance has no
    /// emblem, so a document with a number gets a warning. Certificates and an office's own forms may have
    /// one (convention).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emblem: Option<Picture>,
}

impl Marks {
    /// Whether there are no marks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Marks::default()
    }
}

/// Độ khẩn: the urgency (05-HD/VPTW II.II.3).
#[doc(alias = "độ khẩn")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// KHẨN (urgent). In JSON `"urgent"`.
    Urgent,
    /// THƯỢNG KHẨN (very urgent). In JSON `"very_urgent"`.
    VeryUrgent,
    /// HOẢ TỐC (express). In JSON `"express"`.
    Express,
}

/// Phạm vi lưu hành: a note that limits the circulation of the document (05-HD/VPTW II.II.4.1).
#[doc(alias = "phạm vi lưu hành")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Circulation {
    /// TÀI LIỆU HỘI NGHỊ (conference document). In JSON `"for_conference"`.
    ForConference,
    /// TÀI LIỆU THU HỒI (will be collected again). In JSON `"to_be_collected"`.
    ToBeCollected,
    /// XONG HỘI NGHỊ TRẢ LẠI (return it after the conference). In JSON `"return_after_conference"`.
    ReturnAfterConference,
    /// XEM XONG TRẢ LẠI (return it after reading). In JSON `"return_after_reading"`.
    ReturnAfterReading,
    /// LƯU HÀNH NỘI BỘ (internal circulation). In JSON `"internal"`.
    Internal,
}

impl Urgency {
    /// The printed mark.
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
    /// The printed note.
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

setters!(Marks {
    /// Sets `urgency`. Độ khẩn: the urgency, printed under the number.
    urgency: some Urgency = urgency;
    /// Sets `circulation`. Phạm vi lưu hành: the circulation note, in the top margin of the first page.
    circulation: some Circulation = circulation;
    /// Sets `no_broadcast` to `true`. Không phổ biến trên phương tiện thông tin đại chúng: whether the note
    /// “not for the media” is printed, at the foot of the last page (36-HD/VPTW: under the signature).
    no_broadcast: yes bool = no_broadcast;
    /// Sets `contact`. Thông tin liên hệ: the contact, `Văn phòng Đảng uỷ, điện thoại 0233 3852 123`. It is
    /// printed under a line at the foot of the last page.
    contact: some Text = contact;
    /// Sets `drafter`. Ký hiệu người soạn thảo và số bản: the drafter's mark and the number of copies,
    /// `NguyenVanAn-26`, printed below the recipients.
    drafter: some Text = drafter;
    /// Sets `emblem`. Biểu trưng: the caller's own emblem, centred above the letterhead of page 1. The
    /// guidance has no emblem, so a document with a number gets a warning. Certificates and an office's own
    /// forms may have one (convention).
    emblem: some Picture = emblem;
});
