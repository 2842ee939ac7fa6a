//! The files of a form: in a ZIP, as other systems write them, in other encodings.

use std::fs;
use std::io::{Cursor, Write};

use vanban::forms::{Folder, Form};

use super::forms::{example, form, told, words};

#[test]
fn a_form_comes_from_a_zip_of_its_folder() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for file in ["form.toml", "body.hbs", "example.json"] {
        zip.start_file(format!("giay-khen/{file}"), options).unwrap();
        zip.write_all(&fs::read(format!("tests/forms/giay-khen/{file}")).unwrap()).unwrap();
    }
    zip.start_file("giay-khen/emblem.png", options).unwrap();
    zip.write_all(&fs::read("examples/data/emblem.png").unwrap()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let read = Form::from_zip(&bytes).unwrap();
    assert_eq!(words(read, &example("giay-khen")), words(form("giay-khen"), &example("giay-khen")));
    for (bytes, sentence) in [
        (&b"PK"[..], "tệp ZIP: không đọc được; hãy nén lại thư mục của mẫu thành tệp ZIP"),
        (&bytes[..bytes.len() / 2], "tệp ZIP: không đọc được; hãy nén lại thư mục của mẫu thành tệp ZIP"),
    ] {
        assert_eq!(Form::from_zip(bytes).unwrap_err().to_string(), sentence);
    }
}

/// A ZIP of a form of these texts, and of links.
fn zip(files: &[(&str, &[u8])], links: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    for (name, target) in links {
        zip.add_symlink(*name, *target, options).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TOML: &str = "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n[fields]\n\
    ten = { label = \"Tên\", type = \"text\" }\n";
const BODY: &str = "<p>Tên:</p>\n{{#if ten}}\n<p>{{ten}}</p>\n{{/if}}\n";

#[test]
fn a_link_in_a_zip_is_not_followed() {
    for name in ["body.hbs", "phieu/emblem.png", "phieu/example.json"] {
        let links = [(name, "../../khac/tep")];
        let file = name.rsplit('/').next().unwrap();
        assert_eq!(
            Form::from_zip(&zip(&[("form.toml", TOML.as_bytes())], &links)).unwrap_err().to_string(),
            format!(
                "{file}: là liên kết đến tệp khác, mà mẫu chỉ đọc tệp trong thư mục của nó; hãy chép tệp ấy vào thư mục \
                 của mẫu rồi nén lại"
            )
        );
    }
}

#[test]
fn files_of_other_systems_are_read_as_their_lines_stand() {
    let wrong = BODY.replace("{{ten}}", "{{tenn}}");
    for ends in ["\n", "\r\n", "\r"] {
        for mark in ["", "\u{feff}"] {
            let as_written = |text: &str| format!("{mark}{}", text.replace('\n', ends));
            let read = Form::read(&Folder::new(as_written(TOML)).body(as_written(BODY)));
            assert!(read.is_ok(), "{ends:?} {mark:?}: {:?}", read.err());
            let toml = TOML.replace("\"text\"", "\"txt\"");
            assert_eq!(
                told(&Folder::new(as_written(&toml)).body(as_written(&wrong))),
                [
                    "form.toml, dòng 6, cột 31: type: không có “txt”; có phải “text”?",
                    "body.hbs, dòng 3, cột 4: không có mục “tenn”; có phải “ten”?",
                ],
                "{ends:?} {mark:?}"
            );
        }
    }
}

#[test]
fn another_encoding_is_told() {
    let said = |file: &str| format!("{file}: không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8");
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    // With a mark it is known what it is.
    let marked = [b"\xFF\xFE".to_vec(), utf16(TOML)].concat();
    assert!(Form::from_zip(&zip(&[("form.toml", &marked), ("body.hbs", BODY.as_bytes())], &[])).is_ok());
    let body = utf16("<p>a</p>");
    let unmarked = zip(&[("form.toml", TOML.as_bytes()), ("body.hbs", &body)], &[]);
    assert_eq!(Form::from_zip(&unmarked).unwrap_err().to_string(), said("body.hbs"));
    let toml = zip(&[("form.toml", &utf16(TOML)), ("body.hbs", BODY.as_bytes())], &[]);
    assert_eq!(Form::from_zip(&toml).unwrap_err().to_string(), said("form.toml"));
    let old = zip(&[("form.toml", b"format = 1\nterm = \"phi\xC5u\"\n")], &[]);
    assert_eq!(Form::from_zip(&old).unwrap_err().to_string(), said("form.toml"));
}
