//! The fields that most kinds share.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Appendix, Confirmation, Frame, Given, Issuer, Marks, PaperDate, Signature, flat};
use crate::profile::{Layout, ProfileId};
use crate::text::{Text, plain_spaces, upper};

/// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients. In JSON
/// they are at the same level as the document's other fields.
///
/// ```
/// use vanban::parts::{Issuer, Paper, PaperDate, Signature};
/// let paper = Paper::new(Issuer::new("Chi bộ Phòng 7-9"), "Quảng Trị", PaperDate::new(2026, 6, 5), "về học tập")
///     .number(5)
///     .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
///     .signature(Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn An"));
/// assert_eq!(paper.recipients.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Paper {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Cơ quan ban hành: the issuing body.
    pub issuer: Issuer,
    /// Dự thảo lần: the number of the draft, from 1. `None` for a final document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<u32>,
    /// Số: the number of the document, from 1, or a blank to be filled in by hand. `None` for a draft, and
    /// for a document without a number line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh: the place of issue, printed before the date: `Quảng Trị`.
    pub place: Text,
    /// Ngày tháng năm: the date of the document.
    pub date: PaperDate,
    /// The author (`Ban Thường vụ Đảng uỷ`), if both the committee and its standing committee issue documents
    /// of this type. It is printed as `của …` between type name and subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_line: Option<Text>,
    /// Trích yếu: what the document is about, `về thực hiện trách nhiệm nêu gương …`. The library breaks a
    /// long subject into lines of about equal length; line breaks in the subject are kept.
    pub subject: Text,
    /// Nơi nhận: the recipients, without punctuation at the end. The archive is last: `Lưu Chi bộ`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// The signature; a draft may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// The signatures of the other bodies of a joint document. The first one is at the left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint_signatures: Vec<Signature>,
    /// Xác nhận chữ ký: the confirmation of the signature, for a body without a seal, such as a congress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Confirmation>,
    /// The additional marks: urgency, circulation, contact …
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// Phụ lục: the appendices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<Appendix>,
}

impl Paper {
    /// The JSON names of the fields of `Paper`.
    pub const KEYS: &[&str] = &[
        "profile",
        "layout",
        "issuer",
        "draft",
        "number",
        "place",
        "date",
        "author_line",
        "subject",
        "recipients",
        "signature",
        "joint_signatures",
        "confirmation",
        "marks",
        "appendices",
    ];

    /// The shared fields, with the required values.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Paper {
        Paper {
            profile: None,
            layout: None,
            issuer,
            draft: None,
            number: None,
            place: place.into(),
            date,
            author_line: None,
            subject: subject.into(),
            recipients: Vec::new(),
            signature: None,
            joint_signatures: Vec::new(),
            confirmation: None,
            marks: Marks::default(),
            appendices: Vec::new(),
        }
    }

    /// The frame of a document with this type name (`Nghị quyết`) and this code (`NQ`).
    #[must_use]
    pub fn frame(
        &self,
        type_name: impl Into<std::borrow::Cow<'static, str>>,
        type_code: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Frame {
        let (issuer, place) = (self.issuer.clone(), self.place.clone());
        Frame {
            profile: self.profile,
            layout: self.layout,
            draft: self.draft,
            number: self.number,
            author_line: self.author_line.clone(),
            recipients: self.recipients.clone(),
            signature: self.signature.clone(),
            joint_signatures: self.joint_signatures.clone(),
            confirmation: self.confirmation.clone(),
            marks: self.marks.clone(),
            appendices: self.appendices.clone(),
            ..Frame::new(type_name, type_code, issuer, place, self.date, self.subject.clone())
        }
    }
}

impl Paper {
    /// Who acts, as in a sentence: the issuer or, as the signature says, its ban thường vụ, with which it shares the
    /// letterhead.
    pub(crate) fn acting(&self) -> String {
        let issuer = &self.issuer.name;
        let body = self.signature.as_ref().and_then(|signature| signature.body.as_ref());
        match body {
            Some(body) if upper(&plain_spaces(body.as_str())) == "BAN THƯỜNG VỤ" => {
                format!("{body} {issuer}")
            }
            _ => issuer.to_string(),
        }
    }
}

paper_setters!(Paper);

impl Serialize for Paper {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Paper::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Paper {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Paper, D::Error> {
        flat::read(deserializer, "Paper", Paper::KEYS, |fields| Paper::deserialize(fields))
    }
}
