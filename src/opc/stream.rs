//! A part from outside, element by element: nothing of it is kept but what is asked for. Prefixes are followed to their
//! namespaces, since programs choose their own.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Damage;

/// No program nests elements more deeply.
const DEPTH: usize = 300;

/// The beginnings, ends and texts of elements in a part. What programs write has more than 16 bytes for each, so no part of
/// theirs that is small enough has as many.
const STEPS: usize = 1_000_000;

/// What a part is read into.
pub(crate) trait Sink {
    /// An element begins.
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage>;
    /// The innermost element ends.
    fn end(&mut self) -> Result<(), Damage>;
    /// Text inside the innermost element; it may come in pieces.
    fn text(&mut self, text: &str) -> Result<(), Damage>;
}

/// The beginning of an element.
pub(crate) struct Tag<'r> {
    /// Its namespace; empty where it has none.
    pub(crate) space: &'r str,
    /// Its name without the prefix.
    pub(crate) name: &'r str,
    start: &'r BytesStart<'r>,
    scope: &'r Scope,
}

impl Tag<'_> {
    /// The value of an attribute by its name without the prefix. No element that is read has two that differ in nothing
    /// but the prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| {
            let key = attribute.key.as_ref();
            attribute.key.local_name().as_ref() == name.as_bytes() && !key.starts_with(b"xmlns:")
        })?;
        let raw = std::str::from_utf8(&found.value).ok()?;
        Some(quick_xml::escape::unescape(raw).ok()?.into_owned())
    }

    /// Whether an attribute says yes; one that is not there says no.
    pub(crate) fn says_yes(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }

    /// The namespace that a prefix stands for here; empty where it stands for none.
    pub(crate) fn space_of(&self, prefix: &str) -> &str {
        self.scope.space(prefix.as_bytes())
    }
}

/// The namespaces that prefixes stand for here.
#[derive(Default)]
struct Scope {
    spaces: HashMap<Vec<u8>, Vec<String>>,
    /// The prefixes that the open elements declare, with their depth.
    declared: Vec<(usize, Vec<u8>)>,
}

impl Scope {
    fn declare(&mut self, depth: usize, start: &BytesStart<'_>) {
        // Most elements declare nothing.
        if !start.attributes_raw().windows(5).any(|five| five == b"xmlns") {
            return;
        }
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.as_ref();
            let Some(prefix) = key.strip_prefix(b"xmlns:").or((key == b"xmlns").then_some(b"" as &[u8]))
            else {
                continue;
            };
            let space = String::from_utf8_lossy(&attribute.value).into_owned();
            self.spaces.entry(prefix.to_vec()).or_default().push(space);
            self.declared.push((depth, prefix.to_vec()));
        }
    }

    fn leave(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|(own, _)| *own == depth) {
            if let Some((_, prefix)) = self.declared.pop()
                && let Some(spaces) = self.spaces.get_mut(&prefix)
            {
                spaces.pop();
            }
        }
    }

    fn space(&self, prefix: &[u8]) -> &str {
        self.spaces.get(prefix).and_then(|spaces| spaces.last()).map_or("", String::as_str)
    }
}

/// Reads a part from its beginning to its end.
pub(crate) fn stream(bytes: &[u8], sink: &mut impl Sink) -> Result<(), Damage> {
    let text = decoded(bytes)?;
    let mut reader = Reader::from_str(&text);
    let (mut scope, mut depth, mut roots) = (Scope::default(), 0, 0);
    for _ in 0..STEPS {
        match reader.read_event().map_err(|_| Damage::Broken)? {
            Event::Start(start) => {
                depth += 1;
                roots += usize::from(depth == 1);
                if depth > DEPTH {
                    return Err(Damage::TooLarge);
                }
                scope.declare(depth, &start);
                begin(&scope, &start, sink)?;
            }
            Event::Empty(start) => {
                roots += usize::from(depth == 0);
                scope.declare(depth + 1, &start);
                begin(&scope, &start, sink)?;
                sink.end()?;
                scope.leave(depth + 1);
            }
            Event::End(_) => {
                sink.end()?;
                scope.leave(depth);
                depth = depth.checked_sub(1).ok_or(Damage::Broken)?;
            }
            Event::Text(text) => sink.text(&text.decode().map_err(|_| Damage::Broken)?)?,
            Event::CData(text) => sink.text(&text.decode().map_err(|_| Damage::Broken)?)?,
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|_| Damage::Broken)?;
                let text = quick_xml::escape::unescape(&format!("&{name};"))
                    .map_err(|_| Damage::Broken)?
                    .into_owned();
                sink.text(&text)?;
            }
            // No part of a package declares entities.
            Event::DocType(_) => return Err(Damage::Broken),
            Event::Eof if depth == 0 && roots == 1 => return Ok(()),
            Event::Eof => return Err(Damage::Broken),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    Err(Damage::TooLarge)
}

fn begin(scope: &Scope, start: &BytesStart<'_>, sink: &mut impl Sink) -> Result<(), Damage> {
    let name = start.name();
    let prefix = name.prefix().map(|prefix| prefix.into_inner()).unwrap_or_default();
    let local = std::str::from_utf8(name.local_name().into_inner()).map_err(|_| Damage::Broken)?;
    sink.start(&Tag { space: scope.space(prefix), name: local, start, scope })
}

/// The letters of a part: UTF-8, or UTF-16 with its mark.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Damage> {
    let wide = |of: fn([u8; 2]) -> u16| -> Result<Cow<'static, str>, Damage> {
        let units = bytes[2..].chunks_exact(2).map(|two| of([two[0], two[1]]));
        let text: Result<String, _> = char::decode_utf16(units).collect();
        Ok(Cow::Owned(text.map_err(|_| Damage::Broken)?))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Damage::Broken)
        }
    }
}

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    /// It stays as it is.
    Kept,
    /// It goes, with all that it holds.
    LeftOut,
    /// It goes, and what it holds stays where it stood.
    Opened,
}

/// A part without elements, or without what stands around others: `edit` is asked at each beginning, in their order, but for
/// those within what is left out. All other bytes stay as they are.
pub(crate) fn edited(bytes: &[u8], mut edit: impl FnMut(&Tag<'_>) -> Edit) -> Result<Vec<u8>, Damage> {
    let text = decoded(bytes)?;
    let mut reader = Reader::from_str(&text);
    let mut scope = Scope::default();
    let (mut kept, mut from, mut depth) = (Vec::with_capacity(text.len()), 0, 0);
    // The depths at which what is left out began, and what was opened.
    let (mut inside, mut opened): (Option<usize>, Vec<usize>) = (None, Vec::new());
    let place = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
    for _ in 0..STEPS {
        let before = place(&reader);
        let event = reader.read_event().map_err(|_| Damage::Broken)?;
        let mut cut = |kept: &mut Vec<u8>| {
            kept.extend_from_slice(text.as_bytes().get(from..before).unwrap_or_default());
            from = place(&reader);
        };
        match event {
            Event::Start(start) => {
                depth += 1;
                scope.declare(depth, &start);
                match inside.map_or_else(|| asked(&scope, &start, &mut edit), |_| Edit::Kept) {
                    Edit::Kept => {}
                    Edit::LeftOut => {
                        cut(&mut kept);
                        inside = Some(depth);
                    }
                    Edit::Opened => {
                        cut(&mut kept);
                        opened.push(depth);
                    }
                }
            }
            Event::Empty(start) => {
                scope.declare(depth + 1, &start);
                if inside.is_none() && asked(&scope, &start, &mut edit) != Edit::Kept {
                    cut(&mut kept);
                }
                scope.leave(depth + 1);
            }
            Event::End(_) => {
                if inside == Some(depth) {
                    (inside, from) = (None, place(&reader));
                } else if inside.is_none() && opened.last() == Some(&depth) {
                    opened.pop();
                    cut(&mut kept);
                }
                scope.leave(depth);
                depth = depth.checked_sub(1).ok_or(Damage::Broken)?;
            }
            Event::DocType(_) => return Err(Damage::Broken),
            Event::Eof if depth == 0 => {
                kept.extend_from_slice(text.as_bytes().get(from..).unwrap_or_default());
                return Ok(kept);
            }
            Event::Eof => return Err(Damage::Broken),
            _ => {}
        }
    }
    Err(Damage::TooLarge)
}

fn asked(scope: &Scope, start: &BytesStart<'_>, edit: &mut impl FnMut(&Tag<'_>) -> Edit) -> Edit {
    let name = start.name();
    let prefix = name.prefix().map(|prefix| prefix.into_inner()).unwrap_or_default();
    std::str::from_utf8(name.local_name().into_inner())
        .map_or(Edit::Kept, |name| edit(&Tag { space: scope.space(prefix), name, start, scope }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen(String);

    impl Sink for Seen {
        fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
            self.0 += &format!("<{}|{} {}>", tag.space, tag.name, tag.get("a").unwrap_or_default());
            Ok(())
        }

        fn end(&mut self) -> Result<(), Damage> {
            self.0.push_str("</>");
            Ok(())
        }

        fn text(&mut self, text: &str) -> Result<(), Damage> {
            self.0.push_str(text);
            Ok(())
        }
    }

    fn seen(xml: &[u8]) -> Result<String, Damage> {
        let mut seen = Seen::default();
        stream(xml, &mut seen).map(|()| seen.0)
    }

    #[test]
    fn prefixes_are_followed_to_their_namespaces() {
        let xml = br#"<x:a xmlns:x="urn:1" x:a="&lt;1"><b xmlns="urn:2"><x:c xmlns:x="urn:3"/><d/></b>t&amp;<![CDATA[<]]></x:a>"#;
        let told = "<urn:1|a <1><urn:2|b ><urn:3|c ></><urn:2|d ></></>t&<</>";
        assert_eq!(seen(xml).unwrap(), told);
        let wide: Vec<u8> = std::iter::once(0xfeff)
            .chain(std::str::from_utf8(xml).unwrap().encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(seen(&wide).unwrap(), told);
    }

    #[test]
    fn what_no_program_writes_is_refused() {
        assert_eq!(seen(b"<a>").unwrap_err(), Damage::Broken);
        assert_eq!(seen(b"").unwrap_err(), Damage::Broken);
        assert_eq!(seen(b"<a/><b/>").unwrap_err(), Damage::Broken);
        assert_eq!(seen(b"<a>\xff</a>").unwrap_err(), Damage::Broken);
        assert_eq!(seen(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").unwrap_err(), Damage::Broken);
        assert_eq!(seen(b"<a>&b;</a>").unwrap_err(), Damage::Broken);
        assert_eq!(seen(&b"<a>".repeat(400)).unwrap_err(), Damage::TooLarge);
    }

    #[test]
    fn chosen_elements_are_cut_out_and_nothing_else() {
        let xml = br#"<?xml version="1.0"?><w xmlns:p="urn:1"> <p:b a="1"/><c  d = 'x'/><p:b a="2"><p:b a="1"/>t</p:b></w>"#;
        let only = |is: bool| if is { Edit::LeftOut } else { Edit::Kept };
        let left =
            edited(xml, |tag| only(tag.space == "urn:1" && tag.get("a").as_deref() == Some("1"))).unwrap();
        let told = r#"<?xml version="1.0"?><w xmlns:p="urn:1"> <c  d = 'x'/><p:b a="2">t</p:b></w>"#;
        assert_eq!(String::from_utf8(left).unwrap(), told);
        let left = edited(xml, |tag| only(tag.name == "b")).unwrap();
        assert_eq!(
            String::from_utf8(left).unwrap(),
            r#"<?xml version="1.0"?><w xmlns:p="urn:1"> <c  d = 'x'/></w>"#
        );
        let opened = edited(xml, |tag| if tag.name == "b" { Edit::Opened } else { Edit::Kept }).unwrap();
        assert_eq!(
            String::from_utf8(opened).unwrap(),
            r#"<?xml version="1.0"?><w xmlns:p="urn:1"> <c  d = 'x'/>t</w>"#
        );
    }
}
