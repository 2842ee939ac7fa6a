//! DOCX made by hand, as programs write them.

use crate::opc::Package;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

pub(super) fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph; what is no element is a run.
pub(super) fn paragraph(content: &str) -> String {
    let mut runs = String::new();
    let (before, rest) = content.split_once('<').unwrap_or((content, ""));
    if !before.is_empty() {
        runs += &run(before);
    }
    if !rest.is_empty() {
        runs += &format!("<{rest}");
    }
    format!("<w:p>{runs}</w:p>")
}

/// A control of a run with a tag, bound to a field by its number.
pub(super) fn control(tag: &str, number: Option<usize>, text: &str) -> String {
    let bound = number.map_or(String::new(), |number| {
        format!(
            r#"<w:dataBinding w:prefixMappings="xmlns:v='urn:vanban:record'" w:xpath="/v:vanban[1]/v:fields[1]/v:field[{number}]" w:storeItemID="{{0}}"/>"#
        )
    });
    format!(
        r#"<w:sdt><w:sdtPr><w:alias w:val="trường"/><w:tag w:val="{tag}"/>{bound}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        run(text)
    )
}

/// Fields, each written as `<field at="…">value</field>`, as the part has them: where they belong, then what they hold.
fn apart(fields: &str) -> String {
    let (mut places, mut values) = (String::new(), String::new());
    for field in fields.split("<field").skip(1) {
        let (attributes, rest) = field.split_once('>').unwrap();
        let value = rest.split("</field").next().unwrap_or_default();
        places += &format!("<place{}/>", attributes.trim_end_matches('/'));
        values += &format!("<field>{value}</field>");
    }
    format!("<places>{places}</places><fields>{values}</fields>")
}

/// A DOCX with this body and, where there is one, a record and its fields.
pub(super) fn docx(body: &str, data: Option<(&str, &str)>) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>"#);
    let types = |more: &str| {
        format!(
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>{more}</Types>"#
        )
    };
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let mut parts = vec![
        ("_rels/.rels", relation("officeDocument", "word/document.xml")),
        ("word/document.xml", document),
    ];
    match data {
        None => parts.push(("[Content_Types].xml", types(""))),
        Some((record, fields)) => {
            let record = record.replace('&', "&amp;").replace('<', "&lt;");
            let item = format!(
                r#"<vanban xmlns="urn:vanban:record" format="1"><record>{record}</record>{}</vanban>"#,
                apart(fields)
            );
            let kind = r#"<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>"#;
            parts.extend([
                ("[Content_Types].xml", types(kind)),
                ("word/_rels/document.xml.rels", relation("customXml", "../customXml/item1.xml")),
                ("customXml/item1.xml", item),
                ("customXml/_rels/item1.xml.rels", relation("customXmlProps", "itemProps1.xml")),
                ("customXml/itemProps1.xml", "<datastoreItem/>".to_owned()),
            ]);
        }
    }
    let mut package = Package::new();
    for (name, part) in parts {
        package.store(&(name, part.as_bytes())).unwrap();
    }
    package.finish().unwrap()
}
