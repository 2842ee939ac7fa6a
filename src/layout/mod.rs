//! From the tree to pages on which every run and rule stands at its final place.
//!
//! The rules are the ones on which Word (in compatibility mode 14) and LibreOffice agree: greedy
//! lines that break where [`breaks`](crate::text::breaks) says, no kerning, no hyphenation, an exact pitch
//! with the baseline at 0.8 of it, two lines at least of a paragraph on each page.

#[cfg(all(feature = "batch", feature = "pdf"))]
mod bind;
mod columns;
mod copies;
mod extent;
mod fill;
mod flow;
mod hair;
mod holds;
mod line;
mod loose;
mod measured;
mod misfit;
mod narrow;
mod off_sheet;
mod page;
mod pictures;
mod room;
mod rows;
mod ruling;
mod running;
mod spare;
mod spots;
mod structure;
mod table;

#[cfg(any(feature = "pdf", feature = "svg"))]
pub(crate) use crate::profile::Ink;
#[cfg(all(feature = "batch", feature = "pdf"))]
pub(crate) use bind::{Bound, bind};
pub(crate) use misfit::{Misfit, Piece, What};
pub(crate) use off_sheet::Edge;
pub(crate) use page::Pages;
#[cfg(any(feature = "pdf", feature = "svg"))]
pub(crate) use page::{CheckBox, Page, PlacedFrame, PlacedPicture, PlacedRule, PlacedRun};
pub(crate) use spots::{PlacedSpot, SpotKind};
#[cfg(feature = "pdf")]
pub(crate) use structure::CellNode;
#[cfg(any(feature = "pdf", feature = "svg"))]
pub(crate) use structure::Node;

use crate::fonts::Fonts;
use crate::profile::Profile;
use crate::tree::{Hints, Tree};
use measured::Measured;

/// A tree set on pages.
#[derive(Debug, PartialEq)]
pub(crate) struct Layout {
    /// Every run and rule at its place.
    pub(crate) pages: Pages,
    /// What the DOCX must say so that other programs break lines and pages alike.
    pub(crate) hints: Hints,
}

/// Sets a tree on pages.
///
/// # Errors
/// Everything that the sheet has no room for.
pub(crate) fn lay_out(tree: &Tree, profile: &Profile, fonts: &Fonts) -> Result<Layout, Vec<Misfit>> {
    let mut hints = Hints::default();
    loose::free_names(tree, profile, fonts, &mut hints);
    let measured = Measured::new(fonts);
    columns::settle_columns(tree, profile, &measured, &mut hints)?;
    room::keep(tree, profile, fonts, &mut hints);
    spare::fit(tree, hints, profile, &measured)
}

#[cfg(test)]
mod tests;
