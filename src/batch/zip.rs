//! All documents in one ZIP.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use self::tail::Tail;
use super::{Names, Outcome, Sink};

mod tail;

/// A [`Sink`](super::Sink) that writes every file into one ZIP as it comes. The names in it are those of
/// [`Names::files`]. The files are stored as they are: DOCX and PDF are compressed themselves. The ZIP contains
/// no time, so the same documents give the same bytes.
///
/// ```
/// # use vanban::{Renderer, batch};
/// # use vanban::kinds::Resolution;
/// let mut zip = batch::Zip::new(Vec::new());
/// batch::run(&Renderer::new(), [Resolution::example()], &mut zip)?;
/// let bytes = zip.finish()?;
/// # assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Zip<W: Write> {
    /// Before the writer: it goes first.
    given_up: GivenUp,
    writer: ZipWriter<Tail<Once<W>>>,
    names: Names,
}

impl<W: Write> Zip<W> {
    /// A ZIP that is written to `to`, which needs no `Seek`.
    pub fn new(to: W) -> Zip<W> {
        let given_up = GivenUp::default();
        let once = Once { to, failed: false, given_up: given_up.0.clone() };
        let mut writer = ZipWriter::new(Tail::new(once));
        writer.set_flush_on_finish_file(true);
        Zip { given_up, writer, names: Names::default() }
    }

    /// Adds another file to the ZIP, for example a report. The caller is responsible for the name. The names
    /// of the batch's own files contain no path.
    ///
    /// # Errors
    /// The ZIP cannot be written, or it has a file with this name already.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        // Deflating the files again takes a quarter of the time of a batch, and saves less than one byte in a hundred.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            // The same on every system that writes it.
            .system(System::Unix);
        self.writer.start_file(name, options).map_err(plain)?;
        self.writer.write_all(bytes)
    }

    /// Writes the end of the ZIP, its directory, and returns the writer. Without this the file is no ZIP.
    ///
    /// # Errors
    /// The ZIP cannot be written.
    pub fn finish(self) -> io::Result<W> {
        let Zip { given_up: _given_up, writer, .. } = self;
        let mut once = writer.finish().map_err(plain)?.into_inner()?;
        if once.failed {
            return Err(io::Error::other("the ZIP could not be written"));
        }
        once.to.flush()?;
        Ok(once.to)
    }
}

impl<W: Write> Sink for &mut Zip<W> {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        (**self).take(outcome)
    }
}

impl<W: Write> Sink for Zip<W> {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        let names = self.names.files(&outcome);
        names.iter().zip(outcome.files()).try_for_each(|(name, file)| self.add(name, &file.bytes))
    }
}

/// Tells an error once. The ZIP is closed when it is dropped, and its crate prints what goes wrong then;
/// nobody wants to hear that the disk is still full.
#[derive(Debug)]
struct Once<W> {
    to: W,
    failed: bool,
    given_up: Arc<AtomicBool>,
}

/// A ZIP that is dropped before it is finished is of no use: nothing more is written to it.
#[derive(Debug, Default)]
struct GivenUp(Arc<AtomicBool>);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl<W> Once<W> {
    fn is_of_no_use(&self) -> bool {
        self.failed || self.given_up.load(Ordering::Relaxed)
    }
}

impl<W: Write> Write for Once<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_of_no_use() {
            return Ok(bytes.len());
        }
        let written = self.to.write(bytes);
        // An interrupted call is made again.
        self.failed = written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_of_no_use() { Ok(()) } else { self.to.flush() }
    }
}

/// The error of what is written to, as it came.
fn plain(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}
