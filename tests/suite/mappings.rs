//! What is told of tables and of the files that say where their columns go: `vanban::table`.

use std::io::Cursor;

use vanban::Kind;
use vanban::kinds::built_in;
use vanban::table::{Error, Item, Mapping, Records, Table};

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

fn table(rows: impl Into<Vec<u8>>) -> Table {
    Table::csv(Cursor::new(rows.into())).unwrap()
}

#[test]
fn a_text_in_an_old_encoding_is_told() {
    let said =
        |rows: &[u8]| table(rows).survey(kind("resolution"), None, crate::renderer()).unwrap().to_string();
    let old = said(b"T\xean chi b\xf4\xf2;S\xf4\xec\nChi b\xf4\xf2 A;5\n");
    assert_eq!(
        old.lines().next(),
        Some("tệp không ở dạng UTF-8, đọc theo bảng mã windows-1258; hãy xem chữ có đúng không")
    );
    assert!(!said("Tên chi bộ;Số\nChi bộ A;5\n".as_bytes()).contains("bảng mã"));
}

#[test]
fn a_broken_line_of_jsonl_is_told_with_its_line() {
    let lines = "{\"kind\": \"notice\"}\n\n{\"kind\": \"notice\",\n{\"place\": \"a\", \"place\": \"b\"}\n";
    for kind in [None, Some(kind("notice"))] {
        let items = Records::jsonl(lines.as_bytes(), kind).map(|item| item.unwrap());
        let told = |item: Item| item.record(crate::renderer()).unwrap_err().to_string();
        let said: Vec<String> = items.skip(1).map(told).collect();
        assert_eq!(
            said,
            [
                "lỗi: dòng 3, cột 18: tệp hết giữa chừng [quy ước; shape.syntax]",
                "lỗi: place (địa danh): ghi hai lần “place”, lần sau ở dòng 4, cột 22; hãy bỏ một lần [quy ước; \
                 shape.duplicate_field]",
            ]
        );
    }
}
