//! How letters are shown, as their own properties and those of styles say it.

use super::is_on;
use super::symbols::{Face, shifted};
use crate::opc::Tag;
use crate::text::legacy::Legacy;

/// Letters that stand two points off their line are read as raised or lowered, in half points.
const SHIFTED: f64 = 4.0;
/// Letters of two points cannot be read, in half points; nor those that are squeezed to a tenth, in hundredths.
const TINY: f64 = 4.0;
const NARROW: u32 = 10;
/// Letters that are moved so far into each other lie one upon the other, in points.
const PRESSED: f64 = -5.0;
/// Letters cannot be read whose lines are a fifth of a line apart, in parts of a line.
const CLOSE: f64 = 48.0;

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
    pressed: Option<bool>,
    /// Whether black is drawn behind them.
    covered: Option<bool>,
    /// Whether their line is too low.
    low: Option<bool>,
    /// Whether they run from right to left.
    turned: Option<bool>,
    /// The face of the letters of ASCII, and of all others.
    face: Option<Option<Face>>,
    others: Option<Option<Face>>,
}

impl Look {
    /// Takes what a property of letters, or of a paragraph, says.
    pub(in crate::collect) fn take(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "strike" => self.struck = Some(is_on(tag)),
            "dstrike" => self.struck_twice = Some(is_on(tag)),
            "vanish" => self.hidden = Some(is_on(tag)),
            "rtl" => self.turned = Some(is_on(tag)),
            "vertAlign" => {
                self.shifted = Some(match tag.get("val").as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                });
            }
            "position" => {
                let up = length(tag, "val", 2.0).unwrap_or_default();
                self.moved = Some((up.abs() >= SHIFTED).then_some(up > 0.0));
            }
            "color" => self.white = Some(is_white(tag)),
            "highlight" => self.covered = Some(tag.get("val").is_some_and(|ink| ink == "black")),
            "sz" => self.tiny = length(tag, "val", 2.0).map(|size| size <= TINY),
            "w" => {
                let percent = tag.get("val").and_then(|val| val.trim_end_matches('%').parse::<u32>().ok());
                self.narrow = percent.map(|percent| percent <= NARROW);
            }
            // Of letters it says how far apart they stand, of a paragraph how far its lines do.
            "spacing" => {
                let apart = length(tag, "val", 20.0).map(|apart| apart / 20.0 <= PRESSED);
                self.pressed = apart.or(self.pressed);
                if let Some(line) = length(tag, "line", 20.0) {
                    self.low = Some(match tag.get("lineRule").as_deref() {
                        Some("exact") => is_low(line.abs() / 20.0),
                        Some("atLeast") => false,
                        _ => line <= CLOSE,
                    });
                }
            }
            "rFonts" => {
                // A face of the theme goes before one by its name, and has letters.
                let named = |name: &str, theme: &str| match tag.get(theme) {
                    Some(_) => Some(None),
                    None => tag.get(name).map(|name| Face::named(&name)),
                };
                let (own, others) = (named("ascii", "asciiTheme"), named("hAnsi", "hAnsiTheme"));
                self.face = own.or(self.face);
                self.others = others.or(own).or(self.others);
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
            pressed: other.pressed.or(self.pressed),
            covered: other.covered.or(self.covered),
            low: other.low.or(self.low),
            turned: other.turned.or(self.turned),
            face: other.face.or(self.face),
            others: other.others.or(self.others),
        }
    }

    /// The same with a style of another kind: what the styles of a paragraph and of its letters both switch on is off
    /// (ECMA-376 Part 1, 17.7.3), unless all styles stand on it.
    pub(in crate::collect) fn styled(self, style: Look, all: Look) -> Look {
        let switched = |own: Option<bool>, style: Option<bool>, all: Option<bool>| match style {
            Some(true) if all != Some(true) => Some(own != Some(true)),
            _ => own,
        };
        Look {
            struck: switched(self.struck, style.struck, all.struck),
            hidden: switched(self.hidden, style.hidden, all.hidden),
            ..self.with(style)
        }
    }

    /// Whether letters are struck out or hidden.
    pub(super) fn is_marked(&self) -> bool {
        [self.struck, self.struck_twice, self.hidden].contains(&Some(true))
    }

    /// Whether nobody sees them, though they are not hidden.
    pub(super) fn is_faint(&self) -> bool {
        [self.white, self.tiny, self.narrow, self.pressed, self.covered].contains(&Some(true))
    }

    /// Whether their line is too low.
    pub(super) fn is_flat(&self) -> bool {
        self.low == Some(true)
    }

    /// Whether they run from right to left.
    pub(super) fn is_turned(&self) -> bool {
        self.turned == Some(true)
    }

    /// The old encoding that letters are shown in; of Unicode for certain are such as no old encoding has.
    pub(super) fn old_letters(&self, text: &str) -> Option<Legacy> {
        let Some(Face::Old(encoding)) = self.others.flatten() else { return None };
        let is_letter = |letter: char| matches!(letter, '\u{a0}'..='\u{ff}');
        let of_unicode = |letter: char| matches!(letter, '\u{100}'..='\u{1ff}' | '\u{1e00}'..='\u{1eff}');
        (text.contains(is_letter) && !text.contains(of_unicode)).then_some(encoding)
    }

    pub(super) fn shown(&self, text: &str) -> String {
        let face = |letter: char| {
            let own = if letter.is_ascii() { self.face } else { self.others };
            own.flatten().map_or(letter, |face| face.shown(letter))
        };
        let off_line = self.shifted.flatten().or(self.moved.flatten());
        let shift = |letter| off_line.map_or(letter, |raised| shifted(letter, raised));
        text.chars().map(face).map(shift).collect()
    }
}

/// Whether an ink cannot be told from paper.
fn is_white(tag: &Tag<'_>) -> bool {
    /// The least of red, green and blue.
    const LIGHT: u8 = 0xf0;
    let part = |ink: &str, at: usize| u8::from_str_radix(ink.get(at..at + 2)?, 16).ok();
    let light = |ink: &str| [0, 2, 4].iter().all(|at| part(ink, *at).is_some_and(|part| part >= LIGHT));
    // A colour of the theme goes before one by its value.
    match tag.get("themeColor").as_deref() {
        Some(ink) => matches!(ink, "background1" | "light1"),
        None => tag.get("val").is_some_and(|ink| ink != "auto" && light(&ink)),
    }
}

/// Whether a line or a row of so many points cuts its letters off.
pub(super) fn is_low(height: f64) -> bool {
    const LOW: f64 = 5.0;
    height <= LOW
}

/// A length: a plain number of parts of a point, or one with its unit as in the strict dialect.
pub(super) fn length(tag: &Tag<'_>, name: &str, parts: f64) -> Option<f64> {
    let val = tag.get(name)?;
    match val.strip_suffix("pt") {
        Some(points) => points.parse::<f64>().ok().map(|points| parts * points),
        None => val.parse().ok(),
    }
}
