//! From a forum to the documents that follow from it: minutes, notice, drafts, comments, the adopted and the issued
//! resolution, its plan. Each document is written in each state.

use vanban::chain::Draft;
use vanban::kinds::{Comment, Minutes, MinutesVariant};
use vanban::parts::{
    Attendance, Business, CitedDate, ClockTime, Concluded, Issuer, PaperDate, Person, Signature, Solution,
    Vote,
};
use vanban::{Record, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let minutes = minutes();
    let signature = Signature::on_behalf_of("Chi bộ", "Phó Bí thư", "Nguyễn Thị Hoa");
    write("1-minutes", &minutes)?;
    let notice = Draft::notice(&minutes)?.issue(7, PaperDate::new(2026, 6, 25), signature.clone())?;
    write("2-notice", notice.record())?;
    let draft = Draft::from_minutes(&minutes)?;
    write("3-draft-1", draft.record())?;
    let comment =
        Comment::new("Đồng chí Trần Văn Minh", "Tên Nghị quyết còn dài").accepted("Rút gọn tên Nghị quyết");
    let commented = draft.collect(vec![comment])?;
    write("4-comments", commented.table())?;
    let draft = commented.next()?.with_subject("về thực hiện trách nhiệm nêu gương");
    write("5-draft-2", draft.record())?;
    let adopted = draft.in_session(CitedDate::new(2026, 7, 10)).adopt(Vote::new(13, 12).in_favour(12))?;
    let issued = adopted.issue(5, PaperDate::new(2026, 7, 10), signature.clone())?;
    write("6-issued", issued.record())?;
    let plan = issued.plan(8, 2026)?.with_chairs(["Chi uỷ", "Từng đảng viên"]);
    write("7-plan", plan.issue(8, PaperDate::new(2026, 8, 1), signature)?.record())
}

fn minutes() -> Minutes {
    let topic = "Nêu gương trong xây dựng Đảng";
    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let (date, hours) = (PaperDate::new(2026, 6, 21), (ClockTime::new(14, 0), ClockTime::new(16, 30)));
    let about = format!("diễn đàn chi bộ “{topic}”");
    let solution =
        |heading: &str, content: &str| Solution { heading: heading.into(), content: Some(content.into()) };
    let found = "Đánh giá cao tinh thần trách nhiệm của các đảng viên khi tham gia thảo luận.";
    let ahead = "Những giải pháp nêu tại diễn đàn được ban hành nghị quyết để thực hiện trong kỳ sinh hoạt tháng tới.";
    Minutes::new(MinutesVariant::Forum, issuer, "Quảng Trị", date, about, hours, "Phòng họp tầng 3")
        .number(3)
        .topic(topic)
        .basis("Quy chế làm việc của Chi bộ")
        .attendance(Attendance::of(13).present(13))
        .chair(Person::new("Nguyễn Thị Hoa", "Phó Bí thư Chi bộ"))
        .secretary("Đồng chí Trần Văn Minh")
        .business(Business {
            paragraphs: vec!["Các đảng viên thảo luận, liên hệ.".into()],
            ..Business::default()
        })
        .solution(solution("Quán triệt nghị quyết", "Chi bộ đưa vào chương trình công tác hằng tháng."))
        .solution(solution("Tự đào tạo", "Người đi trước giúp người đi sau thông qua sinh hoạt chi bộ."))
        .concluded(Concluded { speaker: None, points: vec![found.into(), ahead.into()] })
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
}

fn write<R: Record>(name: &str, record: &R) -> Result<(), Box<dyn std::error::Error>> {
    common::write("target/out/forum_chain", name, &Renderer::new().render(record)?)
}
