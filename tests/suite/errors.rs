//! What a secretary and a developer read when something is wrong: the exact sentences.

use serde_json::{Value, json};
use vanban::{AnyRecord, Error, Severity};

/// The complete example with one change.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut record: Value = serde_json::from_str(&crate::case("resolution_numbered")).unwrap();
    change(&mut record);
    record.to_string()
}

/// Every problem of a record, as it is printed.
pub(crate) fn problems(json: &str) -> Vec<String> {
    let record = AnyRecord::from_json(json).unwrap_or_else(|error| panic!("{error}"));
    crate::renderer().check_any(&record).iter().map(ToString::to_string).collect()
}

/// Asserts that a change gives exactly one problem, and which.
#[track_caller]
fn one(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(problems(&changed(change)), [expected]);
}

#[test]
fn a_good_record_has_no_problem() {
    assert_eq!(problems(&crate::case("resolution_numbered")), Vec::<String>::new());
}

#[test]
fn number_and_draft() {
    one(
        |r| r["draft"] = json!(1),
        "lỗi: number: bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua \
         [05-HD/VPTW II.II.4.2; number.on_draft]",
    );
    one(
        |r| drop(r.as_object_mut().unwrap().remove("number")),
        "lỗi: number: văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.3; number.missing]",
    );
    one(
        |r| r["number"] = json!(0),
        "lỗi: number: số văn bản bắt đầu từ 01, không có số 0 [05-HD/VPTW II.I.3.1.1; number.zero]",
    );
    one(
        |r| {
            r.as_object_mut().unwrap().remove("number");
            r["draft"] = json!(0);
        },
        "lỗi: draft: dự thảo đánh số từ lần 1, không có lần 0 [05-HD/VPTW II.II.4.2; draft.zero]",
    );
}

#[test]
fn dates() {
    one(
        |r| r["date"] = json!({"day": 31, "month": 6, "year": 2026}),
        "lỗi: date: ngày 31/6/2026 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"day": 30, "month": 2, "year": 2027}),
        "lỗi: date: ngày 30/2/2027 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"day": "by_hand", "month": 13, "year": 2026}),
        "lỗi: date: ngày …/13/2026 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"month": 6, "year": 2026}),
        "lỗi: date.day: văn bản chính thức chưa ghi ngày; hãy ghi, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.4.2; date.incomplete]",
    );
    one(
        |r| r["date"] = json!({"day": 5, "month": 4, "year": 2026}),
        "cảnh báo: date: văn bản đề ngày trước khi có Hướng dẫn 05-HD/VPTW (27/5/2026) \
         [05-HD/VPTW; date.before_profile]",
    );
    one(
        |r| r["basis"][3]["document"]["date"] = json!({"day": 6, "month": 6, "year": 2026}),
        "lỗi: basis[3].document.date: căn cứ đề ngày 06/6/2026 sau ngày của văn bản; hãy kiểm tra lại ngày tháng \
         [quy ước; basis.later_than_paper]",
    );
    one(
        |r| r["basis"][1]["document"]["date"] = json!({"day": 31, "month": 2, "year": 2021}),
        "lỗi: basis[1].document.date: ngày 31/02/2021 không có trong lịch [quy ước; basis.not_a_date]",
    );
    one(
        |r| r["date"]["year"] = json!(12026),
        "lỗi: date.year: năm 12026 không phải năm của một văn bản của Đảng [quy ước; date.year]",
    );
}

#[test]
fn titles() {
    one(
        |r| r["abstract_line"] = json!("V/v học tập"),
        "lỗi: abstract_line: trích yếu văn bản của Đảng không ghi “V/v”; hãy viết đủ “về” hoặc “về việc” \
         [05-HD/VPTW II.I.5.2.3; abstract_line.state_form]",
    );
    one(
        |r| r["abstract_line"] = json!("Về học tập"),
        "cảnh báo: abstract_line: trích yếu thường bắt đầu bằng chữ thường; hiện là “Về” \
         [05-HD/VPTW II.I.5.2; abstract_line.upper_case]",
    );
    one(
        |r| r["abstract_line"] = json!("về học tập."),
        "lỗi: abstract_line: cuối trích yếu không có dấu câu [05-HD/VPTW II.I.5.2; abstract_line.end_mark]",
    );
}

#[test]
fn issuers() {
    one(
        |r| r["issuer"]["name"] = json!("Ban Tổ chức"),
        "lỗi: issuer.code: chưa biết ký hiệu của “Ban Tổ chức”; hãy ghi, ví dụ CB, ĐU \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_missing]",
    );
    one(
        |r| r["issuer"]["code"] = json!("cb"),
        "lỗi: issuer.code: ký hiệu “cb” không đúng; ký hiệu là chữ in hoa, ví dụ CB, ĐU, BTCTU-BNCTU \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_form]",
    );
    one(
        |r| r["issuer"]["code"] = json!("ĐU"),
        "cảnh báo: issuer.code: ký hiệu “ĐU” khác ký hiệu thường dùng của “Chi bộ Phòng 7-9” là CB \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_differs]",
    );
    one(
        |r| r["issuer"]["superior"] = json!("Cộng hoà xã hội chủ nghĩa Việt Nam"),
        "lỗi: issuer.superior: văn bản của Đảng không ghi Quốc hiệu; góc phải luôn là “ĐẢNG CỘNG SẢN VIỆT NAM” \
         [05-HD/VPTW II.I.1; issuer.state_form]",
    );
}

#[test]
fn recipients() {
    one(
        |r| r["recipients"] = json!([]),
        "lỗi: recipients: văn bản chính thức chưa có nơi nhận [05-HD/VPTW II.I.9; recipients.missing]",
    );
    one(
        |r| r["recipients"][2] = json!("Lưu: VT"),
        "lỗi: recipients[2]: dòng lưu ghi “Lưu …”, không có dấu hai chấm và không ghi “VT”; hiện là “Lưu: VT” \
         [05-HD/VPTW PL2.9; recipients.state_form]",
    );
    one(
        |r| drop(r["recipients"].as_array_mut().unwrap().pop()),
        "lỗi: recipients[1]: dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “Các đảng viên Chi bộ” \
         [05-HD/VPTW PL2.9; recipients.no_archive]",
    );
    one(
        |r| r["recipients"][0] = json!("Đảng uỷ;"),
        "lỗi: recipients[0]: nơi nhận ghi không có dấu ở cuối; thư viện tự thêm dấu “;” và dấu “.” \
         [05-HD/VPTW II.I.9.2.5; recipients.end_mark]",
    );
    one(
        |r| r["recipients"][0] = json!("- Đảng uỷ"),
        "lỗi: recipients[0]: nơi nhận ghi không có gạch đầu dòng; thư viện tự thêm \
         [05-HD/VPTW II.I.9.2.5; recipients.dash]",
    );
}

#[test]
fn signatures() {
    one(
        |r| drop(r.as_object_mut().unwrap().remove("signature")),
        "lỗi: signature: văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
    );
    one(
        |r| r["signature"]["position"] = json!("Bí thư Chi bộ"),
        "lỗi: signature.position: chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ” \
         [05-HD/VPTW II.I.7.1.2; signature.position_has_body]",
    );
    one(
        |r| r["signature"]["position"] = json!("Chi uỷ viên"),
        "lỗi: signature.position: dưới T/M chỉ ghi bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ \
         tịch; uỷ viên ký không ghi chức vụ; hiện là “CHI UỶ VIÊN” [05-HD/VPTW II.I.7.1.2; signature.position_unknown]",
    );
    one(
        |r| r["signature"]["body"] = json!("TM. Chi bộ"),
        "lỗi: signature.body: chỉ ghi tên cơ quan hoặc chức vụ, không ghi T/M, K/T, T/L, TM., KT., TL., TUQ.; \
         hiện là “TM. CHI BỘ” [05-HD/VPTW II.I.7.1.1; signature.body_has_mark]",
    );
    one(
        |r| r["signature"]["body"] = json!("Chi uỷ"),
        "cảnh báo: signature.body: văn bản của chi bộ ký T/M CHI BỘ; hiện là T/M CHI UỶ \
         [05-HD/VPTW II.I.7.1.4b; signature.not_the_branch]",
    );
    one(
        |r| r["signature"]["capacity"] = json!("signing_for"),
        "lỗi: signature.capacity: cấp uỷ, chi bộ làm việc tập thể nên không ký thay (K/T); hãy ký T/M CHI BỘ \
         [05-HD/VPTW II.I.7.1.1; signature.for_in_collective]",
    );
    one(
        |r| r["signature"]["name"] = json!("ThS. Nguyễn Văn An"),
        "lỗi: signature.name: họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng; hãy bỏ “ThS” \
         [05-HD/VPTW II.I.7.1.3; signature.name_has_title]",
    );
    // Ông is a family name too: only where the next syllable is not one.
    one(
        |r| r["signature"]["name"] = json!("Ông Ích Khiêm"),
        "cảnh báo: signature.name: “Ông Ích Khiêm”: hãy bỏ “Ông” nếu đó là danh xưng, không phải họ \
         [05-HD/VPTW II.I.7.1.3; signature.name_ong]",
    );
    for name in ["Ông Nguyễn Văn An", "Ông Khiêm", "ông Ích Khiêm"] {
        one(
            |r| r["signature"]["name"] = json!(name),
            &format!(
                "lỗi: signature.name: họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng; hãy bỏ “{}” \
                 [05-HD/VPTW II.I.7.1.3; signature.name_has_title]",
                &name[..name.find(' ').unwrap()]
            ),
        );
    }
    one(
        |r| r["signature"]["name"] = json!("NGUYỄN VĂN AN"),
        "lỗi: signature.name: họ tên viết hoa chữ cái đầu mỗi tiếng, ví dụ “Nguyễn Văn A”; hiện là “NGUYỄN VĂN AN” \
         [05-HD/VPTW II.I.7.1.3; signature.name_case]",
    );
    one(
        |r| drop(r["signature"].as_object_mut().unwrap().remove("body")),
        "lỗi: signature.body: ký T/M phải ghi ký T/M ai, ví dụ “Chi bộ”, “Trưởng ban” \
         [05-HD/VPTW II.I.7.1.1; signature.body_missing]",
    );
    one(
        |r| {
            r["signature"] =
                json!({"capacity": "direct", "body": "Chi bộ", "position": "Bí thư", "name": "Lê An"})
        },
        "lỗi: signature.body: ký trực tiếp hoặc ký quyền chỉ ghi chức vụ; hãy bỏ “Chi bộ” \
         [05-HD/VPTW II.I.7.1.1; signature.body_unused]",
    );
    one(
        |r| r["signature"] = json!({"capacity": "acting", "name": "Lê An"}),
        "lỗi: signature.position: chưa ghi chức vụ của người ký [05-HD/VPTW II.I.7.1.2; signature.position_missing]",
    );
    one(
        |r| r["signature"]["position"] = json!("K/T Bí thư"),
        "lỗi: signature.position: chức vụ ghi không có T/M, K/T, T/L, Q.; hiện là “K/T BÍ THƯ” \
         [05-HD/VPTW II.I.7.1.2; signature.position_has_mark]",
    );
}

#[test]
fn bodies() {
    one(
        |r| r["closing"] = json!("Nghị quyết này có hiệu lực từ ngày ký./."),
        "lỗi: closing: nội dung kết thúc bằng dấu chấm “.”, không dùng “./.” của văn bản hành chính nhà nước \
         [05-HD/VPTW II.I.6.2.2; body.ends_with_slash]",
    );
    one(
        |r| r["closing"] = json!("Nghị quyết này có hiệu lực từ ngày ký"),
        "lỗi: closing: nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “c từ ngày ký” \
         [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
    );
    one(
        |r| r["first_level"] = json!(3),
        "lỗi: first_level: mục ngoài cùng ở cấp 3; chỉ có cấp 1 (I-) hoặc cấp 2 (1.) [quy ước; first_level.unknown]",
    );
    one(
        |r| r["sections"] = json!([]),
        "lỗi: sections: văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]",
    );
    one(
        |r| r["sections"][0] = json!({"items": [{"paragraphs": ["A."]}]}),
        "lỗi: sections[0]: mục không có tên và cũng không có nội dung [quy ước; sections.empty]",
    );
    let six = json!({"heading": "1", "items": [{"heading": "2", "items": [{"heading": "3", "items": [
        {"heading": "4", "items": [{"heading": "5", "items": [{"heading": "6"}]}]}]}]}]});
    one(
        |r| r["sections"][0] = six,
        "lỗi: sections[0].items[0].items[0].items[0].items[0].items[0]: mục nằm ở cấp thứ sáu; đề cương chỉ có năm \
         cấp: I-, 1., 1.1., a), - [quy ước; sections.too_deep]",
    );
    one(
        |r| r["basis"][1]["document"]["about"] = json!("về đẩy mạnh"),
        "lỗi: basis[1].document.about: trích yếu của căn cứ ghi không có chữ “về” ở đầu; thư viện tự thêm \
         [05-HD/VPTW II.I.6.1.4; basis.about_starts_with_ve]",
    );
}

#[test]
fn votes() {
    let vote = |entitled, present, favour, against, abstained| {
        json!({"entitled": entitled, "present": present, "in_favour": favour, "against": against,
               "abstained": abstained})
    };
    one(
        |r| r["vote"] = vote(18, 17, 15, 1, 0),
        "lỗi: vote: tán thành 15, không tán thành 1, không có ý kiến 0: cộng lại là 16, mà có mặt 17 đồng chí \
         [quy ước; vote.sum]",
    );
    one(
        |r| r["vote"] = vote(18, 19, 18, 1, 0),
        "lỗi: vote.present: có mặt 19 đồng chí, nhiều hơn 18 đồng chí có quyền biểu quyết \
         [quy ước; vote.present_above_entitled]",
    );
    one(
        |r| r["vote"] = vote(18, 17, 9, 8, 0),
        "cảnh báo: vote.in_favour: tán thành 9/18 đồng chí, chưa quá một nửa; nghị quyết chưa có giá trị \
         [24-QĐ/TW 9.3.2; vote.no_majority]",
    );
}

#[test]
fn texts() {
    one(
        |r| r["recipients"][1] = json!(" \u{200b} "),
        "lỗi: recipients[1]: chuỗi rỗng; hãy ghi nội dung hoặc bỏ hẳn mục này [quy ước; text.empty]",
    );
    one(
        |r| r["sections"][2]["items"][0]["paragraphs"][0] = json!("Đánh dấu ☑ vào ô."),
        "lỗi: sections[2].items[0].paragraphs[0]: phông chữ không có ký tự ☑ (U+2611) \
         [05-HD/VPTW II.IV.1; text.no_glyph]",
    );
    one(
        |r| r["recipients"][0] = json!("Ðảng uỷ"),
        "cảnh báo: recipients[0]: có chữ trông như Đ/đ nhưng mã khác (Ð, Ɖ, ð, ɖ); đã thay bằng Đ/đ \
         [05-HD/VPTW II.IV.1; text.look_alike]",
    );
    one(
        |r| r["recipients"][0] = json!("Đảng\u{7} uỷ"),
        "cảnh báo: recipients[0]: có ký tự điều khiển hoặc ký tự ẩn; đã bỏ [quy ước; text.removed]",
    );
    one(
        |r| r["closing"] = json!("Dòng một\ndòng hai."),
        "cảnh báo: closing: có chỗ xuống dòng trong một đoạn; đã thay bằng dấu cách [quy ước; text.line_break]",
    );
}

#[test]
fn all_problems_come_at_once_and_stop_the_paper() {
    let json = changed(|r| {
        r["number"] = json!(0);
        r["signature"]["position"] = json!("Bí thư Chi bộ");
        r["closing"] = json!("Hết ☑./.");
        r["abstract_line"] = json!("Về học tập");
    });
    let record = AnyRecord::from_json(&json).unwrap();
    let Err(Error::Invalid(problems)) = crate::renderer().render_any(&record) else { panic!("it was made") };
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(
        codes,
        [
            "text.no_glyph",
            "number.zero",
            "abstract_line.upper_case",
            "signature.position_has_body",
            "body.ends_with_slash"
        ]
    );
    assert_eq!(problems.iter().filter(|problem| problem.severity == Severity::Error).count(), 4);
    assert_eq!(Error::Invalid(problems).to_string().lines().count(), 5);
}

#[test]
fn what_is_higher_than_a_page_is_no_paper() {
    let json = changed(|r| {
        let many: Vec<Value> =
            (1..60).map(|n| json!(format!("Chi bộ {n}"))).chain([json!("Lưu Chi bộ")]).collect();
        r["recipients"] = json!(many);
    });
    let error = crate::renderer().render_any(&AnyRecord::from_json(&json).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a row of parts that stand side by side (letterhead, recipients, signature) needs 307 mm, has 257 mm"
    );
}

#[test]
fn warnings_do_not_stop_the_paper() {
    let document = crate::render(&changed(|r| r["signature"]["body"] = json!("Chi uỷ")));
    let codes: Vec<&str> = document.warnings().iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["signature.not_the_branch"]);
}

/// Asserts what a developer reads when the JSON has not the record's shape.
#[track_caller]
fn shape(json: &str, expected: &str) {
    assert_eq!(AnyRecord::from_json(json).unwrap_err().to_string(), expected);
}

#[test]
fn shapes() {
    shape("{", ".: EOF while parsing an object at line 1 column 1");
    shape("[]", ".: a record is a JSON object");
    let kinds: Vec<String> = vanban::KINDS.iter().map(|kind| format!("`{}`", kind.name)).collect();
    let kinds = kinds.join(", ");
    assert!(kinds.starts_with("`resolution`, `") && kinds.contains("`decision`"));
    shape("{\"format\": 1}", &format!(".: missing field `kind`, one of {kinds}"));
    shape(
        "{\"kind\": \"letter\", \"format\": 1}",
        &format!("kind: unknown kind `letter`, expected one of {kinds}"),
    );
    shape("{\"kind\": 7, \"format\": 1}", "kind: the name of a kind is a string");
    shape("{\"kind\": \"resolution\"}", ".: missing field `format`, expected 1");
    shape("{\"kind\": \"resolution\", \"format\": 2}", "format: format 2 is unknown, expected 1");
    shape("{\"kind\": \"resolution\", \"format\": 1}", ".: missing field `issuer`");
    shape(
        &changed(|r| r["sections"][0]["headng"] = json!("A")),
        "sections[0].headng: unknown field `headng`, expected one of `heading`, `paragraphs`, `table`, `items`, \
         `reviewed`, `targets`",
    );
    shape(
        &changed(|r| r["number"] = json!(-3)),
        "number: invalid type: integer `-3`, expected a whole number from 0 up, or \"by_hand\"",
    );
    shape(
        &changed(|r| r["number"] = json!("five")),
        "number: invalid value: string \"five\", expected a whole number from 0 up, or \"by_hand\"",
    );
    shape(
        &changed(|r| r["signature"]["capacity"] = json!("T/M")),
        "signature.capacity: unknown variant `T/M`, expected one of `on_behalf_of`, `signing_for`, `by_order_of`, \
         `acting`, `direct`",
    );
    shape(&changed(|r| r["place"] = json!(7)), "place: invalid type: integer `7`, expected a string");
    let other = vanban::Resolution::from_json("{\"kind\": \"plan\", \"format\": 1}").unwrap_err();
    assert_eq!(other.to_string(), "kind: found `plan`, expected `resolution`");
}

/// A kind of the caller's own whose field JSON cannot hold.
#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
struct Unwritable {
    keys: std::collections::BTreeMap<Vec<u8>, u8>,
}

impl vanban::Record for Unwritable {
    const KIND: &'static str = "unwritable";
    const TEMPLATE: &'static str = "<p>A.</p>";

    fn frame(&self) -> vanban::Frame {
        let issuer = vanban::Issuer { superior: None, name: "Chi bộ".into(), code: None };
        let date = vanban::PaperDate { day: None, month: None, year: 2026 };
        vanban::Frame::new("Nghị quyết", "NQ", issuer, "Huế".into(), date, "về việc".into())
    }

    fn check(&self, _: &vanban::Profile, _: &mut vanban::Problems) {}
}

#[test]
fn a_record_that_cannot_be_written_is_a_problem_not_a_good_record() {
    let record = Unwritable { keys: [(vec![1], 1)].into() };
    let codes: Vec<&str> = crate::renderer().check(&record).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["record.not_json"]);
    assert!(matches!(crate::renderer().render(&record), Err(Error::Bug { .. })));
}
