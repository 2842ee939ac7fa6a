//! The letters of a tree's paragraphs, measured once for all that asks for them: widths of columns, then lines.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::line::{Letter, stretches};
use crate::fonts::Fonts;
use crate::profile::Style;
use crate::tree::Paragraph;

/// So many letters are kept, six megabytes; those of a longer table are measured each time.
const MOST: usize = 1 << 18;

/// A paragraph's letters, between its forced breaks.
pub(super) type Letters = Rc<Vec<Vec<Letter>>>;

/// Measures paragraphs as they stand in the tree.
pub(super) struct Measured<'a> {
    fonts: &'a Fonts,
    /// By the paragraph's number.
    kept: RefCell<Vec<Option<Letters>>>,
    letters: Cell<usize>,
}

impl<'a> Measured<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Measured<'a> {
        Measured { fonts, kept: RefCell::default(), letters: Cell::new(0) }
    }

    pub(super) fn fonts(&self) -> &'a Fonts {
        self.fonts
    }

    /// The letters of a paragraph of the tree in its style.
    pub(super) fn letters(&self, paragraph: &Paragraph, style: &Style) -> Letters {
        let mut kept = self.kept.borrow_mut();
        let known = paragraph.number.and_then(|number| kept.get(number)).and_then(Option::as_ref);
        if let Some(letters) = known {
            return Rc::clone(letters);
        }
        let letters = Rc::new(stretches(paragraph, style, self.fonts));
        let count = self.letters.get() + letters.iter().map(Vec::len).sum::<usize>();
        if let Some(number) = paragraph.number.filter(|_| count <= MOST) {
            self.letters.set(count);
            let length = kept.len().max(number + 1);
            kept.resize(length, None);
            kept[number] = Some(Rc::clone(&letters));
        }
        letters
    }
}
