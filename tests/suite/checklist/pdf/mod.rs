//! Reads a PDF from its bytes: pages, glyphs, rules, fonts, with nothing of the library that wrote it.

mod content;
mod drawing;
mod fonts;
mod lines;
mod paragraphs;
mod stream;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use super::paper::Paper;
pub use drawing::{Glyph, Picture, Rule};
pub use fonts::Font;
use fonts::{get, get_dictionary};
pub use paragraphs::{gap, pitch};
pub use stream::{Page as Layout, level, stream};

/// A page; points, y upwards as in the file.
#[derive(Debug)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub pictures: Vec<Picture>,
}

/// What a PDF tells.
#[derive(Debug)]
pub struct Pdf {
    pub pages: Vec<Page>,
    /// The same pages as a reader sees them: lines and rules.
    pub layout: Vec<Layout>,
    pub fonts: Vec<Font>,
    /// From the Info dictionary, else from the XMP packet.
    pub title: String,
    pub language: String,
}

impl Page {
    pub fn landscape(&self) -> bool {
        self.width > self.height
    }
}

impl Pdf {
    /// `paper` tells the sheet, and whether back pages have mirrored margins.
    pub fn read(bytes: &[u8], paper: &Paper) -> Result<Pdf, String> {
        let document = Document::load_mem(bytes).map_err(|error| format!("no PDF: {error}"))?;
        let mut fonts = Vec::new();
        let mut known = BTreeMap::new();
        let mut pages = Vec::new();
        for (number, id) in document.get_pages() {
            let dictionary =
                document.get_dictionary(id).map_err(|error| format!("page {number}: {error}"))?;
            let [x0, y0, x1, y1] =
                media_box(&document, dictionary).ok_or(format!("page {number}: no MediaBox"))?;
            let nothing = Dictionary::new();
            let resources =
                inherited(&document, dictionary, "Resources").and_then(|found| found.as_dict().ok());
            let mut painter = content::Painter::new(&document, &mut fonts, &mut known);
            painter
                .run(&document.get_page_content(id), resources.unwrap_or(&nothing))
                .map_err(|error| format!("page {number}: {error}"))?;
            let (glyphs, rules, pictures) = (painter.glyphs, painter.rules, painter.pictures);
            pages.push(Page { width: x1 - x0, height: y1 - y0, glyphs, rules, pictures });
        }
        let catalog = document.catalog().map_err(|error| format!("no catalog: {error}"))?;
        let language = get(&document, catalog, "Lang").and_then(|text| text.as_str().ok()).map(pdf_text);
        let info = get_dictionary(&document, &document.trailer, "Info");
        let title = info.and_then(|info| get(&document, info, "Title")?.as_str().ok()).map(pdf_text);
        let title = title.or_else(|| xmp_title(&document, catalog)).unwrap_or_default();
        let layout = stream::pages(&pages, &fonts, paper);
        Ok(Pdf { pages, layout, fonts, title, language: language.unwrap_or_default() })
    }
}

/// A page's own value, or that of the nodes above it.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..20 {
        if let Some(value) = get(document, node, key) {
            return Some(value);
        }
        node = get_dictionary(document, node, "Parent")?;
    }
    None
}

fn media_box(document: &Document, page: &Dictionary) -> Option<[f64; 4]> {
    let corners = inherited(document, page, "MediaBox")?.as_array().ok()?;
    let numbers: Vec<f64> =
        corners.iter().filter_map(|number| number.as_float().ok()).map(f64::from).collect();
    numbers.try_into().ok()
}

/// UTF-16 with its mark, UTF-8 with its mark, or one byte a character.
fn pdf_text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks(2)
                .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn xmp_title(document: &Document, catalog: &Dictionary) -> Option<String> {
    let Object::Stream(stream) = get(document, catalog, "Metadata")? else { return None };
    let bytes = stream.get_plain_content().ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let title = text.split("<dc:title>").nth(1)?.split("</dc:title>").next()?;
    let item = title.split("<rdf:li").nth(1)?.split_once('>')?.1;
    let plain = item.split("</rdf:li>").next()?;
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(entities.iter().fold(plain.to_owned(), |text, (entity, sign)| text.replace(entity, sign)))
}
