//! What a form says of all its papers, and what its records say of it.

use vanban::forms::{Folder, Form};

use super::forms::{renderer, words};

fn form(values: &str) -> Form {
    let toml = format!(
        "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n[fields]\n\
         ten = {{ label = \"Tên\", type = \"text\" }}\nnguoi = {{ label = \"Người\", type = \"person\" }}\n[values]\n\
         place = \"Bình An\"\nsubject = \"năm 2026\"\n{values}"
    );
    let body = "<p>{{comrade nguoi}}</p>";
    Form::read(&Folder::new(toml).body(body)).unwrap_or_else(|error| panic!("{values}: {error}"))
}

const VALUES: &str = "issuer = { name = \"Chi bộ 2\", superior = \"Đảng bộ phường Bình An\" }\ndate = \"12/6/2026\"\n\
    signature = { capacity = \"direct\", position = \"NGƯỜI VIẾT\", name = \"Lê Văn An\" }\n\
    nguoi = { name = \"Trần Thị Cúc\", position = \"Bí thư\" }\n";

#[test]
fn a_record_that_says_a_part_of_a_group_leaves_the_form_the_rest() {
    for (record, there, gone) in [
        ("{}", "ĐẢNG BỘ PHƯỜNG BÌNH AN\nCHI BỘ 2", "CHI BỘ 3"),
        (r#"{"issuer": {"name": "Chi bộ 3"}}"#, "ĐẢNG BỘ PHƯỜNG BÌNH AN\nCHI BỘ 3", "CHI BỘ 2"),
        (
            r#"{"issuer": {"name": "", "superior": "Đảng bộ xã Tân Lập"}}"#,
            "ĐẢNG BỘ XÃ TÂN LẬP\nCHI BỘ 2",
            "BÌNH AN\n",
        ),
        (r#"{"signature": {"name": "Phạm Văn Dũng"}}"#, "NGƯỜI VIẾT\nPhạm Văn Dũng", "Lê Văn An"),
        (
            r#"{"signature": {"capacity": "direct", "name": "Phạm Văn Dũng"}}"#,
            "NGƯỜI VIẾT\nPhạm Văn Dũng",
            "Lê Văn An",
        ),
        (r#"{"nguoi": {"name": "Võ Văn Em"}}"#, "Đồng chí Võ Văn Em - Bí thư", "Trần Thị Cúc"),
        // Who signs in another capacity is another one, and a date is one value.
        (
            r#"{"signature": {"capacity": "T/M", "body": "Chi bộ", "position": "Bí thư", "name": "Lê Thị Giang"}}"#,
            "T/M CHI BỘ\nBÍ THƯ\nLê Thị Giang",
            "NGƯỜI VIẾT",
        ),
        (r#"{"signature": {"capacity": "T/M", "body": "Chi bộ"}}"#, "T/M CHI BỘ", "Lê Văn An"),
    ] {
        let text = words(form(VALUES), record);
        let text = text.replace('\u{a0}', " ");
        assert!(text.contains(there), "{record}: {text}");
        assert!(!text.contains(gone), "{record}: {text}");
    }
}

#[test]
fn what_a_part_of_a_group_lacks_with_the_forms_is_told() {
    let renderer = renderer(form(VALUES));
    for (record, told) in [
        (
            r#"{"issuer": {"nam": "Chi bộ 3"}}"#,
            "lỗi: issuer.nam: không có mục “nam”; có phải “name” (tên cơ quan ban hành)? [quy ước; shape.unknown_field]",
        ),
        // Day and month of another date are not this date's.
        (
            r#"{"date": {"month": 7, "year": 2027}}"#,
            "lỗi: date.day (ngày): văn bản chính thức chưa ghi ngày; hãy ghi, hoặc “by_hand” để ghi bằng bút [05-HD/VPTW \
             II.I.4.2; date.incomplete]",
        ),
    ] {
        let problems = match renderer.read(record) {
            Ok(record) => renderer.check(&record),
            Err(error) => error.problems().to_vec(),
        };
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [told], "{record}");
    }
}
