//! The package: parts, each a name and bytes, in a ZIP.

use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::error::{Error, Result};
use crate::units::Format;

/// A part's name in the package and its bytes.
pub(crate) type Part = (&'static str, Vec<u8>);

/// Parts deflated once, to be copied as they are into any number of packages.
#[derive(Debug, Clone)]
pub(crate) struct Packed(ZipArchive<Cursor<Arc<[u8]>>>);

impl Packed {
    pub(crate) fn new(parts: &[Part]) -> Result<Packed> {
        let mut package = Package::new();
        parts.iter().try_for_each(|part| package.deflate(part))?;
        Ok(Packed(ZipArchive::new(Cursor::new(package.finish()?.into())).map_err(failed)?))
    }
}

/// A package as it grows: a ZIP whose bytes depend on nothing but its parts.
pub(crate) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    pub(crate) fn new() -> Package {
        Package(ZipWriter::new(Cursor::new(Vec::with_capacity(1 << 15))))
    }

    pub(crate) fn copy(&mut self, parts: &Packed) -> Result<()> {
        self.0.merge_archive(parts.0.clone()).map_err(failed)
    }

    pub(crate) fn deflate(&mut self, (name, bytes): &Part) -> Result<()> {
        self.add(name, bytes, CompressionMethod::Deflated)
    }

    /// For what is small or already deflated: setting up deflate takes longer than deflating a page.
    pub(crate) fn store(&mut self, (name, bytes): &Part) -> Result<()> {
        self.file(name, bytes)
    }

    /// As [`Package::store`], for a part that only one document has.
    pub(crate) fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.add(name, bytes, CompressionMethod::Stored)
    }

    /// A part of one document, deflated.
    #[cfg(feature = "collect")]
    pub(crate) fn deflated_file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.add(name, bytes, CompressionMethod::Deflated)
    }

    /// A part as it lies in another package.
    #[cfg(feature = "collect")]
    pub(crate) fn copy_raw<R: std::io::Read>(&mut self, part: zip::read::ZipFile<'_, R>) -> Result<()> {
        self.0.raw_copy_file(part).map_err(failed)
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<()> {
        // The system that wrote it is in each entry: the same on every one.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix);
        self.0.start_file(name, options).map_err(failed)?;
        self.0.write_all(bytes).map_err(failed)
    }

    pub(crate) fn finish(self) -> Result<Vec<u8>> {
        Ok(self.0.finish().map_err(failed)?.into_inner())
    }
}

fn failed(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::write(Format::Docx, cause)
}
