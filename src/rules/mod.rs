//! Checks of what kinds share, each with clause and remedy.

mod articles;
pub(crate) mod attendance;
mod authority;
pub(crate) mod ballots;
pub(crate) mod body;
mod checks;
pub(crate) mod clauses;
pub(crate) mod codes;
pub(crate) mod copies;
pub(crate) mod dots;
pub(crate) mod frame;
mod letterhead;
pub(crate) mod meeting;
mod names;
mod persons;
pub(crate) mod pictures;
mod place;
mod recipients;
pub(crate) mod replaced;
pub(crate) mod reported;
pub(crate) mod running;
mod signature;
pub(crate) mod surrounds;
mod tables;
pub(crate) mod texts;
pub(crate) mod throughout;
pub(crate) mod types;

pub use checks::Checks;
