//! What to do about a problem, said to somebody who has a sheet and a mapping and never sees the record's JSON.

use crate::error::Problem;
use crate::table::cell::Wanted;

/// How the rules say that a value may be left for the pen.
const OR_BY_HAND: &str = ", hoặc “by_hand” để ghi bằng bút";

const MISSING: &str = "shape.missing_field";

/// What is wrong with the value of a cell: a number stands there, without what the paper writes beside it.
pub(super) fn of_cell(wanted: Wanted, reason: &str) -> String {
    match wanted {
        Wanted::Integer | Wanted::IntegerOrWord if reason.starts_with("không phải") => {
            format!("{reason}; hãy chỉ ghi số vào ô, ví dụ 5")
        }
        _ => reason.to_owned(),
    }
}

/// What is wrong with a value that is the same in every record.
pub(super) fn of_constant(wanted: Wanted, reason: &str) -> String {
    match wanted {
        Wanted::IntegerOrWord | Wanted::NumberOrWord if reason.starts_with("không phải") => {
            format!("{reason}; hãy ghi số, hoặc by_hand để ghi bằng bút")
        }
        _ => reason.to_owned(),
    }
}

/// A problem that is told of a cell says what to type there.
pub(super) fn in_cell(problem: &mut Problem) {
    // A cell is a field: what is said has no word of JSON.
    let in_form = problem.in_form.take();
    if let Some(rest) = problem.message.strip_suffix(OR_BY_HAND) {
        problem.message = rest.to_owned();
        return;
    }
    let field = problem.path.last_field().unwrap_or_default();
    if let Some(rest) = problem.message.strip_suffix(&format!("hãy bỏ {field}")).filter(|_| !field.is_empty())
    {
        problem.message = format!("{rest}hãy để trống ô này");
    } else if let Some(said) = in_form {
        problem.message = said;
    }
}

/// A problem of a value that no column has says what to write in the mapping.
pub(in crate::table) fn in_mapping(problem: &mut Problem) {
    let message = &problem.message;
    if let Some(rest) = message.strip_suffix(OR_BY_HAND) {
        problem.message = format!(
            "{rest} trong một cột, hoặc ghi \"{}\" = \"by_hand\" trong [constants] của tệp khai báo cột để ghi bằng bút",
            problem.path
        );
    } else if problem.code == MISSING {
        let said = message.split_once("; hãy ").map_or(message.as_str(), |(said, _)| said);
        problem.message =
            format!("{said}; hãy thêm cột cho mục này, hoặc ghi trong [constants] của tệp khai báo cột");
    }
}
