//! Opens the file of records, whichever it is.

use std::fs::{self, File};
use std::path::Path;

use super::mapping::Written;
use super::schema::Schema;
use super::source::{self, Items, Meter, Metered};
use super::table::Table;
use super::{Options, Stop, csv, xlsx};
use crate::kinds::Kind;

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
    let kind = options.kind.map(|kind| kind.name);
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
            (source::lines(Metered { file, meter: meter.clone() }, kind), meter)
        }
        "json" => counted(source::json(file, kind).map_err(|error| Stop::at(path, error))?),
        _ => {
            let said = "tên tệp phải kết thúc bằng .jsonl, .json, .csv hoặc .xlsx";
            return Err(Stop::usage(format!("{}: {said}", path.display())));
        }
    };
    Ok(Source { items, meter, mapping: String::new() })
}

fn rows(options: &Options) -> Result<Source, Stop> {
    let (kind, table, meter) = table(options)?;
    let schema = Schema::new((kind.schema)());
    let (written, text) = match &options.map {
        None => (Written::of(&table.header), String::new()),
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| Stop::at(path, error))?;
            let written = Written::read(&text);
            (written.map_err(|error| Stop::usage(format!("{}: {error}", path.display())))?, text)
        }
    };
    let mapping = written.check(kind.name, &schema, &table.header, table.epoch_1904).map_err(|wrong| {
        let file = options.map.as_ref().unwrap_or(&options.records).display();
        Stop::Usage(wrong.iter().map(|line| format!("{file}: {line}")).collect())
    })?;
    let items = source::rows(table, mapping);
    let (items, meter) = match meter {
        Some(meter) => (items, meter),
        None => counted(items),
    };
    Ok(Source { items, meter, mapping: text })
}

/// Opens a table; the meter of one that is read as a whole counts its rows.
pub(super) fn table(options: &Options) -> Result<(Kind, Table, Option<Meter>), Stop> {
    let path = &options.records;
    let extension = extension(path);
    if !TABLES.contains(&extension.as_str()) {
        return Err(Stop::usage(format!("{}: không phải là bảng (.csv, .xlsx)", path.display())));
    }
    let Some(kind) = options.kind else {
        return Err(Stop::usage("bảng không tự nói loại văn bản: thêm --kind, xem `vanban kinds`"));
    };
    let file = open(path)?;
    let (table, meter) = if extension == "xlsx" {
        let table = xlsx::open(file, options.sheet.as_deref()).map_err(|said| Stop::at(path, said))?;
        (table, None)
    } else if options.sheet.is_some() {
        return Err(Stop::usage("--sheet chỉ dùng cho .xlsx"));
    } else {
        let meter = Meter::of_file(&file).map_err(|error| Stop::at(path, error))?;
        let file = Metered { file, meter: meter.clone() };
        (csv::open(file).map_err(|error| Stop::at(path, error))?, Some(meter))
    };
    let table = table.ok_or_else(|| Stop::at(path, "bảng không có dòng tiêu đề"))?;
    Ok((kind, table, meter))
}

fn open(path: &Path) -> Result<File, Stop> {
    let file = File::open(path).map_err(|error| Stop::at(path, error))?;
    let size = file.metadata().map_err(|error| Stop::at(path, error))?.len();
    if size == 0 { Err(Stop::at(path, "tệp rỗng")) } else { Ok(file) }
}

/// Counts records that are all in memory.
fn counted(items: Items) -> (Items, Meter) {
    let meter = Meter::of_items(items.size_hint().1.unwrap_or_default());
    let counting = meter.clone();
    (Box::new(items.inspect(move |_| counting.count())), meter)
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
