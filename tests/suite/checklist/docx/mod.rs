//! Reads a DOCX from its bytes, with nothing of the library that wrote it.

mod body;
mod look;
mod stream;
mod styles;
mod table;
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

pub use body::{Paragraph, Place};
pub use stream::stream;
use styles::Styles;
pub use table::Table;
use xml::Element;

/// A section's page; lengths in twips.
#[derive(Debug, Clone, Default)]
pub struct Section {
    pub width: i64,
    pub height: i64,
    pub landscape: bool,
    pub top: i64,
    pub bottom: i64,
    pub left: i64,
    pub right: i64,
    pub header: i64,
    /// It begins on the page of the one before it.
    pub continuous: bool,
    /// The first page has a header of its own.
    pub title_page: bool,
    /// Page numbers start here again from this one.
    pub restarts_at: Option<i64>,
    /// `decimal` where nothing is said.
    pub number_format: String,
    /// Paragraphs of the headers and footers: `default`, `first`, `even`.
    pub headers: BTreeMap<String, Vec<Paragraph>>,
    pub footers: BTreeMap<String, Vec<Paragraph>>,
}

/// What a DOCX tells.
#[derive(Debug)]
pub struct Docx {
    pub sections: Vec<Section>,
    /// All paragraphs of the main part in reading order.
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<Table>,
    pub mirror_margins: bool,
    /// Word's compatibility mode: 14, 15.
    pub mode: Option<i64>,
    /// Title and creator of the file's properties.
    pub title: String,
    pub creator: String,
    /// Of the document's defaults: `vi-VN`.
    pub language: Option<String>,
    /// Relationship id → bytes of the picture.
    pub pictures: BTreeMap<String, Vec<u8>>,
    pub styles: Styles,
    /// The font table.
    pub fonts: BTreeSet<String>,
    /// Every font that a part names.
    pub named_fonts: BTreeSet<String>,
}

/// The parts of the package.
struct Package(BTreeMap<String, Vec<u8>>);

impl Package {
    fn open(bytes: &[u8]) -> Result<Package, String> {
        let mut archive =
            zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("no ZIP: {error}"))?;
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).map_err(|error| error.to_string())?;
            let mut content = Vec::new();
            file.read_to_end(&mut content).map_err(|error| format!("{}: {error}", file.name()))?;
            parts.insert(file.name().to_owned(), content);
        }
        Ok(Package(parts))
    }

    fn xml(&self, name: &str) -> Result<Element, String> {
        let bytes = self.0.get(name).ok_or_else(|| format!("the DOCX has no part {name}"))?;
        xml::parse(bytes).map_err(|error| format!("{name}: {error}"))
    }

    fn xml_or_empty(&self, name: &str) -> Result<Element, String> {
        if self.0.contains_key(name) { self.xml(name) } else { Ok(Element::default()) }
    }
}

impl Package {
    /// The values of some attributes of every element of that name in a part.
    fn values(&self, part: &str, name: &str, attributes: &[&str]) -> Result<BTreeSet<String>, String> {
        let mut found = BTreeSet::new();
        let mut open = vec![self.xml_or_empty(part)?];
        while let Some(element) = open.pop() {
            if element.name == name {
                let values = attributes.iter().filter_map(|attribute| element.attribute(attribute));
                found.extend(values.map(str::to_owned));
            }
            open.extend(element.elements().cloned());
        }
        Ok(found)
    }

    fn named_fonts(&self) -> Result<BTreeSet<String>, String> {
        let slots = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"];
        let mut found = BTreeSet::new();
        for part in self.0.keys().filter(|name| name.starts_with("word/") && name.ends_with(".xml")) {
            found.extend(self.values(part, "w:rFonts", &slots)?);
            found.extend(self.values(part, "w:sym", &["w:font"])?);
        }
        Ok(found)
    }
}

impl Docx {
    pub fn read(bytes: &[u8]) -> Result<Docx, String> {
        let package = Package::open(bytes)?;
        let styles = Styles::read(&package.xml_or_empty("word/styles.xml")?);
        let settings = package.xml_or_empty("word/settings.xml")?;
        let core = package.xml_or_empty("docProps/core.xml")?;
        let relations = body::relations(&package.xml_or_empty("word/_rels/document.xml.rels")?);
        let mode = compatibility_mode(&settings);
        let hang_out = mode.unwrap_or(12) < 15;

        let document = package.xml("word/document.xml")?;
        let body = document.child("w:body").ok_or("word/document.xml has no body")?;
        let mut walk = walk(&styles, hang_out);
        walk.blocks(body, &Place::Body, None);

        let mut sections: Vec<Section> = Vec::new();
        for properties in &walk.sections {
            let mut section = page(properties);
            if let Some(before) = sections.last() {
                section.headers.clone_from(&before.headers);
                section.footers.clone_from(&before.footers);
            }
            for reference in properties.elements() {
                let (Some(kind), Some(id)) = (reference.attribute("w:type"), reference.attribute("r:id"))
                else {
                    continue;
                };
                let target = relations.get(id).ok_or_else(|| format!("header {id} has no relationship"))?;
                let mut part = self::walk(&styles, hang_out);
                part.blocks(&package.xml(&format!("word/{target}"))?, &Place::Body, None);
                let parts = match reference.name.as_str() {
                    "w:headerReference" => &mut section.headers,
                    _ => &mut section.footers,
                };
                parts.insert(kind.to_owned(), part.paragraphs);
            }
            sections.push(section);
        }
        let picture = |(id, target): (&String, &String)| {
            Some((id.clone(), package.0.get(&format!("word/{target}"))?.clone()))
        };
        Ok(Docx {
            sections,
            mirror_margins: settings.switch("w:mirrorMargins") == Some(true),
            mode,
            title: core.child("dc:title").map(Element::text).unwrap_or_default(),
            creator: core.child("dc:creator").map(Element::text).unwrap_or_default(),
            pictures: relations.iter().filter_map(picture).collect(),
            paragraphs: walk.paragraphs,
            tables: walk.tables,
            language: styles.language.clone(),
            fonts: package.values("word/fontTable.xml", "w:font", &["w:name"])?,
            named_fonts: package.named_fonts()?,
            styles,
        })
    }

    /// Table, row, and how many paragraphs stand above it in its cell.
    pub fn line_of(&self, paragraph: usize) -> Option<(usize, usize, usize)> {
        let cell = self.paragraphs.get(paragraph)?.cell()?;
        let above = self.paragraphs[..paragraph].iter().filter(|other| other.cell() == Some(cell)).count();
        Some((cell.table(), cell.row, above))
    }

    /// The section that a paragraph belongs to.
    pub fn section_of(&self, paragraph: &Paragraph) -> Option<&Section> {
        self.sections.get(paragraph.section)
    }
}

fn walk(styles: &Styles, tables_hang_out: bool) -> body::Walk<'_> {
    body::Walk { styles, paragraphs: Vec::new(), tables: Vec::new(), sections: Vec::new(), tables_hang_out }
}

fn page(properties: &Element) -> Section {
    let size = |name| properties.number("w:pgSz", name).unwrap_or(0);
    let margin = |name| properties.number("w:pgMar", name).unwrap_or(0);
    let numbers = properties.child("w:pgNumType");
    let format = numbers.and_then(|numbers| numbers.attribute("w:fmt"));
    let orient = properties.child("w:pgSz").and_then(|size| size.attribute("w:orient"));
    Section {
        width: size("w:w"),
        height: size("w:h"),
        landscape: orient == Some("landscape") || size("w:w") > size("w:h"),
        top: margin("w:top"),
        bottom: margin("w:bottom"),
        left: margin("w:left"),
        right: margin("w:right"),
        header: margin("w:header"),
        continuous: properties.value("w:type") == Some("continuous"),
        title_page: properties.switch("w:titlePg") == Some(true),
        restarts_at: properties.number("w:pgNumType", "w:start"),
        number_format: format.unwrap_or("decimal").to_owned(),
        headers: BTreeMap::new(),
        footers: BTreeMap::new(),
    }
}

fn compatibility_mode(settings: &Element) -> Option<i64> {
    let named = |setting: &&Element| setting.attribute("w:name") == Some("compatibilityMode");
    let setting = settings.child("w:compat")?.all("w:compatSetting").find(named)?;
    setting.attribute("w:val")?.parse().ok()
}
