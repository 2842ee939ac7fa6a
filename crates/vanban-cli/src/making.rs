//! The files of a document: the formats, and what is put into them or beside them on request.

use clap::Args;
use vanban::batch::Format;
use vanban::{Document, Renderer};

/// What is asked for beside a document's text.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(crate) struct Extras {
    /// Adds fields for digital signatures and the seal to the PDF.
    #[arg(long)]
    signature_fields: bool,
    /// Stores the record in the files (PDF as PDF/A-3a), without pictures of signatures; `vanban extract` reads
    /// it.
    #[arg(long)]
    with_data: bool,
    /// Writes NAME.positions.json: positions of number, date, signatures and seal, in points from the lower
    /// left corner of the page.
    #[arg(long)]
    positions: bool,
}

impl Extras {
    /// The extras of a caller of the service, who gets one file.
    pub(crate) fn of_one_file(signature_fields: bool, with_data: bool) -> Extras {
        Extras { signature_fields, with_data, positions: false }
    }

    /// A renderer whose documents have the fields that are asked for.
    pub(crate) fn renderer(self, renderer: Renderer) -> Renderer {
        renderer.with_signature_fields(self.signature_fields)
    }

    /// The files of a document, each by the end of its name.
    pub(crate) fn files<'a>(
        self,
        formats: &'a [Format],
        document: &'a Document,
    ) -> impl Iterator<Item = (&'static str, vanban::Result<Vec<u8>>)> + 'a {
        let papers = formats.iter().map(move |&format| (format.extension(), self.bytes(format, document)));
        papers.chain(self.positions.then(|| (POSITIONS, Ok(positions(document)))))
    }

    /// A document in a format, with its record where that is to travel in it.
    pub(crate) fn bytes(self, format: Format, document: &Document) -> vanban::Result<Vec<u8>> {
        match format {
            Format::Pdf if self.with_data => document.to_pdf_with_data(),
            Format::Docx if self.with_data => document.to_docx_with_data(),
            _ => format.bytes(document),
        }
    }
}

/// How the names of files end that say where to sign.
pub(crate) const POSITIONS: &str = "positions.json";

/// Where a document is signed, as JSON.
fn positions(document: &Document) -> Vec<u8> {
    // A struct of numbers and texts is always JSON.
    let mut text = serde_json::to_string_pretty(&document.positions()).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
