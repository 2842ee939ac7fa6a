//! Nghị quyết.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Appendix, Basis, Confirmation, Frame, Given, Issuer, Marks, PaperDate, Record, Section, Signature, Vote,
};
use crate::error::{Problems, Result};
use crate::rules::{Profile, ProfileId, body};
use crate::text::Text;

/// Nghị quyết: what a party organisation has resolved.
///
/// ```
/// use vanban::{Record, Renderer, Resolution};
/// let resolution = Resolution::example();
/// assert_eq!(Resolution::from_json(&resolution.to_json()?)?, resolution);
/// assert!(Renderer::new().check(&resolution).is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "nghị quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// The guidance whose layout the paper follows; left out, the Renderer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cơ quan ban hành.
    pub issuer: Issuer,
    /// Dự thảo lần: which draft it is; left out for a final paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<u32>,
    /// Số: the number, or `"by_hand"`. A draft has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh: `Quảng Trị`.
    pub place: Text,
    /// Ngày tháng năm.
    pub date: PaperDate,
    /// The author, `Ban Thường vụ Đảng uỷ`, where committee and standing committee both issue
    /// resolutions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_line: Option<Text>,
    /// Trích yếu: `về thực hiện trách nhiệm nêu gương …`.
    pub abstract_line: Text,
    /// Căn cứ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// What leads from the grounds to what is resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// What is resolved.
    pub sections: Vec<Section>,
    /// Level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `) for a short paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
    /// Kết quả biểu quyết.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// The closing paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
    /// Nơi nhận, without marks at the end; the archive comes last: `Lưu Chi bộ`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// Who signs; a draft may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// Who signs for the other bodies that issue the paper too; the first stands at the left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint_signatures: Vec<Signature>,
    /// Xác nhận chữ ký, of a congress without a seal of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Confirmation>,
    /// Marks that the paper carries: urgency, circulation, contact …
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// Phụ lục.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<Appendix>,
}

impl Resolution {
    /// A real resolution after a forum, complete and numbered, as JSON.
    pub const EXAMPLE: &'static str = include_str!("../../examples/data/resolution_numbered.json");

    /// A real resolution after a forum, complete and numbered.
    #[must_use]
    pub fn example() -> Resolution {
        #[allow(clippy::expect_used, reason = "the JSON is fixed at compile time, and tests read it")]
        Resolution::from_json(Resolution::EXAMPLE).expect("the built-in example is sound")
    }

    /// Reads a resolution from JSON; see [`Record::from_json`].
    ///
    /// # Errors
    /// [`Error::Shape`](crate::Error::Shape) where the JSON is not a resolution's.
    pub fn from_json(json: &str) -> Result<Resolution> {
        <Resolution as Record>::from_json(json)
    }
}

impl Record for Resolution {
    const KIND: &'static str = "resolution";
    const TEMPLATE: &'static str = include_str!("../../templates/resolution.hbs");

    fn frame(&self) -> Frame {
        let (issuer, abstract_line) = (self.issuer.clone(), self.abstract_line.clone());
        Frame {
            profile: self.profile,
            draft: self.draft,
            number: self.number,
            author_line: self.author_line.clone(),
            recipients: self.recipients.clone(),
            signature: self.signature.clone(),
            joint_signatures: self.joint_signatures.clone(),
            confirmation: self.confirmation.clone(),
            marks: self.marks.clone(),
            appendices: self.appendices.clone(),
            ..Frame::new("Nghị quyết", "NQ", issuer, self.place.clone(), self.date, abstract_line)
        }
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        body::basis(&self.basis, self.date.calendar(), problems);
        body::sections(&self.sections, self.first_level, problems);
        if let Some(vote) = &self.vote {
            body::vote(vote, problems);
        }
        let last = match (&self.closing, &self.vote) {
            (Some(closing), _) => Some(("closing".to_owned(), closing)),
            // The wording of the vote ends the body, and it ends well.
            (None, Some(_)) => None,
            (None, None) => body::last_paragraph(&self.sections),
        };
        body::appendices(&self.appendices, &self.sections, problems);
        if let Some((path, text)) = last {
            body::ends_with_full_stop(&path, text, profile, problems);
        }
    }
}
