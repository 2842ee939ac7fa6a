//! A forum's resolution, built in Rust, as a DOCX and a PDF that agree: once with number and day, once with number, day
//! and vote to be filled in by hand.

use vanban::Renderer;
use vanban::kinds::Resolution;
use vanban::parts::{Citation, CitedDate, Given, Issuer, PaperDate, Section, Signature, Vote};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let conclusion = Citation::new("Kết luận", "21-KL/TW", CitedDate::new(2021, 10, 25), "Bộ Chính trị")
        .subject("đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị");
    let results = Section::new("ĐÁNH GIÁ KẾT QUẢ DIỄN ĐÀN")
        .item(Section::new("Kết quả").paragraph(
            "Các đảng viên chuẩn bị ý kiến và tham gia thảo luận nghiêm túc, sinh động, có chất lượng.",
        ))
        .item(Section::new("Khuyết điểm cần khắc phục").paragraph(
            "Các khuyết điểm được đảng viên tự giác chỉ rõ, được đồng chí góp ý phải được khắc phục.",
        ));
    let tasks = Section::new("NHIỆM VỤ, GIẢI PHÁP")
        .item(Section::new("Quán triệt và cụ thể hoá nghị quyết, chỉ thị của Đảng").paragraph(
            "Chi bộ cụ thể hoá vào chương trình công tác; mỗi đảng viên xây dựng kế hoạch hành động của mình.",
        ))
        .item(Section::new("Phối hợp, kiểm tra, giám sát và phản biện").paragraph(
            "Người đứng đầu thực hiện trách nhiệm nêu gương dưới sự giám sát của đồng nghiệp, của cấp dưới.",
        ));
    let work = Section::new("TỔ CHỨC THỰC HIỆN")
        .item(Section::unheaded("Chi bộ cụ thể hoá Nghị quyết vào kế hoạch công tác hằng tháng."))
        .item(Section::unheaded("Từng đảng viên khắc phục khuyết điểm được nhận diện tại diễn đàn."));

    let subject = "về thực hiện trách nhiệm nêu gương, đổi mới, phát huy ý chí tự lực, tự cường";
    let resolution = Resolution::new(issuer, "Quảng Trị", PaperDate::new(2026, 6, 5), subject)
        .number(5)
        .basis("Điều lệ Đảng Cộng sản Việt Nam")
        .basis(conclusion)
        .opening("Trên cơ sở kết quả Diễn đàn chi bộ ngày 21/5/2026, Chi bộ Phòng 7-9 quyết nghị:")
        .sections([results, tasks, work])
        .vote(Vote::new(18, 17).in_favour(17))
        .closing("Nghị quyết này có hiệu lực từ ngày ký.")
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
        .signature(Signature::on_behalf_of("Chi bộ", "Phó bí thư", "Đặng Thị Thanh Hoằng"));
    let open = PaperDate { day: Some(Given::ByHand), ..PaperDate::new(2026, 6, 5) };
    let by_hand = resolution.clone().number(Given::ByHand).date(open).vote(Vote::by_hand());

    let renderer = Renderer::new();
    common::write("target/out/forum_resolution", "numbered", &renderer.render(&resolution)?)?;
    common::write("target/out/forum_resolution", "by-hand", &renderer.render(&by_hand)?)
}
