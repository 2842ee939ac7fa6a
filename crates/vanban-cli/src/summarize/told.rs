//! Problems of a list that nobody wrote, as an office reads them: whose form, in which file, which field; the same one
//! once.

use vanban::error::{Groups, Path, PathStep, Remark};
use vanban::kinds::{EvaluationForm, EvaluationSummary};
use vanban::{Error, Problem};

use super::forms::Found;
use crate::words;

/// So many sorts of problems are told.
const SORTS: usize = 200;

/// Where the fields of a list come from that no form has: the key of `vanban.toml`, if it has one, and the option.
const SAID_BY: [(&str, &str, &str); 8] = [
    ("issuer.name", "office", "--office"),
    ("issuer.superior", "superior", "--superior"),
    ("place", "place", "--place"),
    ("signature.name", "signer.name", "--signer"),
    ("signature", "signer", "--signer"),
    ("recipients", "recipients", "--recipient"),
    ("date", "", "--date"),
    ("issuer", "office", "--office"),
];

pub(super) fn groups() -> Groups {
    Groups::at_most(SORTS)
}

/// Each sort of problem, a line each.
pub(super) fn lines(groups: &Groups) -> Vec<String> {
    let left = groups.left();
    let left = (left > 0).then(|| words::and_more(left));
    groups.iter().map(ToString::to_string).chain(left).collect()
}

/// A problem of a record by its field's term; an element of a list by its number.
pub(super) fn by_term(problem: &Problem) -> Remark {
    let mut problem = problem.clone();
    if problem.place.is_none() {
        problem.place = Some(place(&problem.path, problem.term.as_deref()));
    }
    Remark::from(&problem)
}

/// `điểm tự chấm, dòng 35`; nothing for a record as a whole, and for a field that nobody knows, which the sentence names.
fn place(path: &Path, term: Option<&str>) -> String {
    let number = path.steps().iter().find_map(|step| match step {
        PathStep::Index(index) => Some(format!("dòng {}", index + 1)),
        _ => None,
    });
    term.map(str::to_owned).into_iter().chain(number).collect::<Vec<_>>().join(", ")
}

/// What is wrong with the forms that a list is made of, or with the list itself.
pub(super) fn of_list(error: &Error, found: &Found, list: Option<&EvaluationSummary>) -> Vec<String> {
    if error.problems().is_empty() {
        return error.to_string().lines().map(str::to_owned).collect();
    }
    let mut groups = groups();
    for problem in error.problems() {
        let (source, own) = source(problem, found, list);
        let mut problem = problem.clone();
        problem.path = own;
        groups.add(&source, &by_term(&problem));
    }
    lines(&groups)
}

/// What somebody should look at: sentences that name the chi bộ themselves.
pub(super) fn warnings(warnings: &[Problem]) -> Vec<String> {
    let mut groups = groups();
    for warning in warnings {
        let mut told = warning.clone();
        (told.place, told.term) = (Some(String::new()), None);
        groups.add("", &Remark::from(&told));
    }
    lines(&groups)
}

/// Where what a problem is about was said, and its path there.
fn source(problem: &Problem, found: &Found, list: Option<&EvaluationSummary>) -> (String, Path) {
    let steps = problem.path.steps();
    let own = |count: usize| steps.iter().skip(count).cloned().collect::<Path>();
    match (first(steps), steps.get(1)) {
        (Some("forms"), Some(PathStep::Index(index))) => (of_form(*index, found, problem), own(2)),
        (Some("rows"), Some(PathStep::Index(index))) => {
            let row = list.and_then(|list| list.rows.get(*index));
            let session = row.and_then(|row| match steps.get(2..4) {
                Some([_, PathStep::Index(session)]) => row.sessions.get(*session),
                _ => row.sessions.first(),
            });
            let of_row = |form: &EvaluationForm| {
                row.is_some_and(|row| same(whose(form), &row.branch))
                    && session.is_none_or(|session| form.held == session.held)
            };
            match (found.forms.iter().position(of_row), row) {
                (Some(form), _) => (of_form(form, found, problem), own(4)),
                (None, Some(row)) => (row.branch.to_string(), own(2)),
                (None, None) => (String::new(), own(2)),
            }
        }
        (Some("forms"), _) => (String::new(), Path::root()),
        _ => (said_by(&problem.path), problem.path.clone()),
    }
}

fn first(steps: &[PathStep]) -> Option<&str> {
    match steps.first() {
        Some(PathStep::Field(name)) => Some(name),
        _ => None,
    }
}

/// The chi bộ and where its form stands; a sentence that names the chi bộ has it once.
fn of_form(index: usize, found: &Found, problem: &Problem) -> String {
    let place = found.places.get(index).map_or("", String::as_str);
    let branch = found.forms.get(index).map(whose).unwrap_or_default();
    match branch.is_empty() || problem.message.contains(branch) || place.contains(branch) {
        true => place.to_owned(),
        false => format!("{branch} ({place})"),
    }
}

fn whose(form: &EvaluationForm) -> &str {
    form.branch.as_ref().unwrap_or(&form.issuer.name).as_str()
}

fn same(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

/// Which key or option said it.
fn said_by(path: &Path) -> String {
    let path = path.to_string();
    let said = SAID_BY.iter().find(|(start, ..)| path.starts_with(start));
    match said {
        Some((_, "", option)) => (*option).to_owned(),
        Some((_, key, option)) => format!("{key} trong vanban.toml hoặc {option}"),
        None => String::new(),
    }
}
