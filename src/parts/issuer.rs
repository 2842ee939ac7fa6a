//! Cơ quan ban hành: who issues a paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::{self, Body};
use crate::text::Text;

/// Cơ quan ban hành: the body that issues the document, as the letterhead names it (05-HD/VPTW II.I.2).
///
/// Write names as in a sentence, `Chi bộ Phòng 7-9`; the letterhead prints them in capitals. The library
/// breaks a long name into lines of about equal length; line breaks in the name are kept.
#[doc(alias = "cơ quan ban hành")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Issuer {
    /// Tên cơ quan cấp trên trực tiếp: the direct superior, `Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<Text>,
    /// Tên cơ quan ban hành: the name, `Chi bộ Phòng 7-9`.
    pub name: Text,
    /// Ký hiệu: the code in the document's number, `CB`, `ĐU`, `TU`. By default it follows from the name:
    /// `CB` from `Chi bộ …`. If none follows, a numbered document must have this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Text>,
    /// Loại tổ chức, cơ quan: the type of body. By default it follows from how the name begins: `Chi bộ …`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
}

impl Issuer {
    /// An issuer with this name, as in a sentence: `Chi bộ Phòng 7-9`.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Issuer {
        Issuer { superior: None, name: name.into(), code: None, body: None }
    }

    /// The type of body: the field `body`, else the type that follows from the name. `None` if the name
    /// begins in no known way.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        self.body.or_else(|| body::of(self.name.as_str()))
    }

    /// Ký hiệu: the field `code`, else the code that follows from the names. The code of a committee's body
    /// ends with the committee's: `UBKTĐU` (05-HD/VPTW II.I.3.1.2b). `None` if no code follows.
    #[must_use]
    pub fn full_code(&self) -> Option<String> {
        self.code.as_ref().map(Text::to_string).or_else(|| self.told_code())
    }

    /// The code that the name tells.
    pub(crate) fn told_code(&self) -> Option<String> {
        body::code(self.name.as_str(), self.superior.as_ref().map(Text::as_str))
    }
}

setters!(Issuer {
    /// Sets `superior`. Tên cơ quan cấp trên trực tiếp: the direct superior, `Đảng bộ Viện kiểm sát nhân dân
    /// tỉnh Quảng Trị`.
    under: some Text = superior;
    /// Sets `code`. Ký hiệu: the code in the document's number, `CB`, `ĐU`, `TU`. By default it follows from
    /// the name: `CB` from `Chi bộ …`. If none follows, a numbered document must have this field.
    code: some Text = code;
    /// Sets `body`. Loại tổ chức, cơ quan: the type of body. By default it follows from how the name begins:
    /// `Chi bộ …`.
    of: some Body = body;
});
