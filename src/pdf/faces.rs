//! The faces of a file: a ready-made part of each, which all files share, and what a text needs beyond.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use lopdf::{Dictionary, Document, ObjectId};

use super::face::EmbeddedFace;
use super::file::Ready;
use super::part::Part;
use crate::deflate::{Deflater, Wrapping};
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

/// Numbers that the objects of a ready-made part may take, with the stream that some of them are packed into.
const OBJECTS: u32 = 8;
/// The numbers that the ready-made parts have in each file, from 1 on, whether it has the part or not: what is written
/// once must stand under the same number everywhere.
pub(super) const RESERVED: u32 = OBJECTS * FaceId::ALL.len() as u32;

/// The part of a face that nearly every paper is content with: ASCII, Vietnamese, [`MARKS`].
#[derive(Debug)]
struct ReadyFace {
    objects: Ready,
    font: ObjectId,
    /// As [`EmbeddedFace::name`].
    name: Vec<u8>,
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
        let embedded = EmbeddedFace::new(face, id, &part)?;
        let mut objects = Document::with_version("1.7");
        objects.max_id = OBJECTS * id as u32;
        let font = embedded.add_to(&mut objects);
        let objects = Ready::new(&objects, &mut Deflater::thorough(Wrapping::Zlib))?;
        Ok(ReadyFace { objects, font, name: embedded.name().to_vec(), glyphs })
    }
}

/// The faces that one file uses.
pub(super) struct Faces<'a> {
    fonts: &'a Fonts,
    ready: [Option<&'a ReadyFace>; 4],
    own: BTreeMap<FaceId, Part>,
}

impl<'a> Faces<'a> {
    pub(super) fn new(ready: &'a ReadyFaces, pages: &Pages) -> Result<Faces<'a>> {
        let mut faces = Faces { fonts: &ready.fonts, ready: [None; 4], own: BTreeMap::new() };
        for run in pages.pages.iter().flat_map(|page| &page.runs) {
            let slot = &mut faces.ready[run.face as usize];
            if slot.is_none() {
                *slot = Some(ready.get(run.face)?);
            }
        }
        Ok(faces)
    }

    /// Adds the glyphs of a text, each with its character; a letter and its marks are one.
    pub(super) fn glyphs(&mut self, id: FaceId, text: &str, glyphs: &mut Vec<(char, Glyph)>) {
        if !text.chars().any(is_mark) {
            glyphs.extend(text.chars().map(|c| (c, self.glyph(id, c))));
            return;
        }
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
    }

    fn cluster(&mut self, id: FaceId, text: &str) -> Option<Glyph> {
        self.own.entry(id).or_default().cluster(self.fonts.face(id), text)
    }

    /// The glyph of a character, which the file then has.
    fn glyph(&mut self, id: FaceId, c: char) -> Glyph {
        let c = if c == '\u{a0}' { ' ' } else { c };
        match self.ready[id as usize].and_then(|face| face.glyphs.get(c as usize)) {
            Some(glyph) if glyph.number != 0 => *glyph,
            _ => self.own.entry(id).or_default().glyph(self.fonts.face(id), c),
        }
    }

    /// Puts the faces into the file but for what is ready-made, and tells its resources of them all. `names` tells one
    /// file's faces from another's.
    pub(super) fn add_to(&self, file: &mut Document) -> Result<(Dictionary, Vec<u8>)> {
        let mut resources = Dictionary::new();
        let mut names = Vec::new();
        for (id, face) in FaceId::ALL.into_iter().zip(self.ready) {
            if let Some(face) = face {
                resources.set(name(id, false), face.font);
                names.extend_from_slice(&face.name);
            }
        }
        for (&id, part) in &self.own {
            let own = EmbeddedFace::new(self.fonts.face(id), id, part)?;
            resources.set(name(id, true), own.add_to(file));
            names.extend_from_slice(own.name());
        }
        Ok((resources, names))
    }

    /// What is ready-made of them, under the numbers up to [`RESERVED`].
    pub(super) fn ready(&self) -> Vec<&'a Ready> {
        self.ready.iter().flatten().map(|face| &face.objects).collect()
    }
}

/// The name under which pages call a part of a face.
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
