//! Symbol faces: their letters are no letters of Unicode. Those that offices write become what they show; the others keep a
//! code of the private area, which no record takes.

use crate::text::legacy::Legacy;

/// From 0x40 on, what the face Symbol shows; a space where nothing is known.
const GREEK: &str = "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ";
/// The same from 0xA0 on.
const SIGNS: &str = "€ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

/// Of the other faces what people put into papers: boxes, ticks, arrows, marks of lists.
const WINGDINGS: [(u32, char); 30] = [
    (0x4a, '☺'),
    (0x4c, '☹'),
    (0x6c, '●'),
    (0x6d, '❍'),
    (0x6e, '■'),
    (0x6f, '☐'),
    (0x70, '☐'),
    (0x71, '☐'),
    (0x72, '☐'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x78, '☒'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '☐'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe7, '⇐'),
    (0xe8, '➔'),
    (0xef, '⇦'),
    (0xf0, '⇨'),
    (0xf3, '⇔'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
    (0xab, '★'),
];
const WINGDINGS_2: [(u32, char); 8] =
    [(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0x2a, '☐'), (0xa3, '☐')];

/// A face of symbols, or of an old encoding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Face {
    Symbol,
    Wingdings,
    Wingdings2,
    /// Nobody needs to know what its letters look like.
    Other,
    /// Its letters are told with what they show.
    Old(Legacy),
}

impl Face {
    /// Nothing where the face has letters.
    pub(super) fn named(name: &str) -> Option<Face> {
        match name.trim().to_ascii_lowercase().as_str() {
            name if name.starts_with(".vn") => Some(Face::Old(Legacy::Tcvn3)),
            name if name.starts_with("vni-") => Some(Face::Old(Legacy::Vni)),
            "symbol" => Some(Face::Symbol),
            "wingdings" => Some(Face::Wingdings),
            "wingdings 2" => Some(Face::Wingdings2),
            "wingdings 3" | "webdings" | "marlett" | "zapfdingbats" | "mt extra" => Some(Face::Other),
            _ => None,
        }
    }

    /// What a letter of the face shows.
    pub(super) fn shown(self, letter: char) -> char {
        let code = match u32::from(letter) {
            _ if matches!(self, Face::Old(_)) => return letter,
            code @ 0..=0xff => code,
            code @ 0xf000..=0xf0ff => code - 0xf000,
            _ => return letter,
        };
        if code <= 0x20 || code == 0xa0 {
            return if self == Face::Symbol && code == 0xa0 { '€' } else { ' ' };
        }
        let of = |table: &[(u32, char)]| table.iter().find(|(own, _)| *own == code).map(|(_, shown)| *shown);
        let known = match self {
            Face::Symbol => symbol(code),
            Face::Wingdings => of(&WINGDINGS),
            Face::Wingdings2 => of(&WINGDINGS_2),
            Face::Other | Face::Old(_) => None,
        };
        known.or_else(|| char::from_u32(0xf000 + code)).unwrap_or(letter)
    }
}

fn symbol(code: u32) -> Option<char> {
    let at = |table: &str, from: u32| {
        let place = usize::try_from(code - from).ok()?;
        table.chars().nth(place).filter(|shown| *shown != ' ')
    };
    match code {
        0x22 => Some('∀'),
        0x24 => Some('∃'),
        0x27 => Some('∋'),
        0x2a => Some('*'),
        0x2d => Some('-'),
        0x21..=0x3f => char::from_u32(code),
        0x40..=0x7f => at(GREEK, 0x40),
        0xa0.. => at(SIGNS, 0xa0),
        _ => None,
    }
}

/// A digit or a mark that is raised or lowered, as Unicode has it; letters stay as they are.
pub(super) fn shifted(letter: char, raised: bool) -> char {
    const FROM: &str = "0123456789+-−=()";
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
    const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";
    let to = if raised { RAISED } else { LOWERED };
    FROM.chars().zip(to.chars()).find(|(own, _)| *own == letter).map_or(letter, |(_, shown)| shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_symbol_faces_become_what_they_show() {
        let of = |face: &str, code: u32| Face::named(face).unwrap().shown(char::from_u32(code).unwrap());
        for (code, shown) in [
            (0xf0b3, '≥'),
            (0xf0a3, '≤'),
            (0xb1, '±'),
            (0xb4, '×'),
            (0xb8, '÷'),
            (0xae, '→'),
            (0xf0de, '⇒'),
            (0xf0e5, '∑'),
            (0x61, 'α'),
            (0x7e, '∼'),
            (0x5a, 'Ζ'),
            (0xd6, '√'),
            (0x35, '5'),
            (0x20, ' '),
        ] {
            assert_eq!(of("Symbol", code), shown, "{code:x}");
        }
        assert_eq!(
            (of("Wingdings", 0xf0e0), of("wingdings", 0xfc), of("Wingdings 2", 0x50)),
            ('→', '✓', '✓')
        );
        // What is not known is never dropped.
        assert_eq!((of("Symbol", 0xf0bd), of("Webdings", 0x61)), ('\u{f0bd}', '\u{f061}'));
        assert_eq!(of("Symbol", u32::from('ế')), 'ế');
        assert_eq!(Face::named("Times New Roman"), None);
    }

    #[test]
    fn digits_that_are_raised_or_lowered_stay_so() {
        let raised: String = "m2 10-3".chars().map(|letter| shifted(letter, true)).collect();
        assert_eq!(raised, "m² ¹⁰⁻³");
        assert_eq!(shifted('0', false), '₀');
    }
}
