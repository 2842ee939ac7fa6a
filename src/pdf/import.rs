//! Objects of one PDF in another: pages that are asked for and what they need, and nothing of any other page.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// What a page says for itself or its ancestors say for it (ISO 32000-1, 7.7.3.4).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// What leads from a page to the rest of its file.
pub(super) const AWAY: [&[u8]; 9] =
    [b"Parent", b"StructParents", b"B", b"AA", b"Metadata", b"PieceInfo", b"Thumb", b"Tabs", b"PresSteps"];
/// What leads from an annotation to the rest of its file.
const AWAY_FROM_ANNOTATION: [&[u8]; 8] =
    [b"Parent", b"StructParent", b"Dest", b"A", b"AA", b"IRT", b"Popup", b"P"];
/// What a field says for its widgets (ISO 32000-1, 12.7.3): a widget that says nothing of it is drawn by nobody.
const OF_FIELD: [&[u8]; 9] = [b"FT", b"T", b"V", b"DV", b"Ff", b"DA", b"Q", b"MaxLen", b"Opt"];
/// Ancestors of a page at most: a tree that goes round has no end.
const DEEP: usize = 64;

/// Takes objects over under new numbers.
pub(super) struct Import<'a> {
    from: &'a Document,
    into: &'a mut Document,
    ids: BTreeMap<ObjectId, ObjectId>,
    waiting: Vec<ObjectId>,
}

impl<'a> Import<'a> {
    pub(super) fn new(from: &'a Document, into: &'a mut Document) -> Import<'a> {
        Import { from, into, ids: BTreeMap::new(), waiting: Vec::new() }
    }

    /// A page that is taken over: it has a number, so that others may name it.
    pub(super) fn page(&mut self, page: ObjectId) {
        let id = self.into.new_object_id();
        self.ids.insert(page, id);
    }

    /// A page that takes the place of another.
    pub(super) fn page_as(&mut self, page: ObjectId, place: ObjectId) {
        self.ids.insert(page, place);
    }

    /// Takes over a page that has a number, under the root of a page tree.
    pub(super) fn fill_page(&mut self, page: ObjectId, own: &Dictionary, root: ObjectId) -> ObjectId {
        let mut new = Dictionary::new();
        for (key, value) in own.iter().filter(|(key, _)| !AWAY.contains(&key.as_slice())) {
            let value = match key.as_slice() {
                b"Annots" => self.annotations(&annotations(self.from, own)),
                _ => self.object(value),
            };
            new.set(key.clone(), value);
        }
        new.set("Parent", root);
        let id = self.ids.get(&page).copied().unwrap_or_else(|| self.into.new_object_id());
        self.into.set_object(id, new);
        id
    }

    /// Annotations as they show, without what they lead to.
    fn annotations(&mut self, all: &[Object]) -> Object {
        let own: Vec<Object> =
            all.iter().filter_map(|one| own_of_annotation(self.from, one)).map(Object::Dictionary).collect();
        let own: Vec<Object> = own.iter().map(|one| self.object(one)).collect();
        Object::Array(own.into_iter().map(|one| self.into.add_object(one).into()).collect())
    }

    /// An object as the new file has it; what it refers to comes with [`Import::finish`].
    pub(super) fn object(&mut self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => self.reference(*id),
            Object::Array(items) => Object::Array(items.iter().map(|item| self.object(item)).collect()),
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary)),
            Object::Stream(stream) => {
                let mut dict = self.dictionary(&stream.dict);
                dict.set("Length", stream.content.len() as i64);
                let mut own = Stream::new(dict, stream.content.clone());
                own.allows_compression = false;
                Object::Stream(own)
            }
            other => other.clone(),
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary) -> Dictionary {
        dictionary.iter().map(|(key, value)| (key.clone(), self.object(value))).collect()
    }

    fn reference(&mut self, id: ObjectId) -> Object {
        if let Some(known) = self.ids.get(&id) {
            return (*known).into();
        }
        match self.from.objects.get(&id) {
            // A page that is not taken over stays away with all that it has.
            Some(target) if !is_page(target) => {
                let new = self.into.new_object_id();
                self.ids.insert(id, new);
                self.waiting.push(id);
                new.into()
            }
            _ => Object::Null,
        }
    }

    /// Takes over all that was referred to.
    pub(super) fn finish(mut self) {
        while let Some(id) = self.waiting.pop() {
            let (Some(object), Some(&new)) = (self.from.objects.get(&id), self.ids.get(&id)) else {
                continue;
            };
            let object = self.object(object);
            self.into.set_object(new, object);
        }
    }
}

/// The annotations of a page.
pub(super) fn annotations(document: &Document, page: &Dictionary) -> Vec<Object> {
    let all = page.get_deref(b"Annots", document).and_then(Object::as_array);
    all.cloned().unwrap_or_default()
}

/// What an annotation shows, without what leads from it to the rest of its file. A widget has what its field says for it.
pub(super) fn own_of_annotation(document: &Document, annotation: &Object) -> Option<Dictionary> {
    let (_, found) = document.dereference(annotation).ok()?;
    let found = found.as_dict().ok()?;
    let mut own = found.clone();
    let mut parent = found.get_deref(b"Parent", document).and_then(Object::as_dict);
    for _ in 0..DEEP {
        let Ok(field) = parent else { break };
        for key in OF_FIELD {
            if let (false, Ok(value)) = (own.has(key), field.get(key)) {
                own.set(key, value.clone());
            }
        }
        parent = field.get_deref(b"Parent", document).and_then(Object::as_dict);
    }
    for key in AWAY_FROM_ANNOTATION {
        own.remove(key);
    }
    Some(own)
}

pub(super) fn is_page(object: &Object) -> bool {
    let name = object.as_dict().and_then(|dictionary| dictionary.get(b"Type")).and_then(Object::as_name);
    matches!(name, Ok(b"Page" | b"Pages" | b"Catalog"))
}

/// A page's dictionary with what its ancestors say for it.
pub(super) fn inherited(document: &Document, page: ObjectId) -> lopdf::Result<Dictionary> {
    let mut own = document.get_dictionary(page)?.clone();
    let mut parent = own.get(b"Parent").and_then(Object::as_reference);
    for _ in 0..DEEP {
        let Ok(ancestor) = parent.and_then(|id| document.get_dictionary(id)) else { break };
        for key in INHERITED {
            if let (false, Ok(value)) = (own.has(key), ancestor.get(key)) {
                own.set(key, value.clone());
            }
        }
        parent = ancestor.get(b"Parent").and_then(Object::as_reference);
    }
    Ok(own)
}
