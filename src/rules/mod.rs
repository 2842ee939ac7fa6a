//! Checks of what kinds share, each with clause and remedy.

pub(crate) mod ballots;
pub(crate) mod body;
mod checks;
mod codes;
pub(crate) mod copies;
pub(crate) mod frame;
pub(crate) mod meeting;
mod pictures;
mod recipients;
mod signature;
mod tables;
pub(crate) mod texts;

pub use checks::Checks;
pub(crate) use codes::code_of;
