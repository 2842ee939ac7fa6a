//! Pictures as printpdf embeds them: colours and opacity apart.

use lopdf::{Dictionary, Document, Object};
use printpdf::{
    PdfDocument, PdfPage, PdfSaveOptions, RawImage, RawImageData, RawImageFormat, XObject, XObjectId,
};

use super::deflate;
use crate::deflate::Deflater;
use crate::error::{Error, Result};
use crate::layout::Pages;
use crate::raster::Raster;
use crate::units::Format;

/// Adds the pictures of a document, each once however often it is shown; tells their names and objects.
pub(super) fn add(file: &mut Document, pages: &Pages, deflater: &mut Deflater) -> Result<Dictionary> {
    let mut of_printpdf = PdfDocument::new("");
    let all = &mut of_printpdf.resources.xobjects.map;
    for picture in pages.pages.iter().flat_map(|page| &page.pictures) {
        let raster = &picture.raster;
        all.entry(XObjectId(name(raster))).or_insert_with(|| image(raster));
    }
    if all.is_empty() {
        return Ok(Dictionary::new());
    }
    let mut made = embedded(of_printpdf)?;
    let mut resources = Dictionary::new();
    for (name, id) in named(&made)? {
        let mut own = taken(&mut made, &id)?;
        if let Ok(mask) = own.dict.get(b"SMask").cloned() {
            let mask = taken(&mut made, &mask)?;
            own.dict.set("SMask", file.add_object(deflated(mask, deflater)?));
        }
        resources.set(name, file.add_object(deflated(own, deflater)?));
    }
    Ok(resources)
}

/// The name under which pages call a picture; it tells its bytes.
pub(super) fn name(raster: &Raster) -> String {
    format!("P{}", raster.name)
}

fn image(raster: &Raster) -> XObject {
    XObject::Image(RawImage {
        pixels: RawImageData::U8(raster.rgba.clone()),
        width: raster.width as usize,
        height: raster.height as usize,
        data_format: RawImageFormat::RGBA8,
        tag: Vec::new(),
    })
}

/// printpdf's file of these pictures and an empty page.
fn embedded(mut pictures: PdfDocument) -> Result<Document> {
    let edge = printpdf::Mm(1.0);
    pictures.pages = vec![PdfPage::new(edge, edge, Vec::new())];
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let made = pictures.to_lopdf_document(&options, &mut warnings);
    // It warns where it leaves something out; a document with a gap is none.
    match warnings.first() {
        Some(warning) => Err(failed(warning.msg.clone())),
        None => Ok(made),
    }
}

/// The pictures of printpdf's file: their names and what refers to them, by name.
fn named(made: &Document) -> Result<Vec<(Vec<u8>, Object)>> {
    let page = made.get_pages().into_values().next().ok_or_else(|| failed("no page".to_owned()))?;
    let found = || {
        let resources = made.dereference(made.get_dictionary(page)?.get(b"Resources")?)?.1.as_dict()?;
        made.dereference(resources.get(b"XObject")?)?.1.as_dict()
    };
    let found = found().map_err(|error| Error::write(Format::Pdf, error))?;
    let mut all: Vec<_> = found.iter().map(|(name, id)| (name.clone(), id.clone())).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(all)
}

/// A stream, taken out of printpdf's file.
fn taken(made: &mut Document, id: &Object) -> Result<lopdf::Stream> {
    let id = id.as_reference().map_err(|error| Error::write(Format::Pdf, error))?;
    match made.objects.remove(&id) {
        Some(Object::Stream(stream)) => Ok(stream),
        _ => Err(failed("a picture is no stream".to_owned())),
    }
}

/// A stream with its content deflated; printpdf deflates soft masks itself.
fn deflated(stream: lopdf::Stream, deflater: &mut Deflater) -> Result<lopdf::Stream> {
    if stream.dict.has(b"Filter") {
        return Ok(stream.with_compression(false));
    }
    deflate::stream(stream.dict, &stream.content, deflater)
}

fn failed(reason: String) -> Error {
    Error::Write { format: Format::Pdf, reason, source: None }
}
