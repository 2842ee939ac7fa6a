//! A part of a face as it grows: the glyphs that a file shows, and the codes that it shows them by.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use super::composite::Composite;
use super::faces::Glyph;
use crate::fonts::{Cluster, Face};

/// A part of a face. Codes count from 1 on, in the order in which the file needs them.
#[derive(Default)]
pub(super) struct Part {
    /// The face's glyphs, by their numbers in the part's program.
    pub(super) numbers: GlyphRemapper,
    /// The codes of glyphs that are shown alone.
    codes: BTreeMap<u16, u16>,
    pub(super) characters: BTreeMap<char, u16>,
    /// Letters with their marks: each becomes one glyph, behind all others in the program.
    clusters: BTreeMap<String, (u16, Cluster)>,
}

impl Part {
    /// The glyph of a character.
    pub(super) fn glyph(&mut self, face: &Face, c: char) -> Glyph {
        let glyph = face.glyph(c);
        self.numbers.remap(glyph);
        let next = self.next();
        let number = *self.codes.entry(glyph).or_insert(next);
        self.characters.insert(c, number);
        Glyph { own: true, number, advance: face.advance_per_mille(glyph) }
    }

    /// The glyph of a letter with its marks; none where the face cannot put one together.
    pub(super) fn cluster(&mut self, face: &Face, text: &str) -> Option<Glyph> {
        if !self.clusters.contains_key(text) {
            let cluster = face.cluster(text)?;
            cluster.glyphs.iter().for_each(|&(glyph, ..)| {
                self.numbers.remap(glyph);
            });
            self.clusters.insert(text.to_owned(), (self.next(), cluster));
        }
        let (number, cluster) = self.clusters.get(text)?;
        Some(Glyph { own: true, number: *number, advance: face.per_mille(cluster.advance) })
    }

    fn next(&self) -> u16 {
        (self.codes.len() + self.clusters.len() + 1) as u16
    }

    /// The letters with marks, with their codes.
    pub(super) fn clusters(&self) -> impl Iterator<Item = (&str, u16, &Cluster)> {
        self.clusters.iter().map(|(text, (code, cluster))| (text.as_str(), *code, cluster))
    }

    /// The glyphs that are put together, in the order of [`Part::clusters`].
    pub(super) fn composites(&self) -> Vec<Composite> {
        let number = |glyph| self.numbers.get(glyph).unwrap_or(0);
        let composite = |cluster: &Cluster| Composite {
            advance: cluster.advance,
            ink: cluster.ink,
            glyphs: cluster.glyphs.iter().map(|&(glyph, x, y)| (number(glyph), x, y)).collect(),
        };
        self.clusters().map(|(.., cluster)| composite(cluster)).collect()
    }

    /// The advance of each code in thousandths of the em, in the order of the codes.
    pub(super) fn widths(&self, face: &Face) -> Vec<u16> {
        let glyphs = self.codes.iter().map(|(&glyph, &code)| (code, face.advance_per_mille(glyph)));
        let clusters = self.clusters().map(|(_, code, cluster)| (code, face.per_mille(cluster.advance)));
        glyphs.chain(clusters).collect::<BTreeMap<_, _>>().into_values().collect()
    }

    /// The number in the program of each code, from 0 on, where they are not the same; `behind` is the first
    /// composite's.
    pub(super) fn map(&self, behind: u16) -> Option<Vec<u16>> {
        let glyphs = self.codes.iter().map(|(&glyph, &code)| (code, self.numbers.get(glyph).unwrap_or(0)));
        let clusters = self.clusters().zip(behind..).map(|((_, code, _), number)| (code, number));
        let map: BTreeMap<u16, u16> = std::iter::once((0, 0)).chain(glyphs).chain(clusters).collect();
        (!self.clusters.is_empty()).then(|| map.into_values().collect())
    }
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::raw::TableProvider;
    use skrifa::raw::tables::glyf::Glyph as Outline;
    use skrifa::{FontRef, GlyphId, MetadataProvider};

    use super::*;
    use crate::fonts::{FaceId, Fonts};
    use crate::pdf::program::{Program, program};

    const LETTERS: [&str; 4] = ["ê\u{306}", "ơ\u{306}", "n\u{302}\u{301}", "x\u{323}"];

    #[test]
    fn a_letter_and_its_marks_become_one_glyph() {
        let fonts = Fonts::liberation_serif();
        for id in FaceId::ALL {
            let face = fonts.face(id);
            let mut part = Part::default();
            // Among plain letters, which keep their codes.
            let plain = part.glyph(face, 'ŭ').number;
            let codes = LETTERS.map(|text| part.cluster(face, text).unwrap().number);
            assert_eq!((plain, codes, part.glyph(face, 'Ω').number), (1, [2, 3, 4, 5], 6));
            assert_eq!(part.cluster(face, LETTERS[0]).unwrap().number, 2);

            let Program::TrueType(bytes, count) =
                program(face, id, &part.numbers, &part.composites()).unwrap()
            else {
                panic!("Liberation Serif has TrueType outlines")
            };
            let map = part.map(count).unwrap();
            assert_eq!((map.len(), part.widths(face).len()), (7, 6));
            let font = FontRef::new(&bytes).unwrap();
            assert_eq!(font.maxp().unwrap().num_glyphs(), count + 4);
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            for (text, code) in LETTERS.into_iter().zip(codes) {
                let cluster = face.cluster(text).unwrap();
                let glyph = GlyphId::from(map[usize::from(code)]);
                assert_eq!(metrics.advance_width(glyph), Some(f32::from(cluster.advance)), "{text}");
                assert_eq!(metrics.left_side_bearing(glyph), Some(cluster.ink.left as f32), "{text}");
                assert_eq!(metrics.bounds(glyph).unwrap().y_max, cluster.ink.high as f32, "{text}");
                let outline = font.loca(None).unwrap().get_glyf(glyph, &font.glyf().unwrap()).unwrap();
                let Some(Outline::Composite(outline)) = outline else { panic!("{text}") };
                assert_eq!(outline.components().count(), cluster.glyphs.len(), "{text}");
            }
            // The glyphs before them are as wide as they were.
            let omega = GlyphId::from(map[6]);
            assert_eq!(metrics.advance_width(omega), Some(f32::from(face.advance(face.glyph('Ω')))));
        }
    }

    #[test]
    fn codes_are_numbers_where_no_letter_has_marks() {
        let fonts = Fonts::liberation_serif();
        let mut part = Part::default();
        for c in "Ωaê".chars() {
            let number = part.glyph(fonts.face(FaceId::Regular), c).number;
            assert_eq!(part.numbers.get(fonts.face(FaceId::Regular).glyph(c)), Some(number));
        }
        assert_eq!(part.map(4), None);
    }
}
