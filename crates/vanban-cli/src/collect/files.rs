//! The files that were sent and that came back.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::collect::Returns;

use crate::{reading, words};

/// Notes the files of a folder as sent.
pub(super) fn sent(folder: &Path, returns: &mut Returns<'_>) -> Result<(), Vec<String>> {
    let mut wrong = Vec::new();
    let mut any = false;
    for path in within(folder)? {
        let is_docx = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("docx"));
        if !is_docx {
            continue;
        }
        let said = match reading::bytes(&path) {
            Err(error) => Err(words::unread(&error)),
            Ok(bytes) => {
                returns.sent(&name(&path), &bytes).map_err(|error| words::of_error(&error).join("; "))
            }
        };
        any = true;
        wrong.extend(said.err().map(|said| format!("{}: {said}", path.display())));
    }
    match (wrong.is_empty(), any) {
        (true, true) => Ok(()),
        (true, false) => Err(vec![format!("{}: {}", folder.display(), words::collect::nothing_sent())]),
        (false, _) => Err(wrong),
    }
}

/// Adds the files that came back; gives how many there were. What stands in the folder of the results is none.
pub(super) fn returned(
    given: &[PathBuf],
    output: &Path,
    returns: &mut Returns<'_>,
) -> Result<usize, Vec<String>> {
    let mut paths = Vec::new();
    for path in given {
        if path.is_dir() { paths.extend(within(path)?) } else { paths.push(path.clone()) }
    }
    let own = |path: &PathBuf| path.parent().is_some_and(|parent| parent == output) && !given.contains(path);
    paths.retain(|path| !own(path));
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in paths {
        match reading::bytes(&path) {
            Ok(bytes) => {
                returns.add(&name(&path), &bytes);
                count += 1;
            }
            Err(error) => wrong.push(format!("{}: {}", path.display(), words::unread(&error))),
        }
    }
    if wrong.is_empty() { Ok(count) } else { Err(wrong) }
}

/// The files of a folder, by name; not those of folders in it.
fn within(folder: &Path) -> Result<Vec<PathBuf>, Vec<String>> {
    let failed =
        |error: std::io::Error| vec![format!("{}: {}", folder.display(), words::unread_folder(&error))];
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(failed)?;
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
