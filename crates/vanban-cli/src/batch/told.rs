//! What a batch tells at its end: the same once, with its count.

use std::collections::BTreeMap;

use super::journal::{Done, Said, Status, Trouble};
use crate::folder::Put;
use crate::words;

/// More files than this with one trouble are told together.
const EACH: usize = 10;

/// What became of the records so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Papers.
    pub(super) made: usize,
    /// Rows that have papers, however many.
    pub(super) rows: usize,
    /// Files in whose place another was kept.
    pub(super) kept: usize,
    /// Records without a paper.
    pub(super) refused: usize,
    /// Files that could not be written.
    pub(super) unwritten: usize,
    /// Files of an earlier run that this one did not make.
    pub(super) left_over: Vec<String>,
    said: Groups,
    troubles: Groups,
}

/// Sentences in the order in which they were said first, and what each was said of.
#[derive(Debug, Default)]
struct Groups {
    order: Vec<Group>,
    index: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct Group {
    about: String,
    /// The lines as they were said, of a cell with the cell.
    lines: Vec<String>,
    of: Vec<String>,
}

impl Groups {
    fn add(&mut self, about: &str, line: &str, of: &str) {
        let next = self.order.len();
        let at = *self.index.entry(about.to_owned()).or_insert(next);
        if at == next {
            self.order.push(Group { about: about.to_owned(), lines: Vec::new(), of: Vec::new() });
        }
        if let Some(group) = self.order.get_mut(at) {
            group.of.push(of.to_owned());
            // More are told by their count.
            if group.lines.len() < EACH {
                group.lines.push(line.to_owned());
            }
        }
    }
}

impl Told {
    /// Takes what became of the next record.
    pub(super) fn add(&mut self, done: &Done) {
        match done.status {
            Status::Made => {
                self.made += 1;
                self.rows += usize::from(!done.second);
            }
            Status::Refused | Status::Failed => self.refused += 1,
            Status::Omitted => return,
        }
        for Said { line, about } in &done.said {
            self.said.add(about, line, &done.record);
        }
        for file in &done.files {
            if let Some(trouble) = &file.trouble {
                self.trouble(&file.name, trouble);
            }
        }
    }

    /// Takes what is wrong with a file.
    pub(super) fn trouble(&mut self, name: &str, trouble: &Trouble) {
        let (Trouble::Kept(why) | Trouble::Failed(why)) = trouble;
        match trouble {
            Trouble::Kept(_) => self.kept += 1,
            Trouble::Failed(_) => self.unwritten += 1,
        }
        self.troubles.add(why, why, name);
    }

    /// Takes what became of a file that is no record's own.
    pub(super) fn put(&mut self, name: &str, put: Put) {
        match put {
            Put::Stands => {}
            Put::Kept(why) => self.trouble(name, &Trouble::Kept(why.to_owned())),
            Put::Failed(why) => self.trouble(name, &Trouble::Failed(why)),
        }
    }

    /// Whether a file stands.
    pub(super) fn stands(&self, name: &str) -> bool {
        !self.troubles.order.iter().any(|group| group.of.iter().any(|of| of == name))
    }

    /// Whether every record has its paper, and every file stands.
    pub(super) fn is_complete(&self) -> bool {
        self.kept + self.refused + self.unwritten == 0
    }

    /// What is said of records, a line each.
    pub(super) fn of_records(&self) -> impl Iterator<Item = String> {
        self.said.order.iter().flat_map(|group| {
            let differ = group.lines.windows(2).any(|pair| pair[0] != pair[1]);
            match group.of.as_slice() {
                all if all.len() > 1 && (!differ || all.len() > EACH) => {
                    vec![words::several(&group.about, all)]
                }
                each => each.iter().zip(&group.lines).map(|(of, line)| format!("{of}: {line}")).collect(),
            }
        })
    }

    /// What is said of files, a line each.
    pub(super) fn of_files(&self) -> impl Iterator<Item = String> {
        self.troubles.order.iter().flat_map(|group| {
            if group.of.len() > EACH {
                return vec![words::several_files(&group.about, &group.of)];
            }
            group.of.iter().map(|name| format!("{name}: {}", group.about)).collect()
        })
    }

    /// What is said of files of an earlier run.
    pub(super) fn of_left_over(&self) -> Option<String> {
        (!self.left_over.is_empty()).then(|| words::left_over(&self.left_over))
    }

    /// How many of each there are.
    pub(super) fn counts(&self) -> String {
        words::counts(self.made, self.kept, self.refused, self.unwritten)
    }
}
