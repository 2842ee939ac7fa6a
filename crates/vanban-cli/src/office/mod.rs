//! `vanban.toml`: what an office writes in all of its papers, and how it has them made, said once, beside the papers.

mod defaults;
mod fonts;
pub(crate) mod init;
pub(crate) mod questions;
mod reader;
mod setup;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use vanban::profile::ProfileId;

use setup::profile;
pub(crate) use setup::{Desk, Desks, Setup};

use crate::{reading, words};

/// How the file is called.
pub(crate) const FILE: &str = "vanban.toml";

/// What an office always writes, and how its papers are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Office {
    /// The folder of the file.
    folder: PathBuf,
    /// Whether there is one.
    stands: bool,
    office: Option<String>,
    superior: Option<String>,
    place: Option<String>,
    criteria_set: Option<String>,
    signer: Vec<(String, String)>,
    recipients: Vec<String>,
    archive: Option<String>,
    output: Option<String>,
    profile: Option<ProfileId>,
    wording: Option<String>,
    criteria: Vec<String>,
    fonts: Option<String>,
}

impl Office {
    /// The office of a file or folder: of the `vanban.toml` beside it, else of that in the working folder; one that
    /// says nothing where there is none.
    ///
    /// # Errors
    /// Every problem of the file, a line each.
    pub(crate) fn beside(input: &Path) -> Result<Office, Vec<String>> {
        let Some(file) = Office::file(input) else { return Ok(Office::default()) };
        let told = |said: &str| format!("{}: {said}", file.display());
        if file.is_dir() {
            return Err(vec![told("đây là thư mục, không phải tệp khai báo; hãy đổi tên thư mục này")]);
        }
        let text = reading::text(&file).map_err(|error| vec![told(&words::unread(&error))])?;
        let office =
            Office::parse(&text).map_err(|wrong| wrong.iter().map(|said| told(said)).collect::<Vec<_>>())?;
        let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
        Ok(Office { folder, stands: true, ..office })
    }

    /// The folder of its file; empty where there is none.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a file or folder has an office's file.
    pub(crate) fn stands(input: &Path) -> bool {
        Office::file(input).is_some()
    }

    /// The folder of the office's file of a file or folder.
    pub(crate) fn folder_of(input: &Path) -> Option<PathBuf> {
        Some(Office::file(input)?.parent()?.to_path_buf())
    }

    /// The office's file of a file or folder.
    fn file(input: &Path) -> Option<PathBuf> {
        let beside = if input.is_dir() { Some(input) } else { input.parent() };
        let above = if input.is_dir() { input.parent() } else { None };
        let folders = [beside, above, Some(Path::new(""))];
        folders.into_iter().flatten().map(|folder| folder.join(FILE)).find(|file| file.exists())
    }

    /// Where papers go; counted from the folder of the file.
    pub(crate) fn output(&self) -> Option<PathBuf> {
        self.output.as_ref().map(|output| self.folder.join(output))
    }
}
