//! The faces of a file: a ready-made part of each, which all files share, and what a text needs beyond.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use lopdf::{Dictionary, Document};
use subsetter::GlyphRemapper;

use super::face::EmbeddedFace;
use crate::error::Result;
use crate::fonts::{Face, FaceId, Fonts, VIETNAMESE};
use crate::layout::Pages;

/// Marks beyond ASCII that papers carry. A character that is neither is embedded for its file alone.
const MARKS: &str = "“”‘’–—…•°§²³±×½";

/// The faces, their ready-made parts built when first used.
#[derive(Debug)]
pub(super) struct ReadyFaces {
    fonts: Fonts,
    ready: [OnceLock<ReadyFace>; 4],
}

/// The part of a face that nearly every paper is content with: ASCII, Vietnamese, [`MARKS`].
#[derive(Debug)]
struct ReadyFace {
    embedded: EmbeddedFace,
    /// By character; a number of 0 is none.
    glyphs: Vec<Glyph>,
}

/// A glyph as a file has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Whether it is in the part of the face that only this file has.
    pub(super) own: bool,
    /// In its part of the face.
    pub(super) number: u16,
    /// In thousandths of the em.
    pub(super) advance: u16,
}

impl ReadyFaces {
    pub(super) fn new(fonts: &Fonts) -> ReadyFaces {
        ReadyFaces { fonts: fonts.clone(), ready: Default::default() }
    }

    fn get(&self, id: FaceId) -> Result<&ReadyFace> {
        let slot = &self.ready[id as usize];
        match slot.get() {
            Some(ready) => Ok(ready),
            None => {
                let ready = ReadyFace::new(self.fonts.face(id), id)?;
                Ok(slot.get_or_init(|| ready))
            }
        }
    }
}

impl ReadyFace {
    fn new(face: &Face, id: FaceId) -> Result<ReadyFace> {
        let mut part = Part::default();
        let mut glyphs = Vec::new();
        // In the order of their codes, which makes the map back to text short.
        let characters: BTreeSet<char> = (' '..='~').chain(VIETNAMESE.chars()).chain(MARKS.chars()).collect();
        for c in characters {
            if face.glyph(c) != 0 {
                let place = c as usize;
                glyphs.resize(glyphs.len().max(place + 1), Glyph::default());
                glyphs[place] = Glyph { own: false, ..part.glyph(face, c) };
            }
        }
        Ok(ReadyFace { embedded: part.embed(face, id)?, glyphs })
    }
}

/// A part of a face as it grows.
#[derive(Default)]
struct Part {
    numbers: GlyphRemapper,
    characters: BTreeMap<char, u16>,
}

impl Part {
    fn glyph(&mut self, face: &Face, c: char) -> Glyph {
        let glyph = face.glyph(c);
        let number = self.numbers.remap(glyph);
        self.characters.insert(c, number);
        Glyph { own: true, number, advance: face.advance_per_mille(glyph) }
    }

    fn embed(&self, face: &Face, id: FaceId) -> Result<EmbeddedFace> {
        EmbeddedFace::new(face, id, &self.numbers, &self.characters)
    }
}

/// The faces that one file uses.
pub(super) struct Faces<'a> {
    fonts: &'a Fonts,
    ready: BTreeMap<FaceId, &'a ReadyFace>,
    own: BTreeMap<FaceId, Part>,
}

impl<'a> Faces<'a> {
    pub(super) fn new(ready: &'a ReadyFaces, pages: &Pages) -> Result<Faces<'a>> {
        let mut used = [false; 4];
        pages.pages.iter().flat_map(|page| &page.runs).for_each(|run| used[run.face as usize] = true);
        let used = FaceId::ALL.into_iter().filter(|&id| used[id as usize]);
        let used = used.map(|id| Ok((id, ready.get(id)?))).collect::<Result<_>>()?;
        Ok(Faces { fonts: &ready.fonts, ready: used, own: BTreeMap::new() })
    }

    /// The glyph of a character, which the file then has.
    pub(super) fn glyph(&mut self, id: FaceId, c: char) -> Glyph {
        let c = if c == '\u{a0}' { ' ' } else { c };
        match self.ready.get(&id).and_then(|face| face.glyphs.get(c as usize)) {
            Some(glyph) if glyph.number != 0 => *glyph,
            _ => self.own.entry(id).or_default().glyph(self.fonts.face(id), c),
        }
    }

    /// Puts the faces into the file and tells its resources of them. `names` tells one file's faces from another's.
    pub(super) fn add_to(&self, file: &mut Document) -> Result<(Dictionary, Vec<u8>)> {
        let mut resources = Dictionary::new();
        let mut names = Vec::new();
        let mut add = |id, own, face: &EmbeddedFace| {
            resources.set(name(id, own), face.add_to(file));
            names.extend_from_slice(face.name());
        };
        self.ready.iter().for_each(|(&id, face)| add(id, false, &face.embedded));
        for (&id, part) in &self.own {
            add(id, true, &part.embed(self.fonts.face(id), id)?);
        }
        Ok((resources, names))
    }
}

/// The name under which pages call a part of a face; printpdf keeps `F1` to `F14` for faces of its own.
pub(super) fn name(face: FaceId, own: bool) -> &'static str {
    match (face, own) {
        (FaceId::Regular, false) => "R",
        (FaceId::Bold, false) => "B",
        (FaceId::Italic, false) => "I",
        (FaceId::BoldItalic, false) => "BI",
        (FaceId::Regular, true) => "Ro",
        (FaceId::Bold, true) => "Bo",
        (FaceId::Italic, true) => "Io",
        (FaceId::BoldItalic, true) => "BIo",
    }
}
