//! Tổ chức, cơ quan: what sort of body issues a paper, as its name tells it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::{TonePlacement, place, plain_spaces, upper};

/// Loại tổ chức, cơ quan ban hành: the type of the issuing body. It determines the body's code, which
/// superior the letterhead names above it, and who may sign (05-HD/VPTW II.I.2, II.I.3.1.2b, II.I.7.1).
///
/// ```
/// use vanban::parts::{Body, Issuer};
/// assert_eq!(Issuer::new("Chi bộ Phòng 7-9").body(), Some(Body::Branch));
/// assert_eq!(Issuer::new("Uỷ ban Kiểm tra").under("Đảng uỷ phường Bình An").full_code().unwrap(), "UBKTĐU");
/// assert_eq!(Issuer::new("Công ty 3").body(), None);
/// ```
#[doc(alias = "loại cơ quan")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Body {
    /// Central bodies: Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư, Quân uỷ Trung ương. In JSON
    /// `"central"`.
    #[doc(alias = "Trung ương")]
    Central,
    /// Tỉnh uỷ, thành uỷ: the committee of a province or a city. In JSON `"province"`.
    #[doc(alias = "tỉnh uỷ")]
    Province,
    /// Đảng uỷ: the committee of a commune, a ward, an office, the army or the police; until 2025 also huyện
    /// uỷ. In JSON `"committee"`.
    #[doc(alias = "đảng uỷ")]
    Committee,
    /// Đảng uỷ bộ phận: the committee of a section, between a đảng uỷ and several chi bộ. In JSON
    /// `"section_committee"`.
    #[doc(alias = "đảng uỷ bộ phận")]
    SectionCommittee,
    /// Chi bộ: a Party cell. In JSON `"branch"`.
    #[doc(alias = "chi bộ")]
    Branch,
    /// Uỷ ban kiểm tra: an inspection commission. In JSON `"inspection"`.
    #[doc(alias = "uỷ ban kiểm tra")]
    Inspection,
    /// A department of a committee (Ban Tổ chức, Ban Tuyên giáo và Dân vận), or the office of an uỷ ban kiểm
    /// tra. In JSON `"department"`.
    #[doc(alias = "ban")]
    Department,
    /// Văn phòng: the office of a committee. In JSON `"office"`.
    #[doc(alias = "văn phòng")]
    Office,
    /// Hội đồng: a council. In JSON `"council"`.
    #[doc(alias = "hội đồng")]
    Council,
    /// Ban chỉ đạo: a steering committee. In JSON `"steering"`.
    #[doc(alias = "ban chỉ đạo")]
    Steering,
    /// Tiểu ban: a subcommittee. In JSON `"subcommittee"`.
    #[doc(alias = "tiểu ban")]
    Subcommittee,
    /// Trường chính trị, trung tâm chính trị: a school of a committee. In JSON `"school"`.
    #[doc(alias = "trường chính trị")]
    School,
    /// Đại hội: a congress. In JSON `"congress"`.
    #[doc(alias = "đại hội")]
    Congress,
    /// A body of a congress: đoàn chủ tịch, đoàn thư ký, ban kiểm phiếu, ban thẩm tra tư cách đại biểu. In
    /// JSON `"congress_body"`.
    #[doc(alias = "đoàn chủ tịch")]
    CongressBody,
    /// Several bodies that issue a document together, the leading one first. In JSON `"joint"`.
    #[doc(alias = "liên cơ quan")]
    Joint,
}

/// How the names of bodies begin, in capitals; the longer before what begins it. The code ends with the
/// committee's own where the last column says so.
const NAMES: [(&str, Body, &str, bool); 37] = [
    ("ĐẠI HỘI", Body::Congress, "ĐH", false),
    ("ĐOÀN CHỦ TỊCH", Body::CongressBody, "ĐH", false),
    ("ĐOÀN THƯ KÝ", Body::CongressBody, "ĐH", false),
    ("BAN KIỂM PHIẾU", Body::CongressBody, "ĐH", false),
    ("BAN THẨM TRA TƯ CÁCH", Body::CongressBody, "ĐH", false),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", Body::Central, "TW", false),
    ("BỘ CHÍNH TRỊ", Body::Central, "TW", false),
    ("BAN BÍ THƯ", Body::Central, "TW", false),
    ("QUÂN UỶ TRUNG ƯƠNG", Body::Central, "QUTW", false),
    ("TỈNH UỶ", Body::Province, "TU", false),
    ("THÀNH UỶ", Body::Province, "TU", false),
    ("HUYỆN UỶ", Body::Committee, "HU", false),
    ("ĐẢNG UỶ BỘ PHẬN", Body::SectionCommittee, "ĐU", false),
    ("ĐẢNG UỶ BIÊN PHÒNG", Body::Committee, "ĐUBP", false),
    ("ĐẢNG UỶ BỘ ĐỘI BIÊN PHÒNG", Body::Committee, "ĐUBP", false),
    ("ĐẢNG UỶ KHỐI", Body::Committee, "ĐUK", false),
    ("ĐẢNG UỶ QUÂN SỰ", Body::Committee, "ĐUQS", false),
    ("ĐẢNG UỶ BỘ CHỈ HUY QUÂN SỰ", Body::Committee, "ĐUQS", false),
    ("ĐẢNG UỶ CÔNG AN", Body::Committee, "ĐUCA", false),
    ("ĐẢNG UỶ", Body::Committee, "ĐU", false),
    ("CHI BỘ", Body::Branch, "CB", false),
    ("CƠ QUAN UỶ BAN KIỂM TRA", Body::Department, "CQUBKT", true),
    ("UỶ BAN KIỂM TRA", Body::Inspection, "UBKT", true),
    ("BAN CHỈ ĐẠO", Body::Steering, "BCĐ", true),
    ("TIỂU BAN", Body::Subcommittee, "TB", true),
    ("HỘI ĐỒNG", Body::Council, "HĐ", true),
    ("BAN TỔ CHỨC", Body::Department, "BTC", true),
    ("BAN TUYÊN GIÁO VÀ DÂN VẬN", Body::Department, "BTGDV", true),
    ("BAN TUYÊN GIÁO", Body::Department, "BTG", true),
    ("BAN DÂN VẬN", Body::Department, "BDV", true),
    ("BAN NỘI CHÍNH", Body::Department, "BNC", true),
    ("BAN XÂY DỰNG ĐẢNG", Body::Department, "BXDĐ", true),
    ("VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", Body::Office, "VPTW", false),
    ("VĂN PHÒNG", Body::Office, "VP", true),
    ("TRƯỜNG CHÍNH TRỊ", Body::School, "TCT", false),
    ("TRUNG TÂM CHÍNH TRỊ", Body::School, "TTCT", false),
    ("HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH", Body::School, "HVCTQGHCM", false),
];

/// Committees by how their names begin, and the end of their bodies' codes.
const COMMITTEES: [(&str, &str); 5] =
    [("TỈNH UỶ", "TU"), ("THÀNH UỶ", "TU"), ("HUYỆN UỶ", "HU"), ("ĐẢNG UỶ", "ĐU"), ("TRUNG ƯƠNG", "TW")];

/// A name of a body in capitals, its tone marks placed the traditional way, its spaces plain.
pub(crate) fn capitals(name: &str) -> String {
    place(&upper(&plain_spaces(name)), TonePlacement::Traditional)
}

/// What a name tells: the sort of body, and its code as far as it does not lie in the committee's.
fn told(capitals: &str) -> Option<(Body, &'static str, bool)> {
    let known = NAMES.iter().find(|(begin, ..)| begins(capitals, begin));
    known.map(|&(_, body, code, of_a_committee)| (body, code, of_a_committee))
}

/// The sort of body that a name tells.
pub(super) fn of(name: &str) -> Option<Body> {
    told(&capitals(name)).map(|(body, ..)| body)
}

/// The code that a name tells, with the committee that stands over it or in the name itself.
pub(super) fn code(name: &str, superior: Option<&str>) -> Option<String> {
    let name = capitals(name);
    let (_, code, of_a_committee) = told(&name)?;
    if !of_a_committee {
        return Some(code.to_owned());
    }
    let end = superior.map(capitals).as_deref().and_then(|over| committee(over, |at| at == 0));
    let end = end.or_else(|| committee(&name, |at| at > 0))?;
    Some(format!("{code}{end}"))
}

/// The code of the committee whose name stands in a text where `here` wants it.
fn committee(capitals: &str, here: impl Fn(usize) -> bool) -> Option<&'static str> {
    let found = |words: &str| capitals.find(words).is_some_and(&here);
    if capitals.contains("TRUNG ƯƠNG") {
        return Some("TW");
    }
    COMMITTEES.iter().find(|(words, _)| found(words)).map(|&(_, code)| code)
}

/// Whether words begin a name, whole.
pub(crate) fn begins(name: &str, words: &str) -> bool {
    name.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_body_and_its_code() {
        for (name, superior, body, told) in [
            ("Chi bộ Phòng 7-9", None, Some(Body::Branch), Some("CB")),
            ("Chi\u{a0}bộ\u{a0}Phòng 7-9", None, Some(Body::Branch), Some("CB")),
            ("Đảng uỷ xã Nhân Thắng", None, Some(Body::Committee), Some("ĐU")),
            ("Đảng ủy Khối Doanh nghiệp", None, Some(Body::Committee), Some("ĐUK")),
            ("Đảng uỷ Quân sự tỉnh Quảng Trị", None, Some(Body::Committee), Some("ĐUQS")),
            ("Đảng uỷ Công an tỉnh Sơn La", None, Some(Body::Committee), Some("ĐUCA")),
            ("Đảng uỷ bộ phận Khoa Dược", None, Some(Body::SectionCommittee), Some("ĐU")),
            ("Tỉnh uỷ Quảng Trị", None, Some(Body::Province), Some("TU")),
            ("Thành ủy Huế", None, Some(Body::Province), Some("TU")),
            ("Ban Tổ chức", Some("Tỉnh uỷ Sơn La"), Some(Body::Department), Some("BTCTU")),
            ("Ban Tổ chức", None, Some(Body::Department), None),
            ("Văn phòng Tỉnh uỷ", None, Some(Body::Office), Some("VPTU")),
            ("Uỷ ban Kiểm tra", Some("Đảng uỷ phường Bình An"), Some(Body::Inspection), Some("UBKTĐU")),
            ("Ủy ban Kiểm tra Trung ương", None, Some(Body::Inspection), Some("UBKTTW")),
            ("Ban Chỉ đạo Trung ương", None, Some(Body::Steering), Some("BCĐTW")),
            ("Đại hội Chi bộ Tổ 16 nhiệm kỳ 2025 - 2027", None, Some(Body::Congress), Some("ĐH")),
            ("Chi bộ", None, Some(Body::Branch), Some("CB")),
            ("Chi bộc", None, None, None),
            ("Sở Xây dựng", Some("Tỉnh uỷ Sơn La"), None, None),
        ] {
            assert_eq!(of(name), body, "{name}");
            assert_eq!(code(name, superior).as_deref(), told, "{name}");
        }
    }
}
