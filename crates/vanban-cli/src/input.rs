//! Records from files.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use vanban::error::Problems;
use vanban::{AnyRecord, Error, Renderer, Result};

/// Reads a record; tells on standard error, with the file's name, why there is none.
pub(super) fn record(path: &Path, renderer: &Renderer) -> Option<AnyRecord> {
    told(path, read(path, renderer))
}

/// Reads a record. A file that cannot be read has that problem.
pub(super) fn read(path: &Path, renderer: &Renderer) -> Result<AnyRecord> {
    let bytes = bytes(path).map_err(|error| unreadable(&error))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => renderer.read(text),
        // It says so in the library's words.
        Err(_) => AnyRecord::from_slice(&bytes),
    }
}

fn unreadable(error: &io::Error) -> Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "không có tệp này; hãy kiểm tra lại tên và đường dẫn".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "không có quyền đọc tệp này; hãy xin quyền hoặc chép tệp ra chỗ khác".to_owned()
        }
        io::ErrorKind::IsADirectory => "đây là thư mục; hãy ghi tên tệp".to_owned(),
        _ => format!("không đọc được tệp ({error}); hãy thử lại"),
    };
    let mut problems = Problems::default();
    problems.error("file.unreadable", ".", "quy ước", why);
    Error::Shape(problems.into_vec())
}

/// The value of a result; an error is told on standard error, each of its lines after the file's
/// name.
pub(super) fn told<T>(path: &Path, result: Result<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            for line in error.to_string().lines() {
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
    fs::read(path)
}
