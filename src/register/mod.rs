//! Sổ đăng ký văn bản đi: the register of a body's documents: the numbers in use, and the next number. It reads no file
//! and no clock: you keep it as JSON.
//!
//! Documents are numbered from 01 in one series for each type and term of office. A congress (`ĐH`) has one series for
//! all types, and copies (`BS`) have one for all copies (05-HD/VPTW II.I.3.1.1). Since 2026 decisions (Quyết định) and
//! regulations (Quy định) have the same code, `QĐ`. The guidance leaves open whether they share a series, so the
//! register holds the office's choice ([`Decisions`]).
//!
//! ```
//! use vanban::register::{Entry, Register};
//! let mut register = Register::new().first("NQ", 47);
//! let paper = |number| Entry::new(number, "Nghị quyết", "CB", "lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026");
//! assert_eq!(register.next(&paper(0)), 47);
//! register.enter(paper(47)).unwrap();
//! register.enter(paper(49)).unwrap();
//! let taken = register.enter(paper(49)).unwrap_err();
//! assert_eq!(taken.symbol(), "49-NQ/CB");
//! assert_eq!(register.gaps()[0].to_string(), "NQ/CB: chưa có số 48");
//! ```

mod book;
mod entry;
mod series;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use book::RegisterBook;
pub use entry::Entry;
pub use series::{CONGRESS, Duplicate, Gap, Series};

use crate::error::{Error, Result};
use crate::path::Path;
use crate::schema;
use crate::text::{Text, said};

/// What the terms of fields call the type.
const OWNER: &str = "Register";
/// Version of the register's shape.
const FORMAT: u32 = 1;

/// Sổ đăng ký văn bản đi: the register of issued documents, as data: their numbers, and how they are numbered.
#[doc(alias = "sổ đăng ký văn bản đi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Register {
    /// The version of the format: 1.
    pub format: u32,
    /// Nhiệm kỳ: the present term of office, `2025 - 2030`. In another term every series begins again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Text>,
    /// Whether decisions (Quyết định) and regulations (Quy định) share a series. `None` until somebody
    /// decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Decisions>,
    /// The first number of a series in this term of office, by the code of the series: `NQ` 47, if earlier
    /// documents are in another register. By default a series begins with 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub first: BTreeMap<String, u32>,
    /// The documents, in the order in which they were entered.
    pub entries: Vec<Entry>,
}

/// How decisions (Quyết định) and regulations (Quy định) are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decisions {
    /// In one series, whose code is `QĐ`: a number is given to a decision or to a regulation, never to both. In
    /// JSON `"together"`.
    Together,
    /// Each in its own series: a decision and a regulation may have the same number. In JSON `"apart"`.
    Apart,
}

impl Default for Register {
    fn default() -> Register {
        Register { format: FORMAT, term: None, decisions: None, first: BTreeMap::new(), entries: Vec::new() }
    }
}

impl Register {
    /// An empty register.
    #[must_use]
    pub fn new() -> Register {
        Register::default()
    }

    /// Sets the term of office.
    #[must_use]
    pub fn term(mut self, term: impl Into<Text>) -> Register {
        self.begin_term(term);
        self
    }

    /// Sets the first number of a series, by its code: the code of a type (`NQ`), `QĐi` for regulations (Quy
    /// định) that have their own series, `ĐH` for a congress, `BS` for copies.
    #[must_use]
    pub fn first(mut self, code: impl Into<String>, number: u32) -> Register {
        self.first.insert(code.into(), number);
        self
    }

    /// Sets how decisions (Quyết định) and regulations (Quy định) are numbered.
    #[must_use]
    pub fn decisions(mut self, decisions: Decisions) -> Register {
        self.decisions = Some(decisions);
        self
    }

    /// Begins a new term of office: every series begins with 1 again. The same term changes nothing.
    pub fn begin_term(&mut self, term: impl Into<Text>) {
        let term = term.into();
        if self.term.as_ref() != Some(&term) {
            // What was entered before a term had a name is of this one.
            if self.term.is_some() {
                self.first.clear();
            }
            for entry in self.entries.iter_mut().filter(|entry| entry.term.is_none()) {
                entry.term = self.term.clone().or_else(|| Some(term.clone()));
            }
            self.term = Some(term);
        }
    }

    /// Reads a register from JSON.
    ///
    /// # Errors
    /// [`Error::Shape`] with every fault of the shape. Numbers must be at least 1.
    pub fn from_json(json: &str) -> Result<Register> {
        let json = schema::read(json).map_err(schema::with_named_words)?;
        let read = Register::deserialize(&json);
        let is_sound = |register: &Register| {
            register.format == FORMAT && register.entries.iter().all(|entry| entry.number > 0)
        };
        match read {
            Ok(register) if is_sound(&register) => Ok(register),
            read => {
                let root = schemars::schema_for!(Register).to_value();
                let mut faults = schema::faults(&root, OWNER, &json);
                schema::name_fields(&mut faults, &root, OWNER);
                if !faults.is_empty() {
                    return Err(Error::Shape(faults));
                }
                let why = read.err().map(|error| error.to_string()).unwrap_or_default();
                let said = said!("không đọc được sổ đăng ký: {why}", "the register cannot be read: {why}");
                Err(Error::shape("shape.refused", Path::root(), said))
            }
        }
    }

    /// Writes the register as JSON.
    ///
    /// # Errors
    /// [`Error::Bug`] if it cannot be written, which should never happen.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string_pretty(self).map_err(Error::bug_by)
    }

    /// Whether somebody must decide how decisions (Quyết định) and regulations (Quy định) are numbered before
    /// this document is entered: the register has one of the two types, the document is of the other, and
    /// [`Register::decisions`](field@Register::decisions) is `None`.
    #[must_use]
    pub fn must_ask(&self, paper: &Entry) -> bool {
        let Some(regulation) = paper.is_regulation() else { return false };
        let mut others = self.entries.iter().filter(|entry| self.is_of_this_term(entry));
        self.decisions.is_none()
            && others.any(|entry| {
                entry.is_regulation() == Some(!regulation) && entry.issuer_code == paper.issuer_code
            })
    }

    /// The next number for a document of this type and issuer (`paper.number` is ignored): one more than the
    /// greatest number in its [`Series`]. Gaps are not filled, because a missing number may have been given
    /// by hand.
    #[must_use]
    pub fn next(&self, paper: &Entry) -> u32 {
        let series = self.series(paper);
        let numbers = self.entries.iter().filter(|entry| self.series(entry) == series);
        let greatest = numbers.map(|entry| entry.number).max();
        greatest.map_or(1, |greatest| greatest.saturating_add(1)).max(self.first_of(&series))
    }

    /// The document that already has the number of `paper` in the same series. `None` if the number is free.
    #[must_use]
    pub fn holder(&self, paper: &Entry) -> Option<&Entry> {
        let series = self.series(paper);
        self.entries.iter().find(|entry| entry.number == paper.number && self.series(entry) == series)
    }

    /// Enters a document. An entry of the same series with the same number, record and subject is replaced at
    /// its place.
    ///
    /// # Errors
    /// The document that already has the number. Then nothing is entered.
    pub fn enter(&mut self, mut paper: Entry) -> std::result::Result<(), Box<Entry>> {
        if paper.term.is_none() {
            paper.term.clone_from(&self.term);
        }
        let series = self.series(&paper);
        let place = |entry: &Entry| entry.number == paper.number && self.series(entry) == series;
        match self.entries.iter().position(place) {
            Some(at) if self.entries[at].is_same_paper(&paper) => self.entries[at] = paper,
            Some(at) => return Err(Box::new(self.entries[at].clone())),
            None => self.entries.push(paper),
        }
        Ok(())
    }

    /// The entry of the same series with the same record and subject, whatever its number. `None` also if
    /// `paper` names no record.
    #[must_use]
    pub fn entered(&self, paper: &Entry) -> Option<&Entry> {
        let series = self.series(paper);
        self.entries.iter().find(|entry| entry.is_same_paper(paper) && self.series(entry) == series)
    }

    /// Removes the entry of the same series with the same number, record and subject, if there is one. An
    /// entry without a record stays.
    pub fn withdraw(&mut self, paper: &Entry) {
        let series = self.series(paper);
        let own = |entry: &Entry| {
            entry.number == paper.number && entry.is_same_paper(paper) && self.series(entry) == series
        };
        if let Some(at) = self.entries.iter().position(own) {
            self.entries.remove(at);
        }
    }

    fn is_of_this_term(&self, entry: &Entry) -> bool {
        entry.term.as_ref().or(self.term.as_ref()) == self.term.as_ref()
    }
}
