//! Records from files.

use std::fs;
use std::io::Read;
use std::path::Path;

use vanban::{AnyRecord, Renderer, Result};

/// Reads a record; tells on standard error, with the file's name, why there is none.
pub(super) fn record(path: &Path, renderer: &Renderer) -> Option<AnyRecord> {
    let text = match text(path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return None;
        }
    };
    told(path, renderer.read(&text))
}

/// The value of a result; an error is told on standard error, each of its lines after the file's
/// name.
pub(super) fn told<T>(path: &Path, result: Result<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            for line in error.to_string().lines() {
                eprintln!("{}: {line}", path.display());
            }
            None
        }
    }
}

/// The text of a file, or of standard input.
pub(super) fn text(path: &Path) -> std::io::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    fs::read_to_string(path)
}
