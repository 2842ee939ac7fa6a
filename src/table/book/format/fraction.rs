//! A number as a fraction: `5 1/2`.

use super::{Piece, general};

/// The most digits of a denominator.
const DIGITS: u32 = 5;

/// A number of more digits has none to spare for a fraction.
const WHOLE: f64 = 1e15;

/// How a section writes fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    /// Whether whole ones stand before it.
    whole: bool,
    denominator: Denominator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Denominator {
    AtMost(u32),
    Is(u32),
}

impl Fraction {
    /// Reads what stands before a stroke, and behind it; nothing where there is more than digits.
    pub(super) fn new(before: &[Piece], behind: &[char]) -> Option<Fraction> {
        let is_plain = |piece: &Piece| match piece {
            Piece::Digit(_) => true,
            Piece::Words(words) => words.trim().is_empty(),
            _ => false,
        };
        let behind: String = behind.iter().take_while(|c| **c != ';').collect();
        let behind = behind.trim();
        let count = u32::try_from(behind.len()).ok()?;
        let denominator = if behind.chars().all(|c| matches!(c, '?' | '#' | '0')) {
            Denominator::AtMost(10_u32.pow(count.min(DIGITS)) - 1)
        } else {
            Denominator::Is(behind.parse().ok().filter(|_| count <= DIGITS)?)
        };
        let groups = before.split(|piece| matches!(piece, Piece::Words(_))).filter(|group| !group.is_empty());
        let plain = before.iter().all(is_plain) && count > 0;
        plain.then(|| Fraction { whole: groups.count() > 1, denominator })
    }

    /// A number as this shows it.
    pub(super) fn shown(self, value: f64) -> String {
        let sign = if value < 0.0 { "-" } else { "" };
        let size = value.abs();
        if size >= WHOLE {
            return general(value);
        }
        let whole = if self.whole { size.floor() } else { 0.0 };
        let (above, below) = match self.denominator {
            Denominator::AtMost(most) => nearest(size - whole, f64::from(most)),
            Denominator::Is(below) => (((size - whole) * f64::from(below)).round(), f64::from(below)),
        };
        match () {
            () if self.whole && above == 0.0 => format!("{sign}{whole}"),
            () if self.whole && above == below => format!("{sign}{}", whole + 1.0),
            () if whole > 0.0 => format!("{sign}{whole} {above}/{below}"),
            () => format!("{sign}{above}/{below}"),
        }
    }
}

/// The fraction nearest to a number, by its continued fraction.
fn nearest(value: f64, most: f64) -> (f64, f64) {
    const EXACT: f64 = 1e-9;
    let (mut before, mut last, mut rest) = ((0.0, 1.0), (1.0, 0.0), value);
    loop {
        let step = rest.floor();
        let next = (step * last.0 + before.0, step * last.1 + before.1);
        if next.1 > most {
            let step = ((most - before.1) / last.1).floor();
            let between = (before.0 + step * last.0, before.1 + step * last.1);
            let off = |fraction: (f64, f64)| (fraction.0 / fraction.1 - value).abs();
            return if off(between) < off(last) { between } else { last };
        }
        (before, last) = (last, next);
        if rest - step < EXACT {
            return last;
        }
        rest = (rest - step).recip();
    }
}
