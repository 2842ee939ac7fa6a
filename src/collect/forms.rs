//! Form fields of Word 97-2003, which a program made of controls: each is of the field that its bookmark is called after; else,
//! where there are as many as fields and nothing else says where they belong, they are in the fields' order.

use std::collections::BTreeMap;

use super::body::Body;
use super::data::Slot;

/// The longest name of a form field.
const LONGEST: usize = 20;

/// Names the fields of those controls that are form fields.
pub(super) fn named(body: &Body, slots: &[Slot], fields: &mut [Option<usize>]) {
    let forms: Vec<(usize, &str)> = (body.controls.iter().enumerate())
        .filter_map(|(control, own)| Some((control, body.legacy.get(own.form?)?.name.as_str())))
        .collect();
    if forms.is_empty() {
        return;
    }
    let mut names = BTreeMap::<String, usize>::new();
    for (field, slot) in slots.iter().enumerate() {
        names.entry(key(&slot.at)).or_insert(field);
    }
    let is_other = fields.iter().all(Option::is_none) && forms.len() == slots.len();
    let mut any = false;
    for (control, name) in &forms {
        let name = key(name);
        let found = names.get(&name).copied().filter(|_| !name.is_empty());
        any |= found.is_some();
        if let Some(field) = fields.get_mut(*control) {
            *field = field.or(found);
        }
    }
    if is_other && !any {
        for (order, (control, _)) in forms.iter().enumerate() {
            if let Some(field) = fields.get_mut(*control) {
                *field = Some(order);
            }
        }
    }
}

/// A pointer or a bookmark as they are compared: `/session/present` and `session_present`.
fn key(name: &str) -> String {
    let letters = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    letters.collect::<String>().trim_matches('_').chars().take(LONGEST).collect()
}
