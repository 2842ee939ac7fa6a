//! A package that came from outside: its parts, opened one at a time and within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

const MEGABYTE: u64 = 1024 * 1024;

/// The largest file, with its pictures.
pub(crate) const FILE: usize = 32 * 1024 * 1024;

/// The most parts.
const PARTS: usize = 4_000;

/// The largest part when it is unpacked, and the most of all parts together that are asked for.
const PART: u64 = 16 * MEGABYTE;
const ALL: u64 = 40 * MEGABYTE;

/// No office's text is packed more tightly; what is looks like a bomb.
const TIGHTEST: u64 = 500;

/// Why a package, or a part of it, is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Damage {
    /// It is cut off, or its bytes are not what they say they are.
    Broken,
    /// It is larger than any office's, packed or unpacked.
    TooLarge,
    /// A password stands before its parts.
    Locked,
}

/// A package from outside.
pub(crate) struct Opened<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in small letters, as packages compare them, with the place in the archive.
    names: BTreeMap<String, usize>,
    left: u64,
}

impl<'a> Opened<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Opened<'a>, Damage> {
        if bytes.len() > FILE {
            return Err(Damage::TooLarge);
        }
        // The directory is read as a whole, however many it says there are.
        if bytes.windows(4).filter(|four| *four == b"PK\x01\x02").take(PARTS + 1).count() > PARTS {
            return Err(Damage::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Damage::Broken)?;
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|_| Damage::Broken)?;
            names.insert(plain(part.name()), index);
        }
        Ok(Opened { archive, names, left: ALL })
    }

    /// The names of the parts, in small letters and in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&plain(name))
    }

    /// The bytes of a part; nothing where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Damage> {
        let Some(index) = self.names.get(&plain(name)) else { return Ok(None) };
        let raw = self.archive.by_index_raw(*index).map_err(|_| Damage::Broken)?;
        let (size, packed) = (raw.size(), raw.compressed_size());
        if raw.encrypted() {
            return Err(Damage::Locked);
        }
        if !matches!(raw.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Damage::Broken);
        }
        drop(raw);
        if size > PART.min(self.left) || (size > MEGABYTE && size / packed.max(1) > TIGHTEST) {
            return Err(Damage::TooLarge);
        }
        let part = self.archive.by_index(*index).map_err(|_| Damage::Broken)?;
        let mut bytes = Vec::new();
        // It may hold more than it says. Its checksum is compared at its end.
        part.take(size + 1).read_to_end(&mut bytes).map_err(|_| Damage::Broken)?;
        if bytes.len() as u64 != size {
            return Err(Damage::Broken);
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// The same package, byte for byte but for the parts that `change` leaves out or gives other bytes. Names are as
    /// [`Opened::names`] has them.
    pub(crate) fn rewritten(&mut self, mut change: impl FnMut(&str) -> Change) -> Result<Vec<u8>, Damage> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        // The system that wrote it is in each entry: the same on every one.
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .system(System::Unix);
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(|_| Damage::Broken)?;
            let name = part.name().to_owned();
            match change(&plain(&name)) {
                Change::None => package.raw_copy_file(part).map_err(|_| Damage::Broken)?,
                Change::LeftOut => {}
                Change::Bytes(bytes) => {
                    drop(part);
                    package.start_file(name, packed).map_err(|_| Damage::Broken)?;
                    package.write_all(&bytes).map_err(|_| Damage::Broken)?;
                }
            }
        }
        Ok(package.finish().map_err(|_| Damage::Broken)?.into_inner())
    }
}

/// What becomes of a part.
pub(crate) enum Change {
    None,
    LeftOut,
    Bytes(Vec<u8>),
}

/// Programs do not agree about the letters of a part's name, nor about its strokes.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of the part that another one's relationship leads to.
pub(crate) fn target(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    plain(&steps.join("/"))
}

/// The name of the part that holds the relationships of another; of the package itself where that has no name.
pub(crate) fn relationships_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deflate::{Deflater, Wrapping};
    use crate::opc::Package;

    fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut package, mut deflater) = (Package::new(), Deflater::quick(Wrapping::Bare));
        for (name, bytes) in parts {
            package.deflate(&(name, bytes), &mut deflater).unwrap();
        }
        package.finish().unwrap()
    }

    #[test]
    fn a_part_is_found_however_it_is_written() {
        let bytes = package(&[("word\\Document.xml", b"<a/>"), ("B", b"b")]);
        let mut opened = Opened::open(&bytes).unwrap();
        assert_eq!(opened.names().collect::<Vec<_>>(), ["b", "word/document.xml"]);
        assert_eq!(opened.part("/Word/document.xml").unwrap().unwrap(), b"<a/>");
        assert!(opened.part("c").unwrap().is_none() && opened.has("b"));
    }

    #[test]
    fn a_part_may_be_left_out_or_changed() {
        let bytes = package(&[("a", b"1"), ("b", b"2"), ("c", b"3")]);
        let mut opened = Opened::open(&bytes).unwrap();
        let changed = opened.rewritten(|name| match name {
            "a" => Change::LeftOut,
            "b" => Change::Bytes(b"two".to_vec()),
            _ => Change::None,
        });
        let changed = changed.unwrap();
        let mut opened = Opened::open(&changed).unwrap();
        assert!(!opened.has("a"));
        assert_eq!(opened.part("b").unwrap().unwrap(), b"two");
        assert_eq!(opened.part("c").unwrap().unwrap(), b"3");
    }

    #[test]
    fn a_bomb_is_refused() {
        let bytes = package(&[("a", &vec![b' '; 4 << 20]), ("b", &vec![b' '; (16 << 20) + 1])]);
        let mut opened = Opened::open(&bytes).unwrap();
        assert_eq!(opened.part("a").unwrap_err(), Damage::TooLarge);
        assert_eq!(opened.part("b").unwrap_err(), Damage::TooLarge);
        assert_eq!(Opened::open(&b"PK\x01\x02".repeat(PARTS + 1)).err(), Some(Damage::TooLarge));
    }

    #[test]
    fn a_file_that_is_cut_off_or_hurt_is_broken() {
        let bytes = package(&[("a", b"Some words that are packed, words that are packed")]);
        assert_eq!(Opened::open(&bytes[..bytes.len() / 2]).err(), Some(Damage::Broken));
        assert_eq!(Opened::open(b"").err(), Some(Damage::Broken));
        let mut hurt = bytes.clone();
        hurt[34] ^= 1;
        assert_eq!(Opened::open(&hurt).and_then(|mut it| it.part("a")).err(), Some(Damage::Broken));
    }

    #[test]
    fn a_target_is_seen_from_the_part_that_names_it() {
        for (from, to, found) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word/document.xml", "../customXml/item1.xml", "customxml/item1.xml"),
            ("word/document.xml", "/customXml/item1.xml", "customxml/item1.xml"),
            ("word/document.xml", "styles.xml", "word/styles.xml"),
        ] {
            assert_eq!(target(from, to), found);
        }
        assert_eq!(relationships_of(""), "_rels/.rels");
        assert_eq!(relationships_of("word/document.xml"), "word/_rels/document.xml.rels");
    }
}
