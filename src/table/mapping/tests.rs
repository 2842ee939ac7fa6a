//! A mapping, checked and filled.

use serde_json::json;

use super::*;
use crate::error::Problems;
use crate::kinds;
use crate::path::Path;
use crate::scoring::CriteriaSets;
use crate::table::cell::Cell;
use crate::table::rows::Row;
use crate::table::schema::Schema;

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
    let header = Header::new(header.iter().map(|&name| name.to_owned()));
    Mapping::from_toml(mapping).unwrap().fit(
        kind,
        &Schema::of(kind),
        &header,
        false,
        None,
        &CriteriaSets::built_in(),
    )
}

fn row(cells: &[&str]) -> Row {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    Row { number: 5, cells: cells.iter().map(cell).collect() }
}

fn filled(mapping: &Fitted, row: &Row) -> Filled {
    mapping.fill(row, &CriteriaSets::built_in())
}

#[test]
fn a_row_becomes_a_record() {
    let mapping = checked(MAPPING, &HEADER).unwrap();
    let filled = filled(&mapping, &row(&["1", "Chi bộ thôn Đông", "5", "05/02/2026", ""]));
    assert!(filled.problems.is_empty());
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
    let problems = filled(&mapping, &row(&["1", "Chi bộ", "5", "31/02/2026", "x", "thừa"])).problems;
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "lỗi: cột F5, “thừa”: cột không có tên; hãy xoá ô này, ghi tên cột, hoặc thêm \"cột F\" vào ignore [quy ước; table.no_column]",
            "lỗi: cột “Ngày” (D5), “31/02/2026”: là một ngày không có trong lịch [quy ước; table.value]",
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
    let filled = filled(&mapping, &row);
    let located = |path: &str| {
        let mut problems = Problems::default();
        problems.error("x", path, "y", "sai");
        let mut problem = problems.into_vec().remove(0);
        mapping.locate(&row, &filled, &mut problem);
        problem.place.unwrap_or_default()
    };
    assert_eq!(located("number"), "cột “d” (D5), “0”");
    assert_eq!(located("date.day"), "cột “c” (C5), “5/2/2026”");
    // The first recipient was empty: the second is the first of the record.
    assert_eq!(located("recipients[0]"), "cột “b” (B5), “x”");
    // What is missing is missing in the cell that its column has.
    assert_eq!(located("recipients[1]"), "cột “b” (B5), “x”");
    assert_eq!(located("issuer.name"), "");
    assert_eq!(located("."), "");
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
            "bảng có nhiều cột “Tên”: B, G; hãy ghi chữ của cột, ví dụ \"cột B\"",
            "giá trị chung “date”: “32/1/2026” là một ngày không có trong lịch",
            "giá trị chung “draft”: “một” không phải là số nguyên",
            "giá trị chung “number”: “năm” không phải là số nguyên; hãy ghi số, hoặc by_hand để ghi bằng bút",
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
    let wrong = "dòng 2, cột 7: phải là chữ trong dấu nháy kép; hiện là 5 không có dấu nháy kép";
    assert_eq!(said("[columns]\n\"a\" = 5\n"), wrong);
    assert_eq!(said("[column]\n"), "dòng 1, cột 2: không có mục “column”; có phải “columns”?");
}

/// A header of evaluation forms, fitted by a mapping.
fn forms(mapping: &str) -> Result<Fitted, Vec<String>> {
    forms_of(mapping, Some((6, 2026)))
}

/// Of a month that the table says above its header.
fn forms_of(mapping: &str, month: Option<(u32, i32)>) -> Result<Fitted, Vec<String>> {
    let header = [
        "Mã",
        "Tên chi bộ",
        "Ngày họp",
        "Có mặt",
        "3. Chuẩn bị / 3.5",
        "8. Kết thúc / 8.3",
        "Tổng điểm",
        "Ghi chú",
        "Bí thư",
        "Người dự",
    ];
    let kind = kinds::built_in().find(|kind| kind.name() == "evaluation_form").unwrap();
    let header = Header::new(header.map(str::to_owned));
    Mapping::from_toml(mapping).unwrap().fit(
        kind,
        &Schema::of(kind),
        &header,
        false,
        month,
        &CriteriaSets::built_in(),
    )
}

const FORMS: &str = r#"
    kind = "evaluation_form"
    forms = ["self", "superior"]
    name = "Mã"
    scores = "3.5..8.3"
    notes = "Ghi chú"
    [columns]
    "Tên chi bộ" = "issuer.name"
    "Ngày họp" = "held"
    "Có mặt" = "session.present"
    "Tổng điểm" = "total"
    "Bí thư" = "signature.name"
    "Người dự" = "superior.signature.name"
    [constants]
    criteria_set = "an_phu_ward_2025_monthly"
    place = "Bình An"
    date = "08/6/2026"
    "superior.issuer.name" = "Đảng uỷ phường Bình An"
"#;

const SCORED: [&str; 10] = [
    "001",
    "Chi bộ A",
    "03/6/2026",
    "20",
    "0",
    "0",
    "95",
    "3.5: Chậm; 8.3: Muộn",
    "Lê Văn An",
    "Trần Văn Bình",
];

#[test]
fn a_row_makes_two_forms() {
    let mapping = forms(FORMS).unwrap();
    let row = row(&SCORED);
    let own = filled(&mapping, &row);
    assert!(own.problems.is_empty(), "{:?}", own.problems);
    let issuer = json!({"name": "Chi bộ A"});
    let signature =
        json!({"capacity": "on_behalf_of", "body": "Chi bộ", "position": "Bí thư", "name": "Lê Văn An"});
    let day = |day: u32| json!({"day": day, "month": 6, "year": 2026});
    assert_eq!(
        own.record,
        json!({
            "criteria_set": "an_phu_ward_2025_monthly",
            "place": "Bình An",
            "date": day(8),
            "period": {"month": 6, "year": 2026},
            "scorer": "self",
            "issuer": issuer,
            "held": day(3),
            "session": {"variant": "regular", "present": 20},
            "rows": [
                {"criterion": "3.5", "self_score": 0, "note": "Chậm"},
                {"criterion": "8.3", "self_score": 0, "note": "Muộn"}
            ],
            "signature": signature,
        })
    );
    let superior = mapping.fill_superior(&row, &own.record).unwrap();
    assert_eq!(
        superior.record,
        json!({
            "criteria_set": "an_phu_ward_2025_monthly",
            "place": "Bình An",
            "date": day(8),
            "period": {"month": 6, "year": 2026},
            "scorer": "superior",
            "issuer": {"name": "Đảng uỷ phường Bình An"},
            "branch": "Chi bộ A",
            "held": day(3),
            "session": {"variant": "regular", "present": 20},
            "signature": {"capacity": "direct", "position": "Đảng uỷ viên dự sinh hoạt", "name": "Trần Văn Bình"},
        })
    );
    assert_eq!(mapping.prefix(&row).as_deref(), Some("001"));
    assert_eq!(mapping.label(&row), "Chi bộ A");
    assert!(
        forms(&FORMS.replace("\"self\", \"superior\"", "\"self\""))
            .unwrap()
            .fill_superior(&row, &own.record)
            .is_none()
    );
}

#[test]
fn a_reason_that_tells_no_criterion_is_told() {
    let mapping = forms(FORMS).unwrap();
    let said = |scores: [&str; 2], note: &str| {
        let mut cells = SCORED;
        (cells[4], cells[5], cells[7]) = (scores[0], scores[1], note);
        let filled = filled(&mapping, &row(&cells));
        let problems: Vec<String> = filled.problems.iter().map(ToString::to_string).collect();
        (problems, filled.record["rows"].clone())
    };
    let (problems, _) = said(["0", "0"], "Đăng tải chậm");
    assert_eq!(
        problems,
        [
            "lỗi: cột “Ghi chú” (H5), “Đăng tải chậm”: chưa rõ là lý do của mục nào, vì các mục 3.5, 8.3 đều bị trừ \
          điểm; ghi số mục trước lý do, ví dụ “3.5: Đăng tải chậm” [quy ước; table.reason_unclear]"
        ]
    );
    let (problems, rows) = said(["2", "0"], "Đăng tải chậm");
    assert!(problems.is_empty() && rows[1]["note"] == "Đăng tải chậm");
    let (problems, rows) = said(["0", "0"], "3.5: Chậm. Muộn; 8.3 - Muộn");
    assert!(problems.is_empty() && rows[0]["note"] == "Chậm. Muộn" && rows[1]["note"] == "Muộn");
    let (problems, rows) = said(["0", "1"], "3.5: Chậm\n3.5: Muộn");
    assert!(problems.is_empty() && rows[0]["note"] == "Chậm; Muộn", "{problems:?} {rows}");
    let (problems, rows) = said(["0", "1"], "3.5 chậm\n9: khác");
    assert_eq!(
        problems,
        [
            "lỗi: cột “Ghi chú” (H5), “3.5 chậm\n9: khác”: có lý do của mục 9, mà bộ tiêu chí không có mục này; hãy ghi đúng số của \
          mục [quy ước; table.reason_unclear]"
        ]
    );
    assert_eq!(rows[0]["note"], "chậm");
    let (problems, _) = said(["2", "1"], "Tốt");
    assert_eq!(
        problems,
        [
            "cảnh báo: cột “Ghi chú” (H5), “Tốt”: không phải lý do của mục nào bị trừ điểm; không in vào phiếu \
          [quy ước; table.reason_unused]"
        ]
    );
    let (problems, _) = said(["0", ""], "8.3: Muộn; 3.5: Chậm");
    assert_eq!(
        problems,
        ["lỗi: cột “8. Kết thúc / 8.3” (F5): tiêu chí 8.3 chưa có điểm; hãy ghi điểm vào ô này, kể cả 0 \
             [quy ước; rows.half_filled]"]
    );
    let (problems, _) = said(["0", "1"], "4.1: Thiếu; 3.5: Chậm");
    assert_eq!(
        problems,
        [
            "lỗi: cột “Ghi chú” (H5), “4.1: Thiếu; 3.5: Chậm”: có lý do của mục 4.1, mà mục này không có điểm; bỏ đi, \
          hoặc ghi điểm của mục 4.1 [quy ước; table.reason_unclear]"
        ]
    );
}

#[test]
fn what_a_mapping_says_of_forms_is_checked() {
    let wrong = forms(&FORMS.replace("\"self\", \"superior\"", "\"both\"").replace("3.5..8.3", "3.5..9.9"));
    assert_eq!(
        wrong.unwrap_err(),
        [
            "scores: bảng không có cột điểm “9.9”; hãy thêm cột này, hoặc ghi lại cột điểm đầu và cột điểm cuối, ví dụ \
             scores = \"3.5..8.3\"",
            "forms: chỉ dùng cho phiếu đánh giá: [\"self\"] là Mẫu 1, [\"self\", \"superior\"] là Mẫu 1 và Mẫu 2",
        ]
    );
    let wrong = forms(&FORMS.replace("scores = \"3.5..8.3\"", "")).unwrap_err();
    assert_eq!(
        wrong,
        [
            "các cột điểm 3.5, 8.3 không có trong tệp khai báo cột: hãy ghi scores = \"3.5..8.3\", hoặc thêm vào ignore"
        ]
    );
    let wrong = forms(&FORMS.replace("\"superior.issuer.name\"", "form_label")).unwrap_err();
    assert_eq!(
        wrong,
        [
            "Mẫu 2 do cấp uỷ có người dự sinh hoạt lập: ghi office trong vanban.toml, hoặc \"superior.issuer.name\" trong [constants]"
        ]
    );
    let default = Mapping::from_toml(FORMS)
        .unwrap()
        .with_default("superior.issuer.name", "x")
        .with_default("place", "y");
    assert!(
        default.gives("superior.issuer.name") && default.gives("place") && !default.gives("issuer.superior")
    );
    for text in ["header = \"x\"", "header = 0", "rows = \"9..5\""] {
        assert!(Mapping::from_toml(text).is_err(), "{text}");
    }
    let rows = Mapping::from_toml("header = \"5..6\"\nrows = \"7 - 49\"").unwrap();
    assert_eq!((rows.header(), rows.rows()), (Some((5, Some(6))), Some(7..=49)));
}

#[test]
fn a_day_that_cannot_be_read_is_told_once() {
    let mut cells = SCORED;
    cells[2] = "31/6/2026";
    let filled = filled(&forms_of(FORMS, None).unwrap(), &row(&cells));
    assert_eq!(filled.problems.len(), 1, "{:?}", filled.problems);
    // The month of the form would come from it.
    assert!(filled.follows(&Path::at("period")));
}
