//! A face as a file embeds it: a font program and the objects that describe it, finished and deflated.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use md5::{Digest, Md5};

use super::deflate;
use super::part::Part;
use super::program::{Program, program};
use crate::deflate::{Deflater, Wrapping};
use crate::error::Result;
use crate::fonts::{Face, FaceId, FaceMetrics, Ink};

/// A part of a face, ready to be put into any number of files.
#[derive(Debug)]
pub(super) struct EmbeddedFace {
    /// The program's key in the descriptor, and the program.
    program: (&'static str, Stream),
    descriptor: Dictionary,
    to_unicode: Stream,
    descendant: Dictionary,
    /// From codes to glyphs, where they are not the same.
    map: Option<Stream>,
    name: Vec<u8>,
}

impl EmbeddedFace {
    pub(super) fn new(face: &Face, id: FaceId, part: &Part) -> Result<EmbeddedFace> {
        let (key, subtype, stream, bytes, map) = match program(face, id, &part.numbers, &part.composites())? {
            Program::TrueType(bytes, count) => {
                let length = dictionary! { "Length1" => bytes.len() as i64 };
                ("FontFile2", "CIDFontType2", length, bytes, part.map(count))
            }
            Program::Cff(bytes) => {
                ("FontFile3", "CIDFontType0", dictionary! { "Subtype" => "CIDFontType0C" }, bytes, None)
            }
        };
        let name = format!("{}+{}", tag(&bytes), face.metrics.postscript_name).into_bytes();
        let mut descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => subtype,
            "BaseFont" => Object::Name(name.clone()),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "W" => vec![1.into(), Object::Array(part.widths(face).into_iter().map(Object::from).collect())],
        };
        if subtype == "CIDFontType2" {
            descendant.set("CIDToGIDMap", "Identity");
        }
        let clusters: Vec<(&str, u16)> = part.clusters().map(|(text, code, _)| (text, code)).collect();
        let mut deflater = Deflater::thorough(Wrapping::Zlib);
        let map = map.map(|map| map.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
        Ok(EmbeddedFace {
            program: (key, deflate::stream(stream, &bytes, &mut deflater)?),
            descriptor: descriptor(&face.metrics, bounds(face, part), &name),
            to_unicode: deflate::stream(
                Dictionary::new(),
                to_unicode(&part.characters, &clusters).as_bytes(),
                &mut deflater,
            )?,
            map: map.map(|map| deflate::stream(Dictionary::new(), &map, &mut deflater)).transpose()?,
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
        if let Some(map) = &self.map {
            let map = file.add_object(map.clone());
            descendant.set("CIDToGIDMap", map);
        }
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

/// The box round the glyphs of a face, in thousandths of the em, and round the letters with marks of a part.
fn bounds(face: &Face, part: &Part) -> [i16; 4] {
    let per_mille = |units: i32| f64::from(units) * 1000.0 / f64::from(face.metrics.units_per_em);
    part.clusters().fold(face.metrics.bounds, |[left, low, right, high], (.., cluster)| {
        let Ink { left: l, low: b, right: r, high: t } = cluster.ink;
        let least = |edge: i16, units| edge.min(per_mille(units).floor() as i16);
        let most = |edge: i16, units| edge.max(per_mille(units).ceil() as i16);
        [least(left, l), least(low, b), most(right, r), most(high, t)]
    })
}

fn descriptor(metrics: &FaceMetrics, bounds: [i16; 4], name: &[u8]) -> Dictionary {
    const NON_SYMBOLIC: i64 = 1 << 5;
    const ITALIC: i64 = 1 << 6;
    let flags = if metrics.italic_angle == 0.0 { NON_SYMBOLIC } else { NON_SYMBOLIC | ITALIC };
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.to_vec()),
        "Flags" => flags,
        "FontBBox" => bounds.map(|edge| Object::from(i64::from(edge))).to_vec(),
        "ItalicAngle" => metrics.italic_angle.round() as i64,
        "Ascent" => i64::from(metrics.ascent),
        "Descent" => i64::from(metrics.descent),
        "CapHeight" => i64::from(metrics.cap_height),
        // No table tells how thick the stems are; the weight does, by the usual estimate.
        "StemV" => 50 + (f64::from(metrics.weight) / 65.0).powi(2).round() as i64,
    }
}

/// The map from glyphs to text (ISO 32000-1, 9.10.3), as ranges; at most a hundred in a block.
fn to_unicode(characters: &BTreeMap<char, u16>, clusters: &[(&str, u16)]) -> String {
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
    for block in clusters.chunks(100) {
        let _ = writeln!(text, "{} beginbfchar", block.len());
        for (letters, code) in block {
            let _ = writeln!(text, "<{code:04X}> <{}>", utf_16(letters));
        }
        text.push_str("endbfchar\n");
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
    let _ = writeln!(text, "<{first:04X}> <{last:04X}> <{}>", utf_16(c.encode_utf8(&mut [0; 4])));
}

fn utf_16(letters: &str) -> String {
    letters.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
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
        let text = to_unicode(&characters, &[("ơ\u{306}", 0x103)]);
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
                "<0103> <01A10306>",
            ]
        );
    }
}
