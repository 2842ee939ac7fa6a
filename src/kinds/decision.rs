//! Quyết định.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Record;
use crate::error::Problems;
use crate::parts::{Basis, Frame};
use crate::profile::Profile;
use crate::rules::body;
use crate::scoring::CriteriaSets;
use crate::text::{Text, plain_spaces, upper};

paper! {
    /// Quyết định: what a party organisation decides, in articles.
    ///
    /// ```
    /// use vanban::{Decision, Renderer};
    /// let document = Renderer::new().render(&Decision::example())?;
    /// assert_eq!(document.file_name(), "quyet-dinh-01-qd-du");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "quyết định")]
    Decision, "../../examples/data/decision.json" {
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
}

/// Điều of a decision: a name and text, or text alone; the members of a team; clauses.
#[doc(alias = "điều")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionArticle {
    /// Its name; without one the text stands right after `Điều 1.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The members of a team that it sets up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<TeamMember>,
    /// Khoản.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Text>,
}

/// A member of a team: `Đồng chí Nguyễn Văn A, Phó Bí thư Đảng uỷ - Tổ trưởng`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    /// Họ và tên; left out, a blank for the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Chức vụ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// What the member is in the team: `Tổ trưởng`, `Thành viên`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
}

impl Record for Decision {
    const KIND: &'static str = "decision";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/decision.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Quyết định", "QĐ")
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let decider = self.decider();
        Some(if self.bare_line { json!({}) } else { json!({"decider": decider}) })
    }

    fn view_schema() -> Option<Value> {
        Some(json!({"type": "object", "properties": {"decider": {"type": "string"}}}))
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        body::basis(&self.basis, self.date.calendar(), problems);
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
            if article.name.is_none() && article.paragraphs.is_empty() {
                problems.error(
                    "decision.article_empty",
                    format!("articles[{index}]"),
                    "05-HD/VPTW II.I.6.2.4",
                    format!("Điều {} không có tên và cũng không có nội dung", index + 1),
                );
            }
        }
        self.check_recipients(problems);
        let texts =
            || self.articles.iter().flat_map(|article| article.paragraphs.iter().chain(&article.clauses));
        body::appendices(&self.appendices, |words| texts().any(|text| body::says(text, words)), problems);
        if let Some((path, text)) = self.last() {
            body::ends_with_full_stop(&path, text, profile, problems);
        }
    }
}

impl Decision {
    /// Who decides: as the record says, or as the signature does.
    fn decider(&self) -> String {
        let issuer = self.issuer.name.as_str();
        let body = self.signature.as_ref().and_then(|signature| signature.body.as_ref());
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
        for (index, recipient) in self.recipients.iter().enumerate() {
            let number = recipient.as_str().strip_prefix("Như Điều ").and_then(|rest| rest.parse().ok());
            let Some(number) = number.filter(|&number: &usize| number == 0 || number > self.articles.len())
            else {
                continue;
            };
            problems.error(
                "decision.no_such_article",
                format!("recipients[{index}]"),
                "05-HD/VPTW II.I.9",
                format!("nơi nhận ghi Như Điều {number}, mà quyết định chỉ có {} điều", self.articles.len()),
            );
        }
    }

    /// The text that ends the body; after a list of members the library sets the full stop.
    fn last(&self) -> Option<(String, &Text)> {
        let article = self.articles.last()?;
        let at = format!("articles[{}]", self.articles.len() - 1);
        if let Some(clause) = article.clauses.last() {
            return Some((format!("{at}.clauses[{}]", article.clauses.len() - 1), clause));
        }
        if !article.members.is_empty() {
            return None;
        }
        let last = article.paragraphs.last()?;
        Some((format!("{at}.paragraphs[{}]", article.paragraphs.len() - 1), last))
    }
}
