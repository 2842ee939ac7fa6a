//! Texts of an XLSX: in runs, with the reading aid of East Asian names left out, `_x000D_` for what XML cannot hold.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::xml::{BROKEN, Next, TOO_LONG, Xml};

/// The most UTF-16 units of a cell, of Excel and LibreOffice alike.
pub(super) const LONGEST: usize = 32_767;

/// The most bytes of all texts.
const ALL: usize = 64 * 1024 * 1024;

/// The texts that cells share, in one piece.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
    /// Texts that are too long: whoever uses one is told.
    too_long: Vec<usize>,
}

impl Strings {
    /// Reads them; how many the file says there are does not matter.
    pub(super) fn read(mut xml: Xml<'_>) -> Result<Strings, String> {
        let mut strings = Strings::default();
        loop {
            match xml.next()? {
                Next::Start(start) if start.name() == b"si" => match rich(&mut xml) {
                    Ok(text) => strings.push(&text),
                    Err(reason) if reason == TOO_LONG => {
                        strings.too_long.push(strings.ends.len());
                        strings.push("");
                        // Nothing behind it can be read.
                        if xml.is_over_long() {
                            return Ok(strings);
                        }
                    }
                    Err(reason) => return Err(reason),
                },
                Next::Over => return Ok(strings),
                _ => {}
            }
            if strings.text.len() + 16 * strings.ends.len() > ALL {
                return Err("tệp có hơn 64 MB chữ: chia thành nhiều tệp rồi chạy lại".to_owned());
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// The text of an index, as a cell writes it.
    pub(super) fn get(&self, index: &str) -> Result<&str, String> {
        let index: usize = index.trim().parse().map_err(|_| BROKEN.to_owned())?;
        let begun = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or_default() };
        match self.ends.get(index) {
            _ if self.too_long.binary_search(&index).is_ok() => Err(TOO_LONG.to_owned()),
            Some(&end) => Ok(&self.text[begun..end]),
            None => Err(format!("chữ số {index} của tệp không có: {BROKEN}")),
        }
    }
}

/// The text of the element that began last, `si` or `is`; [`TOO_LONG`] where it is.
pub(super) fn rich(xml: &mut Xml<'_>) -> Result<String, String> {
    let inside = xml.depth();
    let (mut text, mut in_text) = (String::new(), false);
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                b"t" => in_text = true,
                b"rPh" => xml.skip()?,
                _ => {}
            },
            Next::Text(piece) if in_text => text.push_str(&piece),
            Next::End(end) => {
                in_text &= end.name() != b"t";
                if end.depth() < inside {
                    break;
                }
            }
            Next::Over => break,
            _ => {}
        }
        if text.len() > LONGEST * 8 {
            text.truncate(0);
            while xml.depth() >= inside && !matches!(xml.next()?, Next::Over) {}
            return Err(TOO_LONG.to_owned());
        }
    }
    tidy(&unescaped(&text))
}

/// A text in normal form, without space around it, its line ends alike.
pub(super) fn tidy(text: &str) -> Result<String, String> {
    if text.len() > LONGEST && text.encode_utf16().count() > LONGEST {
        return Err(TOO_LONG.to_owned());
    }
    let text = text.trim();
    if text.contains('\r') {
        return Ok(text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect());
    }
    Ok(match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    })
}

/// A text with the characters that `_xHHHH_` stands for.
pub(super) fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut result = String::with_capacity(text.len());
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        result.push_str(before);
        let letter = from.get(2..6).filter(|_| from.as_bytes().get(6) == Some(&b'_')).and_then(|code| {
            let code = code.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(code)?;
            char::from_u32(u32::from_str_radix(code, 16).ok()?)
        });
        match letter {
            Some(letter) => {
                result.push(letter);
                rest = &from[7..];
            }
            None => {
                result.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    result.push_str(rest);
    result
}
