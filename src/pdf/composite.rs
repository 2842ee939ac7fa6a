//! Glyphs put together from others: a letter and its marks, which Unicode has no single character for.
//!
//! As one glyph they are shown by one code, so that every reader takes them for one piece of a word.

use crate::fonts::Ink;

/// A glyph made of others, in units of the em square.
pub(super) struct Composite {
    pub(super) advance: u16,
    pub(super) ink: Ink,
    /// The numbers of the glyphs, each with the place of its origin.
    pub(super) glyphs: Vec<(u16, i16, i16)>,
}

// Flags of a component (OpenType, glyf).
const WORDS: u16 = 0x0001;
const OFFSETS: u16 = 0x0002;
const MORE: u16 = 0x0020;

impl Composite {
    /// Writes the glyph's outline.
    pub(super) fn outline(&self, to: &mut Vec<u8>) {
        let Ink { left, low, right, high } = self.ink;
        let mut word = |word: i16| to.extend_from_slice(&word.to_be_bytes());
        word(-1);
        [left, low, right, high].into_iter().for_each(|edge| word(edge as i16));
        for (index, &(glyph, x, y)) in self.glyphs.iter().enumerate() {
            let more = if index + 1 < self.glyphs.len() { MORE } else { 0 };
            [(WORDS | OFFSETS | more) as i16, glyph as i16, x, y].into_iter().for_each(&mut word);
        }
    }
}

/// The metrics of a font with composites behind its own glyphs: `hmtx`, every advance written out, and
/// `hhea`; none where its tables are broken.
pub(super) fn metrics(
    hmtx: &[u8],
    hhea: &[u8],
    count: u16,
    composites: &[Composite],
) -> Option<[Vec<u8>; 2]> {
    let long = usize::from(word(hhea, 34)?);
    let mut metrics = Vec::new();
    for glyph in 0..usize::from(count) {
        let bearing = if glyph < long { 4 * glyph + 2 } else { 2 * (long + glyph) };
        metrics.extend_from_slice(hmtx.get(4 * glyph.min(long.checked_sub(1)?)..)?.get(..2)?);
        metrics.extend_from_slice(hmtx.get(bearing..bearing + 2)?);
    }
    for composite in composites {
        metrics.extend_from_slice(&composite.advance.to_be_bytes());
        // The outline is not moved where the bearing is its left edge.
        metrics.extend_from_slice(&(composite.ink.left as i16).to_be_bytes());
    }
    let mut hhea = hhea.to_vec();
    set(&mut hhea, 34, count + composites.len() as u16)?;
    Some([metrics, hhea])
}

/// Makes `maxp` tell of composites: how many glyphs there are, and the most that one of them may hold.
pub(super) fn limits(maxp: &mut [u8], count: u16, composites: &[Composite]) -> Option<()> {
    let most = composites.iter().map(|composite| composite.glyphs.len() as u16).max().unwrap_or(0);
    set(maxp, 4, count + composites.len() as u16)?;
    // Points and contours: a simple glyph's or a composite's, of each part.
    for (simple, composite) in [(6, 10), (8, 12)] {
        let parts = word(maxp, simple)?.max(word(maxp, composite)?);
        set(maxp, composite, parts.saturating_mul(most))?;
    }
    let components = word(maxp, 28)?.max(most);
    set(maxp, 28, components)?;
    // A letter may be put together itself.
    let depth = word(maxp, 30)? + 1;
    set(maxp, 30, depth)
}

pub(super) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn set(bytes: &mut [u8], at: usize, word: u16) -> Option<()> {
    bytes.get_mut(at..at + 2)?.copy_from_slice(&word.to_be_bytes());
    Some(())
}
