//! From the records to the folder, and again from where it was interrupted.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::Path;

use md5::{Digest, Md5};
use vanban::batch::{Batch, Format, Outcome};
use vanban::{Kind, Renderer};

use super::journal::{Done, Journal, Resumed};
use super::open::{self, Items, Source};
use super::progress::Progress;
use super::writer::{self, Writer};
use super::{Options, Stop};

/// The report's name in the folder.
const REPORT: &str = "report.csv";

/// Whether every record has its paper.
pub(super) fn run(options: &Options) -> Result<bool, Stop> {
    let renderer = Renderer::new().with_two_sided(options.two_sided);
    let Source { mut items, meter, mapping, survey } = open::source(options, &renderer)?;
    if let Some(survey) = &survey {
        crate::output::print(&survey.to_string());
    }
    let Some(first) = items.next() else {
        return Err(Stop::at(&options.records, "không có bản ghi nào"));
    };
    let mut items: Items = Box::new(std::iter::once(first).chain(items));
    let folder = options.output.as_deref().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Stop::at(folder, error))?;

    let formats: Vec<Format> = options.format.iter().map(|&format| format.into()).collect();
    let (journal, before) = journal(options, folder, &formats, &mapping)?;
    let mut writer = Writer::new(folder, &formats, journal);
    if let Some(path) = &options.zip {
        writer.zip(path).map_err(Stop::failed)?;
    }
    if let Some(path) = &options.merge {
        let papers = options.volume.get();
        writer.volumes(path, papers, options.two_sided).map_err(Stop::failed)?;
    }

    let mut batch = Batch::new(&renderer).formats(&formats);
    if let Some(jobs) = options.jobs {
        batch = batch.jobs(jobs.get());
    }
    let mut progress = Progress::new(&meter);
    let mut counts = Counts::default();
    pass(options, &batch, &mut items, &before, &mut writer, &mut progress)?;
    before.iter().for_each(|done| counts.count(done));
    let made = make(options, &batch, &mut items, &mut writer, &mut progress, &mut counts);
    progress.clear();
    made?;
    let report = folder.join(REPORT);
    writer.finish(&report).map_err(|error| stopped(folder, &error))?;
    let (papers, others) = (counts.papers, counts.others);
    let printed = crate::output::print(&format!(
        "{papers} văn bản, {others} bản ghi không thành; xem {}",
        report.display()
    ));
    Ok(printed && others == 0)
}

/// How many records have a paper, and how many have none.
#[derive(Debug, Default)]
struct Counts {
    papers: usize,
    others: usize,
}

impl Counts {
    fn count(&mut self, done: &Done) {
        if done.output.is_some() { self.papers += 1 } else { self.others += 1 }
    }
}

/// Begins a journal, or goes on with one.
fn journal(
    options: &Options,
    folder: &Path,
    formats: &[Format],
    mapping: &str,
) -> Result<(Journal, Vec<Done>), Stop> {
    let settings = &settings(options, formats, mapping);
    let is_there = |done: &Done| {
        done.output.iter().flat_map(|name| writer::files(folder, formats, name)).all(|path| path.is_file())
    };
    if options.resume {
        match Journal::resume(folder, settings, is_there).map_err(Stop::failed)? {
            Resumed::Done(journal, done) => return Ok((journal, done)),
            Resumed::Nothing => {}
            Resumed::Other => {
                let said = "lần chạy dở dang có loại, khai báo cột, định dạng hoặc bản vanban khác; chạy lại không có --resume";
                return Err(Stop::usage(format!("{}: {said}", folder.display())));
            }
        }
    }
    Ok((Journal::begin(folder, settings).map_err(Stop::failed)?, Vec::new()))
}

/// What the papers depend on beside their records.
fn settings(options: &Options, formats: &[Format], mapping: &str) -> String {
    let kind = options.kind.as_ref().map(Kind::name);
    let said = (env!("CARGO_PKG_VERSION"), kind, formats, options.two_sided, &options.sheet, mapping);
    Md5::digest(format!("{said:?}")).iter().map(|byte| format!("{byte:02x}")).collect()
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
                Some(Err(error)) => error.to_string(),
                _ => format!("{} đã khác lần chạy dở dang; chạy lại không có --resume", done.record),
            };
            *failed.borrow_mut() = Some(Stop::at(&options.records, said));
            None
        }
    });
    let mut take = |index: usize, outcome: Option<&Outcome>| {
        let Some(done) = before.get(index) else { return Ok(()) };
        writer.pass(done)?;
        progress.step();
        writer.bind(index + 1, outcome.and_then(Outcome::document))
    };
    let passed = if options.merge.is_some() {
        let sink = |outcome: Outcome| take(outcome.index, Some(&outcome));
        batch.clone().formats(&[]).run(same, sink).map(|_| ())
    } else {
        same.enumerate().try_for_each(|(index, _)| take(index, None))
    };
    match failed.into_inner() {
        Some(stop) => Err(stop),
        None => passed.map_err(Stop::failed),
    }
}

/// Makes the papers that are not made yet.
fn make(
    options: &Options,
    batch: &Batch<'_>,
    items: &mut Items,
    writer: &mut Writer,
    progress: &mut Progress,
    counts: &mut Counts,
) -> Result<(), Stop> {
    let broken = RefCell::new(None);
    let digests = RefCell::new(VecDeque::new());
    let records = items.map_while(|item| match item {
        Ok(item) => {
            digests.borrow_mut().push_back(item.digest());
            Some(item)
        }
        Err(error) => {
            *broken.borrow_mut() = Some(Stop::of(&options.records, error));
            None
        }
    });
    let made = batch.run(records, |outcome: Outcome| {
        let digest = digests.borrow_mut().pop_front().unwrap_or_default();
        let done = writer.take(&outcome, digest)?;
        counts.count(&done);
        for line in outcome.to_string().lines() {
            progress.tell(&format!("{}: {line}", options.records.display()));
        }
        progress.step();
        Ok(())
    });
    let folder = options.output.as_deref().unwrap_or(Path::new("."));
    made.map_err(|error| stopped(folder, &error))?;
    broken.into_inner().map_or(Ok(()), Err)
}

/// What cannot be written ends a batch; what was written stands.
fn stopped(folder: &Path, error: &io::Error) -> Stop {
    let hint = format!("{}: đã dừng; chạy lại với --resume để làm tiếp", folder.display());
    Stop::Failed(vec![error.to_string(), hint])
}
