//! From a forum's minutes to the issued resolution, its plan and its notice; after 36-HD in 2022, after 05-HD four
//! years later.

use vanban::chain::{Derivation, Draft, Issued};
use vanban::kinds::{Comment, Comments, Minutes, Notice, Plan, Resolution};
use vanban::parts::{CitedDate, PaperDate, Signature, Vote};
use vanban::{AnyRecord, Profile, Record};

use super::{Printed, clean, print, problems, record};
use crate::chain::refused;

/// One run of the story: its guidance, its dates, the names of its golden texts.
pub(super) struct Run {
    pub(super) profile: Profile,
    names: [&'static str; 9],
    forum: CitedDate,
    notice: CitedDate,
    pub(super) adopted: CitedDate,
    plan: CitedDate,
}

const FIRST: [&str; 9] = [
    "2022-1-minutes",
    "2022-2-draft-1",
    "2022-3-comments-empty",
    "2022-4-comments",
    "2022-5-draft-2",
    "2022-6-issued",
    "2022-7-plan",
    "2022-8-plan-led",
    "2022-9-notice",
];
const SECOND: [&str; 9] = [
    "2026-1-minutes",
    "2026-2-draft-1",
    "2026-3-comments-empty",
    "2026-4-comments",
    "2026-5-draft-2",
    "2026-6-issued",
    "2026-7-plan",
    "2026-8-plan-led",
    "2026-9-notice",
];

pub(super) fn first() -> Run {
    Run {
        profile: Profile::hd36(),
        names: FIRST,
        forum: CitedDate::new(2022, 5, 21),
        notice: CitedDate::new(2022, 5, 25),
        adopted: CitedDate::new(2022, 6, 10),
        plan: CitedDate::new(2022, 7, 1),
    }
}

fn second() -> Run {
    Run {
        profile: Profile::hd05(),
        names: SECOND,
        forum: CitedDate::new(2026, 6, 21),
        notice: CitedDate::new(2026, 6, 25),
        adopted: CitedDate::new(2026, 7, 10),
        plan: CitedDate::new(2026, 8, 1),
    }
}

const SUBJECT: &str = "về thực hiện trách nhiệm nêu gương, đổi mới, phát huy ý chí tự lực, tự cường";
const ADDED: &str = "Mỗi quý tổ chức ít nhất một buổi trao đổi nghiệp vụ.";

fn paper_date(date: CitedDate) -> PaperDate {
    PaperDate::new(date.year, date.month, date.day)
}

pub(super) fn signer() -> Signature {
    Signature::on_behalf_of("Chi bộ", "Phó Bí thư", "Nguyễn Thị Hoa")
}

pub(super) fn vote() -> Vote {
    Vote::new(13, 12).in_favour(12)
}

impl Run {
    /// The minutes as they are typed, of this run's day and year.
    pub(super) fn minutes(&self) -> Minutes {
        let minutes: Minutes = record("forum_minutes");
        let json = minutes.to_json().unwrap();
        let year = format!("năm {}", self.forum.year);
        let mut own =
            Minutes::from_json(&json.replace("năm 2022", &year)).unwrap().date(paper_date(self.forum));
        // What is cited keeps its words.
        own.basis = minutes.basis;
        own
    }

    fn print(&self, at: usize, record: &dyn Record) -> Printed {
        let printed = print(self.names[at], record, self.profile.clone());
        clean(&printed);
        assert!(!record.fields().unwrap().as_object().unwrap().contains_key("profile"), "{}", self.names[at]);
        printed
    }

    pub(super) fn draft_2(&self) -> Draft {
        let comments: Vec<Comment> =
            serde_json::from_str(&std::fs::read_to_string("tests/stories/forum_comments.json").unwrap())
                .unwrap();
        let draft = Draft::from_minutes(&self.minutes()).unwrap();
        let draft = draft.collect(comments).unwrap().next().unwrap().with_subject(SUBJECT);
        let mut sections = draft.record().outline.sections.clone();
        let text = &mut sections[1].items[2].paragraphs[0];
        *text = format!("{text} {ADDED}").into();
        draft.with_sections(sections)
    }

    pub(super) fn issued(&self) -> Issued {
        let adopted = self.draft_2().in_session(self.adopted).adopt(vote()).unwrap();
        adopted.issue(5, paper_date(self.adopted), signer()).unwrap()
    }

    fn year(&self) -> i32 {
        self.forum.year
    }

    /// What ends the last căn cứ before a sentence that goes on from it.
    fn last_mark(&self) -> &'static str {
        if self.year() == 2022 { "," } else { "." }
    }

    fn recipients(&self) -> String {
        let mark = if self.year() == 2022 { "," } else { ";" };
        format!(
            "- Đảng ủy Viện kiểm sát nhân dân tỉnh (báo cáo){mark} - Các đảng viên Chi bộ{mark} - Lưu Chi bộ."
        )
    }
}

fn both(story: impl Fn(&Run)) {
    [first(), second()].iter().for_each(story);
}

const GROUNDS: [&str; 5] = [
    "- Căn cứ Kết luận số 21-KL/TW, ngày 25/10/2021 của Bộ Chính trị về đẩy mạnh",
    "; - Căn cứ Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục",
    "; - Căn cứ Hướng dẫn số 06-HD/ĐUK, ngày 04/3/2022 của Đảng ủy Khối",
    "; - Căn cứ Hướng dẫn số 31-HD/ĐUK, ngày 14/4/2022 của Đảng ủy Khối",
    "; - Căn cứ Kế hoạch số 21-KH/ĐU, ngày 08/3/2022 của Đảng ủy Viện kiểm sát nhân dân tỉnh Quảng Trị về thực hiện \
     Kết luận số 21-KL/TW",
];

/// 1 to 8.
#[test]
fn the_minutes() {
    both(|run| {
        let day =
            if run.year() == 2022 { "ngày 21 tháng 5 năm 2022" } else { "ngày 21 tháng 6 năm 2026" };
        let paper = run.print(0, &run.minutes());
        paper.says(&["ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ", "CHI BỘ PHÒNG 7-9"]);
        paper.says(&["-BB/CB"]).says(&[&format!("Quảng Trị, {day}")]);
        paper.says(&[
            "BIÊN BẢN",
            "diễn đàn chi bộ “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        ]);
        paper.says(&GROUNDS).says(&["về thực hiện Kết luận số 21-KL/TW. I- THỜI GIAN"]);
        paper.says(&[&format!("Vào hồi 14 giờ 00 phút, {day}"), "Địa điểm: …"]);
        paper.says(&[
            "Tổng số đảng viên của Chi bộ Phòng 7-9: 14 đồng chí; trong đó chính thức: 13; dự bị: 01.",
            "triệu tập: 14 đồng chí",
            "có mặt dự họp: 13 đồng chí",
            "vắng mặt: 01 đồng chí (có lý do: 01; không lý do: 00)",
            "Đồng chí Phạm Văn Tâm, lý do đi công tác",
            "Đồng chí Lê Thị Mai - Đảng ủy viên, Phó Viện trưởng Viện kiểm sát nhân dân tỉnh Quảng Trị",
        ]);
        paper.says(&["NỘI DUNG DIỄN ĐÀN", "DIỄN BIẾN DIỄN ĐÀN"]).lacks(&["CUỘC HỌP", "SINH HOẠT"]);
        paper.says(&[
            "Thứ nhất, quán triệt và cụ thể hóa nghị quyết, chỉ thị của Đảng.",
            "Thứ hai, xây dựng cơ chế",
            "Thứ ba, đào tạo",
            "Thứ tư, trách nhiệm",
            "Thứ năm, phối hợp, kiểm tra, giám sát và phản biện.",
            "Đồng chí Nguyễn Thị Hoa - Phó Bí thư Chi bộ kết luận:",
            "Đánh giá cao",
            "Yêu cầu các đảng viên",
            "ban hành nghị quyết",
            "Kêu gọi",
            "16 giờ 30 phút, cùng ngày",
        ]);
        paper.says(&["NGƯỜI GHI BIÊN BẢN", "Trần Văn Minh", "CHỦ TRÌ HỘI NGHỊ", "Nguyễn Thị Hoa"]);
        assert_eq!(problems(&run.minutes(), run.profile.clone()), Vec::<String>::new());
    });
}

/// 9 to 16.
#[test]
fn the_first_draft() {
    both(|run| {
        let draft = Draft::from_minutes(&run.minutes()).unwrap();
        let paper = run.print(1, draft.record());
        paper.says(&["-NQ/CB", "Dự thảo lần 1"]).says(&["Quảng Trị, ngày", "tháng", "NGHỊ QUYẾT"]);
        paper
            .says(&["NGHỊ QUYẾT", "về thực hiện các giải pháp nêu tại diễn đàn chi bộ “Học tập và làm theo"]);
        let day = if run.year() == 2022 { "21/5/2022" } else { "21/6/2026" };
        paper.says(&GROUNDS).says(&[&format!(
            "về thực hiện Kết luận số 21-KL/TW{} Trên cơ sở kết quả diễn đàn chi bộ ngày {day} và kết quả thảo luận, \
             biểu quyết tại kỳ sinh hoạt chi bộ tháng ……… năm {}, Chi bộ Phòng 7-9 quyết nghị:",
            run.last_mark(),
            run.year()
        )]);
        paper.says(&[
            "I- ĐÁNH GIÁ KẾT QUẢ DIỄN ĐÀN",
            "Đánh giá cao",
            "chấn chỉnh, khắc phục những khuyết điểm",
            "II- NHIỆM VỤ, GIẢI PHÁP",
            "1. Quán triệt và cụ thể hóa nghị quyết, chỉ thị của Đảng",
            "2. Xây dựng cơ chế làm việc dân chủ, lành mạnh",
            "3. Đào tạo, bồi dưỡng, trong đó tự đào tạo là nhiệm vụ hàng đầu",
            "4. Trách nhiệm của mỗi Kiểm sát viên, công chức",
            "5. Phối hợp, kiểm tra, giám sát và phản biện",
            "tự phê bình và phê bình.",
            "III- TỔ CHỨC THỰC HIỆN",
            "chương trình, kế hoạch công tác hằng tháng",
            "Từng đảng viên",
            "kỳ sinh hoạt hằng tháng",
            "đoàn kết, nỗ lực thực hiện tốt chuyên đề học tập năm",
        ]);
        for solution in &run.minutes().solutions {
            paper.once(solution.content.as_ref().unwrap().as_str());
        }
        paper.lacks(&["tiếp tục thảo luận và ban hành nghị quyết", "Thứ nhất", "thực hiện kết quả diễn đàn"]);
        paper.lacks(&["có mặt 13", "14 đồng chí", "Lê Thị Mai", "14 giờ 00", "biểu quyết thông qua", "%"]);
        paper.lacks(&["T/M", "PHÓ BÍ THƯ", "Nguyễn Thị Hoa"]).says(&[&run.recipients()]);
        assert_eq!(problems(draft.record(), run.profile.clone()), Vec::<String>::new());
    });
}

/// 17 to 19.
#[test]
fn the_comments() {
    both(|run| {
        let draft: AnyRecord = Draft::from_minutes(&run.minutes()).unwrap().into_record().into();
        let table = Derivation::to("comments").of(std::slice::from_ref(&draft)).unwrap();
        let title = [
            "BẢNG TỔNG HỢP",
            "ý kiến góp ý dự thảo lần 1 Nghị quyết về thực hiện các giải pháp",
            "Giải trình",
        ];
        run.print(2, &table).says(&title).lacks(&["không có góp ý"]);

        let filled = |comments: Vec<Comment>| -> Comments {
            table.downcast_ref::<Comments>().unwrap().clone().comments(comments)
        };
        let mut comments: Vec<Comment> =
            serde_json::from_str(&std::fs::read_to_string("tests/stories/forum_comments.json").unwrap())
                .unwrap();
        run.print(3, &filled(comments.clone())).says(&title).says(&[
            "Tập thể Phòng 9",
            "Bổ sung vào mục II.3",
            "Đồng chí Trần Văn Minh",
            "Tên Nghị quyết còn dài",
            "Rút gọn tên Nghị quyết",
            "Đồng chí Võ Thị Lan",
            "Thời hạn ghi trong kế hoạch công tác tháng",
        ]);
        let next =
            Derivation::to("resolution").of(&[draft.clone(), filled(comments.clone()).into()]).unwrap();
        assert_eq!(next.downcast_ref::<Resolution>().unwrap().paper.draft, Some(2));

        comments[2].explained = None;
        refused(
            Derivation::to("resolution").of(&[draft, filled(comments).into()]).map(|it| it.to_json()),
            "lỗi: comments[2] (ý kiến góp ý): góp ý của đồng chí Võ Thị Lan chưa được tiếp thu, cũng chưa giải trình \
             [quy ước; comments.unanswered]",
        );
    });
}

/// 20.
#[test]
fn the_second_draft() {
    both(|run| {
        let draft = run.draft_2();
        let paper = run.print(4, draft.record());
        paper.says(&["Dự thảo lần 2", "NGHỊ QUYẾT", SUBJECT]).says(&[ADDED]);
        paper.lacks(&["Dự thảo lần 1", "T/M", "Nguyễn Thị Hoa", "05-NQ/CB"]);
        let first = Draft::from_minutes(&run.minutes()).unwrap();
        let words = |draft: &Draft| {
            let document =
                crate::renderer().clone().with_profile(run.profile.clone()).render(draft.record()).unwrap();
            document.words()
        };
        let said = words(&first).replace("Dự thảo lần 1", "Dự thảo lần 2");
        let kept = words(&draft).replace(&format!(" {ADDED}"), "");
        let (changed, same): (Vec<&str>, Vec<&str>) = said.lines().partition(|it| !kept.contains(it));
        assert!(changed.concat().starts_with("về thực hiện các giải pháp"), "{changed:?}");
        assert_eq!(changed.len(), 1, "every other sentence as in the first: {changed:?}");
        assert!(same.len() > 25);
    });
}

/// 21 to 24.
#[test]
fn the_issued_resolution() {
    both(|run| {
        let issued = run.issued();
        let paper = run.print(5, issued.record());
        let (day, month, short) = if run.year() == 2022 {
            ("ngày 10 tháng 6 năm 2022", "tháng 6 năm 2022", "10/6/2022")
        } else {
            ("ngày 10 tháng 7 năm 2026", "tháng 7 năm 2026", "10/7/2026")
        };
        paper.says(&["Số 05-NQ/CB"]).says(&[&format!("Quảng Trị, {day}")]).lacks(&["Dự thảo", "…"]);
        paper.says(&[&format!("tại kỳ sinh hoạt chi bộ {month}, Chi bộ Phòng 7-9 quyết nghị:")]);
        paper.says(&[&format!(
            "Số đảng viên có quyền biểu quyết: 13 đồng chí, có mặt 12 đồng chí. Nghị quyết này được Chi bộ Phòng 7-9 \
             thảo luận và biểu quyết thông qua tại kỳ sinh hoạt chi bộ ngày {short}, với 12/12 đồng chí tán thành, đạt \
             tỷ lệ 100%."
        )]);
        paper.once("Nghị quyết này được").once("12/12");
        paper.says(&[&run.recipients()]).says(&["T/M CHI BỘ", "PHÓ BÍ THƯ", "Nguyễn Thị Hoa"]);
        assert_eq!(problems(issued.record(), run.profile.clone()), Vec::<String>::new());
    });
}

/// 26, 27.
#[test]
fn the_plan() {
    both(|run| {
        let (month, day) = if run.year() == 2022 { (7, "01 tháng 7") } else { (8, "01 tháng 8") };
        let issued = run.issued();
        let derived = Derivation::to("plan").of(&[issued.record().clone().into()]).unwrap();
        let derived = derived.downcast_ref::<Plan>().unwrap();
        let drafted = issued.plan(month, run.year()).unwrap();
        assert_eq!(drafted.record(), derived, "the month after the resolution's");
        run.print(6, derived).says(&["Dự thảo lần 1"]).lacks(&["…", "T/M"]);

        let leads = [
            "Chi ủy",
            "Lãnh đạo hai phòng",
            "Đồng chí Trần Văn Minh",
            "Từng đảng viên",
            "Đồng chí Nguyễn Thị Hoa",
        ];
        let plan = drafted.with_chairs(leads).issue(8, paper_date(run.plan), signer()).unwrap();
        let paper = run.print(7, plan.record());
        let whole = format!("tháng {month} năm {}", run.year());
        paper.says(&["Số 08-KH/CB"]).says(&[&format!("ngày {day} năm {}", run.year())]);
        paper.says(&["KẾ HOẠCH", &format!("công tác {whole}")]);
        paper.once(&format!("Nghị quyết số 05-NQ/CB, ngày {} của Chi bộ Phòng 7-9 {SUBJECT}", run.adopted));
        paper.once("05-NQ/CB");
        paper.says(&[&format!("Chi bộ Phòng 7-9 xây dựng kế hoạch công tác {whole} như sau:")]);
        let issued = issued.into_record();
        let due = format!("trong {whole}");
        for (task, lead) in issued.outline.sections[1].items.iter().zip(leads) {
            paper.says(&[task.heading.as_ref().unwrap().as_str(), lead, &due]);
        }
        assert_eq!(paper.text.matches(&due).count(), 5);
        paper.says(&["T/M CHI BỘ", "PHÓ BÍ THƯ"]).says(&[&run.recipients()]);
        assert_eq!(problems(plan.record(), run.profile.clone()), Vec::<String>::new());
    });
}

/// 28, 29.
#[test]
fn the_notice() {
    both(|run| {
        let derived = Derivation::to("notice").of(&[run.minutes().into()]).unwrap();
        let draft = Draft::from_record(derived.downcast_ref::<Notice>().unwrap().clone()).unwrap();
        let notice = draft.issue(7, paper_date(run.notice), signer()).unwrap();
        let paper = run.print(8, notice.record());
        let (day, forum) = if run.year() == 2022 {
            ("ngày 25 tháng 5 năm 2022", "21/5/2022")
        } else {
            ("ngày 25 tháng 6 năm 2026", "21/6/2026")
        };
        paper.says(&["Số 07-TB/CB"]).says(&[day]);
        paper.says(&["THÔNG BÁO", "kết luận tại diễn đàn chi bộ “Học tập"]).lacks(&["Căn cứ"]);
        paper.says(&[
            &format!("Ngày {forum}, Chi bộ Phòng 7-9 tổ chức diễn đàn chi bộ"),
            "thông báo kết luận tại diễn đàn như sau:",
            "Đánh giá cao",
            "Yêu cầu các đảng viên",
            "được chi bộ tiếp tục thảo luận và ban hành nghị quyết",
            "Kêu gọi",
            "1. Quán triệt",
            "5. Phối hợp",
            "thông báo để các đồng chí biết, thực hiện.",
        ]);
        assert_eq!(problems(notice.record(), run.profile.clone()), Vec::<String>::new());
    });
}
