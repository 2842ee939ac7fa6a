//! The library vanban for C, and for languages that call C. `include/vanban.h` is made from these functions and
//! their comments. Here is no rule, wording or layout: handles, bytes and problems only.

// The comments are those of the header: they tell who writes C what to hand over.
#![allow(clippy::missing_safety_doc)]

// The order of the header.
pub mod renderer;

pub mod file;

pub mod problem;

mod door;
pub mod handles;
mod outcome;

use std::ffi::{CStr, c_char};

/// The library's version: `0.1.0`. The text is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

#[cfg(test)]
mod tests;
