//! What every record can do, and what its struct says of it.

use std::any::Any;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{AnyRecord, Checks, Kind, reader};
use crate::error::{Error, Problems, Result};
use crate::parts::Frame;
use crate::path::Path;
use crate::schema;
use crate::scoring::{CriteriaSets, ScoreSheet};

/// A record of any kind. Structs of the library or of a caller implement it through [`TypedRecord`];
/// [`AnyRecord`](super::AnyRecord) implements it too.
pub trait Record: Any + Debug + Send + Sync {
    /// The kind of the record.
    fn kind(&self) -> &Kind;

    /// The frame: the parts that the guidance places (letterhead, number, title, signature, recipients).
    fn frame(&self) -> Frame;

    /// The fields as a JSON object, without `"kind"` and `"format"`.
    ///
    /// # Errors
    /// [`Error::Shape`] if the record is nested more than 127 levels deep; [`Error::Bug`] if it cannot be
    /// written as JSON, which does not happen to built-in kinds.
    fn fields(&self) -> Result<Value>;

    /// Checks the rules of the kind and adds the problems to `checks`. The library checks the rules of the
    /// frame.
    fn check(&self, checks: &mut Checks<'_>);

    /// The values that the template sees in addition to the fields, as `view`, computed with these criteria
    /// sets. Faults that show here are added to `problems`. `None` if the kind has no such values.
    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value>;

    /// The table of points for an input form. `None` if the kind has none, or if `criteria` lacks the
    /// record's set.
    fn score_sheet(&self, _criteria: &CriteriaSets) -> Option<ScoreSheet> {
        None
    }

    /// Documents after this document in the same file, on pages of their own, such as the blank forms of a
    /// guidance.
    fn annexes(&self) -> Vec<Annex> {
        Vec::new()
    }
}

/// A document after another one, in the same file, with its own letterhead.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    /// The path in the main record at which problems of the annex are reported.
    pub at: Path,
    /// The record of the annex.
    pub record: AnyRecord,
}

/// A struct that holds the records of one kind. Implement it for a kind of your own; it makes the struct a
/// [`Record`].
pub trait TypedRecord:
    Serialize + DeserializeOwned + schemars::JsonSchema + Debug + Send + Sync + 'static
{
    /// The kind; always the same value.
    fn typed_kind() -> &'static Kind;

    /// The frame: the parts that the guidance places (letterhead, number, title, signature, recipients).
    fn frame(&self) -> Frame;

    /// Checks the rules of this kind and adds the problems to [`Checks`], which also has the rules of shared
    /// parts. The library checks the rules of the frame. By default nothing of the body is checked.
    fn check(&self, _checks: &mut Checks<'_>) {}

    /// The values that the template sees in addition to the fields, as `view`: sums, ratings, the lines of a
    /// table. They are computed from the record and from the Renderer's criteria sets. A fault that shows
    /// here is added to `problems`. The kind has the schema of the view ([`Kind::viewed`]). Most kinds have
    /// no view.
    fn view(&self, _criteria: &CriteriaSets, _problems: &mut Problems) -> Option<Value> {
        None
    }

    /// The table of points for an input form. Most kinds have none.
    fn score_sheet(&self, _criteria: &CriteriaSets) -> Option<ScoreSheet> {
        None
    }

    /// Documents after this document in the same file, on pages of their own. Most kinds have none.
    fn annexes(&self) -> Vec<Annex> {
        Vec::new()
    }

    /// Fills in missing fields of the JSON that follow from other fields, before the record is read. Most
    /// kinds need nothing.
    fn complete(_fields: &mut serde_json::Map<String, Value>) {}

    /// Reads a record from its fields, a JSON object without `"kind"` and `"format"`. The library has already
    /// removed blank texts and `null` from optional fields.
    ///
    /// # Errors
    /// [`Error::Shape`] if they are not the fields of the struct.
    fn from_fields(fields: &Value) -> Result<Self> {
        reader::typed(fields, |fields| Self::deserialize(fields))
    }

    /// Writes the fields as a JSON object.
    ///
    /// # Errors
    /// [`Error::Shape`] if the record is nested more than 127 levels deep; [`Error::Bug`] if it cannot be
    /// written as JSON.
    fn to_fields(&self) -> Result<Value> {
        schema::written(self)
    }

    /// Reads a record from JSON. `"kind"` and `"format"` may be left out.
    ///
    /// # Errors
    /// [`Error::Shape`] if the JSON is not well-formed, has another `"kind"` or `"format"`, an unknown or
    /// missing key, or a value of the wrong type.
    fn from_json(json: &str) -> Result<Self> {
        Self::from_value(reader::parse(json)?)
    }

    /// Reads a record from JSON bytes in UTF-8.
    ///
    /// # Errors
    /// As [`TypedRecord::from_json`].
    fn from_slice(json: &[u8]) -> Result<Self> {
        Self::from_value(reader::parse_slice(json)?)
    }

    /// Reads a record from a JSON value.
    ///
    /// # Errors
    /// As [`TypedRecord::from_json`].
    fn from_value(json: Value) -> Result<Self> {
        reader::read(json)
    }

    /// Writes the record as JSON, with its `"kind"` and `"format"`.
    ///
    /// # Errors
    /// As [`Record::fields`].
    fn to_json(&self) -> Result<String> {
        let written = reader::enveloped(Self::typed_kind(), self.fields()?);
        serde_json::to_string_pretty(&written).map_err(Error::bug_by)
    }
}

impl<R: TypedRecord> Record for R {
    fn kind(&self) -> &Kind {
        <R as TypedRecord>::typed_kind()
    }

    fn frame(&self) -> Frame {
        TypedRecord::frame(self)
    }

    fn fields(&self) -> Result<Value> {
        let mut fields = self.to_fields()?;
        if let Some(fields) = fields.as_object_mut() {
            fields.shift_remove("kind");
            fields.shift_remove("format");
        }
        Ok(fields)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        TypedRecord::check(self, checks);
    }

    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value> {
        TypedRecord::view(self, criteria, problems)
    }

    fn score_sheet(&self, criteria: &CriteriaSets) -> Option<ScoreSheet> {
        TypedRecord::score_sheet(self, criteria)
    }

    fn annexes(&self) -> Vec<Annex> {
        TypedRecord::annexes(self)
    }
}
