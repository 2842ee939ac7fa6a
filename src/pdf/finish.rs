//! The last pass over the file: properties, language, and an identity drawn from its content.

use lopdf::{Document, Object, StringFormat, dictionary, text_string};
use md5::{Digest, Md5};

use crate::error::{Error, Result};
use crate::tree::Properties;

pub(super) fn finish(mut file: Document, properties: &Properties) -> Result<Vec<u8>> {
    file.version = "1.7".into();
    let mut info = dictionary! {
        "Title" => text_string(&properties.title),
        "Author" => text_string(&properties.author),
        "Producer" => text_string("vanban"),
    };
    if let Some(date) = properties.date {
        let date = format!("D:{}000000Z", date.to_string().replace('-', ""));
        info.set("CreationDate", Object::string_literal(date.clone()));
        info.set("ModDate", Object::string_literal(date));
    }
    let info = file.add_object(info);
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    let catalog = file.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let identity = Object::String(identity(&file), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Sixteen bytes drawn from the streams of the file: its pages and its faces.
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
