//! What a batch is made of.

use crate::document::Document;
use crate::error::Result;
use crate::kinds::Record;
use crate::renderer::Renderer;

/// One record on its way through a batch: a record of any kind, or the result of reading
/// one. A type of the caller's own may read its record where it is rendered, on the batch's threads.
pub trait Entry: Send {
    /// What the caller calls it (a line of a file, a row of a sheet); without a name it is called
    /// after its paper's files, or by its place in the batch.
    fn name(&self) -> Option<String> {
        None
    }

    /// What the names of its files begin with, if they do.
    fn file_prefix(&self) -> Option<String> {
        None
    }

    /// Whether it is a second paper of the record before it, and goes with that: where the first has no paper, there is
    /// none of it either.
    fn is_second(&self) -> bool {
        false
    }

    /// Makes its document.
    ///
    /// # Errors
    /// As [`Renderer::render`], and whatever reading it gives.
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
