//! The ordinary month: from a regular session's minutes and last month's resolution to the month's resolution, to the
//! form in which the session scores itself, and to the draft for the month after.

use vanban::chain::{Draft, evaluation_form};
use vanban::kinds::{Minutes, MinutesVariant, Resolution};
use vanban::parts::{
    Attendance, Business, CitedDate, ClockTime, Concluded, Issuer, Motion, Opinion, PaperDate, Person,
    Section, Signature, Task, Vote, When,
};
use vanban::{Record, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (minutes, june) = (minutes(), june());
    write("1-minutes", &minutes)?;
    let draft = Draft::monthly(&minutes, &june)?;
    write("2-draft", draft.record())?;
    let mut sections = draft.record().outline.sections.clone();
    let review = sections[0].items[2].reviewed.as_mut();
    review.into_iter().flat_map(|it| &mut it.tasks).for_each(|task| {
        *task = task.clone().before("200/800 m").result("Đạt: 800/800 m");
    });
    // The vote is in the minutes: nothing is asked.
    let adopted = draft.with_sections(sections).carried()?;
    let issued = adopted.issue(12, PaperDate::new(2026, 7, 4), signature())?.into_record();
    write("3-issued", &issued)?;
    write("4-form", &evaluation_form(&minutes, "an_phu_ward_2025_monthly")?)?;
    write("5-august", Draft::next_month(&issued)?.record())
}

fn minutes() -> Minutes {
    let (date, hours) = (PaperDate::new(2026, 7, 3), (ClockTime::new(19, 30), ClockTime::new(21, 15)));
    let about = "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026";
    let said = Opinion { speaker: "Lê Văn Lâm".into(), content: "Nhất trí với báo cáo.".into() };
    let looked_back = Business {
        heading: Some("Kết quả lãnh đạo thực hiện nhiệm vụ tháng 6".into()),
        opinions: vec![said],
        conclusions: vec!["Chi bộ hoàn thành nhiệm vụ tháng 6.".into()],
        ..Business::default()
    };
    let ahead = Business {
        heading: Some("Nhiệm vụ tháng 7".into()),
        tasks: vec![task("Gieo cấy 45 ha lúa hè thu", 7)],
        ..Business::default()
    };
    let vote = Vote::new(22, 21).in_favour(20).abstained(1);
    Minutes::new(MinutesVariant::Regular, issuer(), "Tân Lập", date, about, hours, "Nhà văn hoá thôn Đông")
        .number(12)
        .attendance(Attendance::of(22).present(22))
        .chair(Person::new("Nguyễn Văn Bình", "Bí thư Chi bộ"))
        .secretary("Đồng chí Phạm Thị Nga")
        .agenda(["Đánh giá tháng 6", "Nhiệm vụ tháng 7"])
        .proceedings([looked_back, ahead])
        .concluded(Concluded {
            speaker: None,
            points: vec!["Từng đảng viên thực hiện nhiệm vụ được phân công.".into()],
        })
        .motion(Motion { content: "Thông qua Nghị quyết tháng 7".into(), vote })
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
}

fn june() -> Resolution {
    let subject = "lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026";
    let tasks =
        Section::new("Phương hướng, nhiệm vụ tháng 6").tasks([task("Nạo vét 800 m mương nội đồng", 6)]);
    Resolution::new(issuer(), "Tân Lập", PaperDate::new(2026, 6, 5), subject)
        .number(11)
        .section(tasks)
        .signature(signature())
}

fn task(content: &str, month: u32) -> Task {
    Task::new(content, "đồng chí Lê Văn Lâm", When::Date(CitedDate::new(2026, month, 15)))
}

fn issuer() -> Issuer {
    Issuer::new("Chi bộ thôn Đông").under("Đảng bộ xã Tân Lập")
}

fn signature() -> Signature {
    Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn Bình")
}

fn write<R: Record>(name: &str, record: &R) -> Result<(), Box<dyn std::error::Error>> {
    common::write("target/out/month_chain", name, &Renderer::new().render(record)?)
}
