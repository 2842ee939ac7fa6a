//! Number, date, title, issuer, recipients, signature.

use serde_json::json;

use super::one;

#[test]
fn number_and_draft() {
    one(
        |r| r["draft"] = json!(1),
        "lỗi: number (số văn bản): bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua \
         [05-HD/VPTW II.II.4.2; number.on_draft]",
    );
    one(
        |r| drop(r.as_object_mut().unwrap().remove("number")),
        "lỗi: number (số văn bản): văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút \
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
        "lỗi: draft (dự thảo lần): dự thảo đánh số từ lần 1, không có lần 0 [05-HD/VPTW II.II.4.2; draft.zero]",
    );
}

#[test]
fn dates() {
    one(
        |r| r["date"] = json!({"day": 31, "month": 6, "year": 2026}),
        "lỗi: date (ngày, tháng, năm): ngày 31/6/2026 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"day": 30, "month": 2, "year": 2027}),
        "lỗi: date (ngày, tháng, năm): ngày 30/2/2027 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"day": "by_hand", "month": 13, "year": 2026}),
        "lỗi: date (ngày, tháng, năm): ngày …/13/2026 không có trong lịch [quy ước; date.not_a_date]",
    );
    one(
        |r| r["date"] = json!({"month": 6, "year": 2026}),
        "lỗi: date.day (ngày): văn bản chính thức chưa ghi ngày; hãy ghi, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.4.2; date.incomplete]",
    );
    one(
        |r| {
            r["date"] = json!({"day": 5, "month": 4, "year": 2026});
            r["opening"] = json!(r["opening"].as_str().unwrap().replace("21/5/2026", "21/3/2026"));
        },
        "cảnh báo: date (ngày, tháng, năm): văn bản đề ngày trước khi có Hướng dẫn 05-HD/VPTW (27/5/2026) \
         [05-HD/VPTW; date.before_profile]",
    );
    one(
        |r| r["basis"][3]["document"]["date"] = json!({"day": 6, "month": 6, "year": 2026}),
        "lỗi: basis[3].document.date (ngày của văn bản được viện dẫn): căn cứ đề ngày 06/6/2026 sau ngày của văn bản; hãy kiểm tra lại ngày tháng \
         [quy ước; basis.later_than_paper]",
    );
    one(
        |r| r["basis"][1]["document"]["date"] = json!({"day": 31, "month": 2, "year": 2021}),
        "lỗi: basis[1].document.date (ngày của văn bản được viện dẫn): ngày 31/02/2021 không có trong lịch [quy ước; basis.not_a_date]",
    );
    one(
        |r| r["date"]["year"] = json!(12026),
        "lỗi: date.year: năm 12026 không phải năm của một văn bản của Đảng [quy ước; date.year]",
    );
}

#[test]
fn titles() {
    one(
        |r| r["subject"] = json!("V/v học tập"),
        "lỗi: subject: trích yếu văn bản của Đảng không ghi “V/v”; hãy viết đủ “về” hoặc “về việc” \
         [05-HD/VPTW II.I.5.2.3; subject.state_form]",
    );
    one(
        |r| r["subject"] = json!("Về học tập"),
        "cảnh báo: subject: trích yếu thường bắt đầu bằng chữ thường; hiện là “Về” \
         [05-HD/VPTW II.I.5.2; subject.upper_case]",
    );
    one(
        |r| r["subject"] = json!("về học tập."),
        "cảnh báo: subject (trích yếu): cuối mục này không có dấu câu; đã bỏ “.” ở cuối [05-HD/VPTW II.I.5.2; text.surround]",
    );
}

#[test]
fn issuers() {
    one(
        |r| r["issuer"]["name"] = json!("Liên hiệp hội"),
        "lỗi: issuer.code (ký hiệu cơ quan): chưa biết ký hiệu của “Liên hiệp hội”; hãy ghi, ví dụ CB, ĐU \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_missing]",
    );
    one(
        |r| r["issuer"]["code"] = json!("cb"),
        "lỗi: issuer.code (ký hiệu cơ quan): ký hiệu “cb” không đúng; ký hiệu là chữ in hoa, ví dụ CB, ĐU, BTCTU-BNCTU \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_form]",
    );
    one(
        |r| r["issuer"]["code"] = json!("ĐU"),
        "cảnh báo: issuer.code (ký hiệu cơ quan): ký hiệu “ĐU” khác ký hiệu thường dùng của “Chi bộ Phòng 7-9” là CB \
         [05-HD/VPTW II.I.3.1.2b; issuer.code_differs]",
    );
    one(
        |r| r["issuer"]["superior"] = json!("Cộng hoà xã hội chủ nghĩa Việt Nam"),
        "lỗi: issuer.superior (cơ quan cấp trên trực tiếp): văn bản của Đảng không ghi Quốc hiệu; góc phải luôn là “ĐẢNG CỘNG SẢN VIỆT NAM” \
         [05-HD/VPTW II.I.1; issuer.state_form]",
    );
}

#[test]
fn recipients() {
    one(
        |r| r["recipients"] = json!([]),
        "lỗi: recipients (nơi nhận): văn bản chính thức chưa có nơi nhận [05-HD/VPTW II.I.9; recipients.missing]",
    );
    one(
        |r| r["recipients"][2] = json!("Lưu: VT"),
        "lỗi: recipients[2] (nơi nhận): dòng lưu ghi “Lưu …”, không có dấu hai chấm và không ghi “VT”; hiện là “Lưu: VT” \
         [05-HD/VPTW PL2.9; recipients.state_form]",
    );
    one(
        |r| drop(r["recipients"].as_array_mut().unwrap().pop()),
        "lỗi: recipients[1] (nơi nhận): dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “Các đảng viên Chi bộ” \
         [05-HD/VPTW PL2.9; recipients.no_archive]",
    );
    one(
        |r| r["recipients"][0] = json!("Đảng uỷ;"),
        "cảnh báo: recipients[0] (nơi nhận): phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “;” ở cuối \
         [05-HD/VPTW II.I.9.2.5; text.surround]",
    );
    one(
        |r| r["recipients"][0] = json!("- Đảng uỷ"),
        "cảnh báo: recipients[0] (nơi nhận): phần mềm tự ghi “-”; đã bỏ “-” ở đầu [05-HD/VPTW II.I.9.2.5; text.surround]",
    );
}

#[test]
fn signatures() {
    one(
        |r| drop(r.as_object_mut().unwrap().remove("signature")),
        "lỗi: signature (người ký): văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
    );
    one(
        |r| r["signature"]["position"] = json!("Bí thư Chi bộ"),
        "lỗi: signature.position (chức vụ người ký): chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ” \
         [05-HD/VPTW II.I.7.1.2; signature.position_has_body]",
    );
    one(
        |r| r["signature"]["position"] = json!("Chi uỷ viên"),
        "lỗi: signature.position (chức vụ người ký): dưới T/M chỉ ghi bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ \
         tịch; uỷ viên ký không ghi chức vụ; hiện là “CHI UỶ VIÊN” [05-HD/VPTW II.I.7.1.2; signature.position_unknown]",
    );
    one(
        |r| r["signature"]["body"] = json!("TM. Chi bộ"),
        "lỗi: signature.body (thay mặt, ký thay ai): chỉ ghi tên cơ quan hoặc chức vụ, không ghi T/M, K/T, T/L, TM., KT., TL., TUQ.; \
         hiện là “TM. CHI BỘ” [05-HD/VPTW II.I.7.1.1; signature.body_has_mark]",
    );
    one(
        |r| r["signature"]["body"] = json!("Chi uỷ"),
        "cảnh báo: signature.body (thay mặt, ký thay ai): văn bản của chi bộ ký T/M CHI BỘ; hiện là T/M CHI UỶ \
         [05-HD/VPTW II.I.7.1.4b; signature.other_body]",
    );
    one(
        |r| r["signature"]["capacity"] = json!("signing_for"),
        "lỗi: signature.capacity (quyền hạn ký): chi bộ làm việc tập thể nên không ký thay (K/T): ghi T/M CHI BỘ, chức vụ \
         PHÓ BÍ THƯ [05-HD/VPTW II.I.7.1.1; signature.for_in_collective]",
    );
    one(
        |r| r["signature"]["name"] = json!("ThS. Nguyễn Văn An"),
        "lỗi: signature.name (họ và tên người ký): họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng; hãy bỏ “ThS” \
         [05-HD/VPTW II.I.7.1.3; signature.name_has_title]",
    );
    // Ông is a family name too: only where the next syllable is not one.
    one(
        |r| r["signature"]["name"] = json!("Ông Ích Khiêm"),
        "cảnh báo: signature.name (họ và tên người ký): “Ông Ích Khiêm”: hãy bỏ “Ông” nếu đó là danh xưng, không phải họ \
         [05-HD/VPTW II.I.7.1.3; signature.name_ong]",
    );
    for name in ["Ông Nguyễn Văn An", "Ông Khiêm", "ông Ích Khiêm"] {
        one(
            |r| r["signature"]["name"] = json!(name),
            &format!(
                "lỗi: signature.name (họ và tên người ký): họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng; hãy bỏ “{}” \
                 [05-HD/VPTW II.I.7.1.3; signature.name_has_title]",
                &name[..name.find(' ').unwrap()]
            ),
        );
    }
    one(
        |r| r["signature"]["name"] = json!("NGUYỄN VĂN AN"),
        "lỗi: signature.name (họ và tên người ký): họ tên viết hoa chữ cái đầu mỗi tiếng, ví dụ “Nguyễn Văn A”; hiện là “NGUYỄN VĂN AN” \
         [05-HD/VPTW II.I.7.1.3; signature.name_case]",
    );
    one(
        |r| drop(r["signature"].as_object_mut().unwrap().remove("body")),
        "lỗi: signature.body (thay mặt, ký thay ai): ký T/M phải ghi ký T/M ai, ví dụ “Chi bộ”, “Trưởng ban” \
         [05-HD/VPTW II.I.7.1.1; signature.body_missing]",
    );
    one(
        |r| {
            r["signature"] =
                json!({"capacity": "direct", "body": "Chi bộ", "position": "Bí thư", "name": "Lê An"})
        },
        "lỗi: signature.body (thay mặt, ký thay ai): ký trực tiếp hoặc ký quyền chỉ ghi chức vụ; hãy bỏ “Chi bộ” \
         [05-HD/VPTW II.I.7.1.1; signature.body_unused]",
    );
    one(
        |r| r["signature"] = json!({"capacity": "acting", "name": "Lê An"}),
        "lỗi: signature.position (chức vụ người ký): chưa ghi chức vụ của người ký [05-HD/VPTW II.I.7.1.2; signature.position_missing]",
    );
    one(
        |r| r["signature"]["position"] = json!("K/T Bí thư"),
        "lỗi: signature.position (chức vụ người ký): chức vụ ghi không có T/M, K/T, T/L, Q.; hiện là “K/T BÍ THƯ” \
         [05-HD/VPTW II.I.7.1.2; signature.position_has_mark]",
    );
}
