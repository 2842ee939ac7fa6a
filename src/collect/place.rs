//! Where something is, as an office says it: `mục 4.2, điểm tự chấm`.

use serde_json::{Map, Value};

use super::values::steps;
use crate::error::{Path, PathStep, Problem, Problems, Severity};
use crate::kinds::Kind;

/// What elements of lists are known by, where they have it.
const KEY: &str = "criterion";

const CLAUSE: &str = "quy ước";

/// What the library works out of other fields, and what a form calls it.
const WORKED_OUT: [(&str, &str); 5] = [
    ("/view/total/own", "tổng điểm"),
    ("/view/total/superior", "tổng điểm cấp trên chấm"),
    ("/view/rating", "xếp loại"),
    ("/view/groups/", "cộng của nhóm"),
    ("/view/blank/", "chỗ để trống thứ"),
];

/// Parts of a day or a time: whose day it is says the group that holds it.
const OF_GROUPS: [&str; 5] = ["day", "month", "year", "hour", "minute"];

/// Places in the record of a file.
pub(super) struct Places<'a> {
    pub(super) kind: &'a Kind,
    pub(super) record: &'a Value,
}

impl Places<'_> {
    /// What a field is called, with the elements of lists that it is in. `with` is what the innermost of them has,
    /// `title` what the form calls the field.
    pub(super) fn of(&self, pointer: &str, with: &Map<String, Value>, title: Option<&str>) -> String {
        if let Some((_, called)) = WORKED_OUT.iter().find(|(begins, _)| pointer.starts_with(begins)) {
            return worked_out(pointer, with, called);
        }
        let path = path(pointer);
        let mut parts: Vec<String> = Vec::new();
        let (mut here, mut value) = (Path::root(), Some(self.record));
        let last = path.steps().len().saturating_sub(1);
        for (at, step) in path.steps().iter().enumerate() {
            match step {
                PathStep::Field(name) => {
                    here = here.field(name.to_string());
                    value = value.and_then(|value| value.get(name.as_ref()));
                    let is_group =
                        at + 1 == last && path.last_field().is_some_and(|it| OF_GROUPS.contains(&it));
                    if is_group && at == 0 && name == "date" {
                        let leaf =
                            self.term(&here.field(path.last_field().unwrap_or_default().to_owned()), title);
                        return format!("{leaf} ghi trên văn bản");
                    }
                    if is_group {
                        parts.extend(self.kind.term_at(&here));
                    }
                    if at == last {
                        parts.push(self.term(&here, title));
                    }
                }
                PathStep::Index(index) => {
                    value = value.and_then(|value| value.get(index));
                    let own = value.and_then(|value| value.get(KEY)).filter(|_| at + 2 <= last);
                    let given = with.get(KEY).filter(|_| at + 1 == last);
                    parts.push(match given.or(own).or(value.and_then(|value| value.get(KEY))) {
                        Some(Value::String(key)) => format!("mục {key}"),
                        _ => format!("{} {}", self.term(&here, title.filter(|_| at == last)), index + 1),
                    });
                    here = here.index(*index);
                }
            }
        }
        parts.join(", ")
    }

    fn term(&self, path: &Path, title: Option<&str>) -> String {
        let name = || path.last_field().unwrap_or("văn bản").to_owned();
        let term = self.kind.term_at(path).or_else(|| title.map(str::to_owned)).unwrap_or_else(name);
        // A list is called for all that it holds.
        term.strip_prefix("các ").map_or(term.clone(), str::to_owned)
    }

    /// Says of problems of a record where they are.
    pub(super) fn tell(&self, problems: &mut [Problem]) {
        for problem in problems {
            if !problem.path.steps().is_empty() && problem.place.is_none() {
                problem.place = Some(self.of(&pointer(&problem.path), &Map::new(), problem.term.as_deref()));
            }
            if problem.place.is_some() {
                problem.message = in_words(problem);
            }
        }
    }
}

/// What is wrong with a value, to who filled it in: without the marks of JSON, with the example that there is.
fn in_words(problem: &Problem) -> String {
    let example = problem.message.rfind(EXAMPLE).and_then(|at| problem.message.get(at..));
    let said = problem.at_its_field();
    match example.filter(|_| !said.contains(EXAMPLE)) {
        Some(example) => format!("{said}{example}"),
        None => said.to_owned(),
    }
}

const EXAMPLE: &str = "; hãy ghi, ví dụ ";

/// What is worked out, with the line that it is of.
fn worked_out(pointer: &str, with: &Map<String, Value>, called: &str) -> String {
    let number = steps(pointer).find_map(|step| step.parse::<usize>().ok());
    match (with.get(KEY), number) {
        (Some(Value::String(key)), Some(_)) => format!("mục {key}, {called}"),
        (_, Some(number)) => format!("{called} {}", number + 1),
        _ => called.to_owned(),
    }
}

/// A JSON pointer as a path.
pub(super) fn path(pointer: &str) -> Path {
    steps(pointer).fold(Path::root(), |path, step| match step.parse() {
        Ok(index) => path.index(index),
        Err(_) => path.field(step),
    })
}

/// A path as a JSON pointer.
pub(super) fn pointer(path: &Path) -> String {
    let step = |step: &PathStep| match step {
        PathStep::Field(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        PathStep::Index(index) => format!("/{index}"),
    };
    path.steps().iter().map(step).collect()
}

/// A problem of a file, at a place.
pub(super) fn told(
    severity: Severity,
    code: &'static str,
    path: Path,
    place: Option<String>,
    message: impl Into<String>,
) -> Problem {
    let mut problems = Problems::default();
    match severity {
        Severity::Warning => problems.warning(code, path, CLAUSE, message),
        Severity::Error => problems.error(code, path, CLAUSE, message),
    }
    let mut problem = problems.into_vec().remove(0);
    problem.place = place;
    problem
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::kinds::{EvaluationForm, Resolution, TypedRecord};

    #[test]
    fn a_place_is_said_in_the_forms_own_words() {
        let record = json!({"rows": [{"criterion": "4.2"}]});
        let places = Places { kind: EvaluationForm::typed_kind(), record: &record };
        let none = Map::new();
        let with = json!({"criterion": "4.7"}).as_object().cloned().unwrap();
        for (pointer, with, said) in [
            ("/rows/0/self_score", &none, "mục 4.2, điểm tự chấm"),
            ("/rows/7/self_score", &with, "mục 4.7, điểm tự chấm"),
            ("/session/present", &none, "có mặt"),
            ("/strengths/0", &none, "ưu điểm 1"),
            ("/view/total/own", &none, "tổng điểm"),
            ("/view/groups/2/scores/own", &with, "mục 4.7, cộng của nhóm"),
            ("/view/blank/1", &none, "chỗ để trống thứ 2"),
            ("/date/day", &none, "ngày ghi trên văn bản"),
            ("/held/day", &none, "ngày họp, ngày"),
        ] {
            assert_eq!(places.of(pointer, with, None), said);
        }
        let record = json!({});
        let places = Places { kind: Resolution::typed_kind(), record: &record };
        assert_eq!(places.of("/sections/1/paragraphs/0", &none, None), "mục 2, đoạn văn 1");
        assert_eq!(pointer(&path("/sections/1/a~1b")), "/sections/1/a~1b");
    }
}
