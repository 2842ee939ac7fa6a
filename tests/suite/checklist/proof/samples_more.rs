//! Good papers with chapters, appendices and everything that may be added.

use super::ink::{Block, Ink, Par, Side, Table, line, room, text};
use super::sample::{Appendix, Sample};
use super::samples::{LONG, blocks, paper, recipients, resolution, signed, title};
use crate::checklist::paper::Paper;

/// A regulation in chapters and articles, with an author line and two appendices.
pub fn regulation() -> Sample {
    let expected = Paper {
        type_name: "QUY ĐỊNH",
        type_code: "QĐ",
        issuer: "ĐẢNG UỶ PHƯỜNG BA ĐÌNH",
        superior: Some("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI"),
        author_line: true,
        chapters: true,
        articles: true,
        appendices: 2,
        landscape: true,
        tables: true,
        ..Paper::default()
    };
    let heading = |words| Par { after: 120, line: 360, ..line(words).bold() };
    let body = vec![
        heading("Chương I"),
        heading("QUY ĐỊNH CHUNG"),
        text("Điều 1. Phạm vi điều chỉnh").bold(),
        text("1. Quy định này nêu chế độ làm việc; biểu mẫu ở Phụ lục 1 và Phụ lục 2."),
        text("a) Chế độ hội họp."),
        text("b) Chế độ báo cáo."),
        text(&format!("2. {LONG}")),
        text("Điều 2. ").bold().then("Quy định này có hiệu lực từ ngày ký."),
        heading("Chương II"),
        heading("ĐIỀU KHOẢN THI HÀNH"),
        heading("Mục 1"),
        heading("TRÁCH NHIỆM"),
        text("Điều 3. Tổ chức thực hiện").bold(),
        text("Các chi bộ trực thuộc chịu trách nhiệm thi hành Quy định này."),
    ];
    let mut sample = paper(
        expected,
        "Số 07-QĐ/ĐU",
        title("QUY ĐỊNH", "về chế độ làm việc"),
        blocks(body),
        [
            recipients(&["- Thành uỷ Hà Nội;", "- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ."]),
            signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Minh Châu"),
        ],
    );
    sample.title.insert(1, line("CỦA BAN THƯỜNG VỤ ĐẢNG UỶ"));
    sample.appendices = vec![appendix(1, false), appendix(2, true)];
    sample
}

fn appendix(number: usize, landscape: bool) -> Appendix {
    let attached = "(Kèm theo Quy định số 07-QĐ/ĐU, ngày 05/02/2026 của Đảng uỷ phường Ba Đình)";
    let mut blocks = blocks(vec![
        line(&format!("Phụ lục {number}")).bold(),
        line("BIỂU MẪU BÁO CÁO").bold(),
        line(attached).italic(),
        Par { after: 240, ..line("-----").bold() },
    ]);
    if landscape {
        let row = |words: [&str; 2]| words.into_iter().map(line).collect();
        let mut rows = vec![row(["TT", "Nội dung"])];
        rows.extend(std::iter::repeat_n(row(["1", "Báo cáo tháng"]), 40));
        let widths = vec![2000, 12000];
        let table = Table { rows, widths, lines: true, repeats: true, whole_rows: true, height: 0 };
        blocks.push(Block::Table(table));
    } else {
        blocks.extend(super::samples::blocks(std::iter::repeat_n(text(LONG), 9).collect()));
    }
    Appendix { blocks, landscape, own_pages: true, restarts: true }
}

/// A draft with room for the pen and everything that may be added, on both sides of the sheet.
pub fn draft() -> Sample {
    let mut sample = resolution();
    let contact = "Số 9A, Nguyễn Cảnh Chân, Hà Nội; điện thoại: 080.12345; email: vp@dcs.vn";
    sample.paper = Paper {
        draft: Some(2),
        number_by_hand: true,
        date_by_hand: true,
        two_sided: true,
        urgency: Some("HOẢ TỐC"),
        circulation: Some("TÀI LIỆU HỘI NGHỊ"),
        no_broadcast: true,
        drafter_code: Some("NguyenVanAn-26"),
        contact: Some(contact),
        signature_image: true,
        ..sample.paper
    };
    sample.sheet.mirrored = true;
    let blank = "\u{a0}".repeat(6);
    sample.replace("Số 05-NQ", &format!("Số{blank}-NQ"));
    sample.replace("ngày 05 tháng", &format!("ngày{blank}tháng"));
    sample.head[1][0].extend([line("Dự thảo lần 2").italic(), line("HOẢ TỐC").bold()]);
    sample.top_note = Some(line("TÀI LIỆU HỘI NGHỊ").bold().size(24).side(Side::Right));
    sample.bottom_note = Some(line("KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG").bold().size(24));
    sample.contact = Some(Par { ruled_above: true, ..line(contact).size(20) });
    sample.sign[0].push(line("NguyenVanAn-26").size(22).side(Side::Left));
    sample.sign[1][2] = Par { line: 0, picture: Some((1500, true)), ..room(0) };
    sample
}

/// A copy on paper, with its number and the stamp.
pub fn copy() -> Sample {
    let mut sample = resolution();
    sample.paper = Paper { copy: true, ..sample.paper };
    let red = |par: Par| Par {
        ink: par.ink.into_iter().map(|ink| Ink { colour: "FF0000", ..ink }).collect(),
        ..par
    };
    let rows = ["BẢN SAO VĂN BẢN", "Đảng uỷ Cục Lưu trữ", "Số 24-BS/ĐU", "Sao y", "Nơi nhận bản sao: Lưu"];
    let row = |words: &str| vec![red(line(words).size(26).bold())];
    let rows = rows.into_iter().map(row).collect();
    let stamp =
        Table { rows, widths: vec![4535], lines: true, repeats: false, whole_rows: false, height: 567 };
    let attached = "(Kèm theo Nghị quyết số 05-NQ/CB, ngày 05/02/2026 của Chi bộ)";
    sample.paper.appendices = 1;
    sample.replace("Nghị quyết này có", "Nghị quyết này, kèm theo phụ lục, có");
    let mut blocks = blocks(vec![line("Phụ lục").bold(), line("BẢN SAO").bold(), line(attached).italic()]);
    blocks.push(Block::Table(stamp));
    sample.appendices = vec![Appendix { blocks, landscape: false, own_pages: true, restarts: true }];
    sample
}
