//! A DOCX without the record that travelled with it.

use super::data::SPACE;
use super::foreign;
use super::package::{Parts, relationships};
use crate::error::Result;
use crate::opc::{Change, Damage, Edit, Sink, Tag, edited, relationships_of, stream, target};

/// Returns the same DOCX without the record in it, so that it can leave the office.
///
/// It removes the part with the record, the references to it, the content controls of the library's fields with their
/// titles and locks, the texts that these show while they are empty (the glossary part), and the protection of forms if
/// it has no password. The text inside the controls stays where it was, so no line moves. Content controls that others
/// added stay, and every other part stays byte for byte. A file that has none of this is returned unchanged.
///
/// ```
/// # use vanban::{Renderer, collect, kinds::Notice};
/// let docx = Renderer::new().render(&Notice::example())?.to_docx()?;
/// assert_eq!(collect::strip(&docx)?, docx);
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// The errors of [`Returned::open`](super::Returned::open). A signed file is an error too, because its
/// signature would become invalid.
pub fn strip(docx: &[u8]) -> Result<Vec<u8>> {
    let mut parts = Parts::open(docx)?;
    let signed = parts.signed;
    let Some(stripped) = stripped(&mut parts).map_err(foreign::damaged)? else { return Ok(docx.to_vec()) };
    if signed {
        return Err(foreign::told(
            "returned.signed",
            "tệp đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký, hoặc gửi bản PDF",
        ));
    }
    Ok(stripped)
}

/// The file without; nothing where there is nothing to take out.
fn stripped(parts: &mut Parts<'_>) -> std::result::Result<Option<Vec<u8>>, Damage> {
    let mut gone: Vec<String> = Vec::new();
    for (name, _) in std::mem::take(&mut parts.data) {
        let related = relationships(&mut parts.package, &name)?;
        // Nothing else goes with it, wherever a damaged file leads.
        let own = related.iter().filter(|relation| relation.is("customXmlProps"));
        let own = own.map(|relation| target(&name, &relation.target)).filter(|own| *own != parts.main);
        gone.extend(own);
        gone.push(relationships_of(&name));
        gone.push(name);
    }
    gone.extend(own_glossary(parts)?);
    let names: Vec<String> = parts.package.names().map(str::to_owned).collect();
    let mut changed: Vec<(String, Vec<u8>)> = Vec::new();
    for name in names.into_iter().filter(|name| !gone.contains(name)) {
        let is_relations = name.ends_with(".rels");
        let is_types = name == "[content_types].xml";
        // What is no text has nothing to change; a picture may be large.
        if !(is_relations || is_types || (name.starts_with("word/") && name.ends_with(".xml"))) {
            continue;
        }
        let Some(part) = parts.package.part(&name)? else { continue };
        let from = part_of(&name);
        let leads_to = |found: Option<String>| found.is_some_and(|it| gone.contains(&target(&from, &it)));
        let mut controls = Controls::of(&part)?;
        let kept = edited(&part, |tag| match tag.name {
            "Relationship" if is_relations && leads_to(tag.get("Target")) => Edit::LeftOut,
            "Override" if is_types && leads_to(tag.get("PartName")) => Edit::LeftOut,
            "dataBinding" if is_ours(tag) => Edit::LeftOut,
            "documentProtection" if is_for_forms(tag) => Edit::LeftOut,
            name => controls.edit(name),
        })?;
        if kept != part {
            changed.push((name, kept));
        }
    }
    if gone.is_empty() && changed.is_empty() {
        return Ok(None);
    }
    let stripped = parts.package.rewritten(|name| {
        if gone.iter().any(|gone| gone == name) {
            return Change::LeftOut;
        }
        match changed.iter_mut().find(|(own, _)| own == name) {
            Some((_, bytes)) => Change::Bytes(std::mem::take(bytes)),
            None => Change::None,
        }
    })?;
    Ok(Some(stripped))
}

/// The parts of a glossary that says nothing but what our fields show while they are empty.
fn own_glossary(parts: &mut Parts<'_>) -> std::result::Result<Vec<String>, Damage> {
    let main = parts.main.clone();
    let related = relationships(&mut parts.package, &main)?;
    let Some(own) = related.iter().find(|relation| relation.is("glossaryDocument")) else {
        return Ok(Vec::new());
    };
    let name = target(&main, &own.target);
    let Some(bytes) = parts.package.part(&name)? else { return Ok(Vec::new()) };
    let mut rooms = Rooms::default();
    stream(&bytes, &mut rooms)?;
    if rooms.names.is_empty() || !rooms.names.iter().all(|name| name.starts_with(ROOM)) {
        return Ok(Vec::new());
    }
    // Word gives it styles and settings of its own.
    let folder = name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let inside = |part: &&str| !folder.is_empty() && folder != "word/" && part.starts_with(&folder);
    let mut gone: Vec<String> = parts.package.names().filter(inside).map(str::to_owned).collect();
    gone.push(relationships_of(&name));
    gone.push(name);
    Ok(gone)
}

/// How the entries of our glossary begin.
const ROOM: &str = "VanbanRoom";

/// The names of the entries of a glossary.
#[derive(Default)]
struct Rooms {
    names: Vec<String>,
    in_properties: Vec<bool>,
}

impl Sink for Rooms {
    fn start(&mut self, tag: &Tag<'_>) -> std::result::Result<(), Damage> {
        if tag.name == "name" && self.in_properties.last() == Some(&true) {
            self.names.extend(tag.get("val"));
        }
        self.in_properties.push(tag.name == "docPartPr");
        Ok(())
    }

    fn end(&mut self) -> std::result::Result<(), Damage> {
        self.in_properties.pop();
        Ok(())
    }

    fn text(&mut self, _: &str) -> std::result::Result<(), Damage> {
        Ok(())
    }
}

/// The content controls of a part in their order: whether each is around a field of ours.
#[derive(Default)]
struct Controls {
    ours: Vec<bool>,
    /// How many began, while the part is edited.
    next: usize,
}

impl Controls {
    fn of(part: &[u8]) -> std::result::Result<Controls, Damage> {
        let mut controls = Controls::default();
        stream(part, &mut controls)?;
        Ok(controls)
    }

    /// What becomes of the parts of a control.
    fn edit(&mut self, name: &str) -> Edit {
        self.next += usize::from(name == "sdt");
        // Between the beginning of a control and that of its content no other begins.
        let ours = self.next.checked_sub(1).and_then(|at| self.ours.get(at)) == Some(&true);
        match name {
            "sdt" | "sdtContent" if ours => Edit::Opened,
            "sdtPr" | "sdtEndPr" if ours => Edit::LeftOut,
            _ => Edit::Kept,
        }
    }
}

impl Sink for Controls {
    fn start(&mut self, tag: &Tag<'_>) -> std::result::Result<(), Damage> {
        let last = self.ours.last_mut();
        match tag.name {
            "sdt" => self.ours.push(false),
            "tag" => {
                if let Some(ours) = last {
                    *ours |= tag.get("val").is_some_and(|tag| names_a_field(&tag));
                }
            }
            "dataBinding" if is_ours(tag) => last.into_iter().for_each(|ours| *ours = true),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> std::result::Result<(), Damage> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> std::result::Result<(), Damage> {
        Ok(())
    }
}

/// Whether a tag is one that the library gives: a JSON pointer, or the number of a field.
fn names_a_field(tag: &str) -> bool {
    tag.starts_with('/') || tag.strip_prefix('#').is_some_and(|number| number.parse::<usize>().is_ok())
}

/// Whether a control is bound to the part of the record.
fn is_ours(binding: &Tag<'_>) -> bool {
    ["prefixMappings", "xpath"]
        .iter()
        .any(|name| binding.get(name).is_some_and(|said| said.contains(SPACE) || said.contains("vanban[")))
}

/// Whether a protection is that of forms, which anybody may take off.
fn is_for_forms(protection: &Tag<'_>) -> bool {
    let has = |name: &str| protection.get(name).is_some();
    let locked = ["hash", "hashValue", "cryptProviderType", "algorithmName"].iter().any(|name| has(name));
    !locked && protection.get("edit").is_some_and(|edit| edit == "forms")
}

/// The part that a part of relationships is of: `word/document.xml` of `word/_rels/document.xml.rels`.
fn part_of(relations: &str) -> String {
    let name = relations.strip_suffix(".rels").unwrap_or(relations);
    name.replacen("_rels/", "", 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::Returned;
    use crate::collect::fixture::{control, docx, paragraph};

    #[test]
    fn the_record_and_what_leads_to_it_go_and_the_text_stays() {
        let fields = r#"<field at="/session/present" open="true" printed="…">28</field>"#;
        let body = paragraph(&format!("có mặt: {}", control("/session/present", Some(1), "28")));
        let file = docx(&body, Some(("{}", fields)));
        let stripped = strip(&file).unwrap();
        let text = |file: &[u8]| Returned::open(file).unwrap().paragraphs().collect::<Vec<_>>();
        assert_eq!(text(&stripped), text(&file));
        assert_eq!(Returned::open(&stripped).unwrap().record(), None);
        let mut parts = Parts::open(&stripped).unwrap();
        let names: Vec<String> = parts.package.names().map(str::to_owned).collect();
        assert_eq!(
            names,
            ["[content_types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"]
        );
        for name in names {
            let part = String::from_utf8(parts.package.part(&name).unwrap().unwrap()).unwrap();
            assert!(!part.contains("vanban") && !part.contains("customXml"), "{name}: {part}");
        }
        assert_eq!(strip(&stripped).unwrap(), stripped);
        assert_eq!(strip(&file).unwrap(), stripped);
    }

    #[test]
    fn a_signed_file_is_left_as_it_is() {
        let file = docx(&paragraph("a"), Some(("{}", "")));
        let mut opened = crate::opc::Opened::open(&file).unwrap();
        let mut package = crate::opc::Package::new();
        let names: Vec<String> = opened.names().map(str::to_owned).collect();
        for name in names {
            package.store(&(&name, &opened.part(&name).unwrap().unwrap())).unwrap();
        }
        package.store(&("_xmlsignatures/sig1.xml", b"<Signature/>")).unwrap();
        let signed = package.finish().unwrap();
        assert!(Returned::open(&signed).unwrap().is_signed());
        assert_eq!(
            strip(&signed).unwrap_err().to_string(),
            "lỗi: tệp đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký, hoặc gửi bản PDF [quy ước; returned.signed]"
        );
    }
}
