//! Parts that docx-rs lacks or gets wrong.

use super::WordMode;
use super::styles::{BOX_FACE, FACE};
use crate::opc::{Element, PACKAGE, Part, Xml, relationship, relationships, serialize};
use crate::tree::Properties;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts that are the same for every document: relationships of the package, fonts.
pub(super) fn fixed_parts() -> Vec<Part> {
    vec![
        ("_rels/.rels", serialize(&package_relationships())),
        ("word/fontTable.xml", serialize(&font_table())),
        ("word/theme/theme1.xml", serialize(&super::theme::theme())),
        ("docProps/app.xml", serialize(&application())),
    ]
}

/// Types of the parts: of those that every document has, of the headers with these names, and of the `others`.
pub(super) fn content_types_part(headers: &[String], others: Vec<Element>) -> Part {
    let types = headers.iter().fold(content_types(), |root, name| root.child(header_type(name)));
    let types = others.into_iter().fold(types, Element::child);
    ("[Content_Types].xml", serialize(&types))
}

/// Relationships of the document: to the parts that every one has, to its pictures and to headers of its own, each with
/// its identity and target, and to `others`, of the type that stands before them.
pub(super) fn document_relationships_part(
    pictures: &[(String, String)],
    headers: &[(String, String)],
    others: &[(&str, String, String)],
) -> Part {
    let kinds = [("image", pictures), ("header", headers)];
    let all = kinds.into_iter().flat_map(|(kind, targets)| targets.iter().map(move |target| (kind, target)));
    let related = all.fold(document_relationships(), |root, (kind, (id, target))| {
        root.child(relationship(id, &format!("{RELATIONS}/{kind}"), target))
    });
    let related = others.iter().fold(related, |root, (kind, id, target)| {
        root.child(relationship(id, &format!("{RELATIONS}/{kind}"), target))
    });
    ("word/_rels/document.xml.rels", serialize(&related))
}

/// Settings: the compatibility mode; whether the margins of even pages change sides; whether nothing but its fields can
/// be changed.
pub(super) fn settings_part(mode: WordMode, two_sided: bool, protected: bool) -> Part {
    ("word/settings.xml", serialize(&settings(mode, two_sided, protected)))
}

/// Title, author, language and date.
pub(super) fn core_properties(properties: &Properties) -> Part {
    let mut xml = Xml::part(1 << 10);
    xml.element("cp:coreProperties", |xml| {
        xml.plain("xmlns:cp", format_args!("{PACKAGE}/metadata/core-properties"));
        xml.plain("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.plain("xmlns:dcterms", "http://purl.org/dc/terms/");
        xml.plain("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.element("dc:title", |xml| xml.text(&properties.title));
        xml.element("dc:creator", |xml| xml.text(&properties.author));
        xml.element("dc:language", |xml| xml.text("vi-VN"));
        if let Some(date) = properties.date {
            let time = format!("{date}T00:00:00Z");
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.element(name, |xml| xml.plain("xsi:type", "dcterms:W3CDTF").text(&time));
            }
        }
    });
    ("docProps/core.xml", xml.into_bytes())
}

fn content_types() -> Element {
    let default = |extension: &str, kind: &str| {
        Element::new("Default").with("Extension", extension).with("ContentType", kind)
    };
    let part =
        |name: &str, kind: String| Element::new("Override").with("PartName", name).with("ContentType", kind);
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .child(default("png", "image/png"))
        .child(part("/word/document.xml", format!("{TYPES}.document.main+xml")))
        .child(part("/word/styles.xml", format!("{TYPES}.styles+xml")))
        .child(part("/word/settings.xml", format!("{TYPES}.settings+xml")))
        .child(part("/word/fontTable.xml", format!("{TYPES}.fontTable+xml")))
        .child(part(
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml".into(),
        ))
        .child(header_type("header1.xml"))
        .child(header_type("header2.xml"))
        .child(header_type("header3.xml"))
        .child(part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".into(),
        ))
        .child(part(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".into(),
        ))
}

/// That a part of the folder `word` is a header.
fn header_type(name: &str) -> Element {
    Element::new("Override")
        .with("PartName", format!("/word/{name}"))
        .with("ContentType", format!("{TYPES}.header+xml"))
}

fn package_relationships() -> Element {
    relationships(&[
        (&format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        (&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        (&format!("{RELATIONS}/extended-properties"), "docProps/app.xml"),
    ])
}

/// Relationships of the document to its headers, as `w:headerReference` names them: of every page but
/// the first, of the paper's first page, of an appendix's first page.
pub(super) const HEADER_ID: &str = "rId4";
pub(super) const FIRST_HEADER_ID: &str = "rId5";
pub(super) const LATER_HEADER_ID: &str = "rId6";

fn document_relationships() -> Element {
    relationships(&[
        (&format!("{RELATIONS}/styles"), "styles.xml"),
        (&format!("{RELATIONS}/settings"), "settings.xml"),
        (&format!("{RELATIONS}/fontTable"), "fontTable.xml"),
        (&format!("{RELATIONS}/header"), "header1.xml"),
        (&format!("{RELATIONS}/header"), "header2.xml"),
        (&format!("{RELATIONS}/header"), "header3.xml"),
        (&format!("{RELATIONS}/theme"), "theme/theme1.xml"),
    ])
}

/// Settings of the document, its compatibility mode among them.
fn settings(mode: WordMode, two_sided: bool, protected: bool) -> Element {
    let mode = match mode {
        WordMode::Mode14 => "14",
        WordMode::Mode15 => "15",
    };
    let compat = |name: &str, value: &str| {
        Element::new("w:compatSetting")
            .with("w:name", name)
            .with("w:uri", "http://schemas.microsoft.com/office/word")
            .with("w:val", value)
    };
    let mut settings = Element::new("w:settings")
        .with("xmlns:w", WORD)
        .child(Element::new("w:zoom").with("w:percent", "100"));
    if two_sided {
        // 05-HD/VPTW II.IV.4.2.
        settings = settings.child(Element::new("w:mirrorMargins"));
    }
    if protected {
        let forms = Element::new("w:documentProtection").with("w:edit", "forms");
        settings = settings.child(forms.with("w:enforcement", "1"));
    }
    settings
        .child(Element::new("w:defaultTabStop").with("w:val", "567"))
        .child(Element::new("w:characterSpacingControl").with("w:val", "doNotCompress"))
        .child(
            Element::new("w:compat")
                // A line that ends with a forced break is not stretched to the margin.
                .child(Element::new("w:doNotExpandShiftReturn"))
                .child(compat("compatibilityMode", mode))
                .child(compat("overrideTableStyleFontSizeAndJustification", "1"))
                .child(compat("enableOpenTypeFeatures", "1"))
                .child(compat("doNotFlipMirrorIndents", "1")),
        )
        .child(Element::new("w:themeFontLang").with("w:val", "vi-VN"))
        .child(Element::new("w:decimalSymbol").with("w:val", ","))
        .child(Element::new("w:listSeparator").with("w:val", ";"))
}

/// Every face that the parts name.
fn font_table() -> Element {
    let font = |name: &str, panose: &str, charset: &str, family: &str, pitch: &str| {
        let value = |name: &str, value: &str| Element::new(name).with("w:val", value);
        Element::new("w:font")
            .with("w:name", name)
            .child(value("w:panose1", panose))
            .child(value("w:charset", charset))
            .child(value("w:family", family))
            .child(value("w:pitch", pitch))
    };
    Element::new("w:fonts")
        .with("xmlns:w", WORD)
        .child(font(FACE, "02020603050405020304", "00", "roman", "variable"))
        .child(font(BOX_FACE, "020B0609070205080204", "80", "modern", "fixed"))
}

fn application() -> Element {
    Element::new("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .child(Element::new("Application").text("vanban"))
}
