//! What packed bytes were, and never more of them than is sensible.

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Dictionary, Object};

use super::source::{Read, Unread};

/// Deflated bytes as they were, so many at most.
pub(super) fn inflated(bytes: &[u8], most: usize) -> Read<Vec<u8>> {
    let mut state = Decompress::new(true);
    let mut plain = Vec::with_capacity((bytes.len() * 4).clamp(256, 1 << 16).min(most + 1));
    loop {
        let taken = usize::try_from(state.total_in()).unwrap_or(usize::MAX);
        let before = (state.total_in(), state.total_out());
        let rest = bytes.get(taken..).unwrap_or_default();
        let status = state.decompress_vec(rest, &mut plain, FlushDecompress::None);
        if plain.len() > most {
            return Err(Unread::TooLarge);
        }
        match status {
            Ok(Status::StreamEnd) => return Ok(plain),
            Ok(_) if plain.len() == plain.capacity() => {
                plain.reserve(plain.len().min(most + 1 - plain.len()).max(1));
            }
            // Nothing goes on: the end is missing.
            Ok(_) if before == (state.total_in(), state.total_out()) => return Err(Unread::Broken),
            Ok(_) => {}
            Err(_) => return Err(Unread::Broken),
        }
    }
}

/// Rows as they were before they were told by those above them (ISO 32000-1, 7.4.4.4), as lists of objects are.
pub(super) fn unpredicted(bytes: Vec<u8>, parameters: &Dictionary) -> Read<Vec<u8>> {
    let number = |key: &[u8], usual: i64| parameters.get(key).and_then(Object::as_i64).unwrap_or(usual);
    match number(b"Predictor", 1) {
        1 => return Ok(bytes),
        10..=15 => {}
        _ => return Err(Unread::Broken),
    }
    let bits = number(b"Colors", 1).saturating_mul(number(b"BitsPerComponent", 8));
    let row = bits.saturating_mul(number(b"Columns", 1));
    let (Ok(each), Ok(row)) = (usize::try_from(bits), usize::try_from(row)) else {
        return Err(Unread::Broken);
    };
    let (each, row) = (each.div_ceil(8).max(1), row.div_ceil(8));
    if row == 0 || row > bytes.len() {
        return Err(Unread::Broken);
    }
    let mut plain: Vec<u8> = Vec::with_capacity(bytes.len());
    for coded in bytes.chunks(row + 1) {
        let Some((&how, coded)) = coded.split_first() else { break };
        let begin = plain.len();
        for (index, &byte) in coded.iter().enumerate() {
            let at = |back: usize| plain.get((begin + index).checked_sub(back)?).copied();
            let left = if index >= each { at(each).unwrap_or(0) } else { 0 };
            let above = at(row).unwrap_or(0);
            let corner = if index >= each { at(row + each).unwrap_or(0) } else { 0 };
            let guess = match how {
                0 => 0,
                1 => left,
                2 => above,
                3 => u8::midpoint(left, above),
                4 => nearest(left, above, corner),
                _ => return Err(Unread::Broken),
            };
            plain.push(byte.wrapping_add(guess));
        }
    }
    Ok(plain)
}

/// Paeth's guess: which of three is nearest to left + above - corner.
fn nearest(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let guess = a + b - c;
    let (to_a, to_b, to_c) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if to_a <= to_b && to_a <= to_c {
        left
    } else if to_b <= to_c {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn rows_are_as_they_were() {
        let parameters = dictionary! { "Predictor" => 12, "Columns" => 3 };
        let coded = vec![0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 4, 4, 4, 4, 1, 0, 0];
        let plain = [[1, 2, 3], [1, 2, 3], [2, 3, 4], [5, 8, 10], [6, 8, 10]].concat();
        assert_eq!(unpredicted(coded.clone(), &parameters), Ok(plain));
        assert_eq!(unpredicted(coded.clone(), &Dictionary::new()), Ok(coded));
        assert_eq!(unpredicted(vec![9, 1, 2, 3], &parameters), Err(Unread::Broken));
        for columns in [0, -1, i64::MAX] {
            let parameters = dictionary! { "Predictor" => 12, "Columns" => columns };
            assert_eq!(unpredicted(vec![0, 1, 2, 3], &parameters), Err(Unread::Broken));
        }
    }

    #[test]
    fn what_is_torn_or_too_much_is_refused() {
        let mut file = lopdf::Stream::new(Dictionary::new(), vec![b'a'; 100_000]);
        file.compress().unwrap();
        let packed = file.content;
        assert_eq!(inflated(&packed, 100_000).map(|plain| plain.len()), Ok(100_000));
        assert_eq!(inflated(&packed, 99_999), Err(Unread::TooLarge));
        assert_eq!(inflated(&packed[..packed.len() / 2], 100_000), Err(Unread::Broken));
        assert_eq!(inflated(b"", 10), Err(Unread::Broken));
        assert_eq!(inflated(b"plain text", 10), Err(Unread::Broken));
    }
}
