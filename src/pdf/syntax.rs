//! The syntax of PDF objects (ISO 32000-1, 7.3), for files that nobody vouches for: an object is read where it is asked for,
//! no deeper than is sensible, and nothing is unpacked.

use lopdf::{Dictionary, Object, StringFormat};

/// Objects in each other at most.
const DEEP: usize = 48;

/// Reads objects off bytes.
pub(super) struct Parser<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Parser<'a> {
        Parser { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                0 | 9 | 10 | 12 | 13 | 32 => self.at += 1,
                b'%' => {
                    while self.peek().is_some_and(|byte| byte != b'\r' && byte != b'\n') {
                        self.at += 1;
                    }
                }
                _ => return,
            }
        }
    }

    /// Whether these letters come next; then they are passed over.
    pub(super) fn takes(&mut self, word: &[u8]) -> bool {
        let is_next = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += if is_next { word.len() } else { 0 };
        is_next
    }

    /// A whole number, white space before it.
    pub(super) fn whole(&mut self) -> Option<usize> {
        self.space();
        let begin = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        std::str::from_utf8(self.bytes.get(begin..self.at)?).ok()?.parse().ok()
    }

    /// An object, white space before it.
    pub(super) fn object(&mut self) -> Option<Object> {
        self.inner(DEEP)
    }

    fn inner(&mut self, deep: usize) -> Option<Object> {
        let deep = deep.checked_sub(1)?;
        self.space();
        match self.peek()? {
            b'/' => self.name().map(Object::Name),
            b'(' => self.literal(),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.space();
                    if self.takes(b"]") {
                        return Some(Object::Array(items));
                    }
                    items.push(self.inner(deep)?);
                }
            }
            b'<' if self.takes(b"<<") => {
                let mut own = Dictionary::new();
                loop {
                    self.space();
                    if self.takes(b">>") {
                        return Some(Object::Dictionary(own));
                    }
                    let key = self.name()?;
                    own.set(key, self.inner(deep)?);
                }
            }
            b'<' => self.hexadecimal(),
            b't' if self.takes(b"true") => Some(true.into()),
            b'f' if self.takes(b"false") => Some(false.into()),
            b'n' if self.takes(b"null") => Some(Object::Null),
            _ => self.number(),
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        if !self.takes(b"/") {
            return None;
        }
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| byte.is_ascii_graphic() || *byte > 127) {
            if b"()<>[]{}/%".contains(&byte) {
                break;
            }
            self.at += 1;
            let digits = self.bytes.get(self.at..self.at + 2).filter(|_| byte == b'#');
            match digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()) {
                Some(escaped) => {
                    name.push(escaped);
                    self.at += 2;
                }
                None => name.push(byte),
            }
        }
        Some(name)
    }

    fn literal(&mut self) -> Option<Object> {
        let (mut text, mut open) = (Vec::new(), 0_usize);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(Object::String(text, StringFormat::Literal));
                    }
                    text.push(byte);
                }
                b'\\' => self.escaped(&mut text)?,
                _ => text.push(byte),
            }
        }
    }

    fn escaped(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => _ = self.takes(b"\n"),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|byte| (b'0'..=b'7').contains(byte)) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((code & 255) as u8);
            }
            other => text.push(other),
        }
        Some(())
    }

    fn hexadecimal(&mut self) -> Option<Object> {
        self.at += 1;
        let (mut text, mut half) = (Vec::new(), None);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            if byte == b'>' {
                text.extend(half.map(|half: u8| half << 4));
                return Some(Object::String(text, StringFormat::Hexadecimal));
            }
            let Some(digit) = char::from(byte).to_digit(16) else { continue };
            let digit = digit as u8;
            half = match half {
                Some(high) => {
                    text.push(high << 4 | digit);
                    None
                }
                None => Some(digit),
            };
        }
    }

    /// A number, or a reference, which begins with one.
    fn number(&mut self) -> Option<Object> {
        let begin = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte)) {
            self.at += 1;
        }
        let text = std::str::from_utf8(self.bytes.get(begin..self.at)?).ok()?;
        let Ok(number) = text.parse::<i64>() else {
            return text.parse::<f32>().ok().map(Object::Real);
        };
        let end = self.at;
        if let (Ok(id), Some(generation)) = (u32::try_from(number), self.whole()) {
            self.space();
            if let (true, Ok(generation)) = (self.takes(b"R"), u16::try_from(generation)) {
                return Some(Object::Reference((id, generation)));
            }
        }
        self.at = end;
        Some(Object::Integer(number))
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn read(text: &[u8]) -> Option<Object> {
        Parser::new(text, 0).object()
    }

    #[test]
    fn objects_are_read_as_they_are_written() {
        let text = b"<</A[1 -2 .5 7 0 R 3 0]/B#20c(a\\(b(c)\\051\\r)/D<4a4>/E true/F null/G<</H/I>>>>% end";
        let expected = dictionary! {
            "A" => vec![1.into(), (-2).into(), Object::Real(0.5), Object::Reference((7, 0)), 3.into(), 0.into()],
            "B c" => Object::string_literal("a(b(c))\r"),
            "D" => Object::String(vec![0x4a, 0x40], StringFormat::Hexadecimal),
            "E" => true,
            "F" => Object::Null,
            "G" => dictionary! { "H" => "I" },
        };
        assert_eq!(read(text), Some(Object::Dictionary(expected)));
    }

    #[test]
    fn what_never_ends_or_goes_too_deep_is_none() {
        for text in [&b"<</A"[..], b"[1 2", b"(a(b)", b"<4a", b"", b"]", b"<</A 1/B>>", b"{"] {
            assert_eq!(read(text), None, "{}", String::from_utf8_lossy(text));
        }
        assert_eq!(read(&[b'['; 100_000]), None);
        assert_eq!(read(&b"<</A".repeat(100_000)), None);
    }
}
