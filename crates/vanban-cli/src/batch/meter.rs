//! How far a file of records has been read.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How far a file has been read: bytes of it, or records.
#[derive(Debug, Clone, Default)]
pub(super) struct Meter {
    pub(super) total: u64,
    done: Arc<AtomicU64>,
}

impl Meter {
    pub(super) fn of_file(file: &File) -> io::Result<Meter> {
        Ok(Meter { total: file.metadata()?.len(), done: Arc::default() })
    }

    pub(super) fn of_items(total: usize) -> Meter {
        Meter { total: total as u64, done: Arc::default() }
    }

    /// One record more.
    pub(super) fn count(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }
}

/// A file that tells how far it has been read.
pub(super) struct Metered {
    pub(super) file: File,
    pub(super) meter: Meter,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.meter.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Metered {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(position)?;
        self.meter.done.store(at, Ordering::Relaxed);
        Ok(at)
    }
}
