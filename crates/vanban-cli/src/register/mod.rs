//! `vanban register`: the register of an office's papers. Which numbers there are, and which comes next, the library
//! says; here are the file and what is typed.

mod kept;
mod numbers;
mod values;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use vanban::parts::{CitedDate, Issuer};
use vanban::register::{CONGRESS, Decisions, Entry, Register};

use crate::folder::By;
use crate::next::values as typed;
use crate::office::{Desk, Setup};
use crate::{folder, input, output, words};
pub(crate) use kept::{FILE, Kept};
pub(crate) use numbers::Numbers;

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Prints the next number: of a type, or of every series.
    Next {
        /// The type: its name or its code, as `NQ`; `BS` for copies, `DH` for a congress.
        #[arg(value_name = "TYPE", value_parser = values::paper_type)]
        of: Option<values::Type>,
        #[command(flatten)]
        whose: Whose,
    },
    /// Enters documents: issued records, or one that was written elsewhere.
    Add(Box<Paper>),
    /// Reports missing and duplicate numbers.
    Check {
        #[command(flatten)]
        whose: Whose,
    },
    /// Makes the register as DOCX and PDF.
    Print {
        /// Folder for the files; by default that of vanban.toml, or the working folder.
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Also replaces files that were edited or that vanban did not make.
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Sets how documents are numbered: term, first numbers, whether decisions and regulations share a series.
    Set {
        /// The term of office, as "2025 - 2030"; in another term every series begins again.
        #[arg(long, value_name = "TERM")]
        term: Option<String>,
        /// The first number of a series, as NQ=47; may be repeated.
        #[arg(long, value_name = "CODE=N", value_parser = values::first)]
        first: Vec<values::First>,
        /// How decisions and regulations are numbered: together, apart.
        #[arg(long, value_name = "HOW", value_parser = values::decisions)]
        decisions: Option<Decisions>,
        #[command(flatten)]
        whose: Whose,
    },
}

/// Whose register it is.
#[derive(Debug, Args)]
pub(crate) struct Whose {
    /// The code of the issuer, as CB; by default that of the office in vanban.toml.
    #[arg(long, value_name = "CODE")]
    issuer_code: Option<String>,
    #[command(flatten)]
    setup: Setup,
}

/// What is entered.
#[derive(Debug, Args)]
pub(crate) struct Paper {
    /// Records that have a number, as JSON files.
    records: Vec<PathBuf>,
    /// For a document without a record: its type, by name or code.
    #[arg(long = "type", value_name = "TYPE", value_parser = values::paper_type, conflicts_with = "records")]
    of: Option<values::Type>,
    /// The number; by default the next one.
    #[arg(long, value_name = "N", value_parser = typed::number)]
    number: Option<u32>,
    /// The date.
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    date: Option<CitedDate>,
    /// The subject.
    #[arg(long, value_name = "TEXT", value_parser = typed::words)]
    subject: Option<String>,
    /// The signer.
    #[arg(long, value_name = "NAME")]
    signer: Option<String>,
    /// A recipient; may be repeated.
    #[arg(long = "recipient", value_name = "RECIPIENT")]
    recipients: Vec<String>,
    /// A note.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

/// The register and whose it is; what is wrong is told.
struct Desked {
    desk: Desk,
    kept: Kept,
    code: Option<String>,
}

pub(crate) fn register(action: &Action) -> bool {
    let done = match action {
        Action::Next { of, whose } => Desked::of(whose).and_then(|it| it.next(of.as_ref())),
        Action::Add(paper) => Desked::of(&paper.whose).and_then(|it| it.add(paper)),
        Action::Check { whose } => Desked::of(whose).and_then(|it| it.check()),
        Action::Print { output, force, whose } => {
            Desked::of(whose).and_then(|it| it.print(output.as_deref(), *force))
        }
        Action::Set { term, first, decisions, whose } => {
            Desked::of(whose).and_then(|it| it.set(term.as_deref(), first, *decisions))
        }
    };
    done.unwrap_or_else(|lines| {
        lines.iter().for_each(|line| tell!("{line}"));
        false
    })
}

impl Desked {
    fn of(whose: &Whose) -> Result<Desked, Vec<String>> {
        let desk = Desk::beside(Path::new("."), &whose.setup)?;
        let told = || desk.office.issuer().as_ref().and_then(Issuer::full_code);
        let code = whose.issuer_code.clone().or_else(told);
        Ok(Desked { kept: Kept::of(&desk.office), code, desk })
    }

    /// The code of who issues a paper of a type.
    fn code(&self, of: &values::Type, register: &Register) -> Result<String, Vec<String>> {
        if of.congress {
            return Ok(CONGRESS.to_owned());
        }
        // Where the office says nothing, the register may: of one issuer.
        let mut known: Vec<&str> = register.entries.iter().map(|entry| entry.issuer_code.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        let only = || if let [one] = known.as_slice() { Some((*one).to_owned()) } else { None };
        self.code.clone().or_else(only).ok_or_else(|| vec![words::register::no_code().to_owned()])
    }

    fn next(&self, of: Option<&values::Type>) -> Result<bool, Vec<String>> {
        let register = self.kept.read()?;
        let Some(of) = of else {
            let lines: Vec<String> = register
                .all_series()
                .into_values()
                .filter_map(|papers| next_of(&register, &papers))
                .collect();
            if lines.is_empty() {
                return Err(vec![words::register::empty(&self.kept.path())]);
            }
            return Ok(output::print(&lines.concat()));
        };
        let mut paper = Entry::new(0, of.name, self.code(of, &register)?, "");
        if register.must_ask(&paper) {
            return Err(vec![words::register::how_decisions().to_owned()]);
        }
        paper.number = register.next(&paper);
        Ok(output::print(&paper.symbol()))
    }

    fn add(&self, given: &Paper) -> Result<bool, Vec<String>> {
        let mut all = true;
        if given.records.is_empty() {
            let (Some(of), Some(subject)) = (&given.of, &given.subject) else {
                return Err(vec![words::register::what_to_enter().to_owned()]);
            };
            let code = self.code(of, &self.kept.read()?)?;
            let mut paper = Entry::new(1, of.name, code, subject.as_str());
            paper.date = given.date;
            paper.signer = given.signer.as_deref().map(Into::into);
            paper.recipients = given.recipients.iter().map(|it| it.as_str().into()).collect();
            paper.note = given.note.as_deref().map(Into::into);
            let (paper, _) = self.kept.number(&paper, given.number)?;
            return Ok(output::print(&words::register::entered(&paper)));
        }
        for file in &given.records {
            let Some(record) = input::record(file, &self.desk.renderer) else {
                all = false;
                continue;
            };
            let Some(mut paper) = Entry::of_record(&record, None) else {
                tell!("{}", words::register::not_numbered(file));
                all = false;
                continue;
            };
            paper.record = self.kept.name_of(file).map(Into::into);
            let number = paper.number;
            match self.kept.number(&paper, Some(number)) {
                Ok((paper, _)) => all &= output::print(&words::register::entered(&paper)),
                Err(lines) => {
                    lines.iter().for_each(|line| tell!("{}: {line}", file.display()));
                    all = false;
                }
            }
        }
        Ok(all)
    }

    fn check(&self) -> Result<bool, Vec<String>> {
        let register = self.kept.read()?;
        if register.entries.is_empty() {
            return Err(vec![words::register::empty(&self.kept.path())]);
        }
        for (series, papers) in register.all_series() {
            let range = papers.first().zip(papers.last()).map(|(one, last)| (one.number, last.number));
            let (from, to) = range.unwrap_or_default();
            output::print(&words::register::counted(&series.to_string(), papers.len(), (from, to)));
        }
        let (gaps, duplicates) = (register.gaps(), register.duplicates());
        gaps.iter().for_each(|gap| tell!("{}: {gap}", words::usage::warning()));
        duplicates.iter().for_each(|twice| tell!("{twice}"));
        if gaps.is_empty() && duplicates.is_empty() {
            output::print(words::register::sound());
        }
        Ok(duplicates.is_empty())
    }

    fn print(&self, output: Option<&Path>, force: bool) -> Result<bool, Vec<String>> {
        let register = self.kept.read()?;
        let issuer =
            self.desk.office.issuer().ok_or_else(|| vec![words::register::no_office().to_owned()])?;
        let document = self.desk.renderer.render(&register.book(issuer));
        let document = document.map_err(|error| words::of_error(&error))?;
        let folder = output.map(Path::to_owned).or_else(|| self.desk.office.output());
        let folder = folder.unwrap_or_else(|| PathBuf::from("."));
        folder::put_papers(&document, &folder, By::Register, force, &[])?;
        Ok(true)
    }

    fn set(
        &self,
        term: Option<&str>,
        first: &[values::First],
        decisions: Option<Decisions>,
    ) -> Result<bool, Vec<String>> {
        let shared = self.kept.change(|register| {
            if let Some(term) = term {
                register.begin_term(term);
            }
            for values::First { code, number } in first {
                register.first.insert(code.clone(), *number);
            }
            register.decisions = decisions.or(register.decisions);
            Ok(if decisions == Some(Decisions::Together) { register.shared_numbers() } else { 0 })
        })?;
        if shared > 0 {
            tell!("{}", words::register::stand_twice(shared));
        }
        Ok(output::print(&words::register::said(&self.kept.path())))
    }
}

/// The next number of a series, in a line.
fn next_of(register: &Register, papers: &[&Entry]) -> Option<String> {
    let last = papers.last()?;
    let next = Entry::new(register.next(last), last.type_name.clone(), last.issuer_code.clone(), "");
    let series = register.series(last);
    // A congress counts all types together.
    let of = if series.code == CONGRESS { series.to_string() } else { last.type_name.to_string() };
    Some(format!("{of}: {}\n", next.type_code(last.type_code.clone()).symbol()))
}
