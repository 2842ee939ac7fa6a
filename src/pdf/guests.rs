//! Pages of other files in the place of pages that were kept for them.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, dictionary};
use md5::{Digest, Md5};

use super::certify::Original;
use super::import::{Import, inherited};
use crate::deflate::{Deflater, Wrapping};
use crate::error::{Error, Result};
use crate::units::Format;

/// A file, and the page of the document, from 0 on, with which its own begin.
#[derive(Debug, Clone)]
pub(crate) struct Guest {
    pub(crate) original: Arc<Original>,
    pub(crate) first: usize,
}

/// The bytes of a file with its guests: their pages as they are. It claims no standard any more.
pub(crate) fn with_guests(own: &[u8], guests: &[Guest]) -> Result<Vec<u8>> {
    let mut file = Document::load_mem(own).map_err(failed)?;
    let places: Vec<_> = file.get_pages().into_values().collect();
    let root = file.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let root = root.map_err(failed)?;
    let mut layers = Layers::default();
    for Guest { original, first } in guests {
        let from = original.document();
        let mut import = Import::new(from, &mut file);
        let taken: Vec<_> = original.pages().iter().zip(places.iter().skip(*first)).collect();
        for &(&page, &place) in &taken {
            import.page_as(page, place);
        }
        for &(&page, _) in &taken {
            let mut own = inherited(from, page).map_err(failed)?;
            // What the file's own root says for all pages does not hold for this one.
            if !own.has(b"CropBox")
                && let Ok(sheet) = own.get(b"MediaBox").cloned()
            {
                own.set("CropBox", sheet);
            }
            import.fill_page(page, &own, root);
        }
        layers.take(from, &mut import);
        import.finish();
    }
    let layers = layers.object();
    let catalog = file.catalog_mut().map_err(failed)?;
    for claim in ["Metadata", "OutputIntents"] {
        catalog.remove(claim.as_bytes());
    }
    // Not all of the pages have tags.
    catalog.set("MarkInfo", dictionary! { "Marked" => true, "Suspects" => true });
    if let Some(layers) = layers {
        catalog.set("OCProperties", layers);
    }
    let mut hash = Md5::new_with_prefix(own);
    guests.iter().for_each(|guest| hash.update(guest.original.bytes()));
    let identity = Object::String(hash.finalize().to_vec(), lopdf::StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    file.prune_objects();
    super::file::write(&file, &mut Deflater::quick(Wrapping::Zlib))
}

/// Which layers the guests have, and which of them do not show.
#[derive(Default)]
struct Layers {
    all: Vec<Object>,
    off: Vec<Object>,
}

impl Layers {
    fn take(&mut self, from: &Document, import: &mut Import<'_>) {
        let Some(own) = dictionary_at(from, from.catalog().ok(), b"OCProperties") else { return };
        let default = dictionary_at(from, Some(own), b"D");
        let groups = array_at(from, Some(own), b"OCGs");
        let hidden = default.and_then(|default| default.get(b"BaseState").ok());
        let all_hidden = matches!(hidden.map(Object::as_name), Some(Ok(b"OFF")));
        let on = array_at(from, default, b"ON");
        let off = match all_hidden {
            true => groups.iter().filter(|group| !on.contains(group)).cloned().collect(),
            false => array_at(from, default, b"OFF"),
        };
        self.all.extend(groups.iter().map(|group| import.object(group)));
        self.off.extend(off.iter().map(|group| import.object(group)));
    }

    fn object(self) -> Option<Dictionary> {
        let Layers { all, off } = self;
        (!all.is_empty()).then(|| dictionary! { "OCGs" => all, "D" => dictionary! { "OFF" => off } })
    }
}

fn dictionary_at<'a>(from: &'a Document, of: Option<&'a Dictionary>, key: &[u8]) -> Option<&'a Dictionary> {
    let (_, found) = from.dereference(of?.get(key).ok()?).ok()?;
    found.as_dict().ok()
}

fn array_at(from: &Document, of: Option<&Dictionary>, key: &[u8]) -> Vec<Object> {
    let found = of.and_then(|of| from.dereference(of.get(key).ok()?).ok());
    found.and_then(|(_, found)| found.as_array().ok().cloned()).unwrap_or_default()
}

fn failed(cause: lopdf::Error) -> Error {
    Error::write(Format::Pdf, cause)
}
