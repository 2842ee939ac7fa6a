//! Pages to PDF/A-2a and PDF/UA-1: content, tags, outline, metadata, a fixed identity. The only module that knows printpdf and lopdf.

mod attach;
mod carried;
mod certify;
mod composite;
mod content;
mod deflate;
mod draw;
mod face;
mod faces;
mod fields;
mod file;
mod finish;
mod guests;
mod import;
mod marks;
mod metadata;
mod numbers;
mod outline;
mod part;
mod pictures;
mod program;
mod sheets;
mod source;
mod syntax;
mod tags;
mod unpack;
mod whole;
mod written;

use std::sync::Arc;

use crate::deflate::{Idle, Wrapping};
use crate::error::Result;
use crate::fonts::Fonts;
use crate::layout::Pages;
pub(crate) use carried::{NoRecord, fits, is_signed, record, without_record};
pub(crate) use certify::{Original, Refused};
use faces::{Faces, ReadyFaces};
pub(crate) use guests::{Guest, with_guests};
use sheets::Sheets;
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
    idle: Idle,
}

impl Writer {
    pub(crate) fn new(fonts: &Fonts) -> Writer {
        Writer { ready: Arc::new(ReadyFaces::new(fonts)), idle: Idle::new(Wrapping::Zlib) }
    }

    /// The bytes of a PDF. Pages of several documents make one file, which holds each face once.
    pub(crate) fn write(&self, pages: &Pages, wanted: Wanted<'_>) -> Result<Vec<u8>> {
        let mut deflater = self.idle.take();
        let mut faces = Faces::new(&self.ready, pages)?;
        let sheets = Sheets::draw(pages, &mut faces, &mut deflater)?;
        let bytes = finish::finish(sheets, pages, &faces, wanted, &mut deflater);
        self.idle.put(deflater);
        bytes
    }
}
