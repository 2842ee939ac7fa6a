//! What would leave the sheet where stock moves it.

use super::misfit::{Misfit, What};
use super::page::{Page, PlacedRun};
use crate::profile;
use crate::units::Length;

/// An edge of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Top,
    Bottom,
    Left,
    Right,
}

/// How much of a line lies above and below its baseline, in parts of its size: the face's own.
const LINE: (f64, f64) = (0.891, 0.216);
/// What rounding may have added, in points.
const HAIR: f64 = 0.01;

/// What leaves the sheet: the first word; else, where none does, the room for text, which no program may put there.
pub(super) fn off_sheet(pages: &[Page], format: &profile::Page) -> Option<Misfit> {
    let mut words = pages.iter().flat_map(|page| page.runs.iter().filter_map(|run| word(run, page)));
    words.next().or_else(|| {
        let margins = [
            (Edge::Top, format.top.min(format.header)),
            (Edge::Bottom, format.bottom),
            (Edge::Left, format.left),
            (Edge::Right, format.right),
        ];
        let (edge, margin) = margins.into_iter().find(|(_, margin)| *margin < Length::ZERO)?;
        Some(misfit(edge, -margin, None, None))
    })
}

/// The first word of a run that leaves the sheet.
fn word(run: &PlacedRun, page: &Page) -> Option<Misfit> {
    let end = run.x + run.width;
    let beyond = [
        (Edge::Top, run.size * LINE.0 - run.baseline),
        (Edge::Bottom, run.baseline + run.size * LINE.1 - page.height),
        (Edge::Left, -run.x),
        (Edge::Right, end - page.width),
    ];
    let (edge, by) = beyond.into_iter().find(|(_, by)| *by > HAIR)?;
    let mut words = run.text.split([' ', '\u{a0}']).filter(|word| !word.is_empty());
    let word = if edge == Edge::Right { words.next_back() } else { words.next() };
    Some(misfit(edge, Length::pt(by), word.map(str::to_owned), run.block))
}

fn misfit(edge: Edge, by: Length, word: Option<String>, paragraph: Option<usize>) -> Misfit {
    Misfit { what: What::OffSheet { edge, word, paragraph }, need: by, have: Length::ZERO }
}
