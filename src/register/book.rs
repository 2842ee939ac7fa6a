//! The register as a paper: a table, its series one after the other.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CONGRESS, Entry, Register, Series};
use crate::kinds::{Checks, Kind, TypedRecord};
use crate::parts::{Closing, Frame, Issuer, PaperDate, Shown};
use crate::text::{Text, in_running_text};

/// The wording of its table.
const TEMPLATE: &str = include_str!("../../templates/register.hbs");

static KIND: LazyLock<Kind> = LazyLock::new(|| {
    Kind::of::<RegisterBook>("register_book", "sổ đăng ký văn bản đi")
        .titled("Sổ đăng ký văn bản đi", "")
        .worded(TEMPLATE)
});

/// Sổ đăng ký văn bản đi: the printed register with the documents of a term of office, each series in the order of its
/// numbers. It has no signature and no number.
///
/// ```
/// use vanban::parts::Issuer;
/// use vanban::register::{Entry, Register};
/// use vanban::Renderer;
/// let mut register = Register::new().term("2025 - 2030");
/// register.enter(Entry::new(5, "Nghị quyết", "CB", "lãnh đạo nhiệm vụ tháng 6").signer("Nguyễn Văn An")).unwrap();
/// let book = register.book(Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh"));
/// let words = Renderer::new().render(&book)?.words();
/// assert!(words.contains("05-NQ/CB\nNghị quyết lãnh đạo nhiệm vụ tháng 6\nNguyễn Văn An"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "sổ đăng ký văn bản đi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RegisterBook {
    /// The body whose register it is.
    pub issuer: Issuer,
    /// Nhiệm kỳ: the term of office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Text>,
    /// The series, each with its papers.
    groups: Vec<Group>,
}

/// A series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Group {
    /// What its papers are called: `Nghị quyết`.
    name: Text,
    rows: Vec<Row>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Row {
    symbol: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Text>,
    /// Its type and what it is about.
    content: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signer: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipients: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
}

impl Register {
    /// The printed register of the present term of office.
    #[must_use]
    pub fn book(&self, issuer: Issuer) -> RegisterBook {
        let own = |series: &Series| series.term.as_deref() == self.term.as_ref().map(Text::as_str);
        let series = self.all_series().into_iter().filter(|(series, _)| own(series));
        let groups: Vec<Group> = series
            .map(|(series, papers)| Group {
                name: name(&series, &papers).into(),
                rows: papers.into_iter().map(row).collect(),
            })
            .collect();
        RegisterBook { issuer, term: self.term.clone(), groups }
    }
}

/// What a series is called: the types of its papers, or what it is.
fn name(series: &Series, papers: &[&Entry]) -> String {
    if series.code == CONGRESS {
        return "Văn bản của đại hội".to_owned();
    }
    let mut types: Vec<&str> = Vec::new();
    for paper in papers {
        if !types.contains(&paper.type_name.as_str()) {
            types.push(paper.type_name.as_str());
        }
    }
    format!("{} ({series})", types.join(", "))
}

fn row(paper: &Entry) -> Row {
    let recipients = paper.recipients.iter().map(Text::as_str).collect::<Vec<_>>().join("; ");
    Row {
        symbol: paper.symbol().into(),
        date: paper.date.map(|date| date.to_string().into()),
        content: format!("{} {}", paper.type_name, in_running_text(paper.subject.as_str())).into(),
        signer: paper.signer.clone(),
        recipients: (!recipients.is_empty()).then(|| recipients.into()),
        note: paper.note.clone(),
    }
}

impl TypedRecord for RegisterBook {
    fn typed_kind() -> &'static Kind {
        &KIND
    }

    fn frame(&self) -> Frame {
        let subject = self.term.as_ref().map(|term| format!("nhiệm kỳ {term}")).unwrap_or_default();
        // Nowhere printed, and in the time of either guidance.
        let date = PaperDate::year(2026);
        let shown = Shown { subject: self.term.is_some(), ..Shown::default() };
        Frame {
            numbered: false,
            dated: false,
            closing: Closing::Form,
            landscape: true,
            shown,
            file_words: Some(format!("{} {}", self.term.clone().unwrap_or_default(), self.issuer.name)),
            ..Frame::new(
                "Sổ đăng ký văn bản đi",
                "",
                self.issuer.clone(),
                Text::default(),
                date,
                subject.into(),
            )
        }
    }

    fn check(&self, _: &mut Checks<'_>) {}
}
