//! Records from files.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use vanban::error::Problems;
use vanban::{AnyRecord, Error, Renderer, Result};

use crate::render::POSITIONS;
use crate::{reading, register, words};

/// The files of records that are named: of a folder those in JSON, by name.
///
/// # Errors
/// A sentence for a folder that cannot be read, or has none.
pub(super) fn files(paths: &[PathBuf]) -> std::result::Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let said = |said: &str| format!("{}: {said}", path.display());
        let mut inside = inside(path).map_err(|error| said(&words::unread_folder(&error)))?;
        if inside.is_empty() {
            return Err(said(words::no_record_files()));
        }
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

/// The files of records in a folder.
fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut inside = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.retain(|path| {
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        is_json && !is_passed_over(path)
    });
    Ok(inside)
}

/// Whether a file in a folder is no record, whatever it is called: owner files of Word, lists of Windows, hidden files, the
/// register of papers, where papers are signed.
fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with("~$")
        || name.starts_with('.')
        || name.ends_with(&format!(".{POSITIONS}"))
        || ["desktop.ini", "thumbs.db", register::FILE].contains(&name.as_str())
}

/// Reads a record; tells on standard error, with the file's name, why there is none.
pub(super) fn record(path: &Path, renderer: &Renderer) -> Option<AnyRecord> {
    told(path, read(path, renderer))
}

/// Reads a record. A file that cannot be read has that problem.
pub(super) fn read(path: &Path, renderer: &Renderer) -> Result<AnyRecord> {
    parse(&bytes(path).map_err(|error| unreadable(&error))?, renderer)
}

/// Reads a record from the bytes of a file.
pub(super) fn parse(bytes: &[u8], renderer: &Renderer) -> Result<AnyRecord> {
    renderer.read_file(bytes)
}

pub(super) fn unreadable(error: &io::Error) -> Error {
    let mut problems = Problems::default();
    problems.error("file.unreadable", ".", "quy ước", words::unread(error));
    Error::Shape(problems.into_vec())
}

/// The value of a result; an error is told on standard error, each of its lines after the file's
/// name.
pub(super) fn told<T>(path: &Path, result: Result<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            for line in words::of_error(&error) {
                tell!("{}: {line}", path.display());
            }
            None
        }
    }
}

/// The bytes of a file, or of standard input.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    reading::bytes(path)
}
