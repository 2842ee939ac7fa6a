//! Which column of a table goes where in a record.

mod among;
mod blank;
mod fill;
mod fit;
mod fitting;
mod formed;
mod points;
mod reasons;
mod remedy;
mod said;
mod syntax;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Deserialize;
use serde_json::Value;

pub(super) use self::blank::BLANK;
pub(super) use self::fill::Filled;
pub(super) use self::fit::Fitted;
pub(super) use self::fitting::criterion;
pub(super) use self::remedy::in_mapping;
pub(super) use self::said::word;
use super::Error;
use super::rows::{Header, letters, normal};
use crate::text::slug;

/// A mapping: which column of a table belongs to which place in a record. It is a TOML file. It names a
/// column by its header or by its letter (`cột F`).
///
/// | key | meaning |
/// |---|---|
/// | `[columns]` | the place in the record for each column |
/// | `[constants]` | values that are the same in every record |
/// | `ignore` | columns that are left out |
/// | `header = 3`, `header = "5..6"` | the row or rows of the header, if they are not found automatically |
/// | `rows = "5..46"` | the first and the last row of the records, if they are not found automatically |
/// | `kind` | the name of the records' kind: `resolution` |
/// | `name` | the column that begins the names of the files |
///
/// For evaluation forms:
///
/// | key | meaning |
/// |---|---|
/// | `scores = "1.1..8.3"` | the first and the last column of scores, which have the numbers of criteria as names |
/// | `notes` | the column with the reasons for missing points, of all criteria |
/// | `forms = ["self", "superior"]` | makes two forms: of the chi bộ (Mẫu 1), of its superior (Mẫu 2) |
/// | the place `total`, `rating` | is compared with the total and the rating of the scores |
/// | the place `superior.…` | is a place in Mẫu 2 |
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
    /// Columns that gave what a constant of the caller gives now.
    #[serde(skip)]
    pub(super) replaced: Vec<String>,
    /// Whether forms are made to be filled in.
    #[serde(skip)]
    pub(super) blank: bool,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`Error::Mapping`] with the line, if the text is not TOML or not a mapping.
    pub fn from_toml(text: &str) -> Result<Mapping, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let mapping: Mapping =
            toml::from_str(text).map_err(|error| Error::Mapping(vec![syntax::told(text, &error)]))?;
        let wrong = mapping.wrong_rows();
        if wrong.is_empty() { Ok(mapping) } else { Err(Error::Mapping(wrong)) }
    }

    /// Adds a default for a place in the record (`issuer.name`). It is used if no column, no constant and not
    /// the table itself gives a value for the place.
    #[must_use]
    pub fn with_default(mut self, place: &str, value: impl Into<Value>) -> Mapping {
        self.defaults.insert(place.to_owned(), value.into());
        self
    }

    /// With values as [`Mapping::with_default`].
    pub(super) fn with_defaults(mut self, values: Vec<(String, Value)>) -> Mapping {
        self.defaults.extend(values);
        self
    }

    /// Sets the value of a place, whatever the mapping says. A column that is mapped to the place is ignored.
    #[must_use]
    pub fn with_constant(mut self, place: &str, value: impl Into<Value>) -> Mapping {
        let replaced = self.columns.iter().filter(|(_, known)| *known == place).map(|(name, _)| name.clone());
        self.replaced.extend(replaced);
        self.columns.retain(|_, known| known != place);
        self.constants.insert(place.to_owned(), value.into());
        self
    }

    /// Makes blank forms to be sent out. Names, office and month come from the table. Date, figures of the
    /// session, points and notes are left open, whatever the table says. It has no effect on kinds whose rows
    /// are not scored sessions.
    #[must_use]
    pub fn left_open(mut self) -> Mapping {
        self.blank = true;
        self
    }

    /// The name of the records' kind (`resolution`), if the mapping has one.
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
        self.columns
            .keys()
            .map(String::as_str)
            .chain(others)
            .chain(scores)
            .any(|known| is_called(name, known))
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
        let header = self.header.as_ref();
        if let Some((first, last)) = header.and_then(Value::as_str).and_then(reversed) {
            wrong.push(format!(
                "header: dòng {first} đứng sau dòng {last}; hãy ghi header = \"{last}..{first}\""
            ));
        } else if header.is_some()
            && self
                .header()
                .is_none_or(|(first, last)| first == 0 || last.is_some_and(|last| last > first + 9))
        {
            wrong.push(
                "header: hãy ghi số của dòng tiêu đề, ví dụ header = 3 hoặc header = \"5..6\"".to_owned(),
            );
        }
        if let Some((first, last)) = self.rows.as_deref().and_then(reversed) {
            wrong
                .push(format!("rows: dòng {first} đứng sau dòng {last}; hãy ghi rows = \"{last}..{first}\""));
        } else if self.rows.is_some() && self.rows().is_none() {
            wrong.push("rows: hãy ghi dòng đầu và dòng cuối, ví dụ rows = \"5..46\"".to_owned());
        }
        wrong
    }
}

/// Rows as somebody names them: `5..46`, `5-46`, `7`.
fn span(text: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = ends(text)?;
    (first >= 1 && first <= last).then_some(first..=last)
}

/// The ends of a span that was written from its end to its beginning.
fn reversed(text: &str) -> Option<(usize, usize)> {
    ends(text).filter(|(first, last)| first > last && *last >= 1)
}

fn ends(text: &str) -> Option<(usize, usize)> {
    let (first, last) = text.split_once("..").or_else(|| text.split_once(['-', '–'])).unwrap_or((text, text));
    Some((first.trim().parse().ok()?, last.trim().trim_start_matches('=').parse().ok()?))
}

/// A column's name, then without its first group's, and so on to its own alone.
pub(super) fn tails(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |rest| rest.split_once(" / ").map(|(_, rest)| rest))
}

/// A column's own name, without its groups'.
pub(super) fn leaf(name: &str) -> &str {
    tails(name).last().unwrap_or(name)
}

/// How a name means a column: by the whole of its name, by the last parts of it, by these in other capitals and marks,
/// or with groups before it that the column has not. The least is the surest.
fn meant(column: &str, name: &str) -> Option<usize> {
    if column.is_empty() || name.is_empty() {
        return None;
    }
    let wanted = || Some(slug(name)).filter(|wanted| !wanted.is_empty());
    let ways: [&dyn Fn() -> bool; 4] = [
        &|| column == name,
        &|| tails(column).any(|tail| tail == name),
        &|| wanted().is_some_and(|wanted| tails(column).any(|tail| slug(tail) == wanted)),
        &|| column.contains(" / ") && tails(name).any(|tail| tail == column),
    ];
    ways.iter().position(|is| is())
}

/// Whether a mapping means a column by this name: it may leave out the groups' names, and write capitals as it likes.
fn is_called(column: &str, name: &str) -> bool {
    meant(&normal(column), &normal(name)).is_some()
}

/// The columns that a name means: those that it means most surely, else the one whose letter it is.
fn positions(header: &Header, name: &str) -> Vec<usize> {
    let name = normal(name);
    let ways: Vec<Option<usize>> = header.names().iter().map(|known| meant(known, &name)).collect();
    match ways.iter().flatten().min() {
        Some(surest) => (0..ways.len()).filter(|index| ways[*index] == Some(*surest)).collect(),
        None => lettered(&name).filter(|index| header.has(*index)).into_iter().collect(),
    }
}

/// The column that a mapping calls by its letter: `cột F`.
fn lettered(name: &str) -> Option<usize> {
    const LONGEST: usize = 3;
    let name = slug(name);
    let letters = name.strip_prefix("cot-").filter(|letters| (1..=LONGEST).contains(&letters.len()))?;
    let figure = |letter: u8| letter.is_ascii_lowercase().then(|| usize::from(letter - b'a') + 1);
    let count = letters.bytes().try_fold(0, |count, letter| Some(count * 26 + figure(letter)?))?;
    Some(count - 1)
}

/// What a mapping calls a column so that no other is meant: its name, else its letter.
pub(super) fn called(header: &Header, index: usize) -> String {
    match header.names().get(index) {
        Some(name) if positions(header, name) == [index] => name.clone(),
        _ => format!("cột {}", letters(index)),
    }
}

#[cfg(test)]
mod tests;
