//! From a regular session's minutes and last month's resolution to the month's, to the form in which the session
//! scored itself, and to the next month's draft.

use vanban::chain::{Derivation, Draft, minutes_of_notice};
use vanban::kinds::{Minutes, MinutesVariant, Notice, Programme, ProgrammeItem, Resolution};
use vanban::parts::{PaperDate, Section, Signature, TaskReview};
use vanban::{AnyRecord, Profile, Record};

use super::{Printed, clean, print, problems, record};
use crate::chain::refused;

pub(super) fn printed(name: &'static str, record: &dyn Record) -> Printed {
    let printed = print(name, record, Profile::hd05());
    clean(&printed);
    printed.lacks(&["định kỳ"]);
    printed
}

pub(super) fn found(record: &dyn Record) -> Vec<String> {
    problems(record, Profile::hd05())
}

pub(super) fn minutes() -> Minutes {
    record("month_minutes")
}

pub(super) fn june() -> Resolution {
    record("month_last_resolution")
}

pub(super) fn signer() -> Signature {
    Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn Bình")
}

pub(super) fn derived<R: vanban::kinds::TypedRecord + Clone>(to: &str, of: &[AnyRecord]) -> R {
    let derivation = Derivation::to(to).criteria_set("an_phu_ward_2025_monthly");
    derivation.of(of).unwrap().downcast_ref::<R>().unwrap().clone()
}

/// The table of a draft.
pub(super) fn review(resolution: &Resolution) -> &TaskReview {
    resolution.outline.sections[0].items[2].reviewed.as_ref().unwrap()
}

const RESULTS: [(&str, &str); 4] = [
    ("200/800 m", "Đạt: 800/800 m"),
    ("120/150 hộ", "Đạt: 150/150 hộ"),
    ("Chưa có", "Đạt: 01 quần chúng"),
    ("18/24 đồng chí", "Chưa đạt: 21/24 đồng chí; chuyển sang tháng 7"),
];

const TASKS: [&str; 4] = [
    "Nạo vét 800 m mương nội đồng",
    "Vận động 150 hộ đăng ký gia đình văn hóa",
    "Giới thiệu 01 quần chúng ưu tú dự lớp nhận thức về Đảng",
    "Giúp 24 đảng viên dùng Sổ tay đảng viên điện tử",
];

/// What he types into the draft: what became of June's tasks, and five sentences.
fn filled(draft: Draft) -> Draft {
    let mut sections = draft.record().outline.sections.clone();
    let said = |section: &mut Section, text: &str| section.paragraphs.push(text.into());
    let [back, ahead, _] = &mut sections[..] else { panic!() };
    said(&mut back.items[0], "Đảng viên và nhân dân yên tâm sản xuất, tin tưởng vào sự lãnh đạo của Chi bộ.");
    said(&mut back.items[1], "Thu hoạch xong 45 ha lúa đông xuân; giữ vững an ninh, trật tự trong thôn.");
    let review = back.items[2].reviewed.as_mut().unwrap();
    for (task, (before, result)) in review.tasks.iter_mut().zip(RESULTS) {
        *task = task.clone().before(before).result(result);
    }
    said(&mut back.items[3], "Biểu dương đồng chí Lê Văn Lâm và tổ nạo vét mương nội đồng.");
    said(
        &mut back.items[4],
        "Một là, còn 03 đồng chí chưa dùng Sổ tay đảng viên điện tử. Nguyên nhân: chưa phân công đảng viên trẻ giúp từng \
         đồng chí.",
    );
    said(&mut ahead.items[0], "Quán triệt chương trình công tác quý III của Đảng ủy xã.");
    draft.with_sections(sections)
}

pub(super) fn july() -> Resolution {
    let adopted = filled(Draft::monthly(&minutes(), &june()).unwrap()).carried().unwrap();
    adopted.issue(12, PaperDate::new(2026, 7, 4), signer()).unwrap().into_record()
}

/// 1, 2.
#[test]
fn the_notice_and_its_skeleton_minutes() {
    let notice: Notice = record("month_notice");
    let paper = printed("month-1-notice", &notice);
    paper.says(&["ĐẢNG BỘ XÃ TÂN LẬP", "CHI BỘ THÔN ĐÔNG"]).says(&["Số 14-TB/CB"]);
    paper.says(&[
        "Tân Lập, ngày 29 tháng 6 năm 2026",
        "THÔNG BÁO",
        "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026",
    ]);
    paper.says(&["19 giờ 30", "ngày 03 tháng 7 năm 2026", "Nhà văn hóa thôn Đông"]);

    let minutes = minutes_of_notice(&notice).unwrap();
    assert_eq!(Derivation::to("minutes").of(&[notice.into()]).unwrap().downcast_ref(), Some(&minutes));
    assert_eq!(minutes.proceedings.len(), 5);
    assert_eq!(minutes.variant, MinutesVariant::Regular);
    let paper = printed("month-2-skeleton", &minutes);
    paper.says(&["BIÊN BẢN", "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026"]);
    paper.says(&["Vào hồi 19 giờ 30 phút, ngày 03 tháng 7 năm 2026", "Nhà văn hóa thôn Đông"]);
    paper.says(&["DIỄN BIẾN KỲ SINH HOẠT", "1. Thông tin thời sự, văn bản mới …", "2. Kết quả lãnh đạo"]);
    paper.says(&["kết luận: …", "Biên bản kết thúc vào lúc"]).lacks(&["by_hand"]);
    // Blanks are the paper's, not the record's: nothing has to be deleted before one types.
    assert!(!minutes.to_json().unwrap().contains('…'));
}

#[test]
fn a_skeleton_with_a_number_tells_what_is_still_open() {
    let notice: Notice = record("month_notice");
    let mut minutes = minutes_of_notice(&notice).unwrap().number(12);
    minutes.proceedings[1..].iter_mut().for_each(|it| it.paragraphs = vec!["Đã báo cáo.".into()]);
    let open = "cảnh báo: proceedings[0] (diễn biến cuộc họp): biên bản đã có số mà nội dung này mới có tên, chưa ghi diễn biến \
                [quy ước; minutes.point_open]";
    assert!(found(&minutes).contains(&open.to_owned()), "{:?}", found(&minutes));
    minutes.proceedings[0]
        .opinions
        .push(vanban::parts::Opinion { speaker: "Lê Văn Lâm".into(), content: "Nhất trí.".into() });
    assert!(!found(&minutes).iter().any(|it| it.contains("point_open")));
}

#[test]
fn a_programme_gives_the_points_of_its_minutes() {
    let programme = Programme::example();
    let minutes: Minutes = derived("minutes", &[programme.clone().into()]);
    let heads: Vec<_> = minutes.proceedings.iter().map(|it| it.heading.clone().unwrap()).collect();
    let steps: Vec<_> = programme.agenda.iter().map(|it| it.content.clone()).collect();
    assert_eq!(heads, steps);
    assert_eq!(minutes.date, PaperDate::by_hand(programme.paper.date.year));
    crate::renderer().render(&minutes).unwrap();
    refused(
        Derivation::to("minutes").of(&[programme.agenda(Vec::<ProgrammeItem>::new()).into()]).map(|_| ()),
        "lỗi: agenda (nội dung chương trình): chương trình chưa có bảng nội dung để lập biên bản [quy ước; chain.no_meeting]",
    );
}

/// 3 to 6.
#[test]
fn the_minutes() {
    let paper = printed("month-3-minutes", &minutes());
    paper.says(&["Số 12-BB/CB"]).says(&["BIÊN BẢN", "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026"]);
    paper.says(&["Vào hồi 19 giờ 30 phút, ngày 03 tháng 7 năm 2026"]);
    paper.says(&["24 đồng chí", "chính thức: 23", "dự bị: 01", "02 đồng chí", "23 đồng chí", "22 đồng chí"]);
    paper.says(&[
        "01 đồng chí (có lý do: 01; không lý do: 00)",
        "Đồng chí Đặng Văn Giang, lý do điều trị tại bệnh viện",
    ]);
    paper.says(&["Huỳnh Văn Phúc - Đảng ủy viên phụ trách Chi bộ"]);
    paper.says(&["Nguyễn Văn Bình - Bí thư Chi bộ", "Phạm Thị Nga - Chi ủy viên"]);
    paper.says(&[
        "DIỄN BIẾN KỲ SINH HOẠT",
        "1. Thông tin thời sự",
        "2. Kết quả lãnh đạo",
        "- Đồng chí Lê Văn Lâm: Mương",
        "3. Nhiệm vụ tháng 7",
        "- Đồng chí Lê Văn Lâm: Lúa hè thu",
        "- Hoàn thành gieo cấy 45 ha lúa hè thu: đồng chí Lê Văn Lâm chủ trì; thời hạn: 15/7/2026;",
        "- Giúp 03 đồng chí còn lại dùng Sổ tay đảng viên điện tử: đồng chí Bùi Văn Minh chủ trì; thời hạn: 20/7/2026;",
        "- Thăm hỏi, tặng quà 12 gia đình chính sách: đồng chí Võ Thị Hương chủ trì; thời hạn: 26/7/2026.",
        "4. Đóng đảng phí",
        "Từng đảng viên thực hiện nhiệm vụ được phân công",
        "Tự chấm điểm kỳ sinh hoạt: 93 điểm, xếp loại Tốt",
        "21/21",
        "100%",
        "95,45%",
        "Thông qua Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026",
        "20/21",
        "95,24%",
        "90,91%",
        "21 giờ 15 phút, cùng ngày",
    ]);
    assert_eq!(paper.text.matches("- Đồng chí ").count(), 12);
    assert_eq!(found(&minutes()), Vec::<String>::new());
}

/// 7 to 12.
#[test]
fn the_months_resolution() {
    let draft: Resolution = derived("resolution", &[june().into(), minutes().into()]);
    let paper = printed("month-4-draft", &draft);
    paper
        .says(&["-NQ/CB", "Dự thảo lần 1"])
        .says(&["NGHỊ QUYẾT", "lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026"]);
    paper.lacks(&["T/M", "Căn cứ"]);
    paper.says(&[
        "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026 ngày 03 tháng 7 năm 2026, tại Nhà văn hóa thôn Đông",
        "24 đồng chí",
        "có mặt 22 đồng chí",
        "vắng mặt 01 đồng chí",
        "02 đồng chí",
        "Thời lượng sinh hoạt: 105 phút.",
        "Chủ trì: Đồng chí Nguyễn Văn Bình - Bí thư Chi bộ. Thư ký: Đồng chí Phạm Thị Nga",
        "Sau khi nghe Chi ủy báo cáo,",
        "thống nhất ban hành nghị quyết như sau:",
        "I- ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG 6",
        "1. Về công tác chính trị, tư tưởng",
        "2. Về lãnh đạo thực hiện nhiệm vụ chính trị",
        "3. Kết quả thực hiện Nghị quyết Chi bộ tháng 6",
        "Chi bộ hoàn thành ba trong bốn nhiệm vụ tháng 6",
        "Nhiệm vụ đề ra tại Nghị quyết tháng 6",
        "Tình trạng đầu kỳ",
        "Kết quả thực hiện",
    ]);
    paper.says(&TASKS).says(&[
        "4. Biểu dương, nhắc nhở đảng viên",
        "5. Hạn chế, khuyết điểm và nguyên nhân",
        "II- PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 7",
        "1. Về công tác chính trị, tư tưởng",
        "2. Nhiệm vụ cụ thể",
        "Hoàn thành gieo cấy 45 ha lúa hè thu: đồng chí Lê Văn Lâm chủ trì; thời hạn: 15/7/2026.",
        "Giúp 03 đồng chí còn lại dùng Sổ tay đảng viên điện tử: đồng chí Bùi Văn Minh",
        "Thăm hỏi, tặng quà 12 gia đình chính sách: đồng chí Võ Thị Hương",
        "III- PHÂN CÔNG NHIỆM VỤ VÀ TỔ CHỨC THỰC HIỆN",
        "Từng đảng viên thực hiện nhiệm vụ được phân công, báo cáo kết quả tại kỳ sinh hoạt tháng 8.",
        "Nghị quyết này được Chi bộ thôn Đông thảo luận và biểu quyết thông qua tại kỳ sinh hoạt ngày 03/7/2026, với \
         20/21 đồng chí tán thành, đạt tỷ lệ 95,24%.",
    ]);
    paper.once("Chi bộ hoàn thành ba trong bốn nhiệm vụ tháng 6").once("Nghị quyết này được").once("20/21");
    paper.lacks(&["Đặng Văn Giang", "bệnh viện", "IV-", "21/21", "Tự chấm điểm", "Nguyên nhân"]);
    for task in &review(&draft).tasks {
        assert_eq!((&task.before, &task.result), (&None, &None));
    }
    assert_eq!(found(&draft), Vec::<String>::new(), "absent members are counted, and no score is no problem");
    assert_eq!(Draft::monthly(&minutes(), &june()).unwrap().record(), &draft);
}

/// 9, 13.
#[test]
fn the_issued_resolution() {
    let issued = july();
    let paper = printed("month-5-issued", &issued);
    paper.says(&["Số 12-NQ/CB"]).says(&["Tân Lập, ngày 04 tháng 7 năm 2026"]).lacks(&["Dự thảo", "…"]);
    paper.says(&["Tình trạng đầu kỳ", "Kết quả thực hiện"]);
    for (task, (before, result)) in TASKS.iter().zip(RESULTS) {
        paper.says(&[task, before, result]);
    }
    paper.says(&["- Đảng ủy xã Tân Lập (để báo cáo); - Các đảng viên Chi bộ; - Lưu Chi bộ."]);
    paper.says(&["T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn Bình"]);
    assert_eq!(found(&issued), Vec::<String>::new());
    let adopted = filled(Draft::monthly(&minutes(), &june()).unwrap()).carried().unwrap();
    refused(
        adopted.issue(12, PaperDate::new(2026, 7, 2), signer()),
        "lỗi: date (ngày, tháng, năm): nghị quyết đề ngày 02/7/2026, trước ngày 03/7/2026 của kỳ sinh hoạt thông qua; hãy ghi từ ngày ấy \
         trở đi [quy ước; resolution.before_session]",
    );
}

/// What must not happen, 8.
#[test]
fn an_empty_cell_of_the_results_is_told_by_its_row() {
    let mut issued = july();
    let review = issued.outline.sections[0].items[2].reviewed.as_mut().unwrap();
    review.tasks[3].result = None;
    assert_eq!(
        found(&issued),
        [
            "cảnh báo: sections[0].items[2].reviewed.tasks[3].result (kết quả thực hiện): bảng kết quả, dòng 4, “Giúp 24 đảng viên dùng Sổ tay \
          đảng viên điện tử”: chưa ghi kết quả thực hiện [quy ước; reviewed.open]"
        ]
    );
}
