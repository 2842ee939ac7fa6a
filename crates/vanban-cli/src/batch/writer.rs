//! Where the papers of a batch go: a folder, and in it a ZIP and volumes beside them.

use std::io;
use std::io::Read;

use vanban::Document;
use vanban::batch::{Names, Outcome, RECORDS, REPORT};
use vanban::error::Remark;
use vanban::table::Survey;

use super::bound::{Bound, Packed};
use super::journal::{Done, Filed, Journal, Status, Trouble};
use super::report;
use super::told::Told;
use crate::folder::{Folder, Put, digest};
use crate::naming::NameTemplate;
use crate::words;

/// Records whose files get their names together: waiting for the disk takes longer than making a paper.
const TOGETHER: usize = 8;

/// Writes the papers in the order of their records, each file whole or not at all.
pub(super) struct Writer {
    folder: Folder,
    names: Names,
    template: Option<NameTemplate>,
    zip: Option<Packed>,
    volumes: Option<Bound>,
    journal: Journal,
    /// Records whose files have not their names yet.
    pending: Vec<Done>,
    /// Records that are done.
    number: usize,
    /// Of what an interrupted run has done: whether the last record that is no second paper has its paper.
    pub(super) last_made: bool,
    pub(super) told: Told,
}

impl Writer {
    pub(super) fn new(folder: Folder, journal: Journal, template: Option<NameTemplate>) -> Writer {
        Writer {
            folder,
            names: Names::beside_report(),
            template,
            zip: None,
            volumes: None,
            journal,
            pending: Vec::new(),
            number: 0,
            last_made: true,
            told: Told::default(),
        }
    }

    /// All files go into a ZIP too.
    pub(super) fn zip(&mut self, name: &str) -> io::Result<()> {
        self.names.keep(name);
        self.zip = Some(Packed::begin(&self.folder, name)?);
        Ok(())
    }

    /// All papers go into volumes too.
    pub(super) fn volumes(&mut self, name: &str, papers: usize, two_sided: bool) {
        self.names.keep(name);
        self.volumes = Some(Bound::new(name, papers, two_sided));
    }

    /// Takes what an interrupted run has done; its document is needed for the volumes only.
    pub(super) fn pass(&mut self, done: &Done, outcome: Option<&Outcome>) -> io::Result<()> {
        self.number += 1;
        self.told.add(done);
        if !done.second {
            self.last_made = done.status == Status::Made;
        }
        let Some(name) = &done.name else { return Ok(()) };
        self.names.give(name);
        for file in &done.files {
            self.folder.take_over(&file.name, &file.digest);
            if let Some(zip) = &mut self.zip {
                let mut bytes = Vec::new();
                let path = self.folder.path().join(&file.name);
                self.folder.disk().open(&path)?.read_to_end(&mut bytes)?;
                zip.add(&file.name, &bytes)?;
            }
        }
        self.bind(outcome.and_then(Outcome::document))
    }

    /// Writes what became of a record; its line in the journal comes when its files are safe. `digest` is the record's.
    ///
    /// # Errors
    /// Where nothing more can be written.
    pub(super) fn take(&mut self, outcome: &Outcome, digest: String) -> io::Result<()> {
        self.number += 1;
        let done = self.done(outcome, digest)?;
        if done.status == Status::Made {
            self.bind(outcome.document())?;
        }
        self.pending.push(done);
        if self.pending.len() < TOGETHER { Ok(()) } else { self.commit() }
    }

    fn done(&mut self, outcome: &Outcome, record: String) -> io::Result<Done> {
        let mut done = Done { digest: record, ..Done::of(outcome) };
        let Some(document) = outcome.document() else { return Ok(done) };
        done.json = Some(serde_json::to_string(document.record()).map_err(io::Error::other)?);
        let own = self.own_name(document, &mut done.said);
        let own = outcome.file_name(&own);
        let is_a_volumes = self.volumes.as_ref().is_some_and(|volumes| volumes.may_be_called(&own));
        let own = if is_a_volumes { format!("{own}-van-ban") } else { own };
        let name = self.names.give(&own);
        for file in outcome.files() {
            let name = format!("{name}.{}", file.format.extension());
            let trouble = match self.folder.put(&name, &file.bytes)? {
                Put::Stands => None,
                Put::Kept(why) => Some(Trouble::Kept(why.to_owned())),
                Put::Failed(why) => Some(Trouble::Failed(why)),
            };
            if let Some(zip) = &mut self.zip {
                zip.add(&name, &file.bytes)?;
            }
            done.files.push(Filed {
                name,
                size: file.bytes.len() as u64,
                digest: digest(&file.bytes),
                trouble,
            });
        }
        done.name = Some(name);
        Ok(done)
    }

    /// What the files of a paper are called, before it is told apart from others.
    fn own_name(&self, document: &Document, said: &mut Vec<Remark>) -> String {
        let Some(template) = &self.template else { return document.file_name().to_owned() };
        template.fill(document.record()).unwrap_or_else(|field| {
            said.push(Remark::plain(words::no_such_field(field)));
            document.file_name().to_owned()
        })
    }

    /// Puts a document into the volumes.
    fn bind(&mut self, document: Option<&Document>) -> io::Result<()> {
        match (&mut self.volumes, document) {
            (Some(volumes), Some(document)) => {
                volumes.add(self.number, document, &mut self.folder, &mut self.told)
            }
            _ => Ok(()),
        }
    }

    /// Gives the files of the last records their names, and notes the records in the journal.
    ///
    /// # Errors
    /// As [`Writer::take`].
    pub(super) fn commit(&mut self) -> io::Result<()> {
        let mut done = std::mem::take(&mut self.pending);
        for (name, why) in self.folder.commit()? {
            let trouble = Trouble::Failed(why);
            let file = done.iter_mut().flat_map(|done| &mut done.files).find(|file| file.name == name);
            match file {
                Some(file) => file.trouble = Some(trouble),
                None => self.told.missing(&name, &trouble),
            }
        }
        if done.is_empty() {
            return Ok(());
        }
        done.iter().for_each(|done| self.told.add(done));
        self.journal.note(&done)
    }

    /// Finishes the ZIP and the last volume, writes records and report and ends the journal. Gives what became of the
    /// records, and a line for each file that holds several papers.
    ///
    /// # Errors
    /// As [`Writer::take`].
    pub(super) fn finish(mut self, survey: Option<&Survey>) -> io::Result<(Told, Vec<String>)> {
        self.commit()?;
        let mut lines = Vec::new();
        if let Some(zip) = self.zip.take() {
            zip.finish(&mut self.folder, &mut self.told, &mut lines)?;
        }
        if let Some(volumes) = self.volumes.take() {
            volumes.finish(&mut self.folder, &mut self.told, &mut lines)?;
        }
        let mut records = self.folder.begin(RECORDS)?;
        report::records(&self.journal, &mut records)?;
        let put = self.folder.end(RECORDS, records)?;
        self.told.put(RECORDS, put);
        let report = report::report(&self.journal, survey)?;
        let put = self.folder.put(REPORT, &report)?;
        self.told.put(REPORT, put);
        self.commit()?;
        self.told.left_over = self.folder.left_over();
        self.told.of_other_runs = self.folder.of_other_runs();
        self.folder.close()?;
        self.journal.close()?;
        let told = self.told;
        let lines = lines.into_iter().filter(|line| told.stands(&line.file)).map(|line| line.said).collect();
        Ok((told, lines))
    }
}
