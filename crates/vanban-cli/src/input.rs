//! Records from files.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use vanban::collect::{Change, Extracted};
use vanban::error::Problems;
use vanban::{AnyRecord, Error, Problem, Renderer, Result};

use crate::making::POSITIONS;
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
pub(super) fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with("~$")
        || name.starts_with('.')
        || name.ends_with(&format!(".{POSITIONS}"))
        || ["desktop.ini", "thumbs.db", register::FILE].contains(&name.as_str())
}

/// A record, and the DOCX that it came in, where it did.
pub(super) struct Given {
    pub(super) record: AnyRecord,
    /// What was changed in the DOCX.
    pub(super) word: Option<Word>,
}

/// A DOCX that gave its record.
pub(super) struct Word {
    pub(super) bytes: Vec<u8>,
    pub(super) changes: Vec<Change>,
    /// What somebody should look at.
    pub(super) warnings: Vec<Problem>,
}

/// Reads a record; tells on standard error, with the file's name, why there is none, and what somebody should look at.
pub(super) fn record(path: &Path, renderer: &Renderer) -> Option<AnyRecord> {
    given(path, renderer).map(|given| given.record)
}

/// As [`record`], with the DOCX that it came in.
pub(super) fn given(path: &Path, renderer: &Renderer) -> Option<Given> {
    let given = told(path, read_given(path, renderer))?;
    let warnings = given.word.iter().flat_map(|word| &word.warnings);
    warnings.for_each(|warning| tell!("{}: {}", path.display(), words::of_problem(warning)));
    Some(given)
}

/// Reads a record. A file that cannot be read has that problem.
pub(super) fn read(path: &Path, renderer: &Renderer) -> Result<AnyRecord> {
    read_given(path, renderer).map(|given| given.record)
}

/// Reads a record: JSON, or what a DOCX carries with what was changed in it.
pub(super) fn read_given(path: &Path, renderer: &Renderer) -> Result<Given> {
    let bytes = bytes(path).map_err(|error| unreadable(&error))?;
    if !WORD.iter().any(|begin| bytes.starts_with(begin)) {
        return Ok(Given { record: parse(&bytes, renderer)?, word: None });
    }
    let Extracted { record, changes, warnings, .. } = renderer.extract(&bytes)?;
    Ok(Given { record, word: Some(Word { bytes, changes, warnings }) })
}

/// How files of Word begin: DOCX; those of Word 97-2003, and DOCX with a password, of which it is told what to do.
const WORD: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

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
