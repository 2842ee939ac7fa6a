//! Papers of a congress: who issues its minutes, who signs them and other papers, what is voted.

use serde_json::{Value, json};

use crate::records::{all, changed, one, words};
use vanban::Stage;

/// The words of a case with a change, plain spaces for no-break ones.
fn said(name: &str, change: impl FnOnce(&mut Value)) -> String {
    words(&changed(name, change)).replace('\u{a0}', " ")
}

/// Asserts that words follow each other in a text.
#[track_caller]
fn in_order(text: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let at =
            text[from..].find(word).unwrap_or_else(|| panic!("{word} is not behind the others in\n{text}"));
        from += at + word.len();
    }
}

#[test]
fn its_minutes_are_signed_for_the_secretariat_and_the_presidium() {
    let text = said("minutes_congress", |_| {});
    in_order(
        &text,
        &[
            "ĐẠI HỘI CHI BỘ KHU PHỐ 2",
            "Số 07-BB/ĐH",
            "Tổng số đảng viên của Chi bộ Khu phố 2: 32 đồng chí",
            "Đoàn Chủ tịch: Đồng chí Bùi Văn Bình - Bí thư Chi bộ; Đồng chí Lý Thị Lan - Phó Bí thư Chi bộ.",
            "Đoàn Thư ký: Đồng chí Trần Thị Hoà - Chi uỷ viên, Trưởng đoàn; Đồng chí Đặng Văn Minh.",
            "Đoàn Chủ tịch kết luận nội dung này: Tiếp thu",
            "Đại hội bế mạc vào lúc 11 giờ 15 phút, cùng ngày.",
            "T/M ĐOÀN THƯ KÝ TRƯỞNG ĐOÀN",
            "Trần Thị Hoà",
            "T/M ĐOÀN CHỦ TỊCH",
            "Bùi Văn Bình",
            "Xác nhận chữ ký của đồng chí Bùi Văn Bình",
            "T/L BAN THƯỜNG VỤ CHÁNH VĂN PHÒNG",
            "PHỤ LỤC",
            "(Kèm theo Biên bản số 07-BB/ĐH, ngày 12/3/2027 của Đại hội Chi bộ Khu phố 2 nhiệm kỳ 2027 - 2030)",
        ],
    );
    assert!(!text.contains("CHỦ TRÌ HỘI NGHỊ") && !text.contains("NGƯỜI GHI BIÊN BẢN"), "{text}");
}

#[test]
fn delegates_are_counted_as_such_over_days() {
    let text = said("minutes_congress_2020", |_| {});
    in_order(
        &text,
        &[
            "Vào hồi 14 giờ 00 phút, ngày 16 tháng 7 năm 2020",
            "Số đại biểu được triệu tập: 120 đồng chí",
            // Who is named as the chair signs, and stands first.
            "Đoàn Chủ tịch: Đồng chí Nguyễn Văn Tâm - Bí thư Đảng uỷ; Đồng chí Lê Thị Chi",
            "bế mạc vào lúc 11 giờ 00 phút, ngày 17 tháng 7 năm 2020",
            "T/M ĐOÀN CHỦ TỊCH Nguyễn Văn Tâm",
        ],
    );
    assert_eq!(text.matches("Nguyễn Văn Tâm - Bí thư Đảng uỷ;").count(), 1, "{text}");
    one(
        "minutes_congress_2020",
        |r| r["ends_on"] = json!("15/7/2020"),
        "lỗi: ends_on (ngày kết thúc): kết thúc ngày 15/7/2020, trước ngày khai mạc 16/7/2020 \
         [quy ước; meeting.ends_before_it_starts]",
    );
}

#[test]
fn a_discussion_is_signed_by_who_wrote_and_for_the_secretariat() {
    let text = said("minutes_discussion", |_| {});
    in_order(
        &text,
        &[
            "Có mặt 39/40 đồng chí",
            "Chủ trì: Đồng chí Võ Văn Sơn - Tổ trưởng Tổ số 1.",
            "Người ghi biên bản: Đồng chí Mai Thị Nga",
            "NGƯỜI GHI BIÊN BẢN",
            "Mai Thị Nga",
            "T/M ĐOÀN THƯ KÝ TRƯỞNG ĐOÀN",
            "Trần Thị Hoà",
        ],
    );
}

#[test]
fn its_tellers_issue_minutes_of_their_own() {
    let text = said("minutes_congress_ballots", |_| {});
    in_order(
        &text,
        &[
            "BAN KIỂM PHIẾU",
            "Số 06-BB/ĐH",
            "Tổng số đảng viên của Chi bộ Khu phố 2: 32 đồng chí",
            "Vũ Văn Khoa, Trưởng ban.",
            "Số phiếu phát ra: 26 phiếu; số phiếu thu vào: 26 phiếu",
            "Số lượng bầu: 03 đồng chí; số người trong danh sách bầu cử: 04 đồng chí.",
            "Trần Thị Hoà Chi uỷ viên 19 73,08% 63,33% Trúng cử",
            "Đặng Văn Minh Đảng viên 8 30,77% 26,67%",
            "Số đồng chí trúng cử: 03 đồng chí.",
            "NGƯỜI GHI BIÊN BẢN",
            "T/M BAN KIỂM PHIẾU TRƯỞNG BAN",
            "Vũ Văn Khoa",
        ],
    );
    assert!(!text.contains("Chủ trì"), "{text}");
}

#[test]
fn who_is_missing_is_told_with_the_clause() {
    all(
        "minutes_congress",
        |r| {
            let fields = r.as_object_mut().unwrap();
            for field in ["presidium", "secretariat", "confirmation"] {
                fields.remove(field);
            }
        },
        &[
            "lỗi: presidium (đoàn chủ tịch): biên bản đại hội chưa ghi đoàn chủ tịch [05-HD/VPTW II.I.7.1.4a; minutes.chair_missing]",
            "lỗi: secretariat (đoàn thư ký): biên bản đại hội chưa ghi đoàn thư ký [05-HD/VPTW II.I.7.1.4a; minutes.secretary_missing]",
        ],
    );
    one(
        "minutes_discussion",
        |r| drop(r.as_object_mut().unwrap().remove("secretariat")),
        "lỗi: secretariat (đoàn thư ký): biên bản thảo luận chưa ghi trưởng đoàn thư ký [05-HD/VPTW II.I.7.1.4a; \
         minutes.secretary_missing]",
    );
    one(
        "minutes_congress",
        |r| {
            r["secretariat"] = r["presidium"].clone();
        },
        "lỗi: secretariat[0].name (họ và tên): đồng chí Bùi Văn Bình ký ở cả hai bên; biên bản do hai người ký \
         [05-HD/VPTW II.I.7.1.4e; minutes.one_signer]",
    );
}

#[test]
fn a_congress_issues_them_and_enough_came() {
    one(
        "minutes_congress",
        |r| r["issuer"] = json!({"superior": "Đảng bộ phường Bình An", "name": "Chi bộ Khu phố 2"}),
        "cảnh báo: issuer.name (tên cơ quan ban hành): biên bản đại hội, biên bản thảo luận tại đại hội ghi tên đại hội: \
         “Đại hội …”; hiện là “Chi bộ Khu phố 2” [05-HD/VPTW II.I.2.1; minutes.congress_issuer]",
    );
    one(
        "minutes_congress_2020",
        |r| {
            r["attendance"]["present"] = json!(79);
            r["attendance"]["absent"] = json!(41);
            r["attendance"]["excused"] = json!(41);
        },
        "cảnh báo: attendance.present: có mặt 79/120 đồng chí, chưa đủ hai phần ba số được triệu tập [Điều lệ Đảng; \
         minutes.congress_quorum]",
    );
}

#[test]
fn votes_of_an_election_add_up() {
    one(
        "minutes_congress_ballots",
        |r| r["ballots"]["candidates"][0]["votes"] = json!(27),
        "lỗi: ballots.candidates[0].votes (số phiếu bầu): đồng chí Bùi Văn Bình được 27 phiếu, nhiều hơn 26 phiếu hợp lệ \
         [quy ước; ballots.votes_above_valid]",
    );
    one(
        "minutes_congress_ballots",
        |r| r["ballots"]["seats"] = json!(2),
        "lỗi: ballots.seats (số lượng bầu): 3 đồng chí trúng cử, nhiều hơn số lượng bầu là 2 [quy ước; \
         ballots.elected_above_seats]",
    );
}

#[test]
fn who_confirms_a_signature_is_no_body_of_the_congress() {
    one(
        "minutes_congress",
        |r| {
            r["confirmation"]["signature"] =
                json!({"capacity": "T/M", "body": "Đoàn Chủ tịch", "name": "Lê Thị Chi"});
        },
        "cảnh báo: confirmation.signature.body (thay mặt, ký thay ai): xác nhận chữ ký do lãnh đạo văn phòng cấp uỷ ký T/L \
         BAN THƯỜNG VỤ, hoặc bí thư, phó bí thư ký T/M cấp uỷ; hiện là T/M ĐOÀN CHỦ TỊCH [05-HD/VPTW II.I.7.1.4a; \
         signature.other_body]",
    );
    one(
        "minutes_congress",
        |r| r["confirmation"]["of"] = json!("Lê Thị Chi"),
        "cảnh báo: confirmation.of (người có chữ ký được xác nhận): xác nhận chữ ký của người không ký văn bản: “Lê Thị \
         Chi”; người ký là “Bùi Văn Bình”, “Trần Thị Hoà” [05-HD/VPTW II.I.7.1.4a; confirmation.not_a_signer]",
    );
}

/// Under a body of a congress stands its one position, or none.
#[test]
fn other_papers_of_a_congress_are_signed_by_its_bodies() {
    let signed = |signature: Value| move |r: &mut Value| r["signature"] = signature;
    let by = |body: &str, position: &str| match position {
        "" => json!({"capacity": "T/M", "body": body, "name": "Nguyễn Văn An"}),
        _ => json!({"capacity": "T/M", "body": body, "position": position, "name": "Nguyễn Văn An"}),
    };
    all("confirmation", signed(by("Đoàn Chủ tịch", "")), &[]);
    all("confirmation", signed(by("Đoàn Thư ký", "Trưởng đoàn")), &[]);
    for (signature, told) in [
        (by("Đoàn Chủ tịch", "Chủ tịch"), "ký T/M ĐOÀN CHỦ TỊCH thì không ghi chức vụ; hiện là CHỦ TỊCH"),
        (
            by("Đoàn Thư ký", "Trưởng Ban"),
            "ký T/M ĐOÀN THƯ KÝ thì chức vụ là TRƯỞNG ĐOÀN; hiện là TRƯỞNG BAN",
        ),
        (by("Ban kiểm phiếu", ""), "ký T/M BAN KIỂM PHIẾU thì chức vụ là TRƯỞNG BAN; hiện chưa ghi"),
    ] {
        let told = format!(
            "cảnh báo: signature.position (chức vụ người ký): {told} [05-HD/VPTW II.I.7.1.4a; signature.other_position]"
        );
        one("confirmation", signed(signature), &told);
    }
    let secretariat = |signature: Value| {
        move |r: &mut Value| {
            r["issuer"] = json!({
                "superior": "Đại hội Chi bộ thôn Triều Khúc nhiệm kỳ 2025 - 2027",
                "name": "Đoàn Thư ký",
            });
            r["signature"] = signature;
        }
    };
    all("confirmation", secretariat(by("Đoàn Thư ký", "Trưởng đoàn")), &[]);
    one(
        "confirmation",
        secretariat(by("Đoàn Chủ tịch", "")),
        "cảnh báo: signature.body (thay mặt, ký thay ai): văn bản của đoàn thư ký ký T/M ĐOÀN THƯ KÝ; hiện là T/M ĐOÀN CHỦ \
         TỊCH [05-HD/VPTW II.I.7.1.4a; signature.other_body]",
    );
}

#[test]
fn a_draft_of_minutes_has_no_number_and_appendices_go_with_it() {
    let text = said("minutes_draft", |_| {});
    in_order(
        &text,
        &["Số -BB/CB", "Dự thảo lần 2", "BIÊN BẢN", "DANH SÁCH PHÂN CÔNG NHIỆM VỤ THÁNG 6 NĂM 2026"],
    );
    one(
        "minutes_draft",
        |r| r["number"] = json!(3),
        "lỗi: number (số văn bản): bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua \
         [05-HD/VPTW II.II.4.2; number.on_draft]",
    );
    one(
        "minutes_draft",
        |r| r["proceedings"][0]["paragraphs"] = json!(["Chi uỷ thống nhất phân công."]),
        "cảnh báo: appendices[0] (phụ lục): nội dung văn bản chưa có chỉ dẫn về danh sách [05-HD/VPTW II.II.1.1; \
         appendices.not_mentioned]",
    );
    let tree = crate::render(&changed("minutes_draft", |_| {}).to_string()).to_text(Stage::Tree).unwrap();
    assert!(tree.contains("DraftMark"), "{tree}");
}
