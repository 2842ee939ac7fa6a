//! Quyết định.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Basis, Frame, Issuer, Paper, PaperDate, Written};
use crate::path::Path;
use crate::scoring::CriteriaSets;
use crate::text::{Text, plain_spaces, upper};

/// Quyết định: what a party organisation decides, in articles.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Decision;
/// let document = Renderer::new().render(&Decision::example())?;
/// assert_eq!(document.file_name(), "quyet-dinh-01-qd-du");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "quyết định")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Decision {
    /// What every paper has.
    #[serde(flatten)]
    pub paper: Paper,
    /// Căn cứ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// Who decides, in the line before the articles, `CHI BỘ PHÒNG 7-9 QUYẾT ĐỊNH`. Left out, the
    /// issuer, or the standing committee where the signature is for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decider: Option<Text>,
    /// Whether that line names nobody: `QUYẾT ĐỊNH:`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare_line: bool,
    /// What is decided.
    pub articles: Vec<DecisionArticle>,
}

record!(Decision, "../../examples/data/decision.json", "A real paper of the kind");

impl Decision {
    /// With what it cannot do without; the setters give the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        articles: impl IntoIterator<Item = impl Into<DecisionArticle>>,
    ) -> Decision {
        Decision {
            paper: Paper::new(issuer, place, date, subject),
            basis: Vec::new(),
            decider: None,
            bare_line: false,
            articles: articles.into_iter().map(Into::into).collect(),
        }
    }
}

paper_setters!(Decision, paper);
setters!(Decision {
    /// One more of `basis`.
    basis: push Basis = basis;
    /// Who decides, in the line before the articles, `CHI BỘ PHÒNG 7-9 QUYẾT ĐỊNH`.
    decider: some Text = decider;
    /// Whether that line names nobody: `QUYẾT ĐỊNH:`.
    bare_line: yes bool = bare_line;
    /// What is decided.
    articles: all DecisionArticle = articles;
    /// One more: what is decided.
    article: push DecisionArticle = articles;
});

/// Điều of a decision: a name and text, or text alone; the members of a team; clauses.
#[doc(alias = "điều")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionArticle {
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
    pub clauses: Vec<Text>,
}

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

/// The wording of its body.
const TEMPLATE: &str =
    concat!(include_str!("../../templates/parts/basis.hbs"), include_str!("../../templates/decision.hbs"),);

impl TypedRecord for Decision {
    kind!(
        Kind::of::<Decision>("decision", "quyết định")
            .titled("Quyết định", "QĐ")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(Decision::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let decider = self.who_decides();
        Some(if self.bare_line { json!({}) } else { json!({"decider": decider}) })
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.basis(&self.basis, self.paper.date);
        let problems = &mut *checks.problems;
        if self.basis.is_empty() {
            problems.error(
                "decision.basis_missing",
                "basis",
                "05-HD/VPTW II.I.6.2.3",
                "quyết định phải có căn cứ; hãy ghi ít nhất một căn cứ",
            );
        }
        if self.articles.is_empty() {
            problems.error(
                "decision.articles_missing",
                "articles",
                "05-HD/VPTW II.I.6.2.4",
                "quyết định chưa có điều nào",
            );
        }
        for (index, article) in self.articles.iter().enumerate() {
            if article.heading.is_none() && article.paragraphs.is_empty() {
                problems.error(
                    "decision.article_empty",
                    Path::at("articles").index(index),
                    "05-HD/VPTW II.I.6.2.4",
                    format!("Điều {} không có tên và cũng không có nội dung", index + 1),
                );
            }
        }
        self.check_recipients(problems);
        for (index, article) in self.articles.iter().enumerate() {
            let team = Path::at("articles").index(index).field("team");
            for (at, member) in article.team.iter().enumerate() {
                if let Some(name) = member.name.as_ref().and_then(|name| name.text()) {
                    checks.name(team.index(at).field("name"), name);
                }
            }
        }
        let texts =
            self.articles.iter().flat_map(|article| article.paragraphs.iter().chain(&article.clauses));
        checks.appendices(&self.paper.appendices, &texts.collect::<Vec<_>>());
        if let Some((path, text)) = self.last() {
            checks.full_stop(path, text);
        }
    }
}

impl Decision {
    /// Who decides: as the record says, or as the signature does.
    fn who_decides(&self) -> String {
        let issuer = self.paper.issuer.name.as_str();
        let body = self.paper.signature.as_ref().and_then(|signature| signature.body.as_ref());
        match (&self.decider, body) {
            (Some(decider), _) => decider.to_string(),
            (None, Some(body)) if upper(&plain_spaces(body.as_str())) == "BAN THƯỜNG VỤ" => {
                format!("{body} {issuer}")
            }
            _ => issuer.to_owned(),
        }
    }

    /// `Như Điều 3` points to an article that there is.
    fn check_recipients(&self, problems: &mut Problems) {
        for (index, recipient) in self.paper.recipients.iter().enumerate() {
            let number = recipient.as_str().strip_prefix("Như Điều ").and_then(|rest| rest.parse().ok());
            let Some(number) = number.filter(|&number: &usize| number == 0 || number > self.articles.len())
            else {
                continue;
            };
            problems.error(
                "decision.no_such_article",
                Path::at("recipients").index(index),
                "05-HD/VPTW II.I.9",
                format!("nơi nhận ghi Như Điều {number}, mà quyết định chỉ có {} điều", self.articles.len()),
            );
        }
    }

    /// The text that ends the body; after a list of members the library sets the full stop.
    fn last(&self) -> Option<(Path, &Text)> {
        let article = self.articles.last()?;
        let at = Path::at("articles").index(self.articles.len() - 1);
        if let Some(clause) = article.clauses.last() {
            return Some((at.field("clauses").index(article.clauses.len() - 1), clause));
        }
        if !article.team.is_empty() {
            return None;
        }
        let last = article.paragraphs.last()?;
        Some((at.field("paragraphs").index(article.paragraphs.len() - 1), last))
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    json!({"type": "object", "properties": {"decider": {"type": "string"}}})
}
