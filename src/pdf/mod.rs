//! Pages to PDF: printpdf draws, a lopdf pass makes it PDF/A-2a and PDF/UA-1: tags, outline, metadata,
//! a fixed identity. The only room that knows printpdf and lopdf.

mod draw;
mod embed;
mod finish;
mod metadata;
mod outline;
mod tags;

use std::collections::BTreeMap;

use printpdf::{PdfDocument, PdfSaveOptions};

use crate::error::{Error, Result};
use crate::fonts::Fonts;
use crate::layout::Pages;

/// The bytes of a PDF.
pub(crate) fn write(pages: &Pages, fonts: &Fonts) -> Result<Vec<u8>> {
    let embedded = embed::Embedded::new(pages, fonts)?;
    let mut document = PdfDocument::new(&pages.properties.title);
    embedded.add_to(&mut document);
    let mut marks = BTreeMap::new();
    let drawn =
        pages.pages.iter().enumerate().map(|(index, page)| draw::page(page, index, &embedded, &mut marks));
    document.pages = drawn.collect();
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let file = document.to_lopdf_document(&options, &mut warnings);
    // printpdf warns where it leaves something out; a paper with a gap is no paper.
    match warnings.first() {
        Some(warning) => Err(Error::Write { format: "PDF", reason: warning.msg.clone() }),
        None => finish::finish(file, pages, &marks),
    }
}
