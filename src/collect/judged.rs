//! Which of the files of a paper is taken: each paper counts once, whatever came back of it.

use super::collected::{Collected, Outcome, Paper, Refused, Taken};
use super::entry::{Entry, differences, same};
use super::place::{path, told};
use super::returns::Sorted;
use crate::error::{Problem, Severity};
use crate::kinds::{EvaluationForm, Record};
use crate::text::upper;

impl Sorted<'_> {
    /// Which file of each paper is taken.
    pub(super) fn judged(mut self) -> Collected {
        self.stop_named();
        let mut collected = Collected::default();
        let (mut papers, mut files): (Vec<Paper>, Vec<(Option<usize>, Entry)>) =
            (self.papers.into_iter().map(|(paper, _)| paper).collect(), self.files);
        for (at, paper) in papers.iter_mut().enumerate() {
            let own: Vec<usize> = (0..files.len()).filter(|file| files[*file].0 == Some(at)).collect();
            let right: Vec<usize> =
                own.iter().copied().filter(|file| files[*file].1.taken.is_some()).collect();
            let right = agreed(paper, right, &mut files);
            let Some((&first, others)) = right.split_first() else {
                if !own.is_empty() {
                    paper.outcome = Outcome::Refused;
                }
                continue;
            };
            if let Some(problem) = conflict(paper, first, others, &files) {
                paper.outcome = Outcome::Refused;
                right.iter().for_each(|file| files[*file].1.problems.push(problem.clone()));
                continue;
            }
            let twice: Vec<Problem> =
                others.iter().flat_map(|file| twice(&files[first].1, &files[*file].1)).collect();
            let entry = &mut files[first].1;
            let Some((record, _)) = entry.taken.take() else { continue };
            paper.outcome = Outcome::Taken(collected.taken.len());
            let mut remarks = std::mem::take(&mut entry.remarks);
            remarks.extend(twice);
            collected.taken.push(Taken {
                file: entry.file.clone(),
                paper: at,
                record,
                changes: std::mem::take(&mut entry.changes),
                remarks,
            });
        }
        for (paper, entry) in files.into_iter().filter(|(_, entry)| !entry.problems.is_empty()) {
            let taken = paper.and_then(|at| match papers.get(at)?.outcome {
                Outcome::Taken(taken) => collected.taken.get(taken),
                _ => None,
            });
            let replaced_by = taken.map(|taken| taken.file.clone());
            let mut problems = entry.problems;
            problems.extend(entry.remarks);
            collected.refused.push(Refused { file: entry.file, paper, replaced_by, problems });
        }
        collected.papers = papers;
        once_each(&mut collected);
        collected
    }

    /// A file whose page names another who was sent a paper is nobody's until somebody has asked.
    fn stop_named(&mut self) {
        for (paper, entry) in &mut self.files {
            let Some((own, _)) = paper.and_then(|at| self.papers.get(at)) else { continue };
            let others = || self.papers.iter().map(|(paper, _)| paper.who.as_str());
            let other = entry.named.iter().find_map(|name| {
                others().find(|who| upper(who) == upper(name) && upper(who) != upper(&own.who))
            });
            if let Some(other) =
                other.filter(|_| !entry.problems.iter().any(|it| it.code == "returned.two_papers"))
            {
                let said = format!(
                    "văn bản ghi là của “{other}”, mà dữ liệu kèm tệp là của “{}”; hãy hỏi lại nơi gửi, xin lại đúng tệp",
                    own.who
                );
                entry.stop(told(Severity::Error, "returned.name", path(""), None, said));
            }
        }
    }
}

/// The right files of a paper; of such as do not say the same those that were sent again: two files that were saved apart
/// and say the same stand against one that says something else, which is told.
fn agreed(paper: &Paper, right: Vec<usize>, files: &mut [(Option<usize>, Entry)]) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for file in right.iter().copied() {
        let json = |file: usize| files[file].1.taken.as_ref().map(|(_, json)| json);
        let alike = |known: &Vec<usize>| {
            known.first().is_some_and(|&first| {
                json(first).zip(json(file)).is_some_and(|(one, other)| same(one, other))
            })
        };
        match groups.iter_mut().find(|known| alike(known)) {
            Some(known) => known.push(file),
            None => groups.push(vec![file]),
        }
    }
    let apart = |group: &[usize]| {
        let first = group.first().map(|file| files[*file].1.digest);
        group.iter().any(|file| Some(files[*file].1.digest) != first)
    };
    let mut sent_again = groups.iter().filter(|group| apart(group));
    let (Some(own), None) = (sent_again.next(), sent_again.next()) else { return right };
    let (own, others): (Vec<usize>, Vec<usize>) = right.iter().copied().partition(|file| own.contains(file));
    for file in others {
        let problem = own.first().and_then(|first| conflict(paper, *first, &[file], files));
        files[file].1.problems.extend(problem);
    }
    own
}

/// Files of one paper that do not say the same.
fn conflict(
    paper: &Paper,
    first: usize,
    others: &[usize],
    files: &[(Option<usize>, Entry)],
) -> Option<Problem> {
    let json = |file: usize| files[file].1.taken.as_ref().map(|(_, json)| json);
    let own = json(first)?;
    let other = others.iter().copied().find(|other| json(*other).is_some_and(|json| !same(json, own)))?;
    let differs = differences(&paper.record, own, json(other)?).join("; ");
    let names = [first, other].map(|file| format!("“{}”", files[file].1.file)).join(" và ");
    let said = format!(
        "{names} cùng là {} của {} mà khác nhau: {differs}; hãy hỏi lại, để lại một tệp đúng",
        paper.form, paper.who
    );
    Some(told(Severity::Error, "returned.conflict", path(""), None, said))
}

/// A second file of a paper that says the same, and what is told of it alone.
fn twice(own: &Entry, other: &Entry) -> Vec<Problem> {
    let alike = if own.digest == other.digest { "giống hệt" } else { "điền giống" };
    let said = format!("tệp “{}” {alike} tệp này; chỉ tính một lần", other.file);
    let new = other.remarks.iter().filter(|it| {
        !own.remarks.iter().any(|known| (&known.message, &known.place) == (&it.message, &it.place))
    });
    let of_other = new.map(|it| {
        let message = format!("tệp “{}”: {}", other.file, it.message);
        Problem { message, ..it.clone() }
    });
    [told(Severity::Warning, "returned.twice", path(""), None, said)].into_iter().chain(of_other).collect()
}

/// Papers that were made twice of one session are one: a session never counts twice.
fn once_each(collected: &mut Collected) {
    let mut stopped: Vec<(usize, usize)> = Vec::new();
    for (at, one) in collected.taken.iter().enumerate() {
        let others = collected.taken.iter().enumerate().skip(at + 1);
        stopped
            .extend(others.filter(|(_, other)| is_one(collected, one, other)).map(|(other, _)| (at, other)));
    }
    let mut gone: Vec<usize> = Vec::new();
    for (at, other) in stopped {
        let [one, two] = [at, other].map(|it| &collected.taken[it]);
        let json = |taken: &Taken| taken.record.fields().ok();
        let (Some(first), Some(second)) = (json(one), json(two)) else { continue };
        let differs = differences(&one.record, &first, &second).join("; ");
        let paper = &collected.papers[one.paper];
        let said = format!(
            "“{}” và “{}” cùng là {} của {}, cùng một buổi sinh hoạt, mà khác nhau: {differs}; hãy hỏi lại, để lại một tệp đúng",
            one.file, two.file, paper.form, paper.who
        );
        let problem = told(Severity::Error, "returned.conflict", path(""), None, said);
        for file in [at, other] {
            let taken = &collected.taken[file];
            collected.papers[taken.paper].outcome = Outcome::Refused;
            let known = collected.refused.iter_mut().find(|it| it.file == taken.file);
            match known {
                Some(known) => known.problems.push(problem.clone()),
                None => collected.refused.push(Refused {
                    file: taken.file.clone(),
                    paper: Some(taken.paper),
                    replaced_by: None,
                    problems: vec![problem.clone()],
                }),
            }
            gone.push(file);
        }
    }
    if gone.is_empty() {
        return;
    }
    let mut place = 0;
    collected.taken = std::mem::take(&mut collected.taken)
        .into_iter()
        .enumerate()
        .filter_map(|(at, taken)| (!gone.contains(&at)).then_some(taken))
        .inspect(|taken| {
            collected.papers[taken.paper].outcome = Outcome::Taken(place);
            place += 1;
        })
        .collect();
}

/// Whether two papers are forms of one session: of one label, chi bộ and period, of days that do not differ.
fn is_one(collected: &Collected, one: &Taken, other: &Taken) -> bool {
    let [own, theirs] = [one, other].map(|taken| &collected.papers[taken.paper]);
    let [first, second] = [one, other].map(|taken| taken.record.downcast_ref::<EvaluationForm>());
    let (Some(first), Some(second)) = (first, second) else { return false };
    own.form == theirs.form
        && upper(&own.who) == upper(&theirs.who)
        && first.period == second.period
        && (first.held.is_none() || second.held.is_none() || first.held == second.held)
}
