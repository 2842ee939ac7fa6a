//! Finished pages: the only thing that the PDF writer sees.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::fonts::FaceId;
use crate::profile::{self, Ink, PageBorder};
use crate::raster::Raster;
use crate::tree::{Properties, Section};
#[cfg(any(feature = "pdf", feature = "svg"))]
use crate::tree::{box_char, is_box};

use super::spots::PlacedSpot;
use super::structure::Node;

/// A document set on pages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pages {
    /// Title, author and date of the document.
    pub(crate) properties: Properties,
    /// How many paragraphs it has: their numbers lie below.
    pub(crate) blocks: usize,
    /// What the paragraphs are to a reader that does not see the page.
    pub(crate) structure: Vec<Node>,
    /// Where each section of the tree stands.
    pub(crate) sections: Vec<Span>,
    /// The pages, first to last.
    pub(crate) pages: Vec<Page>,
}

impl Pages {
    /// The pages of a section, without an empty one behind it.
    pub(crate) fn of_section(&self, section: usize) -> &[Page] {
        let Some(span) = self.sections.get(section) else { return &[] };
        let end = self.sections.get(section + 1).map_or(self.pages.len(), |next| next.start);
        self.pages.get(span.start..end - usize::from(span.blank_verso)).unwrap_or_default()
    }
}

/// The pages of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Its first page, counted from 0 through the document.
    pub(crate) start: usize,
    /// Whether its numbers go on from the section before.
    pub(crate) goes_on: bool,
    /// Whether they are the sides of sheets.
    pub(crate) two_sided: bool,
    /// Whether the last of them is empty, so that the next section begins on a right-hand page.
    pub(crate) blank_verso: bool,
}

impl Span {
    pub(super) fn of(section: &Section, start: usize, blank_verso: bool) -> Span {
        Span { start, goes_on: section.goes_on, two_sided: section.two_sided, blank_verso }
    }
}

/// One page. Lengths are in points; y grows downwards from the top edge.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// In reading order.
    pub(crate) runs: Vec<PlacedRun>,
    pub(crate) rules: Vec<PlacedRule>,
    /// The lines of the border round it.
    pub(crate) frames: Vec<PlacedFrame>,
    pub(crate) pictures: Vec<PlacedPicture>,
    /// What programs that sign files look for.
    pub(crate) spots: Vec<PlacedSpot>,
}

/// A line all round a page, within its edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PlacedFrame {
    /// From each edge of the sheet to the middle of the line.
    pub(crate) inset: f64,
    /// How thick it is.
    pub(crate) line: f64,
}

impl PlacedFrame {
    /// The two lines of a border.
    pub(super) fn of(border: PageBorder) -> Vec<PlacedFrame> {
        let (space, line) = (border.space.to_pt(), border.line.to_pt());
        [0.5, 2.5].map(|lines| PlacedFrame { inset: space + lines * line, line }).to_vec()
    }
}

/// A picture at its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedPicture {
    pub(crate) x: f64,
    /// Its lower edge.
    pub(crate) bottom: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) raster: Arc<Raster>,
    /// Number of the paragraph that it is.
    pub(crate) block: usize,
}

impl Page {
    /// A page with nothing on it.
    pub(super) fn blank(format: &profile::Page) -> Page {
        let (width, height) = (format.width.to_pt(), format.height.to_pt());
        let (runs, rules, frames) = (Vec::new(), Vec::new(), Vec::new());
        let (pictures, spots) = (Vec::new(), Vec::new());
        Page { width, height, runs, rules, frames, pictures, spots }
    }

    /// Moves everything to the right.
    pub(super) fn shift(&mut self, by: f64) {
        self.runs.iter_mut().for_each(|run| run.x += by);
        self.rules.iter_mut().for_each(|rule| rule.x += by);
        self.pictures.iter_mut().for_each(|picture| picture.x += by);
        self.spots.iter_mut().for_each(|spot| spot.x += by);
    }
}

/// Text in one face and size on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedRun {
    pub(crate) x: f64,
    pub(crate) baseline: f64,
    pub(crate) width: f64,
    pub(crate) face: FaceId,
    pub(crate) size: f64,
    pub(crate) text: String,
    /// What each U+0020 is wider than the face makes it, so that the line ends at the margin.
    pub(crate) extra: f64,
    pub(crate) underline: bool,
    pub(crate) ink: Ink,
    /// Number of the paragraph it belongs to; none for what the page adds itself.
    pub(crate) block: Option<usize>,
}

/// Where an underline lies below the baseline, and how thick it is, in parts of the size.
#[cfg(any(feature = "pdf", feature = "svg"))]
const UNDERLINE: (f64, f64) = (0.11, 0.05);

/// Sides of a check box and thickness of its lines, in parts of the size; it stands on the baseline.
#[cfg(any(feature = "pdf", feature = "svg"))]
const BOX: (f64, f64) = (0.72, 0.05);

/// A check box as it is drawn, in the middle of its room: the faces have no such letter.
#[cfg(any(feature = "pdf", feature = "svg"))]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CheckBox {
    /// What it is as text.
    pub(crate) letter: char,
    pub(crate) left: f64,
    /// Its lower edge, on the baseline.
    pub(crate) bottom: f64,
    pub(crate) side: f64,
    /// Of its lines.
    pub(crate) width: f64,
    /// Whether a cross stands in it.
    pub(crate) ticked: bool,
}

#[cfg(any(feature = "pdf", feature = "svg"))]
impl PlacedRun {
    /// The line under its text.
    pub(crate) fn underline(&self) -> PlacedRule {
        PlacedRule {
            x: self.x,
            y: self.baseline + self.size * UNDERLINE.0,
            length: self.width,
            width: self.size * UNDERLINE.1,
            upright: false,
            ink: self.ink,
        }
    }

    /// The check box that it is, of some runs.
    pub(crate) fn check_box(&self) -> Option<CheckBox> {
        let letter = self.text.chars().next().filter(|&c| is_box(c))?;
        let (side, width) = (self.size * BOX.0, self.size * BOX.1);
        let left = self.x + (self.width - side) / 2.0;
        Some(CheckBox { letter, left, bottom: self.baseline, side, width, ticked: letter == box_char(true) })
    }
}

/// A straight line, from left to right or from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedRule {
    /// Its left end; the middle of an upright one.
    pub(crate) x: f64,
    /// Its middle; the upper end of an upright one.
    pub(crate) y: f64,
    pub(crate) length: f64,
    pub(crate) width: f64,
    /// Whether it stands upright.
    pub(crate) upright: bool,
    /// Its colour.
    pub(crate) ink: Ink,
}

/// Which paragraphs were shown. Their numbers are not: one paragraph more would change each behind it.
#[derive(Default)]
struct Shown {
    all: BTreeSet<usize>,
    last: Option<usize>,
}

impl Shown {
    /// Whether a run begins its paragraph (¶), goes on with the one shown last (·) or with an earlier one (↩), or is
    /// the page's own (-).
    fn mark(&mut self, block: Option<usize>) -> char {
        let Some(block) = block else { return '-' };
        let goes_on = self.last.replace(block) == Some(block);
        match (self.all.insert(block), goes_on) {
            (true, _) => '¶',
            (false, true) => '·',
            (false, false) => '↩',
        }
    }
}

impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = Shown::default();
        for (index, page) in self.pages.iter().enumerate() {
            writeln!(f, "page {} {:.2} x {:.2}", index + 1, page.width, page.height)?;
            for run in &page.runs {
                let face = run.face.name();
                let line = if run.underline { " underlined" } else { "" };
                let ink = if run.ink == Ink::Red { " red" } else { "" };
                let mark = shown.mark(run.block);
                let text = run.text.replace('\u{a0}', "°");
                writeln!(
                    f,
                    "  {:.2} {:.2} +{:.3} {face} {}{line}{ink} #{mark} {text}",
                    run.x, run.baseline, run.extra, run.size
                )?;
            }
            for rule in &page.rules {
                let name = if rule.upright { "upright" } else { "rule" };
                writeln!(f, "  {name} {:.2} {:.2} {:.2} x {:.2}", rule.x, rule.y, rule.length, rule.width)?;
            }
            for PlacedFrame { inset, line } in &page.frames {
                writeln!(f, "  frame {inset:.2} x {line:.2}")?;
            }
            for picture in &page.pictures {
                let PlacedPicture { x, bottom, width, height, raster, .. } = picture;
                writeln!(f, "  picture {x:.2} {bottom:.2} {width:.2} x {height:.2} {}", raster.name)?;
            }
        }
        Ok(())
    }
}
