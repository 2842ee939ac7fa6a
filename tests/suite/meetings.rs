//! A meeting that a notice or an invitation calls to, and the one that minutes are of: how it is read, checked and
//! printed.

use serde_json::{Value, json};
use vanban::AnyRecord;
use vanban::kinds::{Invitation, Minutes, Notice};
use vanban::parts::{AgendaItem, CitedDate, ClockTime, Meeting, Person, Written};

use crate::records::{changed, problems, record, words};

/// The kinds that call to a meeting.
const CALLING: [&str; 2] = ["invitation", "notice"];

/// Asserts that a change of the meeting is told so, whichever kind calls to it.
#[track_caller]
fn told(change: impl Fn(&mut Value), expected: &[&str]) {
    for name in CALLING {
        assert_eq!(problems(changed(name, |r| change(&mut r["meeting"]))), expected, "{name}");
    }
}

/// The faults of a shape.
#[track_caller]
fn refused(record: &Value) -> Vec<String> {
    let error = AnyRecord::from_json(&record.to_string()).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn hours_exist_and_follow_each_other() {
    told(
        |m| m["ends"] = json!("13h30"),
        &[
            "lỗi: meeting.ends (giờ kết thúc): kết thúc lúc 13 giờ 30 phút, trước khi bắt đầu lúc 14 giờ 00 phút \
           [quy ước; meeting.ends_before_it_starts]",
        ],
    );
    told(
        |m| m["ends"] = json!({"hour": 16, "minute": 60}),
        &["lỗi: meeting.ends (giờ kết thúc): không có 16 giờ 60 phút [quy ước; meeting.not_a_time]"],
    );
    // What is left for the pen is neither early nor late.
    told(|m| m["ends"] = json!({"hour": "by_hand", "minute": "by_hand"}), &[]);
}

/// A closing time before the opening is the next day's, where the meeting then took less than twelve hours.
#[test]
fn a_meeting_may_go_past_midnight() {
    let late = |r: &mut Value| {
        r["starts"] = json!("22h00");
        r["ends"] = json!("00h30");
    };
    let record = AnyRecord::from_value(changed("minutes_regular", late)).unwrap();
    let document = crate::renderer().render(&record).unwrap();
    let words = document.words();
    let date = "kết thúc vào lúc 00 giờ 30 phút, ngày ";
    assert!(words.contains(date) && !words.contains("cùng ngày"), "{words}");
}

#[test]
fn lines_bring_no_marks() {
    told(
        |m| m["agenda"] = json!(["Thảo luận", {"content": "Biểu quyết;"}]),
        &["cảnh báo: meeting.agenda[1].content (nội dung): phần mềm tự thêm dấu “.”; đã bỏ “;” ở cuối \
           [quy ước; text.surround]"],
    );
    told(
        |m| m["requests"] = json!(["Dự họp đúng giờ."]),
        &[
            "cảnh báo: meeting.requests[0] (yêu cầu): phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối [quy ước; text.surround]",
        ],
    );
    told(
        |m| m["participants"] = json!("Toàn thể đảng viên."),
        &[
            "cảnh báo: meeting.participants (thành phần): phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối [quy ước; text.surround]",
        ],
    );
    assert_eq!(
        problems(changed("minutes_smallest", |r| r["agenda"] = json!(["Nhiệm vụ tháng 6."]))),
        [
            "cảnh báo: agenda[0].content (nội dung): phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối [quy ước; text.surround]"
        ]
    );
}

#[test]
fn who_leads_and_speaks_is_somebody() {
    told(
        |m| m["chair"] = json!({"name": "Ông Lê Văn An"}),
        &[
            "lỗi: meeting.chair.name (họ và tên): họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “Ông” \
           [quy ước; person.name_has_title]",
        ],
    );
    told(
        |m| m["agenda"] = json!([{"content": "Thảo luận", "person": {}}]),
        &[
            "lỗi: meeting.agenda[0].person (người thực hiện): chưa ghi họ tên, cũng chưa ghi chức vụ [quy ước; person.nobody]",
        ],
    );
    assert_eq!(
        problems(changed("minutes_smallest", |r| r["agenda"] = json!([{"content": "Bầu cử", "person": {}}]))),
        [
            "lỗi: agenda[0].person (người thực hiện): chưa ghi họ tên, cũng chưa ghi chức vụ [quy ước; person.nobody]"
        ]
    );
}

#[test]
fn both_kinds_print_the_whole_meeting() {
    let whole = |record: &mut Value| {
        let meeting = &mut record["meeting"];
        meeting["ends"] = json!("16h30");
        meeting["chair"] = json!("Nguyễn Văn An, Bí thư Chi bộ");
        meeting["participants"] = json!("toàn thể đảng viên Chi bộ");
        meeting["agenda"] = json!([{"content": "Thảo luận", "person": "Chi uỷ"}, "Biểu quyết"]);
        meeting["requests"] = json!(["Nghiên cứu tài liệu", "Dự họp đúng giờ"]);
    };
    let invitation = words(&changed("invitation", whole));
    let line = "1. Nội dung: - Thảo luận (Chi uỷ). - Biểu quyết. 2. Thời gian: 14 giờ 00 đến 16 giờ 30, thứ Sáu, ngày 04 \
         tháng 12 năm 2026. 3. Địa điểm: Phòng họp số 2, trụ sở Viện kiểm sát nhân dân tỉnh. 4. Thành phần: toàn thể \
         đảng viên Chi bộ. 5. Chủ trì: Đồng chí Nguyễn Văn An - Bí thư Chi bộ. 6. Yêu cầu: - Nghiên cứu tài liệu. - Dự \
         họp đúng giờ.";
    assert!(invitation.contains(line), "{invitation}");
    let notice = words(&changed("notice", whole));
    let line = "1. Thời gian: 14 giờ 00 đến 16 giờ 30, ngày 05 tháng 6 năm 2026. 2. Địa điểm: phòng họp tầng 3, trụ sở Viện \
         kiểm sát nhân dân tỉnh. 3. Thành phần: toàn thể đảng viên Chi bộ. 4. Chủ trì: Đồng chí Nguyễn Văn An - Bí thư \
         Chi bộ. 5. Nội dung: - Thảo luận (Chi uỷ); - Biểu quyết. 6. Yêu cầu: - Nghiên cứu tài liệu; - Dự họp đúng \
         giờ.";
    assert!(notice.contains(line), "{notice}");
    let one = words(&changed("invitation", |r| {
        r["meeting"]["agenda"] = json!([{"content": "Thảo luận", "person": "Đ/c Lê Văn An, Bí thư"}]);
    }));
    assert!(one.contains("1. Nội dung: Thảo luận (đồng chí Lê Văn An, Bí thư). 2. Thời gian"), "{one}");
    let minutes = words(&changed("minutes_smallest", |r| {
        r["agenda"] = json!([{"content": "Thảo luận", "person": "Chi uỷ"}]);
    }));
    assert!(minutes.contains("1. Thảo luận (Chi uỷ)."), "{minutes}");
}

#[test]
fn hour_and_venue_may_be_left_for_the_pen() {
    for name in CALLING {
        let blank = changed(name, |r| {
            r["meeting"]["starts"] = json!({"hour": "by_hand", "minute": "by_hand"});
            r["meeting"]["venue"] = json!("by_hand");
        });
        let words = words(&blank);
        assert!(words.contains("Thời gian: ……… giờ ………, "), "{words}");
        assert!(words.contains(&format!("Địa điểm: {}.", "…".repeat(20))), "{words}");
    }
}

#[test]
fn a_time_without_minutes_is_the_full_hour() {
    for name in CALLING {
        let full = record(name);
        assert_eq!(full["meeting"]["starts"], json!({"hour": 14, "minute": 0}));
        for starts in [json!({"hour": 14}), json!("14 giờ"), json!("14h00")] {
            let short = changed(name, |r| r["meeting"]["starts"] = starts);
            let read = AnyRecord::from_json(&short.to_string()).unwrap();
            assert_eq!(read, AnyRecord::from_json(&full.to_string()).unwrap());
        }
    }
}

#[test]
fn a_plain_text_is_what_an_item_deals_with() {
    let written =
        json!([{"content": "Thảo luận"}, {"content": "Biểu quyết", "person": {"position": "Chi uỷ"}}]);
    let given = json!(["Thảo luận", {"content": "Biểu quyết", "person": "Chi uỷ"}]);
    let minutes = Minutes::from_value(changed("minutes_smallest", |r| r["agenda"] = given)).unwrap();
    assert_eq!(minutes.agenda[0], AgendaItem::from("Thảo luận"));
    let json: Value = serde_json::from_str(&minutes.to_json().unwrap()).unwrap();
    assert_eq!(json["agenda"], written);
    // One text is a list of one.
    let notice = changed("notice", |r| {
        r["meeting"]["agenda"] = json!("Thảo luận");
        r["meeting"]["requests"] = json!("Dự họp đúng giờ");
    });
    let meeting = Notice::from_value(notice).unwrap().meeting.unwrap();
    assert_eq!(meeting.agenda, [AgendaItem::new("Thảo luận")]);
    assert_eq!(meeting.requests, ["Dự họp đúng giờ"]);
    assert_eq!(
        refused(&changed("minutes_smallest", |r| r["agenda"] = json!([" ", 5]))),
        [
            "lỗi: agenda[0] (nội dung cuộc họp): mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này [quy ước; text.empty]",
            "lỗi: agenda[1] (nội dung cuộc họp): phải là nhóm mục {…} hoặc nội dung như “Thảo luận”; hiện là 5; hãy ghi, ví dụ “Đánh giá kết quả lãnh đạo tháng 6” [quy ước; shape.wrong_type]",
        ]
    );
}

#[test]
fn shapes_of_before_are_refused_with_what_there_is() {
    let here = "profile (hướng dẫn thể thức), layout (cỡ chữ và khoảng cách), sheet (khổ giấy), issuer (cơ quan ban \
                hành), number (số văn bản), place (địa danh), date (ngày, tháng, năm), subject (trích yếu), addressees \
                (kính gửi), opening (đoạn mở đầu), meeting (cuộc họp), closing (đoạn kết), … (2 mục nữa) [quy ước; \
                shape.unknown_field]";
    let invitation = changed("invitation", |r| {
        r["time"] = json!({"hour": 14, "minute": 0, "date": {"day": 4, "month": 12, "year": 2026}});
        r["content"] = json!(["Sinh hoạt."]);
    });
    assert_eq!(
        refused(&invitation),
        ["time", "content"]
            .map(|name| format!("lỗi: {name}: không có mục “{name}”; hãy bỏ đi hoặc ghi một trong: {here}"))
    );
    let here = "date (ngày họp), starts (giờ bắt đầu), ends (giờ kết thúc), venue (địa điểm), chair (người chủ trì), \
                participants (thành phần), agenda (nội dung cuộc họp), requests (yêu cầu) [quy ước; shape.unknown_field]";
    let notice = changed("notice", |r| {
        r["meeting"]["hour"] = json!(14);
        r["meeting"]["requirements"] = json!("dự họp đúng giờ");
    });
    assert_eq!(
        refused(&notice),
        ["hour", "requirements"].map(|name| format!(
            "lỗi: meeting.{name}: không có mục “{name}”; hãy bỏ đi hoặc ghi một trong: {here}"
        ))
    );
    // A near name is told alone.
    assert_eq!(
        refused(&changed("notice", |r| r["meeting"]["request"] = json!([]))),
        [
            "lỗi: meeting.request: không có mục “request”; có phải “requests” (yêu cầu)? [quy ước; shape.unknown_field]"
        ]
    );
    let minutes = refused(&changed("minutes_smallest", |r| {
        let fields = r.as_object_mut().unwrap();
        let [starts, ends, venue] =
            ["starts", "ends", "venue"].map(|name| fields.shift_remove(name).unwrap());
        r["meeting"] = json!({"starts": starts, "ends": ends, "venue": venue});
    }));
    assert!(
        minutes[0].starts_with("lỗi: meeting: không có mục “meeting”; hãy bỏ đi hoặc ghi một trong: profile (hướng dẫn thể thức), layout (cỡ "),
        "{minutes:?}"
    );
    assert_eq!(
        minutes[1..],
        [
            ("starts", "giờ bắt đầu", "14h00"),
            ("ends", "giờ kết thúc", "16h30"),
            ("venue", "địa điểm", "Hội trường tầng 2")
        ]
        .map(|(name, term, example)| {
            format!(
                "lỗi: {name} ({term}): thiếu mục bắt buộc “{name}”; hãy ghi, ví dụ “{example}” [quy ước; \
                 shape.missing_field]"
            )
        })
    );
}

#[test]
fn a_meeting_is_built_in_rust_too() {
    let date = CitedDate::new(2026, 12, 4);
    let meeting = Meeting::new(date, ClockTime::new(14, 0), "Phòng họp số 2", ["Kiểm điểm năm 2026"])
        .ends(ClockTime::new(16, 30))
        .chair(Person::new("Nguyễn Văn An", "Bí thư Chi bộ"))
        .participants("toàn thể đảng viên")
        .item(AgendaItem::new("Thảo luận").person(Person::from("Toàn thể đảng viên")))
        .request("Dự họp đúng giờ");
    let json = json!({
        "date": "04/12/2026", "starts": "14h00", "ends": "16h30", "venue": "Phòng họp số 2",
        "chair": "Nguyễn Văn An, Bí thư Chi bộ", "participants": "toàn thể đảng viên",
        "agenda": ["Kiểm điểm năm 2026", {"content": "Thảo luận", "person": "Toàn thể đảng viên"}],
        "requests": "Dự họp đúng giờ",
    });
    let read = Invitation::from_value(changed("invitation", |r| r["meeting"] = json)).unwrap();
    assert_eq!(read.meeting, meeting);
    let built = Invitation::example().meeting(meeting.venue("by_hand"));
    assert_eq!(built.meeting.venue, Written::ByHand);
    assert!(crate::renderer().check(&built).is_empty());
    assert_eq!(Invitation::from_json(&built.to_json().unwrap()).unwrap(), built);
}

/// What an opening tells of as held lies before the paper, and before the session that adopts it.
#[test]
fn no_paper_is_older_than_the_meeting_that_it_reports() {
    let forum = "Trên cơ sở kết quả diễn đàn chi bộ ngày 21/5/2026, Chi bộ Phòng 7-9 quyết nghị:";
    let resolution = |adopted: Option<Value>| {
        problems(changed("resolution_annual", |r| {
            r["opening"] = json!(forum);
            r["date"] = json!("20/5/2026");
            adopted.into_iter().for_each(|day| r["adopted"] = day);
        }))
        .into_iter()
        .filter(|said| said.contains("before_meeting"))
        .collect::<Vec<_>>()
    };
    assert_eq!(
        resolution(Some(json!("10/5/2026"))),
        [
            "lỗi: adopted (ngày thông qua): nghị quyết thông qua ngày 10/5/2026, trước ngày 21/5/2026 của cuộc họp nêu ở \
             đoạn mở đầu; hãy kiểm tra lại hai ngày này [quy ước; resolution.before_meeting]"
        ]
    );
    assert_eq!(
        resolution(None),
        [
            "lỗi: date (ngày, tháng, năm): văn bản đề ngày 20/5/2026, trước ngày 21/5/2026 của cuộc họp nêu ở đoạn mở đầu; \
             hãy ghi từ ngày ấy trở đi [quy ước; date.before_meeting]"
        ]
    );
    let notice = |opening: &str| {
        let said = problems(changed("notice_conclusion", |r| {
            r["opening"] = json!(opening);
            r["date"] = json!("01/6/2026");
        }));
        said.iter().any(|said| said.contains("date.before_meeting"))
    };
    assert!(notice("Ngày 10 tháng 6 năm 2026, Chi bộ họp; nay Chi bộ thông báo kết luận như sau:"));
    assert!(!notice("Ngày 10/6/2026, Chi bộ tổ chức diễn đàn; Chi bộ thông báo để các đồng chí biết:"));
    assert!(!notice("Ngày 01/6/2026, Chi bộ họp; nay Chi bộ thông báo kết luận như sau:"));
}
