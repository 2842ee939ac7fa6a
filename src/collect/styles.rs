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
    /// What all styles stand on, and the style of paragraphs that name none.
    plain: Look,
    usual: Option<String>,
    /// Lists that print neither numbers nor marks before their paragraphs.
    silent: BTreeSet<String>,
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

    /// How a style shows letters that are shown so without it.
    pub(super) fn look(&self, name: &str, plain: Look) -> Look {
        let styles: Vec<&Style> = self.chain(name).collect();
        styles.iter().rev().fold(plain, |look, style| look.with(style.look))
    }

    /// How letters are shown that no style says anything of.
    pub(super) fn plain(&self) -> Look {
        self.plain
    }

    /// How the letters of a paragraph are shown that names no style.
    pub(super) fn unstyled(&self) -> Look {
        self.usual.as_deref().map_or(self.plain, |style| self.look(style, self.plain))
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
    usual: Option<String>,
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
                let said =
                    |name: &str, values: &[&str]| tag.get(name).is_some_and(|val| values.contains(&&*val));
                if said("type", &["paragraph"]) && said("default", &["1", "true", "on"]) {
                    self.usual = Some(self.own.clone());
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
            (_, "rPr") => match self.open.iter().rev().nth(1).map(String::as_str) {
                Some("style") => {
                    if let Some(style) = self.all.get_mut(&self.own) {
                        style.look.take(tag);
                    }
                }
                Some("rPrDefault") => self.plain.take(tag),
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
