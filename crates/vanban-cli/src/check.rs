//! `vanban check`: every problem of records.

use std::path::PathBuf;

use clap::Args;
use vanban::error::Groups;
use vanban::{Problem, Severity};

use crate::input;
use crate::office::{Desk, Desks, Setup};
use crate::output::To;
use crate::words;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Records as JSON files, or DOCX files that store them; `-` is standard input.
    #[arg(required = true)]
    records: Vec<PathBuf>,
    /// Prints a list in JSON: file, code, path, clause, severity, message, remedy.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    to: To,
    #[command(flatten)]
    setup: Setup,
}

/// A problem and the file that has it.
#[derive(serde::Serialize)]
struct Found<'a> {
    file: &'a str,
    #[serde(flatten)]
    problem: &'a Problem,
}

/// Prints every problem of every record; whether none of them stops a paper.
pub(crate) fn check(options: &Options) -> bool {
    let mut desks = Desks::new(&options.setup);
    let mut checked: Vec<(String, Vec<Problem>)> = Vec::new();
    for path in &options.records {
        let Some(Desk { renderer, .. }) = desks.beside(path) else { continue };
        let name = path.display().to_string();
        match input::read_given(path, renderer) {
            Ok(input::Given { record, word }) => {
                let warnings = word.into_iter().flat_map(|word| word.warnings);
                checked.push((name, warnings.chain(renderer.check(&record)).collect()));
            }
            Err(error) if !error.problems().is_empty() => checked.push((name, error.problems().to_vec())),
            // What is no fault of the record.
            Err(error) => tell!("{name}: {error}"),
        }
    }
    let all = checked.len() == options.records.len();
    let stands = checked.iter().flat_map(|(_, problems)| problems).all(|it| it.severity != Severity::Error);
    let told = if options.json { as_json(&checked) } else { Some(as_text(&checked)) };
    options.to.give(told) && stands && all
}

fn as_json(checked: &[(String, Vec<Problem>)]) -> Option<String> {
    let found: Vec<Found> = checked
        .iter()
        .flat_map(|(file, problems)| problems.iter().map(move |problem| Found { file, problem }))
        .collect();
    serde_json::to_string_pretty(&found).map_err(|error| tell!("{error}")).ok()
}

/// A line a problem, the same one once with its places; and one for each record without any.
fn as_text(checked: &[(String, Vec<Problem>)]) -> String {
    let sound = checked.iter().filter(|(_, problems)| problems.is_empty());
    let sound = sound.map(|(name, _)| words::usage::sound(name));
    let mut groups = Groups::default();
    for (name, problems) in checked {
        problems.iter().for_each(|problem| groups.add(name, &words::of_problem(problem)));
    }
    let lines: Vec<String> = sound.chain(groups.iter().map(ToString::to_string)).collect();
    lines.join("\n")
}
