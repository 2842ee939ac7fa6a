//! What a batch tells at its end: the same once, with its count.

use std::collections::BTreeSet;

use vanban::error::Groups;
use vanban::table::Counts;

use super::journal::{Done, Status, Trouble};
use crate::folder::Put;
use crate::words;

/// More files than this with one trouble are told together.
const EACH: usize = 10;
/// So many sorts of problems, and of troubles, are told; a million records may have as many.
const SORTS: usize = 500;

/// What became of the records so far. However many they are, it stays small.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) counts: Counts,
    /// Files of an earlier run that this one did not make.
    pub(super) left_over: Vec<String>,
    /// Files of another run, of other files.
    pub(super) of_other_runs: Vec<String>,
    said: Groups,
    troubles: Vec<Troubled>,
    /// Files that are no record's own and do not stand.
    missing: BTreeSet<String>,
}

/// Files with one trouble.
#[derive(Debug)]
struct Troubled {
    why: String,
    count: usize,
    /// The first of them.
    names: Vec<String>,
}

impl Default for Told {
    fn default() -> Told {
        let (left_over, of_other_runs, troubles, missing) = Default::default();
        let said = Groups::at_most(SORTS);
        Told { counts: Counts::default(), left_over, of_other_runs, said, troubles, missing }
    }
}

impl Told {
    /// Takes what became of the next record.
    pub(super) fn add(&mut self, done: &Done) {
        self.counts.add(done.status.fate(), done.second);
        if done.status == Status::Omitted {
            return;
        }
        for remark in &done.said {
            self.said.add(&done.record, remark);
        }
        for file in &done.files {
            if let Some(trouble) = &file.trouble {
                self.trouble(&file.name, trouble);
            }
        }
    }

    /// Takes what is wrong with a record's file.
    fn trouble(&mut self, name: &str, trouble: &Trouble) {
        let (Trouble::Kept(why) | Trouble::Failed(why)) = trouble;
        match trouble {
            Trouble::Kept(_) => self.counts.kept += 1,
            Trouble::Failed(_) => self.counts.unwritten += 1,
        }
        if let Some(known) = self.troubles.iter_mut().find(|known| known.why == *why) {
            known.count += 1;
            if known.names.len() < EACH {
                known.names.push(name.to_owned());
            }
        } else if self.troubles.len() < SORTS {
            self.troubles.push(Troubled { why: why.clone(), count: 1, names: vec![name.to_owned()] });
        }
    }

    /// Takes what is wrong with a file that is no record's own.
    pub(super) fn missing(&mut self, name: &str, trouble: &Trouble) {
        self.missing.insert(name.to_owned());
        self.trouble(name, trouble);
    }

    /// Takes what became of a file that is no record's own.
    pub(super) fn put(&mut self, name: &str, put: Put) {
        match put {
            Put::Stands => {}
            Put::Kept(why) => self.missing(name, &Trouble::Kept(why.to_owned())),
            Put::Failed(why) => self.missing(name, &Trouble::Failed(why)),
        }
    }

    /// Whether a file stands that is no record's own.
    pub(super) fn stands(&self, name: &str) -> bool {
        !self.missing.contains(name)
    }

    /// Whether every record has its paper, and every file stands.
    pub(super) fn is_complete(&self) -> bool {
        self.counts.kept + self.counts.refused + self.counts.unwritten == 0
    }

    /// What is said of records, a line each.
    pub(super) fn of_records(&self) -> impl Iterator<Item = String> {
        let left = self.said.left();
        let left = (left > 0).then(|| words::more_in_the_report(left));
        self.said.iter().map(ToString::to_string).chain(left)
    }

    /// What is said of files, a line each.
    pub(super) fn of_files(&self) -> impl Iterator<Item = String> {
        self.troubles.iter().flat_map(|Troubled { why, count, names }| {
            if *count > EACH {
                return vec![words::several_files(why, *count, names)];
            }
            names.iter().map(|name| format!("{name}: {why}")).collect()
        })
    }

    /// What is said of files of earlier runs, a line each.
    pub(super) fn of_left_over(&self) -> impl Iterator<Item = String> {
        let same = (!self.left_over.is_empty()).then(|| words::left_over(&self.left_over));
        let others = (!self.of_other_runs.is_empty()).then(|| words::of_other_runs(&self.of_other_runs));
        same.into_iter().chain(others)
    }
}

#[cfg(test)]
mod tests {
    use vanban::error::Remark;

    use super::*;
    use crate::batch::journal::Filed;

    /// A million records of which each says something of its own, and has a file that cannot be written.
    #[test]
    fn it_stays_small_however_many_records_there_are() {
        let mut told = Told::default();
        for number in 0..20_000 {
            let trouble = Some(Trouble::Failed(if number % 2 == 0 { "a" } else { "b" }.to_owned()));
            let (name, digest) = (format!("{number}.pdf"), String::new());
            told.add(&Done {
                record: format!("dòng {number}"),
                digest: String::new(),
                status: Status::Made,
                second: false,
                name: None,
                files: vec![Filed { name, size: 0, digest, trouble }],
                said: vec![Remark::plain("như nhau"), Remark::plain(format!("riêng {number}"))],
                json: None,
            });
        }
        assert_eq!((told.counts.papers, told.counts.unwritten), (20_000, 20_000));
        let lines: Vec<String> = told.of_records().collect();
        assert_eq!(lines.len(), SORTS + 1);
        assert!(lines[0].starts_with("20000 chỗ: dòng 0, dòng 1, "), "{}", lines[0]);
        assert!(lines[0].ends_with(", dòng 9 và 19990 chỗ khác: như nhau"), "{}", lines[0]);
        assert_eq!(lines[SORTS], "và 19501 vấn đề khác; xem báo cáo");
        let files: Vec<String> = told.of_files().collect();
        assert_eq!(files[0], "10000 tệp (0.pdf, 2.pdf, 4.pdf, 6.pdf, 8.pdf, …): a");
        assert_eq!(files.len(), 2);
    }
}
