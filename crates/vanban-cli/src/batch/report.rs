//! `bao-cao.csv`, made of the journal; and the records that have a paper.

use std::io::{self, Write};

use vanban::table::{Fate, Report, ReportRow, Survey};

use super::journal::{Done, Filed, Journal, Status, Trouble};
use crate::words;

/// The report of a journal; `survey`: what of a table was left out.
pub(super) fn report(journal: &Journal, survey: Option<&Survey>) -> io::Result<Vec<u8>> {
    of(journal.done()?, survey)
}

/// The report: a row a record, then one for each row of a table that was left out.
pub(crate) fn of(
    records: impl Iterator<Item = io::Result<Done>>,
    survey: Option<&Survey>,
) -> io::Result<Vec<u8>> {
    let mut report = Report::new();
    for done in records {
        let done = done?;
        if done.status != Status::Omitted {
            report.push(row(&done));
        }
    }
    if let Some(survey) = survey {
        report.left_out(survey);
    }
    words::report::file(&report).map_err(io::Error::other)
}

fn row(done: &Done) -> ReportRow {
    let said = done.said.iter().map(ToString::to_string);
    let troubles = done.files.iter().filter_map(|file| match &file.trouble {
        Some(Trouble::Kept(why) | Trouble::Failed(why)) => Some(format!("{}: {why}", file.name)),
        None => None,
    });
    ReportRow {
        record: done.record.clone(),
        files: done.files.iter().map(|file| file.name.clone()).collect(),
        fate: fate(done),
        said: said.chain(troubles).collect(),
    }
}

/// What became of a record and of its files.
fn fate(done: &Done) -> Fate {
    let failed = |file: &Filed| matches!(file.trouble, Some(Trouble::Failed(_)));
    let kept = |file: &Filed| matches!(file.trouble, Some(Trouble::Kept(_)));
    match done.status {
        Status::Made if done.files.iter().any(failed) => Fate::Unwritten,
        Status::Made if !done.files.is_empty() && done.files.iter().all(kept) => Fate::Kept,
        status => status.fate(),
    }
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
