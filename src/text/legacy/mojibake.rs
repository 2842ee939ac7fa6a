//! UTF-8 that was read as windows-1252: `Ä‘áº£ng` for `đảng`.

use unicode_normalization::UnicodeNormalization;

use super::tables::byte;

/// Text that was misread more often than this is lost to every reader.
const TIMES: usize = 3;

/// Puts together what is UTF-8; leaves what is not. What still reads like UTF-8 was misread more than once.
pub(super) fn decode(text: &str) -> String {
    let mut out = once(text);
    for _ in 1..TIMES {
        if !is_misread(&out) {
            break;
        }
        out = once(&out);
    }
    out
}

/// Whether a text has the first characters of misread letters, where they cannot be a letter and a mark after it.
pub(super) fn is_misread(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().zip(text.chars().skip(1));
    (!text.contains('«') && (text.contains("á»") || text.contains("áº")))
        || letters.any(|(c, next)| {
            let after_small = std::mem::replace(&mut before, c).is_lowercase();
            match (c, next) {
                ('Ã', '\u{a0}') => after_small,
                ('Ã', '\u{80}'..='\u{bf}' | 'ƒ' | '„' | '†') => next != '»',
                ('Æ', '°' | '¡' | '¯') | ('Ä', '‘' | 'ƒ') | ('Å', '©' | '¨') | ('â', '€') => {
                    true
                }
                _ => false,
            }
        })
}

/// One reading. Of what programs lose on the way the commonest is made good: the no-break space of à, the soft
/// hyphen of í, the control character of Đ.
fn once(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        if let Some((read, length)) = sequence(&letters[at..]) {
            out.push(read);
            at += length;
            continue;
        }
        at += 1;
        match (lead(c), letters.get(at)) {
            (Some(0xc3), Some(' ')) => out.push('à'),
            (Some(0xc3), Some(next)) if next.is_ascii_lowercase() => out.push('í'),
            (Some(0xc4), Some(next)) if next.is_ascii_lowercase() || *next == 'á' => out.push('Đ'),
            _ => out.push(c),
        }
    }
    out.nfc().collect()
}

/// The character whose UTF-8 begins here, and how many characters it was read as.
fn sequence(letters: &[char]) -> Option<(char, usize)> {
    let first = lead(*letters.first()?)?;
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [first, 0, 0, 0];
    for (to, c) in bytes.iter_mut().zip(letters.get(..length)?).skip(1) {
        *to = byte(*c)?;
    }
    let read = std::str::from_utf8(bytes.get(..length)?).ok()?;
    Some((read.chars().next()?, length))
}

/// The byte of a character that may begin a sequence; windows-1258 has Ă where windows-1252 has Ã.
fn lead(c: char) -> Option<u8> {
    if c == 'Ă' { Some(0xc3) } else { byte(c) }
}
