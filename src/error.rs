//! What can be wrong: problems of a record, and errors of a template or a writer.

use std::fmt;
use std::ops::RangeInclusive;

use crate::units::Length;

/// The result of the library's calls.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a document was not made. Nothing half-made is ever returned with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The record breaks the rules: every problem at once, in Vietnamese, a line each.
    #[error("{}", Lines(.0))]
    Invalid(Vec<Problem>),
    /// The JSON does not have the record's shape: an unknown key, a wrong type, a missing key.
    #[error("{path}: {reason}")]
    Shape {
        /// Where in the JSON, as `sections[0].heading`; `.` for the top.
        path: String,
        /// What is wrong there.
        reason: String,
    },
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
    #[error("font {face}: {reason}")]
    Font {
        /// The style of the face: regular, bold, italic or bold italic.
        face: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// A writer failed.
    #[error("{format}: {reason}")]
    Write {
        /// `DOCX` or `PDF`.
        format: &'static str,
        /// What the writer said.
        reason: String,
    },
    /// The library broke a promise of its own; please report it.
    #[error("a fault of vanban itself, please report it: {reason}")]
    Bug {
        /// The promise that was broken.
        reason: String,
    },
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

/// Something that is wrong with a record, or that a secretary should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// A stable name for the kind of problem, as `signature.position_has_body`.
    pub code: &'static str,
    /// Where in the record, as `signature.position`.
    pub path: String,
    /// The clause it rests on, as `05-HD/VPTW II.I.7.1.2`; `quy ước` for a convention.
    pub clause: &'static str,
    /// Whether it stops the paper.
    pub severity: Severity,
    /// A sentence in Vietnamese: what was found, what is expected.
    pub message: String,
}

/// Whether a problem stops the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The paper can be made; somebody should look.
    Warning,
    /// The paper would be returned: it is not made.
    Error,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "cảnh báo",
            Severity::Error => "lỗi",
        };
        write!(f, "{severity}: {}: {} [{}; {}]", self.path, self.message, self.clause, self.code)
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

/// Problems as they are found, each with its path.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// Notes a problem that stops the paper.
    pub fn error(
        &mut self,
        code: &'static str,
        path: impl Into<String>,
        clause: &'static str,
        message: impl Into<String>,
    ) {
        self.push(Severity::Error, code, path.into(), clause, message.into());
    }

    /// Notes a problem that somebody should look at.
    pub fn warning(
        &mut self,
        code: &'static str,
        path: impl Into<String>,
        clause: &'static str,
        message: impl Into<String>,
    ) {
        self.push(Severity::Warning, code, path.into(), clause, message.into());
    }

    fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        path: String,
        clause: &'static str,
        message: String,
    ) {
        self.list.push(Problem { code, path, clause, severity, message });
    }

    /// All that was noted, in the order it was found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        self.list
    }
}
