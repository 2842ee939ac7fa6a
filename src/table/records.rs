//! Records, one after the other, from a file of any kind.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use md5::{Digest, Md5};
use serde_json::Value;

use super::Error;
use super::cell::Cell;
use super::mapping::Fitted;
use super::rows::{Row, Table};
use crate::document::Document;
use crate::error;
use crate::kinds::{AnyRecord, Kind};
use crate::renderer::Renderer;
use crate::schema;

/// The largest file of JSON that is read as a whole, and the longest line of JSONL, in megabytes.
const JSON: u64 = 64;
const LINE: u64 = 16;
const MEGABYTE: u64 = 1024 * 1024;

/// One record as it stands in its file: it is read where it is needed, on a batch's threads too.
#[derive(Debug)]
pub struct Item {
    /// Where in the file.
    name: String,
    body: Body,
}

#[derive(Debug)]
enum Body {
    /// A record as JSON; its kind may be left out where the command names it.
    Json {
        text: String,
        kind: Option<Kind>,
    },
    Row {
        row: Row,
        mapping: Arc<Fitted>,
    },
    Unreadable(error::Error),
}

/// Records as they are read. An error is the file's, not a record's, and ends them.
pub struct Records<'a>(Box<dyn Iterator<Item = Result<Item, Error>> + 'a>);

impl<'a> Records<'a> {
    /// The records of a JSON file: one, or a list of them. Where a kind is given, the library's or a caller's, they
    /// may leave out `"kind"` and `"format"`; else each names a kind that the renderer knows. The file is in memory as a whole: one over 64 MB is refused.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where it is no JSON or too large.
    pub fn json(mut from: impl Read + Seek, kind: Option<&Kind>) -> Result<Records<'a>, Error> {
        let size = from.seek(SeekFrom::End(0))?;
        if size > JSON * MEGABYTE {
            let said = format!(
                "tệp JSON {} MB, lớn hơn {JSON} MB: ghi thành JSONL, mỗi dòng một bản ghi, rồi chạy lại",
                size / MEGABYTE
            );
            return Err(Error::File(said));
        }
        from.rewind()?;
        let text = io::read_to_string(from)?;
        let value = schema::read(&text);
        let records = match value.map_err(|error| Error::File(error.to_string()))? {
            Value::Array(records) => records,
            record => vec![record],
        };
        let kind = kind.cloned();
        Ok(Records(Box::new(records.into_iter().enumerate().map(move |(index, record)| {
            let body = Body::Json { text: record.to_string(), kind: kind.clone() };
            Ok(Item { name: format!("bản ghi {}", index + 1), body })
        }))))
    }

    /// The records of a JSONL file, one a line of up to 16 MB; empty lines are none. Their kind is told
    /// as in [`Records::json`]. It may be of any size: its lines are read as they are asked for.
    pub fn jsonl(from: impl Read + 'a, kind: Option<&Kind>) -> Records<'a> {
        let mut from = BufReader::new(from);
        let lines = (1..).map_while(move |number: usize| {
            let mut line = Vec::new();
            match from.by_ref().take(LINE * MEGABYTE + 1).read_until(b'\n', &mut line) {
                Ok(0) => None,
                Ok(read) if read as u64 > LINE * MEGABYTE => {
                    Some(Err(Error::File(format!("dòng {number} dài hơn {LINE} MB"))))
                }
                Ok(_) => Some(Ok((number, line))),
                Err(error) => Some(Err(Error::Read(error))),
            }
        });
        let kind = kind.cloned();
        let items = lines.filter_map(move |line| match line {
            Err(error) => Some(Err(error)),
            Ok((_, line)) if line.trim_ascii().is_empty() => None,
            Ok((number, line)) => {
                let body = match String::from_utf8(line) {
                    Ok(text) => Body::Json { text, kind: kind.clone() },
                    Err(_) => Body::Unreadable(error::Error::shape(
                        "shape.syntax",
                        ".",
                        "dòng này không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8",
                    )),
                };
                Some(Ok(Item { name: format!("dòng {number}"), body }))
            }
        });
        Records(Box::new(items))
    }
}

/// The records of a table; empty rows are none.
pub(super) fn rows(table: Table<'_>, mapping: Fitted) -> Records<'_> {
    let mapping = Arc::new(mapping);
    let sheet = table.sheet.map_or_else(String::new, |sheet| format!("{sheet}, "));
    Records(Box::new(table.rows.filter_map(move |row| match row {
        Err(error) => Some(Err(error)),
        Ok(row) if row.cells.iter().all(Cell::is_empty) => None,
        Ok(row) => {
            let name = format!("{sheet}dòng {}", row.number);
            Some(Ok(Item { name, body: Body::Row { row, mapping: mapping.clone() } }))
        }
    })))
}

impl Iterator for Records<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Result<Item, Error>> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Records").finish_non_exhaustive()
    }
}

impl Item {
    /// Where it stands in its file: `dòng 5`, with the sheet of an XLSX `Chi bộ, dòng 5`, in JSON `bản ghi 3`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What tells whether a record is still the same when a file is read again: a digest of its name and of what
    /// stands there, 32 hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        let digest = Md5::digest(format!("{} {:?}", self.name, self.body.content()));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The record that stands there, not yet checked by the rules. Where JSON names its kind, it is one that the
    /// renderer knows, the caller's own too.
    ///
    /// # Errors
    /// [`Error::Invalid`](error::Error::Invalid) where cells cannot be read, with every one of them;
    /// [`Error::Shape`](error::Error::Shape) where it is no record.
    pub fn record(&self, renderer: &Renderer) -> error::Result<AnyRecord> {
        match &self.body {
            Body::Unreadable(error) => Err(error.clone()),
            Body::Json { text, kind: Some(kind) } => kind.read(schema::read(text)?),
            Body::Json { text, kind: None } => renderer.read(text),
            Body::Row { row, mapping } => {
                let filled = mapping.fill(row).map_err(error::Error::Invalid)?;
                mapping.kind.read(filled.record)
            }
        }
    }

    /// Makes its document; a problem that a rule finds names the cell that it came from.
    ///
    /// # Errors
    /// As [`Item::record`] and [`Renderer::render`].
    pub fn render(&self, renderer: &Renderer) -> error::Result<Document> {
        let Body::Row { row, mapping } = &self.body else { return renderer.render(&self.record(renderer)?) };
        let filled = mapping.fill(row).map_err(error::Error::Invalid)?;
        let record = mapping.kind.read(filled.record.clone())?;
        match renderer.render(&record) {
            Ok(mut document) => {
                document.warnings.iter_mut().for_each(|problem| mapping.locate(row, &filled, problem));
                Ok(document)
            }
            Err(error::Error::Invalid(mut problems)) => {
                problems.iter_mut().for_each(|problem| mapping.locate(row, &filled, problem));
                Err(error::Error::Invalid(problems))
            }
            Err(error) => Err(error),
        }
    }
}

#[cfg(feature = "batch")]
impl crate::batch::Entry for Item {
    fn name(&self) -> Option<String> {
        Some(self.name.clone())
    }

    fn render(&self, renderer: &Renderer) -> error::Result<Document> {
        Item::render(self, renderer)
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
