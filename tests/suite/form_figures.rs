//! Figures of a form's records, in words, in counts, in percentages.

use vanban::Problem;
use vanban::forms::{Folder, Form};

use super::forms::{renderer, told_of};

/// A form with two figures, a text, a list and this wording.
fn form(body: &str) -> Form {
    let toml = "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n[fields]\n\
         so = { label = \"Số người\", type = \"number\" }\ntong = { label = \"Tổng số\", type = \"number\" }\n\
         ten = { label = \"Tên\", type = \"text\" }\nds = { label = \"Danh sách\", type = \"list\" }\n\
         [fields.rows]\nlabel = \"Bảng\"\ntype = \"table\"\n[fields.rows.columns]\n\
         so = { label = \"Số\", type = \"number\" }\n\
         [values]\nissuer = { name = \"Chi bộ 2\", superior = \"Đảng bộ phường Bình An\" }\nplace = \"Bình An\"\n\
         date = \"12/6/2026\"\nsubject = \"năm 2026\"\n";
    Form::read(&Folder::new(toml).body(body)).unwrap_or_else(|error| panic!("{body}: {error}"))
}

/// What is told of a record, by the check, by rendering and by the preview alike.
fn told(body: &str, record: &str) -> Vec<String> {
    let renderer = renderer(form(body));
    let read = renderer.read(record).unwrap();
    let problems: Vec<Problem> = renderer.check(&read);
    assert_eq!(renderer.render(&read).unwrap_err().problems(), problems);
    let preview = renderer.preview(&record.replacen('{', r#"{"kind": "phieu", "#, 1)).unwrap();
    assert_eq!(preview.problems(), problems);
    assert_eq!(preview.page_count(), 1, "the rest of it is drawn");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_figure_that_cannot_be_said_is_a_problem_of_its_field() {
    for (body, record, sentence) in [
        (
            "<p>{{in_words so}}</p>",
            r#"{"so": 12.5}"#,
            "lỗi: so (Số người): phải là số nguyên từ 0 trở lên, vì lời văn viết số này bằng chữ; hiện là 12,5; hãy ghi số \
             khác [quy ước; shape.out_of_range]",
        ),
        (
            "<p>{{percent so tong}}</p>",
            r#"{"so": 5, "tong": 0}"#,
            "lỗi: tong (Tổng số): phải khác 0, vì lời văn tính phần trăm theo số này; hiện là 0; hãy ghi số khác [quy ước; \
             shape.out_of_range]",
        ),
        (
            "<p>{{minus tong so}}</p>",
            r#"{"so": 5, "tong": 3}"#,
            "lỗi: so (Số người): không được lớn hơn “tong” (3), vì lời văn lấy số ấy trừ đi số này; hiện là 5; hãy sửa một \
             trong hai số [quy ước; shape.out_of_range]",
        ),
        (
            "{{#each rows}}<p>{{count so}}</p>{{/each}}<p>a</p>",
            r#"{"rows": [{"so": 1}, {"so": 2.5}]}"#,
            "lỗi: rows[1].so (Số): phải là số nguyên từ 0 trở lên, vì lời văn in số này như một số đếm; hiện là 2,5; hãy \
             ghi số khác [quy ước; shape.out_of_range]",
        ),
    ] {
        assert_eq!(told(body, record), [sentence], "{body}");
    }
}

#[test]
fn a_blank_is_left_to_the_pen_in_whatever_place() {
    for (body, record, line) in [
        ("<p>[{{in_words so}}]</p>", "{}", "[………]"),
        ("<p>[{{in_words so}}]</p>", r#"{"so": ""}"#, "[………]"),
        ("<p>[{{ordinal (next so)}}]</p>", "{}", "[………]"),
        ("<p>[{{percent so tong}}]</p>", r#"{"so": 5}"#, "[……… %]"),
        ("<p>[{{minus so tong}}]</p>", r#"{"so": 5, "tong": " "}"#, "[………]"),
        ("<p>[{{number_of rows}} ({{in_words (number_of rows)}})]</p>", "{}", "[……… (………)]"),
        ("<p>[{{ten}}]</p>", r#"{"ten": ""}"#, "[……………………………………………………]"),
        ("<p>[{{upper ten}}]</p>", r#"{"ten": " "}"#, "[……………………………………………………]"),
        ("<p>[{{#if ten}}a{{else}}b{{/if}}]</p>", r#"{"ten": ""}"#, "[b]"),
        ("<p>[{{ten}}]</p>", r#"{"ten": "by_hand"}"#, "[……………………………………………………]"),
        ("<p>[{{count (plus so tong)}}]</p>", r#"{"so": 5, "tong": "by_hand"}"#, "[………]"),
        ("{{lines ds}}", r#"{"ds": ["Một.", "by_hand"]}"#, "- Một."),
        ("<p>[{{#if ds}}a{{else}}b{{/if}}]</p>", r#"{"ds": ["by_hand"]}"#, "[b]"),
        ("{{#each rows}}<p>[{{count so}}]</p>{{/each}}", r#"{"rows": [{"so": "by_hand"}]}"#, "[………]"),
    ] {
        let renderer = renderer(form(body));
        let read = renderer.read(record).unwrap_or_else(|error| panic!("{record}: {error}"));
        let words = renderer.render(&read).unwrap_or_else(|error| panic!("{record}: {error}")).words();
        assert!(words.lines().any(|it| it == line), "{body} {record}: {words}");
    }
}

#[test]
fn an_attribute_that_the_record_fills_is_told_with_the_form() {
    let so = "so = { label = \"Số\", type = \"number\" }";
    let told = |body: &str| told_of("border = true", so, body);
    for (body, column, attribute) in [
        ("<p align=\"{{so}}\">a</p>", 11, "align của <p>"),
        ("<heading level=\"{{so}}\">a</heading>", 17, "level của <heading>"),
        ("<p>a <blank width=\"{{next so}}\"/></p>", 20, "width của <blank>"),
        ("<table columns=\"10mm {{so}}mm\"><tr><td>a</td><td>b</td></tr></table>", 22, "columns của <table>"),
    ] {
        assert_eq!(
            told(body),
            [format!(
                "body.hbs, dòng 1, cột {column}: {attribute} không lấy từ bản ghi được; hãy ghi thẳng giá trị, hoặc chọn \
                 bằng {{{{#if}}}} … {{{{else}}}} … {{{{/if}}}}"
            )],
            "{body}"
        );
    }
    // What is chosen of values that stand in the wording is looked at, each of them.
    assert_eq!(told("<p align=\"{{#if so}}center{{else}}right{{/if}}\">a</p>"), [""; 0]);
    let wrong = told("<p align=\"{{#if so}}centre{{else}}right{{/if}}\">a</p>");
    assert!(wrong.len() == 1 && wrong[0].contains("centre"), "{wrong:?}");
}

#[test]
fn columns_wider_than_the_sheet_are_told_with_the_form() {
    let table = |widths: &str| {
        format!(
            "bang = {{ label = \"Bảng\", type = \"table\", columns = {{ a = {{ label = \"A\", type = \"text\", width = \
             \"{widths}\" }}, b = {{ label = \"B\", type = \"text\", width = \"90mm\" }} }} }}"
        )
    };
    let body = "<table columns=\"100mm 90.5mm\"><tr><td>a</td><td>b</td></tr></table>";
    for (top, field, body, sentence) in [
        (
            "",
            table("80mm"),
            "{{data_table view.bang}}",
            "form.toml, dòng 7, cột 1: “Bảng”: các cột của bảng cộng lại rộng 170 mm, mà trang giấy chỉ có 165 mm; hãy ghi \
             cột hẹp hơn, hoặc ghi auto",
        ),
        ("orientation = \"landscape\"", table("80mm"), "{{data_table view.bang}}", ""),
        ("", table("2fr"), "{{data_table view.bang}}", ""),
        (
            "",
            table("auto"),
            body,
            "body.hbs, dòng 1, cột 1: các cột của bảng cộng lại rộng 190,5 mm, mà trang giấy chỉ có \
             165 mm; hãy ghi cột hẹp hơn, hoặc ghi auto",
        ),
        (
            "",
            table("auto"),
            "<p>a</p>\n{{#if (eq bang 7)}}<table border=\"0.5\" columns='100mm 1fr 70mm'><tr><td/><td/><td/></tr></table>{{/if}}",
            "body.hbs, dòng 2, cột 20: các cột của bảng cộng lại rộng 170 mm, mà trang giấy chỉ có 165 mm; hãy ghi cột hẹp \
             hơn, hoặc ghi auto",
        ),
    ] {
        let expected: Vec<&str> = Some(sentence).filter(|it| !it.is_empty()).into_iter().collect();
        assert_eq!(told_of(top, &field, body), expected, "{top} {field} {body}");
    }
}

#[test]
fn a_helper_is_told_what_it_cannot_print_when_the_form_is_read() {
    let field = "bang = { label = \"Bảng\", type = \"table\", columns = { a = { label = \"A\", type = \"text\" } } }\n\
                 ngay = { label = \"Ngày\", type = \"date\" }";
    for (body, sentence) in [
        (
            "{{data_table bang}}",
            "body.hbs, dòng 1, cột 1: hàm “data_table”: “bang” chỉ là các dòng của bảng; hãy ghi “view.” trước tên này để \
             in cả bảng",
        ),
        (
            "{{data_table ngay}}",
            "body.hbs, dòng 1, cột 1: hàm “data_table”: “ngay” không phải bảng số liệu; hãy ghi mục khác",
        ),
        (
            "<p>{{comrade ngay}}</p>",
            "body.hbs, dòng 1, cột 4: hàm “comrade”: “ngay” không phải một người; hãy ghi mục khác",
        ),
        (
            "<p>{{comrade subject}}</p>",
            "body.hbs, dòng 1, cột 4: hàm “comrade”: “subject” không phải một người; hãy ghi mục khác",
        ),
    ] {
        assert_eq!(told_of("", field, body), [sentence]);
    }
}
