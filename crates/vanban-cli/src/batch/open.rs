//! Opens the file of records, whichever it is.

use std::fs::{self, File};
use std::path::Path;

use vanban::Kind;
use vanban::table::{Error, Item, Mapping, Records, Table};

use super::meter::{Meter, Metered};
use super::{Options, Stop};

/// Records as they are read; an error is the file's, not a record's.
pub(super) type Items = Box<dyn Iterator<Item = Result<Item, Error>>>;

/// Records that are being read, and how far they have been.
pub(super) struct Source {
    pub(super) items: Items,
    pub(super) meter: Meter,
    /// What the records depend on beside their file: the text of the mapping.
    pub(super) mapping: String,
}

const TABLES: [&str; 4] = ["csv", "tsv", "txt", "xlsx"];

/// Opens records of any kind.
pub(super) fn source(options: &Options) -> Result<Source, Stop> {
    let path = &options.records;
    let kind = options.kind.as_ref();
    let extension = extension(path);
    if TABLES.contains(&extension.as_str()) {
        return rows(options);
    }
    if options.map.is_some() || options.sheet.is_some() {
        return Err(Stop::usage("--map và --sheet chỉ dùng cho bảng (.csv, .xlsx)"));
    }
    let file = open(path)?;
    let (items, meter) = match extension.as_str() {
        "jsonl" | "ndjson" => {
            let meter = Meter::of_file(&file).map_err(|error| Stop::at(path, error))?;
            let items: Items = Box::new(Records::jsonl(Metered { file, meter: meter.clone() }, kind));
            (items, meter)
        }
        "json" => counted(Records::json(file, kind).map_err(|error| Stop::of(path, error))?),
        _ => {
            let said = "tên tệp phải kết thúc bằng .jsonl, .json, .csv hoặc .xlsx";
            return Err(Stop::usage(format!("{}: {said}", path.display())));
        }
    };
    Ok(Source { items, meter, mapping: String::new() })
}

fn rows(options: &Options) -> Result<Source, Stop> {
    let (kind, table, meter) = table(options)?;
    let (mapping, text) = match &options.map {
        None => (None, String::new()),
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| Stop::at(path, error))?;
            (Some(Mapping::from_toml(&text).map_err(|error| Stop::of(path, error))?), text)
        }
    };
    let records = table
        .records(&kind, mapping.as_ref())
        .map_err(|error| Stop::of(options.map.as_ref().unwrap_or(&options.records), error))?;
    let (items, meter) = match meter {
        Some(meter) => (Box::new(records) as Items, meter),
        None => counted(records),
    };
    Ok(Source { items, meter, mapping: text })
}

/// Opens a table; the meter of one that is read as a whole counts its rows.
pub(super) fn table(options: &Options) -> Result<(Kind, Table<'static>, Option<Meter>), Stop> {
    let path = &options.records;
    let extension = extension(path);
    if !TABLES.contains(&extension.as_str()) {
        return Err(Stop::usage(format!("{}: không phải là bảng (.csv, .xlsx)", path.display())));
    }
    let Some(kind) = options.kind.clone() else {
        return Err(Stop::usage("bảng không tự nói loại văn bản: thêm --kind, xem `vanban kinds`"));
    };
    let file = open(path)?;
    let (table, meter) = if extension == "xlsx" {
        (Table::xlsx(file, options.sheet.as_deref()).map_err(|error| Stop::of(path, error))?, None)
    } else if options.sheet.is_some() {
        return Err(Stop::usage("--sheet chỉ dùng cho .xlsx"));
    } else {
        let meter = Meter::of_file(&file).map_err(|error| Stop::at(path, error))?;
        let file = Metered { file, meter: meter.clone() };
        (Table::csv(file).map_err(|error| Stop::of(path, error))?, Some(meter))
    };
    Ok((kind, table, meter))
}

fn open(path: &Path) -> Result<File, Stop> {
    let file = File::open(path).map_err(|error| Stop::at(path, error))?;
    let size = file.metadata().map_err(|error| Stop::at(path, error))?.len();
    if size == 0 { Err(Stop::at(path, "tệp rỗng")) } else { Ok(file) }
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
