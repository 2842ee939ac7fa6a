//! The form of a copy behind the pages of any PDF. A whole copy is the original's bytes and an update behind them (ISO
//! 32000-1, 7.5.6); an extract is a file of its own, since an update would hold the pages that were left out.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use md5::{Digest, Md5};

use super::import::{Import, inherited};
use super::whole;
use crate::deflate::{Deflater, Wrapping};
use crate::error::{Error, Result};
use crate::units::Format;

/// A PDF that others made.
#[derive(Debug)]
pub(crate) struct Original {
    bytes: Vec<u8>,
    document: Document,
    pages: Vec<ObjectId>,
}

/// Why a PDF is not copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It has a password, or forbids something.
    Locked,
    /// It has no page.
    Empty,
    /// It is none, or cannot be read.
    Broken,
    /// Words that were filled in have no picture in it: each program would draw them itself, where it can.
    Unseen,
}

/// What a catalog says of a file that the copy is not any more.
const CLAIMS: [&[u8]; 3] = [b"pdfaid", b"pdfuaid", b"pdfxid"];

impl Original {
    pub(crate) fn read(bytes: &[u8]) -> std::result::Result<Original, Refused> {
        let document = match Document::load_mem(bytes) {
            Ok(document) => document,
            Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(Refused::Locked),
            Err(_) => return Err(Refused::Broken),
        };
        if document.is_encrypted() || document.was_encrypted() {
            return Err(Refused::Locked);
        }
        let root =
            document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
        let tree = root.and_then(|root| document.get_dictionary(root)).map_err(|_| Refused::Broken)?;
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        if pages.is_empty() {
            // Pages that cannot be reached are some all the same.
            let kids = tree.get_deref(b"Kids", &document).and_then(Object::as_array);
            return Err(if kids.is_ok_and(Vec::is_empty) { Refused::Empty } else { Refused::Broken });
        }
        if !pages.iter().all(|page| document.get_dictionary(*page).is_ok()) {
            return Err(Refused::Broken);
        }
        Ok(Original { bytes: bytes.to_vec(), document, pages })
    }

    /// A file whose pages go into another one.
    pub(crate) fn to_part(bytes: &[u8]) -> std::result::Result<Original, Refused> {
        let own = Original::read(bytes)?;
        let root = own.document.catalog().and_then(|catalog| catalog.get_deref(b"Pages", &own.document));
        let tree = root.and_then(Object::as_dict).map_err(|_| Refused::Broken)?;
        if !whole::are_counted(&own.document, tree, &own.pages) || !whole::is_whole(&own.document, &own.pages)
        {
            return Err(Refused::Broken);
        }
        if whole::has_unseen_words(&own.document, &own.pages) { Err(Refused::Unseen) } else { Ok(own) }
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its pages, first to last.
    pub(super) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// All its pages, and behind them the one page of another PDF.
    pub(crate) fn with(self, form: &[u8]) -> Result<Vec<u8>> {
        let Original { bytes, document, pages } = self;
        let mut catalog = document.catalog().map_err(failed)?.clone();
        let root = catalog.get(b"Pages").and_then(Object::as_reference).map_err(failed)?;
        let mut tree = document.get_dictionary(root).map_err(failed)?.clone();
        let kids = tree.get(b"Kids").map_err(failed)?;
        let mut kids =
            document.dereference(kids).and_then(|(_, kids)| kids.as_array()).map_err(failed)?.clone();
        let catalog_id = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(failed)?;
        if claims(&document, &catalog) {
            catalog.remove(b"Metadata");
        }
        let mut update = IncrementalDocument::create_from(bytes, document);
        let page = add_form(&mut update.new_document, form, root)?;
        kids.push(page.into());
        tree.set("Kids", kids);
        tree.set("Count", (pages.len() + 1) as i64);
        update.new_document.set_object(root, tree);
        update.new_document.set_object(catalog_id, catalog);
        let mut file = Vec::new();
        update.save_to(&mut file).map_err(|cause| Error::write(Format::Pdf, cause))?;
        Ok(file)
    }

    /// Some of its pages, by their numbers from 1 on, and behind them the one page of another PDF. Nothing of the other pages
    /// comes along: no text, no outline, no form, no attachment.
    pub(crate) fn extract(&self, numbers: &[u32], form: &[u8]) -> Result<Vec<u8>> {
        let mut file = Document::with_version("1.7");
        let root = file.new_object_id();
        let catalog = file.new_object_id();
        let chosen =
            numbers.iter().filter_map(|&number| self.pages.get(number.checked_sub(1)? as usize).copied());
        let chosen: Vec<ObjectId> = chosen.collect();
        let mut import = Import::new(&self.document, &mut file);
        let mut kids: Vec<Object> = Vec::new();
        for &page in &chosen {
            import.page(page);
        }
        for &page in &chosen {
            let own = inherited(&self.document, page).map_err(failed)?;
            kids.push(import.fill_page(page, &own, root).into());
        }
        let mut own = dictionary! { "Type" => "Catalog", "Pages" => root };
        // Which layers show is said here alone.
        if let Ok(layers) = self.document.catalog().and_then(|catalog| catalog.get(b"OCProperties")) {
            own.set("OCProperties", import.object(layers));
        }
        import.finish();
        kids.push(add_form(&mut file, form, root)?.into());
        let count = kids.len() as i64;
        file.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
        file.set_object(catalog, own);
        file.trailer.set("Root", catalog);
        let mut hash = Md5::new_with_prefix(form);
        hash.update(&self.bytes);
        numbers.iter().for_each(|number| hash.update(number.to_be_bytes()));
        let identity = Object::String(hash.finalize().to_vec(), lopdf::StringFormat::Hexadecimal);
        file.trailer.set("ID", vec![identity.clone(), identity]);
        super::file::write(&file, &mut Deflater::quick(Wrapping::Zlib))
    }
}

/// Takes over the one page of a file of the library's, without its tags, under a page tree's root.
fn add_form(into: &mut Document, form: &[u8], root: ObjectId) -> Result<ObjectId> {
    let form = Document::load_mem(form).map_err(failed)?;
    let page = form.get_pages().into_values().next();
    let page = page.ok_or_else(|| Error::bug("the form of a copy has a page"))?;
    let mut own = inherited(&form, page).map_err(failed)?;
    // What the original's tree says for all its pages does not hold for this one.
    let sheet = own.get(b"MediaBox").map_err(failed)?.clone();
    own.set("CropBox", sheet);
    own.set("Rotate", 0);
    let mut import = Import::new(&form, into);
    import.page(page);
    let id = import.fill_page(page, &own, root);
    import.finish();
    Ok(id)
}

/// Whether a catalog's metadata claims a standard; what cannot be read might.
fn claims(document: &Document, catalog: &Dictionary) -> bool {
    let metadata = catalog.get(b"Metadata").and_then(|metadata| document.dereference(metadata));
    let Ok((_, Object::Stream(stream))) = metadata else { return false };
    let text = plain(stream);
    CLAIMS.iter().any(|claim| text.windows(claim.len()).any(|words| words == *claim))
}

fn plain(stream: &Stream) -> Vec<u8> {
    if stream.dict.has(b"Filter") {
        stream.decompressed_content().unwrap_or_else(|_| CLAIMS[0].to_vec())
    } else {
        stream.content.clone()
    }
}

fn failed(cause: lopdf::Error) -> Error {
    Error::write(Format::Pdf, cause)
}
