//! The library for a browser: JSON in, pages and files out. No rule, no wording and no layout stands here: what the
//! page shows is what the library says.
//!
//! Every answer is JSON, but for files, which are bytes. What cannot be done is a sentence in Vietnamese.

mod chain;
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

pub use file::File;

/// Where papers are made: one renderer, kept.
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
    /// A desk with the library's own kinds, criteria and wordings.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a browser has no defaults")]
    pub fn new() -> Desk {
        Desk { renderer: Renderer::new(), fonts: Fonts::liberation_serif(), sheet: None }
    }

    /// The kinds, a list: `name`, `term`, `title`.
    pub fn kinds(&self) -> Answer {
        fields::kinds(&self.renderer)
    }

    /// The fields of a kind as a person is asked for them, a list; of a variant, where one is named.
    pub fn fields(&self, kind: &str, variant: Option<String>) -> Answer {
        fields::fields(&self.renderer, self.kind(kind)?, variant.as_deref())
    }

    /// What a record comes to while it is written: `problems`, `pages` as SVG in the family `family`, `scores`.
    pub fn preview(&self, record: &str, family: &str) -> Answer {
        paper::preview(&self.renderer, record, family)
    }

    /// A file of a record: `docx`, `pdf`, or `json`, the record itself.
    pub fn file(&self, record: &str, format: &str) -> Result<File, String> {
        paper::file(&self.renderer, record, format)
    }

    /// A record from the bytes of a file, as JSON.
    pub fn open(&self, bytes: &[u8]) -> Answer {
        paper::open(&self.renderer, bytes)
    }

    /// Takes in a form of the house, from the ZIP of its folder, and says its `name`, `term` and `title`: from now on it is
    /// a kind like any other.
    pub fn add_form(&mut self, zip: &[u8]) -> Answer {
        house::form(&mut self.renderer, zip)
    }

    /// Takes in a criteria set of the house, from TOML, and says its `id` and `name`.
    pub fn add_criteria(&mut self, toml: &[u8]) -> Answer {
        house::criteria(&mut self.renderer, toml)
    }

    /// What may follow from the last of these records: `to`, the places `of` the records that it is made of, `term`,
    /// `draft`, and the criteria sets to choose from, where it takes one. `to` is `issue` where it can be issued.
    pub fn following(&self, records: Vec<String>) -> Answer {
        chain::following(&self.renderer, &records)
    }

    /// The record of a kind that follows from these, as JSON.
    pub fn next(&self, records: Vec<String>, to: &str, set: Option<String>) -> Answer {
        paper::as_written(&chain::next(&self.renderer, &records, to, set.as_deref())?)
    }

    /// What is asked of a draft that shall be issued: `fields`, and `given`, what it says of them.
    pub fn asked(&self, record: &str) -> Answer {
        chain::asked(&self.renderer, record)
    }

    /// The paper of a draft that goes out, as JSON.
    pub fn issue(&self, record: &str, answers: &str) -> Answer {
        paper::as_written(&chain::issue(&self.renderer, record, answers)?)
    }

    /// Opens a sheet, for a kind or for the one that knows its columns best, and says what it comes to: `kind`, `sheets`,
    /// `sheet`, `survey`, `questions`, `wrong`, `count`. `is_text`: it is CSV.
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

    /// Takes the answers to the questions, an object, and says again what the sheet comes to.
    pub fn answer_sheet(&mut self, answers: &str) -> Answer {
        let answers = serde_json::from_str(answers).map_err(|error| error.to_string())?;
        self.sheet.as_mut().ok_or(NO_SHEET)?.answer(&self.renderer, answers)
    }

    /// The mapping of the open sheet.
    pub fn mapping(&self) -> Result<File, String> {
        Ok(self.sheet.as_ref().ok_or(NO_SHEET)?.mapping())
    }

    /// The record of a row, from 0, as JSON.
    pub fn row(&self, index: usize) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.record(&self.renderer, index)
    }

    /// Looks at some rows: where they end (`to`), how many have `papers`, and which are `refused`, and why.
    pub fn look(&self, from: usize, count: usize) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.look(&self.renderer, from, count)
    }

    /// The month's list of the open sheet's forms, as JSON.
    pub fn list(&self) -> Answer {
        self.sheet.as_ref().ok_or(NO_SHEET)?.list(&self.renderer)
    }

    /// Begins to make all papers of the open sheet.
    pub fn begin_papers(&mut self) -> Result<(), String> {
        self.sheet.as_mut().ok_or(NO_SHEET)?.begin();
        Ok(())
    }

    /// Makes some more papers: how many rows are `done`, of how many.
    pub fn more_papers(&mut self, count: usize) -> Answer {
        self.sheet.as_mut().ok_or(NO_SHEET)?.make(&self.renderer, count)
    }

    /// All papers that were made, in a ZIP.
    pub fn papers(&mut self) -> Result<File, String> {
        self.sheet.as_mut().ok_or(NO_SHEET)?.finish()
    }

    /// A face in which pages are drawn: 0 upright, 1 bold, 2 italic, 3 both.
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
