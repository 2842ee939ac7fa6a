//! Kỷ yếu.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::error::{self, Problems};
use crate::parts::{Closing, Frame, Issuer, PaperDate, Volume, VolumeEntry};
use crate::path::Path;
use crate::profile::{FreeLayout, FreeStyle, Layout, Length, ProfileId, TextAlign};
use crate::text::Text;

/// Kỷ yếu: a volume of documents with a cover, a foreword and contents. Each document begins on a new page, and page
/// numbers run through the volume. [`Renderer::bind`](crate::Renderer::bind) binds the documents.
/// [`Renderer::render`](crate::Renderer::render) makes only cover, foreword and contents without page numbers.
///
/// ```
/// use vanban::{Bound, Renderer};
/// use vanban::kinds::{BoundPaper, Notice, Proceedings, Resolution};
/// let volume = Proceedings::example()
///     .papers([BoundPaper::new(), BoundPaper::new().title("Thông báo kết luận").author("Chi bộ 3")]);
/// let papers = [Bound::Record(&Resolution::example()), Bound::Record(&Notice::example())];
/// let document = Renderer::new().bind(&volume, &papers)?;
/// assert!(document.words().contains("MỤC LỤC"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "kỷ yếu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Proceedings {
    /// The guidance that the volume and all its documents follow; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch of those documents of the volume that do not choose their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Cơ quan làm kỷ yếu: the body that makes the volume.
    pub issuer: Issuer,
    /// Địa danh: the place, at the foot of the cover.
    pub place: Text,
    /// Ngày tháng năm: the date beside the place.
    pub date: PaperDate,
    /// Tên in trên bìa: the title on the cover; `Kỷ yếu` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What the documents are about, below the title: `Các tham luận tại …`.
    pub subject: Text,
    /// Lời nói đầu: the paragraphs of the foreword.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreword: Vec<Text>,
    /// The name under the foreword: `Ban Biên tập`. Without a foreword it is not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editors: Option<Text>,
    /// Các bài: the documents, in the order of binding.
    pub papers: Vec<BoundPaper>,
}

/// Bài: the entry of a document in the contents of a volume.
#[doc(alias = "bài")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BoundPaper {
    /// Tên tệp: the path of the document's file (a record or a PDF), relative to the file of the volume's
    /// record. The library reads no file; the caller does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Text>,
    /// Tên bài: the title of the document. By default the subject of its record; a PDF must have a title
    /// here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Tên ngắn: a short title for the head of the document's pages. By default the title, cut if it is too
    /// long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_title: Option<Text>,
    /// Tác giả: the author. By default the issuer of the record, after the name of the person who signs it in
    /// their own name, if there is one. A PDF has no default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Text>,
}

record!(
    Proceedings,
    "../../examples/proceedings/proceedings.json",
    "An example: the volume of a thematic meeting"
);

impl Proceedings {
    /// A volume of this body, without foreword and documents.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> Proceedings {
        Proceedings {
            profile: None,
            layout: None,
            issuer,
            place: place.into(),
            date,
            title: None,
            subject: subject.into(),
            foreword: Vec::new(),
            editors: None,
            papers: Vec::new(),
        }
    }

    /// The files of its documents, in order, for the program that reads and binds them.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) with a problem for each entry that has no
    /// [`BoundPaper::file`].
    pub fn files(&self) -> error::Result<Vec<&str>> {
        let mut problems = Problems::default();
        let mut files = Vec::new();
        for (place, paper) in self.papers.iter().enumerate() {
            match &paper.file {
                Some(file) => files.push(file.as_str()),
                None => problems.error(
                    "proceedings.file",
                    Path::at("papers").index(place).field("file"),
                    "quy ước",
                    "chưa ghi tệp của bài; hãy ghi tên tệp, ví dụ “tham-luan-1.json”",
                ),
            }
        }
        let problems = problems.into_vec();
        if problems.is_empty() { Ok(files) } else { Err(error::Error::Invalid(problems)) }
    }
}

impl BoundPaper {
    /// An entry without values: title and author then come from the document.
    #[must_use]
    pub fn new() -> BoundPaper {
        BoundPaper::default()
    }
}

setters!(Proceedings {
    /// Sets `profile`. The guidance that the volume and all its documents follow; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch of those documents of the volume that do not
    /// choose their own.
    layout: some Layout = layout;
    /// Sets `title`. Tên in trên bìa: the title on the cover; `Kỷ yếu` by default.
    title: some Text = title;
    /// Sets `foreword`. Lời nói đầu: the paragraphs of the foreword.
    foreword: all Text = foreword;
    /// Sets `editors`. The name under the foreword: `Ban Biên tập`. Without a foreword it is not printed.
    editors: some Text = editors;
    /// Sets `papers`. Các bài: the documents, in the order of binding.
    papers: all BoundPaper = papers;
    /// Adds one element to `papers`. Các bài: the documents, in the order of binding.
    paper: push BoundPaper = papers;
});

setters!(BoundPaper {
    /// Sets `file`. Tên tệp: the path of the document's file (a record or a PDF), relative to the file of the
    /// volume's record. The library reads no file; the caller does.
    file: some Text = file;
    /// Sets `title`. Tên bài: the title of the document. By default the subject of its record; a PDF must
    /// have a title here.
    title: some Text = title;
    /// Sets `short_title`. Tên ngắn: a short title for the head of the document's pages. By default the
    /// title, cut if it is too long.
    short_title: some Text = short_title;
    /// Sets `author`. Tác giả: the author. By default the issuer of the record, after the name of the person
    /// who signs it in their own name, if there is one. A PDF has no default.
    author: some Text = author;
});

/// How cover and foreword look (convention): title, subject, place and date, editors, in that order.
fn layout() -> FreeLayout {
    let style = |size: f64, align| FreeStyle { align, ..FreeStyle::new(Length::pt(size)) };
    let centered = |size: f64| style(size, TextAlign::Center);
    let pt = Length::pt;
    FreeLayout::new()
        .style("tên kỷ yếu", FreeStyle { before: pt(190.0), after: pt(18.0), ..centered(36.0).bold() })
        .style("chủ đề kỷ yếu", centered(18.0).bold())
        .style("nơi và ngày kỷ yếu", FreeStyle { after: Length::ZERO, ..centered(14.0).italic() })
        .style("ban biên tập", FreeStyle { before: pt(12.0), ..style(14.0, TextAlign::Right).bold() })
}

impl TypedRecord for Proceedings {
    kind!(
        Kind::of::<Proceedings>("proceedings", "kỷ yếu")
            .titled("Kỷ yếu", "")
            .worded("{{#each foreword}}<p>{{this}}</p>{{/each}}")
            .laid_out(layout())
            .exemplified(Proceedings::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let title = self.title.as_ref().map_or(Cow::Borrowed("Kỷ yếu"), |title| title.to_string().into());
        let entry = |paper: &BoundPaper| VolumeEntry {
            title: paper.title.clone(),
            short_title: paper.short_title.clone(),
            author: paper.author.clone(),
        };
        let entries = self.papers.iter().map(entry).collect();
        Frame {
            profile: self.profile,
            layout: self.layout,
            numbered: false,
            closing: Closing::Form,
            volume: Some(Volume { editors: self.editors.clone(), entries }),
            ..Frame::new(title, "", self.issuer.clone(), self.place.clone(), self.date, self.subject.clone())
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        if self.papers.is_empty() {
            checks.problems.error(
                "proceedings.papers",
                Path::at("papers"),
                "quy ước",
                "kỷ yếu chưa có bài nào; hãy ghi mỗi bài một dòng",
            );
        }
        if self.editors.is_some() && self.foreword.is_empty() {
            checks.problems.warning(
                "proceedings.editors",
                Path::at("editors"),
                "quy ước",
                "không có lời nói đầu nên không in “editors”; hãy ghi lời nói đầu hoặc bỏ dòng này",
            );
        }
    }
}
