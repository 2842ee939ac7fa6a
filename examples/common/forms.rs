//! Records of evaluation forms, from the data of their criteria set.

use serde_json::{Value, json};
use vanban::scoring::CriteriaSet;
use vanban::scoring::{Scoring, SessionVariant};
use vanban::text::Decimal;

/// A form of Chi bộ 6: blank, or filled, with half a point less in every second line that is judged freely.
pub fn form(set: &CriteriaSet, kind: SessionVariant, scorer: &str, profile: &str, filled: bool) -> Value {
    let year = if profile == "hd36" { 2020 } else { 2026 };
    let mut form = json!({
        "kind": "evaluation_form", "format": 1, "scorer": scorer, "profile": profile, "criteria_set": set.id,
        "issuer": {"superior": "Đảng bộ Viện kiểm sát nhân dân thành phố Cần Thơ", "name": "Chi bộ 6"},
        "place": "Cần Thơ", "date": {"day": "by_hand", "month": 6, "year": year},
        "period": {"month": 6, "year": year}, "session": {"variant": kind},
    });
    if scorer == "superior" {
        let superior = "Đảng bộ Khối cơ quan Dân Chính Đảng thành phố Cần Thơ";
        let name = "Đảng uỷ Viện kiểm sát nhân dân thành phố Cần Thơ";
        (form["issuer"], form["branch"]) = (json!({"superior": superior, "name": name}), json!("Chi bộ 6"));
    }
    if filled {
        form["session"] =
            json!({"variant": kind, "duration": 95, "members": 10, "present": 10, "speakers": 6});
        let lines = set.lines(kind).filter(|line| line.max > Decimal::ZERO).enumerate();
        let rows = lines.map(|(index, line)| {
            let free = line.criterion.is_none_or(|item| item.scoring == Scoring::Free);
            let score = if free && index % 2 == 1 { line.max - Decimal::halves(1) } else { line.max };
            let note = (score < line.max).then_some("Còn nhiệm vụ chuyển sang tháng sau");
            match scorer {
                "self" => json!({"criterion": line.id, "self_score": score, "note": note}),
                "superior" => json!({"criterion": line.id, "superior_score": score, "note": note}),
                _ => json!({"criterion": line.id, "self_score": line.max, "superior_score": score, "note": note}),
            }
        });
        form["rows"] = rows.collect();
    }
    form
}
