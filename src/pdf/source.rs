//! A PDF that nobody vouches for, read object by object (ISO 32000-1, 7.5): where its objects are, and those that are asked
//! for. What it takes is bounded: how many objects it may name, how much of it is unpacked.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};

use super::syntax::Parser;
use super::unpack::{inflated, unpredicted};

/// Bytes of a file at most.
pub(super) const LARGE: usize = 100 << 20;
/// Bytes that one of its streams may hold, unpacked.
pub(super) const UNPACKED: usize = 16 << 20;
/// Bytes that all may hold that are looked at.
const IN_ALL: usize = 48 << 20;
/// Objects that a file may name.
const OBJECTS: usize = 500_000;
/// The highest number that an object may have.
pub(super) const HIGHEST: u32 = 1_000_000;
/// Updates that a file may have: each signature is one.
const UPDATES: usize = 1000;
/// References in a row at most.
const AWAY: usize = 32;
/// How far from the end the place of the last list of objects may be named.
const END: usize = 2048;

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is none, or its objects cannot be found.
    Broken,
    /// It has a password.
    Locked,
    /// It, or what it unpacks to, is larger than sensible.
    TooLarge,
}

pub(super) type Read<T> = Result<T, Unread>;

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    /// The place of an object among those that a stream packs.
    In(u32, usize),
}

/// A file and where its objects are.
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<u32, Entry>,
    trailer: Dictionary,
    left: usize,
    packed: BTreeMap<u32, Packed>,
}

/// The objects that a stream packs: their places, and their bytes.
struct Packed {
    places: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

/// A stream as it stands in the file.
pub(super) struct RawStream<'a> {
    pub(super) own: Dictionary,
    pub(super) content: &'a [u8],
}

/// What stands at a place of a file.
enum Found<'a> {
    Object(Object),
    Stream(RawStream<'a>),
}

impl<'a> Source<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Read<Source<'a>> {
        if bytes.len() > LARGE {
            return Err(Unread::TooLarge);
        }
        let begin = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        let begin = find(begin, b"%PDF-").ok_or(Unread::Broken)?;
        let bytes = bytes.get(begin..).unwrap_or_default();
        let mut source = Source {
            bytes,
            entries: BTreeMap::new(),
            trailer: Dictionary::new(),
            left: IN_ALL,
            packed: BTreeMap::new(),
        };
        let end = bytes.get(bytes.len().saturating_sub(END)..).unwrap_or_default();
        let last = end.windows(9).rposition(|word| word == b"startxref").ok_or(Unread::Broken)?;
        let first = Parser::new(end, last + 9).whole().ok_or(Unread::Broken)?;
        let (mut waiting, mut seen) = (vec![first], BTreeSet::new());
        while let Some(at) = waiting.pop() {
            if !seen.insert(at) {
                continue;
            }
            if seen.len() > UPDATES {
                return Err(Unread::TooLarge);
            }
            let trailer = source.list(at)?;
            let place = |key: &[u8]| trailer.get(key).and_then(Object::as_i64).ok();
            if let Some(before) = place(b"Prev") {
                waiting.push(usize::try_from(before).map_err(|_| Unread::Broken)?);
            }
            for (key, value) in &trailer {
                if !source.trailer.has(key) {
                    source.trailer.set(key.clone(), value.clone());
                }
            }
        }
        if source.trailer.has(b"Encrypt") { Err(Unread::Locked) } else { Ok(source) }
    }

    /// The catalog.
    pub(super) fn catalog(&mut self) -> Read<Dictionary> {
        let root = self.trailer.get(b"Root").cloned().map_err(|_| Unread::Broken)?;
        match self.resolved(root)? {
            Object::Dictionary(own) => Ok(own),
            _ => Err(Unread::Broken),
        }
    }

    /// Makes sure that all the objects that streams pack are few enough to be read at once.
    pub(super) fn fits(&mut self) -> Read<()> {
        let containers: BTreeSet<u32> = self
            .entries
            .values()
            .filter_map(|entry| match entry {
                Entry::In(container, _) => Some(*container),
                Entry::Free | Entry::At(_) => None,
            })
            .collect();
        containers.into_iter().try_for_each(|container| self.unpack(container))
    }

    /// A list of objects at a place, and its trailer. What was known before is newer and stays.
    fn list(&mut self, at: usize) -> Read<Dictionary> {
        let mut parser = Parser::new(self.bytes, at);
        parser.space();
        if parser.takes(b"xref") { self.table(parser) } else { self.cross_references(at) }
    }

    fn enter(&mut self, id: usize, entry: Entry) -> Read<()> {
        let id = u32::try_from(id).ok().filter(|id| *id <= HIGHEST).ok_or(Unread::TooLarge)?;
        self.entries.entry(id).or_insert(entry);
        if self.entries.len() > OBJECTS { Err(Unread::TooLarge) } else { Ok(()) }
    }

    fn table(&mut self, mut parser: Parser<'_>) -> Read<Dictionary> {
        let mut entries = Vec::new();
        loop {
            parser.space();
            if parser.takes(b"trailer") {
                break;
            }
            let (first, count) = parser.whole().zip(parser.whole()).ok_or(Unread::Broken)?;
            for id in (first..).take(count) {
                let (place, _) = parser.whole().zip(parser.whole()).ok_or(Unread::Broken)?;
                parser.space();
                let entry = if parser.takes(b"n") {
                    Entry::At(place)
                } else if parser.takes(b"f") {
                    Entry::Free
                } else {
                    return Err(Unread::Broken);
                };
                entries.push((id, entry));
                if entries.len() > OBJECTS {
                    return Err(Unread::TooLarge);
                }
            }
        }
        let Some(Object::Dictionary(own)) = parser.object() else { return Err(Unread::Broken) };
        // What a table calls free the stream beside it may know.
        if let Ok(beside) = own.get(b"XRefStm").and_then(Object::as_i64) {
            self.cross_references(usize::try_from(beside).map_err(|_| Unread::Broken)?)?;
        }
        for (id, entry) in entries {
            self.enter(id, entry)?;
        }
        Ok(own)
    }

    /// A list of objects that is a stream.
    fn cross_references(&mut self, at: usize) -> Read<Dictionary> {
        let Some(Found::Stream(stream)) = self.at(at, None) else { return Err(Unread::Broken) };
        let bytes = self.unpacked(&stream)?;
        let own = stream.own;
        let numbers = |key: &[u8]| -> Option<Vec<usize>> {
            let all = own.get(key).ok()?.as_array().ok()?;
            all.iter().map(|number| usize::try_from(number.as_i64().ok()?).ok()).collect()
        };
        let widths =
            numbers(b"W").filter(|widths| widths.len() == 3 && widths.iter().all(|&width| width <= 8));
        let widths = widths.ok_or(Unread::Broken)?;
        let size = own.get(b"Size").and_then(Object::as_i64).unwrap_or(0);
        let size = usize::try_from(size).map_err(|_| Unread::Broken)?;
        let ranges = numbers(b"Index").unwrap_or_else(|| vec![0, size]);
        let width: usize = widths.iter().sum();
        if width == 0 {
            return Err(Unread::Broken);
        }
        let mut rows = bytes.chunks_exact(width);
        for range in ranges.chunks_exact(2) {
            for id in (range[0]..).take(range[1]) {
                let Some(row) = rows.next() else { break };
                let (kind, rest) = row.split_at(widths[0]);
                let (first, second) = rest.split_at(widths[1]);
                let number =
                    |bytes: &[u8]| bytes.iter().fold(0_usize, |all, &byte| all << 8 | usize::from(byte));
                let entry = match if widths[0] == 0 { 1 } else { number(kind) } {
                    0 => Entry::Free,
                    1 => Entry::At(number(first)),
                    2 => Entry::In(u32::try_from(number(first)).map_err(|_| Unread::Broken)?, number(second)),
                    _ => continue,
                };
                self.enter(id, entry)?;
            }
        }
        Ok(own)
    }

    /// What stands at a place, where it is the object that is looked for.
    fn at(&self, at: usize, wanted: Option<u32>) -> Option<Found<'a>> {
        let mut parser = Parser::new(self.bytes, at);
        let id = parser.whole()?;
        parser.whole()?;
        parser.space();
        if !parser.takes(b"obj") || wanted.is_some_and(|wanted| id != wanted as usize) {
            return None;
        }
        let object = parser.object()?;
        parser.space();
        let Object::Dictionary(own) = object else { return Some(Found::Object(object)) };
        if !parser.takes(b"stream") {
            return Some(Found::Object(Object::Dictionary(own)));
        }
        if !parser.takes(b"\r\n") {
            _ = parser.takes(b"\n");
        }
        let rest = self.bytes.get(parser.at..)?;
        let told = own.get(b"Length").ok().and_then(|length| match length {
            // Nothing is unpacked for a length.
            Object::Reference((id, _)) => match self.entries.get(id) {
                Some(Entry::At(at)) => length_at(self.bytes, *at, *id),
                _ => None,
            },
            length => length.as_i64().ok().and_then(|length| usize::try_from(length).ok()),
        });
        let ends = |length: usize| {
            let mut parser = Parser::new(rest, length);
            parser.space();
            length <= rest.len() && parser.takes(b"endstream")
        };
        let length = match told.filter(|&length| ends(length)) {
            Some(length) => length,
            None => find(rest, b"endstream")?,
        };
        Some(Found::Stream(RawStream { own, content: rest.get(..length)? }))
    }

    /// An object by its number.
    fn object(&mut self, id: u32) -> Read<Option<Found<'a>>> {
        match self.entries.get(&id).copied() {
            Some(Entry::At(at)) => Ok(self.at(at, Some(id))),
            Some(Entry::In(container, index)) => {
                self.unpack(container)?;
                let Some(packed) = self.packed.get(&container) else { return Ok(None) };
                let place = packed.places.get(index).filter(|(own, _)| *own == id);
                let place = place.or_else(|| packed.places.iter().find(|(own, _)| *own == id));
                let object = place.and_then(|(_, at)| Parser::new(&packed.bytes, *at).object());
                Ok(object.map(Found::Object))
            }
            Some(Entry::Free) | None => Ok(None),
        }
    }

    /// Makes the objects known that a stream packs.
    fn unpack(&mut self, container: u32) -> Read<()> {
        if self.packed.contains_key(&container) {
            return Ok(());
        }
        let Some(Entry::At(at)) = self.entries.get(&container).copied() else { return Err(Unread::Broken) };
        let Some(Found::Stream(stream)) = self.at(at, Some(container)) else { return Err(Unread::Broken) };
        let bytes = self.unpacked(&stream)?;
        let number = |key: &[u8]| {
            let number = stream.own.get(key).and_then(Object::as_i64).map_err(|_| Unread::Broken)?;
            usize::try_from(number).map_err(|_| Unread::Broken)
        };
        let (count, first) = (number(b"N")?, number(b"First")?);
        let mut parser = Parser::new(&bytes, 0);
        let mut places = Vec::new();
        for _ in 0..count {
            let Some((id, at)) = parser.whole().zip(parser.whole()) else { break };
            let id = u32::try_from(id).map_err(|_| Unread::Broken)?;
            places.push((id, first.checked_add(at).ok_or(Unread::Broken)?));
        }
        self.packed.insert(container, Packed { places, bytes });
        Ok(())
    }

    /// What an object refers to, in the end; nothing for what is not there.
    pub(super) fn resolved(&mut self, mut object: Object) -> Read<Object> {
        for _ in 0..AWAY {
            let Object::Reference((id, _)) = object else { return Ok(object) };
            object = match self.object(id)? {
                Some(Found::Object(object)) => object,
                // A stream has a name of its own, and is asked for by it.
                Some(Found::Stream(_)) | None => return Ok(Object::Null),
            };
        }
        Err(Unread::Broken)
    }

    /// A dictionary's value, wherever it is.
    pub(super) fn value(&mut self, of: &Dictionary, key: &[u8]) -> Read<Object> {
        of.get(key).map_or(Ok(Object::Null), |value| self.resolved(value.clone()))
    }

    /// What a stream holds.
    pub(super) fn content(&mut self, id: u32) -> Read<Option<Vec<u8>>> {
        match self.object(id)? {
            Some(Found::Stream(stream)) => self.unpacked(&stream).map(Some),
            _ => Ok(None),
        }
    }

    /// A stream's bytes, unpacked: deflated or as they are, the ways in which programs write lists of objects and
    /// attachments.
    fn unpacked(&mut self, stream: &RawStream<'_>) -> Read<Vec<u8>> {
        let only = |object: &Object| match object {
            Object::Array(all) if all.len() == 1 => all.first().cloned(),
            Object::Array(all) if all.is_empty() => Some(Object::Null),
            Object::Array(_) => None,
            other => Some(other.clone()),
        };
        let own = &stream.own;
        let filter = own.get(b"Filter").ok().map_or(Some(Object::Null), only).ok_or(Unread::Broken)?;
        let parameters = own.get(b"DecodeParms").ok().map_or(Some(Object::Null), only);
        let bytes = match &filter {
            Object::Null => {
                let most = UNPACKED.min(self.left);
                if stream.content.len() > most {
                    return Err(Unread::TooLarge);
                }
                stream.content.to_vec()
            }
            Object::Name(name) if name == b"FlateDecode" => {
                inflated(stream.content, UNPACKED.min(self.left))?
            }
            _ => return Err(Unread::Broken),
        };
        self.left -= bytes.len();
        match parameters {
            Some(Object::Dictionary(parameters)) => unpredicted(bytes, &parameters),
            _ => Ok(bytes),
        }
    }
}

/// The number that an object is.
fn length_at(bytes: &[u8], at: usize, wanted: u32) -> Option<usize> {
    let mut parser = Parser::new(bytes, at);
    let id = parser.whole()?;
    parser.whole()?;
    parser.space();
    (id == wanted as usize && parser.takes(b"obj")).then(|| parser.whole())?
}

/// Where a word begins.
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|here| here == word)
}
