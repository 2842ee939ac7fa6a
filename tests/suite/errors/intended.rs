//! What somebody meant who wrote something else: told with the field's Vietnamese term, and what to write.

use serde_json::{Value, json};
use vanban::kinds::{TypedRecord, built_in};
use vanban::{AnyRecord, Kind};

use crate::records;

/// What is told of a JSON, as it is printed.
fn told(json: &str) -> Vec<String> {
    let error = AnyRecord::from_json(json).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

/// The end of the sentences of a type.
const TYPE: &str = "[quy ước; shape.wrong_type]";

#[test]
fn wrong_shapes_are_told_with_what_was_meant() {
    let record = json!({
        "kind": "resolution", "format": 1,
        "number": "năm", "place": "Bình An", "date": {"day": 5, "month": "tháng 6", "year": 2026},
        "subject": "lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026",
        "sections": [{"heading": "Nhiệm vụ", "items": [{"paragraphs": ["Tổ chức sinh hoạt chuyên đề."]}]}],
        "recipients": ["Đảng uỷ phường", "Lưu Chi bộ"],
        "signature": "Nguyễn Văn An",
        "noi_nhan": ["Đảng uỷ phường"],
    });
    assert_eq!(
        told(&record.to_string()),
        [
            format!("lỗi: number (số văn bản): phải là số nguyên hoặc “by_hand”; hiện là “năm”; có phải 5? {TYPE}"),
            format!("lỗi: date.month (tháng): phải là số nguyên hoặc “by_hand”; hiện là “tháng 6”; có phải 6? {TYPE}"),
            format!(
                "lỗi: signature (người ký): phải là nhóm mục {{…}}; hiện là “Nguyễn Văn An”; hãy ghi {{\"capacity\": …, \
                 \"name\": \"Nguyễn Văn An\"}} {TYPE}"
            ),
            "lỗi: noi_nhan: không có mục “noi_nhan”; có phải “recipients” (nơi nhận)? [quy ước; shape.unknown_field]"
                .to_owned(),
            "lỗi: issuer (cơ quan ban hành): thiếu mục bắt buộc “issuer”; hãy ghi {\"name\": …}, ví dụ Chi bộ Phòng 7-9 \
             [quy ước; shape.missing_field]"
                .to_owned(),
        ]
    );
}

/// The words of a kind that are its own: `kính trình`, the name of a plan's member.
#[test]
fn a_field_is_called_as_its_own_kind_calls_it() {
    let of =
        |case: &str, change: &dyn Fn(&mut Value)| told(&records::changed(case, |r| change(r)).to_string());
    assert_eq!(
        of("submission", &|r| drop(r.as_object_mut().unwrap().remove("addressees"))),
        [
            "lỗi: addressees (kính trình): thiếu mục bắt buộc “addressees”; hãy ghi, ví dụ “Ban Thường vụ Đảng uỷ” \
             [quy ước; shape.missing_field]"
        ]
    );
    assert_eq!(
        of("submission", &|r| r["kinh_trinh"] = r["addressees"].take()),
        [
            "lỗi: addressees (kính trình): mục này bắt buộc mà để trống; hãy ghi nội dung [quy ước; text.empty]",
            "lỗi: kinh_trinh: không có mục “kinh_trinh”; có phải “addressees” (kính trình)? [quy ước; shape.unknown_field]",
        ]
    );
    assert_eq!(
        of("plan_member", &|r| r["member"]["name"] = json!(7)),
        [format!(
            "lỗi: member.name (họ và tên): phải là chữ trong dấu “…”; hiện là 7; hãy đặt trong dấu nháy kép: \"7\" {TYPE}"
        )]
    );
}

#[test]
fn a_field_is_known_by_its_term_with_or_without_marks() {
    for (name, meant) in [
        ("Nơi nhận", "“recipients” (nơi nhận)"),
        ("noi-nhan", "“recipients” (nơi nhận)"),
        ("nơi_nhậ", "“recipients” (nơi nhận)"),
        ("trich_yeu", "“subject” (trích yếu)"),
        ("căn cứ", "“basis” (căn cứ)"),
        ("co_quan_ban_hanh", "“issuer” (cơ quan ban hành)"),
        ("ket_qua", "“vote” (kết quả biểu quyết)"),
        ("nguoi_ky", "“signature” (người ký)"),
    ] {
        let record = records::changed("resolution_numbered", |r| r[name] = json!(["x"]));
        let expected =
            format!("lỗi: {name}: không có mục “{name}”; có phải {meant}? [quy ước; shape.unknown_field]");
        assert_eq!(told(&record.to_string()), [expected]);
    }
}

#[test]
fn a_value_is_told_with_what_was_meant() {
    type Change = fn(&mut Value);
    let changes: [(Change, &str); 7] = [
        (|r| r["date"] = json!("ngày 5 tháng 6 năm 2026"), "có phải “5/6/2026”?"),
        (|r| r["date"] = json!("5.6.2026"), "có phải “5/6/2026”?"),
        (|r| r["number"] = json!("số 12"), "có phải 12?"),
        (|r| r["number"] = json!("hai mươi mốt"), "có phải 21?"),
        (|r| r["issuer"] = json!("Chi bộ Khu phố 5"), "hãy ghi {\"name\": \"Chi bộ Khu phố 5\"}"),
        (
            |r| r["signature"] = json!([{"name": "Nguyễn Văn An"}]),
            "hãy ghi một nhóm mục {…}, không ghi danh sách",
        ),
        (|r| r["sections"] = json!({"heading": "Nhiệm vụ"}), "hãy đặt trong dấu ngoặc vuông: [{…}]"),
    ];
    for (change, meant) in changes {
        let told = told(&records::changed("resolution_numbered", change).to_string());
        assert!(told[0].ends_with(&format!("; {meant} {TYPE}")), "{told:?}");
    }
    let election = told(&records::changed("ballot_paper", |r| r["election"] = json!("có")).to_string());
    assert_eq!(
        election,
        [format!("lỗi: election (phiếu bầu): phải là true hay false; hiện là “có”; có phải true? {TYPE}")]
    );
}

/// A comma that is missing at the end of a line is told there; two fields of one name by that name.
#[test]
fn json_that_is_broken_is_told_with_line_and_column() {
    let text = "{\n \"kind\": \"resolution\",\n \"number\": 5\n \"place\": \"Bình An\"\n}";
    assert_eq!(
        told(text),
        ["lỗi: dòng 4, cột 2: thiếu dấu phẩy “,”; hãy thêm dấu phẩy vào cuối dòng 3 [quy ước; shape.syntax]"]
    );
    let twice = "{\"kind\": \"submission\",\n \"addressees\": [], \"place\": \"A\",\n \"place\": \"B\", \"addressees\": []}";
    assert_eq!(
        told(twice),
        [
            "lỗi: place (địa danh): ghi hai lần “place”, lần sau ở dòng 3, cột 8; hãy bỏ một lần \
             [quy ước; shape.duplicate_field]",
            "lỗi: addressees (kính trình): ghi hai lần “addressees”, lần sau ở dòng 3, cột 27; hãy bỏ một lần \
             [quy ước; shape.duplicate_field]",
        ]
    );
}

#[test]
fn a_format_may_be_written_as_a_text() {
    let with = |format: Value| {
        AnyRecord::from_value(records::changed("resolution_numbered", |r| r["format"] = format))
    };
    assert_eq!(with(json!("1")).unwrap(), with(json!(1)).unwrap());
    assert_eq!(
        with(json!("2")).unwrap_err().to_string(),
        "lỗi: format (phiên bản bản ghi): không có dạng \"2\"; phần mềm đọc dạng 1 [quy ước; shape.unknown_value]"
    );
}

/// Every field of every kind that is left out, or is of another type, has its term.
#[test]
fn every_field_of_every_kind_is_told_with_its_term() {
    let mut told = 0;
    for kind in built_in() {
        let example: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        for (name, value) in example.as_object().unwrap().iter().filter(|(name, _)| *name != "kind") {
            let mut record = example.clone();
            record[name] = if value.is_object() { json!(true) } else { json!({"x": true}) };
            let Err(error) = AnyRecord::from_value(record) else { panic!("{} {name}", kind.name()) };
            for problem in error.problems().iter().filter(|problem| problem.code != "shape.unknown_field") {
                assert!(problem.term.is_some(), "{}: {problem}", kind.name());
                told += 1;
            }
        }
    }
    assert!(told > 150, "{told}");
}

/// A kind of the caller's own, whose fields have titles of theirs.
#[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct Receipt {
    /// Số tiền đã thu, ví dụ 500000.
    #[schemars(title = "số tiền thu")]
    amount: u32,
    place: String,
}

impl TypedRecord for Receipt {
    fn typed_kind() -> &'static Kind {
        static KIND: std::sync::LazyLock<Kind> =
            std::sync::LazyLock::new(|| Kind::of::<Receipt>("receipt", "phiếu thu").worded("<p>A.</p>"));
        &KIND
    }

    fn frame(&self) -> vanban::parts::Frame {
        let issuer = vanban::parts::Issuer::new("Chi bộ");
        let date = vanban::parts::PaperDate { day: None, month: None, year: 2026 };
        vanban::parts::Frame::new("Nghị quyết", "NQ", issuer, "Huế".into(), date, "về việc".into())
    }
}

#[test]
fn a_callers_kind_is_told_in_its_own_words() {
    let told = |record: Value| Receipt::from_value(record).unwrap_err().to_string();
    assert_eq!(
        told(json!({"so_tien_thu": 5, "place": 7})),
        format!(
            "lỗi: so_tien_thu: không có mục “so_tien_thu”; có phải “amount” (số tiền thu)? [quy ước; shape.unknown_field]\n\
             lỗi: place (địa danh): phải là chữ trong dấu “…”; hiện là 7; hãy đặt trong dấu nháy kép: \"7\" {TYPE}\n\
             lỗi: amount (số tiền thu): thiếu mục bắt buộc “amount”; hãy ghi, ví dụ 500000 [quy ước; shape.missing_field]"
        )
    );
}
