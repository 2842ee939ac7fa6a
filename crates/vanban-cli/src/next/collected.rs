//! The table of comments that came back in files, written as the chain writes it.

use std::path::Path;

use vanban::AnyRecord;
use vanban::kinds::Comments;

use super::ways::{Chain, usual_name};
use super::written::Writing;
use super::{corrected, fill, numbered};
use crate::folder::By;
use crate::making::Extras;
use crate::office::Desk;
use crate::words;

/// Writes a table of comments on a draft, with its papers, and says what follows; whether all of it stands. It goes into a
/// folder or a file of JSON, else beside the first of the files that it is made of.
pub(crate) fn collected(
    desk: &Desk,
    (draft, table): (&AnyRecord, AnyRecord),
    files: &[&Path],
    output: Option<&Path>,
    force: bool,
) -> bool {
    let records = std::slice::from_ref(draft);
    let chain = Chain::of(desk, records);
    let Some(first) = files.first() else { return false };
    let Ok(table) = chain.told(first, fill::filled(&table, &desk.office)) else { return false };
    let own = corrected::own_file(first, draft, desk);
    let inputs = own.iter().map(std::path::PathBuf::as_path).chain(files.iter().copied()).collect();
    let unsaid = Some("comments.unanswered");
    let writing =
        Writing { desk, by: By::Collect, force, fill_in: false, extras: Extras::default(), unsaid, inputs };
    let is_json = |at: &&Path| at.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"));
    let at = output.map(|at| if is_json(&at) { at.to_owned() } else { at.join(usual_name(&table)) });
    let is_empty = table.downcast_ref::<Comments>().is_some_and(|table| table.comments.is_empty());
    let to_do = if is_empty { words::chain::write_comments } else { words::opinions::answer };
    numbered(&writing, at.as_deref(), (&table, &[]), &chain, to_do, None) == 0
}
