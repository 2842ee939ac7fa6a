//! The wording of each kind of document: handlebars templates that write form markup, which is read into blocks.
//!
//! Editing a template needs no Rust and cannot break the format: a template has no access to the frame of a document,
//! and its markup names the role of a text (`heading`), never its formatting.
//!
//! ```
//! use serde_json::json;
//! use vanban::wording::Wording;
//!
//! let schema = json!({"properties": {"opening": {"type": "string"}}});
//! let mut wording = Wording::new();
//! wording.add("notice", "<p>{{opening}}</p>", &schema)?;
//!
//! let error = wording.add("notice", "{{#if openign}}…{{/if}}", &schema).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "lời văn notice, dòng 1, cột 1: không có mục “openign”; có phải “opening” (đoạn mở đầu)?"
//! );
//! # Ok::<(), vanban::Error>(())
//! ```
//!
//! # What a template sees
//!
//! - The record, each field by its JSON name.
//! - `view`: the values that the kind computes from the record (`Record::view`).
//! - `profile`: the words that the guidance fixes. `profile.basis_separator` (`;`), `profile.basis_end` (`.`),
//!   `profile.committee` (`chi uỷ`, with the tone mark placed as in the record), and `profile.dots`, the number of dots of a
//!   `<blank>` that fill a line of the body after its indent. Inside a block write `@root.profile.basis_end`.
//!
//! An absent value is false in `#if` and an empty list in `#each`; printing it is an error. Printed values are escaped, so
//! data never becomes markup. The module [`markup`] describes the markup.
//!
//! All text is cleaned: a record's strings before the template sees them, and the template's own text when it is printed
//! (normal form, no invisible characters, Đ for look-alikes). A no-break space stays.
//!
//! White space works as in HTML: any amount is one space. `{{~tag}}` and `{{tag~}}` remove the white space before and
//! after.
//!
//! # Helpers
//!
//! | helper | prints |
//! |---|---|
//! | `{{#if v}} … {{else if w}} … {{else}} … {{/if}}`, `{{#unless v}}` | the content, if `v` exists and is not empty, 0 or false (`includeZero=true` lets 0 pass) |
//! | `{{#each list}} … {{else}} … {{/each}}` | the content for each element, with `this`, `@index` (from 0), `@first`, `@last`; `@key` for a map; `as \|element index\|` names them |
//! | `{{#with value}} … {{else}} … {{/with}}` | the content with `value` as `this` |
//! | `{{#outline sections level=1}} … {{else}} … {{/outline}}` | the content for each section, then for its `items`, and so on, with `@level` |
//! | `{{count n}}` | a number in running text, with at least two figures: `05`, `12` |
//! | `{{number n}}` | a number without a leading zero: `5`, `1.108`, `93,3`, `-3` |
//! | `{{percent part whole}}` | a percentage |
//! | `{{in_words n}}`, `{{money_in_words n}}` | `hai mươi mốt`, `hai mươi mốt đồng` |
//! | `{{ordinal n}}`, `{{enumerated n}}` | `Thứ nhất`, `Một là` |
//! | `{{minus n m}}` | the difference of two numbers, for a `<blank>` after words: `{{minus profile.dots 5}}` |
//! | `{{plus n m}}` | the sum of two numbers, for another helper: `{{count (plus official probationary)}}` |
//! | `{{next n}}` | the next number, for another helper: `{{ordinal (next @index)}}` |
//! | `{{written w}}` | words, or dots if they are `"by_hand"` |
//! | `{{comrade p}}` | `Đồng chí Lê Văn An - Bí thư Chi bộ`, of a person `{name, position}`; either may be missing, the name may be `"by_hand"`; `cell=true`: `Đồng chí Lê Văn An, Bí thư Chi bộ`, and nothing for a name that is `"by_hand"`, so that the cell can be filled in; `inside=true`: `đồng chí Lê Văn An, Bí thư Chi bộ` |
//! | `{{lines list}}` | the markup of a paragraph for each text of a list, after `- ` (`mark="+ "` for another mark); for an empty list, three lines for handwriting (`blank=5` for five) |
//! | `{{number_of list}}` | the number of elements of a list; `{{number_of rows sort="group"}}` counts those whose field `sort` is `group` |
//! | `{{row @index}}` | the number of a row, from 1 |
//! | `{{roman n}}`, `{{letter n}}` | `IV`, `d`: both count from 1 |
//! | `{{date_long d}}`, `{{date_short d}}` | `ngày 03 tháng 02 năm 2026`, `03/02/2026`, of an object `{day, month, year}` |
//! | `{{data_table t}}` | the markup of a table of figures, a `DataTable` |
//! | `{{upper s}}` | capitals |
//! | `{{running s}}` | the beginning of a sentence as it is after a comma: `quán triệt nghị quyết`; a name keeps its capital |
//! | `(eq a b)` | inside `#if`: whether both exist and are equal |
//!
//! A number without a helper is printed the Vietnamese way too: `{{planned}}` is `68,5`. A whole number of four digits has
//! no point if its schema says `integer`, because it may be a year; `{{number n}}` adds the point. A float with more digits
//! than a [`Decimal`](crate::text::Decimal) is rounded to two decimals.
//!
//! A number that is `"by_hand"` prints `………`. A date without day or month, or with `"by_hand"`, has a blank in `date_long`
//! and is an error in `date_short`.
//!
//! Inside an `#each` inside an `#outline` the level is `{{@../level}}`; an `#if` does not add a step:
//!
//! ```text
//! {{#outline sections level=first_level}}
//!   {{#if heading}}
//!     <heading level="{{@level}}">{{heading}}</heading>
//!   {{/if}}
//!   {{#each paragraphs}}
//!     {{#if (eq @../level 1)}}<p>{{this}}</p>{{else}}<item level="{{@../level}}">{{this}}</item>{{/if}}
//!   {{/each}}
//! {{/outline}}
//! ```
//!
//! # In a form
//!
//! What a record of a [form](crate::forms) leaves out prints a blank, and is absent in `#if`. A field with fields of its
//! own prints without a helper: a date as `date_short`, a person as `comrade`. `view` has the form's tables as they are
//! printed: `{{data_table view.rows}}`.
//!
//! # What is rejected
//!
//! When a template is added:
//!
//! - paths that the record's schema does not have, in tags and in `at` ([`markup`]), unknown helpers, a wrong number of
//!   values;
//! - unescaped output, partials, decorators, names in brackets. The first element of a list is `{{names.0}}`, and inside of
//!   an `#each` over lists `{{this.0}}`, not `{{this.[0]}}`;
//! - an empty template, more than 64 KB, more than 32 levels;
//! - unknown markup in any branch, and elements that are not closed on some path through the branches (two `{{#if a}}` with
//!   the same condition take the same path).
//!
//! When a template is filled: an absent value, more than 250,000 steps, 4 MB of markup or 50,000 elements, and wrong markup
//! that only the record determines.

mod at;
mod attributes;
mod branches;
mod call;
mod cell;
mod check;
mod compiled;
mod data_table;
mod free;
mod helpers;
mod limits;
mod lines;
mod lone;
pub mod markup;
mod node;
mod outline;
mod paragraph;
mod path;
mod registry;
mod sentences;
mod source;
mod steps;
mod table;
mod tag;
mod tagged;
mod takes;
mod told;
mod way;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

pub(crate) use self::compiled::Made;
#[cfg(feature = "forms")]
pub(crate) use self::compiled::faults;
use self::compiled::{Compiled, Manner, compile, fill};
pub(crate) use self::sentences::Sentence;
pub(crate) use self::tagged::Tagging;
pub(crate) use self::told::among;
use limits::Allowed;

use crate::error::{Error, Result};
use crate::kept::Kept;
use crate::profile::FreeLayout;
use crate::text::CleanJson;
use crate::tree::Block;

/// Lời văn: the wording templates of all kinds, compiled and checked.
///
/// Clones share them, and threads may share one.
#[doc(alias = "lời văn")]
#[doc(alias = "mẫu")]
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// Those that were added, by name.
    added: Arc<BTreeMap<String, Arc<Compiled>>>,
    /// Those that kinds bring along.
    brought: Kept<String, Brought>,
}

/// A template beside the source that it was compiled from: two kinds of one name do not get each other's.
#[derive(Debug)]
struct Brought {
    source: String,
    layout: Option<Arc<FreeLayout>>,
    template: Compiled,
}

impl Wording {
    /// An empty collection of templates.
    #[must_use]
    pub fn new() -> Wording {
        Wording::default()
    }

    /// Adds the template of a kind, or replaces it. `schema` is the JSON Schema of the kind's records.
    ///
    /// # Errors
    /// `Error::Template` in the cases that the module's documentation lists. Then nothing has changed.
    pub fn add(&mut self, name: &str, source: &str, schema: &Value) -> Result<()> {
        self.add_laid_out(name, source, schema, None)
    }

    /// Adds the template of a kind with a free layout, whose markup may name the layout's styles.
    ///
    /// ```
    /// use vanban::profile::{FreeLayout, FreeStyle, Length};
    /// use vanban::wording::Wording;
    /// let layout = FreeLayout::new().style("tieu_de", FreeStyle::new(Length::pt(40.0)));
    /// let (mut wording, schema) = (Wording::new(), serde_json::json!({}));
    /// wording.add_laid_out("khen", "<p style='tieu_de'>GIẤY KHEN</p>", &schema, Some(&layout))?;
    /// assert!(wording.add("khen", "<p style='tieu_de'>GIẤY KHEN</p>", &schema).is_err());
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Wording::add`], and if the template names a style that the layout does not have.
    pub fn add_laid_out(
        &mut self,
        name: &str,
        source: &str,
        schema: &Value,
        layout: Option<&FreeLayout>,
    ) -> Result<()> {
        self.add_as(name, source, schema, (Made::Markup, layout))
    }

    /// As [`Wording::add_laid_out`], of a template that makes this.
    ///
    /// # Errors
    /// `Error::Template` likewise.
    pub(crate) fn add_as(
        &mut self,
        name: &str,
        source: &str,
        schema: &Value,
        manner: Manner<'_>,
    ) -> Result<()> {
        let template = compile(name, source, schema, manner)?;
        if template.says_nothing() {
            return Err(refused(name, (1, 1), EMPTY.to_owned()));
        }
        Arc::make_mut(&mut self.added).insert(name.to_owned(), Arc::new(template));
        Ok(())
    }

    /// Adds a template that writes sentences and no form markup, likewise.
    ///
    /// # Errors
    /// `Error::Template` likewise; its elements are read when it is filled.
    pub(crate) fn add_sentences(&mut self, name: &str, source: &str, schema: &Value) -> Result<()> {
        let template = compile(name, source, schema, (Made::Sentences, None))?;
        Arc::make_mut(&mut self.added).insert(name.to_owned(), Arc::new(template));
        Ok(())
    }

    /// Forgets a template that was added.
    pub(crate) fn remove(&mut self, name: &str) {
        if self.added.contains_key(name) {
            Arc::make_mut(&mut self.added).remove(name);
        }
    }

    /// Fills a template with `context`: the record as JSON, and `profile` and `view` beside its fields. Nulls
    /// count as absent. Where nobody added a template of this name, `source` is it: compiled the first time,
    /// against what `schema` gives then. The layout is the kind's own; `tagging` says which values are fields.
    ///
    /// # Errors
    /// `Error::Template` if the template is refused, if it prints what the record does not have, or if what
    /// it makes is too long or no form markup.
    pub(crate) fn fill(
        &self,
        name: &str,
        source: &str,
        schema: impl FnOnce() -> Value,
        context: CleanJson,
        (made, layout): (Made, Option<&Arc<FreeLayout>>),
        tagging: Tagging,
    ) -> Result<Vec<Block>> {
        let most = Allowed::of(context.get()).elements;
        let filled = self.filled(name, source, schema, context, (made, layout), tagging)?;
        let mut blocks = markup::read_within(&filled, name, layout.map(Arc::as_ref), most)?;
        if tagging == Tagging::None {
            blocks.iter_mut().flat_map(Block::paragraphs_mut).for_each(|paragraph| paragraph.fields.clear());
        }
        Ok(blocks)
    }

    /// Fills a template that writes sentences and no form markup, as [`Wording::fill`] does.
    ///
    /// # Errors
    /// `Error::Template` likewise.
    pub(crate) fn sentences(
        &self,
        name: &str,
        source: &str,
        schema: impl FnOnce() -> Value,
        context: CleanJson,
    ) -> Result<Vec<Sentence>> {
        sentences::read(
            &self.filled(name, source, schema, context, (Made::Sentences, None), Tagging::None)?,
            name,
        )
    }

    /// What a template writes.
    fn filled(
        &self,
        name: &str,
        source: &str,
        schema: impl FnOnce() -> Value,
        context: CleanJson,
        (made, layout): (Made, Option<&Arc<FreeLayout>>),
        tagging: Tagging,
    ) -> Result<String> {
        let allowed = Allowed::of(context.get());
        if let Some(template) = self.added.get(name) {
            return fill(template, name, context, allowed, tagging);
        }
        let compiled = || {
            let template = compile(name, source, &schema(), (made, layout.map(Arc::as_ref)))?;
            Ok(Brought { source: source.to_owned(), layout: layout.cloned(), template })
        };
        let fits = |brought: &Brought| brought.source == source && brought.layout.as_ref() == layout;
        let brought = self.brought.get(name, fits, compiled)?;
        fill(&brought.template, name, context, allowed, tagging)
    }
}

/// Whether a helper has this name, so that no field can.
#[cfg(feature = "forms")]
pub(crate) fn is_helper(name: &str) -> bool {
    helpers::find(name).is_some()
}

/// Of a template that takes the place of another: a file that was emptied, or never saved.
const EMPTY: &str = "lời văn trống; hãy ghi nội dung, hoặc bỏ tệp này để dùng lời văn có sẵn";

/// The error of a template, at a line and a column.
fn refused(template: &str, (line, column): (usize, usize), reason: String) -> Error {
    Error::Template { template: template.to_owned(), line, column, reason }
}

/// The error at a byte of what a template made, its finished `markup` or `sentences`.
fn refused_at(xml: &str, template: &str, offset: u64, reason: &str) -> Error {
    let offset = usize::try_from(offset).unwrap_or(xml.len());
    refused(template, place(xml, offset), format!("trong lời văn đã điền: {reason}"))
}

/// Line and column of a byte in a text, both from 1.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests;
