//! Copies that share a sheet, which is then cut.

use super::Block;
use crate::units::Length;

/// Copies that lie side by side and one below the other on a sheet, each at the same place of its
/// half or quarter: one cut parts them all. To a reader they follow one another.
#[doc(alias = "bình trang")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imposition {
    /// Width of the text of each copy beside another, and of the room between two: text, room, text.
    pub widths: Vec<Length>,
    /// From the top of each copy's text to that of the copy below it; the last row has its text only.
    pub heights: Vec<Length>,
    /// Height of the text that a copy may have.
    pub room: Length,
    /// The copies, row by row, left to right; the last sheet may have fewer. Each ends with a paragraph.
    pub copies: Vec<Vec<Block>>,
}

impl Imposition {
    /// How many copies stand beside one another.
    #[must_use]
    pub fn across(&self) -> usize {
        self.widths.len().div_ceil(2)
    }
}
