//! The record as a file that the PDF carries (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary, text_string};
use md5::{Digest, Md5};

use crate::tree::Properties;

/// What the file is called: by this name it is found again.
pub(super) const NAME: &str = "ban-ghi.json";
/// What a reader says of it.
const SAYS: &str = "Bản ghi của văn bản (vanban)";

/// Adds a record, as text, to a file's catalog.
pub(super) fn add(file: &mut Document, record: &str, properties: &Properties) -> lopdf::Result<()> {
    let checksum = Object::String(Md5::digest(record.as_bytes()).to_vec(), StringFormat::Hexadecimal);
    let own = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => "application/json",
        "Params" => dictionary! {
            "Size" => record.len() as i64,
            "CheckSum" => checksum,
            // The day of the paper: there is no clock.
            "ModDate" => Object::string_literal(moment(properties)),
        },
    };
    let content = file.add_object(Stream::new(own, record.as_bytes().to_vec()));
    let carried = dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(NAME),
        "UF" => Object::string_literal(NAME),
        "Desc" => text_string(SAYS),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => content, "UF" => content },
    };
    let carried = file.add_object(carried);
    let catalog = file.catalog_mut()?;
    catalog.set("AF", vec![Object::Reference(carried)]);
    let names = dictionary! { "Names" => vec![Object::string_literal(NAME), carried.into()] };
    match catalog.get_mut(b"Names").and_then(Object::as_dict_mut) {
        Ok(all) => all.set("EmbeddedFiles", names),
        Err(_) => catalog.set("Names", dictionary! { "EmbeddedFiles" => names }),
    }
    Ok(())
}

/// As much of a paper's date as is given, as PDF writes it: `D:2026`, `D:202606`, `D:20260605000000Z`.
fn moment(properties: &Properties) -> String {
    match properties.date {
        Some(date) => format!("D:{}000000Z", date.to_string().replace('-', "")),
        None => format!("D:{}", properties.begins),
    }
}

/// Whether what stands under a name is the record.
pub(super) fn is_record(carried: &Dictionary) -> bool {
    [&b"UF"[..], b"F"].iter().any(|key| {
        let name = carried.get(key).and_then(lopdf::decode_text_string);
        name.is_ok_and(|name| name == NAME)
    })
}
