//! Pages to PDF: printpdf draws, a lopdf pass makes it PDF/A-2a and PDF/UA-1: tags, outline, metadata,
//! a fixed identity. The only room that knows printpdf and lopdf.

mod attach;
mod carried;
mod certify;
mod composite;
mod deflate;
mod draw;
mod face;
mod faces;
mod fields;
mod file;
mod finish;
mod guests;
mod import;
mod metadata;
mod outline;
mod part;
mod pictures;
mod program;
mod source;
mod syntax;
mod tags;
mod unpack;
mod whole;

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Document, ObjectId};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use crate::error::{Error, Result};
use crate::fonts::Fonts;
use crate::layout::Pages;
use crate::units::Format;
pub(crate) use carried::{NoRecord, fits, is_signed, record, without_record};
pub(crate) use certify::{Original, Refused};
use deflate::Deflater;
use faces::{Faces, ReadyFaces};
pub(crate) use guests::{Guest, with_guests};
pub(crate) use source::Unread;

/// What a file has beside its pages, on request.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted<'a> {
    /// Fields for the signatures and the seal.
    pub(crate) fields: bool,
    /// The record's JSON, as a file that it carries.
    pub(crate) record: Option<&'a str>,
}

/// Writes files in one family of faces. What files share of a face, its program above all, is subset and
/// deflated once, when the first file needs it; cloning is cheap and keeps it shared.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    ready: Arc<ReadyFaces>,
}

impl Writer {
    pub(crate) fn new(fonts: &Fonts) -> Writer {
        Writer { ready: Arc::new(ReadyFaces::new(fonts)) }
    }

    /// The bytes of a PDF. Pages of several documents make one file, which holds each face once.
    pub(crate) fn write(&self, pages: &Pages, wanted: Wanted<'_>) -> Result<Vec<u8>> {
        let mut faces = Faces::new(&self.ready, pages)?;
        let mut marks = BTreeMap::new();
        let drawn = pages.pages.iter().enumerate().map(|(index, page)| match index {
            0..DRAWN => draw::page(page, index, &mut faces, &mut marks),
            _ => draw::empty(page),
        });
        let mut file = convert(drawn.collect(), pages)?;
        if pages.pages.len() > DRAWN {
            let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
            let mut deflater = Deflater::new();
            for first in (DRAWN..ids.len()).step_by(DRAWN) {
                let portion = pages.pages.iter().enumerate().skip(first).take(DRAWN);
                let portion = portion.map(|(index, page)| draw::page(page, index, &mut faces, &mut marks));
                let drawn = convert(portion.collect(), pages)?;
                finish::take_content(&mut file, &ids[first..], &drawn, &mut deflater)?;
            }
        }
        finish::finish(file, pages, &marks, &faces, wanted)
    }
}

/// So many pages are drawn at a time: printpdf's operations take a hundred times the room of what comes of
/// them, and a volume for the printer has thousands of pages.
const DRAWN: usize = 100;

/// Drawn pages as a file's objects.
fn convert(drawn: Vec<PdfPage>, pages: &Pages) -> Result<Document> {
    let mut document = PdfDocument::new(&pages.properties.title);
    pictures::add_to(&mut document, pages);
    document.pages = drawn;
    let mut warnings = Vec::new();
    // Not "secure": that would leave out the operations that show text, see `draw`.
    let options = PdfSaveOptions { secure: false, image_optimization: None, ..PdfSaveOptions::default() };
    let file = document.to_lopdf_document(&options, &mut warnings);
    // printpdf warns where it leaves something out; a paper with a gap is no paper.
    match warnings.first() {
        Some(warning) => Err(Error::Write { format: Format::Pdf, reason: warning.msg.clone(), source: None }),
        None => Ok(file),
    }
}
