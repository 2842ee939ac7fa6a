//! The library compiled once, for the page in a browser ([`Desk`]) and for programs in JavaScript ([`Door`]): JSON
//! in, pages and files out. This crate has no rule, no wording and no layout: it hands on what the library says.
//!
//! Every answer is JSON, except files, which are bytes. An error of the desk is a sentence in Vietnamese.

mod chain;
mod door;
mod fields;
mod file;
mod house;
mod paper;
mod sheet;

use std::collections::BTreeMap;

use sheet::Sheet;
use vanban::fonts::FaceId;
use vanban::{Fonts, Kind, Renderer};
use wasm_bindgen::prelude::wasm_bindgen;

pub use door::Door;
pub use file::File;

/// The entry point of the page: it keeps one renderer.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Desk {
    renderer: Renderer,
    fonts: Fonts,
    sheet: Option<Sheet>,
}

const NO_SHEET: &str = "chưa mở bảng nào";

/// An answer in JSON, or a sentence.
type Answer = Result<String, String>;

#[wasm_bindgen]
impl Desk {
    /// A desk with the built-in kinds, criteria sets and wordings.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a browser has no defaults")]
    pub fn new() -> Desk {
        Desk { renderer: Renderer::new(), fonts: Fonts::liberation_serif(), sheet: None }
    }

    /// The kinds, as a list of `name`, `term` and `title`.
    pub fn kinds(&self) -> Answer {
        fields::kinds(&self.renderer)
    }

    /// The fields of a kind for an input form, as a list; with `variant`, of this variant.
    pub fn fields(&self, kind: &str, variant: Option<String>) -> Answer {
        fields::fields(&self.renderer, self.kind(kind)?, variant.as_deref())
    }

    /// A preview of a record: `problems`, `pages` as SVG in the font family `family`, and `scores`.
    pub fn preview(&self, record: &str, family: &str) -> Answer {
        paper::preview(&self.renderer, record, family)
    }

    /// A file of a record: `docx`, `pdf`, or `json` (the record itself).
    pub fn file(&self, record: &str, format: &str) -> Result<File, String> {
        paper::file(&self.renderer, record, format)
    }

    /// Reads a record from the bytes of a file; returns JSON.
    pub fn open(&self, bytes: &[u8]) -> Answer {
        paper::open(&self.renderer, bytes)
    }

    /// Adds a form from the ZIP of its folder; returns its `name`, `term` and `title`. It is then a kind like
    /// any other.
    pub fn add_form(&mut self, zip: &[u8]) -> Answer {
        house::form(&mut self.renderer, zip)
    }

    /// Adds a criteria set from TOML; returns its `id` and `name`.
    pub fn add_criteria(&mut self, toml: &[u8]) -> Answer {
        house::criteria(&mut self.renderer, toml)
    }

    /// What can follow from the last of these records: `to` (a kind, or `issue`), `of` (the indexes of the
    /// source records), `term`, `draft`, and the criteria sets to choose from, if one is needed.
    pub fn following(&self, records: Vec<String>) -> Answer {
        chain::following(&self.renderer, &records)
    }

    /// The record of kind `to` that follows from these records, as JSON.
    pub fn next(&self, records: Vec<String>, to: &str, set: Option<String>) -> Answer {
        paper::as_written(&chain::next(&self.renderer, &records, to, set.as_deref())?)
    }

    /// What is asked before a draft is issued: `fields`, and `given` (the values that the draft already has).
    pub fn asked(&self, record: &str) -> Answer {
        chain::asked(&self.renderer, record)
    }

    /// The issued document of a draft, as JSON.
    pub fn issue(&self, record: &str, answers: &str) -> Answer {
        paper::as_written(&chain::issue(&self.renderer, record, answers)?)
    }

    /// Opens a table, for a kind or for the kind that recognises most columns. Returns `kind`, `sheets`,
    /// `sheet`, `survey`, `questions`, `wrong` and `count`. `is_text` says that it is CSV.
    pub fn open_sheet(
        &mut self,
        bytes: &[u8],
        is_text: bool,
        kind: Option<String>,
        sheet: Option<String>,
    ) -> Answer {
        let open = Sheet::open(&self.renderer, bytes, is_text, kind.as_deref(), sheet.as_deref())?;
        self.sheet.insert(open).answer(&self.renderer, BTreeMap::new())
    }

    /// Takes the answers to the questions, as an object; returns the same as opening the table.
    pub fn answer_sheet(&mut self, answers: &str) -> Answer {
        let answers = serde_json::from_str(answers).map_err(|error| error.to_string())?;
        self.sheet.as_mut().ok_or(NO_SHEET)?.answer(&self.renderer, answers)
    }

    /// The mapping of the open table.
    pub fn mapping(&self) -> Result<File, String> {
        Ok(self.sheet.as_ref().ok_or(NO_SHEET)?.mapping())
    }

    /// The record of a row, from 0, as JSON.
    pub fn row(&self, index: usize) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.record(&self.renderer, index)
    }

    /// Checks some rows: returns where they end (`to`), the number of `papers`, and the rows that are
    /// `refused`, with the reasons.
    pub fn look(&self, from: usize, count: usize) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.look(&self.renderer, from, count)
    }

    /// The month's list from the forms of the open table, as JSON.
    pub fn list(&self) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.list(&self.renderer)
    }

    /// Begins to make all documents of the open table.
    pub fn begin_papers(&mut self) -> Result<(), String> {
        self.sheet.as_mut().ok_or(NO_SHEET)?.begin();
        Ok(())
    }

    /// Makes some more documents; returns the number of rows that are `done`, and of all rows.
    pub fn more_papers(&mut self, count: usize) -> Answer {
        self.sheet.as_mut().ok_or(NO_SHEET)?.make(&self.renderer, count)
    }

    /// All documents that were made, in a ZIP.
    pub fn papers(&mut self) -> Result<File, String> {
        self.sheet.as_mut().ok_or(NO_SHEET)?.finish()
    }

    /// The font in which pages are drawn: 0 regular, 1 bold, 2 italic, 3 bold italic.
    pub fn face(&self, index: usize) -> Vec<u8> {
        FaceId::ALL.get(index).map_or_else(Vec::new, |&face| self.fonts.bytes(face).to_vec())
    }
}

impl Desk {
    fn kind(&self, name: &str) -> Result<&Kind, String> {
        let found = self.renderer.kinds().find(|kind| kind.name() == name);
        found.ok_or_else(|| "không có loại văn bản này".to_owned())
    }
}

/// An answer of the library as JSON.
fn json(value: &impl serde::Serialize) -> Answer {
    serde_json::to_string(value).map_err(|error| error.to_string())
}
