//! Evaluation forms: every criteria set in every kind of session, blank and filled, under both
//! guidances, with one score column or two; one has notes that continue on the next page.

use vanban::kinds::{EvaluationForm, Scorer};
use vanban::profile::ProfileId;
use vanban::scoring::CriteriaSet;
use vanban::{Renderer, Text};

mod common;
#[path = "common/forms.rs"]
mod forms;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut records: Vec<(String, EvaluationForm)> = Vec::new();
    for set in CriteriaSet::ids().filter_map(CriteriaSet::named) {
        for variant in set.sessions.clone() {
            for (profile, year) in [(ProfileId::Hd05, 2026), (ProfileId::Hd36, 2020)] {
                for filled in [false, true] {
                    let scorer = [Scorer::Own, Scorer::Both, Scorer::Superior][records.len() % 3];
                    let form = forms::blank(&set, variant, scorer, "Chi bộ 6", year).profile(profile);
                    let form = if filled { forms::filled(form, &set) } else { form };
                    let state = if filled { "filled" } else { "blank" };
                    let name = format!("{}-{variant:?}-{scorer:?}-{profile:?}-{state}", set.id);
                    records.push((name.to_lowercase(), form));
                }
            }
        }
    }
    let (_, both) =
        records.iter().rfind(|(name, _)| name.ends_with("both-hd05-filled")).ok_or("a form of both")?;
    let mut notes = both.clone();
    for row in notes.rows.iter_mut().filter(|row| row.note.is_some()) {
        row.note = Some(Text::from("Còn nhiệm vụ chuyển sang tháng sau; chi bộ giải trình. ".repeat(6)));
    }
    records.push(("notes".to_owned(), notes));
    let renderer = Renderer::new();
    for (name, form) in records {
        common::write("target/out/evaluation_forms", &name, &renderer.render(&form)?)?;
    }
    Ok(())
}
