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

/// A record of some kind, whatever holds it: a struct of the library or of a caller, which get it from
/// [`TypedRecord`], or [`AnyRecord`](super::AnyRecord).
pub trait Record: Any + Debug + Send + Sync {
    /// Its kind.
    fn kind(&self) -> &Kind;

    /// The parts that the regulation places: letterhead, number, title, signature, recipients.
    fn frame(&self) -> Frame;

    /// Its fields, a JSON object without `"kind"` and `"format"`.
    ///
    /// # Errors
    /// [`Error::Shape`] where the record is nested more than 127 levels deep; [`Error::Bug`] where it cannot be
    /// written as JSON, which none of the library's own does.
    fn fields(&self) -> Result<Value>;

    /// The rules of its kind alone; those of the frame are checked by the library.
    fn check(&self, checks: &mut Checks<'_>);

    /// What its template sees beside its fields, as `view`.
    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value>;

    /// The table of its points, for whoever fills it in, where it has one and its criteria set is known.
    fn score_sheet(&self, _criteria: &CriteriaSets) -> Option<ScoreSheet> {
        None
    }

    /// The papers that its document has behind it, on pages of their own: the blank forms of a guidance.
    fn annexes(&self) -> Vec<Annex> {
        Vec::new()
    }
}

/// A paper behind another one in its document, with a letterhead of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    /// Where the record says so: what is wrong with the paper is told there.
    pub at: Path,
    /// The paper's record.
    pub record: AnyRecord,
}

/// A struct that holds the records of one kind. What it says here makes it a [`Record`].
pub trait TypedRecord:
    Serialize + DeserializeOwned + schemars::JsonSchema + Debug + Send + Sync + 'static
{
    /// The kind, always the same one.
    fn typed_kind() -> &'static Kind;

    /// The parts that the regulation places: letterhead, number, title, signature, recipients.
    fn frame(&self) -> Frame;

    /// The rules of this kind alone; those of the frame are checked by the library. [`Checks`] has the rules
    /// of the parts that kinds share. Without any, nothing of the body is checked.
    fn check(&self, _checks: &mut Checks<'_>) {}

    /// What the template sees beside the record's own fields, as `view`: sums, ratings, the lines of a
    /// table, worked out from the record and from the criteria sets that the Renderer holds. What is
    /// wrong with the record in their light is a problem too. Most kinds have none; the kind has the
    /// view's schema ([`Kind::viewed`]).
    fn view(&self, _criteria: &CriteriaSets, _problems: &mut Problems) -> Option<Value> {
        None
    }

    /// The table of its points, for whoever fills it in. Most kinds have none.
    fn score_sheet(&self, _criteria: &CriteriaSets) -> Option<ScoreSheet> {
        None
    }

    /// The papers that its document has behind it, on pages of their own. Most kinds have none.
    fn annexes(&self) -> Vec<Annex> {
        Vec::new()
    }

    /// Fills in fields that are left open in its JSON and follow from others, before it is read. Most kinds have none.
    fn complete(_fields: &mut serde_json::Map<String, Value>) {}

    /// Reads a record from its fields alone, already in their one form.
    ///
    /// # Errors
    /// [`Error::Shape`] where they are not those of the struct.
    fn from_fields(fields: &Value) -> Result<Self> {
        reader::typed(fields, |fields| Self::deserialize(fields))
    }

    /// Writes its fields, a JSON object.
    ///
    /// # Errors
    /// [`Error::Shape`] where it is nested more than 127 levels deep; [`Error::Bug`] where it cannot be written as
    /// JSON.
    fn to_fields(&self) -> Result<Value> {
        schema::written(self)
    }

    /// Reads a record from JSON. `"kind"` and `"format"` may be left out.
    ///
    /// # Errors
    /// [`Error::Shape`] where the JSON is not well-formed, its `"kind"` or `"format"` is another one, a
    /// key is unknown or missing, or a value has the wrong type.
    fn from_json(json: &str) -> Result<Self> {
        Self::from_value(reader::parse(json)?)
    }

    /// As [`TypedRecord::from_json`], from the JSON's bytes in UTF-8.
    ///
    /// # Errors
    /// As [`TypedRecord::from_json`].
    fn from_slice(json: &[u8]) -> Result<Self> {
        Self::from_value(reader::parse_slice(json)?)
    }

    /// As [`TypedRecord::from_json`], from JSON that was read already.
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
