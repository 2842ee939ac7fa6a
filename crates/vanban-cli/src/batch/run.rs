//! From the records to the folder, and again from where it was interrupted.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::rc::Rc;

use vanban::Kind;
use vanban::batch::{Batch, Format, Outcome, RECORDS, REPORT};

use super::journal::{Done, Journal, Resumed};
use super::open::{self, Items, Source};
use super::progress::Progress;
use super::told::Told;
use super::writer::Writer;
use super::{Options, Stop};
use crate::folder::{By, Disk, Folder, digest};
use crate::office::Desk;
use crate::{output, words};

/// Whether every record has its paper.
pub(super) fn run(options: &Options, disk: Rc<dyn Disk>) -> Result<bool, Stop> {
    let [merge, zip] = options.targets()?;
    let own = [Some(REPORT), Some(RECORDS), merge.as_deref(), zip.as_deref()];
    options.refuse_inputs(&own.into_iter().flatten().collect::<Vec<_>>())?;
    let mut desk = Desk::beside(&options.records, &options.setup).map_err(Stop::Usage)?;
    desk.renderer = desk.renderer.with_two_sided(options.two_sided).with_fields(options.fill_in);
    desk.renderer = desk.renderer.with_signature_fields(options.signature_fields);
    let Source { mut items, meter, mapping, survey, counts } = open::source(options, &desk)?;
    let renderer = desk.renderer;
    if let Some(survey) = &survey {
        output::print(&survey.to_string());
    }
    let Some(first) = items.next() else {
        let said = if survey.is_some() { words::no_rows() } else { words::no_records() };
        return Err(Stop::at(&options.records, said));
    };
    let mut items: Items = Box::new(std::iter::once(first).chain(items));
    let path = options.output.as_deref().unwrap_or(Path::new("."));
    let inputs = options.inputs();
    let folder = Folder::open(disk, path, By::Batch, options.force, &inputs).map_err(Stop::failed)?;
    let folder = folder.made_from_these(made_from(options));
    let replaced = folder.made_from_others(REPORT).map(|others| words::report_replaced(others, path));

    let formats: Vec<Format> = options.format.iter().map(|&format| format.into()).collect();
    let stopped = |error: io::Error| stopped(path, &error);
    let (journal, before) = journal(options, &folder, &formats, &mapping)?;
    let mut writer = Writer::new(folder, journal, options.name.clone());
    writer.told.counts = counts;
    if let Some(name) = &merge {
        writer.volumes(name, options.volume.get(), options.two_sided);
    }
    if let Some(name) = &zip {
        writer.zip(name).map_err(stopped)?;
    }

    let mut batch = Batch::new(&renderer).formats(&formats);
    if let Some(jobs) = options.jobs {
        batch = batch.jobs(jobs.get());
    }
    let mut progress = Progress::new(&meter);
    pass(options, &batch, &mut items, &before, &mut writer, &mut progress)?;
    let stood = writer.told.counts.papers;
    let batch = batch.goes_on_after(writer.last_made);
    let made = make(options, &batch, &mut items, &mut writer, &mut progress);
    progress.clear();
    if let Err(stop) = made {
        tell_of_records(options, &writer.told);
        return Err(stop);
    }
    let (told, lines) = writer.finish(survey.as_ref()).map_err(stopped)?;
    tell_of_records(options, &told);
    told.of_files().for_each(|line| tell!("{}", path.join(line).display()));
    if !before.is_empty() {
        tell!("{}", words::resumed(stood, told.counts.papers - stood));
    }
    let report = path.join(REPORT);
    let counts = words::counts(told.counts);
    let summary = match told.stands(REPORT) {
        true => words::see(&counts, &report.display().to_string()),
        false => counts,
    };
    let replaced = replaced.filter(|_| told.stands(REPORT));
    let lines = [summary].into_iter().chain(told.of_left_over()).chain(replaced).chain(lines);
    let printed = lines.map(|line| output::print(&line)).fold(true, |all, printed| all & printed);
    Ok(printed && told.is_complete())
}

/// What tells a run from others into its folder: its records, and of what they are. Certificates and their list may come
/// from one table.
fn made_from(options: &Options) -> Vec<String> {
    let records = options.records.file_name().map(|name| name.to_string_lossy().into_owned());
    let kind = options.table.kind.as_ref().map(|kind| kind.name().to_owned());
    records.into_iter().chain(kind).chain(options.gathered.clone()).collect()
}

fn tell_of_records(options: &Options, told: &Told) {
    told.of_records().for_each(|line| tell!("{}: {line}", options.records.display()));
}

/// Begins a journal, or goes on with one.
fn journal(
    options: &Options,
    folder: &Folder,
    formats: &[Format],
    mapping: &str,
) -> Result<(Journal, Vec<Done>), Stop> {
    let settings = &settings(options, formats, mapping);
    let stands = |done: &Done| {
        done.files
            .iter()
            .all(|file| file.trouble.is_none() && folder.stands(&file.name, file.size, &file.digest))
    };
    let (disk, path) = (folder.disk(), folder.path());
    let failed = |error: io::Error| Stop::at(path, words::unwritten(&error, false));
    if options.resume {
        match Journal::resume(disk, path, settings, stands).map_err(failed)? {
            Resumed::Done(journal, done) => return Ok((journal, done)),
            Resumed::Nothing => {}
            Resumed::Other => {
                return Err(Stop::usage(format!("{}: {}", path.display(), words::other_batch())));
            }
        }
    }
    Ok((Journal::begin(disk, path, settings).map_err(failed)?, Vec::new()))
}

/// What the papers depend on beside their records.
fn settings(options: &Options, formats: &[Format], mapping: &str) -> String {
    let kind = options.table.kind.as_ref().map(Kind::name);
    let version = env!("CARGO_PKG_VERSION");
    let said = (
        version,
        kind,
        formats,
        (options.two_sided, options.fill_in, options.signature_fields),
        &options.table.sheet,
        &options.name,
        mapping,
    );
    digest(format!("{said:?}").as_bytes())
}

/// Passes over what an interrupted run has done, when it is still the same.
fn pass(
    options: &Options,
    batch: &Batch<'_>,
    items: &mut Items,
    before: &[Done],
    writer: &mut Writer,
    progress: &mut Progress,
) -> Result<(), Stop> {
    let failed = RefCell::new(None);
    let same = before.iter().map_while(|done| match items.next() {
        Some(Ok(item)) if item.digest() == done.digest => Some(item),
        other => {
            let said = match other {
                Some(Err(error)) => words::of_table(&error),
                _ => words::changed_since(&done.record),
            };
            *failed.borrow_mut() = Some(Stop::at(&options.records, said));
            None
        }
    });
    let mut take = |index: usize, outcome: Option<&Outcome>| {
        let Some(done) = before.get(index) else { return Ok(()) };
        writer.pass(done, outcome)?;
        progress.step();
        Ok(())
    };
    let passed = if options.merge.is_some() {
        let sink = |outcome: Outcome| take(outcome.index, Some(&outcome));
        batch.clone().formats(&[]).run(same, sink).map(|_| ())
    } else {
        same.enumerate().try_for_each(|(index, _)| take(index, None))
    };
    match failed.into_inner() {
        Some(stop) => Err(stop),
        None => passed.map_err(|error| stopped(options.output.as_deref().unwrap_or(Path::new(".")), &error)),
    }
}

/// Makes the papers that are not made yet.
fn make(
    options: &Options,
    batch: &Batch<'_>,
    items: &mut Items,
    writer: &mut Writer,
    progress: &mut Progress,
) -> Result<(), Stop> {
    let broken = RefCell::new(None);
    let waiting = RefCell::new(VecDeque::new());
    let records = items.map_while(|item| match item {
        Ok(item) => {
            waiting.borrow_mut().push_back(item.digest());
            Some(item)
        }
        Err(error) => {
            *broken.borrow_mut() = Some(Stop::of(&options.records, error));
            None
        }
    });
    let made = batch.run(records, |outcome: Outcome| {
        let digest = waiting.borrow_mut().pop_front().unwrap_or_default();
        writer.take(&outcome, digest)?;
        progress.step();
        Ok(())
    });
    // What is whole stands, whatever ended the batch.
    let committed = writer.commit();
    let folder = options.output.as_deref().unwrap_or(Path::new("."));
    made.map(|_| ()).and(committed).map_err(|error| stopped(folder, &error))?;
    broken.into_inner().map_or(Ok(()), Err)
}

/// What cannot be written ends a batch; what was written stands.
fn stopped(folder: &Path, error: &io::Error) -> Stop {
    let lines = [words::unwritten(error, false), words::stopped().to_owned()];
    Stop::Failed(lines.map(|line| format!("{}: {line}", folder.display())).to_vec())
}
