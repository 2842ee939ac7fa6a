//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, Write};

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
            tell!("{}", crate::words::unshown(&error));
            false
        }
        _ => true,
    }
}
