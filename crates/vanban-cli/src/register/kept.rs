//! The file of the register: read and written whole, by one command at a time.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use vanban::register::{Entry, Register};

use crate::folder::{self, Files};
use crate::office::Office;
use crate::{reading, words};

/// How the file is called; it stands beside `vanban.toml`.
pub(crate) const FILE: &str = "so-van-ban-di.json";
/// Its lock. It stays there: who removes a lock may remove another's.
const LOCK: &str = ".so-van-ban-di.lock";
/// What is written before it has the file's name. No other command takes it for something left behind.
const PART: &str = ".so-van-ban-di.part";
/// Who changes a register is done in a moment; many may want to at once.
const PATIENCE: Duration = Duration::from_secs(60);

/// The register of an office.
pub(crate) struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// Beside the office's file, else in the working folder.
    pub(crate) fn of(office: &Office) -> Kept {
        let folder = office.folder();
        Kept { folder: if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() } }
    }

    /// Whether the office keeps one.
    pub(crate) fn stands(&self) -> bool {
        self.folder.join(FILE).exists()
    }

    /// The file, as it is told.
    pub(crate) fn path(&self) -> PathBuf {
        let path = self.folder.join(FILE);
        path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
    }

    /// The register as it stands; one without papers where there is none.
    ///
    /// # Errors
    /// Lines that name the file.
    pub(crate) fn read(&self) -> Result<Register, Vec<String>> {
        if !self.stands() {
            return Ok(Register::new());
        }
        let told = |said: String| format!("{}: {said}", self.path().display());
        let text =
            reading::text(&self.folder.join(FILE)).map_err(|error| vec![told(words::unread(&error))])?;
        Register::from_json(&text).map_err(|error| words::of_error(&error).into_iter().map(told).collect())
    }

    /// Changes the register while no other command can, and writes it where it is another then.
    ///
    /// # Errors
    /// Lines of the change, or of the file.
    pub(crate) fn change<T>(
        &self,
        change: impl FnOnce(&mut Register) -> Result<T, String>,
    ) -> Result<T, Vec<String>> {
        let told = |said: String| vec![format!("{}: {said}", self.path().display())];
        let failed = |error: io::Error| told(words::unwritten(&error, true));
        let lock = folder::locked_by(&Files, &self.folder.join(LOCK), PATIENCE).map_err(failed)?;
        let _lock = lock.ok_or_else(|| told(words::register::at_work().to_owned()))?;
        let mut register = self.read()?;
        let before = register.clone();
        let made = change(&mut register).map_err(|said| vec![said])?;
        if register != before || !self.stands() {
            let text = register.to_json().map_err(|error| told(error.to_string()))? + "\n";
            let part = self.folder.join(PART);
            folder::write_whole_as(&Files, &self.folder.join(FILE), &part, |file| {
                file.write_all(text.as_bytes())
            })
            .map_err(failed)?;
        }
        Ok(made)
    }

    /// What a file is called in the register.
    pub(crate) fn name_of(&self, file: &Path) -> Option<String> {
        folder::named_from(&self.folder, &[file]).pop()
    }

    /// Gives a paper its number, or the one that it was given before, or this one; with it, whether it is new.
    ///
    /// # Errors
    /// Lines that say why it has none: another paper has the number, or nobody has said how Quyết định and Quy định are
    /// numbered.
    pub(crate) fn number(&self, paper: &Entry, given: Option<u32>) -> Result<(Entry, bool), Vec<String>> {
        self.change(|register| {
            if register.must_ask(paper) {
                return Err(words::register::how_decisions().to_owned());
            }
            let mut paper = paper.clone();
            let before = register.entered(&paper).cloned();
            let next = register.next(&paper);
            paper.number = given.or(before.as_ref().map(|it| it.number)).unwrap_or(next);
            if let Some(other) = before.as_ref().filter(|it| it.number != paper.number) {
                register.withdraw(other);
            }
            register
                .enter(paper.clone())
                .map_err(|holder| words::register::taken(&holder, register.next(&paper)))?;
            if paper.number > next && before.is_none() {
                tell!("{}", words::register::left_open(&paper, next));
            }
            Ok((paper, before.is_none()))
        })
    }

    /// Takes a number back that was given to a paper which is not to be.
    pub(crate) fn take_back(&self, paper: &Entry) {
        let taken = self.change(|register| {
            register.withdraw(paper);
            Ok(())
        });
        taken.unwrap_or_else(|lines| lines.iter().for_each(|line| tell!("{line}")));
    }
}
