//! Pages of drawn text and rules, and the PDF that holds them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use lopdf::{Document, Object, Stream, dictionary};

use super::truetype::Face;

pub const STYLES: [&str; 4] = ["Regular", "Bold", "Italic", "BoldItalic"];

/// The four faces, read once.
pub fn faces() -> &'static [Face; 4] {
    static FACES: OnceLock<[Face; 4]> = OnceLock::new();
    FACES.get_or_init(|| STYLES.map(Face::load))
}

pub fn face_of(bold: bool, italic: bool) -> usize {
    usize::from(bold) + 2 * usize::from(italic)
}

/// A page; points from its upper left corner.
pub struct Canvas {
    pub width: f64,
    pub height: f64,
    content: String,
    used: BTreeMap<usize, BTreeSet<char>>,
    pictures: Vec<bool>,
}

/// Words in one look, at their place.
pub struct Drawn<'a> {
    pub text: &'a str,
    pub face: usize,
    pub size: f64,
    pub colour: &'a str,
    /// Added to each space.
    pub stretch: f64,
}

impl Canvas {
    pub fn new(width: f64, height: f64) -> Canvas {
        Canvas { width, height, content: String::new(), used: BTreeMap::new(), pictures: Vec::new() }
    }

    /// Draws and tells where the text ends. Colours are six hexadecimal digits, or `auto`.
    pub fn text(&mut self, drawn: &Drawn, x: f64, y: f64) -> f64 {
        let face = &faces()[drawn.face];
        let mut shown = String::from("<");
        for letter in drawn.text.chars() {
            shown += &format!("{:04x}", face.glyph(letter));
            if letter == ' ' && drawn.stretch != 0.0 {
                shown += &format!("> {:.3} <", -drawn.stretch * 1000.0 / drawn.size);
            }
        }
        shown.push('>');
        self.used.entry(drawn.face).or_default().extend(drawn.text.chars());
        let colour = match drawn.colour {
            "FF0000" => "1 0 0 rg",
            _ => "0 g",
        };
        let (face_name, size, up) = (drawn.face, drawn.size, self.height - y);
        self.content +=
            &format!("q {colour} BT /F{face_name} {size} Tf 1 0 0 1 {x:.3} {up:.3} Tm [{shown}] TJ ET Q\n");
        let spaces = drawn.text.matches(' ').count() as f64;
        x + face.width(drawn.text, drawn.size) + spaces * drawn.stretch
    }

    /// A glyph that the font does not have.
    pub fn missing_glyph(&mut self, x: f64, y: f64) {
        let up = self.height - y;
        self.used.entry(0).or_default();
        self.content += &format!("BT /F0 14 Tf 1 0 0 1 {x} {up} Tm <0000> Tj ET\n");
    }

    pub fn rule(&mut self, x0: f64, x1: f64, y: f64) {
        let up = self.height - y;
        self.content += &format!("0.5 w {x0:.3} {up:.3} m {x1:.3} {up:.3} l S\n");
    }

    pub fn frame(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let low = self.height - y - height;
        self.content += &format!("0.5 w {x:.3} {low:.3} {width:.3} {height:.3} re S\n");
    }

    pub fn picture(&mut self, x: f64, y: f64, size: f64, transparent: bool) {
        let (low, number) = (self.height - y - size, self.pictures.len());
        self.content += &format!("q {size:.3} 0 0 {size:.3} {x:.3} {low:.3} cm /P{number} Do Q\n");
        self.pictures.push(transparent);
    }
}

/// How the fonts are written.
#[derive(Clone, Copy)]
pub struct Options {
    pub family: &'static str,
    pub embedded: bool,
    pub has_unicode: bool,
}

pub fn write(canvases: &[Canvas], options: Options) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let mut letters: BTreeMap<usize, BTreeSet<char>> = BTreeMap::new();
    for (face, used) in canvases.iter().flat_map(|canvas| &canvas.used) {
        letters.entry(*face).or_default().extend(used);
    }
    let mut fonts = lopdf::Dictionary::new();
    for (face, used) in &letters {
        let font = font(&mut document, *face, used, options);
        fonts.set(format!("F{face}"), font);
    }
    let pages_id = document.new_object_id();
    let mut kids = Vec::new();
    for canvas in canvases {
        let mut pictures = lopdf::Dictionary::new();
        for (number, transparent) in canvas.pictures.iter().enumerate() {
            let picture = picture(&mut document, *transparent);
            pictures.set(format!("P{number}"), picture);
        }
        let content = document.add_object(Stream::new(dictionary! {}, canvas.content.clone().into_bytes()));
        let page = dictionary! {
            "Type" => "Page",
            "Parent" => pages_id,
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(canvas.width as f32), Object::Real(canvas.height as f32)],
            "Resources" => dictionary! { "Font" => fonts.clone(), "XObject" => pictures },
            "Contents" => content,
        };
        kids.push(document.add_object(page).into());
    }
    let pages = dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids };
    document.objects.insert(pages_id, pages.into());
    let language = Object::string_literal("vi-VN");
    let catalog =
        document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id, "Lang" => language });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("into memory");
    bytes
}

fn font(document: &mut Document, face: usize, used: &BTreeSet<char>, options: Options) -> Object {
    let name = format!("ABCDEF+{}-{}", options.family, STYLES[face]);
    let font = &faces()[face];
    let mut descriptor =
        dictionary! { "Type" => "FontDescriptor", "FontName" => name.as_str(), "Flags" => 4 };
    if options.embedded {
        let file = document.add_object(Stream::new(dictionary! {}, font.bytes.clone()));
        descriptor.set("FontFile2", file);
    }
    let descriptor = document.add_object(descriptor);
    let mut widths: Vec<Object> = Vec::new();
    let mut map = String::from("begincmap\n");
    for letter in used {
        let glyph = font.glyph(*letter);
        widths.extend([i64::from(glyph).into(), vec![Object::Real(font.advance(glyph) as f32)].into()]);
        let letter = if *letter == '\u{a0}' { ' ' } else { *letter };
        map += &format!("1 beginbfchar\n<{glyph:04x}> <{:04x}>\nendbfchar\n", u32::from(letter));
    }
    let map = document.add_object(Stream::new(dictionary! {}, (map + "endcmap").into_bytes()));
    let descendant = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "CIDToGIDMap" => "Identity",
        "FontDescriptor" => descriptor,
        "DW" => 1000,
        "W" => widths,
    });
    let mut font = dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
    };
    if options.has_unicode {
        font.set("ToUnicode", map);
    }
    document.add_object(font).into()
}

fn picture(document: &mut Document, transparent: bool) -> Object {
    let pixel = || {
        let image = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => 1,
            "Height" => 1,
            "ColorSpace" => "DeviceGray",
            "BitsPerComponent" => 8,
        };
        Stream::new(image, vec![128])
    };
    let mut stream = pixel();
    if transparent {
        let mask = document.add_object(pixel());
        stream.dict.set("SMask", mask);
    }
    document.add_object(stream).into()
}
