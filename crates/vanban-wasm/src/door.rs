//! The library for programs, in Node.js or put together by a bundler: a record in, files and problems out.

use serde_json::json;
use vanban::batch::Format;
use vanban::forms::Form;
use vanban::scoring::CriteriaSet;
use vanban::{Document, Error, Profile, Renderer};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Answer, json as written};

/// A renderer, and the document that it made last. A caller asks for a document by its record, so it holds nothing here
/// that it would have to free.
///
/// An error is [`vanban::Error`] as JSON.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Door {
    renderer: Renderer,
    last: Option<(Vec<u8>, Document)>,
}

#[wasm_bindgen]
impl Door {
    /// A door with the built-in kinds, criteria sets and wordings.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a script has no defaults")]
    pub fn new() -> Door {
        Door { renderer: Renderer::new(), last: None }
    }

    /// Sets the guidance for records that name none, by its name.
    pub fn set_profile(&mut self, name: &str) -> Result<(), String> {
        let id = serde_json::from_value(json!(name)).map_err(|error| plain(&format!("profile: {error}")))?;
        self.renderer = self.renderer.clone().with_profile(Profile::named(id));
        Ok(())
    }

    /// Adds a form from the ZIP of its folder.
    pub fn add_form(&mut self, zip: &[u8]) -> Result<(), String> {
        let form = Form::from_zip(zip).map_err(|error| refused(&error))?;
        self.renderer = self.renderer.clone().with_form(form).map_err(|error| refused(&error))?;
        Ok(())
    }

    /// Adds a criteria set from TOML.
    pub fn add_criteria(&mut self, toml: &str) -> Result<(), String> {
        let set = CriteriaSet::from_toml(toml).map_err(|error| refused(&error))?;
        self.renderer = self.renderer.clone().with_criteria(set).map_err(|error| refused(&error))?;
        Ok(())
    }

    /// Replaces the wording of a kind.
    pub fn set_wording(&mut self, kind: &str, template: &str) -> Result<(), String> {
        let renderer = self.renderer.clone().with_wording(kind, template);
        self.renderer = renderer.map_err(|error| refused(&error))?;
        Ok(())
    }

    /// Makes a record's document: `fileName`, `pageCount` and `warnings`.
    pub fn render(&mut self, record: Vec<u8>) -> Answer {
        let document = self.document(record)?;
        written(&json!({
            "fileName": document.file_name(),
            "pageCount": document.page_count(),
            "warnings": document.warnings(),
        }))
    }

    /// A file of a record's document: `docx` or `pdf`.
    pub fn file(&mut self, record: Vec<u8>, format: &str) -> Result<Vec<u8>, String> {
        let known = Format::ALL.iter().find(|known| known.extension() == format);
        let known = known.copied().ok_or_else(|| plain("a file is docx or pdf"))?;
        known.bytes(self.document(record)?).map_err(|error| refused(&error))
    }

    /// All problems of a record, as `vanban check --json` prints them.
    pub fn check(&self, record: &[u8]) -> Answer {
        match self.renderer.read_file(record) {
            Ok(record) => written(&self.renderer.check(&record)),
            Err(error) if error.problems().is_empty() => Err(refused(&error)),
            Err(error) => written(&error.problems()),
        }
    }

    /// The names of the kinds.
    pub fn kinds(&self) -> Answer {
        written(&self.renderer.kinds().map(vanban::Kind::name).collect::<Vec<_>>())
    }

    /// The JSON Schema of a kind; `null` if there is no such kind.
    pub fn schema(&self, kind: &str) -> Answer {
        let known = self.renderer.kinds().find(|known| known.name() == kind);
        written(&known.map(vanban::Kind::json_schema))
    }
}

impl Door {
    /// The document of a record: the last one, if it is asked for again.
    fn document(&mut self, record: Vec<u8>) -> Result<&Document, String> {
        let made = match self.last.take() {
            Some(last) if last.0 == record => last,
            _ => {
                let read = self.renderer.read_file(&record).map_err(|error| refused(&error))?;
                let document = self.renderer.render(&read).map_err(|error| refused(&error))?;
                (record, document)
            }
        };
        Ok(&self.last.insert(made).1)
    }
}

/// An error as JSON.
fn refused(error: &Error) -> String {
    written(error).unwrap_or_else(|_| plain(&error.to_string()))
}

/// As [`refused`], of what only a program gets wrong.
fn plain(message: &str) -> String {
    json!({"error": "call", "message": message, "problems": []}).to_string()
}
