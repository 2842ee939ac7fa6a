//! Chương, mục, điều, khoản, điểm: what a paper in articles is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Basis, Written, flat};
use crate::text::Text;

/// The body of a document in articles: căn cứ (legal bases), an opening, and chapters of articles (or only
/// articles). In JSON its fields are at the same level as the document's other fields. Articles outside of
/// chapters come before the chapters.
///
/// ```
/// use vanban::parts::{Article, Chapter, Provisions};
/// let provisions = Provisions::default()
///     .basis("Điều lệ Đảng Cộng sản Việt Nam")
///     .chapter(Chapter::new("Quy định chung").article(Article::new("Phạm vi").clause("Quy chế này quy định chế độ họp.")));
/// assert_eq!(provisions.every_article().count(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Provisions {
    /// Căn cứ: the legal bases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// The text between the căn cứ (legal bases) and the articles. If it is missing, the document's kind
    /// prints its own: `… ban hành Quy chế … như sau:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// Điều: the articles outside of any chapter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// Chương: the chapters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<Chapter>,
}

/// Chương: a chapter, with articles or divisions of articles. The library numbers the chapters: I, II, III.
#[doc(alias = "chương")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// The name of the chapter, printed in capitals below `Chương I`.
    pub heading: Text,
    /// Its articles; those outside of any division come before the divisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// Mục: the divisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divisions: Vec<Division>,
}

/// Mục: a division of a chapter, with articles. The library numbers the divisions of each chapter from 1.
#[doc(alias = "mục")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// The name of the division, printed in capitals below `Mục 1`.
    pub heading: Text,
    /// Its articles.
    pub articles: Vec<Article>,
}

/// Điều: an article. It has a name and text, or text only; it may list the members of a team, and have
/// clauses. The library numbers articles from 1 through the whole document.
#[doc(alias = "điều")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its name, printed after `Điều 1. `. Without one the text follows directly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// The paragraphs of its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The members of a team that the article sets up, one clause each, before `clauses`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<TeamMember>,
    /// Khoản: the clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
}

/// Khoản: a clause of an article, with its points. In JSON a clause without points may be only its text.
#[doc(alias = "khoản")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::clause)]
#[non_exhaustive]
pub struct Clause {
    /// The text of the clause.
    pub content: Text,
    /// Điểm: the texts of the points. The library prints the letters `a) `, `b) ` before them.
    #[doc(alias = "điểm")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
}

spelt!(Clause, CLAUSE, |text| Some(Clause::new(text)), |clause: &Clause| clause
    .points
    .is_empty()
    .then(|| clause.content.as_str().to_owned()));

/// A member of a team, printed as `Đồng chí Nguyễn Văn A, Phó Bí thư Đảng uỷ - Tổ trưởng`. It has the fields
/// of a [`Person`](crate::parts::Person), and a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    /// Họ và tên: the name. If it is missing or `"by_hand"`, a blank is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Written>,
    /// Chức vụ: the position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// The role in the team: `Tổ trưởng`, `Thành viên`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
}

impl Provisions {
    /// The JSON names of the fields of `Provisions`.
    pub const KEYS: &[&str] = &["basis", "opening", "articles", "chapters"];

    /// All articles, in the order of their numbers.
    pub fn every_article(&self) -> impl Iterator<Item = &Article> {
        let of_chapters = self.chapters.iter().flat_map(|chapter| {
            let of_divisions = chapter.divisions.iter().flat_map(|division| &division.articles);
            chapter.articles.iter().chain(of_divisions)
        });
        self.articles.iter().chain(of_chapters)
    }
}

provisions_setters!(Provisions);

impl Serialize for Provisions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Provisions::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Provisions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Provisions, D::Error> {
        flat::read(deserializer, "Provisions", Provisions::KEYS, |fields| Provisions::deserialize(fields))
    }
}

impl Chapter {
    /// An empty chapter with this name.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Chapter {
        Chapter { heading: heading.into(), articles: Vec::new(), divisions: Vec::new() }
    }
}

setters!(Chapter {
    /// Adds one element to `articles`. Its articles; those outside of any division come before the divisions.
    article: push Article = articles;
    /// Adds one element to `divisions`. Mục: the divisions.
    division: push Division = divisions;
});

impl Division {
    /// An empty division with this name.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Division {
        Division { heading: heading.into(), articles: Vec::new() }
    }
}

setters!(Division {
    /// Adds one element to `articles`. Its articles.
    article: push Article = articles;
});

impl Article {
    /// An article with this name.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Article {
        Article { heading: Some(heading.into()), ..Article::default() }
    }

    /// An article without a name: its text follows directly after the number.
    #[must_use]
    pub fn unheaded(paragraph: impl Into<Text>) -> Article {
        Article::default().paragraph(paragraph)
    }
}

setters!(Article {
    /// Adds one element to `paragraphs`. The paragraphs of its text.
    paragraph: push Text = paragraphs;
    /// Adds one element to `clauses`. Khoản: the clauses.
    clause: push Clause = clauses;
});

impl Clause {
    /// A clause with this text.
    #[must_use]
    pub fn new(content: impl Into<Text>) -> Clause {
        Clause { content: content.into(), points: Vec::new() }
    }
}

setters!(Clause {
    /// Sets `points`. Điểm: the texts of the points. The library prints the letters `a) `, `b) ` before them.
    points: all Text = points;
});

impl<T: Into<Text>> From<T> for Clause {
    fn from(content: T) -> Clause {
        Clause::new(content)
    }
}
