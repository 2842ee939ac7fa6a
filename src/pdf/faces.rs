//! The faces of a file: a ready-made part of each, which all files share, and what a text needs beyond.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use lopdf::{Dictionary, Document};

use super::face::EmbeddedFace;
use super::part::Part;
use crate::error::Result;
use crate::fonts::{Face, FaceId, Fonts, VIETNAMESE};
use crate::layout::Pages;
use crate::text::{clusters, is_mark};

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
        Ok(ReadyFace { embedded: EmbeddedFace::new(face, id, &part)?, glyphs })
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

    /// The glyphs of a text, each with its character; a letter and its marks are one.
    pub(super) fn glyphs(&mut self, id: FaceId, text: &str) -> Vec<(char, Glyph)> {
        let mut glyphs = Vec::with_capacity(text.len());
        for cluster in clusters(text) {
            let mut characters = cluster.chars();
            match (characters.next(), characters.next()) {
                (Some(c), None) if !is_mark(c) => glyphs.push((c, self.glyph(id, c))),
                (Some(c), _) => match self.cluster(id, cluster) {
                    Some(glyph) => glyphs.push((c, glyph)),
                    None => glyphs.extend(cluster.chars().map(|c| (c, self.glyph(id, c)))),
                },
                (None, _) => {}
            }
        }
        glyphs
    }

    fn cluster(&mut self, id: FaceId, text: &str) -> Option<Glyph> {
        self.own.entry(id).or_default().cluster(self.fonts.face(id), text)
    }

    /// The glyph of a character, which the file then has.
    fn glyph(&mut self, id: FaceId, c: char) -> Glyph {
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
            add(id, true, &EmbeddedFace::new(self.fonts.face(id), id, part)?);
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
