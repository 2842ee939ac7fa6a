//! A paper that is no record's of its own, as DOCX and PDF in a folder.

use std::io;
use std::path::Path;
use std::rc::Rc;

use vanban::batch::Format;
use vanban::{Document, Error};

use super::{By, Files, Folder, Put};
use crate::{output, words};

/// Writes a paper as DOCX and PDF, and prints what stands; a file that somebody else wrote, or wrote to, is kept.
///
/// # Errors
/// A line for each file that does not stand.
pub(crate) fn put_papers(
    document: &Document,
    folder: &Path,
    by: By,
    force: bool,
    inputs: &[&Path],
) -> Result<(), Vec<String>> {
    let mut folder = Folder::open(Rc::new(Files), folder, by, force, inputs).map_err(|said| vec![said])?;
    let path = folder.path().to_owned();
    let failed = |error: io::Error| vec![format!("{}: {}", path.display(), words::unwritten(&error, false))];
    let (mut made, mut kept) = (Vec::new(), Vec::new());
    for format in [Format::Docx, Format::Pdf] {
        let name = format!("{}.{}", document.file_name(), format.extension());
        let bytes = format.bytes(document).map_err(|error| lines(&error))?;
        match folder.put(&name, &bytes).map_err(failed)? {
            Put::Stands => made.push(name),
            Put::Kept(why) => kept.push((name, why.to_owned())),
            Put::Failed(why) => kept.push((name, why)),
        }
    }
    kept.extend(folder.commit().map_err(failed)?);
    folder.close().map_err(failed)?;
    made.retain(|name| !kept.iter().any(|(other, _)| other == name));
    made.iter().for_each(|name| _ = output::print(&path.join(name).display().to_string()));
    let kept: Vec<String> =
        kept.iter().map(|(name, why)| format!("{}: {why}", path.join(name).display())).collect();
    if kept.is_empty() { Ok(()) } else { Err(kept) }
}

fn lines(error: &Error) -> Vec<String> {
    error.to_string().lines().map(str::to_owned).collect()
}
