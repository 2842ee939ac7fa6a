//! The file system, as far as a folder of papers needs it, so that a test can refuse a name or cut the power.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::reading;

/// What is done to files. Nothing is safe from a power cut until it is synced: what is in a file by
/// [`Disk::sync`], which files there are by [`Disk::sync_folder`].
pub(crate) trait Disk {
    /// Makes a folder and those that it stands in; one that is there is well.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// The names in a folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Keeps others out of a folder as long as the lock lives; `None` where somebody else has it.
    fn lock(&self, file: &Path) -> io::Result<Option<Lock>>;
    /// Opens a file to read it.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
    /// Begins a file; what was in it is gone.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Write>>;
    /// Opens a file, or begins one, to write behind what is in it.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Write>>;
    /// Waits until what was written into a file is safe.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Gives a file another name, of which there may be one.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are safe.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A lock that ends with its value, and with the process.
#[derive(Debug)]
pub(crate) struct Lock(pub(crate) Option<File>);

/// How often a lock is opened whose file was taken away in that moment.
const TRIES: usize = 20;

/// The machine's own.
#[derive(Debug)]
pub(crate) struct Files;

impl Disk for Files {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let mut tries = 0;
        loop {
            tries += 1;
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
            return match file.try_lock() {
                // Who had it may have taken it away since it was opened. A share of the network may not tell.
                Ok(()) if tries < TRIES && !is_at(&file, path) => continue,
                Ok(()) => Ok(Some(Lock(Some(file)))),
                Err(TryLockError::WouldBlock) => Ok(None),
                // Such a share may know no locks, too; papers are made there all the same.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    Ok(Some(Lock(None)))
                }
                Err(TryLockError::Error(error)) => Err(error),
            };
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(reading::open(path)?))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Write>> {
        Ok(Box::new(File::create(path)?))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Write>> {
        Ok(Box::new(OpenOptions::new().create(true).append(true).open(path)?))
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Windows flushes only what is open for writing.
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows opens no folder as a file; its file systems keep names in a journal of their own.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// Whether an open file is the one that has this path now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let one = |data: &fs::Metadata| (data.dev(), data.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(file), Ok(path)) if one(&file) == one(&path))
}

/// Where it cannot be told: the moment between opening and locking is short.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
