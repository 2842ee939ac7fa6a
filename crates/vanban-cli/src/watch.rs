//! `vanban watch`: papers are made anew whenever their record is saved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use clap::Args;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use serde_json::Value;
use vanban::kinds::{file_text, plain_json};

use crate::folder::{By, digest};
use crate::making::Extras;
use crate::next::written::{Writing, folder_of, plain};
use crate::office::{self, Desk, Desks, Setup};
use crate::{input, reading, words};

/// So long nothing happens before what has changed is looked at: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(200);

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Folders with records, or records; by default the working folder.
    paths: Vec<PathBuf>,
    /// Also replaces files that were edited or that vanban did not make; never an input.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// Watches until it is ended; whether it could begin.
pub(crate) fn watch(options: &Options) -> bool {
    let paths = if options.paths.is_empty() { vec![PathBuf::from(".")] } else { options.paths.clone() };
    let (tell_of, heard) = mpsc::channel();
    let mut watcher = match notify::recommended_watcher(tell_of) {
        Ok(watcher) => watcher,
        Err(error) => {
            tell!("{}", words::chain::not_watched(Path::new("."), &error));
            return false;
        }
    };
    for path in &paths {
        if let Err(error) = listen(&mut watcher, path) {
            tell!("{}", words::chain::not_watched(path, &error));
            return false;
        }
    }
    tell!("{}", words::chain::watching());
    let mut seen = Seen::default();
    loop {
        seen.look(&paths, options);
        if !wait(&heard) {
            return true;
        }
    }
}

/// A file is watched through its folder: an editor puts a new one in its place.
fn listen(watcher: &mut RecommendedWatcher, path: &Path) -> notify::Result<()> {
    let folder = if path.is_dir() { path.to_owned() } else { folder_of(path) };
    watcher.watch(&folder, RecursiveMode::NonRecursive)
}

/// Waits until something has changed and nothing more does; whether anything can change any more.
fn wait(heard: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match heard.recv() {
            Ok(event) if is_change(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    let mut quiet = Instant::now() + QUIET;
    while let Ok(event) = heard.recv_timeout(quiet.saturating_duration_since(Instant::now())) {
        if is_change(&event) {
            quiet = Instant::now() + QUIET;
        }
    }
    true
}

/// To read a file is an event, too: what is looked at here would be told again without end.
fn is_change(event: &notify::Result<Event>) -> bool {
    !matches!(event, Ok(Event { kind: EventKind::Access(_), .. }))
}

/// What was there when it was last looked at.
#[derive(Default)]
struct Seen {
    /// The records, by their digests.
    records: BTreeMap<PathBuf, String>,
    /// What all of them depend on, likewise.
    office: Vec<String>,
}

impl Seen {
    /// Makes the papers of the records that have changed, and of all where the office has.
    fn look(&mut self, paths: &[PathBuf], options: &Options) {
        let records = records(paths);
        let office: Vec<String> = records.iter().filter_map(|(path, _)| said_by_office(path)).collect();
        if office != self.office {
            self.office = office;
            self.records.clear();
        }
        let mut desks = Desks::new(&options.setup);
        for (path, now) in &records {
            if self.records.get(path) == Some(now) {
                continue;
            }
            if let Some(desk) = desks.beside(path) {
                make(&plain(path), desk, options.force);
            }
        }
        self.records = records.into_iter().collect();
    }
}

/// The records, each with its digest. Other JSON, such as a criteria set, names no kind; what is no JSON may be a record
/// that is told as broken.
fn records(paths: &[PathBuf]) -> Vec<(PathBuf, String)> {
    let files = paths.iter().filter_map(|path| input::files(std::slice::from_ref(path)).ok()).flatten();
    let record = |path: PathBuf| {
        let bytes = reading::bytes(&path).ok()?;
        let text = file_text(&bytes).map(|text| plain_json(&text));
        let read = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let is_record = read.is_none_or(|read| read.get("kind").is_some());
        is_record.then(|| (path, digest(&bytes)))
    };
    files.filter_map(record).collect()
}

/// What the office beside a record says, as a digest.
fn said_by_office(record: &Path) -> Option<String> {
    reading::bytes(&folder_of(record).join(office::FILE)).ok().map(|bytes| digest(&bytes))
}

/// Checks a record and makes its papers, or says what keeps them from being made.
fn make(path: &Path, desk: &Desk, force: bool) {
    let Some(record) = input::record(path, &desk.renderer) else { return };
    Writing {
        desk,
        by: By::Watch,
        force,
        fill_in: false,
        extras: Extras::default(),
        unsaid: None,
        inputs: vec![path],
    }
    .papers(&record, path);
}
