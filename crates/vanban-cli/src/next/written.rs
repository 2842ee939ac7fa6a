//! A record of the chain and its papers, written beside each other: the DOCX and the PDF have the record's name.

use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use vanban::batch::Format;
use vanban::parts::PaperDate;
use vanban::{AnyRecord, Error, Record, Renderer};

use crate::commented::commented;
use crate::folder::{self, By, Files, Folder, Put};
use crate::making::Extras;
use crate::office::Desk;
use crate::{output, words};

/// What is to be written, and by whom.
pub(crate) struct Writing<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) by: By,
    pub(crate) force: bool,
    /// With fields in the DOCX.
    pub(crate) fill_in: bool,
    /// What else is asked for in the files.
    pub(crate) extras: Extras,
    /// The code of a warning that is no news.
    pub(crate) unsaid: Option<&'static str>,
    /// What it is made from.
    pub(crate) inputs: Vec<&'a Path>,
}

impl Writing<'_> {
    /// Writes the record there, and its papers beside it or into the office's folder; prints what stands. Nothing is
    /// written of a paper with an error.
    pub(super) fn write(&self, record: &AnyRecord, at: &Path) -> bool {
        let Some(files) = self.made(record, at) else {
            tell!("{}", words::chain::nothing_written());
            return false;
        };
        self.put_all(&files, at)
    }

    /// As [`Writing::write`], of a record that came in one of its papers: that one stands, as it was corrected.
    pub(super) fn write_again(&self, record: &AnyRecord, at: &Path) -> bool {
        let Some(mut files) = self.made(record, at) else {
            tell!("{}", words::chain::nothing_written());
            return false;
        };
        let papers = self.papers_of(at);
        let inputs: Vec<PathBuf> = self.inputs.iter().map(|input| real(input)).collect();
        files.retain(|(name, _)| !inputs.contains(&real(&papers.join(name))));
        self.put_all(&files, at)
    }

    fn papers_of(&self, at: &Path) -> PathBuf {
        self.desk.office.output().unwrap_or_else(|| folder_of(at))
    }

    fn put_all(&self, files: &[(String, Vec<u8>)], at: &Path) -> bool {
        let (beside, papers) = (folder_of(at), self.papers_of(at));
        let (json, papers_files) = files.split_at(1);
        let is_one = papers == beside || papers.canonicalize().is_ok_and(|it| it == real(&beside));
        if is_one {
            return self.into(&beside, files);
        }
        self.into(&beside, json) && self.into(&papers, papers_files)
    }

    /// Writes a record's papers beside it or into the office's folder, each whatever becomes of the other.
    pub(crate) fn papers(&self, record: &AnyRecord, at: &Path) -> bool {
        let Some(files) = self.made(record, at) else { return false };
        let folder = self.papers_of(at);
        let missing = files.iter().skip(1).filter(|file| !self.into(&folder, std::slice::from_ref(file)));
        missing.count() == 0
    }

    /// The record's JSON, first, and the papers; an error is told.
    fn made(&self, record: &AnyRecord, at: &Path) -> Option<Vec<(String, Vec<u8>)>> {
        let renderer = self.extras.renderer(self.desk.renderer.clone().with_fields(self.fill_in));
        let document = told(at, renderer.render(record))?;
        let warnings = document.warnings().iter().filter(|warning| Some(warning.code) != self.unsaid);
        warnings.for_each(|warning| tell!("{}: {warning}", at.display()));
        let json = told(at, record.to_json())?;
        let name = |extension: &str| {
            at.with_extension(extension).file_name().unwrap_or_default().to_string_lossy().into_owned()
        };
        let mut files = vec![(name("json"), commented(record.kind(), &json).text.into_bytes())];
        for (extension, bytes) in self.extras.files(&[Format::Docx, Format::Pdf], &document) {
            files.push((name(extension), told(at, bytes)?));
        }
        Some(files)
    }

    /// Writes files into a folder. Where the first cannot be written, none is.
    fn into(&self, folder: &Path, files: &[(String, Vec<u8>)]) -> bool {
        let opened = Folder::open(Rc::new(Files), folder, self.by, self.force, &self.inputs);
        let mut open = match opened {
            Ok(open) => open.made_from(&self.inputs),
            Err(said) => {
                tell!("{said}");
                return false;
            }
        };
        match put(&mut open, files).and_then(|all| open.close().map(|()| all)) {
            Ok(all) => all,
            Err(error) => {
                tell!("{}: {}", folder.display(), words::unwritten(&error, false));
                false
            }
        }
    }
}

fn put(folder: &mut Folder, files: &[(String, Vec<u8>)]) -> io::Result<bool> {
    let (mut written, mut failed) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        match folder.put(name, bytes)? {
            Put::Stands => written.push(name),
            Put::Kept(why) => failed.push((name.clone(), why.to_owned())),
            Put::Failed(why) => failed.push((name.clone(), why)),
        }
        if written.is_empty() {
            break;
        }
    }
    failed.extend(folder.commit()?);
    let inside = |name: &String| plain(&folder.path().join(name)).display().to_string();
    for (name, why) in &failed {
        tell!("{}: {why}", inside(name));
    }
    let stand = written.into_iter().filter(|name| !failed.iter().any(|(failed, _)| failed == *name));
    let unsaid = stand.filter(|name| !output::print(&inside(name))).count();
    Ok(unsaid == 0 && failed.is_empty())
}

/// The folder of a file, as it is opened.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A path without the `./` before it.
pub(crate) fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The value of a result; each problem of an error is told with what to do about it.
fn told<T>(path: &Path, result: Result<T, Error>) -> Option<T> {
    result.map_err(|error| tell_error(path, &error)).ok()
}

/// Tells each problem of an error, and what to do about it.
pub(super) fn tell_error(path: &Path, error: &Error) {
    for problem in error.problems() {
        let remark = words::of_problem(problem);
        tell!("{}: {remark}", path.display());
        // Where the sentence does not say it itself, in its own language.
        if !remark.is_english() && !problem.message.contains(problem.remedy()) {
            tell!("  {}", problem.remedy());
        }
    }
    if error.problems().is_empty() {
        error.to_string().lines().for_each(|line| tell!("{}: {line}", path.display()));
    }
}

/// Whether a record stands there that was made of quite other files: it is not to be replaced by this one untold. With a
/// file more or less it is the same paper, made again.
pub(super) fn replaces_strange(at: &Path, inputs: &[&Path]) -> Option<String> {
    let (folder, name) = (folder_of(at), at.file_name()?.to_string_lossy());
    let (made_from, own) = (folder::made_from(&folder, &name), folder::named_from(&folder, inputs));
    // That an input is none to be written is told elsewhere.
    let known = |file: &String| own.contains(file) || own.iter().any(|own| *own == name);
    let strange = at.exists() && !made_from.is_empty() && !made_from.iter().any(known);
    strange.then(|| words::chain::made_of_others(&made_from))
}

/// The number and the day with which a record went out.
fn issued(record: &AnyRecord) -> Option<(u64, PaperDate)> {
    Some((record.fields().ok()?.get("number")?.as_u64()?, record.frame().date))
}

/// Whether the paper stands there with its number and its day.
pub(super) fn stands_issued(record: &AnyRecord, at: &Path, renderer: &Renderer) -> bool {
    let standing = at.exists().then(|| crate::input::read(at, renderer).ok()).flatten();
    standing.is_some_and(|standing| issued(record).is_some() && issued(record) == issued(&standing))
}

/// Whether a paper that went out with another number or of another day stands there: it is not to be replaced by this
/// one untold.
pub(super) fn replaces_another(record: &AnyRecord, at: &Path, renderer: &Renderer) -> Option<String> {
    let standing = at.exists().then(|| crate::input::read(at, renderer).ok()).flatten()?;
    let (own, (number, date)) = (issued(record), issued(&standing)?);
    (own != Some((number, date))).then(|| words::chain::issued_before(standing.kind().term(), number, date))
}
