//! Địa danh: the level before a place's name stands there only where the regulation asks for it (05-HD/VPTW
//! II.I.4.1.1).

use crate::error::Problems;
use crate::parts::Frame;
use crate::profile::{Profile, ProfileId};
use crate::text::{capitalised, is_title_case};

const CLAUSE: &str = "05-HD/VPTW II.I.4.1.1";

/// Levels as they stand before a name, in small letters; those of the districts last.
const LEVELS: [&str; 18] = [
    "tỉnh",
    "thành phố",
    "tp.",
    "tp",
    "xã",
    "phường",
    "đặc khu",
    "đk",
    "p.",
    "thị trấn",
    "tt",
    "huyện",
    "quận",
    "thị xã",
    "tx",
    "q.",
    "h.",
    "tx.",
];

/// The first of those that ended with the districts.
const DISTRICTS: [&str; 8] = ["huyện", "quận", "thị xã", "tx", "q.", "h.", "tx.", "thị trấn"];

/// Family names of which persons came that places are named after.
const FAMILIES: [&str; 22] = [
    "Ngô", "Lê", "Trần", "Nguyễn", "Lý", "Đinh", "Phan", "Hoàng", "Phạm", "Bùi", "Đặng", "Tôn", "Tô",
    "Trương", "Võ", "Vũ", "Hồ", "Dương", "Huỳnh", "Đào", "Mạc", "Hai",
];

/// Persons whose names places have, where no level stands before them.
const PERSONS: [&str; 12] = [
    "Hồ Chí Minh",
    "Ngô Quyền",
    "Lê Chân",
    "Hai Bà Trưng",
    "Lê Đại Hành",
    "Trần Hưng Đạo",
    "Lý Thường Kiệt",
    "Nguyễn Trãi",
    "Nguyễn Du",
    "Lê Lợi",
    "Quang Trung",
    "Hoàng Văn Thụ",
];

/// Provinces and cities right under Trung ương, of before and after 01/7/2025.
const PROVINCES: [&str; 63] = [
    "An Giang",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Bình Dương",
    "Bình Định",
    "Bình Phước",
    "Bình Thuận",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đắk Nông",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Giang",
    "Hà Nam",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Dương",
    "Hải Phòng",
    "Hậu Giang",
    "Hoà Bình",
    "Hồ Chí Minh",
    "Hưng Yên",
    "Khánh Hoà",
    "Kiên Giang",
    "Kon Tum",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Long An",
    "Nam Định",
    "Nghệ An",
    "Ninh Bình",
    "Ninh Thuận",
    "Phú Thọ",
    "Phú Yên",
    "Quảng Bình",
    "Quảng Nam",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sóc Trăng",
    "Sơn La",
    "Tây Ninh",
    "Thái Bình",
    "Thái Nguyên",
    "Thanh Hoá",
    "Thừa Thiên Huế",
    "Tiền Giang",
    "Trà Vinh",
    "Tuyên Quang",
    "Vĩnh Long",
    "Vĩnh Phúc",
    "Yên Bái",
];

/// Cities right under Trung ương, whose names need no level.
const CITIES: [&str; 5] = ["Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Đồng Nai"];

pub(super) fn check(frame: &Frame, profile: &Profile, districts_ended: bool, problems: &mut Problems) {
    let place = frame.place.as_str();
    let (level, name) = parted(place);
    let is_figure = level.is_none() && name.starts_with(|c: char| c.is_ascii_digit());
    let said = match level {
        Some(level) if districts_ended && DISTRICTS.contains(&level.as_str()) => Some((
            "place.ended",
            "cấp huyện không còn từ 01/7/2025; ghi tên xã, phường, đặc khu hoặc tỉnh, thành phố".to_owned(),
        )),
        Some(level) if !needs_level(&level, name) => Some((
            "place.level",
            format!(
                "không ghi cấp hành chính trước “{name}”: chỉ ghi khi tên là tên người, có một tiếng hoặc trùng tên tỉnh"
            ),
        )),
        Some(_) => None,
        None if name == "Hồ Chí Minh" => Some((
            "place.no_level",
            "địa danh là tên người phải có cấp hành chính: “Thành phố Hồ Chí Minh” hoặc “TP. Hồ Chí Minh”"
                .to_owned(),
        )),
        None if PERSONS.contains(&name) => Some((
            "place.no_level",
            format!("địa danh là tên người phải có cấp hành chính, ví dụ “Phường {name}”"),
        )),
        None if name == "Huế" => Some((
            "place.no_level",
            "địa danh là số hoặc một tiếng phải có cấp hành chính: “Thành phố Huế”".to_owned(),
        )),
        None if is_short(name) => Some((
            "place.no_level",
            "địa danh là số hoặc một tiếng phải có cấp hành chính, ví dụ “Phường 7”".to_owned(),
        )),
        None => None,
    };
    if let Some((code, said)) = said {
        // Of figures only 36-HD/VPTW speaks.
        let clause = if is_figure && profile.id() != ProfileId::Hd36 { "quy ước" } else { CLAUSE };
        problems.warning(code, "place", clause, said);
    }
    // Names of the minorities have small letters inside: `Ea H'leo`.
    if !name.is_empty() && !is_title_case(name) && name.split(' ').all(|word| !word.contains(['\'', '’'])) {
        let right: Vec<String> = name.split(' ').map(capitalised).collect();
        if right.join(" ") != name {
            problems.warning(
                "place.small_letters",
                "place",
                "quy ước",
                format!("địa danh viết hoa chữ cái đầu mỗi tiếng: “{}”; hiện là “{name}”", right.join(" ")),
            );
        }
    }
}

/// The level before a name, in small letters, and the name.
fn parted(place: &str) -> (Option<String>, &str) {
    let lower = place.to_lowercase();
    // Longer levels first: `thành phố` before `t`.
    let found =
        LEVELS.iter().filter(|level| lower.strip_prefix(**level).is_some_and(|rest| rest.starts_with(' ')));
    match found.max_by_key(|level| level.len()) {
        Some(level) => {
            let words = level.split(' ').count();
            let name = place.splitn(words + 1, ' ').nth(words).unwrap_or(place);
            (Some((*level).to_owned()), name)
        }
        None => (None, place),
    }
}

/// Whether a name stands with its level: a person's, one of one syllable, a figure, the province's own.
fn needs_level(level: &str, name: &str) -> bool {
    let of_a_person = name.split(' ').next().is_some_and(|family| FAMILIES.contains(&family));
    if level == "tỉnh" {
        return false;
    }
    let city = level == "thành phố" || level.starts_with("tp");
    let provincial = PROVINCES.contains(&name) && !(city && CITIES.contains(&name));
    is_short(name) || of_a_person || PERSONS.contains(&name) || provincial
}

/// Whether a name has one syllable, or is a figure.
fn is_short(name: &str) -> bool {
    name.starts_with(char::is_alphanumeric) && !name.contains([' ', '-', '\'', '’'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::{Given, Issuer, PaperDate};

    #[test]
    fn a_figure_wants_its_level_by_the_older_guidance_alone() {
        for (place, profile, clause) in [
            ("7", Profile::hd05(), "quy ước"),
            ("7", Profile::hd36(), CLAUSE),
            ("Huế", Profile::hd05(), CLAUSE),
            ("Tỉnh 7", Profile::hd05(), CLAUSE),
        ] {
            let mut problems = Problems::default();
            let day = Some(Given::Value(5));
            let date = PaperDate { day, month: Some(Given::Value(6)), year: 2026 };
            let frame = Frame::new("Thông báo", "TB", Issuer::new("Chi bộ"), place.into(), date, "".into());
            check(&frame, &profile, true, &mut problems);
            let told: Vec<&str> = problems.into_vec().iter().map(|problem| problem.clause).collect();
            assert_eq!(told, [clause], "{place}");
        }
    }

    #[test]
    fn a_level_stands_where_it_is_asked_for() {
        for (place, right) in [
            ("Quảng Trị", true),
            ("Thành phố Hồ Chí Minh", true),
            ("TP. Hồ Chí Minh", true),
            ("Phường Ngô Quyền", true),
            ("Phường Phú Thọ", true),
            ("Phường 7", true),
            ("Thành phố Huế", true),
            ("Xã Đạo", true),
            ("Thành phố Cần Thơ", false),
            ("Tỉnh Bắc Ninh", false),
            ("Xã Nhân Thắng", false),
        ] {
            let (level, name) = parted(place);
            assert_eq!(level.is_none_or(|level| needs_level(&level, name)), right, "{place}");
        }
    }
}
