//! Which files of a folder the command made, and how they were then.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{By, Disk};

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

/// The names and digests of what the command made in a folder.
#[derive(Debug)]
pub(super) struct Ledger {
    path: PathBuf,
    /// The file as it is, to see whether it changes.
    text: String,
    made: BTreeMap<String, Vec<Line>>,
}

impl Ledger {
    /// Reads it; a line that was not finished is none.
    pub(super) fn read(disk: &dyn Disk, folder: &Path) -> io::Result<Ledger> {
        let path = folder.join(NAME);
        let mut bytes = Vec::new();
        match disk.open(&path) {
            Ok(mut file) => _ = file.read_to_end(&mut bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut made: BTreeMap<String, Vec<Line>> = BTreeMap::new();
        for line in text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok()) {
            made.entry(line.name.clone()).or_default().push(line);
        }
        Ok(Ledger { path, text, made })
    }

    /// Whether the command made a file of this name.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.made.contains_key(name)
    }

    /// Whether the command made it so.
    pub(super) fn has(&self, name: &str, digest: &str) -> bool {
        self.made.get(name).is_some_and(|lines| lines.iter().any(|line| line.digest == digest))
    }

    /// The files from which a file was made.
    pub(super) fn made_from(&self, name: &str) -> &[String] {
        self.made.get(name).and_then(|lines| lines.last()).map_or(&[], |line| &line.made_from)
    }

    /// The names of what a command made.
    pub(super) fn names(&self, by: By) -> impl Iterator<Item = &str> {
        let last = move |lines: &Vec<Line>| lines.last().is_some_and(|line| line.by == by);
        self.made.iter().filter(move |(_, lines)| last(lines)).map(|(name, _)| name.as_str())
    }

    /// Notes what will be written; safe when it comes back.
    pub(super) fn note(&mut self, disk: &dyn Disk, lines: Vec<Line>) -> io::Result<()> {
        let mut text = String::new();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            text.push('\n');
        }
        for line in &lines {
            text.push_str(&serde_json::to_string(line).map_err(io::Error::other)?);
            text.push('\n');
        }
        disk.append(&self.path)?.write_all(text.as_bytes())?;
        disk.sync(&self.path)?;
        if self.text.is_empty() {
            // The file itself is new.
            disk.sync_folder(self.path.parent().unwrap_or(Path::new(".")))?;
        }
        self.text.push_str(&text);
        for line in lines {
            self.made.entry(line.name.clone()).or_default().push(line);
        }
        Ok(())
    }

    /// A file stands as this line has it, and no longer as any other.
    pub(super) fn stands(&mut self, line: Line) {
        self.made.insert(line.name.clone(), vec![line]);
    }

    /// What was noted last of a file has not come to be.
    pub(super) fn withdraw(&mut self, name: &str) {
        if let Some(lines) = self.made.get_mut(name) {
            lines.pop();
            if lines.is_empty() {
                self.made.remove(name);
            }
        }
    }

    /// The whole of it, by name; none where it is written so already.
    pub(super) fn rewritten(&self) -> io::Result<Option<String>> {
        let mut text = String::new();
        for line in self.made.values().flatten() {
            text.push_str(&serde_json::to_string(line).map_err(io::Error::other)?);
            text.push('\n');
        }
        Ok((text != self.text).then_some(text))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}
