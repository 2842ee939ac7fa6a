//! What stands beside the number of a page.

use super::page::{Page, PlacedRun};
use crate::fonts::{FaceId, Fonts};
use crate::profile::{self, Ink};
use crate::tree::{Running, Section};

/// Sets it on the pages of a section, which have their numbers already, on the numbers' line, in front of all else.
pub(super) fn set(pages: &mut [Page], section: &Section, format: &profile::Page, fonts: &Fonts) {
    let Some(running) = &section.running else { return };
    let size = Running::SIZE.to_pt();
    let width = |text: &str| fonts.width(text, FaceId::Italic, size);
    let right = (format.width - format.right).to_pt() - width(&running.right);
    for page in pages {
        let Some(number) = page.runs.first().filter(|run| run.block.is_none()) else { continue };
        let baseline = number.baseline;
        let run = |text: &str, x: f64| PlacedRun {
            x,
            baseline,
            width: width(text),
            face: FaceId::Italic,
            size,
            text: text.to_owned(),
            extra: 0.0,
            underline: false,
            ink: Ink::Black,
            block: None,
        };
        let ends = [run(&running.left, format.left.to_pt()), run(&running.right, right)];
        page.runs.splice(0..0, ends.into_iter().filter(|run| !run.text.is_empty()));
    }
}
