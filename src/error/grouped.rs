//! Equal problems at several places, reported once.

use std::collections::HashMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Problem, Severity};

/// So many places are named; the others are counted.
const MOST: usize = 10;

/// So many different fields of one record are: who fills it in wants to know of each.
const FIELDS: usize = 40;

/// The printed text of a problem: its sentence and its place, without the record. It prints like the problem
/// and can be stored in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// `lỗi` or `cảnh báo`, in English `error` or `warning`; empty for what is said of a record but is no problem of it.
    head: String,
    /// Where, with the term of its field.
    place: String,
    /// Where, without the term.
    bare: String,
    term: String,
    /// The sentence, with its clause and code.
    said: String,
    /// Whether it is the sentence for developers.
    #[serde(default)]
    english: bool,
}

impl Remark {
    /// A remark about a record as a whole that is not a problem.
    #[must_use]
    pub fn plain(said: impl Into<String>) -> Remark {
        let (head, place, bare, term, english) = Default::default();
        Remark { head, place, bare, term, said: said.into(), english }
    }

    /// Whether the text is English, for developers.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.english
    }

    /// The text for developers: English, with the path and without the field's Vietnamese term, if the
    /// problem has an English sentence; else the Vietnamese text.
    ///
    /// ```
    /// use vanban::error::Remark;
    /// let error = vanban::AnyRecord::from_json("[]").unwrap_err();
    /// let remark = Remark::in_english(&error.problems()[0]);
    /// assert_eq!(remark.to_string(), "error: the record must be an object {…} [shape.wrong_type]");
    /// ```
    #[must_use]
    pub fn in_english(problem: &Problem) -> Remark {
        let remark = Remark::from(problem);
        let Some(said) = problem.in_english() else { return remark };
        let head = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        Remark {
            head: head.to_owned(),
            place: remark.bare.clone(),
            said: format!("{said} [{}]", problem.code),
            english: true,
            ..remark
        }
    }
}

impl From<&Problem> for Remark {
    fn from(problem: &Problem) -> Remark {
        let Problem { code, severity, clause, message, .. } = problem;
        Remark {
            head: severity.term().to_owned(),
            place: problem.whereabouts(),
            bare: problem.bare_place(),
            term: problem.term.clone().unwrap_or_default(),
            said: format!("{message} [{clause}; {code}]"),
            english: false,
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.head, &self.place].into_iter().filter(|part| !part.is_empty()) {
            write!(f, "{part}: ")?;
        }
        f.write_str(&self.said)
    }
}

/// Equal remarks at several places. It prints as one line in Vietnamese, with the count and the first places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    count: usize,
    /// The first places, each with what its record is called.
    first: Vec<(String, Remark)>,
    /// Whether all of them are at one place of their records.
    alike: bool,
    /// Whether a record has a name.
    named: bool,
}

impl Repeated {
    /// The number of places, at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    fn add(&mut self, record: &str, remark: &Remark) {
        self.count += 1;
        self.alike &= self.first.first().is_some_and(|(_, first)| first.place == remark.place);
        self.named |= !record.is_empty();
        let is_another_field =
            || self.first.iter().all(|(of, known)| of == record && known.term != remark.term);
        if self.first.len() < MOST || (self.first.len() < FIELDS && is_another_field()) {
            self.first.push((record.to_owned(), remark.clone()));
        }
    }
}

/// Collects remarks and groups equal ones, in the order of their first occurrence. The memory does not grow
/// with the number of remarks.
///
/// ```
/// use vanban::error::{Groups, Remark};
/// let mut groups = Groups::at_most(100);
/// for row in 1..=1_000_000 {
///     groups.add(&format!("dòng {row}"), &Remark::plain("chưa ghi số"));
/// }
/// assert!(groups.iter().next().unwrap().to_string().starts_with("1000000 chỗ: dòng 1, dòng 2, dòng 3, "));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Groups {
    groups: Vec<Repeated>,
    known: HashMap<(String, String), usize>,
    most: Option<usize>,
    left: usize,
}

impl Groups {
    /// An empty collection that keeps at most `most` different remarks. Any further remark is only counted.
    #[must_use]
    pub fn at_most(most: usize) -> Groups {
        Groups { most: Some(most), ..Groups::default() }
    }

    /// Adds a remark. `record` is the name of its record (`dòng 5`), or empty if there is only one record.
    pub fn add(&mut self, record: &str, remark: &Remark) {
        let key = (remark.head.clone(), remark.said.clone());
        if let Some(group) = self.known.get(&key).and_then(|&at| self.groups.get_mut(at)) {
            return group.add(record, remark);
        }
        if self.most.is_some_and(|most| self.groups.len() >= most) {
            self.left += 1;
            return;
        }
        self.known.insert(key, self.groups.len());
        let (first, named) = (vec![(record.to_owned(), remark.clone())], !record.is_empty());
        self.groups.push(Repeated { count: 1, first, alike: true, named });
    }

    /// The different remarks, each with its places.
    pub fn iter(&self) -> impl Iterator<Item = &Repeated> {
        self.groups.iter()
    }

    /// The number of remarks that are only counted.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left
    }
}

/// Groups problems that are equal in everything but their place. Each problem comes with the name of its record
/// (`dòng 5`), or `""` if there is only one record. The order stays.
///
/// ```
/// use vanban::error::{Problems, grouped};
/// let mut problems = Problems::default();
/// for row in 0..3 {
///     let path = vanban::error::Path::at("rows").index(row);
///     problems.error("own.code", path, "quy ước", "chưa ghi lý do");
/// }
/// let problems = problems.into_vec();
/// let grouped = grouped(problems.iter().map(|problem| ("", problem)));
/// assert_eq!((grouped.len(), grouped[0].count()), (1, 3));
/// assert_eq!(
///     grouped[0].to_string(),
///     "lỗi, 3 chỗ: rows[0], rows[1], rows[2]: chưa ghi lý do [quy ước; own.code]"
/// );
/// ```
#[must_use]
pub fn grouped<'a>(problems: impl IntoIterator<Item = (&'a str, &'a Problem)>) -> Vec<Repeated> {
    let mut groups = Groups::default();
    for (record, problem) in problems {
        groups.add(record, &Remark::from(problem));
    }
    groups.groups
}

impl fmt::Display for Repeated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((record, first)) = self.first.first() else { return Ok(()) };
        if self.count == 1 {
            return match record.is_empty() {
                true => write!(f, "{first}"),
                false => write!(f, "{record}: {first}"),
            };
        }
        if !first.head.is_empty() {
            write!(f, "{}, ", first.head)?;
        }
        let listed = self.listed(&first.place);
        let colon = if listed.is_empty() { "" } else { ": " };
        let places = if first.english { "places" } else { "chỗ" };
        write!(f, "{} {places}: {listed}{colon}{}", self.count, first.said)
    }
}

impl Repeated {
    /// The first places, and how many more there are; `own` is where the first one is.
    fn listed(&self, own: &str) -> String {
        let places: Vec<String> = self
            .first
            .iter()
            .enumerate()
            .map(|(index, (record, remark))| {
                // The field is named once, behind the last of its places in a row.
                let next =
                    self.first.get(index + 1).filter(|(of, it)| of == record && it.term == remark.term);
                let place = match next {
                    _ if self.alike => "",
                    Some(_) => &remark.bare,
                    None => &remark.place,
                };
                [record, place].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
            })
            .filter(|place| !place.is_empty())
            .collect();
        // A record's name and a place in it belong together.
        let pairs = !self.alike && self.named;
        let mut listed = places.join(if pairs { "; " } else { ", " });
        let more = self.count - self.first.len();
        if more > 0 {
            let english = self.first.first().is_some_and(|(_, first)| first.english);
            listed += &if english { format!(" and {more} more") } else { format!(" và {more} chỗ khác") };
        }
        if self.alike && !own.is_empty() {
            listed = if listed.is_empty() { own.to_owned() } else { format!("{listed}: {own}") };
        }
        listed
    }
}
