//! What goes wrong, as Python sees it.

use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::PyValueError;
use pyo3::import_exception;
use pyo3::prelude::*;
use vanban::Problem;

import_exception!(vanban._told, Error);
import_exception!(vanban._told, Invalid);

/// Runs what takes time without the interpreter's lock. A panic is an exception like others: pyo3's own passes
/// `except Exception`.
pub(crate) fn detached<T: Send>(py: Python<'_>, make: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(make))).map_err(|_| fault("it panicked"))
}

/// As [`detached`], of what the library may refuse.
pub(crate) fn made<T: Send>(py: Python<'_>, make: impl FnOnce() -> vanban::Result<T> + Send) -> PyResult<T> {
    detached(py, make)?.map_err(raised)
}

/// The exception of an error; that of a record has its problems.
pub(crate) fn raised(error: vanban::Error) -> PyErr {
    match error.problems() {
        [] => Error::new_err(error.to_string()),
        problems => told(problems).map_or_else(|fault| fault, Invalid::new_err),
    }
}

/// Problems as JSON.
pub(crate) fn told(problems: &[Problem]) -> PyResult<String> {
    serde_json::to_string(problems).map_err(fault)
}

/// What the library promises does not happen.
pub(crate) fn fault(what: impl Display) -> PyErr {
    Error::new_err(format!("a fault of vanban itself, please report it: {what}"))
}

/// A name that the caller gave and that there is not.
pub(crate) fn unknown(what: &str, name: impl Display) -> PyErr {
    PyValueError::new_err(format!("there is no {what} {name}"))
}
