//! Parts of a DOCX, put into a package that Word and LibreOffice open.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MIME: &str = "application/vnd.openxmlformats-package";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Files of the directory `word`, each with its kind (a file's id is its bare name), and the core
/// properties with that title.
pub fn pack(title: &str, parts: Vec<(&str, &str, Vec<u8>)>) -> Vec<u8> {
    let mut types = format!(
        r#"<Default Extension="rels" ContentType="{MIME}.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/docProps/core.xml" ContentType="{MIME}.core-properties+xml"/>"#
    );
    let core = format!(
        r#"<Relationship Id="core" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#
    );
    let (mut of_package, mut of_document) = (core, String::new());
    let mut files = Vec::new();
    for (name, kind, bytes) in parts {
        let (id, extension) = name.split_once('.').expect("a name with an extension");
        let main = kind == "officeDocument";
        let (form, target) =
            if main { ("document.main", format!("word/{name}")) } else { (kind, name.to_owned()) };
        if extension == "xml" {
            types += &format!(r#"<Override PartName="/word/{name}" ContentType="{WORD}.{form}+xml"/>"#);
        }
        let relations = if main { &mut of_package } else { &mut of_document };
        *relations += &format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#);
        files.push((format!("word/{name}"), bytes));
    }
    files.push(("_rels/.rels".to_owned(), related(&of_package)));
    files.push(("word/_rels/document.xml.rels".to_owned(), related(&of_document)));
    files.push(("docProps/core.xml".to_owned(), properties(title)));
    let types = format!(r#"<Types xmlns="{PACKAGE}/content-types">{types}</Types>"#);
    files.push(("[Content_Types].xml".to_owned(), types.into_bytes()));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, SimpleFileOptions::default()).expect("a new part");
        zip.write_all(&content).expect("into memory");
    }
    zip.finish().expect("a ZIP").into_inner()
}

fn related(relations: &str) -> Vec<u8> {
    format!(r#"<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>"#).into_bytes()
}

fn properties(title: &str) -> Vec<u8> {
    format!(
        r#"<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>Chi bộ</dc:creator></cp:coreProperties>"#
    )
    .into_bytes()
}
