//! What a record that is being written comes to: its problems, and the pages as far as they can be laid out.

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

/// A record while it is being written, as [`Renderer::preview`](crate::Renderer::preview) sees it: every problem, and
/// the pages, with room where something is missing or cannot be read. A preview has no DOCX and no PDF: it cannot be
/// saved.
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
    /// Every problem of the record, in the order in which `vanban check` tells them: those of
    /// [`Renderer::read`](crate::Renderer::read) where it cannot be read, else those of
    /// [`Renderer::check`](crate::Renderer::check).
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether [`Renderer::render`](crate::Renderer::render) makes a paper of the record: no problem is an error.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.record.is_some() && !self.problems.iter().any(Problem::is_error)
    }

    /// The record, where it could be read; it may break rules.
    #[must_use]
    pub fn record(&self) -> Option<&AnyRecord> {
        self.record.as_ref()
    }

    /// How many pages there are; 0 where nothing can be laid out. Of a sound record they are the paper's.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.as_ref().map_or(0, |pages| pages.pages.len())
    }

    /// The name that the paper's files have, without extension; empty where nothing can be laid out.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The table of the record's points, where its kind has one: what [`Record::score_sheet`](crate::Record::score_sheet)
    /// gives of it. It is there as soon as the criteria set is known; a session that cannot be read yet counts as one
    /// of which nothing is known.
    #[must_use]
    pub fn score_sheet(&self) -> Option<&ScoreSheet> {
        self.score_sheet.as_ref()
    }

    /// A page as SVG, counted from 0, as [`Document::to_svg`](crate::Document::to_svg) has it; `None` where there is
    /// no such page.
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg(&self, page: usize) -> Option<String> {
        svg::page(self.pages.as_ref()?, page, &self.fonts, None)
    }

    /// A page as SVG whose letters are text in a family of faces, as
    /// [`Document::to_svg_in`](crate::Document::to_svg_in) has it; `None` where there is no such page.
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg_in(&self, page: usize, family: &str) -> Option<String> {
        svg::page(self.pages.as_ref()?, page, &self.fonts, Some(family))
    }
}
