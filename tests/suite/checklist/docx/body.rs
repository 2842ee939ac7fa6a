//! Walks a part (document, header, footer) and lists its paragraphs in reading order.

use std::collections::BTreeMap;

use super::look::{ParagraphLook, RunLook};
use super::styles::Styles;
use super::table::{Cell, Table};
use super::xml::{Element, Node, whole};

/// Where a paragraph stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    Body,
    Cell(Cell),
    /// In a text box, or pinned to the page.
    Framed,
}

#[derive(Debug, Clone)]
pub struct Run {
    /// As displayed: capitals where the run says so, `-` for a no-break hyphen, `\n` for a break.
    pub text: String,
    pub look: RunLook,
}

#[derive(Debug, Clone)]
pub struct Picture {
    /// Relationship that names the file.
    pub relation: String,
    /// In English metric units: 36,000 a millimetre.
    pub height: i64,
}

#[derive(Debug, Clone)]
pub struct Paragraph {
    pub text: String,
    pub style: String,
    pub look: ParagraphLook,
    pub runs: Vec<Run>,
    /// Instructions of its fields: `PAGE`.
    pub fields: Vec<String>,
    /// The looks of the runs that make up a field, whether or not they hold text.
    pub field_looks: Vec<RunLook>,
    pub pictures: Vec<Picture>,
    pub place: Place,
    /// Which section it belongs to.
    pub section: usize,
}

impl Paragraph {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub fn cell(&self) -> Option<&Cell> {
        match &self.place {
            Place::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    pub fn in_table(&self, table: usize) -> bool {
        self.cell().is_some_and(|cell| cell.tables.contains(&table))
    }
}

pub struct Walk<'a> {
    pub styles: &'a Styles,
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<Table>,
    /// `w:sectPr` elements in order.
    pub sections: Vec<Element>,
    /// Word 2010 and before let a table hang out to the left by its cell margin.
    pub tables_hang_out: bool,
}

/// The state of Word's complex fields inside a paragraph.
#[derive(Default)]
struct Field {
    instruction: String,
    in_instruction: bool,
}

impl Walk<'_> {
    pub fn blocks(&mut self, parent: &Element, place: &Place, table_style: Option<&str>) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element, place, table_style),
                "w:tbl" => super::table::walk(self, element, place),
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.blocks(content, place, table_style);
                    }
                }
                "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" => {
                    self.blocks(element, place, table_style)
                }
                "w:sectPr" => self.sections.push(element.clone()),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &Element, place: &Place, table_style: Option<&str>) {
        let none = Element::default();
        let properties = element.child("w:pPr").unwrap_or(&none);
        let style = self.styles.paragraph_style(properties.value("w:pStyle")).unwrap_or_default().to_owned();
        let look = self.styles.paragraph(table_style, Some(&style), &ParagraphLook::read(properties));
        let place = if look.frame.is_some() { &Place::Framed } else { place };
        let mut paragraph = Paragraph {
            text: String::new(),
            style: self.styles.name(&style),
            look,
            runs: Vec::new(),
            fields: Vec::new(),
            field_looks: Vec::new(),
            pictures: Vec::new(),
            place: place.clone(),
            section: self.sections.len(),
        };
        let mut boxes = Vec::new();
        let mut field = Field::default();
        let context = (table_style, style.as_str());
        self.inline(element, context, &mut paragraph, &mut field, &mut boxes);
        paragraph.text = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        self.paragraphs.push(paragraph);
        for content in boxes {
            self.blocks(&content, &Place::Framed, None);
        }
        if let Some(section) = properties.child("w:sectPr") {
            self.sections.push(section.clone());
        }
    }

    fn inline(
        &self,
        parent: &Element,
        context: (Option<&str>, &str),
        paragraph: &mut Paragraph,
        field: &mut Field,
        boxes: &mut Vec<Element>,
    ) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, context, paragraph, field, boxes),
                "w:fldSimple" => {
                    let instruction = element.attribute("w:instr").unwrap_or_default();
                    paragraph.fields.push(instruction.trim().to_owned());
                    self.inline(element, context, paragraph, field, boxes);
                }
                "w:hyperlink" | "w:ins" | "w:moveTo" | "w:smartTag" | "w:sdt" | "w:sdtContent" | "w:bdo" => {
                    self.inline(element, context, paragraph, field, boxes);
                }
                _ => {}
            }
        }
    }

    fn run(
        &self,
        element: &Element,
        (table_style, style): (Option<&str>, &str),
        paragraph: &mut Paragraph,
        field: &mut Field,
        boxes: &mut Vec<Element>,
    ) {
        let none = Element::default();
        let properties = element.child("w:rPr").unwrap_or(&none);
        let direct = RunLook::read(properties);
        let look = self.styles.run(table_style, Some(style), properties.value("w:rStyle"), &direct);
        let mut text = String::new();
        if element.elements().any(|piece| ["w:instrText", "w:fldChar"].contains(&piece.name.as_str())) {
            paragraph.field_looks.push(look.clone());
        }
        for node in &element.children {
            let Node::Element(piece) = node else { continue };
            match piece.name.as_str() {
                "w:t" if !field.in_instruction => text.push_str(&piece.text()),
                "w:noBreakHyphen" => text.push('-'),
                "w:tab" => text.push('\t'),
                "w:br" if piece.attribute("w:type").is_none_or(|kind| kind == "textWrapping") => {
                    text.push('\n')
                }
                "w:cr" => text.push('\n'),
                "w:sym" => text.push('\u{25a1}'),
                "w:instrText" => field.instruction.push_str(&piece.text()),
                "w:fldChar" => match piece.attribute("w:fldCharType") {
                    Some("begin") => *field = Field { instruction: String::new(), in_instruction: true },
                    _ => {
                        if field.in_instruction {
                            paragraph.fields.push(field.instruction.trim().to_owned());
                        }
                        field.in_instruction = false;
                    }
                },
                "w:drawing" | "w:pict" | "mc:AlternateContent" => drawing(piece, paragraph, boxes),
                _ => {}
            }
        }
        if look.caps == Some(true) {
            text = text.to_uppercase();
        }
        if look.hidden != Some(true) && !text.is_empty() {
            paragraph.runs.push(Run { text, look });
        }
    }
}

/// A picture, or a text box (of two versions of it, the first).
fn drawing(element: &Element, paragraph: &mut Paragraph, boxes: &mut Vec<Element>) {
    if let Some(relation) = element.find("a:blip").and_then(|blip| blip.attribute("r:embed")) {
        let extent = element.find("wp:extent").and_then(|extent| extent.attribute("cy"));
        let height = extent.and_then(whole).unwrap_or(0);
        paragraph.pictures.push(Picture { relation: relation.to_owned(), height });
    }
    boxes.extend(element.find("w:txbxContent").cloned());
}

/// Relationship id → target, of a `.rels` part.
pub fn relations(root: &Element) -> BTreeMap<String, String> {
    let pair = |relation: &Element| {
        Some((relation.attribute("Id")?.to_owned(), relation.attribute("Target")?.to_owned()))
    };
    root.elements().filter_map(pair).collect()
}
