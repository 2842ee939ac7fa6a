use super::fixture::{control, docx, paragraph, run};
use super::*;
use crate::error::Error;

mod boxes;
mod collected;
mod columns;
mod extracted;
mod letters;
mod listed;
mod lost;
mod made;
mod messages;
mod old_forms;
mod once;
mod opinions;
mod shown;
mod unseen;

fn told(file: &[u8]) -> String {
    Returned::open(file).unwrap_err().to_string()
}

#[test]
fn each_file_that_is_no_docx_is_told_with_what_to_do() {
    let not_docx = |said: &str| format!("lỗi: {said} [quy ước; returned.not_docx]");
    for (bytes, said) in [
        (&b""[..], "tệp rỗng, không có gì bên trong; hãy xin lại tệp"),
        (
            b"%PDF-1.7 ...",
            "đây là tệp PDF, ở đây chỉ đọc được tệp Word; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay",
        ),
        (
            b"\xff\xd8\xff\xe0",
            "đây là ảnh chụp, không đọc được chữ trong ảnh; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay",
        ),
        (b"{\\rtf1", "đây là tệp RTF; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx"),
        (b"<html>", "đây là trang web, không phải tệp Word; hãy xin lại tệp Word (.docx)"),
        (b"Ghi ch\xc3\xba", "đây không phải là tệp Word (.docx); hãy xin lại tệp Word đã điền"),
    ] {
        assert_eq!(told(bytes), not_docx(said));
    }
    let zip = |parts: &[(&str, &str)]| {
        let mut package = crate::opc::Package::new();
        for (name, part) in parts {
            package.store(&(name, part.as_bytes())).unwrap();
        }
        package.finish().unwrap()
    };
    for (parts, said) in [
        (
            &[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")][..],
            "đây là tệp ODT của LibreOffice; hãy mở bằng LibreOffice hoặc Word rồi lưu thành .docx",
        ),
        (
            &[("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<a/>")],
            "đây là bảng tính, không phải tệp Word; hãy xin lại tệp Word (.docx) đã điền",
        ),
        (
            &[("[Content_Types].xml", "<a/>"), ("ppt/presentation.xml", "<a/>")],
            "đây là bài trình chiếu, không phải tệp Word; hãy xin lại tệp Word (.docx) đã điền",
        ),
        (
            &[("phieu.docx", "PK")],
            "đây là tệp nén, không phải tệp Word; hãy giải nén rồi thu từng tệp .docx bên trong",
        ),
    ] {
        assert_eq!(told(&zip(parts)), not_docx(said));
    }
    assert_eq!(
        told(b"Ghi ch\xc3\xba"),
        "lỗi: đây không phải là tệp Word (.docx); hãy xin lại tệp Word đã điền [quy ước; returned.not_docx]"
    );
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    assert_eq!(
        told(&[&compound[..], &wide].concat()),
        "lỗi: tệp có đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại, hoặc xin lại tệp [quy ước; returned.password]"
    );
    assert_eq!(
        told(compound),
        "lỗi: đây là tệp của Word 97-2003 (.doc); hãy mở bằng Word, chọn “Lưu thành” (Save As), lưu thành .docx [quy ước; returned.old_word]"
    );
}

#[test]
fn a_damaged_file_and_a_bomb_are_told() {
    let file = docx(&paragraph("a"), None);
    assert_eq!(
        told(&file[..file.len() / 2]),
        "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]"
    );
    let tracked = docx("<w:p><w:del w:id='1'><w:r/></w:p></w:del>", None);
    assert_eq!(
        told(&tracked),
        "lỗi: phần chữ của tệp bị hỏng, có lẽ do LibreOffice 7.4 lưu khi đang bật “Theo dõi thay đổi” (Track Changes); hãy tắt chế độ đó, điền lại vào tệp đã gửi rồi lưu lại [quy ước; returned.damaged]"
    );
    let bomb = docx(&paragraph(&" ".repeat(17 << 20)), None);
    assert_eq!(
        told(&bomb),
        "lỗi: tệp lớn quá mức của một văn bản, không mở; hãy bỏ bớt ảnh rồi lưu lại, hoặc xin lại tệp [quy ước; returned.too_large]"
    );
}

fn fields(body: &str, fields: &str) -> Vec<ReturnedField> {
    Returned::open(&docx(body, Some(("{}", fields)))).unwrap().fields().to_vec()
}

const OPEN: &str = r#"<field at="/a" open="true" printed="………"></field>"#;

/// What the control of the one open field says.
fn text(body: &str) -> Option<String> {
    fields(body, OPEN).remove(0).text
}

#[test]
fn a_control_says_what_was_filled_in() {
    let filled = |shown: &str| text(&paragraph(&control("/a", Some(1), shown))).unwrap();
    assert_eq!(filled("28"), "28");
    assert_eq!(filled("………"), "");
    assert_eq!(filled(" "), "");
    assert_eq!(filled("…28……"), "28");
    assert_eq!(filled("v.v."), "v.v.");
    // Dots right behind a word are no room for the pen.
    assert_eq!(filled("…sổ sách, v.v..."), "sổ sách, v.v...");
    assert_eq!(filled("sổ sách, v.v…"), "sổ sách, v.v…");
    assert_eq!(filled("…tốt……"), "tốt");
    assert_eq!(filled("28…"), "28");
    assert_eq!(text(&paragraph("28")), None);
    let asked =
        control("/a", Some(1), "Bấm hoặc gõ vào đây").replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>");
    assert_eq!(text(&paragraph(&asked)).unwrap(), "");
}

#[test]
fn a_control_is_found_by_its_binding_or_its_tag_at_any_level() {
    let own = control("/a", None, "28");
    let content = |level: &str| own.replace(&run("28"), level);
    let cell = "<w:tc><w:p><w:r><w:t>28</w:t></w:r></w:p></w:tc>";
    for body in [
        paragraph(&own),
        paragraph(&control("khác", Some(1), "28")),
        paragraph(&control("#1", None, "28")),
        content(&paragraph("28")),
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", content(cell)),
        format!("<w:tbl>{}</w:tbl>", content(&format!("<w:tr>{cell}</w:tr>"))),
        // Nested in another one, around another one, split.
        paragraph(&control("", None, "").replace(&run(""), &own)),
        paragraph(&content(&control("", None, "28"))),
        paragraph(&content(&control("/a", None, "28"))),
        paragraph(&format!("{}{}", control("/a", None, "2"), control("/a", None, "8"))),
    ] {
        assert_eq!(text(&body).as_deref(), Some("28"), "{body}");
    }
    assert_eq!(text(&content(&[paragraph("a"), paragraph("b")].concat())).as_deref(), Some("a\nb"));
}

#[test]
fn copies_of_a_control_that_differ_are_told_apart() {
    let two = |first: &str, second: &str| {
        let copies = [first, second].map(|text| paragraph(&control("/a", Some(1), text)));
        let field = fields(&copies.concat(), OPEN).remove(0);
        (field.text.unwrap(), field.differs)
    };
    assert_eq!(two("28", "28"), ("28".to_owned(), false));
    assert_eq!(two("28", "………"), ("28".to_owned(), false));
    assert_eq!(two("28", "29"), ("28\n29".to_owned(), true));
}

#[test]
fn boxes_and_lists_say_their_values() {
    let ticked = control("/a", Some(1), "☒").replace(
        "</w:sdtPr>",
        r#"<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>"#,
    );
    let field = |value: &str| format!(r#"<field at="/a" printed="☐">{value}</field>"#);
    for (value, data) in [("☐", "false"), ("true", "true"), ("0", "false")] {
        let found = fields(&paragraph(&ticked), &field(value)).remove(0);
        assert_eq!((found.given.as_str(), found.text.as_deref()), ("false", Some("true")));
        assert_eq!(found.data, data);
    }
    let list = control("/a", Some(1), "Kết hợp").replace(
        "</w:sdtPr>",
        r#"<w:dropDownList><w:listItem w:displayText="Kết hợp" w:value="combined"/></w:dropDownList></w:sdtPr>"#,
    );
    let found =
        fields(&paragraph(&list), r#"<field at="/a" open="true" printed="…">combined</field>"#).remove(0);
    assert_eq!((found.text.as_deref(), found.data.as_str()), (Some("combined"), "combined"));
}

#[test]
fn fields_of_one_place_are_told_apart_by_their_order() {
    let slots = r#"<field at="/a" printed="x">x</field><field at="/a" printed="x">x</field>"#;
    let body = [paragraph(&control("/a", None, "1")), paragraph(&control("/a", None, "2"))].concat();
    let texts: Vec<_> = fields(&body, slots).into_iter().map(|field| field.text.unwrap()).collect();
    assert_eq!(texts, ["1", "2"]);
}

#[test]
fn cells_of_tables_stand_in_their_columns() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}{}</w:tc>", paragraph(text), paragraph("2"))
    };
    let rows = [
        [cell("<w:gridSpan w:val='2'/>", "a"), cell("<w:vMerge w:val='restart'/>", "b")].concat(),
        [cell("", "c"), cell("", "d"), cell("<w:vMerge/>", "")].concat(),
    ];
    let table = format!("<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>", rows[0], rows[1]);
    let returned = Returned::open(&docx(&table, None)).unwrap();
    assert_eq!(returned.tables(), [[["a\n2", "", "b\n2"], ["c\n2", "d\n2", ""]]]);
}

#[test]
fn the_part_is_found_by_what_it_is() {
    let file = docx(&paragraph("a"), Some((r#"{"kind": "notice"}"#, "")));
    assert_eq!(Returned::open(&file).unwrap().record(), Some(r#"{"kind": "notice"}"#));
    let Err(Error::Invalid(problems)) = Returned::open(b"") else { panic!() };
    assert_eq!(problems[0].code, "returned.not_docx");
}
