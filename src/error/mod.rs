//! What can be wrong: problems of a record, and errors of a template or a writer.

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
    /// A wording was refused or could not be filled: told in Vietnamese, as an office writes it.
    #[error("{}: {reason}", Placed(template, *line, *column))]
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
    /// A form was refused: everything that is wrong with its files, in Vietnamese, a line each.
    #[error("{}", Lines(.0))]
    Form(Vec<FormFault>),
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
