//! The tables of `domain/the-thuc.md`, 3.1, 3.2 and 4: types, codes, issuers.

use crate::checklist::words::same_tone;

/// Printed name and code; quy định has another code in HD36.
pub const TYPES: &[(&str, &str)] = &[
    ("CHIẾN LƯỢC", "CL"),
    ("NGHỊ QUYẾT", "NQ"),
    ("QUYẾT ĐỊNH", "QĐ"),
    ("CHỈ THỊ", "CT"),
    ("KẾT LUẬN", "KL"),
    ("QUY CHẾ", "QC"),
    ("QUY ĐỊNH", "QĐ"),
    ("THÔNG TRI", "TT"),
    ("HƯỚNG DẪN", "HD"),
    ("THÔNG BÁO", "TB"),
    ("THÔNG CÁO", "TC"),
    ("TUYÊN BỐ", "TB"),
    ("LỜI KÊU GỌI", "LKG"),
    ("BÁO CÁO", "BC"),
    ("KẾ HOẠCH", "KH"),
    ("QUY HOẠCH", "QH"),
    ("CHƯƠNG TRÌNH", "CTr"),
    ("ĐỀ ÁN", "ĐA"),
    ("PHƯƠNG ÁN", "PA"),
    ("DỰ ÁN", "DA"),
    ("TỜ TRÌNH", "TTr"),
    ("CÔNG VĂN", "CV"),
    ("BIÊN BẢN", "BB"),
    ("GIẤY GIỚI THIỆU", "GGT"),
    ("GIẤY CHỨNG NHẬN", "GCN"),
    ("GIẤY ĐI ĐƯỜNG", "GĐĐ"),
    ("GIẤY NGHỈ PHÉP", "GNP"),
    ("GIẤY MỜI", "GM"),
    ("PHIẾU CHUYỂN", "PC"),
    ("PHIẾU GỬI", "PG"),
];

/// The code that a type has; None where the type is not in the table.
pub fn code_of(type_name: &str, hd36: bool) -> Option<&'static str> {
    if type_name == "QUY ĐỊNH" && hd36 {
        return Some("QĐi");
    }
    TYPES.iter().find(|(name, _)| *name == type_name).map(|(_, code)| *code)
}

/// The first code of the organisation, by the first words of its name. The codes of advisory
/// bodies go on with the committee's: `VPTU`.
const ORGANISATIONS: &[(&str, &str)] = &[
    ("CHI BỘ", "CB"),
    ("ĐẢNG UỶ", "ĐU"),
    ("TỈNH UỶ", "TU"),
    ("THÀNH UỶ", "TU"),
    ("HUYỆN UỶ", "HU"),
    ("QUÂN UỶ TRUNG ƯƠNG", "QUTW"),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", "TW"),
    ("ĐẠI HỘI", "ĐH"),
    ("ĐOÀN CHỦ TỊCH", "ĐH"),
    ("ĐOÀN THƯ KÝ", "ĐH"),
    ("BAN KIỂM PHIẾU", "ĐH"),
    ("BAN THẨM TRA", "ĐH"),
    ("UỶ BAN KIỂM TRA", "UBKT"),
    ("CƠ QUAN UỶ BAN KIỂM TRA", "CQUBKT"),
    ("BAN TỔ CHỨC", "BTC"),
    ("BAN NỘI CHÍNH", "BNC"),
    ("BAN TUYÊN GIÁO VÀ DÂN VẬN", "BTGDV"),
    ("BAN XÂY DỰNG ĐẢNG", "BXDĐ"),
    ("VĂN PHÒNG", "VP"),
    ("BAN CHỈ ĐẠO", "BCĐ"),
    ("TIỂU BAN", "TB"),
    ("HỘI ĐỒNG", "HĐ"),
];

/// What the code of an issuer begins with; None where the table does not tell.
pub fn organisation_code(issuer: &str) -> Option<&'static str> {
    let issuer = same_tone(issuer);
    ORGANISATIONS.iter().find(|(name, _)| issuer.starts_with(name)).map(|(_, code)| *code)
}

/// Committees decide together: `T/M`, never `K/T`.
pub fn is_collective(issuer: &str) -> bool {
    let collective = [
        "CHI BỘ",
        "ĐẢNG UỶ",
        "TỈNH UỶ",
        "THÀNH UỶ",
        "HUYỆN UỶ",
        "UỶ BAN KIỂM TRA",
        "HỘI ĐỒNG",
        "BAN CHẤP HÀNH",
    ];
    let issuer = same_tone(issuer);
    collective.iter().any(|name| issuer.starts_with(name))
}

/// What a chi bộ may not issue.
pub const NOT_OF_A_CELL: &[&str] = &["QUY ĐỊNH", "HƯỚNG DẪN", "CHỈ THỊ", "THÔNG TRI"];
