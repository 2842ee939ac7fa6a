//! What is drawn on a page, and the little geometry that it takes.

/// A transformation `[a b c d e f]`.
pub type Matrix = [f64; 6];

pub fn times(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = then;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

pub fn apply([a, b, c, d, e, f]: Matrix, x: f64, y: f64) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}

pub const UNCHANGED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// A drawn glyph; points from the page's lower left corner.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub text: String,
    pub code: u32,
    /// Place in the list of fonts.
    pub font: usize,
    pub size: f64,
    pub colour: [f64; 3],
    pub x0: f64,
    pub x1: f64,
    /// The baseline.
    pub y: f64,
    /// It is no part of the text: a page number, a repeated header.
    pub artifact: bool,
}

/// A straight line, drawn as a stroke or as a thin filled box.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub x0: f64,
    pub x1: f64,
    pub y0: f64,
    pub y1: f64,
}

#[derive(Debug, Clone)]
pub struct Picture {
    pub x0: f64,
    pub x1: f64,
    pub y0: f64,
    pub y1: f64,
    /// It has a soft mask: what lies under it shows through.
    pub transparent: bool,
}

/// The smallest and the largest.
pub fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
}
