//! JSON as people write it: with `//` comments, in any Unicode encoding.

use std::io::Read;

use json_comments::{CommentSettings, StripComments};

use crate::error::Error;
use crate::text::said;

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark (as Windows redirects output). `None` if it
/// is neither.
///
/// ```
/// assert_eq!(vanban::kinds::file_text(b"\xff\xfe{\0}\0").as_deref(), Some("{}"));
/// ```
#[must_use]
pub fn file_text(bytes: &[u8]) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let text = String::from_utf16(&pairs.iter().map(|pair| of(*pair)).collect::<Vec<_>>());
        text.ok().filter(|_| rest.is_empty())
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => Some(std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').to_owned()),
    }
}

/// Of bytes that are no text.
pub(crate) fn not_utf8() -> Error {
    let said =
        said!("tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8", "the file is not UTF-8; save it as UTF-8");
    Error::shape("shape.syntax", ".", said)
}

/// Replaces `//` comments, and commas after the last element of a list or object, by spaces. So messages about
/// the JSON have the original line and column. The commands `vanban new` and `vanban next` (package `vanban-cli`)
/// write such records.
///
/// ```
/// use vanban::kinds::plain_json;
/// let json = plain_json("{\"number\": 5, // số\n}");
/// assert_eq!(serde_json::from_str::<serde_json::Value>(&json)?, serde_json::json!({"number": 5}));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn plain_json(text: &str) -> String {
    let mut plain = Vec::new();
    let read =
        StripComments::with_settings(CommentSettings::c_style(), text.as_bytes()).read_to_end(&mut plain);
    // A comment of several lines leaves none of their ends.
    plain
        .iter_mut()
        .zip(text.bytes())
        .filter(|(_, byte)| *byte == b'\n')
        .for_each(|(space, byte)| *space = byte);
    uncomma(&mut plain);
    match (read, String::from_utf8(plain)) {
        (Ok(_), Ok(plain)) => plain,
        // It is no JSON: what is wrong with it is told of it as it is.
        _ => text.to_owned(),
    }
}

/// Puts a space in the place of a comma behind the last value of a list or group.
fn uncomma(plain: &mut [u8]) {
    let (mut in_text, mut escaped) = (false, false);
    // The last mark or letter outside of spaces, and the comma that it is.
    let (mut before, mut comma) = (b'[', None);
    for at in 0..plain.len() {
        let byte = plain[at];
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            b']' | b'}' => {
                if let Some(comma) = comma.take() {
                    plain[comma] = b' ';
                }
            }
            // Behind nothing, or behind another, it is wrong.
            b',' => comma = (!matches!(before, b'[' | b'{' | b',')).then_some(at),
            _ => {
                in_text = byte == b'"';
                comma = None;
            }
        }
        before = byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_comment_keeps_its_place() {
        assert_eq!(plain_json("{\"a\": 1 // a\n}"), "{\"a\": 1     \n}");
        assert_eq!(plain_json("{\"a\": \"http://x\"} /* x\ny */"), "{\"a\": \"http://x\"}     \n    ");
        assert_eq!(plain_json("{\"a\": # 1}"), "{\"a\": # 1}");
        assert_eq!(plain_json("{\"a\": 1 /"), "{\"a\": 1 /");
    }

    #[test]
    fn a_comma_may_stand_behind_the_last() {
        assert_eq!(plain_json("[\"a,]\", // x\n {\"b\": 1,},\n]"), "[\"a,]\",     \n {\"b\": 1 } \n]");
        assert_eq!(plain_json("[\"\\\",]\",]"), "[\"\\\",]\" ]");
        for wrong in ["[,]", "{,}", "[1,,]", "[1, 2"] {
            assert!(serde_json::from_str::<serde_json::Value>(&plain_json(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn windows_redirects_in_utf16() {
        let wide = |text: &str, of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        assert_eq!(file_text(&wide("\u{feff}Số", u16::to_le_bytes)).as_deref(), Some("Số"));
        assert_eq!(file_text(&wide("\u{feff}Số", u16::to_be_bytes)).as_deref(), Some("Số"));
        assert_eq!(file_text("\u{feff}Số".as_bytes()).as_deref(), Some("Số"));
        assert_eq!(file_text(b"\xff\xfe\x00"), None);
        assert_eq!(file_text(b"\xffa"), None);
    }
}
