//! What a run holds beside its letters, and how it shows them.

use super::look::Look;
use super::symbols::Face;
use super::{CONTROLS, Open, Walk};
use crate::collect::body::Object;
use crate::collect::marks::Mark;
use crate::opc::{Damage, Tag};

/// What a run says of its letters: by its style, and by itself.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Letters {
    style: Look,
    own: Look,
}

impl Walk<'_> {
    /// A run begins.
    pub(super) fn run(&mut self) -> Open {
        self.around.push(self.letters);
        self.letters = Letters { style: self.styles.letters(None), own: Look::default() };
        Open::Run
    }

    pub(super) fn run_property(&mut self, tag: &Tag<'_>) {
        match tag.get("val").filter(|_| tag.name == "rStyle") {
            Some(style) => self.letters.style = self.styles.letters(Some(&style)),
            None => self.letters.own.take(tag),
        }
    }

    /// How the run shows its letters: as its paragraph's are, whatever stands around it.
    pub(super) fn look(&self) -> Look {
        let paragraph = self.looks.last().copied().unwrap_or_else(|| self.styles.plain());
        paragraph.styled(self.letters.style, self.styles.plain()).with(self.letters.own)
    }

    /// How the runs of a table show their letters if neither they nor their paragraphs say anything.
    pub(super) fn table_style(&mut self, name: Option<&str>) {
        if let Some(look) = self.table_looks.last_mut() {
            *look = self.styles.table(name);
        }
    }

    /// How the runs of a paragraph show their letters if they say nothing.
    pub(super) fn paragraph_look(&self, style: Option<&str>) -> Look {
        let table = self.table_looks.last().copied().unwrap_or_else(|| self.styles.plain());
        self.styles.paragraph(style, table)
    }

    pub(super) fn paragraph_style(&mut self, tag: &Tag<'_>) {
        let Some(style) = tag.get("val") else { return };
        let look = self.paragraph_look(Some(&style));
        self.looks.pop();
        self.looks.push(look);
        if self.styles.list(&style).is_some_and(|list| self.styles.prints(list)) {
            self.body.numbered.extend(self.paragraphs.last().copied());
        }
    }

    /// A paragraph that Word prints a number or a mark before, whatever its style says.
    pub(super) fn numbered(&mut self, tag: &Tag<'_>) {
        self.body.numbered.pop_if(|last| self.paragraphs.last() == Some(last));
        if tag.get("val").is_some_and(|list| self.styles.prints(&list)) {
            self.body.numbered.extend(self.paragraphs.last().copied());
        }
    }

    pub(super) fn symbol(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let face = tag.get("font").and_then(|face| Face::named(&face));
        // What cannot be read is not dropped.
        let letter = code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.append(&face.map_or(letter, |face| face.shown(letter)).to_string())
    }

    /// A drawing, a picture, an object, ink. A text box says what it says.
    pub(super) fn object(&mut self) -> Result<(), Damage> {
        if self.body.objects.len() >= CONTROLS {
            return Err(Damage::TooLarge);
        }
        self.fields.iter_mut().for_each(|field| field.shown = true);
        let in_choice = self.open.last() == Some(&Open::Choice);
        self.shape = in_choice.then_some(self.body.objects.len());
        let (control, paragraph) = (self.controls.last().copied(), self.paragraphs.last().copied());
        self.body.objects.push(Object { control, paragraph });
        Ok(())
    }

    /// A shape that is nothing but a box with text is read as text.
    pub(super) fn text_box(&mut self) {
        if let Some(at) = self.shape.take() {
            self.body.objects.truncate(at);
        }
    }

    /// An element of an equation. What places its letters otherwise than one behind the other is kept as an equation.
    pub(super) fn equation(&mut self, name: &str, parent: Open) -> Result<Open, Damage> {
        let between = match (name, parent) {
            ("r", _) => return Ok(self.run()),
            ("t", Open::Run) => return Ok(Open::Text),
            ("f" | "sSup" | "sSub" | "sSubSup" | "sPre" | "rad" | "nary" | "d" | "func", _)
            | (
                "limLow" | "limUpp" | "m" | "eqArr" | "acc" | "bar" | "groupChr" | "box" | "borderBox"
                | "phant",
                _,
            ) => {
                self.marked_within(Mark::Equation);
                return Ok(Open::Through);
            }
            ("den", _) => "/",
            ("sup", _) => "^",
            ("sub", _) => "_",
            _ => return Ok(Open::Through),
        };
        self.append(between)?;
        Ok(Open::Through)
    }

    /// Keeps what was changed, by whom.
    pub(super) fn track(&mut self, text: &str, deleted: bool) {
        let (Some(author), Some(paragraph)) = (self.changes.last(), self.paragraphs.last()) else { return };
        let control = self.controls.last().copied();
        self.body.track(*paragraph, control, *author, text, deleted);
    }

    pub(super) fn deletion(&mut self, tag: &Tag<'_>) -> Open {
        self.change(tag);
        Open::Deleted
    }

    /// A change begins that nobody has said yes to.
    pub(super) fn change(&mut self, tag: &Tag<'_>) {
        self.changes.push(self.body.authors.len());
        self.body.authors.push(tag.get("author").unwrap_or_default());
    }
}
