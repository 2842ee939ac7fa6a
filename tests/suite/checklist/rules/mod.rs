//! Every rule of `domain/the-thuc.md`, section 8: when it applies, how each file shows it.

mod appendix;
mod articles;
mod body;
mod extras;
mod header;
mod language;
mod number;
mod page;
mod page_number;
mod recipients;
mod signature;
mod signer;
mod tables;
mod title;
mod types;
mod undeclared;

use std::fmt;

use super::docx::{self, Docx};
use super::paper::Paper;
use super::parts::Parts;
use super::pdf::{self, Pdf};
use super::piece::Piece;

pub type Outcome = Result<(), String>;
/// What was found, and what was expected.
pub type Check<File> = fn(&Paper, &File, &Parts) -> Outcome;

pub struct Rule {
    /// Its number in section 8.
    pub id: u8,
    pub title: &'static str,
    pub source: &'static str,
    pub applies: fn(&Paper) -> bool,
    /// None where the file cannot show it; a comment beside the rule says why.
    pub docx: Option<Check<Docx>>,
    pub pdf: Option<Check<Pdf>>,
}

const fn rule(
    id: u8,
    title: &'static str,
    source: &'static str,
    applies: fn(&Paper) -> bool,
    docx: Option<Check<Docx>>,
    pdf: Option<Check<Pdf>>,
) -> Rule {
    Rule { id, title, source, applies, docx, pdf }
}

/// All rules, in the order of their numbers.
pub const RULES: [&[Rule]; 13] = [
    page::RULES,
    page_number::RULES,
    header::RULES,
    number::RULES,
    title::RULES,
    body::RULES,
    articles::RULES,
    signature::RULES,
    signer::RULES,
    recipients::RULES,
    extras::RULES,
    appendix::RULES,
    language::RULES,
];

pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let mut all: Vec<&Rule> = RULES.into_iter().flatten().chain(tables::RULES).collect();
    all.sort_by_key(|rule| rule.id);
    all.into_iter()
}

/// A rule that a file breaks.
#[derive(Debug, Clone)]
pub struct Failure {
    pub rule: u8,
    pub title: &'static str,
    pub file: &'static str,
    pub found: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "rule {} ({}) in the {}: {}", self.rule, self.title, self.file, self.found)
    }
}

/// The numbers of the rules that hold for the paper.
pub fn applied(paper: &Paper) -> Vec<u8> {
    rules().filter(|rule| (rule.applies)(paper)).map(|rule| rule.id).collect()
}

/// Every rule that one of the files breaks.
pub fn failures(paper: &Paper, docx: &[u8], pdf: &[u8]) -> Vec<String> {
    let both = docx_failures(paper, docx).into_iter().chain(pdf_failures(paper, pdf));
    both.map(|failure| failure.to_string()).collect()
}

pub fn docx_failures(paper: &Paper, bytes: &[u8]) -> Vec<Failure> {
    match Docx::read(bytes) {
        Ok(file) => {
            judge(paper, &file, &Parts::sort(paper, docx::stream(&file, paper)), "DOCX", |rule| rule.docx)
        }
        Err(error) => vec![unreadable("DOCX", error)],
    }
}

pub fn pdf_failures(paper: &Paper, bytes: &[u8]) -> Vec<Failure> {
    match Pdf::read(bytes, paper) {
        Ok(file) => {
            judge(paper, &file, &Parts::sort(paper, pdf::stream(&file, paper)), "PDF", |rule| rule.pdf)
        }
        Err(error) => vec![unreadable("PDF", error)],
    }
}

fn unreadable(file: &'static str, found: String) -> Failure {
    Failure { rule: 0, title: "the file can be read", file, found }
}

fn judge<File>(
    paper: &Paper,
    file: &File,
    parts: &Parts,
    name: &'static str,
    check: fn(&Rule) -> Option<Check<File>>,
) -> Vec<Failure> {
    let fail = |rule: &Rule, found| Failure { rule: rule.id, title: rule.title, file: name, found };
    let broken = |rule: &'static Rule| {
        if (rule.applies)(paper) {
            check(rule)?(paper, file, parts).err().map(|found| fail(rule, found))
        } else {
            // A rule must not stay silent because the tester did not know what is in the paper.
            undeclared::found(rule.id, parts).map(|found| fail(rule, found))
        }
    };
    rules().filter_map(broken).collect()
}

// What many rules share.

fn always(_: &Paper) -> bool {
    true
}

fn needed<'a>(part: &'a Option<Piece>, what: &str) -> Result<&'a Piece, String> {
    part.as_ref().ok_or_else(|| format!("found no {what}"))
}

fn ensure(holds: bool, message: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(message()) }
}

fn same(what: &str, found: &str, expected: &str) -> Outcome {
    ensure(found == expected, || format!("{what}: found “{found}”, expected “{expected}”"))
}

fn near(what: &str, found: f64, expected: f64, tolerance: f64) -> Outcome {
    ensure((found - expected).abs() <= tolerance, || {
        format!("{what}: found {found:.1} pt, expected {expected:.1} pt (±{tolerance:.1})")
    })
}

/// Centred, and on that axis.
fn centred(piece: &Piece, axis: f64, tolerance: f64) -> Outcome {
    let centre = piece.centre.ok_or_else(|| format!("“{}” is not centred", piece.words()))?;
    near(&format!("the axis of “{}”", piece.words()), centre, axis, tolerance)
}

/// Two pieces of a column share their axis.
fn below(piece: &Piece, above: &Piece) -> Outcome {
    let axis = above.centre.ok_or_else(|| format!("“{}” is not centred", above.words()))?;
    centred(piece, axis, 2.0)
}
