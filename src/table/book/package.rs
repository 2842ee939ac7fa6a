//! The ZIP of a workbook: the parts that may hold cells, still compressed, with a bound on each.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::super::Error;
use super::xml::{BROKEN, Xml};

const MEGABYTE: u64 = 1024 * 1024;

/// The largest file, with its pictures.
const FILE: u64 = 64 * MEGABYTE;

/// The most that its parts may have together, as they lie in the file.
const PACKED: u64 = 32 * MEGABYTE;

/// The largest part when it is opened: a million cells with 64 MB of text.
const UNPACKED: u64 = 224 * MEGABYTE;

/// The most parts.
const PARTS: usize = 10_000;

/// Parts that hold no cells.
const PASSED: [&str; 8] =
    ["media/", "drawings/", "charts/", "pivotcache", "theme/", "docprops/", "customxml/", "externallinks/"];

/// The parts of a workbook.
pub(super) struct Package {
    parts: Vec<Part>,
}

struct Part {
    /// In small letters: programs do not agree about them.
    name: String,
    deflated: bool,
    bytes: Vec<u8>,
    size: u64,
    crc: u32,
}

impl Package {
    pub(super) fn open(mut file: impl Read + Seek) -> Result<Package, Error> {
        // The directory is read as a whole, however many it says there are.
        if count(&mut file, b"PK\x01\x02", PARTS)? > PARTS {
            return Err(said(format!("tệp có hơn {PARTS} phần: {BROKEN}")));
        }
        file.rewind()?;
        let mut archive = ZipArchive::new(file).map_err(|_| said(BROKEN))?;
        let mut package = Package { parts: Vec::new() };
        let mut packed = 0;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|_| said(BROKEN))?;
            let name = part.name().replace('\\', "/").trim_start_matches('/').to_lowercase();
            let kept = [".xml", ".rels", "mimetype", "/workbook.bin"].iter().any(|end| name.ends_with(end));
            if !kept || PASSED.iter().any(|passed| name.contains(passed)) {
                continue;
            }
            if part.encrypted() {
                return Err(said(super::refused::PASSWORD));
            }
            let deflated = match part.compression() {
                CompressionMethod::Deflated => true,
                CompressionMethod::Stored => false,
                _ => return Err(said(BROKEN)),
            };
            let (size, crc) = (part.size(), part.crc32());
            let mut bytes = Vec::new();
            part.take(PACKED + 1 - packed).read_to_end(&mut bytes).map_err(|_| said(BROKEN))?;
            bytes.shrink_to_fit();
            packed += bytes.len() as u64;
            if packed > PACKED {
                return Err(said(too_large()));
            }
            package.parts.push(Part { name, deflated, bytes, size, crc });
        }
        Ok(package)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Opens a part.
    pub(super) fn xml(&self, name: &str) -> Result<Option<Xml<'_>>, String> {
        let Some(part) = self.find(name) else { return Ok(None) };
        if part.size > UNPACKED {
            return Err(too_large());
        }
        let bytes = part.bytes.as_slice();
        let from: Box<dyn Read> =
            if part.deflated { Box::new(DeflateDecoder::new(bytes)) } else { Box::new(bytes) };
        Ok(Some(Xml::new(Whole { from: CrcReader::new(from), left: part.size, crc: part.crc })))
    }

    fn find(&self, name: &str) -> Option<&Part> {
        let name = name.trim_start_matches('/').to_lowercase();
        self.parts.iter().find(|part| part.name == name)
    }
}

fn said(sentence: impl Into<String>) -> Error {
    Error::File(sentence.into())
}

fn too_large() -> String {
    let most = UNPACKED / MEGABYTE;
    format!("tệp mở ra lớn hơn {most} MB: lưu thành CSV UTF-8, hoặc chia thành nhiều tệp rồi chạy lại")
}

/// Tells a file that is too large by its size.
pub(super) fn check_size(file: &mut impl Seek) -> Result<(), Error> {
    let size = file.seek(SeekFrom::End(0))?;
    if size <= FILE {
        return Ok(());
    }
    let (megabytes, most) = (size / MEGABYTE, FILE / MEGABYTE);
    Err(said(format!("tệp {megabytes} MB, lớn hơn {most} MB: lưu thành CSV UTF-8 rồi chạy lại")))
}

/// How often these bytes stand in a file, from its beginning; more than `most` are not counted.
pub(super) fn count(file: &mut (impl Read + Seek), wanted: &[u8], most: usize) -> io::Result<usize> {
    file.rewind()?;
    let mut chunk = vec![0; 64 * 1024];
    let (mut kept, mut found) = (0, 0);
    while found <= most {
        let read = file.read(&mut chunk[kept..])?;
        if read == 0 {
            break;
        }
        let filled = kept + read;
        found += chunk[..filled].windows(wanted.len()).filter(|bytes| *bytes == wanted).count();
        // What may begin here and end in the next.
        let begun = filled.saturating_sub(wanted.len() - 1);
        chunk.copy_within(begun..filled, 0);
        kept = filled - begun;
    }
    Ok(found)
}

/// A part from its beginning to its end: neither more nor less than the directory says, and undamaged.
struct Whole<R> {
    from: CrcReader<R>,
    left: u64,
    crc: u32,
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        let left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::InvalidData)?;
        self.left = left;
        if read == 0 && !buffer.is_empty() && (left > 0 || self.from.crc().sum() != self.crc) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}
