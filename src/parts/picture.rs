//! Pictures in records.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::raster::Png;
use crate::text::Text;

/// Hình ảnh: a picture, and what it says to a reader who does not see it.
///
/// ```
/// use vanban::parts::{Picture, Png};
/// let picture = Picture::new(Png::new(std::fs::read("examples/data/signature.png")?));
/// assert_eq!(picture.png.bytes()[1..4], *b"PNG");
/// # Ok::<(), std::io::Error>(())
/// ```
#[doc(alias = "hình ảnh")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The PNG; in JSON a string of base64, without line breaks. It does not reach the templates.
    pub png: Png,
    /// Văn bản thay thế: `Biểu trưng của Chi bộ`. Left out of a signature's picture, it names the signer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<Text>,
}

impl Picture {
    /// A picture without a text of its own.
    #[must_use]
    pub fn new(png: Png) -> Picture {
        Picture { png, alternative_text: None }
    }
}

setters!(Picture {
    /// With what it says to a reader who does not see it.
    alternative_text: some Text = alternative_text;
});

impl Serialize for Png {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.bytes()))
    }
}

impl<'de> Deserialize<'de> for Png {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Png, D::Error> {
        struct Base64;
        impl Visitor<'_> for Base64 {
            type Value = Png;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the bytes of a PNG as a string of base64")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Png, E> {
                let bytes = STANDARD.decode(text);
                bytes.map(Png::new).map_err(|error| {
                    E::custom(format!("ảnh không phải là chuỗi base64 ({error}); hãy mã hoá lại tệp ảnh"))
                })
            }
        }
        deserializer.deserialize_str(Base64)
    }
}

impl JsonSchema for Png {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Png".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The bytes of a PNG, in base64",
            "type": "string",
            "contentEncoding": "base64",
            "contentMediaType": "image/png"
        })
    }
}
