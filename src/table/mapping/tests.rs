//! A mapping, checked and filled.

use super::*;
use crate::kinds;

const HEADER: [&str; 5] = ["STT", "Tên chi bộ", "Số", "Ngày", "Nơi nhận 2"];

const MAPPING: &str = r#"
    ignore = ["STT"]
    [columns]
    "Tên chi bộ" = "issuer.name"
    "Số" = "number"
    "Ngày" = "date"
    "Nơi nhận 2" = "recipients[1]"
    [constants]
    "issuer.superior" = "Đảng bộ xã Nhân Thắng"
    "recipients[0]" = "Lưu"
    "sections" = [{ paragraphs = ["Tổ chức sinh hoạt."] }]
"#;

fn checked(mapping: &str, header: &[&str]) -> Result<Fitted, Vec<String>> {
    let kind = kinds::built_in().find(|kind| kind.name() == "resolution").unwrap();
    let header = Header::new(header.iter().map(|&name| name.to_owned()), 0);
    Mapping::from_toml(mapping).unwrap().fit(kind, &Schema::of(kind), &header, false)
}

fn row(cells: &[&str]) -> Row {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    Row { number: 5, cells: cells.iter().map(cell).collect() }
}

#[test]
fn a_row_becomes_a_record() {
    let mapping = checked(MAPPING, &HEADER).unwrap();
    let filled = mapping.fill(&row(&["1", "Chi bộ thôn Đông", "5", "05/02/2026", ""])).unwrap();
    assert_eq!(
        filled.record,
        json!({
            "issuer": {"superior": "Đảng bộ xã Nhân Thắng", "name": "Chi bộ thôn Đông"},
            "number": 5,
            "date": {"day": 5, "month": 2, "year": 2026},
            "recipients": ["Lưu"],
            "sections": [{"paragraphs": ["Tổ chức sinh hoạt."]}],
        })
    );
}

#[test]
fn every_bad_cell_is_told_with_column_and_value() {
    let mapping = checked(MAPPING, &HEADER).unwrap();
    let problems = mapping.fill(&row(&["1", "Chi bộ", "5", "31/02/2026", "x", "thừa"])).unwrap_err();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "lỗi: ô F5 có “thừa” mà cột không có tên [quy ước; table.no_column]",
            "lỗi: date: cột “Ngày” (D): “31/02/2026” là một ngày không có trong lịch [quy ước; table.value]",
        ]
    );
}

#[test]
fn a_problem_of_the_record_is_told_with_its_cell() {
    let mapping = checked(
        "[columns]\n\"a\" = \"recipients[0]\"\n\"b\" = \"recipients[1]\"\n\"c\" = \"date\"\n\"d\" = \"number\"",
        &["a", "b", "c", "d"],
    )
    .unwrap();
    let row = row(&["", "x", "5/2/2026", "0"]);
    let filled = mapping.fill(&row).unwrap();
    let located = |path: &str| {
        let mut problems = Problems::default();
        problems.error("x", path, "y", "sai");
        let mut problem = problems.into_vec().remove(0);
        mapping.locate(&row, &filled, &mut problem);
        problem.message
    };
    assert_eq!(located("number"), "cột “d” (D), “0”: sai");
    assert_eq!(located("date.day"), "cột “c” (C), “5/2/2026”: sai");
    // The first recipient was empty: the second is the first of the record.
    assert_eq!(located("recipients[0]"), "cột “b” (B), “x”: sai");
    assert_eq!(located("recipients[1]"), "sai");
    assert_eq!(located("issuer.name"), "sai");
    assert_eq!(located("."), "sai");
}

#[test]
fn everything_that_is_wrong_with_a_mapping_is_told_at_once() {
    let wrong = checked(
        r#"
        ignore = ["Ghi chú"]
        [columns]
        "Tên" = "issuer.name"
        "Số" = "issuer"
        "Ngày" = "issuer.nam"
        "Nơi nhận 2" = "a b"
        "STT" = ""
        [constants]
        "issuer.name" = "x"
        "number" = "năm"
        "date" = "32/1/2026"
        "draft" = "một"
        "#,
        &["STT", "Tên", "Số", "Ngày", "Nơi nhận 2", "Điểm", "Tên"],
    )
    .unwrap_err();
    assert_eq!(
        wrong,
        [
            "cột “Ngày”: resolution không có “issuer.nam”",
            "cột “Nơi nhận 2”: “a b” không phải là đường dẫn như issuer.name hay recipients[0]",
            "cột “STT” chưa có đường dẫn trong bản ghi",
            "cột “Số”: “issuer” của resolution là một nhóm, không phải một giá trị",
            "bảng có nhiều cột “Tên”: B, G",
            "giá trị chung “date”: “32/1/2026” là một ngày không có trong lịch",
            "giá trị chung “draft”: “một” không phải là số nguyên",
            "giá trị chung “number”: “năm” không phải là số nguyên hay by_hand",
            "bảng không có cột “Ghi chú”; bảng có “STT”, “Tên”, “Số”, “Ngày”, “Nơi nhận 2”, “Điểm”, “Tên”",
            "cột “Điểm” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore",
        ]
    );
    let twice = checked(
        "[columns]\n\"a\" = \"date\"\n\"b\" = \"date.year\"\n\"c\" = \"number\"\n[constants]\nnumber = 5",
        &["a", "b", "c"],
    );
    assert_eq!(
        twice.unwrap_err(),
        ["“date” và “date.year” nhận giá trị từ nhiều nơi", "“number” nhận giá trị từ nhiều nơi"]
    );
    assert_eq!(
        checked("[columns]\n\"x\" = \"number\"", &["a"]).unwrap_err(),
        [
            "bảng không có cột “x”; bảng có “a”",
            "cột “a” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore"
        ]
    );
    // A header in an old encoding finds none of the columns.
    let told = checked("[columns]\n\"Tên chi bộ\" = \"issuer.name\"", &["Tªn chi bé"]).unwrap_err();
    assert_eq!(
        told[1],
        "cột “Tªn chi bé” không có trong tệp khai báo cột: chữ theo bảng mã TCVN3, có lẽ là “Tên chi bộ”; hãy chuyển sang Unicode"
    );
}

#[test]
fn what_is_no_mapping_is_told_with_its_line() {
    let said = |text: &str| Mapping::from_toml(text).unwrap_err().to_string();
    let error = said("[columns]\n\"a\" = 5\n");
    assert!(error.contains("line 2") && error.contains("expected a string"), "{error}");
    assert!(said("[column]\n").contains("unknown field `column`"));
}

#[test]
fn columns_may_be_called_as_their_places() {
    let header = Header::new(["issuer.name".to_owned(), String::new(), "number".to_owned()], 0);
    assert_eq!(Mapping::by_name(&header).columns.len(), 2);
}
