//! `vanban summarize`: the forms of a month, a quarter, half a year or a year in, one list out.

mod forms;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use vanban::kinds::{EvaluationSummary, SummarySpan};
use vanban::scoring::CriteriaSets;
use vanban::{Error, Problem};

use self::forms::Found;
use super::batch::TableOptions;
use super::office::{Desk, Office, Setup};
use super::output;
use crate::folder::{By, put_papers};
use crate::words;

const KIND: &str = "evaluation_summary";

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Folders of batches, files of records (JSONL, JSON), or tables (XLSX, ODS, CSV).
    #[arg(required = true, value_name = "SOURCE")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    table: TableOptions,
    /// The period: month, quarter, half or year.
    #[arg(long, value_enum, value_name = "PERIOD", hide_possible_values = true)]
    of: Span,
    /// Folder for the list; by default that of vanban.toml, or the first folder among the sources.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Makes the list even if forms were rejected.
    #[arg(long)]
    partial: bool,
    /// The date of the list, as 30/6/2026; by default the date of the last form.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The issuer of the list, instead of `office` in vanban.toml.
    #[arg(long, value_name = "NAME")]
    office: Option<String>,
    /// The superior of the office, instead of `superior` in vanban.toml.
    #[arg(long, value_name = "NAME")]
    superior: Option<String>,
    /// The place, instead of `place` in vanban.toml.
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// The name of the signer, instead of the one in vanban.toml.
    #[arg(long, value_name = "NAME")]
    signer: Option<String>,
    /// Recipients, the archive last; instead of those in vanban.toml.
    #[arg(long = "recipient", value_name = "RECIPIENT")]
    recipients: Vec<String>,
    /// Overwrites files that were edited, or that vanban did not make.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// How long the period is.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Span {
    Month,
    Quarter,
    Half,
    Year,
}

impl From<Span> for SummarySpan {
    fn from(span: Span) -> SummarySpan {
        match span {
            Span::Month => SummarySpan::Month,
            Span::Quarter => SummarySpan::Quarter,
            Span::Half => SummarySpan::Half,
            Span::Year => SummarySpan::Year,
        }
    }
}

/// Makes the list; gives the exit status.
pub(super) fn summarize(options: &Options) -> u8 {
    match made(options) {
        Ok(()) => 0,
        Err(lines) => {
            lines.iter().for_each(|line| tell!("{line}"));
            1
        }
    }
}

fn made(options: &Options) -> Result<(), Vec<String>> {
    let first = options.inputs.first().map_or(Path::new(""), PathBuf::as_path);
    let Desk { office, renderer, .. } = Desk::beside(first, &options.setup)?;
    let mut found = Found::new();
    let unread: Vec<String> = options
        .inputs
        .iter()
        .filter_map(|input| found.read(input, &options.table, &renderer).err())
        .collect();
    if !unread.is_empty() {
        return Err(unread);
    }
    if found.refused > 0 {
        told::lines(&found.why).iter().for_each(|line| tell!("{}: {line}", words::usage::lacking()));
        if !options.partial {
            return Err(vec![words::lists::some_refused(found.refused)]);
        }
    }
    let list = list(options, &office, &found, renderer.criteria())?;
    let document = renderer.render(&list).map_err(|error| told::of_list(&error, &found, Some(&list)))?;
    told::warnings(document.warnings()).iter().for_each(|line| tell!("{line}"));
    let folder = options.output.clone().or_else(|| office.output());
    let folder = folder.as_deref().or(forms::folder(&options.inputs)).unwrap_or(Path::new("."));
    let inputs: Vec<&Path> = options.inputs.iter().map(PathBuf::as_path).collect();
    put_papers(&document, folder, By::Summarize, options.force, &inputs)?;
    if options.date.is_none() {
        output::print(&words::lists::dated(list.date.into()));
    }
    let (period, branches) = (list.period.words(), list.branches());
    let sessions: usize = list.rows.iter().map(|row| row.sessions.len()).sum();
    let ratings = ratings(&list, renderer.criteria());
    output::print(&words::lists::made(&period, branches, sessions, &ratings));
    Ok(())
}

/// How many sessions reached which rating: `Tốt 106, Khá 9`.
fn ratings(list: &EvaluationSummary, sets: &CriteriaSets) -> String {
    let counts = list.ratings(sets).into_iter().map(|(rating, count)| format!("{rating} {count}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// The list of the forms, by what the options and the office say.
fn list(
    options: &Options,
    office: &Office,
    found: &Found,
    sets: &CriteriaSets,
) -> Result<EvaluationSummary, Vec<String>> {
    if found.forms.is_empty() {
        return Err(vec![words::lists::no_forms().to_owned()]);
    }
    let mut record = Map::new();
    for (place, value) in office.defaults(KIND) {
        put(&mut record, &place, value);
    }
    let own = [
        ("issuer.name", &options.office),
        ("issuer.superior", &options.superior),
        ("place", &options.place),
        ("signature.name", &options.signer),
    ];
    for (place, value) in own {
        if let Some(value) = value {
            put(&mut record, place, value.as_str().into());
        }
    }
    if !options.recipients.is_empty() {
        put(&mut record, "recipients", json!(options.recipients));
    }
    missing(&record, true)?;
    if let Some(date) = &options.date {
        put(&mut record, "date", date.as_str().into());
    }
    EvaluationSummary::of_forms(options.of.into(), &found.forms, Value::Object(record), sets)
        .map_err(|error| no_date(&error).unwrap_or_else(|| told::of_list(&error, found, None)))
}

/// What is told where a list was not made because nobody said its date: a list takes that of its last form.
pub(crate) fn no_date(error: &Error) -> Option<Vec<String>> {
    let lacks = |problem: &Problem| problem.code == "shape.missing_field" && problem.path == "date";
    error.problems().iter().any(lacks).then(|| vec![words::lists::no_date().to_owned()])
}

/// What a list cannot do without, told at once, with the options where the command has them.
pub(crate) fn missing(record: &Map<String, Value>, has_options: bool) -> Result<(), Vec<String>> {
    let has = |place: &str| {
        let mut steps = place.split('.');
        let first = steps.next().and_then(|step| record.get(step));
        steps.fold(first, |value, step| value.and_then(|value| value.get(step))).is_some()
    };
    let wanted = [
        ("issuer.name", "office = \"Đảng uỷ phường …\"", "--office"),
        ("issuer.superior", "superior = \"Đảng bộ tỉnh …\"", "--superior"),
        ("place", "place = \"…\"", "--place"),
        ("recipients", "archive = \"Lưu Đảng uỷ\"", "--recipient"),
    ];
    let absent: Vec<_> = wanted.iter().filter(|(place, ..)| !has(place)).collect();
    if absent.is_empty() {
        return Ok(());
    }
    let keys: Vec<&str> = absent.iter().map(|(_, key, _)| *key).collect();
    let options: Vec<&str> = absent.iter().map(|(.., option)| *option).collect();
    Err(vec![words::lists::no_office(&keys.join(", "), has_options.then(|| options.join(", ")).as_deref())])
}

/// Puts a value at a place of a record: `issuer.name`.
pub(crate) fn put(record: &mut Map<String, Value>, place: &str, value: Value) {
    match place.split_once('.') {
        None => drop(record.insert(place.to_owned(), value)),
        Some((first, rest)) => {
            let inner = record.entry(first).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
