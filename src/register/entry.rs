//! A paper of the register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kinds::Record;
use crate::parts::{CitedDate, Given};
use crate::text::Text;

/// The types of papers, and the codes of their series.
const TYPES: &str = include_str!("types.tsv");

/// An entry of the register: a document that has a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// Số: the number, from 1.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// Tên loại: the type, `Nghị quyết`; `Bản sao` for a copy.
    pub type_name: Text,
    /// Ký hiệu: the code of the type, `NQ`.
    pub type_code: Text,
    /// Ký hiệu: the code of the issuer, `CB`, `ĐU`; `ĐH` for a congress.
    pub issuer_code: Text,
    /// Ngày: the date of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CitedDate>,
    /// Trích yếu: what the document is about.
    pub subject: Text,
    /// Người ký: the signer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Text>,
    /// Nơi nhận: the recipients.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// Ghi chú: a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Nhiệm kỳ: the term of office, `2025 - 2030`; the register's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Text>,
    /// The name of the record from which the document was issued. `None` for a document that was written
    /// elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Text>,
}

impl Entry {
    /// A document with its number, the name of its type as in the guidance, the code of its issuer, and its
    /// subject. The code of the type follows from a known name (`NQ` for `Nghị quyết`), else from the first
    /// letters of its words.
    #[must_use]
    pub fn new(
        number: u32,
        type_name: impl Into<Text>,
        issuer_code: impl Into<Text>,
        subject: impl Into<Text>,
    ) -> Entry {
        let type_name = type_name.into();
        let known = types().find(|(name, _)| type_name.reads_as(name)).map(|(_, code)| code.to_owned());
        let initials = || {
            let words = type_name.as_str().split_whitespace().filter_map(|word| word.chars().next());
            words.flat_map(char::to_uppercase).collect()
        };
        Entry {
            number,
            type_code: known.unwrap_or_else(initials).into(),
            type_name,
            issuer_code: issuer_code.into(),
            date: None,
            subject: subject.into(),
            signer: None,
            recipients: Vec::new(),
            note: None,
            term: None,
            record: None,
        }
    }

    /// The entry of a record, with `number`, or else with the number in the record. `None` if there is
    /// neither (`"by_hand"` is none), if documents of the kind have no number, or if the issuer has no code.
    #[must_use]
    pub fn of_record(record: &dyn Record, number: Option<u32>) -> Option<Entry> {
        let frame = record.frame();
        if !frame.numbered || frame.type_code.is_empty() {
            return None;
        }
        let number = number.or_else(|| frame.number.and_then(Given::value))?;
        let issuer = frame.issuer.full_code()?;
        let signature = frame.signature.as_ref();
        Some(Entry {
            type_code: frame.type_code.as_ref().into(),
            date: frame.date.calendar().map(|_| frame.date.into()),
            signer: signature.and_then(|signature| signature.name.clone()),
            recipients: frame.recipients.clone(),
            ..Entry::new(number, frame.type_name.as_ref(), issuer, frame.subject.clone())
        })
    }

    /// The type for a code or a name, as the guidance writes it: `NQ` and `nghị quyết` are `Nghị quyết`. If
    /// several types have the code, it is the first one, Quyết định. `None` if there is no such type.
    #[must_use]
    pub fn type_named(text: &str) -> Option<&'static str> {
        let text = text.trim();
        let lower = text.to_lowercase();
        let by_name = types().find(|(name, _)| name.to_lowercase() == lower);
        by_name.or_else(|| types().find(|(_, code)| *code == text)).map(|(name, _)| name)
    }

    /// Số, ký hiệu: number and symbol, `05-NQ/CB`.
    #[must_use]
    pub fn symbol(&self) -> String {
        format!("{:02}-{}/{}", self.number, self.type_code, self.issuer_code)
    }

    /// Whether it is a Quy định; none where it is neither that nor a Quyết định.
    pub(super) fn is_regulation(&self) -> Option<bool> {
        let is = |name: &str| self.type_name.as_str().to_lowercase() == name;
        match (is("quy định"), is("quyết định")) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// Whether two entries are of one paper: of one record that is still about the same.
    pub(super) fn is_same_paper(&self, other: &Entry) -> bool {
        self.record.is_some() && self.record == other.record && self.subject == other.subject
    }
}

setters!(Entry {
    /// Sets `date`. Ngày: the date of the document.
    date: some CitedDate = date;
    /// Sets `signer`. Người ký: the signer.
    signer: some Text = signer;
    /// Sets `recipients`. Nơi nhận: the recipients.
    recipients: all Text = recipients;
    /// Sets `note`. Ghi chú: a note.
    note: some Text = note;
    /// Sets `term`. Nhiệm kỳ: the term of office, `2025 - 2030`; the register's by default.
    term: some Text = term;
    /// Sets `record`. The name of the record from which the document was issued. `None` for a document that
    /// was written elsewhere.
    record: some Text = record;
    /// Sets `type_code`. Ký hiệu: the code of the type, `NQ`.
    type_code: set Text = type_code;
});

fn types() -> impl Iterator<Item = (&'static str, &'static str)> {
    TYPES.lines().filter_map(|line| line.split_once('\t'))
}
