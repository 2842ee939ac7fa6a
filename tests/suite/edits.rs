//! Edits of a DOCX that somebody filled in: its parts, its controls, its data part.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a file.
pub struct Parts(pub Vec<(String, Vec<u8>)>);

impl Parts {
    pub fn of(file: &[u8]) -> Parts {
        let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
        let count = archive.len();
        let mut part = |index: usize| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().to_owned(), bytes)
        };
        Parts((0..count).map(&mut part).collect())
    }

    pub fn text(&self, name: &str) -> String {
        let part = self.0.iter().find(|(own, _)| own == name).unwrap();
        String::from_utf8(part.1.clone()).unwrap()
    }

    pub fn set(&mut self, name: &str, text: String) {
        self.0.iter_mut().find(|(own, _)| own == name).unwrap().1 = text.into_bytes();
    }

    pub fn file(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

pub const TEXT: &str = "word/document.xml";
pub const DATA: &str = "customXml/item1.xml";

/// Where a value belongs, in the form's own fields: the pointer of a row is found by what the row must have.
pub fn pointer(data: &str, criterion: &str, column: &str) -> String {
    let with = format!("&quot;criterion&quot;:&quot;{criterion}&quot;");
    let place = data.split("<place ").find(|place| place.contains(&with) && place.contains(column)).unwrap();
    place.split('"').nth(1).unwrap().to_owned()
}

/// Writes into the control with this tag.
pub fn write(text: &mut String, tag: &str, words: &str) {
    let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap_or_else(|| panic!("{tag}"));
    let begin = at + text[at..].find("<w:sdtContent>").unwrap();
    let end = begin + text[begin..].find("</w:sdtContent>").unwrap();
    text.replace_range(begin..end, &format!("<w:sdtContent><w:r><w:t>{words}</w:t></w:r>"));
}

/// Writes into the data part, the field of that place.
pub fn write_data(data: &mut String, tag: &str, words: &str) {
    let number = data.split("<place ").position(|place| place.starts_with(&format!("at=\"{tag}\""))).unwrap();
    let (before, fields) = data.split_once("<fields>").unwrap();
    let mut fields: Vec<String> = fields.split_inclusive('>').map(str::to_owned).collect();
    let empty: Vec<usize> = (0..fields.len()).filter(|at| fields[*at].starts_with("<field")).collect();
    let at = empty[number - 1];
    assert_eq!(fields[at], "<field/>", "{tag}");
    fields[at] = format!("<field>{words}</field>");
    *data = format!("{before}<fields>{}", fields.concat());
}

pub fn without_controls(text: &str) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("<w:sdt>") {
        kept += &rest[..at];
        rest = &rest[rest.find("<w:sdtContent>").unwrap() + "<w:sdtContent>".len()..];
    }
    (kept + rest).replace("</w:sdtContent></w:sdt>", "")
}
