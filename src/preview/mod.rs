//! A preview of a record while it is written: its problems, and its pages as far as they can be laid out.

mod draft;
mod stand_in;

use crate::error::Problem;
#[cfg(feature = "svg")]
use crate::fonts::Fonts;
use crate::kinds::AnyRecord;
use crate::layout::Pages;
use crate::scoring::ScoreSheet;
#[cfg(feature = "svg")]
use crate::svg;
pub(crate) use draft::{Draft, ROUNDS, leaves_room, places};

/// A record while it is written, from [`Renderer::preview`](crate::Renderer::preview): every problem, and the pages,
/// with blanks where something is missing or cannot be read. A preview has no DOCX and no PDF, so it cannot be saved.
#[doc(alias = "xem trước")]
#[derive(Debug, Clone)]
pub struct Preview {
    pub(crate) problems: Vec<Problem>,
    pub(crate) record: Option<AnyRecord>,
    pub(crate) pages: Option<Pages>,
    pub(crate) file_name: String,
    pub(crate) score_sheet: Option<ScoreSheet>,
    #[cfg(feature = "svg")]
    pub(crate) fonts: Fonts,
}

impl Preview {
    /// All problems of the record, in the order of the command `vanban check`: those of
    /// [`Renderer::read`](crate::Renderer::read) if it cannot be read, else those of
    /// [`Renderer::check`](crate::Renderer::check).
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether [`Renderer::render`](crate::Renderer::render) would make a document: no problem is an error.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.record.is_some() && !self.problems.iter().any(Problem::is_error)
    }

    /// The record, if it could be read. It may break rules.
    #[must_use]
    pub fn record(&self) -> Option<&AnyRecord> {
        self.record.as_ref()
    }

    /// The number of pages; 0 if nothing can be laid out. If the preview is sound, they are the pages of the
    /// document.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.as_ref().map_or(0, |pages| pages.pages.len())
    }

    /// The name of the document's files, without extension; empty if nothing can be laid out.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The table of points, if the record's kind has one: see
    /// [`Record::score_sheet`](crate::Record::score_sheet). It needs only the criteria set. A session that
    /// cannot be read yet counts as one without facts.
    #[must_use]
    pub fn score_sheet(&self) -> Option<&ScoreSheet> {
        self.score_sheet.as_ref()
    }

    /// A page as SVG, like [`Document::to_svg`](crate::Document::to_svg). Pages count from 0; `None` if there
    /// is no such page.
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg(&self, page: usize) -> Option<String> {
        svg::page(self.pages.as_ref()?, page, &self.fonts, None)
    }

    /// A page as SVG whose letters are text in a font family, like
    /// [`Document::to_svg_in`](crate::Document::to_svg_in). Pages count from 0; `None` if there is no such
    /// page.
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg_in(&self, page: usize, family: &str) -> Option<String> {
        svg::page(self.pages.as_ref()?, page, &self.fonts, Some(family))
    }
}
