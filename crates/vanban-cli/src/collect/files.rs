//! The files that were sent and that came back.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::batch::{RECORDS, REPORT};
use vanban::collect::Returns;

use super::names;
use crate::{reading, words};

/// How the files of a list are called.
const LISTS: &str = "danh-sach-";

/// What was read of the files that came back.
pub(super) struct Read {
    /// How many there were.
    pub(super) count: usize,
    /// Whether each could be read.
    pub(super) all: bool,
}

/// Notes the files of a folder as sent; what is none of those is told.
pub(super) fn sent(folder: &Path, returns: &mut Returns<'_>) -> Result<(), Vec<String>> {
    let mut any = false;
    let (paths, _) = within(folder)?;
    for path in paths {
        if !is_docx(&path) {
            continue;
        }
        let said = match reading::bytes(&path) {
            Err(error) => Err(words::unread(&error)),
            Ok(bytes) => {
                returns.sent(&name(&path), &bytes).map_err(|_| words::collect::not_sent().to_owned())
            }
        };
        match said {
            Ok(()) => any = true,
            Err(said) => tell!("{}: {said}", path.display()),
        }
    }
    if any { Ok(()) } else { Err(vec![format!("{}: {}", folder.display(), words::collect::nothing_sent())]) }
}

/// Adds the files that came back. The list, the records and the report of an earlier run are none.
pub(super) fn returned(
    given: &[PathBuf],
    output: &Path,
    returns: &mut Returns<'_>,
) -> Result<Read, Vec<String>> {
    let in_output = |path: &PathBuf| path.parent().is_some_and(|folder| is_same(folder, output));
    let own = |path: &PathBuf| !given.contains(path) && is_own(&name(path)) && in_output(path);
    let mut read = Read { count: 0, all: true };
    for path in named(given)?.into_iter().filter(|path| !own(path)) {
        match reading::bytes(&path) {
            Ok(bytes) => {
                returns.add(&name(&path), &bytes);
                read.count += 1;
            }
            Err(error) => {
                tell!("{}: {}", path.display(), words::unread(&error));
                read.all = false;
            }
        }
    }
    Ok(read)
}

/// The files that are named, and those in folders that are.
pub(super) fn named(given: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<String>> {
    let mut paths = Vec::new();
    for path in given {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let (files, folders) = within(path)?;
        folders.iter().for_each(|folder| tell!("{}: {}", folder.display(), words::collect::inner_folder()));
        paths.extend(files);
    }
    Ok(paths)
}

/// A file, and who returned it: `b.docx=Chi bộ 3`.
///
/// # Errors
/// A sentence with what to write.
pub(super) fn who(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').map(|(file, who)| (file.trim().to_owned(), who.trim().to_owned()));
    let whole = parts.filter(|(file, who)| !file.is_empty() && !who.is_empty());
    whole.ok_or_else(|| words::opinions::a_name(text))
}

/// Who returned a file, where that is said.
pub(super) fn said_of(file: &Path, said: &[(String, String)]) -> Option<String> {
    said.iter().find(|said| is_said_of(file, said)).map(|(_, who)| who.clone())
}

/// Whether that is said of this file, by its name or its path.
pub(super) fn is_said_of(file: &Path, (own, _): &(String, String)) -> bool {
    names::alike(own, &name(file)) || Path::new(own) == file
}

pub(super) fn is_docx(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("docx"))
}

/// Whether a run wrote a file of this name into the folder of its results.
fn is_own(name: &str) -> bool {
    [RECORDS, REPORT].contains(&name) || name.starts_with('.') || name.starts_with(LISTS)
}

fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// The files of a folder, by name, and the folders in it, which are not looked into.
pub(super) fn within(folder: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Vec<String>> {
    let failed =
        |error: std::io::Error| vec![format!("{}: {}", folder.display(), words::unread_folder(&error))];
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(failed)?;
    paths.sort();
    let folders = paths.iter().filter(|path| path.is_dir()).cloned().collect();
    paths.retain(|path| path.is_file());
    Ok((paths, folders))
}

pub(super) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
