//! Records, one after the other, from a file of any kind.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use md5::{Digest, Md5};
use serde_json::Value;

use super::mapping::Mapping;
use super::table::{Row, Table};
use crate::batch::Entry;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::kinds::AnyRecord;
use crate::renderer::Renderer;

/// The largest file of JSON that is read as a whole, and the longest line of JSONL, in megabytes.
const JSON: u64 = 64;
const LINE: u64 = 16;
const MEGABYTE: u64 = 1024 * 1024;

/// One record as it stands in its file.
#[derive(Debug)]
pub(super) struct Item {
    /// Where in the file.
    pub(super) name: String,
    body: Body,
}

#[derive(Debug)]
enum Body {
    /// A record as JSON; its kind may be left out where the command names it.
    Json {
        text: String,
        kind: Option<&'static str>,
    },
    Row {
        row: Row,
        mapping: Arc<Mapping>,
    },
    Unreadable(Error),
}

/// Records as they are read; an error is the file's, not a record's.
pub(super) type Items = Box<dyn Iterator<Item = io::Result<Item>>>;

/// How far a file has been read: bytes of it, or records.
#[derive(Debug, Clone, Default)]
pub(super) struct Meter {
    pub(super) total: u64,
    done: Arc<AtomicU64>,
}

impl Meter {
    pub(super) fn of_file(file: &File) -> io::Result<Meter> {
        Ok(Meter { total: file.metadata()?.len(), done: Arc::default() })
    }

    pub(super) fn of_items(total: usize) -> Meter {
        Meter { total: total as u64, done: Arc::default() }
    }

    /// One record more.
    pub(super) fn count(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }
}

/// A file that tells how far it has been read.
pub(super) struct Metered {
    pub(super) file: File,
    pub(super) meter: Meter,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.meter.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl io::Seek for Metered {
    fn seek(&mut self, position: io::SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(position)?;
        self.meter.done.store(at, Ordering::Relaxed);
        Ok(at)
    }
}

/// The records of a JSON file: one, or a list of them.
pub(super) fn json(file: File, kind: Option<&'static str>) -> io::Result<Items> {
    let size = file.metadata()?.len();
    if size > JSON * MEGABYTE {
        let said = format!(
            "tệp JSON {} MB, lớn hơn {JSON} MB: ghi thành JSONL, mỗi dòng một bản ghi, rồi chạy lại",
            size / MEGABYTE
        );
        return Err(io::Error::other(said));
    }
    let text = io::read_to_string(file)?;
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(io::Error::other)?;
    let records = match value {
        Value::Array(records) => records,
        record => vec![record],
    };
    Ok(Box::new(records.into_iter().enumerate().map(move |(index, record)| {
        let body = Body::Json { text: record.to_string(), kind };
        Ok(Item { name: format!("bản ghi {}", index + 1), body })
    })))
}

/// The records of a JSONL file, one a line; empty lines are none.
pub(super) fn lines(file: Metered, kind: Option<&'static str>) -> Items {
    let mut file = BufReader::new(file);
    let lines = (1..).map_while(move |number: usize| {
        let mut line = Vec::new();
        match file.by_ref().take(LINE * MEGABYTE + 1).read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(read) if read as u64 > LINE * MEGABYTE => {
                Some(Err(io::Error::other(format!("dòng {number} dài hơn {LINE} MB"))))
            }
            Ok(_) => Some(Ok((number, line))),
            Err(error) => Some(Err(error)),
        }
    });
    let items = lines.filter_map(move |line| match line {
        Err(error) => Some(Err(error)),
        Ok((_, line)) if line.trim_ascii().is_empty() => None,
        Ok((number, line)) => {
            let body = match String::from_utf8(line) {
                Ok(text) => Body::Json { text, kind },
                Err(error) => Body::Unreadable(Error::Shape {
                    path: ".".into(),
                    reason: error.utf8_error().to_string(),
                }),
            };
            Some(Ok(Item { name: format!("dòng {number}"), body }))
        }
    });
    Box::new(items)
}

/// The records of a table; empty rows are none.
pub(super) fn rows(table: Table, mapping: Mapping) -> Items {
    let mapping = Arc::new(mapping);
    let sheet = table.sheet.map_or_else(String::new, |sheet| format!("{sheet}, "));
    Box::new(table.rows.filter_map(move |row| match row {
        Err(error) => Some(Err(error)),
        Ok(row) if row.cells.iter().all(super::cell::Cell::is_empty) => None,
        Ok(row) => {
            let name = format!("{sheet}dòng {}", row.number);
            Some(Ok(Item { name, body: Body::Row { row, mapping: mapping.clone() } }))
        }
    }))
}

impl Item {
    /// What tells whether a record is still the same.
    pub(super) fn digest(&self) -> String {
        let digest = Md5::digest(format!("{} {:?}", self.name, self.body.content()));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Body {
    fn content(&self) -> String {
        match self {
            Body::Json { text, .. } => text.clone(),
            Body::Row { row, .. } => format!("{:?}", row.cells),
            Body::Unreadable(error) => error.to_string(),
        }
    }
}

impl Entry for Item {
    fn name(&self) -> Option<String> {
        Some(self.name.clone())
    }

    fn render(&self, renderer: &Renderer) -> Result<Document> {
        match &self.body {
            Body::Unreadable(error) => Err(error.clone()),
            Body::Json { text, kind } => renderer.render_any(&read(text, *kind)?),
            Body::Row { row, mapping } => {
                let filled = mapping.fill(row).map_err(Error::Invalid)?;
                let record = AnyRecord::from_json(&filled.record.to_string())?;
                match renderer.render_any(&record) {
                    Ok(mut document) => {
                        document
                            .warnings
                            .iter_mut()
                            .for_each(|problem| mapping.locate(row, &filled, problem));
                        Ok(document)
                    }
                    Err(Error::Invalid(mut problems)) => {
                        problems.iter_mut().for_each(|problem| mapping.locate(row, &filled, problem));
                        Err(Error::Invalid(problems))
                    }
                    Err(error) => Err(error),
                }
            }
        }
    }
}

/// Reads a record that may leave its kind and format to the command.
fn read(text: &str, kind: Option<&'static str>) -> Result<AnyRecord> {
    let Some(kind) = kind else { return AnyRecord::from_json(text) };
    let shape = |reason: String| Error::Shape { path: ".".into(), reason };
    let text = text.trim_start_matches('\u{feff}');
    let mut value: Value = serde_json::from_str(text).map_err(|error| shape(error.to_string()))?;
    if let Value::Object(fields) = &mut value {
        let named = fields.entry("kind").or_insert_with(|| kind.into());
        if *named != kind {
            let reason = format!("found {named}, expected `{kind}`");
            return Err(Error::Shape { path: "kind".into(), reason });
        }
        fields.entry("format").or_insert_with(|| 1.into());
    }
    AnyRecord::from_json(&value.to_string())
}
