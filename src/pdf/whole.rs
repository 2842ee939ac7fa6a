//! Whether the pages of a file can be taken out of it without loss. What reads a file passes over what it cannot read, as
//! viewers do; where viewers mend it, a page or its words would be gone without a word.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::import::{AWAY, annotations, inherited, is_page, own_of_annotation};

/// Whether a file has all that its pages show.
pub(super) fn is_whole(document: &Document, pages: &[ObjectId]) -> bool {
    let (mut waiting, mut seen) = (Vec::new(), BTreeSet::new());
    for &page in pages {
        let Ok(own) = inherited(document, page) else { return false };
        for (_, value) in own.iter().filter(|(key, _)| !AWAY.contains(&key.as_slice()) && *key != b"Annots") {
            references(value, &mut waiting);
        }
        let all = annotations(document, &own);
        for annotation in &all {
            let Some(own) = own_of_annotation(document, annotation) else {
                if annotation.as_reference().is_ok_and(|id| is_lost(document, id)) {
                    return false;
                }
                continue;
            };
            own.iter().for_each(|(_, value)| references(value, &mut waiting));
        }
    }
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        match document.objects.get(&id) {
            Some(object) if !is_page(object) => references(object, &mut waiting),
            Some(_) => {}
            None if is_lost(document, id) => return false,
            None => {}
        }
    }
    true
}

/// Whether words that somebody filled in show only in programs that draw fields themselves.
pub(super) fn has_unseen_words(document: &Document, pages: &[ObjectId]) -> bool {
    let is_unseen = |annotation: &Object| {
        let own = own_of_annotation(document, annotation).unwrap_or_default();
        let name = |key: &[u8]| own.get_deref(key, document).and_then(Object::as_name).unwrap_or_default();
        let words = own.get_deref(b"V", document).and_then(Object::as_str).unwrap_or_default();
        name(b"Subtype") == b"Widget"
            && matches!(name(b"FT"), b"Tx" | b"Ch")
            && !words.is_empty()
            && own.get_deref(b"AP", document).and_then(Object::as_dict).is_err()
    };
    pages.iter().any(|&page| {
        let own = document.get_dictionary(page).cloned().unwrap_or_default();
        annotations(document, &own).iter().any(is_unseen)
    })
}

/// Whether each page is one of its own, and they are as many as the file says.
pub(super) fn are_counted(document: &Document, tree: &Dictionary, pages: &[ObjectId]) -> bool {
    let each: BTreeSet<&ObjectId> = pages.iter().collect();
    let count = tree.get_deref(b"Count", document).and_then(Object::as_i64);
    each.len() == pages.len() && count.is_ok_and(|count| usize::try_from(count) == Ok(pages.len()))
}

/// Whether the file says where an object is, and it could not be read there.
fn is_lost(document: &Document, id: ObjectId) -> bool {
    let entry = document.reference_table.get(id.0);
    matches!(entry, Some(XrefEntry::Normal { .. } | XrefEntry::Compressed { .. }))
        && !document.objects.contains_key(&id)
}

fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(own) => own.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        _ => {}
    }
}
