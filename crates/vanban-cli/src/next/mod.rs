//! `vanban next` and `vanban issue`: the chain by command. Each makes one paper of others, writes its record with DOCX
//! and PDF, and says what may follow.

mod collected;
mod corrected;
mod draft_of;
mod fill;
mod issue;
pub(crate) mod values;
mod vote;
mod ways;
pub(crate) mod written;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
pub(crate) use collected::collected;
pub(crate) use issue::{Options as IssueOptions, issue};
use vanban::chain::AnyDraft;
use vanban::kinds::{Comments, Minutes};
use vanban::parts::PaperDate;
use vanban::{AnyRecord, Kind, Record};

use crate::ask::Person;
use crate::commented::commented;
use crate::folder::By;
use crate::making::Extras;
use crate::office::{Desks, Setup};
use crate::register::Numbers;
use crate::{output, words};
use corrected::Corrected;
use ways::{Chain, Way, shown, usual_name};
use written::{Writing, folder_of, plain, replaces_another, replaces_strange, stands_issued};

/// What follows, and from what.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The records as JSON files, or as DOCX with fields, also corrected in Word: the JSON beside them is
    /// updated. The draft of a table of comments is found in the same folder.
    #[arg(required = true)]
    records: Vec<PathBuf>,
    /// The kind that follows; by default the only possible one.
    #[arg(long, value_name = "KIND", value_parser = crate::values::kind)]
    to: Option<Kind>,
    /// The file of the record; by default one with the name of its kind, beside the first record.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The number of a document that is issued at once; by default the next one of the register, if there is
    /// one.
    #[arg(long, value_name = "N", value_parser = values::number)]
    number: Option<u32>,
    /// The date of a document that is issued at once.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    date: Option<PaperDate>,
    /// The row of a plan's table with the session, from 1.
    #[arg(long, value_name = "N", value_parser = crate::values::count)]
    row: Option<NonZeroUsize>,
    /// The criteria set of an evaluation form; by default the office's.
    #[arg(long, value_name = "ID")]
    criteria_set: Option<String>,
    /// Makes a DOCX with fields: all text of a draft can be corrected in Word and read back.
    #[arg(long)]
    fill_in: bool,
    #[command(flatten)]
    extras: Extras,
    /// Also replaces files that were edited or that vanban did not make; never an input.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// Exit status: something is refused or could not be written; wrong usage.
const REFUSED: u8 = 1;
const USAGE: u8 = 2;

/// Makes what follows from records. The exit status.
pub(crate) fn next(options: &Options) -> u8 {
    let Some(first) = options.records.first() else { return USAGE };
    if let Some(twice) = named_twice(&options.records) {
        tell!("{}", words::chain::named_twice(twice));
        return USAGE;
    }
    let mut desks = Desks::new(&options.setup);
    let Some(desk) = desks.beside(first) else { return REFUSED };
    let Some((mut records, corrected)) = corrected::read(&options.records, desk, options.force) else {
        return REFUSED;
    };
    let mut files = options.records.clone();
    if let [one] = records.as_slice()
        && let Some(comments) = one.downcast_ref::<Comments>()
    {
        match draft_of::find(first, comments, desk) {
            Ok((file, draft)) => {
                tell!("{}", words::chain::comments_on(first, &file));
                files.push(file);
                records.push(draft);
            }
            Err(said) => {
                tell!("{said}");
                return USAGE;
            }
        }
    }
    let tables =
        files.iter().zip(&records).filter_map(|(file, it)| Some((file, it.downcast_ref::<Comments>()?)));
    tables
        .filter(|(_, table)| table.comments.is_empty() && !table.none_received)
        .for_each(|(file, _)| tell!("{}", words::chain::no_comments(file)));
    let (row, criteria_set) = (options.row.map(NonZeroUsize::get), options.criteria_set.as_deref());
    let chain = Chain { row, criteria_set, ..Chain::of(desk, &records) };
    match made(options, &chain, &files, &records) {
        Ok((record, numbers)) => finish(options, &chain, (&files, &corrected), &records, &record, numbers),
        Err(status) => status,
    }
}

/// A file that is named a second time, by whatever path.
fn named_twice(files: &[PathBuf]) -> Option<&PathBuf> {
    let real: Vec<PathBuf> =
        files.iter().map(|file| file.canonicalize().unwrap_or_else(|_| file.clone())).collect();
    let again = (1..files.len()).find(|at| real[..*at].contains(&real[*at]));
    again.map(|at| &files[at])
}

/// The first of the records that is of a day after that on which the paper made of them goes out, in a sentence.
fn older_than_source(
    derived: &AnyRecord,
    date: PaperDate,
    files: &[PathBuf],
    records: &[AnyRecord],
) -> Option<String> {
    let day = |record: &AnyRecord| {
        let held = record.downcast_ref::<Minutes>().and_then(|minutes| minutes.held);
        held.unwrap_or(record.frame().date)
    };
    let mut sources =
        files.iter().zip(records).map(|(file, record)| (file, record.kind().term(), day(record)));
    let (file, of, held) = sources
        .find(|(.., held)| held.calendar().zip(date.calendar()).is_some_and(|(held, own)| own < held))?;
    let made = (derived.kind().term(), date.into());
    Some(words::chain::older_than_source(file, (of, held.into()), made))
}

/// The record that follows, filled in and, where a number is given, issued.
fn made(
    options: &Options,
    chain: &Chain<'_>,
    files: &[PathBuf],
    records: &[AnyRecord],
) -> Result<(AnyRecord, Option<Numbers>), u8> {
    let first = files.first().map_or(Path::new(""), PathBuf::as_path);
    let derived = match &options.to {
        Some(kind) => chain.derive(kind.name(), records),
        None => only(chain, files, records)?,
    };
    let office = &chain.desk.office;
    let derived = derived.and_then(|derived| fill::filled(&derived, office));
    let derived = chain.told(first, derived).map_err(|_| REFUSED)?;
    if options.number.is_none() && options.date.is_none() {
        return Ok((derived, None));
    }
    let Ok(AnyDraft::Signed(draft)) = AnyDraft::from_record(&derived) else {
        tell!("{}", words::chain::not_numbered_here(derived.kind().term()));
        return Err(USAGE);
    };
    let mut numbers = Numbers::of(office, &derived, first);
    let (Some(date), true) = (options.date, options.number.is_some() || numbers.is_some()) else {
        tell!("{}", words::chain::number_and_date());
        return Err(USAGE);
    };
    if let Some(said) = older_than_source(&derived, date, files, records) {
        tell!("{said}");
        return Err(REFUSED);
    }
    let Some(signer) = fill::signer(&derived, office) else {
        tell!("{}", words::chain::no_signer());
        return Err(REFUSED);
    };
    let number = match (&mut numbers, options.number) {
        (None, number) => number.ok_or(USAGE)?,
        (Some(numbers), given) => {
            let taken = numbers.ask(Person::at_terminal()).and_then(|()| numbers.take(given, date, &signer));
            taken.map_err(|lines| {
                lines.iter().for_each(|line| tell!("{line}"));
                REFUSED
            })?
        }
    };
    match chain.told(first, draft.issue(number, date, signer)) {
        Ok(issued) => Ok((issued, numbers)),
        Err(_) => {
            numbers.iter_mut().for_each(Numbers::give_back);
            Err(REFUSED)
        }
    }
}

/// What follows where only one paper can; else all that can are told.
fn only(
    chain: &Chain<'_>,
    files: &[PathBuf],
    records: &[AnyRecord],
) -> Result<Result<AnyRecord, vanban::Error>, u8> {
    let mut ways = chain.ways(records);
    if ways.iter().any(Way::is_open) {
        ways.retain(Way::is_open);
    }
    let (Some(record), Some(first)) = (records.first(), files.first()) else { return Err(USAGE) };
    if ways.len() == 1 {
        return ways.pop().map(|way| way.made).ok_or(USAGE);
    }
    if ways.is_empty() {
        let after: Vec<String> = match (files, records) {
            ([file], [record]) => chain.after(file, record),
            _ => Vec::new(),
        };
        tell!("{}", words::chain::nothing_follows(&shown(first)));
        tell_lines(&after);
        return Err(USAGE);
    }
    if !ways.iter().any(Way::is_open) {
        // Two papers may lack the same.
        let mut told = std::collections::BTreeSet::new();
        let errors = ways
            .into_iter()
            .filter(|way| way.made.as_ref().is_err_and(|error| told.insert(error.to_string())));
        errors.for_each(|way| drop(chain.told(first, way.made)));
        return Err(REFUSED);
    }
    let named: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let lines: Vec<String> = ways.iter().map(|way| way.line(&named, record)).collect();
    tell!(
        "{}",
        words::chain::choose_one(&named.iter().map(|file| shown(file)).collect::<Vec<_>>().join(", "))
    );
    tell_lines(&lines);
    Err(USAGE)
}

fn tell_lines(lines: &[String]) {
    lines.iter().for_each(|line| tell!("  {line}"));
}

/// What of a record is left for the pen, and how it is filled in instead.
fn left_open(record: &AnyRecord, at: &Path) -> String {
    let by_hand = record.to_json().map(|json| commented(record.kind(), &json).by_hand).unwrap_or_default();
    let by_hand: Vec<String> =
        by_hand.iter().map(|(term, count)| words::chain::times(term, *count)).collect();
    if by_hand.is_empty() { String::new() } else { words::chain::by_hand(at, &by_hand) }
}

/// Writes the record and says what may follow.
fn finish(
    options: &Options,
    chain: &Chain<'_>,
    (files, corrected): (&[PathBuf], &[Corrected]),
    records: &[AnyRecord],
    record: &AnyRecord,
    numbers: Option<Numbers>,
) -> u8 {
    let own = corrected.iter().filter_map(Corrected::own);
    let inputs: Vec<&Path> = own.chain(files.iter().map(PathBuf::as_path)).collect();
    let writing = Writing {
        desk: chain.desk,
        by: By::Next,
        force: options.force,
        fill_in: options.fill_in,
        extras: options.extras,
        unsaid: None,
        inputs,
    };
    let mut tables = records.iter().filter_map(AnyRecord::downcast_ref::<Comments>);
    let taken_in = tables.any(|table| table.comments.iter().any(|comment| comment.accepted.is_some()));
    let to_do: fn(&Path) -> String = match record.downcast_ref::<Comments>() {
        Some(_) => words::chain::write_comments,
        None if taken_in => words::chain::take_in,
        None => |_| String::new(),
    };
    numbered(&writing, options.output.as_deref(), (record, corrected), chain, to_do, numbers)
}

/// Writes a record as [`write`] does, after those that came corrected. The number that it got from the register is told,
/// or free again where the record does not stand.
fn numbered(
    writing: &Writing<'_>,
    output: Option<&Path>,
    (record, corrected): (&AnyRecord, &[Corrected]),
    chain: &Chain<'_>,
    to_do: fn(&Path) -> String,
    numbers: Option<Numbers>,
) -> u8 {
    let at = place(writing, output, record, chain);
    let at = at.and_then(|at| corrected.iter().all(|own| own.write(writing)).then_some(at).ok_or(REFUSED));
    let status = match &at {
        Ok(at) => write(writing, at, record, chain, to_do),
        Err(status) => *status,
    };
    if let Some(mut numbers) = numbers {
        let stands = |at: &PathBuf| stands_issued(record, at, &chain.desk.renderer);
        match status == 0 || at.as_ref().is_ok_and(stands) {
            true => numbers.tell(),
            false => numbers.give_back(),
        }
    }
    status
}

/// Where a record is to be written: where `output` says, else beside the first input. Else the exit status, and why is
/// told.
fn place(
    writing: &Writing<'_>,
    output: Option<&Path>,
    record: &AnyRecord,
    chain: &Chain<'_>,
) -> Result<PathBuf, u8> {
    let first = writing.inputs.first().copied().unwrap_or(Path::new(""));
    let at = match output {
        Some(folder) if folder.is_dir() => folder.join(usual_name(record)),
        Some(file) if file.extension().is_none() => file.with_extension("json"),
        Some(file) if file.extension().is_some_and(|it| it.eq_ignore_ascii_case("json")) => file.to_owned(),
        Some(file) => {
            tell!("{}", words::chain::not_a_record(file));
            return Err(USAGE);
        }
        None => plain(&folder_of(first).join(usual_name(record))),
    };
    let other = replaces_another(record, &at, &chain.desk.renderer);
    let strange = || replaces_strange(&at, &writing.inputs);
    if let Some(said) = other.or_else(strange).filter(|_| !writing.force) {
        tell!("{}: {said}", at.display());
        return Err(REFUSED);
    }
    Ok(at)
}

/// Writes a record there, and says what is to be typed into it and what may follow.
fn write(
    writing: &Writing<'_>,
    at: &Path,
    record: &AnyRecord,
    chain: &Chain<'_>,
    to_do: fn(&Path) -> String,
) -> u8 {
    if !writing.write(record, at) {
        return REFUSED;
    }
    // What is corrected in Word comes back by the DOCX; where that stands elsewhere, its record does not.
    let in_word = writing.fill_in && writing.desk.office.output().is_none();
    let named = if in_word { at.with_extension("docx") } else { at.to_owned() };
    let after = chain.after(&named, record);
    let said = if after.is_empty() {
        words::chain::last_paper(at)
    } else {
        let lines: String = after.iter().map(|line| format!("  {line}\n")).collect();
        format!("{}\n{lines}", words::chain::what_follows())
    };
    let said = if said.ends_with('\n') { said } else { said + "\n" };
    let to_do = to_do(at) + &left_open(record, at);
    u8::from(!output::print(&match record.downcast_ref::<Comments>() {
        Some(_) => to_do + &said,
        // What is to be done before the paper is issued stands last, where it is read.
        None => said + &to_do,
    }))
}
