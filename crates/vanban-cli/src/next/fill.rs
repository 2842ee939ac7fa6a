//! What a record of the chain lacks and its office always writes.

use serde_json::{Value, json};
use vanban::parts::{Issuer, Signature};
use vanban::{AnyRecord, Error, Record};

use crate::office::Office;

/// The record with the office's values where it has none. A form gets its signer at once; a draft is signed when it
/// is issued. Never a guidance: that is the office's, not the paper's.
pub(super) fn filled(record: &AnyRecord, office: &Office) -> Result<AnyRecord, Error> {
    let mut fields = record.fields()?;
    if !is_of(&fields, office) {
        return Ok(record.clone());
    }
    let kind = record.kind();
    let wanted: &[&str] = match is_draft(&fields) {
        true => &["place", "issuer.superior", "recipients"],
        false => &["place", "issuer.superior"],
    };
    for (place, value) in office.defaults_of(kind) {
        if wanted.contains(&place.as_str()) {
            put(&mut fields, &place, value);
        }
    }
    if let Some(signer) = office.signer().filter(|_| kind.name() == "evaluation_form") {
        put(&mut fields, "signature", json!(signer));
    }
    kind.read(fields)
}

/// Who signs a paper of the office.
pub(super) fn signer(record: &AnyRecord, office: &Office) -> Option<Signature> {
    let fields = record.fields().ok()?;
    let own = fields.get("signature").and_then(|own| serde_json::from_value(own.clone()).ok());
    own.or_else(|| office.signer().filter(|_| is_of(&fields, office)))
}

/// Whether a record waits to be issued.
pub(super) fn is_draft(fields: &Value) -> bool {
    fields.get("draft").is_some_and(|draft| !draft.is_null())
}

/// Who issues a record's paper.
pub(super) fn issuer(record: &AnyRecord) -> Option<Issuer> {
    issuer_of(&record.fields().ok()?)
}

fn issuer_of(fields: &Value) -> Option<Issuer> {
    serde_json::from_value(fields.get("issuer")?.clone()).ok()
}

/// Whether the office issues it.
fn is_of(fields: &Value, office: &Office) -> bool {
    issuer_of(fields).zip(office.issuer()).is_some_and(|(its, own)| its.name == own.name)
}

/// Puts a value at a place that has none.
fn put(fields: &mut Value, place: &str, value: Value) {
    let mut at = fields;
    for step in place.split('.') {
        let Some(inside) = at.as_object_mut() else { return };
        at = inside.entry(step).or_insert(Value::Null);
    }
    if at.is_null() {
        *at = value;
    }
}
