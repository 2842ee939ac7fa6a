//! A face as a file embeds it: a font program and the objects that describe it, finished and deflated.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use md5::{Digest, Md5};
use subsetter::GlyphRemapper;

use super::deflate::Deflater;
use super::program::{Program, program};
use crate::error::Result;
use crate::fonts::{Face, FaceId, FaceMetrics};

/// A part of a face, ready to be put into any number of files.
#[derive(Debug)]
pub(super) struct EmbeddedFace {
    /// The program's key in the descriptor, and the program.
    program: (&'static str, Stream),
    descriptor: Dictionary,
    to_unicode: Stream,
    descendant: Dictionary,
    name: Vec<u8>,
}

impl EmbeddedFace {
    /// `glyphs` are the part's glyphs; `characters` are what they stand for, with their number in the part.
    pub(super) fn new(
        face: &Face,
        id: FaceId,
        glyphs: &GlyphRemapper,
        characters: &BTreeMap<char, u16>,
    ) -> Result<EmbeddedFace> {
        let (key, subtype, stream, bytes) = match program(face, id, glyphs)? {
            Program::TrueType(bytes) => {
                let length = dictionary! { "Length1" => bytes.len() as i64 };
                ("FontFile2", "CIDFontType2", length, bytes)
            }
            Program::Cff(bytes) => {
                ("FontFile3", "CIDFontType0", dictionary! { "Subtype" => "CIDFontType0C" }, bytes)
            }
        };
        let name = format!("{}+{}", tag(&bytes), face.metrics.postscript_name).into_bytes();
        let widths: BTreeMap<u16, Object> = characters
            .iter()
            .map(|(&c, &glyph)| (glyph, face.advance_per_mille(face.glyph(c)).into()))
            .collect();
        let mut descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => subtype,
            "BaseFont" => Object::Name(name.clone()),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            // The glyphs are numbered from 1 on without a gap.
            "W" => vec![1.into(), Object::Array(widths.into_values().collect())],
        };
        if subtype == "CIDFontType2" {
            descendant.set("CIDToGIDMap", "Identity");
        }
        let mut deflater = Deflater::thorough();
        Ok(EmbeddedFace {
            program: (key, deflater.stream(stream, &bytes)?),
            descriptor: descriptor(&face.metrics, &name),
            to_unicode: deflater.stream(Dictionary::new(), to_unicode(characters).as_bytes())?,
            descendant,
            name,
        })
    }

    /// Adds the objects to a file and tells the font's.
    pub(super) fn add_to(&self, file: &mut Document) -> ObjectId {
        let (key, program) = &self.program;
        let program = file.add_object(program.clone());
        let mut descriptor = self.descriptor.clone();
        descriptor.set(*key, program);
        let descriptor = file.add_object(descriptor);
        let mut descendant = self.descendant.clone();
        descendant.set("FontDescriptor", descriptor);
        let descendant = file.add_object(descendant);
        let to_unicode = file.add_object(self.to_unicode.clone());
        file.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => Object::Name(self.name.clone()),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()],
            "ToUnicode" => to_unicode,
        })
    }

    /// The name under which the file knows it: it tells the program's very bytes.
    pub(super) fn name(&self) -> &[u8] {
        &self.name
    }
}

fn descriptor(metrics: &FaceMetrics, name: &[u8]) -> Dictionary {
    const NON_SYMBOLIC: i64 = 1 << 5;
    const ITALIC: i64 = 1 << 6;
    let flags = if metrics.italic_angle == 0.0 { NON_SYMBOLIC } else { NON_SYMBOLIC | ITALIC };
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.to_vec()),
        "Flags" => flags,
        "FontBBox" => metrics.bounds.map(|edge| Object::from(i64::from(edge))).to_vec(),
        "ItalicAngle" => metrics.italic_angle.round() as i64,
        "Ascent" => i64::from(metrics.ascent),
        "Descent" => i64::from(metrics.descent),
        "CapHeight" => i64::from(metrics.cap_height),
        // No table tells how thick the stems are; the weight does, by the usual estimate.
        "StemV" => 50 + (f64::from(metrics.weight) / 65.0).powi(2).round() as i64,
    }
}

/// The map from glyphs to text (ISO 32000-1, 9.10.3), as ranges; at most a hundred in a block.
fn to_unicode(characters: &BTreeMap<char, u16>) -> String {
    let mut text = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap \
         /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def \
         /CMapName /Adobe-Identity-UCS def /CMapType 2 def \
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    );
    let glyphs: BTreeMap<u16, char> = characters.iter().map(|(&c, &glyph)| (glyph, c)).collect();
    let glyphs: Vec<(u16, char)> = glyphs.into_iter().collect();
    let ranges: Vec<&[(u16, char)]> = glyphs.chunk_by(|&one, &next| follows(one, next)).collect();
    for block in ranges.chunks(100) {
        // Writing to a string never fails.
        let _ = writeln!(text, "{} beginbfrange", block.len());
        for range in block {
            if let (Some((first, c)), Some((last, _))) = (range.first(), range.last()) {
                range_of(&mut text, *first, *last, *c);
            }
        }
        text.push_str("endbfrange\n");
    }
    text + "endcmap CMapName currentdict /CMap defineresource pop end end"
}

/// Whether a glyph goes on a range: only the last byte of both numbers may differ within one.
fn follows((glyph, c): (u16, char), (next_glyph, next): (u16, char)) -> bool {
    let (code, next) = (u32::from(c), u32::from(next));
    glyph + 1 == next_glyph
        && code + 1 == next
        && next <= 0xFFFF
        && next & 0xFF != 0
        && next_glyph & 0xFF != 0
}

fn range_of(text: &mut String, first: u16, last: u16, c: char) {
    let _ = write!(text, "<{first:04X}> <{last:04X}> <");
    c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
        let _ = write!(text, "{unit:04X}");
    });
    text.push_str(">\n");
}

/// Six capitals that name the part (ISO 32000-1, 9.6.4), drawn from its bytes.
fn tag(bytes: &[u8]) -> String {
    Md5::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_end_where_a_last_byte_does() {
        let characters = BTreeMap::from([
            ('a', 1),
            ('b', 2),
            ('d', 3),
            ('\u{1eff}', 4),
            ('\u{1f00}', 5),
            ('\u{2000}', 0xFF),
            ('\u{2001}', 0x100),
            ('\u{1d400}', 0x101),
            ('\u{1d401}', 0x102),
        ]);
        let text = to_unicode(&characters);
        let ranges: Vec<&str> = text.lines().filter(|line| line.starts_with('<')).collect();
        assert_eq!(
            ranges,
            [
                "<0001> <0002> <0061>",
                "<0003> <0003> <0064>",
                "<0004> <0004> <1EFF>",
                "<0005> <0005> <1F00>",
                "<00FF> <00FF> <2000>",
                "<0100> <0100> <2001>",
                "<0101> <0101> <D835DC00>",
                "<0102> <0102> <D835DC01>",
            ]
        );
    }
}
