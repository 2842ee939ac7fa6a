//! Papers to be filled in, into `target/out/fillable`: a draft, a blank form and a filled one, opinions asked for. With
//! `all`, one of every kind, into `target/fillable`. Their PDFs are those of papers without fields.
//!
//! `cargo run --example fillable [all]`

#[path = "../../examples/common/mod.rs"]
mod common;

use serde_json::{Value, json};
use vanban::{AnyRecord, Renderer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plain = Renderer::new();
    let fillable = plain.clone().with_fields(true);
    let all = std::env::args().nth(1).as_deref() == Some("all");
    let folder = if all { "target/fillable" } else { "target/out/fillable" };
    let write = |name: &str, record: &AnyRecord| -> Result<(), Box<dyn std::error::Error>> {
        let document = fillable.render(record)?;
        if document.to_pdf()? != plain.render(record)?.to_pdf()? {
            return Err(format!("{name}: fields change the PDF").into());
        }
        common::write(folder, name, &document)
    };
    for kind in plain.kinds() {
        let few = ["resolution", "evaluation_form", "opinion_form"].contains(&kind.name());
        if !all && !few {
            continue;
        }
        let Some(example) = kind.example() else { continue };
        write(kind.name(), &plain.read(example)?)?;
        // What is sent out for opinions, and what is filled in by hand.
        let mut record: Value = serde_json::from_str(example)?;
        let Some(fields) = record.as_object_mut() else { continue };
        let name = match kind.name() {
            "evaluation_form" => {
                for filled in ["rows", "held", "strengths", "shortcomings", "remedies"] {
                    fields.remove(filled);
                }
                fields.insert("session".to_owned(), json!({"variant": "regular"}));
                fields.insert("date".to_owned(), json!({"day": "by_hand", "month": 6, "year": 2026}));
                "evaluation_form-blank".to_owned()
            }
            name => {
                fields.remove("number");
                fields.insert("draft".to_owned(), json!(1));
                format!("{name}-draft")
            }
        };
        if let Ok(draft) = plain.read(&record.to_string())
            && !plain.check(&draft).iter().any(|problem| problem.is_error())
        {
            write(&name, &draft)?;
        }
    }
    Ok(())
}
