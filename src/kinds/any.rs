//! The table of kinds, and the envelope that every record has in JSON: `"kind"` and `"format"`.

use serde_json::{Value, json};

use super::reader;
use super::{
    BallotPaper, Comments, Conclusion, Decision, EvaluationForm, EvaluationSummary, Invitation, Minutes,
    Notice, OfficialLetter, OpinionForm, Plan, Programme, Record, Report, Resolution, Submission,
};
use crate::error::{Error, Result};

/// Version of the records' shape; field names never change within it.
pub(super) const FORMAT: u64 = 1;

/// One kind of record: its name, what it is, its JSON Schema and an example.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in JSON: `resolution`.
    pub name: &'static str,
    /// Its name in Vietnamese: `nghị quyết`.
    pub vietnamese: &'static str,
    /// A real record of the kind, as JSON.
    pub example: &'static str,
    /// The built-in wording of its body.
    pub template: &'static str,
    /// JSON Schema of the record, without `"kind"` and `"format"`.
    pub schema: fn() -> Value,
    /// JSON Schema of what its template sees beside the record, as `view`.
    pub view_schema: fn() -> Option<Value>,
}

impl Kind {
    /// JSON Schema of the kind's JSON: that of the record, with `"kind"` and `"format"`, which every
    /// record has there.
    #[must_use]
    pub fn json_schema(&self) -> Value {
        let mut schema = (self.schema)();
        if let Value::Object(fields) = &mut schema {
            let envelope = json!({"kind": {"const": self.name}, "format": {"const": FORMAT}});
            if let (Value::Object(own), Value::Object(envelope)) =
                (fields.entry("properties").or_insert_with(|| json!({})), envelope)
            {
                own.extend(envelope);
            }
            if let Value::Array(required) = fields.entry("required").or_insert_with(|| json!([])) {
                required.extend([json!("kind"), json!("format")]);
            }
        }
        schema
    }
}

macro_rules! kinds {
    ($($variant:ident = $vietnamese:literal),+ $(,)?) => {
        /// A record of any of the library's kinds.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum AnyRecord {
            $(#[doc = $vietnamese] $variant(Box<$variant>),)+
        }

        /// Every kind that the library knows.
        pub const KINDS: &[Kind] = &[$(Kind {
            name: <$variant as Record>::KIND,
            vietnamese: $vietnamese,
            example: $variant::EXAMPLE,
            template: <$variant as Record>::TEMPLATE,
            schema: || schemars::schema_for!($variant).to_value(),
            view_schema: <$variant as Record>::view_schema,
        }),+];

        impl AnyRecord {
            /// Reads a record of the kind that its JSON names.
            ///
            /// # Errors
            /// [`Error::Shape`] where the JSON is not a record of a known kind.
            pub fn from_json(json: &str) -> Result<AnyRecord> {
                let envelope = envelope(json)?;
                match envelope.kind.as_str() {
                    $(<$variant as Record>::KIND => Ok(AnyRecord::$variant(Box::new(read_as(envelope)?))),)+
                    _ => Err(unknown_kind(&envelope.kind)),
                }
            }

            /// Writes the record as JSON, with its `"kind"` and `"format"`.
            ///
            /// # Errors
            /// As [`Record::to_json`].
            pub fn to_json(&self) -> Result<String> {
                match self {
                    $(AnyRecord::$variant(record) => record.to_json(),)+
                }
            }

            /// The name of its kind in JSON.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(AnyRecord::$variant(_) => <$variant as Record>::KIND,)+
                }
            }

            /// Calls one of the functions that the library has for every kind.
            pub(crate) fn visit<V: Visit>(&self, visitor: V) -> V::Output {
                match self {
                    $(AnyRecord::$variant(record) => visitor.visit(&**record),)+
                }
            }
        }
    };
}

kinds! {
    Resolution = "nghị quyết",
    EvaluationForm = "phiếu đánh giá chất lượng sinh hoạt chi bộ",
    Decision = "quyết định",
    Conclusion = "kết luận",
    Notice = "thông báo",
    Submission = "tờ trình",
    OfficialLetter = "công văn",
    Report = "báo cáo",
    Plan = "kế hoạch",
    Programme = "chương trình",
    Minutes = "biên bản",
    Comments = "bảng tổng hợp ý kiến góp ý",
    Invitation = "giấy mời",
    BallotPaper = "phiếu biểu quyết, phiếu bầu",
    OpinionForm = "phiếu lấy ý kiến",
    EvaluationSummary = "danh sách tổng hợp xếp loại chất lượng sinh hoạt chi bộ",
}

/// Something to do with a record of any kind.
pub(crate) trait Visit {
    type Output;
    fn visit<R: Record>(self, record: &R) -> Self::Output;
}

/// A record's JSON, its `"kind"` and `"format"` taken off.
pub(super) struct Envelope {
    kind: String,
    fields: Value,
}

/// Reads the envelope.
pub(super) fn envelope(json: &str) -> Result<Envelope> {
    // A byte order mark, as Vietnamese editors on Windows write it, is no part of the JSON.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut value: Value = serde_json::from_str(json).map_err(|e| shape(".", e))?;
    let Value::Object(fields) = &mut value else {
        return Err(shape(".", "a record is a JSON object"));
    };
    let kind = match fields.shift_remove("kind") {
        Some(Value::String(kind)) => kind,
        Some(_) => return Err(shape("kind", "the name of a kind is a string")),
        None => return Err(shape(".", format!("missing field `kind`, one of {}", names()))),
    };
    match fields.shift_remove("format") {
        Some(Value::Number(format)) if format.as_f64() == Some(FORMAT as f64) => {
            Ok(Envelope { kind, fields: value })
        }
        Some(format) => Err(shape("format", format!("format {format} is unknown, expected {FORMAT}"))),
        None => Err(shape(".", format!("missing field `format`, expected {FORMAT}"))),
    }
}

/// Reads the fields as one kind's record.
pub(super) fn read_as<R: Record>(mut envelope: Envelope) -> Result<R> {
    if envelope.kind != R::KIND {
        return Err(shape("kind", format!("found `{}`, expected `{}`", envelope.kind, R::KIND)));
    }
    reader::settle(&mut envelope.fields, || schemars::schema_for!(R).to_value())?;
    serde_path_to_error::deserialize(envelope.fields).map_err(|e| shape(&e.path().to_string(), e.inner()))
}

fn unknown_kind(kind: &str) -> Error {
    shape("kind", format!("unknown kind `{kind}`, expected one of {}", names()))
}

fn names() -> String {
    KINDS.iter().map(|kind| format!("`{}`", kind.name)).collect::<Vec<_>>().join(", ")
}

fn shape(path: &str, reason: impl ToString) -> Error {
    Error::shape(path, reason.to_string())
}
