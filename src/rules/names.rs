//! Names of party organisations: which of them stand in a letterhead, and how one is made of another.

use crate::parts::body::{begins, capitals};
use crate::parts::{Body, Issuer};
use crate::text::Text;

/// Committees by how their names begin, and what their đảng bộ is called.
const COMMITTEES: [(&str, &str, &str); 5] = [
    ("TỈNH UỶ", "Tỉnh uỷ", "Đảng bộ tỉnh"),
    ("THÀNH UỶ", "Thành uỷ", "Đảng bộ thành phố"),
    ("HUYỆN UỶ", "Huyện uỷ", "Đảng bộ huyện"),
    ("QUẬN UỶ", "Quận uỷ", "Đảng bộ quận"),
    ("ĐẢNG UỶ", "Đảng uỷ", "Đảng bộ"),
];

/// Committees right under Trung ương, which have none above them in a letterhead. Those whose names end with
/// `Trung ương` are told by that.
const OF_THE_CENTRE: [&str; 4] =
    ["ĐẢNG UỶ CHÍNH PHỦ", "ĐẢNG UỶ QUỐC HỘI", "ĐẢNG UỶ NGOÀI NƯỚC", "ĐẢNG UỶ KHỐI DOANH NGHIỆP TRUNG ƯƠNG"];

/// What is no abbreviation though it is written in capitals: names that bodies have themselves.
const OWN_NAMES: [&str; 16] = [
    "VTV", "VTC", "VOV", "VNPT", "EVN", "PVN", "TKV", "FPT", "BIDV", "HUD", "SCIC", "VNA", "VEAM", "MISA",
    "ASEAN", "UNESCO",
];

impl Issuer {
    /// The đảng bộ (Party organisation) that a committee leads. The letterhead of a chi bộ has it above the
    /// chi bộ's name: `Đảng bộ phường Bình An` for `Đảng uỷ phường Bình An`. The name itself if it is a đảng
    /// bộ's; `None` for another body (05-HD/VPTW II.I.2.1).
    #[must_use]
    pub fn party(&self) -> Option<Text> {
        let name = self.name.as_str();
        party_of(name).map(Text::from).or_else(|| is_party(name).then(|| self.name.clone()))
    }

    /// The body after `T/M` in its signatures: `Đảng uỷ`, `Chi bộ`, as in its name. `None` for a body that does
    /// not decide together (05-HD/VPTW II.I.7.1.1).
    #[must_use]
    pub fn signing(&self) -> Option<Text> {
        let words = match self.body()? {
            Body::Province | Body::Committee | Body::SectionCommittee | Body::Branch => 2,
            Body::Inspection => 4,
            _ => return None,
        };
        let name: Vec<&str> = self.name.as_str().split(' ').take(words).collect();
        Some(name.join(" ").into())
    }
}

/// What is wrong with a name that issues no paper, and which does instead.
pub(super) fn not_an_issuer(name: &str) -> Option<String> {
    let upper = capitals(name);
    let rest = |words: usize| name.splitn(words + 1, ' ').nth(words).map(str::to_owned);
    if begins(&upper, "BAN THƯỜNG VỤ") {
        let committee = rest(3).map(|rest| committee_of(&rest).unwrap_or(rest));
        return Some(instead("ban thường vụ", &committee?, "BAN THƯỜNG VỤ"));
    }
    if begins(&upper, "BAN CHẤP HÀNH") && !upper.contains("TRUNG ƯƠNG") {
        let committee = rest(3).and_then(|rest| committee_of(&rest))?;
        return Some(instead("ban chấp hành", &committee, &signing(&committee)));
    }
    for (begin, words) in [("BAN CHI UỶ", 3), ("CHI UỶ", 2)] {
        if begins(&upper, begin) {
            let rest = rest(words)?;
            let branch = if begins(&capitals(&rest), "CHI BỘ") { rest } else { format!("Chi bộ {rest}") };
            return Some(instead("chi uỷ", &branch, "CHI BỘ"));
        }
    }
    is_party(name).then(|| {
        let committee = committee_of(name).unwrap_or_default();
        instead("đảng bộ", &committee, &signing(&committee))
    })
}

fn instead(who: &str, name: &str, signing: &str) -> String {
    format!("{who} không đứng tên ở đầu văn bản: ghi “{name}”, ký T/M {signing}")
}

/// The first words of a committee's name, as its signature has them.
fn signing(committee: &str) -> String {
    capitals(committee).split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// The đảng bộ of a committee: `Đảng uỷ phường Bình An` → `Đảng bộ phường Bình An`.
pub(super) fn party_of(committee: &str) -> Option<String> {
    let upper = capitals(committee);
    let (.., party) = COMMITTEES.iter().find(|(begin, ..)| begins(&upper, begin))?;
    Some(format!("{party} {}", committee.splitn(3, ' ').nth(2)?))
}

/// The committee of a đảng bộ: `Đảng bộ tỉnh Sơn La` → `Tỉnh uỷ Sơn La`. A committee is its own.
pub(super) fn committee_of(party: &str) -> Option<String> {
    let upper = capitals(party);
    if COMMITTEES.iter().any(|(begin, ..)| begins(&upper, begin)) {
        return Some(party.to_owned());
    }
    for (_, committee, whose) in COMMITTEES {
        let begin = capitals(whose);
        if begins(&upper, &begin) {
            let rest = party.splitn(whose.split(' ').count() + 1, ' ').last()?;
            return Some(format!("{committee} {rest}"));
        }
    }
    None
}

/// Whether it is the name of a đảng bộ.
pub(super) fn is_party(name: &str) -> bool {
    begins(&capitals(name), "ĐẢNG BỘ")
}

/// Whether it is the state's, which no paper of the Party names at its head.
pub(super) fn is_the_state(name: &str) -> bool {
    capitals(name).contains("CỘNG HOÀ XÃ HỘI")
}

/// Whether it is the name of a standing committee.
pub(super) fn is_standing(name: &str) -> bool {
    begins(&capitals(name), "BAN THƯỜNG VỤ")
}

/// Whether it is the name of a congress.
pub(super) fn is_congress(name: &str) -> bool {
    begins(&capitals(name), "ĐẠI HỘI")
}

/// Whether a name says itself of which committee the body is.
pub(super) fn has_committee(name: &str) -> bool {
    let upper = capitals(name);
    upper.contains("TRUNG ƯƠNG") || COMMITTEES.iter().any(|(begin, ..)| upper.contains(begin))
}

/// Whether a committee stands right under Trung ương.
pub(super) fn is_of_the_centre(name: &str) -> bool {
    let upper = capitals(name);
    upper.ends_with("TRUNG ƯƠNG") || OF_THE_CENTRE.contains(&upper.as_str())
}

/// Since when a level, or a sort of body, is no more.
pub(super) fn ended(name: &str) -> Option<&'static str> {
    let upper = capitals(name);
    let any = |names: &[&str]| names.iter().any(|known| begins(&upper, known));
    if any(&["HUYỆN UỶ", "QUẬN UỶ", "THỊ UỶ", "ĐẢNG BỘ HUYỆN", "ĐẢNG BỘ QUẬN", "ĐẢNG BỘ THỊ XÃ"])
    {
        Some("cấp huyện không còn từ 01/7/2025")
    } else if any(&["ĐẢNG UỶ KHỐI", "ĐẢNG BỘ KHỐI"]) {
        Some("đảng bộ khối không còn từ năm 2025")
    } else if any(&["BAN CÁN SỰ ĐẢNG", "ĐẢNG ĐOÀN"]) {
        Some("ban cán sự đảng, đảng đoàn không còn từ năm 2025")
    } else {
        None
    }
}

/// The abbreviations in a name: words in capitals alone that are no number and no name of their own.
pub(super) fn abbreviations(name: &str) -> Vec<&str> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| {
            word.chars().count() > 1
                && word.chars().all(char::is_uppercase)
                && !word.chars().all(|c| "IVXLCDM".contains(c))
                && !OWN_NAMES.contains(word)
        })
        .collect()
}

/// Whether a name of several words is written in capitals.
pub(super) fn in_capitals(name: &str) -> bool {
    let words = name.split(' ').filter(|word| word.chars().any(char::is_alphabetic));
    words.count() > 1 && !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_and_its_party_are_made_of_each_other() {
        for (committee, party) in [
            ("Đảng uỷ phường Bình An", "Đảng bộ phường Bình An"),
            ("Tỉnh uỷ Sơn La", "Đảng bộ tỉnh Sơn La"),
            ("Thành uỷ Hải Phòng", "Đảng bộ thành phố Hải Phòng"),
        ] {
            assert_eq!(party_of(committee).as_deref(), Some(party));
            assert_eq!(committee_of(party).as_deref(), Some(committee));
        }
        assert_eq!(party_of("Viện kiểm sát nhân dân"), None);
    }

    #[test]
    fn who_stands_in_no_letterhead_is_told_with_who_does() {
        for (name, said) in [
            (
                "Ban Thường vụ Đảng uỷ xã Nhân Thắng",
                "ban thường vụ không đứng tên ở đầu văn bản: ghi “Đảng uỷ xã Nhân Thắng”, ký T/M BAN THƯỜNG VỤ",
            ),
            (
                "Ban Chấp hành Đảng bộ xã Nhân Thắng",
                "ban chấp hành không đứng tên ở đầu văn bản: ghi “Đảng uỷ xã Nhân Thắng”, ký T/M ĐẢNG UỶ",
            ),
            (
                "Đảng bộ tỉnh Sơn La",
                "đảng bộ không đứng tên ở đầu văn bản: ghi “Tỉnh uỷ Sơn La”, ký T/M TỈNH UỶ",
            ),
            ("Chi uỷ Chi bộ 3", "chi uỷ không đứng tên ở đầu văn bản: ghi “Chi bộ 3”, ký T/M CHI BỘ"),
            ("Chi ủy Phòng 7", "chi uỷ không đứng tên ở đầu văn bản: ghi “Chi bộ Phòng 7”, ký T/M CHI BỘ"),
        ] {
            assert_eq!(not_an_issuer(name).as_deref(), Some(said));
        }
        for name in ["Ban Chấp hành Trung ương", "Chi bộ 3", "Đảng uỷ xã Nhân Thắng", "Ban Tổ chức"]
        {
            assert_eq!(not_an_issuer(name), None, "{name}");
        }
    }

    #[test]
    fn abbreviations_are_words_in_capitals() {
        assert_eq!(abbreviations("Đảng bộ VKSND tỉnh QT"), ["VKSND", "QT"]);
        assert!(abbreviations("Chi bộ Đài VTV khu vực II, tổ 3A").is_empty());
        assert!(in_capitals("CHI BỘ 3") && !in_capitals("Chi bộ 3") && !in_capitals("VTV"));
    }

    #[test]
    fn a_committee_tells_its_party_and_for_whom_it_signs() {
        let of = |name: &str| {
            let issuer = Issuer::new(name);
            let text = |text: Option<Text>| text.map_or_else(String::new, |text| text.to_string());
            (text(issuer.party()), text(issuer.signing()))
        };
        for (name, party, signing) in [
            ("Đảng ủy phường Bình An", "Đảng bộ phường Bình An", "Đảng ủy"),
            ("Đảng uỷ phường Hoà An", "Đảng bộ phường Hoà An", "Đảng uỷ"),
            ("Tỉnh uỷ Sơn La", "Đảng bộ tỉnh Sơn La", "Tỉnh uỷ"),
            ("Chi bộ Khu phố 1", "", "Chi bộ"),
            ("Uỷ ban Kiểm tra Đảng uỷ phường Bình An", "", "Uỷ ban Kiểm tra"),
            ("Ban Tổ chức Tỉnh uỷ", "", ""),
        ] {
            assert_eq!(of(name), (party.to_owned(), signing.to_owned()), "{name}");
        }
    }
}
