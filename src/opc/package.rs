//! The package: parts, each a name and bytes, in a ZIP.

use std::sync::Arc;

use flate2::Crc;

use crate::deflate::{Deflater, Wrapping};
use crate::error::{Error, Result};
use crate::units::Format;

/// A part's name in the package and its bytes.
pub(crate) type Part = (&'static str, Vec<u8>);

/// Parts deflated once, to be copied as they are into any number of packages.
#[derive(Debug)]
pub(crate) struct Packed(Package);

impl Packed {
    pub(crate) fn new(parts: &[Part]) -> Result<Packed> {
        let (mut package, mut deflater) = (Package::new(), Deflater::thorough(Wrapping::Bare));
        parts.iter().try_for_each(|part| package.deflate(part, &mut deflater))?;
        Ok(Packed(package))
    }
}

/// A package as it grows: a ZIP (PKWARE APPNOTE 6.3, without ZIP64) whose bytes depend on nothing but its parts.
#[derive(Debug)]
pub(crate) struct Package {
    /// The parts, each behind its head.
    files: Vec<u8>,
    entries: Vec<Entry>,
}

/// What head and directory say of a part.
#[derive(Debug, Clone)]
struct Entry {
    /// In ASCII.
    name: Arc<str>,
    method: Method,
    checksum: u32,
    packed: u32,
    size: u32,
    /// Where its head begins.
    offset: u32,
}

#[derive(Debug, Clone, Copy)]
enum Method {
    Stored = 0,
    Deflated = 8,
}

impl Package {
    pub(crate) fn new() -> Package {
        Package { files: Vec::with_capacity(1 << 15), entries: Vec::with_capacity(16) }
    }

    pub(crate) fn copy(&mut self, parts: &Packed) -> Result<()> {
        let before = length(self.files.len())?;
        self.files.extend_from_slice(&parts.0.files);
        length(self.files.len())?;
        let moved = |entry: &Entry| Entry { offset: entry.offset + before, ..entry.clone() };
        self.entries.extend(parts.0.entries.iter().map(moved));
        Ok(())
    }

    pub(crate) fn deflate(
        &mut self,
        part: &(impl AsRef<str>, impl AsRef<[u8]>),
        deflater: &mut Deflater,
    ) -> Result<()> {
        let (name, bytes) = (part.0.as_ref(), part.1.as_ref());
        let packed = deflater.deflate(bytes).map_err(|cause| Error::write(Format::Docx, cause))?;
        self.add(name, Method::Deflated, bytes, &packed)
    }

    /// For what is small or already deflated.
    pub(crate) fn store(&mut self, part: &(impl AsRef<str>, impl AsRef<[u8]>)) -> Result<()> {
        let (name, bytes) = (part.0.as_ref(), part.1.as_ref());
        self.add(name, Method::Stored, bytes, bytes)
    }

    fn add(&mut self, name: &str, method: Method, bytes: &[u8], packed: &[u8]) -> Result<()> {
        let mut checksum = Crc::new();
        checksum.update(bytes);
        let entry = Entry {
            name: name.into(),
            method,
            checksum: checksum.sum(),
            packed: length(packed.len())?,
            size: length(bytes.len())?,
            offset: length(self.files.len())?,
        };
        self.files.extend_from_slice(b"PK\x03\x04");
        entry.describe(&mut self.files);
        self.files.extend_from_slice(name.as_bytes());
        self.files.extend_from_slice(packed);
        self.entries.push(entry);
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<Vec<u8>> {
        let Package { files: mut bytes, entries } = self;
        let count = u16::try_from(entries.len()).map_err(|cause| Error::write(Format::Docx, cause))?;
        let directory = length(bytes.len())?;
        entries.iter().for_each(|entry| entry.list(&mut bytes));
        let size = length(bytes.len())? - directory;
        bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&size.to_le_bytes());
        bytes.extend_from_slice(&directory.to_le_bytes());
        bytes.extend_from_slice(&[0; 2]);
        Ok(bytes)
    }
}

impl Entry {
    /// What both the head of a part and the directory say.
    fn describe(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(&self.version().to_le_bytes());
        to.extend_from_slice(&[0; 2]);
        to.extend_from_slice(&(self.method as u16).to_le_bytes());
        // The first time that a ZIP can say: midnight, 1 January 1980.
        to.extend_from_slice(&[0, 0, 0x21, 0]);
        for figure in [self.checksum, self.packed, self.size] {
            to.extend_from_slice(&figure.to_le_bytes());
        }
        // The package's own names are short.
        to.extend_from_slice(&(self.name.len() as u16).to_le_bytes());
        to.extend_from_slice(&[0; 2]);
    }

    /// Its line of the directory: a plain file, written under Unix.
    fn list(&self, to: &mut Vec<u8>) {
        const PLAIN_FILE: u32 = 0o100_644 << 16;
        to.extend_from_slice(b"PK\x01\x02");
        to.extend_from_slice(&(self.version() | 3 << 8).to_le_bytes());
        self.describe(to);
        to.extend_from_slice(&[0; 6]);
        to.extend_from_slice(&PLAIN_FILE.to_le_bytes());
        to.extend_from_slice(&self.offset.to_le_bytes());
        to.extend_from_slice(self.name.as_bytes());
    }

    /// Of the standard, that a reader must know.
    fn version(&self) -> u16 {
        match self.method {
            Method::Stored => 10,
            Method::Deflated => 20,
        }
    }
}

/// A place or a length in a package: it has at most 4 GB.
fn length(bytes: usize) -> Result<u32> {
    u32::try_from(bytes).map_err(|cause| Error::write(Format::Docx, cause))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    /// Names, methods and bytes, as another's reader finds them.
    fn read(package: &[u8]) -> Vec<(String, zip::CompressionMethod, Vec<u8>)> {
        let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
        let count = archive.len();
        let part = |index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().to_owned(), part.compression(), bytes)
        };
        (0..count).map(part).collect()
    }

    #[test]
    fn parts_are_read_as_they_were_written() {
        use zip::CompressionMethod::{Deflated, Stored};
        let noise: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let packed = Packed::new(&[("a", b"aaaa".to_vec()), ("folder/b", noise.clone())]).unwrap();
        let mut package = Package::new();
        package.store(&("c", b"c")).unwrap();
        package.copy(&packed).unwrap();
        let mut deflater = Deflater::quick(Wrapping::Bare);
        package.deflate(&("d", &noise), &mut deflater).unwrap();
        package.deflate(&("e", b""), &mut deflater).unwrap();
        package.copy(&Packed::new(&[("f", b"f".to_vec())]).unwrap()).unwrap();
        let own = |name: &str, method, bytes: &[u8]| (name.to_owned(), method, bytes.to_vec());
        assert_eq!(
            read(&package.finish().unwrap()),
            [
                own("c", Stored, b"c"),
                own("a", Deflated, b"aaaa"),
                own("folder/b", Deflated, &noise),
                own("d", Deflated, &noise),
                own("e", Deflated, b""),
                own("f", Deflated, b"f"),
            ]
        );
    }
}
