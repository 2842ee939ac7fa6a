//! The words of `bao-cao.csv`; those for offices are the library's.

use vanban::table::{Error, Fate, Report};

/// The report as a file.
pub(crate) fn file(report: &Report) -> Result<Vec<u8>, Error> {
    if !crate::lang::is_english() {
        return report.to_csv();
    }
    report.to_csv_in(["Record", "Files", "Result", "To look at"], english)
}

fn english(fate: Fate) -> &'static str {
    match fate {
        Fate::Made => "made",
        Fate::Kept => "kept",
        Fate::Unwritten => "not written",
        Fate::Refused => "refused",
        Fate::Failed => "failed",
        Fate::Taken => "taken",
        Fate::NotReturned => "not returned",
        _ => "left out",
    }
}

/// Whether a state is of a record without a document, in either language: a report may be of another run.
pub(crate) fn is_without_paper(state: &str) -> bool {
    [Fate::Refused, Fate::Failed].iter().any(|fate| [fate.term(), english(*fate)].contains(&state))
}
