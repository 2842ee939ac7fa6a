//! A thousand evaluation forms, of every criteria set, as files and in volumes for the printer. Three records are
//! bad on purpose: they are named with their problems, and the others stand.

use std::{fs, io, path::Path};

use serde_json::json;
use vanban::batch::{self, Names, Outcome, Sink, Volumes};
use vanban::scoring::CriteriaSet;
use vanban::{AnyRecord, Renderer};

#[path = "common/forms.rs"]
mod forms;

const FORMS: usize = 1_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = Path::new("target/out/batch_forms");
    fs::create_dir_all(out)?;
    let sets: Vec<_> = CriteriaSet::ids().filter_map(CriteriaSet::named).collect();
    let records = (0..FORMS).map(|index| {
        let set = &sets[index % sets.len()];
        let kind = set.sessions[index / sets.len() % set.sessions.len()];
        let scorer = ["self", "superior", "both"][index % 3];
        let mut form = forms::form(set, kind, scorer, "hd05", index % 10 != 9);
        let name = format!("Chi bộ Khu phố {}", index + 1);
        let named = if scorer == "superior" { &mut form["branch"] } else { &mut form["issuer"]["name"] };
        *named = json!(name);
        match index {
            99 => form["period"]["month"] = json!(13),
            499 => form["session"]["present"] = json!("mười"),
            900 => form["rows"][0]["self_score"] = json!(1000),
            _ => {}
        }
        AnyRecord::from_json(&form.to_string())
    });

    let mut volumes = Volumes::new(|volume| {
        let path = out.join(format!("volume-two-sided-{}.pdf", volume.number));
        println!("{}: {} forms", path.display(), volume.papers);
        fs::write(path, volume.bytes)
    })
    .title("Phiếu đánh giá chất lượng sinh hoạt chi bộ")
    .two_sided(true);
    let mut names = Names::default();
    let summary = batch::run(&Renderer::new(), records, |outcome: Outcome| -> io::Result<()> {
        let Some(document) = outcome.document() else {
            println!("{outcome}");
            return Ok(());
        };
        let name = names.give(document.file_name());
        for file in outcome.files() {
            fs::write(out.join(format!("{name}.{}", file.format.extension())), &file.bytes)?;
        }
        fs::write(out.join(format!("{name}.words.txt")), document.words() + "\n")?;
        volumes.take(outcome)
    })?;
    volumes.finish()?;
    println!("{summary:?}");
    assert_eq!((summary.written, summary.refused + summary.failed), (FORMS - 3, 3));
    Ok(())
}
