//! What a run holds beside its letters, and how it shows them.

use super::symbols::{Face, shifted};
use super::{CONTROLS, Open, Walk, is_on};
use crate::collect::body::{Mark, Object};
use crate::opc::{Damage, Tag};

/// Letters that stand two points off their line are read as raised or lowered, in half points.
const SHIFTED: f64 = 4.0;
/// Letters of two points cannot be read, in half points; nor those that are squeezed to a tenth, in hundredths.
const TINY: f64 = 4.0;
const NARROW: u32 = 10;

/// How letters are shown; nothing where nobody says it.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::collect) struct Look {
    struck: Option<bool>,
    struck_twice: Option<bool>,
    hidden: Option<bool>,
    /// Whether they are raised, or lowered; nothing where they stand on the line.
    shifted: Option<Option<bool>>,
    /// The same by how far they are moved off the line.
    moved: Option<Option<bool>>,
    /// Whether they are white, too small, too narrow to be seen.
    white: Option<bool>,
    tiny: Option<bool>,
    narrow: Option<bool>,
    face: Option<Option<Face>>,
}

impl Look {
    /// Takes what a property of letters says.
    pub(in crate::collect) fn take(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "strike" => self.struck = Some(is_on(tag)),
            "dstrike" => self.struck_twice = Some(is_on(tag)),
            "vanish" => self.hidden = Some(is_on(tag)),
            "vertAlign" => {
                self.shifted = Some(match tag.get("val").as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                });
            }
            "position" => {
                let up = half_points(tag).unwrap_or_default();
                self.moved = Some((up.abs() >= SHIFTED).then_some(up > 0.0));
            }
            "color" => {
                self.white = Some(tag.get("val").is_some_and(|ink| ink.eq_ignore_ascii_case("FFFFFF")))
            }
            "sz" => self.tiny = half_points(tag).map(|size| size <= TINY),
            "w" => {
                let percent = tag.get("val").and_then(|val| val.trim_end_matches('%').parse::<u32>().ok());
                self.narrow = percent.map(|percent| percent <= NARROW);
            }
            "rFonts" => {
                let named = |name: &str| tag.get(name);
                let name = named("ascii").or_else(|| named("hAnsi"));
                self.face = name.map(|name| Face::named(&name)).or(self.face);
            }
            _ => {}
        }
    }

    /// The same, but for what another says.
    pub(in crate::collect) fn with(self, other: Look) -> Look {
        Look {
            struck: other.struck.or(self.struck),
            struck_twice: other.struck_twice.or(self.struck_twice),
            hidden: other.hidden.or(self.hidden),
            shifted: other.shifted.or(self.shifted),
            moved: other.moved.or(self.moved),
            white: other.white.or(self.white),
            tiny: other.tiny.or(self.tiny),
            narrow: other.narrow.or(self.narrow),
            face: other.face.or(self.face),
        }
    }

    /// Whether letters are struck out or hidden.
    pub(super) fn is_marked(&self) -> bool {
        [self.struck, self.struck_twice, self.hidden].contains(&Some(true))
    }

    /// Whether nobody sees them, though they are not hidden.
    pub(super) fn is_faint(&self) -> bool {
        [self.white, self.tiny, self.narrow].contains(&Some(true))
    }

    pub(super) fn shown(&self, text: &str) -> String {
        let face = |letter| self.face.flatten().map_or(letter, |face| face.shown(letter));
        let off_line = self.shifted.flatten().or(self.moved.flatten());
        let shift = |letter| off_line.map_or(letter, |raised| shifted(letter, raised));
        text.chars().map(face).map(shift).collect()
    }
}

/// A length in half points: a plain number, or one with its unit as in the strict dialect.
fn half_points(tag: &Tag<'_>) -> Option<f64> {
    let val = tag.get("val")?;
    match val.strip_suffix("pt") {
        Some(points) => points.parse::<f64>().ok().map(|points| 2.0 * points),
        None => val.parse().ok(),
    }
}

impl Walk<'_> {
    /// A run begins. Its letters are shown as its paragraph's are, whatever stands around it.
    pub(super) fn run(&mut self) -> Open {
        self.around.push(self.look);
        self.look = self.looks.last().copied().unwrap_or_default();
        Open::Run
    }

    pub(super) fn run_property(&mut self, tag: &Tag<'_>) {
        match tag.get("val").filter(|_| tag.name == "rStyle") {
            Some(style) => self.look = self.styles.look(&style, self.look),
            None => self.look.take(tag),
        }
    }

    /// How the runs of a paragraph show their letters if they say nothing.
    pub(super) fn paragraph_style(&mut self, tag: &Tag<'_>) {
        let Some(style) = tag.get("val") else { return };
        if let Some(look) = self.looks.last_mut() {
            *look = self.styles.look(&style, self.styles.plain());
        }
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
