//! What a batch has done, line by line as it does it: an interrupted one goes on from there, and the
//! report and the file of records are made of it.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use vanban::error::Remark;
use vanban::table::Fate;

use crate::folder::{Disk, write_whole};

/// Its name in the folder; it is gone when the batch has come to its end.
pub(crate) const NAME: &str = ".vanban-batch.jsonl";

/// The first line: what the papers depend on beside their records.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    settings: String,
}

/// What became of one record. It stands here only when all its files are safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Done {
    /// Where in the file the record stands.
    pub(super) record: String,
    /// What tells whether it is still the same.
    pub(super) digest: String,
    pub(super) status: Status,
    /// Whether it is a second paper of the row before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) second: bool,
    /// The name of its files, without extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) files: Vec<Filed>,
    /// What there is to say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) said: Vec<Remark>,
    /// The record as JSON, where it has a paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) json: Option<String>,
}

/// What becomes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Made,
    Refused,
    /// Neither made nor refused: a fault of the program.
    Failed,
    /// The second paper of a row that was refused: its first says so.
    Omitted,
}

impl Status {
    /// As the report has it.
    pub(super) fn fate(self) -> Fate {
        match self {
            Status::Made => Fate::Made,
            Status::Refused => Fate::Refused,
            Status::Failed => Fate::Failed,
            Status::Omitted => Fate::LeftOut,
        }
    }
}

/// A file of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Filed {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) digest: String,
    /// Why it is not as it was made, if it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) trouble: Option<Trouble>,
}

/// Why a file is not as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Trouble {
    /// Another is kept in its place.
    Kept(String),
    Failed(String),
}

/// The journal of a batch.
pub(super) struct Journal {
    disk: Rc<dyn Disk>,
    path: PathBuf,
}

impl Journal {
    /// Begins a journal; one that is there is of a batch that was given up.
    pub(super) fn begin(disk: &Rc<dyn Disk>, folder: &Path, settings: &str) -> io::Result<Journal> {
        let journal = Journal { disk: disk.clone(), path: folder.join(NAME) };
        let heading = line(&Heading { settings: settings.to_owned() })?;
        write_whole(&**disk, &journal.path, heading.as_bytes())?;
        Ok(journal)
    }

    /// Opens the journal of a batch that was interrupted, and tells what it had done. What was not finished is taken
    /// off, and all from the first record on whose files are no longer as they were made.
    pub(super) fn resume(
        disk: &Rc<dyn Disk>,
        folder: &Path,
        settings: &str,
        stands: impl Fn(&Done) -> bool,
    ) -> io::Result<Resumed> {
        let path = folder.join(NAME);
        let mut bytes = Vec::new();
        match disk.open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Resumed::Nothing),
            opened => _ = opened?.read_to_end(&mut bytes)?,
        }
        let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
        let Some(heading) = lines.next().filter(|line| line.ends_with(b"\n")) else {
            return Ok(Resumed::Nothing);
        };
        if serde_json::from_slice::<Heading>(heading).ok() != Some(Heading { settings: settings.to_owned() })
        {
            return Ok(Resumed::Other);
        }
        let (mut whole, mut done) = (heading.len(), Vec::new());
        for line in lines {
            match serde_json::from_slice::<Done>(line) {
                Ok(record) if line.ends_with(b"\n") && stands(&record) => {
                    // It is read again where it is wanted.
                    done.push(Done { json: None, ..record });
                }
                _ => break,
            }
            whole += line.len();
        }
        if whole < bytes.len() {
            bytes.truncate(whole);
            write_whole(&**disk, &path, &bytes)?;
        }
        Ok(Resumed::Done(Journal { disk: disk.clone(), path }, done))
    }

    /// Notes what became of the next records; safe when it comes back.
    pub(super) fn note(&self, done: &[Done]) -> io::Result<()> {
        let lines: String = done.iter().map(line).collect::<io::Result<_>>()?;
        let mut file = self.disk.append(&self.path)?;
        file.write_all(lines.as_bytes()).and_then(|()| file.flush())?;
        drop(file);
        self.disk.sync(&self.path)
    }

    /// All that was done, in the order of the records.
    pub(super) fn done(&self) -> io::Result<impl Iterator<Item = io::Result<Done>>> {
        let lines = BufReader::new(self.disk.open(&self.path)?).lines().skip(1);
        Ok(lines.map(|line| serde_json::from_str(&line?).map_err(io::Error::other)))
    }

    /// The batch has come to its end.
    pub(super) fn close(self) -> io::Result<()> {
        self.disk.remove(&self.path)?;
        self.disk.sync_folder(self.path.parent().unwrap_or(Path::new(".")))
    }
}

/// What there is to resume.
pub(super) enum Resumed {
    Nothing,
    /// A batch with other settings.
    Other,
    /// A batch, and what it has done.
    Done(Journal, Vec<Done>),
}

fn line(line: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(line).map_err(io::Error::other)? + "\n")
}
