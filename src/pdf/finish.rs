//! The last pass over the file: tags, outline, page labels, metadata, and an identity drawn from its
//! content.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary, text_string};
use md5::{Digest, Md5};

use super::deflate::Deflater;
use super::faces::Faces;
use super::metadata::Part;
use super::tags::Mark;
use super::{Wanted, attach, metadata, outline, tags};
use crate::error::{Error, Result};
use crate::layout::{Node, Pages};
use crate::units::Format;

pub(super) fn finish(
    mut file: Document,
    pages: &Pages,
    marks: &BTreeMap<usize, Vec<Mark>>,
    faces: &Faces<'_>,
    wanted: Wanted<'_>,
) -> Result<Vec<u8>> {
    let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let (fonts, names) = faces.add_to(&mut file)?;
    set_fonts(&mut file, &ids, fonts).map_err(failed)?;
    tags::add(&mut file, &ids, pages, marks, wanted).map_err(failed)?;
    outline::add(&mut file, &ids, pages, marks).map_err(failed)?;
    let part = if wanted.record.is_some() { Part::Three } else { Part::Two };
    metadata::add(&mut file, &pages.properties, part).map_err(failed)?;
    if let Some(record) = wanted.record {
        attach::add(&mut file, record, &pages.properties).map_err(failed)?;
    }
    label_pages(&mut file, pages).map_err(failed)?;
    let names = [names.as_slice(), if wanted.fields { b"fields" } else { b"" }].concat();
    let identity = Object::String(identity(&file, &names), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    let mut deflater = Deflater::new();
    deflate(&mut file, &mut deflater)?;
    super::file::write(&file, &mut deflater)
}

/// Takes over what was drawn on the pages of another file, deflated.
pub(super) fn take_content(
    file: &mut Document,
    pages: &[ObjectId],
    drawn: &Document,
    deflater: &mut Deflater,
) -> Result<()> {
    for (page, from) in pages.iter().zip(drawn.get_pages().into_values()) {
        let content = deflater.stream(Dictionary::new(), &drawn.get_page_content(from))?;
        let place = file.get_dictionary(*page).and_then(|page| page.get(b"Contents"));
        let place = place.and_then(Object::as_reference).map_err(failed)?;
        file.set_object(place, content);
    }
    Ok(())
}

/// Fills the resource of fonts that printpdf, which was given none, left empty; all pages share it.
fn set_fonts(file: &mut Document, pages: &[ObjectId], fonts: Dictionary) -> lopdf::Result<()> {
    let Some(page) = pages.first() else { return Ok(()) };
    let resources = file.get_dictionary(*page)?.get(b"Resources")?.as_reference()?;
    let shared = file.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
    file.set_object(shared, fonts);
    Ok(())
}

/// Deflates what has no filter yet. Whether a stream allows compression does not tell: the soft masks that
/// printpdf makes are deflated, and allow it all the same.
fn deflate(file: &mut Document, deflater: &mut Deflater) -> Result<()> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            *stream = deflater.stream(std::mem::take(&mut stream.dict), &stream.content)?;
        }
    }
    Ok(())
}

/// Labels as printed: each section begins at 1, though its first page bears no number; an empty page has
/// the number that it would have. In a volume those of each paper stand behind a prefix.
fn label_pages(file: &mut Document, pages: &Pages) -> lopdf::Result<()> {
    let sections = &pages.sections;
    let labels = sections.iter().filter(|section| !section.goes_on).flat_map(|section| {
        let mut label = dictionary! { "S" => "D", "St" => 1 };
        let papers = pages.structure.iter().rev();
        let mut prefix = papers.filter_map(|node| match node {
            Node::Paper { label, first, .. } if *first <= section.start => Some(label),
            _ => None,
        });
        if let Some(prefix) = prefix.next().filter(|prefix| !prefix.is_empty()) {
            label.set("P", text_string(prefix));
        }
        [Object::Integer(section.start as i64), Object::Dictionary(label)]
    });
    let labels = dictionary! { "Nums" => labels.collect::<Vec<_>>() };
    let catalog = file.catalog_mut()?;
    catalog.set("PageLabels", labels);
    if sections.iter().any(|section| section.two_sided) {
        // What a print dialog offers first: both sides, turned like the pages of a book.
        if let Ok(preferences) = catalog.get_mut(b"ViewerPreferences").and_then(Object::as_dict_mut) {
            preferences.set("Duplex", "DuplexFlipLongEdge");
        }
    }
    Ok(())
}

/// Sixteen bytes drawn from the content of the file: its pages, its metadata, the names of its faces and
/// of its pictures, which tell their bytes.
fn identity(file: &Document, faces: &[u8]) -> Vec<u8> {
    let mut hash = Md5::new_with_prefix(faces);
    for object in file.objects.values() {
        if let Object::Stream(stream) = object
            // Of the faces and pictures, which are deflated already, the names are enough.
            && stream.dict.get(b"Filter").is_err()
        {
            hash.update(&stream.content);
        }
    }
    hash.finalize().to_vec()
}

fn failed(cause: lopdf::Error) -> Error {
    Error::write(Format::Pdf, cause)
}

#[cfg(test)]
mod tests {
    use lopdf::Stream;

    use super::*;

    #[test]
    fn a_stream_that_has_a_filter_stays_as_it_is() {
        let mut file = Document::with_version("1.7");
        let filtered = |filter: Object| Stream::new(dictionary! { "Filter" => filter }, b"00FF>".to_vec());
        let one = filtered("ASCIIHexDecode".into());
        let several = filtered(vec!["ASCIIHexDecode".into()].into());
        let kept: Vec<(ObjectId, Stream)> =
            [one, several].into_iter().map(|stream| (file.add_object(stream.clone()), stream)).collect();
        let plain = file.add_object(Stream::new(dictionary! {}, b"q Q".to_vec()));
        deflate(&mut file, &mut Deflater::new()).unwrap();
        for (id, before) in kept {
            assert_eq!(file.get_object(id).unwrap().as_stream().unwrap(), &before);
        }
        let plain = file.get_object(plain).unwrap().as_stream().unwrap();
        assert_eq!(plain.decompressed_content().unwrap(), b"q Q");
        assert_ne!(plain.content, b"q Q");
    }
}
