//! The lists of a DOCX: which of them print numbers or marks before their paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use crate::opc::{Damage, Sink, Tag};

/// What the lists are made after, and which of both print something.
#[derive(Default)]
pub(super) struct Lists {
    /// The list, or what lists are made after, that is open.
    own: String,
    is_list: bool,
    /// Of each element that is open whether it is a level, and what the last one says.
    levels: Vec<bool>,
    level: Level,
    /// What lists are made after, and prints.
    printing: BTreeSet<String>,
    /// Lists that print by what they say themselves.
    saying: BTreeSet<String>,
    made_after: BTreeMap<String, String>,
}

/// A level of a list.
#[derive(Default)]
struct Level {
    counts: bool,
    /// What it prints: `%1` is a number. Nothing where nobody says it.
    text: Option<String>,
}

impl Level {
    /// Marks and words are printed as they stand, numbers where the level counts.
    fn prints(&self) -> bool {
        match &self.text {
            None => self.counts,
            Some(text) => {
                let mut rest = text.as_str();
                while let Some((before, number)) = rest.split_once('%') {
                    if !before.trim().is_empty()
                        || (self.counts && number.starts_with(|c: char| c.is_ascii_digit()))
                    {
                        return true;
                    }
                    rest = number.strip_prefix(|c: char| c.is_ascii_digit()).unwrap_or(number);
                }
                !rest.trim().is_empty()
            }
        }
    }
}

impl Lists {
    /// The lists that print nothing.
    pub(super) fn silent(self) -> BTreeSet<String> {
        let prints =
            |list: &String, made: &String| self.printing.contains(made) || self.saying.contains(list);
        self.made_after
            .iter()
            .filter(|(list, made)| !prints(list, made))
            .map(|(list, _)| list.clone())
            .collect()
    }

    fn printed(&mut self) {
        let all = if self.is_list { &mut self.saying } else { &mut self.printing };
        all.insert(self.own.clone());
    }
}

impl Sink for Lists {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        match tag.name {
            "abstractNum" => (self.own, self.is_list) = (tag.get("abstractNumId").unwrap_or_default(), false),
            "num" => (self.own, self.is_list) = (tag.get("numId").unwrap_or_default(), true),
            "abstractNumId" => {
                self.made_after.insert(self.own.clone(), tag.get("val").unwrap_or_default());
            }
            // Its levels are those of a style.
            "numStyleLink" => self.printed(),
            "lvl" => self.level = Level { counts: true, text: None },
            "numFmt" => self.level.counts = tag.get("val").is_none_or(|format| format != "none"),
            "lvlText" => self.level.text = tag.get("val"),
            _ => {}
        }
        self.levels.push(tag.name == "lvl");
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        if self.levels.pop() == Some(true) && self.level.prints() {
            self.printed();
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Damage> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opc::stream;

    /// Whether a list prints something whose level, and that of what it is made after, say this.
    fn prints(made_after: &str, own: &str) -> bool {
        let numbering = format!(
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">{made_after}</w:abstractNum>\
             <w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/>{own}</w:num></w:numbering>"
        );
        let mut lists = Lists::default();
        stream(numbering.as_bytes(), &mut lists).unwrap();
        !lists.silent().contains("7")
    }

    #[test]
    fn a_list_prints_what_a_level_of_it_prints() {
        let level = |says: &str| format!("<w:lvl w:ilvl=\"0\">{says}</w:lvl>");
        let (none, decimal) = ("<w:numFmt w:val=\"none\"/>", "<w:numFmt w:val=\"decimal\"/>");
        for (says, expected) in [
            (format!("{decimal}<w:lvlText w:val=\"%1.\"/>"), true),
            (format!("{decimal}<w:lvlText w:val=\"\"/>"), false),
            (decimal.to_owned(), true),
            (none.to_owned(), false),
            (format!("{none}<w:lvlText w:val=\"%1\"/>"), false),
            (format!("{none}<w:lvlText w:val=\"1\"/>"), true),
            ("<w:lvlText w:val=\"%1\"/>".to_owned(), true),
            ("<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/>".to_owned(), true),
        ] {
            assert_eq!(prints(&level(&says), ""), expected, "{says}");
            let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(&says));
            assert_eq!(prints("", &own), expected, "{own}");
        }
        assert!(prints("<w:numStyleLink w:val=\"Số\"/>", "") && !prints("", ""));
    }
}
