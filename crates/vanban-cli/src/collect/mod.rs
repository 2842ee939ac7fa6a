//! `vanban collect`: forms that came back as DOCX in, their records, a report and the list of them out.

mod files;
mod names;
mod opinions;
mod told;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use serde_json::{Map, Value};
use vanban::batch::{RECORDS, REPORT};
use vanban::collect::{Collected, CollectedList, Returns};
use vanban::kinds::SummarySpan;
use vanban::{Kind, Renderer};

use crate::folder::{By, Files, Folder, Put, put_papers};
use crate::office::{Desk, Office, Setup};
use crate::{output, summarize, values, words};

/// The list that forms make.
const LIST: &str = "evaluation_summary";

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The files that were sent back, or folders of them.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder of the files that were sent out, to report who returned none; for opinions, the draft.
    #[arg(long, value_name = "DIR|FILE")]
    sent: Option<PathBuf>,
    /// What to make: the list of the forms (evaluation_summary), or the table of comments on a draft
    /// (comments).
    #[arg(long, value_name = "KIND", value_parser = values::kind)]
    to: Option<Kind>,
    /// Folder for records, report and list; by default that of vanban.toml, for comments that of the draft.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Who returned a file with opinions, as "b.docx=Branch 3"; by default the part of its name that differs
    /// from the draft's.
    #[arg(long, value_name = "FILE=NAME", value_parser = files::who)]
    who: Vec<(String, String)>,
    /// Who was asked for an opinion, as "Branch 1", once for each; the report says who has returned nothing.
    #[arg(long, value_name = "NAME")]
    asked: Vec<String>,
    /// The date of the list, as 30/6/2026; by default the date of the last form.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Also replaces files that were edited or that vanban did not make; never an input.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// Collects; gives the exit status: 0 where every paper that was sent is there, and right.
pub(super) fn collect(options: &Options) -> u8 {
    match made(options) {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(lines) => {
            lines.iter().for_each(|line| tell!("{line}"));
            1
        }
    }
}

fn made(options: &Options) -> Result<bool, Vec<String>> {
    if options.to.as_ref().is_some_and(|kind| kind.name() == opinions::TABLE) {
        return opinions::made(options);
    }
    if let Some(kind) = options.to.as_ref().filter(|kind| kind.name() != LIST) {
        return Err(vec![words::collect::no_such_list(kind.term())]);
    }
    let first = options.files.first().map_or(Path::new(""), PathBuf::as_path);
    let Desk { office, renderer, .. } = Desk::beside(first, &options.setup)?;
    let Some(folder) = options.output.clone().or_else(|| office.output()) else {
        return Err(vec![words::usage::no_output().to_owned()]);
    };
    let mut returns = Returns::new(&renderer);
    if let Some(sent) = &options.sent {
        files::sent(sent, &mut returns)?;
    }
    let read = files::returned(&options.files, &folder, &mut returns)?;
    let collected = returns.collect();
    told::all(&collected);
    let list = options.to.as_ref().map(|_| list(options, &office, &collected, &renderer));
    written(options, &folder, &collected, list.as_ref().and_then(|list| list.as_ref().ok()))?;
    let listed = list.map_or(Ok(()), |list| listed(options, &folder, &list?, &renderer));
    told::counts(&collected, read.count).iter().for_each(|line| _ = output::print(line));
    listed?;
    Ok(read.all && told::is_complete(&collected))
}

/// Writes the records that were taken, and the report.
fn written(
    options: &Options,
    folder: &Path,
    collected: &Collected,
    list: Option<&CollectedList>,
) -> Result<(), Vec<String>> {
    let inputs: Vec<&Path> = options.files.iter().chain(&options.sent).map(PathBuf::as_path).collect();
    let folder = Folder::open(Rc::new(Files), folder, By::Collect, options.force, &inputs);
    let mut folder = folder.map_err(|said| vec![said])?;
    let path = folder.path().to_owned();
    let failed =
        |error: std::io::Error| vec![format!("{}: {}", path.display(), words::unwritten(&error, false))];
    let mut kept = Vec::new();
    for (name, bytes) in
        [(RECORDS, told::records(collected)), (REPORT, told::report(collected, list).map_err(failed)?)]
    {
        match folder.put(name, &bytes).map_err(failed)? {
            Put::Stands => {}
            Put::Kept(why) => kept.push((name.to_owned(), why.to_owned())),
            Put::Failed(why) => kept.push((name.to_owned(), why)),
        }
    }
    kept.extend(folder.commit().map_err(failed)?);
    folder.close().map_err(failed)?;
    let kept: Vec<String> =
        kept.iter().map(|(name, why)| format!("{}: {why}", path.join(name).display())).collect();
    if kept.is_empty() { Ok(()) } else { Err(kept) }
}

/// The list of the forms that were taken.
fn list(
    options: &Options,
    office: &Office,
    collected: &Collected,
    renderer: &Renderer,
) -> Result<CollectedList, Vec<String>> {
    let mut said = Map::new();
    for (place, value) in office.defaults(LIST) {
        summarize::put(&mut said, &place, value);
    }
    summarize::missing(&said, false)?;
    if let Some(date) = &options.date {
        summarize::put(&mut said, "date", date.as_str().into());
    }
    let list = collected.list(SummarySpan::Month, Value::Object(said), renderer.criteria());
    list.map_err(|error| summarize::no_date(&error).unwrap_or_else(|| told::of_list(&error)))
}

/// Writes the list, and says what it comes to.
fn listed(
    options: &Options,
    folder: &Path,
    collected: &CollectedList,
    renderer: &Renderer,
) -> Result<(), Vec<String>> {
    let list = &collected.list;
    let document = renderer.render(list).map_err(|error| told::of_list(&error))?;
    told::warnings(document.warnings()).iter().for_each(|line| tell!("{line}"));
    let inputs: Vec<&Path> = options.files.iter().map(PathBuf::as_path).collect();
    put_papers(&document, folder, By::Collect, options.force, &inputs)?;
    let sessions = list.rows.iter().map(|row| row.sessions.len()).sum();
    let ratings = list.ratings(renderer.criteria()).into_iter();
    let ratings: Vec<String> = ratings.map(|(rating, count)| format!("{rating} {count}")).collect();
    output::print(&words::lists::made(&list.period.words(), list.branches(), sessions, &ratings.join(", ")));
    told::scorers(collected).iter().for_each(|line| _ = output::print(line));
    Ok(())
}
