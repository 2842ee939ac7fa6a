//! The kinds of official papers: their own rules with their sentences.

use serde_json::{Value, json};

use crate::records::{all, problems, without};
use vanban::{AnyRecord, Stage};

#[test]
fn a_kinds_example_has_no_problem_that_stops_it() {
    for kind in vanban::kinds::built_in() {
        assert_eq!(problems(kind.example().unwrap()), [""; 0], "{}", kind.name());
    }
}

fn empty(key: &str) -> impl Fn(&mut Value) {
    move |record| record[key] = json!([])
}

pub(crate) const NO_CONTENT: &str =
    "lỗi: sections (các mục): văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]";

#[test]
fn papers_in_outline_need_sections() {
    all("conclusion", without("sections"), &[NO_CONTENT]);
    all("notice", without("meeting"), &[NO_CONTENT]);
    all(
        "report",
        without("sections"),
        &["lỗi: sections (các mục): văn bản chưa có nội dung [36-HD/VPTW II.1.6; sections.missing]"],
    );
    all("submission", without("sections"), &[NO_CONTENT]);
    all("guidance", |r| (r["sections"], r["forms"]) = (json!([]), json!([])), &[NO_CONTENT]);
    all("scheme", without("sections"), &[NO_CONTENT]);
    // What only leads to something is no content.
    all(
        "conclusion_smallest",
        |r| (r["opening"], r["sections"]) = (json!("Chi bộ kết luận như sau:"), json!([])),
        &[NO_CONTENT],
    );
    all(
        "notice_conclusion",
        |r| r["sections"][2]["paragraphs"] = json!(["Các đồng chí khắc phục"]),
        &[
            "lỗi: sections[2].paragraphs[0] (các đoạn văn): nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “hí khắc phục” \
         [36-HD/VPTW II.1.6.2; body.no_full_stop]",
        ],
    );
}

#[test]
fn decisions() {
    all(
        "decision",
        empty("basis"),
        &["lỗi: basis (căn cứ): quyết định phải có căn cứ; hãy ghi ít nhất một căn cứ \
         [36-HD/VPTW II.1.6.2; decision.basis_missing]"],
    );
    all(
        "decision",
        empty("articles"),
        &[
            "lỗi: articles (các điều): văn bản chưa có điều nào [36-HD/VPTW II.1.6.2; articles.missing]",
            "lỗi: recipients[2]: nơi nhận ghi Như Điều 3, mà quyết định chỉ có 0 điều \
         [36-HD/VPTW II.1.9; decision.no_such_article]",
        ],
    );
    all(
        "decision",
        |r| r["articles"][1] = json!({}),
        &["lỗi: articles[1] (các điều): Điều 2 không có tên và cũng không có nội dung \
         [36-HD/VPTW II.1.6.2; articles.empty]"],
    );
    all(
        "decision",
        |r| r["articles"][2]["paragraphs"][1] = json!("Có hiệu lực ngay./."),
        &[
            "lỗi: articles[2].paragraphs[1] (các đoạn văn): nội dung kết thúc bằng dấu chấm “.”, không dùng “./.” của văn bản hành chính \
         nhà nước [36-HD/VPTW II.1.6.2; body.ends_with_slash]",
        ],
    );
    let member = |name: Value| {
        let mut record = crate::records::record("decision");
        record["articles"][0]["team"][0]["name"] = name;
        crate::records::words(&record)
    };
    assert_eq!(member(json!("by_hand")), member(Value::Null));
    assert!(member(json!("Lê Văn Đô")).contains("Đồng chí Lê Văn Đô - Tổ trưởng;"));
    all("decision_award", |r| r["articles"][0]["paragraphs"][0] = json!("Tặng Giấy khen."), &[]);
    all(
        "decision_award",
        |r| {
            r["articles"][0]["paragraphs"][0] = json!("Tặng Giấy khen.");
            r["articles"][2]["paragraphs"][0] = json!("Văn phòng thi hành.");
        },
        &["cảnh báo: appendices[0] (phụ lục): nội dung văn bản chưa có chỉ dẫn về danh sách \
           [05-HD/VPTW II.II.1.1; appendices.not_mentioned]"],
    );
}

/// Articles are told by their number, which runs through chapters and divisions.
#[test]
fn papers_in_articles() {
    let chapter =
        |chapter: usize, change: fn(&mut Value)| move |r: &mut Value| change(&mut r["chapters"][chapter]);
    all(
        "bylaws",
        chapter(4, |it| it["articles"] = json!([])),
        &["lỗi: chapters[4].articles (các điều): chương “Điều khoản thi hành” chưa có điều nào \
             [05-HD/VPTW II.I.6.2.4; chapters.empty]"],
    );
    all(
        "bylaws",
        chapter(1, |it| it["divisions"][1]["articles"] = json!([])),
        &["lỗi: chapters[1].divisions[1].articles (các điều): mục “Cá nhân” chưa có điều nào \
           [05-HD/VPTW II.I.6.2.4; chapters.empty]"],
    );
    all(
        "bylaws",
        chapter(1, |it| it["divisions"][1]["articles"][0] = json!({})),
        &[
            "lỗi: chapters[1].divisions[1].articles[0] (các điều): Điều 6 không có tên và cũng không có nội dung \
           [05-HD/VPTW II.I.6.2.4; articles.empty]",
        ],
    );
    all(
        "bylaws",
        chapter(4, |it| it["articles"][2]["clauses"][1] = json!("Quy chế này thay thế quy chế trước")),
        &[
            "lỗi: chapters[4].articles[2].clauses[1].content (nội dung khoản): nội dung phải kết thúc bằng dấu chấm “.”; hiện kết \
           thúc bằng “uy chế trước” [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
        ],
    );
    all(
        "regulation",
        empty("articles"),
        &["lỗi: articles (các điều): văn bản chưa có điều nào [05-HD/VPTW II.I.6.2.4; articles.missing]"],
    );
    // Numbers that people type are those of the page.
    all(
        "bylaws",
        chapter(1, |it| it["divisions"][1]["articles"][0]["heading"] = json!("Điều 6. Bí thư Chi bộ")),
        &[
            "cảnh báo: chapters[1].divisions[1].articles[0].heading (tên điều): phần mềm tự đánh số; đã bỏ “Điều 6.” ở đầu \
           [05-HD/VPTW II.I.6.2.4; text.surround]",
        ],
    );
    all(
        "bylaws",
        chapter(1, |it| it["heading"] = json!("Chương II. Nhiệm vụ")),
        &["cảnh báo: chapters[1].heading (tên chương): phần mềm tự đánh số; đã bỏ “Chương II.” ở đầu \
           [05-HD/VPTW II.I.6.2.4; text.surround]"],
    );
    all(
        "bylaws",
        chapter(1, |it| it["divisions"][1]["heading"] = json!("Mục 1. Cá nhân")),
        &[
            "lỗi: chapters[1].divisions[1].heading (tên mục): mục này mang số “Mục 1.”, mà phần mềm tự đánh số theo thứ tự là \
           mục thứ 2; hãy bỏ số, hoặc xếp lại thứ tự [05-HD/VPTW II.I.6.2.4; text.surround_other]",
        ],
    );
}

/// Without an opening the formula of the kind stands there, with who acts; it goes on from the grounds.
#[test]
fn the_formula_before_articles() {
    let words = |name: &str, change: fn(&mut Value)| {
        let mut record = crate::records::record(name);
        change(&mut record);
        crate::records::words(&record)
    };
    let own = words("bylaws", |r| drop(r.as_object_mut().unwrap().remove("opening")));
    let formula =
        "Chi bộ Phòng 7-9 ban hành Quy chế làm việc của Chi bộ Phòng 7-9, nhiệm kỳ 2025 - 2027 như sau:";
    assert!(own.contains(formula), "{own}");
    let committee = "Đảng uỷ Viện kiểm sát nhân dân tỉnh Quảng Trị quy định về chế độ đảng uỷ viên dự sinh hoạt chi bộ như sau:";
    assert!(words("regulation", |_| {}).contains(&format!("nhiệm kỳ 2025 - 2030. {committee}")));
    let standing = words("regulation", |r| {
        r["profile"] = json!("hd36");
        r["signature"]["body"] = json!("Ban Thường vụ");
    });
    assert!(standing.contains(&format!("nhiệm kỳ 2025 - 2030, Ban Thường vụ {committee}")), "{standing}");
    assert!(standing.contains("Số 02-QĐi/ĐU"), "{standing}");
}

/// The line before the articles names who decides: the issuer, the standing committee where it signs, or
/// whom the record names.
#[test]
fn who_decides() {
    let line = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut record: Value = serde_json::from_str(&crate::case(name)).unwrap();
        change(&mut record);
        let tree = crate::render(&record.to_string()).to_text(Stage::Tree).unwrap().replace(['°', '⏎'], " ");
        tree.lines().find_map(|line| line.strip_prefix("Enacting: ").map(str::to_owned)).unwrap()
    };
    assert_eq!(line("decision", &|_| {}), "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ CẦN THƠ QUYẾT ĐỊNH");
    assert_eq!(
        line("decision_award", &|_| {}),
        "BAN THƯỜNG VỤ ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ QUYẾT ĐỊNH"
    );
    assert_eq!(line("decision_bare_line", &|_| {}), "QUYẾT ĐỊNH:");
    assert_eq!(
        line("decision_award", &|r| r["decider"] = json!("Ban Thường vụ Đảng uỷ")),
        "BAN THƯỜNG VỤ ĐẢNG UỶ QUYẾT ĐỊNH"
    );
}

#[test]
fn meetings() {
    all(
        "notice",
        |r| r["meeting"]["starts"]["hour"] = json!(24),
        &["lỗi: meeting.starts (giờ bắt đầu): không có 24 giờ 00 phút [quy ước; meeting.not_a_time]"],
    );
    all(
        "notice",
        |r| r["meeting"]["date"]["day"] = json!(31),
        &["lỗi: meeting.date (ngày họp): ngày 31/6/2026 không có trong lịch [quy ước; meeting.not_a_date]"],
    );
    all(
        "notice",
        |r| r["meeting"]["date"]["month"] = json!(5),
        &["lỗi: meeting.date (ngày họp): cuộc họp ngày 05/5/2026 diễn ra trước ngày của văn bản \
         [quy ước; meeting.before_paper]"],
    );
    all(
        "notice",
        |r| r["meeting"]["agenda"] = json!([]),
        &[
            "lỗi: meeting.agenda (nội dung cuộc họp): cuộc họp chưa có nội dung nào [quy ước; meeting.agenda_missing]",
        ],
    );
}

/// The most ordinary paper has two sentences and no numbers.
#[test]
fn every_outline_may_be_plain_paragraphs_or_an_opening_alone() {
    const KINDS: [&str; 8] = [
        "conclusion",
        "notice",
        "official_letter",
        "plan",
        "programme",
        "report",
        "resolution",
        "submission",
    ];
    for kind in KINDS {
        let base = if kind == "resolution" { "conclusion" } else { kind };
        let short = |change: fn(&mut Value)| {
            let mut record: Value = serde_json::from_str(&crate::case(&format!("{base}_smallest"))).unwrap();
            for key in ["meeting", "agenda", "schedule", "sections", "opening", "closing"] {
                record.as_object_mut().unwrap().remove(key);
            }
            record["kind"] = json!(kind);
            change(&mut record);
            record
        };
        let text = |record: &Value| {
            let record = AnyRecord::from_json(&record.to_string()).unwrap();
            let document = crate::renderer().render(&record).unwrap();
            assert_eq!(crate::renderer().check(&record), [], "{kind}");
            document.to_text(Stage::Tree).unwrap()
        };
        let plain = text(&short(|r| {
            r["sections"] =
                json!([{"paragraphs": ["Chi bộ báo để các đồng chí biết.", "Các đồng chí thực hiện."]}]);
        }));
        let alone = text(&short(|r| r["opening"] = json!("Chi bộ báo để các đồng chí biết.")));
        for text in [&plain, &alone] {
            assert!(text.contains("Chi bộ báo để các đồng chí biết."), "{kind}: {text}");
            assert!(!text.contains("I- ") && !text.contains("1. "), "{kind}: {text}");
        }
        assert!(plain.contains("Các đồng chí thực hiện."), "{kind}: {plain}");
        // Two of them are numbered.
        let two = text(&short(|r| {
            r["sections"] = json!([{"paragraphs": ["Một việc."]}, {"paragraphs": ["Hai việc."]}])
        }));
        assert!(two.contains("I- ") && two.contains("II- "), "{kind}: {two}");
    }
}

#[test]
fn letters_and_submissions() {
    for (name, term) in [("official_letter", "kính gửi"), ("submission", "kính trình")] {
        all(
            name,
            empty("addressees"),
            &[&format!(
                "lỗi: addressees ({term}): chưa ghi nơi gửi sau “Kính gửi:” hoặc “Kính trình:” \
                 [05-HD/VPTW II.I.9.2.3; addressees.missing]"
            )],
        );
        all(
            name,
            |r| r["recipients"] = json!(["Lưu Chi bộ"]),
            &[
                "lỗi: recipients[0] (nơi nhận): dòng đầu nơi nhận của công văn, tờ trình là “Như trên”; hiện là “Lưu Chi bộ” \
             [05-HD/VPTW II.I.9.2.3; recipients.no_as_above]",
            ],
        );
        all(
            name,
            |r| r["attachments"] = json!(["Mẫu 1."]),
            &[
                "cảnh báo: attachments[0] (tài liệu kèm theo): phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “.” ở cuối [quy ước; text.surround]",
            ],
        );
    }
    all("official_letter_smallest", without("opening"), &[NO_CONTENT]);
    all(
        "official_letter",
        |r| r["author_line"] = json!("Chi uỷ"),
        &[
            "lỗi: author_line (tên tác giả văn bản): công văn không ghi tên loại nên không có dòng tác giả; hãy bỏ author_line \
         [05-HD/VPTW II.I.5.1.1; official_letter.author_line]",
        ],
    );
}

#[test]
fn reports_in_parts() {
    all(
        "report_parts",
        |r| r["sections"] = json!([{"paragraphs": ["A."]}]),
        &[
            "lỗi: parts (các phần): báo cáo chia thành phần thì mục đứng trong phần; hãy chuyển sections vào parts \
         [05-HD/VPTW II.I.6.2.4; report.parts_and_sections]",
        ],
    );
    all(
        "report_parts",
        |r| r["parts"][1]["sections"] = json!([]),
        &["lỗi: parts[1].sections (các mục): văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]"],
    );
    all(
        "report_parts",
        |r| r["parts"][1]["sections"][1]["paragraphs"][0] = json!("Kết nạp"),
        &[
            "lỗi: parts[1].sections[1].paragraphs[0] (các đoạn văn): nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “Kết nạp” \
         [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
        ],
    );
    // The outline begins anew in each part.
    let tree = crate::render(&crate::case("report_parts")).to_text(Stage::Tree).unwrap().replace('°', " ");
    for line in ["Part): Phần thứ hai", ": I- CÔNG TÁC CHÍNH TRỊ", ": I- MỤC TIÊU", ": II- NHIỆM VỤ"]
    {
        assert!(tree.contains(line), "{line}\n{tree}");
    }
}

/// An appendix belongs to the paper of the body that acted, with which the committee shares its letterhead.
#[test]
fn an_appendix_names_the_body_that_acted() {
    let line = |body: &str| {
        let mut record: Value = serde_json::from_str(&crate::case("decision_full")).unwrap();
        record["signature"]["body"] = json!(body);
        crate::records::words(&record).replace('\u{a0}', " ")
    };
    let by_committee = "18/12/2026 của Đảng uỷ Viện kiểm sát nhân dân tỉnh Quảng Trị)";
    let by_standing = "18/12/2026 của Ban Thường vụ Đảng uỷ Viện kiểm sát nhân dân tỉnh Quảng Trị)";
    assert!(line("Đảng uỷ").contains(by_committee));
    assert!(line("Ban Thường vụ").contains(by_standing));
}

/// A ballot on discipline lets the voter find that none is due.
#[test]
fn a_ballot_on_discipline_has_a_box_for_none() {
    for choices in ["discipline", "probationary_discipline", "organisation_discipline"] {
        let mut record: Value = serde_json::from_str(&crate::case("ballot_discipline_2018")).unwrap();
        record["choices"] = json!(choices);
        let words = crate::records::words(&record).replace('\u{a0}', " ");
        assert!(words.contains("Không kỷ luật"), "{choices}: {words}");
    }
}
