//! The sections that derived papers are made of.

use crate::kinds::Minutes;
use crate::parts::{Section, Solution};
use crate::text::Text;

/// A numbered paragraph.
pub(super) fn point(text: &Text) -> Section {
    Section { paragraphs: vec![text.clone()], ..Section::default() }
}

/// Fixed sentences as numbered paragraphs.
pub(super) fn points(texts: &[&str]) -> Vec<Section> {
    texts.iter().map(|&text| point(&text.into())).collect()
}

/// A section with a heading.
pub(super) fn titled(heading: impl Into<Text>, items: Vec<Section>) -> Section {
    Section { heading: Some(heading.into()), items, ..Section::default() }
}

/// The conclusions on the whole, point by point.
pub(super) fn concluded(minutes: &Minutes) -> Vec<Section> {
    minutes.conclusions.iter().flat_map(|it| &it.points).map(point).collect()
}

/// The solutions of a meeting, each a section of its own.
pub(super) fn solutions(minutes: &Minutes) -> Section {
    let solution = |it: &Solution| Section {
        paragraphs: it.content.iter().cloned().collect(),
        ..titled(it.heading.clone(), Vec::new())
    };
    titled("Nhiệm vụ, giải pháp", minutes.solutions.iter().map(solution).collect())
}

/// Those that hold something.
pub(super) fn present<const N: usize>(sections: [Section; N]) -> Vec<Section> {
    sections.into_iter().filter(|section| !section.items.is_empty()).collect()
}
