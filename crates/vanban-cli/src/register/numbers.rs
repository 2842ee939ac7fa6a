//! The number of a paper that is issued, from the office's register.

use std::path::Path;

use vanban::AnyRecord;
use vanban::parts::{PaperDate, Signature};
use vanban::register::{Decisions, Entry};

use super::{Kept, values};
use crate::ask::Person;
use crate::office::Office;
use crate::words;

/// An office's register, and the paper that is to get a number from it.
pub(crate) struct Numbers {
    kept: Kept,
    paper: Entry,
    /// The number that it got in this run, where it had none before.
    given: Option<Entry>,
}

impl Numbers {
    /// Of a paper that is made from this file; none where the office keeps no register, or the paper has no number.
    pub(crate) fn of(office: &Office, record: &AnyRecord, file: &Path) -> Option<Numbers> {
        let kept = Kept::of(office);
        let mut paper = Entry::of_record(record, Some(1)).filter(|_| kept.stands())?;
        paper.record = kept.name_of(file).map(Into::into);
        Some(Numbers { kept, paper, given: None })
    }

    /// Asks how Quyết định and Quy định are numbered, where that has to be known and somebody is there; the answer is
    /// kept.
    ///
    /// # Errors
    /// Lines that say what to type, or what is wrong with the register.
    pub(crate) fn ask(&self, person: Option<Person<'_>>) -> Result<(), Vec<String>> {
        if !self.kept.read()?.must_ask(&self.paper) {
            return Ok(());
        }
        let untold = || vec![words::register::how_decisions().to_owned()];
        let mut person = person.ok_or_else(untold)?;
        let answer: Decisions =
            person.ask(words::register::ask_decisions(), None, values::decisions).ok_or_else(untold)?;
        self.kept.change(|register| {
            register.decisions = Some(answer);
            Ok(())
        })
    }

    /// The paper's number: the one that is given, the one that it had, or the next.
    ///
    /// # Errors
    /// Lines that say why it has none.
    pub(crate) fn take(
        &mut self,
        given: Option<u32>,
        date: PaperDate,
        signer: &Signature,
    ) -> Result<u32, Vec<String>> {
        self.paper.date = date.calendar().map(|_| date.into());
        self.paper.signer.clone_from(&signer.name);
        let (paper, is_new) = self.kept.number(&self.paper, given)?;
        let number = paper.number;
        if is_new {
            self.given = Some(paper.clone());
        }
        self.paper = paper;
        Ok(number)
    }

    /// The paper is not issued: a number that it got just now is free again.
    pub(crate) fn give_back(&mut self) {
        if let Some(paper) = self.given.take() {
            self.kept.take_back(&paper);
        }
    }

    /// Tells which number the paper got.
    pub(crate) fn tell(&self) {
        tell!("{}", words::register::numbered(&self.paper, &self.kept.path()));
    }
}
