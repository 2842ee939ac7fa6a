//! Công văn.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Address, Frame, Issuer, Outline, Paper, PaperDate};
use crate::text::Text;

/// Công văn: a letter between offices. Its subject, `về việc …`, is under the number, and the type name is not
/// printed (05-HD/VPTW II.I.5.2.3).
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::OfficialLetter;
/// let document = Renderer::new().render(&OfficialLetter::example())?;
/// assert_eq!(document.file_name(), "cong-van-12-cv-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "công văn")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct OfficialLetter {
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The addressees, without punctuation at the end.
    #[doc(alias = "kính gửi")]
    pub addressees: Vec<Text>,
    /// Tài liệu kèm theo: the attachments, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Text>,
}

record!(
    OfficialLetter,
    "../../examples/data/official_letter.json",
    "An example: a real document of this kind"
);

impl OfficialLetter {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        addressees: impl IntoIterator<Item = impl Into<Text>>,
    ) -> OfficialLetter {
        OfficialLetter {
            paper: Paper::new(issuer, place, date, subject),
            outline: Outline::default(),
            addressees: addressees.into_iter().map(Into::into).collect(),
            attachments: Vec::new(),
        }
    }
}

paper_setters!(OfficialLetter, paper);
outline_setters!(OfficialLetter, outline);
setters!(OfficialLetter {
    /// Sets `addressees`. The addressees, without punctuation at the end.
    addressees: all Text = addressees;
    /// Sets `attachments`. Tài liệu kèm theo: the attachments, without punctuation at the end.
    attachments: all Text = attachments;
    /// Adds one element to `attachments`. Tài liệu kèm theo: the attachments, without punctuation at the end.
    attachment: push Text = attachments;
});

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/parts/closing.hbs"),
    include_str!("../../templates/parts/attachments.hbs"),
);

impl TypedRecord for OfficialLetter {
    kind!(
        Kind::of::<OfficialLetter>("official_letter", "công văn")
            .titled("Công văn", "CV")
            .worded(TEMPLATE)
            .exemplified(OfficialLetter::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Frame {
            letter: true,
            address: Some(Address::To(self.addressees.clone())),
            ..Self::typed_kind().frame(&self.paper)
        }
        .stands_at("address", "addressees")
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.content(&self.outline, false);
        if self.paper.author_line.is_some() {
            checks.problems.error(
                "official_letter.author_line",
                "author_line",
                "05-HD/VPTW II.I.5.1.1",
                "công văn không ghi tên loại nên không có dòng tác giả; hãy bỏ author_line",
            );
            checks
                .problems
                .at_its_field("công văn không ghi tên loại nên không có dòng tác giả; hãy để trống");
        }
        checks.attachments(&self.attachments);
        checks.outline_around(&self.paper, &self.outline, &[], Checks::last_of(&self.outline));
    }
}
