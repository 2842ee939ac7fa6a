//! The file around the objects (ISO 32000-1, 7.5): streams on their own, everything else packed into deflated object
//! streams, and the places of all in a cross-reference stream. Seven objects of ten are elements of the structure tree,
//! which are all alike: packed they are a tenth of their size.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::deflate;
use super::written::{Bytes, Written};
use crate::deflate::Deflater;
use crate::error::Result;

/// Objects in one object stream: a reader inflates all of it to see one of them.
const PACKED: usize = 500;

/// Where an object is: a kind, and two numbers that it gives a meaning (ISO 32000-1, table 18).
type Entry = (u8, u32, u16);

/// Objects that are the same in each file that has them, with numbers of their own: written, packed and deflated once.
#[derive(Debug)]
pub(super) struct Ready {
    bytes: Vec<u8>,
    /// Where each object is, streams counted from the first of these bytes.
    entries: Vec<(u32, Entry)>,
}

impl Ready {
    /// The objects of a document, as a file is to have them. The highest number that they take is one above theirs.
    pub(super) fn new(objects: &Document, deflater: &mut Deflater) -> Result<Ready> {
        let mut body = Body::new(objects.max_id);
        body.objects(objects, &Written::default(), deflater)?;
        let used = body.entries.into_iter().enumerate().filter(|(_, (kind, ..))| *kind > 0);
        let entries = used.map(|(id, entry)| (id as u32, entry)).collect();
        Ok(Ready { bytes: body.bytes.0, entries })
    }
}

/// The bytes of a file. Every stream must be as it is to stand there.
pub(super) fn write(file: &Document, deflater: &mut Deflater) -> Result<Vec<u8>> {
    write_with(file, &Written::default(), &[], deflater)
}

/// As [`write`], of a file of which some objects are written already, or even more.
pub(super) fn write_with(
    file: &Document,
    written: &Written,
    ready: &[&Ready],
    deflater: &mut Deflater,
) -> Result<Vec<u8>> {
    // A file that others made may have more objects than it says.
    let highest = file.objects.keys().map(|(id, _)| *id).max().unwrap_or_default().max(file.max_id);
    let mut body = Body::new(highest);
    // Four bytes beyond ASCII tell tools that the file is not text (ISO 19005-2, 6.1.2).
    body.bytes.raw(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    ready.iter().for_each(|ready| body.ready(ready));
    body.objects(file, written, deflater)?;
    body.end(&file.trailer, deflater)
}

/// The objects of a file as they are written, and where they are.
struct Body {
    bytes: Bytes,
    /// By their numbers.
    entries: Vec<Entry>,
}

impl Body {
    fn new(highest: u32) -> Body {
        Body { bytes: Bytes(Vec::with_capacity(1 << 16)), entries: vec![(0, 0, 0); highest as usize + 1] }
    }

    fn ready(&mut self, ready: &Ready) {
        let start = self.bytes.0.len() as u32;
        self.bytes.raw(&ready.bytes);
        for &(id, (kind, first, second)) in &ready.entries {
            self.entries[id as usize] = (kind, if kind == 1 { start + first } else { first }, second);
        }
    }

    /// Streams each on its own, everything else packed.
    fn objects(&mut self, file: &Document, written: &Written, deflater: &mut Deflater) -> Result<()> {
        let mut packed: Vec<(u32, Packed<'_>)> = Vec::new();
        for (&(id, _), object) in &file.objects {
            match object {
                Object::Stream(stream) => self.stream(id, stream),
                _ => packed.push((id, Packed::Object(object))),
            }
        }
        packed.extend(written.objects().map(|(id, bytes)| (id, Packed::Written(bytes))));
        packed.sort_by_key(|(id, _)| *id);
        for packed in packed.chunks(PACKED) {
            let container = self.entries.len() as u32;
            let stream = pack(packed, deflater)?;
            for (index, (id, _)) in packed.iter().enumerate() {
                self.entries[*id as usize] = (2, container, index as u16);
            }
            self.stream(container, &stream);
        }
        Ok(())
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        let index = id as usize;
        self.entries.resize(self.entries.len().max(index + 1), (0, 0, 0));
        self.entries[index] = (1, self.bytes.0.len() as u32, 0);
        self.bytes.stream(id, stream);
    }

    /// The cross-references, and the bytes of the file.
    fn end(mut self, trailer: &Dictionary, deflater: &mut Deflater) -> Result<Vec<u8>> {
        let start = self.bytes.0.len();
        let stream = cross_references(trailer, &mut self.entries, start, deflater)?;
        self.stream(self.entries.len() as u32 - 1, &stream);
        self.bytes.raw(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(self.bytes.0)
    }
}

/// An object that goes into an object stream.
enum Packed<'a> {
    Object(&'a Object),
    Written(&'a [u8]),
}

/// An object stream: numbers and places of the objects, then the objects.
fn pack(objects: &[(u32, Packed<'_>)], deflater: &mut Deflater) -> Result<Stream> {
    let mut places = Bytes(Vec::with_capacity(10 * objects.len()));
    let mut packed = Bytes(Vec::with_capacity(80 * objects.len()));
    for (id, object) in objects {
        places.number(i64::from(*id));
        places.number(packed.0.len() as i64);
        match object {
            Packed::Object(object) => packed.object(object),
            Packed::Written(bytes) => packed.raw(bytes),
        }
        packed.raw(b"\n");
    }
    places.raw(b"\n");
    let dictionary = dictionary! {
        "Type" => "ObjStm",
        "N" => objects.len() as i64,
        "First" => places.0.len() as i64,
    };
    places.0.append(&mut packed.0);
    deflate::stream(dictionary, &places.0, deflater)
}

/// The cross-reference stream, which is the last object, at `start`: it holds the trailer as well.
fn cross_references(
    trailer: &Dictionary,
    entries: &mut Vec<Entry>,
    start: usize,
    deflater: &mut Deflater,
) -> Result<Stream> {
    entries.push((1, start as u32, 0));
    let mut table = Vec::with_capacity(7 * entries.len());
    for (index, &(kind, first, second)) in entries.iter().enumerate() {
        table.push(kind);
        table.extend_from_slice(&first.to_be_bytes());
        // The first of the free objects is never used again.
        table.extend_from_slice(&if index == 0 { u16::MAX } else { second }.to_be_bytes());
    }
    let mut dictionary = dictionary! {
        "Type" => "XRef",
        "Size" => entries.len() as i64,
        "W" => vec![1.into(), 4.into(), 2.into()],
    };
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = trailer.get(key.as_bytes()) {
            dictionary.set(key, value.clone());
        }
    }
    deflate::stream(dictionary, &table, deflater)
}

#[cfg(test)]
mod tests {
    use lopdf::StringFormat;

    use super::*;

    fn every_kind() -> Document {
        let mut file = Document::with_version("1.7");
        let stream = file.add_object(Stream::new(dictionary! { "A" => 1 }, b"content".to_vec()));
        let values: Vec<Object> = vec![
            Object::Null,
            true.into(),
            Object::Boolean(false),
            (-7).into(),
            0.25.into(),
            Object::Name(b"a #/b".to_vec()),
            Object::Name("đ".as_bytes().to_vec()),
            Object::string_literal("(a) \\ b)\r\n"),
            Object::String(vec![0, 9, 171, 255], StringFormat::Hexadecimal),
            stream.into(),
            Object::Array(vec![1.into(), Object::Array(vec![]), 2.into()]),
            dictionary! { "K" => 3, "L" => Object::Null, "M" => "N" }.into(),
        ];
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Values" => values });
        file.trailer.set("Root", root);
        // More than one object stream, and a number that is not used.
        file.max_id += 1;
        (0..PACKED as i64 + 10).for_each(|number| {
            file.add_object(Object::Integer(number));
        });
        file
    }

    #[test]
    fn a_file_may_have_more_objects_than_it_says() {
        let mut file = every_kind();
        file.max_id = 1;
        let read =
            Document::load_mem(&write(&file, &mut Deflater::quick(crate::deflate::Wrapping::Zlib)).unwrap())
                .unwrap();
        assert!(file.objects.keys().all(|id| read.has_object(*id)));
    }

    #[test]
    fn every_object_is_read_back_as_it_was() {
        let file = every_kind();
        let bytes = write(&file, &mut Deflater::quick(crate::deflate::Wrapping::Zlib)).unwrap();
        let read = Document::load_mem(&bytes).unwrap();
        for (id, object) in &file.objects {
            match (object, read.get_object(*id).unwrap()) {
                (Object::Stream(before), Object::Stream(after)) => assert_eq!(before.content, after.content),
                (before, after) => assert_eq!(before, after),
            }
        }
        assert_eq!(read.trailer.get(b"Root").unwrap(), file.trailer.get(b"Root").unwrap());
    }
}
