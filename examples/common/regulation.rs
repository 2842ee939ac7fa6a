//! A large kind of the caller's own: quy chế, in chapters, divisions, articles, clauses and points.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::kinds::{Checks, TypedRecord};
use vanban::parts::{Basis, Frame, Paper};
use vanban::{Kind, Text};

/// Quy chế. What it has in common with every paper comes ready-made; its chapters are plain data.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    #[serde(flatten)]
    paper: Paper,
    basis: Vec<Basis>,
    opening: Text,
    chapters: Vec<Chapter>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Chapter {
    name: Text,
    articles: Vec<Article>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Article {
    /// Mục: the name of the division that begins with this article.
    division: Option<Text>,
    name: Text,
    /// Text without a number, before the clauses.
    paragraphs: Option<Vec<Text>>,
    clauses: Option<Vec<Clause>>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Clause {
    text: Text,
    points: Option<Vec<Text>>,
}

static REGULATION: LazyLock<Kind> = LazyLock::new(|| {
    Kind::of::<Regulation>("regulation", "quy chế")
        .titled("Quy chế", "QC")
        .worded(include_str!("../data/regulation.hbs"))
});

impl TypedRecord for Regulation {
    fn typed_kind() -> &'static Kind {
        &REGULATION
    }

    fn frame(&self) -> Frame {
        REGULATION.frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.basis(&self.basis, self.paper.date);
    }
}
