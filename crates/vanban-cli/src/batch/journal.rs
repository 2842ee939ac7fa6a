//! What a batch has done, line by line as it does it: an interrupted one goes on from there, and the
//! report is made of it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use vanban::batch::{Outcome, State};
use vanban::table;

/// Its name in the folder; it is gone when the batch has come to its end.
const NAME: &str = ".vanban-batch.jsonl";

/// The first line: what the papers depend on beside their records.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    settings: String,
}

/// What became of one record. It stands here only when all its files are whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Done {
    /// Where in the file the record stands.
    pub(super) record: String,
    /// What tells whether it is still the same.
    pub(super) digest: String,
    /// The name of its files, without extension.
    pub(super) output: Option<String>,
    pub(super) status: Status,
    /// What there is to say, a line each.
    pub(super) problems: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Status {
    Written,
    Refused,
    Failed,
}

impl Status {
    fn name(self) -> &'static str {
        match self {
            Status::Written => "written",
            Status::Refused => "refused",
            Status::Failed => "failed",
        }
    }
}

impl Done {
    pub(super) fn new(outcome: &Outcome, digest: String, output: Option<String>) -> Done {
        let status = match &outcome.state {
            State::Written { .. } => Status::Written,
            State::Refused(_) => Status::Refused,
            _ => Status::Failed,
        };
        let own = format!("{}: ", outcome.name);
        let said = outcome.to_string();
        let problems = said.lines().map(|line| line.strip_prefix(&own).unwrap_or(line).to_owned()).collect();
        Done { record: outcome.name.clone(), digest, output, status, problems }
    }
}

/// The journal of a batch, open at its end.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Begins a journal; one that is there is of a batch that was given up.
    pub(super) fn begin(folder: &Path, settings: &str) -> io::Result<Journal> {
        let path = folder.join(NAME);
        let mut journal = Journal { file: File::create(&path).map_err(|error| at(&path, &error))?, path };
        journal.write(&Heading { settings: settings.to_owned() })?;
        Ok(journal)
    }

    /// Opens the journal of a batch that was interrupted, and tells what it had done. What was not finished is taken off, and all from the
    /// first record on whose files are no longer there.
    pub(super) fn resume(
        folder: &Path,
        settings: &str,
        is_there: impl Fn(&Done) -> bool,
    ) -> io::Result<Resumed> {
        let path = folder.join(NAME);
        let opened = OpenOptions::new().read(true).write(true).open(&path);
        let mut file = match opened {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Resumed::Nothing),
            opened => opened.map_err(|error| at(&path, &error))?,
        };
        let mut reader = BufReader::new(&file);
        let (mut line, mut whole, mut done) = (String::new(), 0, Vec::new());
        let heading = reader.read_line(&mut line).map_err(|error| at(&path, &error))?;
        if !line.ends_with('\n') {
            return Ok(Resumed::Nothing);
        }
        if serde_json::from_str::<Heading>(&line).ok() != Some(Heading { settings: settings.to_owned() }) {
            return Ok(Resumed::Other);
        }
        whole += heading as u64;
        loop {
            line.clear();
            // What is not even text was not finished.
            let read = reader.read_line(&mut line).unwrap_or(0);
            match serde_json::from_str(&line) {
                Ok(record) if line.ends_with('\n') && is_there(&record) => done.push(record),
                _ => break,
            }
            whole += read as u64;
        }
        file.set_len(whole)
            .and_then(|()| file.seek(io::SeekFrom::End(0)))
            .map_err(|error| at(&path, &error))?;
        Ok(Resumed::Done(Journal { path, file }, done))
    }

    /// Notes what became of the next record.
    pub(super) fn note(&mut self, done: &Done) -> io::Result<()> {
        self.write(done)
    }

    fn write(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_string(line).map_err(io::Error::other)?;
        line.push('\n');
        self.file.write_all(line.as_bytes()).map_err(|error| at(&self.path, &error))
    }

    /// The report: a table of every record, for Vietnamese Excel.
    pub(super) fn report(&self) -> io::Result<Vec<u8>> {
        let file = File::open(&self.path).map_err(|error| at(&self.path, &error))?;
        let mut rows = vec![["record", "output", "status", "problems"].map(str::to_owned)];
        for line in BufReader::new(file).lines().skip(1) {
            let done: Done = serde_json::from_str(&line?).map_err(io::Error::other)?;
            let output = done.output.unwrap_or_default();
            rows.push([done.record, output, done.status.name().to_owned(), done.problems.join("\n")]);
        }
        table::csv_file(rows).map_err(io::Error::other)
    }

    /// The batch has come to its end.
    pub(super) fn close(self) -> io::Result<()> {
        fs::remove_file(&self.path).map_err(|error| at(&self.path, &error))
    }
}

/// What there is to resume.
#[derive(Debug)]
pub(super) enum Resumed {
    Nothing,
    /// A batch with other settings.
    Other,
    /// A batch, and what it has done.
    Done(Journal, Vec<Done>),
}

/// An error with the file that it is about.
pub(super) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
