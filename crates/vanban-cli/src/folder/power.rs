//! A disk in memory: its power can be cut at any step, and it can refuse names, as another program does that has
//! files open.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Error, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::Disk;
use super::disk::Lock;

/// A disk whose power is cut after some steps.
#[derive(Debug, Clone, Default)]
pub(crate) struct Power(Rc<RefCell<State>>);

#[derive(Debug, Clone, Default)]
struct State {
    contents: Vec<Content>,
    names: BTreeMap<PathBuf, usize>,
    safe_names: BTreeMap<PathBuf, usize>,
    refused: BTreeSet<String>,
    full: bool,
    /// Steps until the power is cut, if it is.
    left: Option<usize>,
    steps: usize,
}

#[derive(Debug, Clone, Default)]
struct Content {
    bytes: Vec<u8>,
    /// How much of it is safe.
    safe: Vec<u8>,
}

/// What is lost of what was not synced.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Loss {
    /// All of it.
    All,
    /// What is in the files, not their names.
    Contents,
    /// Half of what is in the files.
    Half,
}

impl Power {
    /// The power is cut after so many steps: from then on nothing succeeds.
    pub(crate) fn cut_after(self, steps: usize) -> Power {
        self.0.borrow_mut().left = Some(steps);
        self
    }

    /// Another program holds files of these names.
    pub(crate) fn refuse(&self, names: &[&str]) {
        self.0.borrow_mut().refused = names.iter().map(|&name| name.to_owned()).collect();
    }

    /// There is no room for anything more.
    pub(crate) fn fill(&self, full: bool) {
        self.0.borrow_mut().full = full;
    }

    /// How many steps there were.
    pub(crate) fn steps(&self) -> usize {
        self.0.borrow().steps
    }

    /// The disk when the power is back.
    pub(crate) fn back(&self, loss: Loss) -> Power {
        let State { contents, names, safe_names, .. } = self.0.borrow().clone();
        let names = if matches!(loss, Loss::All) { safe_names } else { names };
        let contents = contents.into_iter().map(|content| {
            let Content { mut bytes, safe } = content;
            let half = bytes.len() / 2;
            let kept = match loss {
                Loss::Half if bytes.len() > safe.len() && bytes.starts_with(&safe) => {
                    bytes.truncate(half.max(safe.len()));
                    bytes
                }
                _ => safe,
            };
            Content { bytes: kept.clone(), safe: kept }
        });
        let state =
            State { contents: contents.collect(), safe_names: names.clone(), names, ..State::default() };
        Power(Rc::new(RefCell::new(state)))
    }

    /// The files that there are.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.0.borrow();
        state.names.iter().map(|(path, &at)| (path.clone(), state.contents[at].bytes.clone())).collect()
    }

    /// Somebody else writes a file.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.0.borrow_mut();
        let content = Content { bytes: bytes.to_vec(), safe: bytes.to_vec() };
        state.contents.push(content);
        let at = state.contents.len() - 1;
        state.names.insert(path.to_owned(), at);
        state.safe_names.insert(path.to_owned(), at);
    }

    fn step(&self) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.steps += 1;
        match &mut state.left {
            Some(0) => Err(Error::other("no power")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn at(&self, path: &Path) -> io::Result<usize> {
        self.0.borrow().names.get(path).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn held(&self, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let state = self.0.borrow();
        let is_held = state.refused.contains(&name) && state.names.contains_key(path);
        if is_held { Err(ErrorKind::ResourceBusy.into()) } else { Ok(()) }
    }
}

impl Disk for Power {
    fn make_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let state = self.0.borrow();
        let inside = state.names.keys().filter_map(|path| path.strip_prefix(folder).ok());
        Ok(inside.map(|name| name.to_string_lossy().into_owned()).collect())
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Lock>> {
        Ok(Some(Lock(None)))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        let bytes = self.0.borrow().contents[self.at(path)?].bytes.clone();
        Ok(Box::new(Cursor::new(bytes)))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Write>> {
        self.step()?;
        let mut state = self.0.borrow_mut();
        let at = state.contents.len();
        state.contents.push(Content::default());
        state.names.insert(path.to_owned(), at);
        Ok(Box::new(File { disk: self.clone(), at }))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Write>> {
        match self.at(path) {
            Ok(at) => Ok(Box::new(File { disk: self.clone(), at })),
            Err(_) => self.create(path),
        }
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        let at = self.at(path)?;
        let content = &mut self.0.borrow_mut().contents[at];
        content.safe = content.bytes.clone();
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        self.held(to)?;
        let at = self.at(from)?;
        let mut state = self.0.borrow_mut();
        state.names.remove(from);
        state.names.insert(to.to_owned(), at);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        self.at(path)?;
        self.0.borrow_mut().names.remove(path);
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.step()?;
        let mut state = self.0.borrow_mut();
        state.safe_names = state.names.clone();
        Ok(())
    }
}

/// A file that is being written.
struct File {
    disk: Power,
    at: usize,
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.step()?;
        let mut state = self.disk.0.borrow_mut();
        if state.full {
            return Err(ErrorKind::StorageFull.into());
        }
        state.contents[self.at].bytes.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
