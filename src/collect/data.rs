//! The part of a DOCX that carries the record, and what was filled in: `<vanban xmlns="urn:vanban:record">`. Where the
//! fields belong stands apart from what they hold, which programs write anew.

use serde_json::{Map, Value};

use crate::opc::{Damage, Sink, Tag, stream};

/// The namespace of the part.
pub(super) const SPACE: &str = "urn:vanban:record";

/// The longest record: five hundred pages of text. What its fields show and hold is no longer.
const RECORD: usize = 1024 * 1024;

/// The most fields.
const FIELDS: usize = 20_000;

/// What the part says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Data {
    /// The record's JSON as it was written.
    pub(super) record: String,
    pub(super) fields: Vec<Slot>,
    /// How many pictures the paper was sent with, where the part says it.
    pub(super) pictures: Option<usize>,
}

/// A field of the part: where its value belongs, what was printed, what stands there now.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Slot {
    /// JSON pointer.
    pub(super) at: String,
    /// What the object that holds the value must have where the record lacks that object.
    pub(super) with: Map<String, Value>,
    /// What the control showed when the file was made.
    pub(super) printed: String,
    /// Whether that was room for the pen.
    pub(super) open: bool,
    /// Whether it was printed in lines: such as the library makes even, or the record's own.
    pub(super) breaks: bool,
    pub(super) value: String,
}

impl Slot {
    /// What was filled in when the file was made.
    pub(super) fn given(&self) -> &str {
        if self.open { "" } else { &self.printed }
    }
}

/// Reads the part; nothing where it is somebody else's.
pub(super) fn read(bytes: &[u8]) -> Result<Option<Data>, Damage> {
    let mut reader = Reader::default();
    stream(bytes, &mut reader)?;
    Ok(reader.own.then_some(reader.data))
}

/// The number of the field that a path into our part ends with: `/v:vanban[1]/v:fields[1]/v:field[12]`.
pub(super) fn field_of(xpath: &str) -> Option<usize> {
    let (before, number) = xpath.trim().strip_suffix(']')?.rsplit_once('[')?;
    let ours = before.rsplit(['/', ':']).next() == Some("field") && before.contains("vanban");
    number.trim().parse().ok().filter(|_| ours)
}

#[derive(Default)]
struct Reader {
    own: bool,
    depth: usize,
    inside: Inside,
    /// How many values began.
    values: usize,
    /// Bytes of what the fields show and hold.
    text: usize,
    data: Data,
}

#[derive(Default, PartialEq, Clone, Copy)]
enum Inside {
    #[default]
    Nothing,
    Record,
    Field,
}

impl Sink for Reader {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        self.depth += 1;
        if self.depth == 1 {
            self.own = tag.space == SPACE && tag.name == "vanban";
            self.data.pictures = tag.get("pictures").and_then(|count| count.parse().ok());
            return Ok(());
        }
        if !self.own {
            return Ok(());
        }
        match tag.name {
            "record" if self.depth == 2 => {
                self.inside = Inside::Record;
                self.data.record.clear();
            }
            "place" if self.depth == 3 => {
                if self.data.fields.len() >= FIELDS {
                    return Err(Damage::TooLarge);
                }
                let printed = tag.get("printed").unwrap_or_default();
                self.text += printed.len();
                let with = tag.get("with").and_then(|json| serde_json::from_str(&json).ok());
                self.data.fields.push(Slot {
                    at: tag.get("at").unwrap_or_default(),
                    with: with.unwrap_or_default(),
                    printed,
                    open: tag.get("open").is_some_and(|open| matches!(open.as_str(), "true" | "1")),
                    breaks: tag.get("breaks").is_some(),
                    value: String::new(),
                });
            }
            "field" if self.depth == 3 => {
                self.inside = Inside::Field;
                self.values += 1;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        let of = if self.inside == Inside::Record { 2 } else { 3 };
        if self.depth == of {
            self.inside = Inside::Nothing;
        }
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        let field = self.values.checked_sub(1).and_then(|at| self.data.fields.get_mut(at));
        match (self.inside, field) {
            (Inside::Record, _) if self.depth == 2 => self.data.record.push_str(text),
            (Inside::Field, Some(field)) => {
                field.value.push_str(text);
                self.text += text.len();
            }
            _ => {}
        }
        if self.data.record.len() > RECORD || self.text > RECORD { Err(Damage::TooLarge) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_and_fields_are_read_whatever_the_prefix() {
        let xml = r#"<v:vanban xmlns:v="urn:vanban:record" format="1"><v:record>{"a": "&lt;"}</v:record>
            <v:places><v:place at="/rows/7/self_score" with='{"criterion":"4.2"}' open="true" printed="…"/>
            <v:place at="/subject" printed="x &amp; y"/></v:places><v:fields>
            <v:field>15</v:field><v:field>x &amp; y</v:field></v:fields></v:vanban>"#;
        let data = read(xml.as_bytes()).unwrap().unwrap();
        assert_eq!(data.record, r#"{"a": "<"}"#);
        let [score, subject] = &data.fields[..] else { panic!("{data:?}") };
        assert_eq!(
            (score.at.as_str(), score.given(), score.value.as_str()),
            ("/rows/7/self_score", "", "15")
        );
        assert_eq!(score.with["criterion"], "4.2");
        assert_eq!((subject.given(), subject.value.as_str()), ("x & y", "x & y"));
    }

    #[test]
    fn other_parts_are_left_alone() {
        assert_eq!(read(br#"<vanban xmlns="urn:other"><record>{}</record></vanban>"#).unwrap(), None);
        assert!(read(b"<vanban").is_err());
    }

    #[test]
    fn fields_hold_no_more_than_a_record() {
        let part = |letters: usize| {
            let value = " ".repeat(letters);
            format!(
                r#"<vanban xmlns="urn:vanban:record"><places><place at="/subject" printed="x"/></places>
                <fields><field>{value}</field></fields></vanban>"#
            )
        };
        assert!(read(part(RECORD - 1).as_bytes()).is_ok());
        assert_eq!(read(part(RECORD).as_bytes()), Err(Damage::TooLarge));
    }
}
