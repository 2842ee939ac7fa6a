//! Tables of a record: columns with widths and alignments, blank cells to be filled in by hand, a caption; one is longer
//! than a page and repeats its header on each page.

use vanban::Renderer;
use vanban::kinds::Report;
use vanban::parts::{Column, ColumnAlign, DataTable, Issuer, PaperDate, Section, Signature};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let centred = |label: &str, width: &str| Column::new(label).width(width).align(ColumnAlign::Center);
    let figures = DataTable::new([
        centred("TT", "12mm"),
        Column::new("Chỉ tiêu").width("2fr"),
        Column::new("Kế hoạch").width("1fr").align(ColumnAlign::Right),
        Column::new("Kết quả").width("1fr").align(ColumnAlign::Right),
    ])
    .caption("Chỉ tiêu chủ yếu năm 2026")
    .row(["1", "Kết nạp đảng viên (đồng chí)", "2", "2"])
    .row(["2", "Thu đảng phí (đồng)", "12.500.000", "12.750.000"])
    .row(["3", "Sinh hoạt chuyên đề (kỳ)", "4", ""]);
    let columns = [
        centred("TT", "12mm"),
        Column::new("Nhiệm vụ").align(ColumnAlign::Justify),
        Column::new("Phụ trách").width("45mm"),
        centred("Thời hạn", "25mm"),
    ];
    let task =
        "Rà soát, bổ sung quy chế làm việc, chuẩn mực đạo đức; kiểm tra việc thực hiện cam kết nêu gương";
    let tasks = (1..=30).fold(DataTable::new(columns), |table, number: u32| {
        let quarter = format!("Quý {}", number % 4 + 1);
        table.row([number.to_string(), task.to_owned(), "Chi uỷ Chi bộ Phòng 7-9".to_owned(), quarter])
    });

    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let subject = "kết quả thực hiện nhiệm vụ năm 2026";
    let report = Report::new(issuer, "Quảng Trị", PaperDate::new(2026, 12, 4), subject)
        .number(12)
        .section(Section::new("KẾT QUẢ").paragraph("Chi bộ đạt các chỉ tiêu sau:").table(figures))
        .section(Section::new("NHIỆM VỤ NĂM 2027").paragraph("Các nhiệm vụ được phân công:").table(tasks))
        .closing("Trên đây là báo cáo kết quả thực hiện nhiệm vụ năm 2026 của Chi bộ.")
        .recipients(["Đảng uỷ Viện kiểm sát nhân dân tỉnh (báo cáo)", "Lưu Chi bộ"])
        .signature(Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn An"));
    common::write("target/out/tables", "record", &Renderer::new().render(&report)?)
}
