//! Good papers of several kinds.

use super::ink::{Block, Par, Side, Table, line, room, text};
use super::pdf_file::Options;
use super::sample::{Sample, Sheet};
use crate::checklist::paper::{self, Paper, Profile};

pub const LONG: &str = "Chi bộ tiếp tục quán triệt, thực hiện nghiêm túc các nghị quyết của cấp trên; mỗi đảng viên \
    xây dựng kế hoạch học tập, rèn luyện gắn với nhiệm vụ chuyên môn được giao, báo cáo kết quả trước chi bộ theo \
    định kỳ hằng quý, bảo đảm đúng quy định, thiết thực, hiệu quả và nêu cao tinh thần tự phê bình và phê bình.";

pub fn blocks(pars: Vec<Par>) -> Vec<Block> {
    pars.into_iter().map(Block::Par).collect()
}

/// The signature's column.
pub fn signed(authority: &str, position: &str, name: &str) -> Vec<Par> {
    let mut lines = vec![line(authority).bold()];
    if !position.is_empty() {
        lines.push(line(position));
    }
    lines.extend([room(1587), line(name).bold()]);
    lines
}

pub fn recipients(items: &[&str]) -> Vec<Par> {
    let mut label = line("Nơi nhận").side(Side::Left).then(":");
    label.ink[0].underline = true;
    let items = items.iter().map(|item| line(item).size(24).side(Side::Left));
    std::iter::once(label).chain(items).collect()
}

/// Letterhead, title, text and end of a paper.
pub fn paper(
    paper: Paper<'static>,
    number: &str,
    title: Vec<Par>,
    body: Vec<Block>,
    sign: [Vec<Par>; 2],
) -> Sample {
    let superior = paper.superior.map(line);
    let names = superior.into_iter().chain([line(paper.issuer).bold(), line("*")]).collect();
    let heading = Par { rule: 4150, ..line("ĐẢNG CỘNG SẢN VIỆT NAM").bold().size(30) };
    let head = [
        [names, vec![heading]],
        [vec![line(number)], vec![line("Quảng Trị, ngày 05 tháng 02 năm 2026").italic()]],
    ];
    Sample {
        paper,
        sheet: Sheet::a4(),
        // 80 and 85 mm.
        columns: [[4535, 4820]; 2],
        head,
        head_lines: false,
        title,
        body,
        sign,
        sign_whole: true,
        contact: None,
        top_note: None,
        bottom_note: None,
        bottom_note_rise: 567,
        appendices: Vec::new(),
        file: Options { family: "LiberationSerif", embedded: true, has_unicode: true },
        missing_glyph: false,
    }
}

pub fn title(name: &str, about: &str) -> Vec<Par> {
    let after = |par: Par| Par { after: 240, ..par };
    vec![line(name).bold().size(32), line(about).bold(), after(line("-----").bold())]
}

/// A resolution of a chi bộ on more than two pages.
pub fn resolution() -> Sample {
    let mut body = vec![
        text("- Căn cứ Điều lệ Đảng;"),
        text(
            "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thực hiện Kết luận số 21-KL/TW và \
              thể thức văn bản của Đảng.",
        ),
        text("I- ĐẶC ĐIỂM TÌNH HÌNH").bold().side(Side::Left),
        text(LONG),
        text("II- NHIỆM VỤ VÀ GIẢI PHÁP").bold().side(Side::Left),
        text("1. Công tác xây dựng Đảng").bold(),
        text("a) Giáo dục chính trị, tư tưởng."),
        text("b) Kiểm tra, giám sát."),
        text("c) Phát triển đảng viên."),
        text("d) Dân vận."),
        text("đ) Thi đua."),
        text("2. ").bold().then("Thực hiện nhiệm vụ chuyên môn: mỗi tháng một chuyên đề."),
    ];
    body.extend(std::iter::repeat_n(text(LONG), 7));
    body.extend([
        text("III- TỔ CHỨC THỰC HIỆN").bold().side(Side::Left),
        text("Nghị quyết này có hiệu lực từ ngày ký; toàn thể đảng viên chịu trách nhiệm thực hiện."),
    ]);
    let expected =
        Paper {
            superior: Some("ĐẢNG BỘ CỤC LƯU TRỮ"), bases: 2, outline: true, ..Paper::default()
        };
    let list = recipients(&["- Đảng uỷ Cục;", "- Các đồng chí đảng viên chi bộ;", "- Lưu Chi bộ."]);
    paper(
        expected,
        "Số 05-NQ/CB",
        title("NGHỊ QUYẾT", "về công tác xây dựng Đảng năm 2026"),
        blocks(body),
        [list, signed("T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn An")],
    )
}

/// Long names: the upper body's comes close to the title; the issuer's and the abstract wrap.
pub fn long_names() -> Sample {
    let mut sample = resolution();
    let (superior, issuer) =
        ("ĐẢNG BỘ VKSND TỈNH QUẢNG TRỊ", "CHI BỘ PHÒNG THANH TRA VÀ KIỂM SÁT THI HÀNH ÁN");
    sample.paper = Paper { superior: Some(superior), issuer, ..sample.paper };
    sample.columns = [[4678, 4677]; 2];
    // The first line of the abstract fills the width, and the second is centred below it.
    let about =
        "về nâng cao chất lượng chuyên đề nêu gương của đảng viên trong năm học tập đạo đức, phong cách";
    sample.replace("về công tác xây dựng Đảng năm 2026", about);
    sample.head[0][0] = vec![line(superior), line(issuer).bold(), line("*")];
    sample
}

/// The same under the rules of 2018.
pub fn old_resolution() -> Sample {
    let mut sample = resolution();
    sample.paper.profile = Profile::Hd36;
    sample.paper.drafter_code = Some("ABC-268");
    sample.replace("Đảng uỷ Cục;", "Đảng uỷ Cục,");
    sample.replace("đảng viên chi bộ;", "đảng viên chi bộ,");
    sample.sign[0].push(line("ABC-268").size(16).side(Side::Left));
    // The date right below the title's line, the number alone in the second row.
    let date = std::mem::take(&mut sample.head[1][1]);
    sample.head[0][1].extend(date);
    sample
}

/// An official letter with two addressees, urgent.
pub fn letter() -> Sample {
    let expected = Paper {
        type_name: "CÔNG VĂN",
        type_code: "CV",
        issuer: "VĂN PHÒNG",
        superior: Some("TỈNH UỶ QUẢNG TRỊ"),
        addressees: 2,
        urgency: Some("KHẨN"),
        ..Paper::default()
    };
    let address = |words| Par { side: Side::Left, first: 2268, after: 120, line: 360, ..line(words) };
    let body = vec![
        Par { after: 120, ..line("Kính gửi:").italic() },
        address("- Đảng uỷ phường Đông Hà;"),
        address("- Đảng uỷ phường Nam Đông Hà;"),
        text(LONG),
        text("Văn phòng Tỉnh uỷ đề nghị các đảng uỷ báo cáo trước ngày 20/02/2026."),
    ];
    let mut sample = paper(
        expected,
        "Số 12-CV/VPTU",
        Vec::new(),
        blocks(body),
        [
            recipients(&["- Như trên;", "- Thường trực Tỉnh uỷ;", "- Lưu Văn phòng Tỉnh uỷ."]),
            signed("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Thị Bình"),
        ],
    );
    let about = line("về việc chuẩn bị hội nghị trực tuyến").italic().size(24);
    sample.head[1][0].extend([about, line("KHẨN").bold()]);
    sample
}

/// An invitation on a small sheet, without recipients.
pub fn invitation() -> Sample {
    let expected = Paper {
        sheet: paper::Sheet::A5,
        type_name: "GIẤY MỜI",
        type_code: "GM",
        has_recipients: false,
        ..Paper::default()
    };
    let mut address =
        Par {
            after: 120, line: 360, ..line("Kính gửi:").italic().then(" Đồng chí Trần Thị Bình")
        };
    address.first = 567;
    let body = vec![
        address.side(Side::Left),
        text(
            "Chi bộ Phòng 7-9 trân trọng kính mời đồng chí dự buổi sinh hoạt chi bộ chuyên đề về công tác xây dựng \
              Đảng, lúc 14 giờ 00, ngày 20/02/2026 tại phòng họp.",
        ),
    ];
    let sign = [Vec::new(), signed("T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn An")];
    let mut sample =
        paper(expected, "Số 02-GM/CB", title("GIẤY MỜI", "dự sinh hoạt chuyên đề"), blocks(body), sign);
    sample.sheet = Sheet::a5();
    sample.columns = [[1680, 4160], [2920, 2920]];
    let names = &mut sample.head[0][0];
    *names = vec![line("CHI BỘ").bold(), line("PHÒNG 7-9").bold(), line("*")];
    sample.head[1][1][0] = line("Huế, ngày 05 tháng 02 năm 2026").italic();
    sample
}

/// Minutes with two signatures, a table in the text, without recipients.
pub fn minutes() -> Sample {
    let expected = Paper {
        type_name: "BIÊN BẢN",
        type_code: "BB",
        has_recipients: false,
        tables: true,
        ..Paper::default()
    };
    let cell = |words: &'static str| line(words).size(26);
    let row = |words: [&'static str; 3]| words.into_iter().map(cell).collect();
    let table = Table {
        rows: vec![
            row(["TT", "Nội dung", "Kết quả"]),
            row(["1", "Điểm danh", "18/18"]),
            row(["2", "Biểu quyết", "100%"]),
        ],
        widths: vec![1000, 5355, 3000],
        lines: true,
        repeats: true,
        whole_rows: true,
        height: 0,
    };
    let mut body = blocks(vec![text(LONG), text("Chi bộ biểu quyết như sau:")]);
    body.extend([Block::Table(table), Block::Par(text("Hội nghị kết thúc lúc 16 giờ 30 cùng ngày."))]);
    paper(
        expected,
        "Số 03-BB/CB",
        title("BIÊN BẢN", "hội nghị chi bộ tháng 02 năm 2026"),
        body,
        [signed("NGƯỜI GHI BIÊN BẢN", "", "Trần Thị Bình"), signed("CHỦ TRÌ HỘI NGHỊ", "", "Nguyễn Văn An")],
    )
}
