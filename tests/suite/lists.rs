//! Forms over a list of people: what they say when something is wrong, and where their copies stand.

use serde_json::{Value, json};
use vanban::{AnyRecord, Error, Stage};

use crate::records::{one, problems, record};

#[test]
fn guests() {
    one(
        "invitation",
        |r| r["addressees"] = json!([]),
        "lỗi: addressees (kính gửi): chưa có tên người được mời [quy ước; copies.nobody]",
    );
    one(
        "invitation",
        |r| r["addressees"] = json!(["Đồng chí Lê Thị Bình", "Đồng chí Trần Hà", "Đồng chí Lê Thị Bình"]),
        "lỗi: addressees[2] (kính gửi): “Đồng chí Lê Thị Bình” đã được mời ở dòng 1; nếu là hai người trùng tên, hãy ghi thêm chức \
         vụ hoặc nơi công tác [quy ước; copies.twice]",
    );
    one(
        "invitation",
        |r| r["addressees"] = json!(["Đồng chí Lê Thị Bình."]),
        "cảnh báo: addressees[0] (kính gửi): phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “.” ở cuối \
         [05-HD/VPTW II.I.9.2.3; text.surround]",
    );
}

#[test]
fn a_meeting_has_a_time_and_a_content() {
    one(
        "invitation",
        |r| r["meeting"]["agenda"] = json!([]),
        "lỗi: meeting.agenda (nội dung cuộc họp): cuộc họp chưa có nội dung nào [quy ước; meeting.agenda_missing]",
    );
    one(
        "invitation",
        |r| r["meeting"]["starts"]["hour"] = json!(24),
        "lỗi: meeting.starts (giờ bắt đầu): không có 24 giờ 00 phút [quy ước; meeting.not_a_time]",
    );
    one(
        "invitation",
        |r| r["meeting"]["date"]["day"] = json!(32),
        "lỗi: meeting.date (ngày họp): ngày 32/12/2026 không có trong lịch [quy ước; meeting.not_a_date]",
    );
    one(
        "invitation",
        |r| r["meeting"]["date"] = json!({"day": 29, "month": 11, "year": 2026}),
        "lỗi: meeting.date (ngày họp): cuộc họp ngày 29/11/2026 diễn ra trước ngày của văn bản [quy ước; meeting.before_paper]",
    );
    one(
        "invitation",
        |r| drop(r.as_object_mut().unwrap().remove("signature")),
        "lỗi: signature (người ký): văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
    );
}

#[test]
fn candidates_and_questions() {
    one(
        "ballot_paper",
        |r| r["candidates"] = json!([]),
        "lỗi: candidates (người được biểu quyết): phiếu chưa có người (candidates) hoặc nội dung (questions) để biểu quyết \
         [quy ước; candidates.missing]",
    );
    one(
        "ballot_paper",
        |r| r["questions"] = json!(["Thông qua nghị quyết"]),
        "lỗi: questions (nội dung hỏi ý kiến): một phiếu hỏi ý kiến về người hoặc về nội dung, không cả hai; hãy làm hai phiếu \
         [quy ước; questions.beside_candidates]",
    );
    let twice = |second: Value| json!([{"name": "Lê Thị Bình", "position": "Phòng 7"}, second]);
    one(
        "ballot_paper",
        |r| r["candidates"] = twice(json!({"name": "Lê Thị Bình", "position": "Phòng 7"})),
        "lỗi: candidates[1].name (họ và tên): “Lê Thị Bình” đã có ở dòng 1; nếu là hai người trùng tên, hãy ghi thêm chức vụ hoặc \
         đơn vị (position) [quy ước; candidates.twice]",
    );
    one(
        "ballot_paper",
        |r| r["candidates"] = json!(["Lê Thị Bình", "Phó Bí thư"]),
        "lỗi: candidates[1].name (họ và tên): chưa ghi họ tên; hãy ghi họ tên, hoặc “by_hand” để ghi bằng bút \
         [quy ước; candidates.name_missing]",
    );
    one(
        "ballot_paper",
        |r| r["candidates"][0]["name"] = json!("Bà Lê Thị Bình"),
        "lỗi: candidates[0].name (họ và tên): họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “Bà” \
         [quy ước; person.name_has_title]",
    );
    let mut body = record("ballot_discipline_2018");
    body["choices"] = json!("organisation_discipline");
    body["candidates"] = json!([{"name": "Chi bộ Phòng 7"}]);
    assert_eq!(problems(&body), Vec::<String>::new());
    let mut apart = record("ballot_paper");
    apart["candidates"] = twice(json!({"name": "Lê Thị Bình", "position": "Phòng 9"}));
    assert_eq!(problems(&apart), Vec::<String>::new());
    one(
        "ballot_four_to_a_sheet",
        |r| r["seats"] = json!(4),
        "lỗi: seats (số lượng bầu): bầu từ 1 đến 3 người trong danh sách; hiện là 4 [quy ước; seats.out_of_range]",
    );
    one(
        "ballot_smallest",
        |r| r["seats"] = json!(1),
        "lỗi: seats: số lượng bầu chỉ ghi trên phiếu có danh sách người; hãy bỏ seats \
         [quy ước; seats.without_candidates]",
    );
}

/// The pen has its room: an empty cell in a table, dots elsewhere.
#[test]
fn candidates_may_be_left_for_the_pen() {
    let mut ballot = record("ballot_paper");
    ballot["candidates"] = json!(["Lê Thị Bình, Kiểm sát viên", "by_hand", {"name": "by_hand"}]);
    let words = crate::records::words(&ballot);
    assert!(words.contains("Lê Thị Bình Kiểm sát viên") && !words.contains("by_hand"), "{words}");
    ballot["choices"] = json!({"own": ["A", "B", "C", "D", "E", "F"]});
    ballot["per_sheet"] = json!(1);
    let words = crate::records::words(&ballot);
    assert!(words.contains("2. ……") && !words.contains("by_hand"), "{words}");
}

#[test]
fn boxes() {
    one(
        "ballot_paper",
        |r| r["choices"] = json!({"own": ["Xuất sắc"]}),
        "lỗi: choices (các phương án trả lời): phải có ít nhất hai ô để chọn; hiện có 1 [quy ước; choices.too_few]",
    );
    one(
        "ballot_paper",
        |r| r["choices"] = json!({"own": ["Xuất sắc", "Tốt", "Tốt"]}),
        "lỗi: choices.own[2] (phương án tự đặt): ô “Tốt” đã có trước đó [quy ước; choices.twice]",
    );
}

#[test]
fn copies_and_sheets() {
    one(
        "ballot_paper",
        |r| r["per_sheet"] = json!(3),
        "lỗi: per_sheet (số phiếu trên một tờ): mỗi tờ A4 in 1, 2 hoặc 4 phiếu; hiện là 3 [quy ước; per_sheet.unknown]",
    );
    one(
        "ballot_paper",
        |r| r["sheet"] = json!("a5"),
        "lỗi: per_sheet (số phiếu trên một tờ): in 2 phiếu trên một tờ là cắt từ tờ A4; hãy bỏ khổ A5 [quy ước; per_sheet.not_a4]",
    );
    for count in [0, 1001] {
        one(
            "ballot_paper",
            |r| r["copies"] = json!(count),
            &format!(
                "lỗi: copies (số bản): số phiếu in từ 1 đến 1000; hiện là {count} [quy ước; copies.count]"
            ),
        );
    }
}

#[test]
fn opinion_forms() {
    one(
        "opinion_form",
        |r| r["lines"] = json!(21),
        "lỗi: lines (số dòng ghi ý kiến): mỗi phần có từ 1 đến 20 dòng để ghi ý kiến; hiện là 21 [quy ước; lines.out_of_range]",
    );
    one(
        "opinion_form",
        |r| r["parts"][2] = r["parts"][0].clone(),
        "lỗi: parts[2] (các phần xin ý kiến): phần “Phần đánh giá kết quả năm 2026:” đã có trước đó [quy ước; parts.twice]",
    );
    one(
        "opinion_form",
        |r| r["return_by"]["month"] = json!(13),
        "lỗi: return_by (hạn gửi lại): ngày 10/13/2026 không có trong lịch [quy ước; return_by.not_a_date]",
    );
    one(
        "opinion_form",
        |r| r["return_by"]["year"] = json!(2025),
        "lỗi: return_by (hạn gửi lại): hẹn gửi lại ngày 10/12/2025, trước ngày ghi trên phiếu [quy ước; return_by.past]",
    );
}

/// What does not fit on its part of a sheet is refused with figures, never cut.
#[test]
fn too_many_candidates_for_a_copy() {
    let mut most = [0; 2];
    for (index, per_sheet) in [2, 4].into_iter().enumerate() {
        for count in 1..40 {
            let mut record = record("ballot_four_to_a_sheet");
            record["per_sheet"] = json!(per_sheet);
            record.as_object_mut().unwrap().remove("seats");
            record["candidates"] = (1..=count).map(|n| json!({"name": format!("Lê Văn {n}")})).collect();
            let record = AnyRecord::from_json(&record.to_string()).unwrap();
            match crate::renderer().render(&record) {
                Ok(_) => most[index] = count,
                Err(error @ Error::Invalid(_)) => {
                    assert_eq!(error.problems()[0].path, "per_sheet");
                    let told = error.to_string();
                    let have = if per_sheet == 2 { "108,3 mm" } else { "128 mm" };
                    assert!(
                        told.contains(&format!("nội dung của một bản, {per_sheet} bản trên một tờ,")),
                        "{told}"
                    );
                    assert!(told.contains(have), "{told}");
                    break;
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
    assert!(most.iter().all(|most| (3..20).contains(most)), "{most:?}");
}

/// Each copy stands at the same place of its half or quarter: one cut parts them all.
#[test]
fn one_cut_parts_all_copies() {
    for (case, across) in [("ballot_paper", 1), ("ballot_four_to_a_sheet", 2)] {
        let pages = crate::render(&crate::case(case)).to_text(Stage::Pages).unwrap();
        let sheet = pages.split("page 2").next().unwrap();
        let star = |line: &&str| line.ends_with(" *");
        let places: Vec<(f64, f64)> = sheet
            .lines()
            .filter(star)
            .map(|line| {
                let mut figures = line.split_whitespace().map(|figure| figure.parse().unwrap_or_default());
                (figures.next().unwrap(), figures.next().unwrap())
            })
            .collect();
        assert_eq!(places.len(), 2 * across, "{case}");
        let (x, y) = places[0];
        for (index, place) in places.iter().enumerate() {
            // Half of A4: 105 and 148.5 mm.
            let (column, row) = ((index % across) as f64, (index / across) as f64);
            assert!((place.0 - x - column * 297.65).abs() < 0.1, "{case}: {places:?}");
            assert!((place.1 - y - row * 420.95).abs() < 0.1, "{case}: {places:?}");
        }
    }
}

#[test]
fn each_guest_has_a_copy_of_his_own() {
    let words = crate::render(&crate::case("invitation")).words().replace('\n', " ");
    let copies: Vec<&str> = words.split("GIẤY MỜI").skip(1).collect();
    assert_eq!(copies.len(), 3);
    for (copy, name) in copies.iter().zip(["Nguyễn Văn An", "Lê Thị Bình", "Trần Quốc Cường"]) {
        assert!(copy.replace('\u{a0}', " ").contains(&format!("Kính gửi: Đồng chí {name}")), "{copy}");
        assert!(
            copy.replace('\u{a0}', " ").contains("14 giờ 00, thứ Sáu, ngày 04 tháng 12 năm 2026"),
            "{copy}"
        );
    }
}

#[test]
fn a_secret_ballot_may_be_signed_or_not() {
    let secret = "có thể ký hoặc không ký tên";
    let words = |name: &str| crate::render(&crate::case(name)).words().replace('\n', " ");
    assert_eq!(words("ballot_paper").matches(secret).count(), 5);
    assert!(!words("ballot_paper").contains("NGƯỜI BỎ PHIẾU"));
    assert!(!words("ballot_smallest").contains(secret));
    assert!(words("ballot_smallest").contains("NGƯỜI BỎ PHIẾU (Ký, ghi rõ họ tên)"));
}
