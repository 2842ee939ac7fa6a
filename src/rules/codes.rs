//! Ký hiệu of issuers, and the kinds of documents (05-HD/VPTW II.I.3.1.2).

use crate::text::upper;

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

/// Whether a form's title is, or begins with, the name of one of the 25 kinds of documents, however it is spelt.
#[cfg(feature = "forms")]
pub(crate) fn begins_as_document(title: &str) -> bool {
    let plain = crate::text::clean(&title.replace('-', " ")).text;
    let plain = upper(&crate::text::plain_spaces(&plain));
    let words: Vec<&str> = plain.split_whitespace().collect();
    let words = words.join(" ");
    DOCUMENTS.iter().any(|name| {
        words.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
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
