//! The functions of problems.

use std::ffi::{CStr, c_char};
use std::ptr;

use crate::door::door;
use crate::handles::{DOCUMENTS, DocumentHandle};
use crate::outcome::Told;

/// How many problems there are: errors and warnings of a record that was refused, at least one; warnings of a document
/// that was made. They have the numbers from 0. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_count(document: *const DocumentHandle) -> usize {
    door(0, || DOCUMENTS.get(document).map_or(0, |outcome| outcome.problems.len()))
}

/// The place in the record, such as `signature.position`; `.` is the record as a whole. The text belongs to the document.
/// NULL for NULL, and if there is no problem of this number.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_path(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.path))
}

/// The sentence in Vietnamese: what was found and what is expected. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_message(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.message))
}

/// The stable name, such as `signature.position_has_body`. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_code(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.code))
}

/// The Vietnamese name of the field; NULL if it has none. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_term(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| problem.term.as_deref())
}

/// The clause of the guidance, such as `05-HD/VPTW II.I.7.1.2`. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_clause(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.clause))
}

/// `error` if it stops the document, else `warning`. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_severity(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.severity))
}

/// What to do, in Vietnamese. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_remedy(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.remedy))
}

/// All of the problem in one line, as the command vanban prints it. Otherwise as vanban_problem_path.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problem_line(document: *const DocumentHandle, number: usize) -> *const c_char {
    text(document, number, |problem| Some(&problem.line))
}

/// All problems as JSON: a list, as `vanban check --json` prints it. The text belongs to the document. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_problems_json(document: *const DocumentHandle) -> *const c_char {
    door(ptr::null(), || DOCUMENTS.get(document).map_or(ptr::null(), |outcome| outcome.json.as_ptr()))
}

/// A text of a problem. It stays where it is as long as the table holds the outcome.
fn text(
    document: *const DocumentHandle,
    number: usize,
    which: impl FnOnce(&Told) -> Option<&CStr>,
) -> *const c_char {
    door(ptr::null(), || {
        let Some(outcome) = DOCUMENTS.get(document) else { return ptr::null() };
        outcome.problems.get(number).and_then(which).map_or(ptr::null(), CStr::as_ptr)
    })
}
