//! Opens the file of records, whichever it is.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use vanban::Kind;
use vanban::table::{Counts, Error, Item, Mapping, Records, Survey, Table};

use super::meter::{Meter, Metered};
use super::{Options, Stop, TableOptions};
use crate::office::{Desk, Office};
use crate::{reading, values, words};

/// Records as they are read; an error is the file's, not a record's.
pub(super) type Items = Box<dyn Iterator<Item = Result<Item, Error>>>;

/// Records that are being read, and how far they have been.
pub(super) struct Source {
    pub(super) items: Items,
    pub(super) meter: Meter,
    /// What the records depend on beside their file: the text of the mapping.
    pub(super) mapping: String,
    /// What of a table is taken, and what is left out.
    pub(super) survey: Option<Survey>,
    /// Of what the papers are counted, nothing yet.
    pub(super) counts: Counts,
}

const CSV: [&str; 3] = ["csv", "tsv", "txt"];
const BOOKS: [&str; 2] = ["xlsx", "ods"];
const RECORDS: [&str; 3] = ["jsonl", "ndjson", "json"];

/// Opens records of any kind.
pub(super) fn source(options: &Options, desk: &Desk) -> Result<Source, Stop> {
    let path = &options.records;
    let kind = options.table.kind.as_ref();
    let extension = extension(path);
    if is_table(&extension) {
        return rows(options, desk);
    }
    if !RECORDS.contains(&extension.as_str()) {
        return Err(unknown(path, &extension));
    }
    let TableOptions { map, sheet, month, .. } = &options.table;
    if map.is_some() || sheet.is_some() || month.is_some() {
        return Err(Stop::usage(words::usage::for_tables()));
    }
    let file = open(path)?;
    let (items, meter) = match extension.as_str() {
        "jsonl" | "ndjson" => {
            let meter = Meter::of_file(&file).map_err(|error| Stop::at(path, words::unread(&error)))?;
            let items: Items = Box::new(Records::jsonl(Metered { file, meter: meter.clone() }, kind));
            (items, meter)
        }
        _ => counted(Records::json(file, kind).map_err(|error| Stop::of(path, error))?),
    };
    Ok(Source { items, meter, mapping: desk.text.clone(), survey: None, counts: Counts::default() })
}

fn rows(options: &Options, desk: &Desk) -> Result<Source, Stop> {
    let renderer = &desk.renderer;
    let Opened { kind, table, mapping, text } = table(&options.records, &options.table, &desk.office)?;
    let of = |error| Stop::of(options.table.map.as_ref().unwrap_or(&options.records), error);
    let read = table.read(&kind, Some(&mapping), renderer).map_err(of)?;
    let survey = read.survey();
    let (items, meter) = counted(read.records().map_err(of)?);
    let counts = Counts::of_rows(&kind);
    Ok(Source { items, meter, mapping: format!("{}{text}", desk.text), survey: Some(survey), counts })
}

/// A table, opened, and what is known of its columns.
pub(crate) struct Opened {
    pub(crate) kind: Kind,
    pub(crate) table: Table,
    pub(crate) mapping: Mapping,
    /// What the records depend on beside the table: the mapping as it was written, and the options.
    text: String,
}

/// Opens a table.
pub(crate) fn table(path: &Path, options: &TableOptions, office: &Office) -> Result<Opened, Stop> {
    let extension = extension(path);
    if !is_table(&extension) {
        return Err(unknown(path, &extension));
    }
    let (mut mapping, mut text) = match &options.map {
        None => (Mapping::default(), String::new()),
        Some(path) => {
            let text = reading::text(path).map_err(|error| Stop::at(path, words::unread(&error)))?;
            (Mapping::from_toml(&text).map_err(|error| Stop::of(path, error))?, text)
        }
    };
    let named = mapping.kind().map(values::kind).transpose();
    let named = named.map_err(|said| Stop::at(options.map.as_deref().unwrap_or(path), said))?;
    let Some(kind) = options.kind.clone().or(named) else {
        return Err(Stop::usage(words::usage::no_kind()));
    };
    for (place, value) in office.defaults_of(&kind) {
        text.push_str(&format!("{place}{value}"));
        mapping = mapping.with_default(&place, value);
    }
    if let Some(month) = options.month {
        text.push_str(&format!("{month:?}"));
        mapping = mapping.with_constant("period.month", month.month).with_constant("period.year", month.year);
    }
    if options.blank {
        text.push_str("blank");
        mapping = mapping.left_open();
    }
    let file = open(path)?;
    let table = if CSV.contains(&extension.as_str()) {
        if options.sheet.is_some() {
            return Err(Stop::usage(words::usage::for_workbooks()));
        }
        Table::csv(file)
    } else {
        Table::sheet(file, options.sheet.as_deref())
    };
    Ok(Opened { kind, table: table.map_err(|error| Stop::of(path, error))?, mapping, text })
}

pub(crate) fn is_table(extension: &str) -> bool {
    CSV.contains(&extension) || BOOKS.contains(&extension)
}

/// What to do with a file that is of no kind that is read.
pub(crate) fn unknown(path: &Path, extension: &str) -> Stop {
    let said = match extension {
        _ if path.is_dir() => words::usage::is_folder(),
        _ if !path.exists() => return Stop::at(path, words::unread(&ErrorKind::NotFound.into())),
        "xls" | "xlsb" | "xlsm" | "xltx" | "numbers" | "et" => words::usage::other_sheet(),
        _ => words::usage::no_input(),
    };
    Stop::usage(format!("{}: {said}", path.display()))
}

fn open(path: &Path) -> Result<File, Stop> {
    let unread = |error| Stop::at(path, words::unread(&error));
    let file = reading::open(path).map_err(unread)?;
    let size = file.metadata().map_err(unread)?.len();
    if size == 0 { Err(Stop::at(path, words::is_empty())) } else { Ok(file) }
}

/// Counts records that are all in memory.
fn counted(records: Records<'static>) -> (Items, Meter) {
    let meter = Meter::of_items(records.size_hint().1.unwrap_or_default());
    let counting = meter.clone();
    (Box::new(records.inspect(move |_| counting.count())), meter)
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
