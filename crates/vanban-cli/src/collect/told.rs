//! What is said of the files that came back.

use std::io;

use vanban::collect::{Collected, CollectedList, Outcome, Paper};
use vanban::error::{Groups, Remark};
use vanban::table::{Fate, Report, ReportRow};
use vanban::{Error, Problem, Record};

use crate::words;

/// Tells each file that was not taken, and what somebody should look at in the others.
pub(super) fn all(collected: &Collected) {
    for refused in &collected.refused {
        let instead = refused.replaced_by.as_ref().map(|file| words::collect::replaced(file));
        for problem in &refused.problems {
            tell!("{}: {}", refused.file, Remark::from(problem));
        }
        instead.iter().for_each(|said| tell!("{}: {said}", refused.file));
    }
    for taken in &collected.taken {
        for remark in &taken.remarks {
            tell!("{}: {}", taken.file, Remark::from(remark));
        }
    }
}

/// How many papers of each form were taken, have a problem, did not come back; and the files that are nobody's.
pub(super) fn counts(collected: &Collected, read: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (form, [taken, refused, missing]) in collected.counts() {
        // A superior's member comes to some sessions only.
        let needed = collected.not_returned().filter(|paper| paper.form == form && is_needed(paper));
        let names: Vec<&str> = needed.map(|paper| paper.who.as_str()).collect();
        let missing = if names.is_empty() { 0 } else { missing };
        lines.push(words::collect::counts(form, [taken, refused, missing], &names.join(", ")));
    }
    let strays = collected.refused.iter().filter(|refused| refused.paper.is_none()).count();
    if strays > 0 {
        lines.push(words::collect::strays(strays));
    }
    lines.push(words::collect::read(read - collected.passed_over.len()));
    lines
}

/// Whether every paper that is waited for is there and right; files that are none of them are told.
pub(super) fn is_complete(collected: &Collected) -> bool {
    let mut of_papers = collected.refused.iter().filter(|refused| refused.paper.is_some());
    of_papers.all(|refused| refused.replaced_by.is_some()) && !collected.not_returned().any(is_needed)
}

/// Whether a paper is waited for: a superior's form comes where his member was there.
fn is_needed(paper: &Paper) -> bool {
    let scorer =
        paper.record.fields().ok().and_then(|fields| Some(fields.get("scorer")?.as_str()?.to_owned()));
    scorer.as_deref() != Some("superior")
}

/// Who scored the sessions of the list, and where two totals differ.
pub(super) fn scorers(list: &CollectedList) -> Vec<String> {
    let two = list.differ.iter().map(|it| words::collect::differing(&it.branch, it.own, it.superior));
    let by = (!list.by_superior.is_empty())
        .then(|| words::collect::scorers(list.by_superior.len(), list.by_themselves.len()));
    two.chain(by).collect()
}

/// The records that were taken, a line each.
pub(super) fn records(collected: &Collected) -> Vec<u8> {
    let json = collected.taken.iter().filter_map(|taken| {
        let pretty = taken.record.to_json().ok()?;
        serde_json::from_str::<serde_json::Value>(&pretty).ok().map(|value| format!("{value}\n"))
    });
    json.collect::<String>().into_bytes()
}

/// The report: a row a paper, then one for each file that belongs to none.
pub(super) fn report(collected: &Collected, list: Option<&CollectedList>) -> io::Result<Vec<u8>> {
    let mut report = Report::new();
    for (index, paper) in collected.papers.iter().enumerate() {
        let refused = collected.refused.iter().filter(|refused| refused.paper == Some(index));
        let (files, fate, mut said) = match paper.outcome {
            Outcome::Taken(at) => {
                let taken = &collected.taken[at];
                let said = taken.remarks.iter().map(|it| Remark::from(it).to_string()).collect();
                (vec![taken.file.clone()], Fate::Taken, said)
            }
            Outcome::Refused => (Vec::new(), Fate::Refused, Vec::new()),
            _ if is_needed(paper) => (Vec::new(), Fate::NotReturned, Vec::new()),
            _ => continue,
        };
        said.extend(refused.flat_map(|refused| {
            refused.problems.iter().map(|problem| format!("{}: {}", refused.file, Remark::from(problem)))
        }));
        report.push(ReportRow { record: format!("{}, {}", paper.who, paper.form), files, fate, said });
    }
    for two in list.iter().flat_map(|list| &list.differ) {
        let said = words::collect::differing(&two.branch, two.own, two.superior);
        let record = two.branch.clone();
        report.push(ReportRow { record, files: Vec::new(), fate: Fate::Taken, said: vec![said] });
    }
    for refused in collected.refused.iter().filter(|refused| refused.paper.is_none()) {
        let said = refused.problems.iter().map(|problem| Remark::from(problem).to_string()).collect();
        report.push(ReportRow {
            record: String::new(),
            files: vec![refused.file.clone()],
            fate: Fate::Refused,
            said,
        });
    }
    words::report::file(&report).map_err(io::Error::other)
}

/// What is wrong with the list, or with the forms that it is made of.
pub(super) fn of_list(error: &Error) -> Vec<String> {
    match error.problems() {
        [] => error.to_string().lines().map(str::to_owned).collect(),
        problems => warnings(problems),
    }
}

/// Sentences that name the chi bộ themselves, each once.
pub(super) fn warnings(problems: &[Problem]) -> Vec<String> {
    let mut groups = Groups::at_most(200);
    for problem in problems {
        let mut told = problem.clone();
        (told.place, told.term) = (Some(String::new()), None);
        groups.add("", &Remark::from(&told));
    }
    let left = groups.left();
    groups.iter().map(ToString::to_string).chain((left > 0).then(|| words::and_more(left))).collect()
}
