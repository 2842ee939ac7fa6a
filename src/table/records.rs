//! Records, one after the other, from a file of any kind.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use md5::{Digest, Md5};
use serde_json::Value;

use super::Error;
use super::list_record::List;
use super::mapping::Fitted;
use super::row_record::RowRecord;
use super::rows::Row;
use crate::document::Document;
use crate::error;
use crate::kinds::{self, AnyRecord, Kind};
use crate::renderer::Renderer;
use crate::schema;

/// The largest file of JSON that is read as a whole, and the longest line of JSONL, in megabytes.
const JSON: u64 = 64;
const LINE: u64 = 16;
const MEGABYTE: u64 = 1024 * 1024;

/// One record of a file. Its fields are read only by [`Item::record`] and [`Item::render`]; a batch does so
/// on its threads.
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
        /// The line of its file in which it begins.
        line: usize,
        kind: Option<Box<Kind>>,
    },
    Row(RowRecord),
    List(List),
    Unreadable(error::Error),
}

/// An iterator over the records of a file. An error is a fault of the file, not of a record, and the last
/// element.
pub struct Records<'a>(Box<dyn Iterator<Item = Result<Item, Error>> + 'a>);

impl<'a> Records<'a> {
    /// Reads a JSON file with one record or a list of records. With `kind`, records may leave out `"kind"` and
    /// `"format"`; else each names a kind that the renderer knows. The whole file is in memory, at most 64 MB.
    ///
    /// # Errors
    /// [`Error::Read`] if the reader fails or the file is not UTF-8; [`Error::File`] if it is not JSON or too
    /// large.
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
        let kind = kind.cloned().map(Box::new);
        Ok(Records(Box::new(records.into_iter().enumerate().map(move |(index, record)| {
            let body = Body::Json { text: record.to_string(), line: 1, kind: kind.clone() };
            Ok(Item { name: format!("bản ghi {}", index + 1), body })
        }))))
    }

    /// Reads a JSONL file: one record per line, up to 16 MB each; empty lines are ignored. The kind is as in
    /// [`Records::json`]. Lines are read when they are needed, so the file may be of any size.
    pub fn jsonl(from: impl Read + 'a, kind: Option<&Kind>) -> Records<'a> {
        let mut from = Some(BufReader::new(from));
        let lines = (1..).map_while(move |number: usize| {
            let mut line = Vec::new();
            let error = match from.as_mut()?.take(LINE * MEGABYTE + 1).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(read) if read as u64 > LINE * MEGABYTE => {
                    Error::File(format!("dòng {number} dài hơn {LINE} MB"))
                }
                Ok(_) => return Some(Ok((number, line))),
                Err(error) => Error::Read(error),
            };
            // What follows is the rest of a line, or nothing that can be read.
            from = None;
            Some(Err(error))
        });
        let kind = kind.cloned().map(Box::new);
        let items = lines.filter_map(move |line| match line {
            Err(error) => Some(Err(error)),
            Ok((_, line)) if line.trim_ascii().is_empty() => None,
            Ok((number, mut line)) => {
                // Its end is no part of the record: what ends too early ends in this line.
                line.truncate(line.trim_ascii_end().len());
                let body = match String::from_utf8(line) {
                    Ok(text) => Body::Json { text, line: number, kind: kind.clone() },
                    Err(_) => Body::Unreadable(error::Error::shape(
                        "shape.syntax",
                        ".",
                        crate::text::said!(
                            "dòng này không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8",
                            "this line is not UTF-8; save the file as UTF-8"
                        ),
                    )),
                };
                Some(Ok(Item { name: format!("dòng {number}"), body }))
            }
        });
        Records(Box::new(items))
    }
}

/// The records of a table's rows; a row of evaluation forms may make two.
pub(super) fn rows(rows: Vec<Row>, mapping: Fitted) -> Records<'static> {
    let mapping = Arc::new(mapping);
    let sheet = mapping.sheet.as_ref().map_or_else(String::new, |sheet| format!("{sheet}, "));
    if mapping.gathers() {
        let name = match (rows.first(), rows.last()) {
            (Some(first), Some(last)) => format!("{sheet}dòng {}–{}", first.number, last.number),
            _ => return Records(Box::new(std::iter::empty())),
        };
        let item = Item { name, body: Body::List(List { rows, mapping }) };
        return Records(Box::new(std::iter::once(Ok(item))));
    }
    let forms = if mapping.makes_superior() { 2 } else { 1 };
    let among = mapping.among(&rows);
    let items = rows.into_iter().zip(among).flat_map(move |(row, among)| {
        let label = mapping.label(&row);
        let label = if label.is_empty() { label } else { format!(" ({label})") };
        let name = format!("{sheet}dòng {}{label}", row.number);
        let (row, mapping) = (Arc::new(row), mapping.clone());
        let row = RowRecord { row, mapping, superior: false, among: among.into() };
        (0..forms).map(move |form| {
            let row = RowRecord { superior: form > 0, ..row.clone() };
            Ok(Item { name: name.clone(), body: Body::Row(row) })
        })
    });
    let items: Vec<_> = items.collect();
    Records(Box::new(items.into_iter()))
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
    /// Its place in the file: in JSONL `dòng 5`, in JSON `bản ghi 3`. In a table also the sheet, if the file
    /// has sheets, and what the row is about: `Tháng 6, dòng 5 (Chi bộ thôn Đông)`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A digest of its name and content, 32 hexadecimal digits. It is the same if the record is the same when
    /// the file is read again.
    #[must_use]
    pub fn digest(&self) -> String {
        let digest = Md5::digest(format!("{} {:?}", self.name, self.body.content()));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads the record, without checking it against the rules. If JSON names its kind, the renderer must know
    /// this kind.
    ///
    /// # Errors
    /// [`Error::Invalid`](error::Error::Invalid) with all cells that cannot be read;
    /// [`Error::Shape`](error::Error::Shape) if it is not a record.
    pub fn record(&self, renderer: &Renderer) -> error::Result<AnyRecord> {
        match &self.body {
            Body::Unreadable(error) => Err(error.clone()),
            Body::Json { text, line, kind } => {
                let read = match kind {
                    Some(kind) => {
                        let json = schema::read_from(text, *line);
                        json.map_err(|error| kind.with_named_fields(error)).and_then(|json| kind.read(json))
                    }
                    None => kinds::parse_from(text, *line)
                        .and_then(|json| kinds::read_any(json, renderer.kinds())),
                };
                read.map_err(|error| renderer.with_the_rest(error, text, kind.as_deref()))
            }
            Body::Row(row) => row.record(renderer).map(|read| read.record),
            Body::List(list) => list.record(renderer).map(|(record, _)| record),
        }
    }

    /// Makes the document. A problem that a rule finds names the cell that it came from.
    ///
    /// # Errors
    /// As [`Item::record`] and [`Renderer::render`].
    pub fn render(&self, renderer: &Renderer) -> error::Result<Document> {
        match &self.body {
            Body::Row(row) => row.render(renderer),
            Body::List(list) => list.render(renderer),
            _ => renderer.render(&self.record(renderer)?),
        }
    }

    /// Whether it is the second document of a row: the evaluation form of the superior. If the first document
    /// of the row is rejected, so is this one.
    #[must_use]
    pub fn is_second(&self) -> bool {
        matches!(&self.body, Body::Row(row) if row.superior)
    }

    /// The beginning of the names of its files: the row's cell in the column that the mapping names with
    /// `name`. `None` if there is no such column, or if the cell is empty.
    #[must_use]
    pub fn file_prefix(&self) -> Option<String> {
        match &self.body {
            Body::Row(row) => row.mapping.prefix(&row.row),
            _ => None,
        }
    }
}

#[cfg(feature = "batch")]
impl crate::batch::Entry for Item {
    fn name(&self) -> Option<String> {
        Some(self.name.clone())
    }

    fn file_prefix(&self) -> Option<String> {
        Item::file_prefix(self)
    }

    fn is_second(&self) -> bool {
        Item::is_second(self)
    }

    fn render(&self, renderer: &Renderer) -> error::Result<Document> {
        Item::render(self, renderer)
    }
}

impl Body {
    fn content(&self) -> String {
        match self {
            Body::Json { text, .. } => text.clone(),
            Body::Row(row) => format!("{} {:?}", row.superior, row.row.cells),
            Body::List(list) => format!("{:?}", list.rows),
            Body::Unreadable(error) => error.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives a record, and then fails for ever.
    struct Broken<'a>(&'a [u8]);

    impl Read for Broken<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() { Err(io::Error::other("gone")) } else { self.0.read(to) }
        }
    }

    #[test]
    fn an_error_of_the_file_is_the_last_of_its_elements() {
        let broken: Vec<_> = Records::jsonl(Broken(b"{}\n"), None).collect();
        assert!(matches!(&broken[..], [Ok(_), Err(Error::Read(_))]), "{broken:?}");
        let mut long = vec![b' '; (LINE * MEGABYTE) as usize];
        long.extend(b"{}\n{}\n");
        let long: Vec<_> = Records::jsonl(long.as_slice(), None).collect();
        assert!(matches!(&long[..], [Err(Error::File(said))] if said == "dòng 1 dài hơn 16 MB"), "{long:?}");
    }
}
