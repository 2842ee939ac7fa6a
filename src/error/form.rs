//! Faults in the files of a form.

use std::fmt;

/// A fault in a file of a form, with its place, in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct FormFault {
    /// The name of the file: `form.toml`, `body.hbs`, `example.json`, or a picture.
    pub file: String,
    /// The line, from 1; 0 if there is none.
    pub line: usize,
    /// The column, in characters from 1; 0 if there is none.
    pub column: usize,
    /// What is wrong, and what to do.
    pub reason: String,
}

impl fmt::Display for FormFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.reason),
            line => write!(f, "{}, dòng {line}, cột {}: {}", self.file, self.column, self.reason),
        }
    }
}
