//! Records of a form: a kind that no struct holds. What it has is data, and its records are JSON that the data checks.

mod record;
mod schema;
mod values;

use serde_json::{Map, Value};

use super::Kind;
use crate::parts::{Picture, Shown};
use crate::profile::FreeLayout;
use crate::text::Text;
use crate::units::Sheet;
pub(crate) use record::Formed;

/// Who signs, where that tells the files of a form apart.
pub(crate) const SIGNER: &str = "signer";

/// What a form is: all that is said of a kind whose records no struct holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spec {
    /// Its name in JSON.
    pub(crate) name: String,
    /// Its name in Vietnamese, as in a sentence.
    pub(crate) term: String,
    /// Tên loại, as its papers print it.
    pub(crate) title: String,
    /// Ký hiệu of its type; empty where its papers have no number.
    pub(crate) code: String,
    /// Its wording.
    pub(crate) template: String,
    /// An example, as JSON.
    pub(crate) example: Option<String>,
    /// The bodies that issue it, as their names begin: `đảng uỷ`.
    pub(crate) bodies: Vec<String>,
    /// The bodies for which its papers may be signed.
    pub(crate) signing_bodies: Vec<String>,
    /// Its label: `Mẫu 1`.
    pub(crate) label: Option<Text>,
    /// Which parts its papers have.
    pub(crate) parts: Parts,
    /// Which of them are printed, and where.
    pub(crate) shown: Shown,
    /// The sheet.
    pub(crate) sheet: Sheet,
    /// Whether it lies on its long side.
    pub(crate) landscape: bool,
    /// The fields of its own, in their order.
    pub(crate) fields: Vec<Field>,
    /// What its papers say where a record does not.
    pub(crate) constants: Map<String, Value>,
    /// The fields that tell its files apart.
    pub(crate) file_name: Vec<String>,
    /// The emblem.
    pub(crate) emblem: Option<Picture>,
    /// How it looks where no clause says so.
    pub(crate) free_layout: Option<FreeLayout>,
}

/// Which parts the records of a form have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    /// What a record chooses inside the guidance's ranges; a paper of no type of the guidance has none.
    pub(crate) layout: bool,
    /// Số và ký hiệu.
    pub(crate) number: bool,
    /// Địa danh, ngày tháng năm.
    pub(crate) date: bool,
    /// Trích yếu: what the document is about.
    pub(crate) subject: bool,
    /// Nơi nhận: the recipients.
    pub(crate) recipients: bool,
    /// Kính gửi.
    pub(crate) addressees: bool,
    /// Chữ ký.
    pub(crate) signature: bool,
    /// Căn cứ, sections and what goes with them.
    pub(crate) outline: bool,
    /// `(Ký, ghi rõ họ tên)` under who signs in person.
    pub(crate) sign_hint: bool,
}

/// As a paper of the guidance's types has them.
impl Default for Parts {
    fn default() -> Parts {
        Parts {
            layout: true,
            number: true,
            date: true,
            subject: true,
            recipients: true,
            addressees: false,
            signature: true,
            outline: false,
            sign_hint: false,
        }
    }
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name in JSON and in the wording.
    pub(crate) name: String,
    /// What it is called.
    pub(crate) label: String,
    /// What to write there.
    pub(crate) help: Option<String>,
    /// Whether a record must have it.
    pub(crate) required: bool,
    /// What stands there.
    pub(crate) shape: FieldShape,
}

/// What stands in a field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FieldShape {
    /// Words.
    Text,
    /// A list of words, a line each.
    List,
    /// A date.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A person.
    Person,
    /// One of these.
    Choice(Vec<String>),
    /// Sections, as those of an outline.
    Sections,
    /// A table.
    Table(Vec<Column>),
    /// Not known: the form is refused, and what stands there is not judged.
    Unknown,
}

impl FieldShape {
    /// Whether words stand there.
    pub(crate) fn is_words(&self) -> bool {
        matches!(self, FieldShape::Text | FieldShape::Person)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name in JSON and in the wording.
    pub(crate) name: String,
    /// What stands at its head.
    pub(crate) label: String,
    /// What its cells are; none where they count the rows.
    pub(crate) shape: Option<FieldShape>,
    /// Whether each row must have it.
    pub(crate) required: bool,
    /// How wide it is, as `<table columns>` has it.
    pub(crate) width: Option<String>,
    /// Where its text stands.
    pub(crate) align: Option<crate::profile::TextAlign>,
    /// Whether it is printed; one that is not can be counted.
    pub(crate) printed: bool,
}

impl Kind {
    /// The kind of a form's records.
    pub(crate) fn formed(spec: Spec) -> Kind {
        let Spec { name, term, title, code, template, .. } = spec.clone();
        let (example, layout, bodies) =
            (spec.example.clone(), spec.free_layout.clone(), spec.signing_bodies.clone());
        let issuing = spec.bodies.clone();
        let mut kind = Kind::held_by(name, term, Formed::new(spec))
            .titled(title, code)
            .worded(template)
            .signed_by(bodies);
        if let Some(example) = example {
            kind = kind.exemplified(example);
        }
        if !issuing.is_empty() {
            kind = kind.issued_by(issuing);
        }
        match layout {
            Some(layout) => kind.laid_out(layout),
            None => kind,
        }
    }
}
