//! Rows to records, from bytes: `vanban::table`.

use std::io::Cursor;

use serde_json::{Value, json};
use vanban::Kind;
use vanban::batch::{Batch, Outcome};
use vanban::kinds::built_in;
use vanban::table::{Error, Item, Mapping, Records, Table};

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

/// The example's table, in which one row has a wrong number.
const ROWS: &str = "STT;Tên chi bộ;Số;Ngày ban hành;Người ký\n\
                    1;Chi bộ thôn Đông;0;05/6/2026;Nguyễn Văn An\n;;;;\n\
                    2;Chi bộ thôn Nam;6;05/6/2026;Trần Thị Bình\n";

fn mapping() -> Mapping {
    Mapping::from_toml(&std::fs::read_to_string("examples/data/branches.toml").unwrap()).unwrap()
}

fn items(rows: &str) -> Vec<Item> {
    let table = Table::csv(Cursor::new(rows.to_owned())).unwrap();
    let records = table.records(kind("resolution"), Some(&mapping()), crate::renderer()).unwrap();
    records.map(Result::unwrap).collect()
}

#[test]
fn a_problem_of_a_record_names_its_cell() {
    let items = items(ROWS);
    let names: Vec<&str> = items.iter().map(Item::name).collect();
    assert_eq!(names, ["dòng 2 (Chi bộ thôn Đông)", "dòng 4 (Chi bộ thôn Nam)"]);
    assert_eq!(
        items[0].render(crate::renderer()).unwrap_err().to_string(),
        "lỗi: cột “Số” (C2), “0”: số văn bản bắt đầu từ 01, không có số 0 \
         [05-HD/VPTW II.I.3.1.1; number.zero]"
    );
    let record: Value =
        serde_json::from_str(&items[1].record(crate::renderer()).unwrap().to_json().unwrap()).unwrap();
    assert_eq!((&record["number"], &record["issuer"]["name"]), (&json!(6), &json!("Chi bộ thôn Nam")));
    let paper = items[1].render(crate::renderer()).unwrap();
    assert_eq!(paper.file_name(), "nghi-quyet-06-nq-cb");
}

#[test]
fn items_are_entries_of_a_batch() {
    let mut said = Vec::new();
    let batch = Batch::new(crate::renderer()).formats(&[]);
    let sink = |outcome: Outcome| {
        said.push((outcome.name.clone(), outcome.document().is_some()));
        Ok(())
    };
    batch.run(items(ROWS), sink).unwrap();
    assert_eq!(
        said,
        [("dòng 2 (Chi bộ thôn Đông)".to_owned(), false), ("dòng 4 (Chi bộ thôn Nam)".to_owned(), true)]
    );
}

#[test]
fn a_digest_tells_whether_a_row_is_still_the_same() {
    let digests = |rows: &str| items(rows).iter().map(Item::digest).collect::<Vec<_>>();
    let (before, after) = (digests(ROWS), digests(&ROWS.replace("Bình", "Bính")));
    assert_eq!(before, digests(ROWS));
    assert_eq!(before[0], after[0]);
    assert_ne!(before[1], after[1]);
    assert!(before[0].len() == 32 && before[0].bytes().all(|byte| byte.is_ascii_hexdigit()));
}

/// Without a mapping the columns are called as their places are.
#[test]
fn columns_may_be_called_as_their_places_are() {
    let read = |header: &str| {
        let table = Table::csv(Cursor::new(format!("{header}\n7\n"))).unwrap();
        assert_eq!(table.columns(), [header]);
        table
            .records(kind("resolution"), None, crate::renderer())
            .map(|mut records| records.next().unwrap().unwrap())
    };
    // A record of a number alone lacks the rest.
    assert!(
        read("number")
            .unwrap()
            .record(crate::renderer())
            .unwrap_err()
            .to_string()
            .contains("thiếu mục bắt buộc “issuer”")
    );
    let Err(Error::Mapping(wrong)) = read("numbers") else { panic!("it was taken") };
    assert_eq!(wrong, ["cột “numbers” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore"]);
}

#[test]
fn lists_of_records_are_read_from_bytes() {
    let smallest: Value = serde_json::from_str(&crate::case("draft_smallest")).unwrap();
    let mut bare = smallest.clone();
    bare.as_object_mut().unwrap().retain(|name, _| name != "kind" && name != "format");
    let resolution = Some(kind("resolution"));
    let named = |records: Records<'_>| {
        let items = records.map(|item| item.unwrap());
        items.map(|item| (item.name().to_owned(), item.record(crate::renderer()))).collect::<Vec<_>>()
    };
    let list = json!([smallest, bare]).to_string();
    let read = named(Records::json(Cursor::new(&list), resolution).unwrap());
    assert!(read[0].0 == "bản ghi 1" && read[0].1.is_ok() && read[0].1 == read[1].1);
    let lines = format!("{smallest}\n\n{bare}\n{{\"kind\": \"notice\"}}\n");
    let read = named(Records::jsonl(lines.as_bytes(), resolution));
    assert!(read[1].0 == "dòng 3" && read[1].1.is_ok() && read[0].1 == read[1].1);
    let said = read[2].1.as_ref().unwrap_err().to_string();
    assert_eq!(
        said,
        "lỗi: kind: loại văn bản là “notice”, mà ở đây phải là “resolution” [quy ước; shape.unknown_value]"
    );
    let read = named(Records::jsonl(&b"\xff\n"[..], None));
    assert_eq!(
        read[0].1.as_ref().unwrap_err().to_string(),
        "lỗi: dòng này không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8 [quy ước; shape.syntax]"
    );
}

#[test]
fn what_is_no_table_is_told() {
    let said = |error: Error| error.to_string();
    assert_eq!(said(Table::csv(Cursor::new("\n;;\n")).unwrap_err()), "bảng không có dòng tiêu đề");
    assert_eq!(
        said(Table::sheet(Cursor::new("STT\n1\n"), None).unwrap_err()),
        "không phải là tệp XLSX hay ODS: mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chạy lại"
    );
    assert_eq!(
        said(Records::json(Cursor::new("[{]"), None).unwrap_err()),
        "lỗi: dòng 1, cột 3: tên mục phải đặt trong dấu nháy kép [quy ước; shape.syntax]"
    );
    assert_eq!(
        said(Table::csv(Cursor::new("number\n7\n\"8\n9")).unwrap_err()),
        "dòng 3: dấu ngoặc kép mở ở đây không được đóng"
    );
}

/// A mapping to start from is a mapping of this table.
#[test]
fn a_template_fits_its_table() {
    let open = || Table::csv(Cursor::new("Địa danh;number\nHuế;7\n")).unwrap();
    let template = open().template(kind("resolution"), crate::renderer(), &Mapping::default());
    assert!(template.contains("\"Địa danh\" = \"place\"\n\"number\" = \"number\"\n"), "{template}");
    let records = |template: &str| {
        let mapping = Mapping::from_toml(template).unwrap();
        open().records(kind("resolution"), Some(&mapping), crate::renderer()).map(Iterator::count)
    };
    assert_eq!(
        records(&template).unwrap_err().to_string(),
        "giá trị chung “date” chưa ghi\ngiá trị chung “issuer.name” chưa ghi\ngiá trị chung “subject” chưa ghi"
    );
    let filled: String =
        template.lines().map(|line| line.replace("= \"\"  # hãy", "= \"5/6/2026\"  # hãy") + "\n").collect();
    assert_eq!(records(&filled).unwrap(), 1);
}

/// A person has one column with a text, or a column for the name and one for the position.
#[test]
fn a_person_is_a_column_or_two() {
    let made = |columns: &str, rows: &str| {
        let mapping = format!(
            "[columns]\n{columns}\n[constants]\n\"issuer.name\" = \"Chi bộ 3\"\n\"issuer.superior\" = \"Đảng bộ xã Nhân Thắng\"\n\"place\" = \"Hà Nội\"\n\
             \"date\" = \"05/6/2026\"\n\"subject\" = \"sinh hoạt\"\n\"draft\" = 1\n\"agenda[0].content\" = \"Họp\"\n"
        );
        let table = Table::csv(Cursor::new(rows.to_owned())).unwrap();
        let mapping = Mapping::from_toml(&mapping).unwrap();
        let mut records = table.records(kind("programme"), Some(&mapping), crate::renderer()).unwrap();
        records.next().unwrap().unwrap()
    };
    let (one, two) = ("\"Ai\" = \"agenda[0].person\"", "\"Tên\" = \"agenda[0].person.name\"");
    let two = format!("{two}\n\"Chức vụ\" = \"agenda[0].person.position\"");
    let text = made(one, "Ai\nđ/c Lê Văn Đô - Bí thư\n").record(crate::renderer()).unwrap();
    let fields = made(&two, "Tên;Chức vụ\nLê Văn Đô;Bí thư\n").record(crate::renderer()).unwrap();
    assert_eq!(text.to_json().unwrap(), fields.to_json().unwrap());
    assert!(text.to_json().unwrap().contains("\"name\": \"Lê Văn Đô\""));
    let told = |item: Item| item.render(crate::renderer()).unwrap_err().to_string();
    let sentence = "họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “Ông” \
                    [quy ước; person.name_has_title]";
    assert_eq!(
        told(made(one, "Ai\nÔng Lê Văn Đô\n")),
        format!("lỗi: cột “Ai” (A2), “Ông Lê Văn Đô”: {sentence}")
    );
    assert_eq!(
        told(made(&two, "Tên;Chức vụ\nÔng Lê Văn Đô;Bí thư\n")),
        format!("lỗi: cột “Tên” (A2), “Ông Lê Văn Đô”: {sentence}")
    );
}
