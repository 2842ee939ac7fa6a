//! Chương, mục, điều, khoản, điểm: what a paper in articles is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Basis, Written, flat};
use crate::text::Text;

/// The body of a paper in articles: căn cứ, an opening, chapters of articles or, in a short paper, articles alone. In
/// JSON its fields stand beside those of the kind. What stands outside of the chapters comes before them.
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
    /// Căn cứ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// What leads from the grounds to the articles; left out, the formula of the kind: `… ban hành Quy chế … như sau:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// Điều, outside of any chapter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// Chương.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<Chapter>,
}

/// Chương: articles under a heading, or divisions of articles. Its number is counted by the library.
#[doc(alias = "chương")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Its name.
    pub heading: Text,
    /// Its articles; those outside of any division come before these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// Mục.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divisions: Vec<Division>,
}

/// Mục: articles of a chapter under a heading of their own.
#[doc(alias = "mục")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// Its name.
    pub heading: Text,
    /// Its articles.
    pub articles: Vec<Article>,
}

/// Điều: a name and text, or text alone; the members of a team; clauses. Articles are counted through the whole paper.
#[doc(alias = "điều")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its name; without one the text stands right after `Điều 1.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// Its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The members of a team that it sets up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<TeamMember>,
    /// Khoản.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
}

/// Khoản of an article, with its points. In JSON a clause without points may be its text alone.
#[doc(alias = "khoản")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::clause)]
#[non_exhaustive]
pub struct Clause {
    /// Its text.
    pub content: Text,
    /// Điểm: `a) `, `b) `.
    #[doc(alias = "điểm")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
}

spelt!(Clause, CLAUSE, |text| Some(Clause::new(text)), |clause: &Clause| clause
    .points
    .is_empty()
    .then(|| clause.content.as_str().to_owned()));

/// A member of a team: `Đồng chí Nguyễn Văn A, Phó Bí thư Đảng uỷ - Tổ trưởng`. A [`Person`](crate::parts::Person)
/// with a role beside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    /// Họ và tên; left out or `"by_hand"`, a blank for the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Written>,
    /// Chức vụ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// What the member is in the team: `Tổ trưởng`, `Thành viên`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
}

impl Provisions {
    /// The names of its fields in JSON.
    pub const KEYS: &[&str] = &["basis", "opening", "articles", "chapters"];

    /// Every article, in the order of their numbers.
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
    /// A chapter of this name, empty so far.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Chapter {
        Chapter { heading: heading.into(), articles: Vec::new(), divisions: Vec::new() }
    }
}

setters!(Chapter {
    /// With one more article.
    article: push Article = articles;
    /// With one more division.
    division: push Division = divisions;
});

impl Division {
    /// A division of this name, empty so far.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Division {
        Division { heading: heading.into(), articles: Vec::new() }
    }
}

setters!(Division {
    /// With one more article.
    article: push Article = articles;
});

impl Article {
    /// An article of this name.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Article {
        Article { heading: Some(heading.into()), ..Article::default() }
    }

    /// An article without a name: its text stands right after its number.
    #[must_use]
    pub fn unheaded(paragraph: impl Into<Text>) -> Article {
        Article::default().paragraph(paragraph)
    }
}

setters!(Article {
    /// With one more paragraph.
    paragraph: push Text = paragraphs;
    /// With one more clause.
    clause: push Clause = clauses;
});

impl Clause {
    /// A clause of this text.
    #[must_use]
    pub fn new(content: impl Into<Text>) -> Clause {
        Clause { content: content.into(), points: Vec::new() }
    }
}

setters!(Clause {
    /// With these points.
    points: all Text = points;
});

impl<T: Into<Text>> From<T> for Clause {
    fn from(content: T) -> Clause {
        Clause::new(content)
    }
}
