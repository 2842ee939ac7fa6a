//! Evaluation forms: every criteria set in every kind of session, blank and filled, after both
//! guidances, with one score column or two.

use std::fs;

use vanban::Renderer;
use vanban::kinds::EvaluationForm;
use vanban::scoring::CriteriaSet;

mod common;
#[path = "common/forms.rs"]
mod forms;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let mut records = vec![("example".to_owned(), EvaluationForm::EXAMPLE.to_owned())];
    for set in CriteriaSet::ids().filter_map(CriteriaSet::named) {
        for kind in set.sessions.clone() {
            for (profile, filled) in [("hd05", false), ("hd05", true), ("hd36", false), ("hd36", true)] {
                let scorer = ["self", "both", "superior"][records.len() % 3];
                let name = format!("{}-{kind:?}-{scorer}-{profile}-{filled}", set.id).to_lowercase();
                let name = name.replace("true", "filled").replace("false", "blank");
                records.push((name, forms::form(&set, kind, scorer, profile, filled).to_string()));
            }
        }
    }
    // Its notes flow on over a page's end in cells that cover many rows.
    records.push(("notes".to_owned(), fs::read_to_string("tests/cases/evaluation_full.json")?));
    for (name, json) in records {
        let document = renderer.render(&EvaluationForm::from_json(&json)?)?;
        common::write("target/out/evaluation_forms", &name, &document)?;
    }
    Ok(())
}
