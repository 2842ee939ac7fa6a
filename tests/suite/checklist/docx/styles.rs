//! What a paragraph and a run really look like: document defaults, then the chain of styles, then
//! what is said on the spot.

use std::collections::BTreeMap;

use super::look::{ParagraphLook, RunLook};
use super::xml::Element;

#[derive(Debug, Default, Clone)]
pub struct Style {
    pub name: String,
    pub based_on: Option<String>,
    /// What a new paragraph becomes, where it is not one more of the same.
    pub next: Option<String>,
    /// `paragraph`, `character`, `table`, `numbering`.
    pub kind: String,
    /// Its place among what Word recommends.
    pub priority: Option<i64>,
    /// Not shown in Word's lists of styles.
    pub hidden: bool,
    /// Shown in Word's gallery.
    pub quick: bool,
    /// From 0, as Word stores it.
    pub outline: Option<i64>,
    /// What it says itself of paragraphs and of characters, by the elements' names.
    pub says: Vec<String>,
    paragraph: ParagraphLook,
    run: RunLook,
    table_borders: Option<Element>,
    table_margins: Option<Element>,
}

#[derive(Debug, Default)]
pub struct Styles {
    default_paragraph: ParagraphLook,
    default_run: RunLook,
    /// `w:lang` of the document defaults.
    pub language: Option<String>,
    default_paragraph_style: Option<String>,
    default_table_style: Option<String>,
    styles: BTreeMap<String, Style>,
    /// `w:latentStyles`.
    pub latent: Option<Element>,
}

impl Styles {
    pub fn read(root: &Element) -> Styles {
        let mut styles = Styles::default();
        if let Some(defaults) = root.child("w:docDefaults") {
            let run = defaults.child("w:rPrDefault").and_then(|found| found.child("w:rPr"));
            let paragraph = defaults.child("w:pPrDefault").and_then(|found| found.child("w:pPr"));
            styles.default_run = run.map(RunLook::read).unwrap_or_default();
            styles.default_paragraph = paragraph.map(ParagraphLook::read).unwrap_or_default();
            styles.language = run.and_then(|run| run.value("w:lang")).map(str::to_owned);
        }
        for element in root.all("w:style") {
            let id = element.attribute("w:styleId").unwrap_or_default().to_owned();
            if matches!(element.attribute("w:default"), Some("1" | "true" | "on")) {
                match element.attribute("w:type") {
                    Some("paragraph") => styles.default_paragraph_style = Some(id.clone()),
                    Some("table") => styles.default_table_style = Some(id.clone()),
                    _ => {}
                }
            }
            let table = element.child("w:tblPr");
            let properties = ["w:pPr", "w:rPr"].into_iter().filter_map(|name| element.child(name));
            let style = Style {
                name: element.value("w:name").unwrap_or(&id).to_owned(),
                based_on: element.value("w:basedOn").map(str::to_owned),
                next: element.value("w:next").map(str::to_owned),
                kind: element.attribute("w:type").unwrap_or_default().to_owned(),
                priority: element.number("w:uiPriority", "w:val"),
                hidden: element.switch("w:semiHidden") == Some(true),
                quick: element.switch("w:qFormat") == Some(true),
                outline: element.child("w:pPr").and_then(|own| own.number("w:outlineLvl", "w:val")),
                says: properties.flat_map(Element::elements).map(|own| own.name.clone()).collect(),
                paragraph: element.child("w:pPr").map(ParagraphLook::read).unwrap_or_default(),
                run: element.child("w:rPr").map(RunLook::read).unwrap_or_default(),
                table_borders: table.and_then(|table| table.child("w:tblBorders")).cloned(),
                table_margins: table.and_then(|table| table.child("w:tblCellMar")).cloned(),
            };
            styles.styles.insert(id, style);
        }
        styles.latent = root.child("w:latentStyles").cloned();
        styles
    }

    pub fn all(&self) -> impl Iterator<Item = &Style> {
        self.styles.values()
    }

    pub fn by_id(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }

    pub fn named(&self, name: &str) -> Option<&Style> {
        self.all().find(|style| style.name == name)
    }

    /// The style that Enter at the end of a paragraph leads to, by its name.
    pub fn after(&self, name: &str) -> Option<&Style> {
        let style = self.named(name)?;
        style.next.as_deref().map_or(Some(style), |next| self.by_id(next))
    }

    /// Which of Word's own headings a style is, as other programs find out: by the names of the styles that
    /// it is based on.
    pub fn heading(&self, name: &str) -> Option<u8> {
        let id = self.styles.iter().find(|(_, style)| style.name == name)?.0;
        self.chain(Some(id)).iter().rev().find_map(|style| style.name.strip_prefix("heading ")?.parse().ok())
    }

    /// Level in the outline, from 1.
    pub fn outline(&self, name: &str) -> Option<i64> {
        let id = self.styles.iter().find(|(_, style)| style.name == name)?.0;
        self.chain(Some(id)).iter().rev().find_map(|style| style.outline).map(|level| level + 1)
    }

    /// The style and those that it is based on, the outermost first.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id.map(str::to_owned);
        while let Some(style) = next.and_then(|id| self.styles.get(&id)) {
            chain.push(style);
            next = style.based_on.clone().filter(|_| chain.len() < 20);
        }
        chain.reverse();
        chain
    }

    pub fn paragraph_style<'a>(&'a self, stated: Option<&'a str>) -> Option<&'a str> {
        stated.or(self.default_paragraph_style.as_deref())
    }

    pub fn name(&self, id: &str) -> String {
        self.styles.get(id).map_or_else(|| id.to_owned(), |style| style.name.clone())
    }

    pub fn paragraph(
        &self,
        table: Option<&str>,
        style: Option<&str>,
        direct: &ParagraphLook,
    ) -> ParagraphLook {
        let start = self.default_paragraph.clone();
        let styles = self.chain(table).into_iter().chain(self.chain(style));
        styles.fold(start, |look, style| look.then(&style.paragraph)).then(direct)
    }

    pub fn run(
        &self,
        table: Option<&str>,
        paragraph: Option<&str>,
        run: Option<&str>,
        direct: &RunLook,
    ) -> RunLook {
        let level =
            |id| self.chain(id).into_iter().fold(RunLook::default(), |look, style| look.then(&style.run));
        let styled = level(table).toggled_by(&level(paragraph)).toggled_by(&level(run));
        self.default_run.clone().then(&styled).then(direct)
    }

    pub fn table_style<'a>(&'a self, stated: Option<&'a str>) -> Option<&'a str> {
        stated.or(self.default_table_style.as_deref())
    }

    pub fn table_borders(&self, style: Option<&str>) -> Option<&Element> {
        self.chain(style).into_iter().rev().find_map(|style| style.table_borders.as_ref())
    }

    /// A cell's left and right margin that a table style gives.
    pub fn table_margin(&self, style: Option<&str>, side: &str) -> Option<i64> {
        let chain = self.chain(style).into_iter().rev();
        chain.filter_map(|style| style.table_margins.as_ref()).find_map(|margins| margins.number(side, "w:w"))
    }
}
