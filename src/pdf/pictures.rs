//! Pictures as printpdf embeds them: colours and opacity apart.

use printpdf::{PdfDocument, RawImage, RawImageData, RawImageFormat, XObject, XObjectId};

use crate::layout::Pages;
use crate::raster::Raster;

/// The pictures of a document, each once however often it is shown.
pub(super) fn add_to(document: &mut PdfDocument, pages: &Pages) {
    for picture in pages.pages.iter().flat_map(|page| &page.pictures) {
        let raster = &picture.raster;
        document.resources.xobjects.map.entry(id(raster)).or_insert_with(|| {
            XObject::Image(RawImage {
                pixels: RawImageData::U8(raster.rgba.clone()),
                width: raster.width as usize,
                height: raster.height as usize,
                data_format: RawImageFormat::RGBA8,
                tag: Vec::new(),
            })
        });
    }
}

/// The name under which pages call a picture; it tells its bytes.
pub(super) fn id(raster: &Raster) -> XObjectId {
    XObjectId(format!("P{}", raster.name))
}
