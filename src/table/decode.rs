//! Text files as Vietnamese programs write them, as UTF-8.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};

use super::Error;
use super::damage::{Damaged, Survey};

/// So much is read at a time.
pub(super) const CHUNK: usize = 64 * 1024;

/// The largest file: a table is in memory as a whole.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The encoding of a text: what its byte order mark says, else UTF-16 where every other byte is nought, else UTF-8
/// where all of it is valid, else windows-1258 where nothing in it is UTF-8. The file is read once to its end, then
/// stands at its beginning again.
///
/// # Errors
/// [`Error::Read`] where the reader fails; [`Error::File`] where it is no text, too large, damaged, or has lost its
/// letters.
pub(super) fn encoding(file: &mut (impl Read + Seek)) -> Result<&'static Encoding, Error> {
    let size = file.seek(SeekFrom::End(0))?;
    if size > LARGEST {
        let (size, most) = (size >> 20, LARGEST >> 20);
        return Err(Error::File(format!(
            "tệp {size} MB, lớn hơn {most} MB: chia thành nhiều tệp rồi chạy lại"
        )));
    }
    file.rewind()?;
    let mut head = vec![0; CHUNK];
    let read = fill(file, &mut head)?;
    head.truncate(read);
    let marked = Encoding::for_bom(&head).map(|(encoding, _)| encoding).or_else(|| without_mark(&head));
    if marked.is_none() && (head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0")) {
        let said = "là bảng tính hoặc tệp nén, không phải CSV: mở bằng Excel, lưu thành .xlsx rồi chạy lại";
        return Err(Error::File(said.to_owned()));
    }
    let first = marked.unwrap_or(UTF_8);
    let encoding = match (Survey::new(first).read(file)?, marked) {
        (Ok(()), _) => first,
        // Nothing that says UTF-8 but the letters of English: an old file.
        (Err(Damaged { letters: false, .. }), None) => match Survey::new(WINDOWS_1258).read(file)? {
            Ok(()) => WINDOWS_1258,
            Err(damaged) => return Err(damaged.error("windows-1258")),
        },
        (Err(damaged), _) => return Err(damaged.error(first.name())),
    };
    file.rewind()?;
    Ok(encoding)
}

/// UTF-16 whose byte order mark was lost: more than every fourth byte is nought, on one side.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let noughts = |side| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    match (noughts(0), noughts(1)) {
        (_, low) if low * 4 > bytes.len() => Some(UTF_16LE),
        (high, _) if high * 4 > bytes.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// Reads until the buffer is full or the file ends.
pub(super) fn fill(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match file.read(&mut buffer[read..]) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}

/// Reads a text in any encoding as UTF-8, without its byte order mark; each line, the last too, ends in
/// one U+000A.
pub(super) struct Utf8<R> {
    from: R,
    decoder: encoding_rs::Decoder,
    chunk: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    /// The last character that was read.
    last: u8,
    over: bool,
}

impl<R: Read> Utf8<R> {
    pub(super) fn new(from: R, encoding: &'static Encoding) -> Utf8<R> {
        let decoder = encoding.new_decoder_with_bom_removal();
        Utf8 { from, decoder, chunk: vec![0; CHUNK], text: Vec::new(), at: 0, last: b'\n', over: false }
    }

    /// Makes one line end of each.
    fn lines(&mut self, text: &str) {
        self.text.clear();
        for byte in text.bytes() {
            match (self.last, byte) {
                (b'\r', b'\n') => {}
                (_, b'\r') => self.text.push(b'\n'),
                _ => self.text.push(byte),
            }
            self.last = byte;
        }
        if self.over && !matches!(self.last, b'\n' | b'\r') {
            self.text.push(b'\n');
        }
        self.at = 0;
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.over {
            let read = self.from.read(&mut self.chunk)?;
            self.over = read == 0;
            let room = self.decoder.max_utf8_buffer_length(read);
            let mut text = String::with_capacity(room.unwrap_or(CHUNK * 4));
            // There is room for all of it, so all of it is taken.
            let _ = self.decoder.decode_to_string(&self.chunk[..read], &mut text, self.over);
            self.lines(&text);
        }
        let rest = &self.text[self.at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn read(bytes: Vec<u8>) -> (&'static str, String) {
        let mut file = Cursor::new(bytes);
        let encoding = encoding(&mut file).unwrap();
        let mut text = String::new();
        Utf8::new(file, encoding).read_to_string(&mut text).unwrap();
        (encoding.name(), text.nfc().collect())
    }

    const TEXT: &str = "Tên chi bộ;Số\r\nChi bộ thôn Triều Khúc;5\r\n";

    #[test]
    fn every_encoding_of_vietnamese_excel_is_known() {
        let utf_16 = |swap: bool| {
            let units = TEXT.encode_utf16();
            units
                .flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect::<Vec<u8>>()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        let expected = TEXT.replace('\r', "");
        assert_eq!(read(TEXT.into()), ("UTF-8", expected.clone()));
        assert_eq!(read(marked(b"\xef\xbb\xbf", TEXT.into())), ("UTF-8", expected.clone()));
        assert_eq!(read(marked(b"\xff\xfe", utf_16(false))), ("UTF-16LE", expected.clone()));
        assert_eq!(read(marked(b"\xfe\xff", utf_16(true))), ("UTF-16BE", expected.clone()));
        assert_eq!(read(utf_16(false)), ("UTF-16LE", expected.clone()));
        assert_eq!(read(utf_16(true)), ("UTF-16BE", expected.clone()));
        assert_eq!(read(Vec::new()), ("UTF-8", String::new()));
    }

    /// windows-1258 writes the tone behind the letter; together they are one letter.
    #[test]
    fn windows_1258_is_composed() {
        let bytes =
            b"T\xean chi b\xf4\xf2; \xd0a\xd2ng uy\xd2; S\xf4\xec; tr\xfd\xf5\xccng; T\xf4\xd2ng".to_vec();
        let text = "Tên chi bộ; Đảng uỷ; Số; trường; Tổng\n".to_owned();
        assert_eq!(read(bytes), ("windows-1258", text));
    }

    #[test]
    fn every_line_ends_alike() {
        for text in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb"] {
            assert_eq!(read(text.into()).1, "a\nb\n", "{text:?}");
        }
        assert_eq!(read("a\r\n\r\nb\n\n".into()).1, "a\n\nb\n\n");
        let text = format!("{}\r\n", "a".repeat(CHUNK - 1));
        assert_eq!(read(text.clone().into()).1, text.replace('\r', ""));
    }

    #[test]
    fn a_letter_over_the_edge_of_a_chunk_is_one() {
        let text = format!("{}ộ{}", "a".repeat(CHUNK - 1), "ệ".repeat(CHUNK));
        assert_eq!(read(text.clone().into()), ("UTF-8", format!("{text}\n")));
        let mut bytes = vec![b'a'; CHUNK - 1];
        bytes.extend(b"\xf4\xf2");
        let (encoding, text) = read(bytes);
        assert!(encoding == "windows-1258" && text.ends_with("aộ\n"));
    }
}
