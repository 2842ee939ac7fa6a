//! Quyết định.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Article, Basis, Frame, Issuer, Paper, PaperDate};
use crate::path::Path;
use crate::scoring::CriteriaSets;
use crate::text::Text;

/// Quyết định: a decision of a Party organisation, in articles.
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
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// Căn cứ: the legal bases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// The name of the body in the line before the articles, `CHI BỘ PHÒNG 7-9 QUYẾT ĐỊNH`. By default the
    /// issuer, or the standing committee if the document is signed for the standing committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decider: Option<Text>,
    /// Whether the line before the articles names no body: `QUYẾT ĐỊNH:`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare_line: bool,
    /// The articles, in order. The library numbers them.
    pub articles: Vec<Article>,
}

record!(Decision, "../../examples/data/decision.json", "An example: a real document of this kind");

impl Decision {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        articles: impl IntoIterator<Item = impl Into<Article>>,
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
    /// Adds one element to `basis`. Căn cứ: the legal bases.
    basis: push Basis = basis;
    /// Sets `decider`. The name of the body in the line before the articles, `CHI BỘ PHÒNG 7-9 QUYẾT ĐỊNH`.
    /// By default the issuer, or the standing committee if the document is signed for the standing committee.
    decider: some Text = decider;
    /// Sets `bare_line` to `true`. Whether the line before the articles names no body: `QUYẾT ĐỊNH:`.
    bare_line: yes bool = bare_line;
    /// Sets `articles`. The articles, in order. The library numbers them.
    articles: all Article = articles;
    /// Adds one element to `articles`. The articles, in order. The library numbers them.
    article: push Article = articles;
});

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/decision.hbs"),
    articles_of!("articles"),
);

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
        let decider = self.decider.as_ref().map_or_else(|| self.paper.acting(), Text::to_string);
        Some(if self.bare_line { json!({}) } else { json!({"decider": decider}) })
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.basis(&self.basis, self.paper.date);
        if self.basis.is_empty() {
            checks.problems.error(
                "decision.basis_missing",
                "basis",
                "05-HD/VPTW II.I.6.2.3",
                "quyết định phải có căn cứ; hãy ghi ít nhất một căn cứ",
            );
        }
        checks.articles(&self.paper, &self.articles);
        self.check_recipients(checks.problems);
    }
}

impl Decision {
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
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    json!({"type": "object", "properties": {"decider": {"type": "string"}}})
}
