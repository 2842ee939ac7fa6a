//! Minutes: what each kind must have, what must agree, and what stands on the page.

use serde_json::{Value, json};

use crate::records::{all, changed, problems};
use vanban::Stage;

#[test]
fn good_minutes_have_no_problem() {
    for (name, json) in crate::cases() {
        if name.starts_with("minutes_") {
            assert_eq!(problems(&json), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn a_part_that_is_there_is_not_empty() {
    all(
        "minutes_ballot_count",
        |r| drop(r["ballots"].as_object_mut().unwrap().remove("tellers")),
        &[
            "lỗi: ballots.tellers (tổ kiểm phiếu): biên bản kiểm phiếu chưa ghi tổ kiểm phiếu [quy ước; minutes.tellers_missing]",
        ],
    );
    all(
        "minutes_ballot_count",
        |r| r["ballots"]["rows"] = json!([]),
        &[
            "lỗi: ballots.rows (kết quả từng người): chưa ghi kết quả của đồng chí nào [quy ước; ballots.rows_missing]",
        ],
    );
    all(
        "minutes_smallest",
        |r| r["proceedings"] = json!([{"paragraphs": []}]),
        &[
            "lỗi: proceedings[0] (diễn biến cuộc họp): nội dung không có tên và cũng không có diễn biến [quy ước; minutes.point_empty]",
        ],
    );
    all(
        "minutes_smallest",
        |r| drop(r["chair"].as_object_mut().unwrap().remove("name")),
        &[
            "lỗi: chair.name (họ và tên): biên bản chưa ghi người chủ trì: hãy ghi họ tên, hoặc “by_hand” để ghi bằng bút \
           [05-HD/VPTW II.I.7.1.4e; minutes.chair_missing]",
        ],
    );
    // Where every point has the chair's conclusion, none is missing at the end.
    all("minutes_committee", |r| assert_eq!(r["conclusions"], Value::Null), &[]);
}

#[test]
fn times() {
    all(
        "minutes_smallest",
        |r| r["ends"] = json!({"hour": 18, "minute": 5}),
        &["lỗi: ends (giờ kết thúc): kết thúc lúc 18 giờ 05 phút, trước khi bắt đầu lúc 19 giờ 30 phút \
           [quy ước; meeting.ends_before_it_starts]"],
    );
    all(
        "minutes_smallest",
        |r| r["ends"] = json!({"hour": 20, "minute": 59}),
        &[
            "cảnh báo: ends (giờ kết thúc): thời lượng sinh hoạt 89 phút, ít hơn 90 phút [42-HD/BTCTW; meeting.short]",
        ],
    );
    all("minutes_smallest", |r| r["ends"] = json!({"hour": 21, "minute": 0}), &[]);
    all(
        "minutes_smallest",
        |r| r["starts"] = json!({"hour": 7, "minute": 60}),
        &["lỗi: starts (giờ bắt đầu): không có 07 giờ 60 phút [quy ước; meeting.not_a_time]"],
    );
    all(
        "minutes_smallest",
        |r| r["ends"] = json!({"hour": 24, "minute": "by_hand"}),
        &["lỗi: ends (giờ kết thúc): không có 24 giờ … phút [quy ước; meeting.not_a_time]"],
    );
    all(
        "minutes_smallest",
        |r| r["held"] = json!({"day": 6, "month": 6, "year": 2026}),
        &[
            "lỗi: held (ngày họp): cuộc họp ngày 06 tháng 6 năm 2026 diễn ra sau ngày của văn bản; hãy kiểm tra lại ngày \
           tháng [quy ước; meeting.later_than_paper]",
        ],
    );
    all(
        "minutes_smallest",
        |r| r["held"] = json!({"day": 31, "month": 4, "year": 2026}),
        &["lỗi: held (ngày họp): ngày 31 tháng 4 năm 2026 không có trong lịch [quy ước; meeting.not_a_date]"],
    );
}

#[test]
fn attendance_adds_up() {
    let attendance =
        |field: &'static str, value: u32| move |r: &mut Value| r["attendance"][field] = json!(value);
    all(
        "minutes_regular",
        attendance("official", 27),
        &[
            "cảnh báo: attendance.total (tổng số): chính thức 27, dự bị 2: cộng lại là 29, mà tổng số là 30 đồng chí \
             [quy ước; attendance.total_sum]",
            "lỗi: proceedings[1].vote.entitled (có quyền biểu quyết): 28 đồng chí có quyền biểu quyết, mà chỉ có 27 đảng viên chính thức; \
             đảng viên dự bị không biểu quyết [quy ước; minutes.vote_above_official]",
            "lỗi: motions[0].vote.entitled (có quyền biểu quyết): 28 đồng chí có quyền biểu quyết, mà chỉ có 27 đảng viên chính thức; đảng \
             viên dự bị không biểu quyết [quy ước; minutes.vote_above_official]",
            "lỗi: motions[1].vote.entitled (có quyền biểu quyết): 28 đồng chí có quyền biểu quyết, mà chỉ có 27 đảng viên chính thức; đảng \
             viên dự bị không biểu quyết [quy ước; minutes.vote_above_official]",
        ],
    );
    all(
        "minutes_regular",
        attendance("exempt", 0),
        &[
            "cảnh báo: attendance.summoned (được triệu tập): triệu tập 28, được miễn 0, ở nơi khác 1: cộng lại là 29, mà tổng số là 30 đồng \
           chí [quy ước; attendance.summoned_sum]",
        ],
    );
    all(
        "minutes_smallest",
        attendance("present", 10),
        &["lỗi: attendance.present: có mặt 10 đồng chí, nhiều hơn tổng số 9 đồng chí \
           [quy ước; attendance.present_above_total]"],
    );
    all(
        "minutes_smallest",
        |r| {
            attendance("present", 10)(r);
            r["attendance"]["total"] = json!("by_hand");
        },
        &["cảnh báo: attendance.present: có mặt 10 đồng chí, nhiều hơn 9 đồng chí được triệu tập \
           [quy ước; attendance.present_above_summoned]"],
    );
    all(
        "minutes_smallest",
        attendance("present", 8),
        &[
            "cảnh báo: attendance.absent (vắng mặt): có mặt 8, vắng mặt 0: cộng lại là 8, mà triệu tập 9 đồng chí \
           [quy ước; attendance.sum]",
        ],
    );
    all(
        "minutes_smallest",
        attendance("excused", 1),
        &[
            "cảnh báo: attendance.absent (vắng mặt): có lý do 1, không lý do 0: cộng lại là 1, mà vắng mặt 0 đồng chí \
           [quy ước; attendance.absent_sum]",
        ],
    );
}

/// One who need not come counts where he came: with 30 members, one exempt, one elsewhere and three absent.
#[test]
fn who_is_exempt_may_come() {
    let counts = |present: u32, absent: u32| {
        move |r: &mut Value| {
            let attendance = &mut r["attendance"];
            attendance["present"] = json!(present);
            attendance["absent"] = json!(absent);
            attendance["excused"] = json!(absent);
            attendance["unexcused"] = json!(0);
            attendance["absentees"] = json!([]);
            r["ballots"] = Value::Null;
        }
    };
    for (present, absent, exempt) in [
        (27, 1, "01 đồng chí"),
        (27, 2, "01 đồng chí (có mặt 01 đồng chí)"),
        (30, 0, "01 đồng chí (có mặt 01 đồng chí)"),
    ] {
        let change = counts(present, absent);
        all("minutes_regular", change, &[]);
        let text = crate::render(&changed("minutes_regular", change).to_string()).words();
        let line = format!("được miễn công tác, sinh hoạt đảng: {exempt}.");
        assert!(text.replace('\u{a0}', " ").contains(&line), "{line}: {text}");
    }
    all(
        "minutes_regular",
        counts(30, 1),
        &[
            "cảnh báo: attendance.absent (vắng mặt): có mặt 30, vắng mặt 1: cộng lại là 31, mà triệu tập 28 đồng chí \
           [quy ước; attendance.sum]",
        ],
    );
    all(
        "minutes_regular",
        counts(31, 0),
        &["lỗi: attendance.present: có mặt 31 đồng chí, nhiều hơn tổng số 30 đồng chí \
           [quy ước; attendance.present_above_total]"],
    );
    all(
        "minutes_regular",
        |r| r["attendance"]["summoned"] = json!(31),
        &[
            "cảnh báo: attendance.summoned (được triệu tập): triệu tập 31 đồng chí, nhiều hơn tổng số 30 đồng chí \
           [quy ước; attendance.summoned_sum]",
            "cảnh báo: attendance.absent (vắng mặt): có mặt 25, vắng mặt 3: cộng lại là 28, mà triệu tập 31 đồng chí \
           [quy ước; attendance.sum]",
        ],
    );
}

#[test]
fn absentees_have_names_and_reasons() {
    all("minutes_regular", |r| r["attendance"]["absentees"] = json!([]), &[]);
    all(
        "minutes_regular",
        |r| drop(r["attendance"]["absentees"].as_array_mut().unwrap().pop()),
        &[
            "cảnh báo: attendance.absentees (người vắng mặt): ghi tên 2 đồng chí vắng mặt, mà số vắng mặt là 3 đồng chí \
           [quy ước; attendance.absentees_count]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["attendance"]["absentees"][2]["reason"] = json!("nghỉ ốm"),
        &[
            "cảnh báo: attendance.unexcused (vắng mặt không có lý do): danh sách có 0 đồng chí vắng mặt không ghi lý do, mà số vắng không lý do là 1 \
           đồng chí [quy ước; attendance.unexcused_count]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["attendance"]["absentees"][1]["name"] = json!("Lê Văn Cường"),
        &[
            "lỗi: attendance.absentees[1].name (họ và tên): đồng chí Lê Văn Cường đã có trong danh sách vắng mặt \
           [quy ước; attendance.absentee_twice]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["attendance"]["absentees"][0]["name"] = json!("Trần Thị Bình"),
        &[
            "lỗi: secretary.name (họ và tên): đồng chí Trần Thị Bình được ghi là vắng mặt mà vẫn ghi biên bản \
           [quy ước; minutes.signer_absent]",
        ],
    );
}

#[test]
fn people_have_names() {
    all(
        "minutes_smallest",
        |r| r["secretary"]["name"] = r["chair"]["name"].clone(),
        &[
            "lỗi: secretary.name (họ và tên): đồng chí Nguyễn Văn An vừa chủ trì vừa ghi biên bản; biên bản do hai người ký \
           [05-HD/VPTW II.I.7.1.4e; minutes.one_signer]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["proceedings"][1]["opinions"][0]["speaker"] = json!({}),
        &[
            "lỗi: proceedings[1].opinions[0].speaker (người phát biểu): chưa ghi họ tên, cũng chưa ghi chức vụ [quy ước; person.nobody]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["proceedings"][0]["speaker"]["name"] = json!("TS. Ngô Thị Hoa"),
        &[
            "lỗi: proceedings[0].speaker.name (họ và tên): họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “TS” \
           [quy ước; person.name_has_title]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["opinions"][0]["speaker"]["name"] = json!("võ thị giang"),
        &[
            "lỗi: opinions[0].speaker.name (họ và tên): họ tên viết hoa chữ cái đầu mỗi tiếng, ví dụ “Nguyễn Văn A”; hiện là “võ \
           thị giang” [quy ước; person.name_case]",
        ],
    );
}

#[test]
fn votes_agree_with_themselves_and_with_the_attendance() {
    all(
        "minutes_regular",
        |r| r["motions"][0]["vote"]["in_favour"] = json!(23),
        &[
            "cảnh báo: motions[0].vote (kết quả biểu quyết): tán thành 23, không tán thành 0, không có ý kiến 0: cộng lại là 23, mà có mặt 24 \
           đồng chí [quy ước; vote.sum]",
        ],
    );
    all(
        "minutes_regular",
        |r| {
            r["motions"][0]["vote"] =
                json!({"entitled": 28, "present": 26, "in_favour": 26, "against": 0, "abstained": 0})
        },
        &["lỗi: motions[0].vote.present (có mặt): 26 đồng chí biểu quyết, mà chỉ có 25 đồng chí dự họp \
           [quy ước; minutes.vote_above_present]"],
    );
    all(
        "minutes_regular",
        |r| {
            r["motions"][0]["vote"] =
                json!({"entitled": 28, "present": 24, "in_favour": 14, "against": 10, "abstained": 0})
        },
        &[
            "cảnh báo: motions[0].vote.in_favour: tán thành 14/28 đồng chí, chưa quá một nửa; nội dung này chưa được \
           thông qua [Điều lệ Đảng; vote.no_majority]",
        ],
    );
    all(
        "minutes_regular",
        |r| r["motions"][1]["content"] = json!("Tự xếp loại: Tốt."),
        &[
            "cảnh báo: motions[1].content (nội dung biểu quyết): phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối [quy ước; text.surround]",
        ],
    );
}

/// At a congress a ban counts, and the members are those of the organisation that holds it.
#[test]
fn a_congress_has_its_own_tellers() {
    let congress = |r: &mut Value| {
        r["issuer"] = json!({"name": "Đại hội Chi bộ thôn Triều Khúc nhiệm kỳ 2025 - 2027"});
    };
    all("minutes_ballot_count", congress, &[]);
    let text = crate::records::words(&changed("minutes_ballot_count", congress)).replace('\u{a0}', " ");
    for said in [
        "II- BAN KIỂM PHIẾU",
        "Trưởng ban.",
        "T/M BAN KIỂM PHIẾU",
        "TRƯỞNG BAN",
        "Tổng số đảng viên của Chi bộ thôn Triều Khúc: 24 đồng chí",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.to_lowercase().contains("tổ kiểm phiếu"), "{text}");
}

#[test]
fn ballots_add_up() {
    let ballots = |field: &'static str, value: u32| move |r: &mut Value| r["ballots"][field] = json!(value);
    all(
        "minutes_ballot_count",
        ballots("issued", 24),
        &["lỗi: ballots.issued (phiếu phát ra): phát ra 24 phiếu, nhiều hơn 23 đồng chí có mặt \
           [quy ước; ballots.issued_above_present]"],
    );
    all(
        "minutes_ballot_count",
        ballots("issued", 22),
        &["lỗi: ballots.returned (phiếu thu vào): thu vào 23 phiếu, nhiều hơn 22 phiếu phát ra \
           [quy ước; ballots.returned_above_issued]"],
    );
    all(
        "minutes_ballot_count",
        ballots("invalid", 0),
        &[
            "cảnh báo: ballots.valid (phiếu hợp lệ): hợp lệ 22, không hợp lệ 0: cộng lại là 22 phiếu, mà thu vào 23 phiếu \
           [quy ước; ballots.sum]",
        ],
    );
    all(
        "minutes_yearly_review",
        |r| r["ballots"]["rows"][1]["good"] = json!(18),
        &[
            "cảnh báo: ballots.rows[1] (kết quả từng người): phiếu xếp loại đồng chí Trần Thị Bình cộng lại là 23, mà có 22 phiếu hợp lệ \
           [quy ước; ballots.row_sum]",
        ],
    );
}

/// The lines of the tree, plain spaces for no-break ones.
fn tree(name: &str, change: impl FnOnce(&mut Value)) -> String {
    crate::render(&changed(name, change).to_string())
        .to_text(Stage::Tree)
        .unwrap()
        .replace(['°', '\u{a0}'], " ")
}

#[test]
fn both_percentages_stand_apart() {
    let text = tree("minutes_regular", |_| {});
    assert!(
        text.contains(
            "Thông qua Nghị quyết tháng 6 năm 2026. Kết quả biểu quyết: 24/24 đồng chí có mặt tán thành, đạt 100%; \
             so với 28 đồng chí có quyền biểu quyết, đạt 85,71%; không tán thành 00 đồng chí; không có ý kiến 00 đồng \
             chí."
        ),
        "{text}"
    );
}

#[test]
fn the_recorder_signs_at_the_left_and_the_chair_at_the_right() {
    let text = tree("minutes_smallest", |_| {});
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in\n{text}"));
    assert!(at("NGƯỜI GHI BIÊN BẢN") < at("CHỦ TRÌ HỘI NGHỊ"));
    assert!(at("SignerName: Trần Thị Bình") < at("SignerName: Nguyễn Văn An"));
    let counted = tree("minutes_ballot_count", |_| {});
    assert!(counted.contains("T/M TỔ KIỂM PHIẾU") && counted.contains("TỔ TRƯỞNG"), "{counted}");
}

#[test]
fn a_kind_has_its_own_words() {
    for (name, words) in [
        ("minutes_extract", "TypeName: TRÍCH BIÊN BẢN"),
        ("minutes_extract", "Có mặt 26/28 đồng chí."),
        (
            "minutes_extract",
            "Hội nghị không còn ý kiến nào khác, thống nhất với các nội dung nêu trên, kết thúc lúc 21 giờ 15 phút, cùng ngày.",
        ),
        (
            "minutes_regular",
            "Biên bản kết thúc vào lúc 21 giờ 15 phút, cùng ngày, đã được đọc lại cho những người có mặt cùng nghe và nhất trí với nội dung.",
        ),
        ("minutes_committee", "Có mặt 04/05 đồng chí chi uỷ viên; vắng mặt 01 đồng chí."),
        ("minutes_ballot_count", "Biên bản được lập thành 02 bản, 01 bản lưu tại Chi bộ thôn Triều Khúc."),
        ("minutes_ballot_count", "Bùi Văn Khoa, Tổ trưởng."),
        ("minutes_forum", "Thứ năm, phối hợp, kiểm tra, giám sát và phản biện."),
        (
            "minutes_forum",
            "Tổng số đảng viên của Chi bộ Phòng 7-9: ……… đồng chí; trong đó chính thức: ………; dự bị: ……….",
        ),
    ] {
        let text = tree(name, |_| {});
        assert!(text.contains(words), "{name}: {words} is not in\n{text}");
    }
    // The library's own word follows the record's tone marks.
    let text = tree("minutes_committee", |r| {
        r["issuer"]["superior"] = json!("Đảng ủy hòa hóa lũy thúy xã Nhân Thắng")
    });
    assert!(text.contains("đồng chí chi ủy viên"), "{text}");
}

#[test]
fn minutes_without_a_date_line() {
    assert!(tree("minutes_smallest", |_| {}).contains("PlaceDate"));
    assert!(!tree("minutes_smallest", |r| r["undated"] = json!(true)).contains("PlaceDate"));
}
