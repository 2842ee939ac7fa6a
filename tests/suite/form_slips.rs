//! What is told of a form that would make wrong papers, or none, before it makes any.

use std::io::Cursor;

use vanban::Kind;
use vanban::forms::{Folder, Form};
use vanban::table::{Error, Mapping, Table};

use super::forms::{form, renderer, told, told_of};

const TEN: &str = "ten = { label = \"Tên\", type = \"text\" }";
const ROWS: &str = "rows = { label = \"Danh sách\", type = \"table\", columns = { loai = { label = \"Loại\", type = \"choice\", \
    choices = [\"tập thể\", \"cá nhân\"] }, ten = { label = \"Tên\", type = \"text\" }, tuoi = { label = \"Tuổi\", type = \
    \"number\" } } }";

#[test]
fn a_value_that_a_column_never_has_is_not_counted() {
    let of = |value: &str| told_of("", ROWS, &format!("<p>{{{{number_of rows {value}}}}} người</p>"));
    assert_eq!(of("loai=\"cá nhân\""), [""; 0]);
    for (value, said) in [
        ("loai=\"ca nhan\"", "“loai” không bao giờ là “ca nhan”; có phải “cá nhân”?"),
        ("loai=\"Cá nhân\"", "“loai” không bao giờ là “Cá nhân”; có phải “cá nhân”?"),
        ("loai=\"đơn vị\"", "“loai” không bao giờ là “đơn vị”; hãy dùng một trong: tập thể, cá nhân"),
        ("tuoi=\"30\"", "“tuoi” không phải chữ; hãy bỏ dấu nháy ở “30”"),
        (
            "ten=\"An\"",
            "“ten” là chữ tự do, mỗi người ghi một cách nên đếm không đúng; hãy đổi cột ấy thành type = \"choice\", có \
             choices",
        ),
    ] {
        assert_eq!(of(value), [format!("body.hbs, dòng 1, cột 4: {said}")]);
    }
}

#[test]
fn elements_within_elements_end_somewhere() {
    let nested = |levels: usize| {
        let body = format!("<p>{}a{}</p>", "<b>".repeat(levels), "</b>".repeat(levels));
        told_of("", TEN, &body)
    };
    assert_eq!(nested(31), [""; 0]);
    let said = "body.hbs, dòng 1, cột 97: các thẻ lồng nhau quá 32 lớp; hãy bớt thẻ";
    assert_eq!(nested(32), [said]);
    assert_eq!(nested(9000), [said]);
}

#[test]
fn labels_tell_fields_apart_and_columns() {
    let fields = format!("{TEN}\nho_ten = {{ label = \"tên \", type = \"text\" }}");
    assert_eq!(
        told_of("", &fields, "<p>{{ten}} {{ho_ten}}</p>"),
        ["form.toml, dòng 8, cột 1: mục “ho_ten” có label “tên” như mục “ten”; hãy đổi một label"]
    );
    let rows = ROWS.replace("label = \"Tuổi\"", "label = \"Tên\"");
    assert_eq!(
        told_of("", &rows, "{{data_table view.rows}}"),
        ["form.toml, dòng 7, cột 177: cột “tuoi” có label “Tên” như cột “ten”; hãy đổi một label"]
    );
}

#[test]
fn what_is_no_picture_is_told_as_what_it_is() {
    let of = |name: &str, bytes: usize| {
        let toml = format!(
            "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\nemblem = {{ picture = \"{name}\", height = 18 }}\n\
             [fields]\n{TEN}\n"
        );
        told(&Folder::new(toml).body("<p>{{ten}}</p>").picture("lon.png", vec![0; bytes]))
    };
    for (name, bytes, said) in [
        ("form.toml", 0, "“form.toml” không phải tên một ảnh PNG; hãy ghi tên tệp như emblem.png"),
        ("lon.png", 6 << 20, "“lon.png” lớn hơn 4 MB; hãy thu nhỏ ảnh"),
        ("nho.png", 0, "không có tệp “nho.png” trong thư mục của mẫu; hãy chép tệp vào đó"),
    ] {
        let told = of(name, bytes);
        assert_eq!(told, [format!("form.toml, dòng 5, cột 22: picture: {said}")]);
    }
}

#[test]
fn a_colour_may_be_said_in_vietnamese() {
    let of = |colour: &str| {
        let styles = format!("styles = {{ to = {{ size = 40, color = \"{colour}\" }} }}");
        told_of(&styles, TEN, "<p style=\"to\">{{ten}}</p>")
    };
    assert_eq!(of("đỏ"), [""; 0]);
    assert_eq!(of("đen"), [""; 0]);
    assert_eq!(
        of("xanh"),
        ["form.toml, dòng 5, cột 38: color: không có “xanh”; hãy ghi một trong: black, red, đen, đỏ"]
    );
}

/// What a table without a mapping lacks for papers of a form, and what is said of its columns.
fn read(form: Form, gathered: Option<&'static str>, csv: &'static str) -> (Vec<String>, String) {
    let kind = form.kind().clone();
    let kind: Kind = match gathered {
        Some(field) => kind.gathered(field),
        None => kind,
    };
    let renderer = renderer(form);
    let table = Table::csv(Cursor::new(csv)).unwrap();
    let read = table.read(&kind, Some(&Mapping::default()), &renderer).unwrap();
    let survey = read.survey().to_string();
    match read.records() {
        Ok(_) => (Vec::new(), survey),
        Err(Error::Mapping(wrong)) => (wrong, survey),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_column_that_a_form_has_not_is_named_and_left_out() {
    let csv = "Tên tập thể, cá nhân;Chức vụ, đơn vị;Điện thoại\nChi bộ 1;Đảng bộ phường;0912\n";
    let (wrong, survey) = read(form("giay-khen"), None, csv);
    assert_eq!(wrong, [""; 0]);
    assert!(survey.contains("không dùng cột “Điện thoại”: mẫu không có mục ấy\n"), "{survey}");
}

#[test]
fn a_field_that_no_column_gives_is_told_once() {
    let csv = "Tên;Chức vụ, đơn vị\nChi bộ 1;Đảng bộ phường\nChi bộ 2;Đảng bộ phường\n";
    let (wrong, _) = read(form("giay-khen"), None, csv);
    assert_eq!(
        wrong,
        [
            "bảng không có cột “Tên tập thể, cá nhân”, mà mẫu phải có; hãy thêm cột, hoặc sửa tên một cột cho đúng; bảng có \
          “Tên”, “Chức vụ, đơn vị”"
        ]
    );
}

#[test]
fn rows_of_a_forms_table_are_no_papers() {
    let csv = "Loại;Tên tập thể, cá nhân\ntập thể;Chi bộ 1\ncá nhân;Lê Văn An\n";
    let (wrong, _) = read(form("danh-sach"), None, csv);
    assert_eq!(
        wrong,
        [
            "cột “Loại” (A), cột “Tên tập thể, cá nhân” (B) thuộc bảng “Danh sách” của mẫu; muốn mọi dòng vào một văn bản, \
          hãy thêm --as rows; muốn mỗi dòng một văn bản, hãy ghi tệp khai báo cột"
        ]
    );
    assert_eq!(read(form("danh-sach"), Some("rows"), csv).0, [""; 0]);
}

/// One slip of the hand is one line, not one for each line behind it.
#[test]
fn a_bracket_that_is_not_closed_is_told_alone() {
    let field = "ten = { label = \"Tên\", type = \"choice\", choices = [\"một\", \"hai\" }";
    let told = told_of("", field, "<p>{{ten}}</p>");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("form.toml, dòng 7, cột "), "{told:#?}");
    let told = told_of("issued_by = [\"đảng ủy\"", TEN, "<p>{{ten}}</p>");
    assert_eq!(told, ["form.toml, dòng 5, cột 23: thiếu dấu “]”"]);
    let told = told_of("border = True", TEN, "<p>{{ten}}</p>");
    assert_eq!(told, ["form.toml, dòng 5, cột 10: hãy ghi true (có) hoặc false (không), chữ thường"]);
}

/// All that is not filled in is told at once.
#[test]
fn every_field_that_is_open_is_told() {
    let renderer = renderer(form("giay-khen"));
    let error = renderer.read(r#"{ "ten": "", "don_vi": " " }"#).unwrap_err();
    let told: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "lỗi: ten (Tên tập thể, cá nhân): “Tên tập thể, cá nhân” chưa ghi; hãy ghi mục này [quy ước; shape.missing_field]",
            "lỗi: don_vi (Chức vụ, đơn vị): “Chức vụ, đơn vị” chưa ghi; hãy ghi mục này [quy ước; shape.missing_field]",
        ]
    );
}
