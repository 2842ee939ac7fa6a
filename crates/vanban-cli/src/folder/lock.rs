//! The lock of a folder, which a run that wrote nothing takes away with it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::disk::{Disk, Lock};
use super::ledger;

/// The lock's name in the folder.
const NAME: &str = ".vanban.lock";

/// The lock of a folder, as long as this lives.
#[derive(Debug)]
pub(super) struct Held {
    lock: Lock,
    folder: PathBuf,
    /// Whether the folder was made for this run.
    is_new: bool,
}

impl Held {
    /// Locks a folder; none where somebody else keeps it for longer than that.
    pub(super) fn of(
        disk: &dyn Disk,
        folder: &Path,
        is_new: bool,
        patience: Duration,
    ) -> io::Result<Option<Held>> {
        let lock = locked_by(disk, &folder.join(NAME), patience)?;
        Ok(lock.map(|lock| Held { lock, folder: folder.to_owned(), is_new }))
    }
}

impl Drop for Held {
    /// A folder in which nothing was made is as it was before; who waits for the lock sees that its file is gone
    /// ([`Disk::lock`]).
    fn drop(&mut self) {
        if self.lock.0.is_none() || self.folder.join(ledger::NAME).exists() {
            return;
        }
        // What cannot be removed is in nobody's way.
        let _ = fs::remove_file(self.folder.join(NAME));
        if self.is_new {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// The lock that a file is, of something else in a folder; none where somebody else keeps it for longer than that.
pub(crate) fn locked_by(disk: &dyn Disk, file: &Path, patience: Duration) -> io::Result<Option<Lock>> {
    let begun = Instant::now();
    loop {
        match disk.lock(file)? {
            None if begun.elapsed() < patience => thread::sleep(Duration::from_millis(50)),
            lock => return Ok(lock),
        }
    }
}
