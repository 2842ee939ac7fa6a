//! What may follow from records, and what to type for it.

use std::path::{Path, PathBuf};

use vanban::chain::{DERIVATIONS, cited_by};
use vanban::kinds::{Comments, Minutes, MinutesVariant, built_in};
use vanban::profile::ProfileId;
use vanban::text::file_name;
use vanban::{AnyRecord, Error, Record};

use super::fill::is_draft;
use super::written::tell_error;
use crate::office::Desk;
use crate::words;

/// How records are derived here.
pub(super) struct Chain<'a> {
    pub(super) desk: &'a Desk,
    pub(super) row: Option<usize>,
    pub(super) criteria_set: Option<&'a str>,
    /// The guidance that the papers follow.
    pub(super) guidance: ProfileId,
}

/// A kind of paper for which these records are enough, and what came of it.
pub(super) struct Way {
    pub(super) to: &'static str,
    pub(super) made: Result<AnyRecord, Error>,
}

impl<'a> Chain<'a> {
    /// The chain from records that follow a guidance of their own, or the desk's.
    pub(super) fn of(desk: &'a Desk, records: &[AnyRecord]) -> Chain<'a> {
        let own = records.iter().find_map(|record| record.frame().profile);
        Chain { desk, row: None, criteria_set: None, guidance: own.unwrap_or(desk.guidance) }
    }

    /// The record of a kind that follows.
    pub(super) fn derive(&self, to: &str, records: &[AnyRecord]) -> Result<AnyRecord, Error> {
        self.by_set(to, self.criteria_set.or(self.desk.office.criteria_set()), records)
    }

    fn by_set(&self, to: &str, set: Option<&str>, records: &[AnyRecord]) -> Result<AnyRecord, Error> {
        self.desk.derivation(to, self.row, set).of(records)
    }

    /// The value of a result; each problem of an error is told, with the clause of the guidance and what to do.
    pub(super) fn told<T>(&self, file: &Path, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| {
            let error = cited_by(self.guidance, error);
            tell_error(file, &error);
            error
        })
    }

    /// All that records of these kinds may lead to.
    pub(super) fn ways(&self, records: &[AnyRecord]) -> Vec<Way> {
        let kinds: Vec<&str> = records.iter().map(|it| it.kind().name()).collect();
        let fits = |of: &[&str]| of.len() == kinds.len() && of.iter().all(|kind| kinds.contains(kind));
        let fitting = DERIVATIONS.iter().filter(|(of, _)| fits(of));
        fitting.map(|&(_, to)| self.way(to, records)).collect()
    }

    fn way(&self, to: &'static str, records: &[AnyRecord]) -> Way {
        let way = Way { to, made: self.derive(to, records) };
        let any = self.desk.renderer.criteria().ids().next();
        // The set is asked for before anything else: by any of them it is seen whether that is all that is missing.
        match way.lacks_criteria_set().then(|| self.by_set(to, any, records)) {
            Some(Err(error)) => Way { to, made: Err(error) },
            _ => way,
        }
    }

    /// What to type for each paper that may follow from a record, after the sentence that says what it is for.
    pub(super) fn after(&self, file: &Path, record: &AnyRecord) -> Vec<String> {
        let shown = shown(file);
        if record.downcast_ref::<Comments>().is_some() {
            return vec![words::chain::next_draft(&shown)];
        }
        let open = self.ways(std::slice::from_ref(record)).into_iter().filter(Way::is_open);
        let mut lines: Vec<String> = open.map(|way| way.line(&[file], record)).collect();
        if record.fields().is_ok_and(|fields| is_draft(&fields)) {
            lines.push(words::chain::to_issue(&shown));
        }
        lines
    }
}

impl Way {
    /// Whether the paper can be made, if need be with a criteria set that is still to be named.
    pub(super) fn is_open(&self) -> bool {
        self.made.is_ok() || self.lacks_criteria_set()
    }

    fn lacks_criteria_set(&self) -> bool {
        let lacks = |error: &Error| error.problems().iter().any(|it| it.code == "chain.no_criteria_set");
        self.made.as_ref().is_err_and(lacks)
    }

    /// The paper, and what to type for it.
    pub(super) fn line(&self, files: &[&Path], record: &AnyRecord) -> String {
        let files: Vec<String> = files.iter().map(|file| shown(file)).collect();
        let more = match self.to {
            _ if self.lacks_criteria_set() => fixed!(" --criteria-set MÃ", " --criteria-set ID"),
            "plan" | "notice" | "programme" => fixed!(" --number SỐ --date NGÀY", " --number N --date DATE"),
            _ => "",
        };
        // A month's resolution looks back on last month's.
        let regular =
            record.downcast_ref::<Minutes>().is_some_and(|it| it.variant == MinutesVariant::Regular);
        let last = if regular && self.to == "resolution" && files.len() == 1 {
            fixed!(" NGHỊ-QUYẾT-THÁNG-TRƯỚC.json", " LAST-MONTHS-RESOLUTION.json")
        } else {
            ""
        };
        format!("{}: vanban next {}{last} --to {}{more}", self.term(record), files.join(" "), self.to)
    }

    fn term(&self, record: &AnyRecord) -> String {
        let is_resolution = record.kind().name() == "resolution" && self.to == "resolution";
        let kind = built_in().find(|kind| kind.name() == self.to);
        let term = kind.map_or(self.to, |kind| kind.term());
        if is_resolution { words::chain::next_months(term) } else { term.to_owned() }
    }
}

/// A file as it is typed.
pub(super) fn shown(file: &Path) -> String {
    words::typed_path(file)
}

/// How a record is called where nobody says: by its kind; a draft, by which it is, too.
pub(super) fn usual_name(record: &AnyRecord) -> PathBuf {
    let kind = record.kind();
    let draft = record.fields().ok().and_then(|fields| fields.get("draft")?.as_u64());
    let name = match kind.name() {
        "comments" => "gop-y".to_owned(),
        "evaluation_form" => "mau-1".to_owned(),
        _ => file_name(kind.term()),
    };
    format!("{name}{}.json", draft.map_or_else(String::new, |draft| format!("-{draft}"))).into()
}
