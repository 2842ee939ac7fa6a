//! A number in places for digits.

use super::digits::{Digits, general};
use super::{Piece, Section};

/// A number as a section shows it; `signed`: with its sign before it where it is negative.
pub(super) fn shown(section: &Section, value: f64, signed: bool) -> String {
    let pieces = &section.pieces;
    let layout = Layout::new(pieces);
    let mut digits = Digits::new(value).shift(layout.shift);
    let mut exponent = 0;
    if layout.exponent.is_some() {
        let step = i32::try_from(layout.whole.max(1)).unwrap_or(1);
        if value != 0.0 {
            exponent = (digits.point() - 1).div_euclid(step) * step;
            let rounded = digits.clone().shift(-exponent).rounded(layout.decimals).0;
            // What is rounded up to one more digit moves on.
            if rounded.len() > layout.whole.max(1) {
                exponent += step;
            }
        }
        digits = digits.shift(-exponent);
    }
    let (whole, behind) = digits.rounded(layout.decimals);
    let mut text = String::new();
    if signed && value < 0.0 {
        text.push('-');
    }
    let mut before = layout.before(pieces, &whole);
    let mut decimals = behind.chars();
    let mut significant = behind.trim_end_matches('0').len();
    for (place, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Percent => text.push('%'),
            Piece::General | Piece::Text => text.push_str(&general(value.abs())),
            Piece::Point => {
                // Without a place before the comma, what stands there is shown all the same.
                if place == layout.point && layout.whole == 0 {
                    text.push_str(&whole);
                }
                text.push(',');
            }
            Piece::Digit(mark) if place > layout.point && layout.exponent.is_none_or(|at| place < at) => {
                let digit = decimals.next().unwrap_or('0');
                match (significant > 0, mark) {
                    (false, '#') => {}
                    (false, '?') => text.push(' '),
                    _ => text.push(digit),
                }
                significant = significant.saturating_sub(1);
            }
            Piece::Digit(_) if place < layout.point => text.push_str(&before.remove(0)),
            Piece::Exponent { plus, digits } => {
                text.push('E');
                text.push_str(if exponent < 0 {
                    "-"
                } else if *plus {
                    "+"
                } else {
                    ""
                });
                text.push_str(&format!("{:0digits$}", exponent.abs(), digits = *digits));
            }
            Piece::Digit(_) | Piece::Comma | Piece::Unit(_) => {}
        }
    }
    text.trim().to_owned()
}

/// What the places of a section say.
struct Layout {
    /// Place of the decimal comma among the pieces, or their end.
    point: usize,
    exponent: Option<usize>,
    /// Places before and behind the comma.
    whole: usize,
    decimals: usize,
    /// Whether thousands are told apart.
    grouped: bool,
    /// The number is shown times ten to the power of this: per cent, thousands.
    shift: i32,
}

impl Layout {
    fn new(pieces: &[Piece]) -> Layout {
        let exponent = pieces.iter().position(|piece| matches!(piece, Piece::Exponent { .. }));
        let end = exponent.unwrap_or(pieces.len());
        let point = pieces.iter().position(|piece| *piece == Piece::Point).filter(|point| *point < end);
        let point = point.unwrap_or(end);
        let is_digit = |piece: &&Piece| matches!(piece, Piece::Digit(_));
        let digits =
            |from: usize, to: usize| pieces.get(from..to).unwrap_or_default().iter().filter(is_digit).count();
        let last = pieces.iter().take(end).rposition(|piece| matches!(piece, Piece::Digit(_)));
        let (mut grouped, mut shift, mut seen) = (false, 0, false);
        for (place, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Digit(_) => seen = true,
                Piece::Percent => shift += 2,
                // Behind the last place, or just before the comma, it divides.
                Piece::Comma if last.is_some_and(|last| place > last) => shift -= 3,
                Piece::Comma
                    if pieces
                        .get(place..point)
                        .is_some_and(|rest| !rest.iter().any(|piece| matches!(piece, Piece::Digit(_)))) =>
                {
                    shift -= 3
                }
                Piece::Comma => grouped |= seen && place < point,
                _ => {}
            }
        }
        Layout { point, exponent, whole: digits(0, point), decimals: digits(point, end), grouped, shift }
    }

    /// What stands in each place before the comma: the first takes all digits that have no place.
    fn before(&self, pieces: &[Piece], whole: &str) -> Vec<String> {
        let marks = pieces.iter().take(self.point).filter_map(|piece| match piece {
            Piece::Digit(mark) => Some(*mark),
            _ => None,
        });
        let marks: Vec<char> = marks.collect();
        let mut digits: Vec<char> = whole.chars().collect();
        let mut written = 0;
        let mut places = Vec::new();
        for (index, mark) in marks.iter().enumerate().rev() {
            let mut place: Vec<char> = Vec::new();
            loop {
                let digit = match (digits.pop(), mark) {
                    (Some(digit), _) => digit,
                    (None, _) if !place.is_empty() => break,
                    (None, '0') => '0',
                    (None, '?') => ' ',
                    (None, _) => break,
                };
                if self.grouped && written > 0 && written % 3 == 0 && digit != ' ' {
                    place.push('.');
                }
                place.push(digit);
                written += 1;
                if index > 0 || digits.is_empty() {
                    break;
                }
            }
            places.push(place.iter().rev().collect());
        }
        places.reverse();
        places
    }
}
