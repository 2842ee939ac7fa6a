//! `bao-cao.csv`: what became of each record, for Vietnamese Excel; and all of it in a line.

use std::collections::BTreeSet;
use std::fmt;

use super::{Error, Survey, csv_file};
use crate::batch::{Outcome, State};
use crate::kinds::Kind;

/// The columns of the report.
const HEADER: [&str; 4] = ["Bản ghi", "Tệp", "Kết quả", "Cần xem"];

/// How a line ends that says something of a criteria set, and so of all records that name it.
const OF_ALL: &str = "; criteria.constructed]";

/// What happened to a record, or to a row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fate {
    /// Its document was made.
    Made,
    /// Its document was made, but none of its files was written: existing files with their names were kept.
    Kept,
    /// Its document was made, but not every file could be written.
    Unwritten,
    /// It breaks the rules, or it could not be read, laid out or written.
    Refused,
    /// A fault of the program: its code panicked.
    Failed,
    /// A file that came back, filled in, was accepted.
    Taken,
    /// Nothing came back of a document that was sent out.
    NotReturned,
    /// It was left out: a hidden row, or a second document whose first one was not made.
    LeftOut,
}

impl Fate {
    /// Its name in the report: `đã làm`, `giữ nguyên`, `chưa ghi được`, `bị từ chối`, `không làm được`, `đã
    /// nhận`, `chưa nộp`, `bỏ qua`.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Fate::Made => "đã làm",
            Fate::Kept => "giữ nguyên",
            Fate::Unwritten => "chưa ghi được",
            Fate::Refused => "bị từ chối",
            Fate::Failed => "không làm được",
            Fate::Taken => "đã nhận",
            Fate::NotReturned => "chưa nộp",
            Fate::LeftOut => "bỏ qua",
        }
    }

    /// Whether a document was made.
    #[must_use]
    pub fn is_made(self) -> bool {
        matches!(self, Fate::Made | Fate::Kept | Fate::Unwritten)
    }
}

impl From<&Outcome> for Fate {
    fn from(outcome: &Outcome) -> Fate {
        match outcome.state {
            State::Written { .. } => Fate::Made,
            State::Refused(_) | State::Failed(_) => Fate::Refused,
            State::Panicked(_) => Fate::Failed,
            State::Omitted => Fate::LeftOut,
        }
    }
}

/// A row of the report: the result for one record of the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// The name of the record: `Tháng 6, dòng 7 (Chi bộ Khu phố 1)`.
    pub record: String,
    /// The names of the files of its document; empty if there is no document.
    pub files: Vec<String>,
    /// What happened to the record.
    pub fate: Fate,
    /// The problems and warnings of the record, one line each.
    pub said: Vec<String>,
}

/// The report of a batch and its counts. A second document ([`Entry::is_second`](crate::batch::Entry::is_second)) that
/// is left out has no row: the row of the first one says why.
///
/// ```
/// use vanban::batch::{self, Batch, Names, Outcome};
/// use vanban::kinds::Resolution;
/// use vanban::table::Report;
///
/// let (mut names, mut report) = (Names::beside_report(), Report::new());
/// Batch::new(&vanban::Renderer::new()).jobs(1).run([Resolution::example()], |outcome: Outcome| {
///     let files = names.files(&outcome);
///     // … here each of outcome.files() goes where it belongs, by its name.
///     report.add(&outcome, files);
///     Ok(())
/// })?;
/// assert_eq!(report.counts().to_string(), "1 văn bản đã làm");
/// let file = report.to_csv()?;
/// assert!(String::from_utf8(file)?.starts_with("\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n"));
/// assert_eq!(batch::REPORT, "bao-cao.csv");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Report {
    rows: Vec<ReportRow>,
    counts: Counts,
    /// What is said of all records together, and was said.
    said: BTreeSet<String>,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub fn new() -> Report {
        Report::default()
    }

    /// An empty report for the rows of a table. For evaluation forms the counts are printed as `chi bộ` and
    /// `phiếu`.
    #[must_use]
    pub fn of_rows(kind: &Kind) -> Report {
        Report { counts: Counts::of_rows(kind), ..Report::default() }
    }

    /// Adds the outcome of the next record, with the names of its files.
    pub fn add(&mut self, outcome: &Outcome, files: impl IntoIterator<Item = String>) {
        if matches!(outcome.state, State::Omitted) {
            return;
        }
        let fate = Fate::from(outcome);
        self.counts.add(fate, outcome.second);
        self.push(ReportRow {
            record: outcome.name.clone(),
            files: files.into_iter().collect(),
            fate,
            said: outcome.remarks().iter().map(ToString::to_string).collect(),
        });
    }

    /// Adds a row that [`Report::counts`] does not count. A remark about a criteria set as a whole (it was
    /// invented) is kept only in the first row that has it.
    pub fn push(&mut self, mut row: ReportRow) {
        row.said.retain(|said| !said.ends_with(OF_ALL) || self.said.insert(said.clone()));
        self.rows.push(row);
    }

    /// Adds the records of a table that were left out because they are hidden or below the signatures. They
    /// come after the rows so far.
    pub fn left_out(&mut self, survey: &Survey) {
        let hidden = survey.hidden_rows().into_iter();
        self.rows.extend(hidden.map(|(record, why)| ReportRow {
            record,
            files: Vec::new(),
            fate: Fate::LeftOut,
            said: vec![why],
        }));
    }

    /// The rows so far.
    #[must_use]
    pub fn rows(&self) -> &[ReportRow] {
        &self.rows
    }

    /// The counts so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Writes the file `bao-cao.csv` for Vietnamese Excel. No cell can be taken for a formula.
    ///
    /// # Errors
    /// As [`csv_file`].
    pub fn to_csv(&self) -> Result<Vec<u8>, Error> {
        self.to_csv_in(HEADER, Fate::term)
    }

    /// Writes the report with other names: `header` for its columns (record, files, result, remarks), `term`
    /// for the results.
    ///
    /// # Errors
    /// As [`csv_file`].
    pub fn to_csv_in(
        &self,
        header: [&'static str; 4],
        term: impl Fn(Fate) -> &'static str,
    ) -> Result<Vec<u8>, Error> {
        let cells = |row: &ReportRow| {
            let (files, said) = (row.files.join("\n"), row.said.join("\n"));
            [row.record.as_str(), &files, term(row.fate), &said].map(harmless)
        };
        csv_file([header.map(str::to_owned)].into_iter().chain(self.rows.iter().map(cells)))
    }
}

/// The counts of a batch. `Display` prints `34 chi bộ, 68 phiếu, 6 bản ghi bị từ chối`, or for other
/// documents `3 văn bản đã làm`. `kept`, `refused` and `unwritten` are left out if they are zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Whether each record is the row of a chi bộ (Party cell), and its documents are evaluation forms.
    pub are_forms: bool,
    /// The number of records that have documents. Second documents are not counted.
    pub rows: usize,
    /// The number of documents, with second ones.
    pub papers: usize,
    /// The number of records that were rejected or failed. A second document counts too, unless it was left
    /// out because of the first one.
    pub refused: usize,
    /// The number of files that were not written, because an existing file of the same name was kept. The
    /// caller sets it.
    pub kept: usize,
    /// The number of files that could not be written. The caller sets it.
    pub unwritten: usize,
}

impl Counts {
    /// Counts that are all zero, for the rows of a table of this kind. For evaluation forms they are printed
    /// as `chi bộ` and `phiếu`.
    #[must_use]
    pub fn of_rows(kind: &Kind) -> Counts {
        Counts { are_forms: kind.scored().is_some(), ..Counts::default() }
    }

    /// Counts a record. `second` says whether its document is a second one
    /// ([`Entry::is_second`](crate::batch::Entry::is_second)).
    pub fn add(&mut self, fate: Fate, second: bool) {
        match fate {
            Fate::Made | Fate::Kept | Fate::Unwritten => {
                self.papers += 1;
                self.rows += usize::from(!second);
            }
            Fate::Refused | Fate::Failed => self.refused += 1,
            Fate::LeftOut | Fate::Taken | Fate::NotReturned => {}
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { rows, papers, .. } = self;
        match self.are_forms {
            true => write!(f, "{rows} chi bộ, {papers} phiếu")?,
            false => write!(f, "{papers} văn bản đã làm")?,
        }
        let parts = [
            (self.kept, "tệp giữ nguyên"),
            (self.refused, "bản ghi bị từ chối"),
            (self.unwritten, "tệp chưa ghi được"),
        ];
        parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .try_for_each(|(count, what)| write!(f, ", {count} {what}"))
    }
}

/// A cell that no spreadsheet program takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+84 24", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("dòng 2 = 3"), "dòng 2 = 3");
    }

    #[test]
    fn what_is_nought_is_not_counted() {
        let mut counts = Counts::default();
        (0..3).for_each(|_| counts.add(Fate::Made, false));
        assert_eq!(counts.to_string(), "3 văn bản đã làm");
        let counts = Counts { papers: 80, kept: 1, unwritten: 2, ..Counts::default() };
        assert_eq!(counts.to_string(), "80 văn bản đã làm, 1 tệp giữ nguyên, 2 tệp chưa ghi được");
        let mut counts = Counts { are_forms: true, ..Counts::default() };
        let fates = [(Fate::Made, false), (Fate::Kept, true), (Fate::Refused, false), (Fate::LeftOut, true)];
        fates.iter().for_each(|(fate, second)| counts.add(*fate, *second));
        assert_eq!(counts.to_string(), "1 chi bộ, 2 phiếu, 1 bản ghi bị từ chối");
    }
}
