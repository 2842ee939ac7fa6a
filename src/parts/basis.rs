//! Căn cứ: what a paper rests on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::CitedDate;
use crate::text::Text;

/// Căn cứ: a legal basis of the document (05-HD/VPTW II.I.6.2.3).
#[doc(alias = "căn cứ")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Text printed after `Căn cứ`, without punctuation at the end, for the Party's Charter and for laws:
    /// `Điều lệ Đảng Cộng sản Việt Nam`. In JSON `{"text": …}`.
    Text(Text),
    /// A document with a number, printed after `Căn cứ`. In JSON `{"document": …}`.
    Document(Citation),
    /// The body whose proposal was considered, printed after `Xét đề nghị của`: `Ban Tổ chức Đảng uỷ`. In
    /// JSON `{"proposal": …}`.
    #[doc(alias = "xét đề nghị")]
    Proposal(Text),
}

/// A cited document: type, number, date, issuer, subject (05-HD/VPTW II.I.6.1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Tên loại: the type, `Kết luận`.
    pub kind: Text,
    /// Số và ký hiệu: number and symbol as printed in the cited document, `21-KL/TW`.
    pub symbol: Text,
    /// The date of the cited document.
    pub date: CitedDate,
    /// The body that issued the cited document: `Bộ Chính trị`.
    pub issuer: Text,
    /// Trích yếu: the subject of the cited document, without `về`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Text>,
}

impl Citation {
    /// A document with its type (`Kết luận`), its number and symbol (`21-KL/TW`), its date and its issuer.
    #[must_use]
    pub fn new(
        kind: impl Into<Text>,
        symbol: impl Into<Text>,
        date: impl Into<CitedDate>,
        issuer: impl Into<Text>,
    ) -> Citation {
        let (kind, symbol, date, issuer) = (kind.into(), symbol.into(), date.into(), issuer.into());
        Citation { kind, symbol, date, issuer, subject: None }
    }
}

setters!(Citation {
    /// Sets `subject`. Trích yếu: the subject of the cited document, without `về`.
    subject: some Text = subject;
});

impl From<&str> for Basis {
    fn from(text: &str) -> Basis {
        Basis::Text(text.into())
    }
}

impl From<String> for Basis {
    fn from(text: String) -> Basis {
        Basis::Text(text.into())
    }
}

impl From<Citation> for Basis {
    fn from(document: Citation) -> Basis {
        Basis::Document(document)
    }
}
