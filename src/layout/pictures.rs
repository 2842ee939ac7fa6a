//! Where the picture of a paragraph stands.

use std::sync::Arc;

use super::fill::Drawing;
use super::flow::BASELINE;
use super::page::PlacedPicture;
use crate::profile::{Align, Style};
use crate::tree::Paragraph;
use crate::units::Length;

/// Puts the picture that a paragraph is on the baseline of the paragraph's line, in a column that
/// begins at `x` and is `width` wide.
pub(super) fn picture(
    to: &mut Drawing,
    paragraph: &Paragraph,
    style: &Style,
    (x, width): (Length, Length),
    top: f64,
) {
    let (Some(picture), Some(block)) = (paragraph.picture(), paragraph.number) else { return };
    let room = (width - style.left - style.right - picture.width).to_pt();
    let aside = match style.align {
        Align::Left | Align::Justify => 0.0,
        Align::Center => room / 2.0,
        Align::Right => room,
    };
    to.pictures.push(PlacedPicture {
        x: (x + style.left).to_pt() + aside,
        bottom: top + style.pitch.to_pt() * BASELINE,
        width: picture.width.to_pt(),
        height: picture.height.to_pt(),
        raster: Arc::clone(&picture.raster),
        block,
    });
}
