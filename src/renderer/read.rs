//! Reading records: all faults are reported at once.

use serde_json::Value;

use super::Renderer;
use crate::beside::beside;
use crate::error::{Error, Problem, Result};
use crate::kinds::{self, AnyRecord, Kind};

/// The code of a field that stands twice.
const TWICE: &str = "shape.duplicate_field";

impl Renderer {
    /// Reads a record of any kind that the renderer knows. The JSON names its kind.
    ///
    /// # Errors
    /// [`Error::Shape`] if the JSON is not a record of a known kind. It has all faults of the shape, and the
    /// problems, also warnings, that the rules find in the rest of the record.
    pub fn read(&self, json: &str) -> Result<AnyRecord> {
        let read = kinds::parse(json).and_then(|value| match self.kind_of_unnamed(&value) {
            Some(kind) => kind.read(value),
            None => kinds::read_any(value, self.kinds()),
        });
        read.map_err(|error| self.with_the_rest(error, json, None))
    }

    /// Reads a record from the bytes of a file: UTF-8 or UTF-16, with `//` comments (as the commands `vanban new`
    /// and `vanban next` of the package `vanban-cli` write them) and a comma after the last element of a list or
    /// object.
    ///
    /// # Errors
    /// As [`Renderer::read`].
    pub fn read_file(&self, bytes: &[u8]) -> Result<AnyRecord> {
        match kinds::file_text(bytes) {
            Some(text) => self.read(&kinds::plain_json(&text)),
            // It says so in its own words.
            None => AnyRecord::from_slice(bytes),
        }
    }

    /// The kind of a record that names none, where the renderer has one for such.
    fn kind_of_unnamed(&self, json: &Value) -> Option<&Kind> {
        let named = json.get("kind").is_some_and(|name| !name.is_null());
        let name = self.unnamed.as_deref().filter(|_| !named && json.is_object())?;
        self.kinds().find(|kind| kind.name() == name)
    }

    /// What is wrong with the shape of a record, and what the rules find in the rest of it. Where its kind is not given,
    /// the JSON names it.
    pub(crate) fn with_the_rest(&self, error: Error, json: &str, kind: Option<&Kind>) -> Error {
        let Error::Shape(mut told) = error else { return error };
        let rest = self.rest(&mut told, json, kind);
        told.extend(rest);
        Error::Shape(told)
    }

    /// What the rules find in a record beside what is not of its shape; that becomes all of it, where fields stood in
    /// the way that stand twice.
    pub(super) fn rest(&self, told: &mut Vec<Problem>, json: &str, kind: Option<&Kind>) -> Vec<Problem> {
        // Of two fields of one name the last is looked at; that there are two is told.
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let Ok(mut value) = serde_json::from_str(json) else { return Vec::new() };
        let unnamed = self.kind_of_unnamed(&value);
        let named = unnamed.or_else(|| kinds::take_kind(&mut value, self.kinds()).ok());
        let Some(kind) = kind.or(named) else { return Vec::new() };
        if told.iter().any(|problem| problem.code == TWICE)
            && let Err(Error::Shape(more)) = kind.read(value.clone())
        {
            told.extend(more);
        }
        self.beside(kind, &value, told)
    }

    /// What the rules find in the rest of a record that is refused for what is told; its JSON is without its kind.
    pub(crate) fn beside(&self, kind: &Kind, json: &Value, told: &[Problem]) -> Vec<Problem> {
        beside(kind, json, told, |record| self.check_rules(record))
    }
}
