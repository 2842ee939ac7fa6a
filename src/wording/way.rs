//! One way through a template's branches: which elements are open, and whether what comes next may stand there.
//! What an element may hold and say is decided where finished markup is read.

use quick_xml::events::{BytesRef, BytesStart};
use serde_json::Value;

use super::at;
use super::attributes::{Checked, no_attributes, resolve};
use super::limits::LEVELS;
use super::markup::{BLOCKS, INLINES, PARAGRAPHS, inline, open_block};
use super::node::{Block, Condition, Place};
use super::paragraph::Draft;
use super::tag::{begun, filled, hole, of_the_record, unended};
use super::told::{self, NO_ENTITY};
use super::{cell, table};
use crate::profile::FreeLayout;
use crate::tree::Role;

/// A place in a template, and what is wrong there.
pub(super) type Fault = (Place, String);

/// The longest entity.
const ENTITY: usize = 10;

/// What is open on one way.
#[derive(Debug, Clone, Default)]
pub(super) struct Way<'a> {
    /// The schema of the records.
    record: Option<&'a Value>,
    /// What the kind has of its own.
    layout: Option<&'a FreeLayout>,
    /// Whether it is a form's, whose attributes say the same for every record.
    form: bool,
    open: Vec<Open>,
    part: Part,
    /// The conditions that this way took for true or false.
    chosen: Vec<(Condition, bool)>,
}

/// An element that is open.
#[derive(Debug, Clone)]
struct Open {
    tag: &'static str,
    at: Place,
    content: Content,
}

/// What an element holds so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Nothing,
    /// Something on some ways.
    Perhaps,
    Text,
    Paragraphs,
}

/// Which part of the markup is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Text,
    /// A tag or a comment from `<` on, and the quotes that are open in it.
    Tag(String, Option<char>, Start),
    /// What stands behind `&`.
    Entity(String, Start),
}

/// Where a part begins; two ways do not differ in it.
#[derive(Debug, Clone, Copy)]
struct Start(Place);

impl PartialEq for Start {
    fn eq(&self, _: &Start) -> bool {
        true
    }
}

impl Eq for Start {}

/// The ways, those in which the same is open put together: what holds in both is kept.
pub(super) fn merged(ways: Vec<Way<'_>>) -> Vec<Way<'_>> {
    let mut merged: Vec<Way<'_>> = Vec::new();
    for way in ways {
        match merged.iter_mut().find(|known| known.is_like(&way)) {
            Some(known) => known.join(&way),
            None => merged.push(way),
        }
    }
    merged
}

impl<'a> Way<'a> {
    /// One at whose beginning nothing is open.
    pub(super) fn of(record: &'a Value, layout: Option<&'a FreeLayout>, form: bool) -> Way<'a> {
        Way { record: Some(record), layout, form, ..Way::default() }
    }

    /// Whether the same is open in both.
    pub(super) fn is_like(&self, other: &Way<'_>) -> bool {
        let alike = |(one, other): (&Open, &Open)| {
            one.tag == other.tag && (one.content == other.content || !is_cell(one.tag))
        };
        self.part == other.part
            && self.open.len() == other.open.len()
            && self.open.iter().zip(&other.open).all(alike)
    }

    fn join(&mut self, other: &Way<'_>) {
        self.chosen.retain(|choice| other.chosen.contains(choice));
        for (open, other) in self.open.iter_mut().zip(&other.open) {
            if open.content != other.content {
                open.content = Content::Perhaps;
            }
        }
    }

    /// What it took a condition for.
    pub(super) fn known(&self, condition: &Condition) -> Option<bool> {
        self.chosen.iter().find(|(known, _)| known == condition).map(|(_, held)| *held)
    }

    /// The way on which a condition holds or not.
    pub(super) fn with(mut self, condition: &Condition, held: bool) -> Way<'a> {
        if self.known(condition).is_none() {
            self.chosen.push((condition.clone(), held));
        }
        self
    }

    /// Forgets the conditions of the scopes from this one inwards.
    pub(super) fn forget(&mut self, depth: usize) {
        self.chosen.retain(|((scope, _), _)| *scope < depth);
    }

    /// That it has the same elements open as before; else where it opened another, and what is wrong.
    pub(super) fn leaves(&self, before: &Way<'_>) -> Result<(), (Option<Place>, String)> {
        let pairs = self.open.iter().zip(&before.open);
        let same = pairs.take_while(|(now, then)| now.tag == then.tag).count();
        match (self.open.get(same), before.open.get(same)) {
            (None, None) => Ok(()),
            (Some(more), _) => Err((Some(more.at), told::left_open(more.tag))),
            (None, Some(less)) => Err((None, told::closed_within(less.tag))),
        }
    }

    /// That nothing is open at the end of the template.
    pub(super) fn end(&self) -> Result<(), Fault> {
        match (&self.part, self.open.last()) {
            (Part::Tag(text, _, at), _) => Err((at.0, unended(text))),
            (Part::Entity(_, at), _) => Err((at.0, NO_ENTITY.to_owned())),
            (Part::Text, Some(open)) => Err((open.at, told::not_closed(open.tag))),
            (Part::Text, None) => Ok(()),
        }
    }

    /// Whether a block stands in a comment or is a loop in an attribute's value, where it decides nothing that can be
    /// known. The branches of another block there are values, each of which is looked at.
    pub(super) fn passes_over(&mut self, block: &Block) -> Result<bool, Fault> {
        let form = self.form;
        let Part::Tag(text, quote, _) = &mut self.part else { return Ok(false) };
        let (ends, reason) = match quote {
            _ if text.starts_with("<!--") => {
                ("-->", "ghi chú <!-- --> mở ngoài khối mà đóng trong khối; hãy để trọn một bên")
            }
            Some('"') => ("\"", QUOTES),
            Some(_) => ("'", QUOTES),
            None => return Ok(false),
        };
        if block.holds(ends) {
            return Err((block.at, reason.to_owned()));
        }
        if !text.starts_with("<!--") {
            if !block.turns {
                return Ok(false);
            }
            if form {
                return Err((block.at, of_the_record(text)));
            }
        }
        hole(text);
        Ok(true)
    }

    /// A value that is printed, and whether it is the same whatever the record says.
    pub(super) fn value(&mut self, at: Place, fixed: bool) -> Result<(), Fault> {
        match &mut self.part {
            Part::Text => self.print().map_err(|reason| (at, reason)),
            Part::Tag(text, quote, _) if quote.is_some() || text.starts_with("<!--") => {
                if self.form && !fixed && !text.starts_with("<!--") {
                    return Err((at, of_the_record(text)));
                }
                hole(text);
                Ok(())
            }
            Part::Tag(text, ..) => {
                let reason = "giá trị chỉ đặt trong chữ hoặc trong dấu nháy của thuộc tính";
                Err((at, format!("{reason}, không đặt thẳng trong thẻ {} được; hãy chuyển đi", begun(text))))
            }
            Part::Entity(..) => Err((at, NO_ENTITY.to_owned())),
        }
    }

    /// A table that a helper writes.
    pub(super) fn table(&mut self, at: Place) -> Result<(), Fault> {
        match (&self.part, self.open.last()) {
            (Part::Text, None) => Ok(()),
            (_, Some(open)) => Err((at, told::misplaced("table", open.tag))),
            (_, None) => Err((at, "bảng không đặt trong một thẻ được; hãy để riêng ra".to_owned())),
        }
    }

    /// Text of the template; `at` tells the place of a character.
    pub(super) fn text(&mut self, text: &str, at: impl Fn(usize) -> Place) -> Result<(), Fault> {
        for (index, c) in text.chars().enumerate() {
            // What stands for the template's line breaks.
            let c = if c == '\u{c}' { '\n' } else { c };
            self.character(c, at(index))?;
        }
        Ok(())
    }

    fn character(&mut self, c: char, at: Place) -> Result<(), Fault> {
        match &mut self.part {
            Part::Text => match c {
                '<' => self.part = Part::Tag(c.to_string(), None, Start(at)),
                '&' => self.part = Part::Entity(String::new(), Start(at)),
                _ if c.is_ascii_whitespace() => {}
                _ => self.print().map_err(|reason| (at, reason))?,
            },
            Part::Entity(name, start) => {
                let start = start.0;
                if c == ';' {
                    resolve(&BytesRef::new(name.as_str())).map_err(|reason| (start, reason))?;
                    self.part = Part::Text;
                    return self.print().map_err(|reason| (start, reason));
                }
                name.push(c);
                if name.len() > ENTITY || c.is_whitespace() {
                    return Err((start, NO_ENTITY.to_owned()));
                }
            }
            Part::Tag(text, quote, start) => {
                let start = start.0;
                text.push(c);
                let comment = text.starts_with("<!--");
                match (&quote, c) {
                    _ if comment => {
                        if text.ends_with("-->") && text.len() > "<!--->".len() {
                            self.part = Part::Text;
                        }
                    }
                    (Some(open), _) if *open == c => *quote = None,
                    (Some(_), _) => {}
                    (None, '"' | '\'') => *quote = Some(c),
                    (None, '>') => {
                        let tag = text.trim_start_matches('<').trim_end_matches('>').to_owned();
                        self.part = Part::Text;
                        return self.tag(&tag, start);
                    }
                    (None, '<') if text.len() > 1 => {
                        return Err((start, unended(text.trim_end_matches('<'))));
                    }
                    (None, _) => {}
                }
            }
        }
        Ok(())
    }

    /// A whole tag, without its brackets.
    fn tag(&mut self, tag: &str, at: Place) -> Result<(), Fault> {
        let fault = |reason: String| (at, reason);
        if tag.starts_with(['!', '?']) {
            return Err(fault(format!(
                "không dùng <{}> trong lời văn được; hãy bỏ đi",
                begun(tag).trim_start_matches('<')
            )));
        }
        if let Some(name) = tag.strip_prefix('/') {
            return self.close(name.trim_end(), at);
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let (whole, content) = (tag, filled(tag, name.len()));
        let start = BytesStart::from_content(content.as_str(), name.len());
        let tag = self.start(name, &start).map_err(fault)?;
        self.record.map_or(Ok(()), |record| at::check(whole, name, record)).map_err(fault)?;
        if self.open.len() == LEVELS {
            return Err(fault(format!("các thẻ lồng nhau quá {LEVELS} lớp; hãy bớt thẻ")));
        }
        self.open.push(Open { tag, at, content: Content::Nothing });
        if empty { self.close(name, at) } else { Ok(()) }
    }

    /// Whether an element may begin here, as the reader of finished markup has it; gives its name.
    fn start(&mut self, name: &str, start: &BytesStart<'_>) -> Checked<&'static str> {
        let Some(open) = self.open.last() else {
            match name {
                "table" => cell::table_of(start).map(|_| ())?,
                "columns" => cell::columns_of(start).map(|_| ())?,
                "page-break" => no_attributes(start)?,
                _ => open_block(name, start, self.layout).map(|_| ())?,
            }
            return known(name);
        };
        match (open.tag, name, open.content) {
            (tag, ..) if is_void(tag) => return Err(told::not_empty(tag)),
            ("table", "tr" | "group", _) => no_attributes(start)?,
            ("tr" | "group", "th" | "td", _) | ("columns", "column", _) => {
                cell::CellDraft::new(start, open.tag == "group").map(|_| ())?;
            }
            (tag, "p", content) if is_cell(tag) => {
                if content == Content::Text {
                    return Err(table::beside_text(tag));
                }
                cell::paragraph_of(tag, start, self.layout)?;
            }
            (tag, _, Content::Paragraphs) if is_cell(tag) => return Err(table::misplaced(name, tag)),
            (tag @ ("table" | "tr" | "group" | "columns"), ..) => return Err(table::misplaced(name, tag)),
            (tag, ..) => {
                let paragraph = self.open.iter().rev().find(|open| !INLINES.contains(&open.tag));
                let (tag, (line, column)) = paragraph.map_or((tag, open.at), |open| (open.tag, open.at));
                if BLOCKS.contains(&name) {
                    return Err(format!(
                        "<{name}> không đặt trong <{tag}> được; hãy ghi </{tag}> trước (<{tag}> mở từ dòng {line}, cột {column})"
                    ));
                }
                let mut draft = Draft::new(tag, Role::Body);
                draft.text("x")?;
                inline(&mut draft, name, start)?;
            }
        }
        let content = if name == "p" { Content::Paragraphs } else { Content::Text };
        self.holds(content);
        known(name)
    }

    fn close(&mut self, name: &str, at: Place) -> Result<(), Fault> {
        match self.open.pop() {
            None => Err((at, told::closes_nothing(name))),
            Some(open) if open.tag != name => Err((at, told::expected_end(open.tag, name))),
            Some(open) => match open.content {
                Content::Nothing if is_paragraph(open.tag) => Err((open.at, told::empty(open.tag))),
                _ => Ok(()),
            },
        }
    }

    /// Whether text may stand here.
    fn print(&mut self) -> Checked<()> {
        match self.open.last() {
            None => {
                return Err(format!("chữ nằm ngoài thẻ; {}", told::in_a_paragraph()));
            }
            Some(open) if is_void(open.tag) => return Err(told::not_empty(open.tag)),
            Some(Open { tag, content, .. }) => {
                let rows = matches!(*tag, "table" | "tr" | "group" | "columns");
                if rows || (is_cell(tag) && *content == Content::Paragraphs) {
                    return Err(table::stray_text(tag));
                }
            }
        }
        self.holds(Content::Text);
        Ok(())
    }

    /// Notes what the elements hold from the paragraph or cell inwards.
    fn holds(&mut self, content: Content) {
        for open in self.open.iter_mut().rev() {
            open.content = content;
            if !INLINES.contains(&open.tag) {
                break;
            }
        }
    }
}

const QUOTES: &str = "dấu nháy của thuộc tính mở ngoài khối mà đóng trong khối; hãy để trọn một bên";

fn is_cell(tag: &str) -> bool {
    matches!(tag, "th" | "td" | "column")
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "br" | "blank" | "checkbox" | "page-break")
}

fn is_paragraph(tag: &str) -> bool {
    PARAGRAPHS.contains(&tag)
}

/// The name of an element as the vocabulary has it.
fn known(name: &str) -> Checked<&'static str> {
    let inside = ["tr", "group", "th", "td", "column"];
    let known = BLOCKS.into_iter().chain(INLINES).chain(inside).find(|known| *known == name);
    known.ok_or_else(|| told::unknown_element(name, &BLOCKS))
}
