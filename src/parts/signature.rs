//! Quyền hạn ký, chức vụ và họ tên.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Picture;
use crate::text::Text;

/// Quyền hạn ký, chức vụ và họ tên: a signature with capacity, position and name (05-HD/VPTW II.I.7).
#[doc(alias = "chữ ký")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The capacity in which the person signs: on behalf of a body, for its head …
    pub capacity: Capacity,
    /// The body after `T/M` (`Chi bộ`), or the head after `K/T` or `T/L` (`Trưởng ban`). `None` for a signer
    /// who signs directly or as acting head. Exception: in a joint document such a signer names the body here
    /// (`Tỉnh uỷ`). A line break is kept on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Text>,
    /// Chức vụ: the position without the body's name, `Bí thư`. A member without a position signs `T/M` without
    /// one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Kiêm: a second position in which the person signs, for a body without a seal: `Trưởng ban chỉ đạo`
    /// (II.I.7.1.4đ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<Text>,
    /// Họ và tên: the name without degree or rank. A form or a draft may leave it to be filled in by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Ảnh chữ ký: the picture of the signature, for a document that is signed electronically; blue, on a
    /// transparent background (II.I.7.2.2). It is between position and name. A seal is never drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Picture>,
}

/// Xác nhận chữ ký: confirms that a signature without a seal is the signer's own (05-HD/VPTW II.I.7.1.4e). It
/// is centred under the signatures.
#[doc(alias = "xác nhận chữ ký")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The name of the person whose signature is confirmed, without `đồng chí`.
    pub of: Text,
    /// The signature of the person who confirms it.
    pub signature: Signature,
}

/// Quyền hạn ký: the capacity of a signer (05-HD/VPTW II.I.7.1.1). In JSON the printed mark (`"T/M"`) is read
/// too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(transform = super::spelt::capacity)]
pub enum Capacity {
    /// `T/M` (thay mặt): on behalf of a committee that decides together. In JSON `"on_behalf_of"`.
    #[doc(alias = "thay mặt")]
    #[serde(alias = "T/M")]
    OnBehalfOf,
    /// `K/T` (ký thay): a deputy signs for the head of a body that one person heads. In JSON `"signing_for"`.
    #[doc(alias = "ký thay")]
    #[serde(alias = "K/T")]
    SigningFor,
    /// `T/L` (thừa lệnh): by order of a standing committee or a head. In JSON `"by_order_of"`.
    #[doc(alias = "thừa lệnh")]
    #[serde(alias = "T/L")]
    ByOrderOf,
    /// `Q.` (quyền): as acting head. In JSON `"acting"`.
    #[doc(alias = "quyền")]
    #[serde(alias = "Q.")]
    Acting,
    /// Ký trực tiếp: the head signs in person. In JSON `"direct"`.
    Direct,
}

impl Signature {
    /// Signed on behalf of a body that decides together: `T/M`, the body (`Chi bộ`), the signer's position
    /// without the body's name (`Bí thư`), and the name.
    #[doc(alias = "thay mặt")]
    #[must_use]
    pub fn on_behalf_of(
        body: impl Into<Text>,
        position: impl Into<Text>,
        name: impl Into<Text>,
    ) -> Signature {
        Signature::of(Capacity::OnBehalfOf, Some(body.into()), position.into(), name.into())
    }

    /// Signed by a deputy for the head of a body that one person heads: `K/T`, the head (`Trưởng Ban`), the
    /// signer's position and name.
    #[doc(alias = "ký thay")]
    #[must_use]
    pub fn signing_for(head: impl Into<Text>, position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::SigningFor, Some(head.into()), position.into(), name.into())
    }

    /// Signed by order: `T/L`, the body or head that gave the order, the signer's position and name.
    #[doc(alias = "thừa lệnh")]
    #[must_use]
    pub fn by_order_of(head: impl Into<Text>, position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::ByOrderOf, Some(head.into()), position.into(), name.into())
    }

    /// Signed as acting head: `Q.`, the position and the name.
    #[doc(alias = "quyền")]
    #[must_use]
    pub fn acting(position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::Acting, None, position.into(), name.into())
    }

    /// Signed by the head in person: position and name.
    #[must_use]
    pub fn direct(position: impl Into<Text>, name: impl Into<Text>) -> Signature {
        Signature::of(Capacity::Direct, None, position.into(), name.into())
    }

    fn of(capacity: Capacity, body: Option<Text>, position: Text, name: Text) -> Signature {
        Signature { capacity, body, position: Some(position), also: None, name: Some(name), image: None }
    }

    /// Removes the name, which is then to be filled in by hand.
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
    /// The printed mark: `T/M`, `K/T`, `T/L` or `Q.`. Empty for a head who signs in person.
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
    /// Sets `body`. The body after `T/M` (`Chi bộ`), or the head after `K/T` or `T/L` (`Trưởng ban`). `None`
    /// for a signer who signs directly or as acting head. Exception: in a joint document such a signer names
    /// the body here (`Tỉnh uỷ`). A line break is kept on the page.
    body: some Text = body;
    /// Sets `also`. Kiêm: a second position in which the person signs, for a body without a seal: `Trưởng ban
    /// chỉ đạo` (II.I.7.1.4đ).
    also: some Text = also;
    /// Sets `image`. Ảnh chữ ký: the picture of the signature, for a document that is signed electronically;
    /// blue, on a transparent background (II.I.7.2.2). It is between position and name. A seal is never
    /// drawn.
    image: some Picture = image;
});

impl Confirmation {
    /// A confirmation: the name of the person whose signature is confirmed, and the signature of the person
    /// who confirms it.
    #[must_use]
    pub fn new(of: impl Into<Text>, signature: Signature) -> Confirmation {
        Confirmation { of: of.into(), signature }
    }
}
