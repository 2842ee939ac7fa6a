//! `vanban new KIND -o x.xlsx`: a table to fill in, filled in and made papers of.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use vanban::table::Table;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::setup::vanban_in;
use super::{folder, names};

const OFFICE: &str = "office = \"Chi bộ thôn Đông\"\nsuperior = \"Đảng bộ xã Tân Lập\"\nplace = \"Tân Lập\"\nsigner = { name = \"Nguyễn Văn Bình\", position = \"Bí thư\" }\n";

/// Types texts into the first row below a workbook's header, each under the name of its column.
fn fill(path: &Path, typed: &[(&str, &str)]) {
    let bytes = fs::read(path).unwrap();
    let names = Table::sheet(Cursor::new(&bytes), None).unwrap().columns();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut filled = ZipWriter::new(fs::File::create(path).unwrap());
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if part.name() == "xl/worksheets/sheet1.xml" {
            let header = text.split("<row r=\"").last().unwrap();
            let row = header.split('"').next().unwrap().parse::<usize>().unwrap() + 1;
            let mut cells = String::new();
            for (column, name) in (b'A'..=b'Z').map(char::from).zip(&names) {
                if let Some((_, text)) = typed.iter().find(|(known, _)| known == name) {
                    cells.push_str(&format!(
                        "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                    ));
                }
            }
            assert_eq!(cells.matches("<c ").count(), typed.len(), "{names:?}");
            text = text.replace("</sheetData>", &format!("<row r=\"{row}\">{cells}</row></sheetData>"));
        }
        filled.start_file(part.name(), SimpleFileOptions::default()).unwrap();
        filled.write_all(text.as_bytes()).unwrap();
    }
    filled.finish().unwrap();
}

#[test]
fn an_invitation_is_filled_in_and_made() {
    let folder = folder("new_invitation");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let new = vanban_in(&folder, &["new", "giấy mời", "-o", "giay moi.xlsx"]);
    assert_eq!((new.status, new.err.as_str()), (0, ""));
    assert_eq!(
        new.out,
        "Đã ghi giay moi.xlsx. Mở bằng Excel, điền dưới tiêu đề, lưu lại, đóng Excel; rồi gõ:\n  \
         vanban batch \"giay moi.xlsx\" --kind invitation -o \"giay moi\"   (lập DOCX và PDF)\n"
    );
    let batch = || vanban_in(&folder, &["batch", "giay moi.xlsx", "--kind", "invitation", "-o", "giay moi"]);
    let empty = batch();
    assert_eq!(
        (empty.status, empty.err.as_str()),
        (1, "giay moi.xlsx: chưa có dòng nào được điền dưới tiêu đề; hãy điền, lưu lại rồi chạy lại\n")
    );
    fill(
        &folder.join("giay moi.xlsx"),
        &[
            ("Ngày, tháng, năm", "30/11/2026"),
            ("Trích yếu", "dự sinh hoạt chi bộ thường kỳ tháng 12 năm 2026"),
            ("Kính gửi", "Đồng chí Nguyễn Văn An\nĐồng chí Lê Thị Bình"),
            ("Ngày họp", "04/12/2026"),
            ("Giờ bắt đầu", "14h00"),
            ("Địa điểm", "Nhà văn hoá thôn Đông"),
            ("Nội dung cuộc họp", "Sinh hoạt thường kỳ tháng 12"),
        ],
    );
    let made = batch();
    assert_eq!((made.status, made.err.as_str()), (0, ""), "{}", made.out);
    assert!(made.out.contains("nhận ra 11 trong 11 cột"), "{}", made.out);
    let record = fs::read_to_string(folder.join("giay moi/records.jsonl")).unwrap();
    assert!(
        record.contains("\"addressees\":[\"Đồng chí Nguyễn Văn An\",\"Đồng chí Lê Thị Bình\"]"),
        "{record}"
    );
    assert!(
        record.contains("\"name\":\"Chi bộ thôn Đông\"") && record.contains("Nguyễn Văn Bình"),
        "{record}"
    );
    assert_eq!(names(&folder.join("giay moi")).len(), 4);
}

#[test]
fn a_table_that_stands_is_kept() {
    let folder = folder("new_sheet_kept");
    fs::write(folder.join("a.xlsx"), "mine").unwrap();
    let kept = vanban_in(&folder, &["new", "invitation", "-o", "a.xlsx"]);
    assert_eq!(kept.status, 1);
    assert!(kept.err.starts_with("a.xlsx: đã có tệp khác mang tên này, giữ nguyên; "), "{}", kept.err);
    assert_eq!(vanban_in(&folder, &["new", "invitation", "-o", "a.xlsx", "--force"]).status, 0);
    let first = fs::read(folder.join("a.xlsx")).unwrap();
    assert_eq!(vanban_in(&folder, &["new", "invitation", "-o", "b.xlsx"]).status, 0);
    assert!(first == fs::read(folder.join("b.xlsx")).unwrap());
}

#[test]
fn what_a_row_cannot_hold_is_told_with_the_command_to_type() {
    let folder = folder("new_sheet_told");
    let told = |arguments: &[&str]| {
        let new = vanban_in(&folder, &[&["new"], arguments].concat());
        assert_eq!((new.status, new.out.as_str()), (1, ""));
        new.err
    };
    assert_eq!(
        told(&["notice", "-o", "a.xlsx"]),
        "a.xlsx: thông báo có “căn cứ” gồm nhiều mục, mỗi mục lại có phần riêng: một dòng của bảng không ghi hết; hãy lập bản ghi JSON: vanban new notice -o thong-bao.json; bảng lập được khi thêm --session regular (sinh hoạt chi bộ định kỳ), --session thematic (sinh hoạt chuyên đề), --session forum (diễn đàn chi bộ), --session committee (họp chi uỷ)\n"
    );
    assert_eq!(
        told(&["resolution", "--session", "monthly", "-o", "a.xlsx"]),
        "a.xlsx: nghị quyết có “căn cứ” gồm nhiều mục, mỗi mục lại có phần riêng: một dòng của bảng không ghi hết; hãy lập bản ghi JSON: vanban new resolution --session monthly -o nghi-quyet.json\n"
    );
    assert_eq!(
        told(&["evaluation_form", "-o", "a.xlsx"]),
        "a.xlsx: chưa rõ chấm điểm theo bộ tiêu chí nào; hãy thêm --criteria-set (xem `vanban criteria list`), hoặc ghi criteria_set trong vanban.toml\n"
    );
    assert_eq!(
        told(&["evaluation_form", "--criteria-set", "abc", "-o", "a.xlsx"]),
        "a.xlsx: không có bộ tiêu chí “abc”; hãy chọn trong `vanban criteria list`\n"
    );
    fs::write(folder.join("vanban.toml"), "criteria_set = \"an_phu_ward_2025_monthly\"\n").unwrap();
    assert_eq!(
        told(&["evaluation_form", "--criteria-set", "constructed_thematic", "-o", "a.xlsx"]),
        "a.xlsx: --criteria-set: vanban.toml ghi bộ an_phu_ward_2025_monthly, và `vanban batch` lấy theo đó; hãy sửa criteria_set trong vanban.toml, hoặc bỏ --criteria-set\n"
    );
    assert_eq!(names(&folder), ["vanban.toml"]);
}
