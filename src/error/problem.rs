//! [`Problem`]: what is wrong with a record, where it is, and what to do.

use std::fmt;

use serde::Serialize;

use super::{TableCell, remedies};
use crate::path::Path;
use crate::text::Said;

/// A fault of a record, or something that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The stable name of the problem: `signature.position_has_body`.
    pub code: &'static str,
    /// The place in the record: `signature.position`.
    pub path: Path,
    /// The Vietnamese name of the field: `chức vụ`. It comes from the schema of the record's kind; an element
    /// of a list has the name of its list. `None` for the record as a whole, for a field that the kind does not
    /// have, and for a field of a caller's kind without a title.
    pub term: Option<String>,
    /// The clause of the guidance, such as `05-HD/VPTW II.I.7.1.2`; `quy ước` for a convention.
    pub clause: &'static str,
    /// Whether it stops the document.
    pub severity: Severity,
    /// A sentence in Vietnamese: what was found and what is expected.
    pub message: String,
    /// The place in a table, if the record was read from one: `cột “Số” (B7), “x”`. It is printed instead of
    /// the path. If it is empty (no cell has the value), only the field's term is printed.
    pub place: Option<String>,
    /// The cells that the place is of.
    pub(crate) cells: Vec<TableCell>,
    /// The sentence for developers.
    pub(crate) english: Option<String>,
    /// The sentence for who fills in a form, where that is another.
    pub(crate) in_form: Option<String>,
}

impl Problem {
    /// The sentence in English, for developers: what was found, what is expected, what to do. Only faults in
    /// the shape of a record's JSON have one (codes `shape.*`). `None` for all others, for a fault that a
    /// caller's own type reports, and for the value of a table cell.
    #[must_use]
    pub fn in_english(&self) -> Option<&str> {
        self.english.as_deref()
    }

    /// The cell of a table that has the problem; the first one if there are several. `None` if the record is
    /// not from a table, or if no cell has the value.
    #[must_use]
    pub fn cell(&self) -> Option<&TableCell> {
        self.cells.first()
    }

    /// All cells that have the problem. If several cells of a row are blank together, only the first one.
    #[must_use]
    pub fn cells(&self) -> &[TableCell] {
        &self.cells
    }

    /// The sentence for a person who sees the field itself, in a form or a table. It is Vietnamese and has no
    /// JSON words. Faults in the shape of a record (codes `shape.*`) have a separate sentence here (`chưa
    /// ghi`); most others are equal to `message`. In JSON it is `in_form`, if it differs.
    ///
    /// ```
    /// use vanban::Renderer;
    /// let preview = Renderer::new().preview(r#"{"kind": "notice", "date": "5/6"}"#)?;
    /// let at = |path: &str| preview.problems().iter().find(|problem| problem.path == path).unwrap();
    /// assert_eq!(at("date").at_its_field(), "phải là ngày, ví dụ “05/6/2026”; hiện là “5/6”");
    /// assert_eq!(at("place").at_its_field(), "chưa ghi");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[must_use]
    pub fn at_its_field(&self) -> &str {
        self.in_form.as_deref().unwrap_or(&self.message)
    }

    /// Whether it stops the document.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The place, as the printed problem begins: the path and the term of the field (`signature.name (họ và tên
    /// người ký)`), or the place in a table. Empty if the problem concerns the record as a whole.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        let term = self.term.as_deref().unwrap_or_default();
        let place = self.bare_place();
        match &self.place {
            Some(_) if place.is_empty() => term.to_owned(),
            // No term twice in a row: a caller's field may have the term for its name.
            None if !place.is_empty()
                && !term.is_empty()
                && !self.begins_with(term)
                && place.replace('_', " ").to_lowercase() != term =>
            {
                format!("{place} ({term})")
            }
            _ => place,
        }
    }

    /// The place in a table, else the path, without the term.
    pub(super) fn bare_place(&self) -> String {
        match &self.place {
            Some(place) => place.clone(),
            None if self.path.steps().is_empty() => String::new(),
            None => self.path.to_string(),
        }
    }

    /// Whether the sentence begins with these words.
    fn begins_with(&self, words: &str) -> bool {
        self.message
            .to_lowercase()
            .strip_prefix(words)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }

    /// What to do, in Vietnamese: from the sentence, or from the catalogue.
    #[must_use]
    pub fn remedy(&self) -> &str {
        // What the record itself says stands in quotes.
        let outside = |start: &usize| {
            let before = self.message.get(..*start).unwrap_or_default();
            before.matches('“').count() == before.matches('”').count()
        };
        let mut starts = self.message.match_indices("hãy ").map(|(start, _)| start);
        let said = starts.find(outside).and_then(|start| self.message.get(start..));
        said.or_else(|| remedies::of(self.code)).unwrap_or("hãy xem lại mục này")
    }
}

/// Words of JSON that many sentences name, and what a form says instead.
const JSON: [(&str, &str); 3] = [
    ("hoặc “by_hand” để ghi bằng bút", "hoặc để ghi bằng bút"),
    ("hoặc ghi auto", "hoặc để trống bề rộng"),
    ("phải là auto, từ", "phải từ"),
];

/// How JSON writes a picture: who chooses a file never sees that.
const PICTURE: &str = "dạng base64";

/// A sentence as a form says it, where it names one of these words.
fn in_form(message: &str) -> Option<String> {
    if message.contains(PICTURE) {
        return Some("không đọc được ảnh này; hãy chọn tệp khác".to_owned());
    }
    let (word, said) = JSON.into_iter().find(|(word, _)| message.contains(word))?;
    Some(message.replace(word, said))
}

/// Whether a problem stops the document. In JSON `warning` or `error`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// The document can be made, but somebody should look at it.
    Warning,
    /// The document is not made.
    Error,
}

impl Severity {
    /// The Vietnamese name: `cảnh báo`, `lỗi`.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Severity::Warning => "cảnh báo",
            Severity::Error => "lỗi",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.severity.term())?;
        let place = self.whereabouts();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} [{}; {}]", self.message, self.clause, self.code)
    }
}

/// A list of problems to which rules add, each with its path.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// Adds a problem that stops the document.
    pub fn error(
        &mut self,
        code: &'static str,
        path: impl Into<Path>,
        clause: &'static str,
        message: impl Into<String>,
    ) {
        self.push(Severity::Error, code, path.into(), clause, message.into());
    }

    /// Adds a problem that somebody should look at.
    pub fn warning(
        &mut self,
        code: &'static str,
        path: impl Into<Path>,
        clause: &'static str,
        message: impl Into<String>,
    ) {
        self.push(Severity::Warning, code, path.into(), clause, message.into());
    }

    /// Notes something that is not of a record's shape.
    pub(crate) fn shape(&mut self, code: &'static str, path: impl Into<Path>, said: Said) {
        self.error(code, path, "quy ước", said.vietnamese);
        if let Some(problem) = self.list.last_mut() {
            problem.english = Some(said.english);
            problem.in_form = (said.in_form != problem.message).then_some(said.in_form);
        }
    }

    /// Says the last problem in other words to who sees its field: the sentence has a word of JSON.
    pub(crate) fn at_its_field(&mut self, sentence: impl Into<String>) {
        if let Some(problem) = self.list.last_mut() {
            problem.in_form = Some(sentence.into());
        }
    }

    /// Notes a problem that was found elsewhere.
    pub(crate) fn add(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        path: Path,
        clause: &'static str,
        message: String,
    ) {
        let (term, place, cells, english) = Default::default();
        let in_form = in_form(&message);
        self.list.push(Problem {
            code,
            path,
            term,
            clause,
            severity,
            message,
            place,
            cells,
            english,
            in_form,
        });
    }

    /// All problems, in the order in which they were added.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::Problems;

    #[test]
    fn a_remedy_is_said_or_known_or_to_look_again() {
        let remedy = |code, message: &str| {
            let mut problems = Problems::default();
            problems.error(code, "name", "quy ước", message);
            problems.into_vec().remove(0).remedy().to_owned()
        };
        assert_eq!(remedy("number.zero", "không có số 0"), "hãy đánh số từ 1");
        assert_eq!(remedy("number.zero", "không có số 0; hãy bỏ số"), "hãy bỏ số");
        assert_eq!(remedy("own", "“hãy ký” không đúng; hãy bỏ “hãy ký”"), "hãy bỏ “hãy ký”");
        assert_eq!(remedy("own", "“hãy ký” không đúng"), "hãy xem lại mục này");
    }
}
