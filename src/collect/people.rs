//! People who stand in a paper twice: with their position where it tells of them, and by name where they sign.

use serde_json::Value;

use super::data::Slot;
use super::fields::{is_open, plain};
use super::returned::ReturnedField;
use super::values::alike;
use super::verdict::Verdict;
use crate::parts::Person;

/// What a person's text begins with beside the name.
const ADDRESSES: [&str; 4] = ["đồng chí ", "Đồng chí ", "đ/c ", "Đ/c "];

/// A person whose two places name two people: the number of the field, and both names.
pub(super) struct TwoNames {
    pub(super) field: usize,
    pub(super) told: String,
    pub(super) signed: String,
}

/// Settles the fields of each person that stands at two places: of a name that both have one is taken, and two names are told.
pub(super) fn settle(
    sent: &Value,
    slots: &[Slot],
    fields: &[ReturnedField],
    verdicts: &mut [Verdict],
) -> Vec<TwoNames> {
    let mut found = Vec::new();
    for (told, slot) in slots.iter().enumerate() {
        if !sent.pointer(&slot.at).is_some_and(Value::is_object) {
            continue;
        }
        let name = format!("{}/name", slot.at);
        let Some(signed) = slots.iter().position(|slot| slot.at == name) else { continue };
        let now = |at: usize| match (verdicts.get(at)?, fields.get(at)?) {
            (Verdict::Filled(text), _) => Some((written(text), true)),
            (Verdict::Untouched, field) => Some((written(&field.given), false)),
            _ => None,
        };
        let (Some((own, one)), Some((signer, other))) = (now(told), now(signed)) else { continue };
        if !(one || other) || own.is_empty() || signer.is_empty() {
            continue;
        }
        let person = Person::from(own.as_str());
        let named = person.given_name().map(|name| name.as_str().to_owned());
        let bare = ADDRESSES.iter().find_map(|address| own.strip_prefix(address)).unwrap_or(&own);
        if named.as_deref().is_some_and(|named| alike(named, &signer)) {
            if one && let Some(verdict) = verdicts.get_mut(signed) {
                *verdict = Verdict::Untouched;
            }
        } else if alike(bare, &signer) {
            if other && let Some(verdict) = verdicts.get_mut(told) {
                *verdict = Verdict::Untouched;
            }
        } else {
            for at in [told, signed] {
                if let Some(verdict) = verdicts.get_mut(at) {
                    *verdict = Verdict::Untouched;
                }
            }
            found.push(TwoNames {
                field: told,
                told: named.unwrap_or_else(|| bare.to_owned()),
                signed: signer,
            });
        }
    }
    found
}

/// What a text says of a person; nothing where the name is still left for the pen.
fn written(text: &str) -> String {
    let text = plain(text);
    let bare = text.trim_end_matches(|c: char| matches!(c, '…' | '_' | '.') || c.is_whitespace());
    let is_address = ADDRESSES.iter().any(|address| address.trim_end() == bare);
    if is_open(&text) || is_address { String::new() } else { bare.to_owned() }
}
