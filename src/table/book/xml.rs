//! XML of a workbook, read as a stream with a bound on everything that a file can ask for.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

/// The most bytes of one tag or one stretch of text: eight for each letter of the longest cell, and more.
const LONGEST: usize = 1024 * 1024;

/// The deepest nesting; workbooks have about ten.
const DEPTH: usize = 100;

/// The most tags and stretches of text: a million cells have ten million.
const EVENTS: usize = 24_000_000;

/// What is said of a file that no program writes so.
pub(super) const BROKEN: &str = "tệp hỏng: mở bằng Excel hoặc LibreOffice, lưu lại rồi chạy lại";

pub(super) const TOO_LONG: &str = "chữ dài hơn 32.767 ký tự, Excel không giữ được: cắt ngắn rồi chạy lại";

const TOO_MUCH: &str = "tệp quá lớn: bỏ những trang không dùng hoặc chia thành nhiều tệp rồi chạy lại";

/// A part of a workbook, read tag by tag.
pub(super) struct Xml<'a> {
    reader: Reader<Bounded<'a>>,
    buffer: Vec<u8>,
    depth: usize,
    events: usize,
}

/// What comes next. Names are without their prefix.
pub(super) enum Next<'a> {
    Start(Start<'a>),
    End(End<'a>),
    Text(Cow<'a, str>),
    /// A comment and the like.
    Other,
    Over,
}

/// A tag; an empty one has an end too.
pub(super) struct Start<'a>(BytesStart<'a>);

/// The end of a tag, and how many are open behind it.
pub(super) struct End<'a>(BytesEnd<'a>, usize);

impl<'a> Xml<'a> {
    pub(super) fn new(from: impl Read + 'a) -> Xml<'a> {
        let from: Box<dyn Read + 'a> = Box::new(from);
        let mut reader =
            Reader::from_reader(Bounded { from: BufReader::with_capacity(32 * 1024, from), left: 0 });
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new(), depth: 0, events: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Next<'_>, String> {
        self.buffer.clear();
        self.reader.get_mut().left = LONGEST;
        self.events += 1;
        if self.events > EVENTS {
            return Err(TOO_MUCH.to_owned());
        }
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) if self.reader.get_mut().left == 0 => return Err(TOO_LONG.to_owned()),
            Err(_) => return Err(BROKEN.to_owned()),
        };
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(format!("các thẻ lồng nhau quá {DEPTH} tầng: {BROKEN}"));
                }
                Next::Start(Start(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Next::End(End(end, self.depth))
            }
            Event::Text(text) => Next::Text(text.xml10_content().map_err(broken)?),
            Event::CData(text) => Next::Text(text.xml10_content().map_err(broken)?),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().map_err(broken)?;
                let name = entity.decode().map_err(broken)?;
                match letter.map(String::from).or_else(|| resolve_predefined_entity(&name).map(str::to_owned))
                {
                    Some(text) => Next::Text(text.into()),
                    None => return Err(format!("có thực thể “&{name};” lạ: {BROKEN}")),
                }
            }
            Event::DocType(_) => return Err(format!("có khai báo DOCTYPE: {BROKEN}")),
            Event::Eof if self.depth > 0 => return Err(BROKEN.to_owned()),
            Event::Eof => Next::Over,
            _ => Next::Other,
        })
    }

    /// How deep the tags are that are open now.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Whether it broke off inside of a text that is too long.
    pub(super) fn is_over_long(&mut self) -> bool {
        self.reader.get_mut().left == 0
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) -> Result<(), String> {
        let inside = self.depth;
        while self.depth >= inside {
            if let Next::Over = self.next()? {
                break;
            }
        }
        Ok(())
    }
}

fn broken<E>(_: E) -> String {
    BROKEN.to_owned()
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|&byte| byte == b':').map_or(name, |colon| &name[colon + 1..])
}

impl End<'_> {
    pub(super) fn name(&self) -> &[u8] {
        local(self.0.name().into_inner())
    }

    pub(super) fn depth(&self) -> usize {
        self.1
    }
}

impl Start<'_> {
    pub(super) fn name(&self) -> &[u8] {
        local(self.0.name().into_inner())
    }

    /// Its attributes; the names without their prefix.
    pub(super) fn attributes(&self) -> impl Iterator<Item = Result<(&[u8], Cow<'_, str>), String>> {
        let mut attributes = self.0.attributes();
        // A check for doubles takes a square of time.
        attributes.with_checks(false);
        attributes.map(|attribute| {
            let attribute = attribute.map_err(broken)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(broken)?;
            Ok((local(attribute.key.into_inner()), value))
        })
    }

    /// The first attribute of this name, whatever its prefix.
    pub(super) fn get(&self, wanted: &str) -> Result<Option<String>, String> {
        for attribute in self.attributes() {
            let (name, value) = attribute?;
            if name == wanted.as_bytes() {
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    /// A flag as XML Schema writes it.
    pub(super) fn is_set(&self, wanted: &str) -> Result<bool, String> {
        Ok(self.get(wanted)?.is_some_and(|value| is_true(&value)))
    }
}

pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Gives no more than is left.
struct Bounded<'a> {
    from: BufReader<Box<dyn Read + 'a>>,
    left: usize,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let left = self.left;
        let bytes = self.from.fill_buf()?;
        if left == 0 && !bytes.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(&bytes[..bytes.len().min(left)])
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.from.consume(count);
    }
}
