//! Which draft a table of comments is on, where only the table is named.

use std::path::{Path, PathBuf};

use vanban::AnyRecord;
use vanban::kinds::{Comments, Resolution};

use super::written::{folder_of, plain};
use crate::office::Desk;
use crate::{folder, input, words};

/// The draft in the folder of a table whose comments it has: the one of whose comments the table says it is, as a
/// table made from it would; where that says several or none, the one from which the folder knows it was made.
///
/// # Errors
/// A sentence with what to type, where it cannot be told.
pub(super) fn find(table: &Path, comments: &Comments, desk: &Desk) -> Result<(PathBuf, AnyRecord), String> {
    let folder = folder_of(table);
    let files = input::files(std::slice::from_ref(&folder)).unwrap_or_default();
    let drafts: Vec<(PathBuf, AnyRecord)> = files
        .into_iter()
        .map(|file| plain(&file))
        .filter_map(|file| Some((file.clone(), input::read(&file, &desk.renderer).ok()?)))
        .filter(|(_, record)| record.downcast_ref::<Resolution>().is_some_and(|it| it.paper.draft.is_some()))
        .collect();
    let told = desk.derivation("comments", None, None);
    let fits = |record: &AnyRecord| {
        let of_draft = told.of(std::slice::from_ref(record)).ok();
        of_draft
            .as_ref()
            .and_then(AnyRecord::downcast_ref::<Comments>)
            .is_some_and(|its| its.subject == comments.subject && its.issuer.name == comments.issuer.name)
    };
    let (fitting, others): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|(_, record)| fits(record));
    let name = table.file_name().unwrap_or_default().to_string_lossy();
    let made_from = folder::made_from(&folder, &name);
    let is_source = |(file, _): &&(PathBuf, AnyRecord)| {
        made_from.iter().any(|name| file.file_name().is_some_and(|own| own.to_string_lossy() == *name))
    };
    match fitting.as_slice() {
        [one] => return Ok(one.clone()),
        [] => others.iter().find(is_source).cloned(),
        several => several.iter().find(is_source).cloned(),
    }
    .ok_or_else(|| {
        let names: Vec<PathBuf> = fitting.into_iter().map(|(file, _)| file).collect();
        words::chain::which_draft(table, &names)
    })
}
