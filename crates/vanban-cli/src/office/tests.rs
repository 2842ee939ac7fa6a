//! What an office says is read, and told where it is wrong.

use serde_json::{Value, json};

use super::Office;

const BINH_AN: &str = r#"# Cơ quan ban hành văn bản
office = "Đảng ủy phường Bình An"
superior = "Đảng bộ tỉnh Bình Giang"
place = "Bình An"
criteria_set = "an_phu_ward_2025_monthly"
signer = { name = "Trần Thị Lan", position = "Bí thư", capacity = "T/M" }
recipients = ["Các chi bộ trực thuộc"]
archive = "Lưu Đảng ủy"
output = "Phiếu"
"#;

fn defaults(text: &str, kind: &str) -> Vec<(String, Value)> {
    Office::parse(text).unwrap().defaults(kind)
}

fn given(pairs: &[(&str, Value)]) -> Vec<(String, Value)> {
    pairs.iter().map(|(place, value)| ((*place).to_owned(), value.clone())).collect()
}

#[test]
fn a_form_is_the_chi_bos_and_the_second_one_the_offices() {
    assert_eq!(
        defaults(BINH_AN, "evaluation_form"),
        given(&[
            ("issuer.superior", json!("Đảng bộ phường Bình An")),
            ("place", json!("Bình An")),
            ("criteria_set", json!("an_phu_ward_2025_monthly")),
            ("superior.issuer.name", json!("Đảng ủy phường Bình An")),
            ("superior.issuer.superior", json!("Đảng bộ tỉnh Bình Giang")),
        ])
    );
    let branch = "office = \"Chi bộ Khu phố 1\"\nsuperior = \"Đảng bộ phường Bình An\"";
    assert_eq!(
        defaults(branch, "evaluation_form"),
        given(&[
            ("issuer.superior", json!("Đảng bộ phường Bình An")),
            ("issuer.name", json!("Chi bộ Khu phố 1")),
        ])
    );
}

#[test]
fn a_list_is_the_offices_own() {
    let list = defaults(BINH_AN, "evaluation_summary");
    assert_eq!(
        list,
        given(&[
            ("issuer.name", json!("Đảng ủy phường Bình An")),
            ("issuer.superior", json!("Đảng bộ tỉnh Bình Giang")),
            ("place", json!("Bình An")),
            ("criteria_set", json!("an_phu_ward_2025_monthly")),
            ("signature.capacity", json!("on_behalf_of")),
            ("signature.name", json!("Trần Thị Lan")),
            ("signature.position", json!("Bí thư")),
            ("signature.body", json!("Đảng ủy")),
            ("recipients", json!(["Các chi bộ trực thuộc", "Lưu Đảng ủy"])),
        ])
    );
    let notice = defaults(BINH_AN, "notice");
    assert!(!notice.iter().any(|(place, _)| place == "criteria_set"));
    assert_eq!(notice.len() + 1, list.len());
}

#[test]
fn who_signs_follows_from_the_office() {
    let signed = |office: &str, signer: &str| {
        let text = format!("office = \"{office}\"\nsigner = {{ {signer} }}");
        let mut found = defaults(&text, "notice");
        found.retain(|(place, _)| place.starts_with("signature."));
        found
            .into_iter()
            .map(|(place, value)| format!("{place}={}", value.as_str().unwrap()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        signed("Đảng uỷ xã A", "name = \"Lê Văn An\""),
        "signature.name=Lê Văn An signature.capacity=on_behalf_of signature.body=Đảng uỷ"
    );
    assert_eq!(
        signed("Ban Tổ chức Tỉnh uỷ", "position = \"Trưởng ban\""),
        "signature.position=Trưởng ban signature.capacity=direct"
    );
    assert_eq!(
        signed("Ban Tổ chức Tỉnh uỷ", "capacity = \"K/T\", body = \"Trưởng ban\""),
        "signature.body=Trưởng ban signature.capacity=signing_for"
    );
    assert_eq!(signed("Đảng uỷ xã A", ""), "");
}

#[test]
fn what_is_left_open_says_nothing() {
    assert_eq!(Office::parse("").unwrap(), Office::default());
    assert_eq!(Office::parse("\u{feff}office = \"\"\nrecipients = []\n").unwrap(), Office::default());
    assert_eq!(Office::default().defaults("evaluation_form"), []);
    assert_eq!(Office::default().output(), None);
}

#[test]
fn every_problem_is_told_with_its_line() {
    let text = "office = 5\nofice = \"x\"\n[signer]\nname = [\"a\"]\nten = \"b\"\ncapacity = \"T/X\"\n";
    assert_eq!(
        Office::parse(text).unwrap_err(),
        [
            "dòng 1: office: ghi chữ trong dấu ngoặc kép: office = \"…\"",
            "dòng 2: không có mục “ofice”; các mục là office, superior, place, criteria_set, signer, recipients, archive, output, profile, wording, criteria, fonts",
            "dòng 4: signer.name: ghi chữ trong dấu ngoặc kép: signer.name = \"…\"",
            "dòng 5: không có mục “ten”; các mục là name, position, capacity, body",
            "dòng 6: signer.capacity: không có quyền hạn ký “T/X”; ghi \"T/M\", \"K/T\", \"T/L\", \"Q.\" hoặc \"direct\" (trực tiếp ký)",
        ]
    );
    assert_eq!(
        Office::parse("signer = \"Lan\"\nrecipients = 3").unwrap_err(),
        [
            "dòng 1: signer: ghi { name = \"họ và tên\", position = \"chức vụ\", capacity = \"T/M\" }",
            "dòng 2: recipients: ghi danh sách: recipients = [\"…\", \"…\"]",
        ]
    );
    let broken = Office::parse("place = \"A\"\noffice = Đảng ủy\n").unwrap_err();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(broken[0].starts_with("dòng 2: không đọc được; mỗi dòng ghi một mục: "), "{broken:?}");
    let twice = Office::parse("place = \"A\"\nplace = \"B\"\n").unwrap_err();
    assert_eq!(twice, ["dòng 2: mục này ghi hai lần; hãy bỏ một"]);
}
