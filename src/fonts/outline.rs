//! What a glyph looks like: its outline, for whoever draws letters himself.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::SvgPen;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::Face;

impl Face {
    /// The outline of a glyph as the data of an SVG path, in units of the em square, y upwards; empty where the glyph
    /// draws nothing.
    pub(crate) fn outline(&self, glyph: u16) -> String {
        let mut pen = SvgPen::with_precision(0);
        let outline =
            FontRef::new(self.bytes()).ok().and_then(|font| font.outline_glyphs().get(GlyphId::from(glyph)));
        let drawn = outline.and_then(|outline| {
            outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()
        });
        drawn.map(|_| pen.to_string()).unwrap_or_default()
    }
}
