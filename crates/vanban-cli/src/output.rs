//! Standard output, standard error, and the file that takes what would be printed.

use std::borrow::Cow;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::words;

/// Tells something on standard error, as `eprintln!` does, and does not mind that nobody listens any more.
macro_rules! tell {
    ($($text:tt)*) => { crate::output::tell(format_args!($($text)*)) };
}

/// Tells something on standard error, where nobody may be listening any more.
pub(super) fn tell(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(&text.to_string()));
}

/// A text as a terminal may show it: what would command the terminal, or turn the order of letters, is written out, as JSON
/// writes it, so that a list of problems stays JSON. It comes in names of files and in what people filled in.
fn shown(text: &str) -> Cow<'_, str> {
    let commands = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(commands) {
        return Cow::Borrowed(text);
    }
    let letter = |c: char| if commands(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    Cow::Owned(text.chars().map(letter).collect())
}

/// Prints a text; a reader that has closed the pipe has seen enough.
pub(super) fn print(text: &str) -> bool {
    let mut out = io::stdout().lock();
    let written = out
        .write_all(shown(text).as_bytes())
        .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell!("{}", crate::words::unshown(&error));
            false
        }
        _ => true,
    }
}

/// Prints bytes as they are.
pub(super) fn print_bytes(bytes: &[u8]) -> bool {
    match io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell!("{}", crate::words::unshown(&error));
            false
        }
        _ => true,
    }
}

/// Where a command that prints may write instead: a shell of Windows would change the letters on the way.
#[derive(Debug, Args)]
pub(crate) struct To {
    /// Writes into this file, which must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl To {
    /// Whether it goes into a file that is called as one of JSON.
    pub(crate) fn is_json(&self) -> bool {
        let extension = self.output.as_ref().and_then(|path| path.extension());
        extension.is_some_and(|it| it.eq_ignore_ascii_case("json"))
    }

    /// Prints a text, or writes it where it is wanted; what is not there is not.
    pub(crate) fn give(&self, text: Option<String>) -> bool {
        let Some(text) = text else { return false };
        let Some(path) = &self.output else { return print(&text) };
        told_new(path, write_new(path, &text))
    }
}

/// Tells what became of a file that was not there yet; whether it stands.
pub(crate) fn told_new(path: &Path, written: Result<(), String>) -> bool {
    match &written {
        Ok(()) => tell!("{}", words::written(path)),
        Err(said) => tell!("{said}"),
    }
    written.is_ok()
}

/// Writes a file that is not there yet.
///
/// # Errors
/// A sentence that names the file.
pub(crate) fn write_new(path: &Path, text: &str) -> Result<(), String> {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    write_new_bytes(path, &[text.as_bytes(), end.as_bytes()].concat())
}

/// As [`write_new`], bytes as they are.
///
/// # Errors
/// A sentence that names the file.
pub(crate) fn write_new_bytes(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => format!("{}: {}", path.display(), words::exists()),
        _ => format!("{}: {}", path.display(), words::unwritten(&error, false)),
    })
}
