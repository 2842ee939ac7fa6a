//! The walk down the main part of a DOCX.

use std::collections::BTreeSet;

use super::body::{Body, Mark, Paragraph, Piece};
use super::styles::Styles;
use crate::opc::{Damage, Sink, Tag};

/// The namespaces of Word's elements, in both dialects of the format.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// The namespaces of equations.
const MATH: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];
const CHECK_BOX: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const ALTERNATIVES: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// No office's document has more of them.
const PARAGRAPHS: usize = 100_000;
const PIECES: usize = 400_000;
const CELLS: usize = 200_000;
const CONTROLS: usize = 20_000;
/// Bytes of text. A record has at most one megabyte, and a document says little more.
const TEXT: usize = 3 * 512 * 1024;

/// An element that is open.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    /// What it holds counts where it stands.
    Through,
    /// What it holds does not count.
    Skipped,
    Paragraph,
    ParagraphProperties,
    MarkProperties,
    Numbering,
    Run,
    RunProperties,
    Text,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Control,
    ControlProperties,
    FieldChar,
    FormData,
    /// Of two ways to say the same; whether one was taken.
    Alternatives(bool),
    /// The way that was taken: it stands where the alternatives do.
    Choice,
    /// Text that was put in, or taken out, and nobody has said yes to.
    Inserted,
    Deleted,
    DeletedText,
    /// The code of a field.
    Code,
    /// A field with its code in one element.
    SimpleField,
    /// A part of an equation.
    Structure,
}

pub(super) use runs::Look;

pub(super) struct Walk<'s> {
    styles: &'s Styles,
    body: Body,
    is_word: bool,
    open: Vec<Open>,
    paragraphs: Vec<usize>,
    /// A paragraph whose mark was deleted: the next one goes on with it.
    goes_on: Option<usize>,
    /// Tables with the row and column that come next.
    tables: Vec<(usize, usize, usize)>,
    cells: Vec<usize>,
    /// Cells that were taken out, and nobody has said yes to.
    removed: BTreeSet<usize>,
    controls: Vec<usize>,
    fields: Vec<forms::Complex>,
    pieces: usize,
    /// Bytes of text that are kept.
    text: usize,
    /// How the run shows its letters, how those around it do, and how the runs of each open paragraph do if they say
    /// nothing.
    look: Look,
    around: Vec<Look>,
    looks: Vec<Look>,
    /// The changes around, by their numbers in [`Body::authors`].
    changes: Vec<usize>,
    /// Parts of equations that are open.
    structures: usize,
    /// The last drawing that is one of two ways to say the same, of [`Body::objects`].
    shape: Option<usize>,
}

/// How far the walk is: in which paragraph, at which byte of which of its pieces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) paragraph: usize,
    pub(super) piece: usize,
    pub(super) byte: usize,
}

impl<'s> Walk<'s> {
    pub(super) fn new(styles: &'s Styles) -> Walk<'s> {
        Walk {
            styles,
            body: Body::default(),
            is_word: false,
            open: Vec::new(),
            paragraphs: Vec::new(),
            goes_on: None,
            tables: Vec::new(),
            cells: Vec::new(),
            removed: BTreeSet::new(),
            controls: Vec::new(),
            fields: Vec::new(),
            pieces: 0,
            text: 0,
            look: Look::default(),
            around: Vec::new(),
            looks: Vec::new(),
            changes: Vec::new(),
            structures: 0,
            shape: None,
        }
    }

    pub(super) fn place(&self) -> Place {
        let paragraph = self.paragraphs.last().copied().unwrap_or(self.body.paragraphs.len());
        let pieces = self.body.paragraphs.get(paragraph).map_or(&[][..], |paragraph| &paragraph.pieces);
        let byte = pieces.last().map_or(0, |piece| piece.text.len());
        Place { paragraph, piece: pieces.len().saturating_sub(1), byte }
    }

    pub(super) fn body(self) -> Body {
        self.body
    }

    /// What was read; nothing where it is no document of Word.
    pub(super) fn done(self) -> Option<Body> {
        self.is_word.then_some(self.body)
    }

    fn opened(&mut self, tag: &Tag<'_>) -> Result<Open, Damage> {
        let own = self.open.last().copied().unwrap_or(Open::Through);
        if own == Open::Skipped {
            return Ok(Open::Skipped);
        }
        if own == Open::Deleted {
            return Ok(if tag.name == "delText" { Open::DeletedText } else { Open::Deleted });
        }
        if tag.space == ALTERNATIVES {
            return Ok(self.alternative(tag.name, own));
        }
        let is_between = |open: &&Open| matches!(open, Open::Alternatives(_) | Open::Choice);
        let parent = self.open.iter().rev().find(|open| !is_between(open)).copied().unwrap_or(Open::Through);
        match (tag.name, parent) {
            ("contentPart", Open::Run) => self.object()?,
            ("symEx", Open::Run) => self.symbol(tag)?,
            ("txbxContent", _) => self.text_box(),
            _ => {}
        }
        if tag.space == CHECK_BOX {
            return Ok(self.check_box(tag, parent));
        }
        if matches!(tag.name, "blip" | "imagedata") {
            self.body.pictures += 1;
        }
        if MATH.contains(&tag.space) {
            return self.equation(tag.name, parent);
        }
        if !WORD.contains(&tag.space) {
            return Ok(Open::Through);
        }
        match (tag.name, parent) {
            ("document", _) if self.open.is_empty() => self.is_word = true,
            ("p", _) => return self.paragraph(),
            ("pPr", Open::Paragraph) => return Ok(Open::ParagraphProperties),
            ("rPr", Open::ParagraphProperties) => return Ok(Open::MarkProperties),
            ("numPr", Open::ParagraphProperties) => return Ok(Open::Numbering),
            ("numId", Open::Numbering) => self.numbered(tag),
            ("pStyle", Open::ParagraphProperties) => self.paragraph_style(tag),
            ("del" | "moveFrom", Open::MarkProperties) => self.goes_on = self.paragraphs.last().copied(),
            ("del", Open::RowProperties) => self.skip_row(),
            ("ins" | "moveTo", Open::MarkProperties | Open::RowProperties) => {}
            ("ins" | "moveTo", _) => {
                self.change(tag);
                return Ok(Open::Inserted);
            }
            ("del" | "moveFrom", _) => return Ok(self.deletion(tag)),
            ("instrText", Open::Run) => return Ok(Open::Code),
            ("delText" | "instrText" | "delInstrText" | "rt" | "sectPr" | "sdtEndPr", _) => {
                return Ok(Open::Skipped);
            }
            ("r", _) => return Ok(self.run()),
            ("rPr", Open::Run) => return Ok(Open::RunProperties),
            ("rPrChange", Open::RunProperties) => return Ok(Open::Skipped),
            (_, Open::RunProperties) => self.run_property(tag),
            ("drawing" | "pict" | "object", Open::Run) => self.object()?,
            ("altChunk" | "subDoc", _) => self.body.chunks += 1,
            ("t", Open::Run) => return Ok(Open::Text),
            ("tab" | "ptab", Open::Run) => self.append(" ")?,
            ("cr", Open::Run) => self.append("\n")?,
            ("br", Open::Run) => self.append("\n")?,
            ("noBreakHyphen", Open::Run) => self.append("-")?,
            ("sym", Open::Run) => self.symbol(tag)?,
            ("fldSimple", _) => {
                self.fields.push(forms::Complex::simple(tag.get("instr").unwrap_or_default()));
                return Ok(Open::SimpleField);
            }
            ("fldChar", Open::Run) => {
                self.field_char(tag)?;
                return Ok(Open::FieldChar);
            }
            ("tbl", _) => {
                self.tables.push((self.body.tables, 0, 0));
                self.body.tables += 1;
                return Ok(Open::Table);
            }
            ("tr", _) => {
                if let Some((_, row, column)) = self.tables.last_mut() {
                    (*row, *column) = (*row + 1, 0);
                }
                return Ok(Open::Row);
            }
            ("trPr", Open::Row) => return Ok(Open::RowProperties),
            ("gridBefore", Open::RowProperties) => self.pass(number(tag)),
            ("tc", _) => return self.cell(),
            ("tcPr", Open::Cell) => return Ok(Open::CellProperties),
            ("gridSpan" | "vMerge" | "hMerge", Open::CellProperties) => self.merge(tag),
            ("cellDel", Open::CellProperties) => self.removed.extend(self.cells.last().copied()),
            ("sdt", _) => return self.control(),
            ("sdtPr", Open::Control) => return Ok(Open::ControlProperties),
            (_, Open::ControlProperties) => {
                self.control_property(tag);
                return Ok(Open::ControlProperties);
            }
            ("ffData", Open::FieldChar) => {
                self.form_data()?;
                return Ok(Open::FormData);
            }
            (_, Open::FormData) => {
                self.form_datum(tag);
                return Ok(Open::FormData);
            }
            _ => {}
        }
        Ok(Open::Through)
    }

    fn alternative(&mut self, name: &str, parent: Open) -> Open {
        match (name, parent) {
            ("AlternateContent", _) => Open::Alternatives(false),
            ("Choice" | "Fallback", Open::Alternatives(false)) => {
                if let Some(parent) = self.open.last_mut() {
                    *parent = Open::Alternatives(true);
                }
                Open::Choice
            }
            ("Choice" | "Fallback", _) => Open::Skipped,
            _ => Open::Through,
        }
    }

    fn paragraph(&mut self) -> Result<Open, Damage> {
        let cell = self.cells.last().copied();
        // A paragraph of which nothing is left is gone as a whole.
        let is_left = |paragraph: &Paragraph| paragraph.pieces.iter().any(|piece| !piece.text.is_empty());
        let goes_on = self.goes_on.take().filter(|at| {
            let paragraph = self.body.paragraphs.get(*at);
            paragraph.is_some_and(|paragraph| paragraph.cell == cell && is_left(paragraph))
        });
        let at = goes_on.unwrap_or(self.body.paragraphs.len());
        if goes_on.is_none() {
            if self.body.paragraphs.len() >= PARAGRAPHS {
                return Err(Damage::TooLarge);
            }
            self.body.paragraphs.push(Paragraph { pieces: Vec::new(), cell });
        }
        self.paragraphs.push(at);
        self.looks.push(self.styles.unstyled());
        Ok(Open::Paragraph)
    }

    fn append(&mut self, text: &str) -> Result<(), Damage> {
        if self.fields.iter().any(|field| field.code) {
            return Ok(());
        }
        for field in &mut self.fields {
            field.shown |= !text.is_empty();
            if let Some(field) = field.form.and_then(|(form, _)| self.body.legacy.get_mut(form)) {
                field.text.push_str(text);
                self.text += text.len();
            }
        }
        let control = self.controls.last().copied();
        if self.look.is_marked() {
            self.mark(Mark::Struck, text);
        } else if self.look.is_faint() {
            self.mark(Mark::Faint, text);
        }
        if self.cells.last().is_some_and(|cell| self.removed.contains(cell)) {
            self.mark(Mark::Removed, text);
        }
        if self.structures > 0 {
            self.mark(Mark::Equation, text);
        }
        self.track(text, false);
        let paragraph = self.paragraphs.last().and_then(|at| self.body.paragraphs.get_mut(*at));
        let Some(paragraph) = paragraph else { return Ok(()) };
        self.text += text.len();
        match paragraph.pieces.last_mut() {
            Some(piece) if piece.control == control => piece.text.push_str(text),
            _ => {
                self.pieces += 1;
                paragraph.pieces.push(Piece { text: text.to_owned(), control });
            }
        }
        if self.pieces > PIECES || self.text > TEXT { Err(Damage::TooLarge) } else { Ok(()) }
    }
}

impl Sink for Walk<'_> {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        let open = self.opened(tag)?;
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        match self.open.pop() {
            Some(Open::Paragraph) => {
                self.looks.pop();
                self.paragraphs.pop();
            }
            Some(Open::Run) => self.look = self.around.pop().unwrap_or_default(),
            Some(Open::Structure) => self.structures -= 1,
            Some(Open::SimpleField) => self.field_ends()?,
            Some(Open::Inserted) => drop(self.changes.pop()),
            // What is inside of it is deleted with it.
            Some(Open::Deleted) if self.open.last() != Some(&Open::Deleted) => drop(self.changes.pop()),
            Some(Open::Table) => drop(self.tables.pop()),
            Some(Open::Cell) => drop(self.cells.pop()),
            Some(Open::Control) => self.leave_control(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        match self.open.last() {
            Some(Open::Text) => return self.append(&self.look.shown(text)),
            Some(Open::DeletedText) => self.track(text, true),
            Some(Open::Code) => self.code(text),
            _ => {}
        }
        Ok(())
    }
}

/// Whether a switch is on: it is where it does not say that it is off.
fn is_on(tag: &Tag<'_>) -> bool {
    tag.get("val").is_none_or(|val| !matches!(val.as_str(), "0" | "false" | "off"))
}

fn number(tag: &Tag<'_>) -> usize {
    tag.get("val").and_then(|val| val.parse().ok()).unwrap_or_default()
}

mod controls;
mod forms;
mod runs;
mod symbols;
mod tables;
#[cfg(test)]
mod tests;
