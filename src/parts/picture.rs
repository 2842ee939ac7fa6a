//! Pictures in records.

use std::fmt;

use base64::engine::general_purpose::STANDARD;
use base64::{DecodeError, Engine};
use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::raster::Png;
use crate::text::Text;

/// Hình ảnh: a picture with its alternative text.
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
    /// The image. In JSON it is base64 without line breaks. Templates cannot read it.
    pub png: Png,
    /// Văn bản thay thế: the alternative text, `Biểu trưng của Chi bộ`. By default a signature has `Chữ ký
    /// của` and the signer's name. An emblem must have an alternative text: without one the check reports an
    /// error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<Text>,
}

impl Picture {
    /// A picture without an alternative text. An emblem needs one: set it with [`Picture::alternative_text`].
    #[must_use]
    pub fn new(png: Png) -> Picture {
        Picture { png, alternative_text: None }
    }
}

setters!(Picture {
    /// Sets `alternative_text`. Văn bản thay thế: the alternative text, `Biểu trưng của Chi bộ`. By default a
    /// signature has `Chữ ký của` and the signer's name. An emblem must have an alternative text: without one
    /// the check reports an error.
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
                    let why = refused(&error);
                    E::custom(format!("dữ liệu ảnh không đúng dạng base64: {why}; hãy mã hoá lại tệp ảnh"))
                })
            }
        }
        deserializer.deserialize_str(Base64)
    }
}

/// Why a text is no base64, for the office; places are counted from 1.
fn refused(error: &DecodeError) -> String {
    match error {
        DecodeError::InvalidByte(at, _) => format!("ký tự thứ {} không thuộc base64", at + 1),
        DecodeError::InvalidLength(_) => "thiếu ký tự ở cuối".to_owned(),
        DecodeError::InvalidLastSymbol { .. } => "ký tự cuối không đúng".to_owned(),
        DecodeError::InvalidPadding => "thiếu dấu “=” ở cuối".to_owned(),
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
