//! Ký hiệu of issuers, and the kinds of documents (05-HD/VPTW II.I.3.1.2).

#[cfg(feature = "forms")]
use crate::text::slug;
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

/// The codes that the guidance and issued papers give the 25 kinds of documents, each with its kind.
#[cfg(feature = "forms")]
const CODES: [(&str, &str); 19] = [
    ("NQ", "nghị quyết"),
    ("QĐ", "quyết định, quy định"),
    ("QĐi", "quy định"),
    ("CT", "chỉ thị"),
    ("KL", "kết luận"),
    ("QC", "quy chế"),
    ("TT", "thông tri"),
    ("HD", "hướng dẫn"),
    ("TB", "thông báo"),
    ("BC", "báo cáo"),
    ("KH", "kế hoạch"),
    ("QH", "quy hoạch"),
    ("CTr", "chương trình"),
    ("ĐA", "đề án"),
    ("PA", "phương án"),
    ("DA", "dự án"),
    ("TTr", "tờ trình"),
    ("CV", "công văn"),
    ("BB", "biên bản"),
];

/// Whether a form's title is, or begins with, the name of one of the 25 kinds of documents, however it is spelt: in
/// capitals, without marks, without spaces or with too many.
#[cfg(feature = "forms")]
pub(crate) fn begins_as_document(title: &str) -> bool {
    let plain = slug(&crate::text::clean(title).text);
    let joined = |slug: &str| slug.replace('-', "");
    DOCUMENTS.iter().map(|name| slug(name)).any(|name| {
        plain.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            || joined(&plain) == joined(&name)
    })
}

/// The kind of documents that has a code, however it is spelt.
#[cfg(feature = "forms")]
pub(crate) fn document_of(code: &str) -> Option<&'static str> {
    let exact = CODES.iter().find(|(known, _)| *known == code);
    let same = || CODES.iter().find(|(known, _)| slug(known) == slug(code));
    exact.or_else(same).map(|(_, kind)| *kind)
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

    #[cfg(feature = "forms")]
    #[test]
    fn a_kind_is_known_however_it_is_spelt() {
        assert!(begins_as_document("Nghi quyet") && begins_as_document("NGHỊ QUYẾT liên tịch"));
        assert!(begins_as_document("NGHỊQUYẾT") && begins_as_document("N g h ị  q u y ế t"));
        assert!(
            !begins_as_document("Nghị quyếtt") && !begins_as_document("Giấy khen") && !begins_as_document("")
        );
        assert_eq!(document_of("DA"), Some("dự án"));
        assert_eq!(document_of("ctr"), Some("chương trình"));
        assert_eq!(document_of("GCN").or(document_of("")), None);
    }

    #[test]
    fn a_code_is_capitals_joined_by_hyphens() {
        assert!(is_code("ĐU") && is_code("BTCTU-BNCTU"));
        assert!(!is_code("cb") && !is_code("CB/") && !is_code("") && !is_code("CB-"));
    }
}
