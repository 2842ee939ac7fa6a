//! Texts outside of tables that stand in each other's places. Room for the pen is printed alike everywhere: only the order of
//! the controls and the words before them say which text is which.

use std::collections::{BTreeMap, BTreeSet};

use super::body::Body;
use super::data::Slot;
use super::fields::{is_open, owners, plain, same};
use super::recover::{literals, numbers};
use crate::document::Document;
use crate::tree::Block;

/// A text that stands in the place of another.
pub(super) struct Exchanged {
    pub(super) field: usize,
    /// The field that was sent there.
    pub(super) place: usize,
    pub(super) text: String,
    pub(super) paragraph: usize,
}

/// What was filled into controls that were moved to the places of others.
pub(super) fn exchanged(document: &Document, body: &Body, slots: &[Slot]) -> Vec<Exchanged> {
    let sent = sent(document, slots);
    let wanted: BTreeSet<usize> = sent.iter().map(|(field, _)| *field).collect();
    let now = now(body, slots, &wanted);
    let there: BTreeSet<usize> = now.iter().map(|it| it.field).collect();
    let sent = sent.into_iter().filter(|(field, _)| there.contains(field));
    let moved = sent.zip(now).filter(|((place, words), now)| *place != now.field && *words == now.before);
    let found = moved.map(|((place, _), now)| Exchanged {
        field: now.field,
        place,
        text: plain(&now.text),
        paragraph: now.paragraph,
    });
    let is_filled = |it: &Exchanged| {
        let slot = slots.get(it.field);
        !is_open(&it.text) && slot.is_some_and(|slot| !same(&it.text, &slot.printed))
    };
    found.filter(is_filled).collect()
}

/// The fields of the record that were left open outside of tables, in their order, each with the last words before it.
fn sent(document: &Document, slots: &[Slot]) -> Vec<(usize, String)> {
    let (mut found, mut before) = (Vec::new(), String::new());
    let is_room = |field: &usize| slots.get(*field).is_some_and(|it| it.open && !it.at.starts_with("/view/"));
    for block in document.tree.sections().iter().flat_map(|section| &section.blocks) {
        let in_table = matches!(block, Block::Table(_));
        for paragraph in block.paragraphs() {
            let mut fields = numbers(paragraph);
            for literal in literals(paragraph) {
                take(&mut before, &literal);
                found.extend(
                    fields.next().filter(is_room).filter(|_| !in_table).map(|it| (it, before.clone())),
                );
            }
        }
    }
    found
}

/// A field as it stands in the text.
struct Placed {
    field: usize,
    before: String,
    text: String,
    paragraph: usize,
}

/// The same in the text that came back: of each field the first place.
fn now(body: &Body, slots: &[Slot], wanted: &BTreeSet<usize>) -> Vec<Placed> {
    let owners = owners(body, slots);
    let mut found: Vec<Placed> = Vec::new();
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    let mut before = String::new();
    for (index, paragraph) in body.paragraphs.iter().enumerate() {
        let mut literal = String::new();
        for piece in &paragraph.pieces {
            let owner = owners.of(piece.control);
            let Some(field) = owner else {
                literal.push_str(&piece.text);
                continue;
            };
            take(&mut before, &std::mem::take(&mut literal));
            if !wanted.contains(&field) {
                continue;
            }
            match known.get(&field).and_then(|at| found.get_mut(*at)) {
                Some(placed) if placed.paragraph == index => placed.text.push_str(&piece.text),
                Some(_) => {}
                None => {
                    known.insert(field, found.len());
                    let (before, text) = (before.clone(), piece.text.clone());
                    found.push(Placed { field, before, text, paragraph: index });
                }
            }
        }
        take(&mut before, &literal);
    }
    found
}

/// Keeps the last words.
fn take(before: &mut String, literal: &str) {
    if literal.chars().any(char::is_alphabetic) {
        *before = plain(literal).trim_matches([':', '.', ';', '-', ' ']).to_owned();
    }
}
