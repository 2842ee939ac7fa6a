//! Tree and hints to DOCX: docx-rs builds the parts, a finishing pass puts them right, and a deflated package
//! holds them. The only room that knows docx-rs.

mod blocks;
mod built_in;
mod carried;
mod controls;
mod copies;
mod data;
mod finish;
mod gallery;
mod headers;
mod marks;
mod media;
mod parts;
mod sections;
mod stamp;
mod styles;
mod tables;
mod theme;

use std::sync::Arc;

use docx_rs::{BuildXML, Docx, Header, PageMargin, PageNum, PageOrientationType, Paragraph as WordParagraph};

use crate::error::{Error, Result};
use crate::kept::Kept;
use crate::opc::{self, Element, Node, Package, Packed, parse, serialize};
use crate::profile::{Profile, ProfileId};
use crate::tree::{Block, Hints, Paragraph, Role, Section, Tree};
use crate::units::{Length, PerSheet};
use controls::Control;
use headers::Headers;
use media::Media;
use sections::Begins;

/// How Word, and LibreOffice from 24.2, break the lines of a DOCX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WordMode {
    /// Compatibility mode 14, as in Word 2010: greedy lines, the same as in the PDF. Word shows "Compatibility
    /// Mode" in its title bar.
    #[default]
    Mode14,
    /// Mode 15, as in Word 2013 and later: Word squeezes the spaces of justified lines to fit one more word, so
    /// nearly every line ends elsewhere than in the PDF. Use it for documents that are edited in Word and whose
    /// PDF Word makes itself.
    Mode15,
}

impl WordMode {
    /// How far a table of the body hangs out into the left margin: by the margin of its cells, up to mode 14.
    fn hang(self, profile: &Profile) -> Length {
        match self {
            WordMode::Mode14 => profile.cell_padding().side,
            WordMode::Mode15 => Length::ZERO,
        }
    }
}

/// The writers of all profiles: each is built when a document first needs it. Cloning is cheap and keeps
/// them shared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writers {
    mode: WordMode,
    /// Each for papers of the guidance, and for those with a layout of their own.
    built: Kept<(ProfileId, bool), Writer>,
}

impl Writers {
    pub(crate) fn new(mode: WordMode) -> Writers {
        Writers { mode, built: Kept::default() }
    }

    pub(crate) fn of(&self, profile: &Profile) -> Result<Arc<Writer>> {
        self.built.get(
            &(profile.id(), profile.free_layout().is_some()),
            |built| {
                let built = &built.profile;
                built.layout() == profile.layout() && built.free_layout() == profile.free_layout()
            },
            || Writer::new(profile, self.mode),
        )
    }
}

/// Writes documents of one profile; the parts that no record changes are built and deflated once.
#[derive(Debug)]
pub(crate) struct Writer {
    profile: Profile,
    mode: WordMode,
    /// In every package.
    shared: Packed,
    /// The settings of sheets that are printed on one side, and on both.
    one_sided: Packed,
    two_sided: Packed,
    /// The types of the parts of a paper without headers of its own.
    no_running: Packed,
    /// The relationships of a paper without pictures.
    no_pictures: Packed,
    /// The first page's header of a paper that carries no note of circulation.
    no_note: Packed,
}

/// What a file has beside what is printed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Travels<'a> {
    /// The JSON of its record.
    pub(crate) record: Option<&'a str>,
    /// Whether nothing but its fields can be changed.
    pub(crate) protected: bool,
}

impl Writer {
    fn new(profile: &Profile, mode: WordMode) -> Result<Writer> {
        let mut fixed = parts::fixed_parts()?;
        let empty = Docx::new().styles(styles::styles(profile)).build();
        fixed.push(("word/styles.xml", finished_styles(&empty.styles)?));
        fixed.push(("word/header1.xml", header_part(page_number())?));
        // Of every section but the first: else it would show the first one's note.
        fixed.push(("word/header3.xml", header(&[], &Hints::default(), profile)?));
        let settings = |two_sided| Packed::new(&[parts::settings_part(mode, two_sided, false)?]);
        Ok(Writer {
            profile: profile.clone(),
            mode,
            shared: Packed::new(&fixed)?,
            one_sided: settings(false)?,
            two_sided: settings(true)?,
            no_running: Packed::new(&[parts::content_types_part(&[], Vec::new())?])?,
            no_pictures: Packed::new(&[parts::document_relationships_part(&[], &[], &[])?])?,
            no_note: Packed::new(&[(FIRST_HEADER, header(&[], &Hints::default(), profile)?)])?,
        })
    }

    /// The main part, an element a line.
    pub(crate) fn show(&self, tree: &Tree, hints: &Hints) -> Result<String> {
        let controls = Control::all(tree, hints);
        Ok(opc::show(&parse(&self.document(
            tree,
            hints,
            &Media::of(tree),
            &Headers::of(tree),
            &controls,
        )?)?))
    }

    /// The bytes of a DOCX.
    pub(crate) fn write(&self, tree: &Tree, hints: &Hints, travels: Travels<'_>) -> Result<Vec<u8>> {
        let record = travels.record;
        let head = tree.sections().first().map(|section| section.head.as_slice()).unwrap_or_default();
        let two_sided = tree.sections().iter().any(|section| section.two_sided);
        let mut package = Package::new();
        package.copy(&self.shared)?;
        let controls = Control::all(tree, hints);
        let glossary = controls.iter().any(Control::shows_room);
        match travels.protected {
            false => package.copy(if two_sided { &self.two_sided } else { &self.one_sided })?,
            true => package.deflate(&parts::settings_part(self.mode, two_sided, true)?)?,
        }
        match head {
            [] => package.copy(&self.no_note)?,
            note => package.deflate(&(FIRST_HEADER, header(note, hints, &self.profile)?))?,
        }
        let media = Media::of(tree);
        let headers = Headers::of(tree);
        match headers.names().as_slice() {
            [] if record.is_none() => package.copy(&self.no_running)?,
            names => {
                let data = record.map(|_| data::types(glossary)).unwrap_or_default();
                package.deflate(&parts::content_types_part(names, data)?)?;
            }
        }
        match (media.relationships().as_slice(), headers.relationships().as_slice()) {
            ([], []) if record.is_none() => package.copy(&self.no_pictures)?,
            (pictures, headers) => {
                let data = record.map(|_| data::related(glossary)).unwrap_or_default();
                package.deflate(&parts::document_relationships_part(pictures, headers, &data)?)?;
            }
        }
        package.store(&parts::core_properties(tree.properties())?)?;
        package.deflate(&("word/document.xml", self.document(tree, hints, &media, &headers, &controls)?))?;
        if let Some(record) = record {
            let pictures = tree.paragraphs().filter(|paragraph| paragraph.picture().is_some()).count();
            data::write_record(&mut package, record, &controls, pictures)?;
            if glossary {
                data::write_glossary(&mut package, &controls)?;
            }
        }
        for (name, png) in media.files() {
            package.file(&name, png)?;
        }
        for (name, part) in headers.parts(&self.profile)? {
            package.file(&name, &part)?;
        }
        package.finish()
    }

    /// The main part: the sections' bodies one after the other. Each but the last ends with a paragraph
    /// that carries its properties.
    fn document(
        &self,
        tree: &Tree,
        hints: &Hints,
        media: &Media<'_>,
        headers: &Headers<'_>,
        controls: &[Control<'_>],
    ) -> Result<Vec<u8>> {
        let mut whole: Option<Element> = None;
        let mut add = |section: &Section, begins: Begins, last: bool| -> Result<()> {
            let mut root = parse(&section_part(section, hints, &self.profile, self.mode).document.build())?;
            marks::mark(&mut root, section);
            carried::take_in(&mut root, section, hints, &self.profile);
            if let Some(paper) = &section.paper {
                marks::bookmark(&mut root, paper.place);
            }
            controls::place(&mut root, controls);
            finish::finish(&mut root);
            sections::place(&mut root, begins, last, self.profile.border_of(section));
            match &mut whole {
                None => whole = Some(root),
                Some(whole) => sections::append(whole, root),
            }
            Ok(())
        };
        for (index, section) in tree.sections().iter().enumerate() {
            let last = index + 1 == tree.sections().len();
            let begins = match section.per_sheet {
                _ if section.goes_on => Begins::Part(headers.of_section(section)),
                PerSheet::One if index == 0 => Begins::Paper,
                PerSheet::One => Begins::Appendix,
                _ => Begins::Sheet,
            };
            add(section, begins, last)?;
            if hints.blank_versos.contains(&index) {
                let blocks = vec![Block::Paragraph(Paragraph::empty(Role::End))];
                let blank = Section { blocks, head: Vec::new(), foot: Vec::new(), ..section.clone() };
                add(&blank, Begins::Blank, false)?;
            }
        }
        let mut whole = whole.ok_or_else(|| missing("a document without sections"))?;
        media.place(&mut whole);
        serialize(&whole)
    }
}

/// The header of the paper's first page.
const FIRST_HEADER: &str = "word/header2.xml";

/// One section as docx-rs builds it, in a document of its own.
fn section_part(section: &Section, hints: &Hints, profile: &Profile, mode: WordMode) -> Docx {
    let page = profile.page_of(section);
    let mut docx = Docx::new()
        .page_size(page.width.twips().unsigned_abs(), page.height.twips().unsigned_abs())
        .page_margin(PageMargin {
            top: page.top.twips(),
            left: page.left.twips(),
            bottom: page.bottom.twips(),
            right: page.right.twips(),
            header: page.header.twips(),
            footer: page.header.twips(),
            gutter: 0,
        });
    if page.width > page.height {
        docx = docx.page_orient(PageOrientationType::Landscape);
    }
    let mut blocks = printed(section, hints);
    let last = blocks.pop();
    let add = |docx: Docx, block: &Block| match block {
        Block::Paragraph(paragraph) => {
            docx.add_paragraph(blocks::paragraph(paragraph, hints, profile, page.text_width()))
        }
        Block::Columns(columns) => docx.add_table(blocks::columns(columns, hints, profile)),
        Block::Table(table) => {
            docx.add_table(tables::table(table, hints, profile, page.text_width(), mode.hang(profile)))
        }
        Block::Imposition(imposition) => docx.add_table(copies::imposition(imposition, hints, profile)),
    };
    docx = blocks.into_iter().fold(docx, add);
    // What is pinned to the page stands before the paragraph that it is anchored in.
    for paragraph in &section.foot {
        docx = docx.add_paragraph(blocks::pinned(paragraph, hints, profile, &page));
    }
    last.into_iter().fold(docx, add)
}

/// The blocks of a section without the lines that gave way.
fn printed<'a>(section: &'a Section, hints: &Hints) -> Vec<&'a Block> {
    let left_out = |block: &Block| matches!(block, Block::Paragraph(line) if hints.paragraph(line).left_out);
    section.blocks.iter().filter(|block| !left_out(block)).collect()
}

/// The header of the first page: nothing, or the note of circulation.
fn header(paragraphs: &[Paragraph], hints: &Hints, profile: &Profile) -> Result<Vec<u8>> {
    let width = profile.page().text_width();
    let mut header = Header::new();
    for paragraph in paragraphs {
        header = header.add_paragraph(blocks::paragraph(paragraph, hints, profile, width));
    }
    if paragraphs.is_empty() {
        let empty = Paragraph::empty(Role::PageNumber);
        header = header.add_paragraph(blocks::paragraph(&empty, hints, profile, width));
    }
    header_part(header)
}

fn header_part(header: Header) -> Result<Vec<u8>> {
    let built = Docx::new().header(header).build();
    finished(built.headers.first().ok_or_else(|| missing("the header"))?)
}

fn page_number() -> Header {
    Header::new()
        .add_paragraph(WordParagraph::new().style(&styles::id(Role::PageNumber)).add_page_num(PageNum::new()))
}

fn finished(part: &[u8]) -> Result<Vec<u8>> {
    let mut root = parse(part)?;
    finish::finish(&mut root);
    serialize(&root)
}

/// The style sheet: its default style is marked as such, Word's own styles stand before ours, the language
/// is Vietnamese, and a paragraph style holds no table's properties.
fn finished_styles(part: &[u8]) -> Result<Vec<u8>> {
    let mut root = parse(part)?;
    for element in root.elements_mut() {
        match element.name.as_str() {
            "w:style" => {
                if element.attribute("w:styleId") == Some("Normal") {
                    element.set("w:default", "1");
                    // It is for what our styles stand on.
                    element.children.retain(|node| !node.is("w:qFormat"));
                } else {
                    element.set("w:customStyle", "1");
                }
                element
                    .children
                    .retain(|node| !["w:tblPr", "w:trPr", "w:tcPr"].iter().any(|name| node.is(name)));
            }
            "w:docDefaults" => {
                for defaults in element.elements_mut().filter(|child| child.name == "w:rPrDefault") {
                    for properties in defaults.elements_mut() {
                        let language = Element::new("w:lang")
                            .with("w:val", "vi-VN")
                            .with("w:eastAsia", "vi-VN")
                            .with("w:bidi", "ar-SA");
                        properties.children.push(Node::Element(language));
                    }
                }
            }
            _ => {}
        }
    }
    let normal = root.children.iter().position(|node| node.is("w:style")).unwrap_or(0);
    let own = built_in::styles(&styles::id(Role::Body)).into_iter().map(Node::Element);
    root.children.splice(normal + 1..normal + 1, own);
    root.children.insert(normal, Node::Element(built_in::latent_styles()));
    finish::finish(&mut root);
    serialize(&root)
}

fn missing(what: &str) -> Error {
    Error::bug(format!("docx-rs built no part for {what}"))
}
