//! A paper, checked and composed once, ready for both writers.

use std::fmt;

use crate::docx;
use crate::error::{Problem, Result};
use crate::layout::Pages;
use crate::pdf;
use crate::profile::Profile;
use crate::tree::Tree;

/// A paper, checked and composed. Writing it never changes it: the same document gives the same
/// bytes each time, on any thread.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) tree: Tree,
    pub(crate) pages: Pages,
    pub(crate) profile: Profile,
    pub(crate) docx: docx::Writers,
    pub(crate) pdf: pdf::Writer,
    pub(crate) warnings: Vec<Problem>,
    pub(crate) file_name: String,
}

impl Document {
    /// The bytes of a DOCX for Word.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    pub fn to_docx(&self) -> Result<Vec<u8>> {
        self.docx.of(&self.profile)?.write(&self.tree)
    }

    /// The bytes of a PDF, its faces embedded.
    ///
    /// # Errors
    /// [`Error::Write`](crate::Error::Write) where the writer fails.
    pub fn to_pdf(&self) -> Result<Vec<u8>> {
        self.pdf.write(&self.pages)
    }

    /// The problems that a secretary should look at and that do not stop the paper.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// A name for the paper's files, without extension: kind, number or date, issuer, in ASCII
    /// (`nghi-quyet-05-nq-cb`). It never holds a path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The neutral document, as its stable text.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The laid-out pages as stable text: a line for every run and rule with its place in points.
    #[must_use]
    pub fn show_pages(&self) -> String {
        self.pages.to_string()
    }

    /// The main part of the DOCX as stable text, an element a line.
    ///
    /// # Errors
    /// As [`Document::to_docx`].
    pub fn show_docx(&self) -> Result<String> {
        self.docx.of(&self.profile)?.show(&self.tree)
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree.fmt(f)
    }
}
