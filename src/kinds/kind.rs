//! What a kind is: a value, the same for the library's own kinds and a caller's.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};

use serde_json::{Value, json};

use super::record::TypedRecord;
use super::sheets::Sheets;
use super::{AnyRecord, OUTLINE_WORDING, reader};
use crate::error::{Error, Problem, Result};
use crate::parts::{Frame, Paper};
use crate::path::Path;
use crate::profile::FreeLayout;
use crate::rules::types::issuing_bodies;
use crate::schema::{describe, name_fields, term_at, with_named_fields};
use crate::text::Text;

/// Version of the records' shape; field names never change within it.
pub(super) const FORMAT: u64 = 1;

/// A kind of document: its name, its title, the wording of its body, and the shape of its records.
///
/// ```
/// use vanban::kinds::{Plan, TypedRecord};
/// let kind = Plan::typed_kind();
/// assert_eq!((kind.name(), kind.term(), kind.title(), kind.code()), ("plan", "kế hoạch", "Kế hoạch", "KH"));
/// ```
#[doc(alias = "loại văn bản")]
#[derive(Clone)]
pub struct Kind {
    name: Cow<'static, str>,
    term: Cow<'static, str>,
    title: Cow<'static, str>,
    code: Cow<'static, str>,
    template: Cow<'static, str>,
    example: Option<Cow<'static, str>>,
    view: Option<fn() -> Value>,
    issuing_bodies: Option<Vec<Text>>,
    signing_bodies: Vec<Text>,
    sheets: Option<&'static Sheets>,
    free_layout: Option<Arc<FreeLayout>>,
    gathered: Option<Cow<'static, str>>,
    records: Arc<dyn Records>,
}

/// The records of a kind, whatever Rust type holds them.
pub(super) trait Records: Send + Sync {
    /// JSON Schema of a record, without `"kind"` and `"format"`.
    fn schema(&self) -> &Value;
    /// JSON Schema of what the template sees beside a record, where the kind does not say it.
    fn view(&self) -> Option<&Value> {
        None
    }
    /// Whether a form describes them, and no struct.
    fn is_formed(&self) -> bool {
        false
    }
    /// The names of the fields that a form gives them.
    fn own_fields(&self) -> Vec<String> {
        Vec::new()
    }
    /// The field of a form that says what a record is about.
    fn about(&self) -> Option<&str> {
        None
    }
    /// Whether a form says what stands in a field of each.
    fn says(&self, _field: &str) -> bool {
        false
    }
    /// Reads the JSON of a record of this kind, which names the kind or none.
    fn read(&self, kind: &Kind, json: Value) -> Result<AnyRecord>;
}

/// Records that a Rust struct holds.
struct Typed<R> {
    /// Made when it is first needed: it takes longer than a record.
    schema: OnceLock<Value>,
    records: PhantomData<fn() -> R>,
}

impl<R: TypedRecord> Records for Typed<R> {
    fn schema(&self) -> &Value {
        self.schema.get_or_init(|| schemars::schema_for!(R).to_value())
    }

    fn read(&self, _: &Kind, json: Value) -> Result<AnyRecord> {
        reader::read::<R>(json).map(AnyRecord::new)
    }
}

impl Kind {
    /// A kind for records of type `R`, with its name in JSON (`plan`) and its Vietnamese term (`kế hoạch`). By
    /// default its documents have the term as title and no code, and their body is an
    /// [`Outline`](crate::parts::Outline).
    #[must_use]
    pub fn of<R: TypedRecord>(
        name: impl Into<Cow<'static, str>>,
        term: impl Into<Cow<'static, str>>,
    ) -> Kind {
        Kind::held_by(name, term, Typed::<R> { schema: OnceLock::new(), records: PhantomData })
    }

    /// The kind of the records that these hold.
    pub(super) fn held_by(
        name: impl Into<Cow<'static, str>>,
        term: impl Into<Cow<'static, str>>,
        records: impl Records + 'static,
    ) -> Kind {
        let term = term.into();
        Kind {
            name: name.into(),
            title: crate::text::capitalised(&term).into(),
            term,
            code: Cow::Borrowed(""),
            template: Cow::Borrowed(OUTLINE_WORDING),
            example: None,
            view: None,
            issuing_bodies: None,
            signing_bodies: Vec::new(),
            sheets: None,
            free_layout: None,
            gathered: None,
            records: Arc::new(records),
        }
    }

    /// Sets the printed name of the type (`Kế hoạch`) and the code of the type in a number (`KH`). The code is
    /// empty if documents of the kind have no number (05-HD/VPTW II.I.3): then [`Kind::frame`] has no number line.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Cow<'static, str>>, code: impl Into<Cow<'static, str>>) -> Kind {
        (self.title, self.code) = (title.into(), code.into());
        self
    }

    /// Sets the wording template of the body (see [`wording`](crate::wording)).
    #[must_use]
    pub fn worded(mut self, template: impl Into<Cow<'static, str>>) -> Kind {
        self.template = template.into();
        self
    }

    /// Sets an example record, as JSON.
    #[must_use]
    pub fn exemplified(mut self, example: impl Into<Cow<'static, str>>) -> Kind {
        self.example = Some(example.into());
        self
    }

    /// Sets the JSON Schema of the values that the template sees as `view`.
    #[must_use]
    pub fn viewed(mut self, schema: fn() -> Value) -> Kind {
        self.view = Some(schema);
        self
    }

    /// With what its records take from sheets.
    #[must_use]
    pub(super) fn in_sheets(mut self, sheets: &'static Sheets) -> Kind {
        self.sheets = Some(sheets);
        self
    }

    /// Sets the bodies that issue documents of the kind, named as in a sentence. They replace those that Quy
    /// định 399-QĐ/TW names for the kind's title.
    ///
    /// ```
    /// # use vanban::Kind;
    /// # use vanban::kinds::Report;
    /// let kind = Kind::of::<Report>("delegates_report", "báo cáo").issued_by(["đại hội chi bộ"]);
    /// assert_eq!(kind.issuing_bodies(), ["đại hội chi bộ"]);
    /// ```
    #[must_use]
    pub fn issued_by(mut self, bodies: impl IntoIterator<Item = impl Into<Text>>) -> Kind {
        self.issuing_bodies = Some(bodies.into_iter().map(Into::into).collect());
        self
    }

    /// Sets the bodies, other than the issuer, for which documents of the kind may be signed (`T/M …`), named
    /// as in a sentence. For example minutes of a ballot count are signed for the tellers, `Tổ kiểm phiếu`
    /// (05-HD/VPTW II.I.7.1.4a).
    ///
    /// ```
    /// # use vanban::Kind;
    /// # use vanban::kinds::Report;
    /// let kind = Kind::of::<Report>("delegates_report", "báo cáo").signed_by(["Ban thẩm tra tư cách đại biểu"]);
    /// assert_eq!(kind.signing_bodies()[0].as_str(), "Ban thẩm tra tư cách đại biểu");
    /// ```
    #[must_use]
    pub fn signed_by(mut self, bodies: impl IntoIterator<Item = impl Into<Text>>) -> Kind {
        self.signing_bodies = bodies.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a free layout, for documents whose appearance the guidance leaves open, such as a certificate.
    #[must_use]
    pub fn laid_out(mut self, layout: FreeLayout) -> Kind {
        self.free_layout = Some(Arc::new(layout));
        self
    }

    /// The name in JSON: `resolution`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Vietnamese name, as in a sentence: `nghị quyết`.
    #[must_use]
    pub fn term(&self) -> &str {
        &self.term
    }

    /// Tên loại: the printed name of the type, `Nghị quyết`. Some documents of a kind have another title
    /// (`Trích biên bản`).
    #[doc(alias = "tên loại")]
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Ký hiệu: the code of the type, `NQ`; empty if documents of the kind have no number.
    #[doc(alias = "ký hiệu")]
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The bodies that issue documents of the kind, named as in a sentence: those of [`Kind::issued_by`], else
    /// those of the lowest level that Quy định 399-QĐ/TW names for the title. Empty if that regulation does not
    /// know the title, as for forms and lists.
    ///
    /// ```
    /// use vanban::kinds::{Guidance, TypedRecord};
    /// assert_eq!(Guidance::typed_kind().issuing_bodies(), ["ban thường vụ đảng uỷ"]);
    /// ```
    #[doc(alias = "thẩm quyền ban hành")]
    #[must_use]
    pub fn issuing_bodies(&self) -> Vec<Text> {
        let known = || issuing_bodies(&self.title).map(Text::from).collect();
        self.issuing_bodies.clone().unwrap_or_else(known)
    }

    /// The bodies, other than the issuer, for which documents of the kind may be signed.
    #[must_use]
    pub fn signing_bodies(&self) -> &[Text] {
        &self.signing_bodies
    }

    /// The free layout, if the kind has one.
    #[must_use]
    pub fn free_layout(&self) -> Option<&FreeLayout> {
        self.free_layout.as_deref()
    }

    /// The same, shared.
    pub(crate) fn shared_free_layout(&self) -> Option<&Arc<FreeLayout>> {
        self.free_layout.as_ref()
    }

    /// The wording template of the body.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// An example record as JSON, if the kind has one.
    #[must_use]
    pub fn example(&self) -> Option<&str> {
        self.example.as_deref()
    }

    /// The frame of a document of the kind, with the shared fields and the kind's title and code. It has a number line
    /// if the code is not empty.
    #[must_use]
    pub fn frame(&self, paper: &Paper) -> Frame {
        let signing_bodies = self.signing_bodies.clone();
        let numbered = !self.code.is_empty();
        Frame { signing_bodies, numbered, ..paper.frame(self.title.clone(), self.code.clone()) }
    }

    /// The JSON Schema of a record, with `"kind"` (required) and `"format"` (optional). A field whose name
    /// the library knows has its Vietnamese term as `title` and a line of Vietnamese help as `description`,
    /// unless it has its own `title` (`#[schemars(title = "…")]`).
    #[must_use]
    pub fn json_schema(&self) -> Value {
        let mut schema = self.schema().clone();
        if let Some(fields) = schema.as_object_mut() {
            let envelope = [("kind", json!({"const": self.name})), ("format", json!({"const": FORMAT}))];
            if let Value::Object(own) = fields.entry("properties").or_insert_with(|| json!({})) {
                own.extend(envelope.map(|(name, schema)| (name.to_owned(), schema)));
            }
            if let Value::Array(required) = fields.entry("required").or_insert_with(|| json!([])) {
                required.push(json!("kind"));
            }
        }
        describe(&mut schema, &self.name);
        schema
    }

    /// JSON Schema of a record's own fields.
    pub(crate) fn schema(&self) -> &Value {
        self.records.schema()
    }

    /// Says of each problem of its records what the field at its path is called.
    pub(crate) fn name_fields(&self, problems: &mut [Problem]) {
        name_fields(problems, self.schema(), &self.name);
    }

    /// The Vietnamese name of the field at a path; an element of a list has the name of the list. `None` if
    /// the kind has no such field, or the field has no Vietnamese name.
    ///
    /// ```
    /// # use vanban::kinds::{Plan, TypedRecord};
    /// let path = "signature.name".into();
    /// assert_eq!(Plan::typed_kind().term_at(&path).as_deref(), Some("họ và tên người ký"));
    /// ```
    #[must_use]
    pub fn term_at(&self, path: &Path) -> Option<String> {
        term_at(self.schema(), &self.name, path)
    }

    /// As [`Kind::name_fields`], of the problems that an error holds.
    pub(crate) fn with_named_fields(&self, error: Error) -> Error {
        with_named_fields(error, self.schema(), &self.name)
    }

    /// JSON Schema of what its template sees beside the record, as `view`.
    pub(crate) fn view_schema(&self) -> Option<Value> {
        self.view.map(|schema| schema()).or_else(|| self.records.view().cloned())
    }

    /// The JSON names of the fields in a form's `form.toml` (`[fields]`). Empty for a kind with a struct.
    #[must_use]
    pub fn own_fields(&self) -> Vec<String> {
        self.records.own_fields()
    }

    /// The field of a form that says what a record is about: the first that it must have and that has words.
    #[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
    pub(crate) fn about(&self) -> Option<&str> {
        self.records.about()
    }

    /// Whether the kind is a form whose `form.toml` has a default (`[values]`) for this field (`place`).
    #[must_use]
    pub fn says(&self, field: &str) -> bool {
        self.records.says(field)
    }

    /// Makes one record of all rows of a spreadsheet: the rows are the elements of the list `field`. By
    /// default most kinds make a record of each row.
    #[must_use]
    pub fn gathered(mut self, field: impl Into<Cow<'static, str>>) -> Kind {
        self.gathered = Some(field.into());
        self
    }

    /// Whether a caller wants all rows in one record.
    #[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
    pub(crate) fn is_gathered(&self) -> bool {
        self.gathered.is_some()
    }

    /// The list that all rows of a table make, where they make one.
    #[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
    pub(crate) fn gathers(&self) -> Option<&str> {
        self.gathered.as_deref().or_else(|| self.is_listed().then_some("rows"))
    }

    /// Whether a form describes its records, and no struct.
    pub(crate) fn is_formed(&self) -> bool {
        self.records.is_formed()
    }

    /// What its records take from sheets.
    #[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
    pub(crate) fn sheets(&self) -> Option<&'static Sheets> {
        self.sheets
    }

    /// Reads a record of the kind from its JSON. `"kind"` and `"format"` may be left out.
    ///
    /// # Errors
    /// [`Error::Shape`](crate::Error::Shape) if the JSON is not a record of the kind.
    pub fn read(&self, json: Value) -> Result<AnyRecord> {
        self.records.read(self, json)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kind").field("name", &self.name).field("term", &self.term).finish_non_exhaustive()
    }
}
