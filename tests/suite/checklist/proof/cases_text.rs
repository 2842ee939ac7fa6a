//! Cases of the text: rules 43 to 56, 86 to 90.

use super::cases::{Case, both, docx};
use super::ink::{Block, Side};
use super::samples::{minutes, resolution};
use super::samples_more::regulation;

pub const BODY: &[Case] = &[
    both(43, resolution, |s| s.par("Chi bộ tiếp tục").side = Side::Left),
    both(44, resolution, |s| s.par("Chi bộ tiếp tục").first = 0),
    both(44, resolution, |s| s.par("a) Giáo dục").first = 851),
    both(45, resolution, |s| s.texts().into_iter().for_each(|par| par.after = 60)),
    both(45, resolution, |s| s.par("a) Giáo dục").after = 0),
    both(46, resolution, |s| s.texts().into_iter().for_each(|par| par.line = 320)),
    both(46, resolution, |s| s.texts().into_iter().for_each(|par| par.line = 480)),
    docx(46, resolution, |s| s.texts().into_iter().for_each(|par| par.line = 0)),
    both(47, resolution, |s| s.texts().into_iter().for_each(|par| par.ink[0].size = 26)),
    both(47, resolution, |s| s.par("b) Kiểm tra").ink[0].size = 30),
    both(48, resolution, |s| s.replace("chịu trách nhiệm thực hiện.", "chịu trách nhiệm thực hiện./.")),
    both(48, resolution, |s| s.replace("chịu trách nhiệm thực hiện.", "chịu trách nhiệm thực hiện")),
    both(49, resolution, |s| s.replace("Điều lệ Đảng;", "Điều lệ Đảng,")),
    both(49, resolution, |s| s.replace("- Căn cứ Điều lệ", "Căn cứ Điều lệ")),
    both(49, resolution, |s| s.replace("văn bản của Đảng.", "văn bản của Đảng,")),
    both(49, resolution, |s| s.remove("- Căn cứ Điều lệ")),
    both(50, resolution, |s| s.par("- Căn cứ Điều lệ").ink[0].italic = true),
];

pub const ARTICLES: &[Case] = &[
    both(51, regulation, |s| s.par("Chương I").side = Side::Left),
    both(51, regulation, |s| s.par("Chương I").ink[0].bold = false),
    both(51, regulation, |s| s.replace("QUY ĐỊNH CHUNG", "Quy định chung")),
    both(51, regulation, |s| s.replace("Chương II", "CHƯƠNG II")),
    both(52, regulation, |s| s.replace("Chương II", "Chương 2")),
    both(52, regulation, |s| s.replace("Mục 1", "Mục I")),
    both(53, regulation, |s| s.replace("Điều 1. ", "Điều 1: ")),
    both(53, regulation, |s| s.par("Điều 1").ink[0].bold = false),
    both(53, regulation, |s| s.par("Điều 2").ink[0].bold = false),
    both(54, regulation, |s| s.par("1. Quy định").ink[0].bold = true),
    both(54, regulation, |s| s.replace("b) Chế độ báo", "f) Chế độ báo")),
    both(54, resolution, |s| s.replace("c) Phát", "q) Phát")),
    both(54, resolution, |s| s.par("c) Phát").ink[0].bold = true),
    both(55, regulation, |s| s.replace("Điều 3. ", "Điều 4. ")),
    both(55, resolution, |s| s.replace("đ) Thi đua", "e) Thi đua")),
    both(55, resolution, |s| s.replace("b) Kiểm tra", "a) Kiểm tra")),
    both(55, resolution, |s| s.replace("III- TỔ CHỨC", "IV- TỔ CHỨC")),
    both(56, resolution, |s| s.replace("II- NHIỆM VỤ", "II. NHIỆM VỤ")),
    both(56, resolution, |s| s.replace("II- NHIỆM VỤ VÀ GIẢI PHÁP", "II- Nhiệm vụ và giải pháp")),
];

pub const LANGUAGE: &[Case] = &[
    both(86, resolution, |s| s.replace("399-QĐ/TW, ngày", "399-QĐ/TW ngày")),
    both(86, resolution, |s| s.replace("09/01/2026", "9/1/2026")),
    both(86, resolution, |s| s.replace("09/01/2026 của", "09/01/2026, của")),
    both(86, resolution, |s| s.replace("tự phê bình và", "thực hiện Kế hoạch số 21-KH/ĐU và")),
    both(87, resolution, |s| s.replace("nghị quyết của cấp trên", "nghị quyết của cấp ủy")),
    both(87, resolution, |s| s.replace("Dân vận", "Văn hóa")),
    both(88, resolution, |s| s.replace("CHI BỘ PHÒNG", "CHI BỘ  PHÒNG")),
    both(88, resolution, |s| s.replace("Lưu Chi bộ.", "Lưu Chi bộ .")),
    both(88, resolution, |s| s.replace("Trị, ngày", "Trị , ngày")),
];

pub const TABLES: &[Case] = &[
    both(89, regulation, |s| {
        s.appendices[1].blocks.retain(|block| matches!(block, Block::Par(_)));
    }),
    docx(90, minutes, |s| s.table().repeats = false),
    docx(90, minutes, |s| s.table().whole_rows = false),
];
