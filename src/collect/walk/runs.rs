//! What a run holds beside its letters, and how it shows them.

use super::symbols::{Face, shifted};
use super::{CONTROLS, Open, Walk, is_on};
use crate::collect::body::Mark;
use crate::opc::{Damage, Tag};

/// How a run shows its letters.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Look {
    /// Whether they are struck out or hidden.
    pub(super) marked: bool,
    /// Whether they are raised, or lowered.
    raised: Option<bool>,
    face: Option<Face>,
}

impl Look {
    pub(super) fn shown(&self, text: &str) -> String {
        let face = |letter| self.face.map_or(letter, |face| face.shown(letter));
        let shift = |letter| self.raised.map_or(letter, |raised| shifted(letter, raised));
        text.chars().map(face).map(shift).collect()
    }
}

impl Walk {
    pub(super) fn run_property(&mut self, tag: &Tag<'_>) {
        let look = &mut self.look;
        match tag.name {
            "strike" | "dstrike" | "vanish" => look.marked |= is_on(tag),
            "vertAlign" => {
                look.raised = match tag.get("val").as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                }
            }
            "rFonts" => {
                let named = |name: &str| tag.get(name).and_then(|face| Face::named(&face));
                look.face = named("ascii").or_else(|| named("hAnsi"));
            }
            _ => {}
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
        let in_choice = self.open.last() == Some(&Open::Choice);
        self.shape = in_choice.then_some(self.body.objects.len());
        self.body.objects.push(self.controls.last().copied());
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
            ("r", _) => return Ok(Open::Run),
            ("t", Open::Run) => return Ok(Open::Text),
            ("f" | "sSup" | "sSub" | "sSubSup" | "sPre" | "rad" | "nary" | "d" | "func", _)
            | ("limLow" | "limUpp" | "m" | "eqArr" | "acc" | "bar" | "groupChr" | "box" | "borderBox", _) => {
                self.structures += 1;
                self.mark(Mark::Equation, "");
                return Ok(Open::Structure);
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

    pub(super) fn mark(&mut self, mark: Mark, text: &str) {
        if let Some(at) = self.paragraphs.last() {
            self.body.mark(mark, *at, self.controls.last().copied(), text);
        }
    }
}
