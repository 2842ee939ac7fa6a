//! Form markup: the small XML vocabulary that a template writes, read into blocks.
//!
//! This is version 1 of the vocabulary. White space collapses as in HTML. Comments are skipped. Anything that is not in this
//! table is an error.
//!
//! | element | attributes | becomes |
//! |---|---|---|
//! | `p` | `role`: `body` (default), `basis`, `caption` (of the table below) or `enacting` (who decides); `spare`: `false` (default) or `true` | a paragraph; a spare one is a line for handwriting, which is left out if the end of the document would be alone on a page |
//! | `heading` | `level`: 1 `I- `, 2 `1. `, 3 `1.1. `, 4 `a) `, 5 `- ` | a numbered heading; level 1 in capitals |
//! | `item` | `level`: 1 to 5 | a paragraph that begins with the outline's label; a plain one if it is the only one of the outermost level |
//! | `part`, `chapter`, `division` | of `part` `numerals`: `roman` (default) or `words`, `Phần thứ nhất` | `Phần I`, `Chương I`, `Mục 1`, and on the next line the text, its name, in capitals |
//! | `article` | `run-in`: `false` (default) or `true` | `Điều 1. ` and its name, a heading; with `run-in` its label, and its text on the same line |
//! | `clause`, `point` | | a khoản, `1. `, and a điểm, `a) ` |
//! | `table` | `columns`: for example `auto 1fr 20mm`: width of the content, a share of the rest, a length; `16mm+` is `auto` with at least 16 mm; `border`: `0.5` (default), `1` or `0`, in points; `from`: the place of the `DataTable` in the record, for messages | a table: `tr` and `group` |
//! | `tr`, `group` | | a row of `th` and `td`; a `group` is bold and stays with the next row |
//! | `th` | `scope`: `col` (default) or `row`, and those of `td` | a header cell; the first rows that have only `col` repeat on each page |
//! | `td` | `align`: `left` (default), `center`, `right`, `justify`; `valign`: `top` (default), `middle`, `bottom`; `colspan`, `rowspan` | a cell: text, or several `p` (`align`); an empty one is filled in by hand |
//! | `columns` | `widths`: for example `1fr 1fr` | parts side by side, never a table for assistive technology: `column` (`align`, `valign`), with the content of a `td` |
//! | `page-break` | | the rest begins on a new page |
//! | `checkbox` | `checked`: `false` (default) or `true`; `at` as in `field`: a field that is `true` or `false`, or an optional text | a check box, empty or ticked |
//! | `b`, `i`, `u` | | bold, italic, underlined; nesting adds up |
//! | `br` | | a forced line break |
//! | `blank` | `width`: 1 to 200; `at` and `around` as in `field` | this number of `…`, to be filled in by hand |
//! | `field` | `at`: the place of the text in the record, `session.present`; `around`: values of the object that holds the field, `month=8;year=2026`. If the record does not have the object, it is added with these values; in a list they also tell which element is meant; `choices`: values to choose from, `5\|4\|3`; `locked`: `false` (default) or `true`, if it must not be changed | its text; in a fillable DOCX ([`Renderer::with_fields`](crate::Renderer::with_fields)) a control. A field that the template prints with `{{path}}` needs no element. A `blank` or a `checkbox` without `at` is a control too, but no record takes its text |
//!
//! In the wording of a kind with a free layout (`Kind::laid_out`), a `p` of the body has more attributes. Other kinds keep
//! the styles of the guidance and reject them:
//!
//! | attribute of `p` | becomes |
//! |---|---|
//! | `style`: the name of one of the layout's styles | a paragraph in that style, also in a `column`; no `role` beside it |
//! | `align`: `left`, `center`, `right` or `justify` | the alignment of its lines, instead of the style's; without a style a paragraph of the body without an indent |
//! | `beside`: `signature` | is at the left of the signature, above the recipients; without recipients its last line is level with the signer's name |
//! | `stock`: `false` (default) or `true` | the pre-printed paper has it already: then it keeps its room and prints nothing |
//!
//! Centred lines have about equal lengths. `b`, `i`, `u`, `br`, `blank`, `checkbox` and `field` are inside of the other
//! elements. The others are at the top level and never inside of each other: a clause belongs to the article before it.
//! There are two exceptions: a `table` holds `tr` and `group`, and these hold `th` and `td`; `columns` hold `column`. A cell
//! or a `column` holds text, or several `p`. A `table` is never inside of another element.
//!
//! # Attributes
//!
//! A value may contain `{{…}}`, and `{{#if}}` … `{{else}}` … `{{/if}}`: `checked="{{#if agreed}}true{{else}}false{{/if}}"`. In
//! the wording of a [form](crate::forms) only a value that is the same for every record may be printed there, such as
//! `{{profile.dots}}`.
//!
//! `at` is a path from the whole record, also inside of a loop. So an element of a list needs its index:
//!
//! ```text
//! {{#each rows}}
//!   <tr><td>{{row @index}}</td><td><field at="rows[{{@index}}].note">{{#if note}}{{note}}{{/if}}</field></td></tr>
//! {{/each}}
//! ```
//!
//! A path that the record does not have is an error when the template is added. An index that `{{…}}` prints may be any
//! index. A name that it prints, and what follows that name, is not checked: if the record does not have the path, the
//! element is no control.
//!
//! A box that is ticked in a returned DOCX sets a `true` or `false` field to `true`, and a text to `true`. A box whose tick
//! is removed sets them to `false`.
//!
//! # Numbers
//!
//! The library makes the labels. It counts headings and items together, within a part. Parts, chapters and articles are
//! counted through the whole document, divisions within a chapter, clauses within an article, points within a clause
//! (05-HD/VPTW I.6.2.4; the range of each count is a convention). Any order is allowed: points without a clause before them
//! count within their article, clauses without an article within their chapter.
//!
//! A paragraph without text, or a line without text, is an error: a missing value must not leave a blank line that nobody
//! notices. Lines and columns of these errors are those of the markup that the template made, not of the template; the
//! reason says so.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader as Parser;

use super::attributes::{
    Checked, checked_of, field_of, in_words_of, level_of, name_of, no_attributes, resolve, run_in_of,
    width_of,
};
#[cfg(test)]
use super::limits::Allowed;
use super::paragraph::Draft;
use super::table::TableDraft;
use super::{free, lone, refused_at, table, told};
use crate::error::{Error, Result};
use crate::profile::FreeLayout;
use crate::profile::numbering::Numbering;
use crate::tree::{Block, Emphasis, Field, Grouping, Paragraph, Role};

/// The version of the markup. It increases when an element or an attribute changes its meaning.
pub const VERSION: u32 = 1;

pub(super) const BLOCKS: [&str; 12] = [
    "p",
    "heading",
    "item",
    "part",
    "chapter",
    "division",
    "article",
    "clause",
    "point",
    "table",
    "columns",
    "page-break",
];
/// Those of [`BLOCKS`] that hold text.
pub(super) const PARAGRAPHS: [&str; 9] =
    ["p", "heading", "item", "part", "chapter", "division", "article", "clause", "point"];
pub(super) const INLINES: [&str; 7] = ["b", "i", "u", "br", "blank", "checkbox", "field"];

/// Chỗ để trống: a blank to be filled in by hand, the character `…` `width` times. DOCX and PDF have this
/// text.
#[doc(alias = "chỗ để trống")]
#[must_use]
pub fn blank(width: u16) -> String {
    "…".repeat(usize::from(width))
}

/// Reads form markup, in the name of `template`; a kind with a layout of its own has more of it.
///
/// # Errors
/// `Error::Template` for anything that the vocabulary does not know or that is not well-formed.
#[cfg(test)]
pub(crate) fn read(xml: &str, template: &str, layout: Option<&FreeLayout>) -> Result<Vec<Block>> {
    read_within(xml, template, layout, Allowed::LEAST.elements)
}

/// As [`read`], with so many elements at most.
pub(super) fn read_within(
    xml: &str,
    template: &str,
    layout: Option<&FreeLayout>,
    most: usize,
) -> Result<Vec<Block>> {
    let mut parser = Parser::from_str(xml);
    // One way to read `<br/>` and `<br></br>`.
    parser.config_mut().expand_empty_elements = true;
    let mut reader = Reader { lone: lone::items(xml), layout, most, ..Reader::default() };
    loop {
        let start = parser.buffer_position();
        let event = match parser.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => return Err(at(xml, template, parser.error_position(), &told::ill_formed(&error))),
        };
        reader.event(&event).map_err(|fault| at(xml, template, start + fault.skip, &fault.reason))?;
    }
    let end = |reason: &str| Err(at(xml, template, parser.buffer_position(), reason));
    match reader.open() {
        Some(tag) => end(&told::not_closed(tag)),
        None if reader.new_page => end("sau <page-break/> không còn gì; hãy bỏ thẻ này"),
        None => Ok(reader.blocks),
    }
}

/// An error at a byte of the markup.
fn at(xml: &str, template: &str, offset: u64, reason: &str) -> Error {
    refused_at(xml, template, offset, reason)
}

/// What is wrong with an event, and how many bytes after its start.
struct Fault {
    reason: String,
    skip: u64,
}

impl From<String> for Fault {
    fn from(reason: String) -> Fault {
        Fault { reason, skip: 0 }
    }
}

#[derive(Default)]
struct Reader<'a> {
    layout: Option<&'a FreeLayout>,
    numbers: Numbering,
    blocks: Vec<Block>,
    /// The paragraph that is open.
    draft: Option<Draft>,
    /// The table or the columns that are open round it.
    table: Option<TableDraft>,
    /// `br` and the like while it is open: it holds nothing.
    void: Option<&'static str>,
    /// Whether the next block begins a page.
    new_page: bool,
    /// How many headings and items there were, and which of them are items without a label.
    outlined: usize,
    lone: Vec<usize>,
    elements: usize,
    /// The most elements.
    most: usize,
}

impl Reader<'_> {
    /// The innermost element that is open and holds text or rows.
    fn open(&self) -> Option<&'static str> {
        self.draft.as_ref().map(|draft| draft.tag).or(self.table.as_ref().map(TableDraft::open))
    }

    fn event(&mut self, event: &Event<'_>) -> std::result::Result<(), Fault> {
        if let Some(tag) = self.void
            && !matches!(event, Event::End(_) | Event::Comment(_))
        {
            return Err(told::not_empty(tag).into());
        }
        match event {
            Event::Start(start) => Ok(self.start(start)?),
            Event::End(end) => Ok(self.end(&String::from_utf8_lossy(end.name().as_ref()))?),
            Event::Text(text) => self.text(&text.decode().map_err(|_| told::NO_ENTITY.to_owned())?),
            Event::GeneralRef(entity) => self.text(&resolve(entity)?),
            Event::Comment(_) | Event::Eof => Ok(()),
            Event::CData(_) => {
                Err("không dùng CDATA trong lời văn được; hãy gõ thẳng chữ vào thẻ".to_owned().into())
            }
            Event::DocType(_) => Err("không dùng DOCTYPE trong lời văn được; hãy bỏ đi".to_owned().into()),
            Event::Decl(_) | Event::PI(_) => {
                Err("không dùng <? ?> trong lời văn được; hãy bỏ đi".to_owned().into())
            }
            // The parser expands them, as configured.
            Event::Empty(start) => Err(told::not_empty(&name_of(start.name().as_ref())).into()),
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Checked<()> {
        let name = start.name();
        let name = String::from_utf8_lossy(name.as_ref());
        self.elements += 1;
        if self.elements > self.most {
            return Err(format!("có hơn {} thẻ; hãy bớt vòng lặp", self.most));
        }
        match (&mut self.draft, &mut self.table) {
            (Some(draft), table) => {
                // A cell holds text, or paragraphs.
                if let Some(table) = table
                    && name == "p"
                    && table.begins_paragraphs(draft)?
                {
                    self.draft = Some(table.paragraph(start, self.layout)?);
                    return Ok(());
                }
                self.void = inline(draft, &name, start)?;
            }
            (None, Some(table)) => self.draft = table.start(&name, start, self.layout)?,
            (None, None) => match &*name {
                "table" => self.table = Some(TableDraft::table(start)?),
                "columns" => self.table = Some(TableDraft::columns(start)?),
                "page-break" => {
                    no_attributes(start)?;
                    if std::mem::replace(&mut self.new_page, true) {
                        return Err("hai <page-break/> liền nhau; hãy bỏ một".to_owned());
                    }
                    self.void = Some("page-break");
                }
                _ => {
                    let mut draft = open_block(&name, start, self.layout)?;
                    if matches!(draft.role, Role::Heading(_) | Role::Item(_)) {
                        if self.lone.binary_search(&self.outlined).is_ok() {
                            draft.role = Role::Body;
                        }
                        self.outlined += 1;
                    }
                    self.draft = Some(draft);
                }
            },
        }
        Ok(())
    }

    /// The parser has seen to it that `name` is what was opened last.
    fn end(&mut self, name: &str) -> Checked<()> {
        if self.void.take().is_some() {
            return Ok(());
        }
        if INLINES.contains(&name) {
            match &mut self.draft {
                Some(draft) if name == "field" => draft.end_field(),
                Some(draft) => draft.close(),
                None => {}
            }
        } else if let Some(mut table) = self.table.take() {
            match table.end(name, self.draft.take(), &mut self.numbers)? {
                Some(finished) => self.push(Block::Table(finished)),
                None => self.table = Some(table),
            }
        } else if let Some(draft) = self.draft.take() {
            for paragraph in draft.finish(&mut self.numbers)? {
                self.push(Block::Paragraph(paragraph));
            }
        }
        Ok(())
    }

    /// Adds a block, on a page of its own where one was asked for; what stands beside the signature is none of those.
    fn push(&mut self, mut block: Block) {
        let beside = matches!(&block, Block::Paragraph(paragraph) if paragraph.beside);
        if !beside && std::mem::take(&mut self.new_page) {
            match &mut block {
                Block::Paragraph(paragraph) => paragraph.page_break_before = true,
                _ => {
                    let mut begin = Paragraph::empty(Role::End);
                    begin.page_break_before = true;
                    self.blocks.push(Block::Paragraph(begin));
                }
            }
        }
        self.blocks.push(block);
    }

    fn text(&mut self, text: &str) -> std::result::Result<(), Fault> {
        if let Some(draft) = &mut self.draft {
            return Ok(draft.text(text)?);
        }
        let Some(skip) = text.find(|c: char| !c.is_ascii_whitespace()) else { return Ok(()) };
        let reason = match &self.table {
            Some(table) => table::stray_text(table.open()),
            None => format!("chữ nằm ngoài thẻ; {}", told::in_a_paragraph()),
        };
        Err(Fault { reason, skip: skip as u64 })
    }
}

/// An element inside of a paragraph; tells its name where it holds nothing.
pub(super) fn inline(draft: &mut Draft, name: &str, start: &BytesStart<'_>) -> Checked<Option<&'static str>> {
    let inline = INLINES.into_iter().find(|&known| known == name);
    match inline {
        Some("br") => draft.break_line()?,
        Some("blank") => {
            let (width, field) = width_of(start)?;
            draft.filled(field.unwrap_or_else(Field::unnamed), |draft| draft.text(&blank(width)))?;
        }
        Some("checkbox") => {
            let (checked, field) = checked_of(start)?;
            draft.filled(field.unwrap_or_else(Field::unnamed), |draft| {
                draft.check_box(checked);
                Ok(())
            })?;
        }
        Some("field") => draft.begin_field(field_of(start)?)?,
        Some("b") => draft.open(|emphasis: &mut Emphasis| emphasis.bold = true),
        Some("i") => draft.open(|emphasis: &mut Emphasis| emphasis.italic = true),
        Some("u") => draft.open(|emphasis: &mut Emphasis| emphasis.underline = true),
        _ if BLOCKS.contains(&name) => return Err(told::misplaced(name, draft.tag)),
        _ => {
            return Err(format!("trong <{}> {}", draft.tag, told::unknown_element(name, &INLINES)));
        }
    }
    if !matches!(inline, Some("blank" | "checkbox" | "field")) {
        no_attributes(start)?;
    }
    Ok(inline.filter(|tag| matches!(*tag, "br" | "blank" | "checkbox")))
}

/// A new paragraph for an element at the top.
pub(super) fn open_block(name: &str, start: &BytesStart<'_>, layout: Option<&FreeLayout>) -> Checked<Draft> {
    match name {
        "p" => free::paragraph(start, layout),
        "heading" => Ok(Draft::new("heading", Role::Heading(level_of(start)?))),
        "item" => Ok(Draft::new("item", Role::Item(level_of(start)?))),
        "article" => {
            Ok(Draft::new("article", if run_in_of(start)? { Role::ArticleText } else { Role::Article }))
        }
        "part" => {
            let part = Draft::new("part", Role::GroupingName(Grouping::Part));
            Ok(if in_words_of(start)? { part.in_words() } else { part })
        }
        "chapter" => plain(start, "chapter", Role::GroupingName(Grouping::Chapter)),
        "division" => plain(start, "division", Role::GroupingName(Grouping::Division)),
        "clause" => plain(start, "clause", Role::Clause),
        "point" => plain(start, "point", Role::Point),
        _ if INLINES.contains(&name) => {
            Err(format!("<{name}> phải nằm trong một thẻ khác; {}", told::in_a_paragraph()))
        }
        _ => Err(told::unknown_element(name, &BLOCKS)),
    }
}

/// A new paragraph for an element that has no attributes.
fn plain(start: &BytesStart<'_>, tag: &'static str, role: Role) -> Checked<Draft> {
    no_attributes(start)?;
    Ok(Draft::new(tag, role))
}
