//! Fonts of a PDF: what each code draws, how wide it is, which text it stands for.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

/// A value of a dictionary, with references followed.
pub fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let value = dictionary.get(key.as_bytes()).ok()?;
    document.dereference(value).ok().map(|(_, object)| object)
}

pub fn get_dictionary<'a>(
    document: &'a Document,
    parent: &'a Dictionary,
    key: &str,
) -> Option<&'a Dictionary> {
    match get(document, parent, key)? {
        Object::Stream(stream) => Some(&stream.dict),
        object => object.as_dict().ok(),
    }
}

pub fn get_number(document: &Document, dictionary: &Dictionary, key: &str) -> Option<f64> {
    get(document, dictionary, key)?.as_float().ok().map(f64::from)
}

#[derive(Debug, Clone, Default)]
pub struct Font {
    /// Base name without the tag of a subset: `LiberationSerif-Bold`.
    pub name: String,
    pub bold: bool,
    pub italic: bool,
    pub embedded: bool,
    pub has_unicode: bool,
    /// Codes are two bytes, and name glyphs.
    pub two_bytes: bool,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    unicode: BTreeMap<u32, String>,
}

impl Font {
    pub fn read(document: &Document, font: &Dictionary) -> Font {
        let name_of = |dictionary: &Dictionary, key| {
            let name = get(document, dictionary, key).and_then(|name| name.as_name().ok());
            name.map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
        };
        let full = name_of(font, "BaseFont");
        let name = match full.split_once('+') {
            Some((tag, name)) if tag.len() == 6 => name.to_owned(),
            _ => full,
        };
        let two_bytes = name_of(font, "Subtype") == "Type0";
        let descendant =
            get(document, font, "DescendantFonts").and_then(|list| list.as_array().ok()?.first());
        let descendant = descendant.and_then(|object| document.dereference(object).ok()?.1.as_dict().ok());
        let inner = descendant.unwrap_or(font);
        let descriptor = get_dictionary(document, inner, "FontDescriptor");
        let files = ["FontFile", "FontFile2", "FontFile3"];
        let has_file =
            |descriptor: &Dictionary| files.iter().any(|key| get(document, descriptor, key).is_some());
        let unicode = match get(document, font, "ToUnicode") {
            Some(Object::Stream(stream)) => stream.get_plain_content().ok().map(|bytes| to_unicode(&bytes)),
            _ => None,
        };
        let widths = if two_bytes { wide_widths(document, inner) } else { simple_widths(document, inner) };
        Font {
            bold: name.contains("Bold"),
            italic: name.contains("Italic") || name.contains("Oblique"),
            embedded: descriptor.is_some_and(has_file),
            has_unicode: unicode.is_some(),
            two_bytes,
            widths,
            default_width: get_number(document, inner, "DW").unwrap_or(if two_bytes { 1000.0 } else { 0.0 }),
            unicode: unicode.unwrap_or_default(),
            name,
        }
    }

    /// The codes of a string.
    pub fn codes(&self, string: &[u8]) -> Vec<u32> {
        if self.two_bytes {
            string
                .chunks(2)
                .map(|pair| pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
                .collect()
        } else {
            string.iter().map(|byte| u32::from(*byte)).collect()
        }
    }

    /// In ems.
    pub fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width) / 1000.0
    }

    /// The text of a code; U+FFFD where the file does not tell.
    pub fn text(&self, code: u32) -> String {
        let ascii = || (!self.two_bytes).then(|| char::from_u32(code).map(String::from)).flatten();
        self.unicode.get(&code).cloned().or_else(ascii).unwrap_or_else(|| '\u{fffd}'.to_string())
    }
}

fn simple_widths(document: &Document, font: &Dictionary) -> BTreeMap<u32, f64> {
    let first = get_number(document, font, "FirstChar").unwrap_or(0.0) as u32;
    let widths = get(document, font, "Widths").and_then(|widths| widths.as_array().ok());
    widths
        .map(|widths| {
            (first..).zip(widths).filter_map(|(code, width)| Some((code, number(document, width)?))).collect()
        })
        .unwrap_or_default()
}

/// `/W [ first [w w w] first last w … ]`.
fn wide_widths(document: &Document, font: &Dictionary) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let Some(list) = get(document, font, "W").and_then(|list| list.as_array().ok()) else { return widths };
    let mut rest = list.as_slice();
    while let [first, second, tail @ ..] = rest {
        let Some(first) = number(document, first) else { break };
        let first = first as u32;
        let second = document.dereference(second).map_or(second, |(_, object)| object);
        match (second, tail) {
            (Object::Array(each), _) => {
                widths.extend((first..).zip(each.iter().filter_map(|width| number(document, width))));
                rest = tail;
            }
            (last, [width, tail @ ..]) => {
                let (Some(last), Some(width)) = (number(document, last), number(document, width)) else {
                    break;
                };
                widths.extend((first..=last as u32).map(|code| (code, width)));
                rest = tail;
            }
            _ => break,
        }
    }
    widths
}

fn number(document: &Document, object: &Object) -> Option<f64> {
    document.dereference(object).ok()?.1.as_float().ok().map(f64::from)
}

/// The `bfchar` and `bfrange` sections of a CMap.
fn to_unicode(bytes: &[u8]) -> BTreeMap<u32, String> {
    let mut map = BTreeMap::new();
    let text = String::from_utf8_lossy(bytes);
    for (section, width) in [("bfchar", 2), ("bfrange", 3)] {
        for piece in text.split(&format!("begin{section}")).skip(1) {
            let piece = piece.split(&format!("end{section}")).next().unwrap_or_default();
            let tokens = tokens(piece);
            let mut rest = tokens.as_slice();
            while rest.len() >= width {
                let first = code(&rest[0]);
                if width == 2 {
                    map.insert(first, unicode(&rest[1]));
                    rest = &rest[2..];
                    continue;
                }
                let last = code(&rest[1]).min(first + 0xffff);
                if rest[2] == "[" {
                    let count = rest[3..].iter().take_while(|token| *token != "]").count();
                    map.extend((first..=last).zip(rest[3..3 + count].iter().map(|token| unicode(token))));
                    rest = &rest[(4 + count).min(rest.len())..];
                } else {
                    map.extend((first..=last).map(|code| (code, after(&rest[2], code - first))));
                    rest = &rest[3..];
                }
            }
        }
    }
    map
}

/// Hexadecimal strings without their angle brackets, and square brackets.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' => tokens.push(character.to_string()),
            '<' => tokens.push(
                characters.by_ref().take_while(|next| *next != '>').filter(char::is_ascii_hexdigit).collect(),
            ),
            _ => {}
        }
    }
    tokens
}

fn code(hex: &str) -> u32 {
    u32::from_str_radix(hex, 16).unwrap_or(0)
}

fn units(hex: &str) -> Vec<u16> {
    hex.as_bytes().chunks(4).map(|digits| code(&String::from_utf8_lossy(digits)) as u16).collect()
}

fn unicode(hex: &str) -> String {
    String::from_utf16_lossy(&units(hex))
}

/// The text `steps` places after the first one of a range: the last unit counts up.
fn after(hex: &str, steps: u32) -> String {
    let mut units = units(hex);
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(steps as u16);
    }
    String::from_utf16_lossy(&units)
}
