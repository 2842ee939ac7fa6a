//! VIQR, Vietnamese in seven bits (RFC 1456): a mark stands behind its letter.

use unicode_normalization::UnicodeNormalization;

/// Marks that make another vowel, the vowels that take them, and what they are.
const SHAPES: [(char, &str, char); 3] =
    [('(', "aA", '\u{306}'), ('^', "aeoAEO", '\u{302}'), ('+', "ouOU", '\u{31b}')];

/// Marks of tone.
const TONES: [(char, char); 5] =
    [('\'', '\u{301}'), ('`', '\u{300}'), ('?', '\u{309}'), ('~', '\u{303}'), ('.', '\u{323}')];

pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            // What follows is itself.
            '\\' => out.extend(letters.next().or(Some(c))),
            'd' | 'D' => {
                if letters.next_if(|next| matches!(next, 'd' | 'D')).is_some() {
                    out.push(if c == 'd' { 'đ' } else { 'Đ' });
                } else {
                    out.push(c);
                }
            }
            c if "aeiouyAEIOUY".contains(c) => {
                out.push(c);
                let shape =
                    |mark: char| SHAPES.iter().find(|(known, of, _)| *known == mark && of.contains(c));
                out.extend(
                    letters.next_if(|&mark| shape(mark).is_some()).and_then(shape).map(|(_, _, mark)| mark),
                );
                let tone = |mark: char| TONES.iter().find(|(known, _)| *known == mark);
                out.extend(
                    letters.next_if(|&mark| tone(mark).is_some()).and_then(tone).map(|(_, mark)| mark),
                );
            }
            c => out.push(c),
        }
    }
    out.nfc().collect()
}
