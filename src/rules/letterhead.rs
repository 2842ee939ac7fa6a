//! Rules for the two names of the letterhead (05-HD/VPTW II.I.2), after the sort of body that issues the paper.

use chrono::NaiveDate;

use super::{names, place};
use crate::error::Problems;
use crate::parts::{Body, Frame};
use crate::path::Path;
use crate::profile::Profile;
use crate::text::Text;

const CLAUSE: &str = "05-HD/VPTW II.I.2.1";
const FULL: &str = "05-HD/VPTW II.I.2.2.3";

/// Names are judged where they are printed, the place of the date in any case.
pub(super) fn check(frame: &Frame, profile: &Profile, problems: &mut Problems) {
    let issuer = &frame.issuer;
    let (name, superior) = (Path::at("issuer").field("name"), Path::at("issuer").field("superior"));
    let ended = ended(frame);
    if !frame.shown.letterhead {
        return place::check(frame, profile, ended, problems);
    }
    if let Some(said) = names::not_an_issuer(issuer.name.as_str()) {
        problems.warning("issuer.not_an_issuer", name.clone(), CLAUSE, said);
    }
    place::check(frame, profile, ended, problems);
    written(&name, &issuer.name, problems);
    if ended && let Some(level) = names::ended(issuer.name.as_str()) {
        let said = format!("{level}; ghi tên tổ chức đảng hiện nay, không ghi “{}”", issuer.name);
        problems.warning("issuer.ended", name, CLAUSE, said);
    }
    author(frame, problems);
    let Some(over) = &issuer.superior else {
        return missing(frame, &superior, problems);
    };
    written(&superior, over, problems);
    match names::ended(over.as_str()).filter(|_| ended) {
        Some(level) => {
            let said = format!("{level}; ghi đảng bộ cấp trên trực tiếp hiện nay, không ghi “{over}”");
            problems.warning("issuer.ended", superior, CLAUSE, said);
        }
        None if names::is_the_state(over.as_str()) => {}
        None => above(frame, over, superior, problems),
    }
}

/// The author line parts a committee from its standing committee; a chi bộ has none.
fn author(frame: &Frame, problems: &mut Problems) {
    let Some(line) = &frame.author_line else { return };
    let who = match body(frame) {
        Some(Body::Branch) => "chi bộ",
        Some(Body::SectionCommittee) => "đảng uỷ bộ phận",
        _ => return,
    };
    if names::is_standing(line.as_str()) {
        problems.warning(
            "author_line.no_standing_committee",
            "author_line",
            "quy ước",
            format!("{who} không có ban thường vụ; hãy bỏ dòng “của {line}”"),
        );
    }
}

/// The sort of body that issues the paper.
pub(super) fn body(frame: &Frame) -> Option<Body> {
    if frame.joint_signatures.is_empty() { frame.issuer.body() } else { Some(Body::Joint) }
}

/// Names stand in full, and as in a sentence (I.2.2.3); the letterhead prints the capitals.
fn written(path: &Path, name: &Text, problems: &mut Problems) {
    let short = names::abbreviations(name.as_str());
    if names::in_capitals(name.as_str()) {
        problems.warning(
            "issuer.capitals",
            path,
            FULL,
            "tên cơ quan ghi chữ hoa, chữ thường như trong câu, ví dụ “Chi bộ Phòng 7-9”; phần mềm tự in hoa",
        );
    } else if !short.is_empty() {
        let short: Vec<String> = short.iter().map(|word| format!("“{word}”")).collect();
        problems.warning(
            "issuer.abbreviated",
            path,
            FULL,
            format!("tên cơ quan ghi đầy đủ, không viết tắt; hiện có {}", short.join(", ")),
        );
    }
}

/// No name stands over the issuer's.
fn missing(frame: &Frame, path: &Path, problems: &mut Problems) {
    let name = frame.issuer.name.as_str();
    let said = match body(frame) {
        Some(Body::Branch) => {
            "trên tên chi bộ phải ghi tên đảng bộ cấp trên trực tiếp (“Đảng bộ …”); hiện chưa ghi"
        }
        Some(Body::Committee | Body::SectionCommittee) if !names::is_of_the_centre(name) => {
            "trên tên đảng uỷ phải ghi tên đảng bộ cấp trên trực tiếp (“Đảng bộ …”); hiện chưa ghi"
        }
        Some(Body::Inspection) if !names::has_committee(name) => {
            "trên tên uỷ ban kiểm tra phải ghi tên cấp uỷ (“Đảng uỷ …”, “Tỉnh uỷ …”); hiện chưa ghi"
        }
        Some(Body::Department | Body::Office) if !names::has_committee(name) => {
            "trên tên ban, văn phòng phải ghi tên cấp uỷ (“Đảng uỷ …”, “Tỉnh uỷ …”); hiện chưa ghi"
        }
        Some(Body::Steering | Body::Subcommittee | Body::Council) if !names::has_committee(name) => {
            "trên tên ban chỉ đạo, tiểu ban, hội đồng phải ghi tên cấp uỷ (“Đảng uỷ …”, “Tỉnh uỷ …”); hiện chưa ghi"
        }
        Some(Body::CongressBody) => "trên tên đoàn, ban của đại hội phải ghi tên đại hội; hiện chưa ghi",
        _ => return,
    };
    problems.warning("issuer.superior_missing", path, CLAUSE, said);
}

/// What stands over the issuer's name is the level above it: the đảng bộ over a chi bộ or an đảng uỷ, the
/// committee over its own bodies, nothing over a congress or a committee of the highest level.
fn above(frame: &Frame, over: &Text, path: Path, problems: &mut Problems) {
    let over = over.as_str();
    let other = |what: &str, right: Option<String>| match right {
        Some(right) => format!("{what}: “{right}”; hiện là “{over}”"),
        None => format!("{what}; hiện là “{over}”"),
    };
    let drop = |who: &str| format!("{who} không ghi cơ quan cấp trên; hãy bỏ “{over}”");
    let said = match body(frame) {
        Some(Body::Branch) if !names::is_party(over) => {
            other("trên tên chi bộ ghi đảng bộ cấp trên trực tiếp", names::party_of(over))
        }
        Some(Body::Committee | Body::SectionCommittee) if !names::is_party(over) => {
            other("trên tên đảng uỷ ghi đảng bộ cấp trên trực tiếp", names::party_of(over))
        }
        Some(Body::Inspection) if names::is_party(over) => {
            other("trên tên uỷ ban kiểm tra ghi tên cấp uỷ", names::committee_of(over))
        }
        Some(Body::Department | Body::Office) if names::is_party(over) => {
            other("trên tên ban, văn phòng ghi tên cấp uỷ", names::committee_of(over))
        }
        Some(Body::Steering | Body::Subcommittee | Body::Council) if names::is_party(over) => {
            other("trên tên ban chỉ đạo, tiểu ban, hội đồng ghi tên cấp uỷ", names::committee_of(over))
        }
        Some(Body::CongressBody) if !names::is_congress(over) => {
            other("trên tên đoàn, ban của đại hội ghi tên đại hội", None)
        }
        Some(Body::Congress) => drop("đại hội"),
        Some(Body::Province) => drop("tỉnh uỷ, thành uỷ"),
        Some(Body::Central) => drop("cơ quan Trung ương"),
        Some(Body::Joint) => drop("văn bản liên cơ quan"),
        _ => return,
    };
    problems.warning("issuer.superior_other", path, CLAUSE, said);
}

/// Whether the paper is of a day when the bodies of the districts were no more: from 01/7/2025.
fn ended(frame: &Frame) -> bool {
    let date = &frame.date;
    match date.calendar() {
        Some(day) => NaiveDate::from_ymd_opt(2025, 7, 1).is_some_and(|since| day >= since),
        None => match date.month.and_then(crate::parts::Given::value) {
            Some(month) => (date.year, month) >= (2025, 7),
            None => date.year > 2025,
        },
    }
}
