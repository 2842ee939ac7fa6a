//! Forms over a list of people: an invitation for each guest, ballots 1, 2 and 4 to a sheet, a form that
//! asks for opinions on a draft; in both guidances.

use vanban::kinds::{BallotPaper, Choices, Invitation, OpinionForm};
use vanban::parts::{CitedDate, ClockTime, Issuer, Meeting, PaperDate, Sheet, Signature};
use vanban::{Profile, Record, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let branch = || Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let (before, day) = (PaperDate::new(2026, 11, 30), PaperDate::new(2026, 12, 4));
    let agenda = ["Kiểm điểm năm 2026, bàn nhiệm vụ tháng 12"];
    let meeting = Meeting::new(CitedDate::new(2026, 12, 4), ClockTime::new(14, 0), "Phòng họp số 2", agenda)
        .request("Đồng chí nghiên cứu trước tài liệu và dự họp đúng giờ");
    let guests = ["Đồng chí Nguyễn Văn An, Phó Bí thư Chi bộ", "Đồng chí Lê Thị Bình"];
    let invitation = Invitation::new(
        branch(),
        "Quảng Trị",
        before,
        "dự sinh hoạt Chi bộ tháng 12 năm 2026",
        guests,
        meeting,
    )
    .signature(Signature::on_behalf_of("Chi bộ", "Bí thư", "Hoàng Minh Đức"));
    let ballot = |subject: &str| BallotPaper::new(branch(), "Quảng Trị", day, subject);
    let rating =
        ballot("xếp loại đảng viên năm 2026").candidates(["Lê Thị Bình", "Trần Quốc Cường"]).secret();
    let discipline = ballot("về hình thức kỷ luật").candidate("Nguyễn Văn Khải").secret();
    let probationary = discipline.clone().choices(Choices::ProbationaryDiscipline);
    let discipline = discipline.choices(Choices::Discipline);
    let election = rating.clone().subject("Phó Bí thư Chi bộ nhiệm kỳ 2025 - 2030").election().seats(1);
    let agreed = |ballot: BallotPaper| ballot.choices(Choices::Agreement).per_sheet(4).copies(4);
    let questions = ["Thông qua nghị quyết tháng 12", "Thông qua chương trình năm 2027"];
    let questions = ballot("thông qua nghị quyết").questions(questions);
    let opinion = OpinionForm::new(branch(), "Quảng Trị", before, "về dự thảo Nghị quyết năm 2027")
        .parts(["Phần đánh giá kết quả năm 2026:", "Phần chỉ tiêu, nhiệm vụ năm 2027:"])
        .return_by(CitedDate::new(2026, 12, 10));
    let papers: [(&str, &dyn Record); 12] = [
        ("invitation-a5", &invitation.clone().sheet(Sheet::A5)),
        ("invitation-a4", &invitation),
        ("ballot-1", &rating.clone().copies(2)),
        ("ballot-1-signed", &ballot("xếp loại đảng viên năm 2026").candidate("Lê Thị Bình")),
        ("ballot-questions-a5", &questions.sheet(Sheet::A5)),
        ("ballot-2", &rating.clone().per_sheet(2).copies(5)),
        ("ballot-2-discipline", &discipline.clone().per_sheet(2).copies(5)),
        ("ballot-4", &agreed(rating.clone())),
        ("ballot-4-discipline", &probationary.per_sheet(4).copies(4)),
        ("ballot-4-election", &agreed(election)),
        ("opinion", &opinion.clone().signed()),
        ("opinion-unsigned", &opinion.copies(2).lines(6)),
    ];
    for (guidance, profile) in [("hd05", Profile::hd05()), ("hd36", Profile::hd36())] {
        let renderer = Renderer::new().with_profile(profile);
        for (name, paper) in &papers {
            common::write("target/out/lists", &format!("{name}-{guidance}"), &renderer.render(*paper)?)?;
        }
    }
    Ok(())
}
