//! The code of a number format, read piece by piece.

use super::fraction::Fraction;
use super::{Condition, Kind, Piece, Section, Unit};

/// The most sections that mean something.
const SECTIONS: usize = 4;

pub(super) fn sections(code: &str) -> Vec<Section> {
    let letters: Vec<char> = code.chars().collect();
    let mut sections = Vec::new();
    let mut rest = letters.as_slice();
    while sections.len() < SECTIONS {
        let (section, behind) = section(rest);
        sections.push(section);
        match behind {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    sections
}

/// The first section, and what stands behind its end.
fn section(mut rest: &[char]) -> (Section, Option<&[char]>) {
    let mut section = Section::default();
    let mut system = None;
    // A stroke between digits, and the fraction that it makes of them.
    let mut fraction = None;
    let behind = loop {
        let Some((&c, mut next)) = rest.split_first() else { break None };
        let pieces = &mut section.pieces;
        match c {
            ';' => break Some(next),
            '"' => {
                let end = next.iter().position(|&c| c == '"').unwrap_or(next.len());
                words(pieces, next[..end].iter().collect());
                next = next.get(end + 1..).unwrap_or_default();
            }
            '\\' => next = after(next, |&c| words(pieces, c.to_string())),
            '_' => next = after(next, |_| words(pieces, " ".to_owned())),
            '*' => next = after(next, |_| ()),
            '[' => {
                let end = next.iter().position(|&c| c == ']').unwrap_or(next.len());
                let inside: String = next[..end].iter().collect();
                bracket(&inside, &mut section, &mut system);
                next = next.get(end + 1..).unwrap_or_default();
            }
            '0' | '#' | '?' => pieces.push(Piece::Digit(c)),
            '.' => pieces.push(Piece::Point),
            ',' => pieces.push(Piece::Comma),
            '%' => pieces.push(Piece::Percent),
            '@' => pieces.push(Piece::Text),
            '/' if pieces.iter().any(|piece| matches!(piece, Piece::Digit(_))) => {
                fraction = Some(Fraction::new(pieces, next));
            }
            'E' | 'e' if matches!(next.first(), Some('+' | '-')) => {
                let digits = next[1..].iter().take_while(|&&c| matches!(c, '0' | '#' | '?')).count();
                pieces.push(Piece::Exponent { plus: next[0] == '+', digits: digits.min(10) });
                next = &next[1 + digits..];
            }
            'G' | 'g' if starts(rest, "General") => {
                pieces.push(Piece::General);
                next = &rest["General".len()..];
            }
            'A' | 'a' if starts(rest, "AM/PM") || starts(rest, "A/P") => {
                pieces.push(Piece::Unit(Unit::Half));
                next = &rest[if starts(rest, "AM/PM") { 5 } else { 3 }..];
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' => {
                let count = rest.iter().take_while(|other| other.eq_ignore_ascii_case(&c)).count();
                pieces.push(Piece::Unit(unit(c, count)));
                next = &rest[count..];
            }
            c => words(pieces, c.to_string()),
        }
        rest = next;
    };
    if let Some(system) = system {
        section.pieces = sections(system).pop().unwrap_or_default().pieces;
    }
    finish(&mut section, fraction);
    (section, behind)
}

fn after(rest: &[char], then: impl FnOnce(&char)) -> &[char] {
    match rest.split_first() {
        Some((c, next)) => {
            then(c);
            next
        }
        None => rest,
    }
}

fn words(pieces: &mut Vec<Piece>, more: String) {
    match pieces.last_mut() {
        Some(Piece::Words(words)) => words.push_str(&more),
        _ => pieces.push(Piece::Words(more)),
    }
}

fn starts(rest: &[char], word: &str) -> bool {
    let mut letters = rest.iter();
    word.chars().all(|c| letters.next().is_some_and(|other| other.eq_ignore_ascii_case(&c)))
}

fn unit(letter: char, count: usize) -> Unit {
    let two = count > 1;
    match letter.to_ascii_lowercase() {
        'y' | 'e' => Unit::Year { long: count > 2 || letter == 'e' },
        'm' => Unit::Month(count.min(5)),
        'd' => Unit::Day(count.min(4)),
        'h' => Unit::Hour { two },
        _ => Unit::Second { two },
    }
}

/// `[Red]`, `[>=100]`, `[h]`, `[$₫-42A]`.
fn bracket(inside: &str, section: &mut Section, system: &mut Option<&'static str>) {
    if let Some(tag) = inside.strip_prefix('$') {
        let (sign, language) = tag.split_once('-').unwrap_or((tag, ""));
        if !sign.is_empty() {
            words(&mut section.pieces, sign.to_owned());
        }
        let language = language.split(',').next().unwrap_or_default().to_uppercase();
        match language.as_str() {
            "F800" | "X-SYSDATE" => *system = Some("dd mmmm yyyy"),
            "F400" | "X-SYSTIME" => *system = Some("h:mm:ss AM/PM"),
            // The last two digits are the language, 09 is English.
            language => {
                section.english =
                    (language.ends_with("09") && language.len() >= 3) || language.starts_with("EN");
            }
        }
        return;
    }
    let letters = inside.trim();
    let all = |letter: char| !letters.is_empty() && letters.chars().all(|c| c.eq_ignore_ascii_case(&letter));
    let count = letters.len().min(10);
    if all('h') {
        section.pieces.push(Piece::Unit(Unit::AllHours(count)));
    } else if all('m') {
        section.pieces.push(Piece::Unit(Unit::AllMinutes(count)));
    } else if all('s') {
        section.pieces.push(Piece::Unit(Unit::AllSeconds(count)));
    } else if letters.starts_with(['<', '>', '=']) {
        let op = letters.trim_end_matches(|c| !matches!(c, '<' | '>' | '='));
        let than = letters.get(op.len()..).unwrap_or_default().trim();
        if let Ok(than) = than.parse() {
            let (less, equal, greater) = (op.contains('<'), op.contains('='), op.contains('>'));
            section.condition = Some(Condition { less, equal, greater, than });
        }
    }
}

/// Says what the section is, and which of its letters `m` are minutes.
fn finish(section: &mut Section, fraction: Option<Option<Fraction>>) {
    let has = |wanted: fn(&Piece) -> bool| section.pieces.iter().any(wanted);
    section.kind = if has(|piece| matches!(piece, Piece::Unit(_))) {
        Kind::Moment
    } else if let Some(fraction) = fraction {
        fraction.map_or(Kind::General, Kind::Fraction)
    } else if has(|piece| *piece == Piece::Text) {
        Kind::Text
    } else if has(|piece| matches!(piece, Piece::Digit(_))) {
        Kind::Number
    } else if has(|piece| *piece == Piece::General) {
        Kind::General
    } else {
        Kind::Words
    };
    if fraction.is_some() {
        section.pieces.clear();
    }
    if section.kind == Kind::Moment {
        section.pieces = moments(std::mem::take(&mut section.pieces));
    }
}

/// The pieces of a day or time: marks of numbers are words there.
fn moments(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut result: Vec<Piece> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    let unit_before = |result: &[Piece]| {
        result.iter().rev().find_map(|piece| match piece {
            Piece::Unit(unit) => Some(*unit),
            _ => None,
        })
    };
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Unit(Unit::Month(count @ (1 | 2)))
                if matches!(unit_before(&result), Some(Unit::Hour { .. } | Unit::AllHours(_))) =>
            {
                result.push(Piece::Unit(Unit::Minute { two: count == 2 }));
            }
            Piece::Unit(Unit::Second { .. } | Unit::AllSeconds(_)) => {
                let month = result.iter_mut().rev().find(|piece| matches!(piece, Piece::Unit(_)));
                if let Some(before) = month
                    && let Piece::Unit(Unit::Month(count @ (1 | 2))) = *before
                {
                    *before = Piece::Unit(Unit::Minute { two: count == 2 });
                }
                result.push(piece);
            }
            Piece::Point
                if matches!(result.last(), Some(Piece::Unit(Unit::Second { .. } | Unit::AllSeconds(_)))) =>
            {
                let mut digits = 0;
                while pieces.next_if(|piece| *piece == Piece::Digit('0')).is_some() {
                    digits += 1;
                }
                match digits {
                    0 => words(&mut result, ".".to_owned()),
                    digits => result.push(Piece::Unit(Unit::Fraction(digits))),
                }
            }
            Piece::Point => words(&mut result, ".".to_owned()),
            Piece::Comma => words(&mut result, ",".to_owned()),
            Piece::Percent => words(&mut result, "%".to_owned()),
            Piece::Digit(mark) => words(&mut result, mark.to_string()),
            Piece::Words(text) => words(&mut result, text),
            Piece::General | Piece::Text | Piece::Exponent { .. } => {}
            piece @ Piece::Unit(_) => result.push(piece),
        }
    }
    result
}
