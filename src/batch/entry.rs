//! The items of a batch.

use crate::document::Document;
use crate::error::Result;
use crate::kinds::Record;
use crate::renderer::Renderer;

/// An item of a batch: a record of any kind, or the result of reading one. Your own type may read its record in
/// [`Entry::render`], which runs on the batch's threads.
pub trait Entry: Send {
    /// The name of the record in reports (a line of a file, a row of a table). Without one the outcome has the
    /// name of the document's files, or the place in the batch.
    fn name(&self) -> Option<String> {
        None
    }

    /// The beginning of the names of its files, before the document's own name, if any.
    fn file_prefix(&self) -> Option<String> {
        None
    }

    /// Whether it is a *second document*: one that belongs to the record before it. For example, a row of a
    /// table gives two evaluation forms: that of the chi bộ (Party cell), then that of its superior. If the
    /// first one was not made, the second one is left out.
    fn is_second(&self) -> bool {
        false
    }

    /// Makes the document.
    ///
    /// # Errors
    /// The errors of [`Renderer::render`], and those of reading the record.
    fn render(&self, renderer: &Renderer) -> Result<Document>;
}

impl<R: Record> Entry for R {
    fn render(&self, renderer: &Renderer) -> Result<Document> {
        renderer.render(self)
    }
}

impl<E: Entry> Entry for Result<E> {
    fn name(&self) -> Option<String> {
        self.as_ref().ok()?.name()
    }

    fn file_prefix(&self) -> Option<String> {
        self.as_ref().ok()?.file_prefix()
    }

    fn is_second(&self) -> bool {
        self.as_ref().is_ok_and(Entry::is_second)
    }

    fn render(&self, renderer: &Renderer) -> Result<Document> {
        self.as_ref().map_err(Clone::clone)?.render(renderer)
    }
}
