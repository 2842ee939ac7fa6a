//! The body that most papers have.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Basis, Section, flat};
use crate::text::Text;

/// The usual body of a document: căn cứ (legal bases), an opening, sections, a closing paragraph. In JSON its
/// fields are at the same level as the document's other fields.
///
/// ```
/// use vanban::parts::{Outline, Section};
/// let outline = Outline::default()
///     .basis("Điều lệ Đảng Cộng sản Việt Nam")
///     .section(Section::new("Nhiệm vụ trọng tâm").paragraph("Giải quyết các vụ án quá hạn."));
/// assert_eq!(outline.sections.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Outline {
    /// Căn cứ: the legal bases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// The text between the căn cứ (legal bases) and the sections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// Mục: the outermost sections. Empty if the opening is the whole text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `) for a short document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
    /// The closing paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
}

impl Outline {
    /// The JSON names of the fields of `Outline`.
    pub const KEYS: &[&str] = &["basis", "opening", "sections", "first_level", "closing"];
}

outline_setters!(Outline);

impl Serialize for Outline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Outline::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Outline, D::Error> {
        flat::read(deserializer, "Outline", Outline::KEYS, |fields| Outline::deserialize(fields))
    }
}
