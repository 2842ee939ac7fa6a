//! A thousand evaluation forms, of every criteria set, as files and in volumes for the printer. Three records are
//! wrong on purpose: they are listed with their problems, and the other forms are made.

use std::{fs, io, path::Path};

use vanban::Renderer;
use vanban::batch::{self, Names, Outcome, Sink, Volumes};
use vanban::kinds::{EvaluationRow, Period, Scorer};
use vanban::scoring::{CriteriaSet, Session};

#[path = "common/forms.rs"]
mod forms;

const FORMS: usize = 1_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = Path::new("target/out/batch_forms");
    fs::create_dir_all(out)?;
    let sets: Vec<_> = CriteriaSet::ids().filter_map(CriteriaSet::named).collect();
    let records = (0..FORMS).map(|index| {
        let set = &sets[index % sets.len()];
        let variant = set.sessions[index / sets.len() % set.sessions.len()];
        let scorer = [Scorer::Own, Scorer::Superior, Scorer::Both][index % 3];
        let blank = forms::blank(set, variant, scorer, &format!("Chi bộ Khu phố {}", index + 1), 2026);
        match index {
            99 => blank.period(Period::new(13, 2026)),
            500 => blank.session(Session::new(variant).members(10).present(11)),
            900 => blank.row(EvaluationRow::new("không có")),
            _ if index % 10 == 9 => blank,
            _ => forms::filled(blank, set),
        }
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
