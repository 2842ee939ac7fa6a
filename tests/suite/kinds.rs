//! Every kind: its schema, its own rules with their sentences, and the regulation's checklist on its
//! papers.

use serde_json::{Value, json};
use vanban::{AnyRecord, KINDS};

use crate::checklist::failures;
use crate::checklist::paper::{Paper, Profile};
use crate::schema::fits;

#[test]
fn a_kinds_schema_accepts_its_example_and_refuses_a_misspelt_key() {
    for kind in KINDS {
        let schema = kind.json_schema();
        let example: Value = serde_json::from_str(kind.example).unwrap();
        assert_eq!(fits(&example, &schema), Ok(()), "{}", kind.name);
        for (wrong, path) in [("isuer", ""), ("nmae", "issuer")] {
            let mut record = example.clone();
            let at = if path.is_empty() { &mut record } else { &mut record[path] };
            at[wrong] = json!("Chi bộ");
            assert!(fits(&record, &schema).is_err(), "{}: {wrong}", kind.name);
            assert!(AnyRecord::from_json(&record.to_string()).is_err(), "{}: {wrong}", kind.name);
        }
        for key in ["kind", "format", "issuer", "place"] {
            let mut record = example.clone();
            record.as_object_mut().unwrap().remove(key);
            assert!(fits(&record, &schema).is_err(), "{}: no {key}", kind.name);
        }
        let mut other = example.clone();
        other["kind"] = json!("poem");
        assert!(fits(&other, &schema).is_err(), "{}", kind.name);
    }
}

#[test]
fn a_kinds_example_has_no_problem_that_stops_it() {
    for kind in KINDS {
        let record = AnyRecord::from_json(kind.example).unwrap();
        let problems: Vec<String> =
            crate::renderer().check_any(&record).iter().map(ToString::to_string).collect();
        assert_eq!(problems, [""; 0], "{}", kind.name);
    }
}

/// Asserts that a case with one change has exactly these problems.
#[track_caller]
fn problems(name: &str, change: impl Fn(&mut Value), expected: &[&str]) {
    let mut record: Value = serde_json::from_str(&crate::case(name)).unwrap();
    change(&mut record);
    let record = AnyRecord::from_json(&record.to_string()).unwrap();
    let found: Vec<String> = crate::renderer().check_any(&record).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

fn without(key: &str) -> impl Fn(&mut Value) {
    move |record| drop(record.as_object_mut().unwrap().remove(key))
}

fn empty(key: &str) -> impl Fn(&mut Value) {
    move |record| record[key] = json!([])
}

const NO_CONTENT: &str = "lỗi: sections: văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]";

#[test]
fn papers_in_outline_need_sections() {
    problems("conclusion", without("sections"), &[NO_CONTENT]);
    problems("notice", without("meeting"), &[NO_CONTENT]);
    problems("report", without("sections"), &[NO_CONTENT]);
    problems("submission", without("sections"), &[NO_CONTENT]);
    problems(
        "notice_conclusion",
        |r| r["sections"][2]["paragraphs"] = json!(["Các đồng chí khắc phục"]),
        &[
            "lỗi: sections[2].paragraphs[0]: nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “hí khắc phục” \
         [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
        ],
    );
}

#[test]
fn every_kind_needs_number_recipients_and_signature() {
    for kind in KINDS.iter().filter(|kind| kind.name != "decision" && is_paper(kind.name)) {
        let name = if kind.name == "resolution" { "resolution_numbered" } else { kind.name };
        problems(
            name,
            |record| ["number", "recipients", "signature"].iter().for_each(|key| without(key)(record)),
            &[
                "lỗi: number: văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút \
                 [05-HD/VPTW II.I.3; number.missing]",
                "lỗi: recipients: văn bản chính thức chưa có nơi nhận [05-HD/VPTW II.I.9; recipients.missing]",
                "lỗi: signature: văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
            ],
        );
    }
}

/// Whether a kind is an official paper, with a number and a signature.
fn is_paper(kind: &str) -> bool {
    [
        "resolution",
        "decision",
        "conclusion",
        "notice",
        "submission",
        "official_letter",
        "report",
        "plan",
        "programme",
    ]
    .contains(&kind)
}

#[test]
fn decisions() {
    problems(
        "decision",
        empty("basis"),
        &["lỗi: basis: quyết định phải có căn cứ; hãy ghi ít nhất một căn cứ \
         [05-HD/VPTW II.I.6.2.3; decision.basis_missing]"],
    );
    problems(
        "decision",
        empty("articles"),
        &[
            "lỗi: articles: quyết định chưa có điều nào [05-HD/VPTW II.I.6.2.4; decision.articles_missing]",
            "lỗi: recipients[2]: nơi nhận ghi Như Điều 3, mà quyết định chỉ có 0 điều \
         [05-HD/VPTW II.I.9; decision.no_such_article]",
        ],
    );
    problems(
        "decision",
        |r| r["articles"][1] = json!({}),
        &["lỗi: articles[1]: Điều 2 không có tên và cũng không có nội dung \
         [05-HD/VPTW II.I.6.2.4; decision.article_empty]"],
    );
    problems(
        "decision",
        |r| r["articles"][2]["paragraphs"][1] = json!("Có hiệu lực ngay./."),
        &[
            "lỗi: articles[2].paragraphs[1]: nội dung kết thúc bằng dấu chấm “.”, không dùng “./.” của văn bản hành chính \
         nhà nước [05-HD/VPTW II.I.6.2.2; body.ends_with_slash]",
        ],
    );
    problems("decision_award", |r| r["articles"][0]["paragraphs"][0] = json!("Tặng Giấy khen."), &[]);
    problems(
        "decision_award",
        |r| {
            r["articles"][0]["paragraphs"][0] = json!("Tặng Giấy khen.");
            r["articles"][2]["paragraphs"][0] = json!("Văn phòng thi hành.");
        },
        &["cảnh báo: appendices[0]: nội dung văn bản chưa có chỉ dẫn về danh sách \
           [05-HD/VPTW II.II.1.1; appendices.not_mentioned]"],
    );
}

/// The line before the articles names who decides: the issuer, the standing committee where it signs, or
/// whom the record names.
#[test]
fn who_decides() {
    let line = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut record: Value = serde_json::from_str(&crate::case(name)).unwrap();
        change(&mut record);
        let tree = crate::render(&record.to_string()).tree().to_string().replace('°', " ");
        tree.lines().find_map(|line| line.strip_prefix("Enacting: ").map(str::to_owned)).unwrap()
    };
    assert_eq!(line("decision", &|_| {}), "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ CẦN THƠ QUYẾT ĐỊNH");
    assert_eq!(
        line("decision_award", &|_| {}),
        "BAN THƯỜNG VỤ ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ QUYẾT ĐỊNH"
    );
    assert_eq!(line("decision_smallest", &|_| {}), "QUYẾT ĐỊNH:");
    assert_eq!(
        line("decision_award", &|r| r["decider"] = json!("Ban Thường vụ Đảng uỷ")),
        "BAN THƯỜNG VỤ ĐẢNG UỶ QUYẾT ĐỊNH"
    );
}

#[test]
fn meetings() {
    problems(
        "notice",
        |r| r["meeting"]["hour"] = json!(24),
        &["lỗi: meeting.hour: không có 24 giờ 0 phút [quy ước; meeting.not_a_time]"],
    );
    problems(
        "notice",
        |r| r["meeting"]["date"]["day"] = json!(31),
        &["lỗi: meeting.date: ngày 31/6/2026 không có trong lịch [quy ước; meeting.not_a_date]"],
    );
    problems(
        "notice",
        |r| r["meeting"]["date"]["month"] = json!(5),
        &["lỗi: meeting.date: cuộc họp ngày 05/5/2026 diễn ra trước ngày của thông báo \
         [quy ước; meeting.before_notice]"],
    );
    problems(
        "notice",
        |r| r["meeting"]["agenda"] = json!([]),
        &["lỗi: meeting.agenda: cuộc họp chưa có nội dung nào [quy ước; meeting.agenda_missing]"],
    );
}

#[test]
fn letters_and_submissions() {
    for name in ["official_letter", "submission"] {
        problems(
            name,
            empty("addressees"),
            &["lỗi: addressees: chưa ghi nơi gửi sau “Kính gửi:” hoặc “Kính trình:” \
             [05-HD/VPTW II.I.9.2.3; addressees.missing]"],
        );
        problems(
            name,
            |r| r["recipients"] = json!(["Lưu Chi bộ"]),
            &[
                "lỗi: recipients[0]: dòng đầu nơi nhận của công văn, tờ trình là “Như trên”; hiện là “Lưu Chi bộ” \
             [05-HD/VPTW II.I.9.2.3; recipients.no_as_above]",
            ],
        );
        problems(
            name,
            |r| r["attachments"] = json!(["Mẫu 1."]),
            &[
                "lỗi: attachments[0]: tài liệu kèm theo ghi không có dấu ở cuối; thư viện tự thêm dấu “;” và dấu “.” \
             [quy ước; attachments.end_mark]",
            ],
        );
    }
    problems(
        "official_letter_smallest",
        without("opening"),
        &["lỗi: opening: công văn chưa có nội dung; hãy ghi opening hoặc sections \
         [05-HD/VPTW II.I.6; official_letter.empty]"],
    );
    problems(
        "official_letter",
        |r| r["author_line"] = json!("Chi uỷ"),
        &["lỗi: author_line: công văn không ghi tên loại nên không có dòng tác giả; hãy bỏ author_line \
         [05-HD/VPTW II.I.5.1.1; official_letter.author_line]"],
    );
}

#[test]
fn reports_in_parts() {
    problems(
        "report_parts",
        |r| r["sections"] = json!([{"paragraphs": ["A."]}]),
        &["lỗi: parts: báo cáo chia thành phần thì mục đứng trong phần; hãy chuyển sections vào parts \
         [05-HD/VPTW II.I.6.2.4; report.parts_and_sections]"],
    );
    problems(
        "report_parts",
        |r| r["parts"][1]["sections"] = json!([]),
        &["lỗi: parts[1].sections: văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]"],
    );
    problems(
        "report_parts",
        |r| r["parts"][1]["sections"][1]["paragraphs"][0] = json!("Kết nạp"),
        &[
            "lỗi: parts[1].sections[1].paragraphs[0]: nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “Kết nạp” \
         [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
        ],
    );
    // The outline begins anew in each part.
    let tree = crate::render(&crate::case("report_parts")).tree().to_string().replace('°', " ");
    for line in ["Part): Phần thứ hai", ": I- CÔNG TÁC CHÍNH TRỊ", ": I- MỤC TIÊU", ": II- NHIỆM VỤ"]
    {
        assert!(tree.contains(line), "{line}\n{tree}");
    }
}

/// Asserts that every rule of the checklist that applies holds in both files.
#[track_caller]
fn holds(name: &str, paper: &Paper) {
    holds_of(name, &crate::case(name), paper);
}

#[track_caller]
fn holds_of(name: &str, json: &str, paper: &Paper) {
    let document = crate::render(json);
    let found = failures(paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}

const QUANG_TRI: Paper = Paper {
    superior: Some("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ"),
    ..Paper::RESOLUTION
};

#[test]
fn the_checklist_holds_for_decisions() {
    let decision = Paper { type_name: "QUYẾT ĐỊNH", type_code: "QĐ", articles: true, ..QUANG_TRI };
    holds(
        "decision",
        &Paper {
            profile: Profile::Hd36,
            superior: Some("ĐẢNG BỘ KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG THÀNH PHỐ CẦN THƠ"),
            issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ CẦN THƠ",
            bases: 3,
            ..decision.clone()
        },
    );
    // Its list is called so, and the checklist knows appendices alone.
    let mut award: Value = serde_json::from_str(&crate::case("decision_award")).unwrap();
    without("appendices")(&mut award);
    holds_of(
        "decision_award",
        &award.to_string(),
        &Paper {
            superior: Some("ĐẢNG BỘ TỈNH QUẢNG TRỊ"),
            issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ",
            bases: 3,
            number_by_hand: true,
            date_by_hand: true,
            ..decision
        },
    );
}

#[test]
fn the_checklist_holds_for_papers_in_outline() {
    holds("conclusion", &Paper { type_name: "KẾT LUẬN", type_code: "KL", ..QUANG_TRI });
    holds("notice", &Paper { type_name: "THÔNG BÁO", type_code: "TB", ..QUANG_TRI });
    let letter = Paper { type_name: "CÔNG VĂN", type_code: "CV", urgency: Some("KHẨN"), ..QUANG_TRI };
    holds("official_letter", &Paper { addressees: 2, ..letter });
    let submission = Paper { type_name: "TỜ TRÌNH", type_code: "TTr", bases: 2, ..QUANG_TRI };
    holds("submission", &Paper { addressees: 2, ..submission });
    let report = Paper { type_name: "BÁO CÁO", type_code: "BC", outline: true, ..QUANG_TRI };
    holds("report_parts", &Paper { chapters: true, author_line: true, appendices: 1, ..report.clone() });
    holds(
        "report",
        &Paper {
            profile: Profile::Hd36,
            superior: None,
            // It cites a directive without its date, as its office did.
            own_citations: false,
            tables: true,
            issuer: "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG",
            number_by_hand: true,
            ..report
        },
    );
}

#[test]
fn plans() {
    problems(
        "plan_tasks",
        |r| r["schedule"]["rows"] = json!({"tasks": []}),
        &["lỗi: schedule.rows: bảng của kế hoạch chưa có dòng nào [quy ước; schedule.empty]"],
    );
    problems(
        "plan_tasks",
        |r| r["schedule"]["rows"]["tasks"][0]["deadline"]["date"]["day"] = json!(31),
        &["lỗi: schedule.rows.tasks[0]: ngày 31/6/2026 không có trong lịch [quy ước; schedule.not_a_date]"],
    );
    problems(
        "plan_tasks",
        |r| r["schedule"]["rows"]["tasks"][0]["deadline"]["date"]["month"] = json!(5),
        &["cảnh báo: schedule.rows.tasks[0]: thời gian thực hiện 20/5/2026 trước ngày của văn bản \
         [quy ước; schedule.before_paper]"],
    );
    problems("plan_tasks", without("schedule"), &[NO_CONTENT]);
    problems(
        "plan",
        |r| r["schedule"]["rows"]["sessions"][3]["quarter"] = json!(3),
        &[
            "cảnh báo: schedule.rows.sessions: quý 4 chưa có kỳ sinh hoạt chuyên đề; mỗi quý sinh hoạt chuyên đề ít nhất \
         một kỳ [42-HD/BTCTW; schedule.quarter_without_session]",
        ],
    );
    problems(
        "plan",
        |r| r["schedule"]["rows"]["sessions"][0]["date"]["month"] = json!(5),
        &[
            "lỗi: schedule.rows.sessions[0].date: ngày 27/5/2023 không thuộc quý 1 [quy ước; schedule.other_quarter]",
        ],
    );
    problems(
        "plan",
        |r| {
            let more = r["schedule"]["rows"]["sessions"][1].clone();
            r["schedule"]["rows"]["sessions"].as_array_mut().unwrap().push(more);
            r["schedule"]["rows"]["sessions"][4]["quarter"] = json!(5);
        },
        &["lỗi: schedule.rows.sessions[4].quarter: một năm có bốn quý; không có quý 5 \
           [quy ước; schedule.no_quarter]"],
    );
    problems(
        "plan_branches",
        |r| r["organisation"][0]["items"][1]["paragraphs"][0] = json!("Các chi bộ"),
        &[
            "lỗi: organisation[0].items[1].paragraphs[0]: nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng \
         “Các chi bộ” [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
        ],
    );
}

/// A member's plan has no number, and the member and the branch sign it.
#[test]
fn a_members_plan() {
    let signature = json!({"capacity": "direct", "position": "Đảng viên", "name": "Trần Thị Bình"});
    problems(
        "plan_member",
        |r| r["signature"] = signature.clone(),
        &["lỗi: signature: kế hoạch cá nhân do đảng viên ký; hãy bỏ signature [quy ước; plan.member_signs]"],
    );
    problems(
        "plan_member",
        |r| r["number"] = json!(5),
        &["lỗi: number: loại văn bản này không có dòng số và ký hiệu; hãy bỏ số [quy ước; number.unasked]"],
    );
    let tree = crate::render(&crate::case("plan_member")).tree().to_string();
    for line in ["TypeName: KẾ HOẠCH CÁ NHÂN", "Authority: XÁC NHẬN CỦA CHI BỘ", "Authority: NGƯỜI ĐĂNG KÝ"]
    {
        assert!(tree.contains(line), "{line}\n{tree}");
    }
    assert!(!tree.contains("Number: "));
}

#[test]
fn programmes() {
    problems("programme_smallest", without("sections"), &[NO_CONTENT]);
    problems(
        "programme",
        |r| r["sections"][1] = json!({}),
        &["lỗi: sections[1]: mục không có tên và cũng không có nội dung [quy ước; sections.empty]"],
    );
}

#[test]
fn the_checklist_holds_for_plans_and_programmes() {
    let plan = Paper { type_name: "KẾ HOẠCH", type_code: "KH", tables: true, ..QUANG_TRI };
    holds("plan_tasks", &plan);
    holds("plan_term", &Paper { profile: Profile::Hd36, outline: true, ..plan.clone() });
    holds(
        "plan",
        &Paper {
            profile: Profile::Hd36,
            superior: Some("ĐẢNG BỘ CƠ SỞ VIỆN KIỂM SÁT NHÂN DÂN TỈNH TRÀ VINH"),
            issuer: "CHI BỘ 3",
            number_by_hand: true,
            date_by_hand: true,
            bases: 4,
            outline: true,
            ..plan.clone()
        },
    );
    holds("programme", &Paper { type_name: "CHƯƠNG TRÌNH", type_code: "CTr", ..plan });
}
