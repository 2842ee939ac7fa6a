//! What is wrong with the files of a form.

use std::fmt;

/// What is wrong at a place of a form's files, in Vietnamese, as its maker reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct FormFault {
    /// The file: `form.toml`, `body.hbs`, `example.json`, or a picture's.
    pub file: String,
    /// Line, from 1; 0 where there is none.
    pub line: usize,
    /// Column, in characters from 1; 0 where there is none.
    pub column: usize,
    /// What is wrong there, and what to do.
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
