//! The draft for the month after, and what a month's resolution is made of where less is known.

use vanban::chain::{Derivation, Draft};
use vanban::kinds::{Minutes, MinutesVariant, Resolution};
use vanban::parts::{Business, CitedDate, Concluded, PaperDate, Section};

use super::month::{derived, found, july, june, minutes, printed, review};
use crate::chain::refused;

/// 16.
#[test]
fn the_next_month_begins() {
    let august: Resolution = derived("resolution", &[july().into()]);
    assert_eq!(Draft::next_month(&july()).unwrap().record(), &august);
    let paper = printed("month-9-august", &august);
    paper.says(&["Dự thảo lần 1"]).says(&["lãnh đạo thực hiện nhiệm vụ tháng 8 năm 2026"]);
    paper.says(&[
        "ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG 7",
        "Nhiệm vụ đề ra tại Nghị quyết tháng 7",
        "Hoàn thành gieo cấy 45 ha lúa hè thu",
        "Giúp 03 đồng chí còn lại dùng Sổ tay đảng viên điện tử",
        "Thăm hỏi, tặng quà 12 gia đình chính sách",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 8",
    ]);
    paper.lacks(&["22 đồng chí", "20/21", "03/7/2026", "12-NQ", "T/M", "Nạo vét", "Đạt"]);
    assert_eq!(found(&august), Vec::<String>::new());

    let mut later = minutes();
    later.subject = "sinh hoạt chi bộ thường kỳ tháng 8 năm 2026".into();
    let with_minutes: Resolution = derived("resolution", &[later.into(), july().into()]);
    assert_eq!(review(&with_minutes), review(&august));
}

#[test]
fn after_december_comes_january() {
    let mut december = july();
    december.paper.subject = "lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026".into();
    let january: Resolution = derived("resolution", &[december.into()]);
    assert_eq!((january.paper.date, review(&january).year), (PaperDate::year(2027), Some(2026)));
    let paper = printed("month-10-january", &january);
    paper.says(&[
        "lãnh đạo thực hiện nhiệm vụ tháng 01 năm 2027",
        "ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG 12 NĂM 2026",
        "Nhiệm vụ đề ra tại Nghị quyết tháng 12/2026",
        "NHIỆM VỤ THÁNG 01",
    ]);
}

#[test]
fn last_months_resolution_was_issued_and_set_tasks() {
    let next = |last: Resolution| Draft::next_month(&last);
    refused(
        next(june().draft(1)),
        "lỗi: draft (dự thảo lần): nghị quyết tháng trước còn là dự thảo, chưa được ban hành \
         [05-HD/VPTW II.II.4.2; chain.still_a_draft]",
    );
    refused(
        next(june().sections([Section::new("Tổ chức thực hiện").paragraph("Chi bộ thực hiện.")])),
        "lỗi: sections (các mục): nghị quyết tháng trước chưa có mục nào nêu nhiệm vụ, giải pháp để đánh giá \
         [quy ước; chain.no_tasks]",
    );
    let committee = minutes().variant(MinutesVariant::Committee);
    refused(
        Derivation::to("resolution").of(&[committee.into(), june().into()]).map(|_| ()),
        "lỗi: variant (loại biên bản): chỉ biên bản kỳ sinh hoạt thường kỳ cùng nghị quyết tháng trước lập được nghị quyết tháng \
         [quy ước; chain.not_monthly]",
    );
}

#[test]
fn a_session_looks_back_on_its_own_resolution() {
    let of = |last: Resolution| Derivation::to("resolution").of(&[minutes().into(), last.into()]).map(|_| ());
    let mut another = june();
    another.paper.issuer.name = "Chi bộ thôn Tây".into();
    refused(
        of(another),
        "lỗi: issuer.name (tên cơ quan ban hành): nghị quyết tháng trước là của Chi bộ thôn Tây, mà biên bản là của Chi bộ thôn \
         Đông; hãy chọn đúng nghị quyết của Chi bộ thôn Đông [quy ước; chain.another_body]",
    );
    refused(
        of(july()),
        "lỗi: subject (trích yếu): nghị quyết tháng 7 năm 2026 không trước kỳ sinh hoạt tháng 7 năm 2026; hãy chọn nghị quyết \
         của tháng trước đó [quy ước; chain.not_before]",
    );
    // However it is written.
    let mut capitals = june();
    capitals.paper.issuer.name = "CHI BỘ THÔN ĐÔNG".into();
    of(capitals).unwrap();
}

/// The table takes tasks that are told as paragraphs, too, and of them alone.
#[test]
fn tasks_in_paragraphs_are_tasks() {
    let last = Resolution::from_json(&crate::case("resolution_monthly")).unwrap();
    let next = Draft::next_month(&last).unwrap().into_record();
    let tasks: Vec<&str> = review(&next).tasks.iter().map(|it| it.content.as_str()).collect();
    assert_eq!(
        tasks,
        [
            "Khởi công đường xóm Đông trước ngày 20/6/2026; đồng chí Bùi Văn Khoa phụ trách, báo cáo tại kỳ sinh hoạt \
             tháng 7",
            "Phân loại rác thải tại nguồn ở 100% số hộ; đồng chí Lý Thị Lan phụ trách",
        ]
    );
}

/// Without last month's resolution there is no table, and without tasks the chair's conclusions on them are some.
#[test]
fn minutes_alone_give_the_months_resolution() {
    let minutes = Minutes::from_json(&crate::case("minutes_regular")).unwrap();
    let draft = Draft::from_minutes(&minutes).unwrap().into_record();
    assert_eq!(draft.paper.subject.as_str(), "lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026");
    let vote = draft.vote.clone().unwrap();
    assert_eq!((vote.entitled, vote.present, vote.in_favour), (28.into(), 24.into(), 24.into()));
    assert_eq!(draft.adopted, Some(CitedDate::new(2026, 6, 4)));
    let [back, ahead, organisation] = &draft.outline.sections[..] else { panic!() };
    assert_eq!(back.items[2].paragraphs, ["Chi bộ hoàn thành nhiệm vụ tháng 5."]);
    assert_eq!(back.items[2].reviewed, None);
    assert!(ahead.items[1].items.is_empty(), "that a resolution will follow is no task");
    assert!(organisation.items.len() > 1);
    let said = &organisation.items.last().unwrap().paragraphs[0];
    assert_eq!(said.as_str(), "Từng đảng viên thực hiện nhiệm vụ được phân công trong nghị quyết tháng 6.");
    let mut told = minutes;
    told.proceedings.push(Business {
        heading: Some("Nhiệm vụ tháng 6".into()),
        conclusions: vec!["Khởi công đường xóm Đông.".into()],
        ..Business::default()
    });
    told.conclusions.push(Concluded {
        speaker: None,
        points: vec![
            "Tháng 6 tập trung thu hoạch lúa xuân.".into(),
            "Nghị quyết số 05-NQ/ĐU đã được Đảng uỷ ban hành.".into(),
        ],
    });
    let draft = Draft::from_minutes(&told).unwrap().into_record();
    let tasks: Vec<&str> =
        draft.outline.sections[1].items[1].items.iter().map(|it| it.paragraphs[0].as_str()).collect();
    assert_eq!(tasks, ["Khởi công đường xóm Đông.", "Tháng 6 tập trung thu hoạch lúa xuân."]);
    assert_eq!(
        draft.outline.sections[2].items.last().unwrap().paragraphs[0].as_str(),
        "Nghị quyết số 05-NQ/ĐU đã được Đảng uỷ ban hành."
    );
}
