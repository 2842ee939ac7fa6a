//! Unique file names.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Outcome;

/// The name of the report of a batch: a CSV, as Vietnamese Excel opens it, with the result for each record.
pub const REPORT: &str = "bao-cao.csv";

/// The name of the file with the records of a batch that have a document: JSON, one record per line.
pub const RECORDS: &str = "records.jsonl";

/// Gives each document a unique name. The first document of a name keeps it; the next are `name-2`, `name-3` …,
/// in the order of the records. Names in use are passed over.
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
    /// Names for a folder that also has the report and the records of the batch. No document gets these names.
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

    /// Reserves the name of another file, without its extension: after `in.pdf` no document gets the name
    /// `in`.
    pub fn keep(&mut self, file: &str) {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        self.give(&stem.to_lowercase());
    }

    /// The names of the files of an outcome, in the order of [`Outcome::files`]: prefix and document name,
    /// made unique together, then the extension. Empty if there is no document.
    pub fn files(&mut self, outcome: &Outcome) -> Vec<String> {
        let Some(document) = outcome.document() else { return Vec::new() };
        let name = self.give(&outcome.file_name(document.file_name()));
        outcome.files().iter().map(|file| format!("{name}.{}", file.format.extension())).collect()
    }

    /// The unique name for the next document that has this name.
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
