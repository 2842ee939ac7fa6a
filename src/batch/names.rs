//! Names that are given once.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Outcome;

/// The file that tells what became of each record of a batch, for Vietnamese Excel.
pub const REPORT: &str = "bao-cao.csv";

/// The file of the records of a batch that have a paper, as JSON, a line each.
pub const RECORDS: &str = "records.jsonl";

/// Gives each paper a name of its own: the first of a name keeps it, those after it are `name-2`,
/// `name-3` and so on in the order of the records, passing over what another paper is called.
///
/// ```
/// let mut names = vanban::batch::Names::default();
/// let given = ["a", "a-2", "a", "b"].map(|name| names.give(name));
/// assert_eq!(given, ["a", "a-2", "a-3", "b"]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Names {
    given: BTreeSet<String>,
    /// How far each name has been counted, so that ten thousand of one name take no longer than of many.
    counted: BTreeMap<String, usize>,
}

impl Names {
    /// The names of papers that stand beside the report and the records of their batch, which no paper is called as.
    ///
    /// ```
    /// let mut names = vanban::batch::Names::beside_report();
    /// assert_eq!(names.give("bao-cao"), "bao-cao-2");
    /// ```
    #[must_use]
    pub fn beside_report() -> Names {
        let mut names = Names::default();
        [REPORT, RECORDS].iter().for_each(|file| names.keep(file));
        names
    }

    /// Keeps the name of a file that is no paper's: `in.pdf`.
    pub fn keep(&mut self, file: &str) {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        self.give(&stem.to_lowercase());
    }

    /// What the files of an outcome are called, each as it stands in [`Outcome::files`]: behind the prefix of its
    /// record, told apart from the papers before it, with its ending. None where there is no paper.
    pub fn files(&mut self, outcome: &Outcome) -> Vec<String> {
        let Some(document) = outcome.document() else { return Vec::new() };
        let name = self.give(&outcome.file_name(document.file_name()));
        outcome.files().iter().map(|file| format!("{name}.{}", file.format.extension())).collect()
    }

    /// The name that the next paper of this name gets.
    pub fn give(&mut self, name: &str) -> String {
        if self.given.insert(name.to_owned()) {
            return name.to_owned();
        }
        let count = self.counted.entry(name.to_owned()).or_insert(1);
        loop {
            *count += 1;
            let numbered = format!("{name}-{count}");
            if self.given.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}
