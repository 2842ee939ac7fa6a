//! The last pass over the file: tags, outline, page labels, metadata, and an identity drawn from its
//! content.

use lopdf::{Document, Object, StringFormat, dictionary, text_string};
use md5::{Digest, Md5};

use super::deflate;
use super::faces::Faces;
use super::metadata::Part;
use super::sheets::Sheets;
use super::written::Written;
use super::{Wanted, attach, metadata, outline, tags};
use crate::deflate::Deflater;
use crate::error::{Error, Result};
use crate::layout::{Node, Pages};
use crate::units::Format;

pub(super) fn finish(
    sheets: Sheets,
    pages: &Pages,
    faces: &Faces<'_>,
    wanted: Wanted<'_>,
    deflater: &mut Deflater,
) -> Result<Vec<u8>> {
    let Sheets { mut file, pages: ids, marks, hash } = sheets;
    let mut written = Written::default();
    tags::add(&mut file, &mut written, &ids, pages, &marks, wanted).map_err(failed)?;
    outline::add(&mut file, &ids, pages, &marks).map_err(failed)?;
    let part = if wanted.record.is_some() { Part::Three } else { Part::Two };
    metadata::add(&mut file, &pages.properties, part).map_err(failed)?;
    if let Some(record) = wanted.record {
        attach::add(&mut file, record, &pages.properties).map_err(failed)?;
    }
    label_pages(&mut file, pages).map_err(failed)?;
    let identity = Object::String(identity(&file, hash, wanted), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    deflate_all(&mut file, deflater)?;
    super::file::write_with(&file, &written, &faces.ready(), deflater)
}

/// Deflates what has no filter yet, and may have one.
fn deflate_all(file: &mut Document, deflater: &mut Deflater) -> Result<()> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            *stream = deflate::stream(std::mem::take(&mut stream.dict), &stream.content, deflater)?;
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

/// Sixteen bytes drawn from the content of the file: its pages, the names of its faces and, in the content, of its
/// pictures, which tell their bytes; its metadata, and what it carries.
fn identity(file: &Document, mut hash: Md5, wanted: Wanted<'_>) -> Vec<u8> {
    if wanted.fields {
        hash.update(b"fields");
    }
    for object in file.objects.values() {
        if let Object::Stream(stream) = object
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
    use lopdf::{ObjectId, Stream};

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
        deflate_all(&mut file, &mut Deflater::quick(crate::deflate::Wrapping::Zlib)).unwrap();
        for (id, before) in kept {
            assert_eq!(file.get_object(id).unwrap().as_stream().unwrap(), &before);
        }
        let plain = file.get_object(plain).unwrap().as_stream().unwrap();
        assert_eq!(plain.decompressed_content().unwrap(), b"q Q");
        assert_ne!(plain.content, b"q Q");
    }
}
