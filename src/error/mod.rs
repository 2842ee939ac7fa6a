//! What can be wrong: problems of a record, and errors of a template or a writer.

mod cause;
mod json;
mod problem;
mod remedies;

use std::fmt;
use std::ops::RangeInclusive;

pub use cause::Cause;
pub use problem::{Problem, Problems, Severity};

pub use crate::path::{Path, PathStep};

use crate::units::{FaceId, Format, Length};

/// The result of the library's calls.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a document was not made. Nothing half-made is ever returned with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The record breaks the rules: every problem at once, in Vietnamese, a line each.
    #[error("{}", Lines(.0))]
    Invalid(Vec<Problem>),
    /// The JSON does not have the record's shape: unknown keys, wrong types, missing keys.
    #[error("{}", Lines(.0))]
    Shape(Vec<Problem>),
    /// A template was refused or could not be filled.
    #[error("template {template}, line {line}, column {column}: {reason}")]
    Template {
        /// Name of the template: the kind of record or of the partial.
        template: String,
        /// Line, from 1; 0 where it is unknown.
        line: usize,
        /// Column, from 1; 0 where it is unknown.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// Something is too large for its place on the page; told in Vietnamese.
    #[error("{what} cần {}, mà chỉ có {} [quy ước]", Up(*need), Down(*have))]
    DoesNotFit {
        /// What does not fit.
        what: String,
        /// The room it needs.
        need: Length,
        /// The room there is.
        have: Length,
    },
    /// A column of a table is narrower than a word, a figure or a date in it, which no line may part; told
    /// in Vietnamese.
    #[error("{}", column_too_narrow(columns, label.as_deref(), text, *need, *have))]
    ColumnTooNarrow {
        /// The columns that the text stands in, from 1.
        columns: RangeInclusive<usize>,
        /// What stands at their head.
        label: Option<String>,
        /// What would be torn; empty where a cell has no text.
        text: String,
        /// The width that it needs.
        need: Length,
        /// The width there is.
        have: Length,
    },
    /// Several things have no room on the page: each at once, a line each.
    #[error("{}", Lines(.0))]
    NoRoom(Vec<Error>),
    /// A font was refused.
    #[error("font {}: {reason}", face.name())]
    Font {
        /// The face.
        face: FaceId,
        /// What is wrong with it.
        reason: String,
        /// What its reader said.
        source: Option<Cause>,
    },
    /// A writer failed.
    #[error("{}: {reason}", format.name())]
    Write {
        /// The format.
        format: Format,
        /// What went wrong.
        reason: String,
        /// What the writer said.
        source: Option<Cause>,
    },
    /// The library broke a promise of its own; please report it.
    #[error("a fault of vanban itself, please report it: {reason}")]
    Bug {
        /// The promise that was broken.
        reason: String,
        /// What showed it.
        source: Option<Cause>,
    },
}

impl Error {
    /// The problems of the record that it holds, those that stop the paper and those that do not. None where
    /// the record is not to blame.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Error::Invalid(problems) | Error::Shape(problems) => problems,
            _ => &[],
        }
    }

    /// The library broke a promise of its own.
    pub(crate) fn bug(reason: impl Into<String>) -> Error {
        Error::Bug { reason: reason.into(), source: None }
    }

    /// One thing that is not of a record's shape.
    pub(crate) fn shape(code: &'static str, path: impl Into<Path>, message: impl Into<String>) -> Error {
        let mut problems = Problems::default();
        problems.error(code, path, "quy ước", message);
        Error::Shape(problems.into_vec())
    }

    /// As [`Error::bug`], told by another error.
    pub(crate) fn bug_by(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Bug { reason: cause.to_string(), source: Some(Cause::new(cause)) }
    }

    /// A face was refused.
    pub(crate) fn font(face: FaceId, cause: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Font { face, reason: cause.to_string(), source: Some(Cause::new(cause)) }
    }

    /// A writer failed.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn write(format: Format, cause: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Write { format, reason: cause.to_string(), source: Some(Cause::new(cause)) }
    }
}

/// A length in tenths of a millimetre, rounded up: what is needed.
struct Up(Length);

/// A length in tenths of a millimetre, rounded down: what there is. Half a twip is what a width in
/// millimetres may have lost. So what is needed and what there is never read the same.
struct Down(Length);

impl fmt::Display for Up {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(f, (i64::from(self.0.twips()) * 254 + 1439).div_euclid(1440))
    }
}

impl fmt::Display for Down {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(f, ((i64::from(self.0.twips()) * 2 + 1) * 254).div_euclid(2880))
    }
}

/// `9,5 mm`, `8 mm`.
fn tenths(f: &mut fmt::Formatter<'_>, tenths: i64) -> fmt::Result {
    match tenths % 10 {
        0 => write!(f, "{} mm", tenths / 10),
        rest => write!(f, "{},{rest} mm", tenths / 10),
    }
}

fn column_too_narrow(
    columns: &RangeInclusive<usize>,
    label: Option<&str>,
    text: &str,
    need: Length,
    have: Length,
) -> String {
    let column = match (columns.start(), columns.end()) {
        (first, last) if first == last => format!("cột {first}"),
        (first, last) => format!("cột {first} đến cột {last}"),
    };
    let label = label.filter(|label| *label != text).map(|label| format!(" (“{label}”)"));
    let text = if text.is_empty() { "ô trống".to_owned() } else { format!("“{text}”") };
    format!(
        "{column}{} rộng {}, mà {text} cần {}; hãy ghi rộng hơn hoặc ghi auto [quy ước]",
        label.unwrap_or_default(),
        Down(have),
        Up(need)
    )
}

/// What is wrong, a line each.
struct Lines<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for Lines<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, wrong) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{wrong}")?;
        }
        Ok(())
    }
}
