//! The table of a form's points, for whoever fills it in.

use serde_json::{Value, json};
use vanban::kinds::EvaluationForm;
use vanban::scoring::{CriteriaSets, ScoreSheet};
use vanban::text::Decimal;
use vanban::{AnyRecord, Record, Renderer};

/// A form of a session of which all figures are known; nothing else is.
fn form() -> Value {
    json!({
        "kind": "evaluation_form",
        "scorer": "self",
        "criteria_set": "an_phu_ward_2025_monthly",
        "session": {
            "variant": "regular", "duration": 100, "members": 24, "exempt": 1, "present": 23, "speakers": 11,
            "targets": {"done": 11, "total": 11}
        }
    })
}

fn sheet(form: &Value) -> Option<ScoreSheet> {
    Renderer::new().preview(&form.to_string()).unwrap().score_sheet().cloned()
}

/// The most of every line, but in some.
fn rows(sheet: &ScoreSheet, column: &str, but: &[(&str, Value)]) -> Value {
    let counted = sheet.rows.iter().filter(|row| row.counted);
    let given = |id: &str, max: Decimal| {
        but.iter().find(|(other, _)| *other == id).map_or_else(|| json!(max), |(_, points)| points.clone())
    };
    counted.map(|row| json!({"criterion": row.id, column: given(&row.id, row.max)})).collect()
}

#[test]
fn points_follow_from_a_session_that_is_half_told() {
    let sheet = sheet(&form()).unwrap();
    assert_eq!((sheet.place.to_string(), sheet.key.as_str()), ("rows".to_owned(), "criterion"));
    assert_eq!((sheet.columns.join(" "), sheet.rows.len()), ("self_score note".to_owned(), 28));
    let uncounted: Vec<&str> =
        sheet.rows.iter().filter(|row| !row.counted).map(|row| row.id.as_str()).collect();
    assert_eq!(uncounted, ["4.3"]);
    let points: Vec<String> =
        sheet.rows.iter().filter_map(|row| Some(format!("{}: {}", row.id, row.points?))).collect();
    assert_eq!(points, ["1.1: 5", "2.1: 4", "4.5: 4", "7.1: 30"]);
    assert_eq!(sheet.standing, None);
}

#[test]
fn a_sheet_is_json() {
    let json = serde_json::to_value(sheet(&form()).unwrap()).unwrap();
    assert_eq!(json["place"], "rows");
    let row = |id: &str| json["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone();
    assert_eq!(
        row("4.5"),
        json!({
            "id": "4.5", "title": "Có nhiều đảng viên tham gia phát biểu ý kiến", "group": "Tổ chức sinh hoạt chi bộ",
            "max": 5, "counted": true, "points": 4, "levels": [5, 4, 3, 2], "step": 0.5
        })
    );
    assert_eq!((&row("4.3")["max"], &row("4.3")["levels"]), (&json!(0), &json!([])));
    assert_eq!((&row("4.2")["max"], &row("4.2")["levels"]), (&json!(15), &json!([15, 0])));
}

#[test]
fn points_come_to_a_total_and_a_rating() {
    let mut own = form();
    let blank = sheet(&own).unwrap();
    own["rows"] = rows(&blank, "self_score", &[("4.5", json!(4))]);
    assert_eq!(sheet(&own).unwrap().standing.as_deref(), Some("Tổng điểm 99, xếp loại Tốt"));
    own["scorer"] = json!("both");
    own["rows"][0]["superior_score"] = json!(2.5);
    let both = sheet(&own).unwrap();
    assert_eq!(both.columns, ["self_score", "superior_score", "note"]);
    assert_eq!(
        both.standing.as_deref(),
        Some("Chi bộ tự chấm: tổng điểm 99, xếp loại Tốt; cấp trên chấm: tổng điểm 2,5, xếp loại Kém")
    );
    own["scorer"] = json!("superior");
    assert_eq!(sheet(&own).unwrap().standing.as_deref(), Some("Tổng điểm 2,5, xếp loại Kém"));
    own["scorer"] = json!("both");
    own["rows"] = json!([{"criterion": "1.1", "superior_score": 5}]);
    assert_eq!(sheet(&own).unwrap().standing.as_deref(), Some("Cấp trên chấm: tổng điểm 5, xếp loại Kém"));
}

#[test]
fn every_set_has_a_sheet_of_its_lines() {
    let criteria = CriteriaSets::built_in();
    for id in criteria.ids() {
        let mut form = form();
        form["criteria_set"] = json!(id);
        form.as_object_mut().unwrap().shift_remove("session");
        // The session is stood in for by one that the set is for.
        let sheet = sheet(&form).unwrap_or_else(|| panic!("{id}"));
        let set = criteria.get(id).unwrap();
        let groups: Vec<&str> = set.groups.iter().map(|group| group.title.as_str()).collect();
        for row in &sheet.rows {
            let own = row.group.as_deref().unwrap_or(&row.title);
            assert!(groups.contains(&own), "{id} {}: {own}", row.id);
            assert!(
                row.levels.iter().all(|level| *level <= row.max) && row.points.is_none(),
                "{id} {}",
                row.id
            );
        }
        let most: Decimal = sheet.rows.iter().map(|row| row.max).sum();
        assert_eq!(most, set.max, "{id}");
    }
}

#[test]
fn without_a_set_or_a_table_there_is_none() {
    let mut form = form();
    form["criteria_set"] = json!("other");
    assert_eq!(sheet(&form), None);
    form.as_object_mut().unwrap().shift_remove("criteria_set");
    assert_eq!(sheet(&form), None);
    assert_eq!(sheet(&json!({"kind": "notice"})), None);
    let mut example = EvaluationForm::example();
    let any = AnyRecord::new(example.clone());
    let criteria = CriteriaSets::built_in();
    assert!(
        any.score_sheet(&criteria) == example.score_sheet(&criteria) && any.score_sheet(&criteria).is_some()
    );
    example.session.variant = vanban::scoring::SessionVariant::Thematic;
    assert_eq!(example.score_sheet(&criteria), None);
}
