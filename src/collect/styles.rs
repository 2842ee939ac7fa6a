//! What the styles of a DOCX say of letters: struck out, hidden, raised, in a face of symbols; which lists their paragraphs
//! are in, and which lists print nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::Lists;
use super::package::{Parts, relationships};
use super::walk::Look;
use crate::opc::{Damage, Sink, Tag, stream, target};

/// No office's document has more, and no style stands on so many others.
const STYLES: usize = 20_000;
const DEEP: usize = 20;

#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    /// What all styles stand on.
    plain: Look,
    usual: Usual,
    /// Lists that print neither numbers nor marks before their paragraphs.
    silent: BTreeSet<String>,
}

/// The styles of what names none.
#[derive(Debug, Default)]
struct Usual {
    table: Option<String>,
    paragraph: Option<String>,
    letters: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    on: Option<String>,
    look: Look,
    /// The list that its paragraphs are in.
    list: Option<String>,
}

impl Styles {
    pub(super) fn read(parts: &mut Parts<'_>) -> Result<Styles, Damage> {
        let main = parts.main.clone();
        let mut styles = Styles::default();
        for relation in relationships(&mut parts.package, &main)? {
            let (is_styles, is_numbering) = (relation.is("styles"), relation.is("numbering"));
            if !is_styles && !is_numbering {
                continue;
            }
            let Some(bytes) = parts.package.part(&target(&main, &relation.target))? else { continue };
            if is_styles {
                let mut reader = Reader::default();
                stream(&bytes, &mut reader)?;
                (styles.all, styles.plain, styles.usual) = (reader.all, reader.plain, reader.usual);
            } else {
                let mut lists = Lists::default();
                stream(&bytes, &mut lists)?;
                styles.silent = lists.silent();
            }
        }
        Ok(styles)
    }

    /// How letters are shown that no style says anything of.
    pub(super) fn plain(&self) -> Look {
        self.plain
    }

    /// How the letters of a table are shown, by its style or that of tables that name none.
    pub(super) fn table(&self, style: Option<&str>) -> Look {
        self.plain.styled(self.own(style, &self.usual.table), self.plain)
    }

    /// How the letters of a paragraph are shown that are shown so without its style.
    pub(super) fn paragraph(&self, style: Option<&str>, without: Look) -> Look {
        without.styled(self.own(style, &self.usual.paragraph), self.plain)
    }

    /// What the style of a run says of its letters.
    pub(super) fn letters(&self, style: Option<&str>) -> Look {
        self.own(style, &self.usual.letters)
    }

    /// What a style and those that it stands on say; one that nobody knows is the usual one.
    fn own(&self, style: Option<&str>, usual: &Option<String>) -> Look {
        let known = style.filter(|style| self.all.contains_key(*style)).or(usual.as_deref());
        let styles: Vec<&Style> = known.into_iter().flat_map(|style| self.chain(style)).collect();
        styles.iter().rev().fold(Look::default(), |look, style| look.with(style.look))
    }

    /// The list that paragraphs of a style are in.
    pub(super) fn list(&self, name: &str) -> Option<&str> {
        self.chain(name).find_map(|style| style.list.as_deref())
    }

    /// Whether a list prints something before its paragraphs.
    pub(super) fn prints(&self, list: &str) -> bool {
        list != "0" && !self.silent.contains(list)
    }

    /// A style, then those that it stands on.
    fn chain(&self, name: &str) -> impl Iterator<Item = &Style> {
        let below = |style: &&Style| self.all.get(style.on.as_deref()?);
        std::iter::successors(self.all.get(name), below).take(DEEP)
    }
}

#[derive(Default)]
struct Reader {
    all: BTreeMap<String, Style>,
    plain: Look,
    usual: Usual,
    open: Vec<String>,
    own: String,
}

impl Sink for Reader {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        let parent = self.open.last().map(String::as_str).unwrap_or_default();
        match (tag.name, parent) {
            ("style", _) => {
                if self.all.len() >= STYLES {
                    return Err(Damage::TooLarge);
                }
                self.own = tag.get("styleId").unwrap_or_default();
                self.all.insert(self.own.clone(), Style::default());
                if tag.says_yes("default") {
                    match tag.get("type").as_deref() {
                        Some("table") => self.usual.table = Some(self.own.clone()),
                        Some("paragraph") => self.usual.paragraph = Some(self.own.clone()),
                        Some("character") => self.usual.letters = Some(self.own.clone()),
                        _ => {}
                    }
                }
            }
            ("basedOn", "style") => {
                if let Some(style) = self.all.get_mut(&self.own) {
                    style.on = tag.get("val");
                }
            }
            ("numId", "numPr") if self.open.iter().rev().nth(2).is_some_and(|around| around == "style") => {
                if let Some(style) = self.all.get_mut(&self.own) {
                    style.list = tag.get("val");
                }
            }
            (_, "rPr") | ("spacing", "pPr") => match self.open.iter().rev().nth(1).map(String::as_str) {
                Some("style") => {
                    if let Some(style) = self.all.get_mut(&self.own) {
                        style.look.take(tag);
                    }
                }
                Some("rPrDefault" | "pPrDefault") => self.plain.take(tag),
                _ => {}
            },
            _ => {}
        }
        self.open.push(tag.name.to_owned());
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        self.open.pop();
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Damage> {
        Ok(())
    }
}
