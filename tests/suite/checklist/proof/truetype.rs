//! The little of a TrueType font that a sample's PDF needs: glyphs of letters, and their widths.

use std::collections::BTreeMap;

pub struct Face {
    pub bytes: Vec<u8>,
    glyphs: BTreeMap<char, u16>,
    advances: Vec<u16>,
    units: f64,
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    usize::from(u16_at(bytes, at)) << 16 | usize::from(u16_at(bytes, at + 2))
}

impl Face {
    /// `Regular`, `Bold`, `Italic`, `BoldItalic` of Liberation Serif.
    pub fn load(style: &str) -> Face {
        let path = format!("{}/fonts/LiberationSerif-{style}.ttf", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let table = |tag: &[u8]| {
            let entries = usize::from(u16_at(&bytes, 4));
            let entry = (0..entries).map(|index| 12 + 16 * index).find(|at| &bytes[*at..at + 4] == tag);
            u32_at(&bytes, entry.expect("the font has the table") + 8)
        };
        let units = f64::from(u16_at(&bytes, table(b"head") + 18));
        let count = usize::from(u16_at(&bytes, table(b"hhea") + 34));
        let widths = table(b"hmtx");
        let advances = (0..count).map(|index| u16_at(&bytes, widths + 4 * index)).collect();
        let glyphs = glyphs(&bytes, table(b"cmap"));
        Face { glyphs, advances, units, bytes }
    }

    pub fn glyph(&self, letter: char) -> u16 {
        let letter = if letter == '\u{a0}' { ' ' } else { letter };
        *self.glyphs.get(&letter).unwrap_or_else(|| panic!("the font has no “{letter}”"))
    }

    /// In thousandths of an em.
    pub fn advance(&self, glyph: u16) -> f64 {
        let last = self.advances.len() - 1;
        f64::from(self.advances[usize::from(glyph).min(last)]) * 1000.0 / self.units
    }

    /// In points.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        text.chars().map(|letter| self.advance(self.glyph(letter))).sum::<f64>() * size / 1000.0
    }
}

/// The map of format 4: runs of characters.
fn glyphs(bytes: &[u8], cmap: usize) -> BTreeMap<char, u16> {
    let count = usize::from(u16_at(bytes, cmap + 2));
    let tables = (0..count).map(|index| cmap + u32_at(bytes, cmap + 4 + 8 * index + 4));
    let table = tables.into_iter().find(|at| u16_at(bytes, *at) == 4).expect("a map of format 4");
    let runs = usize::from(u16_at(bytes, table + 6)) / 2;
    let field =
        |index: usize, run: usize| table + 14 + 2 * (index * runs + run) + if index > 0 { 2 } else { 0 };
    let mut map = BTreeMap::new();
    for run in 0..runs {
        let (end, start) = (u16_at(bytes, field(0, run)), u16_at(bytes, field(1, run)));
        let (delta, offset) = (u16_at(bytes, field(2, run)), u16_at(bytes, field(3, run)));
        for code in start..=end.min(0xfffe) {
            let glyph = if offset == 0 {
                code.wrapping_add(delta)
            } else {
                let at = field(3, run) + usize::from(offset) + 2 * usize::from(code - start);
                match u16_at(bytes, at) {
                    0 => 0,
                    glyph => glyph.wrapping_add(delta),
                }
            };
            map.extend(char::from_u32(u32::from(code)).filter(|_| glyph != 0).map(|letter| (letter, glyph)));
        }
    }
    map
}
