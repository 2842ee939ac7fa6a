//! What follows from minutes, from a resolution and from a plan: notice, next month's plan, programme and
//! skeleton minutes.

use vanban::chain::{self, DERIVATIONS, Derivation, Draft, Issued};
use vanban::kinds::{Minutes, Notice, Plan, Resolution, TypedRecord};
use vanban::parts::{Basis, Given, PaperDate, Person, ScheduleRows, Section, Written};
use vanban::{AnyRecord, Record, Stage};

use crate::chain::refused;

fn read<R: TypedRecord>(name: &str) -> R {
    R::from_json(&crate::case(name)).unwrap()
}

fn headings(sections: &[Section]) -> Vec<&str> {
    sections.iter().map(|it| it.heading.as_ref().unwrap().as_str()).collect()
}

/// Renders without an error, in both guidances.
#[track_caller]
fn renders<R: Record>(record: &R) -> String {
    crate::renderer().clone().with_profile(vanban::Profile::hd36()).render(record).unwrap().to_pdf().unwrap();
    crate::renderer().render(record).unwrap().to_text(Stage::Tree).unwrap()
}

#[test]
fn a_notice_tells_what_a_meeting_concluded_and_how_it_voted() {
    let minutes: Minutes = read("minutes_regular");
    let draft = Draft::notice(&minutes).unwrap();
    let notice = draft.record();
    assert_eq!(
        headings(&notice.outline.sections),
        ["Kết luận từng nội dung", "Kết luận chung", "Kết quả biểu quyết"]
    );
    let [by_point, whole, votes] = &notice.outline.sections[..] else { panic!() };
    assert_eq!(by_point.items[0].heading, minutes.proceedings[0].heading);
    assert_eq!(by_point.items[0].paragraphs, minutes.proceedings[0].conclusions);
    assert_eq!(by_point.items[2].heading, None);
    assert_eq!(whole.items[1].paragraphs, [minutes.conclusions[0].points[1].clone()]);
    let voted: Vec<&str> = votes.items.iter().map(|it| it.paragraphs[0].as_str()).collect();
    assert_eq!(
        voted,
        [
            "Thông qua Nghị quyết tháng 6 năm 2026: 24/24 đồng chí có mặt tán thành, đạt 100%.",
            "Tự xếp loại chất lượng buổi sinh hoạt: Tốt: 22/24 đồng chí có mặt tán thành, đạt 91,67%.",
        ]
    );
    assert_eq!(notice.paper.subject.as_str(), "kết luận tại sinh hoạt chi bộ định kỳ tháng 6 năm 2026");
    assert_eq!(
        notice.outline.opening.as_ref().unwrap().as_str(),
        "Ngày 04/6/2026, Chi bộ thôn Triều Khúc tổ chức kỳ sinh hoạt chi bộ; nay Chi bộ thôn Triều Khúc thông báo kết \
         luận tại kỳ sinh hoạt như sau:"
    );
    assert!(notice.outline.basis.is_empty(), "the grounds stay in the minutes");
    assert_eq!(notice.paper.recipients, minutes.recipients);
    assert!(renders(notice).contains("Dự thảo lần 1"));
}

#[test]
fn a_forums_solutions_stand_in_its_notice() {
    let minutes = Minutes::example();
    let notice = Draft::notice(&minutes).unwrap();
    assert_eq!(headings(&notice.record().outline.sections), ["Kết luận chung", "Nhiệm vụ, giải pháp"]);
    let solutions = &notice.record().outline.sections[1].items;
    assert_eq!(solutions.len(), 5);
    assert_eq!(solutions[4].heading.as_ref(), Some(&minutes.solutions[4].heading));
}

#[test]
fn votes_left_for_the_pen_are_not_told() {
    let mut minutes: Minutes = read("minutes_regular");
    minutes.motions.iter_mut().for_each(|it| it.vote.in_favour = Given::ByHand);
    let notice = Draft::notice(&minutes).unwrap();
    assert_eq!(headings(&notice.record().outline.sections), ["Kết luận từng nội dung", "Kết luận chung"]);
}

#[test]
fn minutes_without_a_conclusion_give_no_notice() {
    let mut minutes: Minutes = read("minutes_smallest");
    minutes.conclusions.clear();
    minutes.proceedings.iter_mut().for_each(|it| it.conclusions.clear());
    refused(
        Draft::notice(&minutes),
        "lỗi: conclusions (kết luận): biên bản chưa ghi kết luận nào để thông báo [quy ước; chain.nothing_concluded]",
    );
}

#[test]
fn a_notice_is_issued_without_a_vote() {
    let signature = Notice::example().paper.signature.unwrap();
    let date = PaperDate { day: Some(Given::Value(8)), month: Some(Given::Value(6)), year: 2026 };
    let draft = Draft::notice(&read("minutes_regular")).unwrap();
    let issued = draft.issue(Given::ByHand, date, signature).unwrap();
    let tree = renders(issued.record());
    assert!(!tree.contains("Dự thảo") && tree.contains("-TB/CB"), "{tree}");
    let closing = "Trên đây là kết luận tại kỳ sinh hoạt, Chi bộ thôn Triều Khúc thông báo để các đồng chí biết, thực hiện.";
    assert_eq!(issued.into_record().outline.closing.unwrap().as_str(), closing);
}

#[test]
fn a_resolutions_tasks_are_the_rows_of_next_months_plan() {
    let resolution = Resolution::example();
    let plan = Issued::from_record(resolution.clone()).unwrap().plan(7, 2026).unwrap();
    let record = plan.record();
    assert_eq!(record.paper.subject.as_str(), "công tác tháng 7 năm 2026");
    let Some(ScheduleRows::Tasks(tasks)) = record.schedule.as_ref().map(|it| &it.rows) else { panic!() };
    let solutions = &resolution.outline.sections[1].items;
    assert_eq!(tasks.len(), 5);
    for (task, solution) in tasks.iter().zip(solutions) {
        assert_eq!((Some(&task.content), &task.chair), (solution.heading.as_ref(), &Person::by_hand()));
    }
    let Basis::Document(cited) = &record.outline.basis[0] else { panic!() };
    assert_eq!(
        (cited.symbol.as_str(), cited.date.to_string(), cited.issuer.as_str()),
        ("05-NQ/CB", "05/6/2026".to_owned(), "Chi bộ Phòng 7-9")
    );
    assert!(cited.subject.as_ref().unwrap().as_str().starts_with("thực hiện trách nhiệm nêu gương"));
    let tree = renders(record);
    assert!(tree.contains("trong tháng°7 năm°2026") && !tree.contains("by_hand"), "{tree}");

    let plan = plan.with_chairs(["Chi uỷ", "Phó Bí thư"]);
    let Some(ScheduleRows::Tasks(tasks)) = plan.record().schedule.as_ref().map(|it| &it.rows) else {
        panic!()
    };
    assert_eq!(tasks[1].chair, Person { name: None, position: Some("Phó Bí thư".into()) });
    assert_eq!(tasks[2].chair, Person::by_hand());
    assert!(renders(plan.record()).contains("Phó Bí thư"));
}

#[test]
fn a_task_without_a_heading_is_its_first_sentence_without_the_mark() {
    let mut resolution = Resolution::example();
    for item in &mut resolution.outline.sections[1].items {
        item.heading = None;
        item.paragraphs = vec!["Rà soát hồ sơ.".into()];
    }
    let plan = Issued::from_record(resolution).unwrap().plan(12, 2026).unwrap();
    let Some(ScheduleRows::Tasks(tasks)) = plan.record().schedule.as_ref().map(|it| &it.rows) else {
        panic!()
    };
    assert_eq!(tasks[0].content.as_str(), "Rà soát hồ sơ");
}

#[test]
fn a_resolution_whose_number_is_left_for_the_pen_is_cited_by_its_name() {
    let resolution = Resolution::example().number(Given::ByHand);
    let plan = Issued::from_record(resolution).unwrap().plan(7, 2026).unwrap();
    let Basis::Text(cited) = &plan.record().outline.basis[0] else { panic!() };
    assert!(cited.as_str().starts_with("Nghị quyết của Chi bộ Phòng 7-9 về thực hiện trách nhiệm nêu gương"));
}

#[test]
fn a_resolution_that_only_looks_back_gives_no_plan() {
    let mut resolution = Resolution::example();
    resolution.outline.sections[1].heading = Some("Kết quả thực hiện nhiệm vụ".into());
    let issued = Issued::from_record(resolution).unwrap();
    refused(
        issued.plan(7, 2026),
        "lỗi: sections (các mục): nghị quyết chưa có mục nào nêu nhiệm vụ, giải pháp để lập kế hoạch \
         [quy ước; chain.no_tasks]",
    );
    refused(issued.plan(13, 2026), "lỗi: date.month (tháng): không có tháng 13 [quy ước; chain.no_month]");
}

#[test]
fn what_was_not_issued_is_told_at_once() {
    let mut unfinished = Resolution::example();
    unfinished.paper.number = None;
    unfinished.paper.signature = None;
    unfinished.paper.date.day = None;
    refused(
        Issued::from_record(unfinished.clone()),
        "lỗi: number (số văn bản): văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.3; number.missing]\n\
         lỗi: date (ngày, tháng, năm): văn bản chính thức chưa ghi đủ ngày, tháng; hãy ghi, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.4.2; date.incomplete]\n\
         lỗi: signature (người ký): văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
    );
    refused(
        Issued::from_record(unfinished.draft(2)),
        "lỗi: draft (dự thảo lần): văn bản còn là dự thảo, chưa được ban hành \
         [05-HD/VPTW II.II.4.2; chain.still_a_draft]",
    );
}

#[test]
fn a_session_of_the_year_gives_its_programme_and_the_skeleton_of_its_minutes() {
    let plan = Plan::example();
    let draft = Draft::programme(&plan, 1).unwrap();
    let programme = draft.record();
    assert_eq!(
        programme.paper.subject.as_str(),
        "sinh hoạt chuyên đề “Nâng cao chất lượng sinh hoạt chuyên đề tại Chi bộ 3”"
    );
    assert_eq!(
        programme.outline.sections[0].paragraphs[0].as_str(),
        "………… giờ …………, ngày 27 tháng 02 năm 2023, tại ……………………."
    );
    let presenter = programme.agenda[2].person.as_ref().unwrap();
    assert_eq!(*presenter, Person::new("Võ Thị Kim Liên", "Phó Bí thư Chi bộ"));
    assert_eq!(programme.paper.recipients, plan.paper.recipients);
    renders(programme);

    let minutes = chain::skeleton_minutes(&plan, 1).unwrap();
    assert_eq!(minutes.chair.as_ref().unwrap().to_string(), "Đồng chí Trần Phương Đông - Bí thư Chi bộ");
    assert_eq!(minutes.secretary.as_ref().unwrap().name, Some(Written::ByHand));
    assert_eq!(minutes.agenda.len(), programme.agenda.len());
    assert_eq!(minutes.attendance.as_ref().unwrap().present, Given::ByHand);
    let tree = renders(&minutes);
    assert!(tree.contains("ngày 27 tháng 02 năm 2023") && tree.contains("…………"), "{tree}");
}

#[test]
fn a_branchs_session_is_the_branchs_own_paper() {
    let plan: Plan = read("plan_branches");
    let programme = Draft::programme(&plan, 2).unwrap().into_record();
    let superior = "Đảng bộ cơ quan Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh";
    assert_eq!(programme.paper.issuer.superior.as_ref().unwrap().as_str(), superior);
    assert_eq!(programme.paper.issuer.name.as_str(), "Chi bộ Phòng Nghiệp vụ Pháp chế");
    assert_eq!(
        programme.outline.sections[0].paragraphs[0].as_str(),
        "………… giờ …………, ngày ………… tháng ………… năm 2016, tại ……………………."
    );
    let minutes = chain::skeleton_minutes(&plan, 2).unwrap();
    assert_eq!(minutes.date.day, Some(Given::ByHand));
    assert_eq!(minutes.chair.as_ref().unwrap().name, Some(Written::ByHand));
    renders(&minutes);
}

#[test]
fn a_plan_without_that_session_is_refused() {
    let at = |row| Draft::programme(&Plan::example(), row);
    refused(
        at(2),
        "lỗi: schedule.rows.sessions[1].topic (chuyên đề): dòng 2 của kế hoạch chưa ghi nội dung chuyên đề \
         [quy ước; chain.no_topic]",
    );
    for row in [0, 5] {
        let sentence = format!(
            "lỗi: schedule.rows (các dòng của kế hoạch): bảng của kế hoạch không có dòng {row} [quy ước; chain.no_session]"
        );
        refused(at(row), &sentence);
    }
    refused(
        chain::skeleton_minutes(&read("plan_tasks"), 1),
        "lỗi: schedule.rows (các dòng của kế hoạch): kế hoạch không có bảng các kỳ sinh hoạt chuyên đề [quy ước; chain.no_session]",
    );
}

#[test]
fn derive_knows_every_way_that_it_lists() {
    let case = |name: &str| AnyRecord::from_json(&crate::case(name)).unwrap();
    let draft = Derivation::to("resolution").of(&[case("minutes_forum")]).unwrap();
    let comments = Derivation::to("comments").of(std::slice::from_ref(&draft)).unwrap();
    let records = |of: &[&str], to: &str| -> Vec<AnyRecord> {
        let one = |kind: &&str| match (*kind, to) {
            ("resolution", "comments") => draft.clone(),
            ("resolution", _) if of.contains(&"comments") => draft.clone(),
            // Of the month before the session's.
            ("resolution", _) => {
                let json = crate::case("resolution_monthly").replace("tháng 6 năm 2026", "tháng 5 năm 2026");
                AnyRecord::from_json(&json).unwrap()
            }
            ("comments", _) => comments.clone(),
            ("minutes", _) => case("minutes_regular"),
            ("notice", _) => case("notice_full"),
            (kind, _) => case(kind),
        };
        of.iter().map(one).collect()
    };
    for (of, to) in DERIVATIONS {
        let derivation = Derivation::to(*to).criteria_set("an_phu_ward_2025_monthly");
        let derived = derivation.of(&records(of, to)).unwrap();
        assert_eq!(derived.kind().name(), *to, "{of:?}");
        crate::renderer().render(&derived).unwrap();
        // In whatever order they are given.
        let mut turned = records(of, to);
        turned.reverse();
        assert_eq!(derivation.of(&turned).unwrap().to_json().unwrap(), derived.to_json().unwrap());
    }
}

#[test]
fn a_plan_is_for_the_month_that_its_resolution_names() {
    let plan_of = |resolution: &Resolution| {
        let derived = Derivation::to("plan").of(&[resolution.clone().into()])?;
        Ok::<_, vanban::Error>(derived.downcast_ref::<Plan>().unwrap().paper.subject.to_string())
    };
    let mut december = Resolution::example();
    december.paper.date.month = Some(Given::Value(12));
    assert_eq!(plan_of(&december).unwrap(), "công tác tháng 01 năm 2027");
    december.paper.date.month = Some(Given::ByHand);
    refused(
        plan_of(&december),
        "lỗi: date.month (tháng): nghị quyết để tháng ghi bằng bút; chưa biết tháng sau là tháng nào để lập kế hoạch \
         [quy ước; chain.month_unknown]",
    );
    assert_eq!(plan_of(&read("resolution_monthly")).unwrap(), "công tác tháng 6 năm 2026");
}

#[test]
fn a_row_is_chosen_of_a_plan_alone() {
    refused(
        Derivation::to("notice").row(1).of(&[read::<Minutes>("minutes_forum").into()]),
        "lỗi: row: chỉ bảng của kế hoạch có dòng để chọn; bản ghi này là “minutes” [quy ước; chain.no_rows]",
    );
}

#[test]
fn a_form_cannot_do_without_a_criteria_set() {
    let minutes: AnyRecord = read::<Minutes>("minutes_regular").into();
    let form =
        |derivation: Derivation| derivation.of(std::slice::from_ref(&minutes)).unwrap_err().to_string();
    let none = form(Derivation::to("evaluation_form"));
    assert_eq!(
        none,
        "lỗi: criteria_set (bộ tiêu chí): chưa chọn bộ tiêu chí để chấm điểm; hiện có: an_phu_ward_2025_monthly, constructed_hd12_regular, constructed_thematic, hd02_btctw_2026_quarterly, hd42_btctw_2025_framework, nghe_an_08qd_2021_chuyen_de, nghe_an_08qd_2021_thuong_ky, phu_tho_khoi_cq_monthly [quy ước; chain.no_criteria_set]"
    );
    let other = form(Derivation::to("evaluation_form").criteria_set("x"));
    assert_eq!(
        other,
        "lỗi: criteria_set (bộ tiêu chí): không có bộ tiêu chí “x”; hiện có: an_phu_ward_2025_monthly, constructed_hd12_regular, constructed_thematic, hd02_btctw_2026_quarterly, hd42_btctw_2025_framework, nghe_an_08qd_2021_chuyen_de, nghe_an_08qd_2021_thuong_ky, phu_tho_khoi_cq_monthly [quy ước; chain.no_such_criteria_set]"
    );
}
