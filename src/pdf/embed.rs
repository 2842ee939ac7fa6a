//! The part of each face that a document uses, as printpdf embeds it.

use std::collections::BTreeMap;

use md5::{Digest, Md5};
use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use crate::error::{Error, Result};
use crate::fonts::{Face, FaceId, Fonts};
use crate::layout::Pages;

/// The faces that a document uses, each reduced to the glyphs it uses.
pub(super) struct Embedded {
    faces: BTreeMap<FaceId, EmbeddedFace>,
}

/// One face, reduced.
pub(super) struct EmbeddedFace {
    /// Glyph in the subset and its advance in thousandths of the em, of each character.
    glyphs: BTreeMap<char, (u16, u16)>,
    font: ParsedFont,
}

impl Embedded {
    pub(super) fn new(pages: &Pages, fonts: &Fonts) -> Result<Embedded> {
        let mut used: BTreeMap<FaceId, BTreeMap<char, u16>> = BTreeMap::new();
        for run in pages.pages.iter().flat_map(|page| &page.runs) {
            let face = fonts.face(run.face);
            let used = used.entry(run.face).or_default();
            used.extend(run.text.chars().map(|c| (c, face.glyph(c))));
        }
        let faces = used
            .into_iter()
            .map(|(id, used)| Ok((id, EmbeddedFace::new(fonts.face(id), id, used)?)))
            .collect::<Result<_>>()?;
        Ok(Embedded { faces })
    }

    pub(super) fn add_to(&self, document: &mut PdfDocument) {
        for (id, face) in &self.faces {
            document.resources.fonts.map.insert(font_id(*id), PdfFont::new(face.font.clone()));
        }
    }

    /// Glyph of a character in the embedded face and its advance in thousandths of the em.
    pub(super) fn glyph(&self, face: FaceId, c: char) -> (u16, u16) {
        self.faces.get(&face).and_then(|face| face.glyphs.get(&c)).copied().unwrap_or_default()
    }
}

/// The name under which pages call a face; printpdf keeps `F1` to `F14` for faces of its own.
pub(super) fn font_id(face: FaceId) -> FontId {
    FontId(match face {
        FaceId::Regular => "Vr".into(),
        FaceId::Bold => "Vb".into(),
        FaceId::Italic => "Vi".into(),
        FaceId::BoldItalic => "Vbi".into(),
    })
}

impl EmbeddedFace {
    fn new(face: &Face, id: FaceId, used: BTreeMap<char, u16>) -> Result<EmbeddedFace> {
        let mut remapper = GlyphRemapper::new();
        let glyphs: BTreeMap<char, (u16, u16)> = used
            .into_iter()
            .map(|(c, glyph)| (c, (remapper.remap(glyph), face.advance_per_mille(glyph))))
            .collect();
        let bytes = subsetter::subset(face.bytes(), 0, &remapper)
            .map_err(|e| Error::Font { face: id.name(), reason: e.to_string() })?;
        let metrics = &face.metrics;
        let [x_min, y_min, x_max, y_max] = metrics.bounds;
        let font = ParsedFont {
            font_name: Some(format!("{}+{}", tag(&bytes), metrics.postscript_name)),
            original_bytes: bytes,
            font_index: 0,
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: glyphs.values().copied().collect(),
            // Thousandths of the em: printpdf would truncate other units.
            units_per_em: 1000,
            font_metrics: FontMetrics { ascent: metrics.ascent, descent: metrics.descent },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min,
                y_min,
                x_max,
                y_max,
                caret_slope_rise: 1000,
                caret_slope_run: (-metrics.italic_angle.to_radians().tan() * 1000.0).round() as i16,
                us_weight_class: metrics.weight,
            },
        };
        Ok(EmbeddedFace { glyphs, font })
    }
}

/// Six capitals that name the subset (ISO 32000-1, 9.6.4), drawn from its bytes.
fn tag(bytes: &[u8]) -> String {
    Md5::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
