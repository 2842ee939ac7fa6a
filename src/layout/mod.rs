//! From the tree to pages on which every run and rule stands at its final place.
//!
//! The rules are the ones on which Word (in compatibility mode 14) and LibreOffice agree: greedy
//! lines that break where [`breaks`](crate::text::breaks) says, no kerning, no hyphenation, an exact pitch
//! with the baseline at 0.8 of it, two lines at least of a paragraph on each page.

mod bind;
mod columns;
mod copies;
mod fill;
mod flow;
mod hair;
mod holds;
mod line;
mod loose;
mod page;
mod rows;
mod ruling;
mod spare;
mod structure;
mod table;

pub(crate) use bind::{Bound, bind};
pub(crate) use columns::settle_columns;
pub(crate) use loose::free_names;
pub(crate) use page::{Page, Pages, PlacedPicture, PlacedRule, PlacedRun};
pub(crate) use spare::fit;
pub(crate) use structure::{CellNode, Node};

use crate::error::Result;
use crate::fonts::Fonts;
use crate::profile::Profile;
use crate::tree::Tree;

/// Sets a tree on pages.
pub(crate) fn lay_out(tree: &Tree, profile: &Profile, fonts: &Fonts) -> Result<Pages> {
    flow::Flow::new(profile, fonts).run(tree)
}

#[cfg(test)]
mod tests;
