//! Quyền hạn ký, chức vụ và họ tên.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Picture;
use crate::text::Text;

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

/// Quyền hạn ký (05-HD/VPTW II.I.7.1.1). The mark that papers print is read too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(transform = super::spelt::capacity)]
pub enum Capacity {
    /// `T/M`: for a committee that decides together.
    #[doc(alias = "thay mặt")]
    #[serde(alias = "T/M")]
    OnBehalfOf,
    /// `K/T`: a deputy for the head of a body that one person heads.
    #[doc(alias = "ký thay")]
    #[serde(alias = "K/T")]
    SigningFor,
    /// `T/L`: by order of a standing committee or a head.
    #[doc(alias = "thừa lệnh")]
    #[serde(alias = "T/L")]
    ByOrderOf,
    /// `Q.`: as acting head.
    #[doc(alias = "quyền")]
    #[serde(alias = "Q.")]
    Acting,
    /// The head signs in person.
    Direct,
}

impl Signature {
    /// Signed for a body that decides together: `T/M`, the body, `Chi bộ`, the signer's office without the
    /// body's name, `Bí thư`, and name.
    #[doc(alias = "thay mặt")]
    #[must_use]
    pub fn on_behalf_of(
        body: impl Into<Text>,
        position: impl Into<Text>,
        name: impl Into<Text>,
    ) -> Signature {
        Signature::of(Capacity::OnBehalfOf, Some(body.into()), position.into(), name.into())
    }

    /// Signed by a deputy for the head of a body that one person heads: `K/T`, the head, `Trưởng Ban`, the
    /// signer's office and name.
    #[doc(alias = "ký thay")]
    #[must_use]
    pub fn signing_for(head: impl Into<Text>, position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::SigningFor, Some(head.into()), position.into(), name.into())
    }

    /// Signed by order: `T/L`, of whom, the signer's office and name.
    #[doc(alias = "thừa lệnh")]
    #[must_use]
    pub fn by_order_of(head: impl Into<Text>, position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::ByOrderOf, Some(head.into()), position.into(), name.into())
    }

    /// Signed as acting head: `Q.`, the office and the name.
    #[doc(alias = "quyền")]
    #[must_use]
    pub fn acting(position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::Acting, None, position.into(), name.into())
    }

    /// Signed by the head in person: office and name.
    #[must_use]
    pub fn direct(position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::Direct, None, position.into(), name.into())
    }

    fn of(capacity: Capacity, body: Option<Text>, position: Text, name: Text) -> Signature {
        Signature { capacity, body, position: Some(position), also: None, name: Some(name), image: None }
    }

    /// Without the name, which is left for the pen.
    #[must_use]
    pub fn unnamed(mut self) -> Signature {
        self.name = None;
        self
    }

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

setters!(Signature {
    /// For this body: beside a position in a joint paper, `Giám đốc`, `Công an tỉnh`.
    body: some Text = body;
    /// With the office that the signer signs in beside the position: kiêm.
    also: some Text = also;
    /// With a picture of the signature.
    image: some Picture = image;
});

impl Confirmation {
    /// Whose signature is confirmed, and who confirms it.
    #[must_use]
    pub fn new(of: impl Into<Text>, signature: Signature) -> Confirmation {
        Confirmation { of: of.into(), signature }
    }
}
