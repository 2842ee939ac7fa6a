//! A folder that the command writes into. Nothing is overwritten that it did not make, nothing is half written, and
//! one command at a time is at work in it.

mod disk;
mod ledger;
mod lock;
mod papers;
mod part;
#[cfg(test)]
pub(crate) mod power;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub(crate) use disk::{Disk, Files};
pub(crate) use ledger::made_from;
use ledger::{Ledger, Line};
use lock::Held;
pub(crate) use lock::locked_by;
pub(crate) use papers::put_papers;
pub(crate) use part::{Hashing, digest};

use crate::words;

/// What the name of an unfinished file begins and ends with.
const PART: (&str, &str) = (".vanban-", ".part");

/// A command that makes one paper is done before.
const SOON: Duration = Duration::from_secs(5);

/// Which command made a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum By {
    Render,
    Batch,
    Summarize,
    Next,
    Issue,
    Copy,
    Bind,
    Collect,
    Watch,
    Register,
}

impl By {
    /// How long it waits for another command: one that makes a paper is soon done, a batch is not.
    fn patience(self) -> Duration {
        match self {
            By::Batch => Duration::ZERO,
            _ => SOON,
        }
    }
}

/// What becomes of a file.
#[derive(Debug)]
pub(crate) enum Put {
    /// It stands, or will with the next commit.
    Stands,
    /// Another file stands there, and is kept. The sentence says why.
    Kept(&'static str),
    /// It cannot be written. The sentence says why.
    Failed(String),
}

/// A file that is written, but has not its name yet.
#[derive(Debug)]
struct Staged {
    line: Line,
    /// Whether another file is replaced.
    replaces: bool,
}

/// A folder, locked.
pub(crate) struct Folder {
    path: PathBuf,
    disk: Rc<dyn Disk>,
    by: By,
    force: bool,
    /// Files that are read, and so never written.
    inputs: Vec<PathBuf>,
    /// The files that those of this run are made from.
    made_from: Vec<String>,
    ledger: Ledger,
    /// The names of this run, as [`told_apart`] has them.
    given: HashSet<u64>,
    staged: Vec<Staged>,
    _lock: Held,
}

impl Folder {
    /// Opens a folder, made where there is none; with `force` other people's files are overwritten.
    ///
    /// # Errors
    /// A sentence that names the folder.
    pub(crate) fn open(
        disk: Rc<dyn Disk>,
        path: &Path,
        by: By,
        force: bool,
        inputs: &[&Path],
    ) -> Result<Folder, String> {
        let said = |error: io::Error| format!("{}: {}", path.display(), words::unwritten(&error, false));
        let is_new = !path.exists();
        disk.make_folder(path).map_err(said)?;
        let lock = Held::of(&*disk, path, is_new, by.patience()).map_err(said)?;
        let lock = lock.ok_or_else(|| format!("{}: {}", path.display(), words::at_work()))?;
        for name in disk.names(path).map_err(said)? {
            // What a command left that was ended; its own lock is gone.
            if name.starts_with(PART.0) && name.ends_with(PART.1) {
                // One that another program holds is in nobody's way.
                let _ = disk.remove(&path.join(name));
            }
        }
        let ledger = Ledger::read(&*disk, path).map_err(said)?;
        // The folder itself, where it is new.
        let outer = path.parent().filter(|outer| !outer.as_os_str().is_empty()).unwrap_or(Path::new("."));
        disk.sync_folder(outer).or_else(|_| disk.sync_folder(path)).map_err(said)?;
        let inputs = inputs.iter().filter_map(|input| fs::canonicalize(input).ok()).collect();
        let (given, staged, made_from) = (HashSet::new(), Vec::new(), Vec::new());
        let path = path.to_owned();
        Ok(Folder { path, disk, by, force, inputs, made_from, ledger, given, staged, _lock: lock })
    }

    /// The folder, in which is noted that the files of this run are made from these.
    pub(crate) fn made_from(mut self, files: &[&Path]) -> Folder {
        self.made_from = named_from(&self.path, files);
        self
    }

    /// As [`Folder::made_from`], by names that do not change where the folder is moved.
    pub(crate) fn made_from_these(self, made_from: Vec<String>) -> Folder {
        Folder { made_from, ..self }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn disk(&self) -> &Rc<dyn Disk> {
        &self.disk
    }

    /// Writes a file. It has its name after the next [`Folder::commit`].
    ///
    /// # Errors
    /// Where nothing more can be written: the disk is full.
    pub(crate) fn put(&mut self, name: &str, bytes: &[u8]) -> io::Result<Put> {
        let digest = digest(bytes);
        let replaces = match self.standing(name, &digest) {
            Ok(replaces) => replaces,
            Err(put) => return Ok(put),
        };
        let path = self.part(name);
        let written = self
            .disk
            .create(&path)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.flush()))
            .and_then(|()| self.disk.sync(&path));
        match written {
            Ok(()) => {
                self.stage(name, digest, replaces);
                Ok(Put::Stands)
            }
            Err(error) => {
                // What is left of a file that could not be written is of no use; that it is gone is no news.
                let _ = self.disk.remove(&path);
                if words::is_the_disks(&error) {
                    Err(error)
                } else {
                    Ok(Put::Failed(words::unwritten(&error, replaces)))
                }
            }
        }
    }

    /// Begins a file that is written bit by bit.
    pub(crate) fn begin(&self, name: &str) -> io::Result<Hashing<BufWriter<Box<dyn Write>>>> {
        Ok(Hashing::new(BufWriter::new(self.disk.create(&self.part(name))?)))
    }

    /// The file that was begun is whole. It has its name after the next [`Folder::commit`].
    ///
    /// # Errors
    /// As [`Folder::put`].
    pub(crate) fn end(
        &mut self,
        name: &str,
        mut file: Hashing<BufWriter<Box<dyn Write>>>,
    ) -> io::Result<Put> {
        let path = self.part(name);
        file.flush()?;
        let digest = file.finish();
        self.disk.sync(&path)?;
        match self.standing(name, &digest) {
            Ok(replaces) => {
                self.stage(name, digest, replaces);
                Ok(Put::Stands)
            }
            Err(put) => {
                let _ = self.disk.remove(&path);
                Ok(put)
            }
        }
    }

    fn stage(&mut self, name: &str, digest: String, replaces: bool) {
        let line = self.line(name, digest);
        self.staged.push(Staged { line, replaces });
    }

    fn line(&self, name: &str, digest: String) -> Line {
        Line { name: name.to_owned(), digest, by: self.by, made_from: self.made_from.clone() }
    }

    /// Whether a file is replaced by one of this digest; else why nothing is written.
    fn standing(&mut self, name: &str, digest: &str) -> Result<bool, Put> {
        let path = self.path.join(name);
        // Windows makes no difference between `A` and `a`.
        if !self.given.insert(told_apart(name)) {
            return Err(Put::Kept(words::twice()));
        }
        if !self.inputs.is_empty() && fs::canonicalize(&path).is_ok_and(|path| self.inputs.contains(&path)) {
            return Err(Put::Kept(words::input()));
        }
        let there = match self.disk.open(&path).and_then(part::digest_of) {
            Ok(there) => there,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(Put::Failed(words::unwritten(&error, true))),
        };
        if there == digest {
            // Nothing changes: it may be open elsewhere, and it does not matter who made it.
            let line = self.line(name, there);
            self.ledger.stands(line);
            return Err(Put::Stands);
        }
        match (self.force || self.ledger.has(name, &there), self.ledger.knows(name)) {
            (true, _) => Ok(true),
            (false, true) => Err(Put::Kept(words::edited())),
            (false, false) => Err(Put::Kept(words::foreign())),
        }
    }

    /// Gives the files that were put their names, and waits until they are safe. Those that cannot be replaced are
    /// told, each with the reason.
    ///
    /// # Errors
    /// Where the folder cannot be written any more; nothing that was put since the last commit stands then.
    pub(crate) fn commit(&mut self) -> io::Result<Vec<(String, String)>> {
        let staged = std::mem::take(&mut self.staged);
        if staged.is_empty() {
            return Ok(Vec::new());
        }
        let lines = staged.iter().map(|staged| staged.line.clone()).collect();
        if let Err(error) = self.ledger.note(&*self.disk, lines) {
            for Staged { line, .. } in &staged {
                let _ = self.disk.remove(&self.part(&line.name));
            }
            return Err(error);
        }
        let mut failed = Vec::new();
        for Staged { line, replaces } in staged {
            let part = self.part(&line.name);
            match self.disk.rename(&part, &self.path.join(&line.name)) {
                Ok(()) => self.ledger.stands(line),
                Err(error) => {
                    let _ = self.disk.remove(&part);
                    self.ledger.withdraw(&line.name);
                    failed.push((line.name, words::unwritten(&error, replaces)));
                }
            }
        }
        self.disk.sync_folder(&self.path)?;
        Ok(failed)
    }

    /// Files that this command made here before of the same files, are as they were, and are not among those of this run.
    pub(crate) fn left_over(&self) -> Vec<String> {
        self.others(|made_from| made_from.is_empty() || made_from == self.made_from)
    }

    /// As [`Folder::left_over`], of other files.
    pub(crate) fn of_other_runs(&self) -> Vec<String> {
        self.others(|made_from| !made_from.is_empty() && made_from != self.made_from)
    }

    /// From which files another run of this command made a file that stands here; none where it was of the same ones.
    pub(crate) fn made_from_others(&self, name: &str) -> Option<&[String]> {
        let others = self.ledger.made_from(name);
        let stands = self.path.join(name).is_file();
        (stands && !others.is_empty() && others != self.made_from).then_some(others)
    }

    fn others(&self, is_of: impl Fn(&[String]) -> bool) -> Vec<String> {
        let ours = |name: &&str| {
            let there = self.disk.open(&self.path.join(name)).and_then(part::digest_of);
            there.is_ok_and(|digest| self.ledger.has(name, &digest))
        };
        let not_given = |name: &&str| !self.given.contains(&told_apart(name));
        let others = self.ledger.names(self.by).filter(not_given);
        others.filter(|name| is_of(self.ledger.made_from(name))).filter(ours).map(str::to_owned).collect()
    }

    /// Whether a file stands as it was made.
    pub(crate) fn stands(&self, name: &str, size: u64, digest: &str) -> bool {
        let there = self.disk.open(&self.path.join(name)).and_then(part::measure);
        there.is_ok_and(|there| there == (size, digest.to_owned()))
    }

    /// A file stands that an earlier run of the same records made.
    pub(crate) fn take_over(&mut self, name: &str, digest: &str) {
        self.given.insert(told_apart(name));
        let line = self.line(name, digest.to_owned());
        self.ledger.stands(line);
    }

    /// Writes down what stands, a line a file.
    pub(crate) fn close(self) -> io::Result<()> {
        self.ledger.close(&*self.disk)
    }

    /// The path of a file until it is whole.
    fn part(&self, name: &str) -> PathBuf {
        self.path.join(format!("{}{name}{}", PART.0, PART.1))
    }
}

/// By what names are told apart that a folder of Windows tells apart: a number for each, since there may be many.
fn told_apart(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.to_lowercase().hash(&mut hasher);
    hasher.finish()
}

/// What a folder calls files: by their way from it, those elsewhere by their whole way.
pub(crate) fn named_from(folder: &Path, files: &[&Path]) -> Vec<String> {
    let own = fs::canonicalize(folder).ok();
    let named = |file: &&Path| {
        let real = fs::canonicalize(file).ok()?;
        let here = own.as_deref().and_then(|own| real.strip_prefix(own).ok());
        Some(here.unwrap_or(&real).to_string_lossy().into_owned())
    };
    files.iter().filter_map(named).collect()
}

/// Writes a file that is of no run, such as a record to fill in. The lock keeps others from taking its part for one that
/// was left behind.
///
/// # Errors
/// A sentence about the file.
pub(crate) fn write_alone(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let replaces = path.exists();
    let said = |error: io::Error| words::unwritten(&error, replaces);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _lock = Held::of(&Files, folder, false, SOON).map_err(said)?.ok_or_else(words::at_work)?;
    write_whole(&Files, path, bytes).map_err(said)
}

/// Writes a file of the command's own whole or not at all, and safe when it comes back.
pub(crate) fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole_by(disk, path, |file| file.write_all(bytes))
}

/// As [`write_whole`], bit by bit.
fn write_whole_by(
    disk: &dyn Disk,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = path.with_file_name(format!("{}{name}{}", PART.0, PART.1));
    write_whole_as(disk, path, &part, write)
}

/// As [`write_whole`], under this name until it is whole.
pub(crate) fn write_whole_as(
    disk: &dyn Disk,
    path: &Path,
    part: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = BufWriter::new(disk.create(part)?);
    write(&mut file).and_then(|()| file.flush())?;
    drop(file);
    disk.sync(part)?;
    disk.rename(part, path)?;
    disk.sync_folder(path.parent().unwrap_or(Path::new(".")))
}
