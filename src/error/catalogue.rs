//! The catalogue of problems as data: what each code means, its clause, an example and a remedy. A test makes
//! `catalogue.tsv` from the code, and `docs/problems.md` from the catalogue.

use std::fmt;

use super::{Problem, Severity, remedies};
use crate::path::Path;
use crate::text::{near, rows};

/// The explanation of one problem code. `Display` prints it as an entry of the catalogue, in Vietnamese.
///
/// ```
/// let entry = vanban::error::explain("number.zero").unwrap();
/// assert_eq!(entry.meaning, "Văn bản mang số 0.");
/// assert_eq!(entry.remedy(), "hãy đánh số từ 1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// What a problem with this code says about the record: one sentence in Vietnamese.
    pub meaning: &'static str,
    /// An example of a problem with this code, with its clause and severity.
    pub example: Problem,
}

impl Entry {
    /// What to do, in Vietnamese.
    #[must_use]
    pub fn remedy(&self) -> &str {
        // What the table says holds for every problem of the code.
        remedies::of(self.example.code).unwrap_or_else(|| self.example.remedy())
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { code, clause, severity, message, .. } = &self.example;
        let severity = match severity {
            Severity::Warning => "cảnh báo: văn bản vẫn được lập, cần xem lại",
            Severity::Error => "lỗi: văn bản không được lập",
        };
        let place = self.example.whereabouts();
        let place = if place.is_empty() { place } else { format!("{place}: ") };
        writeln!(f, "{code}\n  Nghĩa: {}\n  Mức: {severity}\n  Căn cứ: {clause}", self.meaning)?;
        write!(f, "  Ví dụ: {place}{message}\n  Việc cần làm: {}", self.remedy())
    }
}

/// All codes with their explanations, sorted by code.
pub fn catalogue() -> impl Iterator<Item = Entry> {
    rows(TABLE).map(|[code, meaning, severity, clause, path, term, message]| Entry {
        meaning,
        example: Problem {
            code,
            path: Path::from(path),
            term: Some(term.to_owned()).filter(|term| !term.is_empty()),
            clause,
            severity: if severity == "error" { Severity::Error } else { Severity::Warning },
            message: message.to_owned(),
            place: None,
            cells: Vec::new(),
            english: None,
            in_form: None,
        },
    })
}

/// The explanation of a code, or `None` if there is no such code.
#[must_use]
pub fn explain(code: &str) -> Option<Entry> {
    catalogue().find(|entry| entry.example.code == code)
}

/// The codes that are most similar to `code`, the most similar one first; at most five. Use it for a misspelt
/// code.
///
/// ```
/// assert_eq!(vanban::error::nearest("signature.mising")[0], "signature.missing");
/// ```
#[must_use]
pub fn nearest(code: &str) -> Vec<&'static str> {
    const MOST: usize = 5;
    let mut left: Vec<&'static str> = catalogue().map(|entry| entry.example.code).collect();
    let mut found = Vec::new();
    while let Some(next) = near(code, left.iter().copied()).filter(|_| found.len() < MOST) {
        left.retain(|known| *known != next);
        found.push(next);
    }
    let words: Vec<&str> = code.split(['.', '_']).filter(|word| word.len() > 2).collect();
    let shared =
        |known: &str| words.iter().filter(|word| known.split(['.', '_']).any(|own| own == **word)).count();
    left.sort_by_key(|known| std::cmp::Reverse(shared(known)));
    found.extend(left.into_iter().filter(|known| shared(known) > 0));
    found.truncate(MOST);
    found
}

/// Code, meaning, severity, clause, place, its term and sentence of an example, a line each, below a head.
const TABLE: &str = include_str!("catalogue.tsv");
