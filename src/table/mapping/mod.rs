//! Which column of a table goes where in a record.

mod fill;
mod fit;
mod reasons;
mod syntax;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Deserialize;
use serde_json::Value;

pub(super) use self::fill::Filled;
pub(super) use self::fit::{Fitted, criterion};
use super::Error;
use super::rows::{Header, normal};
use crate::text::slug;

/// Which column of a table goes where in a record, as its file says it: `[columns]` names the place of each
/// column, `[constants]` what is the same in every record, `ignore` the columns that are left out.
///
/// `header = 3` or `header = "5..6"` names the rows of the header, `rows = "5..46"` those of the records, where they
/// are not found by themselves. `kind` is the kind of the records. `name` is the column that begins the names of the
/// files.
///
/// Of evaluation forms, `scores = "1.1..8.3"` names the first and the last column of scores, whose names are the
/// criteria's; `notes` the column that has the reasons of all criteria; `forms = ["self", "superior"]` makes Mẫu 1
/// and Mẫu 2 of each row. Among the places, `total` and `rating` are compared with what the scores come to, and
/// `superior.…` is a place in Mẫu 2.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The kind of the records.
    #[serde(default)]
    kind: Option<String>,
    /// The rows of the header.
    #[serde(default)]
    header: Option<Value>,
    /// The rows of the records.
    #[serde(default)]
    rows: Option<String>,
    /// Which forms are made of a row, by who scores.
    #[serde(default)]
    forms: Vec<String>,
    /// The column that begins the names of the files.
    #[serde(default)]
    name: String,
    /// The columns of scores: the first and the last.
    #[serde(default)]
    pub(super) scores: String,
    /// The column of the reasons for missing points.
    #[serde(default)]
    pub(super) notes: String,
    /// Columns that are left out.
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    /// Place in the record, of each column.
    #[serde(default)]
    pub(super) columns: BTreeMap<String, String>,
    /// Values that are the same in every record, by their place.
    #[serde(default)]
    constants: BTreeMap<String, Value>,
    /// Values where neither a column nor a constant gives one.
    #[serde(skip)]
    pub(super) defaults: BTreeMap<String, Value>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`Error::Mapping`] where the text is no TOML or not that of a mapping, with the line.
    pub fn from_toml(text: &str) -> Result<Mapping, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let mapping: Mapping =
            toml::from_str(text).map_err(|error| Error::Mapping(vec![syntax::told(text, &error)]))?;
        let wrong = mapping.wrong_rows();
        if wrong.is_empty() { Ok(mapping) } else { Err(Error::Mapping(wrong)) }
    }

    /// With a value for a place that neither a column nor a constant fills, nor the table itself says.
    #[must_use]
    pub fn with_default(mut self, place: &str, value: impl Into<Value>) -> Mapping {
        self.defaults.insert(place.to_owned(), value.into());
        self
    }

    /// With a value for a place, whatever the mapping says of it.
    #[must_use]
    pub fn with_constant(mut self, place: &str, value: impl Into<Value>) -> Mapping {
        self.columns.retain(|_, known| known != place);
        self.constants.insert(place.to_owned(), value.into());
        self
    }

    /// The kind of the records, where it says so.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Whether it has a value for a place, or for all that stands there.
    pub(super) fn gives(&self, place: &str) -> bool {
        let within = |known: &String| {
            known == place
                || place.strip_prefix(known.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        self.constants.keys().chain(self.defaults.keys()).any(within)
    }

    /// Whether it says nothing of columns: they are called as an office calls them.
    pub(super) fn is_bare(&self) -> bool {
        self.columns.is_empty() && self.scores.is_empty() && self.notes.is_empty() && self.ignore.is_empty()
    }

    /// Whether it knows a column of this name.
    pub(super) fn names(&self, name: &str) -> bool {
        let others = self.ignore.iter().chain([&self.name, &self.notes]).map(String::as_str);
        let scores = self.scores.split("..").map(str::trim);
        self.columns.keys().map(String::as_str).chain(others).chain(scores).any(|known| same(known, name))
    }

    /// The first row of the header, and the last where it is named too.
    pub(super) fn header(&self) -> Option<(usize, Option<usize>)> {
        match self.header.as_ref()? {
            Value::Number(row) => Some((usize::try_from(row.as_u64()?).ok()?, None)),
            Value::String(rows) => span(rows).map(|rows| (*rows.start(), Some(*rows.end()))),
            _ => None,
        }
    }

    /// The rows of the records.
    pub(super) fn rows(&self) -> Option<RangeInclusive<usize>> {
        span(self.rows.as_deref()?)
    }

    fn wrong_rows(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.header.is_some()
            && self
                .header()
                .is_none_or(|(first, last)| first == 0 || last.is_some_and(|last| last > first + 9))
        {
            wrong.push(
                "header: hãy ghi số của dòng tiêu đề, ví dụ header = 3 hoặc header = \"5..6\"".to_owned(),
            );
        }
        if self.rows.is_some() && self.rows().is_none() {
            wrong.push("rows: hãy ghi dòng đầu và dòng cuối, ví dụ rows = \"5..46\"".to_owned());
        }
        wrong
    }
}

/// Rows as somebody names them: `5..46`, `5-46`, `7`.
fn span(text: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = text.split_once("..").or_else(|| text.split_once(['-', '–'])).unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().trim_start_matches('=').parse().ok()?);
    (first >= 1 && first <= last).then_some(first..=last)
}

/// Whether a mapping means a column by this name: it may leave out the group's name, and write capitals as it likes.
fn same(known: &str, name: &str) -> bool {
    let (known, name) = (normal(known), normal(name));
    !known.is_empty()
        && (known == name || leaf(&name) == known || slug(&known) == slug(&name) && !slug(&known).is_empty())
}

/// A column's own name, without its group's.
pub(super) fn leaf(name: &str) -> &str {
    name.rsplit_once(" / ").map_or(name, |(_, leaf)| leaf)
}

/// The columns that a name means: those called so, else those whose own name it is, else those that differ in
/// capitals and marks alone.
fn positions(header: &Header, name: &str) -> Vec<usize> {
    let name = normal(name);
    let by = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let names = header.names().iter().enumerate();
        names.filter(|(_, known)| !known.is_empty() && is(known)).map(|(index, _)| index).collect()
    };
    let wanted = slug(&name);
    let ways: [&dyn Fn(&str) -> bool; 3] = [&|known| known == name, &|known| leaf(known) == name, &|known| {
        slug(known) == wanted && !wanted.is_empty()
    }];
    ways.iter().map(|is| by(is)).find(|found| !found.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
