//! An XLSX (ECMA-376 part 1, transitional and strict): which part holds which sheet.

use super::filter;
use super::package::Package;
use super::sheet::{self, Context};
use super::strings::Strings;
use super::styles::Styles;
use super::xml::{BROKEN, Next};
use super::{Listed, Sheet, refused};

/// The most sheets.
const SHEETS: usize = 1_000;

/// An XLSX whose sheets are read as they are asked for.
pub(super) struct Workbook {
    package: Package,
    epoch_1904: bool,
    strings: Strings,
    styles: Styles,
    /// Names of sheets, each with its part.
    sheets: Vec<(String, String)>,
}

/// What one part says of another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

impl Workbook {
    pub(super) fn open(package: Package) -> Result<(Workbook, Vec<Listed>), String> {
        let root = relations(&package, "")?;
        let main = root.into_iter().find(|relation| relation.kind == "officedocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        if !package.has(&main) {
            return Err(refused::other());
        }
        let relations = relations(&package, &main)?;
        let part = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
        let strings = match part("sharedstrings") {
            Some(part) => package.xml(&part.target)?.map(Strings::read).transpose()?.unwrap_or_default(),
            None => Strings::default(),
        };
        let styles = match part("styles") {
            Some(part) => package.xml(&part.target)?.map(Styles::read).transpose()?.unwrap_or_default(),
            None => Styles::default(),
        };
        let (mut epoch_1904, mut sheets, mut listed) = (false, Vec::new(), Vec::new());
        let mut xml = package.xml(&main)?.ok_or(BROKEN)?;
        loop {
            match xml.next()? {
                Next::Start(start) => match start.name() {
                    b"workbookPr" => epoch_1904 = start.is_set("date1904")?,
                    b"sheet" => {
                        let (mut name, mut id, mut hidden) = (String::new(), String::new(), false);
                        for attribute in start.attributes() {
                            let (key, value) = attribute?;
                            match key {
                                b"name" => name = value.into_owned(),
                                b"id" => id = value.into_owned(),
                                b"state" => hidden = value != "visible",
                                _ => {}
                            }
                        }
                        let part = relations
                            .iter()
                            .find(|relation| relation.id == id && relation.kind == "worksheet");
                        // A sheet that is a chart holds no cells.
                        if let Some(part) = part {
                            sheets.push((name.clone(), part.target.clone()));
                            listed.push(Listed { name, hidden });
                        }
                        if sheets.len() > SHEETS {
                            return Err(
                                "tệp có hơn 1.000 trang: chia thành nhiều tệp rồi chạy lại".to_owned()
                            );
                        }
                    }
                    _ => {}
                },
                Next::Over => break,
                _ => {}
            }
        }
        drop(xml);
        Ok((Workbook { package, epoch_1904, strings, styles, sheets }, listed))
    }

    pub(super) fn sheet(&self, name: &str) -> Result<Sheet, String> {
        let (_, part) = self.sheets.iter().find(|(own, _)| own == name).ok_or(BROKEN)?;
        let context = Context { strings: &self.strings, styles: &self.styles, epoch_1904: self.epoch_1904 };
        // The filter of a table stands in a part of its own.
        let mut filters = Vec::new();
        for relation in relations(&self.package, part)? {
            if relation.kind == "table"
                && let Some(xml) = self.package.xml(&relation.target)?
            {
                filter::of_table(xml, &mut filters)?;
            }
        }
        let xml = self.package.xml(part)?.ok_or(BROKEN)?;
        let (rows, merged, outside) = sheet::read(xml, &context, filters)?;
        let (name, epoch_1904) = (name.to_owned(), self.epoch_1904);
        Ok(Sheet { name, epoch_1904, rows, merged, outside, guessed: None })
    }
}

/// The relations of a part, of the package where it is the empty name; none where it has none.
fn relations(package: &Package, part: &str) -> Result<Vec<Relation>, String> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let Some(mut xml) = package.xml(&format!("{folder}{slash}_rels/{file}.rels"))? else {
        return Ok(Vec::new());
    };
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Next::Start(start) if start.name() == b"Relationship" => {
                let (mut id, mut kind, mut target, mut outer) =
                    (String::new(), String::new(), String::new(), false);
                for attribute in start.attributes() {
                    let (key, value) = attribute?;
                    match key {
                        b"Id" => id = value.into_owned(),
                        b"Type" => kind = value.rsplit('/').next().unwrap_or_default().to_lowercase(),
                        b"Target" => target = resolved(folder, &value),
                        b"TargetMode" => outer = value == "External",
                        _ => {}
                    }
                }
                if !outer {
                    relations.push(Relation { id, kind, target });
                }
                if relations.len() > 10_000 {
                    return Err(BROKEN.to_owned());
                }
            }
            Next::Over => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as a part's name: from the root where it begins with a slash, else from the folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (from, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target.as_str()),
    };
    let mut steps: Vec<&str> = from.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_part() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../tables/table1.xml", "xl/tables/table1.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", ".\\a.xml", "xl/a.xml"),
            ("xl", "../../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(folder, target), expected);
        }
    }
}
