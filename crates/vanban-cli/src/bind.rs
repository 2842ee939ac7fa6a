//! `vanban bind`.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use vanban::error::{Path as Place, PathStep};
use vanban::kinds::{AnyRecord, BoundPaper, Proceedings, TypedRecord, file_text, plain_json};
use vanban::parts::PaperDate;
use vanban::{Bound, Document, Error, Problem, Renderer, Result};

use crate::folder::By;
use crate::next::values;
use crate::office::{Desk, Desks, Office, Setup};
use crate::{copy, input, reading, words};

/// What is bound, and where the volume goes.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The record of the volume as a JSON file, which names its documents; or the documents themselves, records
    /// and PDFs, in the order of binding.
    #[arg(required = true, value_name = "FILES")]
    papers: Vec<PathBuf>,
    /// What the documents are about; it is on the cover.
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    /// The date on the cover.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    date: Option<PaperDate>,
    /// Folder for the volume; it is created if necessary.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Also replaces files that were edited or that vanban did not make; never the documents.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// A paper of the volume, as it is read.
enum Paper {
    Record(AnyRecord),
    Pdf(Vec<u8>),
}

/// Writes the volume, DOCX and PDF.
pub(super) fn bind(options: &Options) -> bool {
    let Some(first) = options.papers.first() else { return false };
    let mut desks = Desks::new(&options.setup);
    let Some(Desk { renderer, office, .. }) = desks.beside(first) else { return false };
    let Some((fields, is_named)) = input::told(first, fields(options, office)) else { return false };
    if !is_named {
        let lacking = words::volumes::lacking(|field| fields.get(field).is_none_or(Value::is_null));
        if !lacking.is_empty() {
            lacking.iter().for_each(|said| tell!("{said}"));
            return false;
        }
    }
    let Some((volume, files)) = input::told(first, volume(fields, options, is_named)) else { return false };
    // Every paper that cannot be read is told, not the first alone.
    let papers: Vec<Option<Paper>> = files.iter().map(|file| paper(file, renderer)).collect();
    let untitled = files
        .iter()
        .zip(&volume.papers)
        .filter(|(file, paper)| !is_named && is_pdf(file) && paper.title.is_none());
    let untitled: Vec<&Path> = untitled.map(|(file, _)| file.as_path()).collect();
    untitled.iter().for_each(|file| tell!("{}: {}", file.display(), words::volumes::untitled()));
    let Some(papers) = papers.into_iter().collect::<Option<Vec<Paper>>>().filter(|_| untitled.is_empty())
    else {
        return false;
    };
    let bound: Vec<Bound<'_>> = papers.iter().map(Paper::bound).collect();
    let Some(document) = made(first, &files, renderer.bind(&volume, &bound)) else { return false };
    let bytes = || -> Result<_> {
        let name = document.file_name();
        Ok(vec![(format!("{name}.docx"), document.to_docx()?), (format!("{name}.pdf"), document.to_pdf()?)])
    };
    let Some(made) = input::told(first, bytes()) else { return false };
    let inputs: Vec<&Path> = options.papers.iter().chain(&files).map(PathBuf::as_path).collect();
    copy::put(&options.output, By::Bind, options.force, &inputs, &made)
}

impl Paper {
    fn bound(&self) -> Bound<'_> {
        match self {
            Paper::Record(record) => Bound::Record(record),
            Paper::Pdf(bytes) => Bound::Pdf(bytes),
        }
    }
}

/// A paper; what is wrong with it is told after its own name.
fn paper(file: &Path, renderer: &Renderer) -> Option<Paper> {
    // A device has no end.
    if file.exists() && !file.is_file() && !file.is_dir() {
        tell!("{}: {}", file.display(), words::volumes::no_file());
        return None;
    }
    let bytes = input::told(file, reading::bytes(file).map_err(|error| input::unreadable(&error)))?;
    if is_pdf(file) {
        return Some(Paper::Pdf(bytes));
    }
    if is_of_others(&bytes) {
        tell!("{}: {}", file.display(), words::volumes::no_pdf());
        return None;
    }
    input::told(file, input::parse(&bytes, renderer)).map(Paper::Record)
}

/// Whether a file is of a program that writes no records: Word, a picture, a PDF by another name.
fn is_of_others(bytes: &[u8]) -> bool {
    const BEGIN: [&[u8]; 6] =
        [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"%PDF-"];
    BEGIN.iter().any(|begin| bytes.starts_with(begin))
}

/// What is known of the volume, and whether a file says it that names its papers: else the line does. What neither says the
/// office does.
fn fields(options: &Options, office: &Office) -> Result<(Value, bool)> {
    let named = match options.papers.as_slice() {
        [one] if !is_pdf(one) => named(one)?,
        _ => None,
    };
    let is_named = named.is_some();
    let mut fields = named.unwrap_or_else(|| of_the_line(&options.papers));
    for (field, value) in [("subject", json!(options.subject)), ("date", json!(options.date))] {
        if !value.is_null() {
            fields[field] = value;
        }
    }
    office.complete(&mut fields);
    Ok((fields, is_named))
}

/// The record of the volume, and the files of its papers.
fn volume(fields: Value, options: &Options, is_named: bool) -> Result<(Proceedings, Vec<PathBuf>)> {
    let volume = Proceedings::from_value(fields)?;
    let beside = options.papers.first().and_then(|first| first.parent()).filter(|_| is_named);
    let files = match beside {
        Some(folder) => volume.files()?.into_iter().map(|file| folder.join(file)).collect(),
        None => options.papers.clone(),
    };
    Ok((volume, files))
}

/// The fields of a record that names its papers; nothing where the file is a paper itself.
fn named(file: &Path) -> Result<Option<Value>> {
    let bytes = reading::bytes(file).map_err(|error| input::unreadable(&error))?;
    let text = file_text(&bytes).map(|text| plain_json(&text)).unwrap_or_default();
    let Ok(fields) = serde_json::from_str::<Value>(&text) else {
        // What is wrong with it is told as of any record.
        return Proceedings::from_json(&text).map(|_| None);
    };
    let is_volume = fields.get("kind").is_some_and(|kind| kind == Proceedings::typed_kind().name());
    Ok(Some(fields).filter(|fields| is_volume || fields.get("papers").is_some()))
}

/// The papers of the line; a PDF whose name is written in words is called so.
fn of_the_line(papers: &[PathBuf]) -> Value {
    let paper = |file: &PathBuf| {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = stem.filter(|stem| is_pdf(file) && stem.contains(' '));
        title.into_iter().fold(BoundPaper::new(), BoundPaper::title)
    };
    json!({ "papers": papers.iter().map(paper).collect::<Vec<_>>() })
}

fn is_pdf(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

fn at(problem: &Problem, path: Place) -> Problem {
    let mut problem = problem.clone();
    problem.path = path;
    problem
}

/// The volume; what is wrong with a paper is told after its own name, in its own words.
fn made(volume: &Path, files: &[PathBuf], result: Result<Document>) -> Option<Document> {
    let whose = |problem: &Problem| match problem.path.steps() {
        [PathStep::Field(papers), PathStep::Index(place), inner @ ..] if papers == "papers" => {
            let own = ["title", "short_title", "author"].map(Place::at);
            let inner: Place = inner.iter().cloned().collect();
            // What is wrong with the file is wrong with all of it.
            let inner = if inner == Place::at("file") { Place::root() } else { inner };
            files.get(*place).filter(|_| !own.contains(&inner)).map(|file| (file.as_path(), inner))
        }
        _ => None,
    };
    let say = |problem: &Problem| match whose(problem) {
        Some((file, path)) => tell!("{}: {}", file.display(), at(problem, path)),
        None => tell!("{}: {problem}", volume.display()),
    };
    match result {
        Ok(document) => {
            document.warnings().iter().for_each(say);
            Some(document)
        }
        Err(Error::Invalid(problems)) => {
            problems.iter().for_each(say);
            None
        }
        Err(error) => input::told(volume, Err(error)),
    }
}
