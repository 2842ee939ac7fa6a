//! A resolution with every additional mark that a document can have, and two appendices, one of them a table in landscape.

use vanban::Renderer;
use vanban::kinds::Resolution;
use vanban::parts::{
    Appendix, Circulation, Column, ColumnAlign, DataTable, Issuer, Marks, PaperDate, Section, Signature,
    Urgency, Vote,
};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let marks = Marks::default()
        .urgency(Urgency::Urgent)
        .circulation(Circulation::ForConference)
        .no_broadcast()
        .contact("Số 85, đường Hùng Vương; điện thoại: 0233 000 000; email: chibo79@example.vn")
        .drafter("NguyenVanAn-26");
    let work = Section::new("TỔ CHỨC THỰC HIỆN")
        .item(Section::unheaded("Các nhiệm vụ có danh mục tại Phụ lục 1, phân công phụ trách tại Phụ lục 2."))
        .item(Section::unheaded("Chi uỷ theo dõi, đôn đốc việc thực hiện; báo cáo Chi bộ tại kỳ sinh hoạt."));
    let tasks = Appendix::new("Danh mục nhiệm vụ năm 2026").first_level(2).section(
        Section::new("Xây dựng cơ chế làm việc dân chủ, lành mạnh")
            .paragraph("Mỗi đảng viên nâng cao bản lĩnh chính trị, rèn luyện phẩm chất đạo đức, lối sống.")
            .item(
                Section::new("Kiểm tra, giám sát")
                    .item(Section::unheaded("Kiểm tra việc nêu gương mỗi quý.")),
            ),
    );
    let centred = |label: &str, width: &str| Column::new(label).width(width).align(ColumnAlign::Center);
    let table = DataTable::new([
        centred("TT", "12mm"),
        Column::new("Người phụ trách").width("50mm"),
        Column::new("Nhiệm vụ").align(ColumnAlign::Justify),
        centred("Thời hạn báo cáo", "38mm"),
    ])
    .row(["1", "Đồng chí Bí thư", "Phụ trách chung; kết luận các nội dung thảo luận", "Hằng tháng"])
    .row(["2", "Đồng chí Phó Bí thư", "Công tác kiểm tra, giám sát; theo dõi cam kết", "Hằng quý"]);
    let duties = Appendix::new("Phân công phụ trách")
        .first_level(2)
        .landscape()
        .section(Section::unheaded("Các đồng chí phụ trách từng nhiệm vụ theo bảng sau:").table(table));

    let subject = "lãnh đạo thực hiện nhiệm vụ năm 2026";
    let resolution = Resolution::new(issuer, "Quảng Trị", PaperDate::new(2026, 6, 5), subject)
        .number(5)
        .basis("Điều lệ Đảng Cộng sản Việt Nam")
        .section(work)
        .vote(Vote::new(18, 17).in_favour(17))
        .recipients(["Đảng uỷ Viện kiểm sát nhân dân tỉnh (báo cáo)", "Các đảng viên Chi bộ", "Lưu Chi bộ"])
        .signature(Signature::on_behalf_of("Chi bộ", "Phó bí thư", "Đặng Thị Thanh Hoằng"))
        .marks(marks)
        .appendix(tasks)
        .appendix(duties);
    common::write("target/out/every_part", "2026", &Renderer::new().render(&resolution)?)
}
