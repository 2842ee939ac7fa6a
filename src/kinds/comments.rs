//! Bảng tổng hợp ý kiến góp ý.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Closing, Frame, Issuer, PaperDate, Signature};
use crate::path::Path;
use crate::profile::{Layout, ProfileId};
use crate::text::{Text, after, in_running_text};

/// Bảng tổng hợp ý kiến góp ý: the comments on a draft, each with the answer.
///
/// ```
/// use vanban::{Record, Renderer};
/// use vanban::kinds::Comments;
/// let comments = Comments::example();
/// assert_eq!(Comments::from_json(&comments.to_json()?)?, comments);
/// assert!(Renderer::new().check(&comments).is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "góp ý")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Comments {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Cơ quan ban hành: the issuing body.
    pub issuer: Issuer,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date.
    pub date: PaperDate,
    /// Trích yếu: the subject, `ý kiến góp ý dự thảo lần 1 Nghị quyết về …`.
    pub subject: Text,
    /// Đối tượng lấy ý kiến: who was asked for comments, without punctuation at the end. Not printed if
    /// `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Text>,
    /// The comments. Without any, the table has empty rows to be filled in.
    pub comments: Vec<Comment>,
    /// Hết thời hạn lấy ý kiến mà không có góp ý nào: whether nobody commented in time. A sentence that says
    /// so then replaces the table, and `comments` must be empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub none_received: bool,
    /// Nơi nhận: the recipients.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// The signature, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// Ý kiến góp ý: a comment and the answer to it.
#[doc(alias = "tiếp thu, giải trình")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Người, đơn vị góp ý: who made the comment.
    pub commenter: Text,
    /// Nội dung góp ý: the comment, with the part, section and page that it is about.
    pub content: Text,
    /// Tiếp thu: what was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Text>,
    /// Giải trình: why it was not accepted, or not completely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explained: Option<Text>,
}

impl Comment {
    /// That it was not answered, in a sentence.
    pub(crate) fn unanswered(&self) -> String {
        let name = in_running_text(self.commenter.as_str());
        // `Phòng 9`, `Tổ đảng số 1` are names; who is addressed or counted is none.
        let common = ["Đồng chí ", "Tập thể ", "Các ", "Một số ", "Toàn thể "];
        let addressed = common.iter().any(|word| after(self.commenter.as_str(), word).is_some());
        let name = if addressed { name.as_str() } else { self.commenter.as_str() };
        format!("góp ý của {name} chưa được tiếp thu, cũng chưa giải trình")
    }

    /// Whether the comment has an answer: [`Comment::accepted`], [`Comment::explained`] or both.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.accepted.is_some() || self.explained.is_some()
    }
}

impl Comment {
    /// A comment without an answer.
    #[must_use]
    pub fn new(commenter: impl Into<Text>, content: impl Into<Text>) -> Comment {
        Comment { commenter: commenter.into(), content: content.into(), accepted: None, explained: None }
    }
}

setters!(Comment {
    /// Sets `accepted`. Tiếp thu: what was accepted.
    accepted: some Text = accepted;
    /// Sets `explained`. Giải trình: why it was not accepted, or not completely.
    explained: some Text = explained;
});

record!(
    Comments,
    "../../examples/data/comments.json",
    "An example: the comments on the draft resolution of a forum"
);

impl Comments {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        comments: impl IntoIterator<Item = impl Into<Comment>>,
    ) -> Comments {
        Comments {
            profile: None,
            layout: None,
            issuer,
            place: place.into(),
            date,
            subject: subject.into(),
            asked: None,
            comments: comments.into_iter().map(Into::into).collect(),
            none_received: false,
            recipients: Vec::new(),
            signature: None,
        }
    }
}
setters!(Comments {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `issuer`. Cơ quan ban hành: the issuing body.
    issuer: set Issuer = issuer;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date.
    date: set PaperDate = date;
    /// Sets `subject`. Trích yếu: the subject, `ý kiến góp ý dự thảo lần 1 Nghị quyết về …`.
    subject: set Text = subject;
    /// Sets `asked`. Đối tượng lấy ý kiến: who was asked for comments, without punctuation at the end. Not
    /// printed if `None`.
    asked: some Text = asked;
    /// Sets `comments`. The comments. Without any, the table has empty rows to be filled in.
    comments: all Comment = comments;
    /// Adds one element to `comments`. The comments. Without any, the table has empty rows to be filled in.
    comment: push Comment = comments;
    /// Sets `none_received` to `true`. Hết thời hạn lấy ý kiến mà không có góp ý nào: whether nobody
    /// commented in time. A sentence that says so then replaces the table, and `comments` must be empty.
    none_received: yes bool = none_received;
    /// Sets `recipients`. Nơi nhận: the recipients.
    recipients: all Text = recipients;
    /// Sets `signature`. The signature, if there is one.
    signature: some Signature = signature;
});

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../templates/comments.hbs");

impl TypedRecord for Comments {
    kind!(
        Kind::of::<Comments>("comments", "bảng tổng hợp ý kiến góp ý")
            .titled("Bảng tổng hợp", "")
            .worded(TEMPLATE)
            .exemplified(Comments::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let (issuer, subject) = (self.issuer.clone(), self.subject.clone());
        Frame {
            profile: self.profile,
            layout: self.layout,
            numbered: false,
            recipients: self.recipients.clone(),
            signature: self.signature.clone(),
            closing: Closing::Form,
            ..Frame::new("Bảng tổng hợp", "", issuer, self.place.clone(), self.date, subject)
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        let problems = &mut *checks.problems;
        for (index, comment) in self.comments.iter().enumerate().filter(|(_, it)| !it.is_answered()) {
            problems.warning(
                "comments.unanswered",
                Path::at("comments").index(index),
                "quy ước",
                comment.unanswered(),
            );
        }
        if self.none_received && !self.comments.is_empty() {
            problems.error(
                "comments.some_received",
                "none_received",
                "quy ước",
                "bảng đã có góp ý mà lại ghi không có góp ý nào; hãy bỏ none_received",
            );
            problems.at_its_field("bảng đã có góp ý mà lại ghi không có góp ý nào; hãy bỏ chọn mục này");
        }
        // Its body is the table alone then, in letters of its own.
        if let Some(layout) = self.layout.filter(|_| self.asked.is_none() && !self.none_received) {
            let why = "bảng tổng hợp này không có đoạn văn nào";
            layout.refuse(&["body_pt", "first_line_mm", "paragraph_gap_pt"], "quy ước", why, problems);
        }
    }
}
