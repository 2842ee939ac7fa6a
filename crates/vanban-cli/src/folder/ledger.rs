//! Which files of a folder the command made, and how they were then.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::part::Hashing;
use super::{By, Disk, Files, write_whole_by};

/// Its name in the folder.
pub(super) const NAME: &str = ".vanban.jsonl";

/// A line of it. A name may have several: what is to be written is noted before it has its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) digest: String,
    pub(super) by: By,
    /// The files that it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) made_from: Vec<String>,
}

/// The names and digests of what the command made in a folder. A folder may have many: each takes about as much as its
/// name and its digest.
pub(super) struct Ledger {
    path: PathBuf,
    /// What tells the file as it is, to see whether it changes.
    written: Hashing<io::Sink>,
    is_empty: bool,
    ends_in_line: bool,
    /// How each file is, as it was noted last.
    made: BTreeMap<Box<str>, Held>,
    /// What was noted of a file before, as long as nobody knows which of it stands.
    earlier: BTreeMap<Box<str>, Vec<Held>>,
    /// From what files were made: few of many have others than their neighbours.
    sources: Vec<Vec<String>>,
}

/// What a line says of a file beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    digest: [u8; 16],
    by: By,
    /// Which of the sources it is from.
    sources: u32,
}

impl Ledger {
    /// Reads it; a line that was not finished is none.
    pub(super) fn read(disk: &dyn Disk, folder: &Path) -> io::Result<Ledger> {
        let mut ledger = Ledger {
            path: folder.join(NAME),
            written: Hashing::new(io::sink()),
            is_empty: true,
            ends_in_line: true,
            made: BTreeMap::new(),
            earlier: BTreeMap::new(),
            sources: Vec::new(),
        };
        let mut file = match disk.open(&ledger.path) {
            Ok(file) => BufReader::new(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(ledger),
            Err(error) => return Err(error),
        };
        let mut bytes = Vec::new();
        while file.read_until(b'\n', &mut bytes)? > 0 {
            ledger.wrote(&bytes)?;
            if let Ok(line) = serde_json::from_slice(&bytes) {
                ledger.push(line);
            }
            bytes.clear();
        }
        Ok(ledger)
    }

    fn wrote(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.is_empty &= bytes.is_empty();
        self.ends_in_line = bytes.ends_with(b"\n");
        self.written.write_all(bytes)
    }

    /// A line more of a file.
    fn push(&mut self, line: Line) {
        let Some((name, held)) = self.held(line) else { return };
        if let Some(before) = self.made.insert(name.clone(), held) {
            self.earlier.entry(name).or_default().push(before);
        }
    }

    /// What is kept of a line; nothing of one that has no digest.
    fn held(&mut self, line: Line) -> Option<(Box<str>, Held)> {
        let digest = bytes_of(&line.digest)?;
        let known = self.sources.iter().rposition(|known| *known == line.made_from);
        let sources = known.unwrap_or_else(|| {
            self.sources.push(line.made_from);
            self.sources.len() - 1
        });
        let sources = u32::try_from(sources).ok()?;
        Some((line.name.into(), Held { digest, by: line.by, sources }))
    }

    /// Whether the command made a file of this name.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.made.contains_key(name)
    }

    /// Whether the command made it so.
    pub(super) fn has(&self, name: &str, digest: &str) -> bool {
        let digest = bytes_of(digest);
        let earlier = self.earlier.get(name).into_iter().flatten();
        self.made.get(name).into_iter().chain(earlier).any(|held| Some(held.digest) == digest)
    }

    /// The files from which a file was made.
    pub(super) fn made_from(&self, name: &str) -> &[String] {
        self.made.get(name).map_or(&[], |held| self.sources_of(held))
    }

    fn sources_of(&self, held: &Held) -> &[String] {
        let sources = usize::try_from(held.sources).ok().and_then(|index| self.sources.get(index));
        sources.map_or(&[], Vec::as_slice)
    }

    /// The names of what a command made.
    pub(super) fn names(&self, by: By) -> impl Iterator<Item = &str> {
        self.made.iter().filter(move |(_, held)| held.by == by).map(|(name, _)| &**name)
    }

    /// Notes what will be written; safe when it comes back.
    pub(super) fn note(&mut self, disk: &dyn Disk, lines: Vec<Line>) -> io::Result<()> {
        let mut text = String::new();
        if !self.ends_in_line {
            text.push('\n');
        }
        for line in &lines {
            text.push_str(&serde_json::to_string(line).map_err(io::Error::other)?);
            text.push('\n');
        }
        disk.append(&self.path)?.write_all(text.as_bytes())?;
        disk.sync(&self.path)?;
        if self.is_empty {
            // The file itself is new.
            disk.sync_folder(self.path.parent().unwrap_or(Path::new(".")))?;
        }
        self.wrote(text.as_bytes())?;
        lines.into_iter().for_each(|line| self.push(line));
        Ok(())
    }

    /// A file stands as this line has it, and no longer as any other.
    pub(super) fn stands(&mut self, line: Line) {
        let Some((name, held)) = self.held(line) else { return };
        self.earlier.remove(&name);
        self.made.insert(name, held);
    }

    /// What was noted last of a file has not come to be.
    pub(super) fn withdraw(&mut self, name: &str) {
        let before = self.earlier.get_mut(name).and_then(Vec::pop);
        match (before, self.made.get_mut(name)) {
            (Some(before), Some(held)) => *held = before,
            _ => drop(self.made.remove(name)),
        }
    }

    /// Writes the whole of it, by name, where it is not written so already.
    pub(super) fn close(self, disk: &dyn Disk) -> io::Result<()> {
        let mut hashing = Hashing::new(io::sink());
        self.write(&mut hashing)?;
        if hashing.finish() == self.written.clone().finish() {
            return Ok(());
        }
        write_whole_by(disk, &self.path, |file| self.write(file))
    }

    fn write(&self, file: &mut dyn Write) -> io::Result<()> {
        for (name, last) in &self.made {
            let earlier = self.earlier.get(name).into_iter().flatten();
            for held in earlier.chain([last]) {
                let line = Line {
                    name: name.to_string(),
                    digest: held.digest.iter().map(|byte| format!("{byte:02x}")).collect(),
                    by: held.by,
                    made_from: self.sources_of(held).to_vec(),
                };
                serde_json::to_writer(&mut *file, &line).map_err(io::Error::other)?;
                file.write_all(b"\n")?;
            }
        }
        Ok(())
    }
}

/// The files from which a file of a folder was made, as far as the folder knows.
pub(crate) fn made_from(folder: &Path, name: &str) -> Vec<String> {
    let ledger = Ledger::read(&Files, folder);
    ledger.map(|ledger| ledger.made_from(name).to_vec()).unwrap_or_default()
}

/// The bytes of a digest; nothing where it is none.
fn bytes_of(digest: &str) -> Option<[u8; 16]> {
    u128::from_str_radix(digest, 16).ok().filter(|_| digest.len() == 32).map(u128::to_be_bytes)
}
