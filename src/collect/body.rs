//! The text of a DOCX in reading order, as it stands when every tracked change is taken: paragraphs, the cells that they
//! stand in, the controls and form fields that hold them.

use std::collections::BTreeMap;

use super::marks::Mark;
use super::passages::Passages;
use super::styles::Styles;
use super::walk::Walk;
use crate::opc::{Damage, stream};

/// What the main part holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) cells: Vec<Cell>,
    pub(super) controls: Vec<Control>,
    pub(super) legacy: Vec<Legacy>,
    pub(super) tables: usize,
    pub(super) pictures: usize,
    /// What is no plain text.
    pub(super) marked: Vec<Marked>,
    /// What was put in or taken out, and nobody has said yes to.
    pub(super) tracked: Vec<Tracked>,
    /// Who did it.
    pub(super) authors: Vec<String>,
    /// Paragraphs before which Word prints a number or a mark that is no text of theirs.
    pub(super) numbered: Vec<usize>,
    /// Words of ornamental shapes, as of a mark that covers a page.
    pub(super) ornaments: Vec<String>,
    /// Drawings, pictures and objects.
    pub(super) objects: Vec<Object>,
    /// Whole files that were put into the text.
    pub(super) chunks: usize,
    /// What each comment in the margin is about, by its number.
    pub(super) passages: BTreeMap<String, String>,
}

/// A drawing, a picture or an object: the innermost control around it, and the paragraph that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Object {
    pub(super) control: Option<usize>,
    pub(super) paragraph: Option<usize>,
}

/// Text of one paragraph that was put in or taken out.
#[derive(Debug, Clone)]
pub(super) struct Tracked {
    pub(super) paragraph: usize,
    /// The innermost control around it.
    pub(super) control: Option<usize>,
    /// Who did it, of [`Body::authors`].
    pub(super) author: usize,
    pub(super) text: String,
    pub(super) deleted: bool,
}

/// What is no plain text in one paragraph.
#[derive(Debug, Clone)]
pub(super) struct Marked {
    pub(super) mark: Mark,
    pub(super) paragraph: usize,
    /// The innermost control around it.
    pub(super) control: Option<usize>,
    pub(super) text: String,
}

/// A paragraph.
#[derive(Debug, Default, Clone)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<Piece>,
    /// The innermost cell around it, of [`Body::cells`].
    pub(super) cell: Option<usize>,
}

/// Text of one control, or of none.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    /// The innermost control around it, of [`Body::controls`].
    pub(super) control: Option<usize>,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) table: usize,
    /// From 0, the deleted ones counted.
    pub(super) row: usize,
    /// Columns of the table, from 0.
    pub(super) column: usize,
    pub(super) span: usize,
    /// Whether it goes on with the cell above it.
    pub(super) continues: bool,
}

/// A content control.
#[derive(Debug, Default, Clone)]
pub(super) struct Control {
    pub(super) parent: Option<usize>,
    pub(super) tag: Option<String>,
    pub(super) title: Option<String>,
    /// What it is bound to in the part that carries the record: the number of a field, from 1.
    pub(super) bound: Option<usize>,
    /// Of a check box.
    pub(super) checked: Option<bool>,
    /// What is shown for a value of a list.
    pub(super) items: Vec<(String, String)>,
    /// Whether nothing was filled in, as its program says.
    pub(super) placeholder: bool,
    /// Which form field of Word 97-2003 it is, of [`Body::legacy`].
    pub(super) form: Option<usize>,
}

/// A form field of Word 97-2003.
#[derive(Debug, Default, Clone)]
pub(super) struct Legacy {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) checked: Option<bool>,
    pub(super) entries: Vec<String>,
    pub(super) chosen: Option<usize>,
}

impl Body {
    pub(super) fn read(part: &[u8], styles: &Styles) -> Result<Option<Body>, Damage> {
        let mut walk = Passages::new(Walk::new(styles));
        stream(part, &mut walk)?;
        Ok(walk.done())
    }

    /// A part that stands beside the text, as a header or the footnotes.
    pub(super) fn beside(part: &[u8]) -> Result<Body, Damage> {
        let styles = Styles::default();
        let mut walk = Walk::new(&styles);
        stream(part, &mut walk)?;
        Ok(walk.body())
    }

    /// Keeps what is no plain text.
    pub(super) fn mark(&mut self, mark: Mark, paragraph: usize, control: Option<usize>, text: &str) {
        match self.marked.last_mut() {
            Some(last) if (last.mark, last.paragraph, last.control) == (mark, paragraph, control) => {
                last.text.push_str(text);
            }
            _ => self.marked.push(Marked { mark, paragraph, control, text: text.to_owned() }),
        }
    }

    /// Keeps what was put in or taken out.
    pub(super) fn track(
        &mut self,
        paragraph: usize,
        control: Option<usize>,
        author: usize,
        text: &str,
        deleted: bool,
    ) {
        let own = (paragraph, control, author, deleted);
        match self.tracked.last_mut() {
            Some(last) if (last.paragraph, last.control, last.author, last.deleted) == own => {
                last.text.push_str(text);
            }
            _ => {
                let text = text.to_owned();
                self.tracked.push(Tracked { paragraph, control, author, text, deleted });
            }
        }
    }

    /// A control and those around it, the innermost first.
    pub(super) fn around(&self, control: Option<usize>) -> impl Iterator<Item = usize> {
        let parent = |control: &usize| self.controls.get(*control).and_then(|control| control.parent);
        std::iter::successors(control, parent)
    }
}

impl Paragraph {
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Legacy {
    /// What it says: its text, what was chosen, or whether it is ticked.
    pub(super) fn value(&self) -> String {
        match (self.checked, self.chosen.and_then(|at| self.entries.get(at))) {
            (Some(checked), _) => checked.to_string(),
            (None, Some(chosen)) => chosen.clone(),
            (None, None) => self.text.trim_matches(['\u{2002}', ' ', '\u{a0}', '\n']).to_owned(),
        }
    }
}
