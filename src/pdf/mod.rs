//! Pages to PDF: printpdf draws, a lopdf pass gives the file its properties and a fixed identity.
//! The only room that knows printpdf and lopdf.

mod draw;
mod embed;
mod finish;

use printpdf::{PdfDocument, PdfSaveOptions};

use crate::error::{Error, Result};
use crate::fonts::Fonts;
use crate::layout::Pages;

/// The bytes of a PDF.
pub(crate) fn write(pages: &Pages, fonts: &Fonts) -> Result<Vec<u8>> {
    let embedded = embed::Embedded::new(pages, fonts)?;
    let mut document = PdfDocument::new(&pages.properties.title);
    embedded.add_to(&mut document);
    document.pages = pages.pages.iter().map(|page| draw::page(page, &embedded)).collect();
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let file = document.to_lopdf_document(&options, &mut warnings);
    // printpdf warns where it leaves something out; a paper with a gap is no paper.
    match warnings.first() {
        Some(warning) => Err(Error::Write { format: "PDF", reason: warning.msg.clone() }),
        None => finish::finish(file, &pages.properties),
    }
}
