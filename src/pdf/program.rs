//! The program of a face as a file embeds it: the glyphs in use, without hints.
//!
//! Hints fit outlines to the pixels of coarse screens; readers of PDF draw without them, and they are more than half of a face.

use subsetter::GlyphRemapper;
use write_fonts::FontBuilder;
use write_fonts::read::FontRef;
use write_fonts::types::Tag;

use super::composite::{self, Composite, set, word};
use crate::error::{Error, Result};
use crate::fonts::{Face, FaceId};

/// A font program, by the key that a font descriptor gives it.
pub(super) enum Program {
    /// `FontFile2`: TrueType outlines, and how many glyphs there are before the composites.
    TrueType(Vec<u8>, u16),
    /// `FontFile3`: the `CFF ` table alone.
    Cff(Vec<u8>),
}

/// The program of a face with nothing but the glyphs of `glyphs`, and behind them what is put together from them.
pub(super) fn program(
    face: &Face,
    id: FaceId,
    glyphs: &GlyphRemapper,
    composites: &[Composite],
) -> Result<Program> {
    let subset = subsetter::subset(face.bytes(), 0, glyphs).map_err(|error| Error::font(id, error))?;
    let font = FontRef::new(&subset).map_err(|error| Error::font(id, error))?;
    match table(&font, b"CFF ") {
        Some(outlines) => Ok(Program::Cff(outlines.to_vec())),
        None => bare(&font, composites).ok_or_else(|| Error::Font {
            face: id,
            reason: "a broken glyph".into(),
            source: None,
        }),
    }
}

/// What a reader of PDF needs (ISO 32000-1, 9.9): outlines and metrics, no hints, and no names of glyphs;
/// none where the font's tables are broken.
fn bare(font: &FontRef<'_>, composites: &[Composite]) -> Option<Program> {
    let (mut head, mut maxp) = (table(font, b"head")?.to_vec(), table(font, b"maxp")?.to_vec());
    let (mut hhea, mut hmtx) = (table(font, b"hhea")?.to_vec(), table(font, b"hmtx")?.to_vec());
    let (loca, glyf) = (table(font, b"loca")?, table(font, b"glyf")?);
    // One zone, nothing to store, to define, to stack or to run.
    maxp.get_mut(14..16)?.copy_from_slice(&[0, 1]);
    maxp.get_mut(16..28)?.fill(0);
    let mut long = word(&head, 50)? != 0;
    let width = if long { 4 } else { 2 };
    let offset = |index: usize| {
        let entry = loca.get(index * width..(index + 1) * width)?;
        let value = entry.iter().fold(0, |value, &byte| value << 8 | usize::from(byte));
        Some(if long { value } else { value * 2 })
    };
    let count = word(&maxp, 4)?;
    let (mut outlines, mut ends) = (Vec::with_capacity(glyf.len() / 2), vec![0]);
    for index in 0..usize::from(count) {
        outline(glyf.get(offset(index)?..offset(index + 1)?)?, &mut outlines)?;
        outlines.resize(outlines.len().next_multiple_of(2), 0);
        ends.push(outlines.len());
    }
    if !composites.is_empty() {
        for composite in composites {
            composite.outline(&mut outlines);
            ends.push(outlines.len());
        }
        [hmtx, hhea] = composite::metrics(&hmtx, &hhea, count, composites)?;
        composite::limits(&mut maxp, count, composites)?;
        // There may be more outlines now than short offsets reach.
        long = true;
        set(&mut head, 50, 1)?;
    }
    let mut offsets = Vec::with_capacity(4 * ends.len());
    for end in ends {
        match long {
            true => offsets.extend_from_slice(&u32::try_from(end).ok()?.to_be_bytes()),
            false => offsets.extend_from_slice(&u16::try_from(end / 2).ok()?.to_be_bytes()),
        }
    }
    let mut built = FontBuilder::new();
    let tables = [
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"maxp", maxp),
        (b"loca", offsets),
        (b"glyf", outlines),
    ];
    for (tag, table) in tables {
        built.add_raw(Tag::new(tag), table);
    }
    Some(Program::TrueType(built.build(), count))
}

// Flags of a component (OpenType, glyf).
const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const TWO_SCALES: u16 = 0x0040;
const MATRIX: u16 = 0x0080;
const INSTRUCTIONS: u16 = 0x0100;

/// Copies a glyph without its instructions.
fn outline(glyph: &[u8], to: &mut Vec<u8>) -> Option<()> {
    /// Count of contours and bounding box.
    const HEADER: usize = 10;
    if glyph.is_empty() {
        return Some(());
    }
    let contours = word(glyph, 0)?;
    if contours < 0x8000 {
        let ends = HEADER + 2 * usize::from(contours);
        let points = ends + 2 + usize::from(word(glyph, ends)?);
        to.extend_from_slice(glyph.get(..ends)?);
        to.extend_from_slice(&[0, 0]);
        to.extend_from_slice(glyph.get(points..)?);
        return Some(());
    }
    to.extend_from_slice(glyph.get(..HEADER)?);
    let mut at = HEADER;
    loop {
        let flags = word(glyph, at)?;
        let arguments = if flags & WORDS != 0 { 4 } else { 2 };
        let transform = match flags {
            flags if flags & SCALE != 0 => 2,
            flags if flags & TWO_SCALES != 0 => 4,
            flags if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        let end = at + 4 + arguments + transform;
        to.extend_from_slice(&(flags & !INSTRUCTIONS).to_be_bytes());
        to.extend_from_slice(glyph.get(at + 2..end)?);
        if flags & MORE == 0 {
            return Some(());
        }
        at = end;
    }
}

fn table<'a>(font: &FontRef<'a>, tag: &[u8; 4]) -> Option<&'a [u8]> {
    font.table_data(Tag::new(tag)).map(|table| table.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;
    use write_fonts::read::TableProvider;
    use write_fonts::read::tables::glyf::Glyph;
    use write_fonts::types::GlyphId;

    const LETTERS: &str = "Ngày ệ ự Đ g & 5";

    fn subset(id: FaceId) -> (Vec<u8>, Vec<u8>) {
        let fonts = Fonts::liberation_serif();
        let face = fonts.face(id);
        let mut glyphs = GlyphRemapper::new();
        LETTERS.chars().for_each(|c| {
            glyphs.remap(face.glyph(c));
        });
        let hinted = subsetter::subset(face.bytes(), 0, &glyphs).unwrap();
        match program(face, id, &glyphs, &[]).unwrap() {
            Program::TrueType(bytes, _) => (hinted, bytes),
            Program::Cff(_) => panic!("Liberation Serif has TrueType outlines"),
        }
    }

    #[test]
    fn outlines_stay_and_hints_go() {
        for id in FaceId::ALL {
            let (hinted, bare) = subset(id);
            assert!(bare.len() * 2 < hinted.len(), "{} of {}", bare.len(), hinted.len());
            let (hinted, bare) = (FontRef::new(&hinted).unwrap(), FontRef::new(&bare).unwrap());
            let count = hinted.maxp().unwrap().num_glyphs();
            assert_eq!(bare.maxp().unwrap().num_glyphs(), count);
            let (mut simple, mut composite) = (0, 0);
            for glyph in 0..count {
                let glyph = GlyphId::from(glyph);
                let read = |font: &FontRef<'_>| {
                    font.loca(None).unwrap().get_glyf(glyph, &font.glyf().unwrap()).unwrap().map(|glyph| {
                        match glyph {
                            Glyph::Simple(glyph) => {
                                let points: Vec<_> = glyph.points().collect();
                                (format!("{points:?}"), glyph.instructions().to_vec())
                            }
                            Glyph::Composite(glyph) => {
                                let parts: Vec<_> = glyph
                                    .components()
                                    .map(|part| (part.glyph, part.anchor, part.transform))
                                    .collect();
                                (format!("{parts:?}"), glyph.instructions().unwrap_or_default().to_vec())
                            }
                        }
                    })
                };
                let (Some(before), Some(after)) = (read(&hinted), read(&bare)) else { continue };
                assert_eq!(before.0, after.0);
                assert!(after.1.is_empty());
                if before.0.contains("anchor") || before.0.contains("Offset") {
                    composite += 1
                } else {
                    simple += 1
                }
            }
            assert!(simple > 5 && composite > 1, "{simple} {composite}");
        }
    }

    #[test]
    fn a_torn_glyph_is_refused() {
        let (_, bare) = subset(FaceId::Regular);
        let font = FontRef::new(&bare).unwrap();
        let glyf = table(&font, b"glyf").unwrap();
        // One contour whose instructions end beyond the glyph.
        let mut torn = glyf[..10].to_vec();
        torn[..2].copy_from_slice(&[0, 1]);
        torn.extend([0, 3, 0xFF, 0xFF, 1]);
        assert_eq!(outline(&torn, &mut Vec::new()), None);
        // A component that says another one follows.
        let mut torn = glyf[..10].to_vec();
        torn[..2].copy_from_slice(&[0xFF, 0xFF]);
        torn.extend([0, 0x20, 0, 1, 0, 0]);
        assert_eq!(outline(&torn, &mut Vec::new()), None);
    }
}
