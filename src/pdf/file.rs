//! The file around the objects (ISO 32000-1, 7.5): streams on their own, everything else packed into deflated object
//! streams, and the places of all in a cross-reference stream. Seven objects of ten are elements of the structure tree,
//! which are all alike: packed they are a tenth of their size.

use std::io::Write;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::deflate::Deflater;
use crate::error::Result;

/// Objects in one object stream: a reader inflates all of it to see one of them.
const PACKED: usize = 500;

/// Where an object is: a kind, and two numbers that it gives a meaning (ISO 32000-1, table 18).
type Entry = (u8, u32, u16);

/// The bytes of the file. Every stream must be as it is to stand there.
pub(super) fn write(file: &Document, deflater: &mut Deflater) -> Result<Vec<u8>> {
    let mut bytes = Bytes(Vec::with_capacity(1 << 16));
    // Four bytes beyond ASCII tell tools that the file is not text (ISO 19005-2, 6.1.2).
    bytes.0.extend_from_slice(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    // A file that others made may have more objects than it says.
    let highest = file.objects.keys().map(|(id, _)| *id).max().unwrap_or_default().max(file.max_id);
    let mut entries: Vec<Entry> = vec![(0, 0, 0); highest as usize + 1];
    let mut packed: Vec<(u32, &Object)> = Vec::new();
    for (&(id, _), object) in &file.objects {
        match object {
            Object::Stream(stream) => bytes.stream(id, stream, &mut entries),
            _ => packed.push((id, object)),
        }
    }
    for packed in packed.chunks(PACKED) {
        let container = entries.len() as u32;
        let stream = pack(packed, deflater)?;
        for (index, (id, _)) in packed.iter().enumerate() {
            entries[*id as usize] = (2, container, index as u16);
        }
        bytes.stream(container, &stream, &mut entries);
    }
    let start = bytes.0.len();
    let stream = cross_references(&file.trailer, &mut entries, start, deflater)?;
    let id = entries.len() as u32 - 1;
    bytes.stream(id, &stream, &mut entries);
    bytes.0.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    Ok(bytes.0)
}

/// An object stream: numbers and places of the objects, then the objects.
fn pack(objects: &[(u32, &Object)], deflater: &mut Deflater) -> Result<Stream> {
    let mut places = Bytes(Vec::with_capacity(10 * objects.len()));
    let mut packed = Bytes(Vec::with_capacity(80 * objects.len()));
    for (id, object) in objects {
        places.number(i64::from(*id));
        places.number(packed.0.len() as i64);
        packed.object(object);
        packed.0.push(b'\n');
    }
    places.0.push(b'\n');
    let dictionary = dictionary! {
        "Type" => "ObjStm",
        "N" => objects.len() as i64,
        "First" => places.0.len() as i64,
    };
    places.0.append(&mut packed.0);
    deflater.stream(dictionary, &places.0)
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
    deflater.stream(dictionary, &table)
}

/// Bytes of the file, and how objects are written to them.
struct Bytes(Vec<u8>);

impl Bytes {
    /// A stream as an object of its own, and its place.
    fn stream(&mut self, id: u32, stream: &Stream, entries: &mut Vec<Entry>) {
        let index = id as usize;
        entries.resize(entries.len().max(index + 1), (0, 0, 0));
        entries[index] = (1, self.0.len() as u32, 0);
        self.number(i64::from(id));
        self.0.extend_from_slice(b" 0 obj\n");
        self.dictionary(&stream.dict);
        self.0.extend_from_slice(b"stream\n");
        self.0.extend_from_slice(&stream.content);
        // A lone LF would make one end of line with a last byte of CR, and strict readers would miss that byte.
        self.0.extend_from_slice(b"\r\nendstream\nendobj\n");
    }

    fn object(&mut self, object: &Object) {
        match object {
            Object::Null => self.word(b"null"),
            Object::Boolean(value) => self.word(if *value { b"true" } else { b"false" }),
            Object::Integer(value) => self.number(*value),
            Object::Real(value) => {
                self.gap();
                // Writing to memory never fails, here and below.
                let _ = write!(self.0, "{value}");
            }
            Object::Name(name) => self.name(name),
            Object::String(text, StringFormat::Literal) => self.literal(text),
            Object::String(text, StringFormat::Hexadecimal) => {
                self.0.push(b'<');
                self.hexadecimal(text);
                self.0.push(b'>');
            }
            Object::Array(items) => {
                self.0.push(b'[');
                items.iter().for_each(|item| self.object(item));
                self.0.push(b']');
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary),
            // Only a reference may stand for a stream inside of an object.
            Object::Stream(stream) => self.dictionary(&stream.dict),
            Object::Reference((id, generation)) => {
                self.number(i64::from(*id));
                self.number(i64::from(*generation));
                self.word(b"R");
            }
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary) {
        self.0.extend_from_slice(b"<<");
        for (key, value) in dictionary {
            self.name(key);
            self.object(value);
        }
        self.0.extend_from_slice(b">>");
    }

    fn name(&mut self, name: &[u8]) {
        self.0.push(b'/');
        for &byte in name {
            if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(&byte) {
                self.0.push(byte);
            } else {
                self.0.push(b'#');
                self.hexadecimal(&[byte]);
            }
        }
    }

    fn literal(&mut self, text: &[u8]) {
        self.0.push(b'(');
        for &byte in text {
            match byte {
                // A bare end of line would be read as another one.
                b'\r' => self.0.extend_from_slice(b"\\r"),
                b'(' | b')' | b'\\' => self.0.extend_from_slice(&[b'\\', byte]),
                _ => self.0.push(byte),
            }
        }
        self.0.push(b')');
    }

    fn hexadecimal(&mut self, text: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        for byte in text {
            self.0.push(DIGITS[usize::from(byte >> 4)]);
            self.0.push(DIGITS[usize::from(byte & 15)]);
        }
    }

    fn number(&mut self, value: i64) {
        self.gap();
        let _ = write!(self.0, "{value}");
    }

    fn word(&mut self, word: &[u8]) {
        self.gap();
        self.0.extend_from_slice(word);
    }

    /// Parts two words; delimiters part themselves.
    fn gap(&mut self) {
        if self.0.last().is_some_and(|last| last.is_ascii_graphic() && !b"()<>[]{}/%".contains(last)) {
            self.0.push(b' ');
        }
    }
}

#[cfg(test)]
mod tests {
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
        let read = Document::load_mem(&write(&file, &mut Deflater::new()).unwrap()).unwrap();
        assert!(file.objects.keys().all(|id| read.has_object(*id)));
    }

    #[test]
    fn every_object_is_read_back_as_it_was() {
        let file = every_kind();
        let bytes = write(&file, &mut Deflater::new()).unwrap();
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
