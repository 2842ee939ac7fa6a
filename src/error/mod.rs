//! Errors, and problems of records.

mod catalogue;
mod cause;
mod cell;
mod form;
mod grouped;
mod json;
mod problem;
mod remedies;

use std::fmt;

pub use catalogue::{Entry, catalogue, explain, nearest};
pub use cause::Cause;
pub use cell::TableCell;
pub use form::FormFault;
pub use grouped::{Groups, Remark, Repeated, grouped};
pub use problem::{Problem, Problems, Severity};

pub use crate::path::{Path, PathStep};

use crate::text::Said;
use crate::units::{FaceId, Format};

/// The result type of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why no document was made. No partial result is ever returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The record breaks the rules. Holds all problems, also warnings; prints one per line, in Vietnamese.
    #[error("{}", Lines(.0))]
    Invalid(Vec<Problem>),
    /// The JSON does not have the record's shape: unknown keys, wrong types, missing keys.
    #[error("{}", Lines(.0))]
    Shape(Vec<Problem>),
    /// A wording template was rejected or could not be filled. The text is Vietnamese.
    #[error("{}: {reason}", Placed(template, *line, *column))]
    Template {
        /// The name of the template: the name of a kind (`resolution`), or of a template that others include.
        template: String,
        /// The line, from 1; 0 if it is unknown.
        line: usize,
        /// The column, from 1; 0 if it is unknown.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// A form was rejected. Holds all faults of its files; prints one per line, in Vietnamese.
    #[error("{}", Lines(.0))]
    Form(Vec<FormFault>),
    /// A font was rejected.
    #[error("font {}: {reason}", face.name())]
    Font {
        /// The style: regular, bold, italic or bold italic.
        face: FaceId,
        /// What is wrong with it.
        reason: String,
        /// The error of the font reader.
        source: Option<Cause>,
    },
    /// A writer of DOCX or PDF failed.
    #[error("{}: {reason}", format.name())]
    Write {
        /// The file format.
        format: Format,
        /// What went wrong.
        reason: String,
        /// The error of the writer.
        source: Option<Cause>,
    },
    /// A fault of this library. Please report it.
    #[error("a fault of vanban itself, please report it: {reason}")]
    Bug {
        /// What the library expected.
        reason: String,
        /// The error that revealed it.
        source: Option<Cause>,
    },
}

impl Error {
    /// The problems of the record, errors and warnings. Empty if the record is not the cause.
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
    pub(crate) fn shape(code: &'static str, path: impl Into<Path>, said: Said) -> Error {
        let mut problems = Problems::default();
        problems.shape(code, path, said);
        Error::Shape(problems.into_vec())
    }

    /// As [`Error::shape`], of what has a sentence for offices alone.
    pub(crate) fn unfit(code: &'static str, path: impl Into<Path>, message: impl Into<String>) -> Error {
        let mut problems = Problems::default();
        problems.error(code, path, "quy ước", message);
        Error::Shape(problems.into_vec())
    }

    /// As [`Error::unfit`], in other words for who sees the field: the sentence has a word of JSON.
    pub(crate) fn unfit_at_its_field(
        code: &'static str,
        path: impl Into<Path>,
        message: impl Into<String>,
        in_form: impl Into<String>,
    ) -> Error {
        let mut problems = Problems::default();
        problems.error(code, path, "quy ước", message);
        problems.at_its_field(in_form);
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

/// A wording, and where in it.
struct Placed<'a>(&'a str, usize, usize);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Placed(template, line, column) = self;
        write!(f, "lời văn {template}")?;
        if *line == 0 { Ok(()) } else { write!(f, ", dòng {line}, cột {column}") }
    }
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
