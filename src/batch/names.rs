//! Names that are given once.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

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
