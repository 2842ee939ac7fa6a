//! Cases of the signature, the recipients and what may be added: rules 57 to 84.

use super::cases::{Case, both, docx};
use super::ink::{Side, line, room};
use super::samples::{letter, minutes, old_resolution, resolution};
use super::samples_more::{copy, draft, regulation};

pub const SIGNATURE: &[Case] = &[
    both(57, resolution, |s| s.par("T/M CHI BỘ").ink[0].bold = false),
    both(57, resolution, |s| s.replace("T/M CHI BỘ", "T/M Chi bộ")),
    both(57, resolution, |s| s.par("T/M CHI BỘ").side = Side::Right),
    both(57, resolution, |s| s.replace("T/M CHI BỘ", "TM. CHI BỘ")),
    both(58, resolution, |s| s.replace("T/M CHI BỘ", "TM. CHI BỘ")),
    both(58, letter, |s| s.replace("K/T CHÁNH", "KT. CHÁNH")),
    both(58, resolution, |s| s.replace("- Lưu Chi bộ", "- Lưu Chi bộ, TL. Bí thư")),
    both(59, resolution, |s| s.par("BÍ THƯ").ink[0].bold = true),
    both(59, letter, |s| s.par("PHÓ CHÁNH").ink[0].bold = true),
    both(60, resolution, |s| s.replace("BÍ THƯ", "UỶ VIÊN")),
    both(61, resolution, |s| s.replace("BÍ THƯ", "BÍ THƯ CHI BỘ")),
    both(62, resolution, |s| s.replace("Nguyễn Văn An", "TS. Nguyễn Văn An")),
    both(62, resolution, |s| s.replace("Nguyễn Văn An", "Thượng tá Nguyễn Văn An")),
    both(62, resolution, |s| s.replace("Nguyễn Văn An", "NGUYỄN VĂN AN")),
    both(62, resolution, |s| s.par("Nguyễn").ink[0].bold = false),
    both(63, resolution, |s| s.replace("T/M CHI BỘ", "T/M CHI UỶ")),
    both(63, regulation, |s| s.replace("T/M BAN THƯỜNG VỤ", "T/M CHI BỘ")),
    both(63, letter, |s| s.replace("K/T CHÁNH VĂN PHÒNG", "T/M VĂN PHÒNG")),
    both(64, resolution, |s| s.replace("T/M CHI BỘ", "K/T BÍ THƯ")),
    both(65, minutes, |s| s.replace("NGƯỜI GHI BIÊN BẢN", "THƯ KÝ")),
    both(65, minutes, |s| s.replace("CHỦ TRÌ HỘI NGHỊ", "CHỦ TỌA")),
    both(65, minutes, |s| s.par("NGƯỜI GHI").ink[0].bold = false),
    both(66, resolution, |s| s.sign[1][2] = room(1000)),
    docx(66, resolution, |s| s.sign_whole = false),
    both(67, draft, |s| s.sign[1][2].picture = Some((1500, false))),
    both(67, draft, |s| s.sign[1][2].picture = None),
    docx(67, draft, |s| s.sign[1][2].side = Side::Left),
    both(68, resolution, |s| s.sign[1][2].picture = Some((1500, true))),
    both(68, resolution, |s| s.replace("Nguyễn Văn An", "Dấu Nguyễn Văn An")),
];

pub const RECIPIENTS: &[Case] = &[
    both(69, resolution, |s| s.par("Nơi nhận").ink[0].underline = false),
    both(69, resolution, |s| s.par("Nơi nhận").ink[1].underline = true),
    both(69, resolution, |s| s.par("Nơi nhận").ink[0].italic = true),
    both(69, resolution, |s| s.par("Nơi nhận").ink[0].size = 24),
    both(70, resolution, |s| s.par("- Đảng uỷ Cục").ink[0].size = 22),
    both(70, resolution, |s| s.replace("- Đảng uỷ Cục;", "Đảng uỷ Cục;")),
    both(71, resolution, |s| s.replace("Đảng uỷ Cục;", "Đảng uỷ Cục,")),
    both(71, resolution, |s| s.replace("- Lưu Chi bộ.", "- Lưu Chi bộ;")),
    both(71, old_resolution, |s| s.replace("Đảng uỷ Cục,", "Đảng uỷ Cục;")),
    both(72, resolution, |s| s.replace("- Lưu Chi bộ.", "- Lưu: Chi bộ.")),
    both(72, resolution, |s| s.replace("- Lưu Chi bộ.", "- Lưu VT.")),
    both(72, resolution, |s| s.replace("- Lưu Chi bộ.", "- Chi uỷ.")),
    both(73, letter, |s| s.replace("- Như trên;", "- Như kính gửi;")),
    both(74, resolution, |s| s.sign[0].insert(0, line(""))),
    both(79, draft, |s| s.par("NguyenVanAn").ink[0].size = 24),
    both(79, draft, |s| s.remove("NguyenVanAn")),
    both(79, old_resolution, |s| s.replace("ABC-268", "Abc-268")),
];

pub const EXTRAS: &[Case] = &[
    both(75, letter, |s| s.replace("KHẨN", "KHẨN CẤP")),
    both(75, letter, |s| s.par("KHẨN").ink[0].bold = false),
    both(75, letter, |s| s.head[1][0].swap(0, 2)),
    both(76, draft, |s| s.top_note.as_mut().expect("a note").ink[0].size = 28),
    both(76, draft, |s| s.top_note.as_mut().expect("a note").side = Side::Left),
    both(76, draft, |s| s.top_note = None),
    both(76, draft, |s| s.sheet.header = 300),
    both(77, draft, |s| s.bottom_note_rise = 2500),
    both(77, draft, |s| s.bottom_note = None),
    both(77, draft, |s| s.bottom_note.as_mut().expect("a note").ink[0].bold = false),
    both(78, draft, |s| s.replace("Dự thảo lần 2", "Dự thảo 2")),
    both(78, draft, |s| s.replace("Dự thảo lần 2", "Dự thảo lần 3")),
    both(78, draft, |s| s.par("Dự thảo").ink[0].italic = false),
    both(80, draft, |s| s.contact.as_mut().expect("a line").ruled_above = false),
    both(80, draft, |s| s.contact.as_mut().expect("a line").ink[0].bold = true),
    both(80, draft, |s| s.contact = None),
    both(81, regulation, |s| s.par("Phụ lục 1").ink[0].text = "Phụ lục số 1".into()),
    both(81, regulation, |s| s.par("Phụ lục 1").ink[0].text = "Phụ lục 3".into()),
    both(81, regulation, |s| s.par("Phụ lục 1").ink[0].text = "Phụ lục".into()),
    both(81, regulation, |s| s.par("BIỂU MẪU").side = Side::Left),
    both(81, regulation, |s| s.replace("(Kèm theo Quy định số 07-QĐ/ĐU, ngày", "(Kèm theo Quy định ngày")),
    both(81, regulation, |s| s.remove("(Kèm theo")),
    both(81, regulation, |s| {
        s.appendices[0].own_pages = false;
        s.appendices[0].restarts = false;
    }),
    both(82, regulation, |s| s.replace("Phụ lục 1 và Phụ lục 2", "Phụ lục 1")),
    both(82, copy, |s| s.replace("kèm theo phụ lục, ", "")),
    both(83, copy, |s| s.replace("Số 24-BS", "Số 4-BS")),
    both(83, copy, |s| s.replace("24-BS/ĐU", "24/BS-ĐU")),
    both(84, copy, |s| s.table().height = 400),
    both(84, copy, |s| s.table().widths = vec![4000]),
    both(84, copy, |s| s.par("BẢN SAO VĂN").ink[0].size = 28),
];
