//! A kind of the caller's own: quy chế, in chapters and articles, as a DOCX and a PDF.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::{Basis, Frame, Given, Issuer, PaperDate, Problems, Profile, Record, Renderer, Signature, Text};

pub mod common;

/// Quy chế. What it has in common with every paper comes ready-made; its chapters are plain data.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    issuer: Issuer,
    number: Given,
    place: Text,
    date: PaperDate,
    abstract_line: Text,
    basis: Vec<Basis>,
    opening: Text,
    chapters: Vec<Chapter>,
    recipients: Vec<Text>,
    signature: Signature,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Chapter {
    name: Text,
    articles: Vec<Article>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Article {
    /// Mục: the name of the division that begins with this article.
    division: Option<Text>,
    name: Text,
    /// Text without a number, before the clauses.
    paragraphs: Option<Vec<Text>>,
    clauses: Option<Vec<Clause>>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Clause {
    text: Text,
    points: Option<Vec<Text>>,
}

impl Record for Regulation {
    const KIND: &'static str = "regulation";
    const TEMPLATE: &'static str = include_str!("data/regulation.hbs");

    fn frame(&self) -> Frame {
        let (issuer, abstract_line) = (self.issuer.clone(), self.abstract_line.clone());
        Frame {
            number: Some(self.number),
            recipients: self.recipients.clone(),
            signature: Some(self.signature.clone()),
            ..Frame::new("Quy chế", "QC", issuer, self.place.clone(), self.date, abstract_line)
        }
    }

    /// Its own rules; here there are none beside those that the library checks for every paper.
    fn check(&self, _: &Profile, _: &mut Problems) {}
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let document = renderer.render(&Regulation::from_json(include_str!("data/regulation.json"))?)?;
    common::write("target/out/own_kind", "quy-che", &document)
}
