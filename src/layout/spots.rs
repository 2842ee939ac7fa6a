//! Where on a page a program that signs files finds what it looks for.

use super::fill::Drawing;
use crate::profile::Style;
use crate::tree::{Paragraph, SignatureField, Spot};
use crate::units::Length;

/// A place that programs look for. Lengths are in points; y grows downwards from the top edge.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedSpot {
    pub(crate) kind: SpotKind,
    pub(crate) x: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Number of the paragraph that it belongs to.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "the PDF alone asks for it"))]
    pub(crate) block: usize,
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SpotKind {
    Number,
    Date,
    Signature(SignatureField),
    Seal(SignatureField),
}

/// How wide a signature is at most, and in parts of its column (convention).
const SIGNATURE: (Length, f64) = (Length::mm(42.0), 0.5);
/// From the top of its line to a signature's upper and to its lower edge, in parts of the pitch: as its picture stands, clear
/// of the position above it and of the name below it.
const UPRIGHT: (f64, f64) = (0.1, 0.8);
/// The side of a seal at most (convention): of the round seals in use 30 to 36 mm wide, what has room between position and
/// name.
const SEAL: Length = Length::mm(30.0);
/// How far letters reach above and below the baseline, in parts of their size.
const LETTERS: (f64, f64) = (0.9, 0.22);

/// Notes the place of a paragraph that programs look for, in a column that begins at `x` and is `width` wide. Its runs are
/// those from `first` on.
pub(super) fn place_spot(
    to: &mut Drawing,
    paragraph: &Paragraph,
    style: &Style,
    (x, width): (Length, Length),
    top: f64,
    first: usize,
) {
    let (Some(spot), Some(block)) = (&paragraph.spot, paragraph.number) else { return };
    let kind = match spot {
        Spot::Number => SpotKind::Number,
        Spot::Date => SpotKind::Date,
        Spot::Signature { own, seal } => {
            let (column, pitch) = (width.to_pt(), style.pitch.to_pt());
            let wide = SIGNATURE.0.to_pt().min(column * SIGNATURE.1);
            let left = x.to_pt() + (column - wide) / 2.0;
            let (upper, lower) = (top + pitch * UPRIGHT.0, top + pitch * UPRIGHT.1);
            let kind = SpotKind::Signature(own.clone());
            to.spots.push(PlacedSpot {
                kind,
                x: left,
                top: upper,
                width: wide,
                height: lower - upper,
                block,
            });
            if let Some(seal) = seal {
                // ô 8: over the left third of the signature, not beyond its column.
                let right = left + wide / 3.0;
                let side = SEAL.to_pt().min(pitch).min(right - x.to_pt());
                let kind = SpotKind::Seal(seal.clone());
                to.spots.push(PlacedSpot {
                    kind,
                    x: right - side,
                    top: top + (pitch - side) / 2.0,
                    width: side,
                    height: side,
                    block,
                });
            }
            return;
        }
    };
    let runs = to.runs.get(first..).unwrap_or_default();
    let Some(begin) = runs.iter().map(|run| run.x).reduce(f64::min) else { return };
    let end = runs.iter().map(|run| run.x + run.width).fold(begin, f64::max);
    let upper = runs.iter().map(|run| run.baseline - run.size * LETTERS.0).fold(f64::INFINITY, f64::min);
    let lower = runs.iter().map(|run| run.baseline + run.size * LETTERS.1).fold(upper, f64::max);
    to.spots.push(PlacedSpot {
        kind,
        x: begin,
        top: upper,
        width: end - begin,
        height: lower - upper,
        block,
    });
}
