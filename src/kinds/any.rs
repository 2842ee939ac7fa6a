//! A record of any kind.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::record::{Annex, Record, TypedRecord};
use super::{Checks, Kind, reader, written};
use crate::error::{Error, Problems, Result};
use crate::parts::Frame;
use crate::schema;
use crate::scoring::{CriteriaSets, ScoreSheet};

/// A record of any kind: built-in or a caller's. Cloning is cheap.
///
/// ```
/// use vanban::{AnyRecord, Record};
/// use vanban::kinds::Resolution;
/// let any = AnyRecord::from_json(&Resolution::example().to_json()?)?;
/// assert_eq!(any.kind().name(), "resolution");
/// assert_eq!(any.downcast_ref(), Some(&Resolution::example()));
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Clone)]
pub struct AnyRecord(Arc<dyn Record>);

impl AnyRecord {
    /// Wraps a record.
    #[must_use]
    pub fn new(record: impl Record) -> AnyRecord {
        AnyRecord(Arc::new(record))
    }

    /// Reads a record of a built-in kind, which its `"kind"` names. [`Renderer::read`](crate::Renderer::read)
    /// also reads records of a caller's kinds.
    ///
    /// # Errors
    /// [`Error::Shape`](crate::Error::Shape) if the JSON is not a record of a known kind.
    pub fn from_json(json: &str) -> Result<AnyRecord> {
        AnyRecord::from_value(reader::parse(json)?)
    }

    /// Reads a record from JSON bytes in UTF-8.
    ///
    /// # Errors
    /// As [`AnyRecord::from_json`].
    pub fn from_slice(json: &[u8]) -> Result<AnyRecord> {
        AnyRecord::from_value(reader::parse_slice(json)?)
    }

    /// Reads a record from a JSON value.
    ///
    /// # Errors
    /// As [`AnyRecord::from_json`].
    pub fn from_value(json: Value) -> Result<AnyRecord> {
        reader::read_any(json, super::built_in())
    }

    /// Writes the record as JSON, with its `"kind"` and `"format"`.
    ///
    /// # Errors
    /// As [`Record::fields`].
    pub fn to_json(&self) -> Result<String> {
        let written = reader::enveloped(self.kind(), self.fields()?);
        serde_json::to_string_pretty(&written).map_err(Error::bug_by)
    }

    /// The record's JSON in the form that people write, for editors: dates, times, persons and agenda items are
    /// texts, if reading the text gives the same value. A value that no text can express (a date whose day is
    /// to be filled in by hand) has its fields, and figures are numbers. Reading the JSON gives the same
    /// record.
    ///
    /// ```
    /// use vanban::AnyRecord;
    /// use vanban::kinds::Plan;
    /// use vanban::parts::{Issuer, PaperDate};
    /// let issuer = Issuer::new("Chi bộ 3");
    /// let plan = Plan::new(issuer, "Bình An", PaperDate::new(2026, 6, 5), "học tập nghị quyết");
    /// let written = AnyRecord::new(plan).as_written()?;
    /// assert_eq!((&written["kind"], &written["date"]), (&"plan".into(), &"05/6/2026".into()));
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Record::fields`].
    pub fn as_written(&self) -> Result<Value> {
        let mut fields = self.fields()?;
        written::as_written(self.kind().schema(), &mut fields);
        Ok(reader::enveloped(self.kind(), fields))
    }

    /// The record as a struct of type `R`, if it is one.
    #[must_use]
    pub fn downcast_ref<R: TypedRecord>(&self) -> Option<&R> {
        let any: &dyn Any = &*self.0;
        any.downcast_ref()
    }
}

impl Record for AnyRecord {
    fn kind(&self) -> &Kind {
        self.0.kind()
    }

    fn frame(&self) -> Frame {
        self.0.frame()
    }

    fn fields(&self) -> Result<Value> {
        self.0.fields()
    }

    fn check(&self, checks: &mut Checks<'_>) {
        self.0.check(checks);
    }

    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value> {
        self.0.view(criteria, problems)
    }

    fn score_sheet(&self, criteria: &CriteriaSets) -> Option<ScoreSheet> {
        self.0.score_sheet(criteria)
    }

    fn annexes(&self) -> Vec<Annex> {
        self.0.annexes()
    }
}

impl<R: TypedRecord> From<R> for AnyRecord {
    fn from(record: R) -> AnyRecord {
        AnyRecord::new(record)
    }
}

/// Two records are equal when they are of one kind and their fields are.
impl PartialEq for AnyRecord {
    fn eq(&self, other: &AnyRecord) -> bool {
        self.kind().name() == other.kind().name()
            && matches!((self.fields(), other.fields()), (Ok(own), Ok(others)) if own == others)
    }
}

impl fmt::Debug for AnyRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for AnyRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let fields = self.fields().map_err(serde::ser::Error::custom)?;
        reader::enveloped(self.kind(), fields).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AnyRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<AnyRecord, D::Error> {
        AnyRecord::from_value(schema::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
