//! The record that a PDF carries: read back, and taken out.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, StringFormat};
use md5::{Digest, Md5};

use super::attach::is_record;
use super::metadata::Part;
use super::source::{HIGHEST, Source, UNPACKED, Unread};
use crate::deflate::{Deflater, Wrapping};
use crate::error::Result;

/// Nodes of a tree of names at most.
const NODES: usize = 1000;
/// What a file has that is signed: which of its bytes each signature is of.
const SIGNED: &[u8] = b"/ByteRange";

/// Why a file gives no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoRecord {
    /// It cannot be read.
    Unread(Unread),
    /// It carries none.
    Absent,
    /// It carries several.
    Several,
    /// What it carries is no text.
    NoText,
}

impl From<Unread> for NoRecord {
    fn from(why: Unread) -> NoRecord {
        NoRecord::Unread(why)
    }
}

/// Whether a file is small enough to be read as a whole, all that it packs unpacked.
pub(crate) fn fits(bytes: &[u8]) -> std::result::Result<(), NoRecord> {
    Ok(Source::read(bytes)?.fits()?)
}

/// The text of the record that a file carries.
pub(crate) fn record(bytes: &[u8]) -> std::result::Result<String, NoRecord> {
    let mut source = Source::read(bytes)?;
    let mut found = BTreeSet::new();
    for carried in carried(&mut source)? {
        if !is_record(&carried) {
            continue;
        }
        let Object::Dictionary(files) = source.value(&carried, b"EF")? else { continue };
        let content =
            [&b"F"[..], b"UF"].iter().find_map(|key| files.get(key).and_then(Object::as_reference).ok());
        found.extend(content.map(|(id, _)| id));
    }
    let mut found = found.into_iter();
    let id = found.next().ok_or(NoRecord::Absent)?;
    if found.next().is_some() {
        return Err(NoRecord::Several);
    }
    let content = source.content(id)?.ok_or(NoRecord::Unread(Unread::Broken))?;
    String::from_utf8(content).map_err(|_| NoRecord::NoText)
}

/// What the catalog says that a file carries, by relation and by name; most stand in both.
fn carried(source: &mut Source<'_>) -> std::result::Result<Vec<Dictionary>, Unread> {
    let catalog = source.catalog()?;
    let mut all = Vec::new();
    if let Object::Array(related) = source.value(&catalog, b"AF")? {
        for one in related.into_iter().take(NODES) {
            if let Object::Dictionary(own) = source.resolved(one)? {
                all.push(own);
            }
        }
    }
    let Object::Dictionary(names) = source.value(&catalog, b"Names")? else { return Ok(all) };
    let Ok(root) = names.get(b"EmbeddedFiles") else { return Ok(all) };
    let (mut waiting, mut looked_at) = (vec![root.clone()], 0);
    while let Some(node) = waiting.pop() {
        let Object::Dictionary(node) = source.resolved(node)? else { continue };
        if let Object::Array(kids) = source.value(&node, b"Kids")? {
            waiting.extend(kids.into_iter().take(NODES));
        }
        if let Object::Array(names) = source.value(&node, b"Names")? {
            for one in names.into_iter().skip(1).step_by(2).take(NODES) {
                if let Object::Dictionary(own) = source.resolved(one)? {
                    all.push(own);
                }
            }
        }
        looked_at += 1;
        if looked_at > NODES || all.len() > NODES {
            return Err(Unread::TooLarge);
        }
    }
    Ok(all)
}

/// Whether somebody has signed a file: a change would break the signature.
pub(crate) fn is_signed(bytes: &[u8]) -> bool {
    bytes.windows(SIGNED.len()).any(|here| here == SIGNED)
}

/// A file without the record that it carries; none where it cannot be read as a whole. What it claims of PDF/A-3 becomes
/// PDF/A-2 where nothing else is carried.
pub(crate) fn without_record(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let options = LoadOptions::with_max_decompressed_size(UNPACKED);
    let Ok(mut file) = Document::load_mem_with_options(bytes, options) else { return Ok(None) };
    let is_ours = |object: &Object| {
        let (_, found) = file.dereference(object).ok()?;
        Some(is_record(found.as_dict().ok()?))
    };
    let gone: Vec<ObjectId> = file
        .objects
        .iter()
        .filter(|(_, object)| object.as_dict().is_ok_and(|own| own.has(b"EF")))
        .filter(|(_, object)| is_ours(object).unwrap_or(false))
        .map(|(id, _)| *id)
        .collect();
    let is_gone = |object: &Object| object.as_reference().is_ok_and(|id| gone.contains(&id));
    let mut left = 0;
    for (id, object) in &mut file.objects {
        if gone.contains(id) {
            continue;
        }
        forget(object, &is_gone);
        left += usize::from(object.as_dict().is_ok_and(|own| own.has(b"EF")));
    }
    if left == 0 {
        let Ok(catalog) = file.catalog_mut() else { return Ok(None) };
        catalog.remove(b"AF");
        if let Ok(names) = catalog.get_mut(b"Names").and_then(Object::as_dict_mut) {
            names.remove(b"EmbeddedFiles");
            if names.is_empty() {
                catalog.remove(b"Names");
            }
        }
        claim_part_2(&mut file);
    }
    file.prune_objects();
    // Numbers are as large as somebody likes, and each below takes room.
    if file.objects.keys().any(|(id, _)| *id > HIGHEST) {
        return Ok(None);
    }
    let mut hash = Md5::new_with_prefix(b"without record");
    hash.update(bytes);
    let own = Object::String(hash.finalize().to_vec(), StringFormat::Hexadecimal);
    let first = file.trailer.get(b"ID").and_then(Object::as_array).ok().and_then(|all| all.first().cloned());
    file.trailer.set("ID", vec![first.unwrap_or_else(|| own.clone()), own]);
    super::file::write(&file, &mut Deflater::quick(Wrapping::Zlib)).map(Some)
}

/// Takes what is gone out of lists and out of pairs of a name and a value.
fn forget(object: &mut Object, is_gone: &impl Fn(&Object) -> bool) {
    match object {
        Object::Array(items) => {
            let is_pairs = items.len() % 2 == 0
                && items.iter().step_by(2).all(|name| matches!(name, Object::String(..)))
                && !items.is_empty();
            if is_pairs {
                let mut kept = Vec::new();
                for pair in items.chunks(2).filter(|pair| !pair.iter().any(is_gone)) {
                    kept.extend_from_slice(pair);
                }
                *items = kept;
            } else {
                items.retain(|item| !is_gone(item));
            }
            items.iter_mut().for_each(|item| forget(item, is_gone));
        }
        Object::Dictionary(own) => own.iter_mut().for_each(|(_, value)| forget(value, is_gone)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| forget(value, is_gone)),
        _ => {}
    }
}

/// Says PDF/A-2 in the metadata, where they say PDF/A-3 as the library does.
fn claim_part_2(file: &mut Document) {
    let id = file.catalog().and_then(|own| own.get(b"Metadata")).and_then(Object::as_reference);
    let Ok(Object::Stream(stream)) = id.and_then(|id| file.get_object_mut(id)) else { return };
    if stream.dict.has(b"Filter") {
        return;
    }
    let (before, after) = (Part::Three.claim().as_bytes(), Part::Two.claim().as_bytes());
    if let Some(at) = stream.content.windows(before.len()).position(|here| here == before) {
        let mut content = stream.content.clone();
        content.splice(at..at + before.len(), after.iter().copied());
        stream.set_content(content);
    }
}
