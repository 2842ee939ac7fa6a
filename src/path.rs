//! A place in a record, as a type.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// A place in a record: `sections[0].heading`. The record itself is `.`.
///
/// ```
/// use vanban::error::Path;
/// let path = Path::at("members").index(3).field("name");
/// assert_eq!(path.to_string(), "members[3].name");
/// assert_eq!(Path::from("members[3].name"), path);
/// assert!(path.starts_with(&Path::at("members")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<PathStep>);

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// Into a field, by its name.
    Field(Cow<'static, str>),
    /// Into an element of a list, from 0.
    Index(usize),
}

impl Path {
    /// The record itself.
    #[must_use]
    pub fn root() -> Path {
        Path::default()
    }

    /// A field of the record.
    #[must_use]
    pub fn at(name: impl Into<Cow<'static, str>>) -> Path {
        Path::root().field(name)
    }

    /// A field of the value at this path.
    #[must_use]
    pub fn field(&self, name: impl Into<Cow<'static, str>>) -> Path {
        self.with(PathStep::Field(name.into()))
    }

    /// An element of the list at this path, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Path {
        self.with(PathStep::Index(index))
    }

    /// This path, followed by `inner`: `parts[0]` joined with `sections` is `parts[0].sections`.
    #[must_use]
    pub fn join(&self, inner: &Path) -> Path {
        Path(self.0.iter().chain(&inner.0).cloned().collect())
    }

    /// Whether `outer` is this path or contains it.
    #[must_use]
    pub fn starts_with(&self, outer: &Path) -> bool {
        self.0.starts_with(&outer.0)
    }

    /// The steps from the record to this path.
    #[must_use]
    pub fn steps(&self) -> &[PathStep] {
        &self.0
    }

    /// The path as a JSON pointer (RFC 6901): `/sections/0/heading`. The record itself is the empty text.
    ///
    /// ```
    /// # use vanban::error::Path;
    /// assert_eq!(Path::from("members[3].name").pointer(), "/members/3/name");
    /// ```
    #[must_use]
    pub fn pointer(&self) -> String {
        let step = |step: &PathStep| match step {
            PathStep::Field(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            PathStep::Index(index) => format!("/{index}"),
        };
        self.0.iter().map(step).collect()
    }

    /// Another field where this one is.
    pub(crate) fn beside(&self, name: &str) -> Path {
        let outer = self.0.split_last().map(|(_, outer)| outer).unwrap_or_default();
        outer.iter().cloned().collect::<Path>().field(name.to_owned())
    }

    /// The last field on the way to this place; none for the record itself.
    pub(crate) fn last_field(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|step| match step {
            PathStep::Field(name) => Some(name.as_ref()),
            PathStep::Index(_) => None,
        })
    }

    fn with(&self, step: PathStep) -> Path {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Path(steps)
    }
}

/// Where a walk through a value is. It borrows its names, so that a walk makes no path until one is needed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Here<'a> {
    Record,
    Field(&'a Here<'a>, &'a str),
    Index(&'a Here<'a>, usize),
}

impl From<&Here<'_>> for Path {
    fn from(here: &Here<'_>) -> Path {
        match here {
            Here::Record => Path::root(),
            Here::Field(outer, name) => Path::from(*outer).field((*name).to_owned()),
            Here::Index(outer, index) => Path::from(*outer).index(*index),
        }
    }
}

impl FromIterator<PathStep> for Path {
    fn from_iter<I: IntoIterator<Item = PathStep>>(steps: I) -> Path {
        Path(steps.into_iter().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(".");
        }
        for (index, step) in self.0.iter().enumerate() {
            match step {
                PathStep::Field(name) if index == 0 => f.write_str(name)?,
                PathStep::Field(name) => write!(f, ".{name}")?,
                PathStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Reads the text of a path. What is no index in brackets is part of a name: every text is a path.
impl From<&str> for Path {
    fn from(text: &str) -> Path {
        let mut steps = Vec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (name, indices) = indices(part);
            if !name.is_empty() {
                steps.push(PathStep::Field(name.to_owned().into()));
            }
            steps.extend(indices.into_iter().map(PathStep::Index));
        }
        Path(steps)
    }
}

impl From<String> for Path {
    fn from(text: String) -> Path {
        Path::from(text.as_str())
    }
}

impl From<&Path> for Path {
    fn from(path: &Path) -> Path {
        path.clone()
    }
}

/// A name and the indices behind it.
fn indices(part: &str) -> (&str, Vec<usize>) {
    let (mut name, mut indices) = (part, Vec::new());
    while let Some((rest, index)) = name.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
        let Ok(index) = index.parse() else { break };
        indices.push(index);
        name = rest;
    }
    indices.reverse();
    (name, indices)
}

impl PartialEq<str> for Path {
    fn eq(&self, text: &str) -> bool {
        let place = Path::from(text);
        *self == place
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_written_and_read() {
        for (path, text) in [
            (Path::root(), "."),
            (Path::at("member").field("name").index(3), "member.name[3]"),
            (Path::at("rows").index(0).index(12).field("note"), "rows[0][12].note"),
            (Path::root().index(2).field("a"), "[2].a"),
        ] {
            assert_eq!(path.to_string(), text);
            assert_eq!(Path::from(text), path);
            assert_eq!(path, text);
            assert_eq!(serde_json::to_value(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_walk_tells_where_it_is() {
        let rows = Here::Field(&Here::Record, "rows");
        let row = Here::Index(&rows, 3);
        assert_eq!(Path::from(&Here::Field(&row, "note")), Path::at("rows").index(3).field("note"));
    }

    #[test]
    fn what_is_no_index_is_a_name() {
        for text in ["a[x]", "a]", "a[", "a[1]b", "a[-1]", "a[99999999999999999999999]", "?"] {
            assert_eq!(Path::from(text).steps(), [PathStep::Field(text.to_owned().into())]);
        }
    }

    #[test]
    fn places_hold_each_other() {
        let inner = Path::at("a").index(1).field("b");
        assert!(inner.starts_with(&Path::root()) && inner.starts_with(&inner));
        assert!(inner.starts_with(&Path::at("a").index(1)));
        assert!(!inner.starts_with(&Path::at("a").index(10)) && !Path::at("ab").starts_with(&Path::at("a")));
        assert_eq!(Path::at("a").join(&Path::root().index(1).field("b")), inner);
        assert!(Path::at("a").index(2) < Path::at("a").index(10));
    }

    proptest! {
        #[test]
        fn every_text_is_a_path(text in any::<String>()) {
            let path = Path::from(text);
            prop_assert_eq!(Path::from(path.to_string()), path);
        }
    }
}
