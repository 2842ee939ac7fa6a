//! Files and standard output.

use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: under another name first, then renamed.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = unfinished(path);
    let written = fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // What is left of a file that could not be written is of no use; that it is gone is no news.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// The name of a file until it is whole.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}

/// Tells something on standard error, as `eprintln!` does, and does not mind that nobody listens any more.
macro_rules! tell {
    ($($text:tt)*) => { crate::output::tell(format_args!($($text)*)) };
}

/// Tells something on standard error, where nobody may be listening any more.
pub(super) fn tell(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints a text; a reader that has closed the pipe has seen enough.
pub(super) fn print(text: &str) -> bool {
    let mut out = io::stdout().lock();
    let written = out
        .write_all(text.as_bytes())
        .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell!("không ghi được ra màn hình: {error}");
            false
        }
        _ => true,
    }
}
