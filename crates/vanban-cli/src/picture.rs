//! A page as a picture.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Dots an inch: a page is read well on a screen.
const DOTS: f32 = 144.0;

/// A page in SVG, whose letters are outlines, as PNG; none where it cannot be drawn.
pub(crate) fn png(svg: &str) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    // Lengths in points are pixels at 96 dots an inch to the reader of SVG.
    let scale = DOTS / 96.0;
    let size = tree.size();
    let side = |length: f32| (length * scale).ceil() as u32;
    let mut pixmap = Pixmap::new(side(size.width()), side(size.height()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}
