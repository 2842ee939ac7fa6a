//! Files that are read. A folder is none, on any system: Windows says of one that it may not be read, others open it. Nor is
//! what has no end, as a pipe or a device: to read it would be to wait.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use vanban::kinds::file_text;

/// Opens a file.
///
/// # Errors
/// As the system's, but for a folder [`ErrorKind::IsADirectory`] and for what is no file [`ErrorKind::Unsupported`];
/// [`crate::words::unread`] says why.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    is_file(path)?;
    File::open(path)
}

/// The whole of a file.
///
/// # Errors
/// As [`open`].
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    is_file(path)?;
    fs::read(path)
}

/// The first bytes of a file, at most so many.
///
/// # Errors
/// As [`open`].
pub(crate) fn first(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The whole of a file of text, as [`file_text`] reads it.
///
/// # Errors
/// As [`open`]; [`ErrorKind::InvalidData`] where it is neither UTF-8 nor marked UTF-16.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    file_text(&bytes(path)?).ok_or_else(|| ErrorKind::InvalidData.into())
}

fn is_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path)? {
        kind if kind.is_dir() => Err(ErrorKind::IsADirectory.into()),
        kind if kind.is_file() => Ok(()),
        _ => Err(ErrorKind::Unsupported.into()),
    }
}
