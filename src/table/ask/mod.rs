//! From a table's header to a mapping: what its columns tell themselves, what is asked, and the mapping as TOML with the
//! answers in it.

mod places;
mod plan;
mod questions;
mod template;
mod values;

pub(super) use plan::Plan;
pub use questions::{Choice, Question, Subject};
