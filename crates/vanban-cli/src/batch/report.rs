//! `bao-cao.csv`: what became of each record, for Vietnamese Excel; and the records that have a paper.

use std::io::{self, Write};

use vanban::table;

use super::journal::{Done, Filed, Journal, Status, Trouble};
use crate::words;

/// Its name in the folder.
pub(crate) const NAME: &str = "bao-cao.csv";
/// The name of the file of records.
pub(crate) const RECORDS: &str = "records.jsonl";

/// A row of a table that was left out, and why.
#[derive(Debug)]
pub(crate) struct LeftOut {
    pub(super) place: String,
    pub(super) why: String,
}

/// The report of a journal.
pub(super) fn report(journal: &Journal, left_out: &[LeftOut]) -> io::Result<Vec<u8>> {
    of(journal.done()?, left_out)
}

/// The report: a row a record, then one for each row of a table that was left out.
pub(crate) fn of(
    records: impl Iterator<Item = io::Result<Done>>,
    left_out: &[LeftOut],
) -> io::Result<Vec<u8>> {
    let mut rows = vec![words::report::header().map(str::to_owned)];
    for done in records {
        let done = done?;
        if done.status != Status::Omitted {
            rows.push(row(&done));
        }
    }
    let left_out = left_out
        .iter()
        .map(|left| [left.place.as_str(), "", words::report::left_out(), &left.why].map(harmless));
    rows.extend(left_out);
    table::csv_file(rows).map_err(io::Error::other)
}

fn row(done: &Done) -> [String; 4] {
    let files: Vec<&str> = done.files.iter().map(|file| file.name.as_str()).collect();
    let said = done.said.iter().map(ToString::to_string);
    let troubles = done.files.iter().filter_map(|file| match &file.trouble {
        Some(Trouble::Kept(why) | Trouble::Failed(why)) => Some(format!("{}: {why}", file.name)),
        None => None,
    });
    let said: Vec<String> = said.chain(troubles).collect();
    [&done.record, &files.join("\n"), state(done), &said.join("\n")].map(harmless)
}

/// What became of a record, in a word.
fn state(done: &Done) -> &'static str {
    let failed = |file: &Filed| matches!(file.trouble, Some(Trouble::Failed(_)));
    let kept = |file: &Filed| matches!(file.trouble, Some(Trouble::Kept(_)));
    match done.status {
        Status::Made if done.files.iter().any(failed) => words::report::unwritten(),
        Status::Made if !done.files.is_empty() && done.files.iter().all(kept) => words::report::kept(),
        Status::Made => words::report::made(),
        Status::Refused => words::report::refused(),
        Status::Failed => words::report::failed(),
        Status::Omitted => words::report::left_out(),
    }
}

/// A cell that no spreadsheet program takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// The records that have a paper, as JSON, a line each.
pub(super) fn records(journal: &Journal, mut to: impl Write) -> io::Result<()> {
    for done in journal.done()? {
        if let Some(json) = done?.json {
            writeln!(to, "{json}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+84 24", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("dòng 2 = 3"), "dòng 2 = 3");
    }
}
