//! All documents in volumes for the printer.

use std::io;

use super::{Outcome, Sink};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::layout::{self, Bound};
use crate::pdf;
use crate::tree::Properties;

/// Papers in a volume, where the caller does not say.
const PAPERS: usize = 500;

/// A [`Sink`](super::Sink) that joins documents to volumes, each one PDF (PDF/A-2a and PDF/UA-1). A volume
/// holds each font once. Each document has an entry in the outline and its own page labels (`12-1` is the first
/// page of the twelfth document). Memory holds one volume; a full volume is passed to the closure.
///
/// ```
/// # use vanban::{Renderer, batch::{Batch, Volumes}, kinds::Resolution};
/// let renderer = Renderer::new();
/// let mut bytes = Vec::new();
/// let mut volumes = Volumes::new(|volume| Ok(bytes = volume.bytes)).two_sided(true);
/// Batch::new(&renderer).formats(&[]).run([Resolution::example()], &mut volumes)?;
/// volumes.finish()?;
/// # assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Volumes<F> {
    to: F,
    title: String,
    papers: usize,
    two_sided: bool,
    /// The last volume that was handed on.
    number: usize,
    held: Vec<Bound>,
    writer: Option<pdf::Writer>,
}

/// A finished volume.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Volume {
    /// The number of the volume, from 1.
    pub number: usize,
    /// Whether there is only this volume.
    pub only: bool,
    /// The number of documents.
    pub papers: usize,
    /// The number of pages, with blank ones.
    pub pages: usize,
    /// The number of blank pages, after which the next document begins on a right-hand page.
    pub blank: usize,
    /// The number of sheets of paper.
    pub sheets: usize,
    /// The bytes of the PDF.
    pub bytes: Vec<u8>,
}

impl<F: FnMut(Volume) -> io::Result<()>> Volumes<F> {
    /// Volumes of 500 documents for one-sided printing. Each finished volume is passed to `to`.
    pub fn new(to: F) -> Volumes<F> {
        Volumes {
            to,
            title: "Tập văn bản".to_owned(),
            papers: PAPERS,
            two_sided: false,
            number: 0,
            held: Vec::new(),
            writer: None,
        }
    }

    /// Sets the title that PDF readers show. If there are several volumes, each title ends with the volume's
    /// number: `Tập văn bản 2`.
    #[must_use]
    pub fn title(mut self, title: &str) -> Volumes<F> {
        self.title = title.to_owned();
        self
    }

    /// Sets the number of documents in a volume, at least 1.
    #[must_use]
    pub fn papers(mut self, papers: usize) -> Volumes<F> {
        self.papers = papers.max(1);
        self
    }

    /// Sets two-sided printing: each document begins on a right-hand page, after a blank page if the document
    /// before has an odd number of pages. If a document itself is set for two-sided printing, this is on
    /// anyway.
    #[must_use]
    pub fn two_sided(mut self, two_sided: bool) -> Volumes<F> {
        self.two_sided = two_sided;
        self
    }

    /// Adds a document. `number` is its number in the outline and the page labels. If the volume is full, it is
    /// passed on first.
    ///
    /// # Errors
    /// A volume cannot be made, or the closure failed.
    pub fn add(&mut self, number: usize, document: &Document) -> io::Result<()> {
        if self.held.len() == self.papers {
            self.hand_on(false)?;
        }
        self.writer.get_or_insert_with(|| document.pdf.clone());
        let properties = &document.pages.properties;
        self.held.push(Bound {
            title: format!("{number}. {}: {}", properties.author, properties.title),
            label: format!("{number}-"),
            pages: document.pages.clone(),
        });
        Ok(())
    }

    /// Passes on the last volume. Without documents there is none.
    ///
    /// # Errors
    /// The volume cannot be made, or the closure failed.
    pub fn finish(mut self) -> io::Result<()> {
        if self.held.is_empty() { Ok(()) } else { self.hand_on(self.number == 0) }
    }
}

impl<F> Volumes<F> {
    /// The PDF of the papers that are held: its pages, whether they are printed on both sides, its bytes.
    fn pdf(&mut self, only: bool) -> Result<(usize, bool, Vec<u8>)> {
        let title = if only { self.title.clone() } else { format!("{} {}", self.title, self.number) };
        let papers = std::mem::take(&mut self.held);
        let writer = self.writer.as_ref().ok_or_else(|| Error::bug("a volume without papers"))?;
        // All of one body, most often; else nobody is the author.
        let author = papers.first().map(|paper| paper.pages.properties.author.clone()).unwrap_or_default();
        let same = papers.iter().all(|paper| paper.pages.properties.author == author);
        let author = if same { author } else { String::new() };
        let properties = Properties { title, author, ..Properties::default() };
        let bound = layout::bind(properties, papers, self.two_sided);
        let on_both_sides = bound.sections.iter().any(|section| section.two_sided);
        Ok((bound.pages.len(), on_both_sides, writer.write(&bound, pdf::Wanted::default())?))
    }
}

impl<F: FnMut(Volume) -> io::Result<()>> Volumes<F> {
    fn hand_on(&mut self, only: bool) -> io::Result<()> {
        self.number += 1;
        let papers = self.held.len();
        let own: usize = self.held.iter().map(|paper| paper.pages.pages.len()).sum();
        let (pages, on_both_sides, bytes) = self.pdf(only).map_err(io::Error::other)?;
        let sheets = if on_both_sides { pages.div_ceil(2) } else { pages };
        (self.to)(Volume { number: self.number, only, papers, pages, blank: pages - own, sheets, bytes })
    }
}

impl<F: FnMut(Volume) -> io::Result<()>> Sink for &mut Volumes<F> {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        (**self).take(outcome)
    }
}

impl<F: FnMut(Volume) -> io::Result<()>> Sink for Volumes<F> {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        outcome.document().map_or(Ok(()), |document| self.add(outcome.index + 1, document))
    }
}
