//! What the wording of minutes sees beside the record.

use chrono::Datelike;
use serde_json::{Value, json};

use super::Minutes;
use crate::parts::body::capitals;
use crate::parts::{Attendance, Body, Given, Issuer};
use crate::text::{long_date, plain_spaces};

/// Those who count the ballots: how they are called, and their head.
pub(super) struct Tellers {
    /// Tổ kiểm phiếu or, at a congress, ban kiểm phiếu (05-HD/VPTW II.I.7.1.4a).
    pub name: &'static str,
    pub head: &'static str,
}

/// The tellers of who issues the minutes.
pub(super) fn tellers(issuer: &Issuer) -> Tellers {
    match issuer.body() {
        Some(Body::Congress | Body::CongressBody) => {
            Tellers { name: "Ban kiểm phiếu", head: "Trưởng ban" }
        }
        _ => Tellers { name: "Tổ kiểm phiếu", head: "Tổ trưởng" },
    }
}

/// The name of the congress, where one issues the minutes or a body of it does.
fn congress(issuer: &Issuer) -> Option<String> {
    let name = match issuer.body()? {
        Body::Congress => &issuer.name,
        Body::CongressBody => issuer.superior.as_ref()?,
        _ => return None,
    };
    Some(plain_spaces(name.as_str()).into_owned())
}

/// Whether delegates met, and not all members: đại hội đại biểu.
fn sends_delegates(issuer: &Issuer) -> bool {
    congress(issuer).is_some_and(|name| capitals(&name).starts_with("ĐẠI HỘI ĐẠI BIỂU"))
}

/// Whose members came: the issuer's or, at a congress, those of the organisation that holds it.
fn members_of(issuer: &Issuer) -> String {
    let name = issuer.name.to_string();
    let congress = congress(issuer);
    let held_by = congress.as_deref().and_then(|name| name.strip_prefix("Đại hội "));
    let held_by = held_by.map(|rest| rest.strip_prefix("đại biểu ").unwrap_or(rest));
    let Some(rest) = held_by else { return name };
    let end = ["nhiệm kỳ", "lần thứ", "khoá", "khóa"]
        .iter()
        .filter_map(|word| rest.find(&format!(" {word} ")))
        .min();
    let rest = rest[..end.unwrap_or(rest.len())].trim_end_matches([',', ' ']);
    let named = ["chi bộ ", "đảng bộ "].iter().any(|word| rest.to_lowercase().starts_with(word));
    let mut letters = rest.chars();
    match letters.next() {
        Some(first) if named => first.to_uppercase().chain(letters).collect(),
        _ => name,
    }
}

/// The day on which a meeting ended that was not the first; how many of those exempt came all the same; whose members
/// came, and whether they were delegates; who led a congress, who wrote it down, who counted the ballots, and how
/// many stood and were elected.
pub(super) fn view(minutes: &Minutes) -> Value {
    let tellers = tellers(&minutes.issuer);
    let candidates =
        minutes.ballots.as_ref().map(|ballots| ballots.candidates.as_slice()).unwrap_or_default();
    let mut view = json!({
        "exempt_present": minutes.attendance.as_ref().map_or(0, Attendance::exempt_present),
        "members_of": members_of(&minutes.issuer),
        "by_delegates": sends_delegates(&minutes.issuer),
        "of_a_congress": minutes.of_a_congress(),
        "presidium": minutes.presidium_in_order(),
        "secretariat": minutes.secretariat_in_order(),
        "tellers": {"name": tellers.name, "head": tellers.head},
        "candidates": candidates.len(),
        "elected": candidates.iter().filter(|candidate| candidate.elected).count(),
    });
    if let Some(day) = last_day(minutes) {
        view["next_day"] = json!(day);
    }
    view
}

/// The day on which it ended, where that is not the first: as the record says, or past midnight.
fn last_day(minutes: &Minutes) -> Option<String> {
    let first = minutes.held.unwrap_or(minutes.date);
    if let Some(last) = minutes.ends_on.filter(|last| *last != first) {
        let value = |part: Option<Given>| part.and_then(Given::value);
        return Some(long_date(value(last.day), value(last.month), last.year));
    }
    let (_, past_midnight) = minutes.starts.until(minutes.ends)?;
    let day = first.calendar()?.succ_opt().filter(|_| past_midnight)?;
    Some(long_date(Some(day.day()), Some(day.month()), day.year()))
}

pub(super) fn schema() -> Value {
    let text = json!({"type": "string"});
    let people = json!({"type": "array", "items": {
        "type": "object",
        "properties": {"name": text, "position": text},
    }});
    json!({"type": "object", "properties": {
        "exempt_present": {"type": "integer"},
        "members_of": text,
        "by_delegates": {"type": "boolean"},
        "of_a_congress": {"type": "boolean"},
        "presidium": people,
        "secretariat": people,
        "tellers": {"type": "object", "properties": {"name": text, "head": text}},
        "candidates": {"type": "integer"},
        "elected": {"type": "integer"},
        "next_day": text,
    }})
}

#[cfg(test)]
mod tests {
    use super::{members_of, sends_delegates};
    use crate::parts::Issuer;

    #[test]
    fn a_congress_counts_the_members_of_who_holds_it() {
        for (name, members) in [
            ("Chi bộ thôn Triều Khúc", "Chi bộ thôn Triều Khúc"),
            ("Đại hội Chi bộ thôn Triều Khúc nhiệm kỳ 2025 - 2027", "Chi bộ thôn Triều Khúc"),
            ("Đại hội chi bộ Tổ 16, nhiệm kỳ 2025 - 2027", "Chi bộ Tổ 16"),
            ("Đại hội Đảng bộ phường Bình An lần thứ II, nhiệm kỳ 2025 - 2030", "Đảng bộ phường Bình An"),
            ("Đại hội đại biểu", "Đại hội đại biểu"),
            ("Đại hội", "Đại hội"),
        ] {
            assert_eq!(members_of(&Issuer::new(name)), members);
        }
        let tellers = Issuer::new("Ban kiểm phiếu").under("Đại hội\nChi bộ Tổ 16 nhiệm kỳ 2025 - 2027");
        assert_eq!(members_of(&tellers), "Chi bộ Tổ 16");
        assert!(!sends_delegates(&tellers));
        let delegates = Issuer::new("Đại hội đại biểu\nĐảng bộ phường Bình An lần thứ II");
        assert_eq!(members_of(&delegates), "Đảng bộ phường Bình An");
        assert!(sends_delegates(&delegates));
    }
}
