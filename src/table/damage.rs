//! Whether a text is what its encoding says, from its beginning to its end, and has its letters still.

use std::io::{self, Read, Seek};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use super::Error;
use super::decode::{CHUNK, fill};

/// The longest word that is looked at for lost letters.
const WORD: usize = 64;

/// Reads a text once.
pub(super) struct Survey {
    decoder: Decoder,
    is_utf_8: bool,
    /// The line that is being read, from 1, and whether U+000D ended the last.
    line: usize,
    returned: bool,
    word: String,
    /// Whether there are letters that UTF-8 alone writes so.
    letters: bool,
    /// Whether there are letters that only Vietnamese encodings have.
    vietnamese: bool,
    /// The first word in which `?` stands for a letter, with its line.
    lost: Option<(usize, String)>,
}

/// What is wrong with a text.
#[derive(Debug)]
pub(super) struct Damaged {
    line: usize,
    what: What,
    /// Whether there are letters that UTF-8 alone writes so, before or behind.
    pub(super) letters: bool,
}

#[derive(Debug)]
enum What {
    Byte,
    Nought,
    Lost(String),
}

impl Damaged {
    /// As a sentence for the office.
    pub(super) fn error(self, encoding: &str) -> Error {
        let line = self.line;
        Error::File(match self.what {
            What::Byte => format!(
                "dòng {line}: có byte không hợp lệ trong tệp {encoding}: mở bằng Excel, sửa chữ hỏng, lưu thành CSV UTF-8 rồi chạy lại"
            ),
            What::Nought => format!(
                "dòng {line}: có byte 00, không phải là tệp chữ: lưu thành CSV UTF-8 hoặc .xlsx rồi chạy lại"
            ),
            What::Lost(word) => format!(
                "dòng {line}: “{word}” có dấu ? ở chỗ của chữ, tệp đã mất chữ khi lưu: lưu lại từ bảng gốc thành CSV UTF-8 rồi chạy lại"
            ),
        })
    }
}

impl Survey {
    pub(super) fn new(encoding: &'static Encoding) -> Survey {
        Survey {
            decoder: encoding.new_decoder_with_bom_removal(),
            is_utf_8: encoding == UTF_8,
            line: 1,
            returned: false,
            word: String::new(),
            letters: false,
            vietnamese: false,
            lost: None,
        }
    }

    /// Reads a file from its beginning to its end; the first that is wrong with it.
    pub(super) fn read(mut self, file: &mut (impl Read + Seek)) -> io::Result<Result<(), Damaged>> {
        file.rewind()?;
        let mut chunk = vec![0; CHUNK];
        let mut text = String::with_capacity(CHUNK * 3 + 16);
        let mut wrong = None;
        loop {
            let read = fill(file, &mut chunk)?;
            let mut rest = &chunk[..read];
            loop {
                text.clear();
                let (result, taken) =
                    self.decoder.decode_to_string_without_replacement(rest, &mut text, read == 0);
                rest = &rest[taken..];
                let nought = self.look(&text);
                if let Some(line) = nought {
                    return Ok(Err(Damaged { line, what: What::Nought, letters: true }));
                }
                match result {
                    DecoderResult::Malformed(..) => drop(wrong.get_or_insert(self.line)),
                    DecoderResult::OutputFull => {}
                    DecoderResult::InputEmpty => break,
                }
                // What UTF-8 it has besides is all that is asked now.
                if wrong.is_some() && (self.letters || !self.is_utf_8) {
                    break;
                }
            }
            if read == 0 || (wrong.is_some() && (self.letters || !self.is_utf_8)) {
                break;
            }
        }
        self.end_word();
        let letters = self.letters;
        Ok(match (wrong, self.lost) {
            (Some(line), _) => Err(Damaged { line, what: What::Byte, letters }),
            (None, Some((line, word))) if !self.vietnamese => {
                Err(Damaged { line, what: What::Lost(word), letters: true })
            }
            _ => Ok(()),
        })
    }

    /// Looks at what comes next; the line of U+0000.
    fn look(&mut self, text: &str) -> Option<usize> {
        for letter in text.chars() {
            if letter.is_whitespace() || matches!(letter, ';' | ',' | '"') {
                self.end_word();
            } else if self.word.len() < WORD {
                self.word.push(letter);
            }
            match letter {
                '\0' => return Some(self.line),
                '\n' if self.returned => {}
                '\n' | '\r' => self.line += 1,
                _ => {}
            }
            self.returned = letter == '\r';
            self.letters |= !letter.is_ascii();
            self.vietnamese |= matches!(letter, 'đ' | 'Đ' | '\u{1ea0}'..='\u{1ef9}');
        }
        None
    }

    /// A question mark stands behind a word, or in an address; before a small letter it took a letter's place.
    fn end_word(&mut self) {
        let lost = self.lost.is_none() && self.word.contains('?') && !self.word.contains(['=', '/']) && {
            let mut letters = self.word.chars().peekable();
            let mut found = false;
            while let Some(letter) = letters.next() {
                found |= letter == '?' && letters.peek().is_some_and(|next| next.is_lowercase());
            }
            found
        };
        let word = std::mem::take(&mut self.word);
        if lost {
            self.lost = Some((self.line, word));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use encoding_rs::{UTF_16LE, WINDOWS_1258};

    use super::*;

    fn said(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
        let read = Survey::new(encoding).read(&mut Cursor::new(bytes)).unwrap();
        read.err().map(|damaged| damaged.error(encoding.name()).to_string())
    }

    #[test]
    fn damage_is_told_with_its_line() {
        let byte = |line: usize, encoding: &str| {
            Some(format!(
                "dòng {line}: có byte không hợp lệ trong tệp {encoding}: mở bằng Excel, sửa chữ hỏng, lưu thành CSV UTF-8 rồi chạy lại"
            ))
        };
        assert_eq!(said(UTF_8, "a\nđ\r\nb\rc".as_bytes()), None);
        assert_eq!(said(UTF_8, b"a\nb\r\nc\rd\xe1\n\xc3\xa2"), byte(4, "UTF-8"));
        assert_eq!(said(UTF_8, b"\xef\xbb\xbfa\n\xc3"), byte(2, "UTF-8"));
        assert_eq!(said(UTF_16LE, b"\xff\xfea\0\n\0\x00\xd8b\0"), byte(2, "UTF-16LE"));
        let far = [&b"x\n".repeat(CHUNK)[..], b"\xc3\xa2\xff"].concat();
        assert_eq!(said(UTF_8, &far), byte(CHUNK + 1, "UTF-8"));
        let nought = said(UTF_8, b"a\n\0").unwrap();
        assert!(nought.starts_with("dòng 2: có byte 00"), "{nought}");
    }

    #[test]
    fn letters_that_are_lost_are_told() {
        let lost = |line: usize, word: &str| {
            Some(format!(
                "dòng {line}: “{word}” có dấu ? ở chỗ của chữ, tệp đã mất chữ khi lưu: lưu lại từ bảng gốc thành CSV UTF-8 rồi chạy lại"
            ))
        };
        assert_eq!(said(UTF_8, b"Ten\nChi b? th?n;x"), lost(2, "th?n"));
        assert_eq!(said(WINDOWS_1258, b"Chi b?;x\n?\xf4ng"), lost(2, "?ông"));
        for kept in ["Chi bo? Co", "https://a.vn/x?id=5", "đi?không", "a? b", "?"] {
            assert_eq!(said(UTF_8, kept.as_bytes()), None, "{kept}");
        }
    }
}
