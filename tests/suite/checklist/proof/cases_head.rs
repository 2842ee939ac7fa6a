//! Cases of the page, the letterhead and the title: rules 1 to 42 and 85.

use super::cases::{Case, both, docx, pdf};
use super::ink::{Block, Side, line};
use super::samples::{letter, old_resolution, resolution};
use super::samples_more::{draft, regulation};
use crate::checklist::paper::Profile;

pub const PAGE: &[Case] = &[
    both(1, resolution, |s| s.sheet.width = 12240),
    both(1, resolution, |s| (s.sheet.width, s.sheet.height) = (s.sheet.height, s.sheet.width)),
    both(2, resolution, |s| s.sheet.top = 1400),
    both(3, resolution, |s| s.sheet.bottom = 600),
    both(4, resolution, |s| s.sheet.left = 1600),
    both(5, resolution, |s| s.sheet.right = 1134),
    both(6, draft, |s| s.sheet.mirrored = false),
    docx(7, resolution, |s| s.par("II- ").ink[0].font = "Arial"),
    pdf(7, resolution, |s| s.file.family = "DejaVuSans"),
    both(8, resolution, |s| s.par("Số 05").ink[0].colour = "FF0000"),
    both(8, letter, |s| s.par("KHẨN").ink[0].colour = "FF0000"),
    // Decomposed, and TCVN3 read as Latin.
    both(9, resolution, |s| s.replace("Dân vận", "Dân vâ\u{323}n")),
    both(9, resolution, |s| s.replace("Dân vận", "D©n vËn")),
    pdf(10, resolution, |s| s.file.embedded = false),
    pdf(10, resolution, |s| s.file.has_unicode = false),
    pdf(10, resolution, |s| s.missing_glyph = true),
    both(11, resolution, |s| s.sheet.header = 720),
    both(11, resolution, |s| s.sheet.number.ink[0].size = 24),
    both(11, resolution, |s| s.sheet.number.ink[0].italic = true),
    both(11, resolution, |s| s.sheet.number.side = Side::Right),
    docx(11, resolution, |s| s.sheet.number_format = "upperRoman"),
    both(12, resolution, |s| s.sheet.hides_first = false),
    both(13, regulation, |s| s.appendices[0].restarts = false),
    both(14, resolution, |s| s.sheet.number.ink[0].text = "Trang ".into()),
    both(14, resolution, |s| s.sheet.number.ink[0].text = "- ".into()),
];

pub const HEADER: &[Case] = &[
    both(15, resolution, |s| s.replace("ĐẢNG CỘNG SẢN", "ĐẢNG CỘNG SẢN NƯỚC")),
    both(15, resolution, |s| s.head[1][1].insert(0, line("ĐẢNG CỘNG SẢN VIỆT NAM"))),
    both(15, resolution, |s| s.head.swap(0, 1)),
    both(16, resolution, |s| s.par("ĐẢNG CỘNG SẢN").ink[0].size = 28),
    both(16, resolution, |s| s.par("ĐẢNG CỘNG SẢN").ink[0].bold = false),
    // Indents for the line below leave the title itself too little room.
    docx(16, resolution, |s| s.par("ĐẢNG CỘNG SẢN").rule = 4130),
    both(17, resolution, |s| s.par("ĐẢNG CỘNG SẢN").rule = 0),
    both(17, resolution, |s| s.par("ĐẢNG CỘNG SẢN").rule = 2500),
    both(18, resolution, |s| s.par("ĐẢNG BỘ").ink[0].bold = true),
    both(18, resolution, |s| s.replace("ĐẢNG BỘ CỤC LƯU TRỮ", "Đảng bộ Cục Lưu trữ")),
    both(18, resolution, |s| s.head[0][0].insert(0, line(""))),
    both(19, resolution, |s| s.par("CHI BỘ PHÒNG").ink[0].bold = false),
    both(19, resolution, |s| s.par("CHI BỘ PHÒNG").side = Side::Left),
    both(19, resolution, |s| s.replace("PHÒNG 7-9", "PHÒNG 7")),
    both(20, resolution, |s| s.remove("*")),
    both(20, resolution, |s| s.replace("*", "***")),
    both(20, resolution, |s| s.par("CHI BỘ PHÒNG").rule = 1500),
    both(20, resolution, |s| s.par("CHI BỘ PHÒNG").ink[0].underline = true),
    both(32, resolution, |s| s.head_lines = true),
    both(33, resolution, |s| s.head[0][1].insert(0, line("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA").bold())),
    both(33, resolution, |s| s.head[0][1].push(line("Độc lập - Tự do - Hạnh phúc"))),
];

pub const NUMBER: &[Case] = &[
    both(21, resolution, |s| s.replace("Số 05-NQ/CB", "Số 05/NQ-CB")),
    both(21, resolution, |s| s.replace("Số 05-NQ/CB", "Số 05-nq/CB")),
    both(21, resolution, |s| s.replace("Số 05-NQ/CB", "Số 05-NQ/CB/2026")),
    // Room for the pen in a paper that is no draft.
    both(21, resolution, |s| s.replace("Số 05", "Số\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}")),
    // A printed number where the pen should write.
    both(21, draft, |s| s.replace(&"\u{a0}".repeat(6), " 05")),
    both(22, resolution, |s| s.replace("Số 05", "Số: 05")),
    both(22, resolution, |s| s.replace("05-NQ/CB", "05 - NQ/CB")),
    both(23, resolution, |s| s.replace("Số 05", "Số 5")),
    both(23, resolution, |s| s.replace("Số 05", "Số 005")),
    both(24, resolution, |s| s.par("Số 05").ink[0].bold = true),
    both(24, resolution, |s| s.par("Số 05").ink[0].size = 26),
    both(24, resolution, |s| s.par("Số 05").side = Side::Left),
    both(25, resolution, |s| s.replace("05-NQ", "05-XY")),
    both(25, regulation, |s| s.replace("07-QĐ/ĐU", "07-QĐi/ĐU")),
    both(25, regulation, |s| s.paper.profile = Profile::Hd36),
    both(26, resolution, |s| s.replace("05-NQ", "05-KH")),
    both(26, letter, |s| s.replace("12-CV", "12-BC")),
    both(27, resolution, |s| s.replace("NQ/CB", "NQ/ĐU")),
    both(27, letter, |s| s.replace("VPTU", "BTCTU")),
    both(28, resolution, |s| s.replace("ngày 05", "ngày 5")),
    both(28, resolution, |s| s.replace("Trị, ngày", "Trị ngày")),
    both(28, resolution, |s| s.replace("năm 2026", "năm 26")),
    both(28, draft, |s| s.par("Quảng Trị").ink[0].text = "Quảng Trị, ngày 05 tháng 02 năm 2026".into()),
    both(29, resolution, |s| s.replace("tháng 02", "tháng 05")),
    both(30, resolution, |s| s.par("Quảng Trị").ink[0].italic = false),
    both(30, resolution, |s| s.par("Quảng Trị").side = Side::Right),
    both(31, resolution, |s| s.replace("ngày 05", "ngày 30")),
    both(85, resolution, |s| {
        s.replace("NGHỊ QUYẾT", "HƯỚNG DẪN");
        (s.paper.type_name, s.paper.type_code) = ("HƯỚNG DẪN", "HD");
    }),
];

pub const TITLE: &[Case] = &[
    both(34, resolution, |s| s.par("NGHỊ QUYẾT").ink[0].size = 28),
    both(34, resolution, |s| s.par("NGHỊ QUYẾT").ink[0].bold = false),
    both(34, resolution, |s| s.par("NGHỊ QUYẾT").side = Side::Left),
    both(34, resolution, |s| s.replace("NGHỊ QUYẾT", "Nghị quyết")),
    both(35, letter, |s| s.title.push(line("CÔNG VĂN").bold())),
    both(36, resolution, |s| s.replace("về công tác", "Về công tác")),
    both(36, resolution, |s| s.replace("Đảng năm 2026", "Đảng năm 2026.")),
    both(36, resolution, |s| s.par("về công tác").ink[0].bold = false),
    both(36, resolution, |s| s.par("về công tác").ink[0].size = 26),
    both(36, resolution, |s| s.remove("về công tác")),
    both(37, resolution, |s| s.replace("-----", "----")),
    both(37, resolution, |s| s.replace("-----", "–––––")),
    both(37, resolution, |s| s.remove("-----")),
    both(37, resolution, |s| s.par("về công tác").rule = 2000),
    both(37, resolution, |s| s.par("-----").side = Side::Left),
    both(38, regulation, |s| s.par("CỦA BAN").ink[0].bold = true),
    both(38, regulation, |s| s.remove("CỦA BAN")),
    both(38, regulation, |s| s.replace("CỦA BAN THƯỜNG VỤ ĐẢNG UỶ", "Của Ban Thường vụ Đảng uỷ")),
    both(39, letter, |s| s.replace("về việc chuẩn bị", "chuẩn bị")),
    both(39, letter, |s| s.par("về việc").ink[0].italic = false),
    both(39, letter, |s| s.par("về việc").ink[0].size = 28),
    both(40, letter, |s| s.replace("về việc", "V/v")),
    both(41, letter, |s| s.replace("Kính gửi", "Kính trình")),
    both(41, letter, |s| s.par("Kính gửi").ink[0].italic = false),
    both(41, letter, |s| s.par("- Đảng uỷ phường Đông").ink[0].bold = true),
    both(41, resolution, |s| s.body.insert(0, Block::Par(line("Kính gửi: Đảng uỷ Cục")))),
    both(42, letter, |s| s.replace("- Đảng uỷ phường Đông Hà;", "Đảng uỷ phường Đông Hà;")),
    both(42, letter, |s| s.replace("phường Đông Hà;", "phường Đông Hà,")),
    both(49, old_resolution, |s| s.replace("văn bản của Đảng.", "văn bản của Đảng,")),
    both(49, old_resolution, |s| s.replace("I- ĐẶC ĐIỂM TÌNH HÌNH", "Chi bộ quyết nghị như sau:")),
];
