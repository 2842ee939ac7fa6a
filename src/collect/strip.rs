//! A DOCX without the record that travelled with it.

use super::data::SPACE;
use super::foreign;
use super::package::{Parts, relationships};
use crate::error::Result;
use crate::opc::{Change, Damage, relationships_of, target, without};

/// Returns the same DOCX without the record in it, so that it can leave the office. The part with the record,
/// the references to it and the bindings of the controls are removed. Text and controls stay, and every other
/// part stays byte for byte. A file without a record is returned unchanged.
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
    if parts.data.is_empty() {
        return Ok(docx.to_vec());
    }
    if parts.signed {
        return Err(foreign::told(
            "returned.signed",
            "tệp đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký, hoặc gửi bản PDF",
        ));
    }
    stripped(&mut parts).map_err(foreign::damaged)
}

fn stripped(parts: &mut Parts<'_>) -> std::result::Result<Vec<u8>, Damage> {
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
        let kept = without(&part, |tag| match tag.name {
            "Relationship" if is_relations => leads_to(tag.get("Target")),
            "Override" if is_types => leads_to(tag.get("PartName")),
            "dataBinding" => ["prefixMappings", "xpath"].iter().any(|name| {
                tag.get(name).is_some_and(|said| said.contains(SPACE) || said.contains("vanban["))
            }),
            _ => false,
        })?;
        if kept != part {
            changed.push((name, kept));
        }
    }
    parts.package.rewritten(|name| {
        if gone.iter().any(|gone| gone == name) {
            return Change::LeftOut;
        }
        match changed.iter_mut().find(|(own, _)| own == name) {
            Some((_, bytes)) => Change::Bytes(std::mem::take(bytes)),
            None => Change::None,
        }
    })
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
            package.deflated_file(&name, &opened.part(&name).unwrap().unwrap()).unwrap();
        }
        package.deflated_file("_xmlsignatures/sig1.xml", b"<Signature/>").unwrap();
        let signed = package.finish().unwrap();
        assert!(Returned::open(&signed).unwrap().is_signed());
        assert_eq!(
            strip(&signed).unwrap_err().to_string(),
            "lỗi: tệp đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký, hoặc gửi bản PDF [quy ước; returned.signed]"
        );
    }
}
