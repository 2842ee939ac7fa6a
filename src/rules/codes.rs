//! Ký hiệu of issuers, as far as a name tells it (05-HD/VPTW II.I.3.1.2b).

use crate::parts::Issuer;
use crate::text::{Text, plain_spaces, upper};

/// First words of an issuer's name and the code that follows from them. Both placements of the tone
/// are listed: which one a paper uses is the writer's choice.
const CODES: [(&str, &str); 14] = [
    ("CHI BỘ", "CB"),
    ("ĐẢNG UỶ KHỐI", "ĐUK"),
    ("ĐẢNG ỦY KHỐI", "ĐUK"),
    ("ĐẢNG UỶ", "ĐU"),
    ("ĐẢNG ỦY", "ĐU"),
    ("TỈNH UỶ", "TU"),
    ("TỈNH ỦY", "TU"),
    ("THÀNH UỶ", "TU"),
    ("THÀNH ỦY", "TU"),
    ("HUYỆN UỶ", "HU"),
    ("HUYỆN ỦY", "HU"),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", "TW"),
    ("ĐẠI HỘI", "ĐH"),
    ("QUÂN UỶ TRUNG ƯƠNG", "QUTW"),
];

/// The 25 kinds of documents (399-QĐ/TW). What is none of them is an administrative paper or a form.
const DOCUMENTS: [&str; 25] = [
    "CƯƠNG LĨNH CHÍNH TRỊ",
    "ĐIỀU LỆ ĐẢNG",
    "CHIẾN LƯỢC",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "CHỈ THỊ",
    "KẾT LUẬN",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG TRI",
    "HƯỚNG DẪN",
    "THÔNG BÁO",
    "THÔNG CÁO",
    "TUYÊN BỐ",
    "LỜI KÊU GỌI",
    "BÁO CÁO",
    "KẾ HOẠCH",
    "QUY HOẠCH",
    "CHƯƠNG TRÌNH",
    "ĐỀ ÁN",
    "PHƯƠNG ÁN",
    "DỰ ÁN",
    "TỜ TRÌNH",
    "CÔNG VĂN",
    "BIÊN BẢN",
];

/// Whether a type's name is one of the 25 kinds of documents.
pub(crate) fn is_document(type_name: &str) -> bool {
    DOCUMENTS.contains(&upper(type_name).as_str())
}

/// Ký hiệu of an issuer: its own, or what its name tells.
pub(crate) fn code_of(issuer: &Issuer) -> Option<&str> {
    issuer.code.as_ref().map(Text::as_str).or_else(|| issuer_code(issuer.name.as_str()))
}

/// The code that an issuer's name tells, if it tells one.
pub(super) fn issuer_code(name: &str) -> Option<&'static str> {
    let name = upper(&plain_spaces(name));
    CODES.iter().find(|(begin, _)| name.starts_with(begin)).map(|&(_, code)| code)
}

/// Whether a code is capitals, in groups joined by hyphens.
pub(crate) fn is_code(code: &str) -> bool {
    let capitals =
        |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ');
    code.split('-').all(capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_code() {
        for (name, code) in [
            ("Chi bộ Phòng 7-9", Some("CB")),
            ("Đảng uỷ xã Nhân Thắng", Some("ĐU")),
            ("Đảng ủy Khối Doanh nghiệp", Some("ĐUK")),
            ("Chi\u{a0}bộ\u{a0}Phòng 7-9", Some("CB")),
            ("Tỉnh uỷ Quảng Trị", Some("TU")),
            ("Ban Tổ chức", None),
        ] {
            assert_eq!(issuer_code(name), code, "{name}");
        }
    }

    #[test]
    fn an_administrative_paper_is_no_document() {
        assert!(is_document("Nghị quyết") && is_document("Công văn") && is_document("Biên bản"));
        assert!(!is_document("Giấy mời") && !is_document("Phiếu biểu quyết"));
    }

    #[test]
    fn a_code_is_capitals_joined_by_hyphens() {
        assert!(is_code("ĐU") && is_code("BTCTU-BNCTU"));
        assert!(!is_code("cb") && !is_code("CB/") && !is_code("") && !is_code("CB-"));
    }
}
