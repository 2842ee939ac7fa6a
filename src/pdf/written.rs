//! Objects as bytes (ISO 32000-1, 7.3).

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

use super::numbers::whole;

/// Objects that are written as they are made, each complete. Most of a tagged file are elements of its structure tree:
/// as values they would take ten times as long.
#[derive(Debug, Default)]
pub(super) struct Written {
    bytes: Bytes,
    /// The number of each, and where it begins.
    starts: Vec<(u32, usize)>,
}

impl Written {
    /// Begins an object, behind the one before: what is written next is it.
    pub(super) fn begin(&mut self, (id, _): ObjectId) -> &mut Bytes {
        self.starts.push((id, self.bytes.0.len()));
        &mut self.bytes
    }

    /// The objects, each with its number.
    pub(super) fn objects(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let ends = self.starts.iter().skip(1).map(|(_, start)| *start).chain([self.bytes.0.len()]);
        self.starts.iter().zip(ends).map(|(&(id, start), end)| (id, &self.bytes.0[start..end]))
    }
}

/// Bytes of a file, and how objects are written to them.
#[derive(Debug, Default)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Bytes {
    /// A stream as an object of its own.
    pub(super) fn stream(&mut self, id: u32, stream: &Stream) {
        self.number(i64::from(id));
        self.raw(b" 0 obj\n");
        self.dictionary(&stream.dict);
        self.raw(b"stream\n");
        self.raw(&stream.content);
        // A lone LF would make one end of line with a last byte of CR, and strict readers would miss that byte.
        self.raw(b"\r\nendstream\nendobj\n");
    }

    pub(super) fn object(&mut self, object: &Object) {
        match object {
            Object::Null => self.word(b"null"),
            Object::Boolean(value) => self.word(if *value { b"true" } else { b"false" }),
            Object::Integer(value) => self.number(*value),
            Object::Real(value) => {
                self.gap();
                // Writing to memory never fails.
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
            Object::Reference(id) => self.reference(*id),
        }
    }

    pub(super) fn reference(&mut self, (id, generation): ObjectId) {
        self.number(i64::from(id));
        self.number(i64::from(generation));
        self.word(b"R");
    }

    /// An entry of a dictionary that is open.
    pub(super) fn entry(&mut self, key: &str, value: &Object) {
        self.name(key.as_bytes());
        self.object(value);
    }

    fn dictionary(&mut self, dictionary: &Dictionary) {
        self.raw(b"<<");
        for (key, value) in dictionary {
            self.name(key);
            self.object(value);
        }
        self.raw(b">>");
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
        literal(&mut self.0, text);
        self.0.push(b')');
    }

    fn hexadecimal(&mut self, text: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        for byte in text {
            self.0.push(DIGITS[usize::from(byte >> 4)]);
            self.0.push(DIGITS[usize::from(byte & 15)]);
        }
    }

    pub(super) fn number(&mut self, value: i64) {
        self.gap();
        whole(&mut self.0, value);
    }

    fn word(&mut self, word: &[u8]) {
        self.gap();
        self.raw(word);
    }

    /// What is written already.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Parts two words; delimiters part themselves.
    fn gap(&mut self) {
        if self.0.last().is_some_and(|last| last.is_ascii_graphic() && !b"()<>[]{}/%".contains(last)) {
            self.0.push(b' ');
        }
    }
}

/// Writes what stands between the brackets of a string.
pub(super) fn literal(to: &mut Vec<u8>, text: &[u8]) {
    for &byte in text {
        match byte {
            // A bare end of line would be read as another one.
            b'\r' => to.extend_from_slice(b"\\r"),
            b'(' | b')' | b'\\' => to.extend_from_slice(&[b'\\', byte]),
            _ => to.push(byte),
        }
    }
}
