//! What the wording of minutes sees beside the record.

use chrono::Datelike;
use serde_json::{Value, json};

use super::Minutes;
use crate::parts::{Attendance, Body, Issuer};
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

/// Whose members came: the issuer's or, at a congress, those of the organisation that holds it.
fn members_of(issuer: &Issuer) -> String {
    let name = issuer.name.to_string();
    let plain = plain_spaces(&name);
    let held_by = plain.strip_prefix("Đại hội ").filter(|_| issuer.body() == Some(Body::Congress));
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

/// The day on which a meeting past midnight ended; how many of those exempt came all the same; whose members came;
/// who counted the ballots.
pub(super) fn view(minutes: &Minutes) -> Value {
    let past_midnight = minutes.starts.until(minutes.ends).is_some_and(|(_, next_day)| next_day);
    let day = minutes.held.unwrap_or(minutes.date).calendar().and_then(|day| day.succ_opt());
    let tellers = tellers(&minutes.issuer);
    let mut view = json!({
        "exempt_present": minutes.attendance.as_ref().map_or(0, Attendance::exempt_present),
        "members_of": members_of(&minutes.issuer),
        "tellers": {"name": tellers.name, "head": tellers.head},
    });
    if let Some(day) = day.filter(|_| past_midnight) {
        view["next_day"] = json!(long_date(Some(day.day()), Some(day.month()), day.year()));
    }
    view
}

pub(super) fn schema() -> Value {
    let text = json!({"type": "string"});
    json!({"type": "object", "properties": {
        "exempt_present": {"type": "integer"},
        "members_of": text,
        "tellers": {"type": "object", "properties": {"name": text, "head": text}},
        "next_day": text,
    }})
}

#[cfg(test)]
mod tests {
    use super::members_of;
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
    }
}
