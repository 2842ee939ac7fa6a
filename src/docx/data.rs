//! What travels with a DOCX: the record, and what its fields hold. And the room that a field shows when it is emptied.

use super::controls::{Control, placeholder_name};
use crate::deflate::Deflater;
use crate::error::Result;
use crate::opc::{Element, Package, relationships, serialize};

/// The namespace of the part that holds the record.
pub(super) const NAMESPACE: &str = "urn:vanban:record";
/// The identity of that part, by which controls name it.
pub(super) const ITEM: &str = "{6B5F2C1E-0D0A-4E3B-9C56-76616E62616E}";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Writes the parts of the record: `record` is its JSON. How many pictures the paper has is said, since those of signatures do
/// not travel with it.
pub(super) fn write_record(
    package: &mut Package,
    record: &str,
    controls: &[Control<'_>],
    pictures: usize,
    deflater: &mut Deflater,
) -> Result<()> {
    let mut root = Element::new("vanban")
        .with("xmlns", NAMESPACE)
        .with("format", "1")
        .with("pictures", pictures.to_string())
        .child(Element::new("record").text(record));
    if !controls.is_empty() {
        root = root
            .child(controls.iter().map(place).fold(Element::new("places"), Element::child))
            .child(controls.iter().map(value).fold(Element::new("fields"), Element::child));
    }
    let schema = Element::new("ds:schemaRef").with("ds:uri", NAMESPACE);
    let properties = Element::new("ds:datastoreItem")
        .with("ds:itemID", ITEM)
        .with("xmlns:ds", CUSTOM)
        .child(Element::new("ds:schemaRefs").child(schema));
    let own = relationships(&[(&format!("{RELATIONS}/customXmlProps"), "itemProps1.xml")]);
    package.deflate(&("customXml/item1.xml", serialize(&root)), deflater)?;
    package.store(&("customXml/itemProps1.xml", serialize(&properties)))?;
    package.store(&("customXml/_rels/item1.xml.rels", serialize(&own)))
}

/// What stands in a field. LibreOffice writes such an element anew, without attributes, so it has none.
fn value(control: &Control<'_>) -> Element {
    match control.is_open() {
        true => Element::new("field"),
        false => Element::new("field").text(control.value()),
    }
}

/// Where a field belongs, in the order of the fields.
fn place(control: &Control<'_>) -> Element {
    let own = control.field;
    let mut place = Element::new("place").with("at", own.at.pointer());
    if !own.around.is_empty() {
        place = place.with("with", serde_json::Value::Object(own.around.clone()).to_string());
    }
    if own.locked {
        place = place.with("locked", "true");
    }
    if control.text.contains('\n') {
        place = place.with("breaks", "true");
    }
    place = place.with("printed", control.shown().replace('\n', " "));
    if control.is_open() { place.with("open", "true") } else { place }
}

/// Writes the glossary: what a field shows while nothing is filled in, so that one that is emptied shows it again.
pub(super) fn write_glossary(
    package: &mut Package,
    controls: &[Control<'_>],
    deflater: &mut Deflater,
) -> Result<()> {
    let mut rooms: Vec<&str> =
        controls.iter().filter(|control| control.shows_room()).map(Control::shown).collect();
    rooms.sort_unstable();
    rooms.dedup_by_key(|room| placeholder_name(room));
    let parts = rooms.iter().enumerate().map(|(index, room)| room_part(index, room));
    let glossary = Element::new("w:glossaryDocument")
        .with("xmlns:w", WORD)
        .child(parts.fold(Element::new("w:docParts"), Element::child));
    package.deflate(&("word/glossary/document.xml", serialize(&glossary)), deflater)
}

fn room_part(index: usize, room: &str) -> Element {
    let value = |name: &str, value: &str| Element::new(name).with("w:val", value);
    let category =
        Element::new("w:category").child(value("w:name", "General")).child(value("w:gallery", "placeholder"));
    let properties = Element::new("w:docPartPr")
        .child(value("w:name", &placeholder_name(room)))
        .child(category)
        .child(Element::new("w:types").child(value("w:type", "bbPlcHdr")))
        .child(Element::new("w:behaviors").child(value("w:behavior", "content")))
        .child(value("w:guid", &format!("{{6B5F2C1E-0D0A-4E3B-9C57-{index:012X}}}")));
    let text = Element::new("w:t").with("xml:space", "preserve").text(room);
    let paragraph = Element::new("w:p").child(Element::new("w:r").child(text));
    Element::new("w:docPart").child(properties).child(Element::new("w:docPartBody").child(paragraph))
}

/// The types of these parts.
pub(super) fn types(glossary: bool) -> Vec<Element> {
    let part =
        |name: &str, kind: &str| Element::new("Override").with("PartName", name).with("ContentType", kind);
    let mut types = vec![part(
        "/customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )];
    if glossary {
        types.push(part(
            "/word/glossary/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml",
        ));
    }
    types
}

/// The relationships of the document to these parts, each with its type, identity and target.
pub(super) fn related(glossary: bool) -> Vec<(&'static str, String, String)> {
    let mut related = vec![("customXml", "rIdRecord".to_owned(), "../customXml/item1.xml".to_owned())];
    if glossary {
        related.push(("glossaryDocument", "rIdGlossary".to_owned(), "glossary/document.xml".to_owned()));
    }
    related
}
