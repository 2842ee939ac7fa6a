//! The walk down the main part of a DOCX.

use super::body::{Body, Paragraph};
use super::marks::Mark;
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
}

pub(super) use look::Look;

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
    controls: Vec<usize>,
    fields: Vec<forms::Complex>,
    pieces: usize,
    /// Bytes of text that are kept.
    text: usize,
    /// What the run says of its letters, and those around it; how the runs of each open paragraph show theirs if they say
    /// nothing, and those of each open table.
    letters: runs::Letters,
    around: Vec<runs::Letters>,
    looks: Vec<Look>,
    table_looks: Vec<Look>,
    /// What all text is in elements that are open, each with how many are open around it.
    marks: Vec<(usize, Mark)>,
    /// Rows that are just so high, in points, each with how many elements are open around it.
    heights: Vec<(usize, f64)>,
    /// The paragraph whose letters a mark of Unicode turns round from here on.
    turned: Option<usize>,
    /// The changes around, by their numbers in [`Body::authors`].
    changes: Vec<usize>,
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
            controls: Vec::new(),
            fields: Vec::new(),
            pieces: 0,
            text: 0,
            letters: runs::Letters::default(),
            around: Vec::new(),
            looks: Vec::new(),
            table_looks: Vec::new(),
            marks: Vec::new(),
            heights: Vec::new(),
            turned: None,
            changes: Vec::new(),
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
            return Ok(self.alternative(tag, own));
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
        match tag.name {
            "blip" | "imagedata" => self.body.pictures += 1,
            "textpath" => self.body.ornaments.extend(tag.get("string")),
            _ => {}
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
            ("spacing", Open::ParagraphProperties) => {
                self.looks.last_mut().into_iter().for_each(|look| look.take(tag));
            }
            ("del" | "moveFrom", Open::MarkProperties) => self.goes_on = self.paragraphs.last().copied(),
            ("del", Open::RowProperties) => self.skip_row(),
            ("ins" | "moveTo", Open::MarkProperties | Open::RowProperties) => {}
            ("ins" | "moveTo", _) => {
                self.change(tag);
                return Ok(Open::Inserted);
            }
            ("del" | "moveFrom", _) => return Ok(self.deletion(tag)),
            ("instrText", Open::Run) => return Ok(Open::Code),
            ("delText" | "instrText" | "delInstrText" | "sectPr" | "sdtEndPr", _)
            | ("pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange", _) => {
                return Ok(Open::Skipped);
            }
            ("rt", _) => self.marked_within(Mark::Above),
            ("bdo" | "dir", _) if tag.get("val").is_some_and(|way| way == "rtl") => {
                self.marked_within(Mark::Turned);
            }
            ("r", _) => return Ok(self.run()),
            ("rPr", Open::Run) => return Ok(Open::RunProperties),
            (_, Open::RunProperties) => self.run_property(tag),
            ("drawing" | "pict" | "object", Open::Run) => self.object()?,
            ("altChunk" | "subDoc", _) => self.body.chunks += 1,
            ("t", Open::Run) => return Ok(Open::Text),
            ("tab" | "ptab", Open::Run) => self.append(" ")?,
            ("cr", Open::Run) => self.append("\n")?,
            ("br", Open::Run) => self.append("\n")?,
            ("noBreakHyphen", Open::Run) => self.append("-")?,
            ("sym", Open::Run) => self.symbol(tag)?,
            ("dayShort" | "dayLong" | "monthShort" | "monthLong" | "yearShort" | "yearLong", Open::Run)
            | ("pgNum", Open::Run) => self.mark(Mark::Field, tag.name),
            ("fldSimple", _) => return Ok(self.simple_field(tag)),
            ("fldChar", Open::Run) => {
                self.field_char(tag)?;
                return Ok(Open::FieldChar);
            }
            ("tbl", _) => {
                self.tables.push((self.body.tables, 0, 0));
                self.body.tables += 1;
                self.table_looks.push(self.styles.table(None));
                return Ok(Open::Table);
            }
            ("tblStyle", _) => self.table_style(tag.get("val").as_deref()),
            ("tr", _) => {
                if let Some((_, row, column)) = self.tables.last_mut() {
                    (*row, *column) = (*row + 1, 0);
                }
                return Ok(Open::Row);
            }
            ("trPr", Open::Row) => return Ok(Open::RowProperties),
            ("hidden", Open::RowProperties) if is_on(tag) => self.marked_in(Open::Row, Mark::Struck),
            ("trHeight", Open::RowProperties) => self.row_height(tag),
            ("framePr", Open::ParagraphProperties) if tables::height(tag, "h").is_some_and(look::is_low) => {
                self.marked_in(Open::Paragraph, Mark::Flat);
            }
            ("gridBefore", Open::RowProperties) => self.pass(number(tag)),
            ("tc", _) => return self.cell(),
            ("tcPr", Open::Cell) => return Ok(Open::CellProperties),
            ("gridSpan" | "vMerge" | "hMerge", Open::CellProperties) => self.merge(tag),
            ("cellDel", Open::CellProperties) => self.marked_in(Open::Cell, Mark::Removed),
            ("tcBorders", Open::CellProperties) => return Ok(Open::CellProperties),
            ("tl2br" | "tr2bl", Open::CellProperties) if tables::is_drawn(tag) => {
                self.marked_in(Open::Cell, Mark::Crossed);
            }
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
        // A form field of several paragraphs has a line for each.
        for (form, _) in self.fields.iter().filter_map(|field| field.form) {
            let text = self.body.legacy.get_mut(form).map(|form| &mut form.text);
            text.filter(|text| !text.is_empty()).into_iter().for_each(|text| text.push('\n'));
        }
        self.cut_off(cell);
        self.paragraphs.push(at);
        self.looks.push(self.paragraph_look(None));
        Ok(Open::Paragraph)
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
            Some(Open::Run) => self.letters = self.around.pop().unwrap_or_default(),
            Some(Open::SimpleField) => self.field_ends()?,
            Some(Open::Inserted) => drop(self.changes.pop()),
            // What is inside of it is deleted with it.
            Some(Open::Deleted) if self.open.last() != Some(&Open::Deleted) => drop(self.changes.pop()),
            Some(Open::Table) => {
                self.tables.pop();
                self.table_looks.pop();
            }
            Some(Open::Cell) => drop(self.cells.pop()),
            Some(Open::Control) => self.leave_control(),
            _ => {}
        }
        while self.marks.pop_if(|(around, _)| *around >= self.open.len()).is_some() {}
        while self.heights.pop_if(|(around, _)| *around >= self.open.len()).is_some() {}
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        match self.open.last() {
            // A line that the file breaks is none on the page.
            Some(Open::Text) => {
                return self.append(&self.look().shown(&text.replace(['\n', '\r', '\t'], " ")));
            }
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

mod alternatives;
mod append;
mod controls;
mod forms;
mod look;
mod runs;
mod symbols;
mod tables;
#[cfg(test)]
mod tests;
