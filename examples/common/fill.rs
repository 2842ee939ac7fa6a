// Fills content controls of a DOCX by their tags, as a person in Word does: the example and the tests of what comes back
// share it. It knows nothing of the writer but what every such file has.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A part of a package as text.
pub fn part(docx: &[u8], name: &str) -> zip::result::ZipResult<String> {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(docx))?.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

/// The package with another text for one of its parts.
pub fn with_part(docx: &[u8], name: &str, text: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(docx))?;
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let own = file.name().to_owned();
        package.start_file(own.clone(), SimpleFileOptions::default())?;
        if own == name {
            package.write_all(text.as_bytes())?;
        } else {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            package.write_all(&bytes)?;
        }
    }
    Ok(package.finish()?.into_inner())
}

/// The file with these texts in the controls of these tags; the data part stays as it was, as in programs that do not know it.
pub fn fill(docx: &[u8], values: &[(&str, &str)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut document = part(docx, "word/document.xml")?;
    for (tag, value) in values {
        document = filled(&document, tag, value)
            .ok_or_else(|| std::io::Error::other(format!("no control has the tag {tag}")))?;
    }
    with_part(docx, "word/document.xml", &document)
}

/// The part with a text in the first run of a control, and in none of the others.
fn filled(document: &str, tag: &str, value: &str) -> Option<String> {
    let at = document.find(&format!("<w:tag w:val=\"{tag}\"/>"))?;
    let (before, rest) = document.split_at(at);
    let (control, after) = rest.split_at(rest.find("</w:sdtContent>")?);
    let (properties, content) = control.split_at(control.find("<w:sdtContent>")?);
    let mut runs = String::new();
    for (index, text) in content.split("<w:t xml:space=\"preserve\">").enumerate() {
        match (index, text.split_once("</w:t>")) {
            (0, _) | (_, None) => runs += text,
            (1, Some((_, behind))) => {
                let value = value.replace('&', "&amp;").replace('<', "&lt;");
                runs += &format!("<w:t xml:space=\"preserve\">{value}</w:t>{behind}");
            }
            (_, Some((_, behind))) => runs += &format!("<w:t/>{behind}"),
        }
    }
    Some(format!("{before}{}{runs}{after}", properties.replace("<w:showingPlcHdr/>", "")))
}
