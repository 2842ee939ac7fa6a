//! Series of numbers: which papers are counted together, what is missing and what stands twice.

use std::collections::BTreeMap;
use std::fmt;

use super::{Decisions, Entry, Register};

/// The code of a congress and of its single series: `ĐH`.
pub const CONGRESS: &str = "ĐH";
/// Quy định where these have a series of their own: their code in 36-HD/VPTW.
const REGULATION: &str = "QĐi";
const DECISION: &str = "QĐ";

/// Documents that are numbered together: those of one term of office, one issuer and one type. A congress has one
/// series for all types, and copies have one for all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Series {
    /// Nhiệm kỳ: the term of office, if the register has one.
    pub term: Option<String>,
    /// The code, as in [`Register::first`]: `NQ`, `QĐi`, `ĐH`, `BS`.
    pub code: String,
    /// The code of the issuer: `CB`.
    pub issuer: String,
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code.as_str() {
            CONGRESS => f.write_str(CONGRESS),
            code => write!(f, "{code}/{}", self.issuer),
        }
    }
}

/// Missing numbers of a series, before a number that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The series that the numbers belong to.
    pub series: Series,
    /// The first missing number.
    pub from: u32,
    /// The last missing number.
    pub to: u32,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Gap { series, from, to } = self;
        match from == to {
            true => write!(f, "{series}: chưa có số {from:02}"),
            false => write!(f, "{series}: chưa có các số từ {from:02} đến {to:02}"),
        }
    }
}

/// A number that several documents of a series have.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duplicate {
    /// The series that the number belongs to.
    pub series: Series,
    /// The number that occurs several times.
    pub number: u32,
    /// The documents, as the register has them.
    pub papers: Vec<Entry>,
}

impl fmt::Display for Duplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: số {:02} cấp cho {} văn bản: ", self.series, self.number, self.papers.len())?;
        for (at, paper) in self.papers.iter().enumerate() {
            let mark = if at == 0 { "" } else { "; " };
            write!(f, "{mark}“{}”", paper.subject)?;
        }
        Ok(())
    }
}

impl Register {
    /// The series of a document.
    #[must_use]
    pub fn series(&self, paper: &Entry) -> Series {
        let term = paper.term.as_ref().or(self.term.as_ref()).map(ToString::to_string);
        let issuer = paper.issuer_code.to_string();
        let code = if issuer == CONGRESS {
            CONGRESS
        } else {
            match (paper.type_code.as_str(), paper.is_regulation()) {
                (_, Some(true)) if self.decisions == Some(Decisions::Apart) => REGULATION,
                (_, Some(_)) => DECISION,
                (code, None) => code,
            }
        };
        Series { term, code: code.to_owned(), issuer }
    }

    /// All series that have documents, each with its documents in the order of their numbers.
    #[must_use]
    pub fn all_series(&self) -> BTreeMap<Series, Vec<&Entry>> {
        let mut all: BTreeMap<Series, Vec<&Entry>> = BTreeMap::new();
        for entry in &self.entries {
            all.entry(self.series(entry)).or_default().push(entry);
        }
        all.values_mut().for_each(|papers| papers.sort_by_key(|paper| paper.number));
        all
    }

    /// The missing numbers of each series, from its first number ([`Register::first`], else 1) to the
    /// greatest in use.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for (series, papers) in self.all_series() {
            let mut expected = self.first_of(&series);
            for number in papers.iter().map(|paper| paper.number) {
                if number > expected {
                    gaps.push(Gap { series: series.clone(), from: expected, to: number - 1 });
                }
                expected = expected.max(number.saturating_add(1));
            }
        }
        gaps
    }

    /// The numbers that occur twice or more.
    #[must_use]
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let mut found = Vec::new();
        for (series, papers) in self.all_series() {
            for same in papers.chunk_by(|one, other| one.number == other.number) {
                if let [first, _, ..] = same {
                    let papers = same.iter().map(|paper| (*paper).clone()).collect();
                    found.push(Duplicate { series: series.clone(), number: first.number, papers });
                }
            }
        }
        found
    }

    /// The number with which a series begins: what the register says for its own term, else 1.
    pub(super) fn first_of(&self, series: &Series) -> u32 {
        let is_own = series.term.as_deref() == self.term.as_ref().map(crate::text::Text::as_str);
        let said = self.first.get(&series.code).filter(|_| is_own);
        said.copied().unwrap_or(1).max(1)
    }

    /// How many numbers would occur twice if decisions (Quyết định) and regulations (Quy định) shared a
    /// series.
    #[must_use]
    pub fn shared_numbers(&self) -> usize {
        let together = Register { decisions: Some(Decisions::Together), ..self.clone() };
        let both = |duplicate: &Duplicate| {
            let mut sorts = duplicate.papers.iter().filter_map(Entry::is_regulation);
            sorts.next().is_some_and(|first| sorts.any(|other| other != first))
        };
        together.duplicates().iter().filter(|duplicate| both(duplicate)).count()
    }
}
