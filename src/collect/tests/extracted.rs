use serde_json::{Value, json};

use crate::collect::fixture::{control, docx, paragraph, run};
use crate::error::Error;
use crate::kinds::{AnyRecord, EvaluationForm};
use crate::renderer::Renderer;

/// A blank form of a chi bộ.
fn blank() -> String {
    let mut form: Value = serde_json::from_str(EvaluationForm::EXAMPLE).unwrap();
    for field in ["rows", "strengths", "shortcomings", "remedies", "held"] {
        form.as_object_mut().unwrap().remove(field);
    }
    form["session"] = json!({"variant": "regular"});
    AnyRecord::from_value(form).unwrap().to_json().unwrap()
}

/// A field of the form: its pointer, what its row has, what its control shows and what its data say.
struct Field<'a>(&'a str, &'a str, Option<&'a str>, &'a str);

const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";

fn fields() -> [Field<'static>; 4] {
    [
        Field("/session/present", "", Some("………"), ""),
        Field("/rows/7/self_score", r#"{"criterion":"3.5"}"#, Some(ROOM), ""),
        Field("/rows/7/note", r#"{"criterion":"3.5"}"#, Some(ROOM), ""),
        Field("/view/total/own", "", Some(ROOM), ""),
    ]
}

/// The form as a file: its own text, with these fields.
fn file(fields: &[Field]) -> Vec<u8> {
    let record = blank();
    let document = Renderer::new().render(&AnyRecord::from_json(&record).unwrap()).unwrap();
    let mut body = String::new();
    let control = |number: usize| {
        let Field(at, _, text, _) = &fields[number];
        text.map_or(String::new(), |text| control(at, Some(number + 1), text))
    };
    let mut row = false;
    for line in document.words().lines() {
        match line.split_once("có mặt: ………") {
            Some((before, rest)) => {
                body += &paragraph(&format!("{before}có mặt: {}{}", control(0), run(rest)));
            }
            None => body += &paragraph(&line.replace('<', "&lt;")),
        }
        if row {
            body += &paragraph(&control(1));
            body += &paragraph(&control(2));
        }
        row = line == "3.5";
    }
    body += &paragraph(&control(3));
    let data: Vec<String> = fields
        .iter()
        .enumerate()
        .map(|(number, Field(at, with, _, value))| {
            let printed = if number == 0 { "………" } else { ROOM };
            format!(r#"<field at="{at}" with='{with}' printed="{printed}" open="true">{value}</field>"#)
        })
        .collect();
    docx(&body, Some((&record, &data.concat())))
}

fn told(error: &Error) -> Vec<String> {
    error.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_that_nobody_changed_gives_its_record_byte_for_byte() {
    let extracted = Renderer::new().extract(&file(&fields())).unwrap();
    assert_eq!(extracted.json, blank());
    assert_eq!((extracted.changes.len(), extracted.warnings.len()), (0, 0));
}

#[test]
fn what_was_filled_in_comes_into_the_record() {
    let mut fields = fields();
    fields[0] = Field("/session/present", "", Some("23"), "23");
    fields[1] = Field("/rows/7/self_score", r#"{"criterion":"3.5"}"#, Some("2,0"), "");
    fields[2] = Field("/rows/7/note", r#"{"criterion":"3.5"}"#, Some(ROOM), "Đăng tải chậm");
    let extracted = Renderer::new().extract(&file(&fields)).unwrap();
    let form: &EvaluationForm = extracted.record.downcast_ref().unwrap();
    assert_eq!(form.session.present, Some(23));
    assert_eq!(json!(form.rows), json!([{"criterion": "3.5", "self_score": 2, "note": "Đăng tải chậm"}]));
    assert_eq!(extracted.json, extracted.record.to_json().unwrap());
    let changes: Vec<_> = extracted
        .changes
        .iter()
        .map(|change| (change.place.as_str(), change.before.as_str(), change.after.as_str()))
        .collect();
    assert_eq!(
        changes,
        [
            ("có mặt", "", "23"),
            ("mục 3.5, điểm tự chấm", "", "2,0"),
            ("mục 3.5, lý do trừ điểm", "", "Đăng tải chậm")
        ]
    );
}

#[test]
fn a_total_of_ones_own_is_told() {
    let mut fields = fields();
    fields[1] = Field("/rows/7/self_score", r#"{"criterion":"3.5"}"#, Some("2"), "2");
    fields[3] = Field("/view/total/own", "", Some("3"), "3");
    let extracted = Renderer::new().extract(&file(&fields)).unwrap();
    assert_eq!(
        extracted.warnings[0].to_string(),
        "cảnh báo: tổng điểm: ghi “3”, mà tính từ các mục khác là “2”; phần mềm lấy “2”, hãy xem lại [quy ước; returned.worked_out]"
    );
}

#[test]
fn a_total_without_points_is_told_and_not_taken() {
    let mut fields = fields();
    fields[3] = Field("/view/total/own", "", Some("90"), "90");
    let extracted = Renderer::new().extract(&file(&fields)).unwrap();
    assert_eq!(extracted.json, blank());
    assert_eq!(
        extracted.warnings[0].to_string(),
        "cảnh báo: tổng điểm: ghi “90”, mà chưa điền các mục để tính ra; phần mềm không lấy, hãy điền từng mục [quy ước; returned.worked_out]"
    );
}

#[test]
fn a_day_and_a_time_that_there_are_not_are_no_values() {
    use super::made::{changed, fillable, written};
    use crate::kinds::Minutes;
    let told = |record: &AnyRecord, tag: &str, words: &str| {
        let sent = fillable().render(record).unwrap().to_docx().unwrap();
        let filled = changed(&sent, |text| written(text, &[(tag, words)]));
        told(&fillable().extract(&filled).unwrap_err())
    };
    let form = super::made::blank();
    assert_eq!(
        told(&form, "/held/day", "32"),
        ["lỗi: ngày họp: ngày 32/6/2026 không có trong lịch [quy ước; held.not_a_date]"]
    );
    let mut minutes: Value = serde_json::from_str(Minutes::EXAMPLE).unwrap();
    minutes["draft"] = json!(1);
    minutes.as_object_mut().unwrap().remove("number");
    let minutes = AnyRecord::from_value(minutes).unwrap();
    let sent = fillable().render(&minutes).unwrap().to_docx().unwrap();
    let fields = crate::collect::Returned::open(&sent).unwrap().fields().to_vec();
    let hour = fields.iter().find(|field| field.at.ends_with("/hour")).unwrap();
    let told = told(&minutes, &hour.at, "25");
    assert!(told[0].starts_with("lỗi: giờ bắt đầu: không có 25 giờ "), "{told:?}");
}

#[test]
fn nothing_is_taken_where_something_cannot_be() {
    let mut fields = fields();
    fields[0] = Field("/session/present", "", Some("27"), "30");
    let error = Renderer::new().extract(&file(&fields)).unwrap_err();
    assert_eq!(
        told(&error),
        [
            "lỗi: có mặt: trong văn bản ghi “27”, mà dữ liệu kèm tệp là “30”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]"
        ]
    );
    fields[0] = Field("/session/present", "", Some("x"), "x");
    fields[1] = Field("/rows/7/self_score", r#"{"criterion":"3.5"}"#, None, "1");
    fields[2] = Field("/rows/7/note", r#"{"criterion":"3.5"}"#, None, "");
    let error = Renderer::new().extract(&file(&fields)).unwrap_err();
    assert_eq!(
        told(&error),
        [
            "lỗi: mục 3.5, điểm tự chấm: ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá; dữ liệu kèm tệp còn ghi “1”; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]",
            "lỗi: có mặt: phải là số nguyên; hiện là “x”; hãy ghi, ví dụ 22 [quy ước; shape.wrong_type]",
        ]
    );
}

#[test]
fn what_stands_outside_of_the_fields_is_told_with_its_sentence() {
    let plain = file(&fields());
    let changed = |from: &str, to: &str| {
        let mut parts = crate::opc::Opened::open(&plain).unwrap();
        let text = String::from_utf8(parts.part("word/document.xml").unwrap().unwrap()).unwrap();
        assert!(text.contains(from), "{text}");
        let text = text.replacen(from, to, 1);
        let changed = parts.rewritten(|name| match name {
            "word/document.xml" => crate::opc::Change::Bytes(text.clone().into_bytes()),
            _ => crate::opc::Change::None,
        });
        told(&Renderer::new().extract(&changed.unwrap()).unwrap_err())
    };
    assert_eq!(
        changed("CHI BỘ KHU PHỐ 5", "CHI BỘ KP 5"),
        [
            "lỗi: đoạn “CHI BỘ KHU PHỐ 5” đã sửa thành “CHI BỘ KP 5”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
    assert_eq!(
        changed("<w:sectPr/>", &format!("{}<w:sectPr/>", paragraph("Bổ sung sau."))),
        [
            "lỗi: văn bản có thêm “Bổ sung sau.”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
}

#[test]
fn a_file_without_its_record_says_what_it_lacks() {
    let told = |body: &str| told(&Renderer::new().extract(&docx(body, None)).unwrap_err());
    assert_eq!(
        told(&paragraph("a")),
        [
            "lỗi: tệp không kèm bản ghi: không phải tệp do phần mềm lập để điền, hoặc bản ghi đã được bỏ; hãy xin lại tệp đã gửi [quy ước; returned.no_record]"
        ]
    );
    let picture = r#"<w:p><w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r></w:p>"#;
    assert_eq!(
        told(picture),
        [
            "lỗi: tệp chỉ có ảnh, không có chữ và không kèm bản ghi; hãy xin lại tệp Word đã điền, hoặc nhập tay [quy ước; returned.no_record]"
        ]
    );
    let error = Renderer::new().extract(&docx(&paragraph("a"), Some(("{", "")))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: bản ghi kèm theo tệp bị hỏng, không đọc được; hãy xin lại tệp [quy ước; returned.unread]"
    );
}

#[test]
fn what_has_no_place_in_the_record_is_told() {
    let mut own = fields();
    own[3] = Field("/view/blank/0", "", Some("họp"), "họp");
    let error = Renderer::new().extract(&file(&own)).unwrap_err();
    let no_place = |what: &str| {
        told(&error).iter().any(|told| told.contains(what) && told.ends_with("returned.no_place]"))
    };
    assert!(no_place("ghi “họp”, mà bản ghi không có mục"), "{error}");
    let body = paragraph(&control("/kind/x", Some(1), "abc"));
    let slot = r#"<field at="/kind/x" open="true" printed="…">abc</field>"#;
    let error = Renderer::new().extract(&docx(&body, Some((&blank(), slot)))).unwrap_err();
    assert_eq!(
        told(&error)[0],
        "lỗi: trường: ghi “abc”, mà bản ghi không có mục cho chỗ này; hãy ghi vào mục khác, hoặc bỏ [quy ước; returned.no_place]"
    );
}

#[test]
fn copies_that_differ_and_controls_that_are_lost_are_told() {
    let slot = r#"<field at="/session/present" open="true" printed="…"></field>"#;
    let told = |body: &str| {
        told(&Renderer::new().extract(&docx(body, Some((&blank(), slot)))).unwrap_err()).remove(0)
    };
    let copies = ["28", "29"].map(|text| paragraph(&control("/session/present", Some(1), text))).concat();
    assert_eq!(
        told(&copies),
        "lỗi: có mặt: có ở nhiều chỗ trong văn bản mà ghi khác nhau: “28”, “29”; hãy ghi một giá trị rồi lưu lại [quy ước; returned.copies]"
    );
    assert_eq!(
        told(&paragraph("28")),
        "lỗi: các ô để điền không còn trong văn bản, chưa biết chữ nào thuộc mục nào; hãy điền lại vào tệp đã gửi [quy ước; returned.no_controls]"
    );
}

/// Minutes whose chair and secretary stand in the text and where they sign.
fn minutes(top: &str, signed: &str) -> Result<crate::collect::Extracted, Vec<String>> {
    let record: serde_json::Value = serde_json::from_str(crate::kinds::Minutes::EXAMPLE).unwrap();
    let record = with_person(record, serde_json::json!({"name": "by_hand"}));
    let record = crate::kinds::AnyRecord::from_value(record).unwrap();
    let file = super::made::fillable().render(&record).unwrap().to_docx().unwrap();
    let filled = super::made::changed(&file, |text| {
        super::made::written(text, &[("/secretary", top), ("/secretary/name", signed)])
    });
    let extracted = super::made::fillable().extract(&filled);
    extracted.map_err(|error| error.problems().iter().map(ToString::to_string).collect())
}

fn with_person(mut record: serde_json::Value, person: serde_json::Value) -> serde_json::Value {
    record["secretary"] = person;
    record
}

#[test]
fn one_who_signs_and_stands_in_the_text_is_one_person() {
    for (top, name) in [("Đồng chí Trần Thị Bình", "Trần Thị Bình"), ("Trần Thị Bình", "TRẦN THỊ BÌNH")]
    {
        let json: serde_json::Value = match minutes(top, "Trần Thị Bình") {
            Ok(extracted) => serde_json::from_str(&extracted.json).unwrap(),
            Err(problems) => panic!("{name}: {problems:?}"),
        };
        assert!(json["secretary"].to_string().contains("Trần Thị Bình"), "{json}");
    }
    let problems = minutes("Đồng chí Trần Thị Bình", "Lê Văn Cường").unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains(
            "trong bài ghi “Trần Thị Bình”, mà chỗ ký ghi “Lê Văn Cường”; hãy hỏi lại nơi gửi, ghi một người ở cả hai chỗ"
        ),
        "{problems:?}"
    );
}

#[test]
fn a_name_under_a_signature_that_was_printed_of_itself_is_taken() {
    let mut blank = super::made::blank();
    blank = {
        let mut json: serde_json::Value = serde_json::from_str(&blank.to_json().unwrap()).unwrap();
        json.as_object_mut().unwrap().shift_remove("signature");
        crate::kinds::AnyRecord::from_value(json).unwrap()
    };
    let file = super::made::fillable().render(&blank).unwrap().to_docx().unwrap();
    let filled =
        super::made::changed(&file, |text| super::made::written(text, &[("/signature/name", "Lê Văn An")]));
    let extracted = super::made::fillable().extract(&filled).unwrap_or_else(|error| panic!("{error}"));
    let json: serde_json::Value = serde_json::from_str(&extracted.json).unwrap();
    assert_eq!(json["signature"]["name"], "Lê Văn An", "{json}");
    assert_eq!(json["signature"]["capacity"], "on_behalf_of", "{json}");
}
