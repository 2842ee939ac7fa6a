//! The last pass over the file: tags, outline, page labels, metadata, and an identity drawn from its
//! content.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};
use md5::{Digest, Md5};

use super::tags::Mark;
use super::{metadata, outline, tags};
use crate::error::{Error, Result};
use crate::layout::Pages;

pub(super) fn finish(
    mut file: Document,
    pages: &Pages,
    marks: &BTreeMap<usize, Vec<Mark>>,
) -> Result<Vec<u8>> {
    file.version = "1.7".into();
    let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    tags::add(&mut file, &ids, &pages.structure, marks).map_err(failed)?;
    outline::add(&mut file, &ids, pages, marks).map_err(failed)?;
    metadata::add(&mut file, &pages.properties).map_err(failed)?;
    label_pages(&mut file).map_err(failed)?;
    let identity = Object::String(identity(&file), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Labels as printed: the first page bears no number and is still page 1.
fn label_pages(file: &mut Document) -> lopdf::Result<()> {
    let label = dictionary! { "S" => "D" };
    let labels = dictionary! { "Nums" => vec![Object::Integer(0), Object::Dictionary(label)] };
    file.catalog_mut()?.set("PageLabels", labels);
    Ok(())
}

/// Sixteen bytes drawn from the streams of the file: its pages, its faces, its metadata.
fn identity(file: &Document) -> Vec<u8> {
    let mut hash = Md5::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    hash.finalize().to_vec()
}

fn failed(reason: impl std::fmt::Display) -> Error {
    Error::Write { format: "PDF", reason: reason.to_string() }
}
